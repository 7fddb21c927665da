"""What is filtered by likeness: what holds what is typed, misspelt or not. Things are told by their places."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Generic, TypeVar

T = TypeVar("T")

_ALIKE = 60.0
"""Least similarity (0 to 100, rapidfuzz's partial ratio of the words) of a text that is kept."""
_MANY = 2_000
"""More texts are compared with all that is typed, not word by word."""
_AT_ONCE = 500
"""Texts that are compared before others may have their turn: rapidfuzz lets nothing else run meanwhile."""


def _never() -> bool:
    return False


class Lookalikes(Generic[T]):
    """Things to be found by what they say. That is asked for when something is first looked for: they may be many."""

    def __init__(self, things: Sequence[T], said: Callable[[T], str]) -> None:
        self._things = things
        self._said = said

    @cached_property
    def _processed(self) -> list[str]:
        from rapidfuzz import utils  # noqa: PLC0415 - not before somebody filters

        return [utils.default_process(self._said(thing)) for thing in self._things]

    def of(self, query: str, is_cancelled: Callable[[], bool] = _never) -> list[int]:
        """The places of those that hold a query, best first; all for an empty one. Cancelled, it gives some."""
        from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 - not before somebody filters

        texts = self._processed
        wanted = utils.default_process(query)
        if not wanted:
            return list(range(len(texts)))
        words = wanted.split()

        def score(text: str) -> float:
            if wanted in text:
                return 100.0 + 1 / (1 + len(text))
            return min(fuzz.partial_ratio(word, text, score_cutoff=_ALIKE + 15) for word in words)

        scores: list[tuple[float, int]] = []
        for first in range(0, len(texts), _AT_ONCE):
            if is_cancelled():
                break
            part = texts[first : first + _AT_ONCE]
            if len(texts) > _MANY:
                found = process.extract(wanted, part, scorer=fuzz.partial_ratio, limit=None, score_cutoff=_ALIKE)
                scores += [(value, -first - place) for _, value, place in found]
            else:
                scores += [(score(text), -first - place) for place, text in enumerate(part)]
        return [-place for value, place in sorted(scores, reverse=True) if value >= _ALIKE]
