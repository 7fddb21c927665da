"""A text cut into lines, with what is known of each before anyone asks who speaks.

`laid_out` knows what the marks say: which lines are headings, which are wholly emphasised, what is left of a line
without its markup, which lines are code. What furniture there is, and which line is the title, is added by
`furniture` and `headline`. Lines are counted from 0 here; only `Line.number` counts from 1.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress, count
from operator import attrgetter
from typing import Final, NamedTuple

from reader.formats.markup import MARKS, Dialect, inlines, offset_of, reference, unmarked, without_marks
from reader.model.article import FurnitureKind, Inline
from reader.model.text import Line, lines

BOLD_LEVEL: Final = 7
"""The level of a line that is a heading only by being bold and alone."""

_FRAME: Final = 40
"""Characters of markup that may stand behind what is emphasised on a line."""

_WRAPPED: Final = 50
"""Characters of the shortest line of a heading that goes on with another."""
_OFF: Final = 3
"""Characters by which an underline may be longer or shorter than such a line."""

_BLOCK_START: Final = re.compile(r"\s{0,3}(?:[-*+•]\s|>|#{1,6}\s|\||\d{1,9}[.)]\s)")
_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})([^`]*)$")
_ATX: Final = re.compile(r" {0,3}(#{1,6})[ \t]+(?=\S)")
_HEADING_MARKS: Final = re.compile(r"(?:#{1,6}|=head[1-6])[ \t]+")
_WIKI: Final = re.compile(r"(={2,6}) ?([^=\s](?:[^=]*[^=\s])?) ?\1$")
_POD: Final = re.compile(r"=head([1-6])[ \t]+(\S.*)$")
_UNDERLINE: Final = re.compile(r" {0,3}(=+|-+|~{3,})[ \t]*$")
_HTML_HEADING: Final = re.compile(r"\s*<[hH]([1-6])\b")
_DEFINITION: Final = re.compile(r" {0,3}\[([^\[\]]+)\]:[ \t]*(?:<([^<>]*)>|(\S+))")
_LIST_ITEM: Final = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s")


_TEXT: Final = attrgetter("text")
_START: Final = attrgetter("start")


class Run(NamedTuple):
    """Lines between blank ones, `first` to `last`, both included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a text; every tuple has one entry a line."""

    text: str
    lines: tuple[Line, ...]
    bare: tuple[str, ...]
    """Without markup and without blanks around it: what evidence is drawn from."""
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
    definitions: frozenset[int] = frozenset()
    """Lines that only define where a link's label leads."""
    inline_starts: tuple[int, ...] = ()
    """Where each of `inlines` starts."""
    filled: tuple[int, ...] = ()
    """The lines that aren't blank, in order."""
    runs: tuple[Run, ...] = ()
    """What stands between blank lines, in order."""

    def marks(self, index: int) -> tuple[Inline, ...]:
        """The inlines that begin in a line."""
        if not self.inlines:
            return ()
        line = self.lines[index]
        first = bisect_left(self.inline_starts, line.start)
        return self.inlines[first : bisect_left(self.inline_starts, line.end, lo=first)]

    def offset(self, index: int, column: int) -> int:
        """Where the character at `column` of a bare line stands in the text; behind the last one, where it ends."""
        line = self.lines[index]
        bare = self.bare[index]
        if column >= len(bare) and not bare:
            return line.start
        marks = self.marks(index)
        if not marks:
            return line.start + len(line.text) - len(line.text.lstrip()) + min(column, len(bare))
        if column < len(bare):
            return offset_of(column, line.text, line.start, marks)
        last = offset_of(len(bare) - 1, line.text, line.start, marks)
        return next(
            (mark.span.end for mark in marks if mark.style == "character" and mark.span.start == last), last + 1
        )


