"""The bar below the text in which one types what to find in the article."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Label

from reader.ui.widgets.ground import Row
from reader.ui.widgets.text_bar import TextBar

WORDS_HINT = "words in this article · ^r regular expression · Esc clears"
PATTERN_HINT = "a regular expression · ^r words · Esc clears"


class FindInput(TextBar):
    """Where it is typed. Up and down go from match to match meanwhile."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+j", "screen.next_match", show=False),
        Binding("up,ctrl+k", "screen.previous_match", show=False),
    ]


class FindBar(Row):
    """The input and, at its right end, which match of how many."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+r", "toggle_pattern", show=False)]

    class KindChanged(Message):
        """What is typed means something else now: words, or a regular expression."""

    is_pattern: reactive[bool] = reactive(False)
    """Whether what is typed is a regular expression."""
    count: reactive[str] = reactive("")
    """What stands at the right end."""

    def compose(self) -> ComposeResult:
        """A prompt, the input, the count."""
        yield Label("find", id="find-prompt", markup=False)
        yield FindInput(WORDS_HINT, id="find-input")
        yield Label("", id="find-count", markup=False)

    @property
    def input(self) -> FindInput:
        """Where it is typed."""
        return self.query_one(FindInput)

    def action_toggle_pattern(self) -> None:
        """Words, or a regular expression."""
        self.is_pattern = not self.is_pattern

    def watch_is_pattern(self, is_pattern: bool) -> None:
        """Say which of the two it is."""
        self.query_one("#find-prompt", Label).update("regex" if is_pattern else "find")
        self.input.placeholder = PATTERN_HINT if is_pattern else WORDS_HINT
        self.post_message(self.KindChanged())

    def watch_count(self, count: str) -> None:
        """Show the new count."""
        self.query_one("#find-count", Label).update(count)
