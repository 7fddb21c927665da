"""The evidence that labelled turns give: what is asked, by whom, and what the text says of them."""

import pytest

from reader.formats.evidence.asking import asking, ends_asking, requests
from reader.formats.evidence.cast import cast
from reader.formats.evidence.labelled import labelled
from reader.formats.evidence.manners import manners
from reader.formats.evidence.paragraphs import Outline
from reader.formats.evidence.persons import speaks_of_self, speaks_to
from reader.formats.evidence.sections import section_lines
from reader.formats.evidence.sides import sides
from reader.formats.evidence.stage import spoken_to_crowd, staged
from reader.formats.evidence.talk import Voice
from reader.formats.evidence.vocabulary import hint
from reader.formats.labels import candidates
from reader.formats.laying_out import laid_out


def page_of(text, *, is_markdown=False):
    return laid_out(text, is_markdown=is_markdown)


@pytest.mark.parametrize(
    "text",
    [
        "Why?",
        "“Why?”",
        "Why? [laughs]",
        "为什么？",
        "لماذا؟",
        "何ですか。",
        "これからの計画は。",
        "舟の話を聞かせてください。",
        "어디입니까?",
        "Γιατί;",
        "Why?!”)",
        "**Why?**",
    ],
)
def test_a_question_mark_at_the_end_asks_in_every_script(text):
    assert asking(text) == 1.0 or ends_asking(text.replace("!", ""))


@pytest.mark.parametrize(
    "text",
    [
        "Tell us about the rope.",
        "Erzählen Sie vom Seil.",
        "Cuéntenos de la cuerda.",
        "And what about the rope.",
    ],
)
def test_a_request_asks_without_a_mark(text):
    assert requests(text)
    assert asking(text) > 0.8


@pytest.mark.parametrize(
    "text", ["Good to see you again. Please tell us about the rope.", "Hello, Ann! Introduce yourself to our readers."]
)
def test_a_request_at_the_end_asks_too(text):
    assert asking(text) > 0.8


def test_a_question_before_the_end_asks_less_the_longer_the_passage_goes_on():
    short = "What is it? I have never seen one."
    long = "What is it? " + "I have never seen one. " * 20
    assert 1.0 > asking(short) > asking(long) > 0.0


def test_a_statement_does_not_ask():
    assert asking("It rains; it always does.") == 0.0
    assert asking("こんにちは。") == 0.0
    assert asking("They would tell us about the rope. We were not to tell anybody.") == 0.0
    assert asking("") == 0.0


def test_those_who_ask_say_you_and_those_who_answer_say_i():
    assert speaks_to("What did you do?")
    assert speaks_of_self("I rowed.")
    assert not speaks_to("What did she do?")
    assert not speaks_of_self("She rowed.")


def test_one_word_speaks_of_oneself_in_french_and_to_somebody_in_dutch():
    assert speaks_of_self("Et je ramais.")
    assert not speaks_to("Et je ramais.")
    assert speaks_to("Wat deed je daar?")
    assert not speaks_of_self("Wat deed je daar?")


@pytest.mark.parametrize(("text", "sign"), [("Welcome back.", 1), ("Thanks for having me.", -1), ("It rains.", 0)])
def test_hosts_and_guests_are_known_by_their_manners(text, sign):
    assert manners(text) == sign


def test_labels_that_say_what_they_are_are_known():
    assert [hint(key) for key in ("q", "antwort", "where", "jane said", "jane")] == [
        "asks", "answers", "not a speaker", "not a speaker", None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "asker"),
    [
        ("Interviewer: Ada Moss", "moss"),
        ("Hosts: Ada Moss (AM), Cy Roe (CR)", "am"),
        ("I = interviewer", "i"),
        ("Ada Moss (AM - Moderator)", "am"),
        ("A conversation, conducted by Ada Moss in May", "moss"),
        ("Remarks by the keeper in a moderated conversation with Ada Moss", "moss"),
    ],
)
def test_the_text_may_say_who_asks(line, asker):
    page = page_of(f"Title\n{line}\n\nbody\n")
    assert cast(page, {asker, "tarn"}, 3).ask == {asker}


