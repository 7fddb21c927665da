import sys
from types import SimpleNamespace

import pytest

from reader.cli import launching
from reader.errors import NothingFoundError, ReaderError, UsageError
from reader.store.paths import sample_archive


class OpenedError(Exception):
    """The app would have been opened."""


@pytest.fixture
def at_terminal(monkeypatch):
    """Stands in for a terminal and for the app."""

    def run(paths, open_archive, *, is_single, is_resumed):
        archive = open_archive()
        assert archive.paths == paths
        assert is_resumed == (paths == (sample_archive(),))
        archive.load()
        raise OpenedError([entry.title for entry in archive.corpus.entries], is_single)

    terminal = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr(launching, "sys", SimpleNamespace(stdin=terminal, stdout=terminal, stderr=terminal))
    monkeypatch.setitem(sys.modules, "reader.ui.app", SimpleNamespace(run=run))


def opened(*arguments):
    """The articles of the archive, and whether it is a single file."""
    with pytest.raises(OpenedError) as caught:
        launching.launch([str(argument) for argument in arguments])
    return caught.value.args


def test_a_pipe_is_no_place_for_the_app(reader, archive):
    ended = reader(archive)
    assert (ended.status, ended.out) == (2, "")
    assert "is no terminal; there are reader list, search and show" in ended.err
    assert ended.err.count("\n") == 1


@pytest.mark.usefixtures("at_terminal")
class TestAtATerminal:
    def test_a_folder_is_opened(self, archive):
        assert opened(archive) == (["Rain expected", "The lamp at night"], False)

    def test_a_file_is_opened_alone(self, archive):
        assert opened(archive / "article 10.txt") == (["Rain expected"], True)

    def test_several_paths_are_one_archive(self, archive):
        titles, is_single = opened(archive / "article 10.txt", archive / "interview 2.txt")
        assert (len(titles), is_single) == (2, False)

    def test_a_folder_named_like_a_command_is_opened_by_its_path(self, archive, monkeypatch):
        (archive / "list").mkdir()
        (archive / "list" / "a.txt").write_text("Title\n\nText.\n\nMore text.\n")
        monkeypatch.chdir(archive)
        assert opened("./list")[0] == ["Title"]

    def test_nothing_named_opens_the_sample_archive(self):
        titles, is_single = opened()
        assert len(titles) >= 12
        assert not is_single

    def test_a_name_that_begins_with_a_dash_goes_behind_two(self, archive, monkeypatch):
        (archive / "-x.txt").write_text("Dashing\n\nText.\n\nMore text.\n")
        monkeypatch.chdir(archive)
        assert opened("--", "-x.txt") == (["Dashing"], True)

    @pytest.mark.parametrize(
        ("name", "raw", "told"),
        [
            ("a.png", b"\x89PNG\r\n\x1a\n", "a.png is not text: PNG image"),
            ("empty.txt", b"", "empty.txt is empty"),
            ("blank.txt", b"\n \n\n", "blank.txt is empty"),
        ],
    )
    def test_a_file_with_nothing_to_read_is_told_before_the_screen_is_taken(self, archive, name, raw, told):
        (archive / name).write_bytes(raw)
        with pytest.raises(ReaderError, match=told):
            launching.launch([str(archive / name)])

    def test_a_folder_with_nothing_to_read_is_told_before_the_screen_is_taken(self, tmp_path):
        (tmp_path / "a.pdf").touch()
        with pytest.raises(NothingFoundError, match=r"found 1 \.pdf$"):
            launching.launch([str(tmp_path)])

    def test_a_wrong_path_is_told_with_the_nearest(self, archive, monkeypatch):
        monkeypatch.chdir(archive.parent)
        with pytest.raises(UsageError, match=r"is it archive\?"):
            launching.launch(["archiv"])
