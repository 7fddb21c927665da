"""A query in tantivy's terms.

```
query   = every clause, no excluded clause, every filter                 BM25, summed
clause  = any of its atoms
atom    = in any of its fields, the weightier ones counting for more
word    = as typed, or its beginning, or near
```

Where it stands counts through weights: headline > question > speaker > body > what is the site's. Words typed side by
side that stand close together count once more. The words for it in tantivy are in `plan_parts`.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from itertools import pairwise
from typing import Final, NamedTuple, Protocol

from tantivy import Occur
from tantivy import Query as Plan

from reader.search.plan_parts import (
    BEGINNING_SCORE,
    any_of,
    beginning,
    close,
    conditions,
    exchanges,
    in_a_row,
    near,
    number_of,
    phrase,
    word,
)
from reader.search.query import Atom, Clause, Field, Phrase, Query, Term
from reader.search.schema import SHORTEST_BEGINNING

_TOO_COMMON = 5_000
"""Documents; where both words are in more, looking for them side by side takes longer than all else."""
AS_TYPED = 10_000.0
"""What a clause without corrections is worth: more than all else together."""
_BESIDE_WEIGHT = 0.001
"""What is the site's, beside what is the article's: all of it is worth less than one word as typed."""


class Nearness(IntEnum):
    """How much is forgiven, each including those before."""

    NONE = 0
    """Every word is as typed, the last one perhaps a beginning."""
    ONE_SLIP = 1
    """One in each word from 4 letters."""
    BEGINNING = 2
    """One in the beginning of the last word."""
    TWO_SLIPS = 3
    """Two in words from 8 letters."""


class Documents(NamedTuple):
    """One of the two kinds of document: which of its fields an atom is looked for in, and what they weigh."""

    mark: str
    fields: Mapping[Field, tuple[tuple[str, float], ...]]
    own: tuple[str, ...]
    """The fields that hold the document's own words; others are carried along from the article."""
    holds_all: tuple[str, ...]
    """The fields that together hold the words of all others, if there are such."""
    beginnings: tuple[tuple[str, float], ...]
    """Where the first letters of the words of other fields are, as words."""


ARTICLES: Final = Documents(
    "article",
    {
        Field.ANYWHERE: (("headline", 5.0), ("question", 2.5), ("speaker", 2.0), ("body", 1.0), ("aside", 0.1)),
        Field.TITLE: (("headline", 5.0),),
        Field.QUESTION: (("question", 2.5),),
        Field.SPEAKER: (("speaker", 2.0),),
    },
    own=("aside", "body"),
    holds_all=("body", "aside"),
    beginnings=(("headline_begins", 5.0), ("question_begins", 2.5)),
)
PASSAGES: Final = Documents(
    "passage",
    {
        Field.ANYWHERE: (
            ("p_headline", 1.5),
            ("p_question", 2.5),
            ("p_speaker", 1.5),
            ("p_body", 1.0),
            ("p_aside", 0.1),
        ),
        Field.TITLE: (("p_headline", 1.5),),
        Field.QUESTION: (("p_question", 2.5),),
        Field.ANSWER: (("p_body", 1.0),),
        Field.SPEAKER: (("p_speaker", 1.5),),
    },
    own=("p_question", "p_aside", "p_body"),
    holds_all=(),
    beginnings=(("p_begins", 2.5),),
)


def _only(documents: Documents, *names: str) -> Documents:
    """The same documents, looked at in some fields where none is asked for."""
    fields = documents.fields
    anywhere = tuple((name, weight) for name, weight in fields[Field.ANYWHERE] if name in names)
    return documents._replace(fields={**fields, Field.ANYWHERE: anywhere})


_READ: Final = _only(PASSAGES, "p_question", "p_body")
_BESIDE: Final = _only(PASSAGES, "p_aside")
"""The words that a passage does not carry along from its article: those that are the article's, and the others."""


class Words(Protocol):
    """What is known of the words that there are."""

    def near(self, term: Term, nearness: Nearness) -> tuple[str, ...]:
        """The words it may be a slip for, nearest first."""

    def frequency(self, name: str, word: str) -> int:
        """How many documents have a word in a field."""


InAnswers = Callable[[Atom, Nearness], Plan]
"""The articles of which an answer holds an atom: articles do not keep their answers apart."""


