"""Who is said to speak: candidates for labels, and which of them name one person."""

import re

import pytest

from reader.formats.evidence.forms import Form
from reader.formats.glance import Glance
from reader.formats.labels import candidates
from reader.formats.laying_out import laid_out
from reader.formats.spellings import introduced, key_of, likeness, same_person


def found(text, *, is_markdown=False):
    return [(one.label, one.form) for one in candidates(laid_out(text, is_markdown=is_markdown))]


@pytest.mark.parametrize(
    ("line", "label", "form"),
    [
        ("Jane Doe: Well.", "Jane Doe", Form.COLON),
        ("JD: Well.", "JD", Form.COLON),
        ("$tag: Well.", "$tag", Form.COLON),
        ("THE PRESIDENT:  Well.", "THE PRESIDENT", Form.COLON),
        ("Jane (on the left): Well.", "Jane (on the left)", Form.COLON),
        ("記者：はい。", "記者", Form.COLON),
        ("[00:12:33] Jane: Well.", "Jane", Form.COLON),
        ("Jane (00:12): Well.", "Jane", Form.COLON),
        ("Speaker 1: 00:12:33", "Speaker 1", Form.COLON),
        (">> JANE: Well.", "JANE", Form.COLON),
        ("Q. Why?", "Q", Form.LETTER),
        ("Q) Why?", "Q", Form.LETTER),
        ("Q - Why?", "Q", Form.LETTER),
        ("Q    Why?", "Q", Form.LETTER),
        ("Q Why?", "Q", Form.LETTER),
        ("Q12. Why?", "Q", Form.LETTER),
        ("Q7: Why?", "Q", Form.COLON),
        ("(Q) Why?", "Q", Form.LETTER),
        ("Jane Doe (00:00:12) Well.", "Jane Doe", Form.STAMP),
        ("Speaker 1  0:12", "Speaker 1", Form.STAMP),
        ("Mr. DOE. Thank you.", "Mr. DOE", Form.STOP),
        ("JANE DOE — Well.", "JANE DOE", Form.DASH),
        ("[Jane Doe] Well.", "Jane Doe", Form.SQUARE),
        ("[Jane]: Well.", "Jane", Form.SQUARE),
        ("【記者】はい。", "記者", Form.SQUARE),
        ("JANE DOE   Well.", "JANE DOE", Form.GAP),
    ],
)
def test_a_line_can_begin_with_a_label_of_many_forms(line, label, form):
    assert found(f"{line}\nmore words\n") == [(label, form)]


@pytest.mark.parametrize(
    "line",
    [
        "https://x.example/page: a link",
        "At 12:30 we left.",
        "I have said it before: the rope is wet.",
        "Note: the rope is wet.",
        "What: a rope.",
        "Jane said: the rope is wet.",
        "Is it wet? Then: dry it.",
        "the rope and the bucket: both wet.",
        "o   a bullet",
        "a) an item",
        "A man came by.",
        "And the rope: it was wet.",
        "[Laughs] The rope was wet.",
        "[rope](https://x.example) and bucket",
        "[Rope](https://x.example) and bucket",
        "Jane   Doe   Roe",
    ],
)
def test_lines_that_only_look_like_labels_are_passed_over(line):
    assert found(f"{line}\nmore words\n") == []


@pytest.mark.parametrize(
    "line", ["**Jane:** Well.", "**Jane**: Well.", "__Jane__: Well.", "<strong>Jane:</strong> Well."]
)
def test_markup_is_no_part_of_a_label(line):
    assert found(f"{line}\n", is_markdown=True) == [("Jane", Form.COLON)]


def test_a_name_may_be_set_off_by_emphasis_alone():
    assert found("**Jane** Well, it rains.\n", is_markdown=True) == [("Jane", Form.BOLD)]
    assert found("**It rains** and it pours.\n", is_markdown=True) == []


def test_what_is_said_begins_behind_the_label():
    (one,) = candidates(laid_out("[00:12] Jane:  Well.\n", is_markdown=False))
    assert "[00:12] Jane:  Well."[one.body :] == "Well."


def test_a_bullet_may_stand_before_a_label_that_stands_alone():
    text = "- Speaker #1\nIs it wet?\n- Speaker #2\nVery.\n" * 3
    assert [label for label, _ in found(text)] == ["Speaker #1", "Speaker #2"] * 3


