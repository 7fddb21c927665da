"""Who is said to speak: every label at the beginning of a line, and which of them name one person.

A label is only a candidate here. `candidates` is generous; `reader.formats.exchanges` decides by the company it keeps.
Lines are counted from 0; columns are of the line without its markup.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from reader.formats.evidence import vocabulary
from reader.formats.evidence.forms import FORMS, Form, Label, lead
from reader.formats.expression import Expression
from reader.formats.page import BOLD_LEVEL, Page
from reader.formats.spellings import MOST_WORDS, NUMBER, key_of, likeness, likeness_of, unqualified
from reader.model.article import FurnitureKind


class Candidate(NamedTuple):
    """A line that may begin somebody's turn."""

    line: int
    label: str
    key: str
    """The same for every spelling of a label: case, number, what stands in brackets behind it."""
    form: Form
    body: int
    """Column at which what is said begins."""
    is_fresh: bool
    """Whether it begins a paragraph."""
    hint: vocabulary.Hint | None = None
    """What the label says of its speaker by itself."""
    likeness: float = 1.0
    """How much it looks like a name, an office or a role."""
    at: int = 0
    """Column at which the label begins, where it doesn't begin the line."""


_ANSWER_INSIDE: Final = Expression(r"[.?!؟？\"”’)]\s+[*_]{0,3}([^\W\d_]{1,9})(?:[:：]|\.(?=\s))[*_]{0,3}\s*(?=\S)")
_REACH: Final = 96
"""Code points of a line in which a label ends, if it has one."""
_DASH_REACH: Final = 40
_GUTTER: Final = 4
"""Characters in which the number of a line ends, with the blanks behind it, where a court counts lines."""
_TITLE_INITIALS: Final = frozenset("MTDSRCGPL")
"""First letters of the titles that may stand before a name in capitals: `Mr. DOE. Thank you`."""
_SEVERAL_WORDS: Final = re.compile(r"[^\s—–]+\s+[^\s—–-]")
_DASHES: Final = ("—", "–", " - ")
_STROKE: Final = " / "
_EMPTY: Final = 4
"""Lines after a label that are looked at for words."""
_DOUBTFUL: Final = frozenset({FurnitureKind.CAPTION, FurnitureKind.PROMOTION})
"""Kinds of furniture that are told by wording alone: a label of a question or an answer says otherwise."""
_SET_OFF: Final = re.compile(r"[(\[【［><]|\w(?:[^a-z '’]|['’][^a-z]| \W)|Q |[TMDSRCGPL][a-z]++\.?\s[A-Z][A-Z'’-]")
"""What may begin a label that neither a colon nor a dash ends."""
_ODD_FIRST: Final = re.compile(r"[(\[【［><TMDSRCGPL]")
_ODD_SECOND: Final = re.compile("[^a-z]")
"""First characters, and second ones, of which `_SET_OFF` needs one."""
_ALONE_LIMIT: Final = 40
_HEADING_RATE: Final = 0.8
"""How many of the headings of a text are to recur for them to name who speaks."""
_MIN_ALONE: Final = 3
"""How often a line must recur to be taken for a label that has neither colon nor stamp."""


class _Known(NamedTuple):
    """What a label says of its speaker by itself."""

    key: str
    hint: vocabulary.Hint | None
    likeness: float
    text: str
    """As it is shown: without the number of a question."""


class _Read(NamedTuple):
    """A label on its line."""

    known: _Known
    form: Form
    end: int
    """Where what is said begins."""


_NOBODY: Final = _Known("", None, 0.0, "")


def _known(text: str) -> _Known:
    if len(unqualified(text).split()) > MOST_WORDS:
        return _NOBODY
    key = key_of(text)
    hint = vocabulary.hint(key)
    numbered = NUMBER.match(text) if hint is not None else None
    return _Known(key, hint, likeness_of(text, hint), numbered[1] if numbered else text)


