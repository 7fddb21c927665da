"""From a query to what it finds, best first.

```
query ─► plan: every clause, as typed or near ──► tantivy ──► score = 10,000 for each clause as typed
                                                                    + where it stands: headline > question > …
           nothing found? ─► forgive more ─► plan
```

So an article in which nothing had to be corrected stands before every one in which something had. One slip a word is
forgiven; when that finds nothing, one in the beginning of the last word; then two in long words.

Searching holds no lock of the interpreter's, so typing goes on meanwhile. An engine may be used from any thread.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple, Protocol, overload

import tantivy

from reader.model.identity import ArticleId
from reader.model.text import Span
from reader.search.index import SCHEMA, Index
from reader.search.plan import ARTICLES, AS_TYPED, PASSAGES, Nearness, Planner, corrections
from reader.search.query import MOST_ATOMS, Atom, Query, Term
from reader.search.results import Hit, Ranking, Said
from reader.search.vocabulary import Vocabulary

IsCancelled = Callable[[], bool]
_Address = tantivy.DocAddress

_FIRST_PAGE = 256
"""Articles that are ranked at once; the rest when they are asked for."""
_PASSAGES_AN_ARTICLE = 50
"""Looked at to find the best of each; a longer article's best may be missed where none holds everything."""
_MOST_FILTERED = 5_000
"""Hits of which those in a state that was asked for are taken."""
_MOST_DAYS = 60_000
"""Of a timeline; the rarest beyond are left out."""
_GROUP = 1_000.0
"""Between the scores of one group of hits and the next."""


class _Passage(NamedTuple):
    """A passage as the index knows it; the fields bear the names they have there."""

    number: int
    exchange: int
    start: int
    end: int
    line: int


def _never() -> bool:
    return False


class Engine(Protocol):
    """Whatever can be searched."""

    def articles(self, query: Query, is_cancelled: IsCancelled = _never) -> Ranking:
        """The articles that hold everything the query asks for, best first."""

    def answers(self, query: Query, limit: int, is_cancelled: IsCancelled = _never) -> tuple[Hit, ...]:
        """The answers and passages that do, or those of an article that does as a whole, best first."""

    def best(self, query: Query, articles: Sequence[ArticleId]) -> Mapping[ArticleId, Hit]:
        """Of articles that were found, the passage that holds most of what is asked for, as far as it is known."""

    def days(self, query: Query) -> Mapping[int, int]:
        """How many of the articles that are found are of which day, as the number YYYYMMDD; 0 is no date."""


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


class TantivyEngine:
    """Searches an index."""

    def __init__(self, index: Index, numbering: Numbering) -> None:
        self._index = index
        self._numbering = numbering
        self._vocabulary = Vocabulary(index)
        self._last: tuple[Query, int, _Search] | None = None
        self._all_days: tuple[int, Mapping[int, int]] | None = None

    def articles(self, query: Query, is_cancelled: IsCancelled = _never) -> Ranking:
        """The articles that hold everything the query asks for, best first; in their usual order where no word is."""
        if not query:
            everything = self._numbering.everything()
            return Ranking(len(everything), everything)
        search = self._search(query, is_cancelled)
        if query.required and not query.needs:
            ranked = _Ranked(search)
            return Ranking(len(ranked), ranked)
        numbers = search.numbers(search.found.total)
        if not query.required:
            numbers.sort(key=self._numbering.place)
        found = tuple(filter(search.is_wanted, map(self._numbering.article, numbers)))
        return Ranking(len(found), found)

    def answers(self, query: Query, limit: int, is_cancelled: IsCancelled = _never) -> tuple[Hit, ...]:
        """The answers and passages that do, or the best ones of articles that do as a whole, best first."""
        if limit < 1:
            return ()
        return tuple(_answers(self._search(query, is_cancelled), limit))

    def best(self, query: Query, articles: Sequence[ArticleId]) -> Mapping[ArticleId, Hit]:
        """Of articles that were found, the passage that holds most of what is asked for, as far as it is known."""
        if not query.required:
            return {}
        search = self._search(query, _never)
        numbers = {number: one for one in articles if (number := search.number(one)) is not None}
        if not numbers:
            return {}
        found = search.best_passages(list(numbers))
        return {
            numbers[number]: search.hit(_Answer(0, 0, 0.0, passage, address))
            for number, (address, passage) in found.items()
        }

    def days(self, query: Query) -> Mapping[int, int]:
        """How many of the articles that are found are of which day; of an uncertain date, the first."""
        if query:
            return self._search(query, _never).days()
        generation = self._index.generation
        if self._all_days is None or self._all_days[0] != generation:
            plan = tantivy.Query.term_query(SCHEMA, "mark", ARTICLES.mark)
            self._all_days = (generation, _days(self._index.searcher(), plan))
        return self._all_days[1]

    def _search(self, query: Query, is_cancelled: IsCancelled) -> "_Search":
        """The search for a query; the last one is kept, as what is shown of its articles is asked for after it."""
        last, generation = self._last, self._index.generation
        if last and last[0] == query and last[1] == generation:
            return last[2]
        search = _Search(self._index.searcher(), self._vocabulary, self._numbering, query, is_cancelled)
        if not is_cancelled():
            self._last = (query, generation, search)
        return search


