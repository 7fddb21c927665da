"""An article as the pieces that a person reads, in order: what every exported form is made of.

    blocks + inlines + exchanges ─► Piece, Piece, … ─► text | markdown | …

Furniture is left out, as it is folded away on the screen. Text is as written but for markup and white space; it is not
made safe for a terminal.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import assert_never

from reader.model.article import (
    Article,
    Aside,
    Block,
    Byline,
    Code,
    Furniture,
    Heading,
    Headline,
    Inline,
    InlineStyle,
    Listing,
    Paragraph,
    Quote,
    Standfirst,
    Table,
    Turn,
)
from reader.model.interview import Exchange
from reader.model.text import Span

STYLES = frozenset[InlineStyle]({"strong", "emphasis", "code", "strike"})
"""Those that every form of an article can show."""

_BLANKS = re.compile(r"\s+")


class Form(Enum):
    """What a piece is to a reader."""

    TITLE = auto()
    STANDFIRST = auto()
    BYLINE = auto()
    HEADING = auto()
    QUESTION = auto()
    PARAGRAPH = auto()
    QUOTE = auto()
    ITEM = auto()
    VERBATIM = auto()
    """Code or a table: lines as they stand."""
    ASIDE = auto()


@dataclass(frozen=True, slots=True)
class Run:
    """Characters shown in one way."""

    text: str
    styles: frozenset[InlineStyle] = frozenset()
    """Of STYLES."""
    target: str = ""
    """Where a link goes."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A headline, a question, a paragraph: what stands between two empty lines."""

    form: Form
    runs: tuple[Run, ...]
    number: int | None = None
    """Of the exchange that begins with this question."""
    speaker: str = ""
    """Who begins to speak here, by full name where the text gives it."""
    level: int = 0
    """Of a heading, from 1; how deep an item of a list is nested, from 0."""
    marker: str = ""
    """The bullet or number of an item."""
    exchange: int | None = None
    """The number of the exchange that it is part of."""

    @property
    def text(self) -> str:
        """What is read, without its styles."""
        return "".join(run.text for run in self.runs)


def pieces(article: Article, span: Span | None = None) -> Iterator[Piece]:
    """The pieces of an article, or of what lies in `span`."""
    within = span or Span(0, len(article.text))
    if span is None and article.title and not any(isinstance(block, Headline) for block in article.blocks):
        # A title that stands in the front matter only, which is furniture.
        yield Piece(Form.TITLE, (Run(article.title),))
    cuts = _Cuts(article)
    label: Piece | None = None
    """One that stood alone on its line: it belongs to what follows."""
    for block in article.blocks:
        if isinstance(block, Furniture) or not block.span.overlaps(within):
            continue
        for cut in cuts.within(Span(max(block.span.start, within.start), min(block.span.end, within.end))):
            piece = _piece(article, block, cut)
            if not piece.text:
                label = piece
                continue
            if label:
                piece = replace(piece, number=piece.number or label.number, speaker=piece.speaker or label.speaker)
                label = None
            yield piece


class _Cuts:
    """Where questions and answers begin and end: a paragraph that holds both is two pieces."""

    def __init__(self, article: Article) -> None:
        places = {
            place
            for exchange in article.exchanges
            for place in (exchange.question.span.start, exchange.answer.span.start, exchange.answer.span.end)
        }
        self._places = sorted(places)

    def within(self, span: Span) -> Iterator[Span]:
        """`span` in parts, each on one side of every cut."""
        start = span.start
        for place in self._places[bisect_right(self._places, start) : bisect_left(self._places, span.end)]:
            yield Span(start, place)
            start = place
        yield Span(start, span.end)


