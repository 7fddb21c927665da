"""Numbered and coded entries: `1.`, `2.3`, `A1)`, `2b.`, `(4)`, `[5]`, with a table of contents that may repeat all.

Entries are told from numbered steps and numbered headings by asking, from a table of contents by being answered. Codes
of several parts make one family, however deep they go; one right above the next is the heading of a section:

    1.1  What is it?  1.2  Is it hot?  2.1 …     contents, up to the first that comes again
    1.1  What is it?   It is a lamp.             entry
    1.2  The heat                                heading, for nothing stands below it
    1.2.1  Is it hot?  Very.                     entry
"""

from collections import Counter
from itertools import pairwise, zip_longest
from math import log2
from typing import Final

from reader.formats.evidence.asking import ASKS
from reader.formats.evidence.entries import (
    DIGITS,
    FEWEST,
    NEAR,
    Entry,
    below_contents,
    entries_of,
    in_sequence,
    without_contents,
)
from reader.formats.evidence.persons import speaks_of_self, speaks_to
from reader.formats.evidence.reading import Move, Reading
from reader.formats.evidence.sections import is_rule, section_lines
from reader.formats.expression import Expression
from reader.formats.page import Page
from reader.formats.strokes import has_words

_CENTRED: Final = 12
"""Blanks before a line that stands in the middle."""
_FULL: Final = Expression(r"[?？؟][\"'”’)]*\s+(?=[\w“\"«(])")


def numbers(page: Page) -> Reading | None:
    """The best family of numbered entries, taken as questions."""
    found = entries_of(page)
    entries = below_contents(page, found) if len(found) >= FEWEST else []
    if len(entries) < FEWEST:
        return None
    best: Reading | None = None
    shapes: dict[str, list[Entry]] = {}
    for entry in entries:
        shapes.setdefault(entry.shape, []).append(entry)
    for alike in shapes.values():
        if len(alike) < FEWEST:
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
    if asking_ones < FEWEST and not (asking_ones and _is_conversation(page, entries)):
        return None
    listed = without_contents(page, entries)
    chosen = _on_one_line(page, in_sequence(page, listed))
    if len(chosen) < FEWEST or _left_out(listed, chosen) > len(chosen):
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
    if answered < FEWEST:
        return None
    sections |= headings
    rate = answered / (len(chosen) - len(headings))
    weight = 5.0 * (asked - 0.5) + 0.5 * log2(answered) + 6.0 * (rate - 0.7)
    return Reading(moves, sections, weight, f"{answered} numbered questions with answers", is_nested=True)


def _left_out(listed: list[Entry], chosen: list[Entry]) -> int:
    """How many entries that are no questions count on from those above them: of a list that seldom asks."""
    asked = {entry.line for entry in chosen}
    return sum(entry.line not in asked and entry.number >= before.number for before, entry in pairwise(listed))


def _is_conversation(page: Page, entries: list[Entry]) -> bool:
    """Whether entries that seldom ask speak to somebody, who goes on below each of them and says "I"."""
    bare = page.bare
    return all(
        speaks_to(" ".join(bare[entry.line : entry.last + 1]))
        and speaks_of_self(" ".join(bare[entry.last + 1 : entry.last + NEAR + 1]))
        for entry in entries
    )


def _next_sections(page: Page, chosen: list[Entry]) -> set[int]:
    """Headings of one number that stand out, or are underlined, and count on from entries of several: `3. HEAT`."""
    found: set[int] = set()
    if any(len(DIGITS.findall(entry.code)) < 2 for entry in chosen):
        return found
    bare = page.bare
    for entry, following in zip_longest(chosen, chosen[1:]):
        opens = f"{int(DIGITS.findall(entry.code)[0]) + 1}."
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
