import pytest

from reader.formats.registry import read
from reader.model.article import ArticleId, Code, Heading, Listing, Paragraph, Quote, Table

LONG = "The morning began as mornings do, with a kettle and a question that nobody had thought to ask. " * 3


def blocks(part):
    article = read(f"# Kettles\n\n{LONG}\n\n{part}\n\n{LONG}".encode(), ArticleId("a"), ".md")
    return article, article.blocks[2:-1]


def test_lists_are_nested():
    article, found = blocks("- one\n  - two\n    goes on\n- three")
    assert [(block.span.of(article.text), block.level) for block in found] == [
        ("- one", 0),
        ("- two\n    goes on", 1),
        ("- three", 0),
    ]


def test_a_further_paragraph_of_an_item_is_a_paragraph():
    _, found = blocks("1. one\n\n   more of one\n\n2. two")
    assert [type(block) for block in found] == [Listing, Paragraph, Listing]


def test_a_quote_goes_on_over_lazy_lines():
    article, found = blocks("> one\ntwo")
    assert [type(block) for block in found] == [Quote]
    assert found[0].span.of(article.text) == "> one\ntwo"


def test_a_list_within_a_quote_keeps_its_items():
    article, found = blocks("> - one\n> - two")
    assert [type(block) for block in found] == [Listing, Listing]
    assert [block.marker.of(article.text) for block in found] == ["-", "-"]


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("a | b\n--|--\n1 | 2", Table),
        ("    indented code", Code),
        ("### Section", Heading),
        ("plain words", Paragraph),
    ],
)
def test_blocks_are_told_by_their_syntax(part, kind):
    assert type(blocks(part)[1][0]) is kind


def test_code_in_a_list_is_code():
    _, found = blocks("- one\n\n  ```\n  boil\n  ```\n")
    assert Code in [type(block) for block in found]


def test_emphasis_links_and_code_are_inlines_in_the_raw_text():
    article, _ = blocks("See **the** *old* `kettle` at [home](https://example.org).")
    styles = {mark.style: mark.span.of(article.text) for mark in article.inlines if mark.style != "hidden"}
    assert styles == {"strong": "the", "emphasis": "old", "code": "kettle", "link": "home"}


def test_definitions_of_links_are_not_part_of_the_body():
    article, found = blocks("See [home].\n\n[home]: https://example.org")
    assert [mark.target for mark in article.inlines if mark.style == "link"] == ["https://example.org"]
    assert article.prose(found[1].span).strip() == ""


@pytest.mark.parametrize(
    "part", ["> " * 400 + "deep", "- " * 400 + "deep", "[" * 5000, "**" * 5000, "|" * 5000, "`" * 5000]
)
def test_what_nobody_means_is_still_read(part):
    assert blocks(part)[0].blocks


def test_marks_in_a_quote_find_their_partners_on_its_next_lines():
    article, found = blocks("> The lamp is **lit\n> every evening**, see [the\n> plan](plan.html).\n> - *and* a list")
    assert article.prose(found[0].span) == "The lamp is lit every evening, see the plan."
    assert type(found[1]) is Listing


def test_a_block_for_a_site_generator_leaves_only_its_title():
    article, found = blocks("::: tip Mind the wick\n\nIt is hot.\n\n:::")
    assert [article.prose(block.span) for block in found] == ["Mind the wick", "It is hot.", ""]
