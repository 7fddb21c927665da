"""Answers that go on behind their questions on the same line."""

import pytest

from reader.formats.decode import decode
from reader.formats.evidence.inline import inline
from reader.formats.evidence.paragraphs import Outline
from reader.formats.plain import article, page_and_head
from reader.model.article import ArticleId

ASKED = ("Who winds the clock?", "How often does it stop?", "Where is the key?", "Did you ever lose it?")
TOLD = ("My aunt, on Sundays.", "Twice a year, when it snows.", "Under the cat.", "We lost the cat once.")


def questions(text):
    page, _ = page_and_head(decode(text.encode()).text, is_markdown=False)
    read = inline(Outline(page))
    if read is None or read.weight <= 0:
        return []
    return [page.bare[move.line] for move in read.moves if move.side == "asks"]


def laid(form="{} {}", between="\n", count=4):
    return between.join(map(form.format, ASKED[:count], TOLD))


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_lines_that_ask_first_are_answered_by_what_follows_there(between):
    text = laid(between=between)

    found = article(decode(f"The clock of the hall\n\n{text}\n".encode()), ArticleId("clock"), is_markdown=False)

    said = [(one.question.body.of(found.text), one.answer.body.of(found.text)) for one in found.exchanges]
    assert said == [*zip(ASKED, TOLD, strict=True)]


@pytest.mark.parametrize("form", ["{}: {}", "{} “{}”", "{} ''{}''"])
def test_where_a_mark_sets_the_answers_off_fewer_will_do_and_they_may_go_on(form):
    text = laid(form, count=3).replace(
        "when it snows", "when it\nIt also stops for the mayor.\nNobody minds, when it snows"
    )

    assert len(questions(f"The clock of the hall\n\n{text}\n")) == 3


def test_several_questions_in_a_row_are_one():
    text = laid().replace("Where is the key?", "Where is the key? Who has it?")

    assert len(questions(text)) == 4


def test_prose_that_begins_some_paragraphs_with_a_question_asks_nobody():
    prose = "The clock of the hall has stopped, and the mayor is late."

    assert questions("\n\n".join(f"{line}\n\n{prose}" for line in laid().split("\n"))) == []


def test_verse_asks_nobody():
    assert (
        questions(
            "Who calls? It is the sea,\nWho calls? It is the sand,\nThe clock has stopped at three\nUpon the land\n\n"
            * 4
        )
        == []
    )


def test_questions_that_answers_ask_back_are_rhetoric():
    assert questions(laid("{} {} And why not? Who would mind?")) == []
