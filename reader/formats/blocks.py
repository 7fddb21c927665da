"""The parts of an article, in order: every character that isn't blank lies in exactly one of them.

What a line is has been found out before (furniture, title, turns); here lines become blocks, and what nobody has
claimed becomes paragraphs, headings, lists, quotes, tables and asides by its layout.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from reader.formats import layout
from reader.formats.evidence.sections import is_direction, is_end, section_lines
from reader.formats.exchanges import Dialogue, SpokenTurn
from reader.formats.headline import Head, has_words, is_image
from reader.formats.page import BOLD_LEVEL, Page
from reader.model.article import (
    Aside,
    Block,
    Byline,
    Code,
    Furniture,
    FurnitureKind,
    Heading,
    Headline,
    Listing,
    Paragraph,
    Quote,
    Standfirst,
    Table,
    Turn,
)
from reader.model.text import Span

_ITEM: Final = re.compile(r"([ \t]*)([-*+•‣◦▪–]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])[ \t]+(?=\S)")
_QUOTED: Final = re.compile(r" {0,3}>")
_HEADING_LENGTH: Final = 70
_DEEP: Final = 4
"""Blanks by which a run must be indented beyond the usual to be set apart as somebody else's words."""


def blocks(page: Page, head: Head, dialogue: Dialogue) -> tuple[Block, ...]:
    """The blocks of a page."""
    return tuple(_Builder(page, head, dialogue).all())


