"""What was typed, understood: the filter language.

```
query    = { clause } ;                                all clauses are required
clause   = [ "-" ] atom { "|" atom } | [ "-" ] filter ;
atom     = [ field ":" ] ( word | "'" word | '"' words '"' ) ;
field    = "title" | "q" | "question" | "a" | "answer" | "speaker" ;
filter   = "is:" state | "has:" state | "after:" date | "before:" date ;
date     = year [ "-" month [ "-" day ] ] ;
```

`parse` is total: what does not fit the grammar is taken as plain words. Near spellings of a plain word are forgiven;
the last word, while no blank follows it, is also the beginning of a word; so is the last word of a phrase whose closing
quotation mark is still to come. Spans are in code points of the query as typed.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from reader.model.text import Span
from reader.search.query import KINDS, MOST_ATOMS, Atom, Clause, Field, Filter, Phrase, Query, Term
from reader.search.words import is_unspaced, spoken

LONGEST_QUERY = 400
"""Code points; what is typed or pasted beyond them is not looked for."""

_ATOM = re.compile(
    r"""(?P<bar>\|) | (?P<sign>-(?=[\w"'])|)
    (?: (?P<filter>(?i:is|has|after|before)):(?P<value>[\w-]+)(?=[\s|]|$)
      | (?: (?P<field>(?i:title|question|q|answer|a|speaker)):(?=[\w"']) )?
        (?: "(?P<phrase>[^"]*)(?P<closed>"|$) | (?P<exact>')?(?P<word>[^\s|]+) ) )""",
    re.VERBOSE,
)
_DATE = r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?"
_FIELDS = {"question": Field.QUESTION, "answer": Field.ANSWER} | {field.value: field for field in Field}
_STATES = {"is": (*KINDS, "unread", "read", "marked"), "has": ("note",)}


class Meaning(Enum):
    """What a piece of a query does there. Plain words have none."""

    OPERATOR = "operator"
    """`-`, `|`, `'`."""
    FIELD = "field"
    """`title:`, `is:`, `after:`."""
    VALUE = "value"
    """What stands behind a filter's name."""
    PHRASE = "phrase"
    EXACT = "exact"
    EXCLUDED = "excluded"


class Piece(NamedTuple):
    """A part of what was typed that is more than plain words."""

    span: Span
    meaning: Meaning


def parse(text: str) -> Query:
    """The query that a text means; any text means one."""
    return _read(text)[0]


def pieces(text: str) -> tuple[Piece, ...]:
    """What of a text `parse` takes for more than plain words, in order, none overlapping another."""
    return tuple(sorted(_read(text)[1], key=lambda piece: piece.span))


def _read(text: str) -> tuple[Query, list[Piece]]:
    text = text[:LONGEST_QUERY]
    clauses: list[Clause] = []
    filters: list[Filter] = []
    told: list[Piece] = []
    count = 0
    bar: Span | None = None
    for found in _ATOM.finditer(text):
        if found["bar"]:
            bar = Span(*found.span()) if clauses else None
            continue
        if found["filter"] and (one := _filter(found)):
            filters.append(one)
            told += _pieces_of_filter(found)
            bar = None
            continue
        is_excluded = bool(found["sign"])
        atoms = list(_atoms(found, is_last=found.end() == len(text) and not is_excluded))[: MOST_ATOMS - count]
        count += len(atoms)
        if not atoms:
            continue
        told += _pieces_of_atom(found)
        if bar and clauses[-1].is_excluded == is_excluded:
            clauses[-1] = clauses[-1]._replace(atoms=(*clauses[-1].atoms, _as_one(atoms)))
            told.append(Piece(bar, Meaning.OPERATOR))
        else:
            clauses.extend(Clause((atom,), is_excluded) for atom in ([_as_one(atoms)] if is_excluded else atoms))
        bar = None
    return Query(tuple(clauses), tuple(filters)), told


def _pieces_of_filter(found: re.Match[str]) -> Iterator[Piece]:
    yield from _pieces_between(
        (found.start("sign"), Meaning.OPERATOR),
        (found.start("filter"), Meaning.FIELD),
        (found.start("value"), Meaning.EXCLUDED if found["sign"] else Meaning.VALUE),
        end=found.end(),
    )


def _pieces_of_atom(found: re.Match[str]) -> Iterator[Piece]:
    """The sign, the field, and what is looked for, where that is more than plain words."""
    if found["filter"]:
        # Its value means nothing, so that all of it is plain words.
        field = start = found.end("sign")
        meaning = None
    else:
        field = found.start("field") if found["field"] else found.end("sign")
        start = found.end("field") + 1 if found["field"] else field
        meaning = Meaning.PHRASE if found["phrase"] is not None else Meaning.EXACT if found["exact"] else None
    yield from _pieces_between((found.start("sign"), Meaning.OPERATOR), (field, Meaning.FIELD), end=start)
    if found["sign"]:
        meaning = Meaning.EXCLUDED
    elif meaning is Meaning.EXACT:
        yield Piece(Span(start, start + 1), Meaning.OPERATOR)
        start += 1
    if meaning:
        yield Piece(Span(start, found.end()), meaning)


def _pieces_between(*starts: tuple[int, Meaning], end: int) -> Iterator[Piece]:
    """Pieces that follow one another; those without a character are left out."""
    ends = [*(start for start, _ in starts[1:]), end]
    for (start, meaning), stop in zip(starts, ends, strict=True):
        if start < stop:
            yield Piece(Span(start, stop), meaning)


def _filter(found: re.Match[str]) -> Filter | None:
    """The filter that was typed; None where its value means nothing."""
    name, value = found["filter"].lower(), found["value"].lower()
    span, is_excluded = Span(*found.span()), bool(found["sign"])
    match name:
        case "is" | "has":
            return Filter(name, value, span, is_excluded) if value in _STATES[name] else None
        case "after" | "before":
            date = re.fullmatch(_DATE, value, re.ASCII)
            if not date or not 1 <= int(date[2] or 1) <= 12 or not 1 <= int(date[3] or 1) <= 31:
                return None
            iso = "-".join(part.zfill(2) for part in date.groups() if part)
            return Filter(name, iso, span, is_excluded)
        case _:
            return None


def _atoms(found: re.Match[str], *, is_last: bool) -> Iterator[Atom]:
    """What one run of characters means: mostly one atom, several where punctuation parts words."""
    span = Span(*found.span())
    if found["filter"]:
        yield from _terms(found[0], found.start(), Field.ANYWHERE, is_exact=False, is_last=is_last)
        return
    field = _FIELDS[(found["field"] or "").lower()]
    if found["phrase"] is None:
        terms = _terms(found["word"], found.start("word"), field, is_exact=bool(found["exact"]), is_last=is_last)
        for number, atom in enumerate(terms):
            # What stands before a word to say where or how it is looked for belongs to it.
            yield atom if number else atom._replace(span=Span(found.start(), atom.span.end))
        return
    words = _spaced([word.text for word in spoken(found["phrase"]).words])
    is_open = is_last and not found["closed"] and not found["phrase"].endswith(" ")
    if len(words) == 1:
        yield Term(words[0], span, field=field, is_exact=not is_open, is_prefix=is_open)
    elif words:
        yield Phrase(words, span, field, is_prefix=is_open)


def _terms(text: str, start: int, field: Field, *, is_exact: bool, is_last: bool) -> Iterator[Atom]:
    """The words of a run of characters; compounds are one term."""
    said = spoken(text)
    compounds = {word.start: word for word in said.compounds}
    parts: list[str] = []
    whole = None
    runs: list[tuple[list[str], int, int]] = []
    for word in said.words:
        if whole and word.end <= whole.end:
            parts.append(word.text)
            runs[-1] = (parts, whole.start, whole.end)
        elif word.start in compounds:
            whole = compounds[word.start]
            parts = [word.text]
            runs.append((parts, whole.start, whole.end))
        elif runs and is_unspaced(word.text) and word.start <= runs[-1][2]:
            runs[-1] = ([*runs[-1][0], word.text], runs[-1][1], word.end)
        else:
            runs.append(([word.text], word.start, word.end))
    for number, (run, run_start, run_end) in enumerate(runs):
        span = Span(start + run_start, start + run_end)
        is_prefix = is_last and number == len(runs) - 1 and run_end == len(text) and not is_exact
        if is_unspaced(run[-1]):
            words = _spaced(run)
            if len(words) > 1:
                yield Phrase(words, span, field)
            else:
                yield Term(words[0], span, field=field, is_exact=is_exact, is_prefix=len(words[0]) == 1)
        else:
            yield Term("".join(run), span, tuple(run) if len(run) > 1 else (), field, is_exact, is_prefix)


def _spaced(words: list[str]) -> tuple[str, ...]:
    """The words without the single characters that end runs of pairs: the pairs before them say as much."""
    return tuple(
        word
        for place, word in enumerate(words)
        if not (place and len(word) == 1 and is_unspaced(word) and words[place - 1].endswith(word))
    )


def _as_one(atoms: list[Atom]) -> Atom:
    """Several words that stood together, as one alternative: a phrase."""
    if len(atoms) == 1:
        return atoms[0]
    words = tuple(
        word for atom in atoms for word in (atom.words if isinstance(atom, Phrase) else atom.parts or (atom.text,))
    )
    return Phrase(words, Span(atoms[0].span.start, atoms[-1].span.end), atoms[0].field, atoms[-1].is_prefix)
