"""What holds of anything that is shown: safe, as wide as said, and every character of it once."""

import re
import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.layout.breaks import BLANKS, chopped_starts, line_starts
from reader.layout.cells import (
    boundary_before,
    cell_width,
    cells_before,
    clusters,
    fit,
    is_boundary,
    offset_at,
    split_at,
)
from reader.layout.cut import LENGTH, Cut
from reader.layout.displayable import display, displayable, one_line
from reader.layout.rows import Measure, Style
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
    Standfirst,
    Table,
    Turn,
)
from reader.model.interview import Exchange, Passage, Role, Speaker
from reader.model.text import Span

FRAGMENTS = st.sampled_from(
    [
        *"abcdefg     ",
        *"\n\n\t\r-–—/.,!?:;()«»“”'|>*",
        *"中日。「」ーっ한글",
        *"éñжשלعربहिกำ",
        *("e\u0301", "\u0301", "\u0301" * 10, "\u200b", "\u00ad", "\u200d", "\u200c", "\ufe0f", "\u00a0"),
        *("👨\u200d👩\u200d👧", "👍🏿", "🇬", "☺\ufe0f", "\x1b[31m", "\x00", "\u202e", "\ud800", "\U000e0041"),
        *("\r\n", "word " * 5, "http://x.example/a-long/path?q=1", " ! "),
    ]
)
HOSTILE = st.one_of(st.text(max_size=60), st.lists(FRAGMENTS, max_size=60).map("".join))
SHOWN = HOSTILE.map(displayable)
WIDTHS = st.one_of(st.integers(1, 12), st.integers(1, 100))


@given(HOSTILE)
def test_what_is_displayable_stays_as_it_is(text):
    once = displayable(text)
    assert displayable(once) == once
    assert display(text).text == once


@given(HOSTILE)
def test_nothing_displayable_is_acted_on_by_a_terminal(text):
    for character in displayable(text):
        assert unicodedata.category(character) not in {"Cc", "Cs", "Zl", "Zp"}
        assert unicodedata.bidirectional(character) not in {
            "LRE",
            "RLE",
            "LRO",
            "RLO",
            "PDF",
            "LRI",
            "RLI",
            "FSI",
            "PDI",
        }


@given(HOSTILE)
def test_at_most_eight_marks_sit_on_a_base(text):
    marks = 0
    for character in displayable(text):
        marks = marks + 1 if unicodedata.category(character).startswith("M") else 0
        assert marks <= 8


@given(HOSTILE)
def test_the_map_leads_there_and_back(text):
    shown = display(text)
    for at, character in enumerate(shown.text):
        raw = shown.raw(at)
        assert displayable(text[raw]) in {character, ""}
        assert shown.shown(raw) == at
    places = [shown.shown(raw) for raw in range(len(text) + 1)]
    assert places == sorted(places)
    assert shown.raw(len(shown.text)) == len(text)


@given(HOSTILE)
def test_one_line_has_no_two_blanks_in_a_row(text):
    line = one_line(text)
    assert displayable(line) == line
    assert "  " not in line
    assert line == line.strip(" ")


@given(SHOWN)
def test_clusters_cover_a_text_and_are_as_wide_as_it(text):
    found = list(clusters(text))
    assert "".join(text[start:end] for start, end, _ in found) == text
    assert sum(width for _, _, width in found) == cell_width(text) == cell_len(text)


@given(SHOWN)
def test_boundaries_are_the_same_from_either_side(text):
    ends = {0, *(end for _, end, _ in clusters(text))}
    for offset in range(len(text) + 1):
        assert is_boundary(text, offset) == (offset in ends)
        assert boundary_before(text, offset) == max(end for end in ends if end <= offset)


@given(SHOWN, st.integers(-1, 70))
def test_a_text_cut_at_a_cell_loses_nothing_and_keeps_to_the_cell(text, cell):
    left, right = split_at(text, cell)
    assert left + right == text
    assert cell_width(left) <= max(cell, 0)
    assert is_boundary(text, len(left))


@given(SHOWN, st.integers(0, 70))
def test_what_is_fitted_fits(text, width):
    fitted = fit(text, width)
    assert cell_width(fitted) <= width
    assert (fitted == text) == (cell_width(text) <= width)


