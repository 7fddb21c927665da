from reader.layout.rows import Measure, Style
from reader.layout.wrap import WrappedArticle
from reader.model.article import Article, ArticleId, Inline, Table
from reader.model.text import Span


def rows(text, width=40, inlines=()):
    article = Article(ArticleId("a.md"), text, (Table(Span(0, len(text))),), inlines=inlines)
    view = WrappedArticle(article, Measure(width))
    view.advance(60)
    return [view.row(y) for y in range(view.height)]


def drawn(text, width=40, inlines=()):
    return [(row.margin + row.text)[2:].rstrip() for row in rows(text, width, inlines)]


def test_columns_are_aligned_under_their_heads():
    assert drawn("| name | born |\n|---|---|\n| Ada | 1815 |\n| Charles | 1791 |") == [
        "name     born",
        "─────────────",
        "Ada      1815",
        "Charles  1791",
    ]


def test_a_column_of_numbers_is_set_to_the_right_where_the_table_says_so():
    assert drawn("a | b\n--|--:\nx | 1\ny | 100") == ["a    b", "──────", "x    1", "y  100"]


def test_the_head_and_the_rule_are_told_apart_from_the_rows():
    styles = [{piece.style for piece in row.pieces if piece.text.strip()} for row in rows("a | b\n--|--\nc | d")]
    assert styles == [{Style.TABLE_HEAD}, {Style.RULE}, {Style.TABLE}]


def test_widths_are_those_of_what_is_shown():
    text = "| **a** | 日本 |\n|---|---|\n| b | c |"
    hidden = (Inline(Span(2, 4), "hidden"), Inline(Span(4, 5), "strong"), Inline(Span(5, 7), "hidden"))
    assert drawn(text, inlines=hidden) == ["a  日本", "───────", "b  c"]


def test_rows_of_fewer_or_more_cells_lose_nothing():
    assert drawn("a | b\n--|--\nc\nd | e | f") == ["a  b", "───────", "c", "d  e  f"]


def test_a_bar_that_is_escaped_parts_no_cells():
    assert drawn("a | b\n--|--\nc \\| d | e") == ["a       b", "─────────", "c \\| d  e"]


def test_the_last_column_wraps_under_itself():
    assert drawn("key | what it does\n--|--\nq | leaves the program and keeps the place", 30) == [
        "key  what it does",
        "─" * 27,
        "q    leaves the program and",
        "     keeps the place",
    ]


def test_a_table_that_is_far_too_wide_is_set_as_prose():
    words = "some words that go on for more than a line"
    assert drawn(f"a | b\n--|--\n{words} | {words}", 30)[2:] == [
        "some words that go on for",
        "  more than a line  some",
        "  words that go on for more",
        "  than a line",
    ]


def test_what_is_aligned_by_blanks_stands_as_it_stands():
    assert drawn("name     born\nAda      1815") == ["name     born", "Ada      1815"]


def test_a_click_finds_the_cell_of_the_source():
    text = "| name | born |\n|---|---|\n| Ada | 1815 |"
    row = rows(text)[2]
    assert row.offset_at(row.indent + 6) == text.index("1815")
    assert row.cells(Span(text.index("1815"), text.index("1815") + 4)) == (row.indent + 6, row.indent + 10)
