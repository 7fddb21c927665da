"""The evidence that needs no labels: headings, numbers, rhythm; and where sections and answers end."""

import pytest

from reader.formats.evidence.announced import is_faq, is_interview, is_named_faq
from reader.formats.evidence.ending import Pair, trimmed
from reader.formats.evidence.headings import headings
from reader.formats.evidence.numbers import numbers
from reader.formats.evidence.paragraphs import Outline, Paragraph
from reader.formats.evidence.reading import Move, Reading
from reader.formats.evidence.rhythm import rhythm
from reader.formats.evidence.sections import is_direction, is_end, is_rule, section_lines
from reader.formats.laying_out import laid_out


def page_of(text, *, is_markdown=False):
    return laid_out(text, is_markdown=is_markdown)


def questions(read):
    return [move.line for move in read.moves if move.side == "asks"] if read else None


def test_paragraphs_are_runs_of_lines_that_hold_words():
    outline = Outline(page_of("one\ntwo\n\n---\nthree\n\n"))
    assert outline.paragraphs == (Paragraph(0, 1), Paragraph(4, 4))
    assert outline.words(outline.paragraphs[0]) == "one two"


def test_paragraphs_between_lines_are_cut_there():
    outline = Outline(page_of("one\ntwo\nthree\n\nfour\n"))
    assert outline.between(1, 2) == [Paragraph(1, 1)]
    assert outline.between(2, 5) == [Paragraph(2, 2), Paragraph(4, 4)]
    assert outline.between(3, 3) == []


def test_headings_of_sections_are_known_by_marks_wording_capitals_and_place():
    page = page_of(
        "Section A: Ropes\n\ntext\n\nTHE LONG ROPE\n\ntext\n\n                    In the middle\n\ntext\n\n"
        "--=[ Knots ]=--\n"
    )
    assert [page.bare[line] for line in sorted(section_lines(page))] == [
        "Section A: Ropes", "THE LONG ROPE", "In the middle", "--=[ Knots ]=--",
    ]  # fmt: skip


def test_a_dash_between_the_words_of_a_paragraph_decorates_nothing():
    assert not section_lines(page_of("We kept the old rope, in case\n-- but nobody came for it.\n"))


def test_code_in_capitals_is_no_heading():
    assert not section_lines(page_of("DIRS = @DIRS@\n\ntext\n"))


def test_ends_directions_and_rules_are_told_apart():
    assert is_end("** END **")
    assert is_end("(End of recording)")
    assert not is_end("The end of the rope was wet.")
    assert is_direction("[laughs]")
    assert is_direction("Break: [04:55]")
    assert not is_direction("Rope: [wet]")
    assert not is_direction("[He] laughs (a lot).")
    assert is_rule("-----")
    assert not is_rule("}")


def test_a_text_says_at_its_head_that_it_is_a_list_of_questions():
    assert is_faq(page_of("Frequently asked questions about sheds\n\ntext\n"))
    assert is_faq(page_of("# Häufige Fragen\n\ntext\n", is_markdown=True))
    assert not is_faq(page_of("Sheds\n\ntext\n"))
    assert not is_faq(page_of("Sheds, from http://www.faqs.org/sheds/\n\ntext\n"))


@pytest.mark.parametrize(
    "name",
    ["The sheds FAQ", "Questions fréquemment posées", "Preguntas más frecuentes", "Domande più comuni",
     "Veel gestelde vragen", "Частые вопросы", "Часті питання", "Najczęściej zadawane pytania", "Časté dotazy",
     "Sıkça sorulan sorular", "Usein kysyttyä",
     "常用问题", "常見問答", "よくあるご質問", "자주 하는 질문", "שאלות ותשובות"],
)  # fmt: skip
def test_a_list_of_questions_is_named_in_many_languages(name):
    assert is_named_faq(page_of(f"Sheds\n\n{name}\n\ntext\n"))


@pytest.mark.parametrize("said", ["See the FAQ first.", "Whoever reads the FAQ of\nthe sheds knows."])
def test_what_only_speaks_of_a_list_of_questions_is_no_name(said):
    assert not is_named_faq(page_of(f"Sheds\n\n{said}\n\ntext\n"))


def test_a_text_says_before_its_questions_that_somebody_was_asked():
    assert is_interview(page_of("Sheds\n\nWe talked to Ada Moss.\n\ntext\n"), 4)
    assert not is_interview(page_of("Sheds\n\nThey are wet.\n\ntext\n"), 4)


