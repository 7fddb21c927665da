"""Letters to somebody who gives advice."""

import pytest

from reader.formats.evidence.letters import letters
from reader.formats.evidence.paragraphs import Outline
from reader.formats.registry import read
from reader.model.article import ArticleId
from tests.unit.formats.test_evidence_of_shape import page_of

LETTER = "Dear Bea: My cat sings at night, and the neighbours have begun to sing along.\n\nWhat can I do?\n\n"
REPLY = "Dear Sleepless: Sing with them. It will be over all the sooner.\n\n"


def moves(text):
    reading = letters(Outline(page_of(text)))
    return [(move.line, move.side, move.label) for move in reading.moves] if reading else None


@pytest.mark.parametrize("signature", ["— Sleepless on the Quay", "--- REALLY SLEEPLESS", "SLEEPLESS, LOWER MARSH"])
def test_a_reply_to_whom_the_letter_above_is_signed_by_is_an_answer(signature):
    assert moves(f"{LETTER}{signature}\n\n{REPLY}") == [(0, "asks", "Dear Bea"), (6, "answers", "Dear Sleepless")]


def test_a_signature_may_end_the_last_line_of_a_letter():
    assert moves(f"Dear Bea: Why? -- SLEEPLESS AT SEA\n{REPLY}") == [
        (0, "asks", "Dear Bea"),
        (1, "answers", "Dear Sleepless"),
    ]


def test_a_headline_that_names_whom_all_write_to_is_no_letter():
    text = f"Dear Bea: The cat that sang\n\n{LETTER}— Sleepless on the Quay\n\n{REPLY}"
    assert moves(text) == [(2, "asks", "Dear Bea"), (8, "answers", "Dear Sleepless")]


def test_greetings_on_lines_of_their_own_are_no_labels_but_begin_letters_to_one_person():
    pair = "Dear Bea,\n\nMy cat sings.\n\n{0}\n\nDear {0},\n\nSing along.\n\n"
    text = pair.format("Sleepless") + pair.format("Restless")

    assert moves(text) == [(0, "asks", None), (6, "answers", None), (10, "asks", None), (16, "answers", None)]


@pytest.mark.parametrize(
    "text",
    [
        f"{LETTER}— Tom\n\n{REPLY}",
        f"{LETTER}— Tom\n\nDear Tom: Sing.\n\n— Bea\n\nDear Bea: I do.\n\n— Tom\n",
        "Dear Bea,\n\nMy cat sings.\n\nTom\n\nDear Tom,\n\nSo do I.\n\nBea\n",
        "Dear Bea,\n\nIt rains.\n\nTom\n\nDear Tom,\n\nHere too.\n\nBea\n\n" * 2,
    ],
)
def test_letters_between_friends_are_no_questions(text):
    assert moves(text) is None


def test_letters_and_replies_are_exchanges_with_all_their_paragraphs():
    text = f"Ask Bea\n\n{LETTER}— Sleepless on the Quay\n\n{REPLY}{LETTER}— Restless\n\nDear Restless: See above.\n"
    article = read(text.encode(), ArticleId("x"), ".txt")
    assert [(one.question.label, one.answer.label) for one in article.exchanges] == [
        ("Dear Bea", "Dear Sleepless"),
        ("Dear Bea", "Dear Restless"),
    ]
