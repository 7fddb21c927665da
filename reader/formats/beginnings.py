"""Looking for one of many beginnings of a line, at the cost of a look into a dictionary.

Patterns are filed by their first word and compiled when a line first begins with it: a text that never says
"subscribe" never pays for what subscriptions are known by.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from textwrap import dedent
from typing import Final, Generic, TypeVar

Kind = TypeVar("Kind")

_FIRST_WORD: Final = re.compile(r"[^\W_][\w'’-]*")
_GOES_ON: Final = re.compile(r"\n[ ]+")
_SPELT: Final = re.compile(r"[\w'’-]+(?!\?)")
"""Letters of a pattern that stand in whatever it matches: none that may be left out."""
_SIGN: Final = re.compile(r"[()|\[\]]")
"""What groups and classes of letters are made of."""
_ANY_NUMBER: Final = "0"
"""Under this the patterns that begin with a number are filed."""


class Beginnings(Generic[Kind]):
    """What the beginning of a line makes it.

    A pattern is a regular expression whose first word is spelt out: letters, groups of alternatives, and parts that
    may be left out. It is compiled when a line first begins with its first word.
    """

    def __init__(self, listed: Mapping[Kind, Sequence[str]]) -> None:
        self._listed = listed
        self._compiled: dict[str, tuple[tuple[Kind, re.Pattern[str]], ...]] = {}

    def patterns(self) -> Iterable[Sequence[str]]:
        """The lists of patterns."""
        return self._listed.values()

    @cached_property
    def _filed(self) -> Mapping[str, Mapping[Kind, Sequence[str]]]:
        """The patterns by their first words."""
        filed: dict[str, dict[Kind, list[str]]] = defaultdict(lambda: defaultdict(list))
        for marker, beginnings in self._listed.items():
            for pattern in beginnings:
                for word in _first_words(pattern):
                    for spelt in {word, word.replace("'", "’")}:
                        filed[spelt][marker].append(pattern)
        return {word: dict(markers) for word, markers in filed.items()}

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The first words of the patterns, in lower case; "0" stands for any number."""
        return frozenset(self._filed)

    def __call__(self, bare: str) -> Kind | None:
        """The first kind, in the order of the lists, of which a line has a beginning; the marks before it aside."""
        return self.kind_of(bare, *first_word(bare))

    def kind_of(self, bare: str, word: str, start: int) -> Kind | None:
        """The same of a line of which the first word is known, and where it stands."""
        key = word
        if key not in self._filed:
            if not key[:1].isdecimal() or _ANY_NUMBER not in self._filed:
                return None
            key = _ANY_NUMBER
        compiled = self._compiled.get(key)
        if compiled is None:
            compiled = self._compiled[key] = tuple(
                (marker, re.compile("|".join(parts), re.IGNORECASE)) for marker, parts in self._filed[key].items()
            )
        for marker, pattern in compiled:
            if pattern.match(bare, start):
                return marker
        return None


def first_word(bare: str) -> tuple[str, int]:
    """The first word of a line, in lower case, and where it stands: the marks before it aside; "" where is none."""
    plain = bare.partition(" ")[0].rstrip(":,.")
    if plain.isalpha() and plain.isascii():
        return plain.lower(), 0
    start = 0
    while start < len(bare) and not bare[start].isalnum():
        start += 1
    word = _FIRST_WORD.match(bare, start)
    return (word[0].lower(), start) if word else ("", start)


def patterns(text: str, end: str = "") -> list[str]:
    """The patterns of a list, one a line; a line that is indented further goes on with the one above."""
    return [pattern + end for pattern in _GOES_ON.sub("", dedent(text)).split("\n") if pattern]


def _first_words(pattern: str) -> set[str]:
    """Every first word of what a pattern matches."""
    words: set[str] = set()
    pending = [("", pattern)] if pattern else []
    while pending:
        word, rest = pending.pop()
        if spelt := _SPELT.match(rest):
            word += spelt[0].replace("’", "'")
            rest = rest[spelt.end() :]
        if rest.startswith("(?:"):
            alternatives, rest = _alternatives(rest)
            is_optional = rest.startswith("?")
            rest = rest.removeprefix("?")
            pending += [(word, alternative + rest) for alternative in alternatives]
            if is_optional:
                pending.append((word, rest))
        elif rest.startswith("\\d"):
            words.add(_ANY_NUMBER)
        elif rest.startswith("["):
            letters, rest = rest[1:].split("]", 1)
            if "\\" in letters:
                words.add(word)
            else:
                pending += [(word, letter + rest) for letter in letters]
        elif _SPELT.match(rest[:1]):
            pending += [(word, rest[2:]), (word + rest[0].replace("’", "'"), rest[2:])]
        else:
            words.add(word)
    return words


def _alternatives(pattern: str) -> tuple[list[str], str]:
    """The alternatives of the group that a pattern begins with, and what stands behind it."""
    depth, start = 0, 3
    found: list[str] = []
    is_in_class = False
    for sign in _SIGN.finditer(pattern):
        character, index = sign[0], sign.start()
        if character in "[]":
            is_in_class = character == "["
        elif is_in_class:
            continue
        elif character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
            if not depth:
                return [*found, pattern[start:index]], pattern[index + 1 :]
        elif depth == 1:
            found.append(pattern[start:index])
            start = index + 1
    raise ValueError(f"a group that is not closed: {pattern}")