@pytest.mark.parametrize("said", ["Intervju med fyrvakten", "Rozhovor s kapitánem", "Fenerciyle söyleşi", "Interjú"])
def test_that_somebody_is_asked_is_said_in_many_languages(said):
    page = page_of(f"{said}\n\nNobody is awake.\n\nWhy?\n")
    assert is_interview(page, 4)


def test_of_several_levels_of_headings_that_which_asks_is_taken():
    text = "# Sheds\n\n" + "## Doors\n\n### Is it wide?\n\nYes.\n\n### Is it high?\n\nNo.\n\n" * 2
    read = headings(page_of(text, is_markdown=True))
    assert questions(read) == [4, 8, 14, 18]


def test_headings_of_a_manual_in_pod_ask():
    text = "".join(f"=head2 Is it C<{n}> or more?\n\nIt is, by some way.\n\n" for n in range(4))
    page = page_of(f"=head1 NAME\n\nropes - a list of questions\n\n{text}")
    assert questions(headings(page)) == [4, 8, 12, 16]
    assert page.bare[4] == "Is it C<0> or more?"


def test_an_announced_list_has_questions_without_marks():
    text = "# FAQ\n\n" + "".join(f"## Entry {number} of the list\n\nText.\n\n" for number in range(4))
    assert questions(headings(page_of(text, is_markdown=True))) == [2, 6, 10, 14]


def test_how_far_headings_stand_in_tells_questions_from_those_of_sections_and_of_answers():
    def headed(line, lead=""):
        return f"{lead}{line}\n{lead}{'-' * len(line)}\n"

    entry = "".join(f"{headed(f'The door {how}', '  ')}    Push.\n\n" for how in ("sticks", "creaks", "is gone"))
    inside = f"{headed('Outdoors', '    ')}      Pull.\n\n"
    page = page_of(f"{headed('Doors, an FAQ')}{entry}{inside}{entry}{headed('Help')}  By post.\n")
    read = headings(page)
    assert read is not None
    assert [page.bare[line] for line in questions(read)] == [
        "The door sticks",
        "The door creaks",
        "The door is gone",
    ] * 2
    assert [page.bare[line] for line in sorted(read.breaks)] == ["Doors, an FAQ", "Help"]


def test_numbered_steps_are_no_questions():
    assert numbers(page_of("1. Take a rope.\n\n2. Wet it.\n\n3. Wait.\n\n4. Dry it.\n")) is None


def test_a_number_needs_no_blank_before_a_word():
    text = "1. Is it wet?\n\nVery.\n\n2.Is it cold?\n\nVery.\n\n3.Would you go again?\n\nNever.\n"
    assert questions(numbers(page_of(text))) == [0, 4, 8]
    assert numbers(page_of("1.5kg of rope?\n\nYes.\n\n2.5kg of rope?\n\nNo.\n\n3.5kg of rope?\n\nNo.\n")) is None


def test_a_dash_may_stand_behind_a_number_or_nothing_before_what_is_asked_without_blanks():
    text = "1.- Is it wet?\n\nVery.\n\n2. Is it cold?\n\nVery.\n\n3.- Would you go again?\n\nNever.\n"
    assert questions(numbers(page_of(text))) == [0, 4, 8]
    assert questions(
        numbers(page_of("[4]舟は好きですか?\nはい。\n[5]話してください。\nいいえ。\n[6]なぜ?\n雨。\n"))
    ) == [0, 2, 4]


def test_a_number_sign_needs_no_stop_behind_the_number():
    assert questions(numbers(page_of("#1 Is it wet?\nVery.\n\n#2 Is it cold?\nVery.\n\n#3 Again?\nNever.\n"))) == [
        0,
        3,
        6,
    ]


def test_a_numbered_request_ends_with_its_line_where_questions_do():
    text = "1) Is it wet?\nVery.\n\n2) Is it cold?\nVery.\n\n3) Describe it in two words.\nCold, wet.\n"
    assert questions(numbers(page_of(text))) == [0, 3, 6]


def test_numbered_questions_without_answers_are_none():
    read = numbers(page_of("1. Why a rope?\n2. Why wet?\n3. Why wait?\n4. Why dry?\n"))
    assert read is None or read.weight <= 0


