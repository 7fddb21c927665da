"""Keys that somebody gave to commands: understood, and kept from meaning two things in one place.

A key is named as in `reader.commands`: a character is itself, all else has Textual's name (`pagedown`, `ctrl+d`).
What help shows (`PgDn`, `^d`) is understood too.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from reader.commands import COMMANDS, Command, Place, shown_key

_NAMED: Final = (
    *("escape", "enter", "tab", "backspace", "delete", "insert", "space", "home", "end", "pageup", "pagedown"),
    *("up", "down", "left", "right", *(f"f{number}" for number in range(1, 25))),
)
_ALIASES: Final = {shown_key(name).casefold(): name for name in _NAMED} | {
    **{name: name for name in _NAMED},
    " ": "space",
    "return": "enter",
    "page_up": "pageup",
    "page_down": "pagedown",
    "del": "delete",
    "ins": "insert",
}
_CHARACTERS: Final = {
    "slash": "/",
    "backslash": "\\",
    "at": "@",
    "minus": "-",
    "plus": "+",
    "underscore": "_",
    "dot": ".",
    "pipe": "|",
}
"""Names of characters that Textual or people use instead of Unicode's."""
_MODIFIERS: Final = ("ctrl", "alt", "shift")
_SAME_IN_TERMINALS: Final = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+[": "escape"}

_FOCI: Final = {
    Place.READING: frozenset({Place.READING}),
    Place.LIST: frozenset({Place.LIST}),
    Place.FILTER: frozenset({Place.FILTER}),
    Place.ANYWHERE: frozenset({Place.READING, Place.LIST}),
    Place.ALWAYS: frozenset({Place.READING, Place.LIST, Place.FILTER}),
}
"""What may have the focus when the keys of a place are heard."""


class Refusal(NamedTuple):
    """A command that keeps its usual keys."""

    command: str
    reason: str


class Keymap(NamedTuple):
    """Commands and their keys, as far as they differ from the table of commands."""

    keys: Mapping[str, tuple[str, ...]]
    refusals: tuple[Refusal, ...]

    @property
    def for_textual(self) -> dict[str, str]:
        """The same as `App.set_keymap` takes it: binding ids and keys with commas between."""
        return {
            command: ",".join("comma" if key == "," else key for key in keys) for command, keys in self.keys.items()
        }


def key_named(text: str) -> str | None:
    """The key that somebody means; None where there is no such key, or a terminal can't tell it."""
    if len(text) == 1:
        return _ALIASES.get(text, text if text.isprintable() else None)
    if text.startswith("^"):
        text = f"ctrl+{_ALIASES.get(text[1:].casefold(), text[1:])}"
    *modifiers, base = text.split("+") if not text.endswith("+") else [*text[:-1].rstrip("+").split("+"), "+"]
    modifiers = [modifier.casefold().replace("control", "ctrl").replace("meta", "alt") for modifier in modifiers]
    if len(modifiers) > len(set(modifiers)) or not set(modifiers) <= set(_MODIFIERS):
        return None
    key = _base(base)
    if key is None or not modifiers:
        return key
    if len(key) == 1:
        return _modified_character(key, modifiers)
    return "+".join((*(modifier for modifier in _MODIFIERS if modifier in modifiers), key))


def keymap(asked: Mapping[str, Sequence[str]], commands: Sequence[Command] = COMMANDS) -> Keymap:
    """The keys that were asked for, command by command, as far as they can be had.

    Where two commands would hear one key in one place, the one asked for later keeps its usual keys; one that nobody
    asked about goes before all others. So everything a person can do can still be done.
    """
    known = {command.id: command for command in commands}
    granted: dict[str, tuple[str, ...]] = {}
    refusals: list[Refusal] = []
    for identity, names in asked.items():
        keys = tuple(dict.fromkeys(key_named(name) or "" for name in names))
        if reason := _unfit(known[identity], names, keys):
            refusals.append(Refusal(identity, reason))
        else:
            granted[identity] = keys
    # What is refused takes its usual keys back, which others may have been given: until all agree.
    while clash := _clash(granted, commands):
        refusals.append(clash)
        del granted[clash.command]
    changed = {identity: keys for identity, keys in granted.items() if keys != known[identity].keys}
    return Keymap(changed, tuple(refusals))


def _base(name: str) -> str | None:
    if len(name) == 1:
        return "space" if name == " " else name if name.isprintable() else None
    lowered = name.casefold()
    if lowered in _ALIASES or lowered in _CHARACTERS:
        return _ALIASES.get(lowered) or _CHARACTERS[lowered]
    try:
        character = unicodedata.lookup(lowered.replace("_", " "))
    except KeyError:
        return None
    return character if character.isprintable() else None


def _modified_character(character: str, modifiers: Sequence[str]) -> str | None:
    """A letter with modifiers, as a terminal sends it."""
    if list(modifiers) == ["shift"]:
        return character.upper() if character.isalpha() and len(character.upper()) == 1 else None
    if "ctrl" in modifiers:
        if list(modifiers) == ["ctrl"] and (same := _SAME_IN_TERMINALS.get(f"ctrl+{character.lower()}")):
            return same
        is_told = list(modifiers) == ["ctrl"] and character.isascii() and character.isalpha()
        return f"ctrl+{character.lower()}" if is_told else None
    return f"alt+{character}" if list(modifiers) == ["alt"] and character.isascii() and character.isalnum() else None


def _unfit(command: Command, names: Sequence[str], keys: Sequence[str]) -> str | None:
    """Why keys can't be those of a command."""
    for name in names:
        if key_named(name) is None:
            return f"there is no key {name!r} that a terminal can tell"
    if not keys:
        return "at least one key was expected"
    if digits := [key for key in keys if len(key) == 1 and key.isdecimal()]:
        return f"{digits[0]} is part of a number, as in 12G"
    is_typed = [key for key in keys if len(key) == 1 or key == "space"]
    if is_typed and Place.FILTER in _heard(command):
        return f"{shown_key(is_typed[0])} is typed in the filter bar, where {command.id} is heard too"
    return None


def _clash(granted: Mapping[str, Sequence[str]], commands: Sequence[Command]) -> Refusal | None:
    """The last command that was given a key which already means something where it would be heard."""
    order = {identity: place for place, identity in enumerate(granted)}
    clashes = [
        (max(order.get(one.id, -1), order.get(other.id, -1)), one, other, key)
        for one, other, key in _shared(granted, commands)
    ]
    if not clashes:
        return None
    _, one, other, key = max(clashes, key=lambda clash: clash[0])
    loser, winner = (one, other) if order.get(one.id, -1) > order.get(other.id, -1) else (other, one)
    return Refusal(loser.id, f"{shown_key(key)} already is {winner.id} in the {_common(one, other)}")


def _shared(
    granted: Mapping[str, Sequence[str]], commands: Sequence[Command]
) -> Iterator[tuple[Command, Command, str]]:
    holders: dict[str, list[Command]] = {}
    for command in commands:
        for key in granted.get(command.id, command.keys):
            holders.setdefault(key, []).append(command)
    for key, held in holders.items():
        for one, other in combinations(held, 2):
            if (one.id in granted or other.id in granted) and _heard(one) & _heard(other):
                yield one, other, key


def _heard(command: Command) -> frozenset[Place]:
    return frozenset(focus for place in command.places for focus in _FOCI[place])


def _common(one: Command, other: Command) -> str:
    shared = _heard(one) & _heard(other)
    return " and the ".join(place.value for place in _FOCI if place in shared)
