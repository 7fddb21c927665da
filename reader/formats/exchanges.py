"""Which answer belongs to which question.

The text is not matched against one pattern after another. Several readings of it as questions and answers are made,
each by one kind of evidence over the whole text, each with a weight that says how far the text bears it out; the
weightiest is taken if it is above zero, and otherwise there are no exchanges:

    labels ───▶ who takes turns, who asks, how long they speak ──▶ reading, weight ─┐
    headings ─▶ how many of a level ask, and are answered ───────▶ reading, weight ─┼─▶ the weightiest, or none
    numbers ──▶ entries that count on, ask, and are answered ────▶ reading, weight ─┤         │
    place ────▶ what stands left of deeper text, and asks ───────▶ reading, weight ─┤         │
    titles ───▶ lines alone in a text named a list of questions ─▶ reading, weight ─┤         │
    heads ────▶ first lines of paragraphs, the answer below ─────▶ reading, weight ─┤         │
    replies ──▶ what stands right above dashes, and asks ────────▶ reading, weight ─┤         │
    inline ───▶ lines that ask first and go on with the answer ──▶ reading, weight ─┤         │
    shape ────▶ short paragraphs that ask between longer ones ───▶ reading, weight ─┘         ▼
                                                                              moves ──▶ exchanges
    asks    asks    answers    answers    ═ heading ═    asks   ═ heading ═   asks    answers
    └── question ──┘└───── answer ─────┘                 (none)               └ one exchange ┘

An exchange opens at an asking move and closes before the next, at the heading of a section, or where the questions and
answers end. Asking moves in a row are one question. A question that nobody answers is no exchange.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from reader.formats.evidence.announced import is_named_faq
from reader.formats.evidence.ending import Pair, trimmed
from reader.formats.evidence.headings import headings
from reader.formats.evidence.heads import heads
from reader.formats.evidence.indents import indents
from reader.formats.evidence.inline import inline
from reader.formats.evidence.labelled import labelled
from reader.formats.evidence.letters import letters
from reader.formats.evidence.named_once import with_first_names
from reader.formats.evidence.numbers import numbers
from reader.formats.evidence.paragraphs import Outline
from reader.formats.evidence.reading import Move, Reading, Side, side_of
from reader.formats.evidence.replies import replies
from reader.formats.evidence.rhythm import rhythm
from reader.formats.evidence.sections import is_field, offers_choice, separators
from reader.formats.evidence.titles import titles
from reader.formats.evidence.turns import Turn, covers, opening
from reader.formats.labels import candidates
from reader.formats.names import full_names
from reader.formats.page import Page
from reader.model.article import Kind
from reader.model.interview import Exchange, Passage, Role, Speaker
from reader.model.text import Span, span_of

_MARKED: Final = 4.0
"""How much more a reading by marks (labels, headings, numbers) counts than one by shape alone."""
_BEYOND_DOUBT: Final = 2.0
"""Weight of a reading by marks that no shape can outweigh."""
_TALK: Final = -1.0
"""Weight of a reading of labels from which on people talk with one another, whoever asks."""
_FEWEST_TURNS: Final = 6
"""Labelled turns that make a talk in which nobody asks."""
_FEW_LABELS: Final = 6
"""Labelled turns from which it isn't their place that tells the questions."""
_ROLES: Final[Mapping[Side, Role]] = {"asks": Role.ASKER, "answers": Role.ANSWERER, "other": Role.OTHER}


class SpokenTurn(NamedTuple):
    """The beginning of what one speaker says."""

    line: int
    """From 0."""
    start: int
    """Offset of the first character that isn't blank."""
    body: int
    """Offset at which what is said begins, behind the label."""
    label: Span | None
    """Who is said to speak, with colon, markup and time stamp."""
    speaker: int | None
    """Index into `Dialogue.speakers`."""
    role: Role


