import re
import tomllib
from pathlib import Path

import pytest
from textual.theme import BUILTIN_THEMES

from reader.commands import COMMANDS
from reader.store.config import read_config
from reader.store.config_text import config_lines, example, holding
from reader.store.settings import BY_ID, SETTINGS, THEMES
from reader.ui.theme import READING_THEMES


@pytest.fixture
def written(tmp_path):
    def config(text):
        path = tmp_path / "config.toml"
        path.write_text(text, "utf-8")
        return read_config(path, {})

    return config


def test_every_theme_there_is_can_be_set():
    assert set(THEMES) == {theme.name for theme in READING_THEMES} | set(BUILTIN_THEMES)


def test_every_setting_has_an_example_that_holds_and_is_its_default_where_there_is_one():
    for setting in SETTINGS:
        value = setting.kind.value(tomllib.loads(f"x = {setting.example}")["x"])
        assert value is not None
        assert value == setting.default or not setting.default


def test_the_example_sets_nothing(written):
    config = written("\n".join(example()))
    assert config.problems == ()
    assert [config.value(setting) for setting in SETTINGS] == [setting.default for setting in SETTINGS]


def test_the_example_tells_every_setting_and_every_command():
    text = "\n".join(example())
    assert all(f"# {identity.split('.')[-1]} = " in text for identity in BY_ID)
    assert all(f'# "{command.id}" {"= [" if command.keys else "has no key"}' in text for command in COMMANDS)
    assert all(len(line) <= 120 for line in text.split("\n"))


def test_with_its_comments_taken_away_the_example_holds(written):
    text = re.sub(r'^# (["\w.]+ = )', r"\1", "\n".join(example()), flags=re.MULTILINE)
    config = written(text)
    assert config.problems == ()
    assert config.keymap == {}
    assert {config.origin(identity).source for identity in BY_ID} == {"file"}


def test_each_setting_is_told_with_its_origin(written):
    config = written('theme = "paper"\n[keys]\nhelp = ","\n')
    rows = {row.name: row[1:] for row in holding(config, {"NO_COLOR": "1"})}
    assert rows["theme"] == ('"paper"', "config.toml, line 1")
    assert rows["reading.column"] == ("72", "default")
    assert rows["keys.help"] == ('[","]', "config.toml, line 3")
    assert rows["colours"] == ("false", "$NO_COLOR")
    assert rows["editor"] == ("", "default")


def test_folders_that_the_environment_moves_say_so(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    rows = {row.name: row for row in holding(read_config(tmp_path / "x", {}), {"XDG_CACHE_HOME": str(tmp_path)})}
    assert rows["cache"].origin == "$XDG_CACHE_HOME"
    assert rows["state"].origin == "default"


def test_the_file_comes_first_and_is_said_not_to_be_there():
    lines = list(config_lines(read_config(Path("/nowhere/config.toml"), {}), {}))
    assert lines[0] == "# /nowhere/config.toml (default, not there; reader config --example prints one)"
    assert "# editor is not set" in lines[2]


def test_what_is_printed_is_toml_whatever_it_holds(written):
    config = written('libraries = ["/a \\" \\\\ \\u0007"]\n')
    table = tomllib.loads("\n".join(config_lines(config, {})))
    assert table["libraries"] == ['/a " \\ \a']
