"""Where in an article one wants to arrive once it is open."""

from dataclasses import dataclass
from typing import TypeAlias

from reader.model.location import Anchor


@dataclass(frozen=True, slots=True)
class AtBestHit:
    """At what the filter matches best, else at the top."""


@dataclass(frozen=True, slots=True)
class AtHit:
    """At an answer that was found: its question on top, or the match where that is farther down."""

    offset: int


@dataclass(frozen=True, slots=True)
class AtAnchor:
    """At a passage that was marked, wherever it stands by now."""

    anchor: Anchor
    is_top: bool = False
    """Whether it is what stood on top, rather than what one looks for."""


@dataclass(frozen=True, slots=True)
class AtOffset:
    """At a place known from before."""

    offset: int


@dataclass(frozen=True, slots=True)
class AtFirstMatch:
    """At the first match, coming from the article before."""


@dataclass(frozen=True, slots=True)
class AtLastMatch:
    """At the last match, coming back from the article behind."""


Arrival: TypeAlias = AtAnchor | AtBestHit | AtHit | AtOffset | AtFirstMatch | AtLastMatch
