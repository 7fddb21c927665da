"""Turns of both sides behind the same dash, as in the newspapers of half of Europe: who asks begins, then in turn.

    — We hear that you mend fog.          asks, though it need not say so with a mark
    — Only in October. It comes in        answers, longer, and of oneself;
    Nobody has asked for it back.         what has no dash goes on with the answer
    — Is it heavy?

Novels set their talk so too. There whoever speaks is told behind a second dash, both sides ask, and between their turns
somebody goes on telling.
"""

import re
from collections.abc import Sequence
from math import log2
from typing import Final

from reader.formats.evidence.asking import asking
from reader.formats.evidence.parts import FEWEST, Part
from reader.formats.evidence.persons import speaks_of_self
from reader.formats.evidence.reading import Move, Reading

DASHES: Final = "-–—―─ー"
"""The last one lengthens a vowel in Japanese, and begins no word: at the beginning of a line it is typed for a dash."""
_TAG: Final = re.compile(
    rf"[,.!?…»][»”\"]?\s[{DASHES}]+\s(?P<apart>[^\W\d_])|\s[–—](?P<close>[^\W\d_])"
    r"|,\s(?:dit|fit|demanda|répondit)(?:-(?:il|elle)|\s[A-ZÀ-Þ])"
)
"""What follows a dash, or a comma in French, inside a turn: `— Yes, — said the clerk`."""
_LEAST: Final = 0.2
"""How far the one side must ask at least, and more than the other."""


def in_turn(parts: Sequence[Part], sections: frozenset[int], sign: str) -> Reading | None:
    """The reading that takes the paragraphs behind a dash for questions and answers, in turn."""
    marked = [place for place, part in enumerate(parts) if part.text[0] == sign]
    if len(marked) < 2 * FEWEST:
        return None
    first, second = marked[::2], marked[1::2]
    asks, replies = (_rate(parts, side) for side in (first, second))
    if asks < _LEAST or asks - replies < _LEAST:
        return None
    told = _size(parts, second, [*first[1:], len(parts)])
    longer = log2((told / len(second) + 20) / (_size(parts, first, second) / len(first) + 20))
    own, others = (sum(speaks_of_self(parts[place].text) for place in side) / len(side) for side in (second, first))
    narrated = sum(answer - question > 1 for question, answer in zip(first, second, strict=False)) / len(second)
    tagged = sum(_is_tagged(parts[place].text) for place in marked) / len(marked)
    covered = sum(len(part.text) for part in parts[first[0] :]) / max(1, sum(len(part.text) for part in parts))
    weight = (
        3.0 * (asks - replies)
        + 0.8 * max(-1.5, min(1.5, longer - 0.5))
        + 1.0 * (own - others)
        - 5.0 * narrated
        - 4.0 * tagged
        + 4.0 * min(0.0, covered - 0.5)
        - 0.5
    )
    moves = sorted(
        [Move(parts[place].where.first, "asks") for place in first]
        + [Move(parts[place].where.first, "answers") for place in second]
    )
    return Reading(moves, sections, weight, "turns behind dashes ask and answer", is_conversation=True)


def _rate(parts: Sequence[Part], side: Sequence[int]) -> float:
    """How far the turns of a side ask on average."""
    return sum(asking(parts[place].text.lstrip(DASHES).lstrip()) for place in side) / len(side)


def _size(parts: Sequence[Part], starts: Sequence[int], stops: Sequence[int]) -> int:
    """How many code points the turns of a side have, with the paragraphs that go on with them."""
    return sum(len(part.text) for start, stop in zip(starts, stops, strict=False) for part in parts[start:stop])


def _is_tagged(text: str) -> bool:
    """Whether a narrator says inside a turn whose it is."""
    return any((found["apart"] or found["close"] or "a").islower() for found in _TAG.finditer(text))
