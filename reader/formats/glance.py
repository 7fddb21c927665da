r"""Which lines of a page are worth a look: found for all of them at once, so that most lines cost next to nothing.

What begins a line tells most of them apart. So the first characters of all that aren't blank stand side by side in one
string, in which a pattern finds the few that matter:

    Jane: Why?  │  Because.  │  1. It is  │  I     lines
    Jan            Bec          1.           I     three columns of each, blanks where a line has ended

Lines are counted from 0.
"""

import re
from collections.abc import Sequence
from itertools import compress, count, repeat
from operator import contains, ne
from typing import Final, NamedTuple

from reader.formats.strokes import has_words

_COLUMNS: Final = 3
_BRIEF: Final = 48
_SYMBOL: Final = re.compile(r"\W|_")


class Run(NamedTuple):
    """Lines `first` to `last`, both included."""

    first: int
    last: int


def runs(marked: bytes | bytearray) -> list[Run]:
    """The runs of lines marked with 1, in order; the others are marked with 0."""
    edges = [*compress(count(), map(ne, b"\0" + marked, marked + b"\0"))]
    lasts = [past - 1 for past in edges[1::2]]
    # The constructor of a named tuple takes twice as long, and a text has thousands of paragraphs.
    return [*map(tuple.__new__, repeat(Run), zip(edges[::2], lasts, strict=True))]


class Glance:
    """What shows of lines without reading them."""

    __slots__ = ("_brief", "_columns", "_lines", "_worded", "_wordless", "filled", "mask", "runs")

    def __init__(self, lines: Sequence[str], before: "Glance | None" = None) -> None:
        """A glance at some lines, `before` their marks were taken out and now: most often the same ones are blank."""
        self._lines = lines
        self._wordless: Sequence[int] | None = None
        self._worded: Sequence[int] | None = None
        self._brief: Sequence[int] | None = None
        self.mask = bytes(map(bool, lines))
        """1 for each line in which something stands, else 0."""
        alike = before if before is not None and before.mask == self.mask else None
        self.filled: tuple[int, ...] = alike.filled if alike else tuple(compress(count(), lines))
        """The lines in which something stands, in order."""
        self.runs: tuple[Run, ...] = alike.runs if alike else tuple(runs(self.mask))
        """The runs of those lines."""
        # One format for all lines: to slice and to fill each of them takes twice as long.
        beginnings = (f"%-{_COLUMNS}.{_COLUMNS}s" * len(self.filled)) % tuple(filter(None, lines))
        self._columns = [beginnings[column::_COLUMNS] for column in range(_COLUMNS)]

    def beginning(self, pattern: re.Pattern[str], column: int = 0) -> list[int]:
        """The lines of which the character in a column, up to 2, is one that a pattern stands for, in order."""
        signs = self._columns[column]
        if not pattern.search(signs):
            return []  # in most texts, of most signs
        filled = self.filled
        return [filled[found.start()] for found in pattern.finditer(signs)]

    @property
    def wordless(self) -> Sequence[int]:
        """The lines that aren't blank and have neither letters nor digits, in order."""
        if self._wordless is None:
            lines = self._lines
            self._wordless = [index for index in self.beginning(_SYMBOL) if not has_words(lines[index])]
        return self._wordless

    @property
    def worded(self) -> Sequence[int]:
        """The lines that have letters or digits, in order."""
        if self._worded is None:
            apart = frozenset(self.wordless)
            self._worded = [index for index in self.filled if index not in apart] if apart else self.filled
        return self._worded

    def holding(self, sign: str, reach: int) -> list[int]:
        """The lines that hold a sign within so many of their first characters, in order."""
        lines = self._lines
        held = compress(count(), map(contains, lines, repeat(sign)))
        return [index for index in held if sign in lines[index][:reach]]

    def brief(self, limit: int) -> Sequence[int]:
        """The lines of at most `limit` characters, up to 48, in order, without those of none."""
        lines = self._lines
        if self._brief is None:
            self._brief = [index for index in self.filled if len(lines[index]) <= _BRIEF]
        return self._brief if limit >= _BRIEF else [index for index in self._brief if len(lines[index]) <= limit]
