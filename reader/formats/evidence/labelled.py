"""Readings of labelled turns: both sides have labels, or only one has.

both        Jane: …?  |  Doe: …          two kinds of label take turns
crowd       Ann: …?   |  Doe: …          one label answers many that hardly recur
questions   Jane: …?  |  …               what follows a labelled question is the answer
answers     …?        |  Doe: …          what stands before a labelled answer and asks is the question
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from reader.formats.evidence.both_labelled import both_sides
from reader.formats.evidence.crowd import many_ask
from reader.formats.evidence.one_labelled import answers_only, questions_only
from reader.formats.evidence.paragraphs import Outline
from reader.formats.evidence.reading import Reading
from reader.formats.evidence.turns import Turn, turns
from reader.formats.labels import Candidate

_PLAIN: Final = 2.0
"""Weight above which labels on both sides leave no doubt."""


class Dialogue(NamedTuple):
    """All labelled turns of a text, whatever they are."""

    turns: Sequence[Turn]
    breaks: frozenset[int]
    readings: Sequence[Reading]


def labelled(outline: Outline, candidates: Sequence[Candidate], breaks: frozenset[int]) -> Dialogue:
    """Every reading of the labels."""
    own = frozenset(breaks) - {candidate.line for candidate in candidates}
    spoken = turns(outline, candidates, own)
    if not spoken:
        return Dialogue((), own, ())
    both = both_sides(outline, spoken, own)
    if both is not None and both.weight > _PLAIN:
        readings = [both]
    else:
        crowd = many_ask(outline, spoken, own)
        found = (both, crowd, questions_only(outline, spoken, own), answers_only(outline, spoken, own))
        readings = [read for read in found if read is not None]
    return Dialogue(spoken, own, readings)
