"""How an article that is asked for comes to be read, and what becomes of the one that was.

    request ──thread──▶ Arrived ──▶ ReadingPane

An arrival carries the number of its request: when another article has been asked for meanwhile, it is dropped.
"""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual import events, on
from textual.message import Message

from reader.errors import UnreadableError
from reader.ui import garbage
from reader.ui.ahead import TO_READ, import_ahead
from reader.ui.arrival import Arrival, AtBestHit, AtOffset, Landing
from reader.ui.screens.loading import LoadingScreen
from reader.ui.styles import take_up
from reader.ui.widgets.text_bar import TextBar, is_editing

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from reader.library.archive import Archive
    from reader.model.article import Article, ArticleId
    from reader.model.corpus import Skipped
    from reader.search.query import Query
    from reader.ui.chart import Chart
    from reader.ui.finding import Opened
    from reader.ui.memory import Memory


LEADING = "leading"
"""The group of the workers that lead to another screen: the next key is meant for that."""

Chosen = TypeVar("Chosen")


class OpeningScreen(LoadingScreen):
    """The way from an article that is asked for to one that is read."""

    @dataclass
    class Edited(Message):
        """The file of an article has another text now. Posted from a thread."""

        article: Article

    @dataclass
    class Arrived(Message):
        """An article that was asked for is there, or the reason why not. Posted from an opening thread."""

        request: int
        article: ArticleId
        opened: Opened | str
        landing: Landing
        glance: Chart | None = None
        """What was shown of the same text until it was read."""

    def __init__(self, archive: Archive, memory: Memory, *, is_single: bool, is_resumed: bool) -> None:
        super().__init__(archive, memory)
        self._visited: Article | None = None
        self._seen: set[int] = set()
        self._is_single = is_single
        self._is_resumed = is_resumed
        self._resume: ArticleId | None = None
        self._request = 0
        self._is_on_its_way = True
        """Whether an article is to come: at first the first of the archive."""

    def on_mount(self) -> None:
        """The focus goes to where one types, or reads, first."""
        self.set_focus(self.reading.view if self._is_single else self.library.bar.input)

    def archive_changed(self) -> None:
        """Show what there is to be read, or to be read anew."""
        super().archive_changed()
        self.resume()
        shown = self.reading.view.article
        if shown is None and self._request == 0:
            if len(self._archive.corpus):
                # Reading an article takes turns with painting: the list comes first.
                self.call_after_refresh(self._show_first)
            elif self._archive.progress.is_complete:
                self._is_on_its_way = False
        elif shown is not None and self._archive.progress.is_complete:
            work = partial(self._look_again_in_thread, shown)
            self.run_worker(work, thread=True, exclusive=True, group="look")

    def _show_first(self) -> None:
        """Show the first article, unless another was asked for by now, or may be: the best of what is filtered."""
        if self._request:
            return
        corpus = self._archive.corpus
        if len(corpus) and self.library.filter is None:
            self._want(corpus.ids[0], AtBestHit())
        else:
            self._is_on_its_way = False

    def resume(self) -> None:
        """Go on with the article left last, once it is known to be there."""
        if self._resume is not None and self._resume in self._archive.corpus:
            article, self._resume = self._resume, None
            self.library.select(article)
            self._want(article, AtBestHit())

    def _look_again_in_thread(self, shown: Article) -> None:
        """See whether the file of the article that is shown has changed; the last good text is kept otherwise."""
        try:
            now = self._archive.article(shown.id)
        except UnreadableError:
            return
        if now.text != shown.text:
            self.post_message(self.Edited(shown))

    @on(Edited)
    def _edited(self, event: Edited) -> None:
        if self.reading.view.article is event.article:
            self._want(event.article.id, self.reading.left(event.article), self.library.filter)

    def is_ready_for(self, key: events.Key) -> bool:
        """Whether what the keys before asked for is there: a screen, the article to be read, the rows to choose from.

        Whoever only goes on typing waits for nothing that is searched.
        """
        if any(worker.group == LEADING and not worker.is_finished for worker in self.workers):
            return False
        if isinstance(self.focused, TextBar):
            is_sought = self.focused is self.library.bar.input
            return is_editing(key) or (self.library.is_current if is_sought else not self.reading.is_looking)
        return not (self.reading.view.has_focus and (self._is_on_its_way or self.reading.is_looking))

    def _want(self, article: ArticleId, arrival: Arrival, query: Query | None = None) -> None:
        self._request += 1
        self._is_on_its_way = True
        work = partial(self._open_in_thread, self._request, article, arrival, query)
        self.run_worker(work, thread=True, exclusive=True, group="open")

    def _refuse(self, skipped: Skipped) -> None:
        """Say why a file can't be read, in place of whatever was asked for before."""
        self._request += 1
        self._is_on_its_way = False
        self.reading.show_reason(skipped.path.name, skipped.reason)

    def _open_in_thread(self, request: int, article: ArticleId, arrival: Arrival, query: Query | None) -> None:
        from reader.ui.finding import glance, landing, open_article  # noqa: PLC0415 - not before the first paint

        import_ahead(TO_READ)
        first = glance(self._archive, article)
        if first is not None:
            self.post_message(self.Arrived(request, article, first, AtOffset(0)))
        try:
            with garbage.growing() if first is not None else nullcontext():
                opened = open_article(self._archive, self._memory, article, query)
        except UnreadableError as error:
            self.post_message(self.Arrived(request, article, str(error), AtOffset(0)))
            return
        is_same = first is not None and first.article.text == opened.article.text
        shown = first.chart if first is not None and is_same else None
        self.post_message(self.Arrived(request, article, opened, landing(arrival, opened), shown))

    @on(Arrived)
    def _arrived(self, event: Arrived) -> None:
        if event.request != self._request:
            return
        self._is_on_its_way = False
        self.leave_article()
        if isinstance(event.opened, str):
            self.reading.show_reason(event.article, event.opened)
        else:
            self._seen = set(event.opened.kept.seen)
            self.reading.show(event.opened, self._going_on(event) or event.landing)

    def _going_on(self, event: Arrived) -> Landing | None:
        """Where one has come to meanwhile in a big article that was shown as plain lines first."""
        view = self.reading.view
        has_moved = event.glance is not None and view.chart is event.glance and view.top_row > 0
        return AtOffset(view.top_offset) if has_moved else None

    def leave_article(self) -> None:
        """Keep the place of the article that was read."""
        article, view = self._visited, self.reading.view
        if article is not None and article is view.article:
            # What was read to its end is read from its top the next time.
            offset = 0 if view.top_row >= view.lowest_row else view.top_offset
            place = self.reading.left_at(offset)
            if place is not None:
                self._memory.remember(article, place)
        self._visited = None

    def lay_over(self, overlay: Screen[Chosen], then: Callable[[Chosen | None], None] | None = None) -> None:
        """Show an overlay, and take what is chosen on it; nothing where one is about to leave."""
        if self.is_attached:
            take_up("overlays.tcss", self.app.stylesheet)
            self.app.push_screen(overlay, then)
