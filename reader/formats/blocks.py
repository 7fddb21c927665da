"""The parts of an article, in order: every character that isn't blank lies in exactly one of them.

What a line is has been found out before (furniture, title, turns); here lines become blocks, and what nobody has
claimed becomes paragraphs, headings, lists, quotes, tables and asides by its layout.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, assert_never

from reader.formats import layout, markdown
from reader.formats.evidence.sections import is_direction, is_end, section_lines
from reader.formats.exchanges import Dialogue, SpokenTurn
from reader.formats.headline import Head
from reader.formats.opening import has_words, is_image
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
    Inline,
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
_QUOTE_MARKS: Final = re.compile(r"[ \t]{0,3}((?:>[ \t]?)+)")
_FENCE: Final = re.compile(r" {0,3}(?:`{3,}|~{3,})")
_UNDERLINE: Final = re.compile(r" {0,3}(?:=+|-+|~{3,})\s*$")
_HEADING_MARKS: Final = re.compile(r"(#{1,6}[ \t]+|={2,6} ?).*?([ \t]*#+[ \t]*|[ \t]*={2,6})?$", re.DOTALL)
_HEADING_LENGTH: Final = 70
_DEEP: Final = 4
"""Blanks by which a run must be indented beyond the usual to be set apart as somebody else's words."""
_CENTRED: Final = 12
"""Blanks from which a line is centred rather than indented."""
_QUOTED_RUNS: Final = 4
"""Runs in a row that may be one quotation; more are a part of the text that is typed further in."""


def blocks(page: Page, head: Head, dialogue: Dialogue) -> tuple[tuple[Block, ...], tuple[Inline, ...]]:
    """The blocks of a page, and its inlines with the marks hidden that made the blocks."""
    builder = _Builder(page, head, dialogue)
    found = tuple(builder.all())
    if not builder.hidden:
        return found, page.inlines
    return found, tuple(sorted((*page.inlines, *builder.hidden), key=_place))


def _place(inline: Inline) -> tuple[int, int]:
    return inline.span.start, -inline.span.end


