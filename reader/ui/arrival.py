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


class AsLeft(NamedTuple):
    """As it was left, whatever has been edited in it since."""

    top: Anchor
    """What stood on top."""
    jumped: Anchor | None
    """The question that was jumped to, where that was the last move."""


class AtOffset(NamedTuple):
    """At a place known from before."""

    offset: int
    jumped: int | None = None
    """The question that was jumped to, where that was the last move."""


class AtFirstMatch:
    """At the first match, coming from the article before."""


class AtLastMatch:
    """At the last match, coming back from the article behind."""


Landing: TypeAlias = AtHit | AtOffset | AtFirstMatch | AtLastMatch
"""Where to go in a text that is at hand."""
Arrival: TypeAlias = AsLeft | AtAnchor | AtBestHit | Landing
