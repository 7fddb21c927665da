from pathlib import Path

from reader.export.citation import citation
from reader.model.article import Article, ArticleId, Metadata, Paragraph, Turn
from reader.model.interview import Exchange, Passage, Role, Speaker
from reader.model.text import Span

TEXT = "Q: Is it *deep*?\n\nA: Very.\n\nYou would not\nbelieve it."
NOTHING_SAID = Metadata()
ANSWER = TEXT.index("A:")


def article(metadata=NOTHING_SAID, *, name="Ada Byte"):
    blocks = (
        Turn(Span(0, ANSWER - 2), Role.ASKER, Span(0, 2), 0),
        Turn(Span(ANSWER, ANSWER + 8), Role.ANSWERER, Span(ANSWER, ANSWER + 2), 1),
        Paragraph(Span(ANSWER + 10, len(TEXT))),
    )
    exchange = Exchange(
        1,
        Passage(Span(0, ANSWER - 2), Span(3, ANSWER - 2), "Q", 0),
        Passage(Span(ANSWER, len(TEXT)), Span(ANSWER + 3, len(TEXT)), "A", 1),
    )
    speakers = (Speaker("Q", Role.ASKER), Speaker("A", Role.ANSWERER, name))
    return Article(ArticleId("sea.txt"), TEXT, blocks, metadata, exchanges=(exchange,), speakers=speakers)


def cited(article):
    return citation(article, article.exchanges[0], Path("notes/sea.txt"))


def test_question_and_answer_are_quoted_and_the_source_follows():
    metadata = Metadata(title="The sea", byline="By Cy Pher", date="2021-03", site="Harbour News")
    assert cited(article(metadata)) == (
        "> **Is it *deep*?**",
        ">",
        "> Very.",
        ">",
        "> You would not believe it.",
        "",
        "— Ada Byte, “The sea”, By Cy Pher, Harbour News, 2021-03, question 1, notes/sea.txt, lines 1–6",
    )


def test_what_the_text_does_not_say_is_left_out():
    assert cited(article(name=None))[-1] == "— A, question 1, notes/sea.txt, lines 1–6"


def test_a_date_that_the_byline_gives_is_not_told_twice():
    metadata = Metadata(byline="Cy Pher, 2021-03", date="2021-03")
    assert cited(article(metadata))[-1] == "— Ada Byte, Cy Pher, 2021-03, question 1, notes/sea.txt, lines 1–6"
