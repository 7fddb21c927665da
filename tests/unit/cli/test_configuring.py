import tomllib

import pytest

from reader.store.paths import config_file, state_file
from reader.store.state import State


def test_settings_are_told_with_their_origin(reader):
    ended = reader("config")
    assert ended.status == 0
    assert "reading.column = 72" in ended.out
    assert "# default" in ended.out


def test_the_example_is_a_config_file(reader):
    ended = reader("config", "--example")
    assert ended.status == 0
    tomllib.loads(ended.out)


def test_what_does_not_hold_is_a_line_each_and_status_1(reader, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "article-reader").mkdir()
    (tmp_path / "article-reader" / "config.toml").write_text("theme = 5\n\nno-such = 1\n")
    ended = reader("config")
    assert ended.status == 1
    assert [line.rpartition("config.toml")[2][:8] for line in ended.err.splitlines()] == [", line 1", ", line 3"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_what_it_completes_with(reader, shell):
    ended = reader("--completion", shell)
    assert ended.status == 0
    commands = ("list", "search", "show", "cite", "check", "export", "config", "cache")
    assert all(command in ended.out for command in commands)


def test_other_shells_are_named_none_of_ours(reader):
    ended = reader("--completion", "csh")
    assert (ended.status, ended.err) == (2, "reader: --completion goes with one of bash, zsh, fish\n")


def test_a_choice_of_the_app_is_told_until_the_file_says_something_else(reader):
    with State.open(state_file()) as state:
        state.set_setting("reading.column", 88)
        state.set_setting("theme", "paper")
        state.set_setting("theme written", "nord")
        state.set_setting("list.sort", "no such order")
    lines = reader("config").out.split("\n")
    assert "reading.column = 88" in next(line for line in lines if "column" in line)
    assert next(line for line in lines if "column" in line).endswith("# chosen in the app")
    assert next(line for line in lines if "theme" in line).endswith("# default")
    assert next(line for line in lines if "list.sort" in line).endswith("# default")
    config_file().parent.mkdir(parents=True)
    config_file().write_text('theme = "nord"\n[reading]\ncolumn = 60\n')
    lines = reader("config").out.split("\n")
    assert next(line for line in lines if "column" in line).endswith("# config.toml, line 3")
    assert next(line for line in lines if "theme" in line).endswith("# chosen in the app")
