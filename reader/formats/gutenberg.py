"""What Project Gutenberg wrote around a book: above it, up to the line that starts it, and below the one that ends it.

    The Project Gutenberg EBook of A Winter by the Canal
    Title: A Winter by the Canal
    *** START OF THIS PROJECT GUTENBERG EBOOK A WINTER BY THE CANAL ***     ◀ the book begins
    …
    *** END OF THIS PROJECT GUTENBERG EBOOK A WINTER BY THE CANAL ***       ◀ licence, to the end

Lines are counted from 0.
"""

import re
from typing import Final

from reader.model.text import Lines

_NAME: Final = "project gutenberg"
_START: Final = re.compile(r"\*\*\* ?START OF (?:THE|THIS) PROJECT GUTENBERG", re.IGNORECASE)
_END: Final = re.compile(r"\*\*\* ?END OF (?:THE|THIS) PROJECT GUTENBERG", re.IGNORECASE)
_PRODUCED: Final = ("produced by ", "e-text prepared by ")
_LONGEST: Final = 400
"""Lines that may stand above a book, and those of the licence below it."""


def last_above(lines: Lines, first: int) -> int | None:
    """The last line of what stands above a book, if from line `first` on something does."""
    if _NAME not in lines.texts[first].lower():
        return None
    start = next((at for at in range(first, min(len(lines), first + _LONGEST)) if _START.match(lines.texts[at])), None)
    if start is None:
        return None
    last = next((at for at in range(start + 1, len(lines)) if lines.texts[at].strip()), start)
    if not lines.texts[last].lower().startswith(_PRODUCED):
        return start
    while last + 1 < len(lines) and lines.texts[last + 1].strip():
        last += 1
    return last


def first_below(lines: Lines) -> int:
    """The first line of what stands below a book; behind the last one where nothing does."""
    for at in range(len(lines) - 1, max(-1, len(lines) - 2 * _LONGEST), -1):
        if _END.match(lines.texts[at]):
            return at
    return len(lines)
