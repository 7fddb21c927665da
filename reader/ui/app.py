"""The app: theme, guard, signals, first screen."""

import asyncio
import signal
from collections.abc import Sequence
from contextlib import suppress

from textual.app import App
from textual.filter import LineFilter

from reader.library.archive import Archive
from reader.ui.guard import ControlCharacterGuard
from reader.ui.screens.reading import ReadingScreen
from reader.ui.theme import INK, READING_THEMES, variable_defaults


class ReaderApp(App[None], inherit_bindings=False):
    """Reads one archive."""

    CSS_PATH = "reader.tcss"
    TITLE = "reader"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, archive: Archive, *, is_single: bool = False) -> None:
        self._guard = ControlCharacterGuard()
        super().__init__()
        self._archive = archive
        self._is_single = is_single
        for theme in READING_THEMES:
            self.register_theme(theme)
        self.theme = INK.name
        self.animation_level = "none"

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own filters, then the guard."""
        return [*super().get_line_filters(), self._guard]

    def get_css_variables(self) -> dict[str, str]:
        """The theme's variables, and ours where it doesn't know them."""
        variables = super().get_css_variables()
        return variable_defaults(variables) | variables

    def get_default_screen(self) -> ReadingScreen:
        """The reading screen."""
        return ReadingScreen(self._archive, is_single=self._is_single)

    def on_mount(self) -> None:
        """Leave in good order when asked to by a signal; Textual doesn't by itself."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self.exit)

    def on_unmount(self) -> None:
        """Stop what still runs."""
        self._archive.close()


def run(archive: Archive, *, is_single: bool) -> int:
    """Read an archive until one leaves; the exit status."""
    app = ReaderApp(archive, is_single=is_single)
    app.run()
    return app.return_code or 0
