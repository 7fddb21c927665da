r"""The manual page, in roff (man(7)), from the parsers of the commands and the table of keys.

What is told is text: every character that roff acts on is written so that it doesn't (`\e`, `\-`, `\&.`).
"""

from collections.abc import Iterator, Sequence
from typing import Final

from reader import __version__
from reader.cli.grammar import GENERAL, Option, Typed
from reader.commands import COMMANDS, Group
from reader.store.settings import SETTINGS

_SIGNS: Final = {"\\": r"\e", "-": r"\-", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti", '"': r"\(dq"}

_DESCRIPTION: Final = """\
reader opens archives of articles, interviews, transcripts and FAQs that are kept in text files: it finds out who asks
and who answers, folds away what a site put around the text, and takes one from a few letters, misspelt or not, to the
very answer.

Without a path it opens the libraries of the config file, else the archive opened last, else the articles that come
with it. With - it reads standard input. A folder that is named like a command is opened as ./list."""
_ENVIRONMENT: Final = (
    ("VISUAL, EDITOR", "The editor, where the config file names none."),
    ("BROWSER", "What opens links, where the config file names nothing: commands with : between, %s for the link."),
    ("NO_COLOR", "If set, there are no colours."),
    ("XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_CACHE_HOME", "Where the folders of config, state and cache are."),
)
_FILES: Final = (
    ("~/.config/article-reader/config.toml", "Settings; read, never written."),
    ("~/.local/share/article-reader/state.sqlite", "Marks, notes, places, and what was read."),
    ("~/.cache/article-reader", "What can be made again at any time."),
)
_STATUS: Final = (
    ("0", "Something was found, or the app was left."),
    ("1", "Nothing was found, or something could not be read."),
    ("2", "What was typed is not understood."),
)


def manual(typed: Sequence[Typed]) -> Iterator[str]:
    """The lines of the page."""
    yield f".TH READER 1 {_argument('')} {_argument(f'reader {__version__}')} {_argument('User Commands')}"
    # Set ragged: names and values are not torn apart.
    yield from (".ad l", ".nh")
    yield from (".SH NAME", _text("reader - read archives of articles and interviews, answer by answer"))
    yield from (".SH SYNOPSIS", ".PD 0")
    for usage in ("reader [FOLDER... | FILE | -]", *(one.usage for one in typed)):
        yield from _synopsis(usage)
    yield ".PD"
    yield ".SH DESCRIPTION"
    for paragraph in _DESCRIPTION.split("\n\n"):
        yield from (".PP", _text(paragraph))
    yield ".SH OPTIONS"
    yield from _options(GENERAL)
    yield ".SH COMMANDS"
    for one in typed:
        yield f".SS {_argument(one.name)}"
        yield _text(one.summary)
        yield from _options(one.options)
    yield ".SH KEYS"
    yield _text("In the app; each can be changed in the config file.")
    for group in Group:
        yield f".SS {_argument(group.value)}"
        for command in COMMANDS:
            if command.group is group:
                yield from _entry(command.shown_keys or "by name only", command.help)
    yield ".SH SETTINGS"
    for setting in SETTINGS:
        yield from _entry(setting.id, f"{setting.help} May be {setting.kind.expected}.")
    for title, rows in (("ENVIRONMENT", _ENVIRONMENT), ("FILES", _FILES), ("EXIT STATUS", _STATUS)):
        yield f".SH {_argument(title)}"
        for name, told in rows:
            yield from _entry(name, told)
    if examples := [one.example for one in typed if one.example]:
        yield from (".SH EXAMPLES", ".nf", *map(_text, ("reader ~/interviews", *examples)), ".fi")


def _synopsis(usage: str) -> Iterator[str]:
    """What may be typed, the command in bold; every command takes --help."""
    name, _, rest = usage.replace(" [-h]", "").partition(" [")
    words = f"[{rest}" if rest else ""
    yield from (".HP", f".B {_argument(name)}")
    if words:
        yield _text(words)


def _options(options: Sequence[Option]) -> Iterator[str]:
    for option in options:
        value = f" {'|'.join(option.choices) or option.metavar}" if option.takes_value else ""
        yield from _entry(f"{', '.join(option.names)}{value}", option.help)


def _entry(name: str, told: str) -> Iterator[str]:
    yield from (".TP", f".B {_argument(name)}", _text(told))


def _text(text: str) -> str:
    """A line of text, which never is a request to roff."""
    shown = _escaped(" ".join(text.split()))
    return f"\\&{shown}" if shown.startswith((".", "\\(aq")) else shown


def _argument(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    return "".join(_SIGNS.get(one) or (one if one.isascii() else f"\\[u{ord(one):04X}]") for one in text)
