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
from itertools import pairwise
from math import log2
from typing import Final, NamedTuple

from reader.formats.evidence.cast import Cast
from reader.formats.evidence.vocabulary import CROWD, PAIRS, hint

_CANDIDATES: Final = 12
_MOST_ASKERS: Final = 4
_DECLARED: Final = 2.5
"""What it weighs that a label says "question"."""
_LONG_QUESTION: Final = 900
"""Code points: few interviewers speak longer on average."""
_ASKS_TOO: Final = 0.5
"""How often somebody must ask to do so beside those whose label says "question"."""
_RARE: Final = 4
"""Where others speak so many times as often as those whose label says "question", it says little."""
_DOUBT: Final = 1.0
_USUAL: Final = 0.25
"""So many turns, that ask so often as people do who talk, are added to each side: few turns prove little."""
NOBODY: Final = Cast()
QUESTIONERS: Final = frozenset({
    "q", "question", "questions", "qn", "ques", "frage", "fragen", "pregunta", "preguntas", "pergunta",
    "perguntas", "domanda", "vraag", "fråga", "spørsmål", "spørgsmål", "kysymys", "pytanie", "otázka", "kérdés",
    "întrebare", "soru", "ερώτηση", "вопрос", "питання", "問", "問い", "质问", "質問", "问", "提问", "提問", "문",
    "질문", "سؤال", "שאלה",
})  # fmt: skip
"""Labels that say "question" outright: what follows them is one, wherever it stands."""


class Voice(NamedTuple):
    """What the choice rests on: one turn."""

    who: str
    asking: float
    size: int
    """Characters."""
    manners: int = 0
    """1 where it says what hosts say, -1 where it says what guests say."""


class Sides(NamedTuple):
    """Who asks, with the weight of the evidence; above 0 it rather holds."""

    askers: frozenset[str]
    weight: float
    is_declared: bool
    """Whether the labels themselves say who asks (`Q`, `Frage`)."""


def declared(keys: Collection[str]) -> frozenset[str]:
    """The keys that say "question" by themselves."""
    return frozenset(key for key in keys if key in QUESTIONERS)


def _paired(voices: Sequence[Voice], keys: Collection[str]) -> frozenset[str]:
    """The letter that asks where two letters stand against each other as those of question and answer do."""
    for ask, answer in sorted(PAIRS):
        if ask in keys and answer in keys and _rate(voices, ask) >= max(0.5, _rate(voices, answer)):
            return frozenset({ask})
    return frozenset()


def _rate(voices: Sequence[Voice], who: str) -> float:
    own = [voice.asking for voice in voices if voice.who == who]
    return sum(own) / len(own) if own else 0.0


def sides(voices: Sequence[Voice], known: Cast = NOBODY) -> Sides:
    """The best-supported choice of the asking side; `known` is what the text says of the speakers."""
    counts = Counter(voice.who for voice in voices)
    given = declared(counts.keys()) or _paired(voices, counts.keys())
    if given:
        start = given | (known.ask & counts.keys())
        return _climbed(
            voices, Sides(start, _weight(voices, start, known) + _DECLARED, is_declared=True), counts, known
        )
    tried = [_coloured(voices, counts)] if len(counts) > 2 else []
    tried += [_rest(counts, tried[0])] if tried else []
    tried += [frozenset({who}) for who, count in counts.most_common(_CANDIDATES) if count > 1]
    if known.ask & counts.keys():
        tried.append(known.ask & counts.keys())
    best = Sides(frozenset(), -9.0, is_declared=False)
    for askers in tried:
        if not askers or len(askers) > _MOST_ASKERS:
            continue
        weight = _weight(voices, askers, known)
        if weight > best.weight:
            best = Sides(askers, weight, is_declared=False)
    return _climbed(voices, best, counts, known)


def _coloured(voices: Sequence[Voice], counts: Counter[str]) -> frozenset[str]:
    """One side of the speakers, so divided that as many turns as possible follow one of the other side."""
    follows: Counter[tuple[str, str]] = Counter()
    for before, after in pairwise(voices):
        if before.who != after.who:
            follows[before.who, after.who] += 1
            follows[after.who, before.who] += 1
    common = [who for who, count in counts.most_common(_CANDIDATES) if count > 1]
    side: set[str] = set()
    other: set[str] = set()
    for who in common:
        with_side = sum(follows[who, one] for one in side)
        with_other = sum(follows[who, one] for one in other)
        (side if with_side <= with_other else other).add(who)
    return frozenset(other)


def _rest(counts: Counter[str], side: frozenset[str]) -> frozenset[str]:
    return frozenset(who for who, count in counts.most_common(_CANDIDATES) if count > 1 and who not in side)


