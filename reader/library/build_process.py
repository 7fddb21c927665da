"""A build in a process of its own, of low priority, so that neither typing nor painting waits for it.

The program writes a `Job`, one line, to the process's standard input, and later perhaps ids that are to be read first
(a line of JSON) or `follow`; the process answers with messages on its standard output. When its input is closed, in
whatever way the program ended, it keeps what it has done and leaves. Whoever waits for a message is woken at once when
the program lets the process go: its output is a socket, which unlike a pipe can be shut while it is read.
"""

import contextlib
import json
import os
import socket
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO, cast

from reader.errors import ReaderError
from reader.library.build import Build
from reader.library.build_messages import Message, Warned, received, send
from reader.library.cache import Cache
from reader.library.files import Files
from reader.library.watch import changes
from reader.model.identity import ArticleId
from reader.search.index import Index

_NICENESS = 10
"""Low enough that a search is let through at once, high enough to go on where all cores are taken."""
_HELPERS = min(os.cpu_count() or 1, 4)
"""Processes that parse, where there is much to parse."""
_FOLLOW = b"follow\n"


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be built."""

    paths: tuple[str, ...]
    folder: str
    """Where the index lies, and what a cache keeps beside it."""
    is_kept: bool
    """Whether the folder is a cache: then what is done is kept for the next time."""


class BuildProcess:
    """A build that goes on elsewhere."""

    def __init__(self, job: Job) -> None:
        # The search path is handed on, for wherever this program was started from.
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
        self._told, tells = socket.socketpair()
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "reader.library.build_process"],
                stdin=subprocess.PIPE,
                stdout=tells.fileno(),
                stderr=subprocess.DEVNULL,
                env=environment,
                # ^C at the terminal is for the program; it then closes the pipe. No session of its own: of those Linux
                # gives each the same share of the cores, however low its priority (sched(7), autogroup).
                process_group=0,
            )
        except OSError:
            self._told.close()
            raise
        finally:
            tells.close()
        self._input = cast(BinaryIO, self._process.stdin)
        self._output = self._told.makefile("rb")
        self._write(json.dumps(asdict(job)).encode() + b"\n")

    def messages(self) -> Iterator[Message]:
        """What it tells, until it ends."""
        with contextlib.suppress(ValueError):  # closed by `stop` between two messages
            yield from received(self._output)

    def follow(self) -> None:
        """Let it go on to tell what changes, once all that is there can be searched."""
        self._write(_FOLLOW)

    def prefer(self, articles: Sequence[ArticleId]) -> None:
        """Let these be read before all others."""
        self._write(json.dumps(articles).encode() + b"\n")

    def stop(self, *, at_once: bool) -> None:
        """Let it end: at once, or by itself after it has kept what it has done. `messages` ends now."""
        if at_once:
            self._process.kill()
        with contextlib.suppress(OSError):
            self._input.close()
        with contextlib.suppress(OSError):
            self._told.shutdown(socket.SHUT_RDWR)
        self._output.close()
        self._told.close()
        if at_once:
            self._process.wait()
        else:
            # It is not waited for: whoever leaves must not be kept by it.
            threading.Thread(target=self._process.wait, daemon=True).start()

    def _write(self, line: bytes) -> None:
        # Where it is gone, its silence is noticed by whoever reads its messages.
        with contextlib.suppress(OSError):
            self._input.write(line)
            self._input.flush()


def main() -> int:
    """The process itself."""
    os.nice(_NICENESS)
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    line = source.readline()
    if not line:
        return 0
    job = Job(**json.loads(line))
    stopped, followed = threading.Event(), threading.Event()
    wanted: deque[ArticleId] = deque()

    def listen() -> None:
        for told in source:
            if told == _FOLLOW:
                followed.set()
            else:
                wanted.extend(json.loads(told))
        stopped.set()
        followed.set()

    threading.Thread(target=listen, daemon=True).start()

    def tell(message: Message) -> None:
        if not stopped.is_set():
            try:
                send(message, sink)
            except OSError:
                stopped.set()

    paths, folder = [Path(path) for path in job.paths], Path(job.folder)
    try:
        cache = Cache(folder) if job.is_kept else None
        index = cache.opened() if cache else Index.at(folder)
        build = Build(Files(paths), index, tell, stopped=stopped, cache=cache, wanted=wanted, helpers=_HELPERS)
        if build.run():
            followed.wait()
            for files in changes(paths, stopped, build.catch_up):
                build.run() if files is None else build.update(files)
    except ReaderError as error:
        tell(Warned(str(error)))
        return 1
    return 0


if __name__ == "__main__":
    # What is still in buffers belongs to a pipe that may be closed: nothing is left to be said.
    status = main()
    os._exit(status)
