from itertools import pairwise

from reader.layout.cut import LENGTH, MOST_TABLE, Cut
from reader.layout.heights import Heights
from reader.model.article import Article, ArticleId, Furniture, FurnitureKind, Paragraph, Table
from reader.model.text import Span


def article(*lengths, make=Paragraph, word="word "):
    """Blocks of so many code points, an empty line between each two."""
    text, blocks = "", []
    for length in lengths:
        blocks.append(make(Span(len(text), len(text) + length)))
        text += (word * length)[:length] + "\n\n"
    return Article(ArticleId("a.txt"), text, tuple(blocks))


def spans(cut):
    return [cut.span(stretch) for stretch in range(len(cut))]


def test_a_short_text_is_one_stretch():
    cut = Cut(article(100, 200))
    assert spans(cut) == [Span(0, 304)]
    assert cut.blocks(0) == range(2)


def test_no_text_is_one_stretch_without_blocks():
    cut = Cut(Article(ArticleId("a"), "", ()))
    assert spans(cut) == [Span(0, 0)]
    assert cut.blocks(0) == range(0)


def test_stretches_cover_the_text_and_begin_where_blocks_do():
    subject = article(*[500] * 200)
    cut = Cut(subject)
    assert all(before.end == after.start for before, after in pairwise(spans(cut)))
    assert (cut.span(0).start, cut.span(len(cut) - 1).end) == (0, len(subject.text))
    starts = {block.span.start for block in subject.blocks}
    assert all(span.start in starts for span in spans(cut))


def test_each_block_lies_in_one_stretch_unless_it_is_huge():
    cut = Cut(article(*[500] * 200))
    assert [block for stretch in range(len(cut)) for block in cut.blocks(stretch)] == list(range(200))


def test_a_huge_block_is_cut_where_a_word_ends():
    subject = article(100, LENGTH * 5, 100)
    cut = Cut(subject)
    assert len(cut) > 3
    assert all(subject.text[span.start - 1] == " " for span in spans(cut)[1:])
    assert [list(cut.blocks(stretch)) for stretch in range(len(cut))] == [[0, 1], *[[1]] * (len(cut) - 2), [1, 2]]


def test_a_huge_word_is_cut_anywhere():
    assert len(Cut(article(LENGTH * 5, word="x"))) == 5
    assert len(Cut(article(LENGTH * 5, word="("))) == 5


def test_a_table_stays_whole_for_its_columns_unless_it_is_out_of_all_bounds():
    assert len(Cut(article(LENGTH * 5, make=Table))) == 1
    assert len(Cut(article(MOST_TABLE + 1, make=Table))) > 1


def test_every_offset_has_its_stretch():
    cut = Cut(article(*[700] * 99))
    for stretch, span in enumerate(spans(cut)):
        assert cut.of(span.start) == cut.of(span.end - 1) == stretch
    assert cut.of(10**9) == len(cut) - 1


def test_what_is_known_takes_the_place_of_estimates_and_moves_nothing_above():
    heights = Heights(Cut(article(*[500] * 200)), 72, is_folded=True)
    before = [heights.before(stretch) for stretch in range(13)]
    heights.learn(5, 1000)
    assert [heights.before(stretch) for stretch in range(6)] == before[:6]
    moved = heights.before(6) - before[6]
    assert heights.before(6) - heights.before(5) == 1000
    assert [heights.before(stretch) for stretch in range(6, 13)] == [row + moved for row in before[6:]]


def test_a_row_is_found_in_its_stretch():
    heights = Heights(Cut(article(*[500] * 200)), 72, is_folded=True)
    heights.learn(3, 0)
    heights.learn(4, 7)
    for stretch in (0, 2, 4, 7):
        assert heights.at(heights.before(stretch)) == stretch
        assert heights.at(heights.before(stretch + 1) - 1) == stretch
    assert heights.at(-5) == 0
    assert heights.at(10**9) == 12


def test_what_is_folded_is_a_row_at_least_for_else_it_would_never_be_laid_out():
    cut = Cut(article(500, make=lambda span: Furniture(span, FurnitureKind.COMMENTS)))
    assert Heights(cut, 72, is_folded=True).total == 1


def test_furniture_that_is_folded_has_no_height_to_speak_of():
    subject = article(*[500] * 200, make=lambda span: Furniture(span, FurnitureKind.COMMENTS))
    cut = Cut(subject)
    assert Heights(cut, 72, is_folded=True).total == len(cut)
    assert Heights(cut, 72, is_folded=False).total > 1000
