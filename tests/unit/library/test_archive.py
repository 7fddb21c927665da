"""An archive that is open, read here and in a process of its own, with and without a cache."""

import errno
import os
import shutil
import sys
import threading
from pathlib import Path

import pytest

from reader.errors import ReaderError, UnreadableError
from reader.library import archive as archives
from reader.library import build as builds
from reader.library import build_process, pack
from reader.library import cache as caches
from reader.library.archive import Archive
from reader.library.build import Build
from reader.library.build_messages import Began, Committed, Message, Names, Warned
from reader.library.cache import Cache, clear, kept
from reader.library.files import Files
from reader.library.load import Intake
from reader.model.article import ArticleId
from reader.search.engine import TantivyEngine
from reader.search.index import Index
from reader.search.language import parse

TALK = """A talk on keys

Q: Which key is oldest?

A: The oldest opened a granary.

Q: Is it dangerous?

A: Rust is.
"""


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "archive"
    root.mkdir()
    (root / "talk 10.txt").write_text(TALK, encoding="utf-8")
    (root / "talk 2.txt").write_text("Weather\n\nIt rained in the valley all day.\n", encoding="utf-8")
    (root / "sub").mkdir()
    (root / "sub" / "note.md").write_text("# A note\n\nOn submarines.\n", encoding="utf-8")
    (root / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (root / "broken.txt").write_bytes(b"\0\0\0binary")
    return root


@pytest.fixture
def elsewhere(monkeypatch):
    """Reads even small archives in another process."""
    monkeypatch.setattr(archives, "_FEW_FILES", 0)


class Killed(Exception):  # noqa: N818 - no error
    """Stands for the end of a process in the middle of what it does."""


class Here:
    """Does what a process does, without one."""

    def __init__(self, job):
        self.job = job
        self.told: list[Message] = []

    def tell(self, message):
        self.told.append(message)

    def messages(self):
        cache = Cache(Path(self.job.folder)) if self.job.is_kept else None
        try:
            index = Index.at(cache.index if cache else Path(self.job.folder))
            Build(Files([Path(path) for path in self.job.paths]), index, self.tell, cache=cache).run()
        except ReaderError as error:
            self.tell(Warned(str(error)))
        except Killed:
            pass
        yield from self.told

    def stop(self, *, at_once):
        pass


@pytest.fixture
def here(monkeypatch):
    """Reads as if in another process."""
    monkeypatch.setattr(archives, "_FEW_FILES", 0)
    monkeypatch.setattr(build_process, "BuildProcess", Here)


@pytest.fixture
def opened():
    """Opens archives, and closes them in the end."""
    open_ones = []

    def open_and_load(*paths, cache=None):
        one = Archive.open(paths, cache=cache)
        open_ones.append(one)
        one.load()
        return one

    yield open_and_load
    for one in open_ones:
        one.close()


def found(archive, typed):
    return set(archive.engine.articles(parse(typed)).ids)


def check(archive):
    assert [entry.id for entry in archive.corpus.entries] == ["sub/note.md", "talk 2.txt", "talk 10.txt"]
    assert archive.progress.is_complete
    assert archive.corpus.answers == 2
    assert archive.corpus[ArticleId("talk 10.txt")].questions == ("Which key is oldest?", "Is it dangerous?")
    assert found(archive, "dangrous grannary ") == {"talk 10.txt"}
    assert found(archive, "is:article ") == {"sub/note.md", "talk 2.txt"}
    assert {one.path.name: one.is_unreadable for one in archive.corpus.skipped} == {
        "broken.txt": False,
        "picture.png": False,
    }


def test_a_small_archive_is_read_at_once(folder, opened):
    check(opened(folder))


@pytest.mark.usefixtures("elsewhere")
def test_an_archive_is_read_in_another_process(folder, opened):
    check(opened(folder))


def test_changes_are_told_while_it_loads(folder):
    told = []
    archive = Archive.open([folder], cache=None)
    assert len(archive.corpus) == 0
    archive.load(lambda: told.append(len(archive.corpus)))
    assert told[-1] == 3


def test_an_article_is_read_anew_when_its_file_has_changed(folder, opened):
    archive = opened(folder)
    one = archive.article(ArticleId("talk 2.txt"))
    assert archive.article(ArticleId("talk 2.txt")) is one
    (folder / "talk 2.txt").write_text("Weather\n\nIt snowed.\n", encoding="utf-8")
    assert "snowed" in archive.article(ArticleId("talk 2.txt")).text


def test_an_article_that_is_gone_says_so(folder, opened):
    archive = opened(folder)
    (folder / "talk 2.txt").unlink()
    with pytest.raises(UnreadableError, match="no longer there"):
        archive.article(ArticleId("talk 2.txt"))


def test_text_that_is_no_file_is_an_archive_of_one():
    archive = Archive.of_text(TALK.encode(), "standard input")
    archive.load()
    (entry,) = archive.corpus.entries
    assert entry.title == "A talk on keys"
    assert archive.raw(entry.id) == TALK.encode()
    assert found(archive, "granary") == {entry.id}


@pytest.mark.usefixtures("elsewhere")
def test_a_load_stops_when_the_archive_is_closed(folder):
    archive = Archive.open([folder], cache=None)
    archive.load(archive.close)
    archive.close()
    assert archive._temporary is None


@pytest.mark.usefixtures("elsewhere")
def test_a_process_that_dies_costs_only_time(folder, monkeypatch, opened):
    monkeypatch.setattr(sys, "executable", shutil.which("true"))
    archive = opened(folder)
    check(archive)
    assert len(archive.warnings) == 1


@pytest.mark.usefixtures("elsewhere")
def test_a_process_that_cannot_be_started_costs_only_time(folder, monkeypatch, opened):
    monkeypatch.setattr(sys, "executable", "/nowhere")
    check(opened(folder))


@pytest.mark.usefixtures("here")
def test_a_cache_holds_what_was_read(folder, tmp_path, opened, monkeypatch):
    cache = tmp_path / "cache"
    check(opened(folder, cache=cache))
    monkeypatch.setattr(build_process, "BuildProcess", None)
    check(opened(folder, cache=cache))


@pytest.mark.usefixtures("here")
def test_what_changed_since_is_found_with_a_cache(folder, tmp_path, opened):
    cache = tmp_path / "cache"
    opened(folder, cache=cache)
    (folder / "new.txt").write_text("New\n\nA zeppelin over the valley.\n", encoding="utf-8")
    (folder / "talk 2.txt").write_text("Weather\n\nIt snowed in the valley.\n", encoding="utf-8")
    (folder / "sub" / "note.md").unlink()
    for _ in range(2):
        archive = opened(folder, cache=cache)
        assert {entry.id for entry in archive.corpus.entries} == {"new.txt", "talk 2.txt", "talk 10.txt"}
        assert found(archive, "valley ") == {"new.txt", "talk 2.txt"}
        assert found(archive, "rained ") == found(archive, "submarines ") == set()
        assert archive.corpus.answers == 2


def cached_files(cache):
    return sorted(path for path in cache.rglob("*") if path.is_file() and "lock" not in path.name)


@pytest.mark.parametrize("harm", ["truncated", "zeroed", "emptied", "removed", "swapped"])
@pytest.mark.usefixtures("here")
def test_a_damaged_cache_does_no_harm(folder, tmp_path, opened, harm):
    cache = tmp_path / "cache"
    opened(folder, cache=cache)
    whole = tmp_path / "whole"
    shutil.copytree(cache, whole)
    names = [path.relative_to(cache) for path in cached_files(cache)]
    for place, name in enumerate(names):
        shutil.rmtree(cache)
        shutil.copytree(whole, cache)
        content = (cache / name).read_bytes()
        match harm:
            case "truncated":
                (cache / name).write_bytes(content[: len(content) // 2])
            case "zeroed":
                (cache / name).write_bytes(bytes(len(content)))
            case "emptied":
                (cache / name).write_bytes(b"")
            case "removed":
                (cache / name).unlink()
            case "swapped":
                (cache / name).write_bytes((whole / names[place - 1]).read_bytes())
        archive = Archive.open([folder], cache=cache)
        archive.load()
        check(archive)
        archive.close()


@pytest.mark.usefixtures("here")
def test_a_cache_that_cannot_be_written_is_told_once_and_does_no_harm(folder, tmp_path, opened):
    (tmp_path / "cache").write_text("a file where a folder should be", encoding="utf-8")
    archive = opened(folder, cache=tmp_path / "cache")
    check(archive)
    assert len(archive.warnings) == 1


@pytest.mark.parametrize("steps", range(1, 12))
def test_a_build_that_is_killed_at_any_moment_leaves_the_old_state_or_a_new_one(folder, tmp_path, monkeypatch, steps):
    monkeypatch.setattr(builds, "_TOLD_EVERY_SECONDS", 0)
    monkeypatch.setattr(builds, "_FIRST_COMMIT_SECONDS", -1)
    monkeypatch.setattr(builds, "_USUAL_COMMIT_SECONDS", -1)
    monkeypatch.setattr(builds, "_COMMITS_APART", 0)
    cache = Cache(tmp_path / "cache")
    told = []

    def tell(message):
        told.append(message)
        if len(told) == steps:
            raise Killed

    with pytest.raises(Killed):
        Build(Files([folder]), cache.opened(), tell, cache=cache).run()
    index = cache.opened()
    index.reload()
    saved = cache.saved(index)
    committed = sum(isinstance(message, Committed) for message in told)
    assert (saved is not None) == (committed > 0)
    if saved:
        assert saved.is_sound()
        assert len(saved.stock) == len(saved.stamps()) == committed
    intake = Intake()
    told = [None] * steps
    assert Build(Files([folder]), index, tell, cache=cache).run()
    began = next(message for message in told if isinstance(message, Began))
    assert bool(began.pack) == (saved is not None)
    intake.begin(saved.stock if saved else None)
    for message in told[steps:]:
        intake.take(message)
    assert {entry.id for entry in intake.corpus.entries if entry.is_parsed} == {
        "sub/note.md",
        "talk 2.txt",
        "talk 10.txt",
    }
    index.reload()
    engine = TantivyEngine(index, intake)
    assert set(engine.articles(parse("granary | rained | submarines")).ids) == {
        "sub/note.md",
        "talk 2.txt",
        "talk 10.txt",
    }


@pytest.mark.usefixtures("here")
def test_a_build_that_is_stopped_while_it_reads_files_again_keeps_what_the_index_has_of_them(tmp_path, opened):
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.txt").write_text(TALK, encoding="utf-8")
    opened(folder, cache=tmp_path / "cache").close()
    for number in range(3):
        (folder / f"{number}.txt").write_text(TALK.replace("Rust", "Verdigris"), encoding="utf-8")
    stopped = threading.Event()
    cache = Cache.of(tmp_path / "cache", [folder])

    class Stopping(Files):
        def read(self, found):
            if found.id == "1.txt":
                stopped.set()
            return super().read(found)

    assert not Build(Stopping([folder]), cache.opened(), lambda _: None, cache=cache, stopped=stopped).run()
    cache.close()
    archive = opened(folder, cache=tmp_path / "cache")
    assert archive.corpus.answers == sum(len(entry.questions) for entry in archive.corpus.entries) == 8
    assert found(archive, "oldest") == {"0.txt", "1.txt", "2.txt", "3.txt"}
    assert found(archive, "verdigris") == {"0.txt", "1.txt", "2.txt"}
    assert found(archive, "rust") == {"3.txt"}


@pytest.mark.usefixtures("here")
def test_a_full_disk_costs_only_time(folder, tmp_path, monkeypatch, opened):
    def write(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(pack, "write", write)
    archive = opened(folder, cache=tmp_path / "cache")
    check(archive)
    assert archive.warnings == ("the cache can't be written: no space left on device",)


def test_two_archives_of_one_name_have_two_caches(tmp_path):
    one, other = (Cache.of(tmp_path, [tmp_path / place / "articles"]) for place in ("a", "b"))
    assert one.folder != other.folder


@pytest.mark.usefixtures("here")
def test_caches_are_listed_and_cleared(folder, tmp_path, opened):
    cache = tmp_path / "cache"
    opened(folder, cache=cache)
    (cache / "something else").write_text("x", encoding="utf-8")
    (one,) = kept(cache)
    assert (one.name, one.size > 1000) == ("archive", True)
    assert clear(cache) == one.size
    assert [path.name for path in cache.iterdir()] == ["something else"]


@pytest.mark.usefixtures("here")
def test_whoever_waits_for_it_has_many_files_compared_without_a_process(folder, tmp_path, opened, monkeypatch):
    cache = tmp_path / "cache"
    opened(folder, cache=cache)
    begun = []
    monkeypatch.setattr(archives, "_CHECKED_HERE", 0)

    class Noted(Here):
        def __init__(self, job):
            super().__init__(job)
            begun.append(job)

    monkeypatch.setattr(build_process, "BuildProcess", Noted)
    for is_awaited in (True, False):
        archive = Archive.open([folder], cache=cache)
        archive.load(is_awaited=is_awaited)
        check(archive)
        archive.close()
        assert bool(begun) is not is_awaited


@pytest.mark.usefixtures("here")
def test_a_process_that_dies_without_a_word_is_followed_by_one_that_begins_again(folder, tmp_path, opened, monkeypatch):
    opened(folder, cache=tmp_path / "cache")
    (folder / "new.txt").write_text("Granite\n\nIt is a stone.\n", encoding="utf-8")

    class Dying(Here):
        def tell(self, message):
            super().tell(message)
            if isinstance(message, Names):
                raise Killed

    lives = iter((Dying, Here))

    def begun(job):
        return next(lives)(job)

    monkeypatch.setattr(build_process, "BuildProcess", begun)
    archive = opened(folder, cache=tmp_path / "cache")
    assert [entry.id for entry in archive.corpus.entries] == ["new.txt", "sub/note.md", "talk 2.txt", "talk 10.txt"]
    assert found(archive, "granite ") == {"new.txt"}
    assert archive.warnings == ()


@pytest.mark.usefixtures("here")
def test_what_other_versions_kept_is_cleared_away_unless_it_is_open(folder, tmp_path, opened, monkeypatch):
    root = tmp_path / "cache"
    stayed = Cache.of(root, [folder])
    monkeypatch.setattr(caches, "VERSION", "later")
    gone = Cache.of(root, [folder])
    other_archive = Cache.of(root, [tmp_path / "other"])
    for cache in (stayed, gone, other_archive):
        cache.opened()
    gone.close()
    other_archive.close()
    monkeypatch.setattr(caches, "VERSION", "now")
    check(opened(folder, cache=root))
    left = [path.relative_to(root).parts[1] for path in root.glob("*/*")]
    assert sorted(left) == sorted(["now", stayed.folder.name])
    stayed.close()


@pytest.mark.usefixtures("elsewhere")
def test_two_programs_may_read_one_archive_at_once(folder, tmp_path):
    cache = tmp_path / "cache"
    both = [Archive.open([folder], cache=cache) for _ in range(2)]
    threads = [threading.Thread(target=one.load) for one in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for one in both:
        check(one)
        one.close()


@pytest.mark.usefixtures("elsewhere")
def test_changes_among_the_files_are_followed(folder, opened, tmp_path):
    archive = opened(folder, cache=tmp_path / "cache")
    follow_until(archive, folder / "new.txt", "A zeppelin\n", lambda: found(archive, "zeppelin ") == {"new.txt"})


def test_changes_are_followed_in_a_small_archive_too(folder, opened):
    archive = opened(folder)
    follow_until(archive, folder / "new.txt", "A zeppelin\n", lambda: found(archive, "zeppelin ") == {"new.txt"})


@pytest.mark.parametrize("few", [0, 64])
def test_what_changed_before_the_files_were_followed_is_caught_up_with(folder, opened, monkeypatch, few):
    monkeypatch.setattr(archives, "_FEW_FILES", few)
    archive = opened(folder)
    (folder / "new.txt").write_text("Granite\n\nIt is a stone.\n", encoding="utf-8")
    seen = threading.Event()

    def look():
        if found(archive, "granite "):
            seen.set()

    thread = threading.Thread(target=archive.follow, args=(look,))
    thread.start()
    assert seen.wait(30)
    archive.close()
    thread.join(10)
    assert not thread.is_alive()


def follow_until(archive, path, text, is_there):
    """Write a file again and again, as nobody says when watching has begun, until it is found."""
    seen = threading.Event()

    def look():
        if is_there():
            seen.set()

    thread = threading.Thread(target=archive.follow, args=(look,))
    thread.start()
    for count in range(200):
        path.write_text(text + " " * count, encoding="utf-8")
        if seen.wait(0.2):
            break
    archive.close()
    thread.join(10)
    assert seen.is_set()
    assert not thread.is_alive()


def test_a_folder_that_vanishes_leaves_an_empty_archive(folder, opened):
    shutil.rmtree(folder)
    archive = opened(folder)
    assert len(archive.corpus) == 0
    assert len(archive.corpus.skipped) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_may_not_be_read_is_listed(folder, opened):
    (folder / "talk 2.txt").chmod(0)
    archive = opened(folder)
    assert "permission denied" in {one.reason for one in archive.corpus.skipped}