def laid_out(text: str, *, is_markdown: bool) -> Page:
    """A page of which neither furniture nor title is known yet."""
    rows = tuple(lines(text))
    flagged = _flagged(text, rows)
    has_fences = "```" in text or "~~~" in text
    may_be_code = has_fences or (is_markdown and ("    " in text or "\t" in text))
    verbatim = _verbatim(rows, is_markdown=is_markdown) if may_be_code else set[int]()
    definitions = {
        index: found
        for index in flagged
        if index not in verbatim and "]:" in rows[index].text and (found := _DEFINITION.match(rows[index].text))
    }
    references = {reference(found[1]): found[2] or found[3] for found in reversed(definitions.values())}
    stripped = [*map(str.strip, map(_TEXT, rows))]
    draft = _Draft(rows, stripped.copy())
    draft.find_headings(verbatim, is_markdown=is_markdown)
    dialect: Dialect = "markdown" if is_markdown else "plain"
    for first, last in draft.runs(flagged, verbatim | definitions.keys()):
        draft.read_without(first, last, inlines(text, rows[first].start, rows[last].end, dialect, references))
    return Page(
        text=text,
        lines=rows,
        bare=tuple(draft.bare),
        levels=tuple(draft.levels),
        emphasised=tuple(draft.emphasised),
        furniture={},
        title_line=None,
        verbatim=frozenset(verbatim),
        is_markdown=is_markdown,
        inlines=tuple(draft.inlines),
        inline_starts=tuple([inline.span.start for inline in draft.inlines]),
        definitions=frozenset(definitions),
        filled=tuple(compress(count(), stripped)),
        runs=tuple(_runs(stripped)),
    )


def _runs(stripped: Sequence[str]) -> Iterator[Run]:
    """The runs of lines of which something is left without the blanks around them."""
    first = -1
    for index, content in enumerate(stripped):
        if not content:
            if first >= 0:
                yield Run(first, index - 1)
                first = -1
        elif first < 0:
            first = index
    if first >= 0:
        yield Run(first, len(stripped) - 1)


def _flagged(text: str, rows: Sequence[Line]) -> list[int]:
    """The lines that hold a mark at all, in order: found by looking for each mark, not by reading each line."""
    found: set[int] = set()
    starts = [*map(_START, rows)]
    for mark in MARKS:
        # One character is looked for ten times as fast as several.
        at = text.find(mark) if mark[-1] in text else -1
        while at >= 0:
            index = bisect_right(starts, at) - 1
            found.add(index)
            at = text.find(mark, max(rows[index].end, at + 1))
    return sorted(found)


def _verbatim(rows: Sequence[Line], *, is_markdown: bool) -> set[int]:
    """The lines of fenced code and, in Markdown, of indented code that is not part of a list."""
    found: set[int] = set()
    opened: tuple[int, str] | None = None
    is_after_blank, is_in_list = True, False
    for index, line in enumerate(rows):
        content = line.text
        fence = _FENCE.match(content) if "```" in content or "~~~" in content else None
        if opened is not None:
            if fence and fence[1].startswith(opened[1]) and not fence[2].strip():
                found.update(range(opened[0], index + 1))
                opened = None
            continue
        if fence and (is_markdown or not _is_underline(rows, index)):
            opened = (index, fence[1])
            continue
        if not is_markdown:
            continue
        if not content or content.isspace():
            is_after_blank = True
            continue
        is_indented = content[0] == "\t" or content.startswith("    ")
        if is_indented and not is_in_list and (is_after_blank or index - 1 in found):
            found.add(index)
        elif not is_indented and is_after_blank:
            is_in_list = _LIST_ITEM.match(content) is not None or (is_in_list and content[0] == " ")
        elif not is_in_list and _LIST_ITEM.match(content):
            is_in_list = True
        is_after_blank = False
    if opened is not None and is_markdown:
        found.update(range(opened[0], len(rows)))
    return found


def _is_underline(rows: Sequence[Line], index: int) -> bool:
    """Whether tildes are drawn under a line alone, from end to end of it, rather than opening a fence."""
    content = rows[index].text.strip()
    above = rows[index - 1].text.strip() if index else ""
    is_alone = index < 2 or not rows[index - 2].text.strip()
    return is_alone and bool(above) and not content.strip("~") and abs(len(content) - len(above)) <= 2


