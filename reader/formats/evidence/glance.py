"""Which lines are worth a look: found for all of them at once, so that most lines cost next to nothing.

Lines are counted from 0.
"""

import re
from collections.abc import Sequence
from itertools import compress, count, repeat
from operator import contains, itemgetter
from typing import Final

_RUN: Final = re.compile(rb"\x01+")


def brief(lines: Sequence[str], limit: int) -> list[int]:
    """The lines of at most `limit` characters, in order, without those of none."""
    return list(compress(count(), map(range(1, limit + 1).__contains__, map(len, lines))))


def filled(lines: Sequence[str]) -> bytearray:
    """1 for each line that isn't blank, else 0."""
    return bytearray(map(bool, lines))


def runs(marked: bytearray) -> list[tuple[int, int]]:
    """Where runs of lines marked with 1 begin, and before which line they end."""
    return [run.span() for run in _RUN.finditer(marked)]


class Glance:
    """How lines begin."""

    __slots__ = ("_heads", "_text")

    def __init__(self, lines: Sequence[str], reach: int) -> None:
        """`reach` says how many characters of each line are looked at."""
        self._heads = list(map(itemgetter(slice(reach)), lines))
        self._text = "\n".join(("", *self._heads))

    def beginning(self, pattern: re.Pattern[str]) -> list[int]:
        r"""The lines that begin as a pattern says, in order.

        The pattern begins with the break before the line (`\n`), for that is what a search can look for fast.
        """
        if self._text.count("\n") != len(self._heads):  # a character reference made a break inside a line
            return [index for index, head in enumerate(self._heads) if pattern.match(f"\n{head}")]
        found: list[int] = []
        index, counted = -1, 0
        for match in pattern.finditer(self._text):
            at = match.start() + 1
            index += self._text.count("\n", counted, at)
            counted = at
            found.append(index)
        return found

    def holding(self, sign: str, reach: int | None = None) -> list[int]:
        """The lines that hold a sign near their beginning, in order."""
        if sign not in self._text:
            return []
        heads = self._heads if reach is None else map(itemgetter(slice(reach)), self._heads)
        return list(compress(count(), map(contains, heads, repeat(sign))))
