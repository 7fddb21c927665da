import re
import shutil
import subprocess

import pytest

from reader.cli.grammar import grammar
from reader.cli.manual import manual
from reader.cli.usage import Parser
from reader.commands import COMMANDS
from reader.store.settings import SETTINGS


def page():
    parser = Parser("list", ".The 'articles' of an \\archive.", "reader list ~/talks")
    parser.add_paths()
    parser.add_json()
    return list(manual(grammar({"list": parser})))


def test_it_is_ascii_and_no_text_is_a_request():
    requests = {".TH", ".SH", ".SS", ".TP", ".B", ".PP", ".nf", ".fi", ".HP", ".PD", ".ad", ".nh"}
    for line in page():
        assert line.isascii()
        assert not line.startswith("'")
        assert not line.startswith(".") or line.split()[0] in requests
    assert "\\&.The \\(aqarticles\\(aq of an \\earchive." in page()


def test_it_tells_every_command_key_and_setting():
    text = "\n".join(page())
    assert '.B "\\-\\-json"' in text
    assert "reader list \\(ti/talks" in text
    assert all(setting.id in text for setting in SETTINGS)
    assert text.count(".TP") >= len(COMMANDS) + len(SETTINGS)


def test_roff_sets_it_without_complaint():
    groff = shutil.which("groff")
    if groff is None:
        pytest.skip("NO GROFF HERE: the manual is not set")
    done = subprocess.run(
        [groff, "-man", "-Tutf8", "-ww", "-P-c"],
        input="\n".join(page()),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=30,
    )
    assert done.stderr == ""
    # Bold is a letter, a step back, and the letter again.
    shown = re.sub(".\b", "", done.stdout)
    for words in (
        "READER(1)",
        "next answer",
        "reader list [--json] [PATH ...]",
        "→",
        "reading.column",
        "NO_COLOR",
    ):
        assert words in shown


def test_the_manual_is_printed(reader):
    ended = reader("--manual")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith(".TH READER 1 ")
    for command in ("list", "search", "show", "cite", "check", "export", "config", "cache"):
        assert f'\n.SS "{command}"\n' in ended.out
    assert reader("--manual", "x").status == 2