@dataclass(slots=True)
class _Draft:
    """The columns of a page while they are filled."""

    rows: Sequence[Line]
    bare: list[str]
    levels: list[int] = field(init=False)
    emphasised: list[bool] = field(init=False)
    inlines: list[Inline] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.levels = [0] * len(self.rows)
        self.emphasised = [False] * len(self.rows)

    def find_headings(self, verbatim: set[int], *, is_markdown: bool) -> None:
        """Sets levels from `#`, `== … ==`, `=head1` and underlines, and takes their marks from the bare lines."""
        for index, content in enumerate(self.bare):
            if not content or content[0] not in "#=-~" or index in verbatim:
                continue
            is_apart = index == 0 or not self.bare[index - 1]
            if (is_markdown or is_apart) and (heading := _atx_heading(self.rows[index].text)):
                self.levels[index], self.bare[index] = heading
            elif is_apart and (wiki := _WIKI.match(content)):
                self.levels[index] = len(wiki[1])
                self.bare[index] = wiki[2]
            elif is_apart and (pod := _POD.match(content)):
                self.levels[index] = int(pod[1])
                self.bare[index] = pod[2]
            elif not is_apart and _UNDERLINE.match(content) and index - 1 not in verbatim:
                self._underline(index, content)

    def _underline(self, index: int, content: str) -> None:
        """Makes the line above an underline a heading, where that line is alone and about as long.

        Another heading's underline may stand above it, or a line from which a word was wrapped.
        """
        above = self.bare[index - 1]
        before = self.bare[index - 2] if index > 1 else ""
        is_alone = not before or (index > 2 and self.levels[index - 3] > 0 and _UNDERLINE.match(before) is not None)
        if not is_alone and index > 1 and self._is_wrapped_heading(index, content):
            self.levels[index - 2] = self.levels[index - 1] = 1 if content[0] == "=" else 2
            return
        is_as_long = len(content) >= 3 and abs(len(content) - len(above)) <= max(3, len(above) // 2)
        if is_alone and is_as_long and any(map(str.isalnum, above)) and not _BLOCK_START.match(above):
            self.levels[index - 1] = 1 if content[0] == "=" else 2

    def _is_wrapped_heading(self, index: int, content: str) -> bool:
        """Whether two lines alone stand above an underline as long as the first, in which the second had no room."""
        first, second = self.bare[index - 2 : index]
        return (
            (index == 2 or not self.bare[index - 3])
            and _WRAPPED <= len(first) <= len(content) + _OFF
            and len(content) <= len(first) + _OFF
            and len(second) < len(first)
            and len(first) + len(second.partition(" ")[0]) >= len(content)
            and any(map(str.isalnum, first))
            and not _BLOCK_START.match(first)
        )

    def runs(self, flagged: Sequence[int], apart: set[int]) -> Iterator[tuple[int, int]]:
        """First and last line of each run of prose in which marks may find their partners."""
        past = -1
        for index in flagged:
            if index <= past or index in apart:
                continue
            last = index
            if not self.levels[index]:
                while (
                    last + 1 < len(self.rows)
                    and self.bare[last + 1]
                    and not self.levels[last + 1]
                    and last + 1 not in apart
                    and not _BLOCK_START.match(self.rows[last + 1].text)
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
            line = self.rows[index]
            while following < len(marks) and marks[following].span.start < line.end:
                open_marks.append(marks[following])
                following += 1
            if not open_marks:
                continue
            bare = without_marks(line.text, line.start, open_marks).strip()
            if (html := _HTML_HEADING.match(line.text)) and bare:
                self.levels[index] = int(html[1])
            self.bare[index] = _without_heading_marks(bare) if self.levels[index] else bare
            if bare:
                self._read_emphasis(index, open_marks)
            open_marks = [mark for mark in open_marks if mark.span.end > line.end]

    def _read_emphasis(self, index: int, marks: Sequence[Inline]) -> None:
        """Sees whether a line is emphasised, or a heading by being bold, as a whole."""
        styled = [mark for mark in marks if mark.style in {"strong", "emphasis"}]
        line = self.rows[index]
        if not styled or line.end - max(mark.span.end for mark in styled) > _FRAME:
            return
        left, offsets = unmarked(line.text, line.start, marks)
        lead = len(left) - len(left.lstrip())
        visible = offsets[lead : len(left.rstrip())]
        self.emphasised[index] = _cover(styled, visible)
        if self.emphasised[index] and not self.levels[index]:
            strong = [mark for mark in styled if mark.style == "strong"]
            self.levels[index] = BOLD_LEVEL * _cover(strong, visible)


def _atx_heading(content: str) -> tuple[int, str] | None:
    """Level and words of a heading that begins with `#`; those behind it are closing ones."""
    marks = _ATX.match(content)
    said = content[marks.end() :].rstrip(" \t").rstrip("#").rstrip(" \t") if marks else ""
    return (len(marks[1]), said) if marks and said else None


def _without_heading_marks(bare: str) -> str:
    """The words of a heading; hashes behind it close it only if a blank stands before them."""
    marks = _HEADING_MARKS.match(bare)
    said = bare[marks.end() :] if marks else bare
    words = said.rstrip("#")
    return words.rstrip(" \t") if words != said and words[-1:] in {" ", "\t"} else said


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
