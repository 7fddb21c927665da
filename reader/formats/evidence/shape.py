"""Questions that nothing sets off: short paragraphs that ask, between longer ones that tell.

    paragraph    ▁ █ ▁ ▆ █ ▂ ▇ ▁ █ █        short and long take turns
    asks         ? . ? . . ? . ! . .        nearly all short ones ask, hardly a long one does
    speaks       you I you I I you I you    the short ones to somebody, the long ones of oneself

A column has questions too, but they stand alone, ask nobody, and are not followed by one who says "I". In languages
whose verbs say so without a word, who speaks counts little; where the two take turns without fail, that counts instead.
"""

import re
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from reader.formats.evidence.asking import ASKS
from reader.formats.evidence.parts import FEWEST, Part, reading_of
from reader.formats.evidence.persons import is_spoken_to, speaks_of_self, speaks_to
from reader.formats.evidence.reading import Reading
from reader.formats.evidence.steps import are_in_step, asked_back, is_in_step, keeps_time, rigour
from reader.formats.expression import Expression

_LONGEST_QUESTION: Final = 700
"""Code points; only the first may be longer, where narrative leads to it."""
_UNBORNE: Final = -1.3
"""Weight of who speaks to whom below which neither number nor length of the questions counts: talk among many."""
_UNSPOKEN: Final = (0.3, 0.4)
"""How many of the questions speak to somebody at least, and of the answers of oneself, for all one knows, in languages
whose verbs do so without a word; the second where the text says that somebody is asked."""
_SPOKEN: Final = (" the ", " der ", " die ", " und ", " les ", " est ", " het ", " een ", " och ", " og ", " det ")
"""Words that every longer text has in a language whose verbs do not."""
_LOOKED_AT: Final = 12
_SEVERAL: Final = 5
_BRIEFER: Final = 0.2
"""How much it counts at most that answers are shorter than questions where the two take turns without fail."""
_APART: Final = 3.0
"""Paragraphs of the usual answer."""
_REST: Final = 4
"""Paragraphs below the last question, answer and notes."""
_QUOTES: Final = frozenset('“„«»‹›"「『')
_REPLY: Final = Expression(
    r"(?:yes|no|yeah|yep|nope|nah|naturally|of course|certainly|absolutely|exactly|indeed|sure|maybe|perhaps|never|oh"
    r"|ha|ja|nein|doch|natürlich|klar|oui|non|bien sûr|si|sí|claro|por supuesto|sim|não|certo|nee|nej|да|нет"
    r"|конечно|tak|nie)"
    r"(?:[.,!…—–-]|\s[-–—])",
    re.IGNORECASE,
)
"""What an answer begins with, though it may end in a question."""
_REMARK: Final = Expression(
    r"(?:and |but |so )?i(?: have|['’]ve)? (?:notice|see|saw|hear|heard|read|understand|gather|know|imagine|suppose"
    r"|take it)",
    re.IGNORECASE,
)
"""What one who asks says of oneself."""


class _Shape(NamedTuple):
    """What asks among some paragraphs, and what tells."""

    parts: Sequence[Part]
    questions: frozenset[int]
    told: Sequence[Part]
    """From the first that asks on."""
    last: int
    """The paragraph before which the last answer ends at the latest."""
    usual: int
    """Code points of most answers."""
    statements: int
    """Questions that ask nothing."""


def by_shape(
    parts: Sequence[Part], sections: frozenset[int], *, announced: bool, interviewed: Callable[[], bool]
) -> Reading | None:
    """Short paragraphs ask, longer ones answer; in a list that is `announced`, who asks says "I" too.

    `interviewed` tells whether the text says above the first question that somebody is asked.
    """
    shape = _shape(parts, announced=announced)
    if shape is None:
        return None
    weight = _weight(shape, interviewed)
    if weight < _UNBORNE and not announced:
        return None
    return reading_of(parts, sections, shape.questions, weight, "short paragraphs ask")