def test_numbered_entries_that_seldom_ask_are_questions_where_they_speak_to_one_who_answers():
    said = "{}) {}\n\nI had a rope, and we kept it dry.\n\n"
    asked = ("Where did you find it?", "Tell us how you dried it.", "You said it was long.")
    text = "".join(said.format(number, line) for number, line in enumerate(asked, start=1))

    assert questions(numbers(page_of(text))) == [0, 4, 8]
    assert numbers(page_of(text.replace("I had", "Ann had").replace("we kept", "they kept"))) is None


def test_a_heading_of_one_number_that_is_underlined_ends_the_answer():
    heat = f"1.1 Is it wet?\n\n{ANSWER}\n\n1.2 Is it cold?\n\n{ANSWER}\n\n"
    read = numbers(page_of(f"{heat}2. Care\n=======\n\n2.1 Will it dry?\n\n{ANSWER}\n"))

    assert read is not None
    assert 8 in read.breaks


def test_numbers_with_a_letter_behind_count_on_by_it_below_their_contents():
    contents = "1. Doors\n  a. Is it open?\n  b. It creaks.\n2. Roofs\n  a. Is it dry?\n"
    body = f"1a. Is it open?\n\n{ANSWER}\n\n1b. It creaks.\n\n{ANSWER}\n\n2a. Is it dry?\n\n{ANSWER}\n\n"
    text = f"{contents}\n{body}2b. Is it flat?\n\n{ANSWER}\n"
    assert questions(numbers(page_of(text))) == [6, 10, 14, 18]


def test_numbers_behind_a_word_are_told_from_a_longer_list_of_contents():
    contents = "".join(f"{number}.1. A thing about doors\n{number}.2. Is it a door?\n" for number in range(1, 9))
    subjects = ("Is it a door?", "Is it shut?", "Is it red?")
    body = "".join(f"Subject: 1.{n}. {asked}\n\n{ANSWER}\n\n" for n, asked in enumerate(subjects, start=1))
    assert questions(numbers(page_of(f"{contents}\n{body}"))) == [17, 21, 25]


def test_a_question_whose_answer_is_a_list_is_no_entry_of_its_contents():
    listed = "2. Which knots?\n1. The bowline\n2. The hitch\n3. The bend\n"
    text = f"1. Why ropes?\nThey bend.\n{listed}3. And if it slips?\nAgain.\n"

    assert questions(numbers(page_of(text))) == [0, 2, 6]


def test_contents_that_ask_above_entries_that_dont_are_no_questions():
    contents = "".join(f"1.{n} Is rope {n} wet?\n" for n in range(1, 6))
    body = "".join(f"1.{n} The rope\n\n{ANSWER}\n\n" for n in range(1, 6))
    read = numbers(page_of(f"{contents}{body}"))
    assert read is None or read.weight <= 0


def test_a_list_inside_an_answer_is_no_question():
    text = (
        "1. Why a rope?\n\nFor these reasons:\n\n  1. It is long.\n  2. It is wet.\n\n2. Why wet?\n\nSee 1.\n\n"
        "3. Why long?\n\nSee 2.\n"
    )
    assert questions(numbers(page_of(text))) == [0, 7, 11]


def test_a_numbered_question_may_be_answered_on_its_line():
    text = "1. Why a rope? It is long.\n2. Why wet? It rained.\n3. Why now? It is late.\n"
    read = numbers(page_of(text))
    assert read is not None
    assert [(move.line, move.side) for move in read.moves][:2] == [(0, "asks"), (0, "answers")]


def test_codes_of_any_depth_are_entries_and_one_right_above_another_is_a_heading():
    asked = (
        "1.0 Ropes",
        "1.1 Why a rope?",
        "1.2 Wet ropes",
        "1.2.1 Why wet?",
        "1.2.2 How wet?",
        "1.3 Dry ropes",
        "2.0 Knots",
    )
    parts = {line: f"\t{ANSWER}\n\n" for line in asked if line not in {"1.0 Ropes", "1.2 Wet ropes", "2.0 Knots"}}
    body = "".join(f"{line}\n\n{parts.get(line, '')}" for line in (*asked, "2.1 Why a knot?")) + ANSWER
    contents = "".join(f"{line}\n" for line in (*asked, "2.1 Why a knot?", "2.2 Which\n\tone?", "2.3 What else?"))
    page = page_of(f"{contents}\n{body}\n")
    assert [page.bare[line] for line in questions(numbers(page))] == [*parts, "2.1 Why a knot?"]


