"""What the app remembers for its user: one thread that writes, in order, and what it knew last, at hand at once.

The screen never waits for the disk: changes are handed to the scribe, and what they lead to is asked for by it too.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import ParamSpec, TypeVar

from reader.errors import StateError
from reader.library.scan import unique_names
from reader.model.article import Article, ArticleId
from reader.model.corpus import Corpus
from reader.model.location import Anchor
from reader.model.text import Span
from reader.store.archive_state import ArchiveState
from reader.store.remembered import Mark, Place, PlacedMark, placed
from reader.store.state import State

MARKED, NOTED, READ = "★", "✎", "✓ read"
"""How the screen tells what was marked, noted, read: by shape, not by colour alone."""

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Kept:
    """What is remembered of one article."""

    marks: tuple[PlacedMark, ...] = ()
    seen: frozenset[int] = frozenset()
    """Numbers of the answers that were read."""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Which articles of the archive are in which state."""

    read: frozenset[ArticleId] = frozenset()
    marked: frozenset[ArticleId] = frozenset()
    noted: frozenset[ArticleId] = frozenset()

    def states(self, corpus: Corpus) -> dict[str, frozenset[ArticleId]]:
        """The states that a filter may ask for."""
        everything = frozenset(corpus.ids)
        return {
            "is:read": self.read,
            "is:unread": everything - self.read,
            "is:marked": self.marked,
            "has:note": self.noted,
        }


class Memory:
    """The state of one archive, seen from the app."""

    def __init__(self, state: State, archive: ArchiveState) -> None:
        self._state = state
        self._archive = archive
        self._scribe = ThreadPoolExecutor(max_workers=1, thread_name_prefix="scribe")
        self.standing = Standing()
        """As it was known last."""

    @classmethod
    def of(cls, state: State, paths: Iterable[Path]) -> "Memory":
        """The memory of an archive opened with these paths, all below one folder or each by its name."""
        named = tuple(paths)
        if len(named) == 1 and named[0].is_dir():
            roots = {"": named[0]}
        else:
            names = unique_names(tuple(map(str, named)))
            roots = {f"{name}/" if path.is_dir() else name: path for name, path in zip(names, named, strict=True)}
        return cls(state, state.archive(roots))

    @property
    def trouble(self) -> StateError | None:
        """Why what is changed now is kept for this session only."""
        return self._state.trouble

    def do(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> "Future[R]":
        """Have the scribe do something, after all that it was given before."""
        return self._scribe.submit(work, *args, **kwargs)

    def close(self) -> None:
        """Wait until all is written."""
        self._scribe.submit(self._state.close)
        self._scribe.shutdown(wait=True)

    def recall(self, article: Article) -> Kept:
        """What is remembered of an article. Waits for the scribe: not for the screen's thread."""
        return self.do(self._recall, article).result()

    def _recall(self, article: Article) -> Kept:
        return Kept(
            placed(self._archive.marks_of(article.id), article.text),
            self._archive.seen(article.id),
            self._archive.place(article),
        )

    def look(self) -> "Future[Standing]":
        """See which articles are read, marked, noted."""
        return self.do(self._look)

    def _look(self) -> Standing:
        self.standing = Standing(self._archive.read(), self._archive.marked(), self._archive.noted())
        return self.standing

    def toggle_mark(self, article: Article, span: Span, exchange: int | None) -> "Future[Mark | None]":
        """Mark a passage, or take its mark away."""
        return self.do(self._archive.toggle_mark, article, span, exchange)

    def note(self, article: Article, span: Span, text: str, exchange: int | None) -> "Future[Mark | None]":
        """Write a note on a passage; an empty one takes it away."""
        return self.do(self._archive.note, article, span, text, exchange)

    def marks(self) -> "Future[tuple[Mark, ...]]":
        """Every mark of the archive, newest first."""
        return self.do(self._archive.marks)

    def remember(self, article: Article, offset: int, *, is_folded: bool, width: int | None) -> None:
        """Keep where an article is being left."""
        anchor = Anchor.of(article.text, Span(min(offset, len(article.text)), min(offset + 200, len(article.text))))
        self.do(self._archive.remember, article, Place(anchor, is_folded=is_folded, width=width))

    def see(self, article: Article, exchanges: Iterable[int]) -> None:
        """Keep that these answers were read."""
        self.do(self._archive.see, article, tuple(exchanges))

    def finish(self, article: Article) -> None:
        """Keep that an article was read to its end."""
        self.standing = Standing(self.standing.read | {article.id}, self.standing.marked, self.standing.noted)
        self.do(self._archive.finish, article)

    def unread(self, article: ArticleId) -> None:
        """Take an article for unread again."""
        self.do(self._archive.unread, article)

    def choose(self, name: str, value: str | int | None) -> None:
        """Keep what was chosen for something: the column's width, the order, the theme."""
        self.do(self._state.set_setting, name, value)

    def chosen(self, name: str) -> str | int | None:
        """What was chosen for something."""
        with suppress(RuntimeError):
            return self.do(self._state.setting, name).result()
        return None
