"""How one gets from article to article: what is asked for, and where one has been.

State flows down; what happened comes up as messages:

    LibraryPane ──Wanted──▶ request ──thread──▶ Arrived ──▶ ReadingPane
                                                                │
          ▲ step ◀── n, N, J, K beyond the article's ends ◀─────┘

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
from reader.model.corpus import Skipped
from reader.model.location import Location
from reader.ui import garbage
from reader.ui.ahead import TO_READ, import_ahead
from reader.ui.arrival import Arrival, AtBestHit, AtFirstMatch, AtHit, AtLastMatch, AtOffset, Landing
from reader.ui.history import History
from reader.ui.screens.loading import LoadingScreen
from reader.ui.styles import take_up
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.library_pane import LibraryPane
from reader.ui.widgets.row_list import RowList
from reader.ui.widgets.text_bar import TextBar, is_editing

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from reader.library.archive import Archive
    from reader.model.article import Article, ArticleId
    from reader.search.query import Query
    from reader.ui.asking import Subject
    from reader.ui.chart import Chart
    from reader.ui.finding import Opened
    from reader.ui.memory import Memory
    from reader.ui.screens.answers import AnswerChosen, AnswersPlace


LEADING = "leading"
"""The group of the workers that lead to another screen: the next key is meant for that."""

Chosen = TypeVar("Chosen")


class OpeningScreen(LoadingScreen):
    """The way from one article of the archive to another."""

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
        self._history: History[Location | AnswersPlace] = History()

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

    @on(LibraryPane.Wanted)
    def _wanted(self, event: LibraryPane.Wanted) -> None:
        shown = self.reading.view.article
        if isinstance(event.article, Skipped):
            self._request += 1
            self._is_on_its_way = False
            self.reading.show_reason(event.article.path.name, event.article.reason)
        elif not event.is_chosen or shown is None or shown.id != event.article:
            self._want(event.article, AtBestHit(), event.query)
        if event.is_chosen:
            self._remember()
            self.set_focus(self.reading.view)

    @on(LibraryPane.Cleared)
    def _cleared(self) -> None:
        self.reading.view.set_matches(None)
        self._show_first()

    @on(ArticleView.BeforeFirst)
    def _before_first(self) -> None:
        self.set_focus(self.library.articles)

    def lay_over(self, overlay: Screen[Chosen], then: Callable[[Chosen | None], None] | None = None) -> None:
        """Show an overlay, and take what is chosen on it; nothing where one is about to leave."""
        if self.is_attached:
            take_up("overlays.tcss", self.app.stylesheet)
            self.app.push_screen(overlay, then)

    def visit(self, article: ArticleId) -> None:
        """Read an article that was chosen by name."""
        self._remember()
        self.library.articles.select(article)
        self._want(article, AtBestHit())
        self.set_focus(self.reading.view)

    def _remember(self) -> None:
        here = self.reading.location
        if here is not None:
            self._history.leave(here)

    def _step(self, rows: int, arrival: Arrival) -> bool:
        """Go to another article of the list, and arrive there where one wants to."""
        self._remember()
        with self.prevent(LibraryPane.Wanted, RowList.Highlighted):
            moved = self.library.step(rows)
        article = self.library.articles.selected
        if moved and article is not None:
            self._want(article, arrival, self.library.filter)
        return moved

    def action_next_article(self) -> None:
        """The next article of the list."""
        if not self._step(1, AtBestHit()):
            self.reading.status.tell("that was the last article of the list")

    def action_previous_article(self) -> None:
        """The article before."""
        if not self._step(-1, AtBestHit()):
            self.reading.status.tell("that was the first article of the list")

    def action_next_match(self) -> None:
        """The next match, here or in the next article of the filter."""
        if self.reading.view.step_match(1) or (self.library.filter is not None and self._step(1, AtFirstMatch())):
            return
        self.reading.status.tell("no further match")

    def action_previous_match(self) -> None:
        """The match before, here or in the article before."""
        if self.reading.view.step_match(-1) or (self.library.filter is not None and self._step(-1, AtLastMatch())):
            return
        self.reading.status.tell("no match before this one")

    def action_back(self) -> None:
        """Where one was before."""
        self._revisit(self._history.back(self.reading.location), "nowhere to go back to")

    def action_forward(self) -> None:
        """Where one came back from."""
        self._revisit(self._history.forward(self.reading.location), "nowhere to go forward to")

    def _revisit(self, place: Location | AnswersPlace | None, otherwise: str) -> None:
        if place is not None and not isinstance(place, Location):
            self._open_answers(place)
            return
        if place is None or place.article not in self._archive.corpus:
            self.reading.status.tell(otherwise)
            return
        self.library.articles.select(place.article)
        self._want(place.article, AtOffset(place.offset), self.library.filter)
        self.set_focus(self.reading.view)

    def action_answers(self) -> None:
        """Search the answers of the whole archive."""
        self._open_answers(None)

    def open_answers_about(self, subject: Subject) -> None:
        """List the answers of a subject."""
        from reader.ui.screens.answers import AnswersPlace  # noqa: PLC0415 - not before the first paint

        self._open_answers(AnswersPlace(subject))

    def _open_answers(self, place: AnswersPlace | None) -> None:
        from reader.ui.screens.answers import AnswersPlace, AnswersScreen  # noqa: PLC0415 - not before the first paint

        def go(chosen: AnswerChosen | None) -> None:
            if chosen is None:
                return
            self._remember()
            self._history.leave(chosen.place)
            self.library.articles.select(chosen.hit.article)
            self._want(chosen.hit.article, AtHit(chosen.hit.span.start), chosen.query)
            self.set_focus(self.reading.view)

        self.lay_over(AnswersScreen(self._archive, place or AnswersPlace()), go)