@given(SHOWN)
def test_the_cell_of_an_offset_leads_back_to_its_cluster(text):
    for start, end, width in clusters(text):
        for offset in range(start, end):
            cell = cells_before(text, offset)
            assert not width or offset_at(text, cell) == start


@given(SHOWN.map(lambda text: text.strip(BLANKS)), WIDTHS, WIDTHS)
def test_lines_are_no_wider_than_asked_for_and_cut_no_cluster(text, width, first):
    for broken in (line_starts, chopped_starts):
        starts = broken(text, width, first)
        assert starts[0] == 0
        assert all(start < end for start, end in pairwise(starts))
        assert all(is_boundary(text, start) for start in starts)
        for number, (start, end) in enumerate(pairwise([*starts, len(text)])):
            line = text[start:end] if broken is chopped_starts else text[start:end].rstrip(BLANKS)
            room = first if number == 0 else width
            assert cell_width(line) <= room or len(list(clusters(line))) == 1


UNPUNCTUATED = SHOWN.map(lambda text: re.sub(r"[«»!?:;%…]| (?=[^\w\s!-~])", "", text).strip(" "))


@given(UNPUNCTUATED, WIDTHS)
def test_a_line_ends_early_only_before_what_does_not_fit(text, width):
    starts = line_starts(text, width)
    for start, end in pairwise(starts):
        word = text[end] + text[end + 1 :].split(" ", 1)[0]
        assert cell_width(text[start:end] + word) > width


@st.composite
def articles(draw):
    """Articles whose blocks, labels, inlines and exchanges lie anywhere that the model allows."""
    text, blocks, inlines = "", [], []
    exchanges: list[Exchange] = []
    for _ in range(draw(st.integers(0, 7))):
        said = draw(st.lists(FRAGMENTS, min_size=1, max_size=25).map("".join).map(str.strip))
        if not said:
            continue
        start, end = len(text), len(text) + len(said)
        span = Span(start, end)
        opening = start + draw(st.integers(0, min(3, len(said) - 1)))
        label = Span(opening, draw(st.integers(opening + 1, min(opening + 6, end))))
        speaker = draw(st.sampled_from([None, 0, 1]))
        blocks.append(
            draw(
                st.sampled_from(
                    [
                        *(Headline(span), Byline(span), Standfirst(span), Heading(span), Paragraph(span), Aside(span)),
                        *(Turn(span, Role.ASKER, label, speaker), Turn(span, Role.ANSWERER, None, speaker)),
                        *(Quote(span), Listing(span, Span(start, start + 1), draw(st.integers(0, 3))), Code(span)),
                        *(Table(span), Furniture(span, FurnitureKind.NOTICE), Paragraph(span, keeps_lines=True)),
                    ]
                )
            )
        )
        for _ in range(draw(st.integers(0, 2))):
            at = draw(st.integers(start, end - 1))
            marked = Span(at, draw(st.integers(at + 1, end)))
            inlines.append(Inline(marked, draw(st.sampled_from(["hidden", "strong", "emphasis", "code", "link"]))))
        text += said + draw(st.sampled_from(["\n", "\n\n", " ", "\n\n\n"]))
    for asked, answered in zip(blocks[::3], blocks[1::3], strict=False):
        if draw(st.booleans()):
            question, answer = (Passage(block.span, block.span) for block in (asked, answered))
            exchanges.append(Exchange(len(exchanges) + 1, question, answer))
    return Article(
        ArticleId("a.txt"),
        text,
        tuple(blocks),
        inlines=tuple(sorted(inlines, key=lambda one: (one.span.start, -one.span.end))),
        exchanges=tuple(exchanges),
        speakers=(Speaker("Q", Role.ASKER), Speaker("MJ", Role.ANSWERER, "Matt Jukes")),
    )


MEASURES = st.builds(
    Measure, WIDTHS, st.integers(1, 80), st.booleans(), st.sets(st.integers(0, 6), max_size=2).map(frozenset)
)


