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

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from time import perf_counter

from reader.layout.rows import Column, Measure, WrappedRow
from reader.layout.stretch import Stretch, Typesetter
from reader.model.article import Article, Block, Furniture, Table
from reader.model.text import Span

STRETCH = 8_192
"""Code points of a stretch: some pages, laid out within a frame."""
MOST_STRETCHES = 1024
"""In a huge text stretches are longer, so that their sums stay cheap."""
KEPT = 24
"""Stretches whose text is kept after they were drawn; of all others only where their rows begin."""

MOST_TABLE = 262_144
"""Code points up to which a table is aligned as a whole."""


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
        self.column = Column.of(measure, article.exchanges[-1].number if article.exchanges else 0)
        self._typesetter = Typesetter(article, measure, self.column)
        self._edges, self._firsts = self._cut(stretch)
        self._heights = [self._estimate(stretch) for stretch in range(len(self._edges) - 1)]
        self._starts: list[Sequence[int] | None] = [None] * len(self._heights)
        self._bases = [0, *accumulate(self._heights)]
        self._first_stale = len(self._heights)
        self._kept: OrderedDict[int, Stretch] = OrderedDict()
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
            return WrappedRow((), self.column.left, end, max(0, len(self.article.blocks) - 1))
        return self._typesetter.row(self._drawn(stretch), y - self._base(stretch))

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

    def _cut(self, stretch: int) -> tuple[list[int], list[int]]:
        """The offsets at which stretches begin, and the text's end; and the first block behind each of them."""
        text, blocks = self.article.text, self.article.blocks
        size = max(stretch, len(text) // MOST_STRETCHES)
        edges, firsts = [0], [0]
        for target in range(size, len(text), size):
            at = bisect_right(blocks, target, firsts[-1], key=_start)
            edge = _start(blocks[at]) if at < len(blocks) else len(text)
            if at and blocks[at - 1].span.end > target and _may_be_cut(blocks[at - 1], size):
                edge = _good_cut(text, target)
            if edges[-1] < edge < len(text):
                edges.append(edge)
                firsts.append(at)
        return [*edges, len(text)], [*firsts, len(blocks)]

    def _blocks(self, stretch: int) -> range:
        """The blocks of which a part lies in a stretch."""
        first = self._firsts[stretch]
        is_begun = first > 0 and self.article.blocks[first - 1].span.end > self._edges[stretch]
        return range(first - is_begun, self._firsts[stretch + 1])

    def _estimate(self, stretch: int) -> int:
        """How high a stretch will be, about."""
        blocks = self._blocks(stretch)
        if not blocks:
            return 0
        ends = (self.article.blocks[blocks[0]], self.article.blocks[blocks[-1]])
        if self.measure.is_folded and all(isinstance(block, Furniture) for block in ends):
            return 1
        return 2 * len(blocks) + (self._edges[stretch + 1] - self._edges[stretch]) * 21 // (20 * self.column.width)

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

    def _lay(self, stretch: int) -> Sequence[int]:
        """Where the rows of a stretch begin; lays it out if need be."""
        starts = self._starts[stretch]
        if starts is None:
            starts = self._starts[stretch] = self._drawn(stretch).starts
            self._left_to_do -= 1
            if len(starts) != self._heights[stretch]:
                self._heights[stretch] = len(starts)
                self._first_stale = min(self._first_stale, stretch)
        return starts

    def _drawn(self, stretch: int) -> Stretch:
        """A stretch laid out, from those kept or made again."""
        drawn = self._kept.pop(stretch, None)
        if drawn is None:
            span = Span(self._edges[stretch], self._edges[stretch + 1])
            drawn = self._typesetter.stretch(self._blocks(stretch), span)
            if len(self._kept) >= KEPT:
                self._kept.popitem(last=False)
        self._kept[stretch] = drawn
        return drawn


def _start(block: Block) -> int:
    return block.span.start


def _may_be_cut(block: Block, size: int) -> bool:
    """Whether a block is too long to be laid out as a whole. A table's columns need all of it."""
    most = MOST_TABLE if isinstance(block, Table) else 2 * size
    return len(block.span) > most


def _good_cut(text: str, target: int) -> int:
    """Where to cut a huge block near an offset: after a line, a sentence, a word, else anywhere between letters."""
    for joint in ("\n", ". ", " "):
        found = text.rfind(joint, target - 2048, target)
        if found >= 0:
            return found + len(joint)
    while not text[target].isalnum() and target + 1 < len(text):
        target += 1
    return target
