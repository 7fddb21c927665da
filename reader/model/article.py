"""One article: its text, and what the text was found to be made of.

`Article.text` is the one canonical string. Everything else is a `Span` into it, in code points.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from reader.model.identity import WORDS_PER_MINUTE
from reader.model.identity import ArticleId as ArticleId  # noqa: PLC0414 - whoever knows articles knows their ids
from reader.model.identity import Kind as Kind  # noqa: PLC0414 - the same
from reader.model.interview import Exchange, Role, Speaker
from reader.model.text import LineNumbers, Span, content_hash


def _start_of(mark: tuple[Span, str]) -> int:
    return mark[0].start


def _end_of(mark: tuple[Span, str]) -> int:
    return mark[0].end


class FurnitureKind(Enum):
    """Why a run of lines was set apart. The value is how a reader is told."""

    NOTICE = "site notice"
    FRONT_MATTER = "front matter"
    CONTENTS = "table of contents"
    SHARE = "share and follow links"
    COMMENTS = "comments"
    RELATED = "other headlines"
    TAGS = "tags"
    CAPTION = "caption or credit"
    PROMOTION = "promotion"
    LICENCE = "licence"
    TRAILER = "header or trailer"


@dataclass(frozen=True, slots=True)
class _Spanned:
    """A block of which nothing is to be said but where it stands."""

    span: Span


class Headline(_Spanned):
    """The article's title where it stands in the text."""

    __slots__ = ()


class Byline(_Spanned):
    """Who wrote it, when and where: byline, date and dateline."""

    __slots__ = ()


class Standfirst(_Spanned):
    """The sentence or two below the headline that say what the article is about."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section, or of a question where headings ask."""

    span: Span
    level: int = 2
    """1 to 6, as in HTML."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of prose; also what goes on with a turn after its first paragraph."""

    span: Span
    keeps_lines: bool = False
    """Whether its line breaks are part of it, as in verse or an address; else they are blanks to the wrapping."""


class Turn(NamedTuple):
    """The paragraph in which somebody begins to speak."""

    span: Span
    role: Role
    label: Span | None = None
    """Who is said to speak, with colon, markup and time stamp: what a pane sets apart. None where only shape tells."""
    speaker: int | None = None
    """Index into `Article.speakers`."""


class Quote(_Spanned):
    """Words set apart as somebody else's (Markdown `>`)."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """One item of a list."""

    span: Span
    marker: Span
    """The bullet or number, without the blanks around it."""
    level: int = 0
    """How deep it is nested; 0 is the outermost."""


class Code(_Spanned):
    """Lines to be shown as they stand: code, or a drawing in characters."""

    __slots__ = ()


class Table(_Spanned):
    """Rows and columns, to be shown aligned."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Furniture:
    """What the site put around the article: folded away, never lost."""

    span: Span
    kind: FurnitureKind


class Aside(_Spanned):
    """Neither furniture nor body: rules, stage directions, end marks, credits of a transcript."""

    __slots__ = ()


Block: TypeAlias = (
    Headline | Byline | Standfirst | Heading | Paragraph | Turn | Quote | Listing | Code | Table | Furniture | Aside
)
"""A part of an article. Blocks stand in order, don't overlap, and only white space lies between them."""


InlineStyle: TypeAlias = Literal["hidden", "strong", "emphasis", "code", "strike", "link", "character"]


class Inline(NamedTuple):
    """How a run inside a block is to be shown.

    `hidden` is markup that stands in the reader's way; `character` is a reference such as `&amp;`, to be shown as its
    target.
    """

    span: Span
    style: InlineStyle
    target: str = ""
    """Where a link goes, as written, or the character that a reference stands for; "" for all else."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What an article says of itself, each part as written but for `date`."""

    title: str | None = None
    """Without markup."""
    title_span: Span | None = None
    """Where it stands in the text, a front matter's value included."""
    standfirst: str | None = None
    byline: str | None = None
    date: str | None = None
    """ISO 8601, as exact as the text: `2021`, `2021-03` or `2021-03-31`."""
    site: str | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Article:
    """A text and its structure. Compared by identity: two readings of one file are two articles."""

    id: ArticleId
    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata = Metadata()
    kind: Kind = Kind.ARTICLE
    exchanges: tuple[Exchange, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    inlines: tuple[Inline, ...] = ()
    """In order of their starts."""
    related: tuple[Span, ...] = ()
    """The other articles' headlines that the site listed, one by one."""
    words: int = 0
    """Of the body: furniture is not counted."""
    encoding: str = "utf-8"
    warnings: tuple[str, ...] = ()
    """What was odd about the file, a sentence each."""
    evidence: tuple[str, ...] = ()
    """Why it was taken for what it is, strongest first."""

    def __repr__(self) -> str:
        """Which one it is. All of it would take long to tell, and Textual has each thread say what it is given."""
        return f"{type(self).__name__}({self.id!r})"

    @cached_property
    def line_numbers(self) -> LineNumbers:
        """The line of any offset."""
        return LineNumbers(self.text)

    @cached_property
    def content_hash(self) -> str:
        """By which the article is known again when its file was moved."""
        return content_hash(self.text)

    @property
    def title(self) -> str | None:
        """The headline."""
        return self.metadata.title

    @property
    def minutes(self) -> int:
        """Time to read it, rounded, at least 1."""
        return max(1, round(self.words / WORDS_PER_MINUTE))

    def prose(self, span: Span) -> str:
        """What a person reads there: markup left out, each run of white space one blank.

        Who speaks already and is named again before going on is left out with it.
        """
        parts = []
        at = span.start
        for (start, end), shown in self._otherwise(span):
            parts.append(self.text[at : max(at, start)])
            if start >= at:
                parts.append(shown)
            at = max(at, end)
        parts.append(self.text[at : max(at, span.end)])
        return " ".join("".join(parts).split())

    def _otherwise(self, span: Span) -> Sequence[tuple[Span, str]]:
        """What of a span is not read as it is written, in order: marks, and labels further on that say nothing new."""
        marks, labels = self._marks, self._named_again
        first = bisect_left(marks, span.start, key=_end_of)
        found = marks[first : bisect_left(marks, span.end, lo=first, key=_start_of)]
        first = bisect_right(labels, span.start, key=_start_of)
        again = labels[first : bisect_left(labels, span.end, lo=first, key=_start_of)]
        return sorted((*found, *again)) if again else found

    @cached_property
    def _marks(self) -> tuple[tuple[Span, str], ...]:
        """What is read instead of each mark: nothing, or the character that it stands for."""
        return tuple((one.span, one.target) for one in self.inlines if one.style in {"hidden", "character"})

    @cached_property
    def _named_again(self) -> tuple[tuple[Span, str], ...]:
        """The labels of turns in which the speaker of the turn before goes on; nothing is read instead."""
        turns = (block for block in self.blocks if isinstance(block, Turn))
        return tuple(
            (below.label, "")
            for above, below in pairwise(turns)
            if below.label and below.speaker is not None and below.speaker == above.speaker
        )

    def exchange_at(self, offset: int) -> Exchange | None:
        """The exchange that holds `offset`, or the last one that ended before it within the same run of questions."""
        begun = bisect_right(self.exchanges, offset, key=lambda exchange: exchange.question.span.start)
        found = self.exchanges[begun - 1] if begun else None
        return found if found and offset <= found.answer.span.end else None