class _Builder:
    def __init__(self, page: Page, head: Head, dialogue: Dialogue) -> None:
        self.page = page
        self.lines = page.lines
        self.head = head
        self.turns: dict[int, list[SpokenTurn]] = {}
        for turn in dialogue.turns:
            self.turns.setdefault(turn.line, []).append(turn)
        self.sections = section_lines(page)
        self.hidden: list[Inline] = []
        self.parts: dict[int, markdown.Part] = {}
        if page.is_markdown:
            taken = frozenset(page.furniture) | self.turns.keys() | page.definitions | set(head.title_lines)
            for part in markdown.parts(page, taken):
                self.parts.update(dict.fromkeys(range(part.first, part.last + 1), part))
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

        self.deep = self._deep_runs()

    def _deep_runs(self) -> frozenset[int]:
        """The lines of runs that are indented beyond the usual, between runs that are not: words quoted."""
        found: set[int] = set()
        group: list[int] = []
        runs = 0
        for index, line in enumerate(self.lines):
            if self.is_blank[index]:
                continue
            indent = _indent(line.text)
            if self.indent + _DEEP <= indent < self.indent + _CENTRED:
                runs += not index or self.is_blank[index - 1]
                group.append(index)
                continue
            if runs <= _QUOTED_RUNS:
                found.update(group)
            group, runs = [], 0
        return frozenset(found if runs > _QUOTED_RUNS or not group else found | set(group))

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
            is_turn = index in self.turns and isinstance(claim, str) and claim.startswith("turn")
            joined = "" if is_turn else claim
            while last + 1 < count and not self.is_blank[last + 1] and self.claim(last + 1) == joined:
                last += 1
            if is_turn:
                last = self.paragraph_end(index, last)
            yield from self.claimed(claim, index, last)
            index = last + 1

    def hide(self, start: int, end: int) -> None:
        """Keeps marks out of the reader's way."""
        if start < end:
            self.hidden.append(Inline(Span(start, end), "hidden"))

    def claim(self, index: int) -> FurnitureKind | markdown.Part | str:
        """What a line has been found to be; lines with the same claim that follow each other belong together."""
        if index in self.head.title_lines:
            return "headline"
        if (kind := self.page.furniture.get(index)) is not None:
            return kind
        if index in self.head.byline_lines:
            return "byline"
        if index in self.head.standfirst_lines:
            return "standfirst"
        if index in self.turns:
            return f"turn {index}"
        if (part := self.parts.get(index)) is not None:
            return part
        if index in self.page.verbatim:
            return f"fence {index}" if _FENCE.match(self.lines[index].text) else "code"
        if index in self.page.definitions:
            return "definitions"
        if index and 0 < self.page.levels[index - 1] < BOLD_LEVEL and _UNDERLINE.match(self.lines[index].text):
            return "underline"
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

    def claimed(self, claim: FurnitureKind | markdown.Part | str, first: int, last: int) -> Iterator[Block]:
        """The blocks of some lines with one claim."""
        match claim:
            case FurnitureKind():
                yield Furniture(self.span(first, last), claim)
            case markdown.Part():
                yield self.part(claim, first, last)
            case "definitions" | "underline":
                yield self.unseen(first, last)
            case _ if claim.startswith("fence"):
                yield self.unseen(first, last)
            case "headline":
                yield self.headline(first, last)
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
                yield self.heading(first, last)
            case _:
                yield from self.turn(first, last)

    def headline(self, first: int, last: int) -> Headline:
        """The title; of front matter only its value is shown."""
        span = self.span(first, last)
        title = self.head.title_span
        if title and self.page.levels[first] == 0 and span.start <= title.start and title.end <= span.end:
            self.hide(span.start, title.start)
            self.hide(title.end, span.end)
        else:
            self._hide_heading_marks(span)
        return Headline(span)

    def unseen(self, first: int, last: int) -> Aside:
        """Lines that are marks and nothing else."""
        span = self.span(first, last)
        self.hide(span.start, span.end)
        return Aside(span)

    def heading(self, first: int, last: int) -> Heading:
        """A heading, its marks hidden."""
        span = self.span(first, last)
        level = self.page.levels[first]
        self._hide_heading_marks(span)
        return Heading(span, level if 0 < level < BOLD_LEVEL else 3)

    def _hide_heading_marks(self, span: Span) -> None:
        if found := _HEADING_MARKS.match(span.of(self.page.text)):
            self.hide(span.start, span.start + found.end(1))
            if found[2]:
                self.hide(span.start + found.start(2), span.end)

    def part(self, part: markdown.Part, first: int, last: int) -> Block:
        """The block of what the Markdown parser found."""
        quoted = 0
        for index in range(first, last + 1):
            if marks := _QUOTE_MARKS.match(self.lines[index].text):
                start = self.lines[index].start
                self.hide(start + marks.start(1), start + marks.end())
                quoted += 1
        span = self.span(first, last)
        match part.kind:
            case "code":
                return Code(self.span(first, last, with_indent=True))
            case "table":
                return Table(span)
            case "heading":
                return Heading(span, part.level)
            case "rule":
                return Aside(span)
            case "quote":
                return Quote(span)
            case "listing" if first == part.first and (found := _ITEM.match(self._unquoted(first))):
                lead = self.lines[first].end - len(self._unquoted(first))
                return Listing(span, Span(lead + found.start(2), lead + found.end(2)), min(part.level, 8))
            case "listing" | "paragraph":
                return Paragraph(span)
            case _:
                assert_never(part.kind)

    def _unquoted(self, index: int) -> str:
        """A line without the marks of quotes before it."""
        content = self.lines[index].text
        marks = _QUOTE_MARKS.match(content)
        return content[marks.end() :] if marks else content

    def paragraph_end(self, first: int, last: int) -> int:
        """The last line of the paragraph that begins on a line, in a run up to `last`."""
        texts = [self.lines[index].text for index in range(first, last + 1)]
        if len(texts) == 1 or layout.of_run(texts, self.width) != "wrapped":
            return first
        return first + layout.paragraphs(texts)[0] - 1

    def turn(self, index: int, last: int) -> Iterator[Block]:
        """The turns that begin on a line, each up to the next, the last with the rest of its paragraph."""
        turns = self.turns[index]
        level = self.page.levels[index]
        end = self.span(last, last).end
        if turns[0].label is None and 0 < level < BOLD_LEVEL and len(turns) == 1:
            yield self.heading(index, index)
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
            yield self.quote(first, last)
        elif _ITEM.match(texts[0]) and self._is_list(texts):
            yield from self.items(first, last)
        else:
            yield from self.prose(first, last, texts)

    def quote(self, first: int, last: int) -> Block:
        """Somebody else's words behind marks, which are hidden."""
        return self.part(markdown.Part("quote", first, last), first, last)

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
            return self.quote(index, index)
        if found := _ITEM.match(content):
            return self._listing(found, index, index)
        if self._is_heading(index, bare):
            return Heading(span, 3)
        if index in self.deep:
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
        """The paragraphs of wrapped lines."""
        least = min(map(_indent, texts))
        start = 0
        for stop in layout.paragraphs(texts):
            yield self._paragraph(first + start, first + stop - 1, least)
            start = stop

    def _paragraph(self, first: int, last: int, indent: int) -> Block:
        span = self.span(first, last)
        return Quote(span) if indent and first in self.deep else Paragraph(span)


def _indent(content: str) -> int:
    return len(content) - len(content.lstrip())
