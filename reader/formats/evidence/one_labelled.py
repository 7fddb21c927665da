"""Readings of turns in which one side has labels: what has none is the other side's."""

from collections import Counter
from collections.abc import Sequence
from math import log2
from typing import Final

from reader.formats.evidence.asking import ASKS, asking
from reader.formats.evidence.paragraphs import Outline, Paragraph
from reader.formats.evidence.reading import Move, Reading, times
from reader.formats.evidence.sides import declared
from reader.formats.evidence.stage import spoken_to_crowd, staged
from reader.formats.evidence.turns import SAMPLE, Turn, coverage, opening, said
from reader.formats.page import Page

_FEWEST: Final = 3
_NEARLY_ALL: Final = 0.75
_LONGEST: Final = 500
"""Code points of a question that several answer."""
_SELDOM: Final = 0.4
"""Where one label alone recurs and asks less often, it is that of a speaker."""


def questions_only(outline: Outline, spoken: Sequence[Turn], breaks: frozenset[int]) -> Reading | None:
    """What follows a labelled question is the answer."""
    counts = Counter(turn.who for turn in spoken)
    given = declared(counts.keys())
    asker = next(iter(given)) if given else counts.most_common(1)[0][0]
    own = [turn for turn in spoken if turn.who == asker]
    if len(own) < 2 or (len(own) < 0.75 * len(spoken)):
        return None
    moves: list[Move] = []
    rates: list[float] = []
    rests: list[float] = []
    answered = 0
    for turn in own:
        size = _question_parts(outline, turn)
        if len(rates) < SAMPLE:
            rates.append(asking(said(outline, turn, size - 1)))
        moves.append(opening(turn, "asks"))
        if size < len(turn.parts):
            answered += 1
            moves.append(Move(turn.parts[size].first, "answers"))
            rests.append(
                max(asking(said(outline, turn, part)) for part in range(size, min(len(turn.parts), size + 12)))
            )
        elif (inside := _within_paragraph(outline.page, turn)) is not None:
            answered += 1
            moves.append(inside)
            rests.append(0.0)
    if answered < 2 or answered < 0.5 * len(own):
        return None
    rate = sum(rates) / len(rates)
    rest = sum(rests) / len(rests)
    if not given and rate < _SELDOM:
        return None
    weight = 4.0 * (rate - 0.5) + 2.0 * (rate - rest - 0.3) + 0.4 * log2(answered) + (2.0 if given else 0.0)
    weight += 3.0 * (answered / len(own) - 0.8)
    if not given:
        weight -= (
            2.0 * rest
            + staged(outline.page)
            + spoken_to_crowd(outline.page)
            + 4.0 * max(0.0, 0.5 - coverage(outline, own))
        )
    label = own[0].candidate.label
    return Reading(
        moves, breaks, weight, f"'{label}' asks {times(len(own))}, unlabelled paragraphs answer", is_marked=bool(given)
    )


def _question_parts(outline: Outline, turn: Turn) -> int:
    """How many paragraphs of a turn are the question, where the answer has no label."""
    if len(turn.parts) == 1:
        return 1
    size = 1
    first = said(outline, turn, 0)
    if first and _is_set_off(outline.page, turn) and not _is_emphasised(outline.page, turn.parts[1]):
        return 1
    if not first:
        size = min(2, len(turn.parts) - 1)
    limit = min(len(turn.parts) - 1, 4)
    if asking(said(outline, turn, size - 1)) < ASKS:
        for further in range(size, limit):
            text = said(outline, turn, further)
            if asking(text) >= ASKS and len(text) < 300:
                return further + 1
    while size < limit and _is_emphasised(outline.page, turn.parts[size]):
        size += 1
    return size


def _is_set_off(page: Page, turn: Turn) -> bool:
    """Whether all that is said behind a label, on its line, is emphasised as one."""
    start, end = page.offset(turn.line, turn.candidate.body), page.offset(turn.line, len(page.bare[turn.line]) - 1)
    return any(
        mark.style in {"strong", "emphasis"} and mark.span.start <= start and mark.span.end > end
        for mark in page.marks(turn.line)
    )


def _is_emphasised(page: Page, part: Paragraph) -> bool:
    return all(page.emphasised[part.first : part.last + 1])


