"""An article as the record other programs read: `reader show FILE --format json`, a contract.

Lines are 1-based. Questions and answers are as written, without their labels.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from reader.model.article import Article, Furniture
from reader.model.interview import Exchange
from reader.model.text import Span

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"
"""What a record is made of."""


def article_record(article: Article, path: Path, exchanges: Sequence[Exchange] | None = None) -> dict[str, Json]:
    """All that was found in an article; of its exchanges those given, else every one."""
    metadata = article.metadata
    title_line = article.line_numbers.at(metadata.title_span.start) if metadata.title_span else None
    chosen = article.exchanges if exchanges is None else exchanges
    return {
        "id": article.id,
        "path": str(path),
        "title": metadata.title,
        "title_line": title_line,
        "standfirst": metadata.standfirst,
        "byline": metadata.byline,
        "date": metadata.date,
        "kind": article.kind.value,
        "encoding": article.encoding,
        "words": article.words,
        "minutes": article.minutes,
        "speakers": [
            {"label": speaker.label, "name": speaker.name, "role": speaker.role.value} for speaker in article.speakers
        ],
        "exchanges": [_exchange_record(article, exchange) for exchange in chosen],
        "furniture": [_line_range(article, block.span) for block in article.blocks if isinstance(block, Furniture)],
        "warnings": list(article.warnings),
    }


def _exchange_record(article: Article, exchange: Exchange) -> dict[str, Json]:
    question, answer = exchange.question, exchange.answer
    question_line, question_end = _line_range(article, question.span)
    answer_start, answer_end = _line_range(article, answer.span)
    return {
        "number": exchange.number,
        "question": question.body.of(article.text),
        "question_line": question_line,
        "question_end": question_end,
        "questioner": question.label,
        "answer": answer.body.of(article.text),
        "answer_start": answer_start,
        "answer_end": answer_end,
        "answerer": answer.label,
    }


def _line_range(article: Article, span: Span) -> list[int]:
    """The lines of a span's first and last character."""
    return [article.line_numbers.at(span.start), article.line_numbers.at(max(span.start, span.end - 1))]
