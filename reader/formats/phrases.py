"""Looking for one of many phrases anywhere in a paragraph, at the cost of a look at its words.

A phrase is a regular expression, filed under words of which at least one stands in whatever it matches. It is compiled
when a paragraph first holds such a word: prose that never says "cookies" never pays for what cookies are known by.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

_POINTS: Final = str.maketrans({**dict.fromkeys(".,;:!?()[]{}<>\"'“”‘’«»„–—-/|*_#&…·", " "), "©": " © "})


@lru_cache(maxsize=64)
def words(said: str) -> frozenset[str]:
    """The words of a paragraph, in lower case, each once; a sign of copyright is one."""
    return frozenset(said.lower().translate(_POINTS).split())


class Phrases:
    """What a paragraph says, by words that it cannot say it without."""

    def __init__(self, listed: Mapping[str, str]) -> None:
        """Files each pattern under every word of its key."""
        self._filed: dict[str, list[str]] = defaultdict(list)
        for keys, pattern in listed.items():
            for word in keys.split():
                self._filed[word].append(pattern)
        self._words = frozenset(self._filed)
        self._compiled: dict[str, re.Pattern[str]] = {}

    def __call__(self, said: str) -> bool:
        """Whether any of the phrases stands in a paragraph."""
        found = self._words & words(said)
        return any(self._pattern(word).search(said) for word in found)

    def _pattern(self, word: str) -> re.Pattern[str]:
        pattern = self._compiled.get(word)
        if pattern is None:
            pattern = self._compiled[word] = re.compile("|".join(self._filed[word]), re.IGNORECASE)
        return pattern
