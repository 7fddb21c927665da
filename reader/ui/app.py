"""The app: theme, guard, signals, first screen.

frame, painted ──▶ imports, archive, memory ──▶ reading screen over it ──▶ keys typed meanwhile
"""

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from contextvars import copy_context
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from rich.console import RenderableType
from textual import events, on
from textual.app import SuspendNotSupported
from textual.driver import Driver
from textual.filter import LineFilter

from reader.commands import Place
from reader.store.paths import config_file, state_file
from reader.ui import garbage
from reader.ui.ahead import TO_OPEN, import_ahead
from reader.ui.any_bytes import read_any_bytes
from reader.ui.guard import ControlCharacterGuard
from reader.ui.later import later
from reader.ui.recolouring import RecolouringApp
from reader.ui.screens.frame import FrameScreen
from reader.ui.stopping import Stopping
from reader.ui.styles import take_up
from reader.ui.type_ahead import A_MOMENT_SECONDS, TypeAheadApp
from reader.ui.widgets.title_line import archive_name

if TYPE_CHECKING:
    from reader.library.archive import Archive
    from reader.store.clipboards import LocalClipboards
    from reader.store.config import Config
    from reader.store.state import State
    from reader.ui.memory import Memory
    from reader.ui.screens.reading import ReadingScreen


SignalHandler = Callable[[int, FrameType | None], object] | int | None
"""As `signal.signal` takes and gives them."""


