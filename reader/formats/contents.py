"""Tables of contents: lines that name what comes. Lines are counted from 0.

Contents:            ◀ says so
1. What is it?       ◀ entries, up to
2. Is it hot?
1. What is it?         the first line that repeats one of them
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final

from reader.formats import wording
from reader.formats.glance import Run
from reader.formats.page import BOLD_LEVEL, Page
from reader.formats.runs import is_linked, is_prose
from reader.formats.strokes import has_words
from reader.formats.wording import Marker
from reader.model.article import FurnitureKind

_CODED: Final = re.compile(r"\W*(?:[A-Za-z]?\d{1,3}(?:\.\d{1,3})*[.):]?|[-*•])\s")


_BOX: Final = "| "
_NEAR: Final = 400
"""Lines of a page among which a table of contents stands that nothing announces."""
_FEWEST: Final = 4
"""Lines of a table of contents that nothing announces."""
_FEWEST_ENTRIES: Final = 3
"""So many will do where all are numbered or ask, and the first comes again right below the last."""


def is_coded(line: str) -> bool:
    """Whether a line begins with a number, a letter with a number, or a bullet."""
    # Most lines begin with a word, which the second letter shows.
    return (not line[:1].isalpha() or line[1:2].isdecimal()) and _CODED.match(line) is not None


def contents(page: Page, found_runs: Sequence[Run], taken: Mapping[int, FurnitureKind]) -> set[int]:
    """The lines of a page that are tables of contents, among those that are not taken."""
    bare = page.bare
    found: set[int] = set()
    levels = page.levels
    headings = [bare[index] for index in page.filled if 0 < levels[index] < BOLD_LEVEL][:60] if any(levels) else []
    for at, (first, last) in enumerate(found_runs[: max(12, len(found_runs) // 3)]):
        line = bare[first]
        if not (line[:1].isalnum() or has_words(line)):
            first = min(first + 1, last)  # noqa: PLW2901 - the line that has words
            line = bare[first]
        if len(line) < 60:
            if (
                wording.marker(line.strip(_BOX)) is Marker.CONTENTS
                and first not in taken
                and first not in page.verbatim
            ):
                found.update(_entries(page, found_runs[at : at + 400], first))
        elif headings and at < 6 and found_runs[at].first == last and len(headings) >= 3 and len(line) < 20_000:
            named = sum(heading in line for heading in headings)
            if named >= max(3, len(headings) * 0.7):
                found.add(last)
    return found or _repeated(page, taken)


def _entries(page: Page, found_runs: Sequence[Run], heading: int) -> range:
    """The lines below the heading of a table of contents, up to the first that repeats one of them.

    What stands deeper than the coded entry above it goes on with that, and may say what another said. What stands in a
    box ends with it.
    """
    bare = page.bare
    seen: set[str] = set()
    numbered: set[str] = set()
    last = heading
    entries = 0
    is_boxed = page.lines.texts[heading].lstrip()[0] == "|"
    for run in found_runs:
        if is_boxed and run.first > heading:
            break
        is_further = run.first > heading
        if is_further and 0 < page.levels[run.first] < BOLD_LEVEL and not is_linked(page, run.first):
            break
        is_entry = is_coded(bare[run.first])
        if is_further and not is_entry and is_prose(page, run) and (entries or len(bare[run.first]) > 250):
            break
        repeated = False
        entered: int | None = None
        for line in range(max(run.first, heading), run.last + 1):
            if is_coded(bare[line]):
                entered = _lead(page, line)
            elif entered is not None and _lead(page, line) > entered:
                entries += 1
                last = line
                continue
            words = " ".join(bare[line].casefold().split())
            if (len(words) > 8 and words in seen) or (is_further and words in numbered):
                repeated = True
                break
            seen.add(words)
            if entered is not None and (code := _CODED.match(words)):
                numbered.add(words[code.end() :])
            entries += line != heading and bool(bare[line])
            last = line
        if repeated:
            break
    return range(heading, last + 1) if entries >= 2 else range(0)


def _lead(page: Page, line: int) -> int:
    """How many blanks stand before a line."""
    raw = page.lines.texts[line]
    return len(raw) - len(raw.lstrip())


def _repeated(page: Page, taken: Mapping[int, FurnitureKind]) -> set[int]:
    """A run of lines near the head, each of which comes again further down."""
    bare, levels = page.bare, page.levels
    again = len(bare) - len(set(bare)) - max(0, bare.count("") - 1)
    if again < _FEWEST_ENTRIES:
        return set()
    near = page.filled[: bisect_left(page.filled, _NEAR)]
    asks = [index for index in near if levels[index] or bare[index][-1:] == "?"]
    coded = [index for index in near if not bare[index][:2].isalpha() and is_coded(bare[index])]
    entries = {*asks, *coded}
    if len(entries) < _FEWEST:
        return set()
    places: dict[str, int] = {}
    for index in range(len(bare) - 1, -1, -1):
        line = bare[index]
        if 12 <= len(line) <= 160 and index not in taken:
            places[line] = places.get(line, index)
    first, last, count, latest = -1, -1, 0, -1
    for index in range(min(len(bare), _NEAR)):
        line = bare[index]
        if not line or index in taken:
            continue
        again = places.get(line, index)
        if again > index and again > latest:
            if count == 0:
                first = index
            last, count, latest = index, count + 1, again
        elif count:
            break
    if first < 0 or places[bare[first]] <= last:
        return set()
    is_whole = count == _FEWEST_ENTRIES and entries.issuperset(index for index in range(first, last + 1) if bare[index])
    if count >= _FEWEST or (is_whole and next(filter(None, bare[last + 1 :]), None) == bare[first]):
        return set(range(first, last + 1))
    return set()
