import os
import socket
from pathlib import Path
from string import ascii_letters

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.one_file import read_file
from reader.library.scan import Found, scan, unique_names
from reader.model.article import ArticleId
from reader.model.corpus import Skipped, natural_key


def write(folder, *names, content="Hello.\n"):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)


def ids(*paths):
    return [one.id for one in scan(paths) if isinstance(one, Found)]


def skipped(*paths):
    return {one.path.name: one.reason for one in scan(paths) if isinstance(one, Skipped)}


def unreadable(*paths):
    return {one.path.name for one in scan(paths) if isinstance(one, Skipped) and one.is_unreadable}


def test_texts_and_markdown_are_found_in_every_folder(tmp_path):
    write(tmp_path, "a.txt", "b.text", "c/d.md", "c/e/f.markdown", "G.TXT")
    assert ids(tmp_path) == ["a.txt", "b.text", "c/d.md", "c/e/f.markdown", "G.TXT"]


def test_a_file_without_a_suffix_is_found_where_it_is_text(tmp_path):
    write(tmp_path, "README", "Interview with Dr. Strange", "Notes of 3.5.2021")
    (tmp_path / "program").write_bytes(b"\x7fELF\0\0\0\0")
    assert ids(tmp_path) == ["Interview with Dr. Strange", "Notes of 3.5.2021", "README"]
    assert skipped(tmp_path)["program"].startswith("not text")


def test_other_types_are_named_not_read(tmp_path):
    write(tmp_path, "a.txt", "b.pdf", "c.7z", "d.txt~", "e.JPG")
    assert skipped(tmp_path) == {
        "b.pdf": "another type (.pdf)",
        "c.7z": "another type (.7z)",
        "d.txt~": "another type (.txt~)",
        "e.JPG": "another type (.jpg)",
    }
    assert not unreadable(tmp_path)


def test_hidden_entries_are_passed_over(tmp_path):
    write(tmp_path, ".hidden.txt", ".git/notes.txt", "a.txt")
    assert ids(tmp_path) == ["a.txt"]
    assert not skipped(tmp_path)


def test_what_is_named_is_read_whatever_its_name(tmp_path):
    write(tmp_path, ".hidden.log", ".folder/a.txt")
    assert ids(tmp_path / ".hidden.log") == [".hidden.log"]
    assert ids(tmp_path / ".folder") == ["a.txt"]


def test_2_comes_before_10(tmp_path):
    write(tmp_path, "10.txt", "2.txt", "part 1/b10.txt", "part 1/b9.txt", "part 1.txt", "Part 2.txt")
    assert ids(tmp_path) == ["2.txt", "10.txt", "part 1.txt", "part 1/b9.txt", "part 1/b10.txt", "Part 2.txt"]


NAMES = st.text(st.sampled_from("ab1 .-20"), min_size=1, max_size=4).filter(lambda name: name.strip(". ") == name)


@given(st.lists(st.lists(NAMES, min_size=1, max_size=3), max_size=8))
def test_files_come_in_the_order_in_which_a_corpus_keeps_them(tmp_path_factory, names):
    root = tmp_path_factory.mktemp("archive")
    for folders in names:
        folder = root.joinpath(*folders)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "2.txt").touch()
    found = ids(root)
    assert found == sorted(found, key=natural_key)


def test_size_and_time_of_a_file_are_told(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("12345")
    os.utime(path, ns=(7, 1_700_000_000_123_456_789))
    (found,) = scan([tmp_path])
    assert found == Found(ArticleId("a.txt"), str(path), 5, 1_700_000_000_123_456_789)
    assert isinstance(found, Found)
    assert found.path == path


def test_names_may_hold_any_bytes(tmp_path):
    name = b"caf\xe9 \x1b[31m\n.txt"
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("text")
    (identity,) = ids(tmp_path)
    assert os.fsencode(identity) == name
    assert read_file(tmp_path / identity) == b"text"


def test_several_roots_stand_before_the_ids(tmp_path):
    write(tmp_path, "one/a.txt", "two/a.txt", "c.txt")
    assert ids(tmp_path / "one", tmp_path / "two", tmp_path / "c.txt") == ["one/a.txt", "two/a.txt", "c.txt"]


def test_roots_of_one_name_are_told_apart_by_the_folders_above(tmp_path):
    write(tmp_path, "2020/notes/a.txt", "2021/notes/a.txt")
    assert ids(tmp_path / "2020/notes", tmp_path / "2021/notes") == ["2020/notes/a.txt", "2021/notes/a.txt"]


def test_a_root_given_twice_is_read_once(tmp_path):
    write(tmp_path, "a/b.txt")
    assert ids(tmp_path / "a", tmp_path / "a" / "..", tmp_path / "a" / "." / "") == ["a/b.txt"]


def test_a_folder_inside_another_root_is_read_once(tmp_path):
    write(tmp_path, "a/b/c.txt", "a/d.txt")
    assert ids(tmp_path / "a", tmp_path / "a/b") == ["a/b/c.txt", "a/d.txt"]


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=4).map(lambda parts: "/" + "/".join(parts)), unique=True))
def test_no_name_of_a_root_is_another_or_lies_in_it(roots):
    names = unique_names(roots)
    nested = any(one != other and f"{other}/".startswith(f"{one.rstrip('/')}/") for one in roots for other in roots)
    assert len(names) == len(roots)
    if not nested:
        assert len(set(names)) == len(names)
        assert not any(one != other and other.startswith(f"{one}/") for one in names for other in names)


