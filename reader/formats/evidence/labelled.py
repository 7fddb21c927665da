"""Turns that are labelled, on both sides, or on one side only.

both        Jane: …?  |  Doe: …          two kinds of label take turns
questions   Jane: …?  |  …               what follows a labelled question is the answer
answers     …?        |  Doe: …          what stands before a labelled answer and asks is the question
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from math import log2
from typing import Final, NamedTuple

from reader.formats.evidence.asking import asking
from reader.formats.evidence.cast import Cast, cast
from reader.formats.evidence.forms import Form
from reader.formats.evidence.manners import manners
from reader.formats.evidence.paragraphs import Outline, Paragraph
from reader.formats.evidence.reading import Move, Reading, Side
from reader.formats.evidence.sections import is_direction
from reader.formats.evidence.sides import Sides, Voice, declared, sides
from reader.formats.evidence.stage import staged
from reader.formats.labels import Candidate, likeness, same_person
from reader.formats.page import Page

_ASKS: Final = 0.7
_FEWEST: Final = 3
_PLAIN: Final = 2.0
"""Weight above which labels on both sides leave no doubt."""
_MANY: Final = 5
_CROWD: Final = 500
"""Labels in a text above which those used once are no longer compared with the others."""
_ENOUGH: Final = 1500
"""Turns from which it is plain who asks."""
_POLITE: Final = 16
"""Turns at the beginning and at the end among which greetings and thanks are looked for."""
_GREETING: Final = 300
"""Code points at either end of a turn that are searched for them."""
_INDENTED: Final = 3
_BRIEF: Final = 400
"""Code points of a turn that may ask in its first paragraph rather than its last."""


class Turn(NamedTuple):
    """What one speaker says until the next begins."""

    candidate: Candidate
    who: str
    stop: int
    """The line before which it ends."""
    parts: Sequence[Paragraph]
    until: int | None = None
    """Column of its line at which another begins."""

    @property
    def line(self) -> int:
        """The line that begins it."""
        return self.candidate.line


class Dialogue(NamedTuple):
    """All labelled turns of a text, whatever they are."""

    turns: Sequence[Turn]
    breaks: frozenset[int]
    readings: Sequence[Reading]


def turns(outline: Outline, candidates: Sequence[Candidate], breaks: frozenset[int]) -> list[Turn]:
    """The turns of those who speak again and again, and of those who do once among them."""
    page = outline.page
    counts = Counter(candidate.key for candidate in candidates)
    people = same_person([key for key, count in counts.items() if count > 1 or len(counts) <= _CROWD])
    by_person: Counter[str] = Counter()
    for key, count in counts.items():
        by_person[people.get(key, key)] += count
    shy = _rare_forms(candidates)
    candidates = [candidate for candidate in candidates if candidate.form not in shy]
    recurring = [c for c in candidates if c.hint is not None or by_person[people.get(c.key, c.key)] > 1]
    if not recurring:
        return []
    forms = Counter(_style(page, candidate) for candidate in recurring[:_ENOUGH])
    usual = {style for style, count in forms.items() if count >= 0.1 * sum(forms.values())}
    first, last = recurring[0].line, recurring[-1].line
    chosen = []
    for candidate in candidates:
        count = by_person[people.get(candidate.key, candidate.key)]
        if candidate.hint is not None:
            speaks = not _is_listed(page, candidate, count)
        elif count > 1:
            speaks = candidate.is_fresh or candidate.likeness == 1.0
        else:
            speaks = (
                first <= candidate.line <= last
                and candidate.is_fresh
                and candidate.likeness == 1.0
                and _style(page, candidate) in usual
            )
        if speaks:
            chosen.append(candidate)
    found = []
    marks = sorted(breaks)
    at = 0
    for place, candidate in enumerate(chosen):
        stop = chosen[place + 1].line if place + 1 < len(chosen) else len(page.bare)
        until = chosen[place + 1].at if stop == candidate.line else None
        stop = max(stop, candidate.line + 1)
        while at < len(marks) and marks[at] <= candidate.line:
            at += 1
        if at < len(marks):
            stop = min(stop, marks[at])
        parts = [
            p
            for p in outline.between(candidate.line, stop)
            if p.first == candidate.line or not is_direction(page.bare[p.first])
        ]
        if parts:
            found.append(Turn(candidate, people.get(candidate.key, candidate.key), stop, parts, until))
    return found


def _rare_forms(candidates: Sequence[Candidate]) -> set[Form]:
    """Forms that are labels only where they are the rule: dashes and full stops stand in any text."""
    counts = Counter(candidate.form for candidate in candidates)
    return {form for form in (Form.DASH, Form.STOP, Form.BOLD) if counts[form] < 0.5 * sum(counts.values())}


def _style(page: Page, candidate: Candidate) -> tuple[Form, bool, bool]:
    raw = page.lines[candidate.line].text.lstrip()
    form = Form.COLON if candidate.form is Form.LETTER else candidate.form
    return form, raw[:1] in "*_<", candidate.body >= len(page.bare[candidate.line])


def _is_listed(page: Page, candidate: Candidate, count: int) -> bool:
    """Whether a line only says who has a role: `Interviewer: Jane Doe`."""
    if len(candidate.key) < 3:
        return False
    rest = page.bare[candidate.line][candidate.body :]
    if count > 1:
        return bool(rest) and len(rest.split()) in {2, 3} and rest[-1] not in ".!?…" and likeness(rest) == 1.0
    return len(rest) < 60 and not asking(rest) and rest[-1:] not in {".", "!", "…"}


def said(outline: Outline, turn: Turn, part: int) -> str:
    """What one paragraph of a turn says, without the label."""
    paragraph = turn.parts[part]
    if turn.until is not None:
        return outline.page.bare[turn.line][turn.candidate.body : turn.until].strip()
    return outline.words(paragraph, turn.candidate.body if paragraph.first == turn.line else 0).strip()


def voice(outline: Outline, turn: Turn, *, is_polite: bool = True) -> Voice:
    """How far a turn asks, its length, and (`is_polite`) whether a host or a guest speaks in it."""
    parts = [said(outline, turn, part) for part in range(len(turn.parts))]
    parts = [part for part in parts if part] or [""]
    rate = asking(parts[-1])
    size = sum(map(len, parts))
    if len(parts) == 2 and size < _BRIEF and asking(parts[0]) == 1.0:
        rate = max(rate, _ASKS)
    return Voice(turn.who, rate, size, manners(f"{parts[0][:_GREETING]}\n{parts[-1][-_GREETING:]}") if is_polite else 0)


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


def covers(outline: Outline, spoken: Sequence[Turn]) -> bool:
    """Whether most of the text is labelled, so that shape has nothing to say."""
    return len(spoken) >= _MANY and _coverage(outline, spoken) >= 0.5


def opening(turn: Turn, side: Side) -> Move:
    """The beginning of a turn, as a move of one side."""
    candidate = turn.candidate
    return Move(turn.line, side, candidate.body, candidate.label, turn.who, candidate.at)


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
    known = cast(outline.page, {turn.who for turn in spoken} | {turn.candidate.key for turn in spoken}, spoken[0].line)
    own = {turn.candidate.key: turn.who for turn in spoken}
    known = Cast(*(frozenset(own.get(key, key) for key in keys) for keys in known))
    side = sides(voices, known)
    if not side.askers:
        return None
    moves = [opening(turn, "asks" if turn.who in side.askers else "answers") for turn in spoken]
    asked = sum(move.side == "asks" for move in moves)
    answered = sum(a.side == "asks" and b.side == "answers" for a, b in pairwise(moves))
    if not answered or (not side.is_declared and answered < 2):
        return None
    counts = Counter(turn.who for turn in spoken)
    weight = side.weight - 0.05
    if not side.is_declared:
        weight += 7.0 * min(0.0, _coverage(outline, spoken) - 0.5) - staged(outline.page)
    if answered < 0.4 * asked:
        weight -= 6.0 * (0.4 - answered / asked)
    if weight > 0:
        weight += 0.4 * log2(answered)
    return Reading(moves, breaks, weight, _told(spoken, side, counts))


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


def _coverage(outline: Outline, spoken: Sequence[Turn]) -> float:
    """Which part of the body the turns make up."""
    inside = sum(outline.size(part) for turn in spoken for part in _own_parts(outline.page, turn))
    return inside / max(1, sum(map(outline.size, outline.paragraphs)))


def _own_parts(page: Page, turn: Turn) -> Sequence[Paragraph]:
    """The paragraphs of a turn up to the first that is less indented than its label: there somebody else goes on."""
    indent = _indent(page, turn.line)
    if indent < _INDENTED:
        return turn.parts
    for place, part in enumerate(turn.parts):
        if _indent(page, part.first) < indent:
            return turn.parts[:place]
    return turn.parts


def _indent(page: Page, line: int) -> int:
    raw = page.lines[line].text
    return len(raw) - len(raw.lstrip())


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
    weight = 4.0 * (rate - 0.5) + 2.0 * (rate - rest - 0.3) + 0.4 * log2(answered) + (2.0 if given else 0.0)
    weight += 3.0 * (answered / len(own) - 0.8)
    if not given:
        weight -= 2.0 * rest + staged(outline.page) + 4.0 * max(0.0, 0.5 - _coverage(outline, own))
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
    if not first:
        size = min(2, len(turn.parts) - 1)
    limit = min(len(turn.parts) - 1, 4)
    if asking(said(outline, turn, size - 1)) < _ASKS:
        for further in range(size, limit):
            text = said(outline, turn, further)
            if asking(text) >= _ASKS and len(text) < 300:
                return further + 1
    while size < limit and all(outline.page.emphasised[turn.parts[size].first : turn.parts[size].last + 1]):
        size += 1
    return size


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
    is_bold = all(outline.page.emphasised[before[place].first : before[place].last + 1])
    if asking(outline.words(before[place])) < _ASKS and not is_bold:
        return None
    while place > 0 and is_bold and all(outline.page.emphasised[before[place - 1].first : before[place - 1].last + 1]):
        place -= 1
    return place


def side_of(reading: Reading) -> dict[str, Side]:
    """What each named speaker does in a reading."""
    found: dict[str, Counter[Side]] = defaultdict(Counter)
    for move in reading.moves:
        if move.who:
            found[move.who][move.side] += 1
    return {who: counts.most_common(1)[0][0] for who, counts in found.items()}
