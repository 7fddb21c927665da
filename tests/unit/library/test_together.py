"""What several threads and programs do to one cache at the same time."""

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from reader.library import archive as archives
from reader.library.archive import Archive
from reader.library.build import Build
from reader.library.build_process import BuildProcess, Job
from reader.library.cache import Cache
from reader.library.files import Files
from reader.library.load import Intake
from reader.model.article import ArticleId
from reader.search.engine import TantivyEngine
from reader.search.language import parse
from reader.search.schema import IndexDamagedError

CHANGES = 6
PATIENCE = 30
"""Seconds; nothing here takes one."""


def talk(number, word):
    return f"Talk {number}\n\nQ: Which {word} is it?\n\nA: The {word} of the valley, and {word}s of hills.\n"


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "archive"
    root.mkdir()
    for number in range(20):
        (root / f"{number}.txt").write_text(talk(number, "granary"), encoding="utf-8")
    return root


def built(cache, folder):
    """A build that has kept everything; whoever takes what is half made for damaged clears it away, as programs do."""
    while True:
        with suppress(IndexDamagedError):
            build = Build(Files([folder]), cache.opened(), lambda _: None, cache=cache)
            build.run()
            return build


def test_a_search_reads_on_what_it_began_with_while_the_cache_is_written_anew_and_removed(folder, tmp_path):
    cache = Cache.of(tmp_path / "cache", [folder])
    build = built(cache, folder)
    ended = threading.Event()

    def search():
        """Open what is kept, and look at every part of it, again and again, as another program does."""
        cache = Cache.of(tmp_path / "cache", [folder])
        looked = 0
        while not (ended.is_set() and looked):
            try:
                index = cache.opened()
                index.reload()
            except IndexDamagedError:
                continue  # removed before it was read
            saved = cache.saved(index)
            if saved is None:
                continue  # just removed
            numbering = Intake()
            numbering.begin(saved.stock, saved.skipped)
            engine = TantivyEngine(index, numbering)
            for typed in ("granery", "valley hill", '"of the valley"'):
                assert len(engine.articles(parse(typed)).ids) == len(saved.stock)
                assert all(hit.article in numbering.corpus for hit in engine.answers(parse(typed), 5))
            assert all(entry.title.startswith("Talk") for entry in saved.stock)
            assert saved.is_sound()
            looked += 1
        return looked

    with ThreadPoolExecutor(2) as threads:
        searches = [threads.submit(search) for _ in range(2)]
        try:
            for number in range(CHANGES):
                changed = folder / f"{number}.txt"
                changed.write_text(talk(number, "granary") + "\nMore.\n" * number, encoding="utf-8")
                with suppress(IndexDamagedError):  # cleared away by a search, as in `built`
                    build.update([changed])
                    if number != CHANGES // 2:
                        continue
                    cache.clear()
                build = built(cache, folder)
        finally:
            ended.set()
        assert all(one.result(PATIENCE) for one in searches)


def test_threads_that_search_as_one_types_are_not_disturbed_by_what_arrives(folder):
    archive = Archive.open([folder], cache=None)
    archive.load()
    follows = threading.Thread(target=archive.follow)
    follows.start()
    words = ["granary", "valley", "talk", "hills", "which"]

    def search(thread):
        for typed in [word[:end] for word in words * 4 for end in range(1, len(word) + 1)][thread:]:
            ids = archive.engine.articles(parse(typed)).ids
            assert {ArticleId(one) for one in ids} <= set(archive.corpus.ids)

    with ThreadPoolExecutor(4) as threads:
        for one in [threads.submit(search, thread) for thread in range(4)]:
            one.result(PATIENCE)
    archive.close()
    follows.join(PATIENCE)
    assert not follows.is_alive()


def test_who_waits_for_a_message_is_woken_when_the_process_is_let_go(folder, tmp_path):
    process = BuildProcess(Job((str(folder),), str(tmp_path / "cache"), is_kept=True))
    told: list[object] = []
    listens = threading.Thread(target=lambda: told.extend(process.messages()))
    listens.start()
    process.stop(at_once=False)
    listens.join(PATIENCE)
    assert not listens.is_alive()
    process.stop(at_once=True)


def test_a_process_that_builds_stands_back_and_hears_no_interrupt(folder, tmp_path):
    process = BuildProcess(Job((str(folder),), str(tmp_path / "cache"), is_kept=True))
    next(process.messages())
    number = process._process.pid
    assert os.getpriority(os.PRIO_PROCESS, number) == min(os.getpriority(os.PRIO_PROCESS, 0) + 10, 19)
    assert os.getsid(number) == os.getsid(0), "of another session it would be given as much as all of this one"
    assert os.getpgid(number) == number
    process.stop(at_once=True)


def test_an_archive_that_is_closed_while_it_loads_elsewhere_waits_for_nobody(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "_FEW_FILES", 0)
    archive = Archive.open([folder], cache=tmp_path / "cache")
    loads = threading.Thread(target=archive.load)
    loads.start()
    archive.close()
    loads.join(PATIENCE)
    assert not loads.is_alive()
