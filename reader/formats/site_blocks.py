"""Paragraphs above a title that are the site's, by the lines of which they consist.

    Overblog                      a name                     1. The Clock       where in its site
    Follow this blog   Log in     a row of calls             2. Region          the page stands
    clock.example.com             an address                 3. Spoons

Each line is short, and at least one is known; of a longer list two must be.
"""

import re
from collections.abc import Sequence
from typing import Final

from reader.formats import site_words
from reader.formats.bylines import is_byline
from reader.formats.expression import Expression
from reader.formats.sites import is_address, is_site, kind_of_line

_FEWEST: Final = 4
"""Lines of a list in which it takes two that are known."""
_LONGEST: Final = 60
_MOST_WORDS: Final = 5
_CRUMB: Final = re.compile(r"\d\. [\w-]+(?: [\w-]+){0,2}$")
"""Where in a site a page stands, as its numbered lists tell: `2. World`."""
_STOPS: Final = frozenset(".,;?…")
_CONTACT: Final = Expression(
    r"[\w.+-]+@[\w-]+\.[\w.-]+$"
    r"|(?:(?:tel|fax|phone|telefon|tél)\b[.:]* *)?(?=(?:\D{0,2}\d){9})[+(]*\d[\d ()./,-]{6,}\d$",
    re.IGNORECASE,
)
"""Where to write or to call, and nothing else."""


def is_block_of_site(lines: Sequence[str], *, is_headed: bool) -> bool:
    """Whether the lines of a paragraph with a title below are the site's; below front matter it takes a whole menu."""
    if len(lines) < 2 or any(len(line) > _LONGEST or line[-1] in _STOPS for line in lines):
        return False
    known = sum(map(site_words.names_part, lines))
    if len(lines) >= _FEWEST and known > 1:
        return True
    if is_headed:
        return False
    if all(map(_CRUMB.match, lines)):
        return True
    if len(lines) < _FEWEST and any(line[-1] == "!" for line in lines):
        return False
    if not all(len(line.split()) <= _MOST_WORDS or kind_of_line(line) or is_byline(line) for line in lines):
        return False
    if known or any(kind_of_line(line) or is_address(line) for line in lines):
        return True
    return len(lines) >= _FEWEST and is_byline(lines[0]) and any(map(is_site, lines))


def is_row_of_parts(lines: Sequence[str]) -> bool:
    """Whether most of the lines of a paragraph are whole names of parts of a site, and at least two."""
    parts = sum(line.casefold() in site_words.MENU for line in lines)
    return parts > 1 and parts * 2 > len(lines)


def is_block_of_contacts(lines: Sequence[str]) -> bool:
    """Whether a few short lines say where to write or to call."""
    if len(lines) > _FEWEST or any(len(line) > _LONGEST or line.endswith((".", "?", "!")) for line in lines):
        return False
    return any(map(_CONTACT.match, lines))
