"""Names that stand on the first question and the first answer only: afterwards emphasis or shape tells who speaks.

Jane Doe: Where does it come from?    ◀ both are named once …
Tom Roe: Out of the well.
And before that?                      … and no longer
Out of the rain.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from reader.formats.evidence.asking import ASKS, asking
from reader.formats.evidence.forms import Form
from reader.formats.evidence.paragraphs import Outline
from reader.formats.evidence.reading import Move, Reading, Side
from reader.formats.labels import Candidate

_FORMS: Final = frozenset({Form.COLON, Form.DASH})
_FARTHEST: Final = 6
"""Paragraphs of the first answer."""
_LONGEST: Final = 700
"""Code points of the first question."""


def with_first_names(outline: Outline, reading: Reading, found: Sequence[Candidate]) -> Reading:
    """A reading in which nobody is named, with those who are named where it begins, or right above."""
    if any(move.label is not None for move in reading.moves):
        return reading
    first = reading.moves[0].line
    for asks, answers in pairwise(found):
        if asks.line > first:
            break
        if _are_named(asks, answers) and _lead_to(outline, reading, asks, answers):
            rest = [move for move in reading.moves if move.line > answers.line]
            while rest and rest[0].side != "asks":
                del rest[0]
            return reading._replace(moves=[_move(asks, "asks"), _move(answers, "answers"), *rest])
    return reading


def _are_named(asks: Candidate, answers: Candidate) -> bool:
    """Whether two labels are the names of two."""
    return asks.key != answers.key and all(
        one.form in _FORMS and one.likeness == 1.0 and (" " in one.label or one.label.isupper() or one.hint is not None)
        for one in (asks, answers)
    )


def _lead_to(outline: Outline, reading: Reading, asks: Candidate, answers: Candidate) -> bool:
    """Whether what one asks, or remarks, and the other answers is all that stands from there to the first question."""
    first = next((move.line for move in reading.moves if move.side == "asks" and move.line > answers.line), None)
    if first is None or any(asks.line < line < first for line in reading.breaks):
        return False
    bare = outline.page.bare
    asked = " ".join(bare[asks.line : answers.line])[asks.body :].strip()
    is_next = outline.count(asks.line, answers.line) == 1 and (answers.is_fresh or answers.line == asks.line + 1)
    return (
        is_next
        and asks.body < len(bare[asks.line])
        and len(asked) <= _LONGEST
        and (asking(asked) >= ASKS or asks.is_fresh)
        and outline.count(answers.line, first) <= _FARTHEST
    )


def _move(one: Candidate, side: Side) -> Move:
    return Move(one.line, side, one.body, one.label, one.key, one.at)