class _Found(NamedTuple):
    """The articles found, the first of them by rank."""

    plan: tantivy.Query
    nearness: Nearness
    total: int
    first: list[tuple[float, _Address]]


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


class _Search:
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

    def _article_search(self, is_cancelled: IsCancelled) -> _Found:
        """The articles found while forgiving no more than is needed to find any."""
        least, *more = _degrees(self.query)
        found = self._forgiving(least)
        for nearness in more:
            if found.total or is_cancelled():
                break
            found = self._forgiving(nearness)
        return found

    def _forgiving(self, nearness: Nearness) -> _Found:
        plan = self._articles.matching(self.query, nearness)
        result = self._searcher.search(plan, _FIRST_PAGE)
        return _Found(plan, nearness, _count(result), result.hits)

    def articles(self, count: int) -> list[tuple[float, _Address]]:
        """The best articles, with their scores."""
        if count > len(self.found.first) < self.found.total:
            return self._searcher.search(self.found.plan, count, count=False).hits
        return self.found.first[:count]

    def days(self) -> dict[int, int]:
        """How many articles are of which day."""
        if not self.query.needs:
            return _days(self._searcher, self.found.plan)
        addresses = [address for _, address in self.articles(self.found.total)]
        articles = map(self.numbering.article, self._column("number", addresses))
        days = zip(articles, self._column("first_day", addresses), strict=True)
        return Counter(day for article, day in days if self.is_wanted(article))

    def numbers(self, count: int) -> list[int]:
        """The numbers of the best articles."""
        return self._column("number", [address for _, address in self.articles(count)])

    def passages(self, limit: int) -> list[tuple[float, _Address, _Passage]]:
        """The passages that hold everything, with their scores."""
        plan = self._passages.matching(self.query, self.found.nearness)
        return self._read(self._searcher.search(plan, limit, count=False).hits)

    def best_passages(self, numbers: list[int]) -> dict[int, tuple[_Address, _Passage]]:
        """For each article the passage that holds most of what is asked for."""
        plan = self._passages.loosely(self.query, self.found.nearness, numbers)
        hits = self._searcher.search(plan, len(numbers) * _PASSAGES_AN_ARTICLE, count=False).hits
        best: dict[int, tuple[_Address, _Passage]] = {}
        for _, address, passage in self._read(hits):
            best.setdefault(passage.number, (address, passage))
        return best

    def hit(self, answer: "_Answer") -> Hit:
        """An answer for others, its score one number that keeps the order."""
        passage = answer.passage
        group = 2 * (MOST_ATOMS - answer.corrected) + 1 - answer.group
        score = _GROUP * group + min(-answer.negative_score % AS_TYPED, _GROUP - 1)
        return Hit(
            self.numbering.article(passage.number),
            passage.exchange or None,
            Span(passage.start, passage.end),
            round(score, 3),
            said=self._said(answer.address, passage.line),
        )

    def _said(self, address: _Address, line: int) -> Said:
        """What the passage at an address says."""
        stored = self._searcher.doc(address).get_first("said")
        text = bytes(stored).decode(errors="surrogatepass") if isinstance(stored, bytes) else ""
        question, _, answer = text.rpartition("\n")
        return Said(answer, question, line)

    def is_wanted(self, article: ArticleId) -> bool:
        """Whether an article is in the states that the query asks for."""
        return all(
            (article in self._states.get(one.state, frozenset())) is not one.is_excluded
            for one in self.query.filters
            if one.state in self.query.needs
        )

    def _read(self, hits: list[tuple[float, _Address]]) -> list[tuple[float, _Address, _Passage]]:
        addresses = [address for _, address in hits]
        columns = (self._column(name, addresses) for name in _Passage._fields)
        return list(zip((score for score, _ in hits), addresses, map(_Passage, *columns), strict=True))

    def _column(self, name: str, addresses: list[_Address]) -> list[int]:
        return [int(value or 0) for value in self._searcher.fast_field_values(name, addresses)]

    def _articles_answering(self, atom: Atom, nearness: Nearness) -> tantivy.Query:
        plan = self._passages.atom(atom, nearness)
        count = _count(self._searcher.search(plan, 1))
        hits = self._searcher.search(plan, max(count, 1), count=False).hits
        numbers = sorted(set(self._column("number", [address for _, address in hits])))
        return tantivy.Query.term_set_query(SCHEMA, "number", numbers)


