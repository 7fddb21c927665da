"""Answers behind dashes, below questions that have none."""

import pytest

from reader.formats.decode import decode
from reader.formats.evidence.paragraphs import Outline
from reader.formats.evidence.replies import replies
from reader.formats.plain import page_and_head

ASKED = ("Who winds the clock?", "How often does it stop?", "Where is the key?", "Did you ever lose it?")
TOLD = ("My aunt, on Sundays.", "Twice a year, when it snows.", "Under the cat.", "We lost the cat once.")


def questions(text, *, is_markdown=False):
    page, _ = page_and_head(decode(text.encode()).text, is_markdown=is_markdown)
    read = replies(Outline(page))
    if read is None or read.weight <= 0:
        return []
    return [page.bare[move.line] for move in read.moves if move.side == "asks"]


def laid(between, sign="–"):
    return "".join(f"{asked}{between}{sign} {told}{between}" for asked, told in zip(ASKED, TOLD, strict=True))


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("sign", ["–", "-", "—", "•"])
def test_what_stands_above_dashes_is_asked_and_what_is_behind_them_answers(between, sign):
    assert questions(laid(between, sign)) == list(ASKED)


def test_a_title_right_above_the_first_question_is_none():
    assert questions("An hour with the clock\n" + laid("\n")) == list(ASKED)


def test_a_few_words_above_a_dash_ask_by_their_place_where_nearly_all_others_ask():
    text = laid("\n\n") + "The clock in three words\n\n– Loud, late, ours.\n\nWill it stay?\n\n– It will.\n"

    assert "The clock in three words" in questions(text)


def test_more_lines_behind_dashes_and_paragraphs_below_them_go_on_with_an_answer():
    text = laid("\n\n").replace("– Under the cat.\n", "– Under the cat.\n– Or behind it.\n\nShe moves about.\n")

    assert questions(text) == list(ASKED)


def test_lists_below_lines_that_lead_to_them_answer_nothing():
    text = "".join(f"Bring the following on day {n}:\n\n- a rope\n- a hat\n\n" for n in range(4))

    assert questions(text + "What else?\n\n- patience\n\nAnything more?\n\n- no\n\nSure?\n\n- yes\n") == []


def test_headings_in_markdown_are_left_to_others():
    text = "".join(f"## {asked}\n\n- {told}\n\n" for asked, told in zip(ASKED, TOLD, strict=True))

    assert questions(text, is_markdown=True) == []
