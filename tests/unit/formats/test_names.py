"""The full name behind a label, where the text gives it beyond doubt."""

import pytest

from reader.formats.laying_out import laid_out
from reader.formats.names import full_names


def name_of(introduction, *labels):
    page = laid_out(f"{introduction}\n\nQ: Why?\n", is_markdown=False)
    return full_names(page, {"who": labels}, len(page.lines) - 1).get("who")


@pytest.mark.parametrize(
    ("introduction", "label", "name"),
    [
        ("We met the head of the guild, Marta Jonsson, in her yard.", "MJ", "Marta Jonsson"),
        ("Hosts: Bea Kirwan (BK), Tom Lascelle (TL)", "BK", "Bea Kirwan"),
        ("Ted Moss (TM - Moderator)", "TM", "Ted Moss"),
        ("The writer Ada Moss has a new book.", "Moss", "Ada Moss"),
        ("The writer Ada Moss has a new book.", "MOSS", "Ada Moss"),
        ("The writer Ada Moss has a new book.", "Ms. Moss", "Ada Moss"),
        ("The painter Jan van der Meer is here.", "Meer", "Jan van der Meer"),
        ("Ada Moss is here.", "Ada", "Ada Moss"),
    ],
)
def test_the_introduction_gives_the_name(introduction, label, name):
    assert name_of(introduction, label) == name


def test_a_label_that_is_a_full_name_is_the_name():
    assert name_of("It rains.", "Ada Moss", "AM") == "Ada Moss"


@pytest.mark.parametrize("label", ["Q", "A", "THE PRESIDENT", "Interviewer", "MODERATOR"])
def test_a_role_stays_a_role(label):
    assert name_of("President Ada Moss met Quentin Abel.", label) is None


def test_a_name_that_could_be_anothers_is_left_out():
    assert name_of("Ada Moss and her brother Bert Moss row the boat.", "Moss") is None
    assert name_of("Marta Jonsson met Mark Jules.", "MJ") is None


def test_a_single_letter_is_not_enough():
    assert name_of("We met Tarn at the quay with Bella Tarn.", "T") is None


def test_two_speakers_never_share_a_name():
    page = laid_out("Ada Moss is here.\n\nQ: Why?\n", is_markdown=False)
    assert full_names(page, {"ada": ("Ada",), "moss": ("Moss",)}, 2) == {}


def test_what_comes_after_the_first_question_names_nobody():
    page = laid_out("It rains.\n\nQ: Why?\n\nMJ: Marta Jonsson knows.\n", is_markdown=False)
    assert full_names(page, {"mj": ("MJ",)}, 2) == {}
