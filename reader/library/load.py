"""What of an archive is known to the program while it is being read, put together from what a build tells."""

import time
from array import array
from collections import deque
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, assert_never, overload

from reader.library.build_messages import (
    Began,
    Committed,
    Known,
    Message,
    Names,
    Passed,
    Progressed,
    Ready,
    Removed,
    Warned,
)
from reader.library.records import Stock, Store
from reader.model.corpus import Corpus, Skipped, natural_key
from reader.model.identity import ArticleId

_RATE_SECONDS = 5.0
_LEAST_SECONDS = 0.5
"""Over which a rate is told."""


class Progress(NamedTuple):
    """How far an archive has been read."""

    found: int = 0
    """Files that are articles, as far as they have been found."""
    parsed: int = 0
    """Those of which everything is known."""
    total: int | None = None
    """How many there are; None while files are still being found."""
    is_complete: bool = False
    """Whether all of them can be searched."""
    rate: float | None = None
    """Articles parsed a second, of late; None where too little is known."""

    @property
    def seconds_left(self) -> float | None:
        """How long it will still take; None where nobody knows."""
        if self.total is None or not self.rate:
            return None
        return (self.total - self.parsed) / self.rate


class Intake:
    """The corpus so far. One thread takes messages; any thread may look."""

    def __init__(self) -> None:
        self.warnings: tuple[str, ...] = ()
        """What went wrong without harm, a sentence each."""
        self.begin()

    def begin(self, stock: Stock | None = None, skipped: Iterable[tuple[str, str, bool]] = ()) -> None:
        """Go on from what was kept, or from nothing."""
        self._stock = stock or Stock(Store(), array("I"))
        self._skipped = _sorted(map(_skipped, skipped))
        self._rate = _Rate()
        self.corpus = self._made()
        """Swapped whole; never changed."""
        self.progress = Progress(len(self._stock), len(self._stock))

    def take(self, message: Message) -> None:
        """Put in what a build tells."""
        match message:
            case Names(first, ids, records, answers):
                store = self._stock.store
                for article, record in zip(ids, records, strict=True):
                    store.add(article, record)
                self._stock = self._stock.with_numbers(zip(range(first, len(store)), answers, strict=True))
                self.corpus = self._made()
            case Known(entries):
                for number, record, _ in entries:
                    self._stock.store.replace(number, record)
                self._stock = self._stock.with_answers(sum(more for _, _, more in entries))
                self.corpus = self._made()
            case Removed(ids):
                self._stock = self._stock.with_numbers((), map(ArticleId, ids))
                self.corpus = self._made()
            case Passed(skipped, is_all):
                told = list(map(_skipped, skipped))
                self._skipped = _sorted(told if is_all else [*self._skipped, *told])
                self.corpus = self._made()
            case Progressed(found, parsed, is_counted):
                self._rate.count(parsed)
                total = found if is_counted else None
                self.progress = Progress(found, parsed, total, rate=self._rate.per_second)
            case Warned(text):
                if text not in self.warnings:
                    self.warnings = (*self.warnings, text)
            case Ready():
                count = len(self._stock)
                self.progress = Progress(count, count, count, is_complete=True)
            case Committed() | Began():
                pass  # what these are about is not kept here
            case _:
                assert_never(message)

    def article(self, number: int) -> ArticleId:
        """The article with a number of the index."""
        store = self._stock.store
        return store.id(number) if number < len(store) else ArticleId("")

    def number(self, article: ArticleId) -> int | None:
        """The number of an article; None where it is not in the archive."""
        return self._stock.number(article)

    def place(self, number: int) -> int:
        """Where it stands in the corpus."""
        return self._stock.place_of(number)

    def everything(self) -> Sequence[ArticleId]:
        """Every article, in the order of the corpus."""
        return _Ids(self._stock)

    def _made(self) -> Corpus:
        return Corpus(self._stock, self._skipped)


class _Ids(Sequence[ArticleId]):
    """The ids of a stock, looked up as they are asked for."""

    def __init__(self, stock: Stock) -> None:
        self._stock = stock

    def __len__(self) -> int:
        return len(self._stock)

    @overload
    def __getitem__(self, place: int) -> ArticleId: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[ArticleId]: ...
    def __getitem__(self, place: int | slice) -> ArticleId | Sequence[ArticleId]:
        numbers, store = self._stock.numbers, self._stock.store
        if isinstance(place, slice):
            return [store.id(number) for number in numbers[place]]
        return store.id(numbers[place])


def _skipped(told: tuple[str, str, bool]) -> Skipped:
    path, reason, is_unreadable = told
    return Skipped(Path(path), reason, is_unreadable)


def _sorted(skipped: Iterable[Skipped]) -> tuple[Skipped, ...]:
    latest = {one.path: one for one in skipped}
    return tuple(sorted(latest.values(), key=lambda one: natural_key(one.path.as_posix())))


class _Rate:
    """How fast a count has grown in the last few seconds."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()
        self.per_second: float | None = None

    def count(self, count: int) -> None:
        """Note the count as it is now."""
        now = time.monotonic()
        self._seen.append((now, count))
        while now - self._seen[0][0] > _RATE_SECONDS:
            self._seen.popleft()
        seconds = now - self._seen[0][0]
        more = count - self._seen[0][1]
        if seconds > _LEAST_SECONDS and more > 0:
            self.per_second = more / seconds
