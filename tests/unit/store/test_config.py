import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.store.config import read_config
from reader.store.settings import BROWSER, COLUMN, EDITOR, FOLD, LIBRARIES, LIST_WIDTH, SETTINGS, SORT, THEME


@pytest.fixture
def config(tmp_path):
    def written(text, environment=()):
        path = tmp_path / "config.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_config(path, dict(environment))

    return written


def told(config):
    return [str(problem) for problem in config.problems]


def test_without_a_file_defaults_hold_and_nothing_is_wrong(tmp_path):
    config = read_config(tmp_path / "config.toml", {})
    assert [config.value(setting) for setting in SETTINGS] == [setting.default for setting in SETTINGS]
    assert (config.is_present, config.problems, config.keymap) == (False, (), {})
    assert str(config.origin("theme")) == "default"


def test_what_the_file_says_holds_and_its_line_is_known(config):
    found = config(
        'libraries = ["~/talks", "/srv/articles"]\neditor = "hx"\ntheme = "paper"\n'
        '[reading]\ncolumn = 64\nfold = false\n[list]\nsort = "date"\nwidth = 30\n'
    )
    assert found[LIBRARIES] == (Path("~/talks").expanduser(), Path("/srv/articles"))
    assert (found[EDITOR], found[THEME], found[COLUMN], found[FOLD]) == ("hx", "paper", 64, False)
    assert (found[SORT], found[LIST_WIDTH], found[BROWSER]) == ("date", 30, None)
    assert str(found.origin("reading.column")) == "config.toml, line 5"
    assert told(found) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "[reading]\n\ncolumn = 'wide'\n",
            "config.toml, line 3: reading.column: a whole number from 32 to 120 was expected, got 'wide'; 72 is used",
        ),
        (
            "reading.column = 31",
            "config.toml, line 1: reading.column: a whole number from 32 to 120 was expected, got 31; 72 is used",
        ),
        (
            "reading.column = true",
            "config.toml, line 1: reading.column: a whole number from 32 to 120 was expected, got true; 72 is used",
        ),
        (
            "reading.column.a = 1",
            "config.toml, line 1: reading.column: a whole number from 32 to 120 was expected, got a table; 72 is used",
        ),
        (
            "[reading]\nfold = 0",
            "config.toml, line 2: reading.fold: true or false was expected, got 0; true is used",
        ),
        (
            "libraries = ['talks']",
            (
                "config.toml, line 1: libraries: a list of folders, each from / or ~ was expected, got ['talks']; "
                "it is passed over"
            ),
        ),
        (
            'editor = "vim \'"',
            (
                'config.toml, line 1: editor: a program, with its arguments if any was expected, got "vim \'"; '
                "it is passed over"
            ),
        ),
        ("colum = 3", "config.toml, line 1: colum: there is no such setting (is it reading.column?)"),
        ("reading.colunm = 3", "config.toml, line 1: reading.colunm: there is no such setting (is it reading.column?)"),
        ("qqq = 3", "config.toml, line 1: qqq: there is no such setting"),
        ("reading = 3", "config.toml, line 1: reading: a table was expected, got 3"),
        ("keys = 3", "config.toml, line 1: keys: a table was expected, got 3"),
        ("\ntheme = paper", "config.toml, line 2: invalid value, column 9; nothing of the file is used"),
        ("theme = ", "config.toml, line 1: invalid value; nothing of the file is used"),
        (b"theme = 'ink'\n# \xff\n", "config.toml, line 2: text in UTF-8 was expected; nothing of the file is used"),
    ],
)
def test_what_is_wrong_is_told_in_a_line(config, text, problem):
    assert told(config(text)) == [problem]


def test_a_wrong_setting_leaves_the_others_alone(config):
    found = config("reading.column = 500\ntheme = 'paper'\n")
    assert (found[COLUMN], found[THEME]) == (72, "paper")


def test_a_theme_that_is_not_there_is_told_with_those_that_are(config):
    (problem,) = told(config("theme = 'pink'"))
    assert problem.startswith("config.toml, line 1: theme: one of ink, paper, ")
    assert problem.endswith("got 'pink'; ink is used")


def test_empty_tables_are_fine(config):
    assert told(config("[reading]\n[list]\n[keys]\n")) == []


def test_one_folder_needs_no_list(config):
    assert config("libraries = '/srv'")[LIBRARIES] == (Path("/srv"),)


def test_a_home_of_nobody_is_no_folder(config):
    assert config("libraries = '~nobody-of-that-name/x'")[LIBRARIES] == ()


