"""A text laid out as a page: what its marks say of each line.

Which lines are headings, which are wholly emphasised, what is left of a line without its markup, which lines are code.
Lines are counted from 0.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from reader.formats.glance import Glance
from reader.formats.heading_marks import BLOCK_START, MARK, find_headings, without_heading_marks
from reader.formats.markup import MARKS, PLAIN_MARKS, Dialect, inlines, reference
from reader.formats.page import BOLD_LEVEL, Page
from reader.formats.unmarked import unmarked, without_marks
from reader.formats.unread import unread
from reader.formats.verbatim import verbatim
from reader.model.article import Inline
from reader.model.text import Lines

_FRAME: Final = 40
"""Characters of markup that may stand behind what is emphasised on a line."""
_HTML_HEADING: Final = re.compile(r"\s*<[hH]([1-6])\b")
_DEFINITION: Final = re.compile(
    r""" {0,3}\[([^\[\]]+)\]:[ \t]*+(?:<([^<>]*)>|(?=\S*(?:[/#@]|\w\.\w|[^\W\d]:\w))(\S++))[ \t]*+(?:["'(].*)?$"""
)
"""Where a link leads, with a title at most behind it: an address, not what `[Audience]: "Why?"` says."""

_GOES_ON: Final = re.compile(r"\s{0,3}>[ \t]?(?![ \t>|#]|[-*+•]\s|\d{1,9}[.)]\s)\S")
"""A line of a quote that begins no block of its own."""


def laid_out(text: str, *, is_markdown: bool) -> Page:
    """A page of which neither furniture nor title is known yet."""
    lines = Lines(text)
    raw = lines.texts
    flagged = _flagged(text, lines, MARKS if is_markdown else PLAIN_MARKS)
    # One character is looked for ten times as fast as several.
    has_fences = ("`" in text and "```" in text) or ("~" in text and "~~~" in text)
    may_be_code = has_fences or (is_markdown and ("    " in text or "\t" in text))
    code = verbatim(raw, is_markdown=is_markdown) if may_be_code else set[int]()
    definitions = {
        index: found
        for index in flagged
        if index not in code and "]:" in raw[index] and (found := _DEFINITION.match(raw[index]))
    }
    references = {reference(found[1]): found[2] or found[3] for found in reversed(definitions.values())}
    stripped = [*map(str.strip, raw)]
    glance = Glance(stripped)
    silent = unread(text, lines, glance, code, is_markdown=is_markdown) | definitions.keys()
    draft = _Draft(lines, stripped.copy())
    find_headings(raw, draft.bare, draft.levels, glance.beginning(MARK), code, is_markdown=is_markdown)
    dialect: Dialect = "markdown" if is_markdown else "plain"
    for first, last in draft.runs(flagged, code | silent):
        past = lines.starts[last] + len(raw[last])
        draft.read_without(first, last, inlines(text, lines.starts[first], past, dialect, references))
    return Page(
        text=text,
        lines=lines,
        bare=tuple(draft.bare),
        glance=glance if draft.bare == stripped else Glance(draft.bare, glance),
        levels=tuple(draft.levels),
        emphasised=tuple(draft.emphasised),
        furniture={},
        title_line=None,
        verbatim=frozenset(code),
        is_markdown=is_markdown,
        inlines=tuple(draft.inlines),
        inline_starts=tuple([inline.span.start for inline in draft.inlines]),
        unread=frozenset(silent),
        filled=glance.filled,
        is_flush=tuple(stripped) == raw,
        runs=glance.runs,
    )


def _flagged(text: str, lines: Lines, marks: Sequence[str]) -> list[int]:
    """The lines that hold one of some marks, in order: found by looking for each mark, not by reading each line."""
    found: set[int] = set()
    raw, starts = lines.texts, lines.starts
    for mark in marks:
        at = text.find(mark) if mark[-1] in text else -1
        while at >= 0:
            index = bisect_right(starts, at) - 1
            found.add(index)
            at = text.find(mark, max(starts[index] + len(raw[index]), at + 1))
    return sorted(found)


@dataclass(slots=True)
class _Draft:
    """The columns of a page while they are filled."""

    lines: Lines
    bare: list[str]
    levels: list[int] = field(init=False)
    emphasised: list[bool] = field(init=False)
    inlines: list[Inline] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.levels = [0] * len(self.lines)
        self.emphasised = [False] * len(self.lines)

    def runs(self, flagged: Sequence[int], apart: set[int]) -> Iterator[tuple[int, int]]:
        """First and last line of each run of prose in which marks may find their partners."""
        past = -1
        for index in flagged:
            if index <= past or index in apart:
                continue
            last = index
            if not self.levels[index]:
                is_quoted = self.bare[index][:1] == ">"
                while (
                    last + 1 < len(self.lines)
                    and self.bare[last + 1]
                    and not self.levels[last + 1]
                    and last + 1 not in apart
                    and (
                        not BLOCK_START.match(self.lines.texts[last + 1])
                        or (is_quoted and _GOES_ON.match(self.lines.texts[last + 1]))
                    )
                ):
                    last += 1
            past = last
            yield index, last

    def read_without(self, first: int, last: int, marks: list[Inline]) -> None:
        """Takes a run's marks out of its bare lines, and sees which lines are emphasised as a whole."""
        self.inlines += marks
        open_marks: list[Inline] = []
        following = 0
        for index in range(first, last + 1):
            raw, start = self.lines.texts[index], self.lines.starts[index]
            end = start + len(raw)
            while following < len(marks) and marks[following].span.start < end:
                open_marks.append(marks[following])
                following += 1
            if not open_marks:
                continue
            bare = without_marks(raw, start, open_marks).strip()
            if bare and "<" in raw and (html := _HTML_HEADING.match(raw)):
                self.levels[index] = int(html[1])
            self.bare[index] = without_heading_marks(bare) if self.levels[index] else bare
            if bare:
                self._read_emphasis(index, open_marks)
            open_marks = [mark for mark in open_marks if mark.span.end > end]

    def _read_emphasis(self, index: int, marks: Sequence[Inline]) -> None:
        """Sees whether a line is emphasised, or a heading by being bold, as a whole."""
        styled = [mark for mark in marks if mark.style in {"strong", "emphasis"}]
        line = self.lines[index]
        if not styled or line.end - max(mark.span.end for mark in styled) > _FRAME:
            return
        left, offsets = unmarked(line.text, line.start, marks)
        lead = len(left) - len(left.lstrip())
        visible = offsets[lead : len(left.rstrip())]
        self.emphasised[index] = _cover(styled, visible)
        if self.emphasised[index] and not self.levels[index]:
            strong = [mark for mark in styled if mark.style == "strong"]
            self.levels[index] = BOLD_LEVEL * _cover(strong, visible)


def _cover(marks: Sequence[Inline], visible: Sequence[int]) -> bool:
    """Whether the marked runs leave none of the visible characters out."""
    reached = 0
    for mark in marks:
        if mark.span.start > visible[reached]:
            return False
        reached = max(reached, bisect_left(visible, mark.span.end))
        if reached >= len(visible):
            return True
    return False
