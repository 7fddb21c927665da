"""What runs in threads while one types and reads: archive and query in, values out. Nothing here touches a widget."""

import time
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from typing import NamedTuple, assert_never

from reader.errors import UnreadableError
from reader.library.archive import Archive
from reader.model.article import Article, ArticleId
from reader.model.corpus import Corpus
from reader.model.text import Span
from reader.search.best_hit import best_hit
from reader.search.language import parse
from reader.search.matching import matches
from reader.search.query import Query
from reader.search.results import Hit, Snippet
from reader.search.snippet import snippet, snippet_said
from reader.ui.arrival import Arrival, AsLeft, AtAnchor, AtBestHit, AtFirstMatch, AtHit, AtLastMatch, AtOffset, Landing
from reader.ui.chart import Chart, Matches
from reader.ui.memory import Kept, Memory
from reader.ui.ordering import Order, ordered

FIRST_ROWS_SECONDS = 0.025
"""So long the first paint waits for second lines; the rest come after it."""


class RowSnippet(NamedTuple):
    """What of an article matched best, on one line."""

    text: str
    marks: tuple[Span, ...]
    exchange: int | None
    """The number of the exchange, where the match lies in one."""


class Found(NamedTuple):
    """What a query found, and what of it can be shown at once."""

    query: Query
    corpus: Corpus
    total: int
    ids: Sequence[ArticleId]
    snippets: Mapping[ArticleId, RowSnippet]


class AnswersFound(NamedTuple):
    """The answers that a query found, best first, and what of them can be shown at once."""

    query: Query
    corpus: Corpus
    hits: tuple[Hit, ...]
    snippets: Mapping[Hit, RowSnippet]


class Opened(NamedTuple):
    """An article, and what of it a query matches."""

    chart: Chart
    kept: Kept
    query: Query | None = None
    matches: Matches | None = None
    hit: int | None = None
    """Offset of the place that matches best."""
    is_glance: bool = False
    """Whether it is the text in plain lines, to be read until its structure is known."""

    @property
    def article(self) -> Article:
        """What was opened."""
        return self.chart.article


def find(
    archive: Archive,
    query: Query,
    order: Order,
    read: Container[ArticleId],
    *,
    first_rows: int,
    row_width: int,
    is_cancelled: Callable[[], bool],
) -> Found | None:
    """The articles that a query finds, with the second lines of the first rows; None where it was cancelled."""
    corpus = archive.corpus
    ranking = archive.engine.articles(query, is_cancelled)
    if is_cancelled():
        return None
    ids = ordered(corpus, ranking.ids, order, read)
    deadline = time.perf_counter() + FIRST_ROWS_SECONDS
    rows = row_snippets(
        archive, query, ids[:first_rows], row_width, lambda: is_cancelled() or time.perf_counter() > deadline
    )
    return Found(query, corpus, ranking.total, ids, rows)


def row_snippets(
    archive: Archive, query: Query, articles: Sequence[ArticleId], row_width: int, is_late: Callable[[], bool]
) -> dict[ArticleId, RowSnippet]:
    """The second lines of some rows, as far as time allows."""
    rows: dict[ArticleId, RowSnippet] = {}
    best, corpus = archive.engine.best(query, articles), archive.corpus
    for identity in articles:
        if is_late():
            break
        hit = best.get(identity)
        if hit is not None and hit.said is not None:
            headline = corpus[identity].title if identity in corpus else ""
            rows[identity] = _row(hit, snippet_said(hit.said, query, _room(hit, row_width), headline=headline))
            continue
        try:
            article = archive.article(identity)
        except UnreadableError as error:
            rows[identity] = RowSnippet(str(error), (), None)
            continue
        rows[identity] = row_snippet(article, query, row_width)
    return rows


def row_snippet(article: Article, query: Query, row_width: int) -> RowSnippet:
    """What of one article matches best, on one line of so many cells."""
    hit = best_hit(article, query)
    if hit is None:
        return RowSnippet("", (), None)
    return _row(hit, snippet(article, hit, query, _room(hit, row_width), headline=article.title or ""))


def _room(hit: Hit, row_width: int) -> int:
    lead = len(f"Q{hit.exchange} ") if hit.exchange is not None else 0
    return max(1, row_width - lead)


