"""What lines are that nobody has claimed: paragraphs, headings, lists, quotes, tables, drawings and asides.

Asked of the layout alone, run by run. Lines are counted from 0.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from reader.formats import layout
from reader.formats.evidence.sections import is_direction, is_end
from reader.formats.headline import Head
from reader.formats.margins import Margins
from reader.formats.page import Page
from reader.formats.strokes import is_image
from reader.model.article import Aside, Block, Code, Heading, Inline, Listing, Paragraph, Quote, Table
from reader.model.text import Lines, Span

PLAIN_HEADING_LEVEL: Final = 3
DEEPEST: Final = 8
"""How deep lists are nested at most."""
ITEM: Final = re.compile(r"([ \t]*)([-*+•‣◦▪–]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])[ \t]+(?=\S)")
"""The indent and the marker of an item of a list."""

_QUOTED: Final = re.compile(r" {0,3}>")
_QUOTE_MARKS: Final = re.compile(r"[ \t]{0,3}((?:>[ \t]?)+)")
_HEADING_LENGTH: Final = 70
_LONG: Final = 90
"""Characters above which a line is a paragraph or a part of one."""
_WHITE: Final = frozenset(" \t\r\f\v\xa0")


class Prose:
    """The blocks of a page's unclaimed lines; the marks of quotes are hidden by inlines of their own."""

    def __init__(self, page: Page, head: Head, margins: Margins) -> None:
        self.page = page
        self.head = head
        self.margins = margins
        self.hidden: list[Inline] = []
        self.span = margins.span

    def single(self, index: int) -> Block:
        """The block of a line that stands alone."""
        content, bare = self.margins.texts[index], self.page.bare[index]
        span = self.span(index, index)
        if len(bare) > _LONG and content[:2].isalpha():
            return Paragraph(span)
        if is_image(content) or (bare and (is_end(bare) or is_direction(bare))):
            return Aside(span)
        if _QUOTED.match(content):
            return self._quote(index, index)
        if found := ITEM.match(content):
            return self._listing(found, index, index)
        if self._is_heading(index, bare):
            return Heading(span, PLAIN_HEADING_LEVEL)
        return Quote(span) if index in self.margins.deep else Paragraph(span)

    def blocks(self, first: int, last: int) -> Iterator[Block]:
        """The blocks of a run of several lines."""
        texts = self.margins.texts[first : last + 1]
        if texts[0][:2].isalpha():
            if self.margins.is_one_paragraph(first, last):
                yield Paragraph(self.span(first, last))
            else:
                yield from self._prose(first, last, texts)
        elif _QUOTED.match(texts[0]) and sum(_QUOTED.match(text) is not None for text in texts) * 2 >= len(texts):
            yield self._quote(first, last)
        elif ITEM.match(texts[0]) and self._is_list(texts):
            yield from self._items(first, last)
        else:
            yield from self._prose(first, last, texts)

    def _is_list(self, texts: Sequence[str]) -> bool:
        """Whether what begins like an item of a list is one, and not a dash in front of wrapped words."""
        return (
            texts[0].lstrip()[0] not in "–-("
            or not layout.wraps(texts[0], texts[1], self.margins.width or 70)
            or sum(ITEM.match(text) is not None for text in texts) > 1
            or texts[1][:1] in _WHITE
        )

    def _is_heading(self, index: int, bare: str) -> bool:
        """Whether a short line without an end stands between paragraphs like the heading of a section."""
        if not bare or len(bare) > _HEADING_LENGTH or len(bare.split()) > 10 or bare[-1] in ".,;:!…”\"')»":
            return False
        if not (bare[0].isupper() or bare[0].isdecimal()) or (index <= self.head.body and self.head.title is None):
            return False
        before = next((i for i in range(index - 1, max(-1, index - 4), -1) if not self.margins.is_blank(i)), None)
        after = next(
            (i for i in range(index + 1, min(len(self.margins.texts), index + 4)) if not self.margins.is_blank(i)), None
        )
        return before is not None and after is not None and self._is_long(before) and self._is_long(after)

    def _is_long(self, index: int) -> bool:
        """Whether a line is part of a paragraph of prose."""
        if len(self.page.bare[index]) > _LONG:
            return True
        beside = [
            i for i in (index - 1, index + 1) if 0 <= i < len(self.margins.texts) and not self.margins.is_blank(i)
        ]
        return bool(beside) and len(self.page.bare[index]) > 20

    def _items(self, first: int, last: int) -> Iterator[Block]:
        """The items of a list, each with the lines that go on with it."""
        starts = [index for index in range(first, last + 1) if ITEM.match(self.margins.texts[index])]
        for start, following in zip(starts, [*starts[1:], last + 1], strict=True):
            if found := ITEM.match(self.margins.texts[start]):
                yield self._listing(found, start, following - 1)

    def _listing(self, found: re.Match[str], first: int, last: int) -> Listing:
        start = self.margins.starts[first]
        marker = Span(start + found.start(2), start + found.end(2))
        depth = max(0, len(found[1].expandtabs(4)) - self.margins.indent) // 2
        return Listing(self.span(first, last), marker, min(depth, DEEPEST))

    def _prose(self, first: int, last: int, texts: Sequence[str]) -> Iterator[Block]:
        """Paragraphs, told from verse and drawings by what their line breaks mean."""
        match layout.of_run(texts, self.margins.width, has_gaps=self.margins.has_gaps):
            case "table":
                yield Table(self.span(first, last, with_indent=True))
            case "drawn":
                yield Code(self.span(first, last, with_indent=True))
            case "separate":
                for index in range(first, last + 1):
                    yield self.single(index)
            case "kept":
                yield Paragraph(self.span(first, last, with_indent=True), keeps_lines=True)
            case "wrapped":
                start = 0
                for stop in layout.paragraphs(texts, is_flush=self.page.is_flush):
                    span = self.span(first + start, first + stop - 1)
                    is_deep = first + start in self.margins.deep and first + stop - 1 in self.margins.deep
                    yield Quote(span) if is_deep else Paragraph(span)
                    start = stop

    def _quote(self, first: int, last: int) -> Quote:
        self.hidden += quote_marks(self.page.lines, first, last)
        return Quote(self.span(first, last))


def quote_marks(lines: Lines, first: int, last: int) -> Iterator[Inline]:
    """Hides the marks of quotes before lines `first` to `last`."""
    for index in range(first, last + 1):
        if ">" in lines.texts[index] and (marks := _QUOTE_MARKS.match(lines.texts[index])):
            start = lines.starts[index]
            yield Inline(Span(start + marks.start(1), start + marks.end()), "hidden")


def unquoted(content: str) -> str:
    """A line without the marks of quotes before it."""
    marks = _QUOTE_MARKS.match(content) if ">" in content else None
    return content[marks.end() :] if marks else content
