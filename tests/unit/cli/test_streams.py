import io
import os
import sys

import pytest

from reader.cli import main
from reader.cli.output import Output
from reader.cli.streams import ClosedPipeError, OutputError, abandon, tell, write


class Failing(io.StringIO):
    """A stream that takes nothing."""

    def __init__(self, error):
        super().__init__()
        self._error = error

    def write(self, _text):
        raise self._error

    def flush(self):
        pass


def test_a_full_disk_is_told_and_is_status_1(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdout", Failing(OSError(28, "No space left on device")))
    assert main(["--version"]) == 1
    assert capsys.readouterr().err == "reader: the results can't be written: no space left on device\n"


def test_a_closed_pipe_is_silent(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdout", Failing(BrokenPipeError(32, "Broken pipe")))
    assert main(["--version"]) == 0
    assert capsys.readouterr().err == ""


def test_no_standard_output_is_told(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["--version"]) == 1
    assert capsys.readouterr().err == "reader: there is no standard output to write to\n"


def test_no_standard_error_keeps_nothing_from_ending(monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    tell("nobody hears this")
    monkeypatch.setattr(sys, "stderr", Failing(OSError(32, "Broken pipe")))
    tell("nor this")


def test_what_an_encoding_lacks_is_a_question_mark(monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stream)
    write("naïve ☂\n")
    stream.seek(0)
    assert stream.read() == "na?ve ?\n"


def test_writing_fails_as_what_it_is(monkeypatch):
    monkeypatch.setattr(sys, "stdout", Failing(BrokenPipeError()))
    with pytest.raises(ClosedPipeError):
        write("x")
    monkeypatch.setattr(sys, "stdout", Failing(OSError(5, "Input/output error")))
    with pytest.raises(OutputError, match="input/output error"):
        write("x")


def test_what_is_abandoned_goes_nowhere(monkeypatch):
    reading, writing = os.pipe()
    with os.fdopen(writing, "w") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        stream.write("held back")
        os.close(reading)
        abandon()


def test_tabs_stand_between_columns_only(capsys):
    Output().columns("a\tb", "c\nd")
    assert capsys.readouterr().out == "a b\tc␊d\n"
