import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from reader.cli import listing, searching, showing
from reader.cli.completion import completion
from reader.cli.grammar import GENERAL, SHELLS, grammar
from reader.cli.usage import Parser


def parsers():
    listed = Parser("list", "The articles of an archive: all of them.", "reader list talks")
    listed.add_paths()
    listed.add_argument("--sort", choices=("name", "date"), help="by file's [name]: 2 before 10")
    listed.add_json()
    export = Parser("export", "Articles as files.")
    export.add_paths()
    export.add_argument("--output", metavar="FOLDER", help="where they go")
    export.add_argument("-n", "--limit", metavar="N", help="100%% of N")
    return {"list": listed, "export": export}


COMMANDS = grammar(parsers())


def script(shell):
    return "\n".join(completion(shell, COMMANDS)) + "\n"


def test_parsers_are_told_as_values():
    listed, export = COMMANDS
    assert (listed.name, listed.summary) == ("list", "The articles of an archive: all of them.")
    assert listed.usage.startswith("reader list [-h] ")
    assert (listed.takes_files, listed.example) == (True, "reader list talks")
    assert [(option.names, option.metavar, option.choices) for option in listed.options] == [
        (("-h", "--help"), "", ()),
        (("--sort",), "SORT", ("name", "date")),
        (("--json",), "", ()),
    ]
    output, limit = export.options[1:]
    assert output.takes_folder
    assert (limit.names, limit.help) == (("-n", "--limit"), "100% of N")


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_option_is_offered(shell):
    text = script(shell)
    for command in COMMANDS:
        assert command.name in text
        for option in (*command.options, *GENERAL):
            assert all(name.lstrip("-") in text for name in option.names)
            assert all(choice in text for choice in option.choices)


@pytest.mark.parametrize("shell", SHELLS)
def test_scripts_are_well_quoted(shell):
    if shell == "fish":
        # Fish escapes a quotation mark inside of quotation marks.
        assert "file\\'s [name]" in script(shell)
        return
    assert shlex.split(script(shell), comments=True)


def offered(tmp_path, *words):
    """What bash offers for the last of these words."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("NO BASH HERE: its completion is not tried")
    file = tmp_path / "reader.bash"
    file.write_text(script("bash"), "utf-8")
    typed = " ".join(map(shlex.quote, ("reader", *words)))
    tried = f'source {file}; COMP_WORDS=({typed}); COMP_CWORD={len(words)}; _reader; printf "%s\\n" "${{COMPREPLY[@]}}"'
    answer = subprocess.run(
        [bash, "--norc", "-uc", tried], capture_output=True, text=True, check=True, cwd=tmp_path, timeout=20
    )
    assert answer.stderr == ""
    return answer.stdout.split()


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (["l"], ["list"]),
        (["--v"], ["--version"]),
        (["--completion", ""], ["bash", "zsh", "fish"]),
        (["--completion", "z"], ["zsh"]),
        (["list", "--s"], ["--sort"]),
        (["list", "--sort", ""], ["name", "date"]),
        (["list", "x", "--sort", "d"], ["date"]),
        (["list", "--sort", "=", "d"], ["date"]),
        (["list", "--sort", "="], ["name", "date"]),
        (["list", ""], []),
        (["list", "--", "--s"], []),
        (["export", "--limit", ""], []),
        (["export", "--output", "t"], ["talks"]),
        (["talks", "l"], []),
    ],
)
def test_bash_offers_what_fits(tmp_path, words, answer):
    (tmp_path / "talks").mkdir()
    (tmp_path / "tides.txt").write_text("")
    assert offered(tmp_path, *words) == answer


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_take_their_scripts(tmp_path, shell):
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"NO {shell.upper()} HERE: its completion is not tried")
    file = Path(tmp_path / "script")
    file.write_text(script(shell), "utf-8")
    assert subprocess.run([program, "-n", file], capture_output=True, check=True, timeout=20).stderr == b""


class Asked(Exception):  # noqa: N818 - it carries a parser out of the command that made it
    pass


@pytest.mark.parametrize("shell", SHELLS)
def test_the_commands_as_they_are_have_scripts(shell, monkeypatch):
    def carry(parser, *_):
        raise Asked(parser)

    monkeypatch.setattr(Parser, "parsed", carry)
    found = {}
    for command in (listing.list_articles, listing.check, searching.search, showing.show, showing.cite):
        with pytest.raises(Asked) as asked:
            command([])
        (parser,) = asked.value.args
        found[parser.prog.removeprefix("reader ")] = parser
    text = "\n".join(completion(shell, grammar(found)))
    assert set(found) == {"list", "check", "search", "show", "cite"}
    assert all(name in text for name in (*found, "question", "color", "markdown"))
