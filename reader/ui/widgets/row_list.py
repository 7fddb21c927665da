"""A list of any length whose rows all have one height: only those on the screen are made.

Rows are counted from 0. A subclass says how many there are and what each shows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual import events, on
from textual.binding import BindingType
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from reader.commands import Place
from reader.ui.bindings import bindings
from reader.ui.widgets.line_view import LineView


class RowList(LineView, can_focus=True):
    """A list with a cursor. It keeps the cursor on the screen, one row away from the edges where there is room."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.LIST)]

    cursor: reactive[int] = reactive(0, always_update=True, repaint=False)
    """The row on which the cursor stands; 0 in an empty list."""

    @dataclass
    class Highlighted(Message):
        """The cursor came to stand on another row."""

        row_list: "RowList"
        row: int

        @property
        def control(self) -> "RowList":
            """The list it happened in."""
            return self.row_list

    @dataclass
    class Chosen(Message):
        """A row was asked for, by Enter or a click on the row under the cursor."""

        row_list: "RowList"
        row: int

        @property
        def control(self) -> "RowList":
            """The list it happened in."""
            return self.row_list

    def __init__(self, *, id: str | None = None, row_height: int = 1) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.row_height = row_height
        """Screen lines that one row takes."""
        self._count = 0
        self.ground = Style()
        """What the rows stand on, looked up once for each time they are painted."""
        self._row_width = self._top_line = 0
        self._rows: dict[int, Sequence[Strip]] = {}
        self._looks: dict[str, Style] = {}

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._count

    def set_rows(self, count: int, *, row_height: int | None = None, cursor: int = 0) -> None:
        """Show so many rows, with the cursor on one of them; no `Highlighted` is posted."""
        self._count = count
        self.row_height = row_height or self.row_height
        with self.prevent(self.Highlighted):
            self.virtual_size = Size(self.scrollable_content_region.width, max(1, count) * self.row_height)
            self.cursor = cursor
        self.refresh()

    def row_strips(self, row: int, width: int) -> Sequence[Strip]:
        """The lines of one row, `row_height` of them, each `width` cells wide."""
        raise NotImplementedError

    def empty_strips(self, width: int) -> Sequence[Strip]:
        """What is shown where there are no rows."""
        del width
        return ()

    def rows_on_screen(self) -> range:
        """The rows of which at least a line can be seen."""
        top = self.scroll_offset.y
        bottom = top + max(1, self.scrollable_content_region.height)
        return range(top // self.row_height, min(self._count, -(-bottom // self.row_height)))

    def validate_cursor(self, cursor: int) -> int:
        """The nearest row that exists."""
        return max(0, min(cursor, self._count - 1))

    def watch_cursor(self, before: int, after: int) -> None:
        """Keep the cursor in sight, and tell where it went."""
        self._show_cursor()
        self._place_terminal_cursor()
        self.refresh()
        if before != after:
            self.post_message(self.Highlighted(self, after))

    @on(events.Focus)
    def _place_terminal_cursor(self) -> None:
        """Put the terminal's own cursor on the row, where screen readers and magnifiers look."""
        if self.has_focus:
            row = self.cursor * self.row_height - self.scroll_offset.y
            self.app.cursor_position = self.content_region.offset + Offset(0, max(0, row))

    def _show_cursor(self) -> None:
        height = self.scrollable_content_region.height
        if not height or not self._count:
            return
        first = self.cursor * self.row_height
        last = first + self.row_height
        margin = self.row_height if height >= 5 * self.row_height else 0
        top = self.scroll_offset.y
        if first - margin < top:
            self.scroll_to(y=max(0, first - margin), animate=False, immediate=True)
        elif last + margin > top + height:
            end = self._count * self.row_height
            self.scroll_to(y=min(last + margin, end) - height, animate=False, immediate=True)

    def prepare(self) -> None:
        """Look up what the rows have in common."""
        self.ground = self.rich_style
        self._row_width = self.scrollable_content_region.width
        self._top_line = self.scroll_offset.y
        self._rows = {}

    def notify_style_update(self) -> None:
        """The theme changed: have the looks looked up anew."""
        super().notify_style_update()
        self._looks = {}

    def render_line(self, y: int) -> Strip:
        """One line of the viewport."""
        line = self._top_line + y
        row, part = divmod(line, self.row_height) if self._count else (0, line)
        strips = self._rows.get(row)
        if strips is None:
            strips = self._rows[row] = self._strips(row)
        return strips[part] if part < len(strips) else Strip.blank(self._row_width, self.ground)

    def _strips(self, row: int) -> Sequence[Strip]:
        """All lines of a row; where there are no rows, what is shown then."""
        width = self._row_width
        if not self._count:
            return self.empty_strips(width)
        return self.row_strips(row, width) if row < self._count else ()

    def component_style(self, name: str) -> Style:
        """The style of one of the widget's component classes, looked up once until the styles change."""
        style = self._looks.get(name)
        if style is None:
            style = self._looks[name] = self.get_component_rich_style(name, partial=True)
        return style

    @on(events.Resize)
    def _resized(self, event: events.Resize) -> None:
        self.virtual_size = Size(event.size.width, max(1, self._count) * self.row_height)
        self.call_after_refresh(self._show_cursor)

    @property
    def _page(self) -> int:
        return max(1, self.scrollable_content_region.height // self.row_height - 1)

    def action_line_down(self) -> None:
        """A row down."""
        self.cursor += 1

    def action_line_up(self) -> None:
        """A row up."""
        self.cursor -= 1

    def action_page_down(self) -> None:
        """A page down."""
        self.cursor += self._page

    def action_page_up(self) -> None:
        """A page up."""
        self.cursor -= self._page

    def action_half_down(self) -> None:
        """Half a page down."""
        self.cursor += max(1, self._page // 2)

    def action_half_up(self) -> None:
        """Half a page up."""
        self.cursor -= max(1, self._page // 2)

    def action_top(self) -> None:
        """The first row."""
        self.cursor = 0

    def action_end(self) -> None:
        """The last row."""
        self.cursor = self._count - 1

    def action_open(self) -> None:
        """Choose the row under the cursor."""
        if self._count:
            self.post_message(self.Chosen(self, self.cursor))

    def row_at(self, y: int) -> int | None:
        """The row that a line of the viewport belongs to."""
        row = (self.scroll_offset.y + y) // self.row_height
        return row if 0 <= row < self._count else None

    @on(events.Click)
    def _clicked(self, event: events.Click) -> None:
        row = self.row_at(event.y)
        if row is None:
            return
        event.stop()
        if row == self.cursor:
            self.action_open()
        else:
            self.cursor = row
