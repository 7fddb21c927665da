"""A line to type a query into, safe against whatever is pasted: the filter bar and the find bar are two of it."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive, reactive
from textual.widgets import Input

from reader.layout.displayable import displayable

LONGEST_QUERY = 200
"""Code points; what is pasted beyond is left out."""

_EDITING = {"escape", *(binding.key for binding in Binding.make_bindings(Input.BINDINGS))} - {"enter", "ctrl+k"}


def is_editing(key: events.Key) -> bool:
    """Whether a key that is typed into a bar leaves the rows alone that the bar leads to."""
    return key.is_printable or key.key in _EDITING


class TextBar(Input):
    """An input whose text is always displayable and never longer than a query may be.

    A `/` typed into the empty bar is the habit of the hand: it is swallowed.
    """

    BINDINGS: ClassVar[list[BindingType]] = []

    # What is typed scrolls within the bar: nothing else is to be laid out anew for it.
    virtual_size: Reactive[Size] = reactive(Size(0, 0), layout=False)

    @dataclass
    class Edited(Message):
        """The text changed, by typing or by pasting."""

        bar: "TextBar"
        text: str

        @property
        def control(self) -> "TextBar":
            """The bar it happened in."""
            return self.bar

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(placeholder=placeholder, id=id, max_length=LONGEST_QUERY, select_on_focus=False)
        self.cursor_blink = False

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Edited(self, event.value))

    async def _on_key(self, event: events.Key) -> None:
        if event.character == "/" and not self.value:
            event.stop()
            event.prevent_default()

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        safe = displayable(" ".join(event.text[: 4 * LONGEST_QUERY].split()))
        room = LONGEST_QUERY - len(self.value) + len(self.selected_text)
        self.replace(safe[: max(0, room)], *sorted(self.selection))
