"""What stands below a line that may open the readers' own part of a page.

A thread is known by the signs above and below each comment: who said it, when, and where to reply. Questions and
answers below a line say that it opens none. Lines are counted from 0.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from reader.formats.evidence import vocabulary
from reader.formats.expression import Expression

_COMMENT_SIGN: Final = Expression(
    r"(?:\bsays?:?$|^reply$|\breply\b.{0,10}$|^(?:antworten|répondre|responder|rispondi)\b|"
    r"\b\d{1,2}:\d{2}\b|\b(?:19|20)\d\d\b|\b(?:hours?|days?|weeks?|months?|years?) ago\b|^(?:posted by|by|from) )",
    re.IGNORECASE,
)
_COMMENT_SIGNS: Final = ("say", "reply", " ago", "19", "20", ":")
_COMMENT_STARTS: Final = ("antworten", "répondre", "responder", "rispondi", "posted by ", "by ", "from ")
"""Without one of these no line bears a sign of comments, and the pattern need not be asked."""
_LABEL: Final = 20
_TURNS: Final = frozenset({"asks", "answers"})


class Below(NamedTuple):
    """What stands below a line."""

    size: int
    """In characters."""
    gap: int
    """How much of it stands above the first sign of comments."""
    signs: int
    """How many lines bear one."""
    labelled: int
    """How many begin with a label that says that somebody asks, or answers."""


class Lower:
    """What stands below each line from a first one on: counted once, for each line may be a marker of comments."""

    def __init__(self, bare: Sequence[str], first: int) -> None:
        sizes = [*map(len, bare)]
        signs = [size <= 120 and _bears_sign(line) for line, size in zip(bare[first:], sizes[first:], strict=True)]
        labelled = [*map(is_labelled, bare[first:])]
        self._first = first
        self._signed = [first + at for at, is_signed in enumerate(signs) if is_signed]
        self._sizes = [0, *accumulate(sizes)]
        self._signs = [0, *accumulate(signs)]
        self._labelled = [0, *accumulate(labelled)]

    def size_of(self, first: int, past: int) -> int:
        """How many characters some lines have."""
        return max(0, self._sizes[past] - self._sizes[first])

    def below(self, index: int) -> Below:
        """What stands below a line."""
        at = index + 1 - self._first
        place = bisect_left(self._signed, index + 1)
        until = self._signed[place] if place < len(self._signed) else len(self._sizes) - 1
        return Below(
            self._sizes[-1] - self._sizes[index + 1],
            self._sizes[until] - self._sizes[index + 1],
            self._signs[-1] - self._signs[at],
            self._labelled[-1] - self._labelled[at],
        )


def is_labelled(bare: str) -> bool:
    """Whether a line begins with a label that says by itself that somebody asks, or answers."""
    label, colon, _ = bare[:_LABEL].partition(":")
    return bool(colon) and label[:1].isalpha() and vocabulary.hint(label.rstrip(" 0123456789").casefold()) in _TURNS


def _bears_sign(line: str) -> bool:
    """Whether a line is what stands above or below a comment: who said it, when, and where to reply."""
    lowered = line.lower()
    return (
        any(map(lowered.__contains__, _COMMENT_SIGNS)) or lowered.startswith(_COMMENT_STARTS)
    ) and _COMMENT_SIGN.search(line) is not None
