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

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

from reader.layout.cut import Cut
from reader.layout.heights import Heights
from reader.layout.rows import Column, Measure, WrappedRow
from reader.layout.stretch import Stretch, Typesetter
from reader.model.article import Article
from reader.model.text import Span

KEPT = 24
"""Stretches whose text is kept after they were drawn; of all others only where their rows begin."""


@dataclass(frozen=True, slots=True)
class Place:
    """A row that is found again however often rows are counted anew."""

    offset: int
    """Of the row, or, where it is blank, of the row with text below it."""
    above: int = 0
    """How many rows above that one."""


class WrappedArticle:
    """The rows of an article at one measure. Belongs to one thread."""

    def __init__(self, article: Article, measure: Measure, cut: Cut | None = None) -> None:
        """Wraps `article` to `measure`; how it is cut is found out where it isn't given."""
        self.article = article
        self.measure = measure
        self.column = Column.of(measure, article.exchanges[-1].number if article.exchanges else 0)
        self._typesetter = Typesetter(article, measure, self.column)
        self._cut = cut or Cut(article)
        self._heights = Heights(self._cut, self.column.width, is_folded=measure.is_folded)
        self._starts: list[Sequence[int] | None] = [None] * len(self._cut)
        self._kept: OrderedDict[int, Stretch] = OrderedDict()
        self._todo = list(range(len(self._cut)))
        self._touched = 0

    @property
    def height(self) -> int:
        """How many rows there are; an estimate until `is_complete`."""
        return self._heights.total

    @property
    def is_complete(self) -> bool:
        """Whether every row is laid out, so that row numbers no longer change."""
        return not self._todo

    def advance(self, seconds: float) -> bool:
        """Lays out more, for about so long; whether there is more to do. Rows may be counted anew: see `place`."""
        until = perf_counter() + seconds
        while self._todo and perf_counter() < until:
            at = bisect_right(self._todo, self._touched)
            nearest = self._todo[max(0, at - 1) : at + 1]
            self._lay(min(nearest, key=lambda stretch: abs(stretch - self._touched)))
        return bool(self._todo)

    def row(self, y: int) -> WrappedRow:
        """The row at `y`, blank above the first and below the last. Never changes which row is at `y` or above it."""
        stretch = self._stretch_at(y)
        if stretch is None:
            end = Span(len(self.article.text), len(self.article.text))
            return WrappedRow((), self.column.left, end, max(0, len(self.article.blocks) - 1))
        return self._typesetter.row(self._drawn(stretch), y - self._heights.before(stretch))

    def row_of(self, offset: int) -> int:
        """The row that shows an offset: that of the fold where it is folded away, else the last one before it."""
        stretch = self._cut.of(offset)
        self._touched = stretch
        while True:
            starts = self._lay(stretch)
            found = bisect_right(starts, offset) - 1
            if found >= 0:
                return self._heights.before(stretch) + found
            if stretch == 0:
                return 0
            stretch -= 1

    def row_near(self, offset: int) -> int:
        """Where an offset is, as well as can be told without laying anything out: for a progress line."""
        stretch = self._cut.of(offset)
        first, starts = self._heights.before(stretch), self._starts[stretch]
        if starts is not None:
            return first + max(0, bisect_right(starts, offset) - 1)
        start, end = self._cut.span(stretch)
        rows = self._heights.before(stretch + 1) - first
        return first + rows * min(offset - start, end - start) // max(1, end - start)

    def offset_near(self, y: int) -> int:
        """Where a row begins, told as `row_near` tells rows: no offset before it is near this row or one below."""
        if y >= self.height:
            return len(self.article.text)
        stretch = self._heights.at(max(y, 0))
        first, starts = self._heights.before(stretch), self._starts[stretch]
        if starts is not None:
            return starts[min(max(0, y - first), len(starts) - 1)] if starts else self._cut.span(stretch).start
        start, end = self._cut.span(stretch)
        rows = self._heights.before(stretch + 1) - first
        return start - (-(end - start) * (y - first) // max(1, rows))

    def offset_of(self, y: int) -> int:
        """The offset at which a row begins; on a blank row, that of the text below. Beyond the end, the last row's."""
        stretch = self._stretch_at(max(y, 0))
        if stretch is None:
            stretch = next((last for last in range(len(self._starts) - 1, -1, -1) if self._lay(last)), 0)
        starts = self._lay(stretch)
        return starts[min(max(0, y - self._heights.before(stretch)), len(starts) - 1)] if starts else 0

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

    def _stretch_at(self, y: int) -> int | None:
        """The stretch that holds row `y`, laid out; None where there is no such row."""
        stretch = self._touched
        if self._starts[stretch] is None or y < self._heights.before(stretch):
            stretch = self._heights.at(y)
        while 0 <= y < self.height:
            self._lay(stretch)
            if y < self._heights.before(stretch + 1):
                self._touched = stretch
                return stretch
            stretch = self._heights.at(y)
        return None

    def _unlaid(self, first: int, last: int) -> int | None:
        """A stretch among these rows that is still to be laid out, the last one first."""
        found = bisect_right(self._todo, self._heights.at(last)) - 1
        return self._todo[found] if found >= 0 and self._todo[found] >= self._heights.at(first) else None

    def _lay(self, stretch: int) -> Sequence[int]:
        """Where the rows of a stretch begin; lays it out if need be."""
        starts = self._starts[stretch]
        if starts is None:
            starts = self._starts[stretch] = self._drawn(stretch).starts
            del self._todo[bisect_left(self._todo, stretch)]
            self._heights.learn(stretch, len(starts))
        return starts

    def _drawn(self, stretch: int) -> Stretch:
        """A stretch laid out, from those kept or made again."""
        drawn = self._kept.pop(stretch, None)
        if drawn is None:
            drawn = self._typesetter.stretch(self._cut.blocks(stretch), self._cut.span(stretch))
            if len(self._kept) >= KEPT:
                self._kept.popitem(last=False)
        self._kept[stretch] = drawn
        return drawn
