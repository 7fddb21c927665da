"""Numbered and coded entries: `1.`, `2.3`, `A1)`, `2b.`, `(4)`, `[5]`, with a table of contents that may repeat all.

Entries are told from numbered steps and numbered headings by asking, from a table of contents by being answered.
"""

import re
from collections import Counter
from math import log2
from typing import Final, NamedTuple

from reader.formats.evidence.asking import asking
from reader.formats.evidence.glance import Glance
from reader.formats.evidence.paragraphs import has_words
from reader.formats.evidence.reading import Move, Reading
from reader.formats.evidence.sections import section_lines
from reader.formats.page import Page

_ENTRY: Final = re.compile(
    r"(?P<word>(?:subject:\s*|question\s+|#)?)"
    r"(?P<open>[(\[]?)(?P<letters>[A-Z]{0,2})[.\-]?(?P<numbers>\d{1,3}(?:[.\-]\d{1,3}){0,3}[a-z]?)(?P<close>[.):\]]{0,2}|\s?[-–—])\s+(?=[^\s\d])",
    re.IGNORECASE,
)
_CODE: Final = re.compile(r"\n(?:[\d(\[#]|[^\W\d_].?\d|(?i:question\b|subject:))")
"""What a line begins with that may begin with a code: `1.`, `A1)`, `B.2`, `Question 3`, `Subject: 2.1`."""
_CODE_LENGTH: Final = 9
_FEWEST: Final = 3
_ASKS: Final = 0.7
_FULL: Final = re.compile(r"[?？؟][\"'”’)]*\s+(?=[\w“\"«(])")


class Entry(NamedTuple):
    """A line that begins with a number."""

    line: int
    column: int
    code: str
    shape: str
    number: tuple[int, ...]
    last: int
    """The last line of its question."""
    asks: float
    style: str
    """The word before the number, and `a` where a letter stands behind it."""


def _entries(page: Page) -> list[Entry]:
    found = []
    bare = page.bare
    for index in Glance(bare, _CODE_LENGTH).beginning(_CODE):
        line = bare[index]
        match = _ENTRY.match(line)
        if match is None or index in page.furniture or index in page.verbatim:
            continue
        if not (match["letters"] or match["close"] or "." in match["numbers"] or match["open"]):
            continue
        numbers = match["numbers"]
        digits = [int(part) for part in re.findall(r"\d+", numbers)]
        shape = (
            f"{match['open']}{'A' * bool(match['letters'])}{'.9' * len(digits)}{match['close'].strip()}"
            f"{bool(page.levels[index])}"
        )
        last, text = _extent(page, index, match.end())
        found.append(
            Entry(index, match.end(), f"{match['letters']}{numbers}".casefold(), shape,
                  (*map(ord, match["letters"].upper()), *digits), last, asking(text),
                  f"{match['word'].strip().casefold()}{'a' * numbers[-1].isalpha()}")
        )  # fmt: skip
    return found


def _extent(page: Page, index: int, column: int) -> tuple[int, str]:
    """Where the question of an entry ends: at a blank line, or at the line whose end asks, if more text follows."""
    bare = page.bare
    text = bare[index][column:]
    last = index
    while last - index < 8 and last + 1 < len(bare) and bare[last + 1] and not page.levels[last]:
        if _ENTRY.match(bare[last + 1]):
            break
        if asking(bare[last]) == 1.0:
            return last, text
        last += 1
        text += " " + bare[last]
    if last - index >= 8:
        return index, bare[index][column:]
    return last, text


def numbers(page: Page) -> Reading | None:
    """The best family of numbered entries, taken as questions."""
    entries = _entries(page)
    if len(entries) < _FEWEST:
        return None
    best: Reading | None = None
    shapes: dict[str, list[Entry]] = {}
    for entry in entries:
        shapes.setdefault(entry.shape, []).append(entry)
    for alike in shapes.values():
        if len(alike) < _FEWEST:
            continue
        read = _styled(page, alike)
        if read and (best is None or read.weight > best.weight):
            best = read
    return best


def _styled(page: Page, entries: list[Entry]) -> Reading | None:
    """Entries of one shape, or of those only the ones of one style, where most that ask are or all are no list."""
    styles = Counter(entry.style for entry in entries if entry.asks >= _ASKS)
    if not styles:
        return None
    style, count = styles.most_common(1)[0]
    if style and 2 * count > styles.total():
        return _family(page, [_lettered(entry) for entry in entries if entry.style == style])
    read = _family(page, entries)
    if len(styles) > 1 and (read is None or read.weight <= 0):
        parts = (_family(page, [entry for entry in entries if entry.style == style]) for style in styles if style)
        return max((part for part in (read, *parts) if part), key=lambda part: part.weight, default=None)
    return read


