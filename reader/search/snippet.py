"""The best place of an article for a query, and a line of it to show.

Both look at the text of one article, and so serve what is on the screen, not whole archives.
"""

from collections.abc import Iterable

from reader.model.article import Article
from reader.model.text import Span
from reader.search.matching import matches
from reader.search.passages import Passage, passages
from reader.search.query import Query
from reader.search.results import Hit, Match, Said, Snippet

_QUESTION_WEIGHT = 1.5
_SLIP_WEIGHT = 0.5
_ELLIPSIS = "…"


def best_hit(article: Article, query: Query) -> Hit | None:
    """The exchange or run of paragraphs that holds most of what is asked for; None where nothing of it is there."""
    best: Hit | None = None
    for passage in passages(article):
        found = _in_passage(article, passage, query)
        if not found:
            continue
        score = _score(passage, found)
        if best is None or score > best.score:
            best = Hit(article.id, passage.exchange, passage.span, score, found)
    return best


def _in_passage(article: Article, passage: Passage, query: Query) -> tuple[Match, ...]:
    """What matches in a passage, in offsets of the article."""
    start = passage.span.start
    return tuple(
        Match(Span(start + one.span.start, start + one.span.end), one.term, one.distance)
        for one in matches(passage.span.of(article.text), query)
    )


def _score(passage: Passage, found: tuple[Match, ...]) -> float:
    """Different words count first; then those as typed, those in the question, and how close they stand."""
    best: dict[str, float] = {}
    for one in found:
        weight = 1.0 if not one.distance else _SLIP_WEIGHT
        if passage.question and passage.question.overlaps(one.span):
            weight *= _QUESTION_WEIGHT
        best[one.term] = max(best.get(one.term, 0.0), weight)
    width = _tightest(found)
    return 10 * len(best) + sum(best.values()) + 1 / (1 + len(width) / 100)


def _tightest(found: tuple[Match, ...]) -> Span:
    """The shortest stretch that holds as many different words as there are."""
    wanted = len({one.term for one in found})
    counts: dict[str, int] = {}
    first = 0
    best: Span | None = None
    for one in found:
        counts[one.term] = counts.get(one.term, 0) + 1
        while counts[found[first].term] > 1:
            counts[found[first].term] -= 1
            first += 1
        if len(counts) == wanted:
            span = Span(found[first].span.start, one.span.end)
            if best is None or len(span) < len(best):
                best = span
    return best or found[0].span


def snippet(article: Article, hit: Hit, query: Query, length: int) -> Snippet:
    """At most `length` characters of what was found, around the place where most of it matches.

    Of an exchange it is the answer, unless only the question matches.
    """
    candidates = [hit.span]
    exchange = next((one for one in article.exchanges if one.number == hit.exchange), None)
    if exchange:
        candidates = [exchange.answer.body, exchange.question.body]
    return _fullest_of(map(article.prose, candidates), query, length)


def snippet_said(said: Said, query: Query, length: int) -> Snippet:
    """The same of what a search knows of a passage, without its article."""
    return _fullest_of((said.text, said.question) if said.question else (said.text,), query, length)


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
        start = max(0, min(found[first].span.start - spare // 3, len(prose) - room))
        # Back to the beginning of the word, as long as the last match stays in sight.
        blank = prose.rfind(" ", max(0, shown - room - 1, start - spare // 2), start)
        start = blank + 1 if blank >= 0 else start
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
