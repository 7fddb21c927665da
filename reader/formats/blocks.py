"""The parts of an article, in order: every character that isn't blank lies in exactly one of them.

What lines are claimed to be becomes blocks of that kind; the rest becomes paragraphs, headings, lists, quotes, tables
and asides by its layout. The marks that made a block what it is are hidden by inlines of their own.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, assert_never

from reader.formats import layout, markdown
from reader.formats.claims import Claim, HeadingLine, Turns, claims
from reader.formats.evidence.sections import is_direction, is_end
from reader.formats.exchanges import Dialogue
from reader.formats.headline import Head
from reader.formats.opening import is_image
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
_HEADING_MARKS: Final = re.compile(r"#{1,6}[ \t]+|={2,6} ?")
_MOST_MARKS: Final = 6
_HEADING_LENGTH: Final = 70
_LONG: Final = 90
"""Characters above which a line is a paragraph or a part of one."""
_WHITE: Final = frozenset(" \t\r\f\v\xa0")
_DEEP: Final = 4
"""Blanks by which a run must be indented beyond the usual to be set apart as somebody else's words."""
_CENTRED: Final = 12
"""Blanks from which a line is centred rather than indented."""
_INDENTED_WORDS: Final = 40
"""Characters above which a line is prose whose indent counts."""
_QUOTED_RUNS: Final = 4
"""Runs in a row that may be one quotation; more are a part of the text that is typed further in."""
_PLAIN_HEADING_LEVEL: Final = 3


def blocks(page: Page, head: Head, dialogue: Dialogue) -> tuple[tuple[Block, ...], tuple[Inline, ...]]:
    """The blocks of a page, and its inlines with the marks hidden that made the blocks."""
    builder = _Builder(page, head, claims(page, head, dialogue))
    found = tuple(builder.all())
    if not builder.hidden:
        return found, page.inlines
    return found, tuple(sorted((*page.inlines, *builder.hidden), key=_place))


def _place(inline: Inline) -> tuple[int, int]:
    return inline.span.start, -inline.span.end