def _climbed(voices: Sequence[Voice], best: Sides, counts: Counter[str], known: Cast) -> Sides:
    """The asking side with those added who better its weight: they ask, and the others answer them."""
    bonus = _DECLARED if best.is_declared else 0.0
    declared_turns = sum(counts[who] for who in best.askers)
    for _ in range(_MOST_ASKERS):
        found = best
        for who, count in counts.most_common(_CANDIDATES):
            tried = best.askers | {who}
            if who in best.askers or count < 2 or len(tried) >= len(counts) or hint(who) == "answers":
                continue
            weight = _weight(voices, tried, known) + bonus
            if best.is_declared and count < declared_turns * _RARE and not _asks_too(voices, who, known):
                continue
            if weight > found.weight and _may_join(voices, who, best.askers, known):
                found = Sides(tried, weight, best.is_declared)
        if found is best:
            break
        best = found
    return best


def _may_join(voices: Sequence[Voice], who: str, askers: frozenset[str], known: Cast) -> bool:
    """Whether somebody can belong to the asking side; where the text tells who asks, nobody else does."""
    if hint(who) == "asks" or who in known.ask:
        return True
    return not known.ask and _rate(voices, who) >= 0.2 and _is_answered(voices, who, askers)


def _asks_too(voices: Sequence[Voice], who: str, known: Cast) -> bool:
    """Whether somebody asks beside those whose label says "question": one who only hands over the floor doesn't."""
    return who in known.ask or _rate(voices, who) >= _ASKS_TOO


def _is_answered(voices: Sequence[Voice], who: str, askers: frozenset[str]) -> bool:
    """Whether what follows somebody's turns is mostly an answer rather than a question."""
    after = before = count = 0
    for index, voice in enumerate(voices):
        if voice.who != who:
            continue
        count += 1
        after += index + 1 < len(voices) and voices[index + 1].who not in askers
        before += index > 0 and voices[index - 1].who in askers
    return after >= 0.6 * count and before <= 0.5 * count


def _weight(voices: Sequence[Voice], askers: frozenset[str], known: Cast) -> float:
    """How far the turns bear out that these ask and all others answer."""
    ask = answer = switches = manners = astray = 0
    ask_rate = answer_rate = ask_size = answer_size = 0.0
    was_asker: bool | None = None
    was_asked = False
    for who, asking, size, manner in voices:
        is_asker = who in askers
        if is_asker:
            ask += 1
            ask_rate += asking
            ask_size += size
        else:
            answer += 1
            answer_rate += asking
            answer_size += size
        manners += manner if is_asker else -manner
        switches += was_asker is not None and was_asker != is_asker
        astray += was_asked and was_asker == is_asker
        was_asker, was_asked = is_asker, asking == 1.0
    if not ask or not answer:
        return -9.0
    longer = log2((answer_size / answer + 20) / (ask_size / ask + 20))
    share = ask / (ask + answer)
    ask_rate = (ask_rate + _DOUBT * _USUAL) / (ask + _DOUBT)
    answer_rate = (answer_rate + _DOUBT * _USUAL) / (answer + _DOUBT)
    return (
        3.0 * (ask_rate - 0.4)
        + 4.0 * (ask_rate - answer_rate - 0.15)
        - 3.0 * max(0.0, answer_rate - 0.15)
        + 0.8 * max(-1.5, min(2.5, longer))
        - 1.0 * max(0.0, log2((ask_size / ask + 1) / _LONG_QUESTION))
        + 2.0 * (switches / max(1, len(voices) - 1) - 0.8)
        - 4.0 * max(0.0, 0.3 - share)
        - 2.0 * max(0.0, share - 0.6)
        - 0.6 * max(0, sum(who not in known.ask and hint(who) != "asks" for who in askers) - 1)
        - 4.0 * max(0.0, astray / len(voices) - 0.05)
        + 0.4 * max(-2, min(3, manners))
        + (0.3 if voices[0].who in askers else -0.3)
        + _hinted(askers, {voice.who for voice in voices}, known)
        - 0.4
    )


def _hinted(askers: frozenset[str], everyone: set[str], known: Cast) -> float:
    """What the labels say by themselves, and the text of them."""
    answerers = everyone - askers
    bonus = 0.0
    if any(hint(who) == "asks" and who not in CROWD for who in askers):
        bonus += 1.0
    if askers <= CROWD:
        bonus -= 2.0
    if any(hint(who) == "answers" for who in answerers):
        bonus += 0.5
    if any(hint(who) == "answers" for who in askers):
        bonus -= 3.0
    if any(hint(who) == "asks" for who in answerers):
        bonus -= 0.7
    bonus += 2.0 * bool(known.ask & askers) - 2.0 * len(known.ask & answerers)
    bonus += 1.0 * bool(known.answer & answerers) - 2.0 * bool(known.answer & askers)
    if known.subjects and not known.ask and not known.answer:
        bonus += 0.8 * (bool(known.subjects & answerers) - bool(known.subjects & askers))
    return bonus
