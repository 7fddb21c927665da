"""Where in an article one wants to arrive once it is open."""

from typing import NamedTuple, TypeAlias

from reader.model.location import Anchor


class AtBestHit:
    """At what the filter matches best, else at the top."""


class AtHit(NamedTuple):
    """At an answer that was found: its question on top, or the match where that is farther down."""

    offset: int


class AtAnchor(NamedTuple):
    """At a passage that was marked, wherever it stands by now."""

    anchor: Anchor
    is_top: bool = False
    """Whether it is what stood on top, rather than what one looks for."""


class AtOffset(NamedTuple):
    """At a place known from before."""

    offset: int


class AtFirstMatch:
    """At the first match, coming from the article before."""


class AtLastMatch:
    """At the last match, coming back from the article behind."""


Arrival: TypeAlias = AtAnchor | AtBestHit | AtHit | AtOffset | AtFirstMatch | AtLastMatch
