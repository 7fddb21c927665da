"""A stretch of an article, laid out: its blocks as rows. Rows count from the stretch's first.

    sets     gap  strand          gap  strand  strand  gap  fold
    rows     0    1  2  3  4  5   6    7  8    9       10   11

A set knows where its rows begin; what a row shows is put together when it is drawn.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from reader.layout.cells import fit
from reader.layout.folds import Folds
from reader.layout.rows import Column, Measure, Piece, Style, WrappedRow
from reader.layout.setting import Setting
from reader.layout.strand import Strand
from reader.model.article import Article, Code, Furniture
from reader.model.text import Span


class Set(NamedTuple):
    """Rows of one kind that follow each other."""

    block: int
    starts: list[int]
    """Where its rows begin: in what the strand shows, else in the article."""
    strand: Strand | None = None
    fold: Span | None = None
    """Where all stands that is folded into its one row; blank rows have neither this nor a strand."""


class Stretch:
    """What a stretch consists of."""

    def __init__(self, span: Span, sets: list[Set]) -> None:
        self.span = span
        self.sets = sets
        self.firsts: list[int] = []
        """The first row of each set."""
        self.starts = array("q")
        """The offset in the article at which each row begins; on a blank row, that of the block below."""
        for one in sets:
            self.firsts.append(len(self.starts))
            self.starts.extend(one.strand.raw_starts(one.starts) if one.strand else one.starts)

    def at(self, row: int) -> tuple[int, int]:
        """The index of the set that holds a row, and which of its rows it is."""
        index = bisect_right(self.firsts, row) - 1
        return index, row - self.firsts[index]


class Typesetter:
    """Lays out stretches of one article at one measure, and draws their rows."""

    def __init__(self, article: Article, measure: Measure, column: Column) -> None:
        self._article = article
        self._measure = measure
        self._column = column
        self._setting = Setting(article, column.wide)
        self._folds = Folds(article)

    def stretch(self, blocks: range, span: Span) -> Stretch:
        """What of some blocks lies in a span, laid out."""
        sets: list[Set] = []
        for index in blocks:
            start = self._article.blocks[index].span.start
            own = list(self._sets(index, span))
            if own and start >= span.start and (gap := self._gap(index)):
                sets.append(Set(index, [start] * gap))
            sets += own
        return Stretch(span, sets)

    def row(self, stretch: Stretch, at: int) -> WrappedRow:
        """A row of a stretch as it is to be drawn."""
        index, place = stretch.at(at)
        block, starts, strand, fold = stretch.sets[index]
        if fold is not None:
            told = self._folds.summary(self._folds.run(block), is_shown=self._is_shown(block))
            piece = Piece(fit(told, self._column.width), fold.start, fold.start, Style.FOLD)
            return WrappedRow((piece,), self._column.left, fold, block)
        if strand is None:
            return WrappedRow((), self._column.left, Span(starts[place], starts[place]), block)
        end = starts[place + 1] if place + 1 < len(starts) else len(strand.shown.text)
        pieces = strand.pieces(starts[place], end)
        written = [piece for piece in pieces if piece.start < piece.end]
        shown = Span(written[0].start, written[-1].end) if written else Span(stretch.starts[at], stretch.starts[at])
        if blanks := strand.hang if place else strand.indent:
            pieces = (Piece(" " * blanks, shown.start, shown.start, Style.TEXT), *pieces)
        return WrappedRow(pieces, self._column.left, shown, block, self._setting.number(self._reach(stretch, at)))

    def _sets(self, index: int, span: Span) -> Iterator[Set]:
        """What of a block lies in a span."""
        block = self._article.blocks[index]
        if isinstance(block, Furniture):
            run = self._folds.run(index)
            if index == run.start and block.span.start >= span.start:
                yield Set(index, [block.span.start], fold=self._folds.span(run))
            if not self._is_shown(run.start):
                return
        blanks: list[int] = []
        is_begun = False
        for strand in self._setting.strands(index, span):
            if strand.is_seen:
                if blanks and is_begun:
                    yield Set(index, blanks)
                yield Set(index, strand.starts(self._column.wide if strand.is_wide else self._column.width), strand)
                blanks, is_begun = [], True
            elif not strand.span.of(self._article.text).strip() and (isinstance(block, Code) or not blanks):
                # One blank row is enough but in code.
                blanks.append(strand.span.start)

    def _gap(self, index: int) -> int:
        """Blank rows above a block."""
        above = self._seen_above(index)
        return self._setting.gap(index, above) if above >= 0 else 0

    def _seen_above(self, index: int) -> int:
        """The nearest block above of which something is shown; -1 where there is none."""
        above = index - 1
        while above >= 0 and not self._setting.is_seen(above):
            above -= 1
        return above

    def _is_shown(self, run: int) -> bool:
        """Whether the run of furniture that begins with a block is shown."""
        return not self._measure.is_folded or run in self._measure.unfolded

    def _reach(self, stretch: Stretch, at: int) -> Span:
        """From a row to the next one of its block; a block's first row reaches up to what is shown above it."""
        index, place = stretch.at(at)
        block = stretch.sets[index].block
        span = self._article.blocks[block].span
        start = stretch.starts[at]
        above = (one for one in stretch.sets[max(0, index - 2) : index] if one.block == block)
        is_first = not place and all(one.strand is None for one in above)
        if is_first and span.start >= stretch.span.start:
            start = self._article.blocks[self._seen_above(block) + 1].span.start
        is_last = at + 1 == len(stretch.starts) or stretch.sets[stretch.at(at + 1)[0]].block != block
        end = min(span.end, stretch.span.end) if is_last else stretch.starts[at + 1]
        return Span(start, max(start, end))
