"""A place in an article, and how to find it again. Offsets and lengths are in code points.

A `Location` holds while the text stays as it is. An `Anchor` survives edits: it keeps how its passage begins and ends
and what stands around it, and looks for that in whatever the text has become:

    the same place ─► the same words, nearest ─► words much like them, nearest ─► None
                        (those with the same        (pieces of the passage vote for where
                         words around them first)    it begins; the best places are aligned)

Each step takes time linear in the text at worst, and none where the text is unchanged.
"""

from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from reader.model.article import ArticleId
from reader.model.text import Span

EDGE = 120
"""How much of either end of a passage is kept."""
CONTEXT = 40
"""How much of what stands on either side is kept."""

_BEHIND = 200
"""How much of what stands behind a place tells it from others."""

_PIECE = 12
"""A run of the passage that votes: rare enough in a text, short enough to lie between two edits."""
_GRID = 32
"""Votes closer than that are for the same place: so much may be inserted or taken out before a piece."""
_MARGIN = 64
"""Text on either side of a voted place that the passage is aligned with."""
_NEIGHBOURHOODS = ((1 << 16, _PIECE // 2), (1 << 22, _PIECE * 2))
"""How far from the old place pieces are looked for, and how far apart they are taken: nearby first and thoroughly."""
_OCCURRENCES = 8
"""Of one piece, on either side of the old place."""
_PLACES = 4
"""Voted places that are aligned."""
_RUN = 4
"""Letters in a row that count as the same; fewer are chance."""
_ALIKE = 0.05
"""Places that differ by so much (difflib's ratio) are told apart by what stands around them, which has voted too."""
_ENOUGH = 0.5
"""The part of a passage that must have stayed for it to be the same passage."""


class Location(NamedTuple):
    """A place in an article, for as long as its text stays as it is."""

    article: ArticleId
    offset: int = 0
    """Code points into `Article.text`."""


class Anchor(NamedTuple):
    """A passage of a text, to be found again after the text was edited."""

    offset: int
    """Where it began."""
    length: int
    head: str
    """How it begins; all of it where it is no longer than two edges."""
    tail: str = ""
    """How it ends, where the head isn't all of it."""
    before: str = ""
    after: str = ""

    @classmethod
    def of(cls, text: str, span: Span) -> "Anchor":
        """The anchor of a passage; what of the span lies outside the text is left out."""
        start, end = min(span.start, len(text)), min(span.end, len(text))
        is_short = end - start <= 2 * EDGE
        return cls(
            offset=start,
            length=end - start,
            head=text[start : end if is_short else start + EDGE],
            tail="" if is_short else text[end - EDGE : end],
            before=text[max(0, start - CONTEXT) : start],
            after=text[end : end + CONTEXT],
        )

    @classmethod
    def at(cls, text: str, offset: int) -> "Anchor":
        """The anchor of a place, by what stands behind it."""
        return cls.of(text, Span(offset, offset + _BEHIND))

    def find(self, text: str) -> Span | None:
        """Where the passage stands in the same or an edited text; None where it does not stand any more."""
        if found := self._unmoved(text) or self._moved(text):
            return found
        likely = self._changed(text)
        return likely.span if likely and likely.own >= _ENOUGH else None

    def nearest(self, text: str) -> int:
        """Where to go on in a text: to the passage, else to where it stood between its neighbours, else that far in."""
        if found := self._unmoved(text) or self._moved(text):
            return found.start
        likely = self._changed(text)
        return likely.span.start if likely else min(self.offset, len(text))

    @property
    def _end(self) -> int:
        return self.offset + self.length

    def _unmoved(self, text: str) -> Span | None:
        is_here = text.startswith(self.before + self.head, self.offset - len(self.before)) and text.startswith(
            self.tail + self.after, self._end - len(self.tail)
        )
        return Span(self.offset, self._end) if is_here and self._end <= len(text) else None

    def _moved(self, text: str) -> Span | None:
        """The passage as it was, elsewhere: between the same words, else next to some of them, else anywhere."""
        for before, after in ((self.before, self.after), (self.before, ""), ("", self.after), ("", "")):
            # Nothing to go by is found everywhere.
            if (before or self.head or after) and (found := self._between(text, before, after)):
                return found
        return None

    def _between(self, text: str, before: str, after: str) -> Span | None:
        opening = before + self.head + ("" if self.tail else after)
        at = _nearest(text, opening, self.offset - len(before))
        if at is None:
            return None
        start = at + len(before)
        if not self.tail:
            return Span(start, start + self.length)
        expected = start + self.length - len(self.tail)
        at = _nearest(text, self.tail + after, expected, low=start + EDGE)
        if at is None or abs(at - expected) > self.length:
            return None
        return Span(start, at + len(self.tail))

    def _changed(self, text: str) -> "_Likely | None":
        """The passage with edits of its own."""
        own = Span(len(self.before), len(self.before) + len(self.head))
        opening = _likely(text, self.before + self.head + ("" if self.tail else self.after), own, self.offset)
        if not self.tail:
            return opening
        start = opening.span.start if opening else 0
        expected = (start if opening else self.offset) + self.length - len(self.tail)
        closing = _likely(text, self.tail + self.after, Span(0, len(self.tail)), expected, low=start)
        if opening is None or (closing and closing.own > opening.own and opening.own < _ENOUGH):
            return closing and closing.reaching(closing.span.end - self.length, closing.span.end)
        end = closing.span.end if closing and abs(closing.span.start - expected) <= self.length else start + self.length
        return opening.reaching(start, min(max(end, opening.span.end), len(text)))


class _Likely(NamedTuple):
    """Where a passage probably is now."""

    span: Span
    own: float
    """The part of the passage itself that is still there, 0 to 1; the rest of what was looked for lies around it."""

    def reaching(self, start: int, end: int) -> "_Likely":
        """The same with other ends."""
        return _Likely(Span(max(0, start), end), self.own)


def _nearest(text: str, words: str, expected: int, low: int = 0) -> int | None:
    """Where `words` stand nearest to `expected`, at `low` or later."""
    expected = max(expected, low)
    ahead = text.find(words, expected)
    reach = ahead - expected if ahead >= 0 else expected
    behind = text.rfind(words, max(low, expected - reach), expected + len(words))
    if behind >= 0 and (ahead < 0 or expected - behind <= reach):
        return behind
    return ahead if ahead >= 0 else None


def _likely(text: str, pattern: str, own: Span, expected: int, low: int = 0) -> _Likely | None:
    """Where something most like `pattern` stands; `own` is the part of it whose place is wanted, due at `expected`."""
    if not pattern:
        return None
    for reach, stride in _NEIGHBOURHOODS:
        end = max(low, min(len(text), expected + reach))
        area = Span(min(max(low, expected - reach), end), end)
        aligned = (
            _aligned(text, pattern, own, place, low)
            for place in _voted(text, pattern, expected - own.start, area, stride)
        )
        if likely := [one for one in aligned if one]:
            return _first_alike(text, own.of(pattern), likely)
    return None


def _first_alike(text: str, passage: str, likely: list[_Likely]) -> _Likely:
    """Of places, those with most votes first, the first that is about as like a passage as any."""
    ratios = [SequenceMatcher(None, one.span.of(text), passage, autojunk=False).ratio() for one in likely]
    return next(one for one, ratio in zip(likely, ratios, strict=True) if ratio >= max(ratios) - _ALIKE)


def _voted(text: str, pattern: str, expected: int, area: Span, stride: int) -> list[int]:
    """Where `pattern` would begin by the votes of its pieces: most votes first, then nearest."""
    size = min(_PIECE, len(pattern))
    votes: defaultdict[int, list[int]] = defaultdict(list)
    for start in range(0, len(pattern) - size + 1, stride):
        piece = pattern[start : start + size]
        if piece.isspace() or len(set(piece)) < size // 4:
            continue
        places = {at - start for at in _occurrences(text, piece, expected + start, area)}
        # Two grids, half a mesh apart: places that are close share a mesh in at least one of them.
        for mesh in {half for place in places for half in (place // _GRID * 2, (place + _GRID // 2) // _GRID * 2 - 1)}:
            votes[mesh].append(min(places, key=lambda place: abs(place - mesh * (_GRID // 2) - _GRID // 2)))
    ranked = sorted(
        (-len(places), abs(places[0] - expected), sorted(places)[len(places) // 2]) for places in votes.values()
    )
    found: list[int] = []
    for _, _, place in ranked:
        if all(abs(place - other) > _GRID // 2 for other in found):
            found.append(place)
            if len(found) == _PLACES:
                break
    return found


def _occurrences(text: str, piece: str, expected: int, area: Span) -> Iterator[int]:
    """Where a piece stands in an area: some places before and some behind the expected one, the nearest."""
    at = max(expected, area.start) - 1
    for _ in range(_OCCURRENCES):
        at = text.find(piece, at + 1, area.end)
        if at < 0:
            break
        yield at
    end = min(max(expected, area.start) + len(piece) - 1, area.end)
    for _ in range(_OCCURRENCES):
        at = text.rfind(piece, area.start, max(end, 0))
        if at < 0:
            break
        yield at
        end = at + len(piece) - 1


def _aligned(text: str, pattern: str, own: Span, place: int, low: int) -> _Likely | None:
    """`pattern` laid against the text around a place, and where its own part comes to lie."""
    first = max(low, place - _MARGIN)
    there = text[first : max(first, place + len(pattern) + _MARGIN)]
    matcher = SequenceMatcher(None, there, pattern, autojunk=False)
    runs = [
        (run.b, first + run.a, run.size) for run in matcher.get_matching_blocks() if run.size >= min(_RUN, len(pattern))
    ]
    if sum(size for _, _, size in runs) < len(pattern) * _ENOUGH:
        return None
    stayed = sum(max(0, min(at + size, own.end) - max(at, own.start)) for at, _, size in runs)
    start, end = _start(runs, own.start), _end(runs, own.end)
    start = max(start, low)
    return _Likely(Span(start, max(start, min(end, len(text)))), stayed / max(1, len(own)))


def _start(runs: list[tuple[int, int, int]], offset: int) -> int:
    """Where a beginning at `offset` of the pattern lies now: behind the last run before it, unless a run holds it."""
    behind = None
    for at, there, size in runs:
        if at <= offset < at + size:
            return there + offset - at
        if at > offset:
            return behind if behind is not None else there - (at - offset)
        behind = there + size
    return behind if behind is not None else 0


def _end(runs: list[tuple[int, int, int]], offset: int) -> int:
    """Where an end at `offset` of the pattern lies now: before the first run behind it, unless a run holds it."""
    ahead = None
    for at, there, size in reversed(runs):
        if at < offset <= at + size:
            return there + offset - at
        if at + size < offset:
            return ahead if ahead is not None else there + size + (offset - at - size)
        ahead = there
    return ahead if ahead is not None else 0
