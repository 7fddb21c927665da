import pytest

from reader.formats import layout
from reader.formats.registry import read
from reader.model.article import (
    ArticleId,
    Aside,
    Byline,
    Code,
    Furniture,
    Heading,
    Headline,
    Listing,
    Paragraph,
    Quote,
    Standfirst,
    Table,
    Turn,
)

LONG = "The morning began as mornings do, with a kettle and a question that nobody had thought to ask. " * 3


def article(text, suffix=".txt"):
    return read(text.encode(), ArticleId("a"), suffix)


def kinds(text, suffix=".txt"):
    return [type(block) for block in article(text, suffix).blocks]


def shown(one, block):
    """What is left of a block when what is hidden is left out."""
    kept = list(one.text)
    for mark in one.inlines:
        if mark.style == "hidden":
            kept[mark.span.start : mark.span.end] = [""] * len(mark.span)
    return "".join(kept[block.span.start : block.span.end])


def test_an_article_opens_with_headline_byline_and_standfirst():
    text = f"The Kettle Asks\n\nAnn Smith went to see a kettle, and stayed.\n\nBy Bob Jones\n\n{LONG}\n\n{LONG}"
    assert kinds(text) == [Headline, Standfirst, Byline, Paragraph, Paragraph]


def test_turns_have_their_label_and_their_whole_paragraph():
    text = "Q: Who is\nthere?\n\nA: It is I.\n\nQ: Who?\n\nA: I."
    one = article(text)
    turns = [block for block in one.blocks if isinstance(block, Turn)]
    assert [turn.span.of(text) for turn in turns] == ["Q: Who is\nthere?", "A: It is I.", "Q: Who?", "A: I."]
    assert [turn.label.of(text).strip() for turn in turns if turn.label] == ["Q:", "A:", "Q:", "A:"]


WRAPPED = (
    "It was the kettle that began it, and the kettle knows that it began it,\n"
    "whatever the cricket on the hearth may say to the contrary, and the\n"
    "clock on the wall is a witness to it."
)
VERSE = """A kettle sings upon the hearth,
A cricket sings below,
And which of them was first to sing
The clock alone can know."""


def test_wrapped_lines_are_one_paragraph_that_may_be_joined():
    blocks = article(f"Kettles\n\n{LONG}\n\n{WRAPPED}").blocks
    assert (type(blocks[-1]), blocks[-1].keeps_lines) == (Paragraph, False)


def test_lines_of_verse_are_kept():
    blocks = article(f"Kettles\n\n{LONG}\n\n{VERSE}").blocks
    assert blocks[-1].keeps_lines


def test_an_indented_line_begins_a_paragraph_where_blank_lines_do_not():
    text = "Kettles\n\n" + WRAPPED + "\n    " + WRAPPED
    assert kinds(text) == [Headline, Paragraph, Paragraph]


def test_long_lines_without_blank_ones_between_are_paragraphs_each():
    assert kinds(f"Kettles\n\n{LONG}\n{LONG}\n{LONG}") == [Headline, Paragraph, Paragraph, Paragraph]


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("On the hearth", Heading),
        ("* * *", Aside),
        ("[laughter]", Aside),
        ("THE END", Aside),
        ("![a kettle](kettle.png)", Aside),
        ("> It is hot.\n> Very.", Quote),
        ("- one", Listing),
        ("a   1   2\nb   3   4\nc   5   6", Code),
        ("| a | b |\n|---|---|\n| 1 | 2 |", Table),
    ],
)
def test_what_stands_between_paragraphs_is_known_by_its_form(part, kind):
    assert kinds(f"Kettles\n\n{LONG}\n\n{LONG}\n\n{part}\n\n{LONG}\n\n{LONG}")[3] is kind


def test_words_set_further_in_are_a_quotation():
    text = f"Kettles\n\n{LONG}\n\n    I was a kettle once, and nobody asked me anything.\n\n{LONG}"
    assert kinds(text) == [Headline, Paragraph, Quote, Paragraph]


def test_a_list_has_its_items_markers_and_what_goes_on_with_them():
    text = f"Kettles\n\n{LONG}\n\n1. fill it\n   with water\n2. heat it\n"
    items = [block for block in article(text).blocks if isinstance(block, Listing)]
    assert [item.span.of(text) for item in items] == ["1. fill it\n   with water", "2. heat it"]
    assert [item.marker.of(text) for item in items] == ["1.", "2."]


def test_marks_of_headings_quotes_fences_and_front_matter_are_hidden():
    text = f"---\ntitle: 'Kettles'\n---\n\n## One ##\n\n{LONG}\n\n> hot\n\n```sh\nboil\n```\n\nTwo\n---\n\n{LONG}"
    one = article(text, ".md")
    said = [shown(one, block) for block in one.blocks if not isinstance(block, Furniture)]
    assert [part for part in said if part and part != LONG.strip()] == ["Kettles", "One", "hot", "boil", "Two"]


def test_a_question_asked_by_a_heading_stays_a_heading():
    text = "# FAQ\n\n" + "".join(f"## What is {name}?\n\n{LONG}\n\n" for name in ("tea", "steam", "time"))
    one = article(text, ".md")
    assert len(one.exchanges) == 3
    assert sum(isinstance(block, Heading) for block in one.blocks) == 3


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (WRAPPED.split("\n"), "wrapped"),
        (VERSE.split("\n"), "kept"),
        ([LONG, LONG], "separate"),
        (["| a | b |", "| c | d |"], "table"),
        (["+-----+", "| box |", "+-----+"], "drawn"),
        (["one line"], "wrapped"),
    ],
)
def test_a_run_of_lines_is_laid_out_by_what_its_breaks_mean(lines, expected):
    assert layout.of_run(lines, 72) == expected


def test_a_measure_is_that_of_the_lines_that_others_follow():
    assert layout.measure([70, 71, 68, 72, 69, 70]) == 72
    assert layout.measure([400, 500, 300]) == 0
    assert layout.measure([]) == 0


def test_a_paragraph_of_one_line_is_no_quote_where_paragraphs_begin_indented():
    wrapped = "     The kettle was put on at seven, and everybody\nwho was in the room waited for it to speak.\n\n"
    text = f"The Kettle Asks\n\n{wrapped * 4}     With that I will open it up.\n\n{wrapped}"
    assert Quote not in kinds(text)


def test_a_title_told_in_a_comment_is_shown():
    found = article(f"<!--\n.. title: The Kettle\n.. slug: kettle\n-->\n\n{LONG}\n", ".md")
    shown = [found.prose(block.span) for block in found.blocks if isinstance(block, Headline)]
    assert shown == [found.title] == ["The Kettle"]


@pytest.mark.parametrize("stroke", ["=", "-", "*"])
def test_strokes_above_and_below_a_title_are_hidden(stroke):
    found = article(f"{stroke * 10}\nThe Kettle\n{stroke * 10}\n\n{LONG}\n\n{LONG}\n")
    assert found.title == "The Kettle"
    assert [found.prose(block.span) for block in found.blocks[:3]] == ["", "The Kettle", ""]


def test_strokes_above_and_below_a_heading_are_hidden():
    found = article(f"The Kettle\n\n{LONG}\n\n=====\nSpout\n=====\n\n{LONG}\n")
    assert [found.prose(block.span) for block in found.blocks if isinstance(block, Heading)] == ["Spout"]
    assert "=" not in "".join(found.prose(block.span) for block in found.blocks)
