"""Entries of lists of questions: what is drawn under them, and those that do not ask."""

import pytest

from reader.formats.decode import decode
from reader.formats.plain import article
from reader.model.article import ArticleId


def asked(text, *, is_markdown=False):
    found = article(decode(text.encode()), ArticleId("kettle"), is_markdown=is_markdown)
    return [one.question.body.of(found.text) for one in found.exchanges]


def test_tildes_under_numbered_questions_of_one_line_or_two_are_no_fences():
    entries = [
        "1. Does the kettle sing?\n~~~~~~~~~~~~~~~~~~~~~~~~",
        "2. It sings, but only on Sundays, and then so loud that the dog\n"
        "   goes out. What is to be done?\n" + "~" * 63,
        "2b. And on Mondays?\n~~~~~~~~~~~~~~~~~~~",
        "3. Whose dog is it anyway?\n~~~~~~~~~~~~~~~~~~~~~~~~~~",
    ]

    found = asked("".join(f"{entry}\n  So it is, and always was.\n\n" for entry in entries))

    assert [one.split()[0] for one in found] == ["Does", "It", "And", "Whose"]


def test_a_line_that_is_drawn_below_an_entry_is_no_part_of_it():
    text = "".join(
        f"{n}. {words}\n{'=' * 20}\n  Yes.\n\n" for n, words in enumerate(["Hot?", "Wet?", "The lid", "Lost?"])
    )

    assert "The lid" in asked("Kettle FAQ\n\n" + text)


def faq(*headings, title="Kettle: Frequently Asked Questions"):
    return f"# {title}\n\n" + "".join(f"## {heading}\n\nThat depends on the kettle.\n\n" for heading in headings)


def test_headings_above_and_below_all_that_ask_are_entries_of_a_list_of_questions_if_they_say_what_is_asked():
    text = faq("Who made it?", "Is it hot?", "Where is the lid?", "My kettle does not sing", "Thanks")

    assert asked(text, is_markdown=True)[-1] == "My kettle does not sing"


@pytest.mark.parametrize(("title", "count"), [("Kettle: Frequently Asked Questions", 6), ("All about kettles", 0)])
def test_where_few_headings_ask_all_are_entries_in_a_text_that_is_named_a_list_of_questions(title, count):
    text = faq("Lids", "Is it hot?", "Spouts and how to bend them", "Rust", "Can it fly?", "Descaling", title=title)

    assert len(asked(text, is_markdown=True)) == count


def test_a_list_of_which_few_entries_ask_has_none_for_answers_of_others():
    wishes = ["A lid that sings", "Rust? Some have asked for less", "Mend the spout", "Two handles, maybe three"]
    asks = ["Could it whistle?", "Why not in blue?", "Who sells it?"]
    items = [one for n in range(12) for one in ((asks[n // 4],) if n % 4 == 0 else ()) + (wishes[n % 4],)]

    assert asked("".join(f"{n}. {item}.\n\n".replace("?.", "?") for n, item in enumerate(items, start=20))) == []


def test_headings_do_not_ask_in_a_text_that_only_tells_where_there_is_a_list_of_questions():
    text = (
        "# The kettle\n\nIf it leaks, see the FAQ.\n\n"
        + faq("Lids", "Spouts", "Rust", "Descaling").partition("\n\n")[2]
    )

    assert asked(text, is_markdown=True) == []
