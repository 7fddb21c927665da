"""Questions that nothing marks but their shape: short paragraphs that ask, between longer ones that tell.

    paragraph    ▁ █ ▁ ▆ █ ▂ ▇ ▁ █ █        short and long take turns
    asks         ? . ? . . ? . ! . .        nearly all short ones ask, hardly a long one does
    speaks       you I you I I you I you    the short ones to somebody, the long ones of oneself

A column has questions too, but they stand alone, ask nobody, and are not followed by one who says "I". Emphasis
marks questions as well: where all paragraphs that ask are bold or in italics, the others so marked are questions too.
"""

import re
from collections.abc import Collection, Sequence
from itertools import islice, pairwise
from math import log2
from typing import Final, NamedTuple

from reader.formats.evidence.announced import is_faq, is_interview
from reader.formats.evidence.asking import MARKS, asking, has_mark
from reader.formats.evidence.paragraphs import Outline, Paragraph
from reader.formats.evidence.persons import speaks_of_self, speaks_to
from reader.formats.evidence.reading import Move, Reading
from reader.formats.evidence.sections import is_direction, is_end
from reader.formats.evidence.stage import spoken_to_crowd, staged
from reader.formats.expression import Expression
from reader.formats.page import BOLD_LEVEL, Page

_FEWEST: Final = 3
_ASKS: Final = 0.7
_LONGEST_QUESTION: Final = 700
"""Code points; only the first may be longer, where narrative leads to it."""


_ANNOUNCED: Final = 0.6
"""What it weighs that the text says before the first question that somebody is asked."""
_UNBORNE: Final = -1.0
"""Weight of who speaks to whom below which neither number nor length of the questions counts: talk among many."""
_UNSPOKEN: Final = 0.3
"""How many of the questions speak to somebody at least, for all one knows, in Spanish: its verbs do, without a word."""
_LABELS: Final = 1.0
"""What it weighs against unlabelled turns that others have a label."""
_BULLETS: Final = frozenset("-*•+")
_LISTED: Final = 0.6
"""How many of the bold items of a list must ask for all of them to be questions."""
_WIDEST: Final = 120
"""Columns to which hardly any line is wrapped."""
_SENTENCE_ENDS: Final = frozenset('.!?…。！？」』”"»')
_DASHES: Final = frozenset("-–—―─")
_QUOTES: Final = frozenset('“„«»‹›"「『')
_UNMARKED: Final = ("か", "ください", "下さい", "お願い")
"""What questions and requests without a mark end in."""
_NO_SIGNS: Final = frozenset("“\"'‘’(«„‹[¿¡「『*_…<")
"""Signs that begin any sentence, quotation or markup."""


_REPLY: Final = Expression(
    r"(?:yes|no|yeah|yep|nope|nah|naturally|of course|certainly|absolutely|exactly|indeed|sure|maybe|perhaps|never|oh"
    r"|ha|ja|nein|doch|natürlich|klar|oui|non|bien sûr|si|sí|claro|por supuesto|sim|não|certo|nee|nej|да|нет"
    r"|конечно|tak|nie)"
    r"(?:[.,!…—–-]|\s[-–—])",
    re.IGNORECASE,
)
"""What an answer begins with, though it may end in a question."""
_REMARK: Final = Expression(
    r"(?:and |but |so )?i(?: have|['’]ve)? (?:notice|see|saw|hear|heard|read|understand|gather|know|imagine|suppose"
    r"|take it)",
    re.IGNORECASE,
)
"""What one who asks says of oneself."""


class Part(NamedTuple):
    """A paragraph and what its shape says."""

    where: Paragraph
    text: str
    asks: float
    emphasis: str
    """How all of it is emphasised: `strong`, `emphasis`, or `item` where a bullet stands before what is bold."""


def rhythm(
    outline: Outline, sections: frozenset[int], labelled: Collection[int] = (), *, is_labelled: bool = False
) -> Reading | None:
    """The best reading by emphasis, by a sign, or (unless labels tell who speaks) by shape alone.

    What begins at the `labelled` lines is somebody's turn: shape says nothing of it.
    """
    if _asking_lines(outline.page) < 2:
        return None
    parts = _parts(outline, labelled)
    if sum(part.asks >= _ASKS for part in parts) < 2:
        return None
    announced = is_faq(outline.page)
    made = (
        _by_emphasis(parts, sections),
        _by_mark(parts, sections),
        None if is_labelled else _by_shape(parts, sections, announced=announced),
    )
    readings = [read for read in made if read]
    best = max(readings, key=lambda read: read.weight, default=None)
    if best is None:
        return None
    said = _ANNOUNCED * max(is_interview(outline.page, best.moves[0].line), 2 * announced)
    against = staged(outline.page) + spoken_to_crowd(outline.page) + _LABELS * (len(labelled) > 1)
    return best._replace(weight=best.weight + said - against)


