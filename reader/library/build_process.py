"""A build in a process of its own, of low priority, so that neither typing nor painting waits for it.

The program writes one line to the process's standard input, a `Job`; the process answers with messages on its standard
output. When its input is closed, in whatever way the program ended, it keeps what it has done and leaves.
"""

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO, cast

from reader.errors import ReaderError
from reader.library.build import Build, Files
from reader.library.build_messages import Message, Warned, received, send
from reader.search.index import Index

_NICENESS = 10


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
        self._process = subprocess.Popen(
            [sys.executable, "-m", "reader.library.build_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,  # ^C at the terminal is for the program; it then closes the pipe
        )
        self._input = cast(BinaryIO, self._process.stdin)
        self._output = cast(BinaryIO, self._process.stdout)
        try:
            self._input.write(json.dumps(asdict(job)).encode() + b"\n")
            self._input.flush()
        except OSError:
            self.stop()

    def messages(self) -> Iterator[Message]:
        """What it tells, until it ends."""
        return received(self._output)

    def stop(self, *, at_once: bool = True) -> None:
        """Let it end: at once, or after it has kept what it has done; never waited for longer than it takes to die."""
        if at_once:
            self._process.kill()
        with contextlib.suppress(OSError):
            self._input.close()
        if at_once:
            self._process.wait()


def main() -> int:
    """The process itself."""
    os.nice(_NICENESS)
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    line = source.readline()
    if not line:
        return 0
    job = Job(**json.loads(line))
    stopped = threading.Event()

    def wait_for_end() -> None:
        while source.readline():
            pass
        stopped.set()

    threading.Thread(target=wait_for_end, daemon=True).start()

    def tell(message: Message) -> None:
        if not stopped.is_set():
            try:
                send(message, sink)
            except OSError:
                stopped.set()

    try:
        source = Files([Path(path) for path in job.paths])
        Build(source, Index.at(Path(job.folder)), tell, is_stopped=stopped.is_set).run()
    except ReaderError as error:
        tell(Warned(str(error)))
        return 1
    return 0


if __name__ == "__main__":
    # What is still in buffers belongs to a pipe that may be closed: nothing is left to be said.
    status = main()
    os._exit(status)
