"""Questions that nothing marks but their shape: short paragraphs that ask, between longer ones that tell.

    paragraph    ▁ █ ▁ ▆ █ ▂ ▇ ▁ █ █        short and long take turns
    asks         ? . ? . . ? . ! . .        nearly all short ones ask, hardly a long one does
    speaks       you I you I I you I you    the short ones to somebody, the long ones of oneself

A column has questions too, but they stand alone, ask nobody, and are not followed by one who says "I". Emphasis
marks questions as well: where all paragraphs that ask are bold or in italics, the others so marked are questions too.
"""

from collections.abc import Sequence
from math import log2
from typing import Final, NamedTuple

from reader.formats.evidence.asking import asking, has_mark
from reader.formats.evidence.paragraphs import Paragraph, paragraphs, words
from reader.formats.evidence.persons import speaks_of_self, speaks_to
from reader.formats.evidence.reading import Move, Reading
from reader.formats.evidence.sections import is_direction, is_end, section_lines
from reader.formats.page import BOLD_LEVEL, Page

_FEWEST: Final = 3
_ASKS: Final = 0.8
_LONGEST_QUESTION: Final = 700
"""Code points; only the first may be longer, where narrative leads to it."""


class Part(NamedTuple):
    """A paragraph and what its shape says."""

    where: Paragraph
    text: str
    asks: float
    is_emphasised: bool


def rhythm(page: Page) -> Reading | None:
    """The best reading by emphasis or by shape alone."""
    if not has_mark(page.text):
        return None
    parts = _parts(page)
    if sum(part.asks >= _ASKS for part in parts) < _FEWEST:
        return None
    readings = [read for read in (_by_emphasis(page, parts), _by_mark(page, parts), _by_shape(page, parts)) if read]
    return max(readings, key=lambda read: read.weight, default=None)


def _parts(page: Page) -> list[Part]:
    """Every paragraph of the body; in a text without blank lines, every line."""
    found = paragraphs(page, 0, len(page.lines))
    if found and max(p.last - p.first for p in found) > 8 and _is_unwrapped(page):
        found = [Paragraph(line, line) for p in found for line in range(p.first, p.last + 1)]
    parts = []
    for where in found:
        first = page.bare[where.first]
        if where.first in page.verbatim or where.first == page.title_line or 0 < page.levels[where.first] < BOLD_LEVEL:
            continue
        if where.first == where.last and (is_direction(first) or is_end(first)):
            continue
        text = words(page, where)
        emphasised = all(page.emphasised[where.first : where.last + 1])
        parts.append(Part(where, text, asking(text), emphasised))
    return parts


def _is_unwrapped(page: Page) -> bool:
    """Whether each line is a paragraph: many are far longer than any wrapped line is."""
    filled = [len(line) for line in page.bare if line]
    return sum(length > 120 for length in filled) > 0.3 * len(filled)


def _by_emphasis(page: Page, parts: Sequence[Part]) -> Reading | None:
    """Paragraphs that are wholly bold or in italics ask; the others answer."""
    marked = [place for place, part in enumerate(parts) if part.is_emphasised]
    asked = [place for place in marked if parts[place].asks >= _ASKS]
    if len(asked) < _FEWEST or len(asked) == len(parts):
        return None
    inside = [place for place in marked if asked[0] <= place <= asked[-1]]
    rate = len(asked) / len(inside)
    questions = {place for place in inside if parts[place].asks >= _ASKS or _is_sentence(parts[place].text)}
    return _read(page, parts, questions, 4.0 * (rate - 0.5) + 2.0, "emphasised paragraphs ask")


def _by_mark(page: Page, parts: Sequence[Part]) -> Reading | None:
    """Questions that begin with a dash or another sign of their own."""
    best: Reading | None = None
    for sign in {part.text[0] for part in parts if part.asks >= _ASKS and not part.text[0].isalnum()} - set("“\"'‘(«["):
        marked = {place for place, part in enumerate(parts) if part.text[0] == sign}
        asked = [place for place in marked if parts[place].asks >= _ASKS]
        if len(asked) < _FEWEST or len(asked) < 0.6 * len(marked):
            continue
        read = _read(
            page, parts, marked, 3.0 * (len(asked) / len(marked) - 0.4) + 1.0, f"paragraphs behind '{sign}' ask"
        )
        if read and (best is None or read.weight > best.weight):
            best = read
    return best


def _by_shape(page: Page, parts: Sequence[Part]) -> Reading | None:
    """Short paragraphs ask, longer ones answer."""
    asked = [place for place, part in enumerate(parts) if part.asks >= _ASKS and len(part.text) <= _LONGEST_QUESTION]
    if len(asked) < _FEWEST:
        return None
    first, last = asked[0], min(asked[-1] + 3, len(parts))
    others = sorted(len(part.text) for part in parts[first:last] if part.asks < _ASKS)
    if not others:
        return None
    usual = others[len(others) // 2]
    questions = {place for place in asked if len(parts[place].text) <= max(160, 1.2 * usual)}
    for place in range(first + 2, last - 1):
        before, part, after = parts[place - 1 : place + 2]
        if (
            part.asks < _ASKS
            and place - 1 not in questions
            and place + 1 not in questions
            and len(part.text) < 0.35 * min(usual, len(after.text), max(len(before.text), usual))
            and speaks_to(part.text)
            and not speaks_of_self(part.text)
        ):
            questions.add(place)
    if len(questions) < _FEWEST:
        return None
    told = [parts[place] for place in range(first, last) if place not in questions]
    to = sum(speaks_to(parts[place].text) for place in questions) / len(questions)
    own = sum(speaks_of_self(part.text) for part in told) / max(1, len(told))
    rhetoric = sum(has_mark(part.text[-80:]) for part in told) / max(1, len(told))
    share = len(questions) / (len(questions) + len(told))
    weight = 2.5 * (to - 0.4) + 2.5 * (own - 0.4) + 6.0 * min(0.0, share - 0.2) - 2.0 * rhetoric - 0.6
    return _read(page, parts, questions, weight, "short paragraphs ask")


def _read(page: Page, parts: Sequence[Part], questions: set[int], weight: float, told: str) -> Reading | None:
    """The moves for a choice of questions, weighed by lengths, number and the part of the text they make up."""
    sections = frozenset(section_lines(page)) - {parts[place].where.first for place in questions}
    moves: list[Move] = []
    answered = 0
    question_size = answer_size = covered = 0
    was_question = False
    begun = False
    for place, part in enumerate(parts):
        if place in questions:
            moves.append(Move(part.where.first, "asks"))
            question_size += len(part.text)
            begun = was_question = True
            covered += len(part.text)
            continue
        if not begun:
            continue
        covered += len(part.text)
        answer_size += len(part.text)
        if was_question and part.where.first not in sections:
            moves.append(Move(part.where.first, "answers"))
            answered += 1
        was_question = False
    if answered < _FEWEST:
        return None
    whole = sum(len(part.text) for part in parts)
    longer = log2((answer_size / answered + 20) / (question_size / len(questions) + 20))
    weight += (
        0.8 * max(-2.0, min(2.0, longer - 0.5))
        + 0.5 * log2(answered / _FEWEST)
        + 4.0 * min(0.0, covered / max(1, whole) - 0.5)
        + 4.0 * min(0.0, answered / len(questions) - 0.7)
    )
    return Reading(moves, sections, weight, f"{told}, {answered} are answered", is_conversation=True, is_marked=False)


def _is_sentence(text: str) -> bool:
    return len(text) > 40 and text.rstrip("”’\"'»)")[-1:] in ".!…"
