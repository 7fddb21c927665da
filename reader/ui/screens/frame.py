"""The frame around list and text, which is seen before anything else: title, panes, keys.

It is drawn with next to nothing imported and few widgets. What one reads on takes its place, drawn alike, as soon as
that is imported; keys typed meanwhile wait for it.
"""

from collections.abc import Mapping

from textual import events, on
from textual.app import ComposeResult

from reader.commands import Place
from reader.ui.screens.ready import ReadyScreen
from reader.ui.widgets.divider import Divider
from reader.ui.widgets.ground import Ground, Row
from reader.ui.widgets.key_footer import KeyFooter
from reader.ui.widgets.list_frame import ListFrame
from reader.ui.widgets.title_line import TitleLine

NARROW = 80
"""Columns; below, one pane is shown at a time."""
LOW = 16
"""Rows; on a screen lower than that nothing is spent on air, and an overlay takes all of it."""
FEWEST_COLUMNS, FEWEST_ROWS = 40, 10
"""Below, a notice is shown instead of an unusable screen."""


PARTS: Mapping[str, frozenset[str]] = {
    "-narrow": frozenset({"left", "divider", "right"}),
    "-reading": frozenset({"left", "right"}),
    "-zen": frozenset({"left", "divider", "title", "footer"}),
    "-low": frozenset({"filter", "timeline"}),
    "-too-small": frozenset({"panes", "title", "footer", "too-small"}),
}
"""All that is laid out otherwise where the screen has such a class."""


class FramedScreen(ReadyScreen[None], Ground):
    """A screen whose parts stand where its size, and what one is about, want them."""

    AUTO_FOCUS = None
    _styled_for: frozenset[str] = frozenset()
    """The classes with which the parts were last styled."""

    @on(events.Resize)
    def _take_size(self, event: events.Resize) -> None:
        width, height = event.size
        is_too_small = width < FEWEST_COLUMNS or height < FEWEST_ROWS
        self.update_classes({"-narrow": width < NARROW, "-low": height < LOW, "-too-small": is_too_small})

    def update_node_styles(self, animate: bool = True) -> None:
        """Let the parts stand as the classes of the screen want them: whatever else is on it looks as before.

        Textual would style all of it anew, down to each look of each line: that takes longer than to paint it.
        """
        changed, self._styled_for = self.classes ^ self._styled_for, self.classes
        concerned = [PARTS[name] for name in changed & PARTS.keys()] or PARTS.values()
        parts = self.query(",".join(f"#{part}" for part in frozenset().union(*concerned)))
        self.app.stylesheet.update_nodes((self, *parts), animate=animate)


class FrameScreen(FramedScreen):
    """Nothing but the frame."""

    def __init__(self, name: str, place: Place, keymap: Mapping[str, str]) -> None:
        """What is known before the archive is opened.

        Args:
            name: The archive's, as stored.
            place: Where the focus will be.
            keymap: As for `KeyFooter`.
        """
        super().__init__(classes="-reading" if place is Place.READING else None)
        self._archive_name = name
        self._place = place
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """As the screen that follows: an empty list, and nothing yet to be read."""
        title, footer = TitleLine(id="title"), KeyFooter(id="footer")
        title.archive = self._archive_name
        footer.place, footer.keymap = self._place, self._keymap
        yield title
        with Row(id="panes"):
            yield ListFrame(id="left")
            yield Divider(id="divider")
        yield footer