def _within_paragraph(page: Page, turn: Turn) -> Move | None:
    """An answer that follows its question in the same paragraph, on a line of its own."""
    paragraph = turn.parts[0]
    for line in range(paragraph.first, paragraph.last):
        if asking(page.bare[line][-200:]) == 1.0:
            return Move(line + 1, "answers")
    return None


def answers_only(outline: Outline, spoken: Sequence[Turn], breaks: frozenset[int]) -> Reading | None:
    """What stands before a labelled answer and asks is the question."""
    counts = Counter(turn.who for turn in spoken)
    if declared(counts.keys()):
        return None
    main = counts.most_common(1)[0][0]
    own = [turn for turn in spoken if turn.who == main]
    if len(own) < 2 or len(own) < 0.6 * len(spoken):
        return None
    moves: list[Move] = []
    rates, told = [], []
    asked = 0
    first = max((line for line in breaks if line < own[0].line), default=-1)
    before: Sequence[Paragraph] = outline.between(first + 1, own[0].line)[-4:]
    for place, turn in enumerate(spoken):
        question = _last_question(outline, before)
        if question is not None:
            start = before[question]
            asked += 1
            rates.append(asking(outline.words(before[-1])))
            moves.append(Move(start.first, "asks"))
        moves.append(opening(turn, "answers"))
        told.append(asking(said(outline, turn, 0)))
        before = turn.parts[1:]
        if turn.stop in breaks:
            following = spoken[place + 1].line if place + 1 < len(spoken) else turn.stop
            before = outline.between(turn.stop + 1, following)[-4:]
    if asked < _FEWEST or asked < 0.6 * len(own):
        return None
    rate = sum(rates) / len(rates)
    weight = 5.0 * (rate - 0.6) + 0.4 * log2(asked) - 4.0 * sum(told) / len(told) + 3.0 * (asked / len(own) - 0.8)
    weight -= staged(outline.page)
    label = own[0].candidate.label
    return Reading(moves, breaks, weight, f"'{label}' answers {times(len(own))}, unlabelled paragraphs ask")


def several_answer(outline: Outline, spoken: Sequence[Turn], breaks: frozenset[int]) -> Reading | None:
    """What stands without a label before names, and asks, is the question; several answer it in turn.

    Nearly all that has no label must ask, from above the first name on: where people talk with one another their turns
    have further paragraphs, and those end asking now and then.
    """
    names = {turn.who for turn in spoken}
    if len(names) < 2 or declared(names):
        return None
    moves: list[Move] = []
    asked = loose = 0
    first = max((line for line in breaks if line < spoken[0].line), default=-1)
    before: Sequence[Paragraph] = outline.between(first + 1, spoken[0].line)[-1:]
    for place, turn in enumerate(spoken):
        if before and asking(outline.words(before[-1])) == 1.0 and outline.length(before[-1]) <= _LONGEST:
            asked += 1
            moves.append(Move(before[-1].first, "asks"))
        elif not place:
            return None
        moves.append(opening(turn, "answers"))
        before = turn.parts[1:]
        loose += len(before) * (place + 1 < len(spoken))
        if turn.stop in breaks:
            following = spoken[place + 1].line if place + 1 < len(spoken) else turn.stop
            before = outline.between(turn.stop + 1, following)[-1:]
            loose += len(before)
    if asked < _FEWEST or asked - 1 < _NEARLY_ALL * loose:
        return None
    told = sum(asking(said(outline, turn, 0)) for turn in spoken) / len(spoken)
    weight = 1.0 + 0.4 * log2(asked) - 4.0 * told - staged(outline.page)
    because = f"{len(names)} speakers answer, unlabelled paragraphs ask {times(asked)}"
    return Reading(moves, breaks, weight, because)


def _last_question(outline: Outline, before: Sequence[Paragraph]) -> int | None:
    """Which of the paragraphs before an answer begins the question."""
    if not before:
        return None
    place = len(before) - 1
    is_bold = _is_emphasised(outline.page, before[place])
    if asking(outline.words(before[place])) < ASKS and not is_bold:
        return None
    while place > 0 and is_bold and _is_emphasised(outline.page, before[place - 1]):
        place -= 1
    return place
