"""The last line of the screen: the keys that matter here and now."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events, on
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from reader.commands import BY_ID, FOOTERS, READING_FOOTERS, Command, Moment, Place, shown_key
from reader.layout.cells import cell_width
from reader.ui.bindings import remapped

_GAP = 3


class KeyFooter(Widget):
    """Keys and what they do; a click on one does it."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-footer--key", "key-footer--label"}

    place: reactive[Place] = reactive(Place.FILTER)
    """Where the focus is."""
    moment: reactive[Moment] = reactive(Moment.READING)
    """What matters in the reading pane just now."""
    keymap: reactive[Mapping[str, str]] = reactive[Mapping[str, str]]({})
    """The keys that somebody gave to commands, as `App.set_keymap` takes them."""

    @dataclass
    class Asked(Message):
        """A command was clicked on."""

        command: Command

    @property
    def _wanted(self) -> tuple[str, ...]:
        return READING_FOOTERS[self.moment] if self.place is Place.READING else FOOTERS.get(self.place, ())

    def _shown(self) -> list[tuple[int, str, Command]]:
        """What fits beside the last, each with its first cell and its key."""
        commands = [remapped(BY_ID[identity], self.keymap) for identity in self._wanted]
        room = self.size.width - 1
        kept = self._width(commands[-1]) + _GAP if commands else 0
        shown: list[tuple[int, str, Command]] = []
        at = 1
        for place, command in enumerate(commands, 1):
            width = self._width(command)
            if at + width + (kept if place < len(commands) else 0) <= room:
                shown.append((at, self._key(command), command))
                at += width + _GAP
        return shown

    def _width(self, command: Command) -> int:
        return cell_width(self._key(command)) + 1 + cell_width(command.label)

    @staticmethod
    def _key(command: Command) -> str:
        arrows = [key for key in command.keys if key in ("left", "right", "up", "down")]
        return shown_key(arrows[0] if arrows else command.keys[0])

    def render_line(self, y: int) -> Strip:
        """The line."""
        style = self.rich_style
        if y:
            return Strip.blank(self.size.width, style)
        segments: list[Segment] = []
        at = 0
        for start, key, command in self._shown():
            segments += [
                Segment(" " * (start - at), style),
                Segment(key, style + self.get_component_rich_style("key-footer--key", partial=True)),
                Segment(f" {command.label}", style + self.get_component_rich_style("key-footer--label", partial=True)),
            ]
            at = start + cell_width(key) + 1 + cell_width(command.label)
        return Strip(segments).adjust_cell_length(self.size.width, style)

    @on(events.Click)
    def _clicked(self, event: events.Click) -> None:
        for start, key, command in reversed(self._shown()):
            if start <= event.x < start + cell_width(key) + 1 + cell_width(command.label):
                self.post_message(self.Asked(command))
                return
