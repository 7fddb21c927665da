"""The order in which what was found is told: articles, and the answers of all of them."""

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple, overload

from reader.model.identity import ArticleId
from reader.model.text import Span
from reader.search.lookup import FIRST_PAGE, Address, Passage, Search
from reader.search.plan import AS_TYPED, corrections
from reader.search.query import MOST_ATOMS
from reader.search.results import Hit

_MOST_FILTERED = 5_000
"""Hits of which those in a state that was asked for are taken."""
_GROUP = 1_000.0
"""Between the scores of one group of hits and the next."""


def answers(search: Search, limit: int) -> list[Hit]:
    """Passages that hold everything, and the best ones of articles that do as a whole: fewest corrections first."""
    query, nearness = search.query, search.found.nearness
    count = _MOST_FILTERED if query.needs else limit
    ranked: list[Answer] = []
    if query.required and search.found.total:
        ranked = [
            Answer(corrections(query, nearness, score), 0, -score, passage, address)
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
        ranked.append(Answer(corrected, 1, -score, passage, address))
    ranked.sort(key=lambda answer: answer[:-1])
    wanted = (answer for answer in ranked if search.is_wanted(search.numbering.article(answer.passage.number)))
    return [hit(search, answer) for answer in islice(wanted, limit)]


class Answer(NamedTuple):
    """A passage, in the order in which it is told."""

    corrected: int
    """Clauses."""
    group: int
    """0 where the passage holds everything, 1 where only its article does."""
    negative_score: float
    passage: Passage
    address: Address
    """Where its document is; of no account for the order."""


def hit(search: Search, answer: Answer) -> Hit:
    """An answer for others, its score one number that keeps the order."""
    passage = answer.passage
    group = 2 * (MOST_ATOMS - answer.corrected) + 1 - answer.group
    score = _GROUP * group + min(-answer.negative_score % AS_TYPED, _GROUP - 1)
    return Hit(
        search.numbering.article(passage.number),
        passage.exchange or None,
        Span(passage.start, passage.end),
        round(score, 3),
        said=search.said(answer.address, passage.line),
    )


class Ranked(Sequence[ArticleId]):
    """The articles found, looked up as they are asked for."""

    def __init__(self, search: Search) -> None:
        self._search = search
        self._total = search.found.total
        self._ids: list[ArticleId] = []
        self._reach(min(FIRST_PAGE, self._total))

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
