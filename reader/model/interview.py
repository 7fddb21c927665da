"""Who speaks, and which answer belongs to which question."""

from enum import Enum
from typing import NamedTuple

from reader.model.text import Span


class Role(Enum):
    """What a speaker does in an interview, as a whole."""

    ASKER = "asker"
    ANSWERER = "answerer"
    OTHER = "other"
    """Neither: a host's announcement, an aide, a panel."""


class Speaker(NamedTuple):
    """One person (or office, or site) who speaks, under however many labels."""

    label: str
    """The label used most, as written: no markup, colon, dots or time stamps."""
    role: Role
    name: str | None = None
    """The full name, where the text itself gives it beyond doubt (`MJ` is Matt Jukes); never a guess."""
    aliases: tuple[str, ...] = ()
    """Other labels of the same speaker, as written, in order of first use."""

    @property
    def shown(self) -> str:
        """The name by which a reader is told who speaks."""
        return self.name or self.label


class Passage(NamedTuple):
    """What one side of an exchange said."""

    span: Span
    """From the label, where there is one, to the last character that isn't blank."""
    body: Span
    """The same without the label that opens it."""
    label: str | None = None
    """As written, without markup, colon or time stamps; None where nothing names the speaker."""
    speaker: int | None = None
    """Index into `Article.speakers`."""


class Exchange(NamedTuple):
    """A question and its answer. An unanswered question is none."""

    number: int
    """1-based, in the order of the text."""
    question: Passage
    answer: Passage

    @property
    def span(self) -> Span:
        """From the question's first character to the answer's last."""
        return Span(self.question.span.start, self.answer.span.end)
