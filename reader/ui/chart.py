"""What the view of an article goes by, found once in all of it, in a thread: of 50 MB it takes a while."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self, overload

from reader.layout.cut import Cut
from reader.model.article import Article, Aside, Furniture
from reader.model.text import Span
from reader.ui.places import outside, paragraph_starts, stops


class Spans(Sequence[Span]):
    """Spans kept as two columns, each made when it is asked for: 100,000 take no time to be let go of."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._starts, self._ends = array("q"), array("q")
        for start, end in spans:
            self._starts.append(start)
            self._ends.append(end)

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Span]: ...
    def __getitem__(self, index: int | slice) -> Span | Sequence[Span]:
        if isinstance(index, slice):
            return [*map(Span, self._starts[index], self._ends[index])]
        return Span(self._starts[index], self._ends[index])


@dataclass(frozen=True, slots=True)
class Chart:
    """An article, and where in it one goes. Offsets are code points of its text, in order."""

    article: Article
    cut: Cut
    """How it is laid out part by part."""
    stops: tuple[int, ...]
    """Where `next answer` goes."""
    paragraphs: tuple[int, ...]
    furniture: Spans
    links: Spans
    """Links of markup, and the headlines of other articles; those that touch are one."""
    end: int | None
    """Where the body ends; None where there is none."""

    @classmethod
    def of(cls, article: Article) -> Self:
        """The chart of an article."""
        links = (inline.span for inline in article.inlines if inline.style == "link")
        body = (block.span.end for block in reversed(article.blocks) if not isinstance(block, Furniture | Aside))
        return cls(
            article=article,
            cut=Cut(article),
            stops=stops(article),
            paragraphs=paragraph_starts(article),
            furniture=Spans(block.span for block in article.blocks if isinstance(block, Furniture)),
            links=_joined((*links, *article.related)),
            end=next(body, None),
        )


class Matches(NamedTuple):
    """Every place in an article that matches, in order."""

    everywhere: Spans = Spans()
    in_body: Spans = Spans()
    """Those that don't begin in site furniture, which may be folded."""

    @classmethod
    def on(cls, chart: Chart, spans: Iterable[Span]) -> Self:
        """Those that were found in an article."""
        everywhere = Spans(spans)
        return cls(everywhere, Spans(outside(chart.furniture, everywhere)) if chart.furniture else everywhere)


def _joined(spans: Iterable[Span]) -> Spans:
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return Spans(joined)
