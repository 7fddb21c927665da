"""The real program in a real terminal: what is pressed goes in, what a person would see comes out."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyte

PATIENCE = 20.0
"""Seconds after which what was waited for will not come any more."""

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "backspace": "\x7f",
    "space": " ",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
} | {f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"}

_NOT_KNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*u|\x1b\[\?[0-9;]*\$p")
"""Kitty's keyboard protocol and queries of modes, which pyte would print."""

_SYNCHRONISED_OUTPUT_ASKED = b"\x1b[?2026$p"
_SYNCHRONISED_OUTPUT_KNOWN = b"\x1b[?2026;2$y"


class Terminal:
    """A command in a pseudo-terminal of `size` (columns, rows). Conditions are awaited, never slept for."""

    def __init__(
        self,
        command: Sequence[str | Path],
        size: tuple[int, int] = (80, 24),
        *,
        environment: Mapping[str, str],
        folder: Path | None = None,
    ) -> None:
        columns, rows = size
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.output = b""
        """Every byte that was written."""
        self._master, self._slave = pty.openpty()
        self._set_size(columns, rows)
        self.modes_before = termios.tcgetattr(self._slave)
        self._process = subprocess.Popen(
            [str(part) for part in command],
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            env={**environment, "TERM": "xterm-256color"},
            cwd=folder,
            start_new_session=True,
            preexec_fn=self._own_terminal,  # noqa: PLW1509 - no threads here; /dev/tty must be this one
        )

    @staticmethod
    def _own_terminal() -> None:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    @property
    def screen(self) -> str:
        """What is to be seen, without blanks at the ends of lines."""
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip("\n")

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the cursor, from 0."""
        return self._screen.cursor.x, self._screen.cursor.y

    @property
    def modes(self) -> list[object]:
        """The terminal's modes as they are now (`tcgetattr`)."""
        return termios.tcgetattr(self._slave)

    def wait_until(self, condition: Callable[[str], bool], what: str = "the condition") -> str:
        """The screen, as soon as `condition` holds for it; fails with the screen as it is when it never does."""
        until = time.monotonic() + PATIENCE
        while not condition(self.screen):
            if time.monotonic() > until or not self._read(until - time.monotonic()):
                raise AssertionError(f"{what} was never seen; the screen was:\n{self.screen}")
        return self.screen

    def wait_for(self, text: str) -> str:
        """The screen, as soon as `text` is on it."""
        return self.wait_until(lambda screen: text in screen, repr(text))

    def press(self, *keys: str) -> None:
        """Press keys by their names in KEYS, all at once; anything else is typed as it is."""
        os.write(self._master, "".join(KEYS.get(key, key) for key in keys).encode())

    def write(self, raw: bytes) -> None:
        """Send bytes, as a terminal does that has another encoding than it says."""
        os.write(self._master, raw)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, and say so to the program."""
        self._screen.resize(rows, columns)
        self._set_size(columns, rows)

    def send(self, number: signal.Signals) -> None:
        """Send a signal to the program and all that it started."""
        os.killpg(self._process.pid, number)

    def wait_until_stopped(self) -> None:
        """Wait until the program has been stopped, and take in what it wrote before."""
        until = time.monotonic() + PATIENCE
        while not self._was_stopped():
            if time.monotonic() > until:
                raise AssertionError(f"the program did not stop; the screen was:\n{self.screen}")
            self._read(0.05)
        while self._read(0):
            pass

    def _was_stopped(self) -> bool:
        """Whether the program has been stopped since this was last asked."""
        try:
            return os.waitid(os.P_PID, self._process.pid, os.WSTOPPED | os.WNOHANG) is not None
        except ChildProcessError:  # it has ended, and can't be stopped any more
            return False

    def forget_screen(self) -> None:
        """Draw over the screen, as a shell does."""
        self._screen.reset()

    def wait_for_end(self, *, pressing: str = "") -> int:
        """The exit status, once the program has ended and all that it wrote has been read.

        `pressing` is pressed again and again, and where the program has stopped it is continued, as a person would:
        what is typed just before a program takes the terminal again is lost.
        """
        until = time.monotonic() + PATIENCE
        while self._process.poll() is None:
            if time.monotonic() > until:
                raise AssertionError(f"the program did not end; the screen was:\n{self.screen}")
            if pressing:
                self.press(pressing)
                if self._was_stopped():
                    self.send(signal.SIGCONT)
            self._read(0.05)
        while self._read(0):
            pass
        return self._process.returncode

    def close(self) -> None:
        """End the program, if it runs, and give the terminal back."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        for descriptor in (self._master, self._slave):
            os.close(descriptor)

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _read(self, seconds: float) -> bool:
        """Take in what is written within `seconds`; whether there was anything."""
        ready, _, _ = select.select([self._master], [], [], max(0.0, seconds))
        if not ready:
            return False
        self._take(os.read(self._master, 1 << 16))
        return True

    def _take(self, chunk: bytes) -> None:
        """Put what was written on the screen."""
        self.output += chunk
        if _SYNCHRONISED_OUTPUT_ASKED in chunk:
            os.write(self._master, _SYNCHRONISED_OUTPUT_KNOWN)
        self._stream.feed(_NOT_KNOWN_TO_PYTE.sub(b"", chunk))