def _answers(search: _Search, limit: int) -> list[Hit]:
    """Passages that hold everything, and the best ones of articles that do as a whole: fewest corrections first."""
    query, nearness = search.query, search.found.nearness
    count = _MOST_FILTERED if query.needs else limit
    ranked: list[_Answer] = []
    if query.required and search.found.total:
        ranked = [
            _Answer(corrections(query, nearness, score), 0, -score, passage, address)
            for score, address, passage in search.passages(count)
        ]
    fewest: dict[int, int] = {}
    for answer in ranked:
        fewest.setdefault(answer.passage.number, answer.corrected)
    wholes: dict[int, tuple[int, float]] = {}
    for number, (score, _) in zip(search.numbers(count), search.articles(count), strict=True):
        corrected = corrections(query, nearness, score)
        if corrected < fewest.get(number, corrected + 1):
            wholes[number] = (corrected, score)
    for number, (address, passage) in search.best_passages(list(wholes)).items() if wholes else ():
        corrected, score = wholes[number]
        ranked.append(_Answer(corrected, 1, -score, passage, address))
    ranked.sort(key=lambda answer: answer[:-1])
    wanted = (answer for answer in ranked if search.is_wanted(search.numbering.article(answer.passage.number)))
    return [search.hit(answer) for answer in islice(wanted, limit)]


class _Answer(NamedTuple):
    """A passage, in the order in which it is told."""

    corrected: int
    """Clauses."""
    group: int
    """0 where the passage holds everything, 1 where only its article does."""
    negative_score: float
    passage: _Passage
    address: _Address
    """Where its document is; of no account for the order."""


def _degrees(query: Query) -> Iterator[Nearness]:
    """The degrees of forgiveness that can make a difference, the first of them that of every search."""
    terms = [term for term in query.terms if term.slips]
    yield Nearness.ONE_SLIP if terms else Nearness.NONE
    if any(term.is_prefix for term in terms):
        yield Nearness.BEGINNING
    if any(term.most_slips > 1 for term in terms):
        yield Nearness.TWO_SLIPS


def _days(searcher: tantivy.Searcher, plan: tantivy.Query) -> dict[int, int]:
    counted = searcher.aggregate(plan, {"days": {"terms": {"field": "first_day", "size": _MOST_DAYS}}})
    return {int(bucket["key"]): int(bucket["doc_count"]) for bucket in counted["days"]["buckets"]}


def _count(result: tantivy.SearchResult) -> int:
    """How many documents there are, whatever the limit of the search was."""
    return int(result.count)  # type: ignore[attr-defined]  # left out of tantivy's stub


class _Ranked(Sequence[ArticleId]):
    """The articles found, looked up as they are asked for."""

    def __init__(self, search: _Search) -> None:
        self._search = search
        self._total = search.found.total
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
        self._ids = self._search.articles_by_rank(count)
