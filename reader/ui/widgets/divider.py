"""The line between list and text: the mouse draws it where one wants it."""

from dataclasses import dataclass

from rich.segment import Segment
from textual import events, on
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.ui.render import filtered, line

NARROWEST_LIST, NARROWEST_TEXT = 24, 36
"""Cells that list and text keep, wherever the line is drawn."""


def list_share(wanted: int, width: int) -> int:
    """The percentage of a screen so wide that is nearest to the cells wanted."""
    return round(100 * max(NARROWEST_LIST, min(wanted, width - 1 - NARROWEST_TEXT)) / width)


class Divider(Widget):
    """One cell wide, as high as the panes."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Divider { width: 1; height: 1fr; }"

    @dataclass
    class Moved(Message):
        """The list is to have another width."""

        cells: int | None
        """None for the usual one."""
        is_final: bool

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._cells: int | None = None
        self._pressed_at = 0

    def render_lines(self, crop: Region) -> list[Strip]:
        """Some cells of the line, all alike."""
        style = self.rich_style
        strip = line([Segment("│", style)], crop.width, style)
        return [filtered(strip, self.get_line_filters(), self.background_colors[1])] * crop.height

    @on(events.MouseDown)
    def _pressed(self, event: events.MouseDown) -> None:
        event.stop()
        self.capture_mouse()
        self.add_class("-drawn")
        self._cells = self._pressed_at = self.region.x

    @on(events.MouseMove)
    def _drawn(self, event: events.MouseMove) -> None:
        if self._cells is not None and event.screen_x != self._cells:
            event.stop()
            self._cells = event.screen_x
            self.post_message(self.Moved(self._cells, is_final=False))

    @on(events.MouseUp)
    def _released(self, event: events.MouseUp) -> None:
        event.stop()
        self.release_mouse()
        self.remove_class("-drawn")
        cells, self._cells = self._cells, None
        if cells is not None and cells != self._pressed_at:
            self.post_message(self.Moved(cells, is_final=True))

    @on(events.Click)
    def _clicked(self, event: events.Click) -> None:
        event.stop()
        if event.chain == 2:
            self.post_message(self.Moved(None, is_final=True))
