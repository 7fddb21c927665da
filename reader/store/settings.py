"""Every setting: its name, what it may be, what it is unless somebody sets it, and what it does.

Plain values; `config` reads them from the file and from the environment.
"""

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Generic, NamedTuple, Protocol, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

THEMES = (
    "ink",
    "paper",
    "ansi-dark",
    "ansi-light",
    "atom-one-dark",
    "atom-one-light",
    "catppuccin-frappe",
    "catppuccin-latte",
    "catppuccin-macchiato",
    "catppuccin-mocha",
    "dracula",
    "flexoki",
    "gruvbox",
    "monokai",
    "nord",
    "rose-pine",
    "rose-pine-dawn",
    "rose-pine-moon",
    "solarized-dark",
    "solarized-light",
    "textual-dark",
    "textual-light",
    "tokyo-night",
)
"""Our own two, then Textual's: listed here as nothing below the screen knows Textual."""

SORTS = ("relevance", "name", "title", "date", "oldest", "length", "shortest", "questions", "unread")
"""Orders of the list. By relevance is by name for as long as nothing is typed."""

COPY_FORMATS = ("markdown", "plain", "csl-json", "bibtex")
"""What an answer is copied in: those that `export.citation` knows."""


class Kind(Protocol[T_co]):
    """What a setting may be."""

    @property
    def expected(self) -> str:
        """How a person is told."""
        ...

    def value(self, raw: object) -> T_co | None:
        """What a value of the file means; None where it is none of these."""
        ...


class WholeNumber(NamedTuple):
    """A number within limits."""

    lowest: int
    highest: int

    @property
    def expected(self) -> str:
        """How a person is told."""
        return f"a whole number from {self.lowest} to {self.highest}"

    def value(self, raw: object) -> int | None:
        """The number; `true` is none."""
        if not isinstance(raw, int) or isinstance(raw, bool):
            return None
        return raw if self.lowest <= raw <= self.highest else None


class Flag:
    """Yes or no."""

    @property
    def expected(self) -> str:
        """How a person is told."""
        return "true or false"

    def value(self, raw: object) -> bool | None:
        """The answer."""
        return raw if isinstance(raw, bool) else None


class Choice(NamedTuple):
    """One of some names."""

    names: tuple[str, ...]

    @property
    def expected(self) -> str:
        """How a person is told."""
        return f"one of {', '.join(self.names)}"

    def value(self, raw: object) -> str | None:
        """The name."""
        return raw if isinstance(raw, str) and raw in self.names else None


class CommandLine:
    """A program and its arguments, quoted as in a shell."""

    @property
    def expected(self) -> str:
        """How a person is told."""
        return "a program, with its arguments if any"

    def value(self, raw: object) -> str | None:
        """The line, if it can be taken apart."""
        if not isinstance(raw, str) or not raw.isprintable():
            return None
        try:
            return raw if shlex.split(raw) else None
        except ValueError:
            # A quotation mark without its partner.
            return None


class Folders:
    """Any number of folders."""

    @property
    def expected(self) -> str:
        """How a person is told."""
        return "a list of folders, each from / or ~"

    def value(self, raw: object) -> tuple[Path, ...] | None:
        """The folders from the root; whether they are there is seen when they are opened."""
        names = [raw] if isinstance(raw, str) else raw
        if not isinstance(names, list):
            return None
        folders = [_folder(name) for name in names]
        found = [folder for folder in folders if folder is not None]
        return tuple(found) if len(found) == len(folders) else None


def _folder(name: object) -> Path | None:
    if not isinstance(name, str) or "\0" in name:
        return None
    try:
        folder = Path(name).expanduser()
    except RuntimeError:
        # The home of somebody who is not known here.
        return None
    return folder if folder.is_absolute() else None


class Setting(NamedTuple, Generic[T]):
    """One thing that can be set."""

    id: str
    """Its table and key: `reading.column` is `column` below `[reading]`."""
    kind: Kind[T]
    default: T
    example: str
    """A value as the file has it: the default, where there is one."""
    help: str
    """A line on what it does."""
    variables: tuple[str, ...] = ()
    """Environment variables that are asked, first to last, where the file says nothing."""


LIBRARIES: Setting[tuple[Path, ...]] = Setting(
    "libraries", Folders(), (), '["~/articles"]', "The archive that `reader` opens when no path is named."
)
EDITOR: Setting[str | None] = Setting(
    "editor",
    CommandLine(),
    None,
    '"nano"',
    "What `e` opens a file with. Unset: $VISUAL, else $EDITOR, else the first editor that is found.",
    ("VISUAL", "EDITOR"),
)
BROWSER: Setting[str | None] = Setting(
    "browser",
    CommandLine(),
    None,
    '"firefox"',
    "What `o` opens a link with; %s stands for the link. Unset: $BROWSER, else that of the desktop.",
    ("BROWSER",),
)
THEME: Setting[str] = Setting("theme", Choice(THEMES), "ink", '"ink"', "Colours: `ink` is dark, `paper` is light.")
COLUMN: Setting[int] = Setting("reading.column", WholeNumber(32, 120), 72, "72", "Width of the text, in cells.")
FOLD: Setting[bool] = Setting("reading.fold", Flag(), True, "true", "Whether site text is folded away.")
SORT: Setting[str] = Setting(
    "list.sort", Choice(SORTS), "relevance", '"relevance"', "Order of the list; `date` is newest first."
)
LIST_WIDTH: Setting[int] = Setting(
    "list.width", WholeNumber(15, 75), 38, "38", "Width of the list, as a percentage of the screen's."
)
COPY_FORMAT: Setting[str] = Setting(
    "copy.format", Choice(COPY_FORMATS), "markdown", '"markdown"', "What `y` and `Y` copy; `c` asks each time."
)

AnySetting = Setting[tuple[Path, ...]] | Setting[str | None] | Setting[str] | Setting[int] | Setting[bool]

SETTINGS: Sequence[AnySetting] = (LIBRARIES, EDITOR, BROWSER, THEME, COLUMN, FOLD, SORT, LIST_WIDTH, COPY_FORMAT)
"""In the order of the example file: what stands below no table comes first."""

BY_ID: dict[str, AnySetting] = {setting.id: setting for setting in SETTINGS}
