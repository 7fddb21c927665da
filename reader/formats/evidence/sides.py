"""Which of several speakers ask, and how sure that is.

Interviews differ from plays, minutes and panels of equals in what the two sides do, not in how they are labelled:

                     asks      length    takes turns with     share of turns
    interviewer      mostly    short     the other side       a quarter to a half
    guest            seldom    long      the interviewer      the rest
    in a play        now and then, all alike, with anyone

`sides` tries every speaker, and small groups of speakers, as the asking side, and weighs these four.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from math import log2
from typing import Final, NamedTuple

from reader.formats.evidence.cast import Cast
from reader.formats.evidence.talk import Share, Talk, Voice
from reader.formats.evidence.vocabulary import CROWD, PAIRS, hint

_MOST_ASKERS: Final = 4
_DECLARED: Final = 2.5
"""What it weighs that a label says "question"."""
_LONG_QUESTION: Final = 900
"""Code points: few interviewers speak longer on average."""
_MOST_SAID: Final = 0.65
"""The share of what is said from which on it is a speech, interrupted, rather than questions."""
_ASKS_TOO: Final = 0.5
"""How often somebody must ask to do so beside those whose label says "question"."""
_RARE: Final = 4
"""Where others speak so many times as often as those whose label says "question", it says little."""
_CROWD_ASKS: Final = 0.35
"""How often listeners ask after a talk at least; a crowd that only shouts asks less."""
_DOUBT: Final = 1.0
_USUAL: Final = 0.25
"""So many turns, that ask so often as people do who talk, are added to each side: few turns prove little."""
_PAIRS: Final = tuple(sorted(PAIRS))
NOBODY: Final = Cast()
QUESTIONERS: Final = frozenset({
    "q", "question", "questions", "qn", "ques", "frage", "fragen", "pregunta", "preguntas", "pergunta",
    "perguntas", "domanda", "vraag", "fråga", "spørsmål", "spørgsmål", "kysymys", "pytanie", "otázka", "kérdés",
    "întrebare", "soru", "ερώτηση", "вопрос", "питання", "問", "問い", "质问", "質問", "问", "提问", "提問", "문",
    "질문", "سؤال", "שאלה",
})  # fmt: skip
"""Labels that say "question" outright: what follows them is one, wherever it stands."""


class Sides(NamedTuple):
    """Who asks, with the weight of the evidence; above 0 it rather holds."""

    askers: frozenset[str]
    weight: float
    is_declared: bool
    """Whether the labels themselves say who asks (`Q`, `Frage`)."""


def declared(keys: Collection[str]) -> frozenset[str]:
    """The keys that say "question" by themselves."""
    return frozenset(key for key in keys if key in QUESTIONERS)


def _paired(talk: Talk) -> frozenset[str]:
    """The letter that asks where two letters stand against each other as those of question and answer do."""
    for ask, answer in _PAIRS:
        if ask in talk.shares and answer in talk.shares and talk.rate(ask) >= max(0.5, talk.rate(answer)):
            return frozenset({ask})
    return frozenset()


def sides(voices: Sequence[Voice], known: Cast = NOBODY) -> Sides:
    """The best-supported choice of the asking side; `known` is what the text says of the speakers."""
    talk = Talk(voices)
    counts = talk.counts
    given = declared(counts.keys()) or _paired(talk)
    if given and all(_is_entry(talk, who) for who in given):
        given = frozenset()
    if given:
        start = given | (known.ask & counts.keys())
        return _climbed(talk, Sides(start, _weight(talk, start, known) + _DECLARED, is_declared=True), known)
    tried = [_coloured(talk)] if len(counts) > 2 else []
    tried += [_rest(talk, tried[0])] if tried else []
    tried += [frozenset({who}) for who, count in talk.common if count > 1]
    if known.ask & counts.keys():
        tried.append(known.ask & counts.keys())
    best = Sides(frozenset(), -9.0, is_declared=False)
    for askers in tried:
        if not askers or len(askers) > _MOST_ASKERS:
            continue
        weight = _weight(talk, askers, known)
        if weight > best.weight:
            best = Sides(askers, weight, is_declared=False)
    return _climbed(talk, best, known)


def _is_entry(talk: Talk, who: str) -> bool:
    """Whether a label that says "question" stands in a list of terms, as `Q` among letters: it never asks, others stand
    there far oftener, and below it is no label that says "answer", nor that of one who speaks oftener.
    """
    if talk.rate(who) or talk.counts[who] * _RARE >= talk.size:
        return False
    below = [pair.after for pair, _ in talk.follows if pair.before == who]
    return bool(below) and all(
        one != who and hint(one) != "answers" and talk.counts[one] <= talk.counts[who] + 1 for one in below
    )


def _coloured(talk: Talk) -> frozenset[str]:
    """One side of the speakers, so divided that as many turns as possible follow one of the other side."""
    follows: Counter[tuple[str, str]] = Counter()
    for (before, _, after), count in talk.follows:
        if before != after:
            follows[before, after] += count
            follows[after, before] += count
    common = [who for who, count in talk.common if count > 1]
    side: set[str] = set()
    other: set[str] = set()
    for who in common:
        with_side = sum(follows[who, one] for one in side)
        with_other = sum(follows[who, one] for one in other)
        (side if with_side <= with_other else other).add(who)
    return frozenset(other)


def _rest(talk: Talk, side: frozenset[str]) -> frozenset[str]:
    return frozenset(who for who, count in talk.common if count > 1 and who not in side)


def _climbed(talk: Talk, best: Sides, known: Cast) -> Sides:
    """The asking side with those added who better its weight: they ask, and the others answer them."""
    bonus = _DECLARED if best.is_declared else 0.0
    declared_turns = sum(talk.counts[who] for who in best.askers)
    for _ in range(_MOST_ASKERS):
        found = best
        for who, count in talk.common:
            tried = best.askers | {who}
            if who in best.askers or count < 2 or len(tried) >= len(talk.counts) or hint(who) == "answers":
                continue
            if best.is_declared and count < declared_turns * _RARE and not _asks_too(talk, who, known):
                continue
            if not _may_join(talk, who, best.askers, known):
                continue
            weight = _weight(talk, tried, known) + bonus
            if weight > found.weight:
                found = Sides(tried, weight, best.is_declared)
        if found is best:
            break
        best = found
    return best


def _may_join(talk: Talk, who: str, askers: frozenset[str], known: Cast) -> bool:
    """Whether somebody can belong to the asking side; where the text tells who asks, nobody else does."""
    if hint(who) == "asks" or who in known.ask:
        return True
    return not known.ask and talk.rate(who) >= 0.2 and _is_answered(talk, who, askers)


def _asks_too(talk: Talk, who: str, known: Cast) -> bool:
    """Whether somebody asks beside those whose label says "question": one who only hands over the floor doesn't."""
    return who in known.ask or talk.rate(who) >= _ASKS_TOO


