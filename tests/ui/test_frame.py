"""The frame that is seen first, and the screen that takes its place."""

import asyncio
from contextlib import asynccontextmanager

import pytest
from textual import events

from reader.library.archive import Archive
from reader.library.load import Progress
from reader.ui.app import ReaderApp
from reader.ui.screens.frame import FrameScreen
from tests.ui.conftest import PATIENCE_SECONDS, Screen


class Start:
    """The app, seen while nothing but its frame is there."""

    def __init__(self, root, typed=""):
        self._archive = Archive.open([root], cache=None)
        self._typed = typed
        self.app = ReaderApp(self._archive.paths, self._open)
        self.frame = ""
        self.colours = set()

    def _open(self):
        assert isinstance(self.app.screen, FrameScreen)
        frame = Screen(self.app, None)
        self.frame, self.colours = frame.text(), frame.colours()
        for letter in self._typed:
            self.app.post_message(events.Key(letter, letter))
        return self._archive

    @asynccontextmanager
    async def running(self, size):
        async with self.app.run_test(size=size) as pilot:
            screen = Screen(self.app, pilot)
            await screen.until(lambda: self._archive.progress.is_complete, "the archive read")
            yield screen


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (60, 12)])
async def test_the_frame_is_what_stays_of_the_screen_that_follows(two_articles, size):
    root = two_articles / "mine"
    root.mkdir()
    (two_articles / "a.txt").rename(root / "a.txt")
    start = Start(root)
    async with start.running(size) as screen:
        before, after = start.frame.split("\n"), screen.text().split("\n")
        bar = 1 if size[1] < 16 else 2
        assert before[0] == " reader · mine"
        assert after[0].startswith(before[0])
        assert after[bar].startswith(before[bar].split("│")[0].rstrip())
        assert [line.find("│") for line in before[1:-1]] == [line.find("│") for line in after[1:-1]]
        assert before[-1] == after[-1]


async def test_where_colours_are_not_wanted_neither_the_frame_nor_what_follows_has_any(two_articles, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    start = Start(two_articles)
    async with start.running((120, 40)) as screen:
        for colours in (start.colours, screen.colours()):
            assert colours
            assert all(red == green == blue for red, green, blue in colours)


async def test_one_may_leave_while_what_follows_the_frame_is_imported(two_articles, monkeypatch):
    start = Start(two_articles)
    monkeypatch.setattr("reader.ui.app.import_ahead", lambda _modules: start.app.call_from_thread(start.app.exit))
    async with asyncio.timeout(PATIENCE_SECONDS):
        await start.app.run_async(headless=True)
    assert start.app.reading is None


async def test_what_is_typed_before_the_bar_is_there_stands_in_it(two_articles):
    start = Start(two_articles, typed="dangrous")
    async with start.running((120, 40)) as screen:
        await screen.until(lambda: screen.bar.matching == 1, "the filter applied")
        assert screen.bar.input.value == "dangrous"


async def test_no_key_waits_for_an_article_where_what_was_typed_ahead_finds_none(two_articles):
    start = Start(two_articles, typed="zzzzzz")
    async with start.running((120, 40)) as screen:
        await screen.until(lambda: screen.bar.matching == 0, "the filter applied")
        await screen.press("tab")
        await screen.until(lambda: screen.view.has_focus, "the focus in the pane")
        await screen.until(lambda: screen.app.screen.is_ready_for(events.Key("l", "l")), "a key taken")


async def test_a_screen_too_small_for_the_frame_says_so_in_the_end(two_articles):
    start = Start(two_articles)
    async with start.running((30, 8)) as screen:
        assert not start.frame.strip()
        assert screen.has("is too small")


@pytest.mark.parametrize(
    ("width", "told"),
    [(100, "reading 3,120 of 10,000 · 410 a second · 17 s left"), (60, "reading 3,120 of 10,000 · 17 s left")],
)
async def test_how_far_a_large_archive_is_read_how_fast_and_for_how_long_still(
    run, two_articles, monkeypatch, width, told
):
    async with run(two_articles, size=(width, 20)) as screen:
        progress = Progress(found=10_000, parsed=3_120, total=10_000, rate=410.0)
        monkeypatch.setattr(Archive, "progress", progress)
        screen.reading.archive_changed()
        await screen.until(lambda: screen.has(told), told)
