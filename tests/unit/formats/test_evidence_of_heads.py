"""Questions that stand on the first line of their paragraph."""

from reader.formats.decode import decode
from reader.formats.evidence.heads import heads
from reader.formats.evidence.paragraphs import Outline
from reader.formats.plain import page_and_head

PAIRS = """\
The mill at Low Weir

Is the mill open in winter?
It is, but the wheel stands still from the first frost to the last.

Who grinds the flour?
Two sisters and a mule. The mule is older than it looks and works on Tuesdays only,
because of its knees.

May I bring my own corn?
Yes, in a clean sack.
"""


def questions(text):
    page, _ = page_and_head(decode(text.encode()).text, is_markdown=False)
    read = heads(Outline(page))
    if read is None or read.weight <= 0:
        return []
    return [page.bare[move.line] for move in read.moves if move.side == "asks"]


def test_first_lines_that_ask_are_questions_and_the_lines_below_them_answers():
    assert questions(PAIRS) == ["Is the mill open in winter?", "Who grinds the flour?", "May I bring my own corn?"]


def test_a_sign_may_stand_before_the_first_lines_and_not_before_those_below():
    asked = ["- Is the mill open in winter?", "- Who grinds the flour?", "- May I bring my own corn?"]
    text = PAIRS
    for one in asked:
        text = text.replace(one[2:], one)

    assert questions(text) == asked
    assert questions(text.replace("\nIt is", "\n- It is").replace("\nTwo", "\n- Two")) == []


def test_a_first_line_without_a_mark_is_a_question_where_nearly_all_others_ask():
    text = PAIRS + "\nCan dogs come in?\nThey may.\n\nThe opening hours\nNine to five.\n\nIs there tea?\nThere is.\n"

    assert "The opening hours" in questions(text)


def test_wrapped_prose_whose_lines_end_in_a_question_mark_by_chance_asks_nothing():
    wrapped = "How many wheels has a mill, and does anybody count them any more?\nNobody does, it seems, in town."

    assert questions(f"{wrapped}\n\n{wrapped}\n\n{wrapped}\n\n{wrapped}\n") == []


def test_lines_that_all_ask_are_no_answers_to_one_another():
    pair = "Is it wide?\nIs it deep?\nIs it cold?\n"

    assert questions(f"{pair}\n{pair}\n{pair}\n{pair}") == []


def test_two_such_paragraphs_prove_nothing():
    assert questions("\n\n".join(PAIRS.split("\n\n")[:3])) == []
