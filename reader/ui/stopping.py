"""Stopped by the shell and continued: the terminal is given back before, and taken again after.

Textual does this within its signal handlers, that is in the midst of anything, its own writing to the terminal
included, and waits for ever then. Here the loop hears the signals, and does the work.

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
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

_TURNS = 3
"""Of the loop, until what is told of a signal that has come has been done: it is seen, read, called."""


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
        self._asked = 0
        """How often it was to stop."""
        self._is_at_work = False
        self._expected = 0
        """SIGCONTs that end a stop, which the loop has yet to hear."""
        self._loop: AbstractEventLoop | None = None

    def listen(self, loop: AbstractEventLoop) -> None:
        """Take the two signals over. The loop hears them in the order in which they came; handlers would not."""
        self._loop = loop
        # Only the main thread may, and Windows has none of them.
        with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(signal.SIGTSTP, self._stop_asked)
            loop.add_signal_handler(signal.SIGCONT, self._continued)
            signal.signal(signal.SIGCONT, self._continue_at_once)

    def end(self) -> None:
        """From now on they do what they do to any program."""
        loop, self._loop = self._loop, None
        if loop is not None:
            with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
                loop.remove_signal_handler(signal.SIGTSTP)
                loop.remove_signal_handler(signal.SIGCONT)

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Another program has the terminal, and the loop stands still: stopping is then done at once.

        What is interrupted meanwhile, at its keys, is that program.
        """
        interrupted = signal.getsignal(signal.SIGINT)
        with suppress(AttributeError, ValueError):
            signal.signal(signal.SIGTSTP, lambda _number, _frame: os.kill(os.getpid(), signal.SIGSTOP))
            signal.signal(signal.SIGINT, lambda _number, _frame: None)
        try:
            yield
        finally:
            with suppress(ValueError):
                signal.signal(signal.SIGINT, interrupted)
            if self._loop is not None:
                self.listen(self._loop)

    def _continue_at_once(self, _number: int, _frame: FrameType | None) -> None:
        """What is continued while it leaves the screen must not stop: nobody would continue it again."""
        self._is_wanted = False

    def _stop_asked(self) -> None:
        self._is_wanted = True
        self._asked += 1
        self._stop_in(_TURNS, self._asked)

    def _stop_in(self, turns: int, asked: int) -> None:
        """Stop when the loop has heard every signal that came before it heard of this stop: a SIGCONT among them
        has ended it, and no other may follow.
        """
        if turns and self._loop is not None:
            self._loop.call_soon(self._stop_in, turns - 1, asked)
        elif asked == self._asked:
            self._leave_and_stop()

    def _continued(self) -> None:
        self._is_wanted = False
        if self._expected:
            self._expected -= 1
        elif self._loop is not None and not self._is_at_work:
            self._is_at_work = True
            self._loop.call_soon(self._take_again)

    def _leave_and_stop(self) -> None:
        if self._is_wanted:
            self._is_at_work = True
            self._take_again(is_stopping=True)

    def _take_again(self, *, is_stopping: bool = False) -> None:
        """Leave the screen, stop if that is still wanted, and take it again."""
        try:
            if is_stopping and not _is_in_foreground():
                self._stop()
            if _is_in_foreground():
                self._leave()
                if is_stopping:
                    self._stop()
                self._take()
                self._repaint()
        finally:
            self._is_at_work = False

    def _stop(self) -> None:
        """Stop until somebody continues the program in the foreground: elsewhere it would draw over the shell."""
        while self._is_wanted:
            self._expected += 1
            os.kill(os.getpid(), signal.SIGSTOP)
            self._is_wanted = not _is_in_foreground()


def _is_in_foreground() -> bool:
    """Whether the terminal is this program's; true where there is none that could say so."""
    try:
        return os.tcgetpgrp(sys.__stdin__.fileno()) == os.getpgrp() if sys.__stdin__ is not None else True
    except OSError:
        return True
