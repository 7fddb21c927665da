import pytest

from reader.formats.front_matter import front_matter
from reader.model.text import Lines


def read(text):
    return front_matter(Lines(text))


@pytest.mark.parametrize(
    ("text", "value", "written"),
    [
        ("---\ntitle: On Locks\n---\n", "On Locks", "On Locks"),
        ('---\ntitle: "On \\"Locks\\" and\\_Keys"\n---\n', 'On "Locks" and Keys', 'On \\"Locks\\" and\\_Keys'),
        ("---\ntitle: 'It''s shut'\n---\n", "It's shut", "It''s shut"),
        ("---\ntitle: On Locks\n  and Keys\ntags: a\n---\n", "On Locks and Keys", "On Locks\n  and Keys"),
        ('---\ntitle: "On Locks\\\n  \\ and Keys"\n---\n', "On Locks and Keys", "On Locks\\\n  \\ and Keys"),
        ("---\ntitle: >-\n  On Locks\n---\n", "On Locks", "On Locks"),
        ('+++\ntitle = "On Locks"\n+++\n', "On Locks", "On Locks"),
        ('+++\ntitle = "On Locks"\n\n[extra]\nkey = 1\n+++\n', "On Locks", "On Locks"),
        ('{\n  "tags": [\n    "a"\n  ],\n  "title": "On\\tLocks"\n}\n\nBody', "On Locks", "On\\tLocks"),
        ("Title: On Locks\nAuthor: A. Smith\n\nBody", "On Locks", "On Locks"),
        (".. title: On Locks\n.. has_math: true\n.. tags:\n\nBody", "On Locks", "On Locks"),
        ("<!--\n.. title: On Locks\n.. slug: locks\n-->\n\nBody", "On Locks", "On Locks"),
    ],
)
def test_a_value_is_read_and_where_it_stands_is_known(text, value, written):
    entry = read(text).entries["title"]
    assert (entry.value, entry.span.of(text)) == (value, written)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "words",
        "---\n\nwords between rules\n\n---\n",
        "What: a\nWhere: b\n\nbody",
        "Title: one line alone\n\nbody",
        "---\n",
        '{\n  "name": "no article"\n}\n',
        '{\n"title": "On Locks"\nwords that nobody quoted\n}\n',
        '{\n"title": "On Locks"',
    ],
)
def test_what_only_looks_like_front_matter_is_none(text):
    assert read(text) is None


def test_a_fence_that_is_never_closed_ends_at_the_first_blank_line():
    front = read("---\ntitle: On Locks\ntags:\n- a\n\n### Who?\n\nMe.")
    assert (front.get("title"), front.last) == ("On Locks", 3)


def test_the_head_of_a_message_is_a_letter():
    front = read("From: a@example.org\nSubject: Locks\nDate: 1 May 1994\n\nDear all,")
    assert (front.form, front.get("subject"), front.last) == ("letter", "Locks", 2)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ('+++\ntitle = "On Locks"\n\n[extra]\nkey = 1\n\n[[more.tables]]\nkey = 2\n+++\n\nBody', 8),
        ('{\n"title": "On Locks"\n}\n---\nBody', 3),
        ('{\n"title": "On Locks"\n}\n\nBody', 2),
    ],
)
def test_front_matter_goes_on_to_where_it_is_closed(text, last):
    assert read(text).last == last


def test_a_message_may_have_keys_that_nobody_listed_and_a_second_header():
    text = (
        "From a@example.org Fri Apr 20 21:34:46 2001\nReceived: from here\n\tby there\nX-Spoon: yes\n"
        "From: a@example.org\nSubject: Locks\n\nArchive-name: locks/faq\nURL: https://example.org\n\nDear all,"
    )
    front = read(text)
    assert (front.form, front.get("subject"), front.last) == ("letter", "Locks", 8)


def test_words_before_colons_at_the_head_of_a_text_are_no_message():
    assert read("From: the kitchen\nSpoon: missing\n\nbody") is None


@pytest.mark.parametrize("text", ["<!--\nNote: keep\n-->\n\nBody", ".. note: keep\n\nBody", ".. title\n\nBody"])
def test_comments_without_a_title_are_no_front_matter(text):
    assert read(text) is None
