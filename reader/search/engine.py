"""From a query to what it finds, best first.

```
         every clause as typed ──► tier 1 ─┐
query ─►                                   ├─► ranked within each tier by where it stands:
         near spellings, not 1 ──► tier 2 ─┘   headline > question > speaker > body, close together > apart
```

An article in which nothing had to be corrected stands before every one in which something had. The second tier forgives
one slip a word; when both are empty, so are beginnings of the last word, and then two slips in long words.

Searching holds no lock of the interpreter's, so typing goes on meanwhile. An engine may be used from any thread.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Protocol, overload

import tantivy
from tantivy import Occur

from reader.model.article import ArticleId
from reader.model.text import Span
from reader.search.index import SCHEMA, Index
from reader.search.plan import ARTICLES, PASSAGES, Nearness, Planner
from reader.search.query import Atom, Query, Term
from reader.search.results import Hit, Ranking

IsCancelled = Callable[[], bool]
_Address = tantivy.DocAddress

_FIRST_PAGE = 256
"""Articles that are ranked at once; the rest when they are asked for."""
_TIER = 1_000.0
"""Between the scores of one group of hits and the next."""


def _never() -> bool:
    return False


class Engine(Protocol):
    """Whatever can be searched."""

    def articles(self, query: Query, is_cancelled: IsCancelled = _never) -> Ranking:
        """The articles that hold everything the query asks for, best first."""

    def answers(self, query: Query, limit: int, is_cancelled: IsCancelled = _never) -> tuple[Hit, ...]:
        """The answers and passages that do, or those of an article that does as a whole, best first."""


class Numbering(Protocol):
    """Which article bears a number of the index, and where it stands when nothing is asked for."""

    def article(self, number: int) -> ArticleId:
        """The article with this number, also when it is gone meanwhile."""

    def place(self, number: int) -> int:
        """Where the article stands in the unfiltered order."""


class TantivyEngine:
    """Searches an index."""

    def __init__(self, index: Index, numbering: Numbering) -> None:
        self._index = index
        self._numbering = numbering

    def articles(self, query: Query, is_cancelled: IsCancelled = _never) -> Ranking:
        """The articles that hold everything the query asks for, best first; in their usual order where no word is."""
        search = _Search(self._index.searcher(), self._numbering, query, is_cancelled)
        tiers = search.tiers()
        if query.required and not query.needs:
            ranked = _Ranked(search, tiers)
            return Ranking(len(ranked), ranked)
        numbers = [number for tier in tiers for number in search.numbers(search.page(tier, 0, tier.total))]
        if not query.required:
            numbers.sort(key=self._numbering.place)
        found = tuple(filter(search.is_wanted, map(self._numbering.article, numbers)))
        return Ranking(len(found), found)

    def answers(self, query: Query, limit: int, is_cancelled: IsCancelled = _never) -> tuple[Hit, ...]:
        """The answers and passages that do, or those of an article that does as a whole, best first."""
        if limit < 1:
            return ()
        search = _Search(self._index.searcher(), self._numbering, query, is_cancelled)
        return tuple(islice(_answers(search, limit), limit))


@dataclass(frozen=True, slots=True)
class _Tier:
    """Documents that are ranked among themselves."""

    plan: tantivy.Query
    nearness: Nearness
    total: int
    first: list[_Address]
    """The best of them."""


class _Search:
    """One query against the index as it was when the search began."""

    def __init__(
        self, searcher: tantivy.Searcher, numbering: Numbering, query: Query, is_cancelled: IsCancelled
    ) -> None:
        self._searcher = searcher
        self.numbering = numbering
        self.query = query
        self._is_cancelled = is_cancelled
        self._states = dict(query.states)
        self._articles = Planner(ARTICLES, self._articles_answering)
        self._passages = Planner(PASSAGES)

    def tiers(self) -> list[_Tier]:
        """The articles found as typed, then those found by forgiving slips; empty tiers left out."""
        as_typed = self._articles.matching(self.query, Nearness.NONE)
        found = [self._tier(as_typed, Nearness.NONE)]
        for nearness in _forgiving(self.query):
            if self._is_cancelled() or (nearness > Nearness.ONE_SLIP and any(tier.total for tier in found)):
                break
            found.append(self._tier(_but(self._articles.matching(self.query, nearness), as_typed), nearness))
        return [tier for tier in found if tier.total]

    def passages(self, nearness: Nearness, limit: int) -> list[tuple[float, _Address]]:
        """The passages that hold everything, those found with less forgiveness left out."""
        if self._is_cancelled():
            return []
        plan = self._passages.matching(self.query, nearness)
        if nearness:
            plan = _but(plan, self._passages.matching(self.query, Nearness.NONE))
        return self._searcher.search(plan, limit, count=False).hits

    def best_passage(self, number: int, nearness: Nearness) -> _Address | None:
        """The passage of an article that holds most of what is asked for."""
        plan = self._passages.loosely(self.query, nearness, number)
        return next((address for _, address in self._searcher.search(plan, 1, count=False).hits), None)

    def page(self, tier: _Tier, start: int, count: int) -> list[_Address]:
        """Some of a tier's documents, by rank."""
        if start + count <= len(tier.first) or tier.total <= len(tier.first):
            return tier.first[start : start + count]
        found = self._searcher.search(tier.plan, count, count=False, offset=start)
        return [address for _, address in found.hits]

    def numbers(self, addresses: list[_Address]) -> list[int]:
        """The numbers of the articles that the documents belong to."""
        return self.column("number", addresses)

    def column(self, name: str, addresses: list[_Address]) -> list[int]:
        """One field of several documents."""
        return [int(value or 0) for value in self._searcher.fast_field_values(name, addresses)]

    def is_wanted(self, article: ArticleId) -> bool:
        """Whether an article is in the states that the query asks for."""
        return all(
            (article in self._states.get(one.state, frozenset())) is not one.is_excluded
            for one in self.query.filters
            if one.state in self.query.needs
        )

    def _tier(self, plan: tantivy.Query, nearness: Nearness) -> _Tier:
        found = self._searcher.search(plan, _FIRST_PAGE)
        return _Tier(plan, nearness, _count(found), [address for _, address in found.hits])

    def _articles_answering(self, atom: Atom, nearness: Nearness) -> tantivy.Query:
        plan = self._passages.atom(atom, nearness)
        count = _count(self._searcher.search(plan, 1))
        hits = self._searcher.search(plan, max(count, 1), count=False).hits
        numbers = sorted(set(self.numbers([address for _, address in hits])))
        return tantivy.Query.term_set_query(SCHEMA, "number", numbers)


