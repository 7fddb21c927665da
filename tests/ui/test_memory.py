import pytest

from reader.library.archive import Archive
from reader.store.state import State
from reader.ui.app import ReaderApp
from reader.ui.screens.keeping import Settled
from reader.ui.screens.note import NoteScreen
from reader.ui.screens.picker import Picker
from reader.ui.widgets.choice_list import ChoiceList
from tests.ui.conftest import Screen


class Session:
    """The app, run several times over one state file."""

    def __init__(self, root, state):
        self.root, self._state = root, state

    def __call__(self, size=(120, 20), shown="a.txt"):
        return _Run(self.root, self._state, size, shown)


class _Run:
    def __init__(self, root, state, size, shown):
        self.shown = shown
        self.archive = Archive.open([root], cache=None)
        self.app = ReaderApp(self.archive.paths, lambda: self.archive, open_state=lambda: State.open(state))
        self.running = self.app.run_test(size=size)

    async def __aenter__(self):
        screen = Screen(self.app, await self.running.__aenter__())
        await screen.until(lambda: self.archive.progress.is_complete)
        await screen.shown(self.shown)
        await screen.press("tab")
        return screen

    async def __aexit__(self, *error):
        self.app.exit()
        await self.running.__aexit__(*error)


@pytest.fixture
def session(two_articles, tmp_path_factory):
    return Session(two_articles, tmp_path_factory.mktemp("state") / "state.sqlite")


async def test_a_mark_is_shown_and_comes_back_at_the_next_start(session):
    async with session() as screen:
        await screen.press("2", "G", "m")
        await screen.until(lambda: screen.has("★"), "the mark")
        assert screen.has("marked answer 2")
    async with session() as screen:
        await screen.until(lambda: screen.list.at(0) == "a.txt" and "★" in screen.text())
        await screen.press("2", "G", "m")
        await screen.until(lambda: "★" not in screen.text())


async def test_a_note_is_kept_with_all_its_lines(session):
    async with session() as screen:
        await screen.press("3", "G", "a")
        await screen.until(lambda: isinstance(screen.app.screen, NoteScreen))
        await screen.type("ask")
        await screen.press("enter")
        await screen.type("again")
        await screen.press("escape")
        await screen.until(lambda: screen.has("✎"))
    async with session() as screen:
        await screen.press("3", "G", "a")
        await screen.until(lambda: isinstance(screen.app.screen, NoteScreen))
        assert screen.app.screen.query_one("#note-text").text == "ask\nagain"
        await screen.press("escape")


async def test_the_marks_of_the_archive_lead_to_their_answers(session):
    async with session() as screen:
        await screen.press("M")
        await screen.until(lambda: screen.has("nothing is marked yet"))
        await screen.press("3", "G", "m", "a")
        await screen.until(lambda: isinstance(screen.app.screen, NoteScreen))
        await screen.type("ask her")
        await screen.press("escape", "2", "G", "m")
        await screen.until(lambda: screen.has("marked answer 2"))
        await screen.press("g", "M")
        await screen.until(lambda: isinstance(screen.app.screen, Picker))
        assert screen.app.screen.query_one(ChoiceList).count == 2
        await screen.press("/")
        await screen.type("ask")
        await screen.until(lambda: screen.app.screen.query_one(ChoiceList).count == 1)
        assert screen.has("Almanacs")
        assert screen.has("Lighthouses: the keeper speaks · question 3  ✎ ask her")
        await screen.press("enter", "enter")
        await screen.until(lambda: screen.view.current_exchange and screen.view.current_exchange.number == 3)


async def test_the_place_comes_back_when_the_article_is_opened_again(session):
    async with session() as screen:
        await screen.press("2", "G", "j", "j", "j")
        place = screen.view.top_offset
    async with session() as screen:
        await screen.until(lambda: screen.view.top_offset == place, "the place")


