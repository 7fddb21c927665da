"""Keys that come all at once, each before anything that the one before leads to."""

from functools import partialmethod
from itertools import count
from threading import Event

import pytest
from textual import events
from textual.message_pump import MessagePump

from reader.layout.wrap import WrappedArticle
from reader.library.archive import Archive
from reader.ui import finding
from reader.ui.app import ReaderApp
from reader.ui.chart import Matches
from reader.ui.finding import Sought
from reader.ui.screens.picker import Picker
from reader.ui.widgets.reading_pane import ReadingPane
from reader.ui.widgets.text_bar import TextBar
from tests.ui.conftest import Screen


async def test_enter_reads_what_was_typed_just_before_and_further_keys_move_in_it(run, two_articles):
    async with run(two_articles, size=(120, 20)) as screen:
        await screen.press(*"dangrous", "enter", "l")
        assert screen.view.article.id == "a.txt"
        assert screen.view.current_exchange.number == 3
        assert screen.view.has_focus
        assert screen.bar.input.value == "dangrous"


async def test_a_command_leads_to_the_article_before_the_next_key_is_heard(run, two_articles):
    async with run(two_articles, size=(120, 20)) as screen:
        await screen.press("escape", "down", "enter", "K", "l", "l")
        assert screen.view.article.id == "a.txt"
        assert screen.view.current_exchange.number == 2


async def test_what_is_typed_goes_to_the_overlay_that_opens_and_comes_back_from_it(run, two_articles):
    async with run(two_articles, size=(120, 20)) as screen:
        await screen.press("tab", "t", "/", *"night", "enter", "enter", "y")
        assert screen.view.current_exchange.number == 3
        await screen.until(lambda: "Almanacs" in screen.app.clipboard)


async def test_what_is_looked_for_is_found_before_the_next_match_is_asked_for(run, two_articles):
    async with run(two_articles, size=(120, 20)) as screen:
        await screen.press("tab", "/", *"worn", "enter", "n", "n")
        assert screen.view.emphasis.match == 2


async def test_answers_are_those_of_the_words_typed(run, two_articles):
    async with run(two_articles, size=(120, 20)) as screen:
        await screen.press("tab", "s", *"become keeper", "enter", "l")
        await screen.rest()
        assert screen.view.article.id == "a.txt"
        assert screen.view.current_exchange.number == 2


@pytest.mark.parametrize("key", ["M", "!", "o"])
async def test_a_screen_that_takes_a_thread_to_make_hears_the_next_key(run, archive, key):
    root = archive(
        a_txt="One\n\nQ: Who?\n\nA: Me, of https://example.org/me.\n\nQ: Why?\n\nA: Because.\n",
        b_txt=b"\x00\x01\x02" * 90,
    )
    async with run(root) as screen:
        await screen.press("tab", "m", key, "/", *"o")
        assert isinstance(screen.app.screen, Picker)
        assert screen.app.screen.query_one(TextBar).value == "o"


async def test_the_very_first_key_waits_for_the_article_that_is_opened(run, two_articles, monkeypatch):
    may_open, open_article = Event(), finding.open_article
    async with run(two_articles, is_single=True) as screen:
        monkeypatch.setattr(finding, "open_article", lambda *wanted: may_open.wait() and open_article(*wanted))
        screen.reading.visit("a.txt")
        for _ in "ll":
            screen.app.post_message(events.Key("l", "l"))
        await screen.pilot.pause(0)
        may_open.set()
        await screen.rest()
        assert screen.view.article.id == "a.txt"
        assert screen.view.current_exchange.number == 2


async def test_the_very_first_key_waits_for_an_archive_that_is_still_read(two_articles, monkeypatch):
    may_load, load = Event(), Archive.load
    monkeypatch.setattr(Archive, "load", lambda *told: may_load.wait() and load(*told))
    archive = Archive.open([two_articles / "a.txt"], cache=None)
    app = ReaderApp(archive.paths, lambda: archive, is_single=True)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = Screen(app, pilot)
        await screen.until(lambda: app.reading is not None, "the reading screen")
        for _ in "ll":
            app.post_message(events.Key("l", "l"))
        await pilot.pause(0)
        may_load.set()
        await screen.shown("a.txt")
        assert screen.has("2/3")


@pytest.mark.parametrize("giving_up", ["escape", "backspace"])
async def test_no_key_waits_for_what_is_no_longer_looked_for(run, two_articles, monkeypatch, giving_up):
    may_end = Event()
    monkeypatch.setattr(Sought, "found_on", lambda *_: may_end.wait() and Matches())
    async with run(two_articles) as screen:
        try:
            await screen.press("tab", "/", "w", giving_up)
            assert not screen.app.screen.query_one(ReadingPane).is_looking
        finally:
            may_end.set()


async def test_keys_are_heard_though_the_program_was_held_up_when_their_turn_came(run, two_articles, monkeypatch):
    # What Textual makes of a timer whose time is over before it begins to wait.
    monkeypatch.setattr(MessagePump, "set_timer", partialmethod(MessagePump.set_timer, pause=True))
    async with run(two_articles, size=(120, 20)) as screen:
        await screen.press(*"dangrous", "enter", "l", "/", *"worn", "enter", "n", "q")
        await screen.until(lambda: not screen.app.is_running, "the app closed")


async def test_keys_wait_for_one_another_while_the_rows_of_a_long_article_are_counted(run, two_articles, monkeypatch):
    """As if there was no end of them, and each slice found some more."""
    heights = count(1_000)
    monkeypatch.setattr(WrappedArticle, "is_complete", property(lambda _: False))
    monkeypatch.setattr(WrappedArticle, "height", property(lambda _: next(heights)))
    monkeypatch.setattr(WrappedArticle, "advance", lambda *_: True)
    async with run(two_articles, size=(120, 20)) as screen:
        await screen.press("tab", "/", *"worn")
        await screen.until(lambda: screen.reading.reading.find_bar.input.value == "worn")


async def test_what_is_typed_behind_the_key_that_leaves_leads_nowhere(run, two_articles):
    async with run(two_articles) as screen:
        await screen.press("tab", "q", "question_mark", "slash")
        await screen.until(lambda: not screen.app.is_running, "the app closed")
    assert screen.app.return_code == 0


async def test_one_leaves_in_good_order_while_a_screen_opens(run, two_articles):
    async with run(two_articles) as screen:
        await screen.press("tab")
        screen.app.screen.action_help()
        screen.app.exit()
        screen.app.exit()
        await screen.until(lambda: not screen.app.is_running, "the app closed")
    assert screen.app.return_code == 0


async def test_no_screen_opens_for_what_a_thread_found_while_one_leaves(run, two_articles):
    async with run(two_articles) as screen:
        reading = screen.app.screen
        screen.app.exit()
        reading.action_help()
        assert screen.app.screen is reading
