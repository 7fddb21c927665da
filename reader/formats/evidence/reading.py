"""A reading: one way to take a text as questions and answers, and how well the text supports it."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

Side: TypeAlias = Literal["asks", "answers", "other"]


class Move(NamedTuple):
    """Where one side begins to speak. Lines count from 0, columns are of the line without markup."""

    line: int
    side: Side
    column: int = 0
    """Where what is said begins, behind the label."""
    label: str | None = None
    who: str | None = None
    """The key of the speaker, the same under all labels; None where nobody is named."""
    at: int = 0
    """Column at which the move begins, where it doesn't begin the line."""


class Reading(NamedTuple):
    """Moves in order, the lines between which no exchange reaches, and the weight of the evidence."""

    moves: Sequence[Move]
    breaks: frozenset[int]
    """Lines that close an exchange and belong to none: headings of sections, marks of the end."""
    weight: float
    """Above 0 the text rather supports it; of several readings the weightiest is taken."""
    because: str
    """What a person is told."""
    is_conversation: bool = False
    """Whether people talk with one another, told by shape alone, rather than a site with its visitors."""
    is_nested: bool = False
    """Whether an answer may have sections of its own."""
    is_marked: bool = True
    """Whether marks set off the questions, not shape alone."""


def side_of(reading: Reading) -> dict[str, Side]:
    """What each named speaker does in a reading."""
    counts = Counter([(move.who, move.side) for move in reading.moves])
    found: dict[str, Side] = {}
    for (who, side), _ in counts.most_common():
        if who:
            found.setdefault(who, side)
    return found


def times(count: int) -> str:
    """How often, in words."""
    return "once" if count == 1 else "twice" if count == 2 else f"{count} times"
