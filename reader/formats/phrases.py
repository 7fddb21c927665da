"""Looking for one of many phrases anywhere in a paragraph, at the cost of a look at its words.

A phrase is a regular expression, filed under words of which at least one stands in whatever it matches. It is compiled
when a paragraph first holds such a word: prose that never says "cookies" never pays for what cookies are known by.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain, takewhile
from typing import Final

LOWERED: Final = bytes(byte | 0x20 if chr(byte).isalnum() else 0x20 for byte in range(128)).ljust(256)
"""Letters of ASCII in lower case, digits as they are (they have that bit anyway), all else blank."""


@lru_cache(maxsize=64)
def _words(said: str) -> frozenset[bytes]:
    """What ASCII has of a paragraph's words, in lower case: bytes, for to them it is one step each."""
    return frozenset(said.encode("ascii", "replace").translate(LOWERED).split())


class Phrases:
    """What a paragraph says, by words that it cannot say it without."""

    def __init__(self, listed: Mapping[str, str]) -> None:
        """Files each pattern under every word of its key: the letters of ASCII that it begins with, if it does."""
        self._filed: dict[str, list[str]] = defaultdict(list)
        self._foreign: dict[str, tuple[str, str]] = {}
        for keys, pattern in listed.items():
            for word in keys.split():
                letters = "".join(takewhile(str.isascii, word))
                self._filed[letters or word].append(pattern)
                if not letters:
                    self._foreign[word] = (word[-1], word[-1].upper())
        self.words: Final = frozenset(word.encode() for word in self._filed)
        """Without one of them in ASCII, in lower case, nothing in ASCII says any of it."""
        self._compiled: dict[str, re.Pattern[str]] = {}

    def patterns(self) -> Iterable[str]:
        """The patterns, some of them filed under several words."""
        return chain.from_iterable(self._filed.values())

    def __call__(self, said: str) -> bool:
        """Whether any of the phrases stands in a paragraph."""
        found = [word.decode() for word in self.words & _words(said)]
        if not said.isascii():
            # Seldom is one of them there, and to look for a letter takes less than to make the paragraph lower case.
            found += [
                word for word, (a, b) in self._foreign.items() if (a in said or b in said) and word in said.lower()
            ]
        return any(self._pattern(word).search(said) for word in found)

    def _pattern(self, word: str) -> re.Pattern[str]:
        pattern = self._compiled.get(word)
        if pattern is None:
            pattern = self._compiled[word] = re.compile("|".join(self._filed[word]), re.IGNORECASE)
        return pattern
