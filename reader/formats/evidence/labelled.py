"""Readings of labelled turns: both sides have labels, or only one has.

both        Jane: …?  |  Doe: …          two kinds of label take turns
crowd       Ann: …?   |  Doe: …          one label answers many that hardly recur
questions   Jane: …?  |  …               what follows a labelled question is the answer
answers     …?        |  Doe: …          what stands before a labelled answer and asks is the question
several     …?        |  Doe: … Roe: …   and where several answer it, all else without a label asks, too
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from reader.formats.evidence.both_labelled import both_sides
from reader.formats.evidence.crowd import many_ask
from reader.formats.evidence.one_labelled import answers_only, questions_only, several_answer
from reader.formats.evidence.paragraphs import LinedOutline, Outline
from reader.formats.evidence.parts import is_unwrapped
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
    """Every reading of the labels; where none holds and lines stand together, one side may have labels line by line."""
    own = frozenset(breaks) - {candidate.line for candidate in candidates}
    spoken = turns(outline, candidates, own)
    if not spoken:
        return Dialogue((), own, ())
    both = both_sides(outline, spoken, own)
    if both is not None and both.weight > _PLAIN:
        return Dialogue(spoken, own, [both])
    found = (both, many_ask(outline, spoken, own), *_one_side(outline, spoken, own))
    readings = [read for read in found if read is not None]
    if all(read.weight <= 0 for read in readings) and is_unwrapped(outline):
        lined = LinedOutline(outline.page)
        lines = turns(lined, candidates, own)
        readings += [read for read in _one_side(lined, lines, own) if read is not None]
    return Dialogue(spoken, own, readings)


def _one_side(outline: Outline, spoken: Sequence[Turn], breaks: frozenset[int]) -> Iterator[Reading | None]:
    for way in (questions_only, answers_only, several_answer):
        yield way(outline, spoken, breaks)
