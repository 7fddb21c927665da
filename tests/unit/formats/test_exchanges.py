"""Which answer belongs to which question, convention by convention."""

from textwrap import dedent

import pytest

from reader.formats.evidence.sections import section_lines
from reader.formats.exchanges import dialogue
from reader.formats.laying_out import laid_out
from reader.model.article import Kind
from reader.model.interview import Role
from reader.model.text import LineNumbers


def spoken(text, *, is_markdown):
    page = laid_out(text, is_markdown=is_markdown)
    return dialogue(page, section_lines(page))


def read(text, *, is_markdown=False):
    return spoken(dedent(text).lstrip("\n"), is_markdown=is_markdown)


def lines_of(text, *, is_markdown=False):
    """For each exchange: first and last line of the question, first and last line of the answer."""
    text = dedent(text).lstrip("\n")
    numbers = LineNumbers(text)
    return [
        (
            numbers.at(one.question.span.start),
            numbers.at(max(one.question.span.start, one.question.span.end - 1)),
            numbers.at(one.answer.span.start),
            numbers.at(max(one.answer.span.start, one.answer.span.end - 1)),
        )
        for one in spoken(text, is_markdown=is_markdown).exchanges
    ]


def labels_of(text, *, is_markdown=False):
    return [(one.question.label, one.answer.label) for one in read(text, is_markdown=is_markdown).exchanges]


TWO_PAIRS = """
    On Kettles

    Q: Why does it sing?

    A: It is glad of the water.

    It stops when it boils.

    Q: And then?

    A: Then there is tea.
"""


def test_a_question_and_everything_said_until_the_next_are_an_exchange():
    assert lines_of(TWO_PAIRS) == [(3, 3, 5, 7), (9, 9, 11, 11)]


def test_the_body_of_a_question_is_what_is_said_without_its_label():
    text = dedent(TWO_PAIRS)
    first = spoken(text, is_markdown=False).exchanges[0]

    assert first.question.body.of(text) == "Why does it sing?"
    assert first.answer.body.of(text) == "It is glad of the water.\n\nIt stops when it boils."
    assert first.answer.span.of(text).startswith("A: It is")


def test_an_asking_turn_need_not_be_a_question():
    text = """
        Q: Where do you keep the salt?

        A: In the jar that says sugar.

        Q: Right.

        A: It keeps the ants away.
    """
    assert len(lines_of(text)) == 2


def test_an_unanswered_question_is_no_exchange():
    text = TWO_PAIRS + "\n    Q: And after the tea?\n"
    assert len(lines_of(text)) == 2


def test_asking_turns_in_a_row_are_one_question():
    text = """
        Q: Is it open source?

        Q: And is it fast?

        A: Yes, and no.

        Q: Who wrote it?

        A: My aunt.
    """
    assert lines_of(text)[0] == (1, 3, 5, 5)


def test_options_to_choose_from_are_no_answers():
    quiz = "".join(f"{n}. Which door leads to pier {n}?\na) The red one\nb) The blue one\n\n" for n in range(1, 6))
    assert lines_of(quiz) == []


def test_headings_that_ask_are_topics_where_people_talk_below_them():
    turns = "Ann: So {0}?\n\nBea: It is the {0} that we had last year, I think, only greener.\n\n"
    text = "".join(f"## What is a {n}?\n\n{turns.format(n)}" for n in ("rope", "sail", "lamp", "door", "bell"))

    assert labels_of(text, is_markdown=True) == [("Ann", "Bea")] * 5


def test_a_section_heading_breaks_a_run_of_questions_and_drops_the_unanswered_one():
    text = """
        # Talk

        Q: What is first?

        A: The rope.

        Q: Shall we go on?

        ## The second part

        Q: What is second?

        A: The knot.
    """
    assert lines_of(text, is_markdown=True) == [(3, 3, 5, 5), (11, 11, 13, 13)]


def test_an_answer_ends_before_a_section_heading():
    text = """
        Q: What is first?

        A: The rope.

        ## The second part

        This part has no questions for a while, and begins with the weather.

        Q: What is second?

        A: The knot.
    """
    assert lines_of(text, is_markdown=True)[0] == (1, 1, 3, 3)


def test_a_label_alone_on_its_line_is_the_first_line_of_what_is_said():
    text = """
        Moss:

        When did you first see a harbour?

        Tarn:

        From the womb, they say.

        Moss:

        And what did you make of it?

        Tarn:

        I was told to lie still, so I lay still.
    """
    assert lines_of(text) == [(1, 3, 5, 7), (9, 11, 13, 15)]


