"""The table of commands as Textual's bindings."""

from textual.binding import Binding

from reader.commands import Place, commands_at


def bindings(*places: Place) -> list[Binding]:
    """The bindings of a widget or screen that hears the keys of these places."""
    return [
        Binding(",".join(command.keys), command.action, command.label, show=False, id=command.id)
        for command in commands_at(*places)
        if command.keys
    ]
