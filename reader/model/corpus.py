"""All articles of an archive, in as little memory as searching and listing them needs.

A corpus is immutable and swapped whole. It holds an `Entry` for every article: headline, questions, speakers, counts.
The texts stay on disk.
"""

# No annotation is left as text here: a named tuple has each one compiled, the first of which takes as long as a search.
import re
from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, overload

from reader.model.identity import WORDS_PER_MINUTE, ArticleId, Kind

if TYPE_CHECKING:
    from reader.model.article import Article

_DIGITS = re.compile(r"([0-9]{1,18})")


def natural_key(name: str) -> list[str | int]:
    """Sorts names as people do: 2 comes before 10, capitals beside small letters.

    Texts and numbers take turns in the key, so that no text is ever compared with a number.
    """
    parts: list[str | int] = [*_DIGITS.split(name.casefold())]
    parts[1::2] = map(int, parts[1::2])
    return parts


OrderKey: TypeAlias = tuple[list[str | int], str]


def order_key(article: str) -> OrderKey:
    """The order of a corpus: that of names, and no two articles in the same place."""
    return natural_key(article), article


class Entry(NamedTuple):
    """What is known of an article without opening it."""

    id: ArticleId
    path: Path
    title: str
    """The headline, else the file's name."""
    kind: Kind = Kind.ARTICLE
    words: int = 0
    questions: tuple[str, ...] = ()
    """In order: question N is that of exchange N."""
    speakers: tuple[str, ...] = ()
    """Names, else labels; those who answer first."""
    date: str | None = None
    byline: str | None = None
    encoding: str = "utf-8"
    warnings: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    is_parsed: bool = True
    """False while only the headline is known: counts and questions follow."""

    @property
    def minutes(self) -> int:
        """Time to read it, rounded, at least 1."""
        return max(1, round(self.words / WORDS_PER_MINUTE))

    @classmethod
    def of(cls, article: "Article", path: Path) -> "Entry":
        """The entry of an article read from `path`."""
        ordered = sorted(article.speakers, key=lambda speaker: speaker.role.value)
        return cls(
            id=article.id,
            path=path,
            title=article.title or path.name,
            kind=article.kind,
            words=article.words,
            questions=tuple(article.prose(one.question.body) for one in article.exchanges),
            speakers=tuple(dict.fromkeys(speaker.shown for speaker in ordered)),
            date=article.metadata.date,
            byline=article.metadata.byline,
            encoding=article.encoding,
            warnings=article.warnings,
            evidence=article.evidence[:1],
        )


class Skipped(NamedTuple):
    """A file that is no article of the archive, and why."""

    path: Path
    reason: str
    is_unreadable: bool = False
    """True where it should have been an article but could not be read; false where it is of another type."""


class CorpusChange(NamedTuple):
    """What became different between two looks at the archive."""

    changed: tuple[Entry, ...] = ()
    """New or read anew."""
    removed: frozenset[ArticleId] = frozenset()
    skipped: tuple[Skipped, ...] = ()
    """Files that are skipped now."""

    def __bool__(self) -> bool:
        return bool(self.changed or self.removed or self.skipped)


class Shelf(Sequence[Entry]):
    """Entries in the order of a corpus that are kept in some denser form and made when they are looked at.

    With it a corpus of 100,000 articles is there at once: it knows what a tuple needs a walk over all entries for.
    """

    @abstractmethod
    def place(self, article: ArticleId) -> int | None:
        """Where an article stands, from 0."""

    @abstractmethod
    def id(self, place: int) -> ArticleId:
        """The article at a place, whatever else its entry says."""

    @property
    @abstractmethod
    def answers(self) -> int:
        """How many exchanges all articles have together."""

    @abstractmethod
    def changed(self, change: CorpusChange) -> Sequence[Entry]:
        """The entries after a change, in order."""


class Corpus:
    """Every article of an archive, ordered by file name, 2 before 10."""

    def __init__(self, entries: Sequence[Entry] = (), skipped: tuple[Skipped, ...] = ()) -> None:
        self.entries: Final = entries
        self.skipped: Final = skipped

    @classmethod
    def of(cls, entries: Iterable[Entry], skipped: Iterable[Skipped] = ()) -> "Corpus":
        """A corpus of entries in any order."""
        return cls(
            tuple(sorted(entries, key=lambda entry: order_key(entry.id))),
            tuple(sorted(skipped, key=lambda one: natural_key(one.path.as_posix()))),
        )

    def __len__(self) -> int:
        return len(self.entries)

    def __contains__(self, article: ArticleId) -> bool:
        return self.place(article) is not None

    def __getitem__(self, article: ArticleId) -> Entry:
        """The entry of an article; KeyError where there is none."""
        place = self.place(article)
        if place is None:
            raise KeyError(article)
        return self.entries[place]

    @property
    def ids(self) -> Sequence[ArticleId]:
        """The articles in order, none looked at before it is asked for."""
        return _Ids(self)

    def place(self, article: ArticleId) -> int | None:
        """Where an article stands in the unfiltered order, from 0."""
        return self.entries.place(article) if isinstance(self.entries, Shelf) else self._places.get(article)

    @cached_property
    def _places(self) -> Mapping[ArticleId, int]:
        return {entry.id: place for place, entry in enumerate(self.entries)}

    @cached_property
    def answers(self) -> int:
        """How many exchanges all articles have together."""
        if isinstance(self.entries, Shelf):
            return self.entries.answers
        return sum(len(entry.questions) for entry in self.entries)

    def apply(self, change: CorpusChange) -> "Corpus":
        """The corpus after a change."""
        anew = {one.path for one in change.skipped} | {entry.path for entry in change.changed}
        skipped = [*(one for one in self.skipped if one.path not in anew), *change.skipped]
        if isinstance(self.entries, Shelf):
            return Corpus(
                self.entries.changed(change),
                tuple(sorted(skipped, key=lambda one: natural_key(one.path.as_posix()))),
            )
        gone = change.removed | {entry.id for entry in change.changed}
        return Corpus.of([*(entry for entry in self.entries if entry.id not in gone), *change.changed], skipped)


class _Ids(Sequence[ArticleId]):
    """A corpus as the ids of its articles: finding one takes no walk."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    def __len__(self) -> int:
        return len(self._corpus)

    @overload
    def __getitem__(self, place: int) -> ArticleId: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[ArticleId]: ...
    def __getitem__(self, place: int | slice) -> ArticleId | Sequence[ArticleId]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        entries = self._corpus.entries
        return entries.id(place) if isinstance(entries, Shelf) else entries[place].id

    def index(self, value: object, start: int = 0, stop: int | None = None) -> int:
        """Where an article stands; ValueError where it is not."""
        place = self._corpus.place(ArticleId(value)) if isinstance(value, str) else None
        if place is None or place < start or (stop is not None and place >= stop):
            raise ValueError(f"{value!r} is not in the corpus")
        return place
