"""Turns summed up by who speaks, so that each way to take sides is weighed without reading them all again.

turns      J? D. J? D. D. J? …        Talk      J: 12 turns, 11 ask, 900 characters     J?▶D 11   D▶J 9   D▶D 1
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from operator import itemgetter
from typing import Final, NamedTuple

from reader.formats.evidence.vocabulary import Hint, hint

_COMMON: Final = 12
"""So many speakers are tried as the asking side."""


class Voice(NamedTuple):
    """What the choice rests on: one turn."""

    who: str
    asking: float
    size: int
    """Characters."""
    manners: int = 0
    """1 where it says what hosts say, -1 where it says what guests say."""


class Share(NamedTuple):
    """All turns of one speaker, or of one side."""

    turns: int = 0
    asking: float = 0.0
    size: int = 0
    manners: int = 0

    @classmethod
    def of(cls, shares: Sequence["Share"]) -> "Share":
        """All of them together."""
        return shares[0] if len(shares) == 1 else cls(*map(sum, zip(*shares, strict=True)))


class Follows(NamedTuple):
    """One turn after another."""

    before: str
    has_asked: bool
    """Whether the turn before ended by asking."""
    after: str


def _shared(said: Sequence[Voice]) -> Share:
    _, asking, sizes, manners = zip(*said, strict=True)
    return Share(len(said), sum(asking), sum(sizes), sum(manners))


class Talk:
    """Who speaks how, and who after whom."""

    def __init__(self, voices: Sequence[Voice]) -> None:
        self.first = voices[0].who if voices else None
        self.size = len(voices)
        own: defaultdict[str, list[Voice]] = defaultdict(list)
        for voice in voices:
            own[voice.who].append(voice)
        self.shares = {who: _shared(said) for who, said in own.items()}
        self.counts = {who: len(said) for who, said in own.items()}
        """Turns, by speaker."""
        self.common = sorted(self.counts.items(), key=itemgetter(1), reverse=True)[:_COMMON]
        """Who speaks most often, and how often."""
        who = [voice.who for voice in voices]
        has_asked = [voice.asking == 1.0 for voice in voices]
        self.follows = [(Follows(*pair), count) for pair, count in Counter(zip(who, has_asked, who[1:])).items()]  # noqa: B905 - each but the last
        """Which turns follow each other how often."""
        self._hinted: defaultdict[Hint, set[str]] = defaultdict(set)
        for one in self.shares:
            if (said := hint(one)) is not None:
                self._hinted[said].add(one)

    def rate(self, who: str) -> float:
        """How far somebody's turns ask on average."""
        share = self.shares.get(who)
        return share.asking / share.turns if share else 0.0

    def hinted(self, said: Hint) -> AbstractSet[str]:
        """Those whose label says by itself that they ask, or answer."""
        return self._hinted.get(said, frozenset())