def _shape(parts: Sequence[Part], *, announced: bool) -> _Shape | None:
    """Which paragraphs ask, if enough of them do and are answered."""
    asked = [place for place, part in enumerate(parts) if part.asks >= ASKS and len(part.text) <= _LONGEST_QUESTION]
    if len(asked) > FEWEST and _only_leads(parts, asked):
        del asked[0]
    if len(asked) < FEWEST:
        return None
    first, last = asked[0], min(asked[-1] + 3, len(parts))
    others = [len(part.text) for part in parts[first:last] if part.asks < ASKS]
    if not others:
        return None
    usual = _median(others)
    questions = _who_ask(parts, asked, last, usual, announced=announced)
    answered = sum(place + 1 < len(parts) and place + 1 not in questions for place in questions)
    if answered < FEWEST:
        return None
    asking = len(questions)
    questions = _with_statements(parts, first, questions, usual)
    statements = len(questions) - asking
    earlier = _statements_before(parts, first, usual, _longest_answer(questions))
    questions.update(earlier)
    told = [parts[place] for place in range(min([first, *earlier]), last) if place not in questions]
    return _Shape(parts, frozenset(questions), told, last, usual, statements)


def _who_ask(parts: Sequence[Part], asked: Sequence[int], last: int, usual: int, *, announced: bool) -> set[int]:
    """The paragraphs that ask somebody, of those that ask."""
    brief = _median([len(parts[place].text) for place in asked])
    marked = frozenset(asked)
    questions = {
        place
        for place in asked
        if place == asked[0]
        or announced
        or keeps_time(marked, place, last)
        or not _is_rhetoric(parts, place, brief, usual)
    }
    return questions - asked_back(parts, questions)


def _weight(shape: _Shape, interviewed: Callable[[], bool]) -> float:
    """How far who speaks to whom, how long, and in what order bears it out that these are questions and answers."""
    parts, questions, told, last, usual, statements = shape
    to = sum(speaks_to(parts[place].text) for place in questions) / len(questions)
    own = sum(speaks_of_self(part.text) for part in told) / max(1, len(told))
    if _drops_pronouns(told):
        least = _UNSPOKEN[interviewed()]
        to, own = max(to, least), max(own, least)
    rhetoric = sum(part.asks >= ASKS for part in told) / max(1, len(told))
    inside = sum(parts[place].asks == ASKS for place in questions) / len(questions)
    share = len(questions) / (len(questions) + len(told))
    rigid = rigour(questions)
    is_even = (to >= 0.5 or rigid > 0) and _is_even(questions, last)
    longer = max(0.0, _median([len(parts[place].text) for place in questions]) / max(1, usual) - 0.6)
    return (
        2.5 * (to - 0.4)
        + 2.5 * (own - 0.4)
        - 12.0 * max(0.0, 0.25 - share)
        - 3.0 * min(_BRIEFER if is_even else 9.0, longer)
        + 0.5 * is_even
        + rigid
        - 0.3 * max(0, _longest_answer(questions) - 8)
        + 6.0 * max(0.0, _quoted(parts, questions) - 0.5)
        - 3.0 * max(0.0, inside - 0.2)
        - 2.0 * rhetoric
        - 2.0 * max(0.0, statements / len(questions) - 0.3)
        - _unevenness(sorted(questions), len(parts))
        - 1.3
    )


