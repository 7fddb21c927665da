"""Numbered and coded entries: `1.`, `2.3`, `A1)`, `2b.`, `(4)`, `[5]`, with a table of contents that may repeat all.

Entries are told from numbered steps and numbered headings by asking, from a table of contents by being answered. Codes
of several parts make one family, however deep they go; one right above the next is the heading of a section:

    1.1  What is it?  1.2  Is it hot?  2.1 …     contents, up to the first that comes again
    1.1  What is it?   It is a lamp.             entry
    1.2  The heat                                heading, for nothing stands below it
    1.2.1  Is it hot?  Very.                     entry
"""

import re
from collections import Counter
from itertools import pairwise, zip_longest
from math import log2
from typing import Final, NamedTuple

from reader.formats.evidence.asking import ASKS, asking
from reader.formats.evidence.persons import speaks_of_self, speaks_to
from reader.formats.evidence.reading import Move, Reading
from reader.formats.evidence.sections import is_rule, section_lines
from reader.formats.expression import Expression
from reader.formats.page import Page
from reader.formats.strokes import has_words

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
_FEWEST: Final = 3
_DIGITS: Final = re.compile(r"\d+")
_CENTRED: Final = 12
"""Blanks before a line that stands in the middle."""
_WRAPPED: Final = 0.8
"""How many of the entries that ask must be wholly emphasised, or stand in alike, for the others to be told by it."""
_GAP: Final = 2
"""Lines from one entry of a table of contents to the next, a blank one between."""
_CLOSE: Final = 0.9
_FULL: Final = Expression(r"[?？؟][\"'”’)]*\s+(?=[\w“\"«(])")


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
    glance = page.glance
    for index in sorted({*glance.beginning(_OPENING), *glance.beginning(_DIGIT, 1), *glance.beginning(_DIGIT, 2)}):
        line = bare[index]
        match = _ENTRY.match(line) if _CODE.match(line) else None
        if match is None or index in page.furniture or index in page.verbatim:
            continue
        if not (match["word"] or match["letters"] or match["close"] or "." in match["numbers"] or match["open"]):
            continue
        numbers = match["numbers"]
        digits = [int(part) for part in _DIGITS.findall(numbers)]
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
    found = _entries(page)
    entries = _below_contents(page, found) if len(found) >= _FEWEST else []
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
    styles = Counter(entry.style for entry in entries if entry.asks >= ASKS)
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
    asking_ones = sum(entry.asks >= ASKS for entry in entries)
    if asking_ones < _FEWEST and not (asking_ones and _is_conversation(page, entries)):
        return None
    chosen = _on_one_line(page, _in_sequence(page, _without_contents(page, entries)))
    if len(chosen) < _FEWEST:
        return None
    asked = sum(entry.asks >= ASKS for entry in chosen) / len(chosen)
    sections = section_lines(page, by_looks=False) - {entry.line for entry in chosen}
    sections |= _next_sections(page, chosen)
    moves: list[Move] = []
    answered = 0
    headings: set[int] = set()
    for entry, following in zip_longest(chosen, chosen[1:]):
        answer = _answer(page, entry, len(page.bare) if following is None else following.line, sections)
        if answer is None and following is not None and entry.asks < ASKS and _is_above(entry, following):
            headings.add(entry.line)
            continue
        moves.append(Move(entry.line, "asks", entry.column))
        if answer is not None:
            moves.append(answer)
            answered += 1
    if answered < _FEWEST:
        return None
    sections |= headings
    rate = answered / (len(chosen) - len(headings))
    weight = 5.0 * (asked - 0.5) + 0.5 * log2(answered) + 6.0 * (rate - 0.7)
    return Reading(moves, sections, weight, f"{answered} numbered questions with answers", is_nested=True)


def _is_conversation(page: Page, entries: list[Entry]) -> bool:
    """Whether entries that seldom ask speak to somebody, who goes on below each of them and says "I"."""
    bare = page.bare
    return all(
        speaks_to(" ".join(bare[entry.line : entry.last + 1]))
        and speaks_of_self(" ".join(bare[entry.last + 1 : entry.last + _GAP + 1]))
        for entry in entries
    )


def _next_sections(page: Page, chosen: list[Entry]) -> set[int]:
    """Headings of one number that stand out, or are underlined, and count on from entries of several: `3. HEAT`."""
    found: set[int] = set()
    if any(len(_DIGITS.findall(entry.code)) < 2 for entry in chosen):
        return found
    bare = page.bare
    for entry, following in zip_longest(chosen, chosen[1:]):
        opens = f"{int(_DIGITS.findall(entry.code)[0]) + 1}."
        for index in range(entry.last + 1, len(bare) if following is None else following.line):
            line = bare[index]
            if line.startswith(opens) and line[len(opens) : len(opens) + 1] == " " and not bare[index - 1]:
                is_centred = page.lines.texts[index][:_CENTRED].isspace()
                below = "".join(bare[index + 1 : index + 2])
                if ((line.isupper() or is_centred) and not below) or (below and is_rule(below)):
                    found.add(index)
    return found


def _is_above(entry: Entry, following: Entry) -> bool:
    """Whether a code is that of a section to which the next belongs: `2.3` of `2.3.1`, `2.0` of `2.1`."""
    return len(following.number) > len(entry.number) or entry.code.endswith(".0")


def _on_one_line(page: Page, entries: list[Entry]) -> list[Entry]:
    """The entries, those without a mark ending with their line where nearly all with one do, right above an answer."""
    marked = [entry for entry in entries if entry.asks == 1.0]
    close = sum(
        entry.last == entry.line and bool("".join(page.bare[entry.line + 1 : entry.line + 2])) for entry in marked
    )
    if not marked or close < 0.8 * len(marked):
        return entries
    return [entry if entry.asks == 1.0 else entry._replace(last=entry.line) for entry in entries]


def _answer(page: Page, entry: Entry, stop: int, sections: frozenset[int]) -> Move | None:
    for index in range(entry.last + 1, stop):
        if index in sections:
            break
        if page.bare[index] and index not in page.furniture and has_words(page.bare[index]):
            return Move(index, "answers")
    if entry.asks == 1.0:
        return None
    for index in range(entry.line, entry.last + 1):
        line = page.bare[index]
        inside = _FULL.search(line, entry.column if index == entry.line else 0)
        if inside and len(line) - inside.end() > 1:
            return Move(index, "answers", inside.end(), at=inside.end())
    return None


def _below_contents(page: Page, entries: list[Entry]) -> list[Entry]:
    """The entries from the first that comes again, where those above it follow close upon one another."""
    seen: set[tuple[str, str]] = set()
    for place, entry in enumerate(entries):
        known = (entry.code, _worded(page, entry))
        if known in seen:
            close = sum(after.line - before.last <= _GAP for before, after in pairwise(entries[:place]))
            return entries[place:] if place >= _FEWEST and close >= _CLOSE * (place - 1) else entries
        seen.add(known)
    return entries


def _without_contents(page: Page, entries: list[Entry]) -> list[Entry]:
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


def _in_sequence(page: Page, entries: list[Entry]) -> list[Entry]:
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
