import io
import sys

import pytest

from reader.cli.loading import PATIENCE_SECONDS, LoadingBar
from reader.library.load import Progress


class Terminal(io.StringIO):
    """What a person looks at."""

    def isatty(self):
        return True


@pytest.fixture
def shown(monkeypatch):
    """What a bar writes while an archive is as far as each of `steps`, a step a second."""

    def run(*steps, seconds=1.0, stream=None):
        stream = stream or Terminal()
        monkeypatch.setattr(sys, "stderr", stream)
        monkeypatch.setenv("COLUMNS", "100")
        told = iter(steps)
        times = iter(seconds * number for number in range(100))
        with LoadingBar(lambda: next(told), lambda: next(times)) as bar:
            for _ in steps:
                bar()
            before = stream.getvalue()
        return before, stream.getvalue()

    return run


@pytest.fixture(autouse=True)
def _terminal(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)


HALF = Progress(found=1_000, parsed=500, total=1_000, rate=50.0)


def test_how_far_it_is_how_fast_and_how_long_it_takes_is_told(shown):
    before, _ = shown(Progress(found=10), HALF)
    assert "10 files found" in before
    assert "500 of 1,000 · 50 a second · 10 s left" in before


def test_minutes_are_told_as_minutes(shown):
    before, _ = shown(Progress(found=10_000, parsed=1, total=10_000, rate=50.0))
    assert "3 min 20 s left" in before


def test_nothing_is_left_of_it(shown):
    before, after = shown(HALF)
    assert after.startswith(before)
    assert "\x1b[2K" in after.removeprefix(before)


def test_what_is_soon_over_needs_no_bar(shown):
    assert shown(HALF, HALF, seconds=PATIENCE_SECONDS / 4) == ("", "")


def test_there_is_no_bar_where_no_terminal_is(shown):
    assert shown(HALF, stream=io.StringIO()) == ("", "")


def test_there_is_no_bar_on_a_dumb_terminal(shown, monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    assert shown(HALF) == ("", "")


def test_there_is_no_colour_where_none_is_wanted(shown, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    before, _ = shown(HALF)
    assert "\x1b[3" not in before.replace("\x1b[?25l", "")
    assert "500 of 1,000" in before
