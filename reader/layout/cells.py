"""The one place for display width. Widths and positions are in cells, offsets in code points of the text given.

Rich measures what Textual draws, so Rich's measure is the only one that can be right here: a second opinion, however
well founded, would tear the screen. What Rich counts as one, emoji sequences among them, is never cut apart; neither
are a base and its marks, nor the two letters of a flag (the clusters of UAX #29, as far as a terminal has them).

    cluster = flag | base extender*      extender = mark, joiner + character, variation selector, skin tone
"""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len

from reader.layout.characters import is_plain

_ZWJ = "\N{ZERO WIDTH JOINER}"
_EXTENDERS_WITH_WIDTH = frozenset("\u0e33\u0eb3\uff9e\uff9f")
"""Thai and Lao AM, halfwidth voicing marks: they take a cell and belong to the character before them."""


class Cluster(NamedTuple):
    """What is drawn as one character.

    A named tuple, not a dataclass: there is one for every character of every line that isn't plain.
    """

    start: int
    end: int
    width: int


def cell_width(text: str) -> int:
    """How many cells a text takes."""
    return len(text) if is_plain(text) else cell_len(text)


def clusters(text: str) -> Iterator[Cluster]:
    """The clusters of a text, in order; they cover it."""
    start, end = 0, len(text)
    while start < end:
        following = boundary_after(text, start)
        yield Cluster(start, following, cell_len(text[start:following]))
        start = following


def boundary_after(text: str, offset: int) -> int:
    """Where the cluster that begins at an offset ends."""
    at = offset + 1
    if is_flag_letter(text[offset]) and at < len(text) and is_flag_letter(text[at]):
        at += 1
    while at < len(text) and (text[at - 1] == _ZWJ or is_extender(text[at])):
        at += 1
    return at


def boundary_before(text: str, offset: int) -> int:
    """The nearest boundary of clusters at or before an offset."""
    if offset <= 0 or offset >= len(text):
        return min(max(offset, 0), len(text))
    at = offset
    while at > 0 and (is_extender(text[at]) or text[at - 1] == _ZWJ):
        at -= 1
    if is_flag_letter(text[at]):
        first = at
        while first > 0 and is_flag_letter(text[first - 1]):
            first -= 1
        if first > 0 and text[first - 1] == _ZWJ:
            first += 1
        at -= (at - first) % 2 if at >= first else 0
    return at


def is_boundary(text: str, offset: int) -> bool:
    """Whether a text may be cut at an offset without cutting a cluster."""
    return boundary_before(text, offset) == offset


def cells_before(text: str, offset: int) -> int:
    """The cell at which the character at an offset is drawn: that of its cluster."""
    return cell_width(text[: boundary_before(text, offset)])


def offset_at(text: str, cell: int) -> int:
    """The offset of the cluster drawn at a cell; the text's end where the cell lies behind it."""
    if is_plain(text):
        return min(max(cell, 0), len(text))
    at = 0
    for start, _, width in clusters(text):
        at += width
        if cell < at:
            return start
    return len(text)


def split_at(text: str, cell: int) -> tuple[str, str]:
    """A text in two, the first at most `cell` cells wide and as long as that allows."""
    if is_plain(text):
        cut = max(cell, 0)
    else:
        cut = at = 0
        for _, end, width in clusters(text):
            at += width
            if at > cell:
                break
            cut = end
    return text[:cut], text[cut:]


def fit(text: str, width: int, ellipsis: str = "…") -> str:
    """A text on at most `width` cells: whole where it fits, else cut, with an ellipsis where there is room for one."""
    if len(text) <= width and is_plain(text):
        return text
    # A displayable cluster has at most forty code points, so no more than that is looked at, however long the text.
    beginning = text[: max(width, 0) * 40 + 40]
    if len(beginning) == len(text) and cell_width(text) <= width:
        return text
    room = width - cell_width(ellipsis)
    return split_at(beginning, room)[0] + ellipsis if room >= 0 else ""


def is_extender(character: str) -> bool:
    """Whether a character belongs to the one before it, whatever that is."""
    return not character.isascii() and (
        character in _EXTENDERS_WITH_WIDTH or (cell_len(character) == 0 and unicodedata.category(character) != "Cc")
    )


def is_flag_letter(character: str) -> bool:
    """Whether it is a regional indicator: two of them make a flag."""
    return "\U0001f1e6" <= character <= "\U0001f1ff"
