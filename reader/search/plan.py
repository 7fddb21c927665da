"""A query in tantivy's terms.

```
query   = every clause, no excluded clause, every filter                 BM25, summed
clause  = any of its atoms
atom    = in any of its fields, the weightier ones counting for more
word    = as typed, or its beginning, or near
```

Where it stands counts through weights: headline > question > speaker > body. Words typed side by side that stand close
together count once more.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from typing import Final

import tantivy
from tantivy import Occur
from tantivy import Query as Plan

from reader.search.index import SCHEMA, days
from reader.search.query import KINDS, Atom, Clause, Field, Filter, Phrase, Query, Term

SHORTEST_BEGINNING = 4
"""Letters from which a word still being typed is looked for as a beginning in bodies too: shorter ones begin
most words of most bodies, which takes long and says nothing."""
_PREFIX_SCORE = 2.0
_NEAR_SCORE = 3.0
"""Beginnings and near spellings are not weighed by how rare they are; these are middling scores of BM25."""
_CLOSE = 12
"""Words between two that still stand close together."""
_CLOSE_WEIGHT = 1.5
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


@dataclass(frozen=True, slots=True)
class Documents:
    """One of the two kinds of document: which of its fields an atom is looked for in, and what they weigh."""

    mark: str
    fields: Mapping[Field, tuple[tuple[str, float], ...]]
    long_fields: frozenset[str]
    """Where short beginnings are not looked for."""
    own: tuple[str, ...]
    """The fields that hold the document's own words; others are carried along from the article."""


ARTICLES: Final = Documents(
    "article",
    {
        Field.ANYWHERE: (("headline", 5.0), ("question", 2.5), ("speaker", 2.0), ("body", 1.0)),
        Field.TITLE: (("headline", 5.0),),
        Field.QUESTION: (("question", 2.5),),
        Field.SPEAKER: (("speaker", 2.0),),
    },
    frozenset({"body"}),
    ("body",),
)
PASSAGES: Final = Documents(
    "passage",
    {
        Field.ANYWHERE: (("p_headline", 1.5), ("p_question", 2.5), ("p_speaker", 1.5), ("p_body", 1.0)),
        Field.TITLE: (("p_headline", 1.5),),
        Field.QUESTION: (("p_question", 2.5),),
        Field.ANSWER: (("p_body", 1.0),),
        Field.SPEAKER: (("p_speaker", 1.5),),
    },
    frozenset({"p_body"}),
    ("p_question", "p_body"),
)

InAnswers = Callable[[Atom, Nearness], Plan]
"""The articles of which an answer holds an atom: articles do not keep their answers apart."""


@dataclass(frozen=True, slots=True)
class Planner:
    """Makes plans for one kind of document."""

    documents: Documents
    in_answers: InAnswers | None = None

    def matching(self, query: Query, nearness: Nearness) -> Plan:
        """What holds everything that the query asks for."""
        parts = [(Occur.Must, self._clause(clause, nearness)) for clause in query.required]
        parts += [
            (Occur.MustNot, self._clause(clause, Nearness.NONE)) for clause in query.clauses if clause.is_excluded
        ]
        parts += [(Occur.MustNot if one.is_excluded else Occur.Must, plan) for one, plan in _filters(query)]
        fields = {atom.field for clause in query.required for atom in clause.atoms}
        if not fields or Field.ANSWER in fields:
            # Nothing else tells the two kinds apart.
            parts.append((Occur.Must, Plan.const_score_query(_term("mark", self.documents.mark), 0.0)))
        if self.documents is PASSAGES:
            parts += [(Occur.Must, one) for one in self._own(query, nearness)]
        if nearness is Nearness.NONE:
            parts += [(Occur.Should, close) for close in self._close(query)]
        return Plan.boolean_query(parts)

    def loosely(self, query: Query, nearness: Nearness, within: int) -> Plan:
        """The documents of one article by how much they hold of what the query asks for."""
        parts = [(Occur.Should, self._clause(clause, nearness)) for clause in query.required]
        number = Plan.const_score_query(Plan.term_query(SCHEMA, "number", within), 0.0)
        return Plan.boolean_query([(Occur.Must, number), (Occur.Must, _term("mark", self.documents.mark)), *parts])

    def atom(self, atom: Atom, nearness: Nearness) -> Plan:
        """What holds a word or phrase in one of its fields."""
        fields = self.documents.fields.get(atom.field)
        if fields is None:
            return self.in_answers(atom, nearness) if self.in_answers else Plan.empty_query()
        plans = [self._in_field(atom, nearness, name, weight) for name, weight in fields]
        if self.documents is PASSAGES and atom.field in {Field.QUESTION, Field.ANSWER}:
            return Plan.boolean_query([(Occur.Must, _any(plans)), (Occur.Must, _is_exchange())])
        return _any(plans)

    def _clause(self, clause: Clause, nearness: Nearness) -> Plan:
        return _any([self.atom(atom, nearness) for atom in clause.atoms])

    def _own(self, query: Query, nearness: Nearness) -> list[Plan]:
        """That a passage says something of what is asked for itself, not only what it carries along."""
        atoms = [atom for clause in query.required for atom in clause.atoms]
        own = [atom for atom in atoms if atom.field not in {Field.TITLE, Field.SPEAKER}]
        if own:
            plans = [self._in_field(atom, nearness, name, 0.0) for atom in own for name in self.documents.own]
            return [_any(plans)]
        return [_is_exchange()] if atoms else []

    def _in_field(self, atom: Atom, nearness: Nearness, name: str, weight: float) -> Plan:
        if isinstance(atom, Phrase):
            return Plan.boost_query(_phrase(atom, name), weight)
        is_long = name in self.documents.long_fields
        plans = [_term(name, atom.text)]
        if atom.parts:
            plans.append(_words(atom.parts, name))
        if atom.is_prefix and (not is_long or len(atom.text) >= SHORTEST_BEGINNING or not atom.text.isascii()):
            plans.append(Plan.const_score_query(Plan.regex_query(SCHEMA, name, f"{atom.text}.*"), _PREFIX_SCORE))
        if nearness and atom.slips:
            slips = atom.most_slips if nearness is Nearness.TWO_SLIPS else 1
            begins = nearness >= Nearness.BEGINNING and atom.is_prefix
            near = Plan.fuzzy_term_query(
                SCHEMA, name, atom.text, distance=slips, transposition_cost_one=True, prefix=begins
            )
            plans.append(Plan.const_score_query(near, _NEAR_SCORE))
        return Plan.boost_query(_any(plans), weight)

    def _close(self, query: Query) -> list[Plan]:
        body = self.documents.own[-1]
        words = [
            clause.atoms[0].text
            for clause in query.required
            if len(clause.atoms) == 1 and isinstance(clause.atoms[0], Term) and clause.atoms[0].field is Field.ANYWHERE
        ]
        return [
            Plan.boost_query(Plan.phrase_query(SCHEMA, body, [first, second], slop=_CLOSE), _CLOSE_WEIGHT)
            for first, second in pairwise(words)
            if first != second
        ]


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
