"""An hour of use by script: what stays in memory and in the state file.

    python tests/benchmarks/soak.py [ROUNDS [ROUNDS_A_START]]

A round filters, opens what was found, jumps, marks and unmarks, writes or takes away a note, copies, and goes on to
another article; after so many rounds (1) the app is left and started again on the same state file. It runs in this
process, so that whatever a start leaves behind adds up. After 10, 30, 100, … rounds a line tells the memory that
the process holds (after a collection), its threads and open files, and what is in the state file.
"""

import asyncio
import gc
import sys
import tempfile
import threading
from pathlib import Path
from random import Random
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from textual._styles_cache import StylesCache  # no other way to what it keeps

from reader.library.archive import Archive
from reader.library.roots import id_roots
from reader.store.state import State
from reader.ui.app import ReaderApp
from reader.ui.screens.note import NoteScreen
from reader.ui.screens.reading import ReadingScreen
from tests.benchmarks.invented import Writer, write
from tests.ui.conftest import Screen

ARTICLES = 40
ROUNDS = 1_000
SIZE = (80, 24)
TOLD_AFTER = (10, 30, 100, 300, 1_000, 3_000, 10_000)


def say(line: str) -> None:
    """A line on standard output, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


class Soak:
    """One archive, one state file, and a hand that never tires."""

    def __init__(self, folder: Path) -> None:
        self._root = folder / "archive"
        self._state = folder / "state.sqlite"
        self._writer = Writer()
        self._rng = Random("soak")  # noqa: S311 - the same hour every time, no secrets
        self._started = perf_counter()
        write(self._root, ARTICLES)

    def run(self, rounds: int, rounds_a_start: int) -> None:
        """So many rounds, the app started anew after some."""
        done = 0
        titles = f"{'rounds':>8} {'seconds':>8} {'memory':>10} {'threads':>8} {'files':>6} {'state':>10} {'log':>10}"
        say(f"{titles}   kept")
        while done < rounds:
            # A loop keeps its threads, and they what they ran last: a start has one of its own.
            done = asyncio.run(self._session(done, min(done + rounds_a_start, rounds)))
            # Textual keeps what a thousand widgets drew, whichever app they were of.
            StylesCache.get_inner_outer.cache_clear()
        self._tell(done)

    async def _session(self, done: int, until: int) -> int:
        archive = Archive.open([self._root], cache=None)
        app = ReaderApp(archive.paths, lambda: archive, open_state=lambda: State.open(self._state))
        async with app.run_test(size=SIZE) as pilot:
            screen = Screen(app, pilot)
            await screen.until(lambda: archive.progress.is_complete, "the archive read")
            reading = app.screen
            assert isinstance(reading, ReadingScreen)
            await screen.until(lambda: reading.is_settled, "what was chosen before")
            await screen.press("tab")
            while done < until:
                await self._round(screen, done)
                done += 1
                if done in TOLD_AFTER:
                    self._tell(done)
            app.exit()
        return done

    async def _round(self, screen: Screen, number: int) -> None:
        word = self._writer.words[self._rng.randrange(len(self._writer.words) // 100)]
        reading = screen.app.screen
        assert isinstance(reading, ReadingScreen)
        await screen.press("F")
        await screen.type(word)
        await screen.until(lambda: reading.library.is_current, "the filter applied")
        await screen.press("enter" if screen.list.count else "escape")
        await screen.press("escape", "escape", "J" if number % 2 else "K", "tab")
        await screen.until(lambda: screen.view.article is not None, "an article")
        await screen.press("l", "l", "h", "m", "d", "n", "y")
        await screen.press("a")
        await screen.until(lambda: isinstance(screen.app.screen, NoteScreen), "the note")
        if number % 3:
            await screen.type("note")
        else:
            await screen.press("ctrl+a", "backspace")
        await screen.press("escape")
        await screen.until(lambda: screen.app.screen is reading, "the note kept")
        await screen.press("+" if number % 2 else "-", "G", "escape")

    def _tell(self, done: int) -> None:
        gc.collect()
        with State.open(self._state) as state:
            kept = state.archive(id_roots([self._root]))
            marks = kept.marks()
            read = len(kept.read())
        notes = sum(bool(mark.note) for mark in marks)
        log = self._state.with_name(f"{self._state.name}-wal")
        seconds = perf_counter() - self._started
        say(
            f"{done:>8,} {seconds:>8,.0f} {memory() / 1e6:>7,.1f} MB {threading.active_count():>8}"
            f" {open_files():>6} {size(self._state):>10,} {size(log):>10,}"
            f"   {len(marks)} marks, {notes} notes, {read} read"
        )


def memory() -> int:
    """Bytes that the process holds."""
    for line in Path("/proc/self/status").read_text("ascii").split("\n"):
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    return 0


def open_files() -> int:
    """How many descriptors are open."""
    return len(list(Path("/proc/self/fd").iterdir()))


def size(path: Path) -> int:
    """Bytes of a file; 0 where none is."""
    return path.stat().st_size if path.exists() else 0


def main() -> None:
    """Run as many rounds as were asked for."""
    rounds, rounds_a_start = ([int(word) for word in sys.argv[1:3]] + [ROUNDS, 1][len(sys.argv) - 1 :])[:2]
    with tempfile.TemporaryDirectory() as folder:
        Soak(Path(folder)).run(rounds, rounds_a_start)


if __name__ == "__main__":
    main()
