"""A headline below a menu: what a saved page shows before its article, line by line.

    Why the kettle asks - Spoon      the page's own name
    Home                             ┐
    Recipes                          │  entries: short, without a stop, some of them known
    Sign in                          ┘
    Ten ways to boil water           another headline: nothing below speaks of it
    Why the kettle asks              ◀ the headline: named above, signed, told of below
    It never slept, and says so.     what tells more of it: longer, or a sentence
    By Ann Smith
    The kettle had been asked …      the bulk of the page's prose: see `bulk`

Each line above the bulk is weighed. Nothing is said where no menu stands above the heaviest one, for a list of short
lines opens poems, plays and recipes too. Lines are counted from 0.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import compress, groupby, repeat
from typing import Final, NamedTuple

from reader.formats import dates, site_words, wording
from reader.formats.bulk import bulk, size_of_prose
from reader.formats.bylines import is_byline, is_name
from reader.formats.notices import ends_in_credit
from reader.formats.page import BOLD_LEVEL, Page
from reader.formats.sites import is_menu

_LOOKED_AT: Final = 1_000
"""Lines of a page that its menus and its body may take."""
_ENTRY: Final = 30
"""Characters of the longest entry."""
_BULLETED: Final = 48
"""Characters of the longest entry with what may lead it."""
_ENTRY_WORDS: Final = 4
_FEWEST: Final = 5
"""Entries above a headline that make a menu."""
_FEW: Final = 2
_OPENING: Final = 30
"""Lines with words among which the first entries stand."""
_TOPMOST: Final = 60
"""Entries among which one is known, where the page says little else of itself."""
_SURE: Final = 5
"""Names of a site's parts that no text has by chance: it is a saved page, however little stands above its headline."""
_FEWEST_IN_ROW: Final = 3
"""Entries in a row that name no author."""
_ABOVE: Final = 6
"""Lines among which the page's own name stands."""
_LONGEST_HEADLINE: Final = 200
_MOST_WORDS: Final = 30
_TELLING_WORDS: Final = 3
"""Longer words of a line without which it tells hardly anything."""
_CALL: Final = 4
"""Longer words of a line that leads to a part of a site."""
_WORDY: Final = 20
_ENOUGH: Final = 1.0
_SIGNED: Final = (2.0, 1.7, 1.4, 1.1)
"""What a byline speaks for a line, so many lines below it."""
_FURTHER: Final = 0.05
"""What each line speaks against those above it."""
_FIRST: Final = 1.7
"""What speaks for the first line of all: most texts begin with their headline."""
_TOLD: Final = 0.4
"""How much as heavy as what tells more of it a headline is at least."""
_LONGER: Final = 1.3
_BEGUN: Final = 0.5
"""How much of what the bulk has may stand above a headline in paragraphs: what other articles tell."""
_WRAPPED: Final = 50
_BY_CHANCE: Final = 0.2
"""The share of entries that may come again below as lines; of a table of contents nearly all do."""
_BODY: Final = 8_000
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_ASKED_TO_CLICK: Final = re.compile(r"^click\b|\bhere$", re.IGNORECASE)
_BULLETS: Final = "-*•+»›·> "
_LEADING: Final = f"{_BULLETS}0123456789.:"
_STOPS: Final = frozenset(".,;:!?…。、：")
_ENDS: Final = frozenset(".!?…”\"’'")


class Below(NamedTuple):
    """What stands below a menu."""

    headline: int
    body: int
    """The first line of the bulk of prose."""


def headline_below_menu(page: Page, first: int) -> Below | None:
    """The headline below a menu and the body below that, if from line `first` on a page begins with a menu."""
    brief, worded = page.glance.brief(_BULLETED), page.glance.worded
    entry, at = bisect_left(brief, first), bisect_left(worded, first)
    if len(brief) - entry < _FEWEST or at == len(worded):
        return None
    if brief[entry + _FEW] > worded[min(at + _OPENING, len(worded)) - 1]:
        return None  # as in most texts of paragraphs
    brief, lines = brief[entry:], worded[at : at + _LOOKED_AT]
    names = [*_names([page.bare[index] for index in brief])]
    known = site_words.PARTS.intersection(names)
    is_sure = len(known) >= _SURE
    if not is_sure and (brief[_FEWEST - 1] > lines[:_OPENING][-1] or known.isdisjoint(names[:_TOPMOST])):
        return None
    found = bulk(page, lines)
    if found is None:
        return None
    above, said = lines[: found.first], [page.bare[index] for index in lines]
    if sum(size_of_prose(page, index) for index in above) > _BEGUN * found.size or _is_wrapped(page, above):
        return None
    below = said[found.first : found.last + 1]
    if not _has_menu(said[: found.first], below, known):
        return None
    place = _headline(page, above, " ".join(below)[:_BODY].casefold())
    if place is None or not _has_menu(said[:place], below, known):
        return None
    return Below(lines[place], lines[found.first])


