"""Questions that only their place shows: they stand at one indent, and their answers deeper.

    How do I get out?                    ◀ asks, at one indent
            By the door. If it is                ◀ goes on deeper
            locked, by the window.
    It says the door is missing.         ◀ at the same indent, so it asks too

Many old lists of questions were typed so, with or without blank lines, and hardly anything else that asks was. A text
that is named a list of questions needs no marks at all: what recurs so regularly are its entries, bulleted or not.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import log2
from typing import Final, NamedTuple

from reader.formats.evidence.announced import is_faq, is_named_faq
from reader.formats.evidence.asking import ASKS, asking, has_mark
from reader.formats.evidence.paragraphs import Outline
from reader.formats.evidence.reading import Move, Reading
from reader.formats.evidence.stage import staged
from reader.formats.page import Page

_FEWEST: Final = 3
_LONGEST_QUESTION: Final = 6
"""Lines."""
_SHORT: Final = 2
"""Lines of an entry that has no mark."""
_TAB: Final = 8
_WIDTHS: Final = 4
"""Indents at which questions are looked for."""
_BULLETS: Final = frozenset("-*•+|")
_ITEMS: Final = frozenset("-*•+")
_FEWEST_ENTRIES: Final = 5
"""Entries of a list in which nothing asks."""
_ANNOUNCED: Final = 0.4
_UNANNOUNCED: Final = 0.7
"""How many of the entries are to ask, in a text that says that it is a list of questions and in another."""


class Unit(NamedTuple):
    """Lines of one paragraph that begin at the same column, from 0, both included."""

    first: int
    last: int
    indent: int
    asks: float
    is_item: bool = False
    """Whether it begins with a bullet, behind which the lines that go on with it begin."""


def indents(outline: Outline) -> Reading | None:
    """The best reading that takes what stands at one indent for questions, and what stands deeper for answers."""
    page = outline.page
    if page.is_flush:
        return None
    named = is_named_faq(page)
    if not (named or has_mark(page.text)) or not _is_indented(page):
        return None
    announced = named or is_faq(page)
    units = _units(outline)
    counts = Counter([(unit.indent, unit.is_item) for unit in units if unit.asks >= ASKS])
    if named:
        counts |= Counter([(u.indent, u.is_item) for u, below in pairwise(units) if u.indent < below.indent])
    likely = sorted((where for where, count in counts.items() if count >= _FEWEST), key=counts.__getitem__)
    levels = [_Level(page, units, *where) for where in likely[-_WIDTHS:]]
    readings = [level.reading(announced=announced, named=named) for level in levels if announced or not level.is_item]
    return max((read for read in readings if read), key=lambda read: read.weight, default=None)


def _is_indented(page: Page) -> bool:
    """Whether a third of the lines with words stand in from the margin."""
    filled = [raw[0] for raw, bare in zip(page.lines.texts, page.bare, strict=True) if bare]
    return 3 * sum(first in " \t" for first in filled) > len(filled)


def _units(outline: Outline) -> list[Unit]:
    page = outline.page
    found: list[Unit] = []
    for first, last in outline.paragraphs:
        start, indent, item = first, _column(page, first), _text_column(page, first)
        for line in range(first + 1, last + 1):
            column = _column(page, line)
            if column != (item or indent) or (item and _text_column(page, line)):
                found.append(_unit(page, start, line - 1, indent, is_item=item > 0))
                start, indent, item = line, column, _text_column(page, line)
        found.append(_unit(page, start, last, indent, is_item=item > 0))
    return found


def _column(page: Page, index: int) -> int:
    raw = page.lines.texts[index]
    lead = raw[: len(raw) - len(raw.lstrip())]
    return len(lead.expandtabs(_TAB)) if "\t" in lead else len(lead)


def _text_column(page: Page, index: int) -> int:
    """Where the words of a line behind a bullet begin; 0 if there is none."""
    line = page.bare[index]
    if line[0] not in _ITEMS or line[1:2] not in {" ", "\t"}:
        return 0
    return _column(page, index) + len(line) - len(line[1:].lstrip())


def _unit(page: Page, first: int, last: int, indent: int, *, is_item: bool) -> Unit:
    if last - first >= _LONGEST_QUESTION or (page.bare[first][0] in _BULLETS and not is_item):
        return Unit(first, last, indent, 0.0, is_item)
    return Unit(first, last, indent, asking(" ".join(page.bare[first : last + 1])), is_item)


class _Level:
    """What stands at one indent, bulleted or not, as a series of entries with deeper text below them."""

    def __init__(self, page: Page, units: Sequence[Unit], indent: int, is_item: bool) -> None:
        self.page = page
        self.units = units
        self.indent = indent
        self.is_item = is_item
        self.opens = [
            place
            for place, unit in enumerate(units)
            if unit.indent == indent and unit.is_item is is_item and not self._is_section(place)
        ]
        deep = [place for place in self.opens if self._step(place) > 0 and self._length(place) < _LONGEST_QUESTION]
        steps = Counter(map(self._step, deep))
        self.step = max(steps, key=steps.__getitem__, default=0)
        """How much deeper than an entry most answers begin."""
        self.entries = [place for place in deep if 2 * self._step(place) >= self.step]

    def _step(self, place: int) -> int:
        return self.units[place + 1].indent - self.indent if place + 1 < len(self.units) else 0

    def _length(self, place: int) -> int:
        return self.units[place].last - self.units[place].first

    def _is_section(self, place: int) -> bool:
        """Whether a unit is a heading: in capitals, or by its marks."""
        unit = self.units[place]
        line = self.page.bare[unit.first]
        return unit.first == unit.last and (line.isupper() or (self.page.levels[unit.first] > 0 and unit.asks < ASKS))

    def reading(self, *, announced: bool, named: bool) -> Reading | None:
        """The reading that takes the entries for questions, from the first that asks or, as far as all are, above."""
        page, units, indent = self.page, self.units, self.indent
        asked = [place for place in self.entries if units[place].asks >= ASKS]
        regular = named and self._is_regular()
        if not asked and not regular:
            return None
        start = self.entries[0] if regular else self._start(asked[0])
        entries = [place for place in self.entries if place >= start]
        if len(entries) < _FEWEST:
            return None
        opens = [place for place in self.opens if place >= start]
        questions, above = set(entries), set(self.opens)
        moves: list[Move] = []
        for place in entries:
            # What asks right above an entry is answered with it.
            if place - 1 in above and place - 1 not in questions and units[place - 1].asks >= ASKS:
                questions.add(place - 1)
                moves.append(Move(units[place - 1].first, "asks"))
            moves.append(Move(units[place].first, "asks"))
            moves.append(Move(units[place + 1].first, "answers"))
        breaks = frozenset(
            unit.first
            for place, unit in enumerate(units)
            if unit.indent <= indent and place not in questions and place - 1 not in questions
        )
        told = [unit for place, unit in enumerate(units) if place > start and unit.indent > indent]
        asks = sum(units[place].asks >= ASKS for place in entries) / len(entries)
        expected = _ANNOUNCED if announced else _UNANNOUNCED
        rhetoric = sum(unit.asks >= ASKS for unit in told) / max(1, len(told))
        filled = sum(unit.last - unit.first + 1 for unit in units)
        covered = sum(unit.last - unit.first + 1 for unit in told) + sum(self._length(place) + 1 for place in entries)
        weight = (
            4.0 * (max(asks - expected, 0.0) if regular else asks - expected)
            + 4.0 * (len(entries) / len(opens) - 0.8)
            + 4.0 * min(0.0, covered / filled - 0.6)
            - 4.0 * rhetoric
            + 0.5 * log2(len(entries))
            - staged(page)
            - (0.0 if announced else 1.0)
        )
        because = f"{len(entries)} questions stand out to the left of their answers"
        return Reading(moves, breaks, weight, because, is_nested=True, is_marked=False)

    def _start(self, asked: int) -> int:
        """The first entry of those that stand above the first that asks without anything else at their indent."""
        start = asked
        known = set(self.entries)
        for place in range(asked - 1, -1, -1):
            if place in known:
                start = place
            elif self.units[place].indent == self.indent and not self._is_section(place):
                break
        return start

    def _is_regular(self) -> bool:
        """Whether nearly all that stands here is short, has its like below it, and is no section of further entries."""
        entries = self.entries
        if len(entries) < _FEWEST_ENTRIES or len(entries) < 0.8 * len(self.opens):
            return False
        alike = sum(self._step(place) == self.step for place in entries)
        sections = sum(
            self.units[place + 1].last - self.units[place + 1].first < _SHORT
            and self.units[place + 2].indent > self.units[place + 1].indent
            for place in entries
            if place + 2 < len(self.units)
        )
        return alike >= 0.8 * len(entries) and sections <= 0.4 * len(entries)