def _lettered(entry: Entry) -> Entry:
    """An entry among its like, in which the letter behind the number counts on."""
    if not entry.code[-1].isalpha():
        return entry
    return entry._replace(number=(*entry.number, ord(entry.code[-1]) - ord("a") + 1))


def _family(page: Page, entries: list[Entry]) -> Reading | None:
    if sum(entry.asks >= _ASKS for entry in entries) < _FEWEST:
        return None
    chosen = _on_one_line(page, _in_sequence(page, _without_contents(page, entries)))
    if len(chosen) < _FEWEST:
        return None
    asked = sum(entry.asks >= _ASKS for entry in chosen) / len(chosen)
    sections = section_lines(page, by_looks=False) - {entry.line for entry in chosen}
    moves: list[Move] = []
    answered = 0
    stops = [*(entry.line for entry in chosen[1:]), len(page.bare)]
    for entry, stop in zip(chosen, stops, strict=True):
        moves.append(Move(entry.line, "asks", entry.column))
        answer = _answer(page, entry, stop, sections)
        if answer is not None:
            moves.append(answer)
            answered += 1
    if answered < _FEWEST:
        return None
    weight = 5.0 * (asked - 0.5) + 0.5 * log2(answered) + 6.0 * (answered / len(chosen) - 0.7)
    return Reading(moves, sections, weight, f"{answered} numbered questions with answers", is_nested=True)


def _on_one_line(page: Page, entries: list[Entry]) -> list[Entry]:
    """The entries, those without a mark ending with their line where nearly all that ask do, right above an answer."""
    asking_ones = [entry for entry in entries if entry.asks >= _ASKS]
    close = sum(
        entry.last == entry.line and bool("".join(page.bare[entry.line + 1 : entry.line + 2])) for entry in asking_ones
    )
    if close < 0.8 * len(asking_ones):
        return entries
    return [entry if entry.asks >= _ASKS else entry._replace(last=entry.line) for entry in entries]


def _answer(page: Page, entry: Entry, stop: int, sections: frozenset[int]) -> Move | None:
    for index in range(entry.last + 1, stop):
        if index in sections:
            break
        if page.bare[index] and index not in page.furniture and has_words(page.bare[index]):
            return Move(index, "answers")
    for index in range(entry.line, entry.last + 1):
        line = page.bare[index]
        inside = _FULL.search(line, entry.column if index == entry.line else 0)
        if inside and len(line) - inside.end() > 1:
            return Move(index, "answers", inside.end(), at=inside.end())
    return None


def _without_contents(page: Page, entries: list[Entry]) -> list[Entry]:
    """The entries without those that a table of contents announces: of one code, the last that is worded alike."""
    latest: dict[tuple[str, str], int] = {}
    again: dict[str, int] = {}
    for place, entry in enumerate(entries):
        latest[entry.code, _worded(page, entry)] = place
        again[entry.code] = place
    return [
        entry
        for place, entry in enumerate(entries)
        if latest[entry.code, _worded(page, entry)] == place
        and (again[entry.code] == place or entries[place + 1].line > entry.last + 1)
    ]


def _worded(page: Page, entry: Entry) -> str:
    return "".join(filter(str.isalnum, page.bare[entry.line][entry.column :].casefold()))[:24]


def _in_sequence(page: Page, entries: list[Entry]) -> list[Entry]:
    """The entries that count on from one another; a list inside an answer begins again and doesn't ask."""
    asking_again = Counter(entry.number for entry in entries if entry.asks >= _ASKS)
    indents = Counter(_indent(page, entry) for entry in entries if entry.asks >= _ASKS)
    chosen: list[Entry] = []
    for entry in entries:
        asks = entry.asks >= _ASKS
        if not asks and (asking_again[entry.number] or _indent(page, entry) not in indents):
            continue
        if chosen and not asks:
            before = chosen[-1].number
            follows = len(before) == len(entry.number) and (
                before[:-1] == entry.number[:-1] and 0 < entry.number[-1] - before[-1] <= 2
            )
            begins = entry.number[-1] == 1 and len(before) == len(entry.number) > 1 and entry.number > before
            if not (follows or begins):
                continue
        chosen.append(entry)
    return chosen


def _indent(page: Page, entry: Entry) -> int:
    raw = page.lines[entry.line].text
    return (len(raw) - len(raw.lstrip())) // 3
