"""Of all that is asked for in threads, the answer to what was asked last; the others come too late and are dropped.

With every key something is asked: a thread takes it up at once, without the ceremony of Textual's workers.
"""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Generic, TypeAlias, TypeVar

from textual.dom import DOMNode

Found = TypeVar("Found")

IsCancelled: TypeAlias = Callable[[], bool]


class Latest(Generic[Found]):
    """One kind of question: asked anew with every key, answered once."""

    def __init__(self, owner: DOMNode, show: Callable[[Found], object]) -> None:
        """What is found is shown on the screen's thread.

        Args:
            owner: For whom it is found: nothing is any more once it is gone.
            show: Takes an answer.
        """
        self._owner = owner
        self._show = show
        self._asked = 0
        self._is_waiting = False

    @property
    def is_waiting(self) -> bool:
        """Whether the answer to what was asked last is still to come."""
        return self._is_waiting

    def ask(self, work: Callable[[IsCancelled], Found | None]) -> None:
        """Have something found in a thread; None where there was no time to find it."""
        self._asked += 1
        self._is_waiting = True
        asked = self._asked
        found = asyncio.get_running_loop().run_in_executor(None, work, lambda: self._is_late(asked))
        found.add_done_callback(partial(self._owner.call_later, self._arrived, asked))

    def forget(self) -> None:
        """Nothing is asked for any more."""
        self._asked += 1
        self._is_waiting = False

    def _is_late(self, asked: int) -> bool:
        return asked != self._asked or not self._owner.is_running

    def _arrived(self, asked: int, answer: asyncio.Future[Found | None]) -> None:
        found = answer.result()
        if asked == self._asked and found is not None:
            self._is_waiting = False
            self._show(found)
