"""Which lines of a page may be the site's, or lead to what is: the few that are worth reading for it.

Most lines are told by their first word. One that isn't notable is the article's, as far as it can be known before
anyone asks who speaks. Lines are counted from 0.
"""

import re
from functools import cache
from typing import Final

from reader.formats import wording
from reader.formats.beginnings import Beginnings, first_word
from reader.formats.expression import Expression
from reader.formats.notices import ends_in_credit, may_end_in_credit
from reader.formats.page import Page

LONGEST_LINE: Final = 320
"""Characters above which a line is prose, whatever it begins with."""
LONGEST_CAPTION: Final = 220
LONGEST_HEADING: Final = 60

LICENCE_HEADING: Final = Expression(
    r"(?:copyright|licen[cs]e|licen[cs]ing|rights and permissions|permissions|reprints?|terms of use)"
    r"(?: (?:statement|notice|information|and reuse))?\W*$",
    re.IGNORECASE,
)
MORE: Final = Expression(
    r"(?:more|other|weitere|mehr|más|otr[ao]s|plus de|d'autres|altr[ie]|meer|andere|mais|outr[ao]s"
    r"|fler|flere|więcej|другие)"
    r"\s[\w’'-]+(?:\s[\w’'-]+){0,2}$",
    re.IGNORECASE,
)
"""What stands above other headlines: `More stories`."""
_HEADINGS: Final = Beginnings({True: [LICENCE_HEADING.pattern, MORE.pattern]})
_STAMPS: Final = frozenset("[(0123456789")
"""What a time before the words of a line begins with."""
_PICTURES: Final = "\u2600"
"""From here on stand pictures that lead a line, and scripts that do not part words."""


_TOURS_END: Final = frozenset("sS:. ")
"""The last character of the events that no first word gives away."""


@cache
def _first_words() -> frozenset[str]:
    return wording.first_words() | _HEADINGS.first_words


def marked_lines(page: Page) -> frozenset[int]:
    """The lines that hold an element, a picture or a card, those right below one, and those that only hold marks."""
    if not page.inlines and "<" not in page.text:
        return frozenset()
    raw, signs = page.lines.texts, [sign for sign in ("<", "![") if sign in page.text]
    found = [index for sign in signs for index in page.filled if sign in raw[index]]
    cards = [index for index in page.filled if raw[index][0] == "["] if "[" in page.text else []
    emptied = [index for index in page.filled if not page.bare[index]]
    return frozenset([*found, *cards, *emptied, *(index + 1 for index in found)])


def is_notable(line: str, *, is_last: bool) -> bool:
    """Whether a line may be the site's by its first word, by a sign in it, or by what it ends in."""
    word, start = first_word(line)
    if word[:1].isdecimal() or line[0] in _STAMPS or line[0] >= _PICTURES:
        return True
    if "|" in line or "·" in line or "•" in line or "://" in line:
        return True
    if word in _first_words() and (
        wording.begins_known(line, word, start) or _HEADINGS.kind_of(line, word, start) is not None
    ):
        return True
    if len(line) < LONGEST_HEADING and line[-1] in _TOURS_END and wording.announces_events(line):
        return True
    return is_last and len(line) <= LONGEST_CAPTION and may_end_in_credit(line) and ends_in_credit(line)
