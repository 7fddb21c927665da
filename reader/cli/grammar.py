"""What may be typed, as values: made from the commands' own parsers, so that completion and manual never differ."""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

SHELLS: Final[tuple[Literal["bash", "zsh", "fish"], ...]] = ("bash", "zsh", "fish")

_FILES: Final = frozenset({"PATH", "FILE"})
_FOLDERS: Final = frozenset({"FOLDER"})


@dataclass(frozen=True, slots=True)
class Option:
    """An option, under all its names."""

    names: tuple[str, ...]
    help: str
    metavar: str = ""
    """What its value is called; "" where it takes none."""
    choices: tuple[str, ...] = ()

    @property
    def takes_value(self) -> bool:
        """Whether a word follows it."""
        return bool(self.metavar)

    @property
    def takes_folder(self) -> bool:
        """Whether that word is a folder."""
        return self.metavar in _FOLDERS

    @property
    def takes_file(self) -> bool:
        """Whether that word is a file or a folder."""
        return self.metavar in _FILES


@dataclass(frozen=True, slots=True)
class Typed:
    """A command and what may follow it."""

    name: str
    summary: str
    usage: str
    """On one line."""
    options: tuple[Option, ...]
    takes_files: bool
    example: str


GENERAL: Final = (
    Option(("-h", "--help"), "all that may be typed, in one screen"),
    Option(("-V", "--version"), "the version"),
    Option(("--manual",), "the manual page, in roff: reader --manual | man -l -"),
    Option(("--completion",), "completion for a shell, to be evaluated by it", "SHELL", SHELLS),
)
"""What may be typed instead of a command."""


def grammar(parsers: Mapping[str, argparse.ArgumentParser]) -> tuple[Typed, ...]:
    """The commands, by their names, with what their parsers take."""
    return tuple(_typed(name, parser) for name, parser in parsers.items())


def _typed(name: str, parser: argparse.ArgumentParser) -> Typed:
    # argparse has no other way to ask what it was told.
    actions = parser._actions  # noqa: SLF001
    options = tuple(_option(action) for action in actions if action.option_strings)
    positionals = [action for action in actions if not action.option_strings]
    return Typed(
        name=name,
        summary=parser.description or "",
        usage=" ".join(parser.format_usage().removeprefix("usage: ").split()),
        options=options,
        takes_files=any(action.metavar in _FILES | _FOLDERS for action in positionals),
        example=(parser.epilog or "").removeprefix("example: "),
    )


def _option(action: argparse.Action) -> Option:
    choices = tuple(map(str, action.choices or ()))
    metavar = str(action.metavar or action.dest.upper()) if action.nargs != 0 else ""
    # argparse lets `%` stand for values of its own.
    return Option(tuple(action.option_strings), (action.help or "").replace("%%", "%"), metavar, choices)
