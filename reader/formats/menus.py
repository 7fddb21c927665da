"""A headline below a menu: what a saved page shows before its article, line by line.

    Why the kettle asks - Spoon      ◀ the page's own name
    Home                             ┐
    Recipes                          │  entries: many in a row, short, without a stop
    Sign in                          ┘
    Why the kettle asks              ◀ the headline: named above, signed, told of below
    By Ann Smith

Each line below the first entries is weighed; nothing is said where none is heavy enough, for a list of short lines
opens poems, plays and recipes too. Lines are counted from 0.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from reader.formats import site_words, wording
from reader.formats.bylines import is_byline, is_name
from reader.formats.notices import ends_in_credit
from reader.formats.page import Page
from reader.formats.sites import is_high, recurrence
from reader.formats.strokes import has_words
from reader.formats.wording import Marker

_LOOKED_AT: Final = 300
"""Lines of a page that a menu may take."""
_ENTRY: Final = 30
"""Characters of the longest entry."""
_BULLETED: Final = 48
"""Characters of the longest entry with what may lead it."""
_ENTRY_WORDS: Final = 4
_FEWEST: Final = 5
"""Entries in a row that make a menu."""
_MANY: Final = 10
_ABOVE: Final = 4
"""Other lines that may stand above the first entry: a page's name, a motto."""
_BETWEEN: Final = 8
"""Other lines looked at below the first entries."""
_WRAPPED: Final = 50
_PROSE: Final = 100
"""Characters of a line from which on it is body."""
_LONGEST_HEADLINE: Final = 160
_ENOUGH: Final = 4.0
_BY_CHANCE: Final = 0.2
"""The share of entries that may come again below as lines; of a table of contents nearly all do."""
_SIGNING: Final = frozenset({"by", "door", "von", "par", "por"})
_BULLETS: Final = "-*•+»›·> "
_STOPS: Final = frozenset(".,;:!?…。、：")


def headline_below_menu(page: Page, first: int) -> int | None:
    """The line of the headline below a menu, if from a line on the page begins with one."""
    if len(page.glance.brief(_BULLETED)) < _FEWEST:
        return None  # as in most texts of paragraphs
    worded = page.glance.worded
    begin = bisect_left(worded, first)
    lines = worded[begin : begin + _LOOKED_AT]
    start = _first_entry(page, lines[: _ABOVE + 2 * _FEWEST])
    if start is None:
        return None
    if _is_signed(page, lines[:start]) or _has_begun(page, lines[:start]) or _is_underlined(page, lines[0]):
        return None
    entries: list[int] = []
    others = 0
    best: tuple[float, int] | None = None
    for place in range(start, len(lines) - 1):
        index = lines[place]
        if is_entry(page.bare[index]) and not _leads(page, lines, place):
            entries.append(index)
            continue
        if (len(page.bare[index]) > _PROSE and page.bare[index][-1] in ".…”") or _is_wrapped(page, index):
            break
        others += 1
        if len(entries) >= _FEWEST and index not in page.verbatim and _could_be_headline(page, index):
            weight = _weight(page, lines, place, entries)
            if weight >= _ENOUGH and (best is None or weight > best[0]):
                best = weight, index
        if others >= _BETWEEN:
            break
    return best[1] if best else None


def is_entry(bare: str) -> bool:
    """Whether a line is short enough for an entry of a menu, and ends like one."""
    said = bare.lstrip(_BULLETS)
    return (
        1 < len(said) <= _ENTRY and said[0].isalnum() and said[-1] not in _STOPS and len(said.split()) <= _ENTRY_WORDS
    )


def _could_be_headline(page: Page, index: int) -> bool:
    """Whether a line reads like a headline: no byline, nor what a picture shows, said once more beside its maker."""
    said = page.bare[index]
    if is_byline(said) or not 2 <= len(said.split()) <= 25 or len(said) > _LONGEST_HEADLINE:
        return False
    below = next((line for line in page.bare[index + 1 : index + 4] if line), "")
    is_captioned = len(below) > len(said) and below.startswith(said)
    return not is_captioned and not ends_in_credit(said) and said.split()[0].lower() not in _SIGNING


def _first_entry(page: Page, lines: Sequence[int]) -> int | None:
    """The place of the first of enough entries in a row, if hardly anything stands above it."""
    row = 0
    for place, index in enumerate(lines):
        line = page.bare[index]
        row = row + 1 if (len(line) <= _ENTRY or line[0] in _BULLETS) and is_entry(line) else 0
        if row == _FEWEST:
            return place - _FEWEST + 1
    return None


def _has_begun(page: Page, lines: Sequence[int]) -> bool:
    """Whether wrapped prose stands among lines: the article has begun above what looks like a menu."""
    return any(len(page.bare[index]) > _WRAPPED and page.bare[index + 1] for index in lines)


def _is_wrapped(page: Page, index: int) -> bool:
    """Whether a line is the first of three or more that were wrapped: no headline is as long."""
    first, second, third = (*page.bare[index : index + 3], "", "")[:3]
    return len(first) > _WRAPPED < len(second) and bool(third)


def _is_underlined(page: Page, index: int) -> bool:
    """Whether a stroke stands right below a line: it is a title, and what follows belongs to it."""
    below = page.bare[index + 1 : index + 2]
    return bool(below and below[0]) and not has_words(below[0])


def _weight(page: Page, lines: Sequence[int], place: int, entries: Sequence[int]) -> float:
    """How much speaks for a line being the headline below the entries above it."""
    index = lines[place]
    said = page.bare[index]
    following = lines[place + 1 : place + 4]
    names = [page.bare[line].lstrip(_BULLETS).casefold() for line in entries]
    known = sum(name in site_words.MENU or wording.marker(name) is Marker.SHARE for name in names)
    if not known and not _is_named(page, lines[:place], said):
        return 0.0
    weight = 1.5 * recurrence(page, index, said)
    weight += 2.0 * _is_signed(page, following[:1]) + _is_signed(page, following[1:3])
    weight += 2.5 * _is_named(page, lines[:place], said)
    weight += 2.5 * (page.levels[index] == 1)
    weight += len(said.split()) >= _ENTRY_WORDS
    weight += 0.5 * is_high(said)
    weight += bool(following) and len(page.bare[following[0]]) > _PROSE
    weight += 0.75 * min(2, known)
    weight += 0.75 * (len(entries) >= _MANY)
    weight -= 1.5 * (said[-1] in ".,;:") + 2.0 * is_name(said)
    below = {line.casefold() for line in page.bare[index + 1 :] if len(line) <= _ENTRY}
    return weight - 6.0 * max(0.0, sum(name in below for name in names) / len(names) - _BY_CHANCE)


def _leads(page: Page, lines: Sequence[int], place: int) -> bool:
    """Whether a short line is no entry: a byline or body follows at once, or the page is named after it."""
    following = lines[place + 1 : place + 2]
    if _is_signed(page, following) or len(page.bare[following[0]]) > _PROSE:
        return True
    return _is_named(page, lines[:place], page.bare[lines[place]])


def _is_signed(page: Page, lines: Sequence[int]) -> bool:
    return any(is_byline(page.bare[index]) for index in lines)


def _is_named(page: Page, above: Sequence[int], said: str) -> bool:
    """Whether the page's own name begins with a line, and goes on with the site's."""
    named = any(page.bare[index] != said and page.bare[index].startswith(said) for index in above[:_ABOVE])
    return named and len(said.split()) > 1
