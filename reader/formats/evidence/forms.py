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
    """`JANE DOE — Well`"""
    ALONE = "alone on its line"
    BOLD = "bold"
    """Told by emphasis only: `**Jane** Well`."""


class Label(NamedTuple):
    """A label at the beginning of a line; columns are of the line without markup."""

    text: str
    """As written: no markup, colon, dots, number or time stamp."""
    form: Form
    end: int
    """Where what is said begins; the line's length where the label stands alone."""


_STAMP: Final = r"[\[(<]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])>]?"
_LEAD: Final = re.compile(rf"(?:>{{1,3}}\s*|[-*•‣]\s+)?(?:{_STAMP}\s*(?:[-–—|:]\s*)?)?(?:>{{1,3}}\s*)?")
_COLON: Final = re.compile(
    rf"(?P<name>[^:：\s][^:：]{{0,{MAXIMUM}}}?)\s*(?:[-–—,|]?\s*{_STAMP})?\s*(?:(?P<wide>：)"
    rf"|::?(?![/\\:\d]))\s*(?:{_STAMP}\s*)?"
)
_LETTER: Final = re.compile(
    r"(?:\((?P<bracket>[^\W\d_])\)|\[(?P<square>[^\W\d_])\]|(?P<letter>[^\W\d_]))\s?#?(?P<number>\d{1,3})?"
    r"(?:\s?[.)\]/](?=[\s\"“‘'«(¿]|$)\s*|\s{0,2}[-–—]{1,2}\s+|\s{2,}|\t\s*)"
)
_STAMPED: Final = re.compile(
    rf"(?P<name>[^\W_][^:\[\]()<>?!]{{0,{MAXIMUM}}}?),?\s+(?:[-–—"
    rf"|]\s*)?(?:[\[(]\d{{1,2}}:\d\d(?::\d\d)?[\])]:?\s*|\d{{1,2}}:\d\d(?::\d\d)?\s*$)"
)
_STOP: Final = re.compile(
    r"(?P<name>(?:(?:The|Mr|Mrs|Ms|Miss|Dr|Prof|Sen|Rep|Gov|Gen|Sir|Lord|Lady|Senator|Chairman|Chairwoman"
    r"|Secretary)\.?\s)?"
    r"(?:[A-Z][A-Z'’\-]+\.?\s?){1,4}(?:\sof\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)?)\.\s+(?=[\w“\"(\[])"
)
_DASHED: Final = re.compile(
    rf"(?P<name>[^\W\d_][^:：.?!–—]{{0,{MAXIMUM // 2}}}?)(?:\s+[-–—]{{1,2}}\s+|\s?[—–]\s?)(?=\S)"
)


def by_letter(line: str, at: int) -> Label | None:
    """A single letter set off from what follows: `Q.`, `Q)`, `Q -`, `Q   `, `Q12.`."""
    found = _LETTER.match(line, at)
    if found is None:
        return None
    text = found["bracket"] or found["square"] or found["letter"]
    if text.islower() or text.casefold() not in _PAIRED:
        return None
    return Label(text, Form.LETTER, found.end())


def by_colon(line: str, at: int) -> Label | None:
    """A name before a colon of any width."""
    found = _COLON.match(line, at)
    if found is None:
        return None
    end = found.end()
    if not found["wide"] and end < len(line) and line[end - 1] == ":" and not line[end - 2].isalpha():
        return None
    return Label(found["name"].rstrip(), Form.COLON, end)


def by_stamp(line: str, at: int) -> Label | None:
    """A name before a time."""
    found = _STAMPED.match(line, at)
    return Label(found["name"].rstrip(), Form.STAMP, found.end()) if found else None


def by_stop(line: str, at: int) -> Label | None:
    """A name in capitals before a full stop, as in the records of parliaments."""
    found = _STOP.match(line, at)
    if found is None or found["name"].rstrip(" .").casefold() in TITLES:
        return None
    return Label(found["name"].rstrip(), Form.STOP, found.end())


def by_dash(line: str, at: int) -> Label | None:
    """A name before a dash."""
    found = _DASHED.match(line, at)
    return Label(found["name"].rstrip(), Form.DASH, found.end()) if found else None


FORMS: Final[tuple[Callable[[str, int], Label | None], ...]] = (by_letter, by_colon, by_stamp, by_stop, by_dash)


def lead(line: str) -> int:
    """How many characters stand before the name: bullets, `>>`, a time stamp."""
    found = _LEAD.match(line)
    return found.end() if found else 0
