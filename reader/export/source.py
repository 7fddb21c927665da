"""Where a passage of an article comes from: who says it, in answer to which questions, on which lines.

What every citation tells, in whichever form, is found here. Lines are 1-based.
"""

from dataclasses import dataclass
from pathlib import Path

from reader.export.links import source_url
from reader.model.article import Article, Turn
from reader.model.interview import Exchange
from reader.model.text import Span


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of where a passage comes from."""

    exchanges: tuple[Exchange, ...] = ()
    """Those that it touches."""
    speaker: str = ""
    """Who says it, by full name where the text gives it; "" where it is nobody, or several."""
    lines: tuple[int, int] | None = None
    """Of its first and its last character; None for a whole article."""

    @property
    def exchange(self) -> Exchange | None:
        """The one that it belongs to; None where it is none, or several."""
        return self.exchanges[0] if len(self.exchanges) == 1 else None

    @property
    def place(self) -> str:
        """The questions and the lines: `question 7, lines 83–93`; "" for a whole article."""
        parts = (
            _numbered("question", self.exchanges[0].number, self.exchanges[-1].number)
            if self.lines and self.exchanges
            else "",
            _numbered("line", *self.lines) if self.lines else "",
        )
        return ", ".join(filter(None, parts))


def source(article: Article, span: Span | None = None) -> Source:
    """Where a passage comes from; an article as a whole, without one."""
    if span is None:
        return Source(article.exchanges, _speaker(article, Span(0, len(article.text)), article.exchanges))
    exchanges = tuple(exchange for exchange in article.exchanges if exchange.span.overlaps(span))
    passage = span.of(article.text)
    first = span.start + len(passage) - len(passage.lstrip())
    last = max(first, span.end - 1 - (len(passage) - len(passage.rstrip())))
    lines = article.line_numbers.at(first), article.line_numbers.at(last)
    return Source(exchanges, _speaker(article, span, exchanges), lines)


def source_line(article: Article, span: Span | None, path: Path) -> str:
    """Where a passage comes from, or an article as a whole: who said it, in what, when, on which lines of which file.

    Only what the text says of itself is told; what it doesn't say is left out.
    """
    metadata = article.metadata
    found = source(article, span)
    questions, _, lines = found.place.rpartition(", ")
    parts = (
        found.speaker,
        f"“{metadata.title}”" if metadata.title else None,
        metadata.byline,
        metadata.site,
        metadata.date if metadata.date and metadata.date not in (metadata.byline or "") else None,
        source_url(article),
        questions,
        str(path),
        lines,
    )
    return ", ".join(part for part in parts if part)


def _speaker(article: Article, span: Span, exchanges: tuple[Exchange, ...]) -> str:
    """Who answers; of a question alone, who asks; outside of questions and answers, whose turn it is."""
    if exchanges:
        answers = [one.answer for one in exchanges if one.answer.span.overlaps(span)]
        sides = answers or [one.question for one in exchanges]
        names = {
            article.speakers[side.speaker].shown if side.speaker is not None else side.label or "" for side in sides
        }
    else:
        turns = [block for block in article.blocks if isinstance(block, Turn) and block.span.overlaps(span)]
        names = {article.speakers[turn.speaker].shown if turn.speaker is not None else "" for turn in turns}
    return names.pop() if len(names) == 1 else ""


def _numbered(word: str, first: int, last: int) -> str:
    return f"{word}s {first}–{last}" if last > first else f"{word} {first}"
