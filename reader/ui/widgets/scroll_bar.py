"""The scrollbar of the views: Textual's, but for how its lines are made."""

from rich.color import Color
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

from reader.ui.render import filtered


class ViewScrollBar(ScrollBar):
    """Its lines are made at once, and those that look alike are one.

    Textual dresses each in styles, with each key that changes a list's length: that takes longer than to make the list.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """Some lines of it."""
        bar = self.render()
        if not isinstance(bar, ScrollBarRender):
            return super().render_lines(crop)
        look = self.app.console.get_style(bar.style)
        cells = bar.render_bar(
            size=self.outer_size.height,
            virtual_size=bar.virtual_size,
            window_size=bar.window_size,
            position=bar.position,
            thickness=bar.thickness,
            back_color=look.bgcolor or Color.default(),
            bar_color=look.color or Color.default(),
        ).segments
        filters, ground, width = self.get_line_filters(), self.background_colors[1], self.outer_size.width
        strips = {cell: filtered(Strip([cell], width), filters, ground) for cell in dict.fromkeys(cells)}
        return [strips[cells[y]] for y in crop.line_range]
