"""The line below the text: which answer, how far, and what just happened."""

from asyncio import TimerHandle
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual import events, on
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from reader.layout.cells import cell_width, fit
from reader.layout.displayable import displayable
from reader.ui.later import later
from reader.ui.render import reading_time, spread
from reader.ui.ticks import Ticks


class Progress(NamedTuple):
    """How far one has read. Fractions are of the text's rows, from 0 to 1."""

    fraction: float = 0.0
    """Of the rows, those down to the last one on the screen."""
    ticks: Ticks | None = None
    """Where the questions stand."""
    current: int | None = None
    """The number of the current exchange."""
    exchanges: int = 0
    minutes_left: int = 0
    match: int | None = None
    """1-based; the match one stands on."""
    matches: int = 0


def tick_line(progress: Progress, width: int) -> tuple[str, int]:
    """A rule with a tick for each question, `width` cells wide, and how many of its cells lie behind the reader.

    Two questions in one cell share a tick.
    """
    passed = round(progress.fraction * width)
    cells = ["━" if cell < passed else "─" for cell in range(width)]
    for cell in progress.ticks.in_cells(width) if progress.ticks is not None else ():
        cells[cell] = "╋" if cell < passed else "┼"
    return "".join(cells), passed


class StatusLine(Widget):
    """Number of the answer, tick line, percentage; a message in its place for a while."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "status-line--passed",
        "status-line--ahead",
        "status-line--number",
        "status-line--told",
    }

    progress: reactive[Progress] = reactive(Progress())
    _rule: tuple[int, int] = (0, 0)
    """First cell and cells of the tick line, as it was drawn last."""
    _until_forgotten: TimerHandle | None = None
    told: reactive[str] = reactive("")
    """What just happened; any text is safe."""

    @dataclass
    class PlaceAsked(Message):
        """There was a click in the tick line: on the tick of a question, or between two."""

        fraction: float
        exchange: int | None

    hint: reactive[tuple[str, ...]] = reactive(())
    """What a newcomer is told in place of the tick line, where there are questions; the longest that fits."""

    def tell(self, text: str, seconds: float = 4.0) -> None:
        """Show a message in place of the progress for a while."""
        self.told = text
        if self._until_forgotten is not None:
            self._until_forgotten.cancel()
        self._until_forgotten = later(seconds, self, self._forget)

    def _forget(self) -> None:
        self.told = ""

    @on(events.Click)
    def _clicked(self, event: events.Click) -> None:
        start, room = self._rule
        cell = event.x - start
        if 0 <= cell < room and not self.told:
            ticks = self.progress.ticks.in_cells(room) if self.progress.ticks is not None else {}
            questions = [ticks[near] + 1 for near in (cell, cell - 1, cell + 1) if near in ticks]
            self.post_message(self.PlaceAsked(cell / room, next(iter(questions), None)))

    def render_line(self, y: int) -> Strip:
        """The line."""
        style, width = self.rich_style, self.size.width
        if y:
            return Strip.blank(width, style)
        if self.told:
            told = style + self.get_component_rich_style("status-line--told", partial=True)
            segment = Segment(f" {fit(displayable(self.told), max(0, width - 2))}", told)
            return Strip([segment]).adjust_cell_length(width, style)
        return self._progress_strip(width)

    def _progress_strip(self, width: int) -> Strip:
        style, progress = self.rich_style, self.progress
        number = style + self.get_component_rich_style("status-line--number", partial=True)
        left = f" {progress.current or '–'}/{progress.exchanges} " if progress.exchanges else " "
        right = f" {progress.fraction:.0%}"
        if progress.minutes_left:
            right += f" · {reading_time(progress.minutes_left)} left"
        if progress.matches:
            right = f" match {progress.match or '–'}/{progress.matches} ·{right}"
        if cell_width(left) + cell_width(right) + 8 > width:
            right = f" {progress.fraction:.0%}"
        room = max(0, width - cell_width(left) - cell_width(right) - 1)
        hints = self.hint if progress.exchanges else ()
        if (hint := next((hint for hint in hints if cell_width(hint) <= room), None)) is not None:
            told = style + self.get_component_rich_style("status-line--told", partial=True)
            return spread([Segment(left, number), Segment(hint, told)], right, width, style)
        self._rule = cell_width(left), room
        rule, passed = tick_line(progress, room)
        segments = [
            Segment(left, number),
            Segment(rule[:passed], style + self.get_component_rich_style("status-line--passed", partial=True)),
            Segment(rule[passed:], style + self.get_component_rich_style("status-line--ahead", partial=True)),
        ]
        return spread(segments, right, width, style)
