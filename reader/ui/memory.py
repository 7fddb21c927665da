"""What the app remembers for its user: one thread that writes, in order, and what it knew last, at hand at once.

The screen never waits for the disk: changes are handed to the scribe, and what they lead to is asked for by it too.
"""

from collections.abc import Callable, Container, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, ParamSpec, TypeVar

from reader.errors import StateError
from reader.library.roots import id_roots
from reader.model.article import Article, ArticleId
from reader.model.text import Span
from reader.store.remembered import Mark, Missing, Place, PlacedMark, placed
from reader.store.standing import Standing

if TYPE_CHECKING:
    from reader.store.archive_state import ArchiveState
    from reader.store.state import State

MARKED, NOTED, READ, SEEN = "★", "✎", "✓ read", "✓"
"""How the screen tells what was marked, noted, read: by shape, not by colour alone."""

P = ParamSpec("P")
R = TypeVar("R")


class Kept(NamedTuple):
    """What is remembered of one article."""

    marks: tuple[PlacedMark, ...] = ()
    seen: frozenset[int] = frozenset()
    """Numbers of the answers that were read."""
    place: Place | None = None


class Memory:
    """The state of one archive, seen from the app.

    The scribe opens it with its first work: what opening brings along is not imported before the first paint.
    """

    def __init__(self, open_state: Callable[[], "State"], paths: Iterable[Path]) -> None:
        self._open_state = open_state
        self._paths = tuple(paths)
        self._scribe = ThreadPoolExecutor(max_workers=1, thread_name_prefix="scribe")
        self.standing = Standing()
        """As it was known last."""

    @cached_property
    def _state(self) -> "State":
        return self._open_state()

    @cached_property
    def _archive(self) -> "ArchiveState":
        return self._state.archive(id_roots(self._paths))

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
        self.standing = Standing.of(self._archive)
        return self.standing

    def toggle_mark(self, article: Article, span: Span, exchange: int | None) -> "Future[Mark | None]":
        """Mark a passage, or take its mark away."""
        return self.do(lambda: self._archive.toggle_mark(article, span, exchange))

    def note(self, article: Article, span: Span, text: str, exchange: int | None) -> "Future[Mark | None]":
        """Write a note on a passage; an empty one takes it away."""
        return self.do(lambda: self._archive.note(article, span, text, exchange))

    def marks(self) -> "Future[tuple[Mark, ...]]":
        """Every mark of the archive, newest first."""
        return self.do(self._archive.marks)

    def remember(self, article: Article, place: Place) -> None:
        """Keep where an article is being left."""
        self.do(lambda: self._archive.remember(article, place))

    def see(self, article: Article, exchanges: Iterable[int]) -> None:
        """Keep that these answers were read."""
        numbers = tuple(exchanges)
        self.do(lambda: self._archive.see(article, numbers))

    def finish(self, article: Article) -> None:
        """Keep that an article was read to its end."""
        self.standing = Standing(self.standing.read | {article.id}, self.standing.marked, self.standing.noted)
        self.do(lambda: self._archive.finish(article))

    def missing(self, present: Container[ArticleId]) -> "Future[dict[ArticleId, Missing]]":
        """The articles of which something is remembered and that aren't `present` any more."""
        return self.do(lambda: self._archive.missing(present))

    def adopt(
        self, found: Mapping[ArticleId, str], present: Container[ArticleId]
    ) -> "Future[dict[ArticleId, ArticleId]]":
        """Give what is remembered of missing articles to those with the same content; from old ids to new ones."""
        return self.do(lambda: self._archive.adopt(found, present))

    def unread(self, article: ArticleId) -> None:
        """Take an article for unread again."""
        self.do(lambda: self._archive.unread(article))

    def choose(self, name: str, value: str | int | None) -> None:
        """Keep what was chosen for something: the column's width, the order, the theme."""
        self.do(lambda: self._state.set_setting(name, value))

    def chosen(self, name: str) -> str | int | None:
        """What was chosen for something."""
        with suppress(RuntimeError):
            return self.do(lambda: self._state.setting(name)).result()
        return None

    def last_article(self) -> ArticleId | None:
        """The article of this archive that was left last. Waits for the scribe."""
        return self.do(self._archive.last_article).result()

    def opened(self) -> None:
        """Keep that this archive was opened: it is the one that `reader` alone opens next."""
        self.do(lambda: self._state.opened(self._paths))
