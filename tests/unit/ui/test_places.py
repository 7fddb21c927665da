from reader.model.article import Article, ArticleId, Furniture, FurnitureKind, Heading, Paragraph
from reader.model.interview import Exchange, Passage
from reader.model.text import Span
from reader.ui.places import block_at, following, holds, outside, paragraph_starts, preceding, section_starts, stops


def passage(start, end):
    return Passage(Span(start, end), Span(start, end))


def article(*blocks, exchanges=()):
    return Article(ArticleId("a.txt"), "x" * 5000, blocks, exchanges=exchanges)


def test_in_an_interview_each_question_is_a_stop():
    exchanges = (Exchange(1, passage(10, 20), passage(22, 30)), Exchange(2, passage(40, 50), passage(52, 60)))
    assert stops(article(Heading(Span(0, 5)), exchanges=exchanges)) == (10, 40)


def test_without_questions_each_heading_is_a_stop():
    assert stops(article(Heading(Span(0, 5)), Paragraph(Span(7, 90)), Heading(Span(100, 110)))) == (0, 100)


def test_without_headings_groups_of_paragraphs_are_stops_a_third_of_a_screen_apart():
    blocks = [Paragraph(Span(at, at + 290)) for at in range(0, 3000, 300)]
    assert section_starts(article(*blocks)) == (0, 900, 1800, 2700)


def test_furniture_is_no_stop():
    blocks = (Furniture(Span(0, 8), FurnitureKind.NOTICE), Paragraph(Span(10, 20)))
    assert paragraph_starts(article(*blocks)) == (10,)


def test_the_block_at_a_place_between_two_is_the_one_before():
    blocks = (Paragraph(Span(2, 8)), Paragraph(Span(10, 20)))
    assert [block_at(article(*blocks), offset) for offset in (0, 2, 9, 10)] == [None, blocks[0], blocks[0], blocks[1]]


def test_the_next_and_the_last_place_are_never_the_one_where_one_stands():
    assert [following((10, 40), offset) for offset in (0, 10, 40)] == [10, 40, None]
    assert [preceding((10, 40), offset) for offset in (10, 11, 40)] == [None, 10, 10]


def test_a_span_is_outside_of_others_where_it_does_not_begin_in_one():
    spans = (Span(3, 5), Span(7, 12), Span(8, 9), Span(10, 12))
    assert [*outside((Span(0, 8), Span(9, 11)), spans)] == [Span(8, 9)]
    assert [*outside((), spans)] == [*spans]


def test_a_place_is_held_by_the_span_around_it():
    assert [holds((Span(2, 4), Span(6, 7)), offset) for offset in range(8)] == [0, 0, 1, 1, 0, 0, 1, 0]
