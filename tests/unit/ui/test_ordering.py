from pathlib import Path

from reader.model.article import ArticleId
from reader.model.corpus import Corpus, Entry
from reader.store.settings import SORTS
from reader.ui.ordering import ORDERS, Order, ordered


def entry(name, **values):
    return Entry(ArticleId(name), Path(name), values.pop("title", name), **values)


CORPUS = Corpus.of(
    [
        entry("10.txt", title="Apples", date="2021", words=300, questions=("a?", "b?")),
        entry("2.txt", title="Zebras", date="2023-05-01", words=100),
        entry("3.txt", title="moles", words=200, questions=("c?",)),
    ]
)
GIVEN = [ArticleId(name) for name in ("3.txt", "10.txt", "2.txt")]


def test_by_relevance_the_articles_stay_as_they_were_found():
    assert ordered(CORPUS, GIVEN, Order.RELEVANCE) == GIVEN


def test_each_order_sorts_by_what_it_is_called():
    def names(order):
        return [article.removesuffix(".txt") for article in ordered(CORPUS, GIVEN, order)]

    assert names(Order.NAME) == ["2", "3", "10"]
    assert names(Order.HEADLINE) == ["10", "3", "2"]
    assert names(Order.NEWEST) == ["2", "10", "3"]
    assert names(Order.OLDEST) == ["10", "2", "3"]
    assert names(Order.LONGEST) == ["10", "3", "2"]
    assert names(Order.SHORTEST) == ["2", "3", "10"]
    assert names(Order.QUESTIONS) == ["10", "3", "2"]


def test_what_is_read_goes_behind_what_is_not():
    assert ordered(CORPUS, GIVEN, Order.UNREAD, {ArticleId("3.txt"), ArticleId("2.txt")}) == [
        "10.txt",
        "3.txt",
        "2.txt",
    ]


def test_every_order_can_be_set():
    assert tuple(ORDERS) == SORTS
    assert set(ORDERS.values()) == set(Order)


def test_articles_that_are_gone_are_left_out():
    assert ordered(CORPUS, [ArticleId("gone.txt"), *GIVEN], Order.NAME)[0] == "2.txt"
