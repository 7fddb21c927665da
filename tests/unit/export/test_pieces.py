from hypothesis import given
from hypothesis import strategies as st

from reader.export.pieces import Form, Run, pieces, runs
from reader.formats.registry import read
from reader.model.article import Article, ArticleId, Code, Inline, Listing, Paragraph, Turn
from reader.model.interview import Exchange, Passage, Role, Speaker
from reader.model.text import Span


def span(text, part):
    return Span(text.index(part), text.index(part) + len(part))


def shown(article, within=None):
    return [(piece.form.name, piece.number, piece.speaker, piece.text) for piece in pieces(article, within)]


def interview(text, *, blocks):
    """An interview with one exchange: from `Q:` to `A:`, from `A:` to the end."""
    question = Passage(Span(text.index("Q:"), text.index("A:")), Span(text.index("Q:") + 2, text.index("A:")), "Q", 0)
    answer = Passage(Span(text.index("A:"), len(text)), Span(text.index("A:") + 2, len(text)), "A", 1)
    speakers = (Speaker("Q", Role.ASKER), Speaker("A", Role.ANSWERER, "Ada Byte"))
    return Article(
        ArticleId("a.txt"), text, tuple(blocks), exchanges=(Exchange(1, question, answer),), speakers=speakers
    )


def test_an_answer_begins_with_the_full_name_of_who_speaks():
    text = "Q: Why?\n\nA: Because.\n\nIt is so."
    blocks = [
        Turn(span(text, "Q: Why?"), Role.ASKER, span(text, "Q:"), 0),
        Turn(span(text, "A: Because."), Role.ANSWERER, span(text, "A:"), 1),
        Paragraph(span(text, "It is so.")),
    ]
    assert shown(interview(text, blocks=blocks)) == [
        ("QUESTION", 1, "Q", "Why?"),
        ("PARAGRAPH", None, "Ada Byte", "Because."),
        ("PARAGRAPH", None, "", "It is so."),
    ]


def test_a_paragraph_that_holds_question_and_answer_is_two_pieces():
    text = "Q: Why? A: Because."
    article = interview(text, blocks=[Turn(Span(0, len(text)), Role.ASKER, span(text, "Q:"), 0)])
    assert shown(article) == [("QUESTION", 1, "Q", "Why?"), ("PARAGRAPH", None, "Ada Byte", "Because.")]


def test_a_label_alone_on_its_line_belongs_to_what_follows():
    text = "Q:\n\nWhy?\n\nA:\n\nBecause."
    blocks = [
        Turn(span(text, "Q:"), Role.ASKER, span(text, "Q:"), 0),
        Paragraph(span(text, "Why?")),
        Turn(span(text, "A:"), Role.ANSWERER, span(text, "A:"), 1),
        Paragraph(span(text, "Because.")),
    ]
    assert shown(interview(text, blocks=blocks)) == [
        ("QUESTION", 1, "Q", "Why?"),
        ("PARAGRAPH", None, "Ada Byte", "Because."),
    ]


def test_furniture_is_left_out():
    article = read(b"A headline\n\nIt rained.\n\nShare this article\n\nRelated articles\n", ArticleId("a.txt"), ".txt")
    assert "Share this" not in "".join(piece.text for piece in pieces(article))


def test_a_part_of_an_article_can_be_asked_for():
    text = "One.\n\nTwo.\n\nThree."
    article = Article(ArticleId("a"), text, tuple(Paragraph(span(text, part)) for part in ("One.", "Two.", "Three.")))
    assert shown(article, span(text, "Two.")) == [("PARAGRAPH", None, "", "Two.")]


def test_a_title_that_only_the_front_matter_holds_is_told():
    article = read(b"---\ntitle: The sea\n---\n\nIt is wet.\n\nIt is deep.\n", ArticleId("a.md"), ".md")
    assert shown(article)[0] == ("TITLE", None, "", "The sea")


def test_an_item_has_its_bullet_apart():
    text = "- one"
    (piece,) = pieces(Article(ArticleId("a"), text, (Listing(Span(0, 5), Span(0, 1), 2),)))
    assert (piece.form, piece.marker, piece.level, piece.text) == (Form.ITEM, "-", 2, "one")


def test_code_stands_as_it_is():
    text = "a  b\n    c"
    (piece,) = pieces(Article(ArticleId("a"), text, (Code(Span(0, len(text))),)))
    assert (piece.form, piece.text) == (Form.VERBATIM, text)


class TestRuns:
    def of(self, text, *inlines):
        return runs(
            Article(ArticleId("a"), text, (Paragraph(Span(0, len(text))),), inlines=inlines), Span(0, len(text))
        )

    def test_white_space_is_one_blank(self):
        assert self.of("  a \n\t b  ") == (Run("a b"),)

    def test_styles_nest(self):
        assert self.of(
            "a **b *c*** d",
            Inline(Span(2, 4), "hidden"),
            Inline(Span(2, 11), "strong"),
            Inline(Span(6, 7), "hidden"),
            Inline(Span(6, 9), "emphasis"),
            Inline(Span(8, 9), "hidden"),
            Inline(Span(9, 11), "hidden"),
        ) == (
            Run("a "),
            Run("b ", frozenset({"strong"})),
            Run("c", frozenset({"strong", "emphasis"})),
            Run(" d"),
        )

    def test_a_link_keeps_its_target(self):
        text = "[sea](https://sea.example)"
        found = self.of(
            text,
            Inline(Span(0, 1), "hidden"),
            Inline(Span(1, 4), "link", "https://sea.example"),
            Inline(Span(4, len(text)), "hidden"),
        )
        assert found == (Run("sea", target="https://sea.example"),)

    def test_a_reference_is_shown_as_its_character(self):
        assert self.of("a &amp; b", Inline(Span(2, 7), "character", "&")) == (Run("a "), Run("&"), Run(" b"))


@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode), st.sampled_from(["", ".md"]))
def test_any_bytes_have_pieces(raw, suffix):
    for piece in pieces(read(raw, ArticleId("a"), suffix)):
        assert piece.text
        assert piece.form is Form.VERBATIM or piece.text == " ".join(piece.text.split())
