"""An article cut into what a search finds: exchanges, its opening, and runs of paragraphs.

```
 notice   headline  standfirst  paragraphs…  Q A   Q A   paragraphs…  furniture
 ───────  ────────────────────  ───────────  ────  ────  ───────────  ─────────
 passage  opening               passages     one each    passages     passage
```

Passages stand in order, do not overlap, and every word of the article is in one.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.model.article import Article, Byline, Furniture, Headline, Standfirst
from reader.model.text import Span

LONGEST_RUN = 1_200
"""Code points of paragraphs in one passage; a single paragraph may be longer."""
LONGEST_PASSAGE = 8_000
"""A longer paragraph is cut, at a blank where there is one nearby."""


class Passage(NamedTuple):
    """One thing that a search finds."""

    span: Span
    exchange: int | None = None
    """Number of the exchange that it is."""
    question: Span | None = None
    """What it is about: the question without its label, or the headline in the opening."""
    body: Span | None = None
    """What is said of it: the answer without its label; None where there is only a headline."""
    is_furniture: bool = False
    """Whether it is the site's, not the article's."""


def passages(article: Article) -> Iterator[Passage]:
    """The passages of an article, in order."""
    end = 0
    block_ends = [block.span.end for block in article.blocks]
    for exchange in article.exchanges:
        if exchange.span.start > end:
            yield from _runs(article, block_ends, Span(end, exchange.span.start))
        yield Passage(exchange.span, exchange.number, exchange.question.body, exchange.answer.body)
        end = max(end, exchange.span.end)
    if end < len(article.text):
        yield from _runs(article, block_ends, Span(end, len(article.text)))


def _runs(article: Article, block_ends: Sequence[int], within: Span) -> Iterator[Passage]:
    """The blocks between two exchanges, some of them together."""
    headline: Span | None = None
    start = end = None
    kind: type[object] | None = None
    for number in range(bisect_right(block_ends, within.start), len(block_ends)):
        block = article.blocks[number]
        if block.span.start >= within.end:
            break
        match block:
            case Headline():
                block_kind: type[object] = Headline
            case Standfirst() | Byline():
                block_kind = Headline if kind is Headline else object
            case Furniture():
                block_kind = Furniture
            case _:
                block_kind = object
        block_end = min(block.span.end, within.end)
        is_going_on = block_kind is kind and start is not None and block_end - start <= LONGEST_RUN
        if not is_going_on and start is not None and end is not None:
            yield from _cut(article.text, Span(start, end), headline, is_furniture=kind is Furniture)
            headline = None
            start = None
        if start is None:
            start = max(block.span.start, within.start)
        end = block_end
        kind = block_kind
        if isinstance(block, Headline):
            headline = Span(max(block.span.start, within.start), end)
    if start is not None and end is not None:
        yield from _cut(article.text, Span(start, end), headline, is_furniture=kind is Furniture)


def _cut(text: str, span: Span, headline: Span | None, *, is_furniture: bool) -> Iterator[Passage]:
    """A run as one passage, or as several where it is too long for one."""
    start = span.start
    while span.end - start > LONGEST_PASSAGE:
        blank = text.rfind(" ", start + LONGEST_PASSAGE // 2, start + LONGEST_PASSAGE)
        cut = blank if blank > 0 else start + LONGEST_PASSAGE
        yield Passage(Span(start, cut), body=Span(start, cut), is_furniture=is_furniture)
        start = cut
    rest = Span(start, span.end)
    if headline is None or headline.start < start:
        yield Passage(rest, body=rest, is_furniture=is_furniture)
    else:
        body = Span(headline.end, span.end) if headline.end < span.end else None
        yield Passage(rest, question=headline, body=body)
