"""An article that is moved by lines, pages and paragraphs, and laid out wider or narrower, by keys."""

from dataclasses import dataclass

from textual.message import Message

from reader.ui.places import following, preceding
from reader.ui.widgets.wrapped_view import NARROWEST_COLUMN, WIDEST_COLUMN, WrappedView

COLUMN_STEP = 4
"""Cells."""
ROWS_KEPT = 2
"""Of the page before, when a page is turned."""


class PagedView(WrappedView):
    """What every pager does."""

    @dataclass
    class ColumnChosen(Message):
        """The column was made wider or narrower."""

        column: int

    @property
    def _paragraphs(self) -> tuple[int, ...]:
        """Where each block of the body begins."""
        return self.chart.paragraphs if self.chart is not None else ()

    def action_next_paragraph(self) -> None:
        """The next paragraph to the top."""
        beyond = following(self._paragraphs, self.top_offset)
        if beyond is not None:
            self.go_to(beyond)

    def action_previous_paragraph(self) -> None:
        """The paragraph before to the top."""
        place = preceding(self._paragraphs, self.top_offset)
        self.go_to(place if place is not None else 0)

    def action_line_down(self) -> None:
        """A line down."""
        self.scroll_rows(1)

    def action_line_up(self) -> None:
        """A line up."""
        self.scroll_rows(-1)

    def action_page_down(self) -> None:
        """A page down, two rows of the old one kept."""
        self.scroll_rows(max(1, self.page - ROWS_KEPT))

    def action_page_up(self) -> None:
        """A page up, two rows of the old one kept."""
        self.scroll_rows(-max(1, self.page - ROWS_KEPT))

    def action_half_down(self) -> None:
        """Half a page down."""
        self.scroll_rows(max(1, self.page // 2))

    def action_half_up(self) -> None:
        """Half a page up."""
        self.scroll_rows(-max(1, self.page // 2))

    def action_toggle_furniture(self) -> None:
        """Show or fold all site text."""
        self.remeasure(self._measure._replace(is_folded=not self._measure.is_folded, unfolded=frozenset()))

    @property
    def column(self) -> int:
        """Cells of the column of text, where there is room for it."""
        return self._measure.column

    def shape(
        self, *, column: int | None = None, is_folded: bool | None = None, unfolded: frozenset[int] | None = None
    ) -> None:
        """Lay the text out as it was laid out before; what is None stays."""
        measure = self._measure
        if column is not None:
            measure = measure._replace(column=max(NARROWEST_COLUMN, min(column, WIDEST_COLUMN)))
        if is_folded is not None:
            measure = measure._replace(is_folded=is_folded)
        if unfolded is not None:
            measure = measure._replace(unfolded=unfolded)
        self.remeasure(measure)

    def action_wider(self) -> None:
        """A wider column."""
        self._set_column(self._measure.column + COLUMN_STEP)

    def action_narrower(self) -> None:
        """A narrower column."""
        self._set_column(self._measure.column - COLUMN_STEP)

    def _set_column(self, column: int) -> None:
        self.shape(column=column)
        self.post_message(self.ColumnChosen(self.column))
