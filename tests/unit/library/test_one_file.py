import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import UnreadableError
from reader.library import one_file as module
from reader.library.one_file import LARGEST, read_file, read_found_head, read_head

OPEN_FILES = Path("/proc/self/fd")


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(UnreadableError, match="a pipe"):
        read_file(tmp_path / "a.txt")


def test_a_device_is_not_opened(tmp_path):
    (tmp_path / "endless.txt").symlink_to("/dev/zero")
    with pytest.raises(UnreadableError, match="a device"):
        read_file(tmp_path / "endless.txt")


def test_a_folder_named_as_a_text_is_a_folder(tmp_path):
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(UnreadableError, match="a folder"):
        read_file(tmp_path / "a.txt")


def test_a_file_that_has_gone_raises_with_the_reason(tmp_path):
    for read in (read_file, read_head, read_found_head):
        with pytest.raises(UnreadableError, match="no longer there"):
            read(str(tmp_path / "gone.txt"))


def test_a_file_that_has_become_something_else_is_refused_once_it_is_open(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableError, match="a pipe"):
        read_found_head(str(tmp_path / "pipe.txt"))
    with pytest.raises(UnreadableError, match="a folder"):
        read_found_head(str(tmp_path))


def test_a_hole_of_a_terabyte_is_refused_at_once(tmp_path):
    path = tmp_path / "sparse.txt"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(UnreadableError, match="1,048,576 MB, more than the 512 MB that can be read"):
        read_file(path)
    assert read_head(path) == b"\0" * 4096


def test_a_file_that_grows_beyond_the_limit_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "LARGEST", 100_000)
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 200_000)
    monkeypatch.setattr(os, "fstat", lambda _descriptor: os.stat_result((0o100644, *[0] * 9)))
    with pytest.raises(UnreadableError, match="can be read"):
        read_file(path)


@pytest.mark.skipif(not OPEN_FILES.exists(), reason="the system does not list a process's open files")
def test_no_descriptor_stays_open(tmp_path):
    (tmp_path / "a.txt").write_text("Hello.")
    before = len(list(OPEN_FILES.iterdir()))
    for _ in range(20):
        read_file(tmp_path / "a.txt")
        with pytest.raises(UnreadableError):
            read_file(tmp_path)
    assert len(list(OPEN_FILES.iterdir())) == before


@given(st.binary(max_size=300))
def test_a_file_is_read_as_it_is(tmp_path_factory, raw):
    path = tmp_path_factory.getbasetemp() / "raw"
    path.write_bytes(raw)
    assert read_file(path) == raw
    assert read_head(path) == read_found_head(str(path)) == raw


def test_a_large_file_is_read_whole(tmp_path):
    raw = bytes(range(256)) * 1000
    (tmp_path / "a.txt").write_bytes(raw)
    assert read_file(tmp_path / "a.txt") == raw
    assert read_head(tmp_path / "a.txt") == raw[:4096]
    assert len(raw) < LARGEST