class _Memory:
    """The labels of a text. They recur, and so do whole lines: most are looked up."""

    def __init__(self) -> None:
        self._heads: dict[str, _Read | None] = {}
        self._plain: dict[str, _Read] = {}
        """Those that end in a colon, a blank and a word: no other form has a say there, whatever the word is."""
        self._texts: dict[str, _Known] = {}

    def label(self, head: str) -> _Read | None:
        """The label that a line begins with."""
        name, _, said = head.partition(": ")
        is_plain = said[:1].isalpha()
        if is_plain and (plain := self._plain.get(name)):
            return plain
        if head in self._heads:
            return self._heads[head]
        label = self._first(head)
        found = _Read(self._known(label.text), label.form, label.end) if label is not None else None
        self._heads[head] = found
        if is_plain and label is not None and found is not None and label.form is Form.COLON and label.text == name:
            self._plain[name] = found
        return found

    def _known(self, text: str) -> _Known:
        """What a label says by itself."""
        found = self._texts.get(text)
        if found is None:
            found = self._texts[text] = _known(text)
        return found

    def _first(self, head: str) -> Label | None:
        """The first form in which a line begins with what looks like a name."""
        at = lead(head)
        for form in FORMS:
            label = form(head, at)
            if label is not None and self._known(label.text).likeness:
                return label
        return None


def candidates(page: Page) -> tuple[Candidate, ...]:
    """Every line that may begin somebody's turn, in order."""
    found: list[Candidate] = []
    memory = _Memory()
    furniture, verbatim, levels, bare = page.furniture, page.verbatim, page.levels, page.bare
    labelled: set[int] = set()
    for index in _likely(page):
        line = bare[index]
        head = line[:_REACH]
        if index in verbatim or (index in page.unread and "://" in head):
            continue
        label = memory.label(head)
        if label is None:
            continue
        labelled.add(index)
        (key, hint, likeness, text), form, end = label
        if hint is None and (index in furniture or index == page.title_line or 0 < levels[index] < BOLD_LEVEL):
            continue
        if index in furniture and furniture[index] not in _DOUBTFUL:
            continue
        if form is Form.POST:  # What stands before how long ago it was is a name, however it is spelt.
            likeness = 1.0
        is_fresh = index == 0 or not bare[index - 1]
        found.append(Candidate(index, text, key, form, end, is_fresh, hint, likeness))
        if hint == "asks" and end < len(line) and (inside := _inside(line, end)):
            key = key_of(inside[1])
            at = inside.start(1)
            found.append(Candidate(index, inside[1], key, Form.COLON, inside.end(), is_fresh, "answers", 1.0, at))
    others = _alone(page, labelled)
    if page.inlines:
        others += _bold(page, {candidate.line for candidate in (*found, *others)})
    if others:
        found = sorted([*found, *others], key=attrgetter("line", "at"))
    return _with_words(page, found)


def _likely(page: Page) -> list[int]:
    """The lines that may begin with a label, in order."""
    bare, glance = page.bare, page.glance
    colons = {index for colon in ":：" if colon in page.text for index in glance.holding(colon, _REACH)}
    # One character is looked for ten times as fast as several.
    dashes = [dash for dash in _DASHES if dash.strip() in page.text and (page.inlines or dash in page.text)]
    if _STROKE in page.text:
        dashes.append(_STROKE)
    others = {index for dash in dashes for index in glance.holding(dash, _DASH_REACH)}
    odd = {*glance.beginning(_ODD_FIRST), *glance.beginning(_ODD_SECOND, 1)} - colons
    others.update([index for index in odd if _SET_OFF.match(bare[index])])
    posts = glance.holding(" ago", _REACH) if " ago\n" in page.text else ()
    return sorted(colons.union(posts, [index for index in others - colons if _may_be_label(bare[index])]))