def _asking_lines(page: Page) -> int:
    """How many lines ask, as far as it matters whether two do: a text without them is told at a glance."""
    if not has_mark(page.text) and not any(sign in page.text for sign in _UNMARKED):
        return 0
    marks = [mark for mark in MARKS if mark in page.text]
    marked = {index for mark in marks for index, line in enumerate(page.bare) if mark in line}
    count = sum(1 for _ in islice((index for index in marked if asking(page.bare[index]) >= _ASKS), 2))
    if count < 2:
        count += sum(asking(line) >= _ASKS for index, line in enumerate(page.bare) if line and index not in marked)
    return count


def _parts(outline: Outline, labelled: Collection[int]) -> list[Part]:
    """Every paragraph of the body; in a text without blank lines, every line."""
    page = outline.page
    found = outline.paragraphs
    if any(p.last > p.first for p in found) and _is_unwrapped(outline):
        found = [Paragraph(line, line) for p in found for line in range(p.first, p.last + 1)]
    parts = []
    for where in found:
        first = page.bare[where.first]
        if where.first in page.verbatim or where.first == page.title_line or 0 < page.levels[where.first] < BOLD_LEVEL:
            continue
        if where.first == where.last and (is_direction(first) or is_end(first)):
            continue
        text = outline.words(where)
        parts.append(Part(where, text, 0.0 if where.first in labelled else asking(text), _emphasis(page, where)))
    return parts


def _emphasis(page: Page, where: Paragraph) -> str:
    """How all of a paragraph is emphasised, if it is."""
    if all(page.emphasised[where.first : where.last + 1]):
        return "strong" if page.levels[where.first] == BOLD_LEVEL else "emphasis"
    line = page.bare[where.first]
    if where.first != where.last or line[0] not in _BULLETS or line[1:2] != " ":
        return ""
    start, end = page.offset(where.first, 2), page.offset(where.first, len(line) - 1)
    covers = (
        mark.span.start <= start and mark.span.end > end for mark in page.marks(where.first) if mark.style == "strong"
    )
    return "item" if any(covers) else ""


def _is_unwrapped(outline: Outline) -> bool:
    """Whether each line is a paragraph: many are far longer than any wrapped one, or nearly all end with a sentence."""
    bare = outline.page.bare
    filled = [len(line) for line in bare if line]
    if sum(length > _WIDEST for length in filled) > 0.3 * len(filled):
        return True
    inner = [bare[line][-1:] in _SENTENCE_ENDS for p in outline.paragraphs for line in range(p.first, p.last)]
    return len(inner) > _FEWEST and sum(inner) >= 0.8 * len(inner)


def _by_emphasis(parts: Sequence[Part], sections: frozenset[int]) -> Reading | None:
    """Paragraphs that are wholly bold or in italics ask; the others answer, perhaps in another emphasis."""
    kinds = {part.emphasis for part in parts if part.emphasis and part.asks >= _ASKS}
    choices = [kinds - {"item"}, *({kind} for kind in kinds if len(kinds) > 1 or kind == "item")]
    readings = [read for chosen in choices if (read := _by_emphasis_of(parts, sections, chosen))]
    return max(readings, key=lambda read: read.weight, default=None)


def _by_emphasis_of(parts: Sequence[Part], sections: frozenset[int], kinds: Collection[str]) -> Reading | None:
    marked = [place for place, part in enumerate(parts) if part.emphasis in kinds]
    asked = [place for place in marked if parts[place].asks >= _ASKS]
    if len(asked) < 2 or len(marked) > 0.7 * len(parts):
        return None
    inside = [place for place in marked if asked[0] <= place <= asked[-1]]
    rate = len(asked) / len(inside)
    is_listed = "item" in kinds and rate >= _LISTED
    questions = {
        place
        for place in marked
        if parts[place].asks >= _ASKS
        or is_listed
        or (
            _is_sentence(parts[place].text)
            and (place > asked[0] or _is_spoken_to(parts[place].text))
            and place + 1 < len(parts)
        )
    }
    return _read(parts, sections, questions, 4.0 * (rate - 0.5) + 2.0, "emphasised paragraphs ask")


