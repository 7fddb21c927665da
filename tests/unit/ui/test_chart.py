from hypothesis import given
from hypothesis import strategies as st

from reader.model.article import Article, ArticleId, Aside, Furniture, FurnitureKind, Inline, Paragraph
from reader.model.text import Span
from reader.ui.chart import Chart, Matches, Spans

SPANS = st.lists(st.builds(lambda start, size: Span(start, start + size), st.integers(0, 99), st.integers(0, 9)))


def article(*blocks, **values):
    return Article(ArticleId("a.txt"), "x" * 200, blocks, **values)


@given(SPANS, st.slices(5))
def test_spans_are_what_they_were_made_of(spans, part):
    kept = Spans(spans)
    assert [*kept] == spans
    assert kept[part] == spans[part]


def test_the_body_ends_before_the_furniture_and_asides_behind_it():
    blocks = (Paragraph(Span(0, 9)), Aside(Span(10, 11)), Furniture(Span(12, 20), FurnitureKind.SHARE))
    assert Chart.of(article(*blocks)).end == 9
    assert Chart.of(article(*blocks[1:])).end is None


def test_links_are_those_of_markup_and_the_headlines_of_other_articles_and_what_touches_is_one():
    inlines = (Inline(Span(3, 9), "link"), Inline(Span(4, 8), "strong"), Inline(Span(5, 12), "link"))
    chart = Chart.of(article(Paragraph(Span(0, 50)), inlines=inlines, related=(Span(30, 40),)))
    assert [*chart.links] == [Span(3, 12), Span(30, 40)]


def test_of_what_matches_that_in_site_furniture_is_told_apart():
    chart = Chart.of(article(Furniture(Span(0, 8), FurnitureKind.NOTICE), Paragraph(Span(10, 20))))
    found = Matches.on(chart, (Span(3, 5), Span(7, 12), Span(10, 12)))
    assert len(found.everywhere) == 3
    assert [*found.in_body] == [Span(10, 12)]
