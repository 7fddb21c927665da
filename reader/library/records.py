"""Entries as bytes, and shelves of them: what makes a corpus of 100,000 articles cheap to hold and to change.

```
Store   number ─► id, record        only grows; a number is given once and never again
Stock   order: numbers as they stand in the corpus, 4 bytes each; made anew for each corpus, shares the store
```

A record is JSON, so that a cache of another time or hand can do no harm.
"""

import json
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol, overload

from reader.model.corpus import CorpusChange, Entry, OrderKey, Shelf, order_key
from reader.model.identity import ArticleId, Kind

_quoted = json.encoder.encode_basestring_ascii
_UNKNOWN = ',"article",0,[],[],null,null,"utf-8",[],[],false]'
"""The rest of the record of a file of which only the title is known."""
_KEPT = 4_096
"""Entries, and places in the order, that are not made anew when they are looked at again."""


def encoded_name(file: str, title: str) -> bytes:
    """What is known of a file before it is parsed, as a record: as an entry, but without the cost of one."""
    return f"[{_quoted(file)},{_quoted(title)}{_UNKNOWN}".encode("ascii")


def encoded(entry: Entry) -> bytes:
    """An entry as a record, without its id."""
    fields = (
        str(entry.path),
        entry.title,
        entry.kind.value,
        entry.words,
        entry.questions,
        entry.speakers,
        entry.date,
        entry.byline,
        entry.encoding,
        entry.warnings,
        entry.evidence,
        entry.is_parsed,
    )
    return json.dumps(fields, separators=(",", ":")).encode("ascii")


def decoded(article: ArticleId, record: bytes) -> Entry:
    """The entry that a record was made of; ValueError where it is none."""
    try:
        path, title, kind, words, questions, speakers, *rest = json.loads(record)
        date, byline, encoding, warnings, evidence, is_parsed = rest
        return Entry(
            article,
            Path(path),
            title,
            Kind(kind),
            words,
            tuple(questions),
            tuple(speakers),
            date,
            byline,
            encoding,
            tuple(warnings),
            tuple(evidence),
            is_parsed,
        )
    except TypeError as error:
        raise ValueError(f"no entry: {record[:80]!r}") from error


class Base(Protocol):
    """Records that were there before."""

    def __len__(self) -> int:
        """How many numbers they take; the first free one."""

    def id(self, number: int) -> str:
        """The article's id."""

    def record(self, number: int) -> bytes:
        """Its entry."""


class Store:
    """The id and the record of each number: those of a base, and those that were added since."""

    def __init__(self, base: Base | None = None) -> None:
        self._base = base
        self._first = len(base) if base else 0
        self._ids: list[str] = []
        self._records: list[bytes] = []
        self._kept: dict[int, tuple[bytes, Entry]] = {}
        self._keys: dict[int, OrderKey] = {}

    def __len__(self) -> int:
        """How many numbers were given."""
        return self._first + len(self._ids)

    def add(self, article: str, record: bytes) -> int:
        """Put in an article; gives its number."""
        self._ids.append(article)
        self._records.append(record)
        return self._first + len(self._ids) - 1

    def replace(self, number: int, record: bytes) -> None:
        """More is known of an article that was added."""
        self._records[number - self._first] = record

    def id(self, number: int) -> ArticleId:
        """The article with this number."""
        if self._base and number < self._first:
            return ArticleId(self._base.id(number))
        return ArticleId(self._ids[number - self._first])

    def order_key(self, number: int) -> OrderKey:
        """By what it stands among the others: whoever looks for an article asks this of the same few each time."""
        key = self._keys.get(number)
        if key is None:
            if len(self._keys) >= _KEPT:
                self._keys.clear()
            key = self._keys[number] = order_key(self.id(number))
        return key

    def record(self, number: int) -> bytes:
        """Its entry as bytes."""
        if self._base and number < self._first:
            return self._base.record(number)
        return self._records[number - self._first]

    def entry(self, number: int) -> Entry:
        """Its entry."""
        kept = self._kept.get(number)
        record = self.record(number) if number >= self._first or kept is None else kept[0]
        if kept and kept[0] is record:
            return kept[1]
        article = self.id(number)
        try:
            entry = decoded(article, record)
        except ValueError:
            # Of a damaged cache; a build notices, and makes it anew.
            entry = Entry(article, Path(article), article, is_parsed=False)
        if len(self._kept) >= _KEPT:
            self._kept.clear()
        self._kept[number] = (record, entry)
        return entry


class Stock(Shelf):
    """The entries of a corpus, in order."""

    def __init__(self, store: Store, order: "array[int] | memoryview[int]", answers: int = 0) -> None:
        self.store = store
        self._order = order
        self._answers = answers
        self._inverse: array[int] | None = None

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, place: int) -> Entry: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Entry]: ...
    def __getitem__(self, place: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(place, slice):
            return tuple(self.store.entry(number) for number in self._order[place])
        return self.store.entry(self._order[place])

    def id(self, place: int) -> ArticleId:
        """The article at a place, whatever else its entry says."""
        return self.store.id(self._order[place])

    @property
    def answers(self) -> int:
        """How many exchanges all articles have together."""
        return self._answers

    @property
    def numbers(self) -> "array[int] | memoryview[int]":
        """The numbers of the articles, in order."""
        return self._order

    def place(self, article: ArticleId) -> int | None:
        """Where an article stands, from 0."""
        place = self._bisect(order_key(article))
        if place < len(self._order) and self.store.id(self._order[place]) == article:
            return place
        return None

    def number(self, article: ArticleId) -> int | None:
        """The number of an article; None where it is not in this corpus."""
        place = self.place(article)
        return None if place is None else self._order[place]

    def place_of(self, number: int) -> int:
        """Where the article with a number stands; after all others when it is gone."""
        if self._inverse is None:
            inverse = array("I", [len(self._order)]) * len(self.store)
            for place, one in enumerate(self._order):
                inverse[one] = place
            self._inverse = inverse
        return self._inverse[number] if number < len(self._inverse) else len(self._order)

    def changed(self, change: CorpusChange) -> "Stock":
        """The entries after a change, in order."""
        added = [(self.store.add(entry.id, encoded(entry)), len(entry.questions)) for entry in change.changed]
        return self.with_numbers(added, change.removed)

    def with_numbers(self, added: Iterable[tuple[int, int]], removed: Iterable[ArticleId] = ()) -> "Stock":
        """The entries with others put in, by number and how many answers they have more, and some taken out.

        What has the id of one that is there takes its place.
        """
        order = array("I", self._order)
        answers = self._answers
        after = Stock(self.store, order, answers)
        for article in removed:
            place = after.place(article)
            if place is not None:
                answers -= len(self.store.entry(order[place]).questions)
                del order[place]
        for number, more in added:
            # A whole archive comes in in order.
            is_last = not order or self.store.order_key(order[-1]) < self.store.order_key(number)
            place = len(order) if is_last else after._bisect(self.store.order_key(number))
            if place < len(order) and self.store.id(order[place]) == self.store.id(number):
                if order[place] != number:
                    answers -= len(self.store.entry(order[place]).questions)
                order[place] = number
            else:
                order.insert(place, number)
            answers += more
        return Stock(self.store, order, answers)

    def with_answers(self, more: int) -> "Stock":
        """The same entries, some of which were found to have more answers."""
        return Stock(self.store, self._order, self._answers + more) if more else self

    def _bisect(self, key: OrderKey) -> int:
        return bisect_left(self._order, key, key=self.store.order_key)
