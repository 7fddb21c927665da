"""The marks and notes of an archive as one Markdown text: by article, in the order of its text.

    Mark ─► where its passage stands now ─► citation, and the note below

Where a passage, or its whole file, is gone, what was kept of it is quoted.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.export.citation import citation
from reader.export.markdown import escaped
from reader.layout.displayable import one_line
from reader.model.article import Article
from reader.model.text import Span
from reader.store.remembered import Mark, PlacedMark, placed


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """What somebody marked in one article."""

    path: Path
    article: Article | None
    """None where its file can't be read."""
    marks: tuple[Mark, ...]
    """At least one."""

    @property
    def title(self) -> str:
        """The headline; as it was, where the file can't be read."""
        return (self.article and self.article.title) or self.marks[0].title


def marks_markdown(marked: Iterable[MarkedArticle], title: str) -> Iterator[str]:
    """The lines of the text."""
    yield f"# {escaped(one_line(title))}"
    for one in marked:
        yield from ("", f"## {escaped(one_line(one.title))}")
        for mark in _placed(one):
            yield ""
            yield from _quoted(one, mark)
            if mark.mark.note:
                yield from ("", "Note:", "", *mark.mark.note.split("\n"))


def _placed(one: MarkedArticle) -> tuple[PlacedMark, ...]:
    if one.article is None:
        return tuple(PlacedMark(mark, None) for mark in sorted(one.marks, key=lambda mark: mark.created_at))
    return placed(one.marks, one.article.text)


def _quoted(one: MarkedArticle, mark: PlacedMark) -> Iterable[str]:
    if one.article is not None and mark.span is not None:
        return citation(one.article, _with_question(one.article, mark.span), one.path)
    gone = "not in the text any more" if one.article else "the file is gone"
    question = f", question {mark.mark.exchange}" if mark.mark.exchange else ""
    return (
        f"> {escaped(one_line(mark.mark.quote))}",
        "",
        f"— {escaped(f'“{one_line(mark.mark.title)}”{question}, {one.path}')} ({gone})",
    )


def _with_question(article: Article, span: Span) -> Span:
    """A passage that is a whole answer, with the question."""
    exchange = article.exchange_at(span.start)
    return exchange.span if exchange and span == exchange.answer.span else span
