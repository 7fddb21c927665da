"""A reading of turns in which one answers many, who ask under names of their own, once or twice each.

    Mira (Eastwick): …?        asks
    Odo Reed: …                answers, again and again
    Tom (Low Weir): …?         asks
    Odo Reed: …

So listeners ask on the radio, reporters at a table, readers in a chat. Where several answer, or most of the others say
something rather than ask, people only talk.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import log2
from typing import Final

from reader.formats.evidence.asking import ASKS
from reader.formats.evidence.paragraphs import Outline
from reader.formats.evidence.reading import Reading
from reader.formats.evidence.sides import declared
from reader.formats.evidence.stage import staged
from reader.formats.evidence.turns import SAMPLE, Turn, coverage, opening, voice

_FEWEST: Final = 3
_RATE: Final = 0.6
"""How many of those who speak once or twice must ask."""
_SELDOM: Final = 0.25
"""How often the one who answers may ask."""
_SHARE: Final = 0.35
"""The share of the turns that the one who answers has at least."""
_OFTEN: Final = 0.75
"""How many of the turns must be followed by one of the other side."""
_MEAN: Final = 1.5
"""How often one of those who ask speaks on average, at most."""


def many_ask(outline: Outline, spoken: Sequence[Turn], breaks: frozenset[int]) -> Reading | None:
    """The reading in which whoever speaks most often answers all others; None where others recur, or do not ask."""
    sample = spoken[:SAMPLE]
    counts = Counter([turn.who for turn in sample])
    if len(counts) <= _FEWEST or declared(counts.keys()):
        return None
    main, most = counts.most_common(1)[0]
    others = len(sample) - most
    if most < _SHARE * len(sample) or most < _FEWEST or others > _MEAN * (len(counts) - 1):
        return None
    voices = [voice(outline, turn, is_polite=False) for turn in sample]
    asks = sum(one.asking >= ASKS for one in voices if one.who != main) / others
    replies = sum(one.asking >= ASKS for one in voices if one.who == main) / most
    switches = sum((before.who == main) != (after.who == main) for before, after in pairwise(voices)) / len(voices)
    if asks < _RATE or replies > _SELDOM or switches < _OFTEN:
        return None
    moves = [opening(turn, "answers" if turn.who == main else "asks") for turn in spoken]
    weight = (
        4.0 * (asks - _RATE)
        + 2.0 * (_SELDOM - replies)
        + 4.0 * (switches - _OFTEN)
        + 0.4 * log2(most / _FEWEST)
        + 7.0 * min(0.0, coverage(outline, spoken) - 0.5)
        - staged(outline.page)
        + 0.2
    )
    label = next(turn.candidate.label for turn in spoken if turn.who == main)
    return Reading(moves, breaks, weight, f"{len(counts) - 1} ask under names of their own, '{label}' answers")
