"""How high stretches are: exact where laid out, else estimated. In rows.

    rows before a stretch  =  those estimated  +  what the estimates before it were out by

Only what is known is stored, so that a text of any size costs nothing until it is laid out.
"""

from bisect import bisect_left, insort
from itertools import accumulate

from reader.layout.cut import Cut

_SLACK = 1.05
"""How much longer lines get by breaking at words, as a factor: measured on English at 72 cells."""
_ROWS_A_BLOCK = 1.5
"""Its gap, and the half of a row that its last line leaves empty."""


class Heights:
    """The heights of a cut's stretches in a column of some width."""

    def __init__(self, cut: Cut, width: int, *, is_folded: bool) -> None:
        self._count = len(cut)
        self._lengths, self._blocks = cut.bulk(is_folded=is_folded)
        self._has_blocks = bool(cut.blocks(0)) or len(cut) > 1
        self._rate = _SLACK / width
        self._known: list[int] = []
        self._errors: dict[int, int] = {}
        """By how many rows the estimate of a stretch was short."""
        self._sums: list[int] | None = [0]
        """Errors before each of the known stretches, and in all; None when they have to be summed again."""

    @property
    def total(self) -> int:
        """Rows of all stretches."""
        return self.before(self._count)

    def before(self, stretch: int) -> int:
        """Rows before a stretch."""
        if self._sums is None:
            self._sums = [0, *accumulate(self._errors[known] for known in self._known)]
        return self._estimate(stretch) + self._sums[bisect_left(self._known, stretch)]

    def learn(self, stretch: int, height: int) -> None:
        """Puts the height of a stretch in place of its estimate, once."""
        insort(self._known, stretch)
        self._errors[stretch] = height - self._estimate(stretch + 1) + self._estimate(stretch)
        self._sums = None

    def at(self, row: int) -> int:
        """The last stretch that begins at a row or before it; 0 for rows before the first."""
        low, high = 0, self._count
        while high - low > 1:
            middle = (low + high) // 2
            if self.before(middle) <= row:
                low = middle
            else:
                high = middle
        return low

    def _estimate(self, stretch: int) -> int:
        """Rows before a stretch, by what there is of text and blocks; a row at least for each stretch."""
        rows = self._lengths[stretch] * self._rate + self._blocks[stretch] * _ROWS_A_BLOCK
        return int(rows) + stretch * self._has_blocks
