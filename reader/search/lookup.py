"""One query against the index as it was when the search began.

It forgives no more than is needed to find anything: one slip a word; when that finds nothing, one in the beginning of
the last word; then two in long words. Numbers are those that the index gave the articles.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol, TypeAlias

import tantivy

from reader.model.identity import ArticleId
from reader.search.plan import ARTICLES, PASSAGES, Nearness, Planner
from reader.search.query import Atom, Query, Term
from reader.search.results import Said
from reader.search.schema import SCHEMA
from reader.search.vocabulary import Vocabulary

IsCancelled = Callable[[], bool]
Address: TypeAlias = tantivy.DocAddress

FIRST_PAGE = 256
"""Articles that are ranked at once; the rest when they are asked for."""
_PASSAGES_AN_ARTICLE = 50
"""Looked at to find the best of each; a longer article's best may be missed where none holds everything."""
_MOST_DAYS = 60_000
"""Of a timeline; the rarest beyond are left out."""


class Passage(NamedTuple):
    """A passage as the index knows it; the fields bear the names they have there."""

    number: int
    exchange: int
    start: int
    end: int
    line: int


class Numbering(Protocol):
    """Which article bears a number of the index, and where it stands when nothing is asked for."""

    def article(self, number: int) -> ArticleId:
        """The article with this number, also when it is gone meanwhile."""

    def number(self, article: ArticleId) -> int | None:
        """The number of an article; None where it is gone."""

    def place(self, number: int) -> int:
        """Where the article stands in the unfiltered order."""

    def everything(self) -> Sequence[ArticleId]:
        """All articles in that order, also those that are not in the index yet."""


class Found(NamedTuple):
    """The articles found, the first of them by rank."""

    plan: tantivy.Query
    nearness: Nearness
    total: int
    first: list[tuple[float, Address]]


class _Words:
    """What plans ask about words."""

    def __init__(self, searcher: tantivy.Searcher, vocabulary: Vocabulary) -> None:
        self._searcher = searcher
        self._vocabulary = vocabulary

    def near(self, term: Term, nearness: Nearness) -> tuple[str, ...]:
        """The words it may be a slip for, nearest first."""
        slips = term.most_slips if nearness is Nearness.TWO_SLIPS else 1
        begins = nearness >= Nearness.BEGINNING and term.is_prefix
        return self._vocabulary.near(term, slips, begins=begins)

    def frequency(self, name: str, word: str) -> int:
        """How many documents have a word in a field."""
        return self._searcher.doc_freq(name, word)