def _answers(search: _Search, limit: int) -> Iterator[Hit]:
    """Of each tier, first the passages that hold everything, then the best passages of articles that do as a whole."""
    for rank, tier in enumerate(search.tiers()):
        seen: set[ArticleId] = set()
        found = search.passages(tier.nearness, limit)
        for hit in _hits(search, [address for _, address in found], [score for score, _ in found]):
            seen.add(hit.article)
            if search.is_wanted(hit.article):
                yield replace(hit, score=_score(rank, 1, hit.score))
        for place, number in enumerate(search.numbers(search.page(tier, 0, limit))):
            article = search.numbering.article(number)
            if article not in seen and search.is_wanted(article):
                best = search.best_passage(number, tier.nearness)
                yield from _hits(search, [best] if best else [], [_score(rank, 0, 1 / (1 + place))])


def _score(rank: int, group: int, score: float) -> float:
    """A score that keeps the order of tiers, and of passages before whole articles."""
    return round(_TIER * (3 - rank * 2 + group) + min(score, _TIER - 1), 3)


def _hits(search: _Search, addresses: list[_Address], scores: Sequence[float]) -> Iterator[Hit]:
    columns = [search.column(name, addresses) for name in ("number", "exchange", "start", "end")]
    for number, exchange, start, end, score in zip(*columns, scores, strict=True):
        yield Hit(search.numbering.article(number), exchange or None, Span(start, end), score)


def _forgiving(query: Query) -> Iterator[Nearness]:
    """The degrees of forgiveness that can make a difference."""
    terms = [atom for clause in query.required for atom in clause.atoms if isinstance(atom, Term)]
    if any(term.slips for term in terms):
        yield Nearness.ONE_SLIP
        if any(term.slips and term.is_prefix for term in terms):
            yield Nearness.BEGINNING
        if any(term.most_slips > 1 for term in terms):
            yield Nearness.TWO_SLIPS


def _count(result: tantivy.SearchResult) -> int:
    """How many documents there are, whatever the limit of the search was."""
    return int(result.count)  # type: ignore[attr-defined]  # left out of tantivy's stub


def _but(plan: tantivy.Query, other: tantivy.Query) -> tantivy.Query:
    return tantivy.Query.boolean_query([(Occur.Must, plan), (Occur.MustNot, other)])


class _Ranked(Sequence[ArticleId]):
    """The articles of several tiers, looked up as they are asked for."""

    def __init__(self, search: _Search, tiers: Sequence[_Tier]) -> None:
        self._search = search
        self._tiers = tiers
        self._total = sum(tier.total for tier in tiers)
        self._ids: list[ArticleId] = []
        self._reach(min(_FIRST_PAGE, self._total))

    def __len__(self) -> int:
        return self._total

    @overload
    def __getitem__(self, place: int) -> ArticleId: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[ArticleId]: ...
    def __getitem__(self, place: int | slice) -> ArticleId | Sequence[ArticleId]:
        if isinstance(place, slice):
            return [self[at] for at in range(*place.indices(self._total))]
        if not -self._total <= place < self._total:
            raise IndexError(place)
        place %= self._total
        if place >= len(self._ids):
            self._reach(min(self._total, (place + 1) * 4))
        return self._ids[place]

    def _reach(self, count: int) -> None:
        """Know at least so many."""
        ids: list[ArticleId] = []
        for tier in self._tiers:
            wanted = min(tier.total, count - len(ids))
            numbers = self._search.numbers(self._search.page(tier, 0, wanted)) if wanted > 0 else []
            ids += map(self._search.numbering.article, numbers)
        self._ids = ids