def test_a_line_that_recurs_alone_can_be_a_label():
    text = "JANE\n\nIt rains.\n\nJOHN\n\nIt does.\n\n" * 3
    assert [label for label, _ in found(text)] == ["JANE", "JOHN"] * 3


def test_what_programs_print_and_notes_to_an_editor_name_nobody():
    assert found("Traceback (most recent call last):\n  line 1\n\nvim: tw=78\n") == []


def test_a_role_of_restructured_text_inside_a_sentence_is_no_label():
    assert found("The :term:`kettle` sings.\n\nA :class:`Lid` is hot.\n") == []
    assert [label for label, *_ in found("Ann : Late?\n")] == ["Ann"]


def test_a_line_that_recurs_alone_in_brackets_can_be_a_label_where_no_others_are():
    text = "[Ann Roe]\n\nIs it late?\n\n[Jane Doe]\n\nIt is.\n\n" * 3

    assert [label for label, *_ in found(text)] == ["Ann Roe", "Jane Doe"] * 3
    assert {label for label, *_ in found("[Dogs Barking]\n\nAnn: Late?\n\nJane: No.\n\n" * 3)} == {"Ann", "Jane"}


def test_headings_that_recur_name_who_speaks_where_there_are_no_others_between():
    turns = "### Jane\n\nIs it wet?\n\n### John\n\nVery.\n\n" * 3
    assert [label for label, _ in found(f"# A talk\n\n{turns}", is_markdown=True)] == ["Jane", "John"] * 3

    versions = "".join(f"## 1.{n}\n\n### Added\n\nA rope.\n\n### Fixed\n\nA door.\n\n" for n in range(4))
    assert found(f"# Changes\n\n{versions}", is_markdown=True) == []


def test_an_answer_may_stand_on_the_line_of_its_question():
    assert found("Q: Is it far? A: A mile.\n") == [("Q", Form.COLON), ("A", Form.COLON)]


def test_nobody_speaks_in_code():
    assert found("```\nQ: why\nA: so\n```\n", is_markdown=True) == []


def test_a_label_with_nothing_behind_it_is_none():
    assert found("Q:\nQ:\nQ: Why?\n") == [("Q", Form.COLON)]


@pytest.mark.parametrize(
    ("label", "key"), [("Q12", "q"), ("Jane Doe (ABC)", "jane doe"), ("J.D.", "j.d"), ("Speaker 1", "speaker 1")]
)
def test_spellings_of_one_label_share_a_key(label, key):
    assert key_of(label) == key


def test_names_look_more_like_labels_than_words_do():
    assert likeness("Ludwig van Beethoven") == 1.0
    assert 0 < likeness("jane") < 1.0
    assert likeness("and this is what it did") == 0.0


def test_a_surname_a_first_name_and_initials_are_the_person_whom_alone_they_fit():
    people = same_person(["jane doe", "doe", "jane", "jd", "mr. roe", "john roe"])
    assert {people[key] for key in ("jane doe", "doe", "jane", "jd")} == {"jane doe"}
    assert people["mr. roe"] == "john roe"


def test_a_label_may_introduce_the_initials_that_stand_for_it():
    assert introduced("Jane (JDX)") == "jdx"
    assert introduced("Jane Doe") is None
    assert introduced("Jane (laughing)") is None


def test_a_surname_of_two_people_is_neither():
    assert same_person(["jane doe", "john doe", "doe"])["doe"] == "doe"


def test_a_glance_tells_lines_by_the_characters_of_their_first_columns_even_around_a_break_inside_a_line():
    digit = re.compile(r"\d")
    assert Glance(["1", "", "b 2", "3"]).beginning(digit) == [0, 3]
    assert Glance(["1", "", "b 2", "33"]).beginning(digit, 1) == [3]
    assert Glance(["1", "", "b 2", "33"]).beginning(digit, 2) == [2]
    assert Glance(["1", "a\n2", "3"]).beginning(digit) == [0, 2]


def test_a_glance_finds_signs_near_the_beginning_of_lines_and_lines_that_are_brief():
    glance = Glance(["a: b", "", "a long way: c", "d"])
    assert glance.holding(":", 5) == [0]
    assert glance.holding(":", 20) == [0, 2]
    assert glance.brief(4) == [0, 3]
    assert glance.filled == (0, 2, 3)
    assert glance.mask == bytes([1, 0, 1, 1])
    assert glance.runs == ((0, 0), (2, 3))


def test_a_date_that_recurs_is_no_label_that_stands_alone():
    assert not found("Date: April 8, 1997\n\nWell.\n\n" * 4)
