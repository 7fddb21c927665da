import stat
from base64 import b64decode

import pytest

from reader.store.clipboards import Clipboard, LocalClipboards, clipboards, terminal_sequence

EVERY_PROGRAM = ("tmux", "pbcopy", "clip.exe", "wl-copy", "xclip", "xsel")


def names(environment, *there, system="linux"):
    find = dict.fromkeys(there or EVERY_PROGRAM, "/bin/it").get
    return [one.words[0] for one in clipboards(environment, find, system)]


@pytest.mark.parametrize(
    ("environment", "there", "found"),
    [
        ({}, EVERY_PROGRAM, []),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, EVERY_PROGRAM, ["wl-copy"]),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, ("xclip",), ["xclip"]),
        ({"DISPLAY": ":0"}, EVERY_PROGRAM, ["xclip"]),
        ({"DISPLAY": ":0"}, ("xsel",), ["xsel"]),
        ({"DISPLAY": ":0"}, ("vim",), []),
        ({"DISPLAY": ""}, EVERY_PROGRAM, []),
        ({"WSL_DISTRO_NAME": "Debian", "WAYLAND_DISPLAY": "wayland-0"}, EVERY_PROGRAM, ["clip.exe"]),
        ({"TMUX": "/run/tmux,1,0"}, EVERY_PROGRAM, ["tmux"]),
        ({"TMUX": "/run/tmux,1,0", "DISPLAY": ":0"}, EVERY_PROGRAM, ["tmux", "xclip"]),
    ],
)
def test_the_clipboard_of_the_desktop_is_taken_where_there_is_one(environment, there, found):
    assert names(environment, *there) == found


def test_a_mac_has_its_own():
    assert names({}, system="darwin") == ["pbcopy"]


@pytest.mark.parametrize("variable", ["SSH_TTY", "SSH_CONNECTION", "SSH_CLIENT"])
def test_over_ssh_the_desktop_is_somebody_else_s(variable):
    environment = {variable: "x", "DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
    assert names(environment) == []
    assert names(environment, system="darwin") == []
    assert names(environment | {"TMUX": "/run/tmux,1,0"}) == ["tmux"]


def test_terminals_and_tmux_get_the_sequence_as_it_is():
    for environment in ({}, {"TMUX": "x", "STY": "y"}):
        sequence = terminal_sequence("é\n", environment)
        assert sequence.startswith("\x1b]52;c;")
        assert sequence.endswith("\x07")
        assert b64decode(sequence[7:-1]).decode() == "é\n"


def test_screen_passes_it_on_in_pieces():
    plain, wrapped = terminal_sequence("long " * 99, {}), terminal_sequence("long " * 99, {"STY": "1.pts"})
    parts = wrapped.split("\x1b\\")
    assert parts.pop() == ""
    assert all(part.startswith("\x1bP") and len(part) < 128 for part in parts)
    assert "".join(part.removeprefix("\x1bP") for part in parts) == plain


@pytest.fixture
def keeper(tmp_path):
    """A clipboard that keeps what it is given in a file."""
    file, script = tmp_path / "kept", tmp_path / "keeper"
    script.write_text(f'#!/bin/sh\ncat > "{file}"\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return file, str(script)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_program_is_given_the_text_in_its_encoding(keeper, encoding):
    file, script = keeper
    local = LocalClipboards([Clipboard((script,), encoding)], {"PATH": "/usr/bin:/bin"})
    local.put("“Ahoy”")
    local.close()
    assert file.read_bytes().decode(encoding) == "“Ahoy”"


def test_what_fails_or_hangs_keeps_nobody_from_the_next(keeper):
    file, script = keeper
    programs = [
        Clipboard(("/no/such/program",)),
        Clipboard(("false",)),
        Clipboard(("sleep", "60")),
        Clipboard((script,)),
    ]
    local = LocalClipboards(programs, {"PATH": "/usr/bin:/bin"}, patience_seconds=0.2)
    local.put("\ud800 words")
    local.close()
    assert file.read_text() == "? words"


def test_nothing_is_started_where_there_is_no_clipboard():
    local = LocalClipboards((), {})
    local.put("words")
    local.close()