def _piece(article: Article, block: Block, span: Span) -> Piece:
    """The part of a block that lies in `span`."""
    form, level, marker, start = _form(article, block, span)
    if form is Form.TITLE and article.title:
        return Piece(form, (Run(article.title),))
    speaker = ""
    if isinstance(block, Turn) and block.label and block.label.start in span:
        start = max(start, block.label.end)
        speaker = _name(article, block.speaker, block.label.of(article.text))
    number = within = None
    exchange = _exchange_at(article, span)
    if exchange:
        within = exchange.number
        is_question = exchange.question.span.overlaps(span)
        passage = exchange.question if is_question else exchange.answer
        if passage.span.start in span:
            start = max(start, passage.body.start)
            speaker = _name(article, passage.speaker, passage.label or "") or speaker
        if is_question and form in (Form.PARAGRAPH, Form.HEADING):
            form, level = Form.QUESTION, 0
            number = exchange.number if passage.span.start in span else None
    text_span = Span(min(start, span.end), span.end)
    if form is Form.VERBATIM:
        return Piece(form, (Run(text_span.of(article.text)),), exchange=within)
    return Piece(form, runs(article, text_span), number, speaker, level, marker, within)


def _form(article: Article, block: Block, span: Span) -> tuple[Form, int, str, int]:
    """What a part of a block is, how deep, its marker, and where its text begins."""
    match block:
        case Headline():
            return Form.TITLE, 0, "", span.start
        case Standfirst():
            return Form.STANDFIRST, 0, "", span.start
        case Byline():
            return Form.BYLINE, 0, "", span.start
        case Heading():
            return Form.HEADING, block.level, "", span.start
        case Paragraph() | Turn():
            return Form.PARAGRAPH, 0, "", span.start
        case Quote():
            return Form.QUOTE, 0, "", span.start
        case Listing():
            is_first = block.marker.start in span
            marker = block.marker.of(article.text) if is_first else ""
            return Form.ITEM, block.level, marker, block.marker.end if is_first else span.start
        case Code() | Table():
            return Form.VERBATIM, 0, "", span.start
        case Aside() | Furniture():
            return Form.ASIDE, 0, "", span.start
        case _:
            assert_never(block)


def _exchange_at(article: Article, span: Span) -> Exchange | None:
    """The exchange that a part without a cut inside belongs to."""
    place = bisect_right(article.exchanges, span.start, key=lambda exchange: exchange.question.span.start) - 1
    if place < 0 or not article.exchanges[place].span.overlaps(span):
        return None
    return article.exchanges[place]


def _name(article: Article, speaker: int | None, label: str) -> str:
    return article.speakers[speaker].shown if speaker is not None else label.strip(" \t:*_")


def runs(article: Article, span: Span) -> tuple[Run, ...]:
    """The text in `span` as it reads: markup left out, each run of white space one blank, styles kept apart."""
    found: list[Run] = []
    for text, inlines in _slices(article, span):
        if any(inline.style == "hidden" for inline in inlines):
            continue
        characters = [inline.target for inline in inlines if inline.style == "character"]
        words = _BLANKS.sub(" ", characters[0] if characters else text)
        if not found or found[-1].text.endswith(" "):
            words = words.removeprefix(" ")
        if words:
            styles = frozenset(inline.style for inline in inlines) & STYLES
            target = next((inline.target for inline in inlines if inline.style == "link"), "")
            found.append(Run(words, styles, target))
    if found and found[-1].text.endswith(" "):
        last = found.pop()
        if last.text != " ":
            found.append(Run(last.text[:-1], last.styles, last.target))
    return tuple(found)


def _slices(article: Article, span: Span) -> Iterator[tuple[str, tuple[Inline, ...]]]:
    """The text in `span`, cut wherever a run begins or ends, each part with the runs that hold it."""
    inlines = article.inlines
    following = bisect_left(inlines, span.start, key=lambda inline: inline.span.start)
    holding: list[Inline] = []
    at = span.start
    while at < span.end:
        holding = [inline for inline in holding if inline.span.end > at]
        while following < len(inlines) and inlines[following].span.start <= at:
            holding.append(inlines[following])
            following += 1
        ends = [inline.span.end for inline in holding]
        starts = [inlines[following].span.start] if following < len(inlines) else []
        until = max(at + 1, min(span.end, *ends, *starts)) if ends or starts else span.end
        yield article.text[at:until], tuple(holding)
        at = until
