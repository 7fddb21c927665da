"""A note on an answer, of as many lines as it needs."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Label, TextArea

from reader.layout.displayable import displayable
from reader.ui.screens.overlay import Overlay

LONGEST_NOTE = 20_000
"""Code points."""


def safe_note(text: str) -> str:
    """A note as it may be shown and kept: its lines, each displayable."""
    return "\n".join(displayable(line) for line in text[:LONGEST_NOTE].split("\n")).rstrip()


class NoteScreen(Overlay[str | None]):
    """Gives the note as it was typed; None where it is to stay as it was."""

    AUTO_FOCUS = "#note-text"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,escape", "keep", priority=True, show=False),
        Binding("ctrl+x", "discard", priority=True, show=False),
        Binding("ctrl+q", "app.quit", show=False),
    ]

    def __init__(self, about: str, text: str) -> None:
        super().__init__()
        self._about = about
        self._text = text

    def compose(self) -> ComposeResult:
        """What it is on, where it is typed, what keeps it."""
        with Vertical(id="note"):
            yield Label(displayable(self._about), id="note-about", markup=False)
            yield TextArea(safe_note(self._text), id="note-text", soft_wrap=True, show_line_numbers=False)
            yield Label("Esc keeps it · ^x leaves it as it was · an empty note is none", id="note-hint", markup=False)

    def on_mount(self) -> None:
        """Go on where the note ends."""
        area = self.query_one(TextArea)
        area.cursor_blink = False
        area.move_cursor(area.document.end)

    def action_keep(self) -> None:
        """Keep what was typed."""
        self.dismiss(safe_note(self.query_one(TextArea).text))

    def action_discard(self) -> None:
        """Leave the note as it was."""
        self.dismiss(None)
