"""Turns: what one speaker says from a label to the next, to a heading, or to the end.

A label makes a turn where its speaker recurs, or says what it is (`Q`, `Host`), or stands once among the others, in
their form and at the beginning of a paragraph.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from operator import attrgetter
from typing import Final, NamedTuple

from reader.formats.evidence.asking import ASKS, asking
from reader.formats.evidence.forms import Form
from reader.formats.evidence.manners import manners
from reader.formats.evidence.paragraphs import Outline, Paragraph
from reader.formats.evidence.reading import Move, Side
from reader.formats.evidence.sides import QUESTIONERS
from reader.formats.evidence.talk import Voice
from reader.formats.labels import Candidate
from reader.formats.page import Page
from reader.formats.spellings import introduced, likeness, same_person

_MANY: Final = 5
_CROWD: Final = 500
"""Labels in a text above which those used once are no longer compared with the others."""
SAMPLE: Final = 1500
"""Turns from which it is plain who asks, and what the usual form of a label is."""
_GREETING: Final = 300
"""Code points at either end of a turn that are searched for greetings and thanks."""
_INDENTED: Final = 3
_NAME: Final = 3
"""Words of a name."""
_BRIEF: Final = 400
"""Code points of a turn that may ask in its first paragraph rather than its last."""


_COMMON: Final = (Form.DASH, Form.STOP, Form.BOLD, Form.SQUARE, Form.GAP)
"""Forms that stand in any text."""


class Turn(NamedTuple):
    """What one speaker says until the next begins."""

    line: int
    """The line that begins it."""
    candidate: Candidate
    who: str
    stop: int
    """The line before which it ends."""
    parts: Sequence[Paragraph]
    until: int | None = None
    """Column of its line at which another begins."""


def turns(outline: Outline, candidates: Sequence[Candidate], breaks: frozenset[int]) -> list[Turn]:
    """The turns of those who speak again and again, and of those who do once among them."""
    if not candidates:
        return []
    page = outline.page
    counts = Counter(map(_key, candidates))
    people = _people(candidates, counts)
    chosen = _chosen(page, candidates, people, counts)
    directions = outline.directions
    found = []
    marks = [*sorted(breaks), len(page.bare)]
    at = 0
    for candidate, following in zip_longest(chosen, chosen[1:]):
        line, until = candidate.line, None
        while marks[at] <= line:
            at += 1
        stop = marks[at]
        if following is not None and following.line < stop:
            stop = following.line
            if stop == line:
                stop, until = line + 1, following.at
        parts = outline.between(line, stop)
        if directions:
            parts = [part for part in parts if part.first == line or part.first not in directions]
        if parts:
            found.append(Turn(line, candidate, people[candidate.key], stop, parts, until))
    return found


_key = attrgetter("key")


def _people(candidates: Sequence[Candidate], counts: Mapping[str, int]) -> dict[str, str]:
    """The person behind each key; `counts` says how often each stands there."""
    people = same_person([key for key, count in counts.items() if count > 1 or len(counts) <= _CROWD])
    found = {key: people.get(key, key) for key in counts}
    for candidate in candidates:
        short = introduced(candidate.label) if candidate.label[-1] in ")]）" else None
        if short is not None and short in found and short != candidate.key:
            found[short] = found[candidate.key]
    return found


def _chosen(
    page: Page, candidates: Sequence[Candidate], people: Mapping[str, str], counts: Mapping[str, int]
) -> list[Candidate]:
    """The candidates that begin a turn, judged by the company they keep."""
    by_person: dict[str, int] = {}
    for key, count in counts.items():
        by_person[people[key]] = by_person.get(people[key], 0) + count
    if shy := _rare_forms(candidates):
        usual_keys = {candidate.key for candidate in candidates if candidate.form not in shy}
        candidates = [
            candidate
            for candidate in candidates
            if candidate.form not in shy
            or (candidate.form is Form.BOLD and candidate.is_fresh and candidate.key in usual_keys)
        ]
    recurring = [c for c in candidates if c.hint is not None or by_person[people[c.key]] > 1]
    if not recurring:
        return []
    usual = _usual_styles(page, recurring[:SAMPLE]) if len(recurring) < len(candidates) else frozenset()
    first, last = _first_line(page, candidates, recurring[0]), recurring[-1].line
    chosen: list[Candidate] = []
    for candidate, following in zip_longest(candidates, candidates[1:]):
        count = by_person[people[candidate.key]]
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
            ) or (bool(chosen) and _replies(page, chosen[-1], candidate, following))
        if speaks:
            chosen.append(candidate)
    return chosen


def _first_line(page: Page, candidates: Sequence[Candidate], recurring: Candidate) -> int:
    """The line from which on people speak: of the first who recurs, or of one who asks right before."""
    place = candidates.index(recurring)
    before = candidates[place - 1] if place else recurring
    said = " ".join(page.bare[before.line : recurring.line])[before.body :].rstrip()
    is_alike = before.form is recurring.form and len(said) <= _BRIEF
    return before.line if is_alike and asking(said) >= ASKS else recurring.line


def _replies(page: Page, before: Candidate, candidate: Candidate, following: Candidate | None) -> bool:
    """Whether a name that stands nowhere else opens the answer to the question right above it."""
    return (
        before.key in QUESTIONERS
        and candidate.likeness == 1.0
        and candidate.form is Form.COLON
        and len(candidate.key.split()) <= _NAME
        and candidate.body < len(page.bare[candidate.line])
        and (following is None or following.hint != "answers")
    )


def _rare_forms(candidates: Sequence[Candidate]) -> set[Form]:
    """Forms that are there and labels only where they are the rule: dashes and full stops stand in any text."""
    forms = [candidate.form for candidate in candidates]
    return {form for form in _COMMON if 0 < forms.count(form) < 0.5 * len(forms)}


def _usual_styles(page: Page, candidates: Sequence[Candidate]) -> frozenset[tuple[Form, bool, bool]]:
    """How labels look that are no exception."""
    styles = Counter([_style(page, candidate) for candidate in candidates])
    return frozenset(style for style, count in styles.items() if count >= 0.1 * len(candidates))


def _style(page: Page, candidate: Candidate) -> tuple[Form, bool, bool]:
    raw = page.lines.texts[candidate.line].lstrip()
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
    if turn.until is not None:
        return outline.page.bare[turn.line][turn.candidate.body : turn.until].strip()
    first, last = paragraph = turn.parts[part]
    column = turn.candidate.body if first == turn.line else 0
    if first == last:
        return outline.page.bare[first][column:].strip()
    return outline.words(paragraph, column).strip()


def voice(outline: Outline, turn: Turn, *, is_polite: bool = True) -> Voice:
    """How far a turn asks, its length, and (`is_polite`) whether a host or a guest speaks in it."""
    first = last = said(outline, turn, 0)
    size = len(first)
    are_two = False
    if len(turn.parts) > 1:
        others = turn.parts[1:]
        are_two = len(others) + bool(first) == 2
        last = said(outline, turn, -1)
        first = first or said(outline, turn, 1)
        size += sum(map(outline.length, others))
    rate = asking(last)
    if are_two and size < _BRIEF and asking(first) == 1.0:
        rate = max(rate, ASKS)
    return Voice(turn.who, rate, size, manners(f"{first[:_GREETING]}\n{last[-_GREETING:]}") if is_polite else 0)


def opening(turn: Turn, side: Side) -> Move:
    """The beginning of a turn, as a move of one side."""
    candidate = turn.candidate
    return Move(turn.line, side, candidate.body, candidate.label, turn.who, candidate.at)


def covers(outline: Outline, spoken: Sequence[Turn]) -> bool:
    """Whether most of the text is labelled, so that shape has nothing to say."""
    return len(spoken) >= _MANY and coverage(outline, spoken) >= 0.5


def coverage(outline: Outline, spoken: Sequence[Turn]) -> float:
    """Which part of the body the turns make up."""
    inside = sum(outline.size(part) for turn in spoken for part in _own_parts(outline, turn))
    return inside / max(1, sum(map(outline.size, outline.paragraphs)))


def _own_parts(outline: Outline, turn: Turn) -> Sequence[Paragraph]:
    """The paragraphs of a turn up to the first that is less indented than its label: there somebody else goes on."""
    indent = outline.indent(turn.line)
    if indent < _INDENTED:
        return turn.parts
    for place, part in enumerate(turn.parts):
        if outline.indent(part.first) < indent:
            return turn.parts[:place]
    return turn.parts
