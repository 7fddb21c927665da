"""The files that are still to be read, and which of them comes next."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.library.build_ledger import Waiting
    from reader.model.identity import ArticleId


class WaitingLine:
    """Files in line; those that somebody wants to see are let through. In hand is what was called and not served."""

    def __init__(self, wanted: deque[ArticleId]) -> None:
        self._wanted = wanted
        """May be added to from another thread."""
        self._line: deque[Waiting] = deque()
        self._ahead: set[int] = set()
        self._in_hand: dict[int, Waiting] = {}

    def __len__(self) -> int:
        """How many are not served yet."""
        return len(self._line) - len(self._ahead) + len(self._in_hand)

    def __iter__(self) -> Iterator[Waiting]:
        """Those in line, in order."""
        return iter(self._line)

    def extend(self, files: Iterable[Waiting]) -> None:
        """Put files at the end of the line."""
        self._line.extend(files)

    def call(self) -> Waiting | None:
        """The file to be read next: one that was asked for, else the first in line."""
        one = self._asked_for() or self._first()
        if one:
            self._in_hand[one.number] = one
        return one

    def serve(self, number: int) -> Waiting:
        """A file that was called has been read."""
        return self._in_hand.pop(number)

    def _asked_for(self) -> Waiting | None:
        if self._wanted:
            by_id = {one.found.id: one for one in self._line}
            while self._wanted:
                one = by_id.get(self._wanted.popleft())
                if one and one.number not in self._ahead:
                    self._ahead.add(one.number)
                    return one
        return None

    def _first(self) -> Waiting | None:
        while self._line:
            one = self._line.popleft()
            if one.number not in self._ahead:
                return one
            self._ahead.remove(one.number)
        return None
