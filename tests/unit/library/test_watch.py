from pathlib import Path

from reader.library.watch import files_of, is_far


def told(root, *names):
    return files_of([root], [root / name for name in names])


def test_articles_are_told_by_name(tmp_path):
    assert told(tmp_path, "b.txt", "a/c.md", "b.txt") == (tmp_path / "a/c.md", tmp_path / "b.txt")


def test_what_is_hidden_or_of_another_type_is_left_out(tmp_path):
    assert told(tmp_path, ".git/x.txt", ".b.txt.swp", "b.txt~", "picture.png") == ()


def test_a_root_in_a_hidden_folder_is_no_hidden_file(tmp_path):
    root = tmp_path / ".local" / "archive"
    assert files_of([root], [root / "a.txt"]) == (root / "a.txt",)


def test_a_folder_or_a_file_without_a_type_may_be_anything(tmp_path):
    (tmp_path / "sub.txt").mkdir()
    assert told(tmp_path, "sub.txt") is None
    assert told(tmp_path, "a.txt", "README") is None


def test_what_lies_here_is_not_far(tmp_path):
    assert not is_far(tmp_path)
    assert not is_far(Path("/nowhere/at/all"))
