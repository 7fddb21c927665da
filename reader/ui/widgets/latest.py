"""Of all that is asked for in threads, the answer to what was asked last; the others come too late and are dropped."""

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeAlias, TypeVar

from textual.dom import DOMNode
from textual.worker import get_current_worker

Found = TypeVar("Found")

IsCancelled: TypeAlias = Callable[[], bool]


class Latest(Generic[Found]):
    """One kind of question: asked anew with every key, answered once."""

    def __init__(self, owner: DOMNode, group: str, show: Callable[[Found], object]) -> None:
        """What is found is shown on the screen's thread.

        Args:
            owner: Whose workers do the work; they end with it.
            group: What these are called among its workers.
            show: Takes an answer.
        """
        self._owner = owner
        self._group = group
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
        self._owner.run_worker(
            partial(self._find_in_thread, self._asked, work), thread=True, exclusive=True, group=self._group
        )

    def forget(self) -> None:
        """Nothing is asked for any more."""
        self._asked += 1
        self._is_waiting = False
        self._owner.workers.cancel_group(self._owner, self._group)

    def _find_in_thread(self, asked: int, work: Callable[[IsCancelled], Found | None]) -> None:
        worker = get_current_worker()
        found = work(lambda: worker.is_cancelled)
        if found is not None:
            self._owner.call_later(self._arrived, asked, found)

    def _arrived(self, asked: int, found: Found) -> None:
        if asked == self._asked:
            self._is_waiting = False
            self._show(found)
