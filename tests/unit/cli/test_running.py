"""`run`, as the installed program calls it."""

import gc
import os
import sys

import pytest

from reader.cli import launching, run


@pytest.fixture
def run_with(monkeypatch):
    """Runs the program with arguments; gives its exit status."""
    usually = gc.get_threshold()
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)

    def running(*arguments):
        monkeypatch.setattr(sys, "argv", ["reader", *arguments])
        run()
        return ended.pop()

    yield running
    gc.set_threshold(*usually)


def test_only_a_command_puts_off_the_collection_of_garbage(run_with, monkeypatch):
    usually = gc.get_threshold()
    assert run_with("--version") == 0
    assert gc.get_threshold() > usually
    monkeypatch.setattr(launching, "launch", lambda _: 0)
    assert run_with("folder") == 0
    assert gc.get_threshold() == usually
