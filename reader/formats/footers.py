"""The map of a site below an article: short lines that are no sentences, and among them the words of sites.

    … and nobody has seen the spoon since.      the last sentence                        -
    MOST READ                                   a name                                   +
    Spoon found in attic                        another headline                         +
    The Clock is a paper of good standing.      a sentence of the site's, for once       -
    Contact us                                  what is written below every site         ++
    © 2020 The Clock                                                                     ++

Each line speaks for the map or against it; the map begins where, counted from the end of the text, most speaks for it.
Lines are counted from 0.
"""

import re
from collections.abc import Collection
from typing import Final

from reader.formats import site_words
from reader.formats.page import Page

_FARTHEST: Final = 400
"""Lines from the end above which no map of a site begins."""
_FEWEST_LINES: Final = 8
_FEWEST_WORDS: Final = 4
"""Lines with a site's words, no two alike, without which short lines are a list, verse or talk."""
_FEWEST_ALONE: Final = 2
"""How many of them are no part of a row; one will do where there are several rows."""
_FEWEST_ROWS: Final = 3
_GIVEN_UP: Final = 30
"""How much must speak against more of the map for it to be looked for no further."""
_BARS: Final = "|•·"
_PARTED: Final = re.compile(f"[{_BARS}]")
_LONGEST_NAME: Final = 130
_LONGEST_WORDS: Final = 32
_PROSE: Final = 60
"""Characters from which a line that ends as sentences do ends an article's body."""
_STOPS: Final = frozenset(".!。！")
_CLOSERS: Final = "\"'”’»)]"
_ITEMS: Final = "-•*–"
_STRIPPED: Final = " \t.:!»›>→«‹<|•·-–—*+()[]"
_RIGHTS_SIGNS: Final = ("ight", "©", "IGHT", "(c)", "(C)")
"""Without one of them nobody claims rights."""
_RIGHTS: Final = ("©", "all rights reserved", "(c) 19", "(c) 20", "copyright 19", "copyright 20", "copyright ©")


def footer(page: Page, body: int, found: Collection[int]) -> range:
    """The lines of the site's map at the end of a page whose body begins at `body`; none where there is no map."""
    bare, first = page.bare, max(body + 1, len(page.bare) - _FARTHEST)
    named = {
        index: word for index in page.glance.brief(_LONGEST_WORDS) if index >= first and (word := _word(bare[index]))
    }
    if not named:
        return range(0)
    rows = {first + at: word for at, said in enumerate(bare[first:]) if (word := _word_of_row(said))}
    if len(set(named.values())) < _FEWEST_ALONE and len(rows) < _FEWEST_ROWS:
        return range(0)
    named |= rows
    if len(set(named.values())) < _FEWEST_WORDS:
        return range(0)
    total = most = 0
    begin = end = len(bare)
    for index in range(end - 1, first - 1, -1):
        if not bare[index]:
            continue
        total += 2 if index in named or index in found else _weight(page, index)
        if total > most:
            most, begin = total, index
        elif total < most - _GIVEN_UP:
            break
    inside = [index for index in range(begin, end) if bare[index]]
    if len(inside) < _FEWEST_LINES or len({word for index, word in named.items() if index >= begin}) < _FEWEST_WORDS:
        return range(0)
    if not _ends_prose(page, begin):
        begin = next(index for index in inside if index in named or index in found)
    return range(begin, end)


def _word(bare: str) -> str:
    """The words of a site that a short line consists of."""
    whole = bare.strip(_STRIPPED).casefold().replace("’", "'")
    return whole if whole in site_words.MAP else ""


def _word_of_row(bare: str) -> str:
    """The first words of a site in a row; all claims of rights are one."""
    if len(bare) > _LONGEST_NAME:
        return ""
    if any(map(bare.__contains__, _RIGHTS_SIGNS)) and any(map(bare.casefold().__contains__, _RIGHTS)):
        return "©"
    if not any(map(bare.__contains__, _BARS)):
        return ""
    return next((word for part in _PARTED.split(bare) if (word := _word(part))), "")


def _weight(page: Page, index: int) -> int:
    """How far a line speaks for the map of a site, or against it."""
    said = page.bare[index]
    if index in page.verbatim:
        return -12
    if len(said) > _LONGEST_NAME:
        return -8 if len(said) <= 2 * _LONGEST_NAME else -12
    if _is_sentence(said):
        return -2 if len(said) <= _PROSE else -4
    return 0 if said[-1] in "?？" or said[0] in _ITEMS else 1


def _is_sentence(said: str) -> bool:
    """Whether a line of several words ends as sentences do that tell."""
    end = said.rstrip(_CLOSERS)[-2:]
    return end[-1:] in _STOPS and end != ".." and " " in said


def _ends_prose(page: Page, line: int) -> bool:
    """Whether the last line above is a sentence of the body."""
    above = next((index for index in range(line - 1, -1, -1) if page.bare[index]), None)
    return above is not None and len(page.bare[above]) >= _PROSE and _is_sentence(page.bare[above])
