"""What of a text a query matches: as typed, as the beginning of a word, or but for a slip.

It looks at what is shown, not at what the index found: so the misspelt word is emphasised by the word it was taken for.
A near spelling counts only where the text has no better match for the same word. Slips are counted as optimal string
alignment does (Damerau 1964): a letter too many, too few, wrong, or swapped with the next. Spans are in code points of
the text as given.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from reader.model.text import Span
from reader.search.query import Atom, Phrase, Query, Term
from reader.search.results import Match
from reader.search.words import Plain, Spoken, Word, is_letter, is_unspaced, spoken


def matches(text: str, query: Query) -> tuple[Match, ...]:
    """Everything in a text that the query's words and phrases match, in order, none overlapping another."""
    if not text or not query.clauses:
        return ()
    plain = Plain(text)
    atoms = [atom for clause in query.required for atom in clause.atoms]
    if plain.has_runs or any(map(_is_unspaced, atoms)):
        said = spoken(text)
        found = [one for atom in atoms for one in word_by_word(said, atom)]
    else:
        found = [one for atom in atoms for one in at_a_glance(plain, atom)]
    found.sort(key=lambda one: (one.span.start, -one.span.end, one.distance))
    return tuple(_apart(found))


def at_a_glance(plain: Plain, atom: Atom) -> list[Match]:
    """What one word or phrase matches in a text with blanks between words: a few searches instead of a walk."""
    if isinstance(atom, Phrase):
        phrase = " ".join(atom.words)
        return [_match(plain, span, phrase) for span in _sequences(plain.text, atom.words, is_prefix=atom.is_prefix)]
    spans = [
        *_sequences(plain.text, (atom.text,), is_prefix=atom.is_prefix),
        *(_sequences(plain.text, atom.parts, is_prefix=atom.is_prefix) if atom.parts else ()),
        *_compounds(plain, {atom.text}, beginning=atom.text if atom.is_prefix else None),
    ]
    found = [_match(plain, span, atom.text) for span in spans]
    for slips in range(1, atom.most_slips + 1):
        if found:
            break
        found = _near_at_a_glance(plain, atom, slips)
    return found


def _near_at_a_glance(plain: Plain, term: Term, slips: int) -> list[Match]:
    words = {*plain.words, *(joined for joined, _, _ in plain.compounds)}
    distances = {word: distance for word in words if (distance := _distance(word, term, slips)) <= slips}
    return [
        _match(plain, span, term.text, distance)
        for word, distance in distances.items()
        for span in (*_sequences(plain.text, (word,)), *_compounds(plain, {word}))
    ]


def _match(plain: Plain, span: tuple[int, int], term: str, distance: int = 0) -> Match:
    return Match(Span(*plain.span(*span)), term, distance)


def _sequences(plain: str, words: Sequence[str], *, is_prefix: bool = False) -> Iterator[tuple[int, int]]:
    """Where these words stand one after the other; of the last perhaps only the beginning."""
    first, *others = words
    start = plain.find(first)
    while start >= 0:
        end: int | None = start + len(first)
        if not is_letter(plain, start - 1):
            for place, word in enumerate(others, start=1):
                end = _next_word(plain, end, word, may_go_on=is_prefix and place == len(others)) if end else None
            if end and not others and is_prefix:
                end = _end_of_word(plain, end)
            if end and not is_letter(plain, end):
                yield start, end
        start = plain.find(first, start + 1)


def _next_word(plain: str, end: int, word: str, *, may_go_on: bool) -> int | None:
    """Where a word ends that must be the next one; None where it is not."""
    if is_letter(plain, end):
        return None
    while end < len(plain) and not is_letter(plain, end):
        end += 1
    if not plain.startswith(word, end):
        return None
    end += len(word)
    return _end_of_word(plain, end) if may_go_on else end


def _end_of_word(plain: str, at: int) -> int:
    while is_letter(plain, at):
        at += 1
    return at


def _compounds(plain: Plain, words: Iterable[str], beginning: str | None = None) -> Iterator[tuple[int, int]]:
    for joined, start, end in plain.compounds:
        if joined in words or (beginning and joined.startswith(beginning)):
            yield start, end


def _is_unspaced(atom: Atom) -> bool:
    return any(map(is_unspaced, atom.words if isinstance(atom, Phrase) else (atom.text,)))


def word_by_word(said: Spoken, atom: Atom) -> list[Match]:
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


@cache
def _osa() -> Callable[..., int]:
    """Optimal string alignment."""
    # Takes longer to import than many a search takes, and is wanted only where something is misspelt.
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    return OSA.distance


def _distance(word: str, term: Term, slips: int) -> int:
    length = len(term.text)
    longer = len(word) - length
    if longer < -slips or (longer > slips and not term.is_prefix):
        return slips + 1
    apart = _osa()
    distance = apart(word, term.text, score_cutoff=slips) if longer <= slips else slips + 1
    if distance <= slips or not term.is_prefix:
        return distance
    # A beginning that is near has as many letters as were typed, but for the slips: most are far at first sight.
    if apart(word[:length], term.text, score_cutoff=2 * slips) > 2 * slips:
        return slips + 1
    beginnings = (word[: length + more] for more in range(-slips, slips + 1))
    return min(apart(beginning, term.text, score_cutoff=slips) for beginning in beginnings)


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
