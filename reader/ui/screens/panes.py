"""The two panes as one uses them: which has the focus, how wide they are, which is seen alone."""

from textual import events, on
from textual.widgets import Label

from reader.commands import Place
from reader.ui.screens.elsewhere import ElsewhereScreen
from reader.ui.screens.frame import FEWEST_COLUMNS, FEWEST_ROWS, NARROW
from reader.ui.widgets.divider import Divider, list_share
from reader.ui.widgets.filter_bar import FilterInput
from reader.ui.widgets.key_footer import KeyFooter
from reader.ui.widgets.row_list import RowList

LIST_STEP = 4
"""Cells."""


class PanesScreen(ElsewhereScreen):
    """Leads from pane to pane."""

    @property
    def place(self) -> Place:
        """Where the focus is."""
        focused = self.focused
        if isinstance(focused, FilterInput):
            return Place.FILTER
        return Place.LIST if isinstance(focused, RowList) else Place.READING

    @on(events.DescendantFocus)
    def _focus_moved(self) -> None:
        self.query_one(KeyFooter).place = self.place
        self.set_class(self.place is Place.READING, "-reading")
        self.library.bar.is_left = self.place is not Place.FILTER

    @on(events.Resize)
    def _resized(self, event: events.Resize) -> None:
        width, height = event.size
        self.library.is_alone = width < NARROW
        self.query_one("#too-small", Label).update(
            f"{width}×{height} is too small:\n{FEWEST_COLUMNS}×{FEWEST_ROWS} is needed"
        )

    def action_filter(self) -> None:
        """To the filter bar."""
        self.remove_class("-zen")
        self.set_focus(self.library.bar.input)

    def action_find(self) -> None:
        """To the find bar."""
        self.reading.open_find()

    def action_list_down(self) -> None:
        """A row down in the list while one types."""
        self.library.articles.action_line_down()

    def action_list_up(self) -> None:
        """A row up in the list while one types."""
        self.library.articles.action_line_up()

    def action_list_page_down(self) -> None:
        """A page down in the list while one types."""
        self.library.articles.action_page_down()

    def action_list_page_up(self) -> None:
        """A page up in the list while one types."""
        self.library.articles.action_page_up()

    def action_read(self) -> None:
        """Read what is under the cursor. The focus is there before the next key, however fast one types."""
        if self.library.articles.count:
            self.set_focus(self.reading.view)
            self.library.choose()

    def action_zen(self) -> None:
        """The reading pane alone, or both again."""
        self.toggle_class("-zen")
        self.set_focus(self.reading.view)

    def action_widen_list(self) -> None:
        """A wider list."""
        self._divide(self.library.size.width + LIST_STEP)

    def action_narrow_list(self) -> None:
        """A narrower list."""
        self._divide(self.library.size.width - LIST_STEP)

    @on(Divider.Moved)
    def _divider_moved(self, event: Divider.Moved) -> None:
        self._divide(event.cells, is_final=event.is_final)

    def _divide(self, cells: int | None, *, is_final: bool = True) -> None:
        """Give the list so many cells, as far as that can be; None for as many as usual."""
        if not (self.has_class("-narrow") or self.has_class("-zen")):
            self.library.share = None if cells is None else list_share(cells, self.size.width)
            if is_final:
                from reader.store.settings import LIST_WIDTH  # noqa: PLC0415 - not before the first paint

                self._preferences.choose(LIST_WIDTH, self.library.share or LIST_WIDTH.default)

    def action_other_pane(self) -> None:
        """From the text to the list, from list or bar to the text."""
        if self.place is Place.READING:
            self.remove_class("-zen")
            self.set_focus(self.library.articles)
        else:
            self.set_focus(self.reading.view)

    def action_escape(self) -> None:
        """One step back: find, zen, pane, filter."""
        focused = self.focused
        if isinstance(focused, FilterInput):
            if focused.value:
                self.library.clear()
            else:
                self.set_focus(self.library.articles)
        elif self.reading.close_find():
            self.set_focus(self.reading.view)
        elif self.has_class("-zen"):
            self.remove_class("-zen")
        elif self.place is Place.READING and not self._is_single:
            self.set_focus(self.library.articles)
        else:
            self.library.clear()