def _median(sizes: Sequence[int]) -> int:
    return sorted(sizes)[len(sizes) // 2]


def _only_leads(parts: Sequence[Part], asked: Sequence[int]) -> bool:
    """Whether the first paragraph that asks goes on with a sentence, which no other does: an introduction."""
    return parts[asked[0]].asks < 1.0 and all(parts[place].asks == 1.0 for place in asked[1:])


def _drops_pronouns(told: Sequence[Part]) -> bool:
    """Whether answers are in a language in which nobody needs to say "you" or "I"."""
    return not any(word in part.text for part in told[:_LOOKED_AT] for word in _SPOKEN)


def _is_even(questions: Collection[int], last: int) -> bool:
    """Whether nearly all of several questions are followed by one paragraph each, as in a questionnaire."""
    even = sum(place + 1 not in questions and (place + 2 in questions or place + 2 >= last - 2) for place in questions)
    return len(questions) >= _SEVERAL and even >= 0.9 * len(questions)


def _unevenness(questions: Sequence[int], end: int) -> float:
    """How far the questions stand as in a speech: many paragraphs apart, several in a row, and none towards the end."""
    gaps = [after - before - 1 for before, after in pairwise(questions)]
    mean, in_a_row = sum(gaps) / len(gaps), gaps.count(0) / len(gaps)
    rest = end - questions[-1] - 1
    return max(0.0, mean - _APART) + 3.0 * max(0.0, in_a_row - 0.2) + 0.3 * max(0, rest - max(_REST, *gaps))


def _quoted(parts: Sequence[Part], questions: Collection[int]) -> float:
    """How much oftener what follows a question begins with a quotation mark than a question does."""
    answers = [place + 1 for place in questions if place + 1 < len(parts) and place + 1 not in questions]
    given = sum(parts[place].text[0] in _QUOTES for place in answers) / max(1, len(answers))
    return given - sum(parts[place].text[0] in _QUOTES for place in questions) / len(questions)


def _longest_answer(questions: Collection[int]) -> int:
    """The most paragraphs between two questions."""
    return max((after - before - 1 for before, after in pairwise(sorted(questions))), default=0)


def _is_rhetoric(parts: Sequence[Part], place: int, brief: int, usual: int) -> bool:
    """Whether a paragraph that asks is part of an answer: long as answers are, or said of oneself to nobody."""
    text = parts[place].text
    if place and text[0] in _QUOTES and parts[place - 1].text[0] not in _QUOTES:
        return True
    is_own = speaks_of_self(text)
    follows = parts[place - 1].asks >= ASKS
    leads = place + 1 < len(parts) and parts[place + 1].asks >= ASKS and len(parts[place + 1].text) < len(text)
    if len(text) > max(3 * brief, 0.8 * usual, 120) and (is_own or follows or leads):
        return True
    if follows and _REPLY.match(text):
        return True
    if _is_between(parts, place):
        return True
    goes_on = follows and len(text) > 1.5 * len(parts[place - 1].text)
    return is_own and (not speaks_to(text) or goes_on) and len(text) > max(60, 1.5 * brief)


def _is_between(parts: Sequence[Part], place: int) -> bool:
    """Whether a paragraph asks inside, not at its end as those around it do: it answers the one above."""
    if not 0 < place < len(parts) - 1 or parts[place].asks == 1.0:
        return False
    return parts[place - 1].asks == parts[place + 1].asks == 1.0


def _is_statement(parts: Sequence[Part], place: int, usual: int) -> bool:
    """Whether a paragraph between answers is the other side's though it doesn't ask: it speaks to one who goes on."""
    text = parts[place].text
    return (
        len(text) < min(160, max(90, 0.6 * usual))
        and text[-1:] in ".!…"
        and (is_spoken_to(text) or (_REMARK.match(text) is not None and speaks_to(text)))
        and (speaks_of_self(parts[place + 1].text) or len(parts[place + 1].text) > 3 * len(text))
    )


def _with_statements(parts: Sequence[Part], first: int, questions: Collection[int], usual: int) -> set[int]:
    """The questions and, below the first of them, the statements of the same side; two in a row are not."""
    found = set(questions)
    is_stepping = are_in_step(questions)
    for place in range(first + 2, len(parts) - 1):
        if not found.isdisjoint((place - 1, place, place + 1)):
            continue
        if _is_statement(parts, place, usual) or (is_stepping and is_in_step(parts, place, found, usual)):
            found.add(place)
    return found


def _statements_before(parts: Sequence[Part], first: int, usual: int, farthest: int) -> list[int]:
    """Statements of the other side above the first question, each followed by one who speaks of oneself."""
    found: list[int] = []
    below = first
    for place in range(first - 2, -1, -1):
        if below - place > farthest + 1:
            break
        if place + 1 != below and _is_statement(parts, place, usual) and speaks_of_self(parts[place + 1].text):
            found.append(place)
            below = place
    return found
