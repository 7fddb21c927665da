"""Other programs: the editor at a line, the browser at a link, the file manager at a folder.

Every command is a list of words, started without a shell. A word that comes from outside (a path, a link) never begins
with `-`, so that no program takes it for an option. Lines are 1-based.
"""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Final
from urllib.parse import urlsplit

from reader.errors import ReaderError, UsageError, system_reason

Find = Callable[[str], str | None]
"""The file of a program by its name, as `shutil.which` finds it."""

EDITORS: Final = ("nano", "vim", "vi", "nvim", "micro", "hx", "emacs")
"""Looked for in this order where nobody said which; the easiest to leave comes first."""

_PLUS: Final = frozenset(
    {
        *("vi", "vim", "nvim", "view", "vimx", "nvi", "elvis", "gvim", "mvim", "nano", "pico", "rnano", "emacs"),
        *("emacsclient", "jmacs", "joe", "jed", "mg", "micro", "kak", "ne", "ed", "ex", "mcedit", "tilde", "gedit"),
    }
)
"""Editors that go to a line by `+N` before the file."""
_COLON: Final = frozenset({"hx", "helix", "subl", "sublime_text", "zed", "zeditor", "amp"})
"""Those that take `FILE:N`."""
_GOTO: Final = frozenset({"code", "code-insiders", "codium", "vscodium", "cursor"})
"""Those that take `--goto FILE:N`."""
_LINE_OPTION: Final = {"kate": "--line", "mate": "--line", "gnome-text-editor": "--line", "bbedit": "--line"}
"""Those that have an option of their own."""
_WINDOWED: Final = _GOTO | set(_LINE_OPTION) | {"subl", "sublime_text", "zed", "zeditor", "gvim", "mvim", "gedit"}

_IN_TERMINAL: Final = frozenset({"lynx", "w3m", "links", "links2", "elinks", "browsh", "chawan", "cha", "carbonyl"})
"""Browsers that need the terminal."""


@dataclass(frozen=True, slots=True)
class Program:
    """What is to be started, word by word."""

    words: tuple[str, ...]
    needs_terminal: bool
    """Whether it draws where we do, so that the app must step back until it ends."""

    @property
    def name(self) -> str:
        """What people call it."""
        return _name(self.words[0])


def editor_at(path: Path, line: int, command: str | None = None, find: Find = shutil.which) -> Program:
    """The editor on a file, at a line if it is known how; `command` is the editor that was asked for.

    Raises UsageError where there is none, or its command can't be taken apart.
    """
    words = _words(command) if command else _first(EDITORS, find)
    if not words:
        raise UsageError("no editor was found: set $EDITOR, or editor in config.toml")
    name, file = _name(words[0]), str(path.absolute())
    return Program((*words, *_at_line(name, file, max(1, line))), name not in _WINDOWED)


def browser_at(
    url: str,
    browsers: str | None,
    environment: Mapping[str, str],
    find: Find = shutil.which,
    system: str = sys.platform,
) -> Program:
    """The browser on a link that was shown before.

    `browsers` are commands with `:` between, as in $BROWSER: the first that is there is taken, `%s` in it is the link.
    Raises UsageError where there is none, or where the link is not one of the web.
    """
    _require_web(url)
    for command in browsers.split(os.pathsep) if browsers else ():
        words = _words(command.strip().removesuffix("&"))
        if words and find(words[0]):
            has_place = any("%s" in word for word in words[1:])
            called = [word.replace("%s", url) for word in words[1:]] if has_place else [*words[1:], url]
            return Program((words[0], *called), _name(words[0]) in _IN_TERMINAL)
    opener = _opener(find, system)
    # Without a desktop openers fall back on a browser in the terminal.
    is_bare = system.startswith("linux") and not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
    return Program((*opener, url), is_bare and opener[0] != "wslview")


def file_manager_at(folder: Path, find: Find = shutil.which, system: str = sys.platform) -> Program:
    """The desktop's program for folders; raises UsageError where there is none."""
    return Program((*_opener(find, system), str(folder.absolute())), needs_terminal=False)


def run(program: Program) -> int:
    """Start a program in this terminal and wait for its end; its exit status. Raises ReaderError where it can't."""
    try:
        return subprocess.run(program.words, check=False).returncode
    except (OSError, ValueError) as error:
        raise _unstarted(program, error) from error


def start(program: Program) -> None:
    """Start a program that has its own window and go on; raises ReaderError where it can't be started."""
    try:
        process = subprocess.Popen(
            program.words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            # What the terminal sends us (^C, a hang-up) is not meant for it.
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        raise _unstarted(program, error) from error
    # Somebody has to take note of its end, or it stays as a zombie for as long as we live.
    Thread(target=process.wait, daemon=True, name=f"wait for {program.name}").start()


def _at_line(name: str, file: str, line: int) -> Sequence[str]:
    """The arguments that open a file at a line."""
    if name in _PLUS:
        return (f"+{line}", file)
    if name in _COLON:
        return (f"{file}:{line}",)
    if name in _GOTO:
        return ("--goto", f"{file}:{line}")
    if option := _LINE_OPTION.get(name):
        return (option, str(line), file)
    return (file,)


def _opener(find: Find, system: str) -> tuple[str, ...]:
    """What opens anything with the program that the desktop has for it."""
    candidates = ("open",) if system == "darwin" else ("xdg-open", "wslview", "gio", "exo-open")
    words = _first(candidates, find)
    if not words:
        raise UsageError("nothing was found to open it with: set $BROWSER, or browser in config.toml")
    return (*words, "open") if words[0] == "gio" else words


def _first(names: Sequence[str], find: Find) -> tuple[str, ...]:
    return next(((name,) for name in names if find(name)), ())


def _words(command: str) -> tuple[str, ...]:
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise UsageError(f"a quotation mark has no partner in {command!r}") from error
    return tuple(_from_home(words))


def _from_home(words: Sequence[str]) -> Iterator[str]:
    """Words, with the home that a shell would have put in for `~/`."""
    for word in words:
        yield os.path.expanduser(word) if word.startswith("~/") else word  # noqa: PTH111 - it need not be a path


def _name(word: str) -> str:
    """A program's name without its folder, and without the version that some systems add (`vim.basic`)."""
    name = word.rsplit("/", 1)[-1]
    return name.split(".", 1)[0].casefold() or name


def _require_web(url: str) -> None:
    """A wall of its own: whoever calls, nothing else than a link of the web is handed over."""
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise UsageError("the link is malformed") from error
    is_plain = url.isascii() and url.isprintable() and " " not in url
    if not is_plain or parts.scheme not in ("http", "https") or not parts.hostname or url.startswith("-"):
        raise UsageError("only links that begin with http:// or https:// are opened")


def _unstarted(program: Program, error: Exception) -> ReaderError:
    why = system_reason(error) if isinstance(error, OSError) else str(error).lower()
    return ReaderError(f"{program.name} can't be started: {why}")
