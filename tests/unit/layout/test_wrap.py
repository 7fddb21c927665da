"""Small articles, drawn: margins and all, as a pane would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.layout.rows import Face, Measure, Style
from reader.layout.wrap import WrappedArticle
from reader.model.article import (
    Article,
    ArticleId,
    Aside,
    Byline,
    Code,
    Furniture,
    FurnitureKind,
    Heading,
    Headline,
    Inline,
    Listing,
    Paragraph,
    Quote,
    Turn,
)
from reader.model.interview import Exchange, Passage, Role, Speaker
from reader.model.text import Span


def build(*parts, inlines=(), speakers=(), exchanges=()):
    """An article of blocks, each given by its text, what makes it of its span, and the white space behind it."""
    text, blocks = "", []
    for said, make, *gap in parts:
        blocks.append(make(Span(len(text), len(text) + len(said))))
        text += said + (gap[0] if gap else "\n\n")
    return Article(
        ArticleId("a.txt"), text, tuple(blocks), inlines=inlines, speakers=speakers, exchanges=tuple(exchanges)
    )


def wrapped(article, width=40, **measure):
    return WrappedArticle(article, Measure(width, **measure))


def complete(article, width=40, **measure):
    view = wrapped(article, width, **measure)
    view.advance(60)
    return view


def rows(article, width=40, **measure):
    view = complete(article, width, **measure)
    return [view.row(y) for y in range(view.height)]


def drawn(article, width=40, **measure):
    return [(row.margin + row.text).rstrip() for row in rows(article, width, **measure)]


def notice(span):
    return Furniture(span, FurnitureKind.NOTICE)


def label(length, speaker=None, role=Role.ANSWERER):
    return lambda span: Turn(span, role, Span(span.start, span.start + length), speaker)


def interview(question="Q: Why?", answer="MJ: Because."):
    """One exchange between Q and Matt Jukes."""
    first = Span(0, len(question))
    second = Span(len(question) + 2, len(question) + 2 + len(answer))
    one = Exchange(
        1, Passage(first, Span(3, first.end), "Q", 0), Passage(second, Span(second.start + 4, second.end), "MJ", 1)
    )
    return build(
        (question, label(2, 0, Role.ASKER)),
        (answer, label(3, 1)),
        speakers=(Speaker("Q", Role.ASKER), Speaker("MJ", Role.ANSWERER, "Matt Jukes")),
        exchanges=[one],
    )


class TestTheColumn:
    def test_it_is_centred(self):
        assert drawn(build(("Some words.", Paragraph)), 40, column=20) == [" " * 10 + "Some words."]

    def test_a_wide_pane_makes_it_no_wider(self):
        assert max(len(row.text) for row in rows(build(("word " * 99, Paragraph)), 200)) <= 72

    def test_a_narrow_pane_leaves_room_for_the_mark_of_the_current_answer(self):
        view = wrapped(build(("word " * 99, Paragraph)), 40)
        assert (view.column.left, view.column.width) == (2, 37)

    def test_numbers_of_questions_have_room_in_the_margin(self):
        assert wrapped(interview(), 40).column.left == 4

    @pytest.mark.parametrize("width", [1, 2, 3, 5, 10])
    def test_the_margin_gives_way_in_a_pane_that_is_all_but_gone(self, width):
        view = wrapped(interview(), width)
        assert view.column.width >= 1
        assert view.column.left + view.column.width <= max(width, 1)


class TestBlocks:
    def test_a_blank_row_parts_paragraphs_however_many_the_source_has(self):
        assert drawn(build(("One.", Paragraph, "\n\n\n\n"), ("Two.", Paragraph)), column=20, width=20) == [
            "  One.",
            "",
            "  Two.",
        ]

    def test_hard_wrapped_lines_are_one_paragraph(self):
        article = build(("one two\n  three\r\nfour   five", Paragraph))
        assert drawn(article) == ["  one two three four five"]

    def test_a_hyphen_at_a_line_end_keeps_its_word_together(self):
        assert drawn(build(("a well-\nknown fact", Paragraph))) == ["  a well-known fact"]
        assert drawn(build(("pre-\nand post-war", Paragraph))) == ["  pre- and post-war"]

    def test_lines_of_ideographs_join_without_a_blank(self):
        assert drawn(build(("日本語\nです", Paragraph))) == ["  日本語です"]

    def test_a_wide_blank_at_a_row_end_is_not_drawn(self):
        assert drawn(build(("日本\u3000日本", Paragraph)), 16, column=5) == ["     日本", "     日本"]

    def test_lines_that_are_kept_keep_their_indents_and_hang(self):
        article = build(("A line of verse\n  and one that is indented", lambda span: Paragraph(span, keeps_lines=True)))
        assert drawn(article, 20, column=18) == ["  A line of verse", "    and one that is", "        indented"]

    def test_a_quote_has_a_bar_on_every_row(self):
        assert drawn(build(("words of somebody else", Quote)), 20) == ["  │ words of", "  │ somebody else"]

    def test_items_hang_beside_their_bullet_and_stay_together(self):
        article = build(
            ("- the very first of them", lambda span: Listing(span, Span(span.start, span.start + 1)), "\n"),
            ("- two", lambda span: Listing(span, Span(span.start, span.start + 1))),
            ("12. ten", lambda span: Listing(span, Span(span.start, span.start + 3), 1)),
        )
        assert drawn(article, 18) == ["  • the very", "    first of them", "  • two", "", "    12. ten"]

    def test_the_margin_is_the_same_beside_rows_that_are_indented(self):
        article = build(("- one two three four", lambda span: Listing(span, Span(span.start, span.start + 1), 1)))
        assert [(row.indent, row.text) for row in rows(article, 18)] == [(2, "  • one two"), (2, "    three four")]

    def test_code_stands_as_it_stands(self):
        article = build(("def f(x):\n\treturn   x", Code))
        assert drawn(article) == ["  def f(x):", "      return   x"]

    def test_empty_lines_of_code_are_kept_but_at_its_ends(self):
        assert drawn(build(("\n\na = 1\n\n\nb = 2\n", Code))) == ["  a = 1", "", "", "  b = 2"]

    def test_a_heading_has_more_room_above_than_below(self):
        article = build(("One.", Paragraph), ("Part", Heading), ("Two.", Paragraph))
        assert drawn(article) == ["  One.", "", "", "  Part", "", "  Two."]

    def test_a_byline_stands_under_its_headline(self):
        article = build(("Head", Headline), ("By her", Byline), ("Text.", Paragraph))
        assert drawn(article) == ["  Head", "  By her", "", "  Text."]

    def test_an_article_without_a_word_has_no_rows(self):
        view = wrapped(Article(ArticleId("a"), " \n ", ()))
        assert (view.height, view.row(0).is_blank, view.row_of(2), view.offset_of(7)) == (0, True, 0, 0)
        assert not view.advance(60)

    def test_controls_and_escapes_are_shown_and_not_acted_on(self):
        assert drawn(build(("a \x1b[31mred\x07 flag\u202e", Paragraph))) == ["  a ␛[31mred␇ flag�"]


class TestTurns:
    def test_a_question_is_numbered_in_the_margin_and_its_bare_label_left_out(self):
        assert drawn(interview()) == [" 1  Why?", "", "    Matt Jukes  Because."]

    def test_each_piece_says_what_it_is(self):
        question, _, answer = rows(interview())
        assert [(piece.text, piece.style) for piece in question.pieces if piece.text] == [("Why?", Style.QUESTION)]
        assert [(piece.text, piece.style) for piece in answer.pieces] == [
            ("Matt Jukes", Style.SPEAKER),
            ("  ", Style.TEXT),
            ("Because.", Style.TEXT),
        ]

    def test_a_name_stands_for_its_label_as_a_whole(self):
        article = interview()
        name = rows(article)[2].pieces[0]
        assert article.text[name.start : name.end] == "MJ:"
        assert not name.is_verbatim

    def test_a_label_without_a_name_is_shown_without_its_colon(self):
        assert drawn(build(("THE PRESIDENT:  Thanks.", label(14)))) == ["  THE PRESIDENT  Thanks."]

    def test_a_label_on_a_line_of_its_own_stays_there(self):
        article = build(("The Lamp\nI burn.", label(8)))
        assert drawn(article) == ["  The Lamp", "  I burn."]

    def test_no_blank_row_parts_a_label_from_what_is_said(self):
        article = build(("The Lamp", label(8), "\n"), ("I burn.", Paragraph))
        assert drawn(article) == ["  The Lamp", "  I burn."]

    def test_a_question_that_has_its_number_already_is_not_numbered_twice(self):
        text = "1. Why?\n\nBecause.\n\nB2) Why not?\n\nBecause."
        spans = [Span(0, 7), Span(9, 17), Span(19, 31), Span(33, 41)]
        article = Article(
            ArticleId("a"),
            text,
            tuple(map(Paragraph, spans)),
            exchanges=(
                Exchange(1, Passage(spans[0], Span(3, 7)), Passage(spans[1], spans[1])),
                Exchange(2, Passage(spans[2], Span(23, 31)), Passage(spans[3], spans[3])),
            ),
        )
        assert drawn(article) == [" 1  Why?", "", "    Because.", "", "", " 2  B2) Why not?", "", "    Because."]

    def test_a_question_of_several_lines_is_numbered_on_its_first(self):
        text = "x = 1\n\ny = 2\n\nz = 3\n\nIt is 3."
        question, answer = Span(0, 19), Span(21, 29)
        article = Article(
            ArticleId("a"),
            text,
            (Code(question), Paragraph(answer)),
            exchanges=(Exchange(1, Passage(question, question), Passage(answer, answer)),),
        )
        assert [row.number for row in rows(article)] == [1, None, None, None, None, None, None]

    def test_a_question_has_more_room_above_than_below(self):
        head = "Head\n\n"
        first = interview()
        moved = [
            Turn(Span(6, 13), Role.ASKER, Span(6, 8), 0),
            Turn(Span(15, 27), Role.ANSWERER, Span(15, 18), 1),
        ]
        one = Exchange(1, Passage(Span(6, 13), Span(9, 13)), Passage(Span(15, 27), Span(19, 27)))
        article = Article(
            ArticleId("a"),
            head + first.text,
            (Paragraph(Span(0, 4)), *moved),
            speakers=first.speakers,
            exchanges=(one,),
        )
        assert drawn(article) == ["    Head", "", "", " 1  Why?", "", "    Matt Jukes  Because."]


class TestInlines:
    def test_markup_is_hidden_and_what_it_marks_is_marked(self):
        article = build(
            ("a **bold** [link](http://x.example)", Paragraph),
            inlines=(
                Inline(Span(2, 4), "hidden"),
                Inline(Span(4, 8), "strong"),
                Inline(Span(8, 10), "hidden"),
                Inline(Span(11, 12), "hidden"),
                Inline(Span(12, 16), "link", "http://x.example"),
                Inline(Span(16, 35), "hidden"),
            ),
        )
        (row,) = rows(article)
        assert [(piece.text, piece.face, piece.target) for piece in row.pieces] == [
            ("a ", Face.PLAIN, ""),
            ("bold", Face.STRONG, ""),
            (" ", Face.PLAIN, ""),
            ("link", Face.LINK, "http://x.example"),
        ]

    def test_faces_add_up(self):
        article = build(("both", Paragraph), inlines=(Inline(Span(0, 4), "strong"), Inline(Span(1, 3), "emphasis")))
        assert [piece.face for piece in rows(article)[0].pieces] == [
            Face.STRONG,
            Face.STRONG | Face.EMPHASIS,
            Face.STRONG,
        ]

    def test_a_character_reference_is_shown_as_its_character_and_made_safe(self):
        article = build(
            ("a&amp;b&#27;c", Paragraph),
            inlines=(Inline(Span(1, 6), "character", "&"), Inline(Span(7, 12), "character", "\x1b")),
        )
        assert drawn(article) == ["  a&b␛c"]

    def test_a_block_of_nothing_but_markup_leaves_no_gap(self):
        article = build(
            ("One.", Paragraph), ("<hr>", Aside), ("Two.", Paragraph), inlines=(Inline(Span(6, 10), "hidden"),)
        )
        assert drawn(article) == ["  One.", "", "  Two."]


class TestFurniture:
    article = build(
        ("Notice one\n\nand more", notice),
        ("Share", notice),
        ("Text.", Paragraph),
        ("Tail", notice),
    )

    def test_adjacent_furniture_folds_into_one_row_where_it_stood(self):
        assert drawn(self.article) == [
            "  ▸ 3 lines of site text folded",
            "",
            "  Text.",
            "",
            "  ▸ 1 line of site text folded",
        ]

    def test_shown_it_stands_line_by_line_under_a_row_that_folds_it_again(self):
        assert drawn(self.article, unfolded=frozenset({0}))[:6] == [
            "  ▾ 3 lines of site text",
            "  Notice one",
            "",
            "  and more",
            "",
            "  Share",
        ]

    def test_the_row_of_a_fold_says_which_run_it_unfolds(self):
        folds = [row for row in rows(self.article) if row.is_fold]
        assert [(row.block, row.span) for row in folds] == [(0, Span(0, 27)), (3, Span(36, 40))]

    def test_a_place_that_is_folded_away_is_on_the_row_of_the_fold(self):
        view = wrapped(self.article)
        assert [view.row_of(offset) for offset in (0, 15, 26, 30, 37)] == [0, 0, 0, 2, 4]


class TestPlaces:
    article = build(*((f"Paragraph {number} has some words in it.", Paragraph) for number in range(30)))

    def test_the_row_of_an_offset_shows_it(self):
        view = complete(self.article, 20)
        for offset, character in enumerate(self.article.text):
            if not character.isspace():
                assert offset in view.row(view.row_of(offset)).span

    def test_rows_begin_at_their_offsets(self):
        view = complete(self.article, 20)
        for y in range(view.height):
            assert view.offset_of(y) == view.row(y).span.start

    def test_a_blank_row_is_found_again_too(self):
        view = complete(self.article, 20)
        assert [view.row_at(view.place(y)) for y in range(view.height)] == list(range(view.height))

    def test_above_the_first_row_and_below_the_last_all_is_blank(self):
        view = complete(self.article, 20)
        assert view.row(-1).is_blank
        assert view.row(9999).is_blank

    def test_the_row_of_an_exchange_is_that_of_its_question(self):
        view = wrapped(interview())
        assert [view.row_of_exchange(number) for number in (0, 1, 2)] == [None, 0, None]


class TestCells:
    def test_a_click_finds_what_is_drawn_there(self):
        view = wrapped(build(("日本 and e\u0301t", Paragraph)), 40)
        assert [view.offset_at(0, x) for x in (0, 2, 3, 4, 6, 7, 11, 12, 39)] == [0, 0, 0, 1, 2, 3, 7, 9, 10]

    def test_a_click_on_a_name_is_one_on_its_label_and_beside_it_on_what_follows(self):
        view = wrapped(interview())
        answer = view.article.text.index("MJ")
        assert [view.offset_at(2, x) for x in (4, 9, 16)] == [answer, answer, answer + 4]

    def test_there_is_nothing_to_click_on_a_blank_row(self):
        assert wrapped(interview()).offset_at(1, 5) is None

    def test_a_span_is_drawn_from_its_first_cell_to_behind_its_last(self):
        view = wrapped(build(("日本 and more", Paragraph)), 40)
        assert view.row_cells(0, Span(1, 6)) == (4, 10)
        assert view.row_cells(0, Span(50, 60)) is None

    def test_marks_cut_pieces_but_never_a_cluster(self):
        (row,) = rows(build(("cafe\u0301 noir", Paragraph)))
        assert [(piece.text, mark) for piece, mark in row.marked((Span(1, 4), Span(6, 8)))] == [
            ("c", None),
            ("afe\u0301", 0),
            (" ", None),
            ("no", 1),
            ("ir", None),
        ]

    def test_of_two_marks_on_one_place_the_last_is_seen(self):
        (row,) = rows(build(("abcd", Paragraph)))
        assert [(piece.text, mark) for piece, mark in row.marked((Span(0, 4), Span(1, 2)))] == [
            ("a", 0),
            ("b", 1),
            ("cd", 0),
        ]


class TestLaziness:
    def test_a_text_opens_without_being_laid_out(self):
        view = wrapped(build(("word " * 100_000, Paragraph)))
        view.row(0)
        assert not view.is_complete

    def test_the_end_is_reached_without_what_lies_before(self):
        article = build(("word " * 100_000 + "end", Paragraph))
        view = wrapped(article)
        assert view.row(view.row_of(len(article.text) - 3)).text.endswith("end")
        assert not view.is_complete

    def test_what_is_laid_out_above_moves_no_place(self):
        article = build(*((f"{number} " + "word " * 40, Paragraph) for number in range(2000)))
        view = wrapped(article)
        place = view.place(view.row_of(len(article.text) // 2))
        before = view.row(view.row_at(place))
        while view.advance(0.01):
            assert view.row(view.row_at(place)) == before
        assert view.is_complete

    def test_rows_around_a_settled_one_no_longer_move(self):
        article = build(*((f"{number} " + "word " * 40, Paragraph) for number in range(2000)))
        view = wrapped(article)
        y = view.settle(view.row_of(len(article.text) // 2), 500, 500)
        seen = [view.row(at) for at in range(y - 500, y + 500)]
        assert [view.row(at) for at in range(y - 500, y + 500)] == seen
        assert view.settle(y, 500, 500) == y

    def test_a_huge_word_is_laid_out_in_parts(self):
        article = build(("x" * 200_000, Paragraph))
        view = wrapped(article)
        assert view.row(0).text == "x" * view.column.width
        assert not view.is_complete

    def test_a_far_place_is_estimated_without_laying_anything_out(self):
        article = build(("word " * 100_000, Paragraph))
        view = wrapped(article)
        quarters = [len(article.text) * part // 4 for part in range(5)]
        near = [view.row_near(offset) for offset in quarters]
        assert not view.is_complete
        assert all(abs(row - view.height * part // 4) < view.height // 20 for part, row in enumerate(near))

    @given(st.integers(0, 40))
    def test_a_place_is_near_a_row_or_below_where_it_is_not_before_the_rows_near_beginning(self, laid_out):
        article = build(*((f"{number} " + "word " * number, Paragraph) for number in range(150)))
        view = wrapped(article)
        for part in range(laid_out):
            view.row_of(part * 7919 % len(article.text))
        starts = [block.span.start for block in article.blocks]
        rows = [view.row_near(start) for start in starts]
        for y in range(0, view.height, 5):
            begins = view.offset_near(y)
            assert [row >= y for row in rows] == [start >= begins for start in starts]
