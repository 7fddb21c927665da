"""Regular expressions that cost nothing until a text needs them.

To compile those of all formats takes longer than to read a hundred articles, and most articles need few of them.
"""

import re
import sys
from collections.abc import Iterator
from functools import cached_property
from typing import Final


class Expression:
    """A regular expression that is compiled when it is first asked; it is asked as `re.Pattern` is."""

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.pattern: Final = pattern
        self.flags: Final = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression as `re` has it."""
        return re.compile(self.pattern, self.flags)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Where it stands at `start`."""
        return self.compiled.match(text, start, end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The whole text, where it is that."""
        return self.compiled.fullmatch(text)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Where it first stands."""
        return self.compiled.search(text, start, end)

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