def test_a_heading_that_counts_on_from_coded_entries_ends_the_answer():
    asked = "".join(f"Q2.{n} -- Why knot {n}?\n\n  {ANSWER}\n\n  1. Wet it.\n\n  2. Dry it.\n\n" for n in range(1, 5))
    page = page_of(f"{asked}               3. OLD KNOTS\n\n  * 3.1 Why old?\n")
    read = numbers(page)
    assert read is not None
    assert [page.bare[line] for line in sorted(read.breaks)] == ["3. OLD KNOTS"]


def test_a_paragraph_that_ends_asking_holds_no_answer():
    text = "".join(f"{n}) Why was rope {n} cut?  And who\nsaw the knife?\n\n" for n in range(1, 7))
    assert numbers(page_of(text)) is None


def test_numbered_entries_that_are_bold_as_those_that_ask_are_questions():
    asked = ("Tell us of ropes.", "Why wet?", "We hear that you knot.", "Why dry?", "Who pulls?", "Why not?")
    text = "".join(f"1. __{line}__\n\n    I do {n} things.\n\n    1. Wet\n\n" for n, line in enumerate(asked))
    assert questions(numbers(page_of(text, is_markdown=True))) == [0, 6, 12, 18, 24, 30]


def test_entries_are_told_from_a_list_in_an_answer_by_how_far_they_stand_in():
    text = (
        f"    1. About ropes\n\n{ANSWER}\n\n1. Wet them.\n\n2. Dry them.\n\n    2. Why wet?\n\n{ANSWER}\n\n"
        f"    1. Why dry?\n\n{ANSWER}\n\n    2. Why now?\n\n{ANSWER}\n"
    )
    assert questions(numbers(page_of(text))) == [0, 8, 12, 16]


def shape(text, *, is_markdown=False):
    page = page_of(text, is_markdown=is_markdown)
    read = rhythm(Outline(page), section_lines(page))
    return read if read and read.weight > 0 else None


ANSWER = "I had a rope, and it was long, and I was asked for it by everybody who had none, which was everybody I knew."


def test_short_paragraphs_that_ask_somebody_between_longer_ones_are_questions():
    text = f"What did you do?\n\n{ANSWER}\n\nWere you alone?\n\n{ANSWER}\n\nWould you do it again?\n\n{ANSWER}\n"
    assert questions(shape(text)) == [0, 4, 8]


@pytest.mark.parametrize(
    "speech",
    [
        pytest.param(("ask", *["tell"] * 6) * 4, id="many paragraphs apart"),
        pytest.param((*("ask", "tell") * 3, *["tell"] * 16), id="none towards the end"),
    ],
)
def test_questions_that_stand_as_in_a_speech_are_rhetoric(speech):
    said = {"ask": "Do you know what we did?", "tell": ANSWER}
    read = shape("\n\n".join(map(said.__getitem__, speech)))

    assert read is None or read.weight <= 0


def test_questions_in_a_row_weigh_less_than_answered_ones():
    ask = "Do you know what we did?"
    answered, in_a_row = (f"{ask}\n\n{ANSWER}\n\n", f"{ask}\n\n{ask}\n\n{ANSWER}\n\n{ANSWER}\n\n")

    assert shape(in_a_row * 5).weight < shape(answered * 10).weight - 1.0


def test_a_remark_to_the_guest_between_answers_is_a_question():
    text = (
        f"What did you do?\n\n{ANSWER}\n\nWere you alone?\n\n{ANSWER}\n\nYou must have been cold!\n\n{ANSWER}\n\n"
        f"Would you do it again?\n\n{ANSWER}\n"
    )
    assert questions(shape(text)) == [0, 4, 8, 12]


def test_statements_to_the_guest_above_the_first_mark_are_questions():
    text = (
        f"Bo Tarn keeps a lighthouse.\n\nYou took the lamp home.\n\n{ANSWER}\n\nWhat did you do?\n\n{ANSWER}\n\n"
        f"Were you alone?\n\n{ANSWER}\n\nWould you do it again?\n\n{ANSWER}\n"
    )
    assert questions(shape(text)) == [2, 6, 10, 14]


def test_one_who_asks_may_speak_of_oneself_where_questions_and_answers_keep_time():
    own = "I hear a good deal about lamps in our town these days, any thoughts on what the rest of us should do?"
    text = (
        f"What did you do?\n\n{ANSWER}\n\nWere you alone?\n\n{ANSWER}\n\n{own}\n\n{ANSWER}\n\n"
        f"Would you do it again?\n\n{ANSWER}\n"
    )
    assert questions(shape(text)) == [0, 4, 8, 12]


