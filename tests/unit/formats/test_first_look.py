"""What the first line of a text tells at a look."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.first_look import first_look
from reader.formats.registry import headline

BODY = "\n\nA clock was stopped on Monday by a man with a ladder.\n\nNobody had asked him to do so.\n"


@pytest.mark.parametrize(
    "above",
    ["", "\n\n", "\ufeff", "This article is more than five years old.\n\n"],
    ids=["nothing", "blank lines", "a mark", "a notice"],
)
def test_a_line_alone_above_a_sentence_is_the_title(above):
    assert first_look(f"{above}Why time is short{BODY}".encode()) == "Why time is short"


@pytest.mark.parametrize("byline", ["By A. Smith", "Ada Smith reports"])
def test_a_byline_below_makes_sure_as_well(byline):
    assert first_look(f"Why time is short\n\n{byline}\n3 March 2021\n\nText\n".encode()) == "Why time is short"


def test_a_title_with_a_colon_is_one_where_nothing_below_begins_as_it_does():
    above = "This article is more than five years old.\n\n"
    title = "The short hour: why clocks are late"
    assert first_look(f"{above}{title}{BODY}".encode()) == title
    assert first_look(f"{above}{title}{BODY}\nThe short hour: another one\n".encode()) is None


@pytest.mark.parametrize(
    "line",
    [
        "Why is time short?",
        "WHY TIME IS SHORT",
        "The Evening Herald online",
        "*Why time is short*",
        "Home | News | Sport",
        "Anna: it is late",
        "Time",
        "By A. Smith and B. Jones",
        "It is late.",
    ],
)
def test_whatever_else_stands_there_is_left_to_the_parser(line):
    assert first_look(f"{line}{BODY}".encode()) is None


def test_front_matter_names_the_title():
    above = '---\r\ndate: 2021-03-04\r\ntitle: "Why time\\_is: short"\r\n---\r\n'
    for suffix in ("", ".txt", ".md"):
        assert first_look(f"{above}# Clocks{BODY}".encode(), suffix) == "Why time is: short"
    assert first_look(f"---\ntags: time\n---\nWhy time is short{BODY}".encode()) is None
    assert first_look(f"---\n\nWhy time is short{BODY}---\n".encode()) is None


def test_a_first_heading_is_the_title_in_markdown():
    assert first_look(f"\n# Why is time short?{BODY}".encode(), ".md") == "Why is time short?"
    assert first_look(f"# Why is time short?{BODY}".encode(), ".txt") is None
    assert first_look(f"# [Time](time.html) is short{BODY}".encode(), ".md") is None
    assert first_look(f"## Why is time short?{BODY}".encode(), ".md") is None


@pytest.mark.parametrize("byline", ["By A. Smith", "Words: Ada Bell"])
def test_a_byline_whose_paragraph_goes_on_with_anything_but_a_date_is_left_to_the_parser(byline):
    head = f"Why time is short\n\n{byline}\n"
    assert first_look(f"{head}3 March 2021\n\nText.\n".encode()) == "Why time is short"
    assert first_look(f"{head}This article is old.\n\nText.\n".encode()) is None


def test_what_comes_below_the_first_lines_need_not_be_utf_8():
    assert first_look(f"Why time is short{BODY}".encode() + "Später.\n".encode("latin-1")) == "Why time is short"


def test_markdown_other_encodings_and_what_is_no_text_are_left_to_the_parser():
    assert first_look(f"Why time is short{BODY}".encode(), ".md") is None
    assert first_look(f"Why time is short{BODY}".encode("utf-16")) is None
    assert first_look("Wäre die Zeit kürzer\n\nUnd.\n".encode("latin-1")) is None


LINES = (
    "Why time is short", "The clock that stopped", "By A. Smith", "3 March 2021", "Q: Who stopped it?", "Who did it?",
    "The man with the ladder, who had been asked to do so by nobody, stopped it.", "It was late.", "", "", "",
    "This article is more than two years old.", "News", "Anna Bell: the clock is ours", "# Clocks", "The Daily Clock",
    "A man with a long ladder and no reason at all", "Share this article", "* * *", "Clocks | News | Sport",
    "Ada Bell reports", "3 March 2021", "It was late at last.", "Live: the clock has stopped", "By the clock of nobody",
    "A Clock That Nobody Reads", "The news from the tower", "A number of the clocks", "Alle Uhren der Zeitungsleute",
    "Share the clock with friends", "Breaking- the clock has stopped", "Words: Ada Bell", "By Ada Bell, Editor",
)  # fmt: skip
MARKED = (
    "---", "---", "title: A clock", "title: |", "  that is late", "date: 2021-03-04", "# Why a clock is late",
    "## What is a clock?", "# CLOCKS", "- A clock", "# **Clocks** of today",
)  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=12).map("\n".join))
def test_what_is_told_at_a_look_is_what_the_parser_tells(text):
    seen = first_look(text.encode())
    assert seen is None or seen == headline(text.encode())


@given(st.lists(st.sampled_from(LINES + MARKED), max_size=12).map("\n".join))
def test_so_it_is_in_markdown(text):
    seen = first_look(text.encode(), ".md")
    assert seen is None or seen == headline(text.encode(), ".md")
