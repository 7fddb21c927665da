"""What is remembered of a person's reading, as values. Times are aware, in UTC."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from reader.model.article import ArticleId
from reader.model.location import Anchor
from reader.model.text import Span


class Mark(NamedTuple):
    """A passage that somebody marked, wrote a note on, or both."""

    key: str
    """The same for as long as the mark lives, for no other mark ever."""
    article: ArticleId
    title: str
    """The article's headline, as it was when the mark was made: the file may be gone."""
    anchor: Anchor
    exchange: int | None
    """Number of the exchange it was made on; None where it was none."""
    quote: str
    """What a person reads there, as it was when the mark was made; long ones end in `…`."""
    note: str
    """As typed, of any number of lines; "" for none."""
    is_marked: bool
    """False where there is a note only."""
    created_at: datetime
    changed_at: datetime


class Missing(NamedTuple):
    """An article of which something is remembered, and whose file is not where it was."""

    content_hash: str
    title: str
    """Its headline, else the name of its file."""


class Place(NamedTuple):
    """Where somebody left an article, and how it was shown."""

    anchor: Anchor
    """What stood at the top."""
    is_folded: bool = True
    """Whether furniture was folded."""
    unfolded: frozenset[int] = frozenset()
    """Blocks, by index, that were shown other than the rest; empty when the text has changed since."""
    width: int | None = None
    """Of the column, in cells; None where it was the usual one."""


class OpenedArchive(NamedTuple):
    """Paths that were opened together."""

    paths: tuple[Path, ...]
    """Absolute."""
    opened_at: datetime


class PlacedMark(NamedTuple):
    """A mark, and where its passage stands now."""

    mark: Mark
    span: Span | None
    """None where the passage is no longer in the text."""


def placed(marks: Iterable[Mark], text: str) -> tuple[PlacedMark, ...]:
    """Marks in the order of the text as it is now; those whose passage is gone come last."""
    found = (PlacedMark(mark, mark.anchor.find(text)) for mark in marks)
    return tuple(sorted(found, key=lambda one: (one.span is None, one.span or Span(0, 0), one.mark.created_at)))


def is_same_passage(one: Span, other: Span) -> bool:
    """Whether two spans are the same, or share more than they don't."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return one == other or shared * 2 > max(one.end, other.end) - min(one.start, other.start)


def mark_on(marks: Iterable[PlacedMark], span: Span) -> Mark | None:
    """The mark on this very passage."""
    return next((one.mark for one in marks if one.span is not None and is_same_passage(one.span, span)), None)