def _by_mark(parts: Sequence[Part], sections: frozenset[int]) -> Reading | None:
    """Turns that begin with a dash or another sign: only the questions do, or both sides in turn."""
    best: Reading | None = None
    signs = {part.text[0] for part in parts if part.asks >= _ASKS and not part.text[0].isalnum()}
    for sign in sorted(signs - _NO_SIGNS):
        marked = [place for place, part in enumerate(parts) if part.text[0] == sign]
        asked = [place for place in marked if parts[place].asks >= _ASKS]
        if len(asked) < 2:
            continue
        rate = len(asked) / len(marked)
        alternate = sum(after - before > 1 for before, after in pairwise(marked)) / len(marked)
        told = f"paragraphs behind '{sign}' ask"
        reads = [_read(parts, sections, set(marked), 3.0 * (rate - 0.5) + 1.0, told)] if rate >= 0.6 else []
        if sign in _DASHES and alternate >= 0.75 and rate >= 0.3:
            reads.append(_read(parts, sections, set(marked), 2.0 * rate, told))
        if sign in _DASHES and len(marked) >= 2 * _FEWEST:
            first, second = marked[::2], marked[1::2]
            asks = sum(parts[place].asks for place in first) / len(first)
            replies = sum(parts[place].asks for place in second) / len(second)
            if asks >= 0.5 and asks - replies >= 0.35:
                reads.append(_in_turn(parts, sections, first, second, 3.0 * (asks - replies) - 0.5))
        for read in reads:
            if read and (best is None or read.weight > best.weight):
                best = read
    return best


def _in_turn(
    parts: Sequence[Part], sections: frozenset[int], first: Sequence[int], second: Sequence[int], weight: float
) -> Reading | None:
    """Turns of both sides behind the same dash; what has none goes on with the turn before."""
    moves = sorted(
        [Move(parts[place].where.first, "asks") for place in first]
        + [Move(parts[place].where.first, "answers") for place in second]
    )
    inside = range(first[0], len(parts))
    covered = sum(len(parts[place].text) for place in inside)
    whole = sum(len(part.text) for part in parts)
    weight += 4.0 * min(0.0, covered / max(1, whole) - 0.5)
    return Reading(moves, sections, weight, "turns behind dashes ask and answer", is_conversation=True)


