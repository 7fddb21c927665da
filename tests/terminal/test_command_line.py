import os
import subprocess
from pathlib import Path

import pytest

from reader import __version__
from tests.terminal.conftest import READER

FULL = Path("/dev/full")


def test_the_version_is_told_in_a_terminal(in_terminal):
    terminal = in_terminal("--version")
    assert terminal.wait_for_end() == 0
    assert terminal.screen == f"reader {__version__}"


def test_the_help_fits_the_smallest_common_terminal(in_terminal):
    terminal = in_terminal("--help", size=(80, 24))
    assert terminal.wait_for_end() == 0
    assert terminal.screen.startswith("Read archives of articles")
    assert terminal.screen.endswith("| reader -")


def test_the_list_in_a_terminal(in_terminal, archive):
    terminal = in_terminal("list", "archive", folder=archive.parent)
    assert terminal.wait_for_end() == 0
    assert terminal.screen == (
        "                   1 min  Rain expected  archive/article.txt\n"
        "   3 questions     1 min  The lighthouse keeper  archive/interview.txt"
    )


def test_a_search_in_a_terminal_emphasises_what_matched(in_terminal, archive):
    terminal = in_terminal("search", "dangrous time", "archive", folder=archive.parent)
    assert terminal.wait_for_end() == 0
    assert "The lighthouse keeper  archive/interview.txt:9\n  2. Do you ever sleep?\n" in terminal.screen
    assert b"\x1b[1;33mdangerous\x1b[0m" in terminal.output


def test_no_colour_where_none_is_wanted(in_shell, archive, environment):
    environment["NO_COLOR"] = "1"
    # A bar on standard error, where the archive takes its time, hides the cursor: that is no colour.
    terminal = in_shell('"$@" 2>/dev/null', "search", "lamp", archive)
    assert terminal.wait_for_end() == 0
    assert b"\x1b" not in terminal.output


def test_a_pipe_closed_early_is_silent(environment, tmp_path):
    (tmp_path / "long.txt").write_text("A headline\n\n" + "It rained, and it went on raining.\n\n" * 20_000)
    shower = subprocess.Popen(
        [*READER, "show", tmp_path / "long.txt"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    )
    assert shower.stdout
    assert shower.stderr
    assert shower.stdout.readline() == b"A headline\n"
    shower.stdout.close()
    assert shower.stderr.read() == b""
    assert shower.wait() == 0
    shower.stderr.close()


def test_a_pipe_that_nobody_reads_is_silent(environment, archive):
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [*READER, "show", archive / "article.txt"],
        check=False,
        stdout=writing,
        stderr=subprocess.PIPE,
        env=environment,
    )
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.skipif(not FULL.exists(), reason="the system has no /dev/full")
def test_a_full_disk_is_told(in_pipe, archive):
    with FULL.open("wb") as full:
        ended = in_pipe("list", archive, stdout=full, capture_output=False, stderr=subprocess.PIPE)
    assert ended.returncode == 1
    assert ended.stderr == b"reader: the results can't be written: no space left on device\n"


@pytest.mark.parametrize("elsewhere", ["</dev/null", ">/dev/null", "2>/dev/null", "<&-", ">&-", "2>&-"])
def test_the_app_is_not_opened_where_a_stream_is_no_terminal(in_shell, archive, elsewhere):
    terminal = in_shell(f'exec "$@" {elsewhere}', archive)
    assert terminal.wait_for_end() == 2
    assert b"\x1b" not in terminal.output
    if "2>" not in elsewhere:
        assert "is no terminal; there are reader list, search and show" in terminal.screen


def test_an_empty_folder_takes_no_screen(in_terminal, tmp_path):
    (tmp_path / "notes.pdf").touch()
    terminal = in_terminal(".", folder=tmp_path, size=(200, 24))
    assert terminal.wait_for_end() == 1
    assert terminal.screen == (
        "reader: no articles in .: looked for .txt .text .md .markdown and text files without a suffix, found 1 .pdf"
    )


def test_a_wrong_path_takes_no_screen(in_terminal, archive):
    terminal = in_terminal("archve/interview.txt", folder=archive.parent, size=(120, 24))
    assert terminal.wait_for_end() == 2
    assert terminal.screen == ("reader: no such file or folder: archve/interview.txt (is it archive/interview.txt?)")


def test_a_pipe_among_the_files_is_not_waited_for(in_pipe, archive):
    os.mkfifo(archive / "pipe.txt")
    ended = in_pipe("check", archive)
    assert (ended.returncode, b"pipe.txt: skipped: a pipe" in ended.stdout) == (0, True)
    assert in_pipe("show", archive / "pipe.txt").returncode == 1
