"""Lines that begin with a number or a code, and which of them can be entries of one list.

Of a table of contents only what it announces is kept; a list inside an answer begins counting anew:

    1.1  What is it?  1.2  Is it hot?  2.1 …     contents, up to the first that comes again
    1.1  What is it?   It is a lamp.             entry
         1. a wick  2. a glass                   begins anew, and does not ask
"""

import re
from collections import Counter
from itertools import pairwise
from typing import Final, NamedTuple

from reader.formats.evidence.asking import ASKS, asking
from reader.formats.evidence.sections import is_rule
from reader.formats.expression import Expression
from reader.formats.page import Page

_ENTRY: Final = Expression(
    r"(?P<word>(?:subject:\s*|question\s+|#)?)"
    r"(?P<open>[(\[]?)(?P<letters>[A-Z]{0,2})[.\-]?(?P<numbers>\d{1,3}(?:[.\-]\d{1,3}){0,3}[a-z]?)(?P<close>[.):\]]{1,2}[-–—]?|\s?[-–—]|)"
    r"(?:\s+(?=[^\s\d])|(?<=[.)\]])(?=[¿“«ぁ-ヿ一-鿿가-힣]|(?-i:[A-ZÀ-ÞА-Я][a-zß-ÿа-я ])))",
    re.IGNORECASE,
)
_CODE: Final = re.compile(r"[\d(\[#]|[^\W\d_].?\d|(?i:question\b|subject:)")
"""What a line begins with that may begin with a code: `1.`, `A1)`, `B.2`, `Question 3`, `Subject: 2.1`."""
_OPENING: Final = re.compile(r"[\d(\[#QqSs]")
_DIGIT: Final = re.compile(r"\d")
"""One of them stands in its first column, or a digit in the second or third."""
FEWEST: Final = 3
"""Entries below which there is no list."""
DIGITS: Final = re.compile(r"\d+")
"""The numbers of a code."""
_WRAPPED: Final = 0.8
"""How many of the entries that ask must be wholly emphasised, or stand in alike, for the others to be told by it."""
NEAR: Final = 2
"""Lines from one entry of a table of contents to the next, a blank one between."""
_CLOSE: Final = 0.9


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


def entries_of(page: Page) -> list[Entry]:
    """All of them, in order."""
    found = []
    bare = page.bare
    glance = page.glance
    for index in sorted({*glance.beginning(_OPENING), *glance.beginning(_DIGIT, 1), *glance.beginning(_DIGIT, 2)}):
        line = bare[index]
        match = _ENTRY.match(line) if _CODE.match(line) else None
        if match is None or index in page.furniture or index in page.verbatim:
            continue
        if not (match["word"] or match["letters"] or match["close"] or "." in match["numbers"] or match["open"]):
            continue
        numbers = match["numbers"]
        digits = [int(part) for part in DIGITS.findall(numbers)]
        close = match["close"].strip()
        shape = (
            f"{match['open']}{'A' * bool(match['letters'])}{'.9' * min(len(digits), 2)}{close.rstrip('-–—') or close}"
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
        if _ENTRY.match(bare[last + 1]) or is_rule(bare[last + 1]):
            break
        if asking(bare[last]) == 1.0:
            return last, text
        last += 1
        text += " " + bare[last]
    if last - index >= 8:
        return index, bare[index][column:]
    return last, text


def below_contents(page: Page, entries: list[Entry]) -> list[Entry]:
    """The entries from the first that comes again, where those above it follow close upon one another."""
    seen: set[tuple[str, str]] = set()
    for place, entry in enumerate(entries):
        known = (entry.code, _worded(page, entry))
        if known in seen:
            close = sum(after.line - before.last <= NEAR for before, after in pairwise(entries[:place]))
            return entries[place:] if place >= FEWEST and close >= _CLOSE * (place - 1) else entries
        seen.add(known)
    return entries


def without_contents(page: Page, entries: list[Entry]) -> list[Entry]:
    """The entries without those that a table of contents announces: of one code, the last that is worded alike.

    One below which counting begins anew has a list for its answer.
    """
    latest: dict[tuple[str, str], int] = {}
    again: dict[str, int] = {}
    for place, entry in enumerate(entries):
        latest[entry.code, _worded(page, entry)] = place
        again[entry.code] = place
    return [
        entry
        for place, entry in enumerate(entries)
        if latest[entry.code, _worded(page, entry)] == place
        and (
            again[entry.code] == place
            or entries[place + 1].line > entry.last + 1
            or (entry.asks >= ASKS and entries[place + 1].number[-1] == 1 < entry.number[-1])
        )
    ]


def _worded(page: Page, entry: Entry) -> str:
    return "".join(filter(str.isalnum, page.bare[entry.line][entry.column :].casefold()))[:24]


def in_sequence(page: Page, entries: list[Entry]) -> list[Entry]:
    """The entries that count on from one another; a list inside an answer begins again and doesn't ask."""
    asking_ones = [entry for entry in entries if entry.asks >= ASKS]
    asking_again = Counter([entry.number for entry in asking_ones])
    indents = Counter([_indent(page, entry) for entry in asking_ones])
    is_wrapped = page.inlines and sum(_is_wrapped(page, e) for e in asking_ones) >= _WRAPPED * len(asking_ones)
    usual, share = indents.most_common(1)[0] if indents else (0, 0)
    stands_in = usual > 0 and share >= _WRAPPED * len(asking_ones)
    chosen: list[Entry] = []
    for entry in entries:
        if entry.asks < ASKS and not (is_wrapped and _is_wrapped(page, entry)):
            indent = _indent(page, entry)
            if indent not in indents or (asking_again[entry.number] and not (stands_in and indent == usual)):
                continue
            if chosen and not _counts_on(chosen[-1].number, entry.number):
                continue
        chosen.append(entry)
    return chosen


def _counts_on(before: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """Whether a code may follow another: a step or two further, one deeper, or the first of a later section."""
    if number <= before:
        return False
    at = next((place for place, pair in enumerate(zip(before, number, strict=False)) if pair[0] != pair[1]), None)
    if at is None:
        return len(number) == len(before) + 1 and number[-1] <= 1
    goes_on = number[at] - before[at] <= 2 and at == len(number) - 1
    begins = number[-1] <= 1 and len(number) > 1 and at < len(number) - 1
    return goes_on or begins


def _is_wrapped(page: Page, entry: Entry) -> bool:
    """Whether all that stands behind a number, on its line, is emphasised as one."""
    start, end = page.offset(entry.line, entry.column), page.offset(entry.line, len(page.bare[entry.line]) - 1)
    return any(
        mark.style in {"strong", "emphasis"} and mark.span.start <= start and mark.span.end > end
        for mark in page.marks(entry.line)
    )


def _indent(page: Page, entry: Entry) -> int:
    raw = page.lines.texts[entry.line]
    return (len(raw) - len(raw.lstrip())) // 3
