import pytest

from reader.formats.decode import Decoded
from reader.formats.plain import article, plain_lines
from reader.model.article import ArticleId, Kind, Paragraph


def parsed(text):
    return article(Decoded(text, "utf-8"), ArticleId("a"), is_markdown=False)


def test_an_interview_has_all_its_parts():
    text = (
        "Spoon Press is experiencing technical problems.\n\nThe Kettle Asks\n\nBy Ann Smith, 3 May 2021\n\n"
        "A word before. We met Bob Jones.\n\n"
        "Q: Who are you?\n\nBJ: “A spoon.”\n\n“A good one.”\n\nQ: Why?\n\nBJ: “Why not?”\n\nQ: Bye?\n\nBJ: “Bye.”\n\n"
        "In Other News\nFork found\nKnife lost\n"
    )
    one = parsed(text)
    assert (one.title, one.metadata.byline, one.metadata.date) == ("The Kettle Asks", "Ann Smith", "2021-05-03")
    assert one.kind is Kind.INTERVIEW
    assert [e.question.body.of(text) for e in one.exchanges] == ["Who are you?", "Why?", "Bye?"]
    assert one.exchanges[0].answer.body.of(text) == "“A spoon.”\n\n“A good one.”"
    assert [span.of(text) for span in one.related] == ["Fork found", "Knife lost"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("one two\nthree", 3),
        ("Body words here.\n\nLeave a comment", 3),
        ("橋は急がない。三十年待った橋です。", 11),
    ],
)
def test_words_are_those_of_the_body_and_cjk_counts_by_the_time_it_takes(text, count):
    assert abs(parsed(text).words - count) <= 1


def test_the_quick_reading_is_paragraphs_as_they_stand():
    one = plain_lines(Decoded("Q: a\nA: b\n\n\n  c  \n", "utf-8"), ArticleId("a"))
    assert [block.span.of(one.text) for block in one.blocks] == ["Q: a\nA: b", "c"]
    assert all(isinstance(block, Paragraph) and block.keeps_lines for block in one.blocks)
    assert one.exchanges == ()
