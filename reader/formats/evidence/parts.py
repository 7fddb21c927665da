"""The paragraphs of a text with what each shows by itself, and the reading that a choice of questions among them gives.

A part is a paragraph; in a text without blank lines, every line. What is chosen asks, what follows it answers.
"""

from collections.abc import Collection, Sequence
from math import log2
from typing import Final, NamedTuple

from reader.formats.evidence.asking import ASKS, MARKS, asking
from reader.formats.evidence.paragraphs import Outline, Paragraph, line_by_line
from reader.formats.evidence.reading import Move, Reading
from reader.formats.evidence.sections import is_direction, is_end
from reader.formats.page import BOLD_LEVEL, Page

FEWEST: Final = 3
"""Answers that a text has at least if it is read by the shape of its paragraphs."""
_OPEN_ENDS: Final = frozenset(f"{MARKS}…")
_MANY: Final = 5
"""Questions that make a text take turns line by line."""
_BULLETS: Final = frozenset("-*•+")
_WIDEST: Final = 120
"""Columns to which hardly any line is wrapped."""
_SENTENCE_ENDS: Final = frozenset('.!?…。！？」』”"»')


class Part(NamedTuple):
    """A paragraph and what its shape says."""

    where: Paragraph
    text: str
    asks: float
    emphasis: str
    """How all of it is emphasised: `strong`, `emphasis`, or `item` where a bullet stands before what is bold."""


def parts_of(outline: Outline, labelled: Collection[int]) -> list[Part]:
    """Every paragraph of the body; in a text without blank lines, every line."""
    page = outline.page
    found = line_by_line(outline.paragraphs) if is_unwrapped(outline) else outline.paragraphs
    parts = []
    for where in found:
        first = page.bare[where.first]
        if where.first in page.verbatim or where.first == page.title_line or 0 < page.levels[where.first] < BOLD_LEVEL:
            continue
        if where.first == where.last and (is_direction(first) or is_end(first)):
            continue
        text = outline.words(where)
        parts.append(Part(where, text, 0.0 if where.first in labelled else asking(text), _emphasis(page, where)))
    return parts


def _emphasis(page: Page, where: Paragraph) -> str:
    """How all of a paragraph is emphasised, if it is."""
    if all(page.emphasised[where.first : where.last + 1]):
        return "strong" if page.levels[where.first] == BOLD_LEVEL else "emphasis"
    line = page.bare[where.first]
    if where.first != where.last or line[0] not in _BULLETS or line[1:2] != " ":
        return ""
    start, end = page.offset(where.first, 2), page.offset(where.first, len(line) - 1)
    covers = (
        mark.span.start <= start and mark.span.end > end for mark in page.marks(where.first) if mark.style == "strong"
    )
    return "item" if any(covers) else ""


def is_unwrapped(outline: Outline) -> bool:
    """Whether lines stand together and each is a paragraph: many are far longer than any wrapped one, nearly all end
    with a sentence, or every other one asks.

    What stands above the first line that asks, headline and names, may end as it likes.
    """
    if not any(paragraph.last > paragraph.first for paragraph in outline.paragraphs):
        return False
    bare = outline.page.bare
    filled = [len(line) for line in bare if line]
    if sum(length > _WIDEST for length in filled) > 0.3 * len(filled):
        return True
    start = next((index for index in outline.page.filled if asking(bare[index]) >= ASKS), len(bare))
    inner = [
        bare[line][-1:] in _SENTENCE_ENDS for p in outline.between(start, len(bare)) for line in range(p.first, p.last)
    ]
    if len(inner) <= FEWEST:
        return False
    return sum(inner) >= 0.8 * len(inner) or _takes_turns([line for line in bare[start:] if line])


def _takes_turns(lines: Sequence[str]) -> bool:
    """Whether every other line ends in a question mark, or is to be completed, and hardly one between does."""
    asked, told = ([line[-1] in _OPEN_ENDS for line in side] for side in (lines[::2], lines[1::2]))
    return len(asked) >= _MANY and sum(asked) >= 0.7 * len(asked) and sum(told) <= 0.1 * len(told)


def reading_of(
    parts: Sequence[Part], sections: frozenset[int], questions: Collection[int], weight: float, told: str
) -> Reading | None:
    """The moves for a choice of questions, weighed by lengths, number and the part of the text they make up."""
    sections -= {parts[place].where.first for place in questions}
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
    if answered < FEWEST:
        return None
    whole = sum(len(part.text) for part in parts)
    longer = log2((answer_size / answered + 20) / (question_size / len(questions) + 20))
    weight += (
        0.8 * max(-2.0, min(2.0, longer - 0.5))
        + 0.5 * log2(answered / FEWEST)
        + 4.0 * min(0.0, covered / max(1, whole) - 0.5)
        + 4.0 * min(0.0, answered / len(questions) - 0.7)
    )
    return Reading(moves, sections, weight, f"{told}, {answered} are answered", is_conversation=True, is_marked=False)
