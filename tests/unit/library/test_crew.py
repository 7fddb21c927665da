"""Processes that read files: what they tell is what is told without them."""

import os
import signal
import threading

import pytest

from reader.library.crew import Crew
from reader.library.files import Files
from reader.library.parsing import Parsed, Task, done
from reader.library.scan import Found, scan

PATIENCE_SECONDS = 30
TALK = "A talk on keys\n\nQ: Which key is oldest?\n\nA: The oldest.\n\nQ: Is it dangerous?\n\nA: Rust is.\n"


@pytest.fixture
def tasks(tmp_path):
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(f"{TALK}\nMore of {number}.\n", encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(b"\0\0\0")
    return [Task(number, one) for number, one in enumerate(scan([tmp_path])) if isinstance(one, Found)]


def told(outcomes):
    """What was told, by file, and all the words that were; words in no order."""
    outcomes = list(outcomes)
    words = {word for one in outcomes if getattr(one, "documents", None) for word in one.documents.words}
    return {one.number: (one.record, said(getattr(one, "documents", None))) for one in outcomes}, words


def said(documents):
    return documents and (sorted(documents.body.split()), [one.said for one in documents.passages])


def from_crew(crew, work, tasks):
    waiting = iter(tasks)
    return told(crew.outcomes(work, lambda: next(waiting, None)))


def from_here(work, tasks):
    return told(done(Files(()), work, tasks))


@pytest.mark.parametrize("size", [0, 2])
def test_every_file_is_answered_for_as_it_would_be_here(tasks, size):
    with Crew(Files(()), size) as crew:
        for work in ("glanced", "titled", "parsed"):
            assert from_crew(crew, work, tasks) == from_here(work, tasks)


def test_answers_that_come_together_are_all_heard(tasks):
    many = [task._replace(number=number) for number, task in enumerate(tasks * 20)]
    with Crew(Files(()), 1) as crew:
        outcomes, _words = from_crew(crew, "glanced", many)
        assert len(outcomes) == len(many)


@pytest.mark.parametrize("work", ["titled", "parsed"])
def test_no_end_waits_for_the_other_however_long_the_names_are(tmp_path, work):
    room = os.pathconf(tmp_path, "PC_PATH_MAX") - len(os.fsencode(tmp_path)) - len("/100.txt") - 1
    folder = tmp_path.joinpath(*["n" * 200] * (room // 201))
    folder.mkdir(parents=True)
    for number in range(100):
        (folder / f"{number}.txt").write_text(TALK, encoding="utf-8")
    found = [one for one in scan([tmp_path]) if isinstance(one, Found)]
    many = [Task(number, one) for number, one in enumerate(found * 3)]
    outcomes = []
    with Crew(Files(()), 1) as crew:
        asking = threading.Thread(target=lambda: outcomes.extend(from_crew(crew, work, many)[0]), daemon=True)
        asking.start()
        asking.join(PATIENCE_SECONDS)
        assert not asking.is_alive()
    assert len(outcomes) == len(many)


def test_a_process_tells_each_word_once(tasks):
    with Crew(Files(()), 1) as crew:
        waiting = iter(tasks)
        words = [
            word
            for one in crew.outcomes("parsed", lambda: next(waiting, None))
            if isinstance(one, Parsed) and one.documents
            for word in one.documents.words
        ]
    assert {"talk", "oldest", "dangerous"} <= set(words)
    assert len(words) == len(set(words))


def test_what_a_process_leaves_behind_that_dies_is_done_here(tasks):
    with Crew(Files(()), 2) as crew:
        for member in crew._members:  # no other way leads to a death
            os.kill(member._process.pid, signal.SIGKILL)
        assert from_crew(crew, "parsed", tasks) == from_here("parsed", tasks)


def test_where_no_process_can_be_started_the_work_is_done_here(tasks, monkeypatch):
    monkeypatch.setattr("sys.executable", "/nowhere")
    with Crew(Files(()), 2) as crew:
        assert from_crew(crew, "titled", tasks) == from_here("titled", tasks)