def test_short_answers_take_turns_with_questions_without_fail():
    asked = ("Where do you write?", "What do you read at night?", "Do you ever travel?", "Who are you fond of?",
        "What would you change?", "Are you often asked?")  # fmt: skip
    told = ("At my desk", "Maps", "I do", "My dog", "Nothing", "Never")
    text = "A short interview\n" + "".join(f"{line}\n{said}.\n" for line, said in zip(asked, told, strict=True))

    assert questions(shape(text)) == [1, 3, 5, 7, 9, 11]


def test_an_answer_may_ask_in_its_midst_between_questions():
    text = (
        f"What did you do?\n\n{ANSWER}\n\nWhom do you write to?\n\nThey write to me. What about? My rope.\n\n"
        f"Were you alone?\n\n{ANSWER}\n\nWould you do it again?\n\n{ANSWER}\n"
    )
    assert questions(shape(text)) == [0, 4, 8, 12]


def test_questions_in_spanish_speak_to_the_guest_without_a_word_for_it():
    answer = (
        "Subí porque mi padre me lo pidió, y me quedé hasta que la luz volvió a la bahía una noche de invierno. " * 2
    )
    asked = ("¿Cómo decidió subir?", "¿Qué tiene un faro?", "¿Hay que escuchar a nuestros faros? ¿Nos dicen algo?")
    text = "Entrevista a Bo Tarn\n\n" + "".join(f"{one}\n\n{answer}\n\n" for one in asked)
    assert questions(shape(text)) == [2, 6, 10]


def test_questions_in_hebrew_speak_to_the_guest_who_speaks_of_himself():
    text = (
        "שיחה עם שומר המגדלור\n\nאיך הגעת לכאן?\n\nאבא שלי הביא אותי בסירה קטנה, ומאז לא ירדתי מן הצוק הזה.\n\n"
        "מה אתה רואה בלילה?\n\nאני רואה את האור שלי חוזר אליי מן הגלים, ואת הסירות שמחכות לו.\n\n"
        "מי יבוא אחריך?\n\nאני מקווה שהבת שלי, היא מכירה כאן כל אבן וכל שחף.\n"
    )
    assert questions(rhythm(Outline(page_of(text)), frozenset())) == [2, 6, 10]


def test_a_text_that_says_that_somebody_is_asked_needs_fewer_signs_of_it_in_italian():
    answer = "C’era una volta un faro, e la luce tornava ogni notte sulla baia fino alla fine dell’inverno. "
    asked = ("Quando è stato costruito il faro?", "Secondo il custode, quanto resta?", "Progetti futuri?")
    text = "".join(f"{one}\n\n{answer}\n\n{answer}\n\n" for one in asked)
    assert questions(shape(f"Intervista al custode\n\n{text}")) == [2, 8, 14]
    assert shape(f"Il faro e la baia\n\n{text}") is None


def test_what_is_asked_in_dutch_speaks_to_the_guest():
    answer = "Het licht kwam ’s nachts terug en ik bleef, want mijn vader had het mij een keer gevraagd. " * 2
    asked = ("Wat deed je daar?", "Hoe lang bleef je?", "Waar komt het vandaan, denk je?")
    assert questions(shape("".join(f"{one}\n\n{answer}\n\n" for one in asked))) == [0, 4, 8]


def test_a_sign_before_questions_may_be_the_long_vowel_of_japanese_and_their_end_a_topic():
    asked = ("ーー舟はどこで見つけましたか?", "ーーその後は。", "ーー次に行くところは。")
    text = "".join(f"{one}\n父の納屋で見つけました。長い冬のあいだ、誰も乗っていませんでした。\n" for one in asked)
    assert questions(shape(text)) == [0, 2, 4]


def test_rhetorical_questions_in_a_column_are_none():
    prose = (
        "The rope was long and the winter was longer, and nobody in the town had either, or said so to the council. "
    )
    text = (
        f"{prose}\n\nWas it worth it?\n\n{prose * 2}\n\n{prose}\n\nWho knows?\n\n{prose * 3}\n\nAnd now?\n\n{prose}\n"
    )
    assert shape(text) is None


