import io
import json
import sys

import pytest

pytestmark = pytest.mark.usefixtures("archive")

FILE = "archive/interview 2.txt"


def test_an_article_is_shown_to_be_read(reader):
    ended = reader("show", FILE)
    assert ended.status == 0
    assert ended.out.startswith("The lamp at night\n\nAn old lamp talks about the sea.\n\n1. What do you see?\n\n")
    assert "\n\nLamp: That I sleep in the daytime.\n\nAnd that the stairs are worse.\n\n3. What" in ended.out


def test_one_question_can_be_shown(reader):
    ended = reader("show", FILE, "--question", "3")
    assert ended.out == "3. What would you rather be?\n\nLamp: A star.\n"


def test_markdown_has_a_title_and_bold_questions(reader):
    ended = reader("show", FILE, "--format", "markdown")
    assert ended.out.startswith("# The lamp at night\n")
    assert "\n**1. What do you see?**\n\n**Lamp:** Mostly water.\n" in ended.out


def test_json_is_one_object_on_one_line(reader, archive):
    (record,) = reader("show", FILE, "--format", "json").records
    assert record["id"] == "interview 2.txt"
    assert record["path"] == str(archive / "interview 2.txt")
    assert [exchange["number"] for exchange in record["exchanges"]] == [1, 2, 3]


def test_json_of_one_question_holds_only_that(reader):
    (record,) = reader("show", FILE, "--format", "json", "--question", "2").records
    assert [exchange["question_line"] for exchange in record["exchanges"]] == [9]


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe\0", b"a\r\nb\rc\n", bytes(range(256)), "é\n".encode("latin-1")])
def test_raw_gives_the_bytes_back(reader, archive, raw):
    (archive / "raw").write_bytes(raw)
    ended = reader("show", archive / "raw", "--format", "raw")
    assert ended.out.encode("utf-8", "surrogateescape") == raw


def test_raw_does_not_go_with_a_question(reader):
    assert reader("show", FILE, "--format", "raw", "--question", "1").status == 2


def test_raw_bytes_are_not_sent_to_a_terminal(reader, monkeypatch):
    monkeypatch.setattr("reader.cli.streams.is_terminal", lambda: True)
    ended = reader("show", FILE, "--format", "raw")
    assert (ended.status, ended.out) == (2, "")
    assert "> FILE" in ended.err


@pytest.mark.parametrize(
    ("name", "number", "told"),
    [
        ("interview 2.txt", 4, "no question 4 in interview 2.txt: it has 3 questions"),
        ("article 10.txt", 1, "no question 1 in article 10.txt: it has no questions and answers"),
    ],
)
def test_a_question_that_is_not_there_is_status_1(reader, archive, name, number, told):
    ended = reader("show", archive / name, "--question", number)
    assert (ended.status, ended.out, ended.err) == (1, "", f"reader: {told}\n")


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5", "²"])
def test_a_question_is_a_number_from_1(reader, number):
    assert reader("show", FILE, f"--question={number}").status == 2


def test_any_suffix_is_read_when_the_file_is_named(reader, archive):
    (archive / "notes.log").write_text("Notes\n\nIt rained.\n\nIt stopped.\n")
    assert "It rained." in reader("show", archive / "notes.log").out


def test_what_is_no_text_is_told(reader, archive):
    ended = reader("show", archive / "picture.png")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err == f"reader: {archive / 'picture.png'} is not text: PNG image\n"


def test_a_folder_is_no_file(reader, archive):
    ended = reader("show", archive)
    assert (ended.status, ended.err) == (1, f"reader: {archive} can't be read: a folder\n")


@pytest.mark.parametrize("raw", [b"", b"\n\n  \n\n", b"x" * 2_000_000])
def test_an_article_of_nothing_blanks_or_one_line_is_no_error(reader, archive, raw):
    (archive / "odd.txt").write_bytes(raw)
    for form in ("text", "markdown", "json"):
        assert reader("show", archive / "odd.txt", "--format", form).status == 0


def test_escapes_in_a_text_are_shown_not_sent(reader, archive):
    (archive / "a.txt").write_text("Title\x1b[2J\n\nText \x1b]52;c;QUFB\x07 and \u202emore\n\nEnd.\n")
    for form in ("text", "markdown"):
        ended = reader("show", archive / "a.txt", "--format", form)
        assert not {"\x1b", "\x07", "\u202e"} & set(ended.out)
        assert "52;c;QUFB␇ and �more" in ended.out


def test_standard_input_can_be_shown(reader, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Rain\n\nIt rained.\n\nIt stopped.\n")))
    (record,) = reader("show", "-", "--format", "json").records
    assert (record["id"], record["path"], record["title"]) == ("standard input", "-", "Rain")


@pytest.mark.parametrize("colour", ["always", "never", "auto"])
def test_colours_come_as_asked_for(reader, colour):
    assert ("\x1b[1m" in reader("show", FILE, "--color", colour).out) == (colour == "always")


@pytest.mark.parametrize(
    ("variables", "is_coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_a_terminal_gets_colours_unless_they_are_not_wanted(reader, monkeypatch, variables, is_coloured):
    monkeypatch.setattr("reader.cli.streams.is_terminal", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in reader("show", FILE).out) == is_coloured


def test_a_quote_comes_with_its_source(reader):
    ended = reader("cite", FILE, "--question", "3")
    assert ended.out == (
        "> **What would you rather be?**\n>\n> A star.\n\n"
        "— Lamp, “The lamp at night”, question 3, archive/interview 2.txt, lines 15–17\n"
    )


@pytest.mark.parametrize(
    ("form", "beginning"),
    [
        ("plain", "What would you rather be?\n\nA star.\n\n— Lamp, “The lamp at night”, question 3, "),
        ("csl-json", '[\n  {\n    "id": "lamplamp-q3",\n    "type": "interview",\n'),
        ("bibtex", "@misc{lamplamp-q3,\n  author = {{Lamp}},\n  title = {{The lamp at night}},\n"),
    ],
)
def test_a_quote_comes_in_the_form_that_is_asked_for(reader, form, beginning):
    ended = reader("cite", FILE, "--question", "3", "--format", form)
    assert (ended.status, ended.out[: len(beginning)]) == (0, beginning)


def test_json_of_hostile_bytes_is_printable_ascii(reader, archive):
    (archive / "hostile").write_bytes(bytes(range(1, 256)) * 2)
    ended = reader("show", archive / "hostile", "--format", "json")
    assert ended.out.isascii()
    assert ended.out.rstrip("\n").isprintable()
    json.loads(ended.out)
