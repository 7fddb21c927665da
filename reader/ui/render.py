"""Values to strips: pure functions, in cells. No widget, no state; styles come in as arguments."""

from collections.abc import Iterable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.strip import Strip

from reader.layout.cells import cell_width, fit
from reader.layout.displayable import display
from reader.model.text import Span


def marked(text: str, marks: Iterable[Span], base: Style, emphasis: Style, width: int) -> list[Segment]:
    """A raw text made safe on at most `width` cells, with the marked parts emphasised.

    Args:
        text: As stored; `marks` are spans in it.
        marks: In any order; where they overlap, they are one.
        base: Style of the whole.
        emphasis: Laid over `base` where a mark is.
        width: What is longer is cut and ends with an ellipsis.
    """
    displayed = display(text)
    shown = fit(displayed.text, width)
    kept = len(shown) if shown == displayed.text else max(0, len(shown) - 1)
    segments: list[Segment] = []
    at = 0
    for mark in sorted(marks):
        start = min(max(at, displayed.shown(mark.start)), kept)
        end = min(displayed.shown(mark.end), kept)
        if start >= end:
            continue
        if at < start:
            segments.append(Segment(shown[at:start], base))
        segments.append(Segment(shown[start:end], base + emphasis))
        at = end
    if at < len(shown):
        segments.append(Segment(shown[at:], base))
    return segments


def line(segments: Sequence[Segment], width: int, style: Style) -> Strip:
    """Segments as one line of exactly `width` cells."""
    room = width - sum(segment.cell_length for segment in segments)
    if room < 0:
        return Strip(segments).adjust_cell_length(width, style)
    return Strip([*segments, Segment(" " * room, style)] if room else segments, width)


def filtered(strip: Strip, filters: Iterable[LineFilter], ground: Color) -> Strip:
    """A line as it may be shown: whatever makes its lines without Textual's help asks for it.

    Textual's own way there, `Strip.apply_filter`, has the line keep what was made of it: none is asked for it twice.

    Args:
        strip: The line.
        filters: The widget's `get_line_filters`.
        ground: What the line stands on.
    """
    segments = list(strip)
    for line_filter in filters:
        segments = line_filter.apply(segments, ground)
    return Strip(segments, strip.cell_length)


def spread(left: Sequence[Segment], right: str, width: int, style: Style) -> Strip:
    """Segments at the left edge and a text at the right one; the left gives way where both don't fit."""
    room = max(0, width - cell_width(right) - 1)
    begun = Strip(left).adjust_cell_length(room, style)
    return Strip([*begun, Segment(" ", style), Segment(right, style)]).adjust_cell_length(width, style)


def plural(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun: `1 answer`, `4,102 answers`."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


def duration(seconds: float) -> str:
    """A time, as exact as one wants to know it: `40 s`, `3 min`, `280 h`."""
    return f"{seconds:.0f} s" if seconds < 100 else reading_time(round(seconds / 60))


def reading_time(minutes: int) -> str:
    """The same of whole minutes: `1 min`, `280 h`."""
    return f"{minutes} min" if minutes < 100 else f"{minutes / 60:,.0f} h"