class Search:
    """One query against the index as it was when the search began."""

    def __init__(
        self,
        searcher: tantivy.Searcher,
        vocabulary: Vocabulary,
        numbering: Numbering,
        query: Query,
        is_cancelled: IsCancelled,
    ) -> None:
        self._searcher = searcher
        words = _Words(searcher, vocabulary)
        self.numbering = numbering
        self.query = query
        self._states = dict(query.states)
        self._articles = Planner(ARTICLES, words, self._articles_answering)
        self._passages = Planner(PASSAGES, words)
        self.found = self._article_search(is_cancelled)
        self._numbers: dict[ArticleId, int] = {}

    def articles_by_rank(self, count: int) -> list[ArticleId]:
        """The best articles."""
        numbers = self.numbers(count)
        articles = list(map(self.numbering.article, numbers))
        self._numbers.update(zip(articles, numbers, strict=True))
        return articles

    def number(self, article: ArticleId) -> int | None:
        """The number of an article; None where it is gone."""
        return self._numbers[article] if article in self._numbers else self.numbering.number(article)

    def _article_search(self, is_cancelled: IsCancelled) -> Found:
        """The articles found while forgiving no more than is needed to find any."""
        least, *more = _degrees(self.query)
        found = self._forgiving(least)
        for nearness in more:
            if found.total or is_cancelled():
                break
            found = self._forgiving(nearness)
        return found

    def _forgiving(self, nearness: Nearness) -> Found:
        if not self._articles.may_find(self.query, nearness):
            return Found(tantivy.Query.empty_query(), nearness, 0, [])
        plan = self._articles.matching(self.query, nearness)
        result = self._searcher.search(plan, FIRST_PAGE)
        return Found(plan, nearness, _count(result), result.hits)

    def articles(self, count: int) -> list[tuple[float, Address]]:
        """The best articles, with their scores."""
        if count > len(self.found.first) < self.found.total:
            return self._searcher.search(self.found.plan, count, count=False).hits
        return self.found.first[:count]

    def days(self) -> dict[int, int]:
        """How many articles are of which day."""
        if not self.query.needs:
            return days_of(self._searcher, self.found.plan)
        addresses = [address for _, address in self.articles(self.found.total)]
        articles = map(self.numbering.article, self._column("number", addresses))
        days = zip(articles, self._column("first_day", addresses), strict=True)
        return Counter(day for article, day in days if self.is_wanted(article))

    def numbers(self, count: int) -> list[int]:
        """The numbers of the best articles."""
        return self._column("number", [address for _, address in self.articles(count)])

    def passages(self, limit: int) -> list[tuple[float, Address, Passage]]:
        """The passages that hold everything, with their scores."""
        plan = self._passages.matching(self.query, self.found.nearness)
        return self._read(self._searcher.search(plan, limit, count=False).hits)

    def best_passages(self, numbers: list[int]) -> dict[int, tuple[Address, Passage]]:
        """For each article the passage that holds most of what is asked for."""
        plan = self._passages.loosely(self.query, self.found.nearness, numbers)
        hits = self._searcher.search(plan, len(numbers) * _PASSAGES_AN_ARTICLE, count=False).hits
        best: dict[int, tuple[Address, Passage]] = {}
        for _, address, passage in self._read(hits):
            best.setdefault(passage.number, (address, passage))
        return best

    def said(self, address: Address, line: int) -> Said:
        """What the passage at an address says."""
        stored = self._searcher.doc(address).get_first("said")
        text = bytes(stored).decode(errors="surrogatepass") if isinstance(stored, bytes) else ""
        *asked, answer = text.split("\n")
        speaker, question = asked if len(asked) == 2 else ("", "")
        return Said(answer, question, speaker, line)

    def is_wanted(self, article: ArticleId) -> bool:
        """Whether an article is in the states that the query asks for."""
        return all(
            (article in self._states.get(one.state, frozenset())) is not one.is_excluded
            for one in self.query.filters
            if one.state in self.query.needs
        )

    def _read(self, hits: list[tuple[float, Address]]) -> list[tuple[float, Address, Passage]]:
        addresses = [address for _, address in hits]
        columns = (self._column(name, addresses) for name in Passage._fields)
        return list(zip((score for score, _ in hits), addresses, map(Passage, *columns), strict=True))

    def _column(self, name: str, addresses: list[Address]) -> list[int]:
        return [int(value or 0) for value in self._searcher.fast_field_values(name, addresses)]

    def _articles_answering(self, atom: Atom, nearness: Nearness) -> tantivy.Query:
        plan = self._passages.atom(atom, nearness)
        count = _count(self._searcher.search(plan, 1))
        hits = self._searcher.search(plan, max(count, 1), count=False).hits
        numbers = sorted(set(self._column("number", [address for _, address in hits])))
        return tantivy.Query.term_set_query(SCHEMA, "number", numbers)


def _degrees(query: Query) -> Iterator[Nearness]:
    """The degrees of forgiveness that can make a difference, the first of them that of every search."""
    terms = [term for term in query.terms if term.slips]
    yield Nearness.ONE_SLIP if terms else Nearness.NONE
    if any(term.is_prefix for term in terms):
        yield Nearness.BEGINNING
    if any(term.most_slips > 1 for term in terms):
        yield Nearness.TWO_SLIPS


def days_of(searcher: tantivy.Searcher, plan: tantivy.Query) -> dict[int, int]:
    """How many documents of a plan are of which day."""
    counted = searcher.aggregate(plan, {"days": {"terms": {"field": "first_day", "size": _MOST_DAYS}}})
    return {int(bucket["key"]): int(bucket["doc_count"]) for bucket in counted["days"]["buckets"]}


def _count(result: tantivy.SearchResult) -> int:
    """How many documents there are, whatever the limit of the search was."""
    return int(result.count)  # type: ignore[attr-defined]  # left out of tantivy's stub
