"""The first line of the screen: which archive this is, and how much is in it."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from reader.layout.cells import cell_width
from reader.layout.displayable import displayable
from reader.ui.render import marked, spread


class TitleLine(Widget):
    """`reader · archive` at the left, counts or progress at the right."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"title-line--program", "title-line--archive"}

    archive: reactive[str] = reactive("")
    """The archive's name, as stored."""
    told: reactive[str] = reactive("")
    """Counts, or how far loading is."""

    def render_line(self, y: int) -> Strip:
        """The line."""
        width = self.size.width
        style = self.rich_style
        if y:
            return Strip.blank(width, style)
        told = displayable(self.told)
        room = max(0, width - cell_width(told) - 12)
        name = style + self.get_component_rich_style("title-line--archive", partial=True)
        left = [
            Segment(" reader", style + self.get_component_rich_style("title-line--program", partial=True)),
            Segment(" · ", style),
            *marked(self.archive, (), name, name, room),
        ]
        return spread(left, f"{told} ", width, style)


def archive_name(paths: Sequence[Path]) -> str:
    """What an archive is called on the screen: its folder's name, or the first one's and how many more."""
    first = paths[0].absolute().name or str(paths[0])
    return first if len(paths) == 1 else f"{first} and {len(paths) - 1} more"
