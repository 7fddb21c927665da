"""Questions that only their place shows: they stand at one indent, and their answers deeper.

    How do I get out?                    ◀ asks, at one indent
            By the door. If it is                ◀ goes on deeper
            locked, by the window.
    It says the door is missing.         ◀ at the same indent, so it asks too

Many old lists of questions were typed so, with or without blank lines, and hardly anything else that asks was.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import log2
from typing import Final, NamedTuple

from reader.formats.evidence.announced import is_faq
from reader.formats.evidence.asking import asking, has_mark
from reader.formats.evidence.paragraphs import Outline
from reader.formats.evidence.reading import Move, Reading
from reader.formats.evidence.stage import staged
from reader.formats.page import Page

_ASKS: Final = 0.7
_FEWEST: Final = 3
_LONGEST_QUESTION: Final = 6
"""Lines."""
_TAB: Final = 8
_WIDTHS: Final = 4
"""Indents at which questions are looked for."""
_SECTION: Final = 60
_BULLETS: Final = frozenset("-*•+|")


class Unit(NamedTuple):
    """Lines of one paragraph that begin at the same column, from 0, both included."""

    first: int
    last: int
    indent: int
    asks: float


def indents(outline: Outline) -> Reading | None:
    """The best reading that takes what stands at one indent for questions, and what stands deeper for answers."""
    page = outline.page
    if not has_mark(page.text) or not _is_indented(page):
        return None
    units = _units(outline)
    counts: dict[int, int] = {}
    for unit in units:
        if unit.asks >= _ASKS:
            counts[unit.indent] = counts.get(unit.indent, 0) + 1
    likely = sorted((indent for indent, count in counts.items() if count >= _FEWEST), key=counts.__getitem__)
    announced = is_faq(page)
    readings = [_at(page, units, indent, announced=announced) for indent in likely[-_WIDTHS:]]
    return max((read for read in readings if read), key=lambda read: read.weight, default=None)


def _is_indented(page: Page) -> bool:
    """Whether a third of the lines with words stand in from the margin."""
    filled = [line.text[:1] for line, bare in zip(page.lines, page.bare, strict=True) if bare]
    return 3 * sum(first in " \t" for first in filled) > len(filled)


def _units(outline: Outline) -> list[Unit]:
    page = outline.page
    found: list[Unit] = []
    for first, last in outline.paragraphs:
        columns = [_column(page, line) for line in range(first, last + 1)]
        start = first
        for line, (before, after) in enumerate(pairwise(columns), start=first + 1):
            if before != after:
                found.append(_unit(page, start, line - 1, before))
                start = line
        found.append(_unit(page, start, last, columns[-1]))
    return found


def _column(page: Page, index: int) -> int:
    raw = page.lines[index].text
    lead = raw[: len(raw) - len(raw.lstrip())]
    return len(lead.expandtabs(_TAB)) if "\t" in lead else len(lead)


def _unit(page: Page, first: int, last: int, indent: int) -> Unit:
    if last - first >= _LONGEST_QUESTION or page.bare[first][0] in _BULLETS:
        return Unit(first, last, indent, 0.0)
    return Unit(first, last, indent, asking(" ".join(page.bare[first : last + 1])))


def _at(page: Page, units: Sequence[Unit], indent: int, *, announced: bool) -> Reading | None:
    asked = [place for place, unit in enumerate(units) if unit.indent == indent and unit.asks >= _ASKS]
    inside = [place for place in range(asked[0], len(units)) if units[place].indent <= indent]
    opens = [place for place in inside if units[place].indent == indent and not _is_section(page, units, place)]
    deep = [place for place in opens if place + 1 < len(units) and units[place + 1].indent > indent]
    answered = [place for place in deep if units[place].last - units[place].first < _LONGEST_QUESTION]
    if len(answered) < _FEWEST:
        return None
    asks = sum(units[place].asks >= _ASKS for place in answered) / len(answered)
    questions = set(answered)
    moves: list[Move] = []
    for place in answered:
        moves.append(Move(units[place].first, "asks"))
        moves.append(Move(units[place + 1].first, "answers"))
    breaks = frozenset(
        unit.first
        for place, unit in enumerate(units)
        if unit.indent <= indent and place not in questions and place - 1 not in questions
    )
    told = [unit for place, unit in enumerate(units) if place > asked[0] and unit.indent > indent]
    rhetoric = sum(unit.asks >= _ASKS for unit in told) / max(1, len(told))
    filled = sum(unit.last - unit.first + 1 for unit in units)
    covered = sum(unit.last - unit.first + 1 for unit in told) + sum(
        units[place].last - units[place].first + 1 for place in answered
    )
    weight = (
        4.0 * (asks - (0.4 if announced else 0.7))
        + 4.0 * (len(answered) / len(opens) - 0.8)
        + 4.0 * min(0.0, covered / filled - 0.6)
        - 4.0 * rhetoric
        + 0.5 * log2(len(answered))
        - staged(page)
        - (0.0 if announced else 1.0)
    )
    because = f"{len(answered)} questions stand out to the left of their answers"
    return Reading(moves, breaks, weight, because, is_nested=True, is_marked=False)


def _is_section(page: Page, units: Sequence[Unit], place: int) -> bool:
    """Whether a unit is a heading: in capitals, or by its marks."""
    unit = units[place]
    line = page.bare[unit.first]
    return unit.first == unit.last and (line.isupper() or (page.levels[unit.first] > 0 and unit.asks < _ASKS))
