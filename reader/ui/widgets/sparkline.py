"""The timeline under the filter bar: how many articles, or hits, from which time. A click filters by a period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.segment import Segment
from textual import events, on
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from reader.ui.render import line

if TYPE_CHECKING:
    from reader.search.timeline import Timeline

BARS = "▁▂▃▄▅▆▇█"
NONE = "·"
_EDGE = 3
"""Cells at the left, so that it stands below what is typed; one less at the right."""


class Shown(NamedTuple):
    """A timeline, and what there is in each period."""

    timeline: Timeline
    counts: tuple[int, ...]


def bars(counts: tuple[int, ...]) -> str:
    """A cell for each count, as high as it is great; a dot for none."""
    most = max(counts, default=0)
    return "".join(BARS[(count * (len(BARS) - 1) + most - 1) // most] if count else NONE for count in counts)


class Sparkline(Widget):
    """One line; blank where nothing is to be told."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"sparkline--bar", "sparkline--none"}

    shown: reactive[Shown | None] = reactive(None)

    @dataclass
    class Chosen(Message):
        """A period was clicked on."""

        after: str
        before: str

    @property
    def room(self) -> int:
        """How many periods can be shown."""
        return max(0, self.size.width - _EDGE - 2 - 2 * len(" 2021"))

    def render_line(self, y: int) -> Strip:
        """First period, bars, last period."""
        style, width = self.rich_style, self.size.width
        shown = self.shown
        if y or shown is None:
            return Strip.blank(width, style)
        bar = style + self.get_component_rich_style("sparkline--bar", partial=True)
        none = style + self.get_component_rich_style("sparkline--none", partial=True)
        first, last = shown.timeline.ends
        segments = [Segment(f"{' ' * _EDGE}{first} ", style)]
        segments += [Segment(cell, none if cell == NONE else bar) for cell in bars(shown.counts)]
        segments.append(Segment(f" {last}", style))
        return line(segments, width, style)

    def period_at(self, x: int) -> int | None:
        """The period that is drawn in a cell."""
        if self.shown is None:
            return None
        period = x - _EDGE - len(self.shown.timeline.ends[0]) - 1
        return period if 0 <= period < self.shown.timeline.periods else None

    @on(events.MouseMove)
    def _pointed(self, event: events.MouseMove) -> None:
        period = self.period_at(event.x)
        shown = self.shown
        self.tooltip = (
            f"{shown.timeline.name(period)}: {shown.counts[period]:,}"
            if shown is not None and period is not None
            else None
        )

    @on(events.Click)
    def _clicked(self, event: events.Click) -> None:
        period = self.period_at(event.x)
        if period is not None and self.shown is not None:
            self.post_message(self.Chosen(*self.shown.timeline.bounds(period)))
