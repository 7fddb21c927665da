"""The forms in which a line can begin by saying who speaks.

Each form is a function from a line without markup to a `Label`, or None; `FORMS` lists them, the most telling first.
To teach the program another convention, write one here, add it to the list, and give it an example in the tests.
A form may be generous: whether a label is one is decided by what the others in the text look like.

    [00:12:33]  Jane Doe (ABC)  [00:12:33] :  “Well, …
    `stamp´     `text´                     ^   ^ end
"""

import re
from collections.abc import Callable
from enum import Enum
from typing import Final, NamedTuple

from reader.formats.evidence.vocabulary import PAIRS, TITLES
from reader.formats.expression import Expression

_PAIRED: Final = frozenset(letter for pair in PAIRS for letter in pair)
MAXIMUM: Final = 64
"""Characters of the longest label."""


class Form(Enum):
    """How a label is told from what is said; labels of one dialogue share a form, or nearly so."""

    LETTER = "letter"
    """`Q.`, `Q)`, `Q -`, `Q  `, `A12.`"""
    COLON = "colon"
    STAMP = "time stamp"
    """A name, then a time: `Jane Doe (00:12)`."""
    STOP = "full stop"
    """`Mr. DOE. Thank you`, as in hearings."""
    DASH = "dash"
    """`JANE DOE — Well`, `JANE DOE / Well`"""
    SQUARE = "brackets"
    """`[Jane Doe] Well`, as in subtitles that were made into a text."""
    GAP = "blanks"
    """`JANE DOE   Well`, in columns."""
    POST = "post"
    """A name in a chat, with how long ago it was: `jane_doe 12 points 5 hours ago`."""
    ALONE = "alone on its line"
    BOLD = "bold"
    """Told by emphasis only: `**Jane** Well`."""

    __hash__ = object.__hash__
    """There is one of each: the hash of `Enum` takes a call for each label of a text."""


class Label(NamedTuple):
    """A label at the beginning of a line; columns are of the line without markup."""

    text: str
    """As written: no markup, colon, dots, number or time stamp."""
    form: Form
    end: int
    """Where what is said begins; the line's length where the label stands alone."""


_STAMP: Final = r"[\[(<]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])>]?"
_LEAD: Final = Expression(
    rf"(?:\d{{1,2}}\s{{2,}}(?=[A-Z]))?(?:>{{1,3}}\s*|[-*•‣]\s+)?(?:{_STAMP}\s*(?:[-–—|:]\s*)?)?(?:>{{1,3}}\s*)?(?:'{{2,5}})?"
)
_LEADERS: Final = frozenset(">-*•‣[(<0123456789'")
_VOICE: Final = re.compile(r"<v(?:\.[\w.-]+)?\s+([^<>]{1,64})>\s*")
_STAMP_THEN_COLON: Final = Expression(rf"\s*+(?:[-–—,|]\s*+)?{_STAMP}\s*+:(?!\d)")
_AFTER_COLON: Final = re.compile(rf"(?:'{{2,5}})?\s*(?:{_STAMP}\s*)?")
_LETTER: Final = re.compile(
    r"(?:\((?P<bracket>[^\W\d_])\)|\[(?P<square>[^\W\d_])\])[.:]?\s+"
    r"|(?P<letter>[^\W\d_])\s?#?(?P<number>\d{1,3})?"
    r"(?:\s?[.)\]/](?=[\s\"“‘'«(¿]|$)\s*|\s{0,2}[-–—]{1,2}\s+|\s{2,}|\t\s*)"
)
_STAMPED: Final = Expression(
    r",?\s++(?:[-–—|]\s*+)?(?:[\[(]\d{1,2}:\d\d(?::\d\d)?[\])]:?\s*+|\d{1,2}:\d\d(?::\d\d)?\s*+$)"
)
_TIME: Final = re.compile(r"\d{1,2}:\d\d")
_STOP: Final = Expression(
    r"(?P<name>(?:(?:The|Mr|Mrs|Ms|Miss|Dr|Prof|Sen|Rep|Gov|Gen|Sir|Lord|Lady|Senator|Chairman|Chairwoman"
    r"|Secretary)\.?\s)?"
    r"[A-Z][A-Z'’\-]++(?:(?:\.\s?|\s)[A-Z][A-Z'’\-]++){0,3}(?:\sof\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)?)\.\s+(?=[\w“\"(\[])"
)
_SQUARE: Final = Expression(
    r"(?:\[(?P<name>[^\W\d_][^\[\]:]{0,40})\]|[【［](?P<wide>[^\W\d_][^【】［］:：]{0,20})[】］])\s*[:：]?\s*(?=\S)(?![(\[])"
)
_GAP: Final = Expression(r"(?P<name>[A-ZÀ-Þ]{2}[A-ZÀ-Þ'’.\- ]{0,36}(?<=[A-ZÀ-Þ.]))(?: {2,}|\t)\s*(?=\S)")
_DASH: Final = Expression(r"\s++(?:[-–—]{1,2}|/)\s++|\s?[—–]\s?")
_POST: Final = Expression(
    r"(?:\[[-–−+]\]\s*)?(?:/?u/|@)?(?P<name>[^\W_][\w.-]{1,30}(?: [^\W\d_][\w.-]{0,20}){0,2}?)"
    r"(?:\s*[\[(][A-Z]{1,3}[\])])*"
    r"\s+(?:[·•|,-]\s*)?(?:[\d.,]+k?\s+(?:points?|upvotes?|likes?|karma)\s*(?:[·•|,-]\s*)?)?"
    r"(?:an?|\d{1,3})\s?(?:second|sec|minute|min|hour|hr|day|week|wk|month|mo|year|yr)s?\s+ago\b\W*$",
    re.IGNORECASE,
)


