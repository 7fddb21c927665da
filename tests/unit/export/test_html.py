import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from reader.export.html import html, index_entry, index_page
from reader.formats.registry import read
from reader.model.article import Article, ArticleId, Code, Inline, Listing, Metadata, Paragraph
from reader.model.text import Span

A = ArticleId("talks/lamp.txt")
INTERVIEW = b"""\
Share this article

The lamp at night

An old lamp talks about the sea.

Q: What do you see?

Lamp: Mostly <water>.

And now and then a ship.

Q: Do you sleep?

Lamp: In the daytime.

Q: What would you rather be?

Lamp: A star.
"""
VOID = {"meta", "br", "!doctype"}


class Page(HTMLParser):
    """What a browser would see of a page: elements, ids, links, text; unbalanced tags are errors."""

    def __init__(self, lines):
        super().__init__()
        self.stack: list[str] = []
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.texts: dict[str, str] = {}
        self.source = "\n".join(lines)
        self.feed(self.source)
        self.close()
        assert self.stack == []

    def handle_starttag(self, tag, attrs):
        self.elements.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag):
        assert self.stack.pop() == tag

    def handle_data(self, data):
        if "style" not in self.stack:
            self.text += data
            for tag in self.stack:
                self.texts[tag] = self.texts.get(tag, "") + data

    def values(self, name):
        return [value for key, value in self.attributes if key == name]


def page(raw, suffix=".txt"):
    return Page(html(read(raw, A, suffix)))


def body(text, *blocks, inlines=()):
    source = Page(html(Article(A, text, blocks, Metadata(title="T"), inlines=inlines))).source
    return source[source.index("</h1>") + 5 : source.index("<footer")].strip()


def test_each_exchange_is_a_section_with_an_id_and_a_number_that_leads_there():
    found = page(INTERVIEW)
    assert found.values("id") == ["q1", "q2", "q3"]
    assert [value for value in found.values("href") if value.startswith("#")] == ["#q1", "#q2", "#q3"]
    assert found.elements.count("section") == 3
    assert "What do you see?" in found.texts["section"]
    assert "old lamp" not in found.texts["section"]


def test_names_of_speakers_stand_apart():
    assert '<span class="speaker">Lamp</span> In the daytime.' in page(INTERVIEW).source


def test_title_source_and_character_set_are_told():
    found = page(INTERVIEW)
    assert found.texts["title"].strip() == found.texts["h1"].strip() == "The lamp at night"
    assert '<meta charset="utf-8">' in found.source
    assert "talks/lamp.txt" in found.texts["footer"]


def test_furniture_is_left_out():
    assert "Share this" not in page(INTERVIEW).text


def test_an_article_without_a_title_has_its_file_s_name():
    found = Page(html(Article(A, "", ())))
    assert found.texts["h1"] == "lamp.txt"


def test_the_address_in_the_front_matter_is_part_of_the_source():
    found = page(b"---\ntitle: Sea\nurl: https://sea.example/a?b=1&c=2\n---\n\nIt is wet.\n", ".md")
    assert found.values("href") == ["https://sea.example/a?b=1&c=2"]


def test_nothing_of_a_text_is_acted_on():
    found = page(b"# <script>alert(1)</script>\n\nA & B <img src=x onerror=y> \x1b[31m \xe2\x80\xae \"'\n\n&lt;b&gt;\n")
    assert set(found.elements).isdisjoint({"script", "img", "b"})
    assert set(map(str.casefold, dict(found.attributes))).isdisjoint({"onerror", "src", "onclick"})
    assert "\x1b" not in found.source
    assert "\u202e" not in found.source


def test_only_links_of_the_web_lead_anywhere():
    inlines = (Inline(Span(0, 3), "link", "https://sea.example/"), Inline(Span(4, 7), "link", "javascript:alert(1)"))
    found = body("sea bad", Paragraph(Span(0, 7)), inlines=inlines)
    assert found == '<p dir="auto"><a href="https://sea.example/">sea</a> bad</p>'


def test_lists_lie_in_each_other():
    text = "- a\n- b\n1. c\n- d"
    blocks = (
        Listing(Span(0, 3), Span(0, 1)),
        Listing(Span(4, 7), Span(4, 5), 1),
        Listing(Span(8, 12), Span(8, 10), 1),
        Listing(Span(13, 16), Span(13, 14)),
    )
    assert re.sub(r' dir="auto"|\n', "", body(text, *blocks)) == (
        '<ul><li>a<ul><li>b</li></ul><ol><li value="1">c</li></ol></li><li>d</li></ul>'
    )


def test_code_keeps_its_lines_and_columns():
    text = "if x:\r\n\treturn <y>"
    assert body(text, Code(Span(0, len(text)))) == "<pre>if x:\n        return &lt;y&gt;</pre>"


def test_styles_nest():
    inlines = (Inline(Span(0, 1), "strong"), Inline(Span(0, 1), "emphasis"))
    assert body("a b", Paragraph(Span(0, 3)), inlines=inlines) == '<p dir="auto"><em><strong>a</strong></em> b</p>'


def test_an_index_leads_to_pages_by_their_names():
    article = Article(A, "", (), Metadata(title="Sea & <sky>", date="2021-03"))
    found = Page(index_page("My <talks>", [index_entry("a b#é.html", article)]))
    assert found.values("href") == ["./a%20b%23%C3%A9.html"]
    assert found.texts["a"] == "Sea & <sky>"
    assert "2021-03" in found.texts["li"]


HOSTILE = st.sampled_from(
    [
        "<b>",
        "</p>",
        "]]>",
        "<!--",
        "&#0;",
        "\x00",
        "\x1b[0m",
        "- ",
        "1. ",
        "\n\n",
        "Q: ",
        "A: ",
        "# ",
        "> ",
        "|",
        "```",
        '"',
    ]
)


@given(st.lists(HOSTILE | st.text(max_size=5), max_size=20).map("".join), st.sampled_from(["", ".md"]))
def test_a_page_of_any_text_is_whole(text, suffix):
    found = page(text.encode("utf-8", "surrogatepass"), suffix)
    assert found.source.encode("utf-8")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", found.source)
    assert "script" not in found.elements
    assert len(set(found.values("id"))) == len(found.values("id"))
