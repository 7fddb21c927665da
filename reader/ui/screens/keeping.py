"""What stays: places, marks and notes in the user's memory.

A change is handed to the scribe, a thread of its own; what it led to comes back as a message, and is shown then.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual import events, on
from textual.message import Message

from reader.ui.arrival import AtAnchor
from reader.ui.memory import Kept
from reader.ui.ordering import ORDERS
from reader.ui.render import plural
from reader.ui.screens.opening import LEADING
from reader.ui.screens.overlays import (
    mark_choices,
)
from reader.ui.screens.picker import Picker
from reader.ui.screens.walking import WalkingScreen
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.key_footer import KeyFooter
from reader.ui.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from concurrent.futures import Future

    from reader.library.archive import Archive
    from reader.model.article import Article, ArticleId
    from reader.model.corpus import Corpus
    from reader.model.text import Span
    from reader.store.remembered import Mark
    from reader.ui.memory import Memory
    from reader.ui.preferences import Preferences
    from reader.ui.widgets.choice_list import Choices

USED = "used"
"""The name under which it is kept that somebody went from answer to answer."""
PROBLEM_SECONDS = 12.0
"""So long a line about the config file can be read."""


class Settled(NamedTuple):
    """How somebody likes to read, and what was read last."""

    column: int
    """Cells."""
    list_width: int
    """Percentage of the screen's."""
    order: str
    theme: str
    last: ArticleId | None
    """None where one doesn't go on with it."""
    is_new: bool
    """Whether nobody went from answer to answer yet."""