def rows_of_entries(page: Page, found: Below) -> Iterator[int]:
    """The entries between a headline and the body where several stand in a row: ways to pass it on, topics."""
    worded = page.glance.worded
    between = worded[bisect_left(worded, found.headline + 1) : bisect_left(worded, found.body)]
    for are_entries, row in groupby(
        between, lambda index: is_entry(page.bare[index]) and not is_byline(page.bare[index])
    ):
        entries = [*row]
        if are_entries and len(entries) >= _FEWEST_IN_ROW:
            yield from entries


def is_entry(bare: str) -> bool:
    """Whether a line is short enough for an entry of a menu, and ends like one."""
    said = bare.lstrip(_BULLETS)
    return (
        1 < len(said) <= _ENTRY and said[0].isalnum() and said[-1] not in _STOPS and len(said.split()) <= _ENTRY_WORDS
    )


def _names(lines: Sequence[str]) -> Iterator[str]:
    """What lines name, without what leads them in a list."""
    return map(str.strip, "\n".join(lines).casefold().split("\n"), repeat(_LEADING))


def _has_menu(above: Sequence[str], below: Sequence[str], known: Collection[str]) -> bool:
    """Whether among the lines above a headline enough are a menu's, and don't come again below as headings do."""
    entries = [*_names([line for line in above if len(line) <= _BULLETED and is_entry(line)])]
    is_sure = len(known) >= _SURE
    if len(entries) < (_FEW if is_sure else _FEWEST) or not (is_sure or any(map(known.__contains__, entries))):
        return False
    later = {line.casefold() for line in below if len(line) <= _ENTRY}
    return sum(entry in later and entry not in known for entry in entries) <= _BY_CHANCE * len(entries)


def _headline(page: Page, lines: Sequence[int], body: str) -> int | None:
    """The place of the heaviest of the lines above a body, or of the one that it tells more of."""
    said = [page.bare[index] for index in lines]
    times = Counter(map(str.casefold, said))
    signing = [is_byline(line) or dates.is_alone(line) for line in said]
    weighed = {
        place: _weight(said, place, body, signing, times) + 2.5 * (page.levels[index] == 1)
        for place, index in enumerate(lines)
        if index not in page.verbatim and not signing[place] and _could_be_headline(said[place])
    }
    if headings := {at: weight for at, weight in weighed.items() if 0 < page.levels[lines[at]] < BOLD_LEVEL}:
        weighed = headings
    if not weighed:
        return None
    place = max(weighed, key=weighed.__getitem__)
    if weighed[place] < _ENOUGH:
        return None
    while place - 1 in weighed and _tells_more(said[place], said[place - 1]):
        if weighed[place - 1] < _TOLD * weighed[place]:
            break
        place -= 1
    return place


def _could_be_headline(said: str) -> bool:
    """Whether a line reads like a headline, and is none of the site's."""
    if not 2 <= len(said.split()) <= _MOST_WORDS or len(said) > _LONGEST_HEADLINE:
        return False
    if said[0] in _BULLETS or _ASKED_TO_CLICK.search(said):
        return False
    return not (is_menu(said) or ends_in_credit(said) or wording.marker(said))


def _weight(lines: Sequence[str], place: int, body: str, signing: Sequence[bool], times: Counter[str]) -> float:
    """How much speaks for one of the lines above a body being its headline."""
    said = lines[place]
    folded = said.casefold()
    words = set(_WORD.findall(folded))
    telling = min(1.0, len(words) / _TELLING_WORDS)
    signed = compress(_SIGNED, signing[place + 1 :])
    is_named = any(line != said and line.startswith(said) for line in lines[: min(place, _ABOVE)])
    weight = 3.0 * telling * sum(word in body for word in words) / max(1, len(words))
    weight += telling * next(signed, 0.0) + 2.0 * is_named + _FIRST * (place == 0)
    weight += 1.0 if len(said.split()) >= _ENTRY_WORDS else -1.0
    weight += times[folded] > 1 and len(said.split()) >= _ENTRY_WORDS
    weight -= 1.5 * (len(said.split()) > _WORDY) + 1.5 * (said[-1] in ".,;:)")
    weight -= (len(words) <= _CALL and site_words.names_part(said)) + is_name(said)
    weight -= (" | " in said) + ("→" in said) + (". " in said)
    return weight - _FURTHER * (len(lines) - place)


def _tells_more(said: str, above: str) -> bool:
    """Whether a line may tell more of what stands right above it: it is longer, or a sentence."""
    return (len(said) > _LONGER * len(above) or said[-1] in _ENDS) and said not in above


def _is_wrapped(page: Page, lines: Sequence[int]) -> bool:
    """Whether a sentence that goes on in the next line stands among lines: the article has begun there."""
    bare = page.bare
    return any(len(bare[index]) > _WRAPPED and bare[index + 1][:1].islower() for index in lines[:_ABOVE])
