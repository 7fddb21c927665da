"""What may be typed after a command: one kind of parser, which raises where argparse would print and end."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, TypeVar

from reader.cli.help import HelpAsked
from reader.cli.output import When
from reader.errors import UsageError


class Options(argparse.Namespace):
    """What every command takes."""

    colour: When


AnyOptions = TypeVar("AnyOptions", bound=argparse.Namespace)


class _Formatter(argparse.HelpFormatter):
    """Help as wide as the terminal. One is made for every option, help or no help."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    # `shutil`, which argparse would ask, brings along every way of packing files.
    if (told := os.environ.get("COLUMNS", "")).isdecimal() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(1).columns or 80
    except OSError:
        return 80


class Parser(argparse.ArgumentParser):
    """A parser that leaves printing and ending to whoever called it."""

    color = False  # Python 3.14 would colour the help by itself

    def __init__(self, name: str, summary: str, example: str = "") -> None:
        super().__init__(
            prog=f"reader {name}".rstrip(),
            description=summary,
            epilog=f"example: {example}" if example else None,
            add_help=False,
            formatter_class=_Formatter,
            allow_abbrev=False,
        )
        self.add_argument("-h", "--help", action=_Answer, nargs=0, help="show this help")

    def add_paths(self) -> None:
        """Take any number of files and folders."""
        self.add_argument(
            "paths", nargs="*", metavar="PATH", type=Path, help="a folder or a file; several are one archive"
        )

    def add_json(self) -> None:
        """Take `--json`."""
        self.add_argument("--json", action="store_true", dest="is_json", help="JSON Lines: one object a line")

    def add_colour(self) -> None:
        """Take `--color`."""
        self.add_argument(
            "--color",
            "--colour",
            choices=("auto", "always", "never"),
            default="auto",
            dest="colour",
            help="auto: on a terminal, unless NO_COLOR is set",
        )

    def parsed(self, arguments: Sequence[str], options: AnyOptions) -> AnyOptions:
        """`arguments` as options; options and paths may stand in any order, behind `--` everything is a path."""
        # Where they are mixed, argparse loses sight of `--`.
        parse = self.parse_args if "--" in arguments else self.parse_intermixed_args
        return parse(arguments, options)

    def error(self, message: str) -> NoReturn:
        """Raise what is wrong, with where to look."""
        behind = "; what is no option goes behind --" if message.startswith("unrecognized arguments: -") else ""
        raise UsageError(f"{message}{behind} (see {self.prog} --help)")


class _Answer(argparse.Action):
    """An option that is answered at once, whatever else is there: `--help`."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,  # noqa: ARG002 - argparse calls it so
        values: object,  # noqa: ARG002 - the same
        option_string: str | None = None,  # noqa: ARG002 - the same
    ) -> NoReturn:
        raise HelpAsked(parser.format_help().rstrip())


def positive(text: str) -> int:
    """A number from 1."""
    if not (text.isascii() and text.isdecimal() and int(text[:18]) > 0):
        raise argparse.ArgumentTypeError(f"a number from 1 was expected, not {text!r}")
    return int(text[:18])
