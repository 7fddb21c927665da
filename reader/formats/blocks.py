"""The parts of an article, in order: every character that isn't blank lies in exactly one of them.

What lines are claimed to be becomes blocks of that kind (`claims`); the rest is told by its layout (`prose`). The marks
that made a block what it is are hidden by inlines of their own.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from typing import Final, assert_never

from reader.formats import layout, markdown
from reader.formats.claims import Claim, HeadingLine, NamedClaim, claims
from reader.formats.exchanges import Dialogue, SpokenTurn
from reader.formats.headline import Head
from reader.formats.margins import Margins
from reader.formats.page import BOLD_LEVEL, Page
from reader.formats.prose import DEEPEST, ITEM, PLAIN_HEADING_LEVEL, Prose, quote_marks, unquoted
from reader.formats.quoted import escapes
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
from reader.model.text import Span, span_of

_HEADING_MARKS: Final = re.compile(r"#{1,6}[ \t]+|={2,6} ?")
_MOST_MARKS: Final = 6


def blocks(
    page: Page, head: Head, dialogue: Dialogue, sections: Collection[int]
) -> tuple[tuple[Block, ...], tuple[Inline, ...]]:
    """The blocks of a page, and its inlines with the marks hidden that made the blocks."""
    turns: dict[int, list[SpokenTurn]] = {}
    for turn in dialogue.turns:
        turns.setdefault(turn.line, []).append(turn)
    builder = _Builder(page, head, turns, claims(page, head, turns, sections))
    found = tuple(builder.all())
    marks = [*builder.hidden, *builder.prose.hidden, *builder.escapes]
    return found, tuple(sorted((*builder.others(), *marks), key=_place)) if marks else page.inlines


def _place(inline: Inline) -> tuple[int, int]:
    return inline.span.start, -inline.span.end


class _Builder:
    def __init__(
        self, page: Page, head: Head, spoken: Mapping[int, Sequence[SpokenTurn]], claimed: Mapping[int, Claim]
    ) -> None:
        self.page = page
        self.lines = page.lines
        self.head = head
        self.spoken = spoken
        self.claims = claimed
        self.hidden: list[Inline] = []
        self.escapes: list[Inline] = []
        self.told: Span | None = None
        """Where the title stands in a front matter."""
        self.margins = Margins(page)
        self.span = self.margins.span
        self.prose = Prose(page, head, self.margins)

    def all(self) -> list[Block]:
        """The blocks, in order."""
        found: list[Block] = []
        claimed = self.claims.get
        lines = [*sorted(self.claims), len(self.lines)]
        at = 0
        for first, end in self.page.runs:
            if first < end:
                while lines[at] < first:
                    at += 1
                if lines[at] > end:
                    found += self.prose.blocks(first, end)
                    continue
            elif first not in self.claims:
                found.append(self.prose.single(first))
                continue
            index = first
            while index <= end:
                claim = claimed(index)
                last = index
                if index < end:
                    # A turn goes on with the lines below it that nobody else has claimed.
                    joined = None if claim == "turn" else claim
                    while last < end and claimed(last + 1) == joined:
                        last += 1
                if claim == "turn":
                    last = last if index == last else self.paragraph_end(index, last)
                    found += self.turns(index, last)
                elif claim is not None:
                    found.append(self.claimed(claim, index, last))
                elif index == last:
                    found.append(self.prose.single(index))
                else:
                    found += self.prose.blocks(index, last)
                index = last + 1
        return found

    def claimed(self, claim: FurnitureKind | HeadingLine | markdown.Part | NamedClaim, first: int, last: int) -> Block:
        """The block of some lines with one claim."""
        match claim:
            case FurnitureKind():
                return Furniture(self.span(first, last), claim)
            case HeadingLine():
                return self.heading(first)
            case markdown.Part():
                return self.part(claim, first, last)
            case "headline":
                return self.headline(first, last)
            case "byline":
                return Byline(self.span(first, last))
            case "standfirst":
                return Standfirst(self.span(first, last))
            case "code":
                return Code(self.span(first, last, with_indent=True))
            case "marks":
                span = self.span(first, last)
                self.hide(span.start, span.end)
                return Aside(span)
            case "aside":
                return Aside(self.span(first, last))
            case _:
                assert_never(claim)

    def others(self) -> Sequence[Inline]:
        """The page's own inlines, but for backslashes in a title that are its quotes', and a comment it stands in."""
        told, inlines = self.told, self.page.inlines
        if told is None:
            return inlines
        past = bisect_left(self.page.inline_starts, told.end)
        escaped = [escape.span for escape in self.escapes]
        above = [
            mark
            for mark in inlines[:past]
            if not (mark.span.start < told.start and told.end <= mark.span.end)
            and not any(mark.span.start in span for span in escaped)
        ]
        return (*above, *inlines[past:])

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
            self.escapes = escapes(self.page.text, title)
            self.told = title
        else:
            self._hide_heading_marks(span)
        return Headline(span)

    def heading(self, index: int) -> Heading:
        """A heading, its marks hidden."""
        span = self.span(index, index)
        level = self.page.levels[index]
        self._hide_heading_marks(span)
        return Heading(span, level if 0 < level < BOLD_LEVEL else PLAIN_HEADING_LEVEL)

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
        self.hidden += quote_marks(self.lines, first, last)
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
            case "listing" if first == part.first and (found := ITEM.match(unquoted(self.lines.texts[first]))):
                lead = self.lines.starts[first] + len(self.lines.texts[first]) - len(found.string)
                return Listing(span, Span(lead + found.start(2), lead + found.end(2)), min(part.level, DEEPEST))
            case "listing" | "paragraph":
                return Paragraph(span)
            case _:
                assert_never(part.kind)

    def paragraph_end(self, first: int, last: int) -> int:
        """The last line of the paragraph that begins on a line, in a run up to a later one."""
        if self.margins.is_one_paragraph(first, last):
            return last
        texts = self.margins.texts[first : last + 1]
        match layout.of_run(texts, self.margins.width, has_gaps=self.margins.has_gaps):
            case "wrapped":
                return first + layout.paragraphs(texts, is_flush=self.page.is_flush)[0] - 1
            case "kept":
                return last
            case _:
                return first

    def turns(self, line: int, last: int) -> list[Block]:
        """The turns that begin on a line, each up to the next, the last with the rest of its paragraph."""
        turns = self.spoken[line]
        if turns[0].label is None and 0 < self.page.levels[line] < BOLD_LEVEL and len(turns) == 1:
            return [self.heading(line)]
        found: list[Block] = []
        for place, (_, start, _, label, speaker, role) in enumerate(turns, start=1):
            if place == len(turns):
                stop = self.margins.end(last)
            else:
                stop = start + len(self.page.text[start : turns[place].start].rstrip())
            found.append(Turn(span_of(start, max(start, stop)), role, label, speaker))
        return found


def _closing_marks(said: str) -> int:
    """Where the marks behind a heading begin, with the blanks before them; its end where there are none."""
    words = said.rstrip(said[-1])
    count = len(said) - len(words)
    if said[-1] == "#" or (said[-1] == "=" and 1 < count <= _MOST_MARKS):
        return len(words.rstrip(" \t"))
    return len(said)
