"""Regular expressions that cost nothing until a text needs them.

To compile those of all formats takes longer than to read a hundred articles, and most articles need few of them.
"""

import re
import sys
from collections.abc import Iterator
from functools import cached_property
from typing import Final, Protocol


class _Asked(Protocol):
    """What `re.Pattern` looks with in a text, or in a part of it."""

    def __call__(self, string: str, pos: int = 0, endpos: int = sys.maxsize, /) -> re.Match[str] | None: ...


class Expression:
    """A regular expression that is compiled when it is first asked; it is asked as `re.Pattern` is.

    What lines are asked one by one is the pattern's own method, kept: a call through another costs more than the look.
    """

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.pattern: Final = pattern
        self.flags: Final = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression as `re` has it."""
        return re.compile(self.pattern, self.flags)

    @cached_property
    def match(self) -> _Asked:
        """Where it stands at the beginning."""
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> _Asked:
        """The whole text, where it is that."""
        return self.compiled.fullmatch

    @cached_property
    def search(self) -> _Asked:
        """Where it first stands."""
        return self.compiled.search

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Wherever it stands."""
        return self.compiled.finditer(text)

    def findall(self, text: str) -> list[str]:
        """All that it stands for, one behind the other; with a group, what that holds."""
        return self.compiled.findall(text)

    def split(self, text: str) -> list[str]:
        """What stands between."""
        return self.compiled.split(text)

    def sub(self, replacement: str, text: str) -> str:
        """The text with `replacement` wherever it stands."""
        return self.compiled.sub(replacement, text)