def test_ten_thousand_files_may_be_named():
    assert unique_names([f"/archive/{letter}/{number}.txt" for letter in ascii_letters for number in range(200)])


class TestLinks:
    def test_a_link_to_a_file_is_read(self, tmp_path):
        write(tmp_path, "elsewhere/a", "archive/own.txt")
        (tmp_path / "archive/linked.txt").symlink_to("../elsewhere/a")
        assert ids(tmp_path / "archive") == ["linked.txt", "own.txt"]

    def test_a_link_to_a_folder_elsewhere_is_followed(self, tmp_path):
        write(tmp_path, "elsewhere/a.txt", "archive/own.txt")
        (tmp_path / "archive/linked").symlink_to("../elsewhere")
        assert ids(tmp_path / "archive") == ["own.txt", "linked/a.txt"]

    def test_a_folder_is_read_where_it_is_not_where_a_link_leads_to_it(self, tmp_path):
        write(tmp_path, "z/a.txt")
        (tmp_path / "a-link").symlink_to("z")
        assert ids(tmp_path) == ["z/a.txt"]
        assert skipped(tmp_path) == {"a-link": "a folder that is read already"}

    @pytest.mark.parametrize("target", [".", "..", "../..", "/", "a"])
    def test_a_link_that_leads_back_is_a_loop(self, tmp_path, target):
        write(tmp_path, "archive/a.txt")
        (tmp_path / "archive/a").symlink_to(target)
        assert ids(tmp_path / "archive") == ["a.txt"]
        assert skipped(tmp_path / "archive") == {"a": "a loop of links"}

    def test_folders_that_link_to_each_other_are_read_once(self, tmp_path):
        write(tmp_path, "archive/a/1.txt", "elsewhere/b/2.txt", "elsewhere/c/3.txt")
        (tmp_path / "archive/a/b").symlink_to(tmp_path / "elsewhere/b")
        (tmp_path / "elsewhere/b/c").symlink_to(tmp_path / "elsewhere/c")
        (tmp_path / "elsewhere/c/b").symlink_to(tmp_path / "elsewhere/b")
        assert ids(tmp_path / "archive") == ["a/1.txt", "a/b/2.txt", "a/b/c/3.txt"]

    def test_a_link_to_nothing_is_unreadable(self, tmp_path):
        (tmp_path / "a.txt").symlink_to("gone")
        assert skipped(tmp_path) == {"a.txt": "a link to nothing"}
        assert unreadable(tmp_path) == {"a.txt"}


class TestSpecialFiles:
    def test_a_pipe_is_not_waited_for(self, tmp_path):
        os.mkfifo(tmp_path / "a.txt")
        os.mkfifo(tmp_path / "no suffix")
        assert skipped(tmp_path) == {"a.txt": "a pipe", "no suffix": "a pipe"}
        assert skipped(tmp_path / "a.txt") == {"a.txt": "a pipe"}

    def test_a_socket_is_skipped(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)  # the path of a socket must be short
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind("a.txt")
            assert skipped(tmp_path) == {"a.txt": "a socket"}

    def test_a_device_is_skipped(self, tmp_path):
        (tmp_path / "endless.txt").symlink_to("/dev/zero")
        assert skipped(tmp_path) == {"endless.txt": "a device"}

    def test_a_folder_named_as_a_text_is_a_folder(self, tmp_path):
        write(tmp_path, "a.txt/b.txt")
        assert ids(tmp_path) == ["a.txt/b.txt"]


class TestWhatCannotBeRead:
    def test_a_root_that_is_not_there_is_unreadable(self, tmp_path):
        assert skipped(tmp_path / "gone") == {"gone": "no longer there"}
        assert unreadable(tmp_path / "gone") == {"gone"}

    def test_a_folder_without_permission_costs_only_itself(self, tmp_path, monkeypatch):
        write(tmp_path, "a/1.txt", "b/2.txt", "c/3.txt")
        listed = os.scandir

        def refused(path):
            if str(path).endswith("/b"):
                raise PermissionError(13, "Permission denied")
            return listed(path)

        monkeypatch.setattr(os, "scandir", refused)
        assert ids(tmp_path) == ["a/1.txt", "c/3.txt"]
        assert skipped(tmp_path) == {"b": "permission denied"}
        assert unreadable(tmp_path) == {"b"}

    def test_a_file_that_vanishes_while_it_is_looked_at_is_told(self, tmp_path):
        write(tmp_path, "a.txt", "b.txt")
        found = scan([tmp_path])
        next(found)
        (tmp_path / "b.txt").unlink()
        assert [one.reason for one in found if isinstance(one, Skipped)] == ["no longer there"]
