"""What an article tells behind its last answer: of the guest, and of the work that was talked about.

Jane Doe: I shall start again in March.     the last answer
Jane Doe's lamp is on show until May.     ◀ nobody speaks so of oneself
“The Lamp”, Quay Press, 212 pp., £18      ◀ pages and a price
"""

import re
from collections.abc import Sequence
from string import digits
from typing import Final

from reader.formats.evidence.persons import speaks_of_self
from reader.formats.evidence.vocabulary import TITLES
from reader.formats.expression import Expression

LONGEST: Final = 3
"""Paragraphs of an afterword."""
_REACH: Final = 12_000
"""Code points above the first question that are searched for names."""
_NAME: Final = re.compile(
    r"[A-ZÀ-ÞŁŠŽА-Я][\w'’-]+\.?(?:\s(?:(?:de|del|della|di|da|van|von|der|du|la|le|af)\s)*[A-ZÀ-ÞŁŠŽА-Я][\w'’-]+){1,3}"
)
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_GOES_ON: Final = re.compile(r",?\s[^\W\d_]|,\s\d|\s\(")
"""What follows a name in a sentence, and no label."""
_QUOTED: Final = re.compile(r"[“\"«„][^”\"»“«„]{0,2000}+[”\"»“]")
_PAGES: Final = Expression(
    r"\b\d{2,4}\s?(?:pp?\b|pages|s\.|seiten|págs?|páginas|pagine|pagg?|sider|sidor|стр)", re.IGNORECASE
)
_PRICE: Final = Expression(
    r"[€£$¥]\s?\d|\d\s?(?:[€£$¥]|euros?\b|eur\b|usd\b|chf\b|zł|kr\b|руб)|\b(?:isbn|éditions?|éd\.|verlag|editorial"
    r"|ediciones|edizioni|uitgeverij|förlag|forlag|wydawnictwo|издательство)\b|\bpress\b",
    re.IGNORECASE,
)


def _names_in(lines: Sequence[str]) -> frozenset[str]:
    """What may be full names in some lines, folded: two words with capitals or more, in a row."""
    found: set[str] = set()
    for name in _NAME.findall("\n".join(lines)[:_REACH]):
        words = _folded(name).split()
        found.update(" ".join(words[first:]) for first in range(len(words) - 1))
    return frozenset(found)


def is_afterword(text: str, above: Sequence[str]) -> bool:
    """Whether a paragraph tells of somebody whom lines `above` name, or names a book with its pages and price."""
    # To look for ten digits takes a tenth of the time that it takes to try the pattern at each character.
    if any(map(text.__contains__, digits)) and _PAGES.search(text) and _PRICE.search(text):
        return not speaks_of_self(_QUOTED.sub("", text))
    found = _NAME.match(text)
    if found is None or not _GOES_ON.match(text, found.end()):
        return False
    return _folded(found[0]) in _names_in(above) and not speaks_of_self(_QUOTED.sub("", text))


def _folded(name: str) -> str:
    words = [word for word in name.split() if word.rstrip(".").casefold() not in TITLES]
    return _POSSESSIVE.sub("", " ".join(words)).casefold()
