"""An article as rows of a column: row <-> offset. Rows count from 0, offsets are code points of `Article.text`.

A text is cut into stretches of some pages each, at blocks where it can be. A stretch is laid out when a row of it is
asked for, and costs milliseconds; until then its height is estimated:

    stretch   0          1          2          3                 n
              ├──────────┼──────────┼──────────┼──── … ──────────┤
    height    212        198        ~205       ~205              187      wrapped, wrapped, estimated …

so a text of any size opens at once, at any place. Laying a stretch out may change its height, and with it the number of
each row below, never of one above: whoever keeps a place keeps its offset, and asks `row_of` again. `advance` lays out
what is left, a slice of time at a time, nearest first; when `is_complete`, all is exact and stays.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from dataclasses import dataclass
from itertools import accumulate
from time import perf_counter
from typing import NamedTuple

from reader.layout.cells import fit
from reader.layout.folds import Folds
from reader.layout.rows import Measure, Piece, Style, WrappedRow
from reader.layout.setting import Setting
from reader.layout.strand import Strand
from reader.model.article import Article, Block, Furniture
from reader.model.text import Span

STRETCH = 16_384
"""Code points of a stretch: some pages, laid out within a frame."""
MOST_STRETCHES = 2048
"""In a huge text stretches are longer, so that their sums stay cheap."""
KEPT = 12
"""Stretches whose text is kept after they were drawn; of all others only where their rows begin."""

_MARK_CELLS = 2
"""Least margin on the left: one cell for the mark of the current answer, and a blank."""
_LEAST_COLUMN = 16
"""The margin gives way before the column is narrower than this."""


class _Row(NamedTuple):
    """A row of a stretch that is laid out."""

    block: int
    strand: Strand | None
    """None on a blank row and on a fold."""
    start: int = 0
    """In code points of what the strand shows; on a blank row, the offset of the block below."""
    end: int = 0
    fold: Span | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A row that is found again however often rows are counted anew."""

    offset: int
    """Of the row, or, where it is blank, of the row with text below it."""
    above: int = 0
    """How many rows above that one."""


