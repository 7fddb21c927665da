"""Stopped by the shell and continued: the terminal is given back before, and taken again after.

Textual does this within its signal handlers, that is in the midst of anything, its own writing to the terminal
included, and waits for ever then. Here the handlers only note what was asked for; the work is done by the loop.

    SIGTSTP ──▶ is wanted ──loop──▶ leave the screen ──▶ SIGSTOP … SIGCONT ──▶ take the screen, paint it anew
                    ▲                                                 │
                    └── no longer: what is continued before it stopped goes on

Whoever is stopped without being asked (SIGSTOP) leaves the screen and takes it again when continued: nobody knows what
the shell has made of the terminal meanwhile.
"""

import os
import signal
import sys
from asyncio import AbstractEventLoop
from collections.abc import Callable
from contextlib import suppress
from types import FrameType


class Stopping:
    """What SIGTSTP and SIGCONT do to a program that holds the terminal."""

    def __init__(self, leave: Callable[[], object], take: Callable[[], object], repaint: Callable[[], object]) -> None:
        """All three are called by the loop.

        Args:
            leave: Gives the terminal back.
            take: Takes it again.
            repaint: Shows everything anew, at the size that the terminal has by now.
        """
        self._leave, self._take, self._repaint = leave, take, repaint
        self._is_wanted = False
        self._is_at_work = False
        self._loop: AbstractEventLoop | None = None
        self.is_lent = False
        """Whether another program has the terminal, while the loop stands still."""

    def listen(self, loop: AbstractEventLoop) -> None:
        """Take the two signals over."""
        self._loop = loop
        # Only the main thread may, and Windows has none of them.
        with suppress(AttributeError, ValueError):
            signal.signal(signal.SIGTSTP, self._stop_asked)
            signal.signal(signal.SIGCONT, self._continued)

    def end(self) -> None:
        """From now on they do what they do to any program."""
        self._loop = None
        with suppress(AttributeError, ValueError):
            signal.signal(signal.SIGTSTP, signal.SIG_DFL)
            signal.signal(signal.SIGCONT, signal.SIG_DFL)

    def _stop_asked(self, _number: int, _frame: FrameType | None) -> None:
        self._is_wanted = True
        if self.is_lent:
            self._stop()
        elif self._loop is not None:
            self._loop.call_soon_threadsafe(self._leave_and_stop)

    def _continued(self, _number: int, _frame: FrameType | None) -> None:
        self._is_wanted = False
        if self._loop is not None and not self.is_lent and not self._is_at_work:
            self._is_at_work = True
            self._loop.call_soon_threadsafe(self._take_again)

    def _leave_and_stop(self) -> None:
        if self._is_wanted:
            self._is_at_work = True
            self._take_again()

    def _take_again(self) -> None:
        """Leave the screen, stop if that is wanted, and take it again."""
        try:
            if not _is_in_foreground():
                self._stop()
            if _is_in_foreground():
                self._leave()
                self._stop()
                self._take()
                self._repaint()
        finally:
            self._is_at_work = False

    def _stop(self) -> None:
        """Stop until somebody continues the program in the foreground: elsewhere it would draw over the shell."""
        while self._is_wanted:
            os.kill(os.getpid(), signal.SIGSTOP)
            self._is_wanted = not _is_in_foreground()


def _is_in_foreground() -> bool:
    """Whether the terminal is this program's; true where there is none that could say so."""
    try:
        return os.tcgetpgrp(sys.__stdin__.fileno()) == os.getpgrp() if sys.__stdin__ is not None else True
    except OSError:
        return True
