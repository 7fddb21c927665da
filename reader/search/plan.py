"""A query in tantivy's terms.

```
query   = every clause, no excluded clause, every filter                 BM25, summed
clause  = any of its atoms
atom    = in any of its fields, the weightier ones counting for more
word    = as typed, or its beginning, or near
```

Where it stands counts through weights: headline > question > speaker > body > what is the site's. Words typed side by
side that stand close together count once more.
"""

from collections.abc import Callable, Mapping
from enum import IntEnum
from itertools import pairwise
from typing import Final, NamedTuple, Protocol

import tantivy
from tantivy import Occur
from tantivy import Query as Plan

from reader.search.query import KINDS, Atom, Clause, Field, Filter, Phrase, Query, Term
from reader.search.schema import SCHEMA, SHORTEST_BEGINNING, days

_BEGINNING_SCORE = 2.0
_NEAR_SCORE = 1.0
"""What is not weighed by how rare it is counts little: these are low scores of BM25."""
_NEAR_WEIGHT = 0.6
_NEAREST = 8
"""Near spellings that are weighed by how rare they are."""
_TOO_COMMON = 5_000
"""Documents; where both words are in more, looking for them side by side takes longer than all else."""
_CLOSE = 12
"""Words between two that still stand close together."""
_CLOSE_WEIGHT = 1.5
AS_TYPED = 10_000.0
"""What a clause without corrections is worth: more than all else together."""
_BESIDE_WEIGHT = 0.001
"""What is the site's, beside what is the article's: all of it is worth less than one word as typed."""
_LATEST_DAY = 99_991_231


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
        parts += [(Occur.MustNot if one.is_excluded else Occur.Must, plan) for one, plan in _filters(query)]
        atoms = [atom for clause in query.required for atom in clause.atoms]
        if not atoms or any(atom.field is Field.ANSWER for atom in atoms):
            # Nothing else tells the two kinds apart.
            parts.append((Occur.Must, self._is_mine()))
        if self.documents is PASSAGES and atoms:
            parts.append((Occur.Must, self._says_itself(atoms, nearness)))
        parts += [(Occur.Should, close) for close in self._close(query, nearness)]
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
        number = Plan.const_score_query(Plan.term_set_query(SCHEMA, "number", within), 0.0)
        read, beside = self._replace(documents=_READ), self._replace(documents=_BESIDE)
        plans = [read.clause(clause, nearness) for clause in query.required]
        plans += [Plan.boost_query(beside.clause(clause, nearness), _BESIDE_WEIGHT) for clause in query.required]
        parts = [(Occur.Should, plan) for plan in plans]
        return Plan.boolean_query([(Occur.Must, number), (Occur.Must, self._is_mine()), *parts])

    def atom(self, atom: Atom, nearness: Nearness) -> Plan:
        """What holds a word or phrase in one of its fields."""
        fields = self.documents.fields.get(atom.field)
        if fields is None:
            return self.in_answers(atom, nearness) if self.in_answers else Plan.empty_query()
        if isinstance(atom, Phrase):
            plans = [Plan.boost_query(_phrase(atom, name), weight) for name, weight in fields]
        else:
            plans = [Plan.boost_query(_any(self._as_typed(atom, name)), weight) for name, weight in fields]
            plans += [
                Plan.const_score_query(_term(name, atom.text), weight * _BEGINNING_SCORE)
                for name, weight in self._beginnings(atom)
            ]
            if nearness and atom.slips:
                near = self.words.near(atom, nearness)
                plans += [plan for name, weight in fields for plan in _near(near, name, weight)]
        if self.documents.mark == PASSAGES.mark and atom.field in {Field.QUESTION, Field.ANSWER}:
            return Plan.boolean_query([(Occur.Must, _any(plans)), (Occur.Must, _is_exchange())])
        return _any(plans)

    def clause(self, clause: Clause, nearness: Nearness) -> Plan:
        """What holds one of the clause's atoms; worth `AS_TYPED` more where nothing had to be corrected."""
        if nearness and (term := self._lone_beginning(clause)) is not None:
            return self._begun(term, nearness)
        plans = [self.atom(atom, nearness) for atom in clause.atoms]
        if nearness and is_forgiving(clause):
            plans.append(Plan.const_score_query(_any([self._uncorrected(atom) for atom in clause.atoms]), AS_TYPED))
        return _any(plans)

    def _lone_beginning(self, clause: Clause) -> Term | None:
        """The beginning of a word that is all that a clause asks for, where words are looked up that begin so."""
        (term, *others) = clause.atoms
        is_lone = isinstance(term, Term) and not others and term.slips and not term.parts
        if not is_lone or not isinstance(term, Term) or not term.is_prefix or term.field is not Field.ANYWHERE:
            return None
        return None if self._beginnings(term) else term

    def _begun(self, term: Term, nearness: Nearness) -> Plan:
        """The same of the beginning of a word. Many words begin so: they are looked for once, which is most of it."""
        fields = self.documents.fields[Field.ANYWHERE]
        begun = [
            Plan.const_score_query(_beginning(term.text, name), AS_TYPED + weight * _BEGINNING_SCORE)
            for name, weight in fields
        ]
        plans = [Plan.boost_query(_term(name, term.text), weight) for name, weight in fields]
        near = self.words.near(term, nearness)
        plans += [plan for name, weight in fields for plan in _near(near, name, weight)]
        return _any([Plan.disjunction_max_query(begun), *plans])

    def _uncorrected(self, atom: Atom) -> Plan:
        everywhere = self.documents.holds_all
        if isinstance(atom, Term) and atom.slips and atom.field is Field.ANYWHERE and everywhere:
            return _any([plan for name in everywhere for plan in self._as_typed(atom, name)])
        return self.atom(atom, Nearness.NONE)

    def _as_typed(self, term: Term, name: str) -> list[Plan]:
        plans = [_term(name, term.text)]
        if term.parts:
            plans.append(_words(term.parts, name))
        is_short = len(term.text) < SHORTEST_BEGINNING and term.text.isascii()
        if term.is_prefix and not (is_short and term.field is Field.ANYWHERE):
            plans.append(Plan.const_score_query(_beginning(term.text, name), _BEGINNING_SCORE))
        return plans

    def _beginnings(self, term: Term) -> tuple[tuple[str, float], ...]:
        is_short = len(term.text) < SHORTEST_BEGINNING and term.is_prefix and term.field is Field.ANYWHERE
        return self.documents.beginnings if is_short else ()

    def _says_itself(self, atoms: list[Atom], nearness: Nearness) -> Plan:
        """That a passage holds something of what is asked for, not only what it carries along."""
        own = [atom for atom in atoms if atom.field not in {Field.TITLE, Field.SPEAKER}]
        if not own:
            return _is_exchange()
        plans: list[Plan] = []
        for name in self.documents.own:
            for atom in own:
                if isinstance(atom, Phrase):
                    plans.append(_phrase(atom, name))
                else:
                    plans += self._as_typed(atom, name)
                    if nearness and atom.slips:
                        plans += _near(self.words.near(atom, nearness), name, 1.0)
        plans += [
            _term(name, atom.text) for atom in own if isinstance(atom, Term) for name, _ in self._beginnings(atom)
        ]
        return Plan.const_score_query(_any(plans), 0.0)

    def _is_mine(self) -> Plan:
        return Plan.const_score_query(_term("mark", self.documents.mark), 0.0)

    def _close(self, query: Query, nearness: Nearness) -> list[Plan]:
        """Words typed side by side that stand close together, in whichever order."""
        body = self.documents.own[-1]
        words = [
            self._likeliest(clause.atoms[0], nearness, body)
            for clause in query.required
            if len(clause.atoms) == 1 and isinstance(clause.atoms[0], Term) and clause.atoms[0].field is Field.ANYWHERE
        ]
        return [
            Plan.boost_query(Plan.phrase_query(SCHEMA, body, [first, second], slop=_CLOSE), _CLOSE_WEIGHT)
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


def _near(words: tuple[str, ...], name: str, weight: float) -> list[Plan]:
    """What holds one of these words: the nearest weighed by how rare they are, the others all alike."""
    plans = [Plan.boost_query(_term(name, word), weight * _NEAR_WEIGHT) for word in words[:_NEAREST]]
    if words[_NEAREST:]:
        others = Plan.term_set_query(SCHEMA, name, words[_NEAREST:])
        plans.append(Plan.const_score_query(others, weight * _NEAR_SCORE))
    return plans


def _beginning(text: str, name: str) -> Plan:
    # An automaton for no slips is made in a tenth of the time that a regular expression takes to be compiled.
    return Plan.fuzzy_term_query(SCHEMA, name, text, 0, transposition_cost_one=True, prefix=True)


def _any(plans: list[Plan]) -> Plan:
    return plans[0] if len(plans) == 1 else Plan.boolean_query([(Occur.Should, plan) for plan in plans])


def _term(name: str, text: str) -> Plan:
    return Plan.term_query(SCHEMA, name, text)


def _words(words: tuple[str, ...], name: str) -> Plan:
    return Plan.phrase_query(SCHEMA, name, list(words))


def _phrase(phrase: Phrase, name: str) -> Plan:
    if not phrase.is_prefix:
        return _words(phrase.words, name)
    *words, last = phrase.words
    if len(last) < 2 and last.isascii():
        # One letter begins too many words; the phrase so far says more.
        return _words(tuple(words), name) if len(words) > 1 else _term(name, words[0])
    return Plan.regex_phrase_query(SCHEMA, name, [*words, f"{last}.*"])


def _is_exchange() -> Plan:
    is_one = Plan.range_query(SCHEMA, "exchange", tantivy.FieldType.Integer, lower_bound=1)
    return Plan.const_score_query(is_one, 0.0)


def _filters(query: Query) -> list[tuple[Filter, Plan]]:
    """The conditions that the index can tell; states that a person gave an article are not among them."""
    found = []
    for one in query.filters:
        match one.name:
            case "is" if one.value in KINDS:
                found.append((one, _term("kind", one.value)))
            case "after":
                first_day, _ = days(one.value)
                found.append((one, _between("last_day", first_day, _LATEST_DAY)))
            case "before":
                first_day, _ = days(one.value)
                found.append((one, _between("first_day", 1, first_day - 1)))
            case "is" | "has":
                pass
    return [(one, Plan.const_score_query(plan, 0.0)) for one, plan in found]


def _between(name: str, first: int, last: int) -> Plan:
    return Plan.range_query(SCHEMA, name, tantivy.FieldType.Integer, lower_bound=first, upper_bound=last)
