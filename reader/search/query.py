"""What is looked for, as plain values; `language` makes them of what was typed.

Spans are in code points of the query as typed.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from enum import Enum
from typing import Literal, NamedTuple, TypeAlias

from reader.model.identity import ArticleId
from reader.model.text import Span
from reader.search.words import is_unspaced

MOST_ATOMS = 24
KINDS = ("interview", "faq", "article")
"""The states that an article has by itself; the others come from what a person did with it."""


class Field(Enum):
    """Where an atom is looked for."""

    ANYWHERE = ""
    TITLE = "title"
    QUESTION = "q"
    ANSWER = "a"
    SPEAKER = "speaker"


class Term(NamedTuple):
    """One word."""

    text: str
    """Folded, without apostrophes and hyphens inside."""
    span: Span
    parts: tuple[str, ...] = ()
    """The words of a compound (`counter-terrorism`), which may also stand apart; else empty."""
    field: Field = Field.ANYWHERE
    is_exact: bool = False
    """No near spellings, no beginnings."""
    is_prefix: bool = False
    """It may still be going on."""

    @property
    def slips(self) -> int:
        """How many one-letter slips are forgiven at once: none below 4 letters."""
        return 0 if self.is_exact or len(self.text) < 4 or self.text.isdecimal() or is_unspaced(self.text) else 1

    @property
    def most_slips(self) -> int:
        """How many are forgiven when nothing else is found: two from 8 letters."""
        return 2 if self.slips and len(self.text) >= 8 else self.slips


class Phrase(NamedTuple):
    """Words in this order, with nothing but punctuation and blanks between them."""

    words: tuple[str, ...]
    span: Span
    field: Field = Field.ANYWHERE
    is_prefix: bool = False
    """The last word may still be going on."""


Atom: TypeAlias = Term | Phrase


class Clause(NamedTuple):
    """One of these must be in an article, or none of them."""

    atoms: tuple[Atom, ...]
    is_excluded: bool = False


class Filter(NamedTuple):
    """A condition on the article as a whole."""

    name: Literal["is", "has", "after", "before"]
    value: str
    """Lower case; a date is as exact as typed, `2023-06`."""
    span: Span
    is_excluded: bool = False

    @property
    def state(self) -> str:
        """`is:unread`, `has:note`: the key under which the articles in this state are given to `Query.given`."""
        return f"{self.name}:{self.value}"


class Query(NamedTuple):
    """What is looked for."""

    clauses: tuple[Clause, ...] = ()
    filters: tuple[Filter, ...] = ()
    states: tuple[tuple[str, frozenset[ArticleId]], ...] = ()
    """The articles in each state that a filter asks for, as far as they were given."""

    def __bool__(self) -> bool:
        return bool(self.clauses or self.filters)

    @property
    def required(self) -> tuple[Clause, ...]:
        """The clauses of which each must match."""
        return tuple(clause for clause in self.clauses if not clause.is_excluded)

    @property
    def terms(self) -> tuple[Term, ...]:
        """The words that are looked for, in order."""
        return tuple(atom for clause in self.required for atom in clause.atoms if isinstance(atom, Term))

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """The phrases that are looked for, in order."""
        return tuple(atom for clause in self.required for atom in clause.atoms if isinstance(atom, Phrase))

    @property
    def needs(self) -> frozenset[str]:
        """The states that `given` must be told for the filters to work: `is:unread`, `has:note`."""
        return frozenset(one.state for one in self.filters if one.name in {"is", "has"} and one.value not in KINDS)

    def given(self, states: Mapping[str, AbstractSet[ArticleId]]) -> "Query":
        """The query with the articles that are in each of the states it needs."""
        return self._replace(states=tuple((name, frozenset(states.get(name, ()))) for name in sorted(self.needs)))
