import json

import pytest


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
