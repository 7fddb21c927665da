"""A line to show of what was found: from its article, or from what a search knows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.text import Span
from reader.search.matching import matches
from reader.search.results import Hit, Match, Said, Snippet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model.article import Article
    from reader.search.query import Query

_ELLIPSIS = "…"


def snippet(
    article: Article, hit: Hit, query: Query, length: int, *, has_question: bool = True, headline: str = ""
) -> Snippet:
    """At most `length` characters of what was found, around the place where most of it matches.

    Of an exchange it is the answer, unless only the question matches: where that is shown anyway, the answer even so.
    A `headline` that is shown anyway is left out of the paragraphs below it.
    """
    candidates = [hit.span]
    exchange = next((one for one in article.exchanges if one.number == hit.exchange), None)
    if exchange:
        candidates = [exchange.answer.body, *([exchange.question.body] if has_question else [])]
    return _fullest_of((_below(headline, article.prose(one)) for one in candidates), query, length)


def snippet_said(said: Said, query: Query, length: int, *, has_question: bool = True, headline: str = "") -> Snippet:
    """The same of what a search knows of a passage, without its article."""
    text = _below(headline, said.text)
    return _fullest_of((text, said.question) if said.question and has_question else (text,), query, length)


def excerpt(prose: str, query: Query, length: int) -> Snippet:
    """The same of a text that is shown whatever is found in it."""
    return _window(prose, matches(prose, query), length)


def _below(headline: str, prose: str) -> str:
    return prose.removeprefix(headline).lstrip()


def _fullest_of(proses: Iterable[str], query: Query, length: int) -> Snippet:
    """What the first of those shows that most words are found in."""
    shown: list[tuple[int, str, tuple[Match, ...]]] = []
    for prose in proses:
        found = matches(prose, query)
        shown.append((len({one.term for one in found}), prose, found))
    _, prose, found = max(shown, key=lambda one: one[0])
    return _window(prose, found, length)


def _window(prose: str, found: tuple[Match, ...], length: int) -> Snippet:
    """The stretch of a text that shows most of what matches, from the beginning of a word to the end of one."""
    if len(prose) <= length:
        return Snippet(prose, tuple(one.span for one in found))
    room = max(length - 2 * len(_ELLIPSIS), 1)
    start = shown = 0
    if found:
        first, last = _fullest(found, room)
        shown = found[last].span.end
        spare = max(room - (found[last].span.end - found[first].span.start), 0)
        last_start = len(prose) - room
        start = max(0, min(found[first].span.start - spare // 3, last_start)) if shown > room else 0
        earliest = start if start == last_start else max(0, shown - room, start - spare // 2)
        start = _word_start(prose, start, earliest, found[first].span.start)
    end = min(start + room, len(prose))
    if end < len(prose):
        blank = prose.rfind(" ", max(start + room * 3 // 4, shown), end + 1)
        end = blank if blank > start else end
    before, after = _ELLIPSIS if start else "", _ELLIPSIS if end < len(prose) else ""
    shift = len(before) - start
    marks = tuple(
        Span(one.span.start + shift, min(one.span.end, end) + shift) for one in found if start <= one.span.start < end
    )
    return Snippet(f"{before}{prose[start:end]}{after}", marks)


def _word_start(prose: str, start: int, earliest: int, latest: int) -> int:
    """The beginning of the word at `start`, or else of the next one; `start` where neither lies within the limits."""
    if not start:
        return start
    blank = prose.rfind(" ", max(earliest - 1, 0), start)
    if blank < 0:
        blank = prose.find(" ", start, latest)
    return start if blank < 0 else blank + 1


def _fullest(found: tuple[Match, ...], room: int) -> tuple[int, int]:
    """The first and last of the matches that fit into so many characters and are of most different words."""
    counts: dict[str, int] = {}
    best, first = (0, 0, 0), 0
    for last, one in enumerate(found):
        counts[one.term] = counts.get(one.term, 0) + 1
        while first < last and one.span.end - found[first].span.start > room:
            counts[found[first].term] -= 1
            if not counts[found[first].term]:
                del counts[found[first].term]
            first += 1
        if len(counts) > best[0]:
            best = (len(counts), first, last)
    return best[1], best[2]
