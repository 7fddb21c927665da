"""The program as it is installed beside the running interpreter, started in terminals and in pipes."""

import os
import subprocess
import sys

import pytest

from tests.terminal.terminal import Terminal

READER = [sys.executable, "-m", "reader"]


@pytest.fixture
def environment(tmp_path):
    """An environment of its own: nothing of the user's is read or written."""
    home = tmp_path / "home"
    home.mkdir()
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CACHE", "CONFIG", "DATA", "STATE")}
    inherited = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "COLUMNS", "LINES")}
    return inherited | folders | {"HOME": str(home), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "COLORTERM": "truecolor"}


@pytest.fixture
def start(environment):
    """Starts a command in a terminal, which is closed when the test ends."""
    started = []

    def start(command, size=(80, 24), folder=None):
        terminal = Terminal(command, size, environment=environment, folder=folder)
        started.append(terminal)
        return terminal

    yield start
    for terminal in started:
        terminal.close()


@pytest.fixture
def in_terminal(start):
    """Starts `reader ARGUMENTS` in a terminal: `in_terminal("list", size=(80, 24))`."""

    def run(*arguments, **options):
        return start([*READER, *arguments], **options)

    return run


@pytest.fixture
def in_shell(start):
    """Starts a line of shell in a terminal, in which `"$@"` is `reader ARGUMENTS`."""

    def run(line, *arguments, **options):
        return start(["sh", "-c", line, "sh", *READER, *arguments], **options)

    return run


@pytest.fixture
def in_pipe(environment):
    """Runs `reader ARGUMENTS` with pipes for its streams and gives what `subprocess.run` gives."""

    def run(*arguments, **options):
        settings = {"stdin": subprocess.DEVNULL, "capture_output": True, "env": environment, "timeout": 60} | options
        return subprocess.run([*READER, *map(str, arguments)], check=False, **settings)

    return run


@pytest.fixture
def archive(tmp_path):
    """A small archive: an interview and an article."""
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "interview.txt").write_text(
        "The lighthouse keeper\n\nAn old lamp talks about the sea.\n\n"
        "Q: What do you see at night?\n\nLamp: Mostly water, and now and then a ship that has lost its way.\n\n"
        "Q: Do you ever sleep?\n\nLamp: In the daytime, when nobody needs me. It is a dangerous time for ships.\n\n"
        "Q: What would you rather be?\n\nLamp: A star, of course. They need no keeper.\n"
    )
    (folder / "article.txt").write_text(
        "Rain expected\n\nIt will rain tomorrow, and perhaps the day after.\n\nBring an umbrella.\n"
    )
    return folder