def test_question_and_answer_on_one_line_have_that_line():
    text = """
        Q: Is there tea? A: There is a kettle.
        Q: Is it far? A: A mile, or two with the dog.
        Q: May I sit? A: Please do.
    """
    assert lines_of(text) == [(1, 1, 1, 1), (2, 2, 2, 2), (3, 3, 3, 3)]


def test_a_question_has_all_its_paragraphs():
    text = """
        Q: I have moved the engine and the funnel.

        What else is there on a tug?

        A: The captain.

        Q: Could he be moved?

        A: Not by me.
    """
    assert lines_of(text)[0] == (1, 3, 5, 5)


def test_turns_need_no_blank_line_between_them():
    text = """
        Q. Does it lean to the left
        in all weathers?
        A. It does.
        Q. Why is that?
        A. The keel is bent,
        and so is the pond.
    """
    assert lines_of(text) == [(1, 2, 3, 3), (4, 4, 5, 6)]


def test_several_answerers_are_one_answer_under_the_first_label():
    text = """
        Host: Where did the two of you meet?

        Orr: At a funeral for a boat.

        Dunn: It was a small boat.

        Host: And who was sad?

        Dunn: The rope.

        Orr: Nobody else was.
    """
    assert lines_of(text) == [(1, 1, 3, 5), (7, 7, 9, 11)]
    assert labels_of(text) == [("Host", "Orr"), ("Host", "Dunn")]


def test_an_opening_statement_is_no_answer():
    text = """
        THE MAYOR:  Good morning.  The bridge is open, and it will stay
        open until it rains.

        Q    Sir, how long will it take to mend?

        THE MAYOR:  A week.

        Q    It took a year the last time.

        THE MAYOR:  It rained.

        END
    """
    found = read(text)
    assert lines_of(text) == [(4, 4, 6, 6), (8, 8, 10, 10)]
    assert [one.answer.label for one in found.exchanges] == ["THE MAYOR", "THE MAYOR"]


def test_marks_of_the_end_and_stage_directions_are_no_part_of_an_answer():
    text = """
        Q: Who is there?

        A: Only me.

        [A door.]

        Q: Who was that?

        A: The wind, I think.

        ** END **
    """
    assert lines_of(text) == [(1, 1, 3, 3), (7, 7, 9, 9)]


@pytest.mark.parametrize("label", ["Q", "Q:", "Q.", "Q)", "Q -", "(Q)", "**Q:**", "Q12:"])
def test_a_question_is_labelled_q_however_it_is_marked(label):
    mark = label if label.startswith("**") or not label[-1].isalpha() else f"{label}   "
    text = f"{mark} Why is it here?\n\nA: It was cold.\n\n{mark} Is it warm now?\n\nA: Warmer.\n"

    assert {one.question.label for one in spoken(text, is_markdown=True).exchanges} == {"Q"}


def test_time_stamps_and_links_are_no_part_of_a_label():
    text = """
        Ada Moss [(00:00:10)](https://x.example/t?10) What can you hear from up there, on a still day?

        Bo Tarn [(00:00:20)](https://x.example/t?20) I hear the sea and my own two knees.

        Ada Moss [(00:00:30)](https://x.example/t?30) Which of them is louder, would you say?

        Bo Tarn [(00:00:40)](https://x.example/t?40) My knees, by far, and they have been since I was forty.

        Ada Moss [(00:00:50)](https://x.example/t?50) Did you ever think of coming down?

        Bo Tarn [(00:01:00)](https://x.example/t?60) I think of it every morning and every night.
    """
    assert labels_of(text, is_markdown=True) == [("Ada Moss", "Bo Tarn")] * 3


def test_unlabelled_questions_are_told_by_their_shape():
    text = """
        The woman who rows the mail has very large hands, and she uses them when she speaks.

        How many letters did you carry in all those years?

        I never counted letters. I counted sacks, and of those there were about eleven thousand, my sister says.

        Did you ever read one of them?

        I read the postcards, everybody does. Who could sit in a boat for an hour and not read a postcard? I could not.

        Tell me about the motor launch.

        It goes across in nine minutes with a lad at the wheel, and I am told that he never looks at the water at all.

        What do you do with your hands now?

        I write. My letters go out with the lad every morning, and they come back to me with the tide in the evening.
    """
    assert lines_of(text) == [(3, 3, 5, 5), (7, 7, 9, 9), (11, 11, 13, 13), (15, 15, 17, 17)]