class _Builder:
    def __init__(self, page: Page, head: Head, dialogue: Dialogue) -> None:
        self.page = page
        self.lines = page.lines
        self.head = head
        self.turns: dict[int, list[SpokenTurn]] = {}
        for turn in dialogue.turns:
            self.turns.setdefault(turn.line, []).append(turn)
        self.sections = section_lines(page)
        self.is_blank = [not line.text or line.text.isspace() for line in page.lines]
        following = [
            len(above.text.rstrip())
            for index, (above, _) in enumerate(pairwise(page.lines))
            if not self.is_blank[index] and not self.is_blank[index + 1]
        ]
        self.width = layout.measure(following)
        self.indent = layout.usual_indent(
            Counter(
                _indent(line.text)
                for index, line in enumerate(page.lines)
                if not self.is_blank[index] and len(line.text) > 40
            )
        )

    def span(self, first: int, last: int, *, with_indent: bool = False) -> Span:
        """From the first to the last character of some lines that isn't blank."""
        start = self.lines[first].start
        if not with_indent:
            start += _indent(self.lines[first].text)
        return Span(start, self.lines[last].start + len(self.lines[last].text.rstrip()))

    def all(self) -> Iterator[Block]:
        """The blocks, in order."""
        index = 0
        count = len(self.lines)
        while index < count:
            if self.is_blank[index]:
                index += 1
                continue
            last = index
            claim = self.claim(index)
            while last + 1 < count and not self.is_blank[last + 1] and self.claim(last + 1) == claim:
                last += 1
            yield from self.claimed(claim, index, last)
            index = last + 1

    def claim(self, index: int) -> FurnitureKind | str:
        """What a line has been found to be; lines with the same claim that follow each other belong together."""
        if index in self.head.title_lines:
            return "headline"
        if (kind := self.page.furniture.get(index)) is not None:
            return kind
        if index in self.head.byline_lines:
            return "byline"
        if index in self.head.standfirst_lines:
            return "standfirst"
        if index in self.page.verbatim:
            return "code"
        if index in self.page.definitions:
            return "aside"
        if index in self.turns:
            return f"turn {index}"
        if 0 < self.page.levels[index] < BOLD_LEVEL or (index in self.sections and not is_end(self.page.bare[index])):
            return f"heading {index}"
        bare = self.page.bare[index]
        if not bare or not has_words(bare):
            return "aside" if self._is_apart(index) else ""
        return ""

    def _is_apart(self, index: int) -> bool:
        """Whether a line without words stands alone or under a heading: a rule, not a stroke of a drawing."""
        below = index + 1 >= len(self.lines) or self.is_blank[index + 1]
        above = index == 0 or self.is_blank[index - 1]
        return (above and below) or is_image(self.lines[index].text) or bool(index and self.page.levels[index - 1])

    def claimed(self, claim: FurnitureKind | str, first: int, last: int) -> Iterator[Block]:
        """The blocks of some lines with one claim."""
        match claim:
            case FurnitureKind():
                yield Furniture(self.span(first, last), claim)
            case "headline":
                yield Headline(self.span(first, last))
            case "byline":
                yield Byline(self.span(first, last))
            case "standfirst":
                yield Standfirst(self.span(first, last))
            case "code":
                yield Code(self.span(first, last, with_indent=True))
            case "aside":
                yield Aside(self.span(first, last))
            case "":
                yield from self.body(first, last)
            case _ if claim.startswith("heading"):
                level = self.page.levels[first]
                yield Heading(self.span(first, last), level if 0 < level < BOLD_LEVEL else 3)
            case _:
                yield from self.turn(first)

    def turn(self, index: int) -> Iterator[Block]:
        """The turns that begin on a line, each up to the next; the rest of its paragraph follows by `joined`."""
        line = self.lines[index]
        turns = self.turns[index]
        level = self.page.levels[index]
        end = line.start + len(line.text.rstrip())
        if turns[0].label is None and 0 < level < BOLD_LEVEL and len(turns) == 1:
            yield Heading(Span(turns[0].start, end), level)
            return
        for turn, following in zip(turns, [*turns[1:], None], strict=True):
            stop = end if following is None else turn.start + len(self.page.text[turn.start : following.start].rstrip())
            yield Turn(Span(turn.start, max(turn.start, stop)), turn.role, turn.label, turn.speaker)

    def body(self, first: int, last: int) -> Iterator[Block]:
        """The blocks of a run of lines that nobody has claimed."""
        texts = [self.lines[index].text for index in range(first, last + 1)]
        if first == last:
            yield self.single(first)
        elif _QUOTED.match(texts[0]) and sum(_QUOTED.match(text) is not None for text in texts) * 2 >= len(texts):
            yield Quote(self.span(first, last))
        elif _ITEM.match(texts[0]) and self._is_list(texts):
            yield from self.items(first, last)
        else:
            yield from self.prose(first, last, texts)

    def _is_list(self, texts: list[str]) -> bool:
        return (
            texts[0].lstrip()[0] not in "–-("
            or len(texts) < 2
            or not layout.wraps(texts[0], texts[1], self.width or 70)
            or (sum(_ITEM.match(text) is not None for text in texts) > 1 or texts[1][:1] in {" ", "\t"})
        )

    def single(self, index: int) -> Block:
        """The block of a line between blank ones."""
        content, bare = self.lines[index].text, self.page.bare[index]
        span = self.span(index, index)
        if is_image(content) or (bare and (is_end(bare) or is_direction(bare))):
            return Aside(span)
        if _QUOTED.match(content):
            return Quote(span)
        if found := _ITEM.match(content):
            return self._listing(found, index, index)
        if self._is_heading(index, bare):
            return Heading(span, 3)
        if _indent(content) >= self.indent + _DEEP and len(content) < layout.LONGEST_MEASURE * 2:
            return Quote(span)
        return Paragraph(span)

    def _is_heading(self, index: int, bare: str) -> bool:
        """Whether a short line without an end stands between paragraphs like the heading of a section."""
        if not bare or len(bare) > _HEADING_LENGTH or len(bare.split()) > 10 or bare[-1] in ".,;:!…”\"')»":
            return False
        if not (bare[0].isupper() or bare[0].isdecimal()) or (index <= self.head.body and self.head.title is None):
            return False
        before = next((i for i in range(index - 1, max(-1, index - 4), -1) if not self.is_blank[i]), None)
        after = next((i for i in range(index + 1, min(len(self.lines), index + 4)) if not self.is_blank[i]), None)
        return before is not None and after is not None and self._is_long(before) and self._is_long(after)

    def _is_long(self, index: int) -> bool:
        """Whether a line is part of a paragraph of prose."""
        if len(self.page.bare[index]) > 90:
            return True
        beside = [i for i in (index - 1, index + 1) if 0 <= i < len(self.lines) and not self.is_blank[i]]
        return bool(beside) and len(self.page.bare[index]) > 20

    def items(self, first: int, last: int) -> Iterator[Block]:
        """The items of a list, each with the lines that go on with it."""
        starts = [index for index in range(first, last + 1) if _ITEM.match(self.lines[index].text)]
        for start, following in zip(starts, [*starts[1:], last + 1], strict=True):
            if found := _ITEM.match(self.lines[start].text):
                yield self._listing(found, start, following - 1)

    def _listing(self, found: re.Match[str], first: int, last: int) -> Listing:
        start = self.lines[first].start
        marker = Span(start + found.start(2), start + found.end(2))
        depth = max(0, len(found[1].expandtabs(4)) - self.indent) // 2
        return Listing(self.span(first, last), marker, min(depth, 8))

    def prose(self, first: int, last: int, texts: list[str]) -> Iterator[Block]:
        """Paragraphs, told from verse and drawings by what their line breaks mean."""
        match layout.of_run(texts, self.width):
            case "table":
                yield Table(self.span(first, last, with_indent=True))
            case "drawn":
                yield Code(self.span(first, last, with_indent=True))
            case "separate":
                for index in range(first, last + 1):
                    yield self.single(index)
            case "kept":
                yield Paragraph(self.span(first, last, with_indent=True), keeps_lines=True)
            case _:
                yield from self.wrapped(first, texts)

    def wrapped(self, first: int, texts: list[str]) -> Iterator[Block]:
        """The paragraphs of wrapped lines: a new one begins at an indented line behind one with room to spare."""
        least = min(map(_indent, texts))
        width = max(len(text.rstrip()) for text in texts)
        start = 0
        for at in range(1, len(texts)):
            indent = _indent(texts[at])
            if (indent > least and _indent(texts[at - 1]) <= least) or (
                not layout.wraps(texts[at - 1], texts[at], width)
                and texts[at - 1].rstrip()[-1] in '.!?”"’)'
                and texts[at].lstrip()[0].isupper()
                and len(texts[at - 1].rstrip()) < width * 0.8
            ):
                yield self._paragraph(first + start, first + at - 1, least)
                start = at
        yield self._paragraph(first + start, first + len(texts) - 1, least)

    def _paragraph(self, first: int, last: int, indent: int) -> Block:
        span = self.span(first, last)
        return Quote(span) if indent >= self.indent + _DEEP and indent >= _DEEP else Paragraph(span)


def _indent(content: str) -> int:
    return len(content) - len(content.lstrip())
