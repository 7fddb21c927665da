"""How far an archive has been read, as a bar on standard error: for a person who waits, and gone when it is done."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from reader.library.load import Progress

PATIENCE_SECONDS: Final = 0.5
"""What takes no longer needs no bar."""


class LoadingBar:
    """Called whenever more is known; shows nothing where no terminal is, or where it is soon over."""

    def __init__(self, progress: Callable[[], Progress], clock: Callable[[], float] = time.monotonic) -> None:
        self._progress = progress
        self._clock = clock
        self._begun = clock()
        self._is_wanted = sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._bar: Bar | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def __call__(self) -> None:
        """Show how far it is now."""
        if not self._is_wanted:
            return
        progress = self._progress()
        if progress.is_complete or self._clock() - self._begun < PATIENCE_SECONDS:
            return
        if self._bar is None or self._task is None:
            self._bar = _bar()
            self._task = self._bar.add_task("reading", total=None, told="")
            self._bar.start()
        self._bar.update(self._task, completed=progress.parsed, total=progress.total, told=_told(progress))
        self._bar.refresh()


def _bar() -> Bar:
    """An empty bar; it leaves nothing on the screen, and keeps to NO_COLOR as Rich does."""
    # Rich takes longer to import than most archives to open.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, Progress, TextColumn  # noqa: PLC0415

    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=None),
        TextColumn("{task.fields[told]}", markup=False),
        console=Console(file=sys.stderr),
        auto_refresh=False,
        transient=True,
        expand=True,
    )


def _told(progress: Progress) -> str:
    """`3,120 of 10,000 · 410 a second · 17 s left`, as far as it is known."""
    if progress.total is None:
        return f"{progress.found:,} files found"
    parts = [f"{progress.parsed:,} of {progress.total:,}"]
    if progress.rate:
        parts.append(f"{progress.rate:,.0f} a second")
    if progress.seconds_left is not None:
        parts.append(f"{_span(progress.seconds_left)} left")
    return " · ".join(parts)


def _span(seconds: float) -> str:
    """`40 s`, `3 min 20 s`."""
    whole = max(1, round(seconds))
    return f"{whole} s" if whole < 60 else f"{whole // 60} min {whole % 60} s"