class WrappedArticle:
    """The rows of an article at one measure. Belongs to one thread."""

    def __init__(self, article: Article, measure: Measure, stretch: int = STRETCH) -> None:
        """Wraps `article` to `measure`; `stretch` is how many code points are laid out at once."""
        self.article = article
        self.measure = measure
        self._folds = Folds(article)
        digits = len(str(article.exchanges[-1].number)) if article.exchanges else 0
        least = digits + 3 if digits else _MARK_CELLS
        least = max(0, min(least, measure.width - _LEAST_COLUMN))
        self.column = max(1, min(measure.column, measure.width - least - (1 if least else 0)))
        self.left = max(least, (measure.width - self.column) // 2)
        self.wide = max(self.column, measure.width - self.left - 1)
        self._setting = Setting(article, self.wide)
        self._edges = self._cut(stretch)
        self._heights = [self._estimate(stretch) for stretch in range(len(self._edges) - 1)]
        self._starts: list[array[int] | None] = [None] * len(self._heights)
        self._bases = [0, *accumulate(self._heights)]
        self._first_stale = len(self._heights)
        self._drawn: OrderedDict[int, list[_Row]] = OrderedDict()
        self._left_to_do = len(self._heights)
        self._touched = 0

    @property
    def height(self) -> int:
        """How many rows there are; an estimate until `is_complete`."""
        return self._base(len(self._heights))

    @property
    def is_complete(self) -> bool:
        """Whether every row is laid out, so that row numbers no longer change."""
        return self._left_to_do == 0

    def advance(self, seconds: float) -> bool:
        """Lays out more, for about so long; whether there is more to do. Rows may be counted anew: see `place`."""
        until = perf_counter() + seconds
        reach = 0
        while self._left_to_do and perf_counter() < until:
            for stretch in (self._touched + reach, self._touched - reach):
                if 0 <= stretch < len(self._starts) and self._starts[stretch] is None:
                    self._lay(stretch)
                    break
            else:
                reach += 1
        return self._left_to_do > 0

    def row(self, y: int) -> WrappedRow:
        """The row at `y`, blank above the first and below the last. Never changes which row is at `y` or above it."""
        stretch = self._stretch_at(y)
        if stretch is None:
            end = Span(len(self.article.text), len(self.article.text))
            return WrappedRow((), self.left, end, max(0, len(self.article.blocks) - 1))
        return self._drawn_row(stretch, y - self._base(stretch))

    def row_of(self, offset: int) -> int:
        """The row that shows an offset: that of the fold where it is folded away, else the last one before it."""
        stretch = self._stretch_of(offset)
        self._touched = stretch
        while True:
            starts = self._lay(stretch)
            found = bisect_right(starts, offset) - 1
            if found >= 0:
                return self._base(stretch) + found
            if stretch == 0:
                return 0
            stretch -= 1

    def row_near(self, offset: int) -> int:
        """Where an offset is, as well as can be told without laying anything out: for a progress line."""
        stretch = self._stretch_of(offset)
        starts = self._starts[stretch]
        if starts is not None:
            return self._base(stretch) + max(0, bisect_right(starts, offset) - 1)
        first, last = self._edges[stretch], self._edges[stretch + 1]
        return self._base(stretch) + self._heights[stretch] * (offset - first) // max(1, last - first)

    def offset_of(self, y: int) -> int:
        """The offset at which a row begins; on a blank row, that of the text below. Beyond the end, the last row's."""
        stretch = self._stretch_at(max(y, 0))
        if stretch is None:
            stretch = next((last for last in range(len(self._starts) - 1, -1, -1) if self._lay(last)), 0)
        starts = self._lay(stretch)
        return starts[min(max(0, y - self._base(stretch)), len(starts) - 1)] if starts else 0

    def place(self, y: int) -> Place:
        """The row at `y`, to be found again with `row_at`."""
        offset = self.offset_of(y)
        return Place(offset, max(0, self.row_of(offset) - y))

    def row_at(self, place: Place) -> int:
        """Where a place is now."""
        return max(0, self.row_of(place.offset) - place.above)

    def settle(self, y: int, above: int, below: int) -> int:
        """Lays out so many rows above and below `y`; where the row is that was at `y`.

        After it, rows so near are exact to each other: before scrolling, so that nothing jumps.
        """
        place = self.place(y)
        while True:
            row = self.row_at(place)
            todo = self._unlaid(row - above, row + below)
            if todo is None:
                return row
            self._lay(todo)

    def row_of_exchange(self, number: int) -> int | None:
        """The row on which the question of an exchange begins; None where there is no such exchange."""
        found = [one for one in self.article.exchanges[max(0, number - 1) : number] if one.number == number]
        return self.row_of(found[0].question.span.start) if found else None

    def offset_at(self, y: int, x: int) -> int | None:
        """The offset of what is drawn at a cell of a row; None on a blank row and where there is no row."""
        return self.row(y).offset_at(x)

    def row_cells(self, y: int, span: Span) -> tuple[int, int] | None:
        """The cells of a row on which a span is drawn; None where it isn't."""
        return self.row(y).cells(span)

    def _cut(self, stretch: int) -> list[int]:
        """The offsets at which stretches begin, and the text's end."""
        text, blocks = self.article.text, self.article.blocks
        size = max(stretch, len(text) // MOST_STRETCHES)
        edges = [0]
        for target in range(size, len(text), size):
            at = bisect_right(blocks, target, key=_start)
            edge = _start(blocks[at]) if at < len(blocks) else len(text)
            if at and blocks[at - 1].span.end > target and edge - blocks[at - 1].span.start > 2 * size:
                edge = _good_cut(text, target)
            if edges[-1] < edge < len(text):
                edges.append(edge)
        return [*edges, len(text)]

    def _blocks(self, stretch: int) -> range:
        """The blocks of which a part lies in a stretch."""
        first, last = self._edges[stretch], self._edges[stretch + 1]
        blocks = self.article.blocks
        start = bisect_right(blocks, first, key=_start) - 1
        if start < 0 or blocks[start].span.end <= first < last:
            start += 1
        return range(start, bisect_left(blocks, last, key=_start))

    def _estimate(self, stretch: int) -> int:
        """How high a stretch will be, about."""
        blocks = self._blocks(stretch)
        if not blocks:
            return 0
        ends = (self.article.blocks[blocks[0]], self.article.blocks[blocks[-1]])
        if self.measure.is_folded and all(isinstance(block, Furniture) for block in ends):
            return 1
        return 2 * len(blocks) + (self._edges[stretch + 1] - self._edges[stretch]) * 21 // (20 * self.column)

    def _base(self, stretch: int) -> int:
        """The first row of a stretch."""
        if stretch > self._first_stale:
            self._bases[self._first_stale :] = accumulate(
                self._heights[self._first_stale :], initial=self._bases[self._first_stale]
            )
            self._first_stale = len(self._heights)
        return self._bases[stretch]

    def _stretch_of(self, offset: int) -> int:
        return min(max(0, bisect_right(self._edges, offset) - 1), len(self._heights) - 1)

    def _stretch_at(self, y: int) -> int | None:
        """The stretch that holds row `y`, laid out; None where there is no such row."""
        while 0 <= y < self.height:
            stretch = bisect_right(self._bases, y) - 1
            self._lay(stretch)
            if y < self._base(stretch + 1):
                self._touched = stretch
                return stretch
        return None

    def _unlaid(self, first: int, last: int) -> int | None:
        """A stretch among these rows that is still to be laid out, the last one above first."""
        self._base(len(self._heights))
        low = max(0, bisect_right(self._bases, max(0, first)) - 1)
        high = min(len(self._heights), bisect_right(self._bases, last))
        return next((stretch for stretch in range(high - 1, low - 1, -1) if self._starts[stretch] is None), None)

    def _lay(self, stretch: int) -> "array[int]":
        """Where the rows of a stretch begin; lays it out if need be."""
        starts = self._starts[stretch]
        if starts is None:
            rows = self._rows(stretch)
            starts = self._starts[stretch] = array("q", map(_raw_start, rows))
            self._left_to_do -= 1
            if len(rows) != self._heights[stretch]:
                self._heights[stretch] = len(rows)
                self._first_stale = min(self._first_stale, stretch)
        return starts

    def _rows(self, stretch: int) -> list[_Row]:
        """The rows of a stretch, from those kept or made again."""
        rows = self._drawn.pop(stretch, None)
        if rows is None:
            rows = self._made(stretch)
            if len(self._drawn) >= KEPT:
                self._drawn.popitem(last=False)
        self._drawn[stretch] = rows
        return rows

    def _made(self, stretch: int) -> list[_Row]:
        """The rows of a stretch."""
        part = Span(self._edges[stretch], self._edges[stretch + 1])
        rows: list[_Row] = []
        for index in self._blocks(stretch):
            block = self.article.blocks[index]
            is_begun = block.span.start < part.start
            own: list[_Row] = []
            if isinstance(block, Furniture):
                run = self._folds.run(index)
                if index == run.start and not is_begun:
                    own.append(_Row(index, None, fold=self._folds.span(run)))
                if not self._is_shown(run.start):
                    if own:
                        rows += [_Row(index, None, block.span.start)] * self._gap(index)
                    rows += own
                    continue
            for strand in self._setting.strands(index, part):
                if not strand.is_seen:
                    continue
                starts = strand.starts(self.wide if strand.is_wide else self.column)
                ends = [*starts[1:], len(strand.shown.text)]
                own += [_Row(index, strand, start, end) for start, end in zip(starts, ends, strict=True)]
            if own and not is_begun:
                rows += [_Row(index, None, block.span.start)] * self._gap(index)
            rows += own
        return [
            row if row.strand or row.fold else row._replace(start=_start(self.article.blocks[row.block]))
            for row in rows
        ]

    def _drawn_row(self, stretch: int, at: int) -> WrappedRow:
        """A row of a stretch as values to be drawn."""
        row = self._rows(stretch)[at]
        if row.fold is not None:
            told = self._folds.summary(self._folds.run(row.block), is_shown=self._is_shown(row.block))
            text = fit(told, self.column)
            piece = Piece(text, row.fold.start, row.fold.start, Style.FOLD)
            return WrappedRow((piece,), self.left, row.fold, row.block)
        if row.strand is None:
            return WrappedRow((), self.left, Span(row.start, row.start), row.block)
        strand = row.strand
        pieces = strand.pieces(row.start, row.end)
        written = [piece for piece in pieces if piece.start < piece.end]
        start = written[0].start if written else strand.span.start
        end = written[-1].end if written else start
        number = self._setting.number(self._reach(stretch, at))
        indent = self.left + (strand.hang if row.start else strand.indent)
        return WrappedRow(pieces, indent, Span(start, end), row.block, number)

    def _reach(self, stretch: int, at: int) -> Span:
        """From the row at `at` to the next one of its block, what is hidden before and after included."""
        rows, starts = self._rows(stretch), self._lay(stretch)
        row, block = rows[at], self.article.blocks[rows[at].block].span
        start = starts[at]
        if not at or rows[at - 1].block != row.block or rows[at - 1].strand is None:
            first = row.block
            while first > 0 and block.start >= self._edges[stretch] and not self._setting.is_seen(first - 1):
                first -= 1
            start = max(_start(self.article.blocks[first]), self._edges[stretch] if first == row.block else 0)
        closes = at + 1 == len(rows) or rows[at + 1].block != row.block
        return Span(start, max(start, min(block.end, self._edges[stretch + 1]) if closes else starts[at + 1]))

    def _gap(self, index: int) -> int:
        """Blank rows above a block."""
        above = index - 1
        while above >= 0 and not self._setting.is_seen(above):
            above -= 1
        return self._setting.gap(index, above) if above >= 0 else 0

    def _is_shown(self, block: int) -> bool:
        """Whether the run of furniture that begins with a block is shown."""
        return not self.measure.is_folded or block in self.measure.unfolded


def _start(block: Block) -> int:
    return block.span.start


def _raw_start(row: _Row) -> int:
    if row.fold is not None:
        return row.fold.start
    if row.strand is None:
        return row.start
    if not row.start and row.strand.lead:
        return min(row.strand.span.start, row.strand.lead[0].start)
    return row.strand.shown.raw(row.start) if row.strand.shown.text else row.strand.span.start


def _good_cut(text: str, target: int) -> int:
    """Where to cut a huge block near an offset: after a line, a sentence, a word, else anywhere between letters."""
    for joint in ("\n", ". ", " "):
        found = text.rfind(joint, target - 2048, target)
        if found >= 0:
            return found + len(joint)
    while not text[target].isalnum() and target + 1 < len(text):
        target += 1
    return target
