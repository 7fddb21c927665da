"""The app as a person meets it: the real program, in a real terminal."""

import signal

import pytest

QUIT = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?2004l", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?1006l")
"""Back to the shell's screen, the cursor shown, no paste brackets, no mouse."""

TAKEN = b"\x1b[?1049h"
"""A screen of its own."""


def has_left_in_order(terminal):
    """Whether the terminal is as it was before the program."""
    assert terminal.modes == terminal.modes_before
    last = {sequence: terminal.output.rfind(sequence) for sequence in QUIT}
    assert all(
        last[sequence] > terminal.output.rfind(sequence[:-1] + (b"h" if sequence.endswith(b"l") else b"l"))
        for sequence in QUIT
    )
    return True


def test_an_archive_opens_with_the_filter_bar_focused(in_terminal, archive):
    terminal = in_terminal(archive)
    terminal.wait_for("2 articles · 3 answers")
    terminal.wait_for("type to filter")
    terminal.wait_for("Rain expected")
    terminal.press("ctrl+q")
    assert terminal.wait_for_end() == 0
    assert has_left_in_order(terminal)


def test_letters_lead_to_the_answer_and_arrows_to_the_next(in_terminal, archive):
    terminal = in_terminal(archive, size=(120, 40))
    terminal.wait_for("2 articles · 3 answers")
    terminal.press(*"dangrous daytme")
    terminal.wait_for("1/2")
    terminal.wait_for("Q2 In the daytime")
    terminal.press("enter")
    terminal.wait_for("2/3")
    terminal.press("right")
    terminal.wait_for("3/3")
    terminal.press("left", "left")
    terminal.wait_for("1/3")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert has_left_in_order(terminal)


def test_an_editor_that_cannot_be_started_is_told_and_the_screen_comes_back(in_terminal, archive, environment):
    environment["VISUAL"] = "no-such-editor"
    terminal = in_terminal(archive, size=(120, 40))
    terminal.wait_for("2 articles · 3 answers")
    terminal.press("tab", "e")
    terminal.wait_for("can't be started")
    terminal.press("?")
    terminal.wait_for("Keys and filters")
    terminal.press("q", "q")
    assert terminal.wait_for_end() == 0
    assert has_left_in_order(terminal)


@pytest.mark.parametrize("waits", [(), ("j",), ("j", "k", "j")])
def test_whoever_leaves_right_after_asking_for_the_editor_gets_the_terminal_back(
    in_terminal, archive, environment, waits
):
    environment["VISUAL"] = "true"
    terminal = in_terminal(archive, size=(120, 40))
    terminal.wait_for("2 articles · 3 answers")
    terminal.press("tab", "e", *waits, "ctrl+q")
    assert terminal.wait_for_end() == 0
    assert has_left_in_order(terminal)


def test_keys_typed_in_one_go_go_where_each_leads(in_terminal, archive):
    terminal = in_terminal(archive, size=(120, 40))
    terminal.wait_for("2 articles · 3 answers")
    terminal.press(*"dangrous daytme", "enter", "right")
    terminal.wait_for("3/3")
    terminal.press("t", "/", *"night", "enter", "enter")
    terminal.wait_for("1/3")
    terminal.press("tab", "tab", "q")
    assert terminal.wait_for_end() == 0
    assert has_left_in_order(terminal)


def test_what_is_typed_before_the_app_is_there_is_not_lost(in_terminal, archive):
    terminal = in_terminal(archive, size=(120, 40))
    terminal.press(*"dangrous daytme")
    terminal.wait_for("1/2")
    terminal.press("ctrl+q")
    assert terminal.wait_for_end() == 0


def test_bytes_that_are_no_text_are_typed_as_what_stands_for_them(in_terminal, archive):
    terminal = in_terminal(archive)
    terminal.wait_for("2 articles · 3 answers")
    terminal.write(b"caf\xe9 \xff\xc3(")
    terminal.wait_for("/ caf\ufffd \ufffd\ufffd(")
    terminal.press("ctrl+q")
    assert terminal.wait_for_end() == 0
    assert has_left_in_order(terminal)