class Planner(NamedTuple):
    """Makes plans for one kind of document."""

    documents: Documents
    words: Words
    in_answers: InAnswers | None = None

    def matching(self, query: Query, nearness: Nearness) -> Plan:
        """What holds everything that the query asks for; `corrections` reads the scores."""
        parts = [(Occur.Must, self.clause(clause, nearness)) for clause in query.required]
        parts += [(Occur.MustNot, self.clause(clause, Nearness.NONE)) for clause in query.clauses if clause.is_excluded]
        parts += [(Occur.MustNot if one.is_excluded else Occur.Must, plan) for one, plan in conditions(query)]
        atoms = [atom for clause in query.required for atom in clause.atoms]
        if not atoms or any(atom.field is Field.ANSWER for atom in atoms):
            # Nothing else tells the two kinds apart.
            parts.append((Occur.Must, self._is_mine()))
        if self._is_of_passages and atoms:
            parts.append((Occur.Must, self._says_itself(atoms, nearness)))
        parts += [(Occur.Should, plan) for plan in self._close(query, nearness)]
        return Plan.boolean_query(parts)

    def may_find(self, query: Query, nearness: Nearness) -> bool:
        """Whether there are words that each clause could be about; else nothing need be looked for.

        While an archive is read, much is typed that can't be found yet, and to forgive is the dearest part of a search.
        """
        return all(any(self._may_be_there(atom, nearness) for atom in clause.atoms) for clause in query.required)

    def _may_be_there(self, atom: Atom, nearness: Nearness) -> bool:
        everywhere = self.documents.holds_all
        if not isinstance(atom, Term) or atom.is_prefix or atom.parts or atom.field is not Field.ANYWHERE:
            return True
        if any(self.words.frequency(name, atom.text) for name in everywhere) or not everywhere:
            return True
        return bool(nearness and atom.slips and self.words.near(atom, nearness))

    def loosely(self, query: Query, nearness: Nearness, within: list[int]) -> Plan:
        """The passages of some articles by how much they hold of what the query asks for.

        What they carry along is the same in all of an article: it says nothing of which is the best.
        """
        read, beside = self._replace(documents=_READ), self._replace(documents=_BESIDE)
        plans = [read.clause(clause, nearness) for clause in query.required]
        plans += [Plan.boost_query(beside.clause(clause, nearness), _BESIDE_WEIGHT) for clause in query.required]
        parts = [(Occur.Should, plan) for plan in plans]
        return Plan.boolean_query([(Occur.Must, number_of(within)), (Occur.Must, self._is_mine()), *parts])

    def atom(self, atom: Atom, nearness: Nearness) -> Plan:
        """What holds a word or phrase in one of its fields."""
        fields = self.documents.fields.get(atom.field)
        if fields is None:
            return self.in_answers(atom, nearness) if self.in_answers else Plan.empty_query()
        if isinstance(atom, Phrase):
            plans = [Plan.boost_query(phrase(name, atom), weight) for name, weight in fields]
        else:
            plans = [Plan.boost_query(any_of(self._as_typed(atom, name)), weight) for name, weight in fields]
            plans += [
                Plan.const_score_query(word(name, atom.text), weight * BEGINNING_SCORE)
                for name, weight in self._beginnings(atom)
            ]
            plans += self._misspelt(atom, nearness, fields)
        if self._is_of_passages and atom.field in {Field.QUESTION, Field.ANSWER}:
            return Plan.boolean_query([(Occur.Must, any_of(plans)), (Occur.Must, exchanges())])
        return any_of(plans)

    def clause(self, clause: Clause, nearness: Nearness) -> Plan:
        """What holds one of the clause's atoms; worth `AS_TYPED` more where nothing had to be corrected."""
        if nearness and (term := self._lone_beginning(clause)) is not None:
            return self._begun(term, nearness)
        plans = [self.atom(atom, nearness) for atom in clause.atoms]
        if nearness and is_forgiving(clause):
            plans.append(Plan.const_score_query(any_of([self._uncorrected(atom) for atom in clause.atoms]), AS_TYPED))
        return any_of(plans)

    def _lone_beginning(self, clause: Clause) -> Term | None:
        """The beginning of a word that is all that a clause asks for, where words are looked up that begin so."""
        match clause.atoms:
            case (Term(parts=(), field=Field.ANYWHERE, is_prefix=True) as term,) if term.slips:
                return None if self._beginnings(term) else term
            case _:
                return None

    def _begun(self, term: Term, nearness: Nearness) -> Plan:
        """The same of the beginning of a word. Many words begin so: they are looked for once, which is most of it."""
        fields = self.documents.fields[Field.ANYWHERE]
        begun = [
            Plan.const_score_query(beginning(name, term.text), AS_TYPED + weight * BEGINNING_SCORE)
            for name, weight in fields
        ]
        plans = [Plan.boost_query(word(name, term.text), weight) for name, weight in fields]
        return any_of([Plan.disjunction_max_query(begun), *plans, *self._misspelt(term, nearness, fields)])

    def _misspelt(self, term: Term, nearness: Nearness, fields: Sequence[tuple[str, float]]) -> list[Plan]:
        """What holds a word that it may be a slip for, in one of some fields with what they weigh."""
        words = self.words.near(term, nearness) if nearness and term.slips else ()
        return [plan for name, weight in fields for plan in near(name, words, weight)]

    def _uncorrected(self, atom: Atom) -> Plan:
        everywhere = self.documents.holds_all
        if isinstance(atom, Term) and atom.slips and atom.field is Field.ANYWHERE and everywhere:
            return any_of([plan for name in everywhere for plan in self._as_typed(atom, name)])
        return self.atom(atom, Nearness.NONE)

    def _as_typed(self, term: Term, name: str) -> list[Plan]:
        plans = [word(name, term.text)]
        if term.parts:
            plans.append(in_a_row(name, term.parts))
        is_short = len(term.text) < SHORTEST_BEGINNING and term.text.isascii()
        if term.is_prefix and not (is_short and term.field is Field.ANYWHERE):
            plans.append(Plan.const_score_query(beginning(name, term.text), BEGINNING_SCORE))
        return plans

    def _beginnings(self, term: Term) -> tuple[tuple[str, float], ...]:
        is_short = len(term.text) < SHORTEST_BEGINNING and term.is_prefix and term.field is Field.ANYWHERE
        return self.documents.beginnings if is_short else ()

    def _says_itself(self, atoms: list[Atom], nearness: Nearness) -> Plan:
        """That a passage holds something of what is asked for, not only what it carries along."""
        own = [atom for atom in atoms if atom.field not in {Field.TITLE, Field.SPEAKER}]
        if not own:
            return exchanges()
        plans: list[Plan] = []
        for name in self.documents.own:
            for atom in own:
                if isinstance(atom, Phrase):
                    plans.append(phrase(name, atom))
                else:
                    plans += self._as_typed(atom, name)
                    plans += self._misspelt(atom, nearness, [(name, 1.0)])
        plans += [word(name, atom.text) for atom in own if isinstance(atom, Term) for name, _ in self._beginnings(atom)]
        return Plan.const_score_query(any_of(plans), 0.0)

    @property
    def _is_of_passages(self) -> bool:
        return self.documents.mark == PASSAGES.mark

    def _is_mine(self) -> Plan:
        return Plan.const_score_query(word("mark", self.documents.mark), 0.0)

    def _close(self, query: Query, nearness: Nearness) -> list[Plan]:
        """Words typed side by side that stand close together, in whichever order."""
        body = self.documents.own[-1]
        words = [
            self._likeliest(clause.atoms[0], nearness, body)
            for clause in query.required
            if len(clause.atoms) == 1 and isinstance(clause.atoms[0], Term) and clause.atoms[0].field is Field.ANYWHERE
        ]
        return [
            close(body, first, second)
            for first, second in pairwise(words)
            if first != second
            and min(self.words.frequency(body, first), self.words.frequency(body, second)) < _TOO_COMMON
        ]

    def _likeliest(self, term: Term, nearness: Nearness, name: str) -> str:
        """The word that was meant: as typed where there is such a word, else the nearest."""
        if nearness and term.slips and not self.words.frequency(name, term.text):
            return next(iter(self.words.near(term, nearness)), term.text)
        return term.text


def is_forgiving(clause: Clause) -> bool:
    """Whether anything in it may be taken for a slip."""
    return any(isinstance(atom, Term) and atom.slips for atom in clause.atoms)


def corrections(query: Query, nearness: Nearness, score: float) -> int:
    """How many clauses had to be corrected, by the score of a document that `Planner.matching` found."""
    if not nearness:
        return 0
    return sum(map(is_forgiving, query.required)) - int(score / AS_TYPED)
