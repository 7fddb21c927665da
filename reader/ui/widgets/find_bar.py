"""The bar below the text in which one types what to find in the article."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.widgets import Label

from reader.ui.widgets.text_bar import TextBar


class FindInput(TextBar):
    """Where it is typed. Up and down go from match to match meanwhile."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+j", "screen.next_match", show=False),
        Binding("up,ctrl+k", "screen.previous_match", show=False),
    ]


class FindBar(Horizontal):
    """The input and, at its right end, which match of how many."""

    count: reactive[str] = reactive("")
    """What stands at the right end."""

    def compose(self) -> ComposeResult:
        """A prompt, the input, the count."""
        yield Label("find", id="find-prompt", markup=False)
        yield FindInput("words in this article · Enter keeps · Esc clears", id="find-input")
        yield Label("", id="find-count", markup=False)

    @property
    def input(self) -> FindInput:
        """Where it is typed."""
        return self.query_one(FindInput)

    def watch_count(self, count: str) -> None:
        """Show the new count."""
        self.query_one("#find-count", Label).update(count)
