"""A text cut into lines, with what is known of each before anyone asks who speaks.

`laying_out` knows what the marks say; what furniture there is, and which line is the title, is added by `furniture` and
`headline`. Lines are counted from 0 here; only `Line.number` counts from 1.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from reader.formats.glance import Glance, Run
from reader.formats.unmarked import offset_of
from reader.model.article import FurnitureKind, Inline
from reader.model.text import Lines

BOLD_LEVEL: Final = 7
"""The level of a line that is a heading only by being bold and alone."""


@dataclass(slots=True)
class Page:
    """The lines of a text; every tuple has one entry a line.

    Not frozen, for its furniture and title are filled in once they are known: to make a second page of so many columns,
    or a frozen one, takes longer than to look at a short text's lines.
    """

    text: str
    lines: Lines
    bare: tuple[str, ...]
    """Without markup and without blanks around it: what evidence is drawn from."""
    glance: Glance
    """What shows of `bare` at a glance."""
    levels: tuple[int, ...]
    """1 to 6 where markup makes the line a heading, `BOLD_LEVEL` where it is bold and alone on its line, else 0."""
    emphasised: tuple[bool, ...]
    """Whether all that can be read of the line is strong or emphasised."""
    furniture: Mapping[int, FurnitureKind]
    """As far as it can be known before the exchanges are."""
    title_line: int | None
    verbatim: frozenset[int]
    """Lines of code, their fences included: nobody speaks there."""
    is_markdown: bool
    inlines: tuple[Inline, ...] = ()
    """Of the whole text, in order of their starts."""
    unread: frozenset[int] = frozenset()
    """Lines that only a program reads: they define where a link's label leads, or are comments and directives."""
    inline_starts: tuple[int, ...] = ()
    """Where each of `inlines` starts."""
    filled: tuple[int, ...] = ()
    """The lines that aren't blank, in order."""
    runs: tuple[Run, ...] = ()
    """What stands between blank lines, in order."""
    is_flush: bool = False
    """Whether no line begins or ends with blanks."""

    def marks(self, index: int) -> tuple[Inline, ...]:
        """The inlines that begin in a line."""
        if not self.inlines:
            return ()
        start = self.lines.starts[index]
        first = bisect_left(self.inline_starts, start)
        return self.inlines[first : bisect_left(self.inline_starts, start + len(self.lines.texts[index]), lo=first)]

    def offset(self, index: int, column: int) -> int:
        """Where the character at `column` of a bare line stands in the text; behind the last one, where it ends."""
        raw, start = self.lines.texts[index], self.lines.starts[index]
        bare = self.bare[index]
        if column >= len(bare) and not bare:
            return start
        marks = self.marks(index)
        if not marks:
            return start + len(raw) - len(raw.lstrip()) + min(column, len(bare))
        if column < len(bare):
            return offset_of(column, raw, start, marks)
        last = offset_of(len(bare) - 1, raw, start, marks)
        return next(
            (mark.span.end for mark in marks if mark.style == "character" and mark.span.start == last), last + 1
        )
