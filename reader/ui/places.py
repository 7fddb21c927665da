"""Where the jump keys go in an article: from answer to answer, from section to section, from paragraph to paragraph.

Pure functions over an article; places are offsets in code points, in order.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from reader.model.article import (
    Article,
    Block,
    Furniture,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Turn,
)
from reader.model.text import Span

GROUP_WORDS = 120
"""Where there are neither questions nor headings, so many words at least lie between two stops: a third of a screen."""


def section_starts(article: Article) -> tuple[int, ...]:
    """Where the headings stand, in an article without Q&A; where groups of paragraphs begin, without headings."""
    headings = [block.span.start for block in article.blocks if isinstance(block, Heading)]
    if headings:
        return tuple(headings)
    starts: list[int] = []
    words = GROUP_WORDS
    for block in article.blocks:
        if not isinstance(block, Paragraph | Turn | Quote | Listing):
            continue
        if words >= GROUP_WORDS:
            starts.append(block.span.start)
            words = 0
        words += len(block.span) // 6
    return tuple(starts)


def stops(article: Article) -> tuple[int, ...]:
    """Where `next answer` goes: each question; each section where there is no Q&A."""
    if article.exchanges:
        return tuple(exchange.question.span.start for exchange in article.exchanges)
    return section_starts(article)


def paragraph_starts(article: Article) -> tuple[int, ...]:
    """Where each block of the body begins."""
    return tuple(block.span.start for block in article.blocks if not isinstance(block, Furniture))


def following(places: Sequence[int], offset: int) -> int | None:
    """The first place behind an offset."""
    at = bisect_right(places, offset)
    return places[at] if at < len(places) else None


def preceding(places: Sequence[int], offset: int) -> int | None:
    """The last place before an offset."""
    at = bisect_left(places, offset)
    return places[at - 1] if at else None


def block_at(article: Article, offset: int) -> Block | None:
    """The block that holds an offset, else the one before it."""
    at = bisect_right(article.blocks, offset, key=lambda block: block.span.start)
    return article.blocks[at - 1] if at else None


def holds(spans: Sequence[Span], offset: int) -> bool:
    """Whether an offset lies in one of some spans, which stand in order and apart."""
    at = bisect_right(spans, offset, key=_start)
    return at > 0 and offset < spans[at - 1].end


def outside(apart: Sequence[Span], spans: Iterable[Span]) -> Iterator[Span]:
    """Those of some spans that don't begin in one of those set apart, which stand in order and apart."""
    return (span for span in spans if not holds(apart, span.start))


def _start(span: Span) -> int:
    return span.start