def test_headings_that_ask_are_questions():
    text = """
        # Sheds

        ## How long may I stay?

        Until it rains.

        ### If it never rains

        Then stay.

        ## Does it have a door?

        It has two.

        ## What about foxes?

        They have their own.

        ## About us

        We have built sheds since the flood.
    """
    assert lines_of(text, is_markdown=True) == [(3, 3, 5, 9), (11, 11, 13, 13), (15, 15, 17, 17)]
    assert labels_of(text, is_markdown=True) == [(None, None)] * 3


def test_one_heading_that_asks_is_rhetoric():
    text = """
        # Soup

        ## Why soup?

        Because of the spoon.

        ## The bowl

        It is round.

        ## The table

        It is not.
    """
    assert lines_of(text, is_markdown=True) == []


def test_numbered_entries_are_questions_with_or_without_a_mark():
    text = """
        Questions about the clock

         1. Why does it strike thirteen?

            It does so only at one.

         2. Who winds it?

            Mrs. Pym, on Fridays:
              1. She climbs the tower.
              2. She turns the key.

         3. The hands are of different lengths.

            That is intended.

         4. Can it be stopped,
            and by whom?

            Yes. By Mrs. Pym.
    """
    assert lines_of(text) == [(3, 3, 5, 5), (7, 7, 9, 11), (13, 13, 15, 15), (17, 18, 20, 20)]
    assert labels_of(text) == [(None, None)] * 4


def test_a_table_of_contents_that_repeats_the_questions_is_not_answered():
    text = """
        The Rope FAQ

        A1) What is a rope?
        A2) Where do I get one?
        B1) How long is it?

        Section A: Ropes

        A1) What is a rope?

        A long thing.

        A2) Where do I get one?

        At the quay.

        Section B: Lengths

        B1) How long is it?

        As long as you like.
    """
    assert lines_of(text) == [(9, 9, 11, 11), (13, 13, 15, 15), (19, 19, 21, 21)]


def test_questions_without_answers_are_no_exchanges():
    text = """
        For your reading group

        1. Why does she leave the boat?
        2. Who is the man on the quay?
        3. What would you have done?
        4. Is the ending a happy one?
    """
    assert lines_of(text) == []


def test_labelled_pairs_count_wherever_they_stand_in_an_article():
    text = """
        The number of eels has risen for the third spring, the trust said on Monday.

        Its biologist took some questions at the weir.

        Q: Where do they come from?

        A: From the other side of the ocean.

        Q: Will they be eaten?

        A: By herons, yes.

        Ms Sallow said afterwards that she had expected an angrier crowd. The path had been closed since April.

        "We were wrong," said Rolf Tamsin, who was at the weir with a bucket of his own.

        The council will decide in September, and the towpath stays closed until then.
    """
    assert lines_of(text) == [(5, 5, 7, 7), (9, 9, 11, 11)]


def test_dialogue_under_names_inside_a_report_does_not_count():
    text = """
        The meeting on Thursday was long, and it was warm in the hall, and most of those who came had come to ask.

        The company had brought slides. There were forty of them, and the first showed the company's own hall.

            REEVE: We would like to begin with the slides, if we may.

            VISITOR: Can't we begin with the questions?

            REEVE: Excuse me?

            VISITOR: Who is it that wants the slides?

        If you were not there you have not missed the slides. I have seen them all and could draw you every one.

        The next meeting is in the same hall, in the same week of next month, and I am told that it will be cooler.

        I shall go, and I shall bring a fan, and a list of everything that nobody answered on this warm Thursday.
    """
    assert lines_of(text) == []


def test_a_talk_that_goes_on_after_an_answer_is_no_part_of_it():
    talk = (
        "Now I start the machine and look at the light, which is green, and turn the wheel until it is not green. " * 2
    )
    text = (
        f"## First\n\n{talk}\n\nQ - What is the wheel for?\n\nA - It turns.\n\n{talk}\n\n"
        f"## Second\n\n{talk}\n\nQ - Is it safe?\n\nA - Quite.\n\n{talk}\n\n{talk}\n\n"
        f"## Third\n\n{talk}\n\nQ - Who made it?\n\nA - My aunt did.\n\n{talk}\n"
    )
    found = spoken(text, is_markdown=True)
    assert [one.answer.body.of(text) for one in found.exchanges] == ["It turns.", "Quite.", "My aunt did."]


