"""Turns of both sides behind the same dash."""

import pytest

from reader.formats.evidence.dashes import in_turn
from reader.formats.evidence.paragraphs import Outline
from reader.formats.evidence.parts import parts_of
from reader.formats.laying_out import laid_out

TALK = (
    "— Нам сказали, что вы чините туман.",
    "— Только в октябре. Он приходит сам, рваный, и я зашиваю его белой ниткой до утра.",
    "— Это тяжело?",
    "— Тяжело держать. За всё время обратно его у меня попросили один раз, и я отдал.",
    "— А летом?",
    "— Летом я сплю. Мой отец тоже спал летом, и никто не жаловался, кроме соседки.",
)


def reading(*paragraphs, sign="—"):
    return in_turn(parts_of(Outline(laid_out("\n\n".join(paragraphs), is_markdown=False)), ()), frozenset(), sign)


def sides(read):
    return [move.side for move in read.moves]


def test_who_speaks_first_asks_though_a_remark_has_no_mark():
    read = reading(*TALK)

    assert read is not None
    assert read.weight > 0
    assert sides(read) == ["asks", "answers"] * 3
    assert read.moves[0].line == 0


def test_what_has_no_dash_goes_on_with_the_answer():
    read = reading(*TALK[:2], "Мне за это не платят.", *TALK[2:])

    assert read is not None
    assert read.weight > 0
    assert sides(read) == ["asks", "answers"] * 3


@pytest.mark.parametrize(
    "tale",
    [
        (
            "—¿Quién va? —preguntó el farero.",
            "—Nadie —dijo la niña—. Solo yo y la cesta.",
            "—¿Y qué llevas en la cesta?",
            "—Nada. La niebla —contestó ella.",
            "—¿Toda?",
            "—La de hoy —dijo, y se rio.",
        ),
        (
            "—Who goes there?",
            "—Only the wind.",
            "The keeper put down his lamp and listened for a long while to the stairs.",
            "—And who is with you?",
            "He heard nothing for a time, and then the door.",
            "—The rain. We always travel together.",
            "—Where to?",
            "The rain did not know, and neither did the keeper, who shut the window.",
            "—Down.",
        ),
        ("—Is it Tuesday?", "—Is it not?", "—Who can say?", "—Who would?", "—And why now?", "—Why ever?"),
    ],
)
def test_talk_in_a_tale_is_no_interview(tale):
    read = reading(*tale)

    assert read is None or read.weight <= 0


def test_a_list_some_items_of_which_ask_is_no_talk():
    read = reading(
        "- Move the harbour office to the first floor?",
        "- Order new rope for the ferry.",
        "- The gate sticks in wet weather.",
        "- Paint the lamp before the season.",
        "- Ask the council for sand.",
        "- Who has the key to the boathouse?",
        sign="-",
    )

    assert read is None or read.weight <= 0
