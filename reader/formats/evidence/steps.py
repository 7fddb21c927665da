"""Questions told by their place, where they and their answers take turns paragraph by paragraph.

Is it wet?                  asks
To the knees.
And yet you went in.        ◀ asks by its place, between two questions that keep time
I had the boots.
Where are they now?         asks
Where do boots go?          ◀ asks out of step, nobody by name: an answer that asks back
What did you find there?    asks
"""

from collections.abc import Collection, Sequence
from typing import Final

from reader.formats.evidence.parts import Part
from reader.formats.evidence.persons import speaks_to

_IN_STEP: Final = 0.6
"""How many questions must be followed by one paragraph and another question for others to be told by their place; half
as many where none stands out of step."""
_ASKED_BACK: Final = 0.2
"""How many of the questions may be taken for answers that ask back."""
_LONGEST: Final = 160
_SHORT: Final = 60
_BRIEF: Final = 0.6
"""Of the usual answer: what asks by its place only is shorter."""
_STRICT: Final = 0.8
"""How many must keep time for their number to count."""
_SEVERAL: Final = 5
_EACH: Final = 0.25
_MOST: Final = 1.5


def keeps_time(asked: Collection[int], place: int, last: int) -> bool:
    """Whether every other paragraph around one that asks does so too, as where each answer is a paragraph."""
    return (
        {place - 4, place - 2}.issubset(asked)
        and (place + 2 in asked or place + 2 >= last)
        and {place - 3, place - 1, place + 1}.isdisjoint(asked)
    )


def asked_back(parts: Sequence[Part], questions: Collection[int]) -> set[int]:
    """The few that ask, nobody by name, between two questions where all others stand in step: they ask back."""
    between = {
        place for place in questions if {place - 1, place + 1}.issubset(questions) and not speaks_to(parts[place].text)
    }
    rest = {place % 2 for place in questions if place not in between}
    return between if len(rest) == 1 and len(between) <= _ASKED_BACK * len(questions) else set()


def are_in_step(questions: Collection[int]) -> bool:
    """Whether so many questions keep time that others may be told by their place."""
    is_strict = len({place % 2 for place in questions}) == 1
    return _step(questions) >= (_IN_STEP / 2 if is_strict else _IN_STEP)


def is_in_step(parts: Sequence[Part], place: int, questions: Collection[int], usual: int) -> bool:
    """Whether a short paragraph stands where the next question should, in a text in which every other one asks."""
    where, text = parts[place].where, parts[place].text
    is_apart = parts[place - 1].where.last < where.first - 1
    is_kept = not {place + 2, place + 4}.isdisjoint(questions) or (is_apart and place + 2 == len(parts))
    return (
        place - 2 in questions
        and is_kept
        and len(text) < min(_LONGEST, max(_SHORT, _BRIEF * usual))
        and text[-1:] in ".!…"
    )


def rigour(questions: Collection[int]) -> float:
    """How much it counts that many questions keep time nearly without fail, whoever is spoken to."""
    return min(_MOST, _EACH * max(0, len(questions) - _SEVERAL)) if _step(questions) >= _STRICT else 0.0


def _step(questions: Collection[int]) -> float:
    """How many of the questions are followed by one paragraph and another question."""
    return sum(place + 1 not in questions and place + 2 in questions for place in questions) / len(questions)
