"""Answers behind dashes or bullets, below questions that have none.

    What is it about?              ◀ asks, right above the first line behind a dash
    – Lamps, and who lights them.
    Three words about you          ◀ asks by its place: nearly all lines above a dash ask
    – Early, late, awake.

Lists in an article stand below all kinds of lines, most of which lead to them and do not ask.
"""

from collections.abc import Iterator
from math import log2
from typing import Final, NamedTuple

from reader.formats.evidence.announced import is_announced
from reader.formats.evidence.asking import ASKS, asking, has_mark
from reader.formats.evidence.paragraphs import Outline
from reader.formats.evidence.parts import FEWEST
from reader.formats.evidence.reading import Move, Reading
from reader.formats.evidence.stage import spoken_to_crowd, staged
from reader.formats.page import BOLD_LEVEL

_SIGNS: Final = ("-", "–", "—", "•", "*")
_ASCII_SIGNS: Final = tuple(filter(str.isascii, _SIGNS))
_RATE: Final = 0.7
"""How many of the lines above replies are to ask."""
_LONGEST: Final = 300
_ANNOUNCED: Final = 1.0


class _Reply(NamedTuple):
    """A first line behind a sign, and the lines above it that none stands before."""

    asked: int
    last: int
    line: int


def replies(outline: Outline) -> Reading | None:
    """The reading that takes what stands right above dashes for questions, and what is behind them for answers."""
    page = outline.page
    text = page.text
    signs = _ASCII_SIGNS if text.isascii() else _SIGNS
    if not has_mark(text) or all(text.count(f"\n{sign} ") < FEWEST for sign in signs):
        return None
    found = list(_replies(outline))
    heads = [" ".join(page.bare[reply.asked : reply.last + 1]) for reply in found]
    asks = sum(len(head) <= _LONGEST and asking(head) >= ASKS for head in heads)
    if asks < FEWEST or asks < _RATE * len(found):
        return None
    moves = [move for reply in found for move in (Move(reply.asked, "asks"), Move(reply.line, "answers"))]
    rate = asks / len(found)
    asked_back = sum(asking(page.bare[reply.line]) >= ASKS for reply in found) / len(found)
    weight = (
        4.0 * (rate - _RATE)
        - 3.0 * asked_back
        + 0.5 * log2(asks / FEWEST)
        + 4.0 * min(0.0, outline.share_below(found[0].asked) - 0.5)
        + _ANNOUNCED * is_announced(page, moves[0].line)
        - staged(page)
        - spoken_to_crowd(page)
    )
    return Reading(moves, frozenset(), weight, f"{asks} questions are answered behind a dash", is_marked=False)


def _replies(outline: Outline) -> Iterator[_Reply]:
    """Every reply with what stands above it, in order; further lines behind signs go on with it."""
    page = outline.page
    above: tuple[int, int] | None = None
    for begin, last in outline.paragraphs:
        is_titled = page.title_line is not None and begin <= page.title_line < last
        start = first = page.title_line + 1 if is_titled and page.title_line is not None else begin
        for line in range(first, last + 1):
            bare = page.bare[line]
            if not bare.startswith(_SIGNS) or bare[1:2] != " ":
                continue
            if line > start:
                above = (start if start == first else line - 1), line - 1
            if above is not None and not _is_heading(outline, above[0]):
                yield _Reply(above[0], above[1], line)
            above, start = None, line + 1
        if start == first:
            above = first, last


def _is_heading(outline: Outline, line: int) -> bool:
    page = outline.page
    return 0 < page.levels[line] < BOLD_LEVEL or line in page.verbatim or line == page.title_line
