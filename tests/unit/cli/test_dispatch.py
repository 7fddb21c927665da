import pytest

from reader import __version__
from reader.cli import dispatch
from reader.cli.help import HELP
from reader.errors import NothingFoundError, ReaderError, UnreadableError, UsageError

COMMANDS = ("list", "search", "show", "cite", "check", "export", "config", "cache")


def test_the_version_is_told(reader):
    assert reader("--version") == reader("-V")
    assert reader("--version").out == f"reader {__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], *([command, "--help"] for command in COMMANDS)])
def test_help_fits_a_screen(reader, arguments, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    ended = reader(*arguments)
    lines = ended.out.splitlines()
    assert ended.status == 0
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80
    assert "example" in ended.out


def test_help_names_every_command():
    assert all(f"\n  {command} " in HELP for command in COMMANDS)


def test_help_is_told_whatever_else_is_typed(reader):
    assert reader("show", "gone.txt", "--help").status == 0
    assert reader("folder", "--help").out == f"{HELP}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--unknown"],
        ["list", "--unknown"],
        ["list", "--sort", "colour"],
        ["search"],
        ["show"],
        ["cite", "a.txt"],
        ["show", "a.txt", "b.txt"],
        ["list", "nowhere-at-all"],
        ["search", "x", "nowhere-at-all"],
        ["-", "-"],
    ],
)
def test_wrong_usage_is_one_line_and_status_2(reader, arguments):
    ended = reader(*arguments)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("reader: ")
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (UsageError("what"), 2),
        (NothingFoundError("what"), 1),
        (UnreadableError("what"), 1),
        (ReaderError("what"), 1),
        (KeyboardInterrupt(), 130),
    ],
)
def test_every_error_has_its_status(reader, monkeypatch, error, status):
    def fail(_arguments):
        raise error

    monkeypatch.setattr(dispatch, "_run", fail)
    monkeypatch.setattr(dispatch, "abandon", lambda: None)
    ended = reader("list")
    assert ended.status == status
    assert ended.err == ("" if status == 130 else "reader: what\n")


def test_an_error_is_one_safe_line(reader, tmp_path):
    ended = reader("list", tmp_path / "a\x1b[31m\nb")
    assert "\x1b" not in ended.err
    assert ended.err.count("\n") == 1
