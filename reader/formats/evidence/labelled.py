"""Readings of labelled turns: both sides have labels, or only one has.

both        Jane: …?  |  Doe: …          two kinds of label take turns
questions   Jane: …?  |  …               what follows a labelled question is the answer
answers     …?        |  Doe: …          what stands before a labelled answer and asks is the question
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, zip_longest
from math import log2
from typing import Final, NamedTuple

from reader.formats.evidence.announced import has_co_hosts
from reader.formats.evidence.asking import asking, has_mark
from reader.formats.evidence.cast import Cast, cast
from reader.formats.evidence.paragraphs import Outline, Paragraph
from reader.formats.evidence.reading import Move, Reading
from reader.formats.evidence.sides import Sides, declared, sides
from reader.formats.evidence.stage import spoken_to_crowd, staged
from reader.formats.evidence.talk import Voice
from reader.formats.evidence.turns import Turn, coverage, opening, said, turns, voice
from reader.formats.evidence.vocabulary import hint
from reader.formats.labels import Candidate
from reader.formats.page import Page

_ASKS: Final = 0.7
_FEWEST: Final = 3
_PLAIN: Final = 2.0
"""Weight above which labels on both sides leave no doubt."""
_ENOUGH: Final = 1500
"""Turns from which it is plain who asks."""
_SELDOM: Final = 0.4
"""Where one label alone recurs and asks less often, it is that of a speaker."""
_WORDING: Final = 40
"""Code points by which a question is known again."""
_CO_HOSTS: Final = 2.5
"""What it weighs against two voices that the text says they are the hosts."""
_POLITE: Final = 16
"""Turns at the beginning and at the end among which greetings and thanks are looked for."""


class Dialogue(NamedTuple):
    """All labelled turns of a text, whatever they are."""

    turns: Sequence[Turn]
    breaks: frozenset[int]
    readings: Sequence[Reading]


def _merged(voices: Sequence[Voice]) -> list[Voice]:
    """The voices, where one speaker goes on under a label of its own taken as one turn that asks as its end does."""
    found: list[Voice] = []
    for one in voices:
        if found and found[-1].who == one.who:
            before = found.pop()
            one = Voice(one.who, one.asking, before.size + one.size, before.manners or one.manners)  # noqa: PLW2901 - the turn so far
        found.append(one)
    return found


def labelled(outline: Outline, candidates: Sequence[Candidate], breaks: frozenset[int]) -> Dialogue:
    """Every reading of the labels."""
    own = frozenset(breaks) - {candidate.line for candidate in candidates}
    spoken = turns(outline, candidates, own)
    if not spoken:
        return Dialogue((), own, ())
    both = _both(outline, spoken, own)
    if both is not None and both.weight > _PLAIN:
        readings = [both]
    else:
        found = (both, _questions_only(outline, spoken, own), _answers_only(outline, spoken, own))
        readings = [read for read in found if read is not None]
    return Dialogue(spoken, own, readings)


def _both(outline: Outline, spoken: Sequence[Turn], breaks: frozenset[int]) -> Reading | None:
    """Two kinds of label take turns."""
    if len(spoken) < 2:
        return None
    sample = spoken[:_ENOUGH]
    last = 0 if declared({turn.who for turn in sample}) else _POLITE
    voices = [
        voice(outline, turn, is_polite=place < last or place >= len(sample) - last) for place, turn in enumerate(sample)
    ]
    voices = _merged(voices)
    own = {turn.candidate.key: turn.who for turn in spoken}
    known = cast(outline.page, {*own, *own.values()}, spoken[0].line)
    known = Cast(*(frozenset(own.get(key, key) for key in keys) for keys in known))
    side = sides(voices, known)
    if not side.askers or not _somebody_asks(voices, side, known):
        return None
    side = side._replace(askers=side.askers | _ask_once(voices, side.askers))
    again = _asked_again(outline, spoken, side) if side.is_declared else frozenset[int]()
    moves = _unlabelled_answers_too(outline, spoken, side, again)
    asked = sum(move.side == "asks" for move in moves)
    answered = sum(a.side == "asks" and b.side == "answers" for a, b in pairwise(moves))
    if not answered or (not side.is_declared and answered < 2):
        return None
    counts = Counter([turn.who for turn in spoken])
    weight = side.weight - 0.05
    if not side.is_declared:
        weight += 7.0 * min(0.0, coverage(outline, spoken) - 0.5) - staged(outline.page)
        weight -= _CO_HOSTS * (len(counts) == 2 and has_co_hosts(outline.page))
    if answered < 0.4 * asked:
        weight -= 6.0 * (0.4 - answered / asked)
    if weight > 0:
        weight += 0.4 * log2(answered)
    return Reading(moves, breaks | again, weight, _told(spoken, side, counts))


def _unlabelled_answers_too(outline: Outline, spoken: Sequence[Turn], side: Sides, again: frozenset[int]) -> list[Move]:
    """The turns as moves; where one who asks is followed by another, what goes on longer and asks nothing answers.

    Questions that are asked `again` are left out.
    """
    moves: list[Move] = []
    for turn, following in zip_longest(spoken, spoken[1:]):
        if turn.line in again:
            continue
        asks = turn.who in side.askers
        moves.append(opening(turn, "asks" if asks else "answers"))
        if not asks or len(turn.parts) == 1 or (following is not None and following.who not in side.askers):
            continue
        first, *rest = (said(outline, turn, part) for part in range(len(turn.parts)))
        if asking(first) == 1.0 and not any(map(has_mark, rest)) and sum(map(len, rest)) > 1.5 * len(first):
            moves.append(Move(turn.parts[1].first, "answers"))
    return moves


def _ask_once(voices: Sequence[Voice], askers: frozenset[str]) -> frozenset[str]:
    """Who else asks where several do, as listeners after a talk: they speak once, and who answers most answers them."""
    if len(askers) < 2:
        return frozenset()
    counts = Counter([one.who for one in voices])
    answerers = [who for who, _ in counts.most_common() if who not in askers]
    if not answerers:
        return frozenset()
    return frozenset(
        one.who
        for one, following in pairwise(voices)
        if counts[one.who] == 1 and one.asking >= _ASKS and following.who == answerers[0] != one.who
    )


def _somebody_asks(voices: Sequence[Voice], side: Sides, known: Cast) -> bool:
    """Whether the asking side asks anything, or is said to: two who make statements take turns as well."""
    return (
        side.is_declared
        or bool(side.askers & known.ask)
        or any(voice.asking >= _ASKS and voice.who in side.askers for voice in voices)
        or any(hint(who) == "asks" for who in side.askers)
    )


def _asked_again(outline: Outline, spoken: Sequence[Turn], side: Sides) -> frozenset[int]:
    """The lines of questions in a table of contents: nobody answers them there, and further down some come again."""
    asking_turns = [turn.who in side.askers for turn in spoken]
    if not any(map(all, zip(asking_turns, asking_turns[1:], asking_turns[2:], strict=False))):
        return frozenset()
    latest: dict[str, int] = {}
    found: list[int] = []
    run: list[int] = []
    comes_again = leads_on = False
    for turn in reversed(spoken):
        asks = turn.who in side.askers
        if asks and leads_on:
            words = _wording(outline, turn)
            run.append(turn.line)
            comes_again |= words in latest
            latest.setdefault(words, turn.line)
        else:
            found += run if comes_again and len(run) > 1 else []
            run, comes_again = [], False
            if asks:
                latest.setdefault(_wording(outline, turn), turn.line)
        leads_on = asks
    return frozenset(found + (run if comes_again and len(run) > 1 else []))


def _wording(outline: Outline, turn: Turn) -> str:
    """How a question begins, below its label too."""
    return " ".join(said(outline, turn, part) for part in range(min(2, len(turn.parts)))).strip()[:_WORDING]


def _told(spoken: Sequence[Turn], side: Sides, counts: Counter[str]) -> str:
    names: dict[str, str] = {}
    for turn in spoken:
        names.setdefault(turn.who, turn.candidate.label)
    asks = [f"'{names[who]}' asks {_times(count)}" for who, count in counts.most_common() if who in side.askers]
    others = [
        f"'{names[who]}' answers {_times(count)}" for who, count in counts.most_common() if who not in side.askers
    ]
    told = asks[:3] + others[:2]
    if len(others) > 2:
        told.append(f"{len(others) - 2} others speak")
    return ", ".join(told)


def _times(count: int) -> str:
    return "once" if count == 1 else "twice" if count == 2 else f"{count} times"


def _questions_only(outline: Outline, spoken: Sequence[Turn], breaks: frozenset[int]) -> Reading | None:
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
        if len(rates) < _ENOUGH:
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
        moves, breaks, weight, f"'{label}' asks {_times(len(own))}, unlabelled paragraphs answer", is_marked=bool(given)
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
    if asking(said(outline, turn, size - 1)) < _ASKS:
        for further in range(size, limit):
            text = said(outline, turn, further)
            if asking(text) >= _ASKS and len(text) < 300:
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


def _answers_only(outline: Outline, spoken: Sequence[Turn], breaks: frozenset[int]) -> Reading | None:
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
    return Reading(moves, breaks, weight, f"'{label}' answers {_times(len(own))}, unlabelled paragraphs ask")


def _last_question(outline: Outline, before: Sequence[Paragraph]) -> int | None:
    """Which of the paragraphs before an answer begins the question."""
    if not before:
        return None
    place = len(before) - 1
    is_bold = _is_emphasised(outline.page, before[place])
    if asking(outline.words(before[place])) < _ASKS and not is_bold:
        return None
    while place > 0 and is_bold and _is_emphasised(outline.page, before[place - 1]):
        place -= 1
    return place