def _is_answered(talk: Talk, who: str, askers: frozenset[str]) -> bool:
    """Whether what follows somebody's turns is mostly an answer rather than a question."""
    after = before = 0
    for pair, count in talk.follows:
        if pair.before == who and pair.after not in askers:
            after += count
        if pair.after == who and pair.before in askers:
            before += count
    return after >= 0.6 * talk.counts[who] and before <= 0.5 * talk.counts[who]


def _weight(talk: Talk, askers: frozenset[str], known: Cast) -> float:
    """How far the turns bear out that these ask and all others answer."""
    asked = Share.of([share for who, share in talk.shares.items() if who in askers])
    answered = Share.of([share for who, share in talk.shares.items() if who not in askers])
    if not asked.turns or not answered.turns:
        return -9.0
    switches = astray = 0
    for (before, has_asked, after), count in talk.follows:
        if (before in askers) != (after in askers):
            switches += count
        elif has_asked:
            astray += count
    manners = asked.manners - answered.manners
    mean_question, mean_answer = asked.size / asked.turns, answered.size / answered.turns
    longer = log2((mean_answer + 20) / (mean_question + 20))
    share_of_turns = asked.turns / talk.size
    ask_rate = (asked.asking + _DOUBT * _USUAL) / (asked.turns + _DOUBT)
    answer_rate = (answered.asking + _DOUBT * _USUAL) / (answered.turns + _DOUBT)
    return (
        3.0 * (ask_rate - 0.4)
        + 4.0 * (ask_rate - answer_rate - 0.15)
        - 3.0 * max(0.0, answer_rate - 0.15)
        + 0.8 * max(-1.5, min(2.5, longer))
        - 1.0 * max(0.0, log2((mean_question + 1) / _LONG_QUESTION))
        - 8.0 * max(0.0, asked.size / (asked.size + answered.size + 1) - _MOST_SAID)
        + 2.0 * (switches / max(1, talk.size - 1) - 0.8)
        - 4.0 * max(0.0, 0.3 - share_of_turns)
        - 2.0 * max(0.0, share_of_turns - 0.6)
        - 0.6 * max(0, len(askers - known.ask - talk.hinted("asks")) - 1)
        - 4.0 * max(0.0, astray / talk.size - 0.05)
        + 0.4 * max(-2, min(3, manners))
        + (0.3 if talk.first in askers else -0.3)
        + _hinted(talk, askers, known)
        - 0.4
    )


def _hinted(talk: Talk, askers: frozenset[str], known: Cast) -> float:
    """What the labels say by themselves, and the text of them."""
    asks, answers = talk.hinted("asks"), talk.hinted("answers")
    answerers = talk.shares.keys() - askers
    bonus = 0.0
    if not asks.isdisjoint(askers - CROWD):
        bonus += 1.0
    if askers <= CROWD and all(talk.rate(who) < _CROWD_ASKS for who in askers):
        bonus -= 2.0
    if not answers <= askers:
        bonus += 0.5
    if not answers.isdisjoint(askers):
        bonus -= 3.0
    if not asks <= askers:
        bonus -= 0.7
    bonus += 2.0 * bool(known.ask & askers) - 2.0 * len(known.ask & answerers)
    bonus += 1.0 * bool(known.answer & answerers) - 2.0 * bool(known.answer & askers)
    if known.subjects and not known.ask and not known.answer:
        bonus += 0.8 * (bool(known.subjects & answerers) - bool(known.subjects & askers))
    return bonus