def _by_shape(parts: Sequence[Part], sections: frozenset[int], *, announced: bool) -> Reading | None:
    """Short paragraphs ask, longer ones answer; in a list that is `announced`, who asks says "I" too."""
    asked = [place for place, part in enumerate(parts) if part.asks >= _ASKS and len(part.text) <= _LONGEST_QUESTION]
    if len(asked) < _FEWEST:
        return None
    first, last = asked[0], min(asked[-1] + 3, len(parts))
    others = sorted(len(part.text) for part in parts[first:last] if part.asks < _ASKS)
    if not others:
        return None
    usual = others[len(others) // 2]
    sizes = sorted(len(parts[place].text) for place in asked)
    brief = sizes[len(sizes) // 2]
    marked = frozenset(asked)
    questions = {
        place
        for place in asked
        if place == first
        or announced
        or _keeps_time(marked, place, last)
        or not _is_rhetoric(parts, place, brief, usual)
    }
    answered = sum(place + 1 < len(parts) and place + 1 not in questions for place in questions)
    if answered < _FEWEST:
        return None
    statements = 0
    for place in range(first + 2, len(parts) - 1):
        if place - 1 not in questions and place + 1 not in questions and _is_statement(parts, place, usual):
            questions.add(place)
            statements += 1
    earlier = _statements_before(parts, first, usual, _longest_answer(questions))
    questions.update(earlier)
    first = min(first, *earlier) if earlier else first
    told = [parts[place] for place in range(first, last) if place not in questions]
    to = sum(speaks_to(parts[place].text) for place in questions) / len(questions)
    if sum("¿" in parts[place].text for place in questions) >= 0.5 * len(questions):
        to = max(to, _UNSPOKEN)
    own = sum(speaks_of_self(part.text) for part in told) / max(1, len(told))
    rhetoric = sum(part.asks >= _ASKS for part in told) / max(1, len(told))
    share = len(questions) / (len(questions) + len(told))
    asking_size = sorted(len(parts[place].text) for place in questions)[len(questions) // 2]
    weight = (
        2.5 * (to - 0.4)
        + 2.5 * (own - 0.4)
        - 12.0 * max(0.0, 0.25 - share)
        - 3.0 * max(0.0, asking_size / max(1, usual) - 0.6)
        - 0.3 * max(0, _longest_answer(questions) - 8)
        + 6.0 * max(0.0, _quoted(parts, questions) - 0.5)
        - 3.0 * max(0.0, sum(parts[place].asks == _ASKS for place in questions) / len(questions) - 0.2)
        - 2.0 * rhetoric
        - 2.0 * max(0.0, statements / len(questions) - 0.3)
        - 1.0
    )
    if weight < _UNBORNE and not announced:
        return None
    return _read(parts, sections, questions, weight, "short paragraphs ask")


def _quoted(parts: Sequence[Part], questions: Collection[int]) -> float:
    """How much oftener what follows a question begins with a quotation mark than a question does."""
    answers = [place + 1 for place in questions if place + 1 < len(parts) and place + 1 not in questions]
    given = sum(parts[place].text[0] in _QUOTES for place in answers) / max(1, len(answers))
    return given - sum(parts[place].text[0] in _QUOTES for place in questions) / len(questions)


def _longest_answer(questions: Collection[int]) -> int:
    """The most paragraphs between two questions."""
    return max((after - before - 1 for before, after in pairwise(sorted(questions))), default=0)


def _keeps_time(asked: Collection[int], place: int, last: int) -> bool:
    """Whether every other paragraph around one that asks does so too, as where each answer is a paragraph."""
    return (
        {place - 4, place - 2}.issubset(asked)
        and (place + 2 in asked or place + 2 >= last)
        and {place - 3, place - 1, place + 1}.isdisjoint(asked)
    )


def _is_rhetoric(parts: Sequence[Part], place: int, brief: int, usual: int) -> bool:
    """Whether a paragraph that asks is part of an answer: long as answers are, or said of oneself to nobody."""
    text = parts[place].text
    if place and text[0] in _QUOTES and parts[place - 1].text[0] not in _QUOTES:
        return True
    is_own = speaks_of_self(text)
    follows = parts[place - 1].asks >= _ASKS
    leads = place + 1 < len(parts) and parts[place + 1].asks >= _ASKS and len(parts[place + 1].text) < len(text)
    if len(text) > max(3 * brief, 0.8 * usual, 120) and (is_own or follows or leads):
        return True
    if follows and _REPLY.match(text):
        return True
    goes_on = follows and len(text) > 1.5 * len(parts[place - 1].text)
    return is_own and (not speaks_to(text) or goes_on) and len(text) > max(60, 1.5 * brief)


def _is_statement(parts: Sequence[Part], place: int, usual: int) -> bool:
    """Whether a paragraph between answers is the other side's though it doesn't ask: it speaks to one who goes on."""
    text = parts[place].text
    return (
        len(text) < min(160, max(90, 0.6 * usual))
        and text[-1:] in ".!…"
        and (_is_spoken_to(text) or (_REMARK.match(text) is not None and speaks_to(text)))
        and (speaks_of_self(parts[place + 1].text) or len(parts[place + 1].text) > 3 * len(text))
    )


def _statements_before(parts: Sequence[Part], first: int, usual: int, farthest: int) -> list[int]:
    """Statements of the other side above the first question, each followed by one who speaks of oneself."""
    found: list[int] = []
    below = first
    for place in range(first - 2, -1, -1):
        if below - place > farthest + 1:
            break
        if place + 1 != below and _is_statement(parts, place, usual) and speaks_of_self(parts[place + 1].text):
            found.append(place)
            below = place
    return found


def _is_spoken_to(text: str) -> bool:
    """Whether a paragraph speaks to somebody and not of the speaker."""
    return speaks_to(text) and not speaks_of_self(text)


def _read(
    parts: Sequence[Part], sections: frozenset[int], questions: set[int], weight: float, told: str
) -> Reading | None:
    """The moves for a choice of questions, weighed by lengths, number and the part of the text they make up."""
    sections -= {parts[place].where.first for place in questions}
    moves: list[Move] = []
    answered = 0
    question_size = answer_size = covered = 0
    was_question = False
    begun = False
    for place, part in enumerate(parts):
        if place in questions:
            moves.append(Move(part.where.first, "asks"))
            question_size += len(part.text)
            begun = was_question = True
            covered += len(part.text)
            continue
        if not begun:
            continue
        covered += len(part.text)
        answer_size += len(part.text)
        if was_question and part.where.first not in sections:
            moves.append(Move(part.where.first, "answers"))
            answered += 1
        was_question = False
    if answered < _FEWEST:
        return None
    whole = sum(len(part.text) for part in parts)
    longer = log2((answer_size / answered + 20) / (question_size / len(questions) + 20))
    weight += (
        0.8 * max(-2.0, min(2.0, longer - 0.5))
        + 0.5 * log2(answered / _FEWEST)
        + 4.0 * min(0.0, covered / max(1, whole) - 0.5)
        + 4.0 * min(0.0, answered / len(questions) - 0.7)
    )
    return Reading(moves, sections, weight, f"{told}, {answered} are answered", is_conversation=True, is_marked=False)


def _is_sentence(text: str) -> bool:
    """Whether a paragraph ends as sentences do, where a heading or a name would not."""
    return text.rstrip("”’\"'»)")[-1:] in set(".!…。！")