def _row(hit: Hit, found: Snippet) -> RowSnippet:
    # What an article holds as a whole may stand in none of its answers, or in its headline alone.
    if not found.marks and hit.exchange is not None:
        return RowSnippet("", (), None)
    return RowSnippet(found.text, found.marks, hit.exchange)


def find_answers(
    archive: Archive,
    query: Query,
    hits: Callable[[Callable[[], bool]], tuple[Hit, ...]],
    *,
    first_rows: int,
    row_width: int,
    is_cancelled: Callable[[], bool],
) -> AnswersFound | None:
    """The answers that are asked for, with what matched in the first rows; None where it was cancelled."""
    corpus = archive.corpus
    found = hits(is_cancelled)
    if is_cancelled():
        return None
    deadline = time.perf_counter() + FIRST_ROWS_SECONDS
    snippets = answer_snippets(
        archive, query, found[:first_rows], row_width, lambda: is_cancelled() or time.perf_counter() > deadline
    )
    return AnswersFound(query, corpus, found, snippets)


def answer_snippets(
    archive: Archive, query: Query, hits: Iterable[Hit], row_width: int, is_late: Callable[[], bool]
) -> dict[Hit, RowSnippet]:
    """Where some answers match, as far as time allows; of an exchange, its answer: the question stands above."""
    rows: dict[Hit, RowSnippet] = {}
    for hit in hits:
        if is_late():
            break
        if hit.said is not None:
            found = snippet_said(hit.said, query, row_width, has_question=False)
        else:
            try:
                found = snippet(archive.article(hit.article), hit, query, row_width, has_question=False)
            except UnreadableError as error:
                found = Snippet(str(error))
        rows[hit] = RowSnippet(found.text, found.marks, hit.exchange)
    return rows


def glance(archive: Archive, identity: ArticleId) -> Opened | None:
    """A big article as plain lines, to be read while its structure is still looked for; None where it isn't big."""
    article = archive.glance(identity)
    return None if article is None else Opened(Chart.of(article), Kept(), is_glance=True)


def open_article(archive: Archive, memory: Memory, identity: ArticleId, query: Query | None) -> Opened:
    """An article with what is remembered of it, and what the query matches in it.

    Raises:
        UnreadableError: The file can't be read.
    """
    article = archive.article(identity)
    chart, kept = Chart.of(article), memory.recall(article)
    if query is None:
        return Opened(chart, kept)
    # The place that the list shows a line of, as long as the text is the one that was searched.
    hit = archive.engine.best(query, (identity,)).get(identity)
    if hit is None or hit.span.end > len(article.text):
        hit = best_hit(article, query)
    found = Matches.on(chart, matched(article, query))
    return Opened(chart, kept, query, found, None if hit is None else hit.span.start)


def landing(arrival: Arrival, opened: Opened) -> Landing:
    """Where one arrives in an article."""
    text = opened.article.text
    match arrival:
        case AtBestHit() if opened.hit is not None:
            return AtHit(opened.hit)
        case AtBestHit():
            place = opened.kept.place
            return AtOffset(place.anchor.nearest(text) if place is not None else 0)
        case AtAnchor(anchor):
            return AtHit(anchor.nearest(text))
        case AsLeft(top, jumped):
            return AtOffset(top.nearest(text), jumped.nearest(text) if jumped is not None else None)
        case AtHit() | AtOffset() | AtFirstMatch() | AtLastMatch():
            return arrival
        case _:
            assert_never(arrival)


def matched(article: Article, query: Query) -> tuple[Span, ...]:
    """Every place in an article's text that a query's words match, in order."""
    return tuple(match.span for match in matches(article.text, query))


class Sought(NamedTuple):
    """What is to be found in an article."""

    text: str
    is_pattern: bool = False
    """Whether it is a regular expression; else words, phrases and near spellings, as in a filter."""

    def found_on(self, chart: Chart) -> Matches:
        """Where it stands in an article.

        Raises:
            PatternError: It is a regular expression that can't be used.
        """
        if self.is_pattern:
            from reader.search.pattern import found_by_pattern  # noqa: PLC0415 - `regex` takes a while to import

            return Matches.on(chart, found_by_pattern(chart.article.text, self.text))
        return Matches.on(chart, matched(chart.article, parse(self.text)))
