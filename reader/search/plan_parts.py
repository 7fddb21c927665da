"""What plans are made of, in tantivy's terms: a word, its beginning, what is near to it, words in a row, conditions.

Each is about one field, given by its name in the schema.
"""

from collections.abc import Sequence

from tantivy import FieldType, Occur
from tantivy import Query as Plan

from reader.search.query import KINDS, Filter, Phrase, Query
from reader.search.schema import SCHEMA, days

BEGINNING_SCORE = 2.0
_NEAR_SCORE = 1.0
"""What is not weighed by how rare it is counts little: these are low scores of BM25."""
_NEAR_WEIGHT = 0.6
_NEAREST = 8
"""Near spellings that are weighed by how rare they are."""
_CLOSE = 12
"""Words between two that still stand close together."""
_CLOSE_WEIGHT = 1.5
_LATEST_DAY = 99_991_231


def any_of(plans: Sequence[Plan]) -> Plan:
    """What any of these finds, by the sum of their scores."""
    return plans[0] if len(plans) == 1 else Plan.boolean_query([(Occur.Should, plan) for plan in plans])


def word(name: str, text: str) -> Plan:
    """What holds a word."""
    return Plan.term_query(SCHEMA, name, text)


def beginning(name: str, text: str) -> Plan:
    """What holds a word that begins so."""
    # An automaton for no slips is made in a tenth of the time that a regular expression takes to be compiled.
    return Plan.fuzzy_term_query(SCHEMA, name, text, 0, transposition_cost_one=True, prefix=True)


def near(name: str, words: Sequence[str], weight: float) -> list[Plan]:
    """What holds one of these words: the nearest weighed by how rare they are, the others all alike."""
    plans = [Plan.boost_query(word(name, one), weight * _NEAR_WEIGHT) for one in words[:_NEAREST]]
    if words[_NEAREST:]:
        others = Plan.term_set_query(SCHEMA, name, words[_NEAREST:])
        plans.append(Plan.const_score_query(others, weight * _NEAR_SCORE))
    return plans


def in_a_row(name: str, words: Sequence[str]) -> Plan:
    """What holds these words one after the other."""
    return Plan.phrase_query(SCHEMA, name, list(words))


def close(name: str, first: str, second: str) -> Plan:
    """What holds two words close together, in whichever order."""
    return Plan.boost_query(Plan.phrase_query(SCHEMA, name, [first, second], slop=_CLOSE), _CLOSE_WEIGHT)


def phrase(name: str, typed: Phrase) -> Plan:
    """What holds a phrase, of whose last word perhaps only the beginning."""
    if not typed.is_prefix:
        return in_a_row(name, typed.words)
    *words, last = typed.words
    if len(last) < 2 and last.isascii():
        # One letter begins too many words; the phrase so far says more.
        return in_a_row(name, words) if len(words) > 1 else word(name, words[0])
    return Plan.regex_phrase_query(SCHEMA, name, [*words, f"{last}.*"])


def exchanges() -> Plan:
    """The passages that are a question with its answer."""
    return Plan.const_score_query(_between("exchange", 1, None), 0.0)


def number_of(numbers: list[int]) -> Plan:
    """What bears one of these numbers."""
    return Plan.const_score_query(Plan.term_set_query(SCHEMA, "number", numbers), 0.0)


def conditions(query: Query) -> list[tuple[Filter, Plan]]:
    """The filters that the index can tell; states that a person gave an article are not among them."""
    found = []
    for one in query.filters:
        match one.name:
            case "is" if one.value in KINDS:
                found.append((one, word("kind", one.value)))
            case "after":
                first_day, _ = days(one.value)
                found.append((one, _between("last_day", first_day, _LATEST_DAY)))
            case "before":
                first_day, _ = days(one.value)
                found.append((one, _between("first_day", 1, first_day - 1)))
            case "is" | "has":
                pass
    return [(one, Plan.const_score_query(plan, 0.0)) for one, plan in found]


def _between(name: str, first: int, last: int | None) -> Plan:
    return Plan.range_query(SCHEMA, name, FieldType.Integer, lower_bound=first, upper_bound=last)