async def test_what_was_read_to_its_end_is_read_from_its_top_the_next_time(session):
    async with session() as screen:
        await screen.press("G")
        assert screen.view.top_row > 0
    async with session() as screen:
        await screen.until(lambda: screen.has("✓ read"))
        assert screen.view.top_row == 0


async def test_an_article_read_to_its_end_is_told_apart_and_can_be_filtered_out(session):
    async with session() as screen:
        await screen.press("G")
        await screen.until(lambda: screen.has("✓ read"))
        await screen.press("F")
        await screen.type("is:unread")
        await screen.until(lambda: list(screen.list.ids) == ["b.txt"])


async def test_a_row_that_is_only_looked_at_is_not_read(session):
    async with session() as screen:
        await screen.press("tab", "j")
        await screen.shown("b.txt")
        await screen.press("k", "j")
        assert not screen.has("✓ read")


async def test_column_and_folds_come_back_and_each_article_keeps_its_own(session):
    async with session() as screen:
        await screen.press("-", "-", "enter", "j")
        column = screen.view.column
        assert screen.has("down for repairs")
        await screen.press("J", "j")
        await screen.shown("b.txt")
        assert screen.view.column == column
        await screen.press("+", "K")
        await screen.shown("a.txt")
        assert screen.view.column == column
    async with session() as screen:
        await screen.until(lambda: screen.view.column == column)
        assert screen.has("down for repairs")
        await screen.press("J")
        await screen.until(lambda: screen.view.column > column, "the other article's own column")


async def test_a_newcomer_is_told_how_to_go_on_until_it_was_done_once(session):
    async with session() as screen:
        await screen.until(lambda: screen.has("from answer to answer"), "the hint")
        await screen.press("J")
        await screen.until(lambda: not screen.has("from answer to answer"), "no hint where there are no answers")
        await screen.press("K")
        await screen.until(lambda: screen.has("from answer to answer"), "the hint again")
        await screen.press("right")
        await screen.until(lambda: not screen.has("from answer to answer"))
    async with session() as screen:
        await screen.until(lambda: screen.view.top_row > 0, "the place left")
        assert not screen.has("from answer to answer")


async def test_the_width_of_the_list_comes_back(session):
    async with session() as screen:
        before = screen.list.size.width
        await screen.press("ctrl+right")
        await screen.until(lambda: screen.list.size.width > before)
        wider = screen.list.size.width
    async with session() as screen:
        await screen.until(lambda: screen.list.size.width == wider, "the width chosen")


async def test_what_is_chosen_before_the_memory_is_there_stays(session):
    async with session() as screen:
        opening = screen.app.screen
        before = screen.list.size.width
        await screen.press("ctrl+right")
        opening.settle(Settled(72, 34, "name", screen.app.theme, None, is_new=False))
        await screen.rest()
        assert screen.list.size.width > before


async def test_reading_goes_on_with_the_article_left_last(two_articles, tmp_path_factory):
    state = tmp_path_factory.mktemp("state") / "state.sqlite"
    async with Session(two_articles, state)() as screen:
        await screen.press("J")
        await screen.shown("b.txt")
        await screen.press("j")
    archive = Archive.open([two_articles], cache=None)
    app = ReaderApp(archive.paths, lambda: archive, open_state=lambda: State.open(state), is_resumed=True)
    async with app.run_test(size=(120, 20)) as pilot:
        screen = Screen(app, pilot)
        await screen.shown("b.txt")
        await screen.until(lambda: screen.list.selected == "b.txt", "its row chosen")


async def test_what_is_remembered_of_a_file_follows_it_when_it_is_moved(session):
    async with session() as screen:
        await screen.press("2", "G", "m")
        await screen.until(lambda: screen.has("★"), "the mark")
    (session.root / "other").mkdir()
    (session.root / "a.txt").rename(session.root / "other" / "c.txt")
    async with session(shown="b.txt") as screen:
        await screen.until(lambda: "other/c.txt" in screen.app.screen._memory.standing.marked, "the mark moved")
        await screen.until(lambda: screen.has("★"), "the mark in the list")