def by_letter(line: str, at: int) -> Label | None:
    """A single letter set off from what follows: `Q.`, `Q)`, `Q -`, `Q   `, `Q12.`; of words only `Q` needs no more."""
    found = _LETTER.match(line, at)
    if found is None:
        is_bare = line.startswith("Q ", at) and len(line) > at + 2 and line[at + 2] not in "&+/"
        return Label("Q", Form.LETTER, at + 2) if is_bare else None
    text = found["bracket"] or found["square"] or found["letter"]
    if text.islower() or text.casefold() not in _PAIRED:
        return None
    return Label(text, Form.LETTER, found.end())


def by_colon(line: str, at: int) -> Label | None:
    """A name before a colon of any width, with a time before or behind it."""
    colon = line.find(":", at, at + MAXIMUM + 16)
    wide = -1 if line.isascii() else line.find("：", at, at + MAXIMUM)
    if wide >= 0 and (colon < 0 or wide < colon):
        return Label(line[at:wide].rstrip(), Form.COLON, _past(line, wide + 1)) if wide > at else None
    if colon <= at:
        return None
    name = line[at:colon]
    if name[-1].isdigit() and (time := _TIME.search(line, at)) and time.start() < colon:
        start = len(line[at : time.start()].rstrip(" [(<-–—,|")) + at
        stamped = _STAMP_THEN_COLON.match(line, start)
        if stamped is not None and start > at:
            return Label(line[at:start], Form.COLON, _past(line, stamped.end()))
        if line[colon + 1 : colon + 2].isdigit():
            return None
    if len(name) > MAXIMUM:
        return None
    end = colon + 1
    if name[-1] == " " and line[end : end + 1].isalnum():
        return None  # a role inside a sentence: `The :term:`lamp``
    if line[end : end + 1] == ":":
        end += 1
    if line[end : end + 1] in {"/", "\\", ":"} or (line[end : end + 1].isdigit() and len(name) > 1):
        return None
    is_wiki = at > 0 and line[at - 1] == "'"
    return Label(name.rstrip(" '" if is_wiki else None), Form.COLON, _past(line, end))


def by_voice(line: str, at: int) -> Label | None:
    """A name in the mark that subtitles have for it: `<v Jane Doe>`."""
    found = _VOICE.match(line, at) if line.startswith("<v", at) else None
    return Label(found[1].strip(), Form.COLON, found.end()) if found else None


def _past(line: str, at: int) -> int:
    if line[at : at + 1] == " " and line[at + 1 : at + 2].isalpha():
        return at + 1
    found = _AFTER_COLON.match(line, at)
    return found.end() if found else at


def by_stamp(line: str, at: int) -> Label | None:
    """A name before a time: `Jane Doe (00:12)`, or alone on its line `Jane Doe  0:12`."""
    stop = at + MAXIMUM + 8
    colon = line.find(":", at + 1, stop)
    if colon < 0 or (not line[colon - 1].isdigit() and line.find(":", colon + 1, stop) < 0):
        return None
    time = _TIME.search(line, at, stop)
    if time is None:
        return None
    start = len(line[at : time.start()].rstrip(" \t[(-–—|,")) + at
    found = _STAMPED.match(line, start)
    return Label(line[at:start], Form.STAMP, found.end()) if found and start > at else None


def by_stop(line: str, at: int) -> Label | None:
    """A name in capitals before a full stop, as in the records of parliaments."""
    if not line[at : at + 1].isupper():
        return None
    found = _STOP.match(line, at)
    if found is None or found["name"].rstrip(" .").rpartition(" ")[2].casefold() in TITLES:
        return None
    return Label(found["name"].rstrip(), Form.STOP, found.end())


def by_dash(line: str, at: int) -> Label | None:
    """A name before a dash, or before a stroke."""
    near = line[at : at + MAXIMUM // 2]
    if not near[:1].isalpha() or ("-" not in near and "–" not in near and "—" not in near and " / " not in near):
        return None
    found = _DASH.search(line, at, at + MAXIMUM // 2)
    if found is None or found.end() >= len(line):
        return None
    name = line[at : found.start()]
    return None if name[0].islower() and " " in name else Label(name, Form.DASH, found.end())


def by_square(line: str, at: int) -> Label | None:
    """A name in square brackets, with or without a colon behind them."""
    found = _SQUARE.match(line, at) if line[at : at + 1] in {"[", "【", "［"} else None
    return Label(found["name"] or found["wide"], Form.SQUARE, found.end()) if found else None


def by_gap(line: str, at: int) -> Label | None:
    """A name in capitals that several blanks set off."""
    found = _GAP.match(line, at) if line[at + 1 : at + 2].isupper() else None
    return Label(found["name"], Form.GAP, found.end()) if found else None


def by_post(line: str, at: int) -> Label | None:
    """A name in a chat, with how long ago it was; the text is below it."""
    found = _POST.match(line, at) if " ago" in line else None
    return Label(found["name"], Form.POST, len(line)) if found else None


FORMS: Final[tuple[Callable[[str, int], Label | None], ...]] = (
    by_letter,
    by_voice,
    by_colon,
    by_stamp,
    by_stop,
    by_square,
    by_gap,
    by_post,
    by_dash,
)


def lead(line: str) -> int:
    """How many characters stand before the name: bullets, `>>`, a time stamp."""
    if line[0] not in _LEADERS:
        return 0
    found = _LEAD.match(line)
    return found.end() if found else 0
