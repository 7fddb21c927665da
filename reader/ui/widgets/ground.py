"""What stands behind others and shows nothing itself: its lines are all one, made at once.

Whatever changes on a screen, Textual asks for all the lines of all that lies there, and dresses each in styles: for a
screen and the panes on it, which are covered by others, that takes as long as for all that is seen.
"""

from textual.containers import Horizontal
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from reader.ui.render import filtered


class Ground(Widget):
    """Nothing but the colour of its ground. To be named behind the class that says how children are laid out."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Some lines of it."""
        blank = Strip.blank(crop.width, self.rich_style)
        return [filtered(blank, self.get_line_filters(), self.background_colors[1])] * crop.height


class Row(Horizontal, Ground):
    """Widgets beside each other."""