@pytest.mark.parametrize(
    "text",
    [
        # a play
        """
        ACT I

        ANNA: Is that you?
        BORIS: Who else would it be?
        ANNA: The boy.
        BORIS: Has he a key?
        ANNA: He has a ladder. Did you bring salt?
        BORIS: Is there none?
        [Exit BORIS]
        """,
        # minutes
        """
        Minutes of the spring meeting

        Present: EP, LB, GT

        LB: The butt leaks.
        EP: Can it be mended?
        LB: It was mended in April.
        GT: Whose butt is it?
        EP: Ours.
        ACTION: LB to find a lid.
        """,
        # a listing
        """
        GIVE
        What: A rope of your own.
        Why: Because who has too much rope?
        Where: At the quay.

        STACK
        What: Three buckets.
        Why: Why not?
        Where: In the yard.
        """,
        # a column with headings
        """
        Up: The price of rope. Who knew?

        Down: The second pier, slightly.

        Up: Umbrellas. See rope.

        Down: My spirits, and what would we do without them?
        """,
        # a speech
        """
        THE MAYOR: My friends, what is a bridge? It is a road that has looked down.

        AUDIENCE: (Applause.)

        THE MAYOR: And who will build it? We will.

        AUDIENCE: (Applause.)

        THE MAYOR: Thank you.
        """,
    ],
)
def test_without_an_asking_side_there_are_no_exchanges(text):
    assert lines_of(text) == []


def test_recurring_speakers_who_do_not_ask_are_told_all_the_same():
    found = read("ACT I\n\n" + "ANNA: It rains.\nBORIS: It does.\n" * 4)

    assert [speaker.label for speaker in found.speakers] == ["ANNA", "BORIS"]
    assert {turn.role for turn in found.turns} == {Role.OTHER}
    assert found.evidence == ("no exchanges: 'ANNA' and 1 other take turns, nobody asks",)


def test_the_evidence_says_who_asks_and_who_answers():
    found = read("""
        Moss: Where were you at nine?

        Tarn: On the number nine, as everybody was who had the fare for it.

        Moss: And at ten?

        Tarn: On the number ten, with the same people and somebody's dog.

        Moss: Whose dog?

        Tarn: It never said, and I did not like to ask it.
    """)
    assert found.evidence == ("interview: 'Moss' asks 3 times, 'Tarn' answers 3 times",)
    assert found.kind is Kind.INTERVIEW
    assert [speaker.role for speaker in found.speakers] == [Role.ASKER, Role.ANSWERER]


def test_one_person_under_several_labels_is_one_speaker():
    found = read("""
        Ada Moss: Where were you at nine?

        Bo Tarn: On the number nine, as everybody was who had the fare for it.

        Moss: And at ten?

        BT: On the number ten, with the same people and somebody's dog.

        Moss: Whose dog?

        BT: It never said, and I did not like to ask it.
    """)
    assert [(speaker.label, speaker.aliases) for speaker in found.speakers] == [
        ("Moss", ("Ada Moss",)),
        ("BT", ("Bo Tarn",)),
    ]
    assert [one.question.label for one in found.exchanges] == ["Ada Moss", "Moss", "Moss"]


@pytest.mark.parametrize(
    ("ask", "answer"),
    [("Frage", "Antwort"), ("P", "R"), ("Вопрос", "Ответ"), ("Pregunta", "Respuesta"), ("Domanda", "Risposta")],
)
def test_questions_and_answers_are_known_in_other_languages(ask, answer):
    text = f"{ask}: Quo vadis?\n\n{answer}: Romam.\n\n{ask}: Cur?\n\n{answer}: Nescio.\n"
    assert labels_of(text) == [(ask, answer)] * 2


def test_full_width_colons_and_question_marks_are_known():
    text = "記者：いつ始まりましたか。\n\n町長：去年の春です。\n\n記者：誰が払いますか。\n\n町長：町が払います。\n"
    assert labels_of(text) == [("記者", "町長")] * 2


