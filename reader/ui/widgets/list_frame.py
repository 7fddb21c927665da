"""The article list before there is one: its bar and what it will say while nothing is read, in one cheap widget."""

from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from reader.ui.render import filtered, line

FILTER_HINTS = (
    "type to filter · Enter reads · Esc to the list · F1 keys",
    "type to filter · Enter reads · F1 keys",
    "type to filter · F1 keys",
    "type to filter",
)
"""The longest that fits is shown."""
LOADING = ("Reading the archive …",)
_BESIDE_THE_HINT = 14
"""Cells of a pane that margins, prompt and the count of a large archive take."""


def filter_hint(pane_width: int) -> str:
    """What an empty filter bar says in a pane so wide. It doesn't change with the count beside it."""
    room = pane_width - _BESIDE_THE_HINT
    return next((hint for hint in FILTER_HINTS if len(hint) <= room), FILTER_HINTS[-1])


class ListFrame(Widget):
    """Looks as the list pane does while nothing is in it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"list-frame--prompt", "list-frame--hint"}

    def render_lines(self, crop: Region) -> list[Strip]:
        """Some lines of it, all made at once: to ask for a style takes longer than to draw a line."""
        style, width = self.rich_style, self.size.width
        hint = style + self.get_component_rich_style("list-frame--hint", partial=True)
        prompt = style + self.get_component_rich_style("list-frame--prompt", partial=True)
        # Where there is room, a line is left free above the bar, and the timeline stands below it.
        bar, list_top = (0, 1) if self.screen.has_class("-low") else (1, 3)
        filters, ground = self.get_line_filters(), self.background_colors[1]
        lines = [filtered(Strip.blank(width, style), filters, ground)] * self.size.height
        said = {
            bar: [Segment(" / ", prompt), Segment(filter_hint(width), hint)],
            list_top + 1: [Segment(f" {LOADING[0]}", hint)],
        }
        for row, segments in said.items():
            lines[row : row + 1] = [filtered(line(segments, width, style), filters, ground)]
        return [strip.crop(crop.x, crop.right) for strip in lines[crop.y : crop.bottom]]