class Dialogue(NamedTuple):
    """Who speaks in a text."""

    turns: tuple[SpokenTurn, ...] = ()
    """Every turn that was found, those before the first question too."""
    exchanges: tuple[Exchange, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    kind: Kind = Kind.ARTICLE
    evidence: tuple[str, ...] = ()
    """Why, in sentences for a person."""


def dialogue(page: Page, sections: frozenset[int]) -> Dialogue:
    """Who speaks on a page, and which answer belongs to which question; `sections` are the lines of its headings."""
    outline = Outline(page)
    found = candidates(page)
    talk = labelled(outline, found, sections)
    above = headings(page)
    # What is talked about may be asked in a heading: who talks answers one another, not the heading.
    if above is not None and any(read.weight > _TALK for read in talk.readings) and covers(outline, talk.turns):
        above = None
    readings = [read for read in (*talk.readings, above, numbers(page), letters(outline)) if read is not None]
    if all(read.weight < _BEYOND_DOUBT for read in readings):
        lines = {turn.line for turn in talk.turns}
        is_labelled = covers(outline, talk.turns)
        shape = rhythm(outline, sections, lines, is_labelled=is_labelled)
        place = indents(outline) if len(lines) < _FEW_LABELS or is_named_faq(page) else None
        within = None if is_labelled else inline(outline)
        shapes = (shape, place, titles(outline), heads(outline), replies(outline), within)
        readings += [read for read in shapes if read is not None]
    likely = [read for read in readings if read.weight > 0]
    best = max(likely, key=lambda read: read.weight + read.is_marked * _MARKED, default=None)
    if best is None:
        return _without_questions(page, talk.turns)
    return _with_questions(outline, with_first_names(outline, _with_labels(best, talk.turns), found))


def _with_labels(reading: Reading, spoken: Sequence[Turn]) -> Reading:
    """A reading that rests on shape, with the labels that stand on its answers all the same."""
    if not spoken or not [1 for move in reading.moves if move.label is None and move.side != "asks"]:
        return reading
    labelled_lines = {turn.line: turn for turn in spoken}
    moves = [
        opening(labelled_lines[one.line], "answers")
        if one.side == "answers" and one.label is None and not one.at and one.line in labelled_lines
        else one
        for one in reading.moves
    ]
    return reading._replace(moves=moves)


def _without_questions(page: Page, spoken: Sequence[Turn]) -> Dialogue:
    if not any(page.bare):
        return Dialogue(evidence=("empty: there is nothing to read",))
    nobody = Dialogue(evidence=("no exchanges: nobody asks and is answered",))
    if len(spoken) < _FEWEST_TURNS:
        return nobody
    counts = Counter([turn.who for turn in spoken])
    regular = [who for who, count in counts.most_common() if count > 1]
    if len(regular) < 2:
        return nobody
    moves = [opening(turn, "other") for turn in spoken]
    shown = next(turn.candidate.label for turn in spoken if turn.who == regular[0])
    others = len(counts) - 1
    evidence = f"no exchanges: '{shown}' and {others} other{'s' * (others > 1)} take turns, nobody asks"
    speakers, index = _speakers(page, moves, dict.fromkeys(counts, "other"), len(page.bare))
    return Dialogue(_spoken(page, moves, index), (), speakers, Kind.ARTICLE, (evidence,))


def _with_questions(outline: Outline, reading: Reading) -> Dialogue:
    page = outline.page
    moves = list(reading.moves)
    speakers, index = _speakers(page, moves, side_of(reading), moves[0].line)
    if rules := separators(page, moves):
        reading = reading._replace(breaks=reading.breaks | rules)
    pairs = trimmed(outline, reading, _pairs(page, reading))
    if 2 * sum(_is_left_open(page, pair.answered) for pair in pairs) > len(pairs):
        return Dialogue(evidence=("no exchanges: a form or a quiz asks, whoever fills it in answers",))
    spoken = _spoken(page, moves, index)
    begun = {(move.line, move.at): turn for move, turn in zip(moves, spoken, strict=True)}
    exchanges = [_exchange(outline, number, pair, begun) for number, pair in enumerate(pairs, start=1)]
    if not exchanges:
        return Dialogue(evidence=("no exchanges: no question is answered",))
    named = bool(speakers)
    labels = {label.casefold() for label in {move.label for move in moves} if label}
    is_faq = not named or labels <= {"q", "a", "question", "answer"}
    kind = Kind.FAQ if is_faq and not reading.is_conversation else Kind.INTERVIEW
    prefix = "questions and answers" if kind is Kind.FAQ else "interview"
    return Dialogue(spoken, tuple(exchanges), speakers, kind, (f"{prefix}: {reading.because}",))


def _is_left_open(page: Page, answered: Move) -> bool:
    """Whether what follows a question is for whoever reads it to fill in, or to choose from."""
    return is_field(page.bare[answered.line]) or (answered.label is None and offers_choice(page, answered.line))


def _speakers(
    page: Page, moves: list[Move], sides: Mapping[str, Side], until: int
) -> tuple[tuple[Speaker, ...], dict[str, int]]:
    """Everyone who is named, in order of first word."""
    labels: dict[str, dict[str, int]] = {}
    for (known, label), count in Counter([(move.who, move.label) for move in moves]).items():
        if known is not None and label is not None:
            labels.setdefault(known, {})[label] = count
    names = full_names(page, {who: tuple(counts) for who, counts in labels.items()}, until)
    speakers = []
    for who, counts in labels.items():
        label = max(counts, key=counts.__getitem__)
        aliases = tuple([other for other in counts if other != label])
        speakers.append(Speaker(label, _ROLES[sides.get(who, "other")], names.get(who), aliases))
    return tuple(speakers), {who: place for place, who in enumerate(labels)}


def _spoken(page: Page, moves: list[Move], index: Mapping[str, int]) -> tuple[SpokenTurn, ...]:
    found: list[SpokenTurn] = []
    texts, starts, bare = page.lines.texts, page.lines.starts, page.bare
    for line, side, column, label, who, at in moves:
        raw, start = texts[line], starts[line]
        if raw == bare[line]:
            body = start + (column or at)
            start += at
        else:
            start = page.offset(line, at) if at else start + len(raw) - len(raw.lstrip())
            is_alone = 0 < column >= len(bare[line])
            body = _line_end(page, line) if is_alone else max(start, page.offset(line, column)) if column else start
        shown = span_of(start, body) if label is not None else None
        found.append(SpokenTurn(line, start, body, shown, index[who] if who is not None else None, _ROLES[side]))
    return tuple(found)


def _pairs(page: Page, reading: Reading) -> list[Pair]:
    """The answered questions among the moves of a reading."""
    breaks = sorted(reading.breaks)
    pairs: list[Pair] = []
    asked: Move | None = None
    answered: Move | None = None
    at = 0
    for move in (*reading.moves, None):
        limit = len(page.bare) if move is None else move.line
        while at < len(breaks) and breaks[at] < limit:
            if asked is not None and breaks[at] > asked.line:
                if answered is not None:
                    pairs.append(Pair(asked, answered, breaks[at]))
                asked = answered = None
            at += 1
        if move is None or move.side == "asks":
            if asked is not None and answered is not None:
                pairs.append(Pair(asked, answered, limit))
                asked = answered = None
            asked = asked or move
        elif asked is not None and answered is None:
            answered = move
    return pairs


def _exchange(outline: Outline, number: int, pair: Pair, begun: Mapping[tuple[int, int], SpokenTurn]) -> Exchange:
    page, last_spoken = outline.page, outline.last_spoken
    asked, answered, before = pair
    asking, answering = begun[asked.line, asked.at], begun[answered.line, answered.at]
    if answered.line == asked.line:
        stop = asking.start + len(page.text[asking.start : answering.start].rstrip())
        question = _passage(page, asked, asking, asked.line, stop)
    else:
        last = max(asked.line, last_spoken[answered.line])
        question = _passage(page, asked, asking, last, _line_end(page, last))
    last = max(answered.line, last_spoken[before])
    return Exchange(number, question, _passage(page, answered, answering, last, _line_end(page, last)))


def _passage(page: Page, move: Move, turn: SpokenTurn, last: int, end: int) -> Passage:
    """What a move says up to `end` on its last line; what is said lies inside the marks of a heading or of emphasis."""
    first, start, body, body_end = turn.line, turn.start, turn.body, end
    levels, emphasised = page.levels, page.emphasised
    if levels[first] or emphasised[first]:
        body = max(body, _bare_offset(page, first, move.column))
    if (levels[last] or emphasised[last]) and _line_end(page, last) == end:
        body_end = _bare_offset(page, last, len(page.bare[last]))
    if not start <= body <= body_end <= end:
        end = max(start, end)
        body = min(body, end)
        body_end = min(max(body, body_end), end)
    whole = span_of(start, end)
    said = whole if body == start and body_end == end else span_of(body, body_end)
    return Passage(whole, said, move.label, turn.speaker)


def _bare_offset(page: Page, line: int, column: int) -> int:
    """Where a column of a line without its marks stands in the text, the marks of a heading included."""
    at = page.lines.texts[line].find(page.bare[line])
    return page.lines.starts[line] + at + column if at >= 0 else page.offset(line, column)


def _line_end(page: Page, line: int) -> int:
    return page.lines.starts[line] + len(page.lines.texts[line].rstrip())