def _with_words(page: Page, found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates behind which something is said before the next."""
    bare = page.bare
    return tuple(
        [one for place, one in enumerate(found) if one.body < len(bare[one.line]) or _leads(bare, found, place)]
    )


def _leads(bare: Sequence[str], found: Sequence[Candidate], place: int) -> bool:
    """Whether something is said on the lines below a candidate, before the next."""
    line = found[place].line
    stop = found[place + 1].line if place + 1 < len(found) else len(bare)
    return stop - line > _EMPTY or any(bare[line + 1 : stop])


def _may_be_label(line: str) -> bool:
    """Whether a line without a colon may begin with a label; most lines are told at a glance."""
    first, second = line[0], line[1:2]
    if first in "([【［><" or (first.isdecimal() and "  " in line[:_GUTTER]):
        return True
    if not second.isalpha():
        return first.isalpha() and (second != " " or first == "Q" or line[2:3] in " -–—\t.)")
    near = line[:_DASH_REACH]
    if "—" in near or "–" in near or " - " in near or _STROKE in near:
        # A dash behind several words of which the first is in small letters is no label's.
        return not first.islower() or not _SEVERAL_WORDS.match(near)
    if second.isupper() and ("  " in near or "\t" in near):
        return True
    return first.isupper() and ". " in near and (second.isupper() or first in _TITLE_INITIALS)


def _inside(line: str, at: int) -> re.Match[str] | None:
    """A label for the answer that stands on the line of its question."""
    if line.isascii() and ":" not in line[at:] and "." not in line[at:]:
        return None
    found = _ANSWER_INSIDE.search(line, at)
    return found if found and vocabulary.hint(key_of(found[1])) == "answers" else None


def _bold(page: Page, taken: Collection[int]) -> Iterator[Candidate]:
    """Names that only their emphasis sets off from what is said: `**Jane** Well`."""
    bare = page.bare
    for inline in page.inlines:
        if inline.style != "strong" or inline.span.end - inline.span.start > _ALONE_LIMIT:
            continue
        index = bisect_right(page.lines.starts, inline.span.start) - 1
        label = inline.span.of(page.text).strip()
        line = bare[index]
        if index in taken or index in page.furniture or page.levels[index] or not line.startswith(label):
            continue
        if len(line) < len(label) + 2 or line[len(label)] != " " or likeness(label) < 1.0:
            continue
        key = key_of(label)
        body = len(line) - len(line[len(label) :].lstrip())
        is_fresh = index == 0 or not bare[index - 1]
        yield Candidate(index, label, key, Form.BOLD, body, is_fresh, vocabulary.hint(key), 1.0)


def _alone(page: Page, labelled: Collection[int]) -> list[Candidate]:
    """Short lines that say nothing but a name, again and again."""
    bare = page.bare
    short = page.glance.brief(_ALONE_LIMIT)
    if len(short) < _MIN_ALONE:
        return []
    counts = Counter([bare[index] for index in short if index not in labelled and index not in page.verbatim])
    names = {
        line: _unbracketed(line[lead(line) :])
        for line, count in counts.items()
        if count >= _MIN_ALONE and line[-1] not in ".,;!?…" and ":" not in line
    }
    known = {line: told for line, name in names.items() if (told := _known(name)).likeness}
    if not known:
        return []
    if len(labelled) >= _MIN_ALONE:  # Where labels stand before what is said, brackets alone are directions.
        known = {line: told for line, told in known.items() if line[0] not in "[【("}
    stand = [
        index
        for index in short
        if bare[index] in known
        and index not in labelled
        and index not in page.furniture
        and index not in page.verbatim
        and any(bare[index + 1 : index + 3])
    ]
    headings = [index for index in stand if 0 < page.levels[index] < BOLD_LEVEL]
    passed = frozenset[int]() if _name_speakers(page, headings) else frozenset(headings)
    found = []
    for index in stand:
        if index in passed:
            continue
        line = bare[index]
        is_fresh = index == 0 or not bare[index - 1]
        key, hint, likely, _ = known[line]
        found.append(Candidate(index, names[line], key, Form.ALONE, len(line), is_fresh, hint, likely))
    return found


def _unbracketed(text: str) -> str:
    """A name without the brackets around it: `[Jane Doe]`."""
    return text[1:-1].strip() if text[:1] + text[-1:] in {"[]", "【】", "()"} else text


def _name_speakers(page: Page, found: Sequence[int]) -> bool:
    """Whether headings that recur are those who speak below them: nearly all between the first and the last do.

    Headings of sections that recur have others between them.
    """
    if not found:
        return False
    levels = page.levels
    among = sum(0 < levels[index] < BOLD_LEVEL for index in range(found[0], found[-1] + 1))
    return len(found) >= _HEADING_RATE * among and len({page.bare[index] for index in found}) > 1
