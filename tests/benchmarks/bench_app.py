"""The app in a terminal: how soon it is there, how soon a key is painted, and what it keeps in memory.

The yardstick is a Textual app that shows one word, started by the same interpreter, in turn with the other. A key is
painted when the list on the screen changes for the last time before all is still for a while.
"""

import os
import select
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.terminal.terminal import Terminal

SIZE = (120, 40)
LIST_COLUMNS, LIST_TOP = 44, 4
"""Where the list is on a screen of that size."""
STILL_SECONDS = 0.3
"""Without output, after which what was pressed is taken to be painted."""
PATIENCE_SECONDS = 120.0
BARE = """\
from textual.app import App
from textual.widgets import Label
class Bare(App):
    def compose(self):
        yield Label("bare")
Bare().run()
"""


class Watched(Terminal):
    """A terminal that tells when what it shows changed."""

    def __init__(self, command: Sequence[str | Path], home: Path) -> None:
        self.begun = time.perf_counter()
        super().__init__(command, SIZE, environment=environment(home))

    def seconds_until(self, condition: Callable[[str], bool]) -> float:
        """From its start until the screen is so."""
        while not condition(self.screen):
            if time.perf_counter() - self.begun > PATIENCE_SECONDS or not self._read(PATIENCE_SECONDS):
                raise TimeoutError(f"never seen; the screen was:\n{self.screen}")
        return time.perf_counter() - self.begun

    @property
    def list(self) -> list[str]:
        """What is to be seen of the article list."""
        return [line[:LIST_COLUMNS] for line in self._screen.display[LIST_TOP:-1]]

    def painted(self, key: str) -> float | None:
        """From a key to the last change of the list that it leads to, in seconds; None where it changes nothing."""
        before = self.list
        chunks: list[tuple[float, bytes]] = []
        begun, last = time.perf_counter(), None
        self.press(key)
        # To draw what came takes this terminal longer than the app: that must not hold up what comes next.
        while select.select([self._master], [], [], STILL_SECONDS)[0]:
            chunk = os.read(self._master, 1 << 16)
            chunks.append((time.perf_counter(), chunk))
        for at, chunk in chunks:
            self._take(chunk)
            if self.list != before:
                before, last = self.list, at
        return None if last is None else last - begun

    def rest(self) -> None:
        """Wait until nothing is written for a while."""
        while self._read(0.5):
            pass

    def memory(self) -> int:
        """Bytes that the program and its children hold (resident), or 0 where that can't be told."""
        return sum(map(_resident, _family(self._process.pid)))


def environment(home: Path) -> dict[str, str]:
    """Folders of its own for config, state and cache."""
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CACHE", "CONFIG", "DATA", "STATE")}
    return os.environ | folders | {"COLORTERM": "truecolor", "PYTHONPATH": os.pathsep.join(sys.path)}


def started(command: Sequence[str | Path], home: Path, condition: Callable[[str], bool], typed: str = "") -> float:
    """How long a program takes to show something, with something typed ahead; it is ended then."""
    terminal = Watched(command, home)
    try:
        if typed:
            terminal.press(typed)
        return terminal.seconds_until(condition)
    finally:
        terminal.close()


def reader(archive: Path) -> list[str | Path]:
    """The command that opens an archive."""
    return [sys.executable, "-m", "reader", archive]


def starts(archive: Path, home: Path, word: str, times: int = 5) -> Mapping[str, float]:
    """Medians, in seconds, of a bare app's first paint, and of ours: with its cache its paint and its first search."""
    taken: dict[str, list[float]] = {"bare": [], "warm": [], "searchable": [], "cold": []}
    for _ in range(times):
        taken["bare"].append(started([sys.executable, "-c", BARE], home, lambda screen: "bare" in screen))
        taken["warm"].append(started(reader(archive), home, lambda screen: bool(screen.strip())))
        taken["searchable"].append(started(reader(archive), home, lambda screen: f"/{word}" in screen, word))
        with tempfile.TemporaryDirectory() as new:
            taken["cold"].append(started(reader(archive), Path(new), lambda screen: bool(screen.strip())))
    return {name: statistics.median(values) for name, values in taken.items()}


def typed(archive: Path, home: Path, queries: Sequence[str]) -> tuple[list[float], int]:
    """How long each key of some queries takes to be painted, in seconds, and what the app holds at rest, in bytes."""
    terminal = Watched(reader(archive), home)
    try:
        terminal.seconds_until(lambda screen: "/" in screen)
        terminal.rest()
        memory = terminal.memory()
        times = []
        for query in queries:
            times += [seconds for letter in query if (seconds := terminal.painted(letter)) is not None]
            terminal.press("escape")
            terminal.rest()
        return times, memory
    finally:
        terminal.close()


def _family(process: int) -> list[int]:
    """A process and all that it started."""
    found = [process]
    for one in found:
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            found += map(int, task.read_text(encoding="ascii").split())
    return found


def _resident(process: int) -> int:
    try:
        fields = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()
    except OSError:
        return 0
    return int(fields[1]) * os.sysconf("SC_PAGE_SIZE")
