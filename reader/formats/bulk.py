"""Where the bulk of a page's prose stands, among all the short lines that a saved page has above and below it.

    Home                        -      each line speaks for prose by its length, or against it
    Ten ways to boil water      -
    A kettle was heard on …     +++    ◀ the bulk begins, where the sum from here on is the greatest
    Advertisement               -
    Nobody has asked since …    ++     ◀ and ends
    About us                    -

A first part that has half as much prose as the greatest is taken before it: below an article there are often longer
comments. (The greatest sum of a part of a row: Bentley, Programming Pearls, 1984.) Places are counted from 0.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from reader.formats.page import Page

_LONG: Final = 80
"""Characters from which on a line that ends as sentences do is a paragraph."""
_UNWRAPPED: Final = 200
_WRAPPED: Final = 60
"""Characters from which on lines that stand together are wrapped prose."""
_MOST: Final = 400
"""Characters of a paragraph that count."""
_AGAINST: Final = 60
"""Characters that a line that is no prose counts against it."""
_FEWEST: Final = 200
"""Characters of prose without which there is none to speak of."""
_GIVEN_UP: Final = 900
"""Characters against prose, after which it has ended."""
_FIRST: Final = 0.5
_STOPS: Final = frozenset(".!?…。！？:")
_CLOSERS: Final = "\"'”’»)] "


class Bulk(NamedTuple):
    """The places of the first line of the bulk and of its last, and how many characters speak for it."""

    first: int
    last: int
    size: int


def bulk(page: Page, lines: Sequence[int]) -> Bulk | None:
    """Where among some lines of a page the bulk of prose stands; None where there is hardly any."""
    parts: list[Bulk] = []
    first = last = total = most = 0
    for place, index in enumerate(lines):
        weight = size_of_prose(page, index) or -_AGAINST
        if not total and weight <= 0:
            continue
        if not total:
            first = place
        total += weight
        if total > most:
            most, last = total, place
        elif total <= max(0, most - _GIVEN_UP):
            parts.append(Bulk(first, last, most))
            total = most = 0
    if total:
        parts.append(Bulk(first, last, most))
    greatest = max((part.size for part in parts), default=0)
    if greatest < _FEWEST:
        return None
    return next(part for part in parts if part.size >= _FIRST * greatest)


def size_of_prose(page: Page, index: int) -> int:
    """How many characters of prose a line has: none, unless it is long and a paragraph, or a wrapped one's."""
    said = page.bare[index]
    if len(said) < _WRAPPED:
        return 0
    is_paragraph = len(said) >= _UNWRAPPED or (len(said) >= _LONG and said.rstrip(_CLOSERS)[-1:] in _STOPS)
    return min(len(said), _MOST) if is_paragraph or _is_wrapped(page, index) else 0


def _is_wrapped(page: Page, index: int) -> bool:
    """Whether a line and one right above or below it are long, but no longer than wrapped ones."""
    bare = page.bare
    if len(bare[index]) >= 2 * _WRAPPED:
        return False
    beside = (*bare[index + 1 : index + 2], *bare[max(0, index - 1) : index])
    return any(_WRAPPED <= len(line) < 2 * _WRAPPED for line in beside)
