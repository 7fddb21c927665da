"""An answer with its source, to be pasted somewhere else."""

from pathlib import Path

from reader.export.pieces import Form, pieces
from reader.model.article import Article
from reader.model.interview import Exchange


def citation(article: Article, exchange: Exchange, path: Path) -> tuple[str, ...]:
    """The lines of a question, its answer, and where they come from: who, in what, by whom, when, in which file.

    Only what the text says of itself is told; what it doesn't say is left out.
    """
    question = " ".join(piece.text for piece in pieces(article, exchange.question.span))
    answer = [piece.text for piece in pieces(article, exchange.answer.span) if piece.form is not Form.ASIDE]
    quoted = [line for paragraph in answer for line in (*(f"> {one}" for one in paragraph.split("\n")), ">")][:-1]
    return (f"> **{question}**", ">", *quoted, "", f"— {_source(article, exchange, path)}")


def _source(article: Article, exchange: Exchange, path: Path) -> str:
    answer = exchange.answer
    speaker = article.speakers[answer.speaker].shown if answer.speaker is not None else answer.label
    metadata = article.metadata
    first = article.line_numbers.at(exchange.question.span.start)
    last = article.line_numbers.at(exchange.span.end - 1)
    parts = (
        speaker,
        f"“{metadata.title}”" if metadata.title else None,
        metadata.byline,
        metadata.site,
        metadata.date if metadata.date and metadata.date not in (metadata.byline or "") else None,
        f"question {exchange.number}",
        f"{path}, lines {first}–{last}" if last > first else f"{path}, line {first}",
    )
    return ", ".join(part for part in parts if part)