def laid_out(article, measure, length=LENGTH):
    """A view with every row laid out; short stretches try the seams between them."""
    view = WrappedArticle(article, measure, Cut(article, length))
    view.advance(60)
    assert view.is_complete
    return view, [view.row(y) for y in range(view.height)]


def is_shown_alone(text, offset):
    """Whether a character is of those that are never left out or drawn with another."""
    character = text[offset]
    return not character.isspace() and displayable(character) != "" and cell_len(displayable(character)) > 0


@given(articles(), MEASURES, st.sampled_from([LENGTH, 60]))
def test_every_character_is_shown_once_and_in_order(article, measure, length):
    view, rows = laid_out(article, measure, length)
    shown = [at for row in rows for piece in row.pieces for at in range(piece.start, piece.end)]
    shown = [at for at in shown if not article.text[at].isspace()]
    folded = [row.span for row in rows if row.is_fold and measure.is_folded and row.block not in measure.unfolded]
    excused = [*folded, *(inline.span for inline in article.inlines if inline.style == "hidden")]
    excused += [block.span for block in article.blocks if isinstance(block, Table)]
    for block in article.blocks:
        # A bare label with nothing behind it is told by the number in the margin.
        if isinstance(block, Turn) and block.label and not any(block.label.end <= at < block.span.end for at in shown):
            excused.append(block.label)
    assert all(before < after for before, after in pairwise(shown)), view.column
    missing = {at for block in article.blocks for at in range(block.span.start, block.span.end)} - set(shown)
    for at in missing:
        assert not is_shown_alone(article.text, at) or any(at in span for span in excused)


@given(articles(), MEASURES)
def test_rows_are_safe_and_keep_to_their_column(article, measure):
    view, rows = laid_out(article, measure)
    for row in rows:
        assert all(displayable(piece.text) == piece.text for piece in row.pieces if piece.is_verbatim)
        assert all(ord(character) >= 32 for character in row.text)
        assert row.width == cell_width(row.text)
        is_roomy = view.column.width >= 24
        assert not is_roomy or row.indent + row.width <= view.column.left + view.column.wide
        assert row.indent >= view.column.left


@given(articles(), MEASURES)
def test_verbatim_pieces_show_their_span_character_by_character(article, measure):
    _, rows = laid_out(article, measure)
    for row in rows:
        for piece in row.pieces:
            if piece.is_verbatim and piece.style is not Style.MARKER:
                for character, raw in zip(piece.text, article.text[piece.start : piece.end], strict=True):
                    assert character in {displayable(raw), raw, " "}


@given(articles(), MEASURES, st.sampled_from([LENGTH, 60]))
def test_rows_and_offsets_lead_to_each_other(article, measure, length):
    view, rows = laid_out(article, measure, length)
    offsets = [view.offset_of(y) for y in range(view.height)]
    assert offsets == sorted(offsets)
    for y, row in enumerate(rows):
        assert view.row_at(view.place(y)) == y
        if not row.is_blank and row.span.start < row.span.end:
            assert rows[view.row_of(row.span.start)].span.start <= row.span.start
    assert [row.number for row in rows if row.number] == sorted({row.number for row in rows if row.number})


@given(articles(), MEASURES, st.integers(0, 200))
def test_a_row_reads_the_same_in_whatever_order_rows_are_asked_for(article, measure, offset):
    _, rows = laid_out(article, measure, 60)
    view = WrappedArticle(article, measure, Cut(article, 60))
    y = view.row_of(offset)
    here = view.row(y)
    view.advance(60)
    assert view.row(view.row_of(offset)) == here
    assert [view.row(at) for at in range(view.height)] == rows


@given(articles(), MEASURES, st.integers(0, 60))
def test_cells_of_a_row_lead_to_what_is_drawn_there(article, measure, x):
    _, rows = laid_out(article, measure)
    for row in rows:
        offset = row.offset_at(x)
        assert (offset is None) == row.is_blank
        if offset is not None and row.span.start < row.span.end and not row.is_fold:
            assert row.span.start <= offset <= row.span.end
        parts = [piece for piece, _ in row.marked((Span(offset or 0, (offset or 0) + 3),))]
        assert "".join(piece.text for piece in parts) == row.text
        assert sum(cell_width(piece.text) for piece in parts) == row.width
