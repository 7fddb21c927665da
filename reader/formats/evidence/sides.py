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

from reader.formats.evidence.vocabulary import PAIRS, hint

_CANDIDATES: Final = 12
_QUESTIONERS: Final = frozenset({
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


class Sides(NamedTuple):
    """Who asks, with the weight of the evidence; above 0 it rather holds."""

    askers: frozenset[str]
    weight: float
    is_declared: bool
    """Whether the labels themselves say who asks (`Q`, `Frage`)."""


def declared(keys: Collection[str]) -> frozenset[str]:
    """The keys that say "question" by themselves."""
    return frozenset(key for key in keys if key in _QUESTIONERS)


def _paired(voices: Sequence[Voice], keys: Collection[str]) -> frozenset[str]:
    """The letter that asks where two letters stand against each other as those of question and answer do."""
    for ask, answer in sorted(PAIRS):
        if ask in keys and answer in keys and _rate(voices, ask) >= max(0.5, _rate(voices, answer)):
            return frozenset({ask})
    return frozenset()


def _rate(voices: Sequence[Voice], who: str) -> float:
    own = [voice.asking for voice in voices if voice.who == who]
    return sum(own) / len(own) if own else 0.0


def sides(voices: Sequence[Voice]) -> Sides:
    """The best-supported choice of the asking side."""
    counts = Counter(voice.who for voice in voices)
    given = declared(counts.keys()) or _paired(voices, counts.keys())
    if given:
        chosen = Sides(given, _weight(voices, given) + 2.5, is_declared=True)
        return _joined(voices, chosen, counts, minimum=4)
    best = Sides(frozenset(), -9.0, is_declared=False)
    common = [who for who, count in counts.most_common(_CANDIDATES) if count > 1]
    for who in common:
        tried = frozenset({who})
        weight = _weight(voices, tried)
        if weight > best.weight:
            best = Sides(tried, weight, is_declared=False)
    return _joined(voices, best, counts, minimum=2)


def _joined(voices: Sequence[Voice], best: Sides, counts: Counter[str], minimum: int) -> Sides:
    """The asking side with those who plainly belong to it: they ask, and others answer them."""
    for who, count in counts.most_common(_CANDIDATES):
        if who in best.askers or count < minimum or len(best.askers) >= 4:
            continue
        if _rate(voices, who) < 0.4 or hint(who) == "answers":
            continue
        tried = best.askers | {who}
        if len(tried) >= len(counts):
            continue
        weight = _weight(voices, tried) + (2.5 if best.is_declared else 0.0)
        if weight > best.weight - (0.0 if best.is_declared else 0.15) and _is_answered(voices, who, best.askers):
            best = Sides(tried, weight, best.is_declared)
    return best


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


def _weight(voices: Sequence[Voice], askers: frozenset[str]) -> float:
    """How far the turns bear out that these ask and all others answer."""
    ask = answer = 0
    ask_rate = answer_rate = ask_size = answer_size = 0.0
    switches = 0
    was_asker: bool | None = None
    for who, asking, size in voices:
        is_asker = who in askers
        if is_asker:
            ask += 1
            ask_rate += asking
            ask_size += size
        else:
            answer += 1
            answer_rate += asking
            answer_size += size
        switches += was_asker is not None and was_asker != is_asker
        was_asker = is_asker
    if not ask or not answer:
        return -9.0
    ask_rate /= ask
    answer_rate /= answer
    longer = log2((answer_size / answer + 20) / (ask_size / ask + 20))
    share = ask / (ask + answer)
    return (
        3.0 * (ask_rate - 0.4)
        + 4.0 * (ask_rate - answer_rate - 0.15)
        - 3.0 * max(0.0, answer_rate - 0.15)
        + 0.8 * max(-1.5, min(2.5, longer))
        + 1.0 * (switches / max(1, len(voices) - 1) - 0.7)
        - 3.0 * max(0.0, 0.3 - share)
        - 2.0 * max(0.0, share - 0.6)
        + _hinted(askers, {voice.who for voice in voices})
        - 0.4
    )


def _hinted(askers: frozenset[str], everyone: set[str]) -> float:
    """What the labels say by themselves."""
    bonus = 0.0
    if any(hint(who) == "asks" for who in askers):
        bonus += 1.0
    if any(hint(who) == "answers" for who in everyone - askers):
        bonus += 0.5
    if any(hint(who) == "answers" for who in askers):
        bonus -= 3.0
    if any(hint(who) == "asks" for who in everyone - askers):
        bonus -= 0.7
    return bonus
