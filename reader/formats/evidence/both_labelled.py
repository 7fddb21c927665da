"""A reading of turns in which both sides have labels: two kinds of label take turns."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, zip_longest
from math import log2
from typing import Final

from reader.formats.evidence.announced import has_co_hosts
from reader.formats.evidence.asking import ASKS, asking, has_mark
from reader.formats.evidence.cast import Cast, cast
from reader.formats.evidence.paragraphs import Outline
from reader.formats.evidence.reading import Move, Reading, times
from reader.formats.evidence.sides import Sides, declared, sides
from reader.formats.evidence.stage import staged
from reader.formats.evidence.talk import Voice
from reader.formats.evidence.turns import SAMPLE, Turn, coverage, opening, said, voice
from reader.formats.evidence.vocabulary import hint

_WORDING: Final = 40
"""Code points by which a question is known again."""
_CO_HOSTS: Final = 2.5
"""What it weighs against two voices that the text says they are the hosts."""
_BRIEF: Final = 500
"""Code points of what somebody asks who asks nothing else: a statement may end in a question."""
_POLITE: Final = 16
"""Turns at the beginning and at the end among which greetings and thanks are looked for."""


def both_sides(outline: Outline, spoken: Sequence[Turn], breaks: frozenset[int]) -> Reading | None:
    """Two kinds of label take turns; None where nobody asks or nobody answers."""
    if len(spoken) < 2:
        return None
    sample = spoken[:SAMPLE]
    last = 0 if declared({turn.who for turn in sample}) else _POLITE
    voices = [
        voice(outline, turn, is_polite=place < last or place >= len(sample) - last) for place, turn in enumerate(sample)
    ]
    voices = _merged(voices)
    own = {turn.candidate.key: turn.who for turn in spoken}
    known = cast(outline.page, {*own, *own.values()}, spoken[0].line)
    known = Cast(*[frozenset([own.get(key, key) for key in keys]) for keys in known])
    side = sides(voices, known)
    if not side.askers or not _somebody_asks(voices, side, known):
        return None
    if others := _ask_once(voices, side):
        side = side._replace(askers=side.askers | others)
    again = _asked_again(outline, spoken, side) if side.is_declared else frozenset[int]()
    moves = _unlabelled_answers_too(outline, spoken, side, again)
    given = [move.side for move in moves]
    asked = given.count("asks")
    answered = [*pairwise(given)].count(("asks", "answers"))
    if not answered or (not side.is_declared and answered < 2):
        return None
    weight = side.weight - 0.05
    if not side.is_declared:
        weight += 7.0 * min(0.0, coverage(outline, spoken) - 0.5) - staged(outline.page)
        weight -= _CO_HOSTS * (len({turn.who for turn in spoken}) == 2 and has_co_hosts(outline.page))
    if answered < 0.4 * asked:
        weight -= 6.0 * (0.4 - answered / asked)
    if weight > 0:
        weight += 0.4 * log2(answered)
    return Reading(moves, breaks | again, weight, _told(spoken, side))


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
        first = said(outline, turn, 0)
        if asking(first) < 1.0:
            continue
        rest = [said(outline, turn, part) for part in range(1, len(turn.parts))]
        if sum(map(len, rest)) > 1.5 * len(first) and not any(map(has_mark, rest)):
            moves.append(Move(turn.parts[1].first, "answers"))
    return moves


def _ask_once(voices: Sequence[Voice], side: Sides) -> frozenset[str]:
    """Who else asks where several do, or labels say so: they speak once, and who answers most answers them."""
    askers = side.askers
    if len(askers) < 2 and not side.is_declared:
        return frozenset()
    names = [one.who for one in voices]
    if len(set(names)) == len(askers) + 1:
        return frozenset()  # there is nobody else
    counts = Counter(names)
    answerers = [who for who, _ in counts.most_common() if who not in askers]
    if not answerers:
        return frozenset()
    return frozenset(
        one.who
        for one, following in pairwise(voices)
        if counts[one.who] == 1
        and one.asking >= ASKS
        and following.who == answerers[0] != one.who
        and (len(askers) > 1 or one.size <= _BRIEF)
    )


def _somebody_asks(voices: Sequence[Voice], side: Sides, known: Cast) -> bool:
    """Whether the asking side asks anything, or is said to: two who make statements take turns as well."""
    return (
        side.is_declared
        or bool(side.askers & known.ask)
        or any(voice.asking >= ASKS and voice.who in side.askers for voice in voices)
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


def _told(spoken: Sequence[Turn], side: Sides) -> str:
    counts = Counter([turn.who for turn in spoken])
    names = {turn.who: turn.candidate.label for turn in reversed(spoken)}
    asks = [f"'{names[who]}' asks {times(count)}" for who, count in counts.most_common() if who in side.askers]
    others = [f"'{names[who]}' answers {times(count)}" for who, count in counts.most_common() if who not in side.askers]
    told = asks[:3] + others[:2]
    if len(others) > 2:
        told.append(f"{len(others) - 2} others speak")
    return ", ".join(told)


def _merged(voices: Sequence[Voice]) -> list[Voice]:
    """The voices, where one speaker goes on under a label of its own taken as one turn that asks as its end does."""
    found: list[Voice] = []
    for one in voices:
        if found and found[-1].who == one.who:
            before = found.pop()
            one = Voice(one.who, one.asking, before.size + one.size, before.manners or one.manners)  # noqa: PLW2901 - the turn so far
        found.append(one)
    return found
