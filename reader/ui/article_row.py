"""A row of an article to a strip: a pure function, in cells. No widget, no state; styles come in as arguments."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.layout.rows import Face, Piece, WrappedRow
from reader.layout.rows import Style as TextStyle
from reader.model.text import Span
from reader.ui.render import line


class Palette(NamedTuple):
    """How the parts of an article look."""

    base: Style
    styles: Mapping[TextStyle, Style]
    faces: Mapping[Face, Style]
    number: Style
    current: Style
    match: Style
    current_match: Style
    selection: Style


_PREFIX = "article-view--"
PARTS = frozenset(
    {
        *(f"{_PREFIX}{style.name.lower()}" for style in TextStyle),
        *(f"{_PREFIX}face-{face.name.lower()}" for face in Face if face.name),
        *(f"{_PREFIX}{part}" for part in ("number", "current", "match", "current-match", "selection")),
    }
)
"""The component classes that a view needs to have for `palette`."""


def palette(base: Style, look: Callable[[str], Style]) -> Palette:
    """How things look in a theme; `look` gives the style of a component class."""
    return Palette(
        base=base,
        styles={style: look(f"{_PREFIX}{style.name.lower()}") for style in TextStyle},
        faces={face: look(f"{_PREFIX}face-{face.name.lower()}") for face in Face if face.name},
        number=look(f"{_PREFIX}number"),
        current=look(f"{_PREFIX}current"),
        match=look(f"{_PREFIX}match"),
        current_match=look(f"{_PREFIX}current-match"),
        selection=look(f"{_PREFIX}selection"),
    )


@dataclass(frozen=True, slots=True)
class Emphasis:
    """What is to be set off in an article, as spans of its text."""

    matches: Sequence[Span] = ()
    """In order, without overlap."""
    match: int | None = None
    """The one that one stands on."""
    selection: Span | None = None
    current: Span | None = None
    """The current answer with its question."""
    exchange_signs: Mapping[int, str] = field(default_factory=dict)
    """What hangs beside the number of an exchange: that it was marked, or noted."""
    signs: tuple[tuple[int, str], ...] = ()
    """The same beside any other passage, by where it begins, in order."""


def article_row(row: WrappedRow, width: int, palette: Palette, emphasis: Emphasis) -> Strip:
    """One row of the reading pane, exactly `width` cells wide."""
    segments = list(_margin(row, palette, emphasis))
    marks, styles = _marks_on(row, palette, emphasis)
    segments += [
        Segment(piece.text, _look(piece, palette) + (styles[mark] if mark is not None else Style()))
        for piece, mark in row.marked(marks)
    ]
    return line(segments, width, palette.base)


def _margin(row: WrappedRow, palette: Palette, emphasis: Emphasis) -> Iterable[Segment]:
    """The number of a question, the bar of the current answer, the sign of what was marked: ` 7▎★`."""
    margin = row.margin
    # The last two cells of a margin are blank even where a number hangs in it.
    edge = max(0, len(margin) - 2)
    yield Segment(margin[:edge], palette.base + palette.number)
    if edge < len(margin):
        is_current = emphasis.current is not None and row.span.overlaps(emphasis.current)
        yield Segment("▎" if is_current else " ", palette.base + palette.current)
    if edge + 1 < len(margin):
        yield Segment(_sign(row, emphasis), palette.base + palette.current)


def _sign(row: WrappedRow, emphasis: Emphasis) -> str:
    if row.number is not None:
        return emphasis.exchange_signs.get(row.number, " ")
    at = bisect_left(emphasis.signs, row.span.start, key=lambda sign: sign[0])
    return emphasis.signs[at][1] if at < len(emphasis.signs) and emphasis.signs[at][0] in row.span else " "


def _marks_on(row: WrappedRow, palette: Palette, emphasis: Emphasis) -> tuple[list[Span], list[Style]]:
    """The marks that touch a row, the uppermost last, each with how it looks."""
    first = bisect_right(emphasis.matches, row.span.start, key=lambda span: span.end)
    last = bisect_left(emphasis.matches, row.span.end, key=lambda span: span.start)
    marks = list(emphasis.matches[first:last])
    styles = [
        palette.current_match if index == emphasis.match else palette.match for index in range(first, max(first, last))
    ]
    if emphasis.selection is not None:
        marks.append(emphasis.selection)
        styles.append(palette.selection)
    return marks, styles


def _look(piece: Piece, palette: Palette) -> Style:
    style = palette.base + palette.styles[piece.style]
    for face, look in palette.faces.items():
        if face in piece.face:
            style += look
    return style