def test_who_speaks_in_a_conversation_is_asked_even_by_the_office():
    text = 'title: "Remarks by Harbour Master Doe in a Moderated Conversation on Tides"\n\nTHE HARBOUR MASTER: Hello.\n'
    known = cast(page_of(text), {"the harbour master", "ms. roe"}, 2)

    assert known.answer == {"the harbour master"}


@pytest.mark.parametrize("is_markdown", [True, False])
def test_a_title_that_goes_on_on_the_next_line_names_who_moderates(is_markdown):
    text = 'title: "A Moderated Conversation with Keeper\\\n  \\ Ann Roe"\n\nKEEPER ROE: Hello.\n'
    known = cast(page_of(text, is_markdown=is_markdown), {"keeper roe", "the harbour master"}, 3)

    assert known.ask == {"keeper roe"}


def test_the_text_may_say_who_answers():
    page = page_of("An interview with Bo Tarn\n\nbody\n")
    assert cast(page, {"moss", "tarn"}, 2).answer == {"tarn"}


def test_the_introduction_is_about_those_it_names_in_a_sentence():
    page = page_of("Bo Tarn has lived in the lighthouse for forty years.\nBy Ada Moss\n\nbody\n")
    assert cast(page, {"moss", "tarn"}, 3).subjects == {"tarn"}


def test_plays_minutes_and_chats_are_known_by_their_signs():
    assert staged(page_of("ACT I\n\nSCENE 2\n\nCURTAIN\n")) > 1
    assert staged(page_of("Minutes of the meeting\n\nPresent: AB, CD\n\nACTION: AB to mend it.\n")) > 1
    assert staged(page_of("Obra de teatro\n\nPersonajes:\nAna\n\nEscena 1: El pozo\n")) > 1
    assert staged(page_of("<ann> hi\n<bob> hi\n<ann> why?\n<bob> so.\n")) > 1
    assert staged(page_of("(Two cups stand on the stage.)\n\nCup: Where is it?\n\n(They look up.)\n")) > 3
    assert staged(page_of("a play\n\nSCENE ONE\n\nLights up. A shelf.\n\nCUP\nWhere?\n")) > 4
    assert staged(page_of("Ann: Who?\n\n(They laugh.)\n\n(The tape is stopped and begins again.)\n\nBea: I.\n")) < 2
    assert staged(page_of("CUP: (to the Jug) Is it hot?\n\nJUG: No.\n\nCUP: (turning to Spoon) Well?\n")) > 2
    assert staged(page_of("The Lid\n\nA farce in two acts\n\nCUP: Who?\n")) > 1
    assert staged(page_of("Le couvercle\n\nComédie en un acte\n\nLA TASSE. — Qui ?\n\nRideau.\n")) > 1
    assert staged(page_of("He was caught in the act\n\nCUP: Who?\n")) == 0
    assert staged(page_of("CUP: (to the left of us) Is it hot?\n\nJUG: (laughs) Beat it.\n")) == 0
    assert staged(page_of("A walk\n\nIt was a long walk, and it rained.\n")) == 0


def test_verse_is_known_by_its_lines():
    assert staged(page_of("The rope was wet\nThe boat was dry\nThe moon was set\nAnd so was I\n\n" * 5)) > 1


def test_lines_of_which_many_ask_are_no_verse():
    assert staged(page_of("Is the rope wet?\nYes\nIs the boat dry?\nNo\nWhere is the moon?\nUp\n\n" * 5)) == 0


def test_a_crowd_that_claps_hears_a_speech():
    assert spoken_to_crowd(page_of("We will. (Applause.)\n\n" * 5)) > 0


INTERVIEW = [Voice("moss", 1.0, 60), Voice("tarn", 0.0, 300)] * 5


def test_the_one_who_asks_and_is_brief_is_the_asking_side():
    found = sides(INTERVIEW)
    assert found.askers == {"moss"}
    assert found.weight > 1


def test_two_who_ask_and_are_answered_by_the_same_are_one_side():
    turns = [Voice("moss", 1.0, 60), Voice("tarn", 0.0, 300), Voice("roe", 1.0, 60), Voice("tarn", 0.0, 300)] * 4
    assert sides(turns).askers == {"moss", "roe"}


