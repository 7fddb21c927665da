"""Headings that ask: FAQs and interviews whose questions are headings, or paragraphs that are wholly emphasised.

One heading that asks is rhetoric; a level of headings most of which ask is a list of questions. Where underlines are
alike, how far a heading stands in tells its level.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import compress
from math import log2
from typing import Final

from reader.formats.evidence.announced import is_faq, is_interview, is_named_faq
from reader.formats.evidence.asking import ASKS, asking
from reader.formats.evidence.reading import Move, Reading
from reader.formats.evidence.sections import ends
from reader.formats.page import BOLD_LEVEL, Page
from reader.formats.strokes import has_words

_FEWEST: Final = 3
_FEWEST_ALIKE: Final = 5
_MANY: Final = 5
"""Headings that ask, though most others of their level do not."""
_ALIKE: Final = 0.6
"""How many of the headings of a level stand in alike where that tells them from others."""
_MOST: Final = 0.75
"""Where so many of the headings of a level ask, those between them do too."""
_SOME: Final = 0.5
"""In a text that is named a list of questions: where more ask, sentences above and below them are entries too; where
fewer do, all its headings are what is asked about."""
_SENTENCE: Final = 3
"""Blanks in a heading that is a sentence."""


def headings(page: Page) -> Reading | None:
    """The best level of headings, taken as questions."""
    by_level: dict[int, list[int]] = {}
    for index in compress(range(len(page.levels)), page.levels):
        level = page.levels[index]
        if level < BOLD_LEVEL and index not in page.furniture and index != page.title_line and page.bare[index]:
            by_level.setdefault(level, []).append(index)
    if not any(len(lines) > 1 for lines in by_level.values()):
        return None
    announced = is_faq(page)
    best: Reading | None = None
    for level, lines in sorted(by_level.items()):
        if len(lines) > 1:
            alike, ranks = _at_one_indent(page, lines)
            read = _level(page, ranks, level, alike, announced=announced)
            best = read if read and (best is None or read.weight > best.weight + 1.0) else best
    return best


def _at_one_indent(page: Page, lines: list[int]) -> tuple[list[int], Sequence[int]]:
    """The headings of a level that stand in as most do, and the levels of all lines, for which the deeper are none."""
    if page.is_markdown:
        return lines, page.levels
    indents = [len(text) - len(text.lstrip()) for text in (page.lines.texts[index] for index in lines)]
    usual, count = Counter(indents).most_common(1)[0]
    if count == len(lines) or count < max(_FEWEST_ALIKE, _ALIKE * len(lines)):
        return lines, page.levels
    ranks = list(page.levels)
    for index, indent in zip(lines, indents, strict=True):
        if indent > usual:
            ranks[index] = 0
    return [index for index, indent in zip(lines, indents, strict=True) if indent == usual], ranks


def _level(page: Page, ranks: Sequence[int], level: int, lines: list[int], *, announced: bool) -> Reading | None:
    asks = [asking(page.bare[index]) >= ASKS for index in lines]
    asked = [place for place, does in enumerate(asks) if does]
    is_told = announced or is_interview(page, lines[0])
    fewest = 2 if is_told else _FEWEST
    if len(asked) < fewest:
        return _entries(page, ranks, level, lines) if announced and is_named_faq(page) else None
    first, last = asked[0], asked[-1]
    within = len(asked) / (last - first + 1)
    overall = len(asked) / len(lines)
    if announced and overall < _SOME and is_named_faq(page) and (listed := _entries(page, ranks, level, lines)):
        return listed
    if not is_told and within < 1.0 and 2 * len(asked) < len(lines) and len(asked) < _MANY:
        return None
    questions = [
        index
        for place, index in enumerate(lines)
        if asks[place]
        or (first < place < last and (within >= _MOST or (asks[place - 1] and asks[place + 1] and within >= 0.7)))
        or (announced and overall > _SOME and page.bare[index].count(" ") >= _SENTENCE)
    ]
    moves, answered = _moves(page, ranks, level, questions)
    if answered < fewest:
        return None
    weight = (
        5.0 * (within - 0.55) + 3.0 * (overall - 0.5) + 0.6 * log2(answered) + 2.0 * (answered / len(questions) - 0.8)
    )
    breaks = frozenset(_others(page, ranks, level, frozenset(questions)))
    marks = f"{len(asked)} of {len(lines)} headings ask"
    return Reading(moves, breaks, weight, marks, is_nested=True)


def _entries(page: Page, ranks: Sequence[int], level: int, lines: list[int]) -> Reading | None:
    """Headings that don't ask, in a text that says it is a list of questions: those with text right below them."""
    moves, answered = _moves(page, ranks, level, lines)
    nested = sum(_has_heading_next(page, index, level) for index in lines)
    if answered < _FEWEST or nested > 0.2 * len(lines) or level == 1:
        return None
    weight = 0.4 * log2(answered) + 6.0 * (answered / len(lines) - 0.85)
    return Reading(
        moves,
        frozenset(_others(page, ranks, level, frozenset(lines))),
        weight,
        f"an FAQ of {answered} headings",
        is_nested=True,
    )


def _has_heading_next(page: Page, index: int, level: int) -> bool:
    """Whether a heading has only deeper headings below it."""
    for other in range(index + 1, len(page.bare)):
        if page.bare[other]:
            return level < page.levels[other] < BOLD_LEVEL
    return False


def _others(page: Page, ranks: Sequence[int], level: int, questions: frozenset[int]) -> list[int]:
    sections = [index for index, rank in enumerate(ranks) if 0 < rank <= level and index not in questions]
    return [*sections, *(index for index in ends(page) if not ranks[index])]


def _moves(page: Page, ranks: Sequence[int], level: int, questions: list[int]) -> tuple[list[Move], int]:
    """Each question with what follows it, and how many are answered."""
    moves: list[Move] = []
    answered = 0
    stops = [*questions[1:], len(page.bare)]
    for question, stop in zip(questions, stops, strict=True):
        moves.append(Move(question, "asks"))
        for index in range(question + 1, stop):
            if 0 < ranks[index] <= level:
                break
            if page.bare[index] and index not in page.furniture and has_words(page.bare[index]):
                moves.append(Move(index, "answers"))
                answered += 1
                break
    return moves, answered
