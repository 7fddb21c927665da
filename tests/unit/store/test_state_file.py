"""What the state does when its file is not as it should be."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.model.article import Article, ArticleId
from reader.model.text import Span
from reader.store.schema import VERSION
from reader.store.state import State

TEXT = "Q: What do you see?\n\nLamp: Mostly water.\n"
ROOTS = {"": Path("/nowhere/archive")}
FAULTS = Path(__file__).with_name("faults.py")
ASIDE = f"state.damaged-{datetime(2026, 3, 1, 12, tzinfo=UTC).astimezone():%Y%m%d-%H%M%S}.sqlite"


def mark(state, name):
    return state.archive(ROOTS).toggle_mark(Article(ArticleId(name), TEXT, ()), Span(27, 40))


def marked(state):
    return state.archive(ROOTS).marked()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "state.sqlite"


@pytest.fixture
def told():
    return []


@pytest.fixture
def opened(path, told):
    states = []

    def open_again(where=path):
        states.append(
            State.open(where, now=lambda: datetime(2026, 3, 1, 12, tzinfo=UTC), tell=told.append, wait_seconds=0.05)
        )
        return states[-1]

    yield open_again
    for state in states:
        state.close()


@pytest.fixture
def filled(path):
    """A file with a mark in it."""
    with State.open(path) as state:
        mark(state, "before.txt")
    return path


def names(folder):
    return sorted(one.name for one in folder.iterdir())


def foreign_database(path):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")


@pytest.mark.parametrize("content", [b"shopping list\n", b"\0" * 9_000, os.urandom(20_000), None])
def test_a_file_that_is_not_ours_is_moved_aside(path, opened, told, content):
    path.parent.mkdir()
    if content is None:
        foreign_database(path)
        content = path.read_bytes()
    path.write_bytes(content)
    state = opened()
    mark(state, "after.txt")
    assert (path.parent / ASIDE).read_bytes() == content
    assert [ASIDE in str(error) for error in told] == [True]
    assert marked(opened()) == {"after.txt"}
    assert state.trouble is None


@pytest.mark.parametrize("size", [1, 100, 4_096, 5_000, 20_000])
def test_a_file_cut_short_is_moved_aside(filled, opened, told, size):
    content = filled.read_bytes()[:size]
    filled.write_bytes(content)
    state = opened()
    mark(state, "after.txt")
    assert (filled.parent / ASIDE).read_bytes() == content
    assert len(told) == 1
    assert marked(state) == {"after.txt"}


def test_an_empty_file_is_begun(path, opened, told):
    path.parent.mkdir()
    path.touch()
    mark(opened(), "after.txt")
    assert marked(opened()) == {"after.txt"}
    assert told == []


def test_a_file_put_aside_takes_no_other_ones_name(path, opened):
    path.parent.mkdir()
    for content in (b"one", b"two", b"three"):
        path.write_bytes(content)
        opened().close()
    aside = [path.parent / ASIDE, *(path.parent / ASIDE.replace(".sqlite", f"-{n}.sqlite") for n in (2, 3))]
    assert [one.read_bytes() for one in aside] == [b"one", b"two", b"three"]


def test_a_file_damaged_while_it_is_open_is_moved_aside(filled, opened, told):
    state = opened()
    mark(state, "lost.txt")
    filled.write_bytes(b"something else entirely")
    assert marked(state) == frozenset()
    mark(state, "after.txt")
    assert marked(state) == {"after.txt"}
    assert (filled.parent / ASIDE).exists()
    assert len(told) == 1


def test_a_file_taken_away_while_it_is_open_is_begun_anew(filled, opened):
    state = opened()
    mark(state, "one.txt")
    for one in filled.parent.iterdir():
        one.unlink()
    mark(state, "two.txt")
    assert marked(state) == marked(opened()) == {"two.txt"}


def test_a_file_exchanged_while_it_is_open_is_used(filled, opened, tmp_path):
    other = tmp_path / "other" / "state.sqlite"
    with State.open(other) as backup:
        mark(backup, "backup.txt")
    state = opened()
    mark(state, "one.txt")
    for one in filled.parent.iterdir():
        one.unlink()
    other.rename(filled)
    mark(state, "two.txt")
    assert marked(state) == {"backup.txt", "two.txt"}


def test_the_file_of_a_later_version_is_left_as_it_is(filled, opened, told):
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    content, before = filled.read_bytes(), names(filled.parent)
    state = opened()
    mark(state, "after.txt")
    mark(state, "more.txt")
    assert marked(state) == {"after.txt", "more.txt"}
    assert ["later version" in str(error) for error in told] == [True]
    assert state.trouble is told[0]
    state.close()
    assert (filled.read_bytes(), names(filled.parent)) == (content, before)


@pytest.mark.parametrize("obstacle", ["/dev/null", "a folder", "a file above"])
def test_where_no_file_can_be_the_session_goes_on(tmp_path, opened, told, obstacle):
    where = tmp_path / "state.sqlite"
    if obstacle == "/dev/null":
        where.symlink_to("/dev/null")
    elif obstacle == "a folder":
        where.mkdir()
    else:
        where.write_text("text")
        where /= "deeper/state.sqlite"
    state = opened(where)
    mark(state, "one.txt")
    mark(state, "two.txt")
    assert marked(state) == {"one.txt", "two.txt"}
    assert len(told) == 1
    assert "this session only" in str(told[0])


@pytest.mark.usefixtures("filled")
def test_a_full_disk_costs_nothing_when_there_is_room_again_before_leaving(opened, told):
    state = opened()
    mark(state, "one.txt")
    # The only way to a full disk for a test: as many pages as there are now.
    state._database._connection.execute("PRAGMA max_page_count = 1")
    one = state.archive(ROOTS).note(Article(ArticleId("long.txt"), TEXT, ()), Span(0, 5), "note\n" * 50_000)
    assert ["full" in str(error) for error in told] == [True]
    assert marked(state) == {"before.txt", "one.txt"}
    assert one in state.archive(ROOTS).marks()
    assert state.trouble is None
    state.close()
    assert one in opened().archive(ROOTS).marks()


def test_a_file_locked_by_another_program_is_not_waited_for_long(filled, opened, told):
    state = opened()
    with closing(sqlite3.connect(filled, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        mark(state, "one.txt")
        mark(state, "two.txt")
        assert marked(state) == {"before.txt", "one.txt", "two.txt"}
        assert ["locked" in str(error) for error in told] == [True]
        other.execute("ROLLBACK")
    assert marked(state) == {"before.txt", "one.txt", "two.txt"}
    assert state.trouble is None
    assert marked(opened()) == {"before.txt", "one.txt", "two.txt"}


def test_a_file_that_is_locked_when_it_is_opened_comes_back(filled, opened, told):
    with closing(sqlite3.connect(filled, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        state = opened()
        mark(state, "one.txt")
        assert marked(state) == {"before.txt", "one.txt"}
        assert len(told) == 1
    assert marked(state) == marked(opened()) == {"before.txt", "one.txt"}
    assert state.trouble is None


def test_spoilt_values_cost_no_more_than_themselves(filled, opened, told):
    with State.open(filled) as state:
        mark(state, "good.txt")
    with closing(sqlite3.connect(filled)) as connection, connection:
        connection.execute("UPDATE mark SET anchor = '[1,2]', note = CAST(x'ff' AS TEXT) WHERE rowid = 1")
        connection.execute("INSERT INTO setting VALUES ('width', x'ff')")
    state = opened()
    assert [one.article for one in state.archive(ROOTS).marks()] == ["good.txt"]
    assert state.setting("width") is None
    assert told == []


def test_notes_are_nobody_elses_to_read(filled):
    assert filled.stat().st_mode & 0o077 == 0
    assert filled.parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("fault", ["kills 20", "instances 50", "sizes 6", "rights"])
def test_nothing_acknowledged_is_lost_and_nothing_torn(fault):
    done = subprocess.run(
        [sys.executable, FAULTS, *fault.split()], capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_log_stays_small_however_much_is_changed(path, opened):
    archive = opened().archive(ROOTS)
    article = Article(ArticleId("a.txt"), TEXT, ())
    for number in range(60):
        archive.note(article, Span(27, 40), f"{number} " * 8_000)
    assert 0 < path.with_name(f"{path.name}-wal").stat().st_size < 600_000
