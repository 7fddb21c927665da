import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.export.markdown import markdown
from reader.formats.registry import read
from reader.model.article import Article, ArticleId, Code, Heading, Inline, Listing, Paragraph, Quote
from reader.model.text import Span

COMMON_MARK = MarkdownIt("commonmark").enable("strikethrough")


def lines(*blocks, text, inlines=()):
    return list(markdown(Article(ArticleId("a"), text, blocks, inlines=inlines)))


def as_read(source):
    """What a reader of the rendered Markdown sees, and of which kind the blocks are."""
    tokens = COMMON_MARK.parse(source)
    shown = [
        "".join(child.content or " " * (child.type == "softbreak") for child in token.children or ())
        for token in tokens
        if token.type == "inline"
    ]
    return [token.type for token in tokens if token.nesting == 1], shown


def paragraph(text):
    return "\n".join(lines(Paragraph(Span(0, len(text))), text=text))


@pytest.mark.parametrize(
    "text",
    [
        "# no heading",
        "1. no list",
        "2024) neither",
        "- nor this",
        "+ nor this",
        "=====",
        "> no quote",
        "a * b * c _d_ **e**",
        "`code` ~~struck~~ <b>bold</b> &amp; [link](x) ![image](y)",
        "| no | table |",
        "<script>alert(1)</script>",
        "ends in \\",
        "10. ",
    ],
)
def test_what_is_text_stays_text(text):
    assert as_read(paragraph(text)) == (["paragraph_open"], [text.strip()])


printable = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]) | st.sampled_from("#*_-+>`1. "))


@given(printable)
def test_any_text_reads_as_it_is(text):
    words = " ".join(text.split())
    kinds, shown = as_read(paragraph(text))
    assert [re.sub(r"\s+", " ", one).strip() for one in shown] == ([words] if words else [])
    assert set(kinds) <= {"paragraph_open"}


def test_headings_keep_their_level_below_the_title():
    text = "Deep"
    assert lines(Heading(Span(0, 4), 3), text=text) == ["### Deep"]
    assert lines(Heading(Span(0, 4), 1), text=text) == ["## Deep"]


def test_styles_and_links_are_kept():
    text = "**bold** and link"
    inlines = (
        Inline(Span(0, 2), "hidden"),
        Inline(Span(0, 8), "strong"),
        Inline(Span(6, 8), "hidden"),
        Inline(Span(13, 17), "link", "https://sea.example/a_b"),
    )
    assert lines(Paragraph(Span(0, len(text))), text=text, inlines=inlines) == [
        "**bold** and [link](<https://sea.example/a_b>)"
    ]


def test_only_the_web_is_linked_to():
    text = "link"
    inlines = (Inline(Span(0, 4), "link", "javascript:alert(1)"),)
    assert lines(Paragraph(Span(0, 4)), text=text, inlines=inlines) == ["link"]


def test_a_fence_is_longer_than_any_inside():
    text = "```\ncode\n```"
    assert lines(Code(Span(0, len(text))), text=text) == ["````", "```", "code", "```", "````"]


def test_items_stand_together_and_quotes_are_marked():
    text = "- a\n- b\nquoted"
    found = lines(Listing(Span(0, 3), Span(0, 1)), Listing(Span(4, 7), Span(4, 5), 1), Quote(Span(8, 14)), text=text)
    assert found == ["- a", "    - b", "", "> quoted"]


def test_an_interview_has_bold_numbered_questions_and_names():
    raw = b"The lamp\n\nQ: What is it?\n\nLamp: Light.\n\nQ: And then?\n\nLamp: Dark.\n\nQ: Always?\n\nLamp: Always.\n"
    found = list(markdown(read(raw, ArticleId("a.txt"), ".txt")))
    assert found[0] == "# The lamp"
    assert "**2. And then?**" in found
    assert "**Lamp:** Dark." in found