def test_where_all_ask_alike_nobody_is_the_asking_side():
    equals = [Voice(who, asks, 60) for who in "abcd" for asks in (0.0, 1.0, 0.0)] * 3
    assert sides(equals).weight < 0


def test_listeners_who_ask_after_a_talk_are_an_asking_side_and_a_crowd_that_shouts_is_none():
    listened = [Voice("audience", 1.0, 60), Voice("tarn", 0.0, 300)] * 5
    shouted = [Voice("audience", 0.0, 60), Voice("tarn", 0.0, 300)] * 5

    assert sides(listened).askers == {"audience"}
    assert sides(listened).weight > 1
    assert sides(shouted).weight < sides(listened).weight - 3


def test_who_says_nearly_everything_gives_a_speech():
    speech = [Voice("moss", 1.0, 700), Voice("tarn", 0.0, 100)] * 5
    talk = [Voice("moss", 1.0, 700), Voice("tarn", 0.0, 700)] * 5

    assert sides(speech).weight < sides(talk).weight - 2


def test_a_label_that_says_question_asks_whatever_follows_it():
    found = sides([Voice("q", 0.0, 60), Voice("moss", 0.0, 300)] * 3)
    assert found.askers == {"q"}
    assert found.is_declared


def test_a_letter_in_a_list_of_terms_asks_nothing():
    terms = [Voice(letter, 0.0, 40) for letter in "kmpqrsv"]

    assert not sides(terms).is_declared
    assert sides(
        [*terms[:4], Voice("moss", 0.0, 300), Voice("moss", 0.0, 90), *[Voice("moss", 0.0, 30)] * 2]
    ).is_declared


def test_few_turns_prove_less_than_many():
    assert sides(INTERVIEW[:4]).weight < sides(INTERVIEW).weight


def test_a_great_many_speakers_are_weighed_in_no_time():
    turns = [Voice(f"p{number % 300}", number % 2 / 1.0, 60) for number in range(1500)]
    assert sides(turns).weight < 9


def readings(text):
    page = page_of(text)
    return labelled(Outline(page), candidates(page), section_lines(page)).readings


def test_what_follows_a_labelled_question_may_be_the_answer():
    text = "The Post: Why is it here?\n\nIt was cold outside, and it came in.\n\n" * 4
    (read,) = [one for one in readings(text) if one.weight > 0]
    assert [move.side for move in read.moves] == ["asks", "answers"] * 4
    assert {move.label for move in read.moves} == {"The Post", None}


def test_what_stands_before_a_labelled_answer_and_asks_may_be_the_question():
    text = "A short life.\n\n" + "Why is it here?\n\nTarn: It was cold outside, and it came in.\n\n" * 4
    best = max(readings(text), key=lambda one: one.weight)
    assert [move.side for move in best.moves] == ["asks", "answers"] * 4
    assert [move.line for move in best.moves][:2] == [2, 4]


TALK = "".join(
    f"Host: Welcome back, have you got the rope?\n\nGuest: {said}\n\n"
    for said in ("I have had it since the morning, and it was dry.", "We kept it under the boat, for want of a shed.")
    * 3
)


def test_two_hosts_ask_each_other_for_no_answers():
    (alone,) = [one for one in readings(TALK) if one.weight > 0]
    (hosted,) = [one for one in readings(f"With Ann and her co-host Bo.\n\n{TALK}") if one.moves == alone.moves] or [
        None
    ]

    assert hosted is None or hosted.weight < alone.weight - 2


def test_a_listener_who_speaks_once_asks_where_others_do():
    talk = TALK + TALK.replace("Host:", "Bea:") + "Cox: May I ask how long it was?\n\nGuest: I never measured it.\n"
    best = max(readings(talk), key=lambda one: one.weight)

    assert [move.side for move in best.moves if move.label == "Cox"] == ["asks"]


def test_a_question_that_is_emphasised_behind_its_label_ends_there():
    text = "**The Post**: _Is it wet?_\n\nIt is.\n\n**The Post**: _So you mended it._\n\nI did.\n\nDo you see?\n\n" * 4
    page = page_of(text, is_markdown=True)
    best = max(labelled(Outline(page), candidates(page), section_lines(page)).readings, key=lambda one: one.weight)

    assert [move.line for move in best.moves][:4] == [0, 2, 4, 6]
