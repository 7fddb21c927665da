import pytest

pytestmark = pytest.mark.usefixtures("archive")

FIELDS = ["path", "status", "reason", "encoding", "kind", "title", "words", "exchanges"]


def test_a_pipe_gets_columns_between_tabs(reader):
    ended = reader("list", "archive")
    assert ended.status == 0
    assert ended.out.splitlines() == [
        "archive/article 10.txt\tRain expected\t0\t1",
        "archive/interview 2.txt\tThe lamp at night\t3\t1",
    ]


def test_what_was_skipped_is_told_apart_from_the_results(reader, archive):
    ended = reader("list", archive)
    assert ended.err == "reader: 1 file skipped; reader check tells why\n"


@pytest.mark.parametrize("command", ["list", "check"])
def test_json_has_the_fields_of_the_contract_for_every_file(reader, archive, command):
    ended = reader(command, archive, "--json")
    assert [list(record) for record in ended.records] == [FIELDS] * 3
    article, interview, picture = ended.records
    assert interview == {
        "path": str(archive / "interview 2.txt"),
        "status": "ok",
        "reason": None,
        "encoding": "utf-8",
        "kind": "interview",
        "title": "The lamp at night",
        "words": interview["words"],
        "exchanges": 3,
    }
    assert (article["kind"], article["exchanges"]) == ("article", 0)
    assert (picture["status"], picture["reason"], picture["title"]) == ("skipped", "another type (.png)", None)


@pytest.mark.parametrize(
    ("sort", "first"),
    [("name", "article"), ("title", "dated"), ("length", "interview"), ("questions", "interview"), ("date", "dated")],
)
def test_articles_come_in_the_order_asked_for(reader, archive, sort, first):
    (archive / "dated.txt").write_text("Old news\n\nBy Cy Pher\n\n3 May 2021\n\nIt rained.\n\nIt stopped.\n")
    names = [record["path"] for record in reader("list", "archive", "--sort", sort, "--json").records]
    assert names[0].startswith(str(archive / first))


def test_control_characters_of_names_and_titles_are_shown_not_sent(reader, tmp_path):
    (tmp_path / "a\x1b[31m\nb.txt").write_text("\x1b]0;title\x07 of it\n\nText.\n\nMore text.\n")
    ended = reader("list", tmp_path)
    assert "\x1b" not in ended.out
    assert "␛[31m␊b.txt" in ended.out
    assert ended.out.count("\n") == 1


def test_json_is_printable_ascii_whatever_is_in_the_files(reader, tmp_path):
    (tmp_path / "a\x7f\x1b\x9b.txt").write_text("Crème \x7f \u202e brûlée\n\nText.\n")
    ended = reader("list", tmp_path, "--json")
    assert ended.out.rstrip("\n").isprintable()
    assert ended.out.isascii()
    assert ended.records[0]["path"].endswith("a\x7f\x1b\x9b.txt")


def test_check_tells_what_each_file_was_taken_for(reader):
    ended = reader("check", "archive")
    article, interview, picture = ended.out.splitlines()
    assert ended.status == 0
    assert article.startswith("archive/article 10.txt: article")
    assert interview.startswith("archive/interview 2.txt: interview, 3 questions: ")
    assert "'Lamp'" in interview
    assert picture == "archive/picture.png: skipped: another type (.png)"
    assert ended.err == "reader: 2 articles, 3 answers, 1 skipped, 0 unreadable\n"


def test_check_explains_line_by_line(reader):
    lines = reader("check", "archive", "--explain").out.splitlines()
    place = lines.index("archive/interview 2.txt: interview, 3 questions")
    assert lines[place + 1].startswith("    ")
    explained = reader("check", "archive", "--explain", "--json").records[1]
    assert "    " + explained["evidence"][0] == lines[place + 1]


def test_check_fails_where_something_was_unreadable(reader, archive):
    (archive / "gone.txt").symlink_to("nowhere")
    ended = reader("check", archive)
    assert ended.status == 1
    assert "archive/gone.txt: unreadable: a link to nothing" in ended.out
    assert ended.err.endswith("1 skipped, 1 unreadable\n")


def test_check_tells_of_encodings_that_had_to_be_guessed(reader, tmp_path):
    (tmp_path / "a.txt").write_bytes("Crème brûlée\n\nIt is sweet.\n".encode("cp1252"))
    assert "cp1252" in reader("check", tmp_path, "--json").out


@pytest.mark.parametrize("command", [["list"], ["check"], ["search", "rain"]])
def test_a_folder_without_articles_is_told_with_what_is_there_instead(reader, tmp_path, command):
    (tmp_path / "a.pdf").touch()
    (tmp_path / "b.pdf").touch()
    (tmp_path / "c.jpg").touch()
    ended = reader(*command, tmp_path)
    assert ended.status == 1
    assert ended.err.splitlines()[-1] == (
        f"reader: no articles in {tmp_path}: looked for .txt .text .md .markdown and text files without a suffix, "
        "found 2 .pdf, 1 .jpg"
    )


def test_several_paths_are_one_archive(reader, archive):
    (archive / "more").mkdir()
    (archive / "more" / "a.txt").write_text("Other\n\nText.\n\nMore.\n")
    ended = reader("list", archive / "more", archive / "article 10.txt", "--json")
    assert [record["title"] for record in ended.records] == ["Rain expected", "Other"]


def test_without_a_path_the_sample_archive_is_listed(reader):
    ended = reader("list")
    assert ended.status == 0
    assert len(ended.out.splitlines()) >= 12
