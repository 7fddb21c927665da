"""From article to article: what one asks for, and where one has been.

    LibraryPane ──Wanted──▶ want ──▶ ReadingPane
                                         │
          ▲ step ◀── n, N, J, K beyond the article's ends

Whoever jumps leaves a place behind; `<` and `>` walk among these, lists of answers among them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from reader.model.corpus import Skipped
from reader.model.location import Location
from reader.ui.arrival import Arrival, AtBestHit, AtFirstMatch, AtHit, AtLastMatch, AtOffset
from reader.ui.history import History
from reader.ui.screens.opening import OpeningScreen
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.library_pane import LibraryPane
from reader.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from reader.library.archive import Archive
    from reader.model.article import ArticleId
    from reader.ui.asking import Subject
    from reader.ui.memory import Memory
    from reader.ui.screens.answers import AnswerChosen, AnswersPlace


class WalkingScreen(OpeningScreen):
    """The ways from one article of the archive to another, and back."""

    def __init__(self, archive: Archive, memory: Memory, *, is_single: bool, is_resumed: bool) -> None:
        super().__init__(archive, memory, is_single=is_single, is_resumed=is_resumed)
        self._history: History[Location | AnswersPlace] = History()

    @on(LibraryPane.Wanted)
    def _wanted(self, event: LibraryPane.Wanted) -> None:
        shown = self.reading.view.article
        if isinstance(event.article, Skipped):
            self._refuse(event.article)
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
