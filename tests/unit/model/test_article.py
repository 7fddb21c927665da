from reader.model.article import Article, ArticleId, Inline, Turn
from reader.model.interview import Exchange, Passage, Role
from reader.model.text import Span


def article(text, **values):
    return Article(ArticleId("a.txt"), text, (), **values)


def test_prose_leaves_markup_out_and_folds_white_space():
    text = "Is **this** a\n  question?"
    hidden = tuple(Inline(Span(at, at + 2), "hidden") for at in (3, 9))
    assert article(text, inlines=hidden).prose(Span(0, len(text))) == "Is this a question?"


def test_prose_of_a_part_leaves_out_only_the_markup_in_it():
    text = "**one** two **three**"
    hidden = tuple(Inline(Span(at, at + 2), "hidden") for at in (0, 5, 12, 19))
    assert article(text, inlines=hidden).prose(Span(8, len(text))) == "two three"
    assert article(text, inlines=hidden).prose(Span(1, 6)) == "one"


def test_prose_has_the_characters_that_references_stand_for():
    text = "Q&amp;A &lt;b&gt;"
    marks = ((1, 6, "&"), (8, 12, "<"), (13, 17, ">"))
    characters = tuple(Inline(Span(start, end), "character", target) for start, end, target in marks)
    assert article(text, inlines=characters).prose(Span(0, len(text))) == "Q&A <b>"
    assert article(text, inlines=characters).prose(Span(3, 7)) == "A"


def test_prose_does_not_name_again_who_speaks_already():
    text = "Ann: So it\n\nAnn (0:48): goes on.\n\nBob: No."
    labels = (Span(0, 4), Span(12, 23), Span(34, 38))
    ends = (10, 32, 42)
    turns = tuple(
        Turn(Span(label.start, end), Role.OTHER, label, speaker)
        for label, end, speaker in zip(labels, ends, (0, 0, 1), strict=True)
    )
    spoken = Article(ArticleId("a.txt"), text, turns)
    assert spoken.prose(Span(0, len(text))) == "Ann: So it goes on. Bob: No."
    assert spoken.prose(Span(5, 32)) == "So it goes on."
    assert spoken.prose(labels[1]) == "Ann (0:48):"


def test_the_exchange_at_a_place_is_the_one_that_holds_it():
    text = "Q: a?\n\nA: b.\n\nQ: c?\n\nA: d.\n\nMore."
    spans = [(0, 5, 7, 12), (14, 19, 21, 26)]
    exchanges = tuple(
        Exchange(number, Passage(Span(a, b), Span(a + 3, b)), Passage(Span(c, d), Span(c + 3, d)))
        for number, (a, b, c, d) in enumerate(spans, start=1)
    )
    one = article(text, exchanges=exchanges)
    assert [one.exchange_at(offset) for offset in (0, 12, 14, 26)] == [
        exchanges[0],
        exchanges[0],
        exchanges[1],
        exchanges[1],
    ]
    assert one.exchange_at(30) is None


def test_an_article_takes_at_least_a_minute():
    assert article("", words=0).minutes == 1
    assert article("", words=1643).minutes == 7
