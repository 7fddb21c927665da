"""The distinct words of an index, and which of them are near to what was typed.

Each word is a small document of its own, written once. So one automaton (Schulz and Mihov 2002) runs over one list
of words, instead of one over every field of every segment: at 100,000 articles half a millisecond instead of 13. And
what it finds are words, which then count by how rare they are.
"""

from collections.abc import Set as AbstractSet

import tantivy

from reader.search.index import Index
from reader.search.query import Term
from reader.search.schema import SCHEMA

_LOOKED_AT = 400
_MOST = 100
"""Words that are taken for one that was typed; the nearest, and of those the ones that begin alike."""
_KEPT = 512


class _Known:
    """What was asked before of the words as they are."""

    __slots__ = ("near", "vain")

    def __init__(self) -> None:
        self.near: dict[tuple[str, int, bool], tuple[str, ...]] = {}
        self.vain: set[tuple[str, int]] = set()
        """What no word begins like, with the slips that were forgiven."""


class Vocabulary:
    """The words of an index, as of its last `reload`."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._generation = -1
        self._known = _Known()

    def near(self, term: Term, slips: int, *, begins: bool) -> tuple[str, ...]:
        """The other words within so many slips, nearest first.

        Args:
            term: what was typed.
            slips: how many are forgiven, up to two.
            begins: whether words that only begin like it are near as well.
        """
        if self._generation != self._index.generation or len(self._known.near) > _KEPT:
            self._generation, self._known = self._index.generation, _Known()
        # Several threads search at once; each goes on with what it began with.
        known = self._known
        text = term.text
        words = known.near.get((text, slips, begins))
        if words is None:
            found = self._looked_up(known.vain, text, slips, begins=begins)
            words = tuple(_by_distance(text, found - {text}, is_one_slip=slips == 1 and not begins)[:_MOST])
            known.near[text, slips, begins] = words
        return words

    def _looked_up(self, vain: set[tuple[str, int]], text: str, slips: int, *, begins: bool) -> set[str]:
        # What no word begins like with a letter less, none does: whoever types on need not wait for that.
        if {(text, slips), (text[:-1], slips)} & vain:
            vain.add((text, slips))
            return set()
        searcher = self._index.searcher()
        plan = tantivy.Query.fuzzy_term_query(SCHEMA, "word", text, slips, transposition_cost_one=True, prefix=begins)
        hits = searcher.search(plan, _LOOKED_AT, count=False).hits
        if begins and not hits:
            vain.add((text, slips))
        return {word for _, address in hits if isinstance(word := searcher.doc(address).get_first("word"), str)}


def _by_distance(text: str, words: AbstractSet[str], *, is_one_slip: bool) -> list[str]:
    """The words, nearest first; perhaps all of them are one slip away."""
    by_likeness = sorted(words, key=lambda word: (word[:1] != text[:1], len(word), word))
    if is_one_slip or len(words) < 2:
        return by_likeness
    # Takes longer to import than most searches take.
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    return sorted(by_likeness, key=lambda word: OSA.distance(text, word))
