"""Questions told by where they stand: at one indent, on lines of their own, in boxes to be filled in."""

from reader.formats.evidence.indents import indents
from reader.formats.evidence.paragraphs import Outline
from reader.formats.evidence.sections import is_field, section_lines
from reader.formats.evidence.titles import titles
from reader.formats.exchanges import dialogue
from reader.formats.laying_out import laid_out


def asked(text):
    read = indents(Outline(laid_out(text, is_markdown=False)))
    return [move.line for move in read.moves if move.side == "asks"] if read and read.weight > 0 else None


def questions(text):
    page = laid_out(text, is_markdown=False)
    return [one.question.body.of(text) for one in dialogue(page, section_lines(page)).exchanges]


DOORS = (
    "FAQ about doors\n\n"
    "How do I open one?\n\n\tBy the handle, if it has\n\tone that turns.\n\n"
    "Who shuts it?\n\n\tWhoever came last does it.\n\n"
    "It is stuck.\n\n\tPush where the hinges aren't.\n\n"
    "What if it is gone?\n\n\tThen it is open for good.\n"
)


def test_what_stands_left_of_deeper_text_and_asks_is_a_question():
    assert asked(DOORS.replace("It is stuck.", "Is it stuck?")) == [2, 7, 11, 15]


def test_what_stands_where_questions_stand_is_one_without_a_mark():
    assert asked(DOORS) == [2, 7, 11, 15]


def test_a_deeper_answer_needs_no_blank_line():
    text = "NAME\n   doors - questions\n\nUSE\n" + "".join(
        f"   What is door {n} for?\n\t It leads out to the yard,\n\t past shed {n}.\n\n" for n in range(4)
    )
    assert asked(text) == [4, 8, 12, 16]


def test_indented_verse_that_wonders_is_no_list_of_questions():
    assert (
        asked("".join(f"Who rings the bell at {n}?\n   The keeper does,\nand then he sleeps.\n\n" for n in range(5)))
        is None
    )


def test_short_lines_that_ask_between_long_ones_are_questions_without_blank_lines():
    told = "I came by the ferry, and I stayed, because the keeper let me wind the lamp, and I liked it. " * 2
    text = "".join(f"{ask}\n{told}\n" for ask in ("Why did you come?", "Do you miss home?", "What do you want?"))
    assert questions(text) == ["Why did you come?", "Do you miss home?", "What do you want?"]


def test_a_question_right_above_an_answered_one_is_answered_with_it():
    text = DOORS.replace("Who shuts it?", "Does it close?\n\nWho shuts it?")

    assert "Does it close?\n\nWho shuts it?" in questions(text)
    assert len(questions(text)) == len(questions(DOORS))


def test_lines_behind_long_dashes_that_ask_politely_are_questions():
    text = "".join(
        f"――{ask}\n{told}\n"
        for ask, told in (
            ("灯台の仕事を始めたきっかけを教えてください。", "祖父が灯台守でした。"),
            ("一番大変なことは何ですか?", "霧の夜です。"),
            ("読者へ一言お願いします。", "いつでも遊びに来てください。"),
        )
    )
    assert len(questions(text)) == 3


def test_boxes_and_blanks_are_to_be_filled_in():
    assert all(map(is_field, ("[ ] yes", "( ) no", "☐ perhaps", "Name: ________", "a) [ ] all")))
    assert not any(map(is_field, ("[1] a note", "[x](there)", "(laughs)", "snake_case")))


def test_a_form_to_be_filled_in_has_no_answers():
    assert not questions("".join(f"{n}. Did you sleep in hut {n}?\n   [ ] yes  [ ] no\n\n" for n in range(1, 6)))


BODY = "It was left out in the rain,\n{pad}and nobody has looked since.\n\n"


def listed(title, lead="   ", pad=" " * 8, parts=("Roofs", "Floors")):
    entries = "".join(
        f"{part}\n\n"
        + "".join(f"{lead}The {part.lower()[:-1]} is {how}\n\n{pad}" + BODY.format(pad=pad) for how in HOW)
        for part in parts
    )
    return f"{title}\n\n{entries}"


HOW = ("wet", "gone", "too loud!")


def test_entries_that_ask_nothing_are_questions_where_the_text_is_named_so():
    assert asked(listed("          Questions les plus fréquentes")) == [4, 9, 14, 21, 26, 31]
    assert asked(listed("          Huts of the north")) is None


def test_a_sentence_that_speaks_of_such_a_list_names_nothing():
    assert asked(listed("Please read the FAQ first.")) is None


def test_bullets_with_text_of_their_own_below_are_entries_of_a_named_list():
    bulleted = listed("    よくある質問", "  * ", "    ")
    assert asked(bulleted) == [4, 9, 14, 21, 26, 31]


def test_entries_above_the_first_that_asks_are_of_its_series():
    text = listed("Huts, an FAQ", parts=("Roofs",)).replace("loud!", "loud?") + "".join(
        f"   Is hut {n} for sale?\n\n        Ask its keeper.\n\n" for n in range(4)
    )
    assert asked(text) == [4, 9, 14, 19, 23, 27, 31]


def test_what_has_its_text_less_deep_than_the_entries_is_none():
    text = listed("Huts, an FAQ") + "Contact\n\n   Did you not find your hut here?\n\n    By post only, please.\n"
    assert asked(text) == [4, 9, 14, 21, 26, 31]


def entitled(*lines, title="Lamps: frequently asked questions"):
    text = f"{title}\n\n" + "".join(f"{line}\n\nTurn the wick up, and then\nwait until it burns.\n\n" for line in lines)
    page = laid_out(text, is_markdown=False)
    read = titles(Outline(page))
    return [page.bare[move.line] for move in read.moves if move.side == "asks"] if read and read.weight > 0 else None


ALONE = (
    "How do I light it?",
    "The glass is black",
    "Is it safe?",
    "No oil is left",
    "Who made it?",
    "Where is oil sold?",
)


def test_lines_alone_that_end_like_titles_are_questions_among_those_that_ask():
    assert entitled(*ALONE) == [*ALONE]


def test_lines_alone_are_headings_where_the_text_is_not_named_a_list_or_few_ask():
    assert entitled(*ALONE, title="Lamps") is None
    assert entitled("What is oil?", "Wicks", "Glass", "Oil", "Smoke", "Soot", "Fire") is None


def test_a_sentence_alone_or_what_another_leads_to_is_no_title():
    lines = (*ALONE, "It burns.", "Then say:", "Light!", "lamp --light", "Now type:\n\nLamp on")
    assert entitled(*lines, "Is it lit?") == [*ALONE, "Is it lit?"]


def test_of_titles_in_a_row_the_first_is_the_heading_of_a_section():
    assert entitled(*ALONE, "Oil\n\nIs it dear?") == [*ALONE, "Is it dear?"]