def test_a_file_opens_to_be_read(in_terminal, archive):
    terminal = in_terminal(archive / "interview.txt")
    terminal.wait_for("The lighthouse keeper")
    terminal.press("l")
    terminal.wait_for("1/3")
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_standard_input_is_read_and_keys_come_from_the_terminal(in_shell, archive):
    terminal = in_shell(f"cat '{archive}/interview.txt' | \"$@\"", "-")
    terminal.wait_for("The lighthouse keeper")
    terminal.press("l", "l")
    terminal.wait_for("2/3")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert has_left_in_order(terminal)


def test_escape_never_leaves(in_terminal, archive):
    terminal = in_terminal(archive)
    terminal.wait_for("2 articles · 3 answers")
    terminal.press("x", "y")
    terminal.wait_for("0/2")
    terminal.press("escape")
    terminal.wait_for("type to filter")
    terminal.press("escape")
    terminal.wait_for("/ filter")
    terminal.press("q")
    assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_to_end_leaves_the_terminal_in_order(in_terminal, archive, number):
    terminal = in_terminal(archive)
    terminal.wait_for("2 articles · 3 answers")
    terminal.send(number)
    assert terminal.wait_for_end() == 0
    assert has_left_in_order(terminal)


def test_a_resize_keeps_the_answer(in_terminal, archive):
    terminal = in_terminal(archive / "interview.txt", size=(120, 40))
    terminal.wait_for("The lighthouse keeper")
    terminal.press("l", "l")
    terminal.wait_for("2/3")
    terminal.resize(60, 20)
    terminal.wait_until(lambda screen: "2/3" in screen and "Do you ever sleep?" in screen, "question 2")
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_escapes_in_names_and_texts_are_shown(in_terminal, tmp_path):
    (tmp_path / "a\x1b]0;pwned\x07.txt").write_text(
        "Headline \x1b[41m[bold]red[/bold]\n\nText \x1b[2J\x1b]52;c;QUFB\x07 and more.\n\nThe end of it.\n"
    )
    terminal = in_terminal(tmp_path, size=(120, 30))
    terminal.wait_for("␛[41m[bold]red[/bold]")
    terminal.press("enter")
    terminal.wait_for("␛[2J␛]52;c;QUFB␇ and more.")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    for payload in (b"\x1b[41m[bold", b"\x1b]52", b"\x1b]0;pwned"):
        assert payload not in terminal.output


def test_stopped_and_continued_it_goes_on_where_it_was(in_terminal, archive):
    terminal = in_terminal(archive, size=(100, 30))
    terminal.wait_for("2 articles · 3 answers")
    for number in (signal.SIGTSTP, signal.SIGSTOP):
        terminal.send(number)
        terminal.wait_until_stopped()
        if number is signal.SIGTSTP:
            assert has_left_in_order(terminal)
        terminal.resize(90, 25)
        terminal.forget_screen()
        taken = terminal.output.count(TAKEN)
        terminal.send(signal.SIGCONT)
        terminal.wait_until(lambda _, taken=taken: terminal.output.count(TAKEN) > taken, "the screen taken again")
        terminal.wait_for("2 articles · 3 answers")
        terminal.resize(100, 30)
    terminal.press(*"dangrous")
    terminal.wait_for("1/2")
    terminal.press("ctrl+q")
    assert terminal.wait_for_end() == 0
    assert has_left_in_order(terminal)


def test_stopped_and_continued_at_once_it_can_still_be_left(in_terminal, archive):
    terminal = in_terminal(archive)
    terminal.wait_for("2 articles · 3 answers")
    for _ in range(5):
        terminal.send(signal.SIGTSTP)
        terminal.send(signal.SIGCONT)
    assert terminal.wait_for_end(pressing="ctrl+q") == 0
    assert has_left_in_order(terminal)
