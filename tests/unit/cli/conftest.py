import json
from dataclasses import dataclass

import pytest

from reader.cli import main

INTERVIEW = """\
The lamp at night

An old lamp talks about the sea.

Q: What do you see?

Lamp: Mostly water.

Q: Is it dangerous? What do you tell the family?

Lamp: That I sleep in the daytime.

And that the stairs are worse.

Q: What would you rather be?

Lamp: A star.
"""
ARTICLE = "Rain expected\n\nIt will rain tomorrow, and perhaps the day after.\n\nBring an umbrella.\n"


@dataclass(frozen=True)
class Ended:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def records(self):
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory, monkeypatch):
    home = tmp_path_factory.mktemp("home")
    for name in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name))


@pytest.fixture
def reader(capsysbinary):
    """Runs `reader ARGUMENTS` within this process."""

    def run(*arguments):
        status = main([str(argument) for argument in arguments])
        out, err = capsysbinary.readouterr()
        return Ended(status, out.decode("utf-8", "surrogateescape"), err.decode())

    return run


@pytest.fixture
def archive(tmp_path_factory, monkeypatch):
    """An interview, an article, and a picture; the working folder holds it."""
    here = tmp_path_factory.mktemp("here")
    folder = here / "archive"
    folder.mkdir()
    (folder / "interview 2.txt").write_text(INTERVIEW)
    (folder / "article 10.txt").write_text(ARTICLE)
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    monkeypatch.chdir(here)
    return folder
