"""In which order the list shows its articles. Pure functions over a corpus."""

from collections.abc import Callable, Container, Iterable, Sequence
from enum import Enum
from typing import TypeAlias

from reader.model.article import ArticleId
from reader.model.corpus import Corpus, Entry, natural_key


class Order(Enum):
    """What the list is sorted by. The value is how it is called."""

    RELEVANCE = "relevance, else file name"
    NAME = "file name"
    HEADLINE = "headline"
    NEWEST = "date, newest first"
    OLDEST = "date, oldest first"
    LONGEST = "length, longest first"
    SHORTEST = "length, shortest first"
    QUESTIONS = "questions, most first"
    UNREAD = "unread first"


ORDERS: dict[str, Order] = {
    "relevance": Order.RELEVANCE,
    "name": Order.NAME,
    "title": Order.HEADLINE,
    "date": Order.NEWEST,
    "oldest": Order.OLDEST,
    "length": Order.LONGEST,
    "shortest": Order.SHORTEST,
    "questions": Order.QUESTIONS,
    "unread": Order.UNREAD,
}
"""By their names in the settings."""

_Key: TypeAlias = Callable[[Entry], tuple[object, ...]]

_KEYS: dict[Order, _Key] = {
    Order.NAME: lambda entry: (natural_key(entry.id),),
    Order.HEADLINE: lambda entry: (natural_key(entry.title),),
    Order.NEWEST: lambda entry: (entry.date or "",),
    Order.OLDEST: lambda entry: (entry.date is None, entry.date or ""),
    Order.LONGEST: lambda entry: (entry.words,),
    Order.SHORTEST: lambda entry: (entry.words,),
    Order.QUESTIONS: lambda entry: (len(entry.questions),),
}
_DESCENDING = frozenset({Order.NEWEST, Order.LONGEST, Order.QUESTIONS})


def ordered(
    corpus: Corpus, ids: Iterable[ArticleId], order: Order, read: Container[ArticleId] = frozenset()
) -> Sequence[ArticleId]:
    """The articles in an order; those that are equal in it stay as they were given, and so do all for relevance.

    Articles without a date stand behind all others, whichever way dates run. `read` are those that were read.
    """
    if order is Order.RELEVANCE:
        return ids if isinstance(ids, Sequence) else list(ids)
    known = [article for article in ids if article in corpus]
    if order is Order.UNREAD:
        return sorted(known, key=lambda article: article in read)
    key = _KEYS[order]
    return sorted(known, key=lambda article: key(corpus[article]), reverse=order in _DESCENDING)
