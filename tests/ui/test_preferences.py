"""What the config file sets, what is chosen in the app, and which of them holds."""

import pytest

from reader.library.archive import Archive
from reader.store.config import read_config
from reader.store.state import State
from reader.ui.app import ReaderApp
from reader.ui.screens.picker import Picker
from reader.ui.screens.reading import ReadingScreen
from reader.ui.widgets.key_footer import KeyFooter
from tests.ui.conftest import Screen


class Starts:
    """The app, started again and again over one state file and one config file."""

    def __init__(self, root, folder):
        self._root, self._state, self._config = root, folder / "state.sqlite", folder / "config.toml"

    def __call__(self, config="", size=(120, 30)):
        self._config.write_text(config)
        archive = Archive.open([self._root], cache=None)
        app = ReaderApp(
            archive.paths,
            lambda: archive,
            open_state=lambda: State.open(self._state),
            config=read_config(self._config, {}),
        )
        return _Start(archive, app, size)


class _Start:
    def __init__(self, archive, app, size):
        self.archive, self.app, self.running = archive, app, app.run_test(size=size)

    async def __aenter__(self):
        screen = Screen(self.app, await self.running.__aenter__())
        await screen.until(lambda: self.archive.progress.is_complete)
        reading = self.app.screen
        assert isinstance(reading, ReadingScreen)
        await screen.until(lambda: reading.is_settled, "preferences taken up")
        await screen.until(lambda: screen.view.article is not None)
        return screen

    async def __aexit__(self, *error):
        self.app.exit()
        await self.running.__aexit__(*error)


@pytest.fixture
def start(two_articles, tmp_path_factory):
    return Starts(two_articles, tmp_path_factory.mktemp("own"))


CONFIG = """\
theme = "paper"
[reading]
column = 48
fold = false
[list]
sort = "shortest"
width = 20
[keys]
"answer.questions" = "i"
"column.wider" = "W"
"""


async def test_every_setting_is_taken_up(start):
    async with start(CONFIG) as screen:
        assert screen.app.theme == "paper"
        assert (screen.view.column, screen.view.measure.is_folded) == (48, False)
        assert list(screen.list.ids) == ["b.txt", "a.txt"]
        assert screen.app.screen.library.size.width == 24
        await screen.press("tab")
        assert screen.app.screen.query_one(KeyFooter).render_line(0).text.startswith(" → next answer   i questions")
        await screen.press("W")
        assert screen.view.column == 52
        await screen.press("+")
        assert screen.view.column == 52
        await screen.press("?")
        await screen.until(lambda: isinstance(screen.app.screen, Picker))
        assert screen.has(" i ")
        assert not screen.has(" t ")


async def test_what_was_chosen_in_the_app_holds_until_the_file_says_something_else(start):
    config = "[reading]\ncolumn = 48\n"
    async with start(config) as screen:
        await screen.press("tab", "+")
        assert screen.view.column == 52
    async with start(config) as screen:
        assert screen.view.column == 52
    async with start("[reading]\ncolumn = 60\n") as screen:
        assert screen.view.column == 52, "the article keeps the column that it was given"
        await screen.press("tab", "J")
        await screen.shown("b.txt")
        assert screen.view.column == 60
    async with start(config) as screen:
        assert screen.view.column == 52


async def test_a_pane_alone_takes_the_whole_screen_whatever_its_share(start):
    async with start(CONFIG, size=(60, 20)) as screen:
        assert screen.app.screen.library.size.width == 60


async def test_what_does_not_hold_in_the_file_is_told(start):
    async with start("[reading]\ncolumn = 7\nfold = 1\n") as screen:
        await screen.until(lambda: "config.toml, line 2: reading.column" in screen.status.told)
        assert "1 more: reader config" in screen.status.told
        assert screen.view.column == 72


async def test_an_article_is_folded_as_usual_unless_it_was_left_otherwise(start):
    async with start() as screen:
        await screen.press("tab", "v")
        assert not screen.view.measure.is_folded
        await screen.press("J")
        await screen.shown("b.txt")
        assert screen.view.measure.is_folded
        await screen.press("K")
        await screen.shown("a.txt")
        assert not screen.view.measure.is_folded
