from reader.export.pieces import pieces
from reader.export.text import text_lines
from reader.formats.registry import read
from reader.model.article import Article, ArticleId, Code, Listing
from reader.model.text import Span


def shown(article):
    return "\n".join(
        ("\n" if line.is_apart else "") + line.lead + line.text for line in text_lines(pieces(article))
    ).strip()


def test_questions_are_numbered_and_speakers_named():
    raw = b"The lamp\n\nQ: What is it?\n\nLamp: Light.\n\nQ: And then?\n\nLamp: Dark.\n\nQ: Always?\n\nLamp: Always.\n"
    assert shown(read(raw, ArticleId("a.txt"), ".txt")) == (
        "The lamp\n\n1. What is it?\n\nLamp: Light.\n\n2. And then?\n\nLamp: Dark.\n\n3. Always?\n\nLamp: Always."
    )


def test_a_paragraph_is_one_line_however_it_was_broken():
    raw = b"A headline\n\nIt rained\nand rained\nand rained.\n\nThen it stopped.\n"
    assert "It rained and rained and rained." in shown(read(raw, ArticleId("a.txt"), ".txt"))


def test_items_of_a_list_stand_together():
    text = "- one\n- two"
    article = Article(ArticleId("a"), text, (Listing(Span(0, 5), Span(0, 1)), Listing(Span(6, 11), Span(6, 7), 1)))
    assert shown(article) == "- one\n  - two"


def test_code_keeps_its_lines():
    text = "if x:\n    y"
    assert shown(Article(ArticleId("a"), text, (Code(Span(0, len(text))),))) == text
