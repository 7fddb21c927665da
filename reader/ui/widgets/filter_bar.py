"""The fuzzy filter bar: always in sight, with how many articles match."""

from typing import ClassVar

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import reactive
from textual.widgets import Label

from reader.commands import Place
from reader.ui.bindings import bindings
from reader.ui.widgets.ground import Row
from reader.ui.widgets.list_frame import FILTER_HINTS, filter_hint
from reader.ui.widgets.query_bar import QueryBar


class FilterInput(QueryBar):
    """Where the filter is typed. Some keys move in the list meanwhile."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.FILTER)]


class FilterBar(Row):
    """The input and, at its right end, `n/N`; `n` alone where the query needs the room."""

    total: reactive[int] = reactive(0)
    """Articles of the archive."""
    matching: reactive[int | None] = reactive(None)
    """Articles that match; None where no filter is typed."""
    is_left: reactive[bool] = reactive(default=False)
    """Whether the focus is elsewhere."""

    def compose(self) -> ComposeResult:
        """A prompt, the input, the count."""
        yield Label("/", id="filter-prompt", markup=False)
        yield FilterInput(FILTER_HINTS[-1], id="filter-input")
        yield Label("", id="filter-count", markup=False)

    @on(events.Resize)
    def _resized(self) -> None:
        self.input.placeholder = filter_hint(self.outer_size.width)
        self._show_count()

    @on(FilterInput.Edited)
    def _edited(self) -> None:
        self._show_count()

    @property
    def input(self) -> FilterInput:
        """Where the filter is typed."""
        return self.query_one(FilterInput)

    def watch_total(self) -> None:
        """Show the new count."""
        self._show_count()

    def watch_matching(self) -> None:
        """Show the new count."""
        self._show_count()

    def watch_is_left(self, is_left: bool) -> None:
        """Light the prompt where one types."""
        self.query_one("#filter-prompt").set_class(is_left, "-left")

    def _show_count(self) -> None:
        label = self.query_one("#filter-count", Label)
        total = f"{self.total:,}"
        # As wide as it can become: a width that changed with every key would have the screen laid out anew.
        alone, of_all = len(total), 2 * len(total) + 1
        if self.matching is None:
            shown, width = total, alone
        elif self._has_room_beside(of_all + label.gutter.width):
            shown, width = f"{self.matching:,}/{total}", of_all
        else:
            shown, width = f"{self.matching:,}", alone
        label.styles.width = width + label.gutter.width
        label.update(shown, layout=False)

    def _has_room_beside(self, count: int) -> bool:
        """Whether the query and the cursor behind it can be seen whole beside a count of so many cells."""
        prompt = self.query_one("#filter-prompt").outer_size.width
        return cell_len(self.input.value) < self.content_size.width - prompt - count
