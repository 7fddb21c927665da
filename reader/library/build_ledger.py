"""What a build knows of each article, and the telling of it.

Whatever changes here is told at once, or with the next `flush` where it comes in thousands: so whoever puts the
messages together (`load.Intake`) has the same stock.
"""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from reader.library.build_messages import Known, Message, Names, Passed, Removed
from reader.library.cache import Saved
from reader.library.pack import Contents, Stamp
from reader.library.records import Stock, Store, encoded_name
from reader.library.scan import Found
from reader.model.corpus import Skipped
from reader.model.identity import ArticleId

Tell = Callable[[Message], None]


class Waiting(NamedTuple):
    """A file in line to be parsed."""

    number: int
    found: Found
    old: int | None
    """The number under which an earlier state of the file is in the index."""


class Ledger:
    """The articles of an archive, by number."""

    def __init__(self, tell: Tell, saved: Saved | None) -> None:
        self._tell = tell
        self.stock = saved.stock if saved else Stock(Store(), array("I"))
        self._stamps: dict[int, Stamp] = saved.stamps() if saved else {}
        self._files: dict[int, str] = {}
        self._skipped: dict[str, Skipped] = {}
        self._known: list[tuple[int, bytes, int]] = []
        self._answers: dict[int, int] = {}
        """How many answers were told of an article that is to be read again; none of others."""
        self._before: dict[int, int] = {}
        """The number under which such an article is in the index until then."""

    def numbers(self) -> dict[ArticleId, int]:
        """The number of every article."""
        return {self.stock.store.id(number): number for number in self.stock.numbers}

    def find(self, files: Iterable[Found], numbers: dict[ArticleId, int]) -> tuple[list[Waiting], int]:
        """Give numbers to new and changed files, and tell their names; gives these, and how many are as they were.

        Args:
            files: what was found.
            numbers: the numbers that the articles had; those of the files are taken out.
        """
        store = self.stock.store
        first = len(store)
        waiting: list[Waiting] = []
        counts = []
        same = 0
        for found in files:
            old = numbers.pop(found.id, None)
            if old is not None and self._stamps.get(old) == (found.size, found.mtime_ns):
                self._files[old] = found.file
                same += 1
                continue
            if old is None:
                number = store.add(found.id, encoded_name(found.file, found.name))
                counts.append(0)
            else:
                # Until it has been read again, what was known of it is the best there is.
                number = store.add(found.id, store.record(old))
                self._before[number] = old
                self._files[old] = found.file
                self._answers[number] = len(store.entry(old).questions)
                counts.append(self._answers[number])
            waiting.append(Waiting(number, found, old))
        if waiting:
            given = range(first, len(store))
            self.stock = self.stock.with_numbers(zip(given, counts, strict=True))
            self._tell(Names(first, tuple(map(store.id, given)), tuple(map(store.record, given)), tuple(counts)))
        return waiting, same

    def know(self, number: int, record: bytes, answers: int) -> None:
        """More is known of an article, also how many answers it has."""
        more = answers - self._answers.pop(number, 0)
        self.stock = self.stock.with_answers(more)
        self.entitle(number, record, more)

    def entitle(self, number: int, record: bytes, more: int = 0) -> None:
        """The title of an article is known, and perhaps that it has more answers."""
        self.stock.store.replace(number, record)
        self._known.append((number, record, more))

    def stamp(self, number: int, found: Found) -> None:
        """An article is in the index as its file was found."""
        self._stamps[number] = Stamp(found.size, found.mtime_ns)
        self._files[number] = found.file
        self._before.pop(number, None)

    def unstamp(self, number: int) -> bool:
        """An article is to leave the index; false where it was not there."""
        self._files.pop(number, None)
        return self._stamps.pop(number, None) is not None

    def remove(self, articles: Sequence[ArticleId]) -> None:
        """Articles are no longer there."""
        if articles:
            self.flush()
            self.stock = self.stock.with_numbers((), articles)
            self._tell(Removed(tuple(articles)))

    def pass_over(self, skipped: Sequence[Skipped], *, is_all: bool = False) -> None:
        """Files are no articles; perhaps these are all of them."""
        if is_all:
            self._skipped = {}
        self._skipped.update((str(one.path), one) for one in skipped)
        if skipped or is_all:
            self._tell(Passed(tuple(map(_plain, skipped)), is_all))

    def flush(self) -> None:
        """Tell what is known by now."""
        if self._known:
            self._tell(Known(tuple(self._known)))
            self._known = []

    def contents(self, folders: Mapping[str, int], *, is_complete: bool) -> Contents:
        """What a cache keeps: the articles as the index has them, which goes by their numbers."""
        order = array("I", (self._before.get(number, number) for number in self.stock.numbers))
        stock = Stock(self.stock.store, order, self.stock.answers)
        skipped = tuple(map(_plain, self._skipped.values()))
        return Contents(stock, self._stamps, self._files, skipped, folders, is_complete)


def _plain(skipped: Skipped) -> tuple[str, str, bool]:
    return str(skipped.path), skipped.reason, skipped.is_unreadable
