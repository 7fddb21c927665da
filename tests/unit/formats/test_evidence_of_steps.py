"""Questions that only their place tells, between others that keep time."""

from reader.formats.decode import decode
from reader.formats.evidence.paragraphs import Outline
from reader.formats.evidence.rhythm import rhythm
from reader.formats.plain import page_and_head

ASKED = (
    "How long have you kept bees?",
    "And you never had a veil.",
    "Did they teach you anything?",
    "Which of your hives is the best?",
    "Would you do it again?",
)
TOLD = (
    "Since my uncle left me his, with a note that said I should speak to them in the evening and never run.",
    "I had one once. They got into it and I could not get it off, so I gave it to the goat, who liked it.",
    "Patience, and how to fall off a ladder. I am still not sure which of the two I learned first.",
    "The blue one by the wall, because it gets my breakfast crumbs and the first hour of the sun.",
    "Tomorrow, if you lend me a ladder and somebody to hold it, which my brother no longer will.",
)


def questions(text):
    page, _ = page_and_head(decode(text.encode()).text, is_markdown=False)
    read = rhythm(Outline(page), frozenset())
    if read is None or read.weight <= 0:
        return []
    return [page.bare[move.line] for move in read.moves if move.side == "asks"]


def laid(asked=ASKED, told=TOLD, between="\n\n"):
    return "The bees of my uncle\n\n" + between.join(line for pair in zip(asked, told, strict=True) for line in pair)


def test_a_statement_in_step_with_the_questions_around_it_is_one_of_them():
    assert questions(laid()) == list(ASKED)


def test_short_paragraphs_out_of_step_are_not():
    out_of_step = laid().replace(TOLD[2], f"{TOLD[2]}\n\nThe ladder was old.")

    assert "The ladder was old." not in questions(out_of_step)


def test_an_answer_that_asks_back_is_no_question():
    told = (*TOLD[:3], "Best for whom?", TOLD[4])

    assert questions(laid(told=told)) == list(ASKED)


def test_brief_answers_line_by_line_are_told_by_how_strictly_they_take_turns():
    asked = [
        f"Your {thing}?" for thing in ("name", "hive", "flower", "month", "tool", "hat", "song", "weather", "sting")
    ]
    told = ["Odo", "The blue", "Lime", "June", "A spoon", "None", "Any slow one", "Still", "The first of the year"]
    pairs = "\n".join(line for pair in zip(asked, told, strict=True) for line in pair)

    assert questions(f"Nine short ones\n\n{pairs}\n") == asked


def test_in_languages_whose_verbs_say_who_speaks_nobody_needs_a_word_for_it():
    pairs = (
        ("Kde chodíte na ryby?", "Většinou k jezu pod mlýnem, protože tam bývá klid a voda je hluboká i v srpnu."),
        ("Co berou nejvíc?", "Sýr, a když dojde sýr, tak chleba. Nejlepší návnada je ale trpělivost a suchá lavice."),
        ("Chytáte i v zimě?", "V zimě jen sedíme a díváme se na led. Ryby to vědí a smějí se pod ním celé dny."),
        ("Jak velká byla největší?", "Na délku jako veslo, na váhu jako pes. Pustili jsme ji, lavice by ji neunesla."),
    )

    assert questions("U jezu\n\n" + "\n\n".join(line for pair in pairs for line in pair)) == [a for a, _ in pairs]
