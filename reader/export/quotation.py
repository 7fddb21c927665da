"""Any part of an article with its source, to be pasted somewhere else."""

from pathlib import Path

from reader.export.pieces import pieces
from reader.model.article import Article
from reader.model.text import Span


def quotation(article: Article, span: Span, path: Path) -> tuple[str, ...]:
    """The lines of any part of an article, and where they come from."""
    quoted = [
        line for piece in pieces(article, span) for line in (*(f"> {one}" for one in piece.text.split("\n")), ">")
    ]
    first, last = article.line_numbers.at(span.start), article.line_numbers.at(max(span.start, span.end - 1))
    title = f"“{article.title}”, " if article.title else ""
    place = f"lines {first}–{last}" if last > first else f"line {first}"
    return (*quoted[:-1], "", f"— {title}{path}, {place}")
