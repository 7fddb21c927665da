"""Where the questions of an article stand on a line of some cells.

    rows    0 ······ 1 ··· 2 3 ····················· 56,814 ··· the article's height
    cells   ┼────────────┼──────┼────────────────────────────┼─

Asked for by the line, which knows how long it is, and found by the cell: there may be many more questions than cells.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Protocol


class Rows(Protocol):
    """An article laid out, as far as it is by now."""

    @property
    def height(self) -> int:
        """How many rows there are."""

    def row_near(self, offset: int) -> int:
        """Where an offset is."""

    def offset_near(self, y: int) -> int:
        """Where a row begins."""


class Ticks:
    """The questions of one layout, by where each begins."""

    def __init__(self, rows: Rows, starts: Sequence[int]) -> None:
        self._rows = rows
        self._starts = starts
        self._found: tuple[int, dict[int, int]] = (0, {})

    def in_cells(self, count: int) -> Mapping[int, int]:
        """The cells, of so many, in which a question stands, each with the index of the first that does."""
        if self._found[0] != count:
            self._found = count, self._look(count) if count else {}
        return self._found[1]

    def _look(self, count: int) -> dict[int, int]:
        found: dict[int, int] = {}
        height = max(1, self._rows.height)
        index = 0
        while index < len(self._starts):
            cell = min(count - 1, self._rows.row_near(self._starts[index]) * count // height)
            found.setdefault(cell, index)
            behind = self._rows.offset_near(-(-(cell + 1) * height // count))
            index = bisect_left(self._starts, behind, index + 1)
        return found
