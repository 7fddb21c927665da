import os
import stat

import pytest
from textual.app import SuspendNotSupported
from textual.drivers.headless_driver import HeadlessDriver

from reader.export.links import links
from reader.ui.screens.picker import Picker
from reader.ui.widgets.choice_list import ChoiceList
from tests.ui.conftest import INTERVIEW


@pytest.fixture
def program(tmp_path_factory):
    """A program that writes what it was given into a file, and the file."""
    folder = tmp_path_factory.mktemp("programs")
    told, script = folder / "told", folder / "teller"
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{told}"\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return script, told


async def test_the_links_of_an_article_are_shown_before_one_is_opened(run, archive, program, monkeypatch):
    script, told = program
    monkeypatch.setenv("BROWSER", f"{script} %s")
    root = archive(a_txt="One\n\nSee https://example.org/a?b=$(touch x) and http://example.net/.\n")
    async with run(root) as screen:
        await screen.shown("a.txt")
        await screen.press("tab", "o")
        await screen.until(lambda: isinstance(screen.app.screen, Picker))
        assert screen.app.screen.query_one(ChoiceList).count == len(links(screen.view.article)) == 2
        assert screen.has("http://example.net/")
        await screen.press("j", "enter")
        await screen.until(told.exists)
        await screen.until(lambda: told.read_text() == "http://example.net/\n")


async def test_whoever_has_left_lends_the_terminal_to_nobody_and_does_not_take_it_again(run, two_articles, monkeypatch):
    taken: list[str] = []
    monkeypatch.setattr(HeadlessDriver, "can_suspend", property(lambda _driver: True))
    monkeypatch.setattr(HeadlessDriver, "resume_application_mode", lambda _driver: taken.append("again"))
    async with run(two_articles) as screen:
        await screen.shown("a.txt")
        with screen.app.suspend():
            assert not taken
        assert len(taken) == 1
        screen.app.exit()
        with pytest.raises(SuspendNotSupported), screen.app.suspend():
            pytest.fail("the terminal was lent")
        assert len(taken) == 1


async def test_another_headline_leads_to_its_article(run, archive):
    harbour = "HARBOUR to close, for a week\n\nThe gates are to be painted.\n"
    async with run(archive(a_txt=INTERVIEW.format(filler=""), c_txt=harbour)) as screen:
        await screen.shown("a.txt")
        await screen.press("tab", "o")
        await screen.until(lambda: isinstance(screen.app.screen, Picker))
        assert screen.has("1 headline")
        await screen.press("enter")
        await screen.shown("c.txt")
        await screen.press("<")
        await screen.shown("a.txt")
        await screen.press("v")
        await screen.until(lambda: screen.has("Harbour to close for a week"))
        rows = screen.text().split("\n")
        y = next(y for y, row in enumerate(rows) if "Harbour to close for a week" in row)
        await screen.pilot.click(offset=(rows[y].index("Harbour") + 2, y))
        await screen.shown("c.txt")


async def test_an_article_without_links_says_so(run, two_articles):
    async with run(two_articles) as screen:
        await screen.shown("a.txt")
        await screen.press("tab", "o")
        await screen.until(lambda: screen.has("no links here"))


async def test_an_editor_that_is_not_there_is_told_in_one_line(run, two_articles, monkeypatch):
    monkeypatch.setenv("VISUAL", os.devnull + "/no-editor-here")
    async with run(two_articles) as screen:
        await screen.shown("a.txt")
        await screen.press("tab", "e")
        await screen.until(lambda: screen.status.told)
        assert screen.app.is_running
