import json

import pytest

from reader.formats.registry import read
from reader.model.article import ArticleId
from reader.store.paths import state_file
from reader.store.state import State

FILE = "archive/interview 2.txt"


@pytest.mark.parametrize(("form", "suffix"), [("markdown", ".md"), ("html", ".html"), ("json", ".json")])
def test_every_article_becomes_a_file(reader, archive, tmp_path, form, suffix):
    ended = reader("export", archive, "--format", form, "--output", tmp_path / "out")
    assert (ended.status, ended.out) == (0, "")
    assert ended.err == f"reader: 2 of 2 articles written to {tmp_path / 'out'}\n"
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names >= {f"article-10{suffix}", f"interview-2{suffix}"}


def test_json_is_the_record_of_the_contract(reader, archive, tmp_path):
    reader("export", archive / "interview 2.txt", "--format", "json", "--output", tmp_path)
    (record,) = (json.loads(path.read_text()) for path in tmp_path.iterdir())
    (shown,) = reader("show", archive / "interview 2.txt", "--format", "json").records
    assert record == shown


def test_what_is_there_is_left_as_it_is_unless_it_is_to_be_replaced(reader, archive, tmp_path):
    command = ("export", archive, "--format", "markdown", "--output", tmp_path)
    (tmp_path / "article-10.md").write_text("mine")
    ended = reader(*command)
    assert ended.status == 2
    assert "is there already" in ended.err
    assert (tmp_path / "article-10.md").read_text() == "mine"
    assert reader(*command, "--replace").status == 0
    assert (tmp_path / "article-10.md").read_text().startswith("# Rain expected")


def test_nothing_is_exported_of_an_empty_folder(reader, tmp_path):
    (tmp_path / "empty").mkdir()
    ended = reader("export", tmp_path / "empty", "--format", "json", "--output", tmp_path / "out")
    assert ended.status == 1
    assert ended.err.startswith("reader: no articles in ")


@pytest.mark.usefixtures("archive")
def test_one_answer_can_be_exported(reader, tmp_path):
    ended = reader("export", FILE, "--question", 2, "--format", "html", "--output", tmp_path / "out")
    assert ended.status == 0
    page = (tmp_path / "out" / "interview-2-q2.html").read_text()
    assert "Is it dangerous?" in page
    assert "Mostly water" not in page
    assert '<h1 dir="auto">The lamp at night</h1>' in page


def test_a_question_goes_with_one_file_that_has_it(reader, archive, tmp_path):
    command = ("export", "--format", "json", "--output", tmp_path / "out", "--question", 4)
    assert reader(*command, archive).err == "reader: --question goes with one file\n"
    ended = reader(*command, FILE)
    assert (ended.status, ended.err) == (1, "reader: no question 4 in interview 2.txt: it has 3\n")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "missing"),
    [([], "--format and --output"), (["--format", "html"], "--output"), (["--output", "out"], "--format")],
)
def test_form_and_folder_must_be_named(reader, arguments, missing):
    ended = reader("export", FILE, *arguments)
    assert (ended.status, ended.err) == (2, f"reader: {missing} must be given (see reader export --help)\n")


@pytest.fixture
def marked(archive):
    """An archive in which the second answer is marked and has a note."""
    article = read((archive / "interview 2.txt").read_bytes(), ArticleId("interview 2.txt"), ".txt")
    with State.open(state_file()) as state:
        kept = state.archive({"": archive})
        kept.toggle_mark(article, article.exchanges[1].answer.span, 2)
        kept.note(article, article.exchanges[1].answer.span, "Ask\x1b[2J again.", 2)
    return archive


def test_marks_are_printed_with_quote_note_and_source(reader, marked):
    ended = reader("export", "--marks", marked)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out == (
        "# Marks in archive\n\n## The lamp at night\n\n"
        "> **Is it dangerous? What do you tell the family?**\n>\n"
        "> That I sleep in the daytime.\n>\n> And that the stairs are worse.\n\n"
        f"— Lamp, “The lamp at night”, question 2, {marked}/interview 2.txt, lines 9–13\n\n"
        "Note:\n\nAsk␛[2J again.\n"
    )
    assert reader("export", "--marks", FILE).out == ended.out.replace("Marks in archive", f"Marks in {FILE}")


def test_marks_go_to_a_file_that_is_not_replaced_unless_asked(reader, marked, tmp_path):
    command = ("export", "--marks", marked, "--output", tmp_path / "marks.md")
    assert reader(*command).status == 0
    before = (tmp_path / "marks.md").read_text()
    assert "stairs are worse" in before
    ended = reader(*command)
    assert (ended.status, "is there already" in ended.err) == (2, True)
    assert reader(*command, "--force").status == 0
    assert (tmp_path / "marks.md").read_text() == before
    assert reader("export", "--marks", marked, "--output", tmp_path).status == 2


def test_marks_of_a_file_that_has_gone_are_told_from_what_was_kept(reader, marked):
    (marked / "interview 2.txt").unlink()
    ended = reader("export", "--marks", marked)
    assert ended.status == 0
    assert "> Lamp: That I sleep in the daytime." in ended.out
    assert "what was kept of its marks is written" in ended.err


def test_where_nothing_is_marked_is_status_1(reader, archive):
    ended = reader("export", "--marks", archive)
    assert (ended.status, ended.out, ended.err) == (1, "", "reader: nothing is marked in archive\n")
