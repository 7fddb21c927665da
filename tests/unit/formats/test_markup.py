import pytest

from reader.formats.markup import inlines
from reader.formats.unmarked import unmarked


def left(text, dialect="markdown", references=None):
    return unmarked(text, 0, inlines(text, 0, len(text), dialect, references))[0]


def styles(text, dialect="markdown", references=None):
    return [
        (mark.style, mark.span.of(text), mark.target)
        for mark in inlines(text, 0, len(text), dialect, references)
        if mark.style != "hidden"
    ]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("**Ann:** Good.", "Ann: Good."),
        ("__Ann__: Good.", "Ann: Good."),
        ("**From the back: ** Hot?", "From the back:  Hot?"),
        ("**From the back: **Hot?", "From the back: Hot?"),
        ("as **kwargs: **more", "as **kwargs: **more"),
        ("**What is it? **", "What is it? "),
        ("- **Light **the lamp, **then** wait", "- Light the lamp, then wait"),
        ("the **lamp **and the **bell **", "the **lamp **and the bell "),
        ("** The lamp** is lit", " The lamp is lit"),
        ("2 ** 3 and 4 ** 5", "2 ** 3 and 4 ** 5"),
        ("**The lamp is lit, and", "The lamp is lit, and"),
        ("the bell is rung.**", "the bell is rung."),
        ("reach** them", "reach** them"),
        ("***Ann*** said", "Ann said"),
        ("<strong>Ann:</strong> Good.", "Ann: Good."),
        ("Ann [(00:12:33)](https://example.org/a?t=753) Good.", "Ann (00:12:33) Good."),
        ("see [the **plan**](<a b.html> 'title')", "see the plan"),
        ("fish &amp; chips &mdash; &#39;now&#39;", "fish & chips — 'now'"),
        ("a `*b*` c", "a *b* c"),
        (r"1\. not a list, \*not emphasis\*", "1. not a list, *not emphasis*"),
        ("~~gone~~ kept", "gone kept"),
        ("<https://example.org>", "https://example.org"),
        ("before <!-- hidden --> after", "before  after"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("[laughs] Yes.", "[laughs] Yes."),
        ("see <stdio.h> and <name>", "see <stdio.h> and <name>"),
        ("an **open end", "an **open end"),
        ("AT&T; R&D", "AT&T; R&D"),
        ("first line\\\nsecond line", "first line\nsecond line"),
        ("no break at the end\\", "no break at the end\\"),
        ('{{< video "abc" >}}', ""),
        ('as {{< user "ann" >}} said in {{% issue 12 %}}', "as ann said in 12"),
        ('a {{< figure src="a.png" width="9" >}} b', "a  b"),
        ("{% raw %}a{% endraw %} b", "a b"),
        ("{{ page.title }} and {braces}", "{{ page.title }} and {braces}"),
        ('see [the post]({{< ref "/a/b.md" >}}#top) and [one]({% post_url 2020-01-01-one %})', "see the post and one"),
        ("![a lamp]({{ site.url }}/lamp.png){: .wide}", "a lamp"),
        ("The lamp {#lamp}", "The lamp "),
        ("{: .note}", ""),
        ("::: tip Before the lamp is lit", " Before the lamp is lit"),
        (":::", ""),
    ],
)
def test_markup_is_taken_from_what_is_read(text, read):
    assert left(text) == read


def test_links_of_restructured_text_may_go_over_lines():
    text = "see `the lamp\nof Ann <https://example.org/lamp>`_ and `this <b.html>`__, or `a` and `b <c>` or `<d>`_"
    assert left(text, "plain") == "see the lamp\nof Ann and this, or a and b <c> or <d>_"
    assert styles(text, "plain")[:2] == [
        ("link", "the lamp\nof Ann", "https://example.org/lamp"),
        ("link", "this", "b.html"),
    ]


@pytest.mark.parametrize("text", ['{{< user "ann" >}}', "{% raw %}", "{: .note}", ":::", "lamp\\\nbell"])
def test_marks_of_generators_are_text_where_there_is_no_markdown(text):
    assert left(text, "plain") == text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("*a* and **b**", [("emphasis", "a", ""), ("strong", "b", "")]),
        ("[text](https://example.org/x_(y))", [("link", "text", "https://example.org/x_(y)")]),
        ("[text][ref]", [("link", "text", "https://example.org")]),
        ("[ref]", [("link", "ref", "https://example.org")]),
        ('<a href="https://example.org">text</a>', [("link", "text", "https://example.org")]),
        ("see https://example.org/a.", [("link", "https://example.org/a", "https://example.org/a")]),
        ("`x`", [("code", "x", "")]),
        ("~~x~~", [("strike", "x", "")]),
        ("**a *b* c**", [("strong", "a *b* c", ""), ("emphasis", "b", "")]),
    ],
)
def test_marks_have_their_style_and_target(text, found):
    assert styles(text, references={"ref": "https://example.org"}) == found


def test_in_a_text_that_is_not_markdown_a_backslash_stays_and_emphasis_stands_around_words():
    assert left(r"C:\*.* is *all* of it, f*ck it*", "plain") == r"C:\*.* is all of it, f*ck it*"


def test_in_a_text_that_is_not_markdown_loose_stars_are_a_pair_only_from_the_beginning_of_a_line_on():
    assert left("**Is it lit? **", "plain") == "Is it lit? "
    assert left("**Ann: **Good.", "plain") == "Ann: Good."
    for text in ("a **note **", "** a note**", "**Good", "all of it.**", "**one\ntwo **"):
        assert left(text, "plain") == text


def test_in_a_text_that_is_not_markdown_emphasis_does_not_cross_lines():
    assert styles("* one\nand *two\nthree*", "plain") == []


def test_each_character_that_is_left_knows_its_offset():
    text = "**Ann** &amp; [Bob](x)"
    read, offsets = unmarked(text, 0, inlines(text, 0, len(text), "markdown"))
    assert read == "Ann & Bob"
    assert [text[offset] for offset in offsets] == list("Ann & Bob")


@pytest.mark.parametrize("unit", ["[", "*a", "`" * 3 + "a", "<a ", "](", "![](", "&amp", "<!--", "_*", "a](b ", "**a_"])
def test_marks_without_partners_cost_no_more_than_reading_them(unit):
    text = unit * (40_000 // len(unit))
    inlines(text, 0, len(text), "markdown")