@pytest.mark.parametrize(
    "text",
    ["a = " + "[" * 100_000, "a = " + "9" * 10_000, ".".join("a" * 5_000) + " = 1", "a = '''" + "\0" * 3 + "'''"],
)
def test_monstrous_texts_are_told_too(config, text):
    assert len(told(config(text))) == 1


def test_what_is_quoted_back_is_short_and_printable(config):
    (problem,) = told(config('"\\u001b]0;x" = "\\u001b[31m"'))
    assert problem.isprintable()
    (problem,) = told(config(f'theme = "{"x" * 5_000}"'))
    assert len(problem) < 500


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "config.toml")
    assert told(read_config(tmp_path / "config.toml", {})) == [
        "config.toml: the file can't be read: it is no file; defaults are used"
    ]


def test_a_folder_is_no_config(tmp_path):
    (tmp_path / "config.toml").mkdir()
    assert len(told(read_config(tmp_path / "config.toml", {}))) == 1


def test_a_byte_order_mark_is_no_error(config):
    assert config(b"\xef\xbb\xbftheme = 'paper'")[THEME] == "paper"


class TestEnvironment:
    def test_it_is_asked_where_the_file_says_nothing(self, config):
        found = config("", {"EDITOR": "ed", "VISUAL": "vim -u NONE", "BROWSER": "lynx"})
        assert (found[EDITOR], found[BROWSER]) == ("vim -u NONE", "lynx")
        assert (str(found.origin("editor")), str(found.origin("browser"))) == ("$VISUAL", "$BROWSER")

    def test_the_file_comes_first(self, config):
        assert config("editor = 'hx'", {"EDITOR": "ed"})[EDITOR] == "hx"

    def test_empty_and_broken_ones_are_passed_over(self, config):
        assert config("", {"VISUAL": " ", "EDITOR": "ed '"})[EDITOR] is None
        assert config("", {"VISUAL": "", "EDITOR": "ed"})[EDITOR] == "ed"


class TestKeys:
    def test_a_key_or_a_list_of_keys(self, config):
        found = config('[keys]\nhelp = "H"\n"line.down" = ["j", "^n", ","]\n')
        assert told(found) == []
        assert found.keymap == {"help": "H", "line.down": "j,ctrl+n,comma"}
        assert str(found.origin("keys.line.down")) == "config.toml, line 3"

    def test_an_id_may_stand_without_quotation_marks(self, config):
        assert config('[keys]\nline.down = "i"\n').keymap == {"line.down": "i"}

    def test_usual_keys_change_nothing(self, config):
        assert config('[keys]\nhelp = "?"\n').keymap == {}

    def test_an_unknown_command_is_told_with_the_nearest(self, config):
        assert told(config('[keys]\n"answer.nxt" = "x"\n')) == [
            "config.toml, line 2: keys: there is no command 'answer.nxt' (is it answer.next?)"
        ]

    def test_a_key_that_is_taken_is_told(self, config):
        found = config('[keys]\nhelp = "j"\n')
        assert told(found) == [
            (
                "config.toml, line 2: keys.help: j already is line.down in the reading pane and the article list; "
                "it stays ?"
            )
        ]
        assert found.keymap == {}

    def test_what_is_no_key_is_told(self, config):
        assert told(config("[keys]\nhelp = 5\n")) == [
            "config.toml, line 2: keys.help: a key or a list of keys was expected, got 5; it stays ?"
        ]


@given(st.text(max_size=300) | st.binary(max_size=300))
def test_no_file_keeps_the_program_from_starting(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    config = read_config(path, {})
    assert config[COLUMN] in range(32, 121)
    assert all(str(problem).isprintable() for problem in config.problems)


VALUES = st.sampled_from(["1", "'x'", "true", "[]", "{}", "[1, 'a']", "{ a = 1 }", "1.5", "1979-05-27", "72", "'?'"])
NAMES = st.sampled_from(
    ["theme", "editor", "libraries", "reading.column", "reading", "list.width", "keys", "keys.help", "keys.find", "x.y"]
)


@given(st.lists(st.tuples(NAMES, VALUES), max_size=5))
def test_whatever_settings_hold_each_is_of_its_kind(tmp_path_factory, pairs):
    path = tmp_path_factory.getbasetemp() / "values.toml"
    path.write_text("\n".join(f"{name} = {value}" for name, value in pairs), "utf-8")
    config = read_config(path, {})
    for setting in SETTINGS:
        if config.value(setting) != setting.default and setting is not LIBRARIES:
            assert setting.kind.value(config.value(setting)) is not None
