"""The best place of one article for a query: by its text alone, without an index."""

from reader.model.article import Article
from reader.model.text import Span
from reader.search.matching import matches
from reader.search.passages import Passage, passages
from reader.search.query import Query
from reader.search.results import Hit, Match

_QUESTION_WEIGHT = 1.5
_SLIP_WEIGHT = 0.5


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
