from pathlib import Path

import pytest

from reader.cli.places import nearest, nothing_in, present, shown
from reader.errors import UsageError
from reader.model.corpus import Skipped


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("notes/intervew.txt", "notes/interview.txt"),
        ("note/interview.txt", "notes/interview.txt"),
        ("nots/Interview", "notes"),
        ("NOTES", "notes"),
        ("interview.txt", None),
        ("notes/zzz", None),
        ("nowhere/at/all", None),
    ],
)
def test_the_nearest_name_is_found(tmp_path, typed, meant):
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "interview.txt").touch()
    assert nearest(tmp_path / typed) == (tmp_path / meant if meant else None)


def test_a_hidden_name_is_offered_only_for_one_that_is_hidden(tmp_path):
    (tmp_path / ".cache").mkdir()
    assert nearest(tmp_path / "archive") is None
    assert nearest(tmp_path / ".cahe") == tmp_path / ".cache"


def test_the_nearest_name_is_offered_as_it_would_be_typed(tmp_path, monkeypatch):
    (tmp_path / "archive").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=r"^no such file or folder: archve \(is it archive\?\)$"):
        present(Path("archve"))


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "a.txt").touch()
    with pytest.raises(UsageError, match="is no folder"):
        present(tmp_path / "a.txt" / "b")


def test_a_name_that_is_too_long_is_told(tmp_path):
    with pytest.raises(UsageError, match="too long"):
        present(tmp_path / ("x" * 300))


def test_a_link_to_nothing_is_there(tmp_path):
    (tmp_path / "a").symlink_to("gone")
    assert present(tmp_path / "a") == tmp_path / "a"


def test_paths_are_shown_from_the_working_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert shown(tmp_path / "a" / "b") == "a/b"
    assert shown(tmp_path) == "."
    assert shown(Path("/elsewhere")) == "/elsewhere"
    monkeypatch.chdir("/")
    assert shown(Path("/elsewhere")) == "/elsewhere"


def test_what_is_there_instead_is_counted_by_type(tmp_path):
    skipped = [Skipped(Path(f"{number}.pdf"), "another type") for number in range(1200)]
    skipped += [Skipped(Path("a.jpg"), ""), Skipped(Path("b.JPG"), ""), Skipped(Path("pipe"), "a pipe")]
    skipped += [Skipped(Path(f"x.{letter}"), "") for letter in "abc"]
    told = str(nothing_in([tmp_path], skipped))
    assert told.endswith("found 1,200 .pdf, 2 .jpg, 1 a pipe, 1 .a and 2 others")
    assert str(nothing_in([tmp_path], [])).endswith("found nothing")


def test_a_folder_that_vanished_while_it_was_read_is_told_as_such(tmp_path):
    assert str(nothing_in([tmp_path / "gone"], [])) == f"gone while it was read: {shown(tmp_path / 'gone')}"