class KeepingScreen(WalkingScreen):
    """What the user keeps: preferences, places, marks, notes."""

    @dataclass
    class Remembered(Message):
        """What is remembered has changed. Posted from a thread."""

        article: Article | None
        kept: Kept

    def __init__(
        self,
        archive: Archive,
        memory: Memory,
        preferences: Preferences,
        *,
        is_single: bool,
        is_resumed: bool = False,
    ) -> None:
        super().__init__(archive, memory, is_single=is_single, is_resumed=is_resumed)
        self._preferences = preferences
        self._searched_for_moves: Corpus | None = None
        self.is_settled = False
        """Whether what was set and chosen has been taken up."""

    @on(events.Mount)
    def _mounted(self) -> None:
        written = self._preferences.written
        if written is not None:
            from reader.store.settings import FOLD  # noqa: PLC0415 - only where somebody wrote settings

            self.reading.is_usually_folded = written[FOLD]
            self.query_one(KeyFooter).keymap = self._preferences.keymap
        self.run_worker(self._settle_in_thread, thread=True, group="memory")

    def _settle_in_thread(self) -> None:
        """Take up what was set, and what was chosen before."""
        from reader.store.settings import COLUMN, LIST_WIDTH, SORT, THEME  # noqa: PLC0415 - not before the first paint

        held = self._preferences.held
        self._memory.look().result()
        self._memory.opened()
        settled = Settled(
            held(COLUMN),
            held(LIST_WIDTH),
            held(SORT),
            held(THEME),
            self._memory.last_article() if self._is_resumed else None,
            self._memory.chosen(USED) is None,
        )
        self.call_later(self.settle, settled)

    def settle(self, settled: Settled) -> None:
        """Take up what was set and chosen; what was chosen in the meantime stays."""
        from reader.store.settings import COLUMN, LIST_WIDTH, SORT, THEME  # noqa: PLC0415 - not before the first paint

        is_open = self._preferences.is_open
        if is_open(THEME) and settled.theme in self.app.available_themes:
            self.app.theme = settled.theme
        if is_open(COLUMN):
            self.reading.take_usual_column(settled.column)
        if is_open(LIST_WIDTH):
            self.library.share = settled.list_width if settled.list_width != LIST_WIDTH.default else None
        order = ORDERS[settled.order]
        if is_open(SORT) and order is not self.library.order:
            self.library.set_order(order)
        self.library.standing_changed()
        self._resume = settled.last
        self.resume()
        self._tell_of_problems()
        self.is_settled = True

    def _tell_of_problems(self) -> None:
        """Say what of the config file does not hold."""
        written = self._preferences.written
        if written is not None and written.problems:
            first, *others = map(str, written.problems)
            more = f" · {len(others)} more: reader config" if others else ""
            self.reading.status.tell(f"{first}{more}", PROBLEM_SECONDS)

    @on(WalkingScreen.ArchiveChanged)
    def _look_for_moves(self) -> None:
        corpus = self._archive.corpus
        if self._archive.progress.is_complete and corpus is not self._searched_for_moves:
            self._searched_for_moves = corpus
            self.run_worker(partial(self._look_for_moves_in_thread, corpus), thread=True, group="memory")

    def _look_for_moves_in_thread(self, corpus: Corpus) -> None:
        """Have what is remembered of files follow them to where they were moved."""
        present = frozenset(corpus.ids)
        missing = self._memory.missing(present).result()
        if not missing:
            return
        from reader.library.moves import candidates  # noqa: PLC0415 - only where something is missing

        if (found := candidates(self._archive, missing)) and self._memory.adopt(found, present).result():
            self.call_later(self._changed_memory)

    def _remember_in_thread(self, article: Article | None) -> None:
        self._memory.look().result()
        kept = self._memory.recall(article) if article is not None else Kept()
        self.post_message(self.Remembered(article, kept))

    @on(Remembered)
    def _remembered(self, event: Remembered) -> None:
        if event.article is not None and event.article is self.reading.view.article:
            self.reading.view.set_kept(event.kept)
        self.library.standing_changed()

    def _changed_memory(self) -> None:
        """Show what is remembered after a change that was handed to the scribe."""
        work = partial(self._remember_in_thread, self.reading.view.article)
        self.run_worker(work, thread=True, group="memory")

    @on(ReadingPane.Moved)
    def _read_on(self) -> None:
        """Note which answers were read, while somebody reads: not while rows of the list are looked at."""
        view, article = self.reading.view, self.reading.view.article
        if article is None or not view.has_focus:
            return
        if self._visited is not article:
            self._visited = article
        new = [number for number in view.answers_on_screen if number not in self._seen]
        if new:
            self._seen.update(new)
            self._memory.see(article, new)
        if view.is_at_end and article.id not in self._memory.standing.read:
            self._memory.finish(article)
            self.library.standing_changed()

    @on(ArticleView.ColumnChosen)
    def _column_chosen(self, event: ArticleView.ColumnChosen) -> None:
        from reader.store.settings import COLUMN  # noqa: PLC0415 - not before the first paint

        self._preferences.choose(COLUMN, event.column)

    def _passage(self) -> tuple[Article, Span, int | None] | None:
        """What a mark or a note is made on: the selection, else the current answer, else the paragraph."""
        view = self.reading.view
        article, exchange, selection = view.article, view.current_exchange, view.selection
        if article is None:
            return None
        if selection is not None:
            found = article.exchange_at(selection.start)
            return article, selection, None if found is None else found.number
        if exchange is not None:
            return article, exchange.answer.span, exchange.number
        return None if view.current_span is None else (article, view.current_span, None)

    def action_mark(self) -> None:
        """Mark the current answer, or take its mark away."""
        passage = self._passage()
        if passage is None:
            return
        article, span, exchange = passage
        what = "this passage" if exchange is None else f"answer {exchange}"

        def told(done: Future[Mark | None]) -> None:
            mark = done.result()
            is_marked = mark is not None and mark.is_marked
            self.call_later(self._tell, f"{'marked' if is_marked else 'took the mark from'} {what}")

        self._memory.toggle_mark(article, span, exchange).add_done_callback(told)
        self._changed_memory()

    def _tell(self, text: str) -> None:
        trouble = self._memory.trouble
        self.reading.status.tell(text if trouble is None else f"{text}, for this session only: {trouble}")

    def action_unread(self) -> None:
        """Take this article for unread again."""
        article = self.reading.view.article
        if article is not None:
            self._seen.clear()
            self._memory.unread(article.id)
            self._changed_memory()
            self._tell("taken for unread")

    def action_note(self) -> None:
        """Write a note on the current answer."""
        passage = self._passage()
        if passage is not None:
            self.run_worker(partial(self._note_in_thread, *passage), thread=True, group=LEADING)

    def _note_in_thread(self, article: Article, span: Span, exchange: int | None) -> None:
        from reader.store.remembered import mark_on  # noqa: PLC0415 - not before the first paint

        mark = mark_on(self._memory.recall(article).marks, span)
        self.call_later(self._write_note, article, span, exchange, mark.note if mark is not None else "")

    def _write_note(self, article: Article, span: Span, exchange: int | None, text: str) -> None:
        from reader.ui.screens.note import NoteScreen  # noqa: PLC0415 - an editor takes a while to import

        def keep(note: str | None) -> None:
            if note is not None and note != text:
                self._memory.note(article, span, note, exchange)
                self._changed_memory()
                self._tell("kept the note" if note.strip() else "took the note away")

        about = "A note on this passage" if exchange is None else f"A note on answer {exchange}"
        self.lay_over(NoteScreen(about, text), keep)

    def action_marks(self) -> None:
        """The marks and notes of this archive."""
        self.run_worker(self._marks_in_thread, thread=True, group=LEADING)

    def _marks_in_thread(self) -> None:
        marks = self._memory.marks().result()
        self.call_later(self._show_marks, marks, mark_choices(marks))

    def _show_marks(self, marks: tuple[Mark, ...], choices: Choices) -> None:
        if not marks:
            self.reading.status.tell("nothing is marked yet: m marks an answer")
            return

        def go(place: int | None) -> None:
            if place is None:
                return
            mark = marks[place]
            if mark.article not in self._archive.corpus:
                self.reading.status.tell(f"its article is gone: {mark.article}")
                return
            self._remember()
            self.library.articles.select(mark.article)
            self._want(mark.article, AtAnchor(mark.anchor))
            self.set_focus(self.reading.view)

        self.lay_over(Picker(plural(len(marks), "mark"), choices), go)

    def _path(self, article: Article) -> Path:
        """The file of an article; of one that has gone meanwhile, its name."""
        try:
            return self._archive.path(article.id)
        except KeyError:
            return Path(article.id)
