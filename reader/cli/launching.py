"""`reader`, `reader FOLDER…`, `reader FILE`, `something | reader -`: the app, opened on an archive.

Whatever would leave a person before an empty screen is told before the screen is taken.
"""

import gc
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from reader.cli.help import HELP, HelpAsked
from reader.cli.places import nothing_in
from reader.cli.roots import roots
from reader.cli.streams import OutputError, flush, tell
from reader.errors import NothingFoundError, UnreadableError, UsageError
from reader.formats.decode import HEAD_SIZE, refusal
from reader.library.one_file import read_head
from reader.library.scan import has_articles, scan
from reader.model.corpus import Skipped
from reader.store.paths import cache_folder

if TYPE_CHECKING:
    from reader.library.archive import Archive

STANDARD_INPUT = "-"
PIPED = "standard input"
"""What is read from there is called so."""
FRAMES_A_SECOND = 500
"""At most; nothing is painted where nothing changes."""


def launch(arguments: Sequence[str]) -> NoReturn:
    """Open the app, and end with its exit status when it is left."""
    named = _paths(arguments)
    is_piped = named == [STANDARD_INPUT]
    _require_terminal(is_piped=is_piped)
    if is_piped:
        raw, is_single = _standard_input(), True
        paths: tuple[Path, ...] = (Path(PIPED),)
    else:
        raw, paths = None, roots([Path(path) for path in named])
        is_single = len(paths) == 1 and not paths[0].is_dir()
        if is_single:
            _require_text(paths[0])
        elif not has_articles(paths):
            raise nothing_in(paths, (one for one in scan(paths) if isinstance(one, Skipped)))
    # A key is painted as soon as its answer is there, not with the next of 60 frames a second; Textual reads it once.
    os.environ.setdefault("TEXTUAL_FPS", str(FRAMES_A_SECOND))
    # Nothing is garbage before the reading screen is there: from then on the app has it collected.
    gc.disable()
    # Textual takes a while to import: not before it is known that there is something to show.
    from reader.ui.app import run  # noqa: PLC0415

    def archive() -> "Archive":
        from reader.library.archive import Archive  # noqa: PLC0415 - not before the first paint

        return Archive.open(paths, cache=cache_folder()) if raw is None else Archive.of_text(raw, PIPED)

    # To the app ^C is a key. Typed once more while it leaves, it is a signal, and means what is being done already.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        status = run(paths, archive, is_single=is_single, is_resumed=not named)
    except BaseException:
        signal.signal(signal.SIGINT, before)
        gc.enable()
        raise
    _end(status)


def _end(status: int) -> NoReturn:
    """End at once.

    What matters is written. Threads that still search or parse have nothing to keep: to wait for them takes as long as
    they please, and to take the interpreter down around them may bring down the process.
    """
    with suppress(OutputError):
        flush()
    os._exit(status)


def _paths(arguments: Sequence[str]) -> list[str]:
    """The paths among the arguments; behind `--` everything is one."""
    before, after = list(arguments), list[str]()
    if "--" in arguments:
        place = before.index("--")
        before, after = before[:place], [f"./{path}" if path == "-" else path for path in before[place + 1 :]]
    for argument in before:
        if argument in ("-h", "--help"):
            raise HelpAsked(HELP)
        if argument.startswith("-") and argument != STANDARD_INPUT:
            raise UsageError(f"unknown option {argument} (see reader --help)")
    if STANDARD_INPUT in before and len(arguments) > 1:
        raise UsageError("- is standard input, and is read alone")
    return before + after


def _require_terminal(*, is_piped: bool) -> None:
    streams = {"standard output": sys.stdout, "standard error": sys.stderr}
    if not is_piped:
        streams = {"standard input": sys.stdin} | streams
    for name, stream in streams.items():
        if stream is None or not stream.isatty():
            raise UsageError(f"{name} is no terminal; there are reader list, search and show")


def _require_text(path: Path) -> None:
    """Raise why a file that was named can't be read, if so."""
    try:
        head = read_head(path)
    except UnreadableError as error:
        raise UnreadableError(f"{path} can't be read: {error}") from error
    _require_words(head, str(path))


def _standard_input() -> bytes:
    """All of it; keys come from the terminal then."""
    if sys.stdin is None:
        raise UsageError("there is no standard input to read")
    if sys.stdin.isatty():
        tell("reading what is typed; ^D on an empty line ends it")
    raw = sys.stdin.buffer.read()
    _require_words(raw, PIPED)
    try:
        # From here on keys come from the terminal, at the descriptor where everybody looks for them.
        terminal = os.open("/dev/tty", os.O_RDWR)
        os.dup2(terminal, sys.stdin.fileno())
        os.close(terminal)
    except OSError as error:
        raise UsageError("there is no terminal for the keys; there is reader show -") from error
    return raw


def _require_words(raw: bytes, name: str) -> None:
    if reason := refusal(raw[:HEAD_SIZE]):
        raise UnreadableError(f"{name} is not text: {reason}")
    if len(raw) < HEAD_SIZE and not raw.strip():
        raise NothingFoundError(f"{name} is empty")
