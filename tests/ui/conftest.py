"""The app on a small archive, driven by keys; conditions are awaited, never slept for."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.color_triplet import ColorTriplet
from textual import events
from textual.keys import _character_to_key, key_to_character  # the names that the terminal driver gives to keys
from textual.strip import Strip

from reader.library.archive import Archive
from reader.ui.app import ReaderApp
from reader.ui.screens.reading import ReadingScreen
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.filter_bar import FilterBar
from reader.ui.widgets.status_line import StatusLine

PATIENCE_SECONDS = 20

INTERVIEW = """This site is down for repairs. We hope to be back soon.

Lighthouses: the keeper speaks

Ada Brass has kept a light for years, and says why.

Q: How did you become a keeper?

AB: I answered a notice that nobody else had read.

Q: Is it dangerous on the rock?

AB: Only the stairs are. {filler}

Q: What do you read at night?

AB: Almanacs, and the labels on tins.

Leave a Comment
In Other News
Harbour to close for a week
"""
REPORT = """Ferry to run on Sundays

The council has agreed to a ferry on Sundays.

It will leave at nine and come back at noon, the harbour office said.

Dogs may travel on the upper deck, where the wind is.
"""


class Screen:
    """The running app, as a person meets it."""

    def __init__(self, app: ReaderApp, pilot) -> None:
        self.app, self.pilot = app, pilot

    @property
    def reading(self) -> ReadingScreen:
        assert self.app.reading is not None, "the frame alone is there"
        return self.app.reading

    @property
    def view(self) -> ArticleView:
        return self.reading.query_one(ArticleView)

    @property
    def list(self) -> ArticleList:
        return self.reading.query_one(ArticleList)

    @property
    def bar(self) -> FilterBar:
        return self.reading.query_one(FilterBar)

    @property
    def status(self) -> StatusLine:
        return self.reading.query_one(StatusLine)

    async def press(self, *keys: str) -> None:
        """Press keys as fast as can be; what they led to is there afterwards."""
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 else key
            self.app.post_message(events.Key(name, key if len(key) == 1 else key_to_character(name)))
        await self.rest()

    async def type(self, text: str) -> None:
        """Type a text as fast as can be."""
        await self.press(*text)

    async def rest(self) -> None:
        """Wait until nothing of what was pressed is under way."""
        await self.until(lambda: True, "the app at rest")

    async def until(self, condition: Callable[[], object], what: str = "") -> None:
        """Wait until a condition holds, and the screen shows it."""
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await self.pilot.pause(0)
                while not (condition() and self.app.is_at_rest):
                    await self.pilot.pause(0.005)
        except TimeoutError:
            pytest.fail(f"never seen: {what or condition}\n{self.text()}")

    async def shown(self, name: str) -> None:
        await self.until(lambda: self.view.article is not None and self.view.article.id == name, f"{name} open")

    def lines(self) -> Sequence[Strip]:
        """What is on the screen, row by row."""
        return self.app.screen._compositor.render_strips(self.app.size)[: self.app.size.height]

    def text(self) -> str:
        """The same without styles."""
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in self.lines())

    def colours(self) -> set[ColorTriplet]:
        """Every ink and every ground on the screen."""
        styles = [segment.style for strip in self.lines() for segment in strip if segment.style is not None]
        colours = [colour for style in styles for colour in (style.color, style.bgcolor) if colour is not None]
        return {colour.get_truecolor() for colour in colours}

    def has(self, text: str) -> bool:
        return text in self.text()


@pytest.fixture
def archive(tmp_path):
    """A folder of files, by name."""

    def make(**files):
        for name, content in files.items():
            path = tmp_path / name.replace("_txt", ".txt").replace("_md", ".md")
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return make


@pytest.fixture
def two_articles(archive):
    filler = " ".join(f"Step {number} is worn." for number in range(1, 60))
    return archive(a_txt=INTERVIEW.format(filler=filler), b_txt=REPORT)


@asynccontextmanager
async def reading(*paths: Path, size: tuple[int, int] = (120, 40), is_single: bool = False, config=None):
    """The app on an archive that has been read."""
    archive = Archive.open(paths, cache=None)
    app = ReaderApp(archive.paths, lambda: archive, is_single=is_single, config=config)
    async with app.run_test(size=size) as pilot:
        screen = Screen(app, pilot)
        await screen.until(lambda: archive.progress.is_complete, "the archive read")
        await screen.rest()
        yield screen


@pytest.fixture
def run():
    return reading
