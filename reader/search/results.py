"""What a search gives. Spans are in code points of `Article.text`, but for those of a snippet: they are in its own."""

from collections.abc import Sequence
from typing import NamedTuple

from reader.model.identity import ArticleId
from reader.model.text import Span


class Match(NamedTuple):
    """A word or phrase that was looked for, where it stands."""

    span: Span
    term: str
    """What it was looked for as, folded."""
    distance: int = 0
    """How many slips lie between the two; a beginning of a word has none."""


class Said(NamedTuple):
    """What a passage says, as a person reads it: markup left out, each run of white space one blank."""

    text: str
    """Of an exchange, the answer."""
    question: str
    """Of an exchange; else empty."""
    speaker: str
    """Who answers, by the name that the text gives; empty outside of exchanges and where nobody is named."""
    line: int
    """Of the file, from 1, on which the passage begins."""


class Hit(NamedTuple):
    """One answer or passage that was found."""

    article: ArticleId
    exchange: int | None
    """Number of the exchange; None where it is none."""
    span: Span
    """The exchange or the run of paragraphs."""
    score: float = 0.0
    """Greater is better; comparable within one search."""
    matches: tuple[Match, ...] = ()
    """What matched in the article's text; empty where the text has not been looked at."""
    said: Said | None = None
    """What stands there, where a search knows it without reading the file."""


class Ranking(NamedTuple):
    """The articles that were found."""

    total: int = 0
    """How many there are; `ids` has as many."""
    ids: Sequence[ArticleId] = ()
    """Best first."""


class Snippet(NamedTuple):
    """A stretch of an article on one line."""

    text: str
    """Markup left out, each run of white space one blank, `…` where something stands before or after."""
    marks: tuple[Span, ...] = ()
    """What matched, in code points of `text`."""
