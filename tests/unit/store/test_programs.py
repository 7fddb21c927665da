import os
import shlex
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ReaderError, UsageError
from reader.store.programs import Program, browser_at, editor_at, file_manager_at, run, start

URL = "https://sea.example/a?b=1&c=%20"
DESKTOP = {"DISPLAY": ":0"}


def only(*names):
    return lambda name: f"/usr/bin/{name}" if name in names else None


def editing(command, path="/sea/a.txt", line=12):
    return editor_at(Path(path), line, command, only()).words


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("vim", ("vim", "+12", "/sea/a.txt")),
        ("/usr/bin/vim.basic -u NONE", ("/usr/bin/vim.basic", "-u", "NONE", "+12", "/sea/a.txt")),
        ("nano", ("nano", "+12", "/sea/a.txt")),
        ("emacs -nw", ("emacs", "-nw", "+12", "/sea/a.txt")),
        ("micro", ("micro", "+12", "/sea/a.txt")),
        ("kak", ("kak", "+12", "/sea/a.txt")),
        ("hx", ("hx", "/sea/a.txt:12")),
        ("subl -w", ("subl", "-w", "/sea/a.txt:12")),
        ("code --wait", ("code", "--wait", "--goto", "/sea/a.txt:12")),
        ("kate", ("kate", "--line", "12", "/sea/a.txt")),
        ("'my editor' 'a b'", ("my editor", "a b", "/sea/a.txt")),
        ("acme; rm -rf /", ("acme;", "rm", "-rf", "/", "/sea/a.txt")),
    ],
)
def test_an_editor_gets_the_line_in_its_own_way(command, words):
    assert editing(command) == words


def test_a_line_below_the_first_is_the_first():
    assert editing("vim", line=0)[1] == "+1"


def test_editors_in_windows_leave_the_terminal_alone():
    assert editor_at(Path("/a"), 1, "vim").needs_terminal
    assert editor_at(Path("/a"), 1, "unheard-of").needs_terminal
    assert not editor_at(Path("/a"), 1, "code").needs_terminal


def test_the_first_editor_that_is_there_is_taken_where_nobody_said_which():
    assert editor_at(Path("/a"), 1, None, only("vi", "emacs")).name == "vi"


def test_without_an_editor_it_is_said_how_to_name_one():
    with pytest.raises(UsageError, match=r"\$EDITOR"):
        editor_at(Path("/a"), 1, None, only())


def test_a_quotation_mark_without_a_partner_is_told():
    with pytest.raises(UsageError, match="no partner"):
        editing("vim '")


NAMES = st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=20) | st.sampled_from(
    ["-rf", "--help", "+!sh", "$(id)", "`id`", ";id", "a b", "'", "\udcff", "%s", "~"]
)


@given(NAMES, st.sampled_from(["vim", "hx", "code", "kate", "unheard-of"]))
def test_whatever_a_file_is_called_it_is_one_word_from_the_root(name, editor):
    words = editor_at(Path(name), 3, editor).words
    assert [word for word in words if name in word and word.startswith("/")] == [words[-1]]


class TestBrowser:
    def opened(self, browsers, *names, url=URL, environment=DESKTOP, system="linux"):
        return browser_at(url, browsers, environment, only(*names), system)

    def test_the_link_comes_last(self):
        assert self.opened("firefox -P sea", "firefox").words == ("firefox", "-P", "sea", URL)

    def test_or_where_its_place_is(self):
        assert self.opened("w3m -o x=%s -v", "w3m").words == ("w3m", "-o", f"x={URL}", "-v")

    def test_the_first_that_is_there_is_taken(self):
        assert self.opened("galeon:'lynx' &:firefox", "lynx", "firefox").words == ("lynx", URL)

    def test_else_what_the_desktop_has(self):
        assert self.opened("galeon", "xdg-open").words == ("xdg-open", URL)
        assert self.opened(None, "gio").words == ("gio", "open", URL)
        assert self.opened(None, "open", system="darwin").words == ("open", URL)

    def test_what_draws_in_the_terminal_needs_it(self):
        assert self.opened("lynx", "lynx").needs_terminal
        assert not self.opened("firefox", "firefox").needs_terminal
        assert self.opened(None, "xdg-open", environment={}).needs_terminal
        assert not self.opened(None, "xdg-open").needs_terminal

    def test_where_there_is_none_it_is_said_how_to_name_one(self):
        with pytest.raises(UsageError, match=r"\$BROWSER"):
            self.opened(None)

    @pytest.mark.parametrize(
        "url",
        [
            *(
                "file:///etc/passwd",
                "javascript:alert(1)",
                "-h",
                "http://",
                "http:///x",
                "http://a\nb",
                "http://a b",
                "",
            ),
            *("http://[", "ftp://sea.example", "http://sea.example/\x1b[31m", "http://s\u00e9a.example"),
        ],
    )
    def test_only_the_web_is_opened(self, url):
        with pytest.raises(UsageError):
            self.opened("firefox", "firefox", url=url)


def test_a_folder_is_opened_from_the_root():
    assert file_manager_at(Path("-x"), only("xdg-open"), "linux").words == ("xdg-open", str(Path("-x").absolute()))


def python(script):
    return Program((sys.executable, "-c", script), needs_terminal=True)


def test_a_program_s_end_is_waited_for():
    assert run(python("raise SystemExit(3)")) == 3


@pytest.mark.parametrize("begin", [run, start])
def test_what_can_t_be_started_is_told(begin, tmp_path):
    with pytest.raises(ReaderError, match="nothing-here can't be started: no such file"):
        begin(Program((str(tmp_path / "nothing-here"),), needs_terminal=True))
    with pytest.raises(ReaderError, match="can't be started"):
        begin(Program(("a\0b",), needs_terminal=True))


def test_a_program_apart_has_no_terminal_and_a_session_of_its_own(tmp_path):
    told = tmp_path / "told"
    os.mkfifo(told)
    start(python(f"import os; open({str(told)!r}, 'w').write(f'{{os.getsid(0) == os.getpid()}} {{os.isatty(0)}}')"))
    # A pipe is read when the other side has written and ended.
    assert told.read_text() == "True False"


def test_no_shell_sees_what_is_run(tmp_path):
    name = tmp_path / "$(touch canary);`touch canary`"
    script = "import sys, pathlib; pathlib.Path(sys.argv[-1]).write_text('seen')"
    program = editor_at(name, 1, shlex.join((sys.executable, "-c", script)))
    assert run(program) == 0
    assert [path.name for path in tmp_path.iterdir()] == [name.name]