class _Builder:
    def __init__(self, page: Page, head: Head, claimed: Mapping[int, Claim]) -> None:
        self.page = page
        self.lines = page.lines
        self.head = head
        self.claims = claimed
        self.hidden: list[Inline] = []
        self.is_blank = [True] * len(page.lines)
        for index in page.filled:
            self.is_blank[index] = False
        self.width, self.indent = self._measured()
        self.deep = self._deep_runs() if "    " in page.text or "\t" in page.text else frozenset[int]()

    def _measured(self) -> tuple[int, int]:
        """The width to which lines are wrapped, and how far they are usually indented."""
        lengths: list[int] = []
        indents: Counter[int] = Counter()
        unindented = 0
        for first, last in self.page.runs:
            for index in range(first, last + 1):
                content = self.lines[index].text
                length = len(content) if content[-1] not in _WHITE else len(content.rstrip())
                if index < last:
                    lengths.append(length)
                if length > _INDENTED_WORDS:
                    if content[0] in _WHITE:
                        indents[_indent(content)] += 1
                    else:
                        unindented += 1
        if unindented:
            indents[0] += unindented
        return layout.measure(lengths), layout.usual_indent(indents)

    def _deep_runs(self) -> frozenset[int]:
        """The lines of runs that are indented beyond the usual, between runs that are not: words quoted."""
        found: set[int] = set()
        group: list[int] = []
        runs = 0
        opening = self._opening_indents()
        for index, line in enumerate(self.lines):
            if self.is_blank[index]:
                continue
            indent = _indent(line.text)
            if self.indent + _DEEP <= indent < self.indent + _CENTRED and indent not in opening:
                runs += not index or self.is_blank[index - 1]
                group.append(index)
                continue
            if runs <= _QUOTED_RUNS:
                found.update(group)
            group, runs = [], 0
        return frozenset(found if runs > _QUOTED_RUNS else found | set(group))

    def _opening_indents(self) -> set[int]:
        """How far the first lines of paragraphs are indented that go on with less."""
        found: Counter[int] = Counter()
        for index in range(len(self.lines) - 1):
            if self.lines[index].text[:1] in _WHITE and not self.is_blank[index] and not self.is_blank[index + 1]:
                indent = _indent(self.lines[index].text)
                found[indent] += (index == 0 or self.is_blank[index - 1]) and indent > _indent(
                    self.lines[index + 1].text
                )
        return {indent for indent, count in found.items() if count > 2}

    def span(self, first: int, last: int, *, with_indent: bool = False) -> Span:
        """From the first to the last character of some lines that isn't blank."""
        _, start, end, content = self.lines[first]
        if not with_indent and content[0].isspace():
            start += _indent(content)
        if first != last:
            _, _, end, content = self.lines[last]
        return Span(start, end - len(content) + len(content.rstrip()) if content[-1].isspace() else end)

    def all(self) -> Iterator[Block]:
        """The blocks, in order."""
        claimed = self.claims
        for first, end in self.page.runs:
            index = first
            while index <= end:
                claim = claimed.get(index)
                # A turn goes on with the lines below it that nobody else has claimed.
                joined = None if isinstance(claim, Turns) else claim
                last = index
                while last < end and claimed.get(last + 1) == joined:
                    last += 1
                if claim is None:
                    yield from self.body(index, last)
                else:
                    if isinstance(claim, Turns):
                        last = self.paragraph_end(index, last)
                    yield from self.claimed(claim, index, last)
                index = last + 1

    def claimed(self, claim: Claim, first: int, last: int) -> Iterator[Block]:
        """The blocks of some lines with one claim."""
        match claim:
            case FurnitureKind():
                yield Furniture(self.span(first, last), claim)
            case Turns():
                yield from self.turn(claim, last)
            case HeadingLine():
                yield self.heading(first)
            case markdown.Part():
                yield self.part(claim, first, last)
            case "headline":
                yield self.headline(first, last)
            case "byline":
                yield Byline(self.span(first, last))
            case "standfirst":
                yield Standfirst(self.span(first, last))
            case "code":
                yield Code(self.span(first, last, with_indent=True))
            case "marks":
                span = self.span(first, last)
                self.hide(span.start, span.end)
                yield Aside(span)
            case "aside":
                yield Aside(self.span(first, last))
            case _:
                assert_never(claim)

    def hide(self, start: int, end: int) -> None:
        """Keeps marks out of the reader's way."""
        if start < end:
            self.hidden.append(Inline(Span(start, end), "hidden"))

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

    def heading(self, index: int) -> Heading:
        """A heading, its marks hidden."""
        span = self.span(index, index)
        level = self.page.levels[index]
        self._hide_heading_marks(span)
        return Heading(span, level if 0 < level < BOLD_LEVEL else _PLAIN_HEADING_LEVEL)

    def _hide_heading_marks(self, span: Span) -> None:
        if self.page.text[span.start] not in "#=":
            return
        said = span.of(self.page.text)
        if opening := _HEADING_MARKS.match(said):
            self.hide(span.start, span.start + opening.end())
            closing = max(opening.end(), _closing_marks(said))
            self.hide(span.start + closing, span.end)

    def part(self, part: markdown.Part, first: int, last: int) -> Block:
        """The block of what the Markdown parser found."""
        for index in range(first, last + 1):
            if marks := _QUOTE_MARKS.match(self.lines[index].text):
                start = self.lines[index].start
                self.hide(start + marks.start(1), start + marks.end())
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
        if first == last:
            return first
        texts = [self.lines[index].text for index in range(first, last + 1)]
        match layout.of_run(texts, self.width):
            case "wrapped":
                return first + layout.paragraphs(texts)[0] - 1
            case "kept":
                return last
            case _:
                return first

    def turn(self, claim: Turns, last: int) -> Iterator[Block]:
        """The turns that begin on a line, each up to the next, the last with the rest of its paragraph."""
        turns = claim.turns
        if turns[0].label is None and 0 < self.page.levels[claim.line] < BOLD_LEVEL and len(turns) == 1:
            yield self.heading(claim.line)
            return
        end = self.span(last, last).end
        if len(turns) == 1:
            turn = turns[0]
            yield Turn(Span(turn.start, max(turn.start, end)), turn.role, turn.label, turn.speaker)
            return
        for turn, following in zip(turns, [*turns[1:], None], strict=True):
            stop = end if following is None else turn.start + len(self.page.text[turn.start : following.start].rstrip())
            yield Turn(Span(turn.start, max(turn.start, stop)), turn.role, turn.label, turn.speaker)

    def body(self, first: int, last: int) -> Iterator[Block]:
        """The blocks of a run of lines that nobody has claimed."""
        if first == last:
            yield self.single(first)
            return
        texts = [self.lines[index].text for index in range(first, last + 1)]
        if _QUOTED.match(texts[0]) and sum(_QUOTED.match(text) is not None for text in texts) * 2 >= len(texts):
            yield self.part(markdown.Part("quote", first, last), first, last)
        elif _ITEM.match(texts[0]) and self._is_list(texts):
            yield from self._items(first, last)
        else:
            yield from self._prose(first, last, texts)

    def _is_list(self, texts: list[str]) -> bool:
        """Whether what begins like an item of a list is one, and not a dash in front of wrapped words."""
        return (
            texts[0].lstrip()[0] not in "–-("
            or not layout.wraps(texts[0], texts[1], self.width or 70)
            or sum(_ITEM.match(text) is not None for text in texts) > 1
            or texts[1][:1] in _WHITE
        )

    def single(self, index: int) -> Block:
        """The block of a line between blank ones."""
        content, bare = self.lines[index].text, self.page.bare[index]
        span = self.span(index, index)
        if len(bare) > _LONG and content[:2].isalpha():
            return Paragraph(span)
        if is_image(content) or (bare and (is_end(bare) or is_direction(bare))):
            return Aside(span)
        if _QUOTED.match(content):
            return self.part(markdown.Part("quote", index, index), index, index)
        if found := _ITEM.match(content):
            return self._listing(found, index, index)
        if self._is_heading(index, bare):
            return Heading(span, _PLAIN_HEADING_LEVEL)
        return Quote(span) if index in self.deep else Paragraph(span)

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
        if len(self.page.bare[index]) > _LONG:
            return True
        beside = [i for i in (index - 1, index + 1) if 0 <= i < len(self.lines) and not self.is_blank[i]]
        return bool(beside) and len(self.page.bare[index]) > 20

    def _items(self, first: int, last: int) -> Iterator[Block]:
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

    def _prose(self, first: int, last: int, texts: list[str]) -> Iterator[Block]:
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
            case "wrapped":
                start = 0
                for stop in layout.paragraphs(texts):
                    span = self.span(first + start, first + stop - 1)
                    is_deep = first + start in self.deep and first + stop - 1 in self.deep
                    yield Quote(span) if is_deep else Paragraph(span)
                    start = stop


def _closing_marks(said: str) -> int:
    """Where the marks behind a heading begin, with the blanks before them; its end where there are none."""
    words = said.rstrip(said[-1])
    count = len(said) - len(words)
    if said[-1] == "#" or (said[-1] == "=" and 1 < count <= _MOST_MARKS):
        return len(words.rstrip(" \t"))
    return len(said)


def _indent(content: str) -> int:
    return len(content) - len(content.lstrip())
