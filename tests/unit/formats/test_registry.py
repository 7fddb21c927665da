import pytest

from reader.formats import registry
from reader.model.article import ArticleId, Heading, Paragraph

MARKS = "Title\n\nwords and words and words that go on.\n\n    indented words\n"


@pytest.mark.parametrize("suffix", ["", ".txt", ".TXT", ".text", ".log"])
def test_a_suffix_nobody_claims_is_plain_text(suffix):
    article = registry.read(MARKS.encode(), ArticleId("a"), suffix)
    assert not any(type(block).__name__ == "Code" for block in article.blocks)


@pytest.mark.parametrize("suffix", [".md", ".MD", ".markdown"])
def test_markdown_is_known_by_its_suffix(suffix):
    article = registry.read(MARKS.encode(), ArticleId("a"), suffix)
    assert any(type(block).__name__ == "Code" for block in article.blocks)


def test_plain_text_that_carries_markdown_is_read_well():
    article = registry.read(
        b"# Kettles\n\nSome **bold** words that go on and on.\n\n## More\n\nwords\n", ArticleId("a"), ".txt"
    )
    assert article.title == "Kettles"
    assert [type(block) for block in article.blocks][1:] == [Paragraph, Heading, Paragraph]
    assert article.prose(article.blocks[1].span) == "Some bold words that go on and on."


def test_encoding_and_warnings_are_those_of_the_bytes():
    article = registry.read(b"caf\xe9", ArticleId("a"))
    assert (article.encoding, article.warnings) == ("cp1252", ("not UTF-8: read as cp1252",))


def test_the_headline_of_the_first_bytes_is_that_of_the_whole():
    raw = ("The Kettle Asks\n\n" + "words that go on. " * 1000).encode()
    assert registry.headline(raw[:4096]) == registry.read(raw, ArticleId("a")).title == "The Kettle Asks"


@pytest.mark.parametrize("suffix", [".md", ".MARKDOWN"])
def test_markdown_is_told_by_its_suffix(suffix):
    article = registry.read(MARKS.encode(), ArticleId("a"), suffix)
    assert any(type(block).__name__ == "Code" for block in article.blocks)
