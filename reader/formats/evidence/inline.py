"""Answers that go on behind their questions on the same line, one pair after another.

    What keeps it dry? Tar, and a good deal of hope.        the first sentence asks, the rest tells
    Who rows? “My sister, mostly.”                          ◀ a mark before each answer says so all the more
    She has the arms for it.                                goes on with the answer

Prose may begin a paragraph with a question and answer it; hardly ever does nearly every paragraph.
"""

import re
from collections.abc import Sequence
from math import log2
from typing import Final, NamedTuple

from reader.formats.evidence.announced import is_announced
from reader.formats.evidence.asking import has_mark
from reader.formats.evidence.paragraphs import Outline
from reader.formats.evidence.parts import FEWEST
from reader.formats.evidence.reading import Move, Reading
from reader.formats.evidence.stage import staged
from reader.formats.expression import Expression
from reader.formats.page import BOLD_LEVEL

_PAIR: Final = Expression(
    r"[^?？]{4,300}+[?？](?:\s[^?？.!…]{1,160}+[?？]){0,3}[\"”’»)]{0,2}"
    r"(?:(?P<set_off>\s?:\s|\s(?=[“„«‘]|''|\"))|\s|(?<=？)(?=\w))(?P<answer>\S)"
)
"""Questions, the first perhaps with what leads to it, and where what is told behind them begins."""
_MARKS: Final = ("?", "？")
_REACH: Final = 300
_SET_OFF: Final = 0.7
"""How many answers have a mark before them where it tells that they are answers."""
_RATE: Final = 0.85
"""How many of the lines are to be such pairs where no mark tells so."""
_RATE_SET_OFF: Final = 0.4
_FEWEST_PLAIN: Final = 4
_ANNOUNCED: Final = 0.5
_SIGNS: Final = re.compile(r"\w|[¿“„«\"]")
"""What a line that asks may begin with: not the dash of a list."""


class _Pair(NamedTuple):
    """A line with a question and its answer."""

    line: int
    answer: int
    """Column at which the answer begins."""
    is_set_off: bool


def inline(outline: Outline) -> Reading | None:
    """The reading that takes what asks at the head of a line for a question, and what follows there for its answer."""
    page = outline.page
    bare = page.bare
    asking = {index for mark in _MARKS if mark in page.text for index in page.glance.holding(mark, _REACH)}
    if len(asking) < max(FEWEST, _RATE_SET_OFF * len(page.glance.filled) / 2):
        return None
    pairs = [
        _Pair(index, found.start("answer"), found["set_off"] is not None)
        for index in sorted(asking)
        if index != page.title_line
        and index not in page.furniture
        and index not in page.verbatim
        and not 0 < page.levels[index] < BOLD_LEVEL
        and _SIGNS.match(bare[index])
        and (found := _PAIR.match(bare[index]))
    ]
    if len(pairs) < FEWEST:
        return None
    is_set_off = sum(pair.is_set_off for pair in pairs) >= _SET_OFF * len(pairs)
    if not is_set_off and len(pairs) < _FEWEST_PLAIN:
        return None
    rate = len(pairs) / _count_below(outline, pairs)
    moves = [
        move for line, column, _ in pairs for move in (Move(line, "asks"), Move(line, "answers", column, at=column))
    ]
    rhetoric = sum(has_mark(bare[pair.line][pair.answer :]) for pair in pairs) / len(pairs)
    weight = (
        4.0 * (rate - (_RATE_SET_OFF if is_set_off else _RATE))
        - 3.0 * rhetoric
        + 0.5 * log2(len(pairs) / FEWEST)
        + 4.0 * min(0.0, outline.share_below(pairs[0].line) - 0.5)
        + _ANNOUNCED * is_announced(page, pairs[0].line)
        - staged(page)
    )
    return Reading(moves, frozenset(), weight, f"{len(pairs)} lines ask and go on with the answer", is_marked=False)


def _count_below(outline: Outline, pairs: Sequence[_Pair]) -> int:
    """How many paragraphs there are from the first pair on; lines, where some pairs begin none."""
    parts = outline.between(pairs[0].line, len(outline.page.bare))
    begun = {part.first for part in parts}
    if all(pair.line in begun for pair in pairs):
        return len(parts)
    return sum(part.last - part.first + 1 for part in parts)
