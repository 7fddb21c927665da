"""The two panes, and an archive that loads and changes: its corpus goes to the list, its counts to the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.message import Message
from textual.widgets import Label

from reader.ui.ahead import TO_DO_MORE, import_ahead
from reader.ui.coalesced import Coalesced
from reader.ui.later import later
from reader.ui.render import duration, plural
from reader.ui.screens.frame import NARROW, FramedScreen
from reader.ui.widgets.divider import Divider
from reader.ui.widgets.ground import Row
from reader.ui.widgets.key_footer import KeyFooter
from reader.ui.widgets.library_pane import LibraryPane
from reader.ui.widgets.reading_pane import ReadingPane
from reader.ui.widgets.title_line import TitleLine, archive_name

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from reader.library.archive import Archive
    from reader.ui.memory import Memory

WARNING_SECONDS = 10.0
QUIET_SECONDS = 1.0
"""After so long what one sees first has been painted."""
SHORT_SECONDS = 3.0
"""What takes no longer is not worth telling how long it takes."""


class LoadingScreen(FramedScreen):
    """Shows as much of an archive as is known."""

    class ArchiveChanged(Coalesced):
        """There is a new corpus, or loading went on. Posted from the loading thread."""

    class Grown(Message):
        """There is much more now, and most of it stays: all articles, or what the keys need. Posted from threads."""

    def __init__(self, archive: Archive, memory: Memory) -> None:
        super().__init__()
        self._archive = archive
        self._memory = memory
        self._warnings_told = 0

    def compose(self) -> ComposeResult:
        """Title, panes, footer."""
        yield TitleLine(id="title")
        with Row(id="panes"):
            yield LibraryPane(self._archive, self._memory, id="left")
            yield Divider(id="divider")
            yield ReadingPane(id="right")
        yield KeyFooter(id="footer")
        yield Label("", id="too-small", markup=False)

    @property
    def library(self) -> LibraryPane:
        """The left pane."""
        return self.query_one(LibraryPane)

    @property
    def reading(self) -> ReadingPane:
        """The right pane."""
        return self.query_one(ReadingPane)

    @on(events.Mount)
    def _begin_to_load(self) -> None:
        self.query_one(TitleLine).archive = archive_name(self._archive.paths)
        self.library.archive_changed()
        self.run_worker(self._load_in_thread, thread=True, group="load")
        later(QUIET_SECONDS, self, self._import_more)

    def _import_more(self) -> None:
        self.run_worker(self._import_in_thread, thread=True, group="import")

    def _import_in_thread(self) -> None:
        import_ahead(TO_DO_MORE)
        self.post_message(self.Grown())

    def _load_in_thread(self) -> None:
        from reader.search.heaps import share_heaps  # noqa: PLC0415 - not before the first paint

        share_heaps()
        self._archive.load(self._tell_of_change)
        self._tell_of_change()
        self.post_message(self.Grown())
        self._archive.follow(self._tell_of_change)

    def _tell_of_change(self) -> None:
        self.post_message(self.ArchiveChanged())

    @on(ArchiveChanged)
    def _changed(self) -> None:
        self.archive_changed()

    def archive_changed(self) -> None:
        """Show what the archive has become."""
        self.query_one(TitleLine).told = self._counts()
        self._tell_warnings()
        self.library.archive_changed()

    def _tell_warnings(self) -> None:
        """Say once what went wrong without harm, as a cache that can't be written."""
        warnings = self._archive.warnings
        if len(warnings) > self._warnings_told:
            self._warnings_told = len(warnings)
            self.reading.status.tell(warnings[-1], WARNING_SECONDS)

    def _counts(self) -> str:
        corpus, progress = self._archive.corpus, self._archive.progress
        if not progress.is_complete:
            parts = [f"reading {progress.parsed:,} of {progress.found:,}"]
            left = progress.seconds_left
            if left is not None and left >= SHORT_SECONDS:
                if self.size.width >= NARROW:
                    parts.append(f"{progress.rate:,.0f} a second")
                parts.append(f"{duration(left)} left")
            return " · ".join(parts)
        parts = [plural(len(corpus), "article"), plural(corpus.answers, "answer")]
        if corpus.skipped:
            parts.append(f"{len(corpus.skipped):,} skipped (! why)")
        return " · ".join(parts)
