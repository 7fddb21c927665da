r"""Which lines of a page are worth a look: found for all of them at once, so that most lines cost next to nothing.

What begins a line tells most of them apart. So the first characters of all lines stand side by side in one string, in
which a pattern finds the few that matter:

    Jane: Why?  │  Because.  │             │  1. It is     lines
    Jan            Bec          \n\n\n        1.           three columns of each, breaks where a line has ended

Lines are counted from 0.
"""

import re
from collections.abc import Sequence
from itertools import compress, count, repeat
from operator import contains, itemgetter, lt
from typing import Final, NamedTuple

_COLUMNS: Final = 3
_RUN: Final = re.compile(rb"\x01+")


class Run(NamedTuple):
    """Lines `first` to `last`, both included."""

    first: int
    last: int


def runs(marked: bytes | bytearray) -> list[Run]:
    """The runs of lines marked with 1, in order."""
    # The constructor of a named tuple takes twice as long, and a text has thousands of paragraphs.
    made = tuple.__new__
    return [made(Run, (run.start(), run.end() - 1)) for run in _RUN.finditer(marked)]


class Glance:
    """What shows of lines without reading them."""

    __slots__ = ("_columns", "_lines", "filled", "runs")

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        heads = map(itemgetter(slice(_COLUMNS)), lines)
        beginnings = "".join(map(str.ljust, heads, repeat(_COLUMNS), repeat("\n")))
        self._columns = [beginnings[column::_COLUMNS] for column in range(_COLUMNS)]
        self.filled = bytes(map(bool, lines))
        """1 for each line in which something stands, else 0."""
        self.runs = tuple(runs(self.filled))
        """The runs of those lines."""

    def beginning(self, pattern: re.Pattern[str], column: int = 0) -> list[int]:
        """The lines of which the character in a column, up to 2, is one that a pattern stands for, in order."""
        return [found.start() for found in pattern.finditer(self._columns[column])]

    def holding(self, sign: str, reach: int) -> list[int]:
        """The lines that hold a sign within so many of their first characters, in order."""
        lines = self._lines
        held = compress(count(), map(contains, lines, repeat(sign)))
        return [index for index in held if lines[index].find(sign, 0, reach) >= 0]

    def brief(self, limit: int) -> list[int]:
        """The lines of at most `limit` characters, in order, without those of none."""
        short = compress(count(), map(lt, map(len, self._lines), repeat(limit + 1)))
        filled = self.filled
        return [index for index in short if filled[index]]