class ReaderApp(TypeAheadApp, RecolouringApp, inherit_bindings=False):
    """Reads one archive."""

    CSS_PATH = "frame.tcss"
    TITLE = "reader"
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        paths: Sequence[Path],
        open_archive: "Callable[[], Archive]",
        *,
        open_state: "Callable[[], State] | None" = None,
        open_clipboards: "Callable[[], LocalClipboards] | None" = None,
        config: "Config | None" = None,
        is_single: bool = False,
        is_resumed: bool = False,
        when_grown: Callable[[], object] = lambda: None,
    ) -> None:
        """An app that is not running yet.

        Args:
            paths: What the archive is made of, or is called.
            open_archive: Gives the archive, not loaded yet; asked for once the frame is painted.
            open_state: Gives what is remembered; None remembers until one leaves.
            open_clipboards: Gives the clipboards of this machine.
            config: What the config file says, where there is one.
            is_single: Whether it is one article: one begins in the reading pane.
            is_resumed: Whether one goes on with the article left last.
            when_grown: Called once the reading screen is there, and whenever much more has come that stays.
        """
        self._guard = ControlCharacterGuard()
        super().__init__()
        self._paths = tuple(paths)
        self._open_archive = open_archive
        self._archive: Archive | None = None
        self._open_state = open_state or _forgetful
        self._memory: Memory | None = None
        self._reading: ReadingScreen | None = None
        self._open_clipboards = open_clipboards
        self._clipboards: LocalClipboards | None = None
        self._stopping: Stopping | None = None
        self._interrupted_before: SignalHandler = None
        self._has_left = False
        self._is_single = is_single
        self._is_resumed = is_resumed
        self._when_grown = when_grown
        self._config = config
        if config is not None:
            self._obey(config)
        self.animation_level = "none"

    def _obey(self, config: "Config") -> None:
        """Take up what the settings say of the app as a whole."""
        from reader.store.settings import THEME  # noqa: PLC0415 - only where somebody wrote settings

        if config[THEME] in self.available_themes:
            self.theme = config[THEME]
        self.set_keymap(dict(config.keymap))

    @property
    def reading(self) -> "ReadingScreen | None":
        """The screen on which everything is read, once it is there."""
        return self._reading

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own filters, then the guard."""
        return [*super().get_line_filters(), self._guard]

    def get_driver_class(self) -> type[Driver]:
        """Textual's own for this terminal, whatever bytes that sends."""
        driver = super().get_driver_class()
        read_any_bytes(driver)
        return driver

    def get_default_screen(self) -> FrameScreen:
        """The frame of the reading screen."""
        place = Place.READING if self._is_single else Place.FILTER
        return FrameScreen(archive_name(self._paths), place, self._config.keymap if self._config is not None else {})

    @on(events.Ready)
    def _framed(self) -> None:
        """Open the archive once the frame is painted: what is to be painted stands in the screen's queue by now."""
        self.hold_keys()
        self.screen.call_later(self.call_later, self._open)

    async def _open(self) -> None:
        """Put the reading screen over its frame, which stays below: the first screen of an app can't be replaced."""
        await asyncio.to_thread(import_ahead, TO_OPEN)
        if self._has_left:
            return
        from reader.ui.memory import Memory  # noqa: PLC0415 - this and what it brings along is what the frame is for
        from reader.ui.preferences import Preferences  # noqa: PLC0415 - as above
        from reader.ui.screens.reading import ReadingScreen  # noqa: PLC0415 - as above

        self._archive = self._open_archive()
        self._memory = Memory(self._open_state, self._archive.paths)
        self._reading = ReadingScreen(
            self._archive,
            self._memory,
            Preferences(self._memory, self._config, _read_settings),
            is_single=self._is_single,
            is_resumed=self._is_resumed,
        )
        take_up("reader.tcss", self.stylesheet)
        await self.push_screen(self._reading)
        self.hand_on_keys()
        self._when_grown()

    def on_loading_screen_grown(self) -> None:
        """Take notice. Named as Textual wants it: the class of the message isn't imported before the first paint."""
        self._when_grown()

    def on_mount(self) -> None:
        """Leave, stop and go on in good order when asked to by a signal; Textual doesn't by itself."""
        loop = asyncio.get_running_loop()
        if self._driver is not None and self._driver.can_suspend:
            driver = self._driver
            self._stopping = Stopping(
                driver.suspend_application_mode, self._take_terminal, partial(self.refresh, layout=True)
            )
            self._stopping.listen(loop)
            # ^C is a key: the signal comes from outside. A loop that closes would have it raise KeyboardInterrupt.
            leave = partial(loop.call_soon_threadsafe, self.exit, context=copy_context())
            with suppress(ValueError):
                self._interrupted_before = signal.signal(signal.SIGINT, lambda *_: leave())
        for number in (signal.SIGTERM, signal.SIGHUP):
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self.exit)

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave, once every screen is whole: Textual puts nothing more on them afterwards. The place is kept."""
        if self._has_left:
            return
        self.hear_no_more()
        screens = self.screen_stack
        if not screens or not all(screen.is_mounted for screen in screens):
            later(A_MOMENT_SECONDS, self, partial(self.exit, result, return_code, message))
            return
        self._has_left = True
        if self._reading is not None:
            self._reading.leave_article()
        super().exit(result, return_code, message)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a text: through the terminal, and to the clipboard of this machine where there is one."""
        from reader.store.clipboards import terminal_sequence  # noqa: PLC0415 - not before something is copied

        self._clipboard = text
        if self._driver is not None:
            self._driver.write(terminal_sequence(text, os.environ))
        if self._clipboards is None and self._open_clipboards is not None:
            self._clipboards = self._open_clipboards()
        if self._clipboards is not None:
            self._clipboards.put(text)

    def _take_terminal(self) -> None:
        """Take the terminal again, unless one has left meanwhile."""
        if self._driver is not None and not self._has_left:
            self._driver.resume_application_mode()

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Lend the terminal to another program, which may be stopped meanwhile, or may not start at all.

        Raises SuspendNotSupported once the app has left: the terminal isn't its own to lend, nor to take again.
        """
        if self._has_left:
            raise SuspendNotSupported
        failure: Exception | None = None
        with super().suspend(), self._stopping.lent() if self._stopping is not None else nullcontext():
            try:
                yield
            except Exception as error:  # noqa: BLE001 - Textual takes the terminal back only where nothing is raised
                failure = error
        if failure is not None:
            raise failure

    def on_unmount(self) -> None:
        """Stop what still runs; keep what is to be kept."""
        if self._stopping is not None:
            self._stopping.end()
        if self._interrupted_before is not None:
            signal.signal(signal.SIGINT, self._interrupted_before)
        if self._clipboards is not None:
            self._clipboards.close()
        self.close_archive()
        if self._memory is not None:
            self._memory.close()

    def close_archive(self) -> None:
        """Let go of the files and of the process that reads them."""
        if self._archive is not None:
            self._archive.close()


def _read_settings() -> "Config":
    from reader.store.config import read_config  # noqa: PLC0415 - most people never ask for it

    return read_config(config_file(), os.environ)


def _kept() -> "State":
    from reader.store.state import State  # noqa: PLC0415 - the scribe's first work, after the first paint

    return State.open(state_file())


def _forgetful() -> "State":
    from reader.store.state import State  # noqa: PLC0415 - as above

    return State.for_session()


def _local_clipboards() -> "LocalClipboards":
    import shutil  # noqa: PLC0415 - not before something is copied

    from reader.store.clipboards import LocalClipboards, clipboards  # noqa: PLC0415 - as above

    return LocalClipboards(clipboards(os.environ, shutil.which, sys.platform), os.environ)


def run(
    paths: Sequence[Path], open_archive: "Callable[[], Archive]", *, is_single: bool, is_resumed: bool = False
) -> int:
    """Read an archive until one leaves; the exit status. The arguments are the app's."""
    # Reading settings takes longer than finding that there are none.
    config = _read_settings() if config_file().exists() else None
    # What came in on standard input is nowhere to be found again.
    open_state = _kept if all(path.exists() for path in paths) else _forgetful
    app = ReaderApp(
        paths,
        open_archive,
        open_state=open_state,
        open_clipboards=_local_clipboards,
        config=config,
        is_single=is_single,
        is_resumed=is_resumed,
        when_grown=garbage.settle,
    )
    try:
        app.run()
    finally:
        app.close_archive()
    return app.return_code or 0
