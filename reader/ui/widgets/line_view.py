"""A view whose lines are made as they come on the screen: the base of the lists and of the reading pane."""

from collections.abc import Iterable
from typing import Self

from textual.geometry import Offset, Region, Size
from textual.reactive import Reactive, reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from reader.ui.render import filtered
from reader.ui.widgets.scroll_bar import ViewScrollBar


class LineView(ScrollView):
    """A scroll view whose length may change with every key: only its scrollbar is told, and nothing is moved.

    Textual would lay the whole screen out anew for that. The scrollbar is there always, and blank where there is
    nothing to be scrolled.

    Lines are shown as `render_line` makes them, and kept until something changes. Textual would dress each in border
    and padding, which it has none of, and that takes longer than to make it.
    """

    DEFAULT_CSS = "LineView { overflow: hidden scroll; }"

    virtual_size: Reactive[Size] = reactive(Size(0, 0), layout=False)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._lines: dict[int, Strip] = {}
        self._lines_seen: tuple[Size, Offset] | None = None
        """How large the viewport was, and where, when they were made."""

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scrollbar, made when it is first asked for, as Textual makes its own."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = ViewScrollBar(name="vertical", thickness=self.scrollbar_size_vertical)
            self._vertical_scrollbar.display = False
            self.app._start_widget(self, self._vertical_scrollbar)  # noqa: SLF001 - there is no other way to do it
        return self._vertical_scrollbar

    def watch_virtual_size(self, before: Size, after: Size) -> None:
        """Keep the scrollbar true."""
        if before.height == after.height:
            return
        self.vertical_scrollbar.window_virtual_size = after.height
        if self.scroll_y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False, immediate=True)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Have the lines made anew."""
        self._lines = {}
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def watch_has_focus(self, has_focus: bool) -> None:
        """With the focus it looks as without it: nothing of it is to be styled anew."""

    def notify_style_update(self) -> None:
        """The theme changed: have the lines made anew."""
        super().notify_style_update()
        self._lines = {}

    def render_lines(self, crop: Region) -> list[Strip]:
        """Some lines of the viewport."""
        seen = self.outer_size, self.scroll_offset
        if seen != self._lines_seen:
            self._lines_seen, self._lines = seen, {}
        if missing := [y for y in crop.line_range if y not in self._lines]:
            self._make(missing)
        lines = [self._lines[y] for y in crop.line_range]
        if crop.column_span == (0, self.outer_size.width):
            return lines
        return [strip.crop(*crop.column_span) for strip in lines]

    def _make(self, lines: Iterable[int]) -> None:
        self.prepare()
        filters, ground = self.get_line_filters(), self.background_colors[1]
        for y in lines:
            self._lines[y] = filtered(self.render_line(y), filters, ground)

    def prepare(self) -> None:
        """Look up what the lines that are about to be made have in common."""
