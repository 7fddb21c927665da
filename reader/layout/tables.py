"""Tables of Markdown as aligned columns. Widths in cells, offsets as said.

    | name | born |            name      born
    |:-----|-----:|     ->     ──────────────
    | Ada  | 1815 |            Ada       1815

Where the columns don't all fit, the last one wraps under itself; where even that has no room, rows are set as prose.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from reader.layout.cells import cell_width
from reader.layout.rows import Piece, Style
from reader.layout.strand import Run, Strand
from reader.layout.weave import Weaver
from reader.model.text import Span

_GAP = "  "
_LEAST_LAST = 16
"""Cells that the last column needs to wrap under itself."""
_HANG = 2
_DELIMITERS = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_BAR = re.compile(r"(?<!\\)\|")


def is_table(text: str, lines: Sequence[Span]) -> bool:
    """Whether the second of some lines says that they are a table."""
    return (
        len(lines) > 1
        and "|" in lines[0].of(text)
        and _DELIMITERS.fullmatch(text, lines[1].start, lines[1].end) is not None
    )


def table(
    text: str,
    lines: Sequence[Span],
    room: int,
    runs: Callable[[Span, Style], Sequence[Run]],
    weaver: Callable[[], Weaver],
) -> list[Strand]:
    """A strand for each line of a table.

    Args:
        text: The article's.
        lines: Of the table; the second one has the delimiters.
        room: How wide it may be.
        runs: What a span of the text shows, in a style.
        weaver: Gives a new one.
    """
    rows = [_cells(text, line) for line in lines]
    shown = [
        [_shown(runs(cell, Style.TABLE), cell, weaver()) for cell in row] if number != 1 else []
        for number, row in enumerate(rows)
    ]
    widths = [max(map(cell_width, column)) for column in zip_longest(*shown, fillvalue="")]
    last = sum(widths[:-1]) + len(_GAP) * (len(widths) - 1)
    is_aligned = last + min(widths[-1], _LEAST_LAST) <= room
    is_right = [cell.of(text).endswith(":") and not cell.of(text).startswith(":") for cell in rows[1]]
    strands = []
    for number, (line, cells) in enumerate(zip(lines, rows, strict=True)):
        weaving = weaver()
        if number == 1:
            rule = "─" * min(room, last + widths[-1])
            weaving.replaced(Run(line.start, line.end, Style.RULE, shown=rule))
            strands.append(replace(weaving.strand(line), is_wide=True))
            continue
        style = Style.TABLE if number else Style.TABLE_HEAD
        for column, cell in enumerate(cells):
            blanks = widths[column] - cell_width(shown[number][column]) if is_aligned else 0
            before = blanks if column < len(is_right) and is_right[column] else 0
            weaving.replaced(Run(cell.start, cell.start, style, shown=" " * before))
            weaving.prose(runs(cell, style))
            if column + 1 < len(cells):
                gap = " " * (blanks - before) + _GAP
                weaving.replaced(Run(cell.end, cells[column + 1].start, style, shown=gap))
        opening = Piece("", line.start, cells[0].start, style)
        strand = weaving.strand(Span(cells[0].start, line.end))
        strands.append(replace(strand, hang=last if is_aligned else _HANG, lead=(opening,), is_wide=True))
    return strands


def _cells(text: str, line: Span) -> list[Span]:
    """The cells of a row, without the blanks and bars around them."""
    bars = [bar.start() for bar in _BAR.finditer(text, line.start, line.end)]
    edges = [line.start - 1, *bars, line.end]
    cells = [_trimmed(text, start + 1, end) for start, end in pairwise(edges)]
    if len(cells) > 1 and not len(cells[0]):
        del cells[0]
    if len(cells) > 1 and not len(cells[-1]):
        del cells[-1]
    return cells


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " \t":
        start += 1
    while end > start and text[end - 1] in " \t":
        end -= 1
    return Span(start, end)


def _shown(runs: Sequence[Run], cell: Span, weaver: Weaver) -> str:
    """What a cell shows."""
    weaver.prose(runs)
    return weaver.strand(cell).shown.text
