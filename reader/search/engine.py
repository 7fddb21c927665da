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

from collections.abc import Mapping, Sequence
from typing import Protocol

import tantivy

from reader.model.identity import ArticleId
from reader.search.index import Index
from reader.search.lookup import IsCancelled, Numbering, Search, days_of
from reader.search.plan import ARTICLES
from reader.search.query import Query
from reader.search.ranked import Answer, Ranked, answers, hit
from reader.search.results import Hit, Ranking
from reader.search.schema import SCHEMA
from reader.search.vocabulary import Vocabulary


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


class TantivyEngine:
    """Searches an index."""

    def __init__(self, index: Index, numbering: Numbering) -> None:
        self._index = index
        self._numbering = numbering
        self._vocabulary = Vocabulary(index)
        self._last: tuple[Query, int, Search] | None = None
        self._all_days: tuple[int, Mapping[int, int]] | None = None

    def articles(self, query: Query, is_cancelled: IsCancelled = _never) -> Ranking:
        """The articles that hold everything the query asks for, best first; in their usual order where no word is."""
        if not query:
            everything = self._numbering.everything()
            return Ranking(len(everything), everything)
        search = self._search(query, is_cancelled)
        if query.required and not query.needs:
            ranked = Ranked(search)
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
        return tuple(answers(self._search(query, is_cancelled), limit))

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
            numbers[number]: hit(search, Answer(0, 0, 0.0, passage, address))
            for number, (address, passage) in found.items()
        }

    def days(self, query: Query) -> Mapping[int, int]:
        """How many of the articles that are found are of which day; of an uncertain date, the first."""
        if query:
            return self._search(query, _never).days()
        generation = self._index.generation
        if self._all_days is None or self._all_days[0] != generation:
            plan = tantivy.Query.term_query(SCHEMA, "mark", ARTICLES.mark)
            self._all_days = (generation, days_of(self._index.searcher(), plan))
        return self._all_days[1]

    def _search(self, query: Query, is_cancelled: IsCancelled) -> Search:
        """The search for a query; the last one is kept, as what is shown of its articles is asked for after it."""
        last, generation = self._last, self._index.generation
        if last and last[0] == query and last[1] == generation:
            return last[2]
        search = Search(self._index.searcher(), self._vocabulary, self._numbering, query, is_cancelled)
        if not is_cancelled():
            self._last = (query, generation, search)
        return search
