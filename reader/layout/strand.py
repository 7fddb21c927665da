r"""What a part of an article shows, in one line of any length, ready to be broken. Offsets as said, cells across.

    source   **MJ:** Well,\n  \n yes&nbsp;…      Article.text, with its inlines
    strand   Matt Jukes  Well, yes …             what is read: markup gone, white space folded, displayable
    rows     Matt Jukes  Well,                   broken at a width (breaks.py)
             yes …

A strand knows which code point of the source each of its own is, and in which style it is drawn.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from reader.layout.breaks import BLANKS, chopped_starts, line_starts, plain_line_starts
from reader.layout.cells import boundary_before, cell_width
from reader.layout.characters import is_plain
from reader.layout.displayable import Displayed
from reader.layout.rows import Face, Piece, Style
from reader.model.text import Span


class Run(NamedTuple):
    """A run of the source in one style."""

    start: int
    end: int
    style: Style
    face: Face = Face.PLAIN
    target: str = ""
    shown: str | None = None
    """What is shown in its place, if not itself."""


class Paint(NamedTuple):
    """How a strand is drawn from an offset of its text on."""

    at: int
    run: Run


@dataclass(frozen=True, slots=True)
class Strand:
    """One line of any length, and where it is to stand."""

    shown: Displayed
    """What is shown; its raw offsets are those of the article."""
    paints: tuple[Paint, ...]
    span: Span
    indent: int = 0
    """Of its first row, from the column's left edge."""
    hang: int = 0
    """Of the rows after it."""
    lead: tuple[Piece, ...] = ()
    """What stands before the text on the first row."""
    bar: tuple[Piece, ...] = ()
    """What stands before the text on every row."""
    is_chopped: bool = False
    """Whether rows end at the width, wherever that is."""
    is_wide: bool = False
    """Whether it may go on beyond the column, to the pane's edge."""

    is_plain: bool = False
    """Whether it is known to be made of plain characters only."""

    @property
    def is_seen(self) -> bool:
        """Whether it shows anything."""
        return bool(self.shown.text) or any(piece.text for piece in self.lead)

    def starts(self, width: int) -> list[int]:
        """Where the rows begin, in code points of what is shown, in a column of so many cells."""
        broken = chopped_starts if self.is_chopped else plain_line_starts if self.is_plain else line_starts
        room = width - (_width(self.bar) if self.bar else 0)
        return broken(self.shown.text, room - self.hang, room - self.indent - (_width(self.lead) if self.lead else 0))

    def raw_starts(self, starts: list[int]) -> list[int]:
        """The offsets in the article at which rows begin."""
        stitches = self.shown.raw_stitches
        if len(stitches) == 1:
            base = stitches[0]
            found = [base + start for start in starts]
        else:
            found = [self.shown.raw(start) for start in starts]
        if self.lead:
            found[0] = min(found[0], self.lead[0].start)
        return found

    def pieces(self, start: int, end: int) -> tuple[Piece, ...]:
        """What is drawn of the text between two offsets, without blanks at the end, and what stands before it."""
        text = self.shown.text
        end = start + len(text[start:end].rstrip(BLANKS)) if not self.is_chopped else end
        before = self.bar if start else self.bar + self.lead
        cuts = {start, end}
        cuts.update(paint.at for paint in self.paints[bisect_right(self.paints, start, key=_at) :] if paint.at < end)
        stitches = self.shown.shown_stitches
        cuts.update(stitches[bisect_right(stitches, start) : bisect_left(stitches, end)])
        if len(cuts) > 2 and not is_plain(text[start:end]):
            cuts = {start + boundary_before(text[start:end], cut - start) for cut in cuts}
        return before + tuple(self._piece(at, following) for at, following in pairwise(sorted(cuts)))

    def _piece(self, start: int, end: int) -> Piece:
        """A run of the text in which nothing changes."""
        run = self.paints[bisect_right(self.paints, start, key=_at) - 1].run
        stitch = bisect_right(self.shown.shown_stitches, start) - 1
        first, last = self.shown.raw(start), self.shown.raw(end - 1) + 1
        if stitch + 1 < len(self.shown.shown_stitches):
            (at, following), (raw, raw_following) = (
                stitches[stitch : stitch + 2] for stitches in (self.shown.shown_stitches, self.shown.raw_stitches)
            )
            if end <= following and (run.shown is not None or following - at > raw_following - raw):
                # It stands for what it replaces as a whole, on the row where it begins.
                first, last = (raw if start == at else raw_following), raw_following
        return Piece(self.shown.text[start:end], first, last, run.style, run.face, run.target)


def _at(paint: Paint) -> int:
    return paint.at


def _width(pieces: Iterable[Piece]) -> int:
    return sum(cell_width(piece.text) for piece in pieces)
