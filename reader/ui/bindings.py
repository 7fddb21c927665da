"""The table of commands as Textual's bindings."""

from collections.abc import Mapping

from textual.binding import Binding

from reader.commands import Command, Place, commands_at


def bindings(*places: Place) -> list[Binding]:
    """The bindings of a widget or screen that hears the keys of these places."""
    return [
        Binding(",".join(command.keys), command.action, command.label, show=False, id=command.id)
        for command in commands_at(*places)
        if command.keys
    ]


def remapped(command: Command, keymap: Mapping[str, str]) -> Command:
    """A command with the keys that somebody gave it: `keymap` is as `App.set_keymap` takes it."""
    keys = keymap.get(command.id)
    if keys is None:
        return command
    return command._replace(keys=tuple("," if key == "comma" else key for key in keys.split(",")))
