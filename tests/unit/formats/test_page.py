import pytest

from reader.formats.laying_out import laid_out
from reader.formats.page import BOLD_LEVEL


def page(text, *, is_markdown=True):
    return laid_out(text, is_markdown=is_markdown)


@pytest.mark.parametrize(
    ("text", "level", "bare"),
    [
        ("# Title", 1, "Title"),
        ("### What is it? ###", 3, "What is it?"),
        ("Title\n=====", 1, "Title"),
        ("Section\n-------", 2, "Section"),
        ("== Section ==", 2, "Section"),
        ("<h3>Section</h3>", 3, "Section"),
        ("**What is it?**", BOLD_LEVEL, "What is it?"),
        ("#hashtag", 0, "#hashtag"),
        ("*emphasised*", 0, "emphasised"),
    ],
)
def test_a_heading_is_told_by_its_marks(text, level, bare):
    laid = page(text)
    assert (laid.levels[0], laid.bare[0]) == (level, bare)


def test_a_rule_below_a_paragraph_of_two_lines_makes_no_heading():
    assert page("one line\nanother\n-------").levels == (0, 0, 0)


def test_tildes_under_a_line_of_plain_text_make_a_heading_and_open_no_code():
    laid = page("Kettles\n~~~~~~~\n\nQ: Hot?\n\nSpoons\n~~~~~~\n", is_markdown=False)
    assert (laid.levels[0], laid.levels[5], laid.verbatim) == (2, 2, frozenset())


def test_tildes_under_two_lines_are_as_long_as_the_longer():
    laid = page(
        "Why is the kettle so loud\nand so red?\n~~~~~~~~~~~~~~~~~~~~~~~~~\n\nIt is old.\n\n~~~~\nhot\n~~~~\n",
        is_markdown=False,
    )

    assert laid.verbatim == {6, 7, 8}


def test_tildes_that_are_not_drawn_under_a_line_open_code_in_plain_text_too():
    assert page("See what it prints:\n~~~~\nhot\n~~~~\n", is_markdown=False).verbatim == {1, 2, 3}
    assert page("Kettle\n\n~~~~~~\nhot\n~~~~~~\n", is_markdown=False).verbatim == {2, 3, 4}


def test_a_line_is_emphasised_when_all_that_can_be_read_of_it_is():
    laid = page("*all of it*\n\n*some* of it\n\n**Ann:** *asks*")
    assert laid.emphasised == (True, False, False, False, False)


def test_emphasis_goes_on_over_the_lines_of_a_paragraph():
    laid = page("**one\ntwo**\n\nthree")
    assert laid.bare == ("one", "two", "", "three")
    assert laid.emphasised == (True, True, False, False)


def test_code_is_verbatim_and_its_marks_are_text():
    laid = page("text\n\n```python\nA: **b**\n```\n\n    Q: indented\n\nend")
    assert laid.verbatim == {2, 3, 4, 6}
    assert laid.bare[3] == "A: **b**"


def test_what_is_indented_below_a_list_item_is_no_code():
    assert page("- one\n\n    more of one\n").verbatim == frozenset()


def test_indented_lines_are_code_in_markdown_only():
    assert page("a\n\n    b\n", is_markdown=False).verbatim == frozenset()


@pytest.mark.parametrize(
    "line",
    [
        '[Audience]: "Is it lit?"',
        "[Audience]: _“Hardly.”_",
        "[Host]: Yes.",
        "[Host]: 0:37:13",
        "[^1]: See the logbook of 1898.",
    ],
)
def test_what_somebody_says_behind_a_label_in_brackets_defines_no_link(line):
    laid = laid_out(f"The lamp\n\n{line}\n", is_markdown=True)
    assert not laid.unread


@pytest.mark.parametrize(
    "line",
    ["[a]: https://example.org", "[a]: lamp.html 'On lamps'", "[a]: <the lamp>", "[a]: #lamp", "  [a]: ../lamp (old)"],
)
def test_an_address_behind_a_label_in_brackets_defines_a_link(line):
    assert laid_out(f"See [this][a].\n\n{line}\n", is_markdown=True).unread == {2}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (".. _lamps:\n\nLamps\n", {0}),
        (".. image:: /lamp.png\n   :align: right\n\nA lamp.\n", {0, 1}),
        (".. note:: Mind the wick, it is hot.\n", set()),
        (".. note::\n   Mind the wick.\n", {0}),
        ("__ https://example.org\n\n.. |lamp| image:: lamp.png\n\n.. _lamp: https://example.org\n", {0, 2, 4}),
        (".. and then, ...\n.. he lit it: so\n", set()),
    ],
)
def test_directives_are_read_by_programs_alone(text, lines):
    assert laid_out(text, is_markdown=False).unread == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("<!--\nLater:\n\nlight it\n-->\n\nA lamp.\n", {0, 1, 2, 3, 4}),
        ("<!-- Later:\n\nlight it -->  \nA lamp.\n", {0, 1, 2}),
        ("<!-- Later:\n\nlight it --> A lamp.\n", set()),
        ("<!-- Later:\n\nlight it\n", set()),
        ("<!-- Later -->\n\nA lamp.\n", set()),
        ("```\n<!--\n\n-->\n```\n", set()),
    ],
)
def test_a_comment_may_go_on_behind_a_blank_line(text, lines):
    assert laid_out(text, is_markdown=True).unread == lines


def test_definitions_of_links_are_told_and_used():
    laid = page("See [the plan][1].\n\n[1]: https://example.org 'Plan'\n")
    assert laid.unread == {2}
    assert [mark.target for mark in laid.inlines if mark.style == "link"] == ["https://example.org"]


@pytest.mark.parametrize("text", ["  **Ann**: &amp; so [on](x) ", "plain words ", "\t# Heading `x` #"])
def test_the_offset_of_a_bare_column_leads_back_to_the_text(text):
    laid = page("first\n\n" + text)
    bare = laid.bare[2]
    assert "".join(laid.text[laid.offset(2, column)] for column in range(len(bare))) == bare
    end = laid.offset(2, len(bare))
    assert laid.text[end - 1] == bare[-1]


def test_a_heading_may_stand_right_below_the_underline_of_another():
    laid = page("Questions\n---------\n  Who knows?\n  ----------\n    I do.\n", is_markdown=False)
    assert laid.levels[:5] == (2, 0, 2, 0, 0)


def test_a_heading_may_go_on_with_a_word_that_its_underline_has_no_room_for():
    first = "When the kettle hums in winter and nobody is at home it"
    laid = page(f"{first}\nhums on.\n{'-' * len(first)}\nYes.\n", is_markdown=False)
    assert laid.levels[:3] == (2, 2, 0)
    laid = page(f"{first}\nhums on.\n{'-' * 20}\nYes.\n", is_markdown=False)
    assert not any(laid.levels)