def test_turns_behind_dashes_ask_and_answer_in_turn():
    text = """
        Eulalia restaura relojes de sol y nunca llega tarde.

        —¿Cuántos relojes ha restaurado?

        —Sesenta y tres.

        —¿Y quién los rompe?

        —El sol, que no perdona.

        Los demás son inocentes.

        —Dicen que usted no usa reloj.

        —Uso el de los demás.

        —¿Qué hace los días nublados?

        —Descansar.
    """
    assert lines_of(text) == [(3, 3, 5, 5), (7, 7, 9, 11), (13, 13, 15, 15), (17, 17, 19, 19)]


def test_a_speaker_whose_turn_is_cut_into_pieces_still_takes_one_turn():
    text = """
        Ada Moss: What can you hear up there?

        Bo Tarn: The sea, and my own two knees, which have been at it since I was forty or so.

        Bo Tarn: And the bell. Who would not hear the bell?

        Bo Tarn: It rings at six.

        Ada Moss: Which of them is loudest?

        Bo Tarn: My knees, by far, and nobody believes it who has not heard them on the stairs.

        Bo Tarn: There are ninety stairs.

        Ada Moss: Did you never think of coming down?

        Bo Tarn: Every morning.

        Bo Tarn: And then it is evening.
    """
    assert lines_of(text) == [(1, 1, 3, 7), (9, 9, 11, 13), (15, 15, 17, 19)]


def test_an_answer_below_a_heading_that_asks_may_have_a_label():
    text = """
        # Sheds

        ## Who builds them?

        **Ada Moss:** I do.

        ## Who pays?

        **Ada Moss:** The council.

        ## Who lives there?

        **Ada Moss:** A fox.
    """
    assert labels_of(text, is_markdown=True) == [(None, "Ada Moss")] * 3


def test_names_set_off_by_emphasis_alone_can_be_labels():
    text = """
        **Gazette** Where were you at nine?

        **Tarn** On the number nine, as everybody was who had the fare for it.

        **Gazette** And at ten?

        **Tarn** On the number ten, with the same people and somebody's dog.

        **Gazette** Whose dog was it?

        **Tarn** It never said, and I did not like to ask it.
    """
    assert labels_of(text, is_markdown=True) == [("Gazette", "Tarn")] * 3


@pytest.mark.parametrize("question", ["## Why is it here?", "**Why is it here?**", "**Q: Why is it here?**"])
def test_what_is_asked_lies_inside_the_marks_around_it(question):
    text = f"{question}\n\nIt was cold.\n\n" * 3
    found = spoken(text, is_markdown=True).exchanges
    assert {one.question.body.of(text) for one in found} == {"Why is it here?"}


def test_an_answer_whose_label_is_missing_is_an_answer_all_the_same():
    text = """
        Q: When did you begin?

        A: In the spring, with my uncle.

        Q: Who flies them now?

        My neighbours do, and they bring them back broken, every one of them, every week of the year.

        Q: Do you charge for it?

        A: Only for the string.
    """
    assert labels_of(text) == [("Q", "A"), ("Q", None), ("Q", "A")]


def test_answers_between_quotation_marks_are_answers_though_they_ask():
    text = """
        Die Malerin Greta Holm wohnt über der Bäckerei.

        Frau Holm, warum malen Sie nur nachts?

        »Weil es dann still ist. Am Tag höre ich die Bäckerei und die Straße, und ich male, was ich höre.«

        Und was hören Sie in der Nacht?

        »Nichts. Das ist am schwersten zu malen, und ich versuche es seit dreißig Jahren.«

        Verkaufen Sie die Bilder?

        »Ich verschenke sie. Wer würde für nichts bezahlen? Meine Schwester hat vierzig davon.«
    """
    assert lines_of(text) == [(3, 3, 5, 5), (7, 7, 9, 9), (11, 11, 13, 13)]


def test_a_name_that_stands_once_right_below_a_question_opens_its_answer():
    text = """
        Question: Is it far?
        Ada: A morning's walk.

        Question: Is it steep?
        Bo: Only where it rains.

        Question: Is it safe?
        Ada: No.
    """
    assert labels_of(text) == [("Question", "Ada"), ("Question", "Bo"), ("Question", "Ada")]


def test_beside_a_bare_q_a_moderator_who_only_hands_over_does_not_ask():
    text = """
        MODERATOR: Welcome. We go to the first of you.

        Q    Is the bridge open?

        MODERATOR: Keeper, will you take that?

        THE KEEPER: It is, on Sundays.

        Q    And on feast days?

        THE KEEPER: Then too.

        MODERATOR: That's all we have time for.
    """
    assert lines_of(text) == [(3, 3, 5, 7), (9, 9, 11, 11)]


