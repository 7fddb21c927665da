"""Answers across the archive: one list of them, best first, as one types."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Label
from textual.worker import get_current_worker

from reader.library.archive import Archive
from reader.search.query import Query, parse
from reader.search.results import Hit
from reader.ui.finding import AnswersFound, answer_snippets, find_answers
from reader.ui.render import plural
from reader.ui.widgets.answer_list import AnswerList
from reader.ui.widgets.row_list import RowList
from reader.ui.widgets.text_bar import TextBar

MOST_ANSWERS = 200


@dataclass(frozen=True, slots=True)
class AnswersPlace:
    """The list as it was left: what was typed, and the row."""

    text: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class AnswerChosen:
    """An answer to be read, and the list to come back to."""

    hit: Hit
    query: Query
    place: AnswersPlace


class AnswersScreen(ModalScreen[AnswerChosen | None]):
    """Gives the answer that was chosen, or None."""

    AUTO_FOCUS = "#answers-bar"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "step_back", show=False),
        Binding("q", "close", show=False),
        Binding("ctrl+q,ctrl+c", "app.quit", show=False),
        Binding("tab,shift+tab", "other", show=False),
    ]

    @dataclass
    class _Searched(Message):
        text: str
        found: AnswersFound

    def __init__(self, archive: Archive, place: AnswersPlace) -> None:
        super().__init__()
        self._archive = archive
        self._place = place
        self._text = ""
        self._query: Query | None = None

    def compose(self) -> ComposeResult:
        """Bar, count, rows, hint."""
        with Vertical(id="answers"):
            yield Label("Answers", id="answers-title", markup=False)
            yield TextBar("words of a question or an answer, misspelt is fine", id="answers-bar")
            yield AnswerList(id="answer-rows")
            yield Label("Enter reads it · ↑ ↓ move · Esc closes", id="answers-hint", markup=False)

    @property
    def rows(self) -> AnswerList:
        """The list."""
        return self.query_one(AnswerList)

    @property
    def bar(self) -> TextBar:
        """Where one types."""
        return self.query_one(TextBar)

    def on_mount(self) -> None:
        """The list as it was left."""
        self.rows.show_hits(self._archive.corpus, None, (), {}, 0)
        self.bar.value = self._place.text
        self.bar.cursor_position = len(self._place.text)

    @on(TextBar.Edited)
    def _edited(self, event: TextBar.Edited) -> None:
        event.stop()
        self._text = event.text.strip()
        if self._text:
            self._query = parse(self._text)
            work = partial(self._search_in_thread, self._text, self._query)
            self.run_worker(work, thread=True, exclusive=True, group="answers")
        else:
            self._query = None
            self.rows.show_hits(self._archive.corpus, None, (), {}, 0)
            self.query_one("#answers-title", Label).update("Answers")

    def _search_in_thread(self, text: str, query: Query) -> None:
        worker = get_current_worker()
        rows = self.rows
        first = max(1, rows.size.height // rows.row_height) + 1
        found = find_answers(
            self._archive,
            query,
            limit=MOST_ANSWERS,
            first_rows=first,
            row_width=rows.text_width,
            is_cancelled=lambda: worker.is_cancelled,
        )
        if found is not None:
            self.post_message(self._Searched(text, found))

    @on(_Searched)
    def _searched(self, event: _Searched) -> None:
        event.stop()
        if event.text != self._text:
            return
        found = event.found
        cursor = self._place.row if event.text == self._place.text else 0
        self.rows.show_hits(found.corpus, found.query, found.hits, found.snippets, cursor)
        count = plural(len(found.hits), "answer")
        told = f"the best {count}" if len(found.hits) == MOST_ANSWERS else count
        self.query_one("#answers-title", Label).update(told)
        self._complete_rows(self.rows.without_snippet())

    @on(AnswerList.RowsShown)
    def _rows_shown(self, event: AnswerList.RowsShown) -> None:
        event.stop()
        self._complete_rows(self.rows.without_snippet())

    def _complete_rows(self, missing: Sequence[Hit]) -> None:
        if missing and self._query is not None:
            work = partial(self._rows_in_thread, self._query, missing)
            self.run_worker(work, thread=True, exclusive=True, group="rows")

    def _rows_in_thread(self, query: Query, missing: Sequence[Hit]) -> None:
        worker = get_current_worker()
        snippets = answer_snippets(self._archive, query, missing, self.rows.text_width, lambda: worker.is_cancelled)
        if snippets:
            self.call_later(self.rows.add_snippets, query, snippets)

    @on(TextBar.Submitted)
    def _submitted(self, event: TextBar.Submitted) -> None:
        event.stop()
        self.rows.action_open()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        hit = self.rows.hit(event.row)
        if hit is not None and self._query is not None and self.is_current:
            self.dismiss(AnswerChosen(hit, self._query, AnswersPlace(self._text, event.row)))

    @on(events.Key)
    def _key_pressed(self, event: events.Key) -> None:
        """Up and down move in the rows while one types."""
        move = {
            "down": self.rows.action_line_down,
            "ctrl+j": self.rows.action_line_down,
            "up": self.rows.action_line_up,
            "ctrl+k": self.rows.action_line_up,
            "pagedown": self.rows.action_page_down,
            "pageup": self.rows.action_page_up,
        }.get(event.key)
        if move is not None and self.bar.has_focus:
            event.stop()
            move()

    def action_other(self) -> None:
        """From the bar to the rows, and back."""
        self.set_focus(self.rows if self.bar.has_focus else self.bar)

    def action_read(self) -> None:
        """Read the answer under the cursor."""
        self.rows.action_open()

    def action_filter(self) -> None:
        """To the bar."""
        self.set_focus(self.bar)

    def action_step_back(self) -> None:
        """Clear what was typed, else close."""
        if self.bar.value:
            self.bar.value = ""
            self.set_focus(self.bar)
        elif self.is_current:
            self.dismiss(None)

    def action_close(self) -> None:
        """Close without choosing."""
        if self.is_current:
            self.dismiss(None)
