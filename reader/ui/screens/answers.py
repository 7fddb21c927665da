"""A list of answers over the screen: those of the archive, of one speaker, to one question; narrowed as one types."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Label

from reader.layout.displayable import displayable
from reader.ui.asking import Everything, Subject
from reader.ui.finding import AnswersFound, answer_snippets, find_answers
from reader.ui.screens.overlay import Overlay
from reader.ui.widgets.answer_list import AnswerList
from reader.ui.widgets.latest import IsCancelled, Latest
from reader.ui.widgets.query_bar import QueryBar
from reader.ui.widgets.row_list import RowList
from reader.ui.widgets.text_bar import TextBar, is_editing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from reader.library.archive import Archive
    from reader.search.query import Query
    from reader.search.results import Hit
    from reader.ui.finding import RowSnippet

HINT = "Enter reads it · ↑ ↓ move · Esc closes"


@dataclass(frozen=True, slots=True)
class AnswersPlace:
    """The list as it was left: what it was about, what was typed, and the row."""

    subject: Subject = field(default_factory=Everything)
    text: str = ""
    row: int | None = None
    """None before one has been there."""


@dataclass(frozen=True, slots=True)
class AnswerChosen:
    """An answer to be read, and the list to come back to."""

    hit: Hit
    query: Query
    place: AnswersPlace


class AnswersScreen(Overlay["AnswerChosen | None"]):
    """Gives the answer that was chosen, or None."""

    AUTO_FOCUS = "#answers-bar"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "step_back", show=False),
        Binding("q", "close", show=False),
        Binding("ctrl+q,ctrl+c", "app.quit", show=False),
        Binding("tab,shift+tab", "other", show=False),
    ]

    def __init__(self, archive: Archive, place: AnswersPlace) -> None:
        super().__init__()
        self._archive = archive
        self._place = place
        self._subject = place.subject
        self._text = place.text
        self._width = 0
        self._searches = Latest(self, self._show_found)

    def compose(self) -> ComposeResult:
        """Title with the count, bar, rows, hint."""
        with Vertical(id="answers"):
            yield Label(displayable(self._subject.name), id="answers-title", markup=False)
            yield QueryBar(self._subject.prompt, id="answers-bar")
            yield AnswerList(self._snippets, id="answer-rows")
            yield Label(HINT, id="answers-hint", markup=False)

    @property
    def rows(self) -> AnswerList:
        """The list."""
        return self.query_one(AnswerList)

    @property
    def bar(self) -> TextBar:
        """Where one types."""
        return self.query_one(TextBar)

    def is_ready_for(self, key: events.Key) -> bool:
        """Whether the rows are those of what is typed, for a key that goes to them."""
        return is_editing(key) or not self._searches.is_waiting

    def on_mount(self) -> None:
        """The list as it was left."""
        with self.bar.prevent(TextBar.Changed):
            self.bar.value = self._text
        self.bar.cursor_position = len(self._text)
        # Where rows are at hand at once, keys go to them: whoever wants to narrow them types a slash or Tab.
        if self._subject.query("") is not None:
            self.set_focus(self.rows)
        self._search()

    @on(TextBar.Edited)
    def _edited(self, event: TextBar.Edited) -> None:
        event.stop()
        if event.text.strip() != self._text:
            self._text = event.text.strip()
            self._search()

    def _search(self) -> None:
        query = self._subject.query(self._text)
        if query is None:
            self._searches.forget()
            self._show_title("")
            self.rows.show_hint("Type to search every answer of the archive.")
            return
        if self.rows.query_shown is None:
            self.rows.show_hint("Looking …")
        first = max(1, self.rows.size.height // self.rows.row_height) + 1
        self._width = self.rows.text_width
        self._searches.ask(partial(self._find_in_thread, query, self._text, first, self._width))

    def _find_in_thread(
        self, query: Query, text: str, first: int, width: int, is_cancelled: IsCancelled
    ) -> AnswersFound | None:
        return find_answers(
            self._archive,
            query,
            lambda is_late: self._subject.hits(self._archive, text, is_late),
            first_rows=first,
            row_width=width,
            is_cancelled=is_cancelled,
        )

    def _show_found(self, found: AnswersFound) -> None:
        cursor = self._cursor(found.hits)
        # The first search begins before the rows have been laid out.
        snippets = found.snippets if self._width == self.rows.text_width else {}
        self.rows.show_hits(found.corpus, found.query, found.hits, snippets, cursor=cursor, hint=self._subject.nothing)
        self._show_title(self._subject.count(found.hits))

    def _cursor(self, hits: Sequence[Hit]) -> int:
        """The row left last, else that from which one asks, else the first."""
        if self._text != self._place.text:
            return 0
        if self._place.row is not None:
            return self._place.row
        places = (place for place, hit in enumerate(hits) if (hit.article, hit.exchange) == self._subject.start)
        return next(places, 0)

    def _show_title(self, count: str) -> None:
        name = self._subject.name
        self.query_one("#answers-title", Label).update(displayable(f"{name} · {count}" if count else name))

    def _snippets(self, query: Query, hits: Sequence[Hit], width: int, is_late: IsCancelled) -> dict[Hit, RowSnippet]:
        return answer_snippets(self._archive, query, hits, width, is_late)

    @on(TextBar.Submitted)
    def _submitted(self, event: TextBar.Submitted) -> None:
        event.stop()
        self.rows.action_open()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        hit, query = self.rows.row_key(event.row), self.rows.query_shown
        if hit is not None and query is not None and self.is_current:
            place = replace(self._place, text=self._text, row=event.row)
            self.dismiss(AnswerChosen(hit, query, place))

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
