"""Answers under names, below questions that have none."""

import pytest

from reader.formats.decode import decode
from reader.formats.plain import article
from reader.model.article import ArticleId

ASKED = (
    "Who built the raft?",
    "And did it float?",
    "What will you add to it?",
    "Who steers when you are asleep?",
)
BAND = (
    ("Ann: We did, out of a door.", "Bo: Out of two doors, to be exact, and one of them was his."),
    ("Bo: For an hour.",),
    ("Cy: A window, so that one sees where one is not going.", "Ann: And a roof, if he finds a third door."),
    ("Ann: Nobody. We tie it to the bank.", "Cy: With my belt."),
)


def pairs(text):
    found = article(decode(text.encode()), ArticleId("raft"), is_markdown=False)
    return [(one.question.body.of(found.text), one.answer.label) for one in found.exchanges]


def talk(between, told=BAND):
    said = (line for asked, answers in zip(ASKED, told, strict=True) for line in (asked, *answers))
    return between.join(("The raft", "We met them below the weir.", *said)) + "\n"


@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_several_may_answer_what_stands_above_their_names_and_asks(between):
    assert pairs(talk(between)) == list(zip(ASKED, ("Ann", "Bo", "Cy", "Ann"), strict=True))


def test_one_may_answer_line_by_line():
    told = [(f"Ann Roe: {' '.join(answers)}",) for answers in BAND]

    assert pairs(talk("\n", told)) == [(asked, "Ann Roe") for asked in ASKED]


def test_where_people_go_on_in_further_paragraphs_one_that_asks_is_no_question_to_the_next():
    text = talk("\n\n").replace(
        "Bo: For an hour.", "Bo: For an hour.\n\nThen it rained.\n\nWe stood on it.\n\nIt sank."
    )

    assert pairs(text) == []


def test_a_talk_that_begins_with_a_name_has_nobody_who_asks_above_it():
    text = talk("\n\n").replace(f"{ASKED[0]}\n\n", "")

    assert pairs(text) == []
