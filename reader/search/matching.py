"""What of a text a query matches: as typed, as the beginning of a word, or but for a slip.

It looks at what is shown, not at what the index found: so the misspelt word is emphasised by the word it was taken for.
A near spelling counts only where the text has no better match for the same word. Slips are counted as optimal string
alignment does (Damerau 1964): a letter too many, too few, wrong, or swapped with the next. Spans are in code points of
the text as given.
"""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from reader.model.text import Span
from reader.search.query import Atom, Phrase, Query, Term
from reader.search.results import Match
from reader.search.words import Spoken, Word, spoken


def matches(text: str, query: Query) -> tuple[Match, ...]:
    """Everything in a text that the query's words and phrases match, in order, none overlapping another."""
    if not text or not query.clauses:
        return ()
    said = spoken(text)
    found = [one for clause in query.required for atom in clause.atoms for one in atom_matches(said, atom)]
    found.sort(key=lambda one: (one.span.start, -one.span.end, one.distance))
    return tuple(_apart(found))


def atom_matches(said: Spoken, atom: Atom) -> list[Match]:
    """What one word or phrase matches; near spellings only where nothing is better."""
    if isinstance(atom, Phrase):
        return list(_phrase(said.words, atom.words, is_prefix=atom.is_prefix))
    found = [Match(Span(word.start, word.end), atom.text) for word in _as_typed(said, atom)]
    if atom.parts:
        found += _phrase(said.words, atom.parts, is_prefix=atom.is_prefix)
    for slips in range(1, atom.most_slips + 1):
        if found:
            break
        found = _near(said, atom, slips)
    return found


def _as_typed(said: Spoken, term: Term) -> Iterator[Word]:
    looked_for = term.text
    for words in said:
        for word in words:
            if word.text == looked_for or (term.is_prefix and word.text.startswith(looked_for)):
                yield word


def _near(said: Spoken, term: Term, slips: int) -> list[Match]:
    """The words that differ by at most so many slips; for a word still being typed, also those that begin so."""
    distances: dict[str, int] = {}
    found = []
    for words in said:
        for word in words:
            distance = distances.get(word.text)
            if distance is None:
                distance = distances[word.text] = _distance(word.text, term, slips)
            if distance <= slips:
                found.append(Match(Span(word.start, word.end), term.text, distance))
    return found


def _distance(word: str, term: Term, slips: int) -> int:
    length = len(term.text)
    distance = slips + 1
    if abs(len(word) - length) <= slips:
        distance = OSA.distance(word, term.text, score_cutoff=slips)
    if term.is_prefix and distance > slips and len(word) > length - slips:
        beginnings = (word[: length + more] for more in range(-slips, slips + 1))
        distance = min(OSA.distance(beginning, term.text, score_cutoff=slips) for beginning in beginnings)
    return distance


def _phrase(words: Sequence[Word], phrase: Sequence[str], *, is_prefix: bool) -> Iterator[Match]:
    first, last = phrase[0], len(phrase) - 1
    for at in range(len(words) - last):
        if words[at].text == first or (is_prefix and not last and words[at].text.startswith(first)):
            following = [word.text for word in words[at : at + last + 1]]
            if following[:-1] == list(phrase[:-1]) and (
                following[-1] == phrase[-1] or (is_prefix and following[-1].startswith(phrase[-1]))
            ):
                yield Match(Span(words[at].start, words[at + last].end), " ".join(phrase))


def _apart(found: Sequence[Match]) -> Iterator[Match]:
    """The matches without those that begin inside an earlier one."""
    end = 0
    for one in found:
        if one.span.start >= end:
            yield one
            end = one.span.end
