import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export.links import links, source_url, web_url
from reader.formats.registry import read
from reader.model.article import Article, ArticleId, Furniture, FurnitureKind, Inline, Paragraph
from reader.model.text import Span

A = ArticleId("a")


def of(text, *inlines):
    return links(Article(A, text, (Paragraph(Span(0, len(text))),), inlines=inlines))


def urls(text):
    return [link.url for link in of(text)]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("See https://sea.example/a.", "https://sea.example/a"),
        ("(https://sea.example/a)", "https://sea.example/a"),
        ("https://sea.example/a_(b)", "https://sea.example/a_(b)"),
        ("(see https://sea.example/a_(b)).", "https://sea.example/a_(b)"),
        ("“https://sea.example/a,”", "https://sea.example/a"),
        ("<https://sea.example/a>", "https://sea.example/a"),
        ("HTTP://SEA.example/A?b=1&c#d", "http://sea.example/A?b=1&c#d"),
        ("https://sea.example:8080/", "https://sea.example:8080/"),
        ("https://sea.example/!", "https://sea.example/"),
        ("見てhttps://sea.example/a。次", "https://sea.example/a"),
        ("https://sea.example/caf\u00e9", "https://sea.example/caf%C3%A9"),
        ("https://s\u0435a.example/", "https://xn--sa-nlc.example/"),
        ("http://[::1]:80/x", "http://[::1]:80/x"),
        ("https://sea.example/50%25?q=%41", "https://sea.example/50%25?q=%41"),
    ],
)
def test_urls_of_a_text_end_where_they_were_meant_to(text, url):
    assert urls(text) == [url]


@pytest.mark.parametrize(
    "text",
    [
        "ftp://sea.example",
        "javascript:alert(1)",
        "https://",
        "https:///x",
        "https://.",
        "https://?x",
        "xhttps://sea.example",
        "https://sea.example:99999/",
        "https://sea.example:x/",
        "https://[::1/",
        "https://-sea.example",
        "https://" + "a" * 5_000,
        "https://" + "\u00e9" * 80,
    ],
)
def test_what_is_no_link_of_the_web_is_none(text):
    assert urls(text) == []


@pytest.mark.parametrize(
    "written",
    [
        "https://sea.example/\x1b[31m",
        "https://sea.example/a\nb",
        "https://sea.example\\@evil.example/",
        "https://sea.example /",
        "https://sea.example/\udcff",
        "//sea.example/",
        "sea.example",
        "data:text/html,x",
        "",
        "-h",
    ],
)
def test_targets_that_could_be_read_in_two_ways_are_refused(written):
    assert web_url(written) is None


def test_direction_marks_are_shown_as_what_they_are():
    assert web_url("https://sea.example/\u202egnp.exe") == "https://sea.example/%E2%80%AEgnp.exe"


def test_each_link_is_told_once_in_the_order_of_the_text():
    text = "https://b.example/ and https://a.example/ and https://b.example/"
    assert [(link.url, link.span.start) for link in of(text)] == [("https://b.example/", 0), ("https://a.example/", 23)]


def test_a_marked_link_has_its_words_and_its_target_is_not_told_again():
    text = "The [deep *sea*](https://sea.example/x_(y)) is wet."
    end = text.index(" is")
    found = of(
        text,
        Inline(Span(4, 5), "hidden"),
        Inline(Span(5, 15), "link", "https://sea.example/x_(y)"),
        Inline(Span(10, 11), "hidden"),
        Inline(Span(14, 15), "hidden"),
        Inline(Span(15, end), "hidden"),
    )
    assert [(link.url, link.text, link.span) for link in found] == [
        ("https://sea.example/x_(y)", "deep sea", Span(5, 15))
    ]


def test_links_of_markdown_are_found_as_it_is_read():
    raw = b"# Sea\n\nA [deep](https://sea.example/deep) one, <https://sea.example/auto>, https://sea.example/bare.\n"
    assert [(link.url, link.text) for link in links(read(raw, A, ".md"))] == [
        ("https://sea.example/deep", "deep"),
        ("https://sea.example/auto", "https://sea.example/auto"),
        ("https://sea.example/bare", "https://sea.example/bare"),
    ]


def test_a_link_that_only_the_site_has_is_told_apart():
    text = "https://a.example/\n\nhttps://b.example/ https://a.example/"
    notice = Span(0, 18)
    blocks = (Furniture(notice, FurnitureKind.NOTICE), Paragraph(Span(20, len(text))))
    found = {link.url: link.is_furniture for link in links(Article(A, text, blocks))}
    assert found == {"https://a.example/": False, "https://b.example/": False}
    alone = links(Article(A, text[:18], blocks[:1]))
    assert [link.is_furniture for link in alone] == [True]


def test_the_front_matter_says_where_an_article_was_taken_from():
    raw = b'---\ntitle: Sea\nsource: Harbour News\nurl: "https://sea.example/a"\n---\n\nIt is wet.\n'
    assert source_url(read(raw, A, ".md")) == "https://sea.example/a"
    assert source_url(read(b"Sea\n\nIt is wet.\n", A, ".txt")) is None
    assert source_url(read(b"---\ntitle: Sea\nurl: javascript:x\n---\n\nWet.\n", A, ".md")) is None


PARTS = st.sampled_from(
    ["http://", "https://", "sea", "example", "\x1b", "\u202e", "\udcff", *".:/@[]()%?# é。x", "\\", "\n"]
)
TEXTS = st.lists(PARTS, max_size=12).map("".join)


@given(TEXTS | st.text())
def test_a_url_that_may_be_opened_is_plain_and_stays_as_it_is(text):
    url = web_url(text)
    if url is not None:
        assert url.isascii()
        assert url.isprintable()
        assert " " not in url
        assert url.startswith(("http://", "https://"))
        assert web_url(url) == url


@given(TEXTS)
def test_links_stand_in_the_text_in_order(text):
    found = of(text)
    assert [link.span for link in found] == sorted(link.span for link in found)
    assert all(link.span.of(text).lower().startswith("http") for link in found)
