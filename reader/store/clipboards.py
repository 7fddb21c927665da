"""The clipboards that are to be had besides the terminal's: those of the desktop, and of tmux.

    text ─► terminal (OSC 52): reaches the clipboard where a person sits, over ssh too, where the terminal allows it
       └──► a program each (wl-copy, xclip, pbcopy, …): reaches the clipboard of the machine we run on

A program gets the text on its standard input, without a shell and without the terminal. Nobody waits for it, and what
it says of failures is not told: the terminal has had the text anyway.
"""

import subprocess
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

Find = Callable[[str], str | None]
"""The file of a program by its name, as `shutil.which` finds it."""

PATIENCE_SECONDS: Final = 3.0
"""For one program; those that keep the clipboard alive do so in the background."""

_SCREEN_CHUNK: Final = 76
"""Bytes that GNU screen is sure to pass on at a time."""
_SSH: Final = ("SSH_TTY", "SSH_CONNECTION", "SSH_CLIENT")


@dataclass(frozen=True, slots=True)
class Clipboard:
    """A program that takes what is to be copied."""

    words: tuple[str, ...]
    encoding: str = "utf-8"
    """What it expects on its standard input."""


def clipboards(environment: Mapping[str, str], find: Find, system: str) -> tuple[Clipboard, ...]:
    """The programs that take what is copied here; none over ssh but tmux, which runs where we do."""
    found = []
    if environment.get("TMUX") and find("tmux"):
        # By default tmux keeps the OSC 52 of programs to itself; what it is given so it passes on to the terminal.
        found.append(Clipboard(("tmux", "load-buffer", "-w", "-")))
    if not any(environment.get(name) for name in _SSH):
        found += next(([one] for one in _of_desktop(environment, system) if find(one.words[0])), [])
    return tuple(found)


def _of_desktop(environment: Mapping[str, str], system: str) -> Iterator[Clipboard]:
    if system == "darwin":
        yield Clipboard(("pbcopy",))
    if environment.get("WSL_DISTRO_NAME") or environment.get("WSL_INTEROP"):
        # With a byte order mark it takes any letter, without one only those of the code page.
        yield Clipboard(("clip.exe",), "utf-16")
    if environment.get("WAYLAND_DISPLAY"):
        yield Clipboard(("wl-copy", "--type", "text/plain;charset=utf-8"))
    if environment.get("DISPLAY"):
        yield Clipboard(("xclip", "-selection", "clipboard", "-in"))
        yield Clipboard(("xsel", "--clipboard", "--input"))


def terminal_sequence(text: str, environment: Mapping[str, str]) -> str:
    """What makes a terminal copy a text (OSC 52), as GNU screen passes it on where we run in it."""
    sequence = f"\x1b]52;c;{b64encode(text.encode('utf-8', 'replace')).decode()}\x07"
    if not environment.get("STY") or environment.get("TMUX"):
        return sequence
    chunks = (sequence[at : at + _SCREEN_CHUNK] for at in range(0, len(sequence), _SCREEN_CHUNK))
    return "".join(f"\x1bP{chunk}\x1b\\" for chunk in chunks)


class LocalClipboards:
    """Hands what is copied to programs, one text after the other, in a thread of its own."""

    def __init__(
        self,
        programs: Sequence[Clipboard],
        environment: Mapping[str, str],
        *,
        patience_seconds: float = PATIENCE_SECONDS,
    ) -> None:
        self._programs = tuple(programs)
        self._environment = dict(environment)
        self._patience_seconds = patience_seconds
        self._newest = 0
        self._thread: ThreadPoolExecutor | None = None

    def put(self, text: str) -> None:
        """Have a text copied; of several that wait, the newest."""
        if not self._programs:
            return
        if self._thread is None:
            self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="clipboard")
        self._newest += 1
        self._thread.submit(self._hand_over, self._newest, text)

    def close(self) -> None:
        """Wait until the last text is handed over, or given up."""
        if self._thread is not None:
            self._thread.shutdown(wait=True)

    def _hand_over(self, number: int, text: str) -> None:
        for program in self._programs:
            if number != self._newest:
                return
            with suppress(OSError, ValueError, subprocess.SubprocessError):
                subprocess.run(
                    program.words,
                    input=text.encode(program.encoding, "replace"),
                    # Who keeps a clipboard alive in the background would keep a pipe open as well.
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    timeout=self._patience_seconds,
                    check=False,
                    # Not ended with us: a clipboard outlives who filled it.
                    start_new_session=True,
                    cwd=Path("/"),
                    # Without it pbcopy takes all that isn't ASCII for another encoding.
                    env={"LC_CTYPE": "UTF-8"} | self._environment,
                )
