"""A list laid over the screen, to skim, to fuzzy-filter, and to choose from.

The questions of an article, the keys, and what was skipped are all shown by it.
"""

from functools import partial
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Label

from reader.layout.displayable import displayable
from reader.ui.alike import Lookalikes
from reader.ui.render import plural
from reader.ui.screens.frame import LOW
from reader.ui.screens.overlay import Overlay
from reader.ui.widgets.choice_list import Choice, ChoiceList, Choices
from reader.ui.widgets.latest import Latest
from reader.ui.widgets.row_list import RowList
from reader.ui.widgets.text_bar import TextBar, is_editing

HEADLINE_SIGN = "¶"
"""Hangs before the headline of an article."""
_FRAME_ROWS = 7
"""Border, title, bar and hint, with what lies between."""


class Picker(Overlay[int | None]):
    """Gives the place of the choice that was made, or None."""

    AUTO_FOCUS = "#choices"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "step_back", "close", show=False),
        Binding("q", "close", "close", show=False),
        Binding("ctrl+q,ctrl+c", "app.quit", "quit", show=False),
        Binding("tab,shift+tab,f1,question_mark", "filter", "filter", show=False),
    ]

    def __init__(self, title: str, choices: Choices, *, cursor: int = 0, hint: str = "Enter goes there") -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._start = cursor
        self._hints = (hint,) if hint else ()
        self._lookalikes = Lookalikes(choices.rows, Choice.said)
        self._filters = Latest(self, self._show_alike)

    def compose(self) -> ComposeResult:
        """Title, bar, rows, hint."""
        with Vertical(id="picker"):
            yield Label(displayable(self._title), id="picker-title", markup=False)
            yield TextBar("type to filter", id="picker-bar")
            yield ChoiceList(self._choices)
            yield Label(" · ".join((*self._hints, "/ filters", "Esc closes")), id="picker-hint", markup=False)

    @on(events.Resize)
    def _resized(self, event: events.Resize) -> None:
        """As high as its rows need, a tenth of the screen free above and below; all of a low screen."""
        room = event.size.height if event.size.height < LOW else event.size.height * 4 // 5
        rows = len(self._choices.rows) * self.query_one(ChoiceList).row_height
        self.query_one("#picker").styles.height = min(room, rows + _FRAME_ROWS)

    def on_mount(self) -> None:
        """Show everything, the cursor where it was asked for."""
        self.query_one(ChoiceList).show(range(len(self._choices.rows)), cursor=self._start)

    @on(TextBar.Edited)
    def _filtered(self, event: TextBar.Edited) -> None:
        event.stop()
        if event.text:
            self._filters.ask(partial(self._lookalikes.of, event.text))
        else:
            self._filters.forget()
            self.query_one(ChoiceList).show(range(len(self._choices.rows)), cursor=self._start)
            self.tell_count()
        self.filtered(event.text)

    def _show_alike(self, places: list[int]) -> None:
        self.query_one(ChoiceList).show(places)
        self.tell_count()

    def is_ready_for(self, key: events.Key) -> bool:
        """Whether the rows are those of what is typed, for a key that goes to them."""
        return is_editing(key) or not self._filters.is_waiting

    def filtered(self, text: str) -> None:
        """What else is done for what is typed."""

    def tell_count(self) -> None:
        """Say how many rows there are, while something is typed."""
        count = plural(self.query_one(ChoiceList).count, "row")
        is_typed = bool(self.query_one(TextBar).value)
        title = f"{count} of {len(self._choices.rows):,}" if is_typed else displayable(self._title)
        self.query_one("#picker-title", Label).update(title)

    @on(TextBar.Submitted)
    def _submitted(self, event: TextBar.Submitted) -> None:
        event.stop()
        self.query_one(ChoiceList).action_open()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        place = self.query_one(ChoiceList).place(event.row)
        if place is not None and self.is_current:
            self.dismiss(place)

    def on_key(self, event: events.Key) -> None:
        """Up and down move in the rows while the bar has the focus too."""
        rows = self.query_one(ChoiceList)
        if self.query_one(TextBar).has_focus:
            move = {
                "down": rows.action_line_down,
                "ctrl+j": rows.action_line_down,
                "up": rows.action_line_up,
                "ctrl+k": rows.action_line_up,
                "pagedown": rows.action_page_down,
                "pageup": rows.action_page_up,
            }.get(event.key)
            if move is not None:
                move()

    def action_read(self) -> None:
        """Choose the row under the cursor."""
        self.query_one(ChoiceList).action_open()

    def action_filter(self) -> None:
        """To the bar, or from it back to the rows."""
        bar = self.query_one(TextBar)
        self.set_focus(self.query_one(ChoiceList) if bar.has_focus else bar)

    def action_step_back(self) -> None:
        """Clear the filter, else close."""
        bar = self.query_one(TextBar)
        if bar.value:
            bar.value = ""
            self.set_focus(self.query_one(ChoiceList))
        elif self.is_current:
            self.dismiss(None)

    def action_close(self) -> None:
        """Close without choosing."""
        if self.is_current:
            self.dismiss(None)
