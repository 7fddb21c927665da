"""What a wrapped article is made of, row by row. Cells across, rows down, offsets in code points of `Article.text`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, Flag
from itertools import pairwise
from typing import NamedTuple

from reader.layout.cells import boundary_after, boundary_before, cell_width, offset_at
from reader.model.text import Span

MARK_CELLS = 2
"""Least margin on the left: one cell for the mark of the current answer, and a blank."""
LEAST_COLUMN = 16
"""The margin gives way before the column is narrower than this."""


class Measure(NamedTuple):
    """How an article is to be laid out."""

    width: int
    """Cells of the whole pane."""
    column: int = 72
    """Cells of the column of text at most; it is centred, and narrower where the pane is."""
    is_folded: bool = True
    """Whether furniture is folded into one row where it stands."""
    unfolded: frozenset[int] = frozenset()
    """Runs of furniture shown though the rest is folded, each by the index of its first block (`WrappedRow.block`)."""


class Column(NamedTuple):
    """Where the text stands in a pane. In cells."""

    left: int
    """The margin before it."""
    width: int
    wide: int
    """The width of what may go on beyond the column, to the pane's edge: code and tables."""

    @classmethod
    def of(cls, measure: Measure, questions: int) -> "Column":
        """The column at a measure, with room in the margin for the numbers of so many questions."""
        least = max(0, min(len(str(questions)) + 3 if questions else MARK_CELLS, measure.width - LEAST_COLUMN))
        width = max(1, min(measure.column, measure.width - least - (1 if least else 0)))
        left = max(least, (measure.width - width) // 2)
        return cls(left, width, max(width, measure.width - left - 1))


class Style(Enum):
    """What a piece of a row is. How that looks is the theme's."""

    HEADLINE = "headline"
    BYLINE = "byline"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    QUESTION = "question"
    SPEAKER = "speaker"
    """The name of who speaks, set apart from what is said."""
    TEXT = "text"
    QUOTE = "quote"
    MARKER = "marker"
    """The bullet or number of a list's item."""
    CODE = "code"
    TABLE = "table"
    TABLE_HEAD = "table head"
    FURNITURE = "furniture"
    FOLD = "fold"
    """The row that stands for folded furniture, and the one above furniture that is shown."""
    ASIDE = "aside"
    RULE = "rule"
    """What is drawn beside the text: the bar of a quote, the rules of a table."""


class Face(Flag):
    """What a run inside a block is besides; any of them together."""

    PLAIN = 0
    STRONG = 1
    EMPHASIS = 2
    CODE = 4
    STRIKE = 8
    LINK = 16


class Piece(NamedTuple):
    """A run of a row in one style.

    Either it shows its span character by character, or it stands for it as a whole: a name for a label, a character
    for its reference, blanks for a tab; what is drawn but not written has an empty span.
    """

    text: str
    """Displayable."""
    start: int
    end: int
    style: Style
    face: Face = Face.PLAIN
    target: str = ""
    """Where a link leads, raw as written; "" for all else."""

    @property
    def is_verbatim(self) -> bool:
        """Whether it shows its span character by character."""
        return len(self.text) == self.end - self.start and self.style is not Style.SPEAKER


@dataclass(frozen=True, slots=True)
class WrappedRow:
    """One row of a wrapped article."""

    pieces: tuple[Piece, ...]
    """From left to right, blanks by which a row is indented among them; none on a blank row."""
    indent: int
    """Cells of the margin before the first piece: the same on every row."""
    span: Span
    """From the first to the last character it shows; for a fold, all that is folded away; on a blank row, empty."""
    block: int
    """Index into `Article.blocks`; a blank row belongs to the block below it."""
    number: int | None = None
    """That of the exchange whose question begins on this row, to be hung in the margin."""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is drawn."""
        return not self.pieces

    @property
    def is_fold(self) -> bool:
        """Whether this row folds or unfolds furniture: `block` is what to put into `Measure.unfolded`."""
        return bool(self.pieces) and self.pieces[0].style is Style.FOLD

    @property
    def text(self) -> str:
        """What is drawn, without the margin."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def width(self) -> int:
        """Cells from the first piece's left to the last one's right."""
        return sum(cell_width(piece.text) for piece in self.pieces)

    @property
    def margin(self) -> str:
        """What fills the margin: blanks, with the question's number two cells left of the text where there is room."""
        shown = "" if self.number is None else str(self.number)
        return f"{shown}  ".rjust(self.indent) if len(shown) + 2 <= self.indent else " " * self.indent

    def offset_at(self, x: int) -> int | None:
        """The offset of what is drawn at a cell of the pane; beyond either end, that end. None on a blank row."""
        if not self.pieces:
            return None
        at = self.indent
        for piece in self.pieces:
            width = cell_width(piece.text)
            if x < at + width and piece.start < piece.end:
                return piece.start + (offset_at(piece.text, max(0, x - at)) if piece.is_verbatim else 0)
            at += width
        return self.span.end

    def cells(self, span: Span) -> tuple[int, int] | None:
        """The cells, in the pane, from the first to behind the last that show something of a span; None where none."""
        drawn = [(x, x + cell_width(piece.text)) for piece, x, mark in self._cut((span,)) if mark is not None]
        return (drawn[0][0], drawn[-1][1]) if drawn else None

    def marked(self, marks: Sequence[Span]) -> tuple[tuple[Piece, int | None], ...]:
        """The pieces cut where marks begin and end, each with the index of the last mark that holds it.

        No cluster is cut: one that a mark touches is marked whole.
        """
        return tuple((piece, mark) for piece, _, mark in self._cut(marks))

    def _cut(self, marks: Sequence[Span]) -> Iterator[tuple[Piece, int, int | None]]:
        """The same, with the cell at which each piece is drawn."""
        x = self.indent
        for piece in self.pieces:
            touching = [(index, mark) for index, mark in enumerate(marks) if _touches(mark, piece)]
            for part in _parts(piece, [mark for _, mark in touching]):
                mark = next((index for index, mark in reversed(touching) if _touches(mark, part)), None)
                yield part, x, mark
                x += cell_width(part.text)


def _touches(mark: Span, piece: Piece) -> bool:
    return mark.start < piece.end and piece.start < mark.end


def _parts(piece: Piece, marks: Sequence[Span]) -> Iterator[Piece]:
    """A piece cut at the ends of marks, between clusters."""
    if not marks or not piece.is_verbatim:
        yield piece
        return
    text, base = piece.text, piece.start
    cuts = {0, len(text)}
    for mark in marks:
        cuts.add(boundary_before(text, mark.start - base))
        cuts.add(_boundary_from(text, mark.end - base))
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        yield piece._replace(text=text[start:end], start=base + start, end=base + end)


def _boundary_from(text: str, offset: int) -> int:
    """The nearest boundary of clusters at or after an offset."""
    at = boundary_before(text, offset)
    return at if at >= offset or at == len(text) else boundary_after(text, at)