def test_paragraphs_that_are_wholly_emphasised_ask_with_or_without_a_mark():
    text = f"**What is it?**\n\n{ANSWER}\n\n**It looks heavy.**\n\n{ANSWER}\n\n**Is it yours?**\n\n{ANSWER}\n"
    assert questions(shape(text, is_markdown=True)) == [0, 4, 8]


def test_a_star_may_stand_before_questions_and_a_paragraph_of_several_is_a_list():
    asked = ("* Is the rope wet?", "* Where does the council find it?", "* Who mends it?")
    text = "".join(f"{one}\n\nThe barn stood open and the rope was as dry as a rope can be.\n\n" for one in asked)
    assert questions(shape(text)) == [0, 4, 8]
    assert shape(text.replace("rope wet?", "rope\n* wet?").replace("find it?", "find\n* it?")) is None


def test_who_only_wonders_is_no_sign_before_questions():
    told = "The barn stood open and the rope was as dry as a rope can be.\n\n"
    assert shape("".join(f"{mark}\n\n{told}" for mark in ("?", "???", "?", "?!"))) is None


def test_bold_items_of_a_list_ask_though_their_answers_are_in_italics():
    asked = ("Do you tie knots?", "Name two of them.", "Which is best?", "Tell us why", "Do you untie them?")
    told = "*I tie seven a day, and I have done so for as long as I can think.*"
    text = "".join(f"* **{line}**\n{told}\n\n" for line in asked)
    read = shape(text, is_markdown=True)
    assert read is not None
    assert questions(read) == [0, 3, 6, 9, 12]


def kept(text, moves, breaks=()):
    """The first line of each answer, and the line before which it ends."""
    page = page_of(text)
    pairs = [
        Pair(asked, answered, following.line if following else len(page.lines))
        for asked, answered, following in zip(moves[::2], moves[1::2], [*moves[2::2], None], strict=True)
    ]
    found = trimmed(Outline(page), Reading(moves, frozenset(breaks), 1.0, ""), pairs)
    return [(pair.answered.line, pair.stop) for pair in found]


def test_a_closing_line_is_no_part_of_the_last_answer():
    text = "Q: a?\n\nA: b.\n\nThis interview has been edited and condensed.\n"
    moves = [Move(0, "asks", 3, "Q", "q"), Move(2, "answers", 3, "A", "a")]
    assert kept(text, moves) == [(2, 4)]


def test_an_answer_that_stands_in_ends_where_the_page_goes_on():
    text = "    Q: a?\n\n    A: b.\n\n    c.\n\nThe town went on.\n"
    moves = [Move(0, "asks", 3, "Q", "q"), Move(2, "answers", 3, "A", "a")]
    assert kept(text, moves) == [(2, 6)]


def test_notes_below_a_rule_are_no_part_of_the_last_answer():
    text = "Q: a?\n\nA: b.[1]\n\n------\n\n   ^[1] A book on ropes,\n   long ones too.\n"
    moves = [Move(0, "asks", 3, "Q", "q"), Move(2, "answers", 3, "A", "a")]
    assert kept(text, moves) == [(2, 4)]


@pytest.mark.parametrize("head", ["About the author", "Zur Person", "嘉宾介绍：", "**Our guest today:**"])
def test_what_is_told_of_the_guest_is_no_part_of_the_last_answer(head):
    text = f"Q: Why?\n\nA: Yes.\n\n{head}\n\nJane Doe keeps a lamp.\n"
    assert kept(text, [Move(0, "asks"), Move(2, "answers")]) == [(2, 4)]


def test_a_bold_lead_is_part_of_the_last_answer_where_others_have_it_too():
    text = "Q: Why?\n\nA: Yes.\n\n**So:**\n\nWell.\n\nQ: How?\n\nA: So.\n\n**So:**\n\nWell.\n"
    moves = [Move(0, "asks"), Move(2, "answers"), Move(8, "asks"), Move(10, "answers")]
    assert kept(text, moves) == [(2, 8), (10, 15)]


def test_a_figure_below_the_last_answer_is_no_part_of_it():
    figure = '<figure>\n <img src="a.png" />\n <figcaption>\n A lamp\n </figcaption>\n</figure>\n'
    text = f"Q: Why?\n\nA: Yes.\n\n{figure}\nAnd so on.\n\n{figure}"
    assert kept(text, [Move(0, "asks"), Move(2, "answers")]) == [(2, 13)]