def test_rules_that_lead_to_questions_part_the_exchanges():
    text = """
        On goats

        Q: Do they swim?
        A: Badly.
        %
        On geese

        Q: Do they bite?
        %
        On hens

        Q: Do they fly?
        A: Once.
        %
    """
    assert lines_of(text) == [(3, 3, 4, 4), (12, 12, 13, 13)]


def test_questions_listed_before_they_are_asked_belong_to_no_exchange():
    text = """
        Question: Why is it wet?

        Question: Why is it cold?

        Question: Why is it dark?

        Question: Why is it wet?

        Answer: It is the sea.

        Question: Why is it cold?

        Answer: It is the north sea.
    """
    assert lines_of(text) == [(7, 7, 9, 9), (11, 11, 13, 13)]


def test_numbered_links_below_the_last_answer_are_no_part_of_it():
    text = """
        Q: Where is the map?
        A: See [1]here.

        Q: And the key?
        A: See [2]there.

        References:

        [1] https://example.org/map
        [2] https://example.org/key
    """
    assert lines_of(text) == [(1, 1, 2, 2), (4, 4, 5, 5)]


def test_two_who_make_statements_in_turn_do_not_interview_each_other():
    text = "".join(
        f"MAYOR {who}: {'We are glad of the bridge. ' * (1 + 4 * (who == 'OLM'))}\n\n" for who in ("ASH", "OLM") * 3
    )
    assert not read(text).exchanges


def test_where_most_headings_of_a_level_ask_the_others_between_them_do_too():
    heads = ("Who are you?", "What do you do?", "Show us your boat", "Where do you sail?", "When do you rest?")
    text = "# A sailor\n\n" + "".join(f"## {head}\n\nSomething said of it.\n\n" for head in heads)
    assert len(read(text, is_markdown=True).exchanges) == len(heads)


def test_a_label_that_gives_initials_is_the_speaker_of_those_initials():
    text = """
        # On Kettles

        **Frieda (FSK)**: What do you boil?

        **Otto Spoon (OS)**: Water, for the most part, and sometimes milk.

        **FSK**: Is it ever too hot?

        **OS** Never. That is what a kettle is for, after all.

        **FSK**: And then?

        **OS**: Then there is tea.
    """
    assert lines_of(text, is_markdown=True) == [(3, 3, 5, 5), (7, 7, 9, 9), (11, 11, 13, 13)]
    assert labels_of(text, is_markdown=True)[:2] == [("Frieda (FSK)", "Otto Spoon (OS)"), ("FSK", "OS")]
    assert [(one.label, one.name) for one in read(text, is_markdown=True).speakers][1] == ("OS", "Otto Spoon")


def test_an_empty_item_of_a_list_between_paragraphs_does_not_end_an_answer():
    text = """
        # On Kettles

        — Why does a kettle sing when it is put on the fire?

        It is glad of the water, and of the fire as well, for all I know of it.

          *

        It stops when it boils.

          *

        — And what happens then, if one may ask?

        Then there is tea, and nobody thinks of the kettle any more that day.

          *

        — Is that not ungrateful of them?

        Kettles do not mind.
    """
    assert lines_of(text, is_markdown=True) == [(3, 3, 5, 9), (13, 13, 15, 15), (19, 19, 21, 21)]


@pytest.mark.parametrize(
    "last",
    [
        "Transcribed by the kitchen's own machine",
        "Thank you so much for speaking to us.",
        "A. S.",
        "[00:10:31] [A lid falls]",
    ],
)
def test_what_closes_a_talk_is_no_part_of_the_last_answer(last):
    assert lines_of(TWO_PAIRS.rstrip() + f"\n\n    {last}\n")[-1] == (9, 9, 11, 11)


def test_an_examination_is_a_section_though_its_heading_ends_like_a_name_that_speaks():
    text = """
        On Kettles

        EXAMINATION BY MS. POT

        MS. POT: Was it hot?

        THE WITNESS: It was.

        MS. POT: You are certain of that?

        THE WITNESS: I am.

        EXAMINATION BY MR. SPOON

        MR. SPOON: And did it sing?

        THE WITNESS: All day.

        MR. SPOON: Was that loud?

        THE WITNESS: It was to me.
    """
    assert lines_of(text) == [(5, 5, 7, 7), (9, 9, 11, 11), (15, 15, 17, 17), (19, 19, 21, 21)]
