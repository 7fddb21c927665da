"""Processes that read files for a build, so that every core helps; one that dies costs only time.

    tasks ──► batches ──► a process each, two batches ahead of what it works at ──► outcomes, as they come

A request (the ids, paths, sizes and times of files) and an answer are `length, marshal(content)`, over the process's
standard input and output. Requests are taken in as they come, whatever the process is at: so whoever asks never waits
for somebody who waits for him, however long the names of files are and however little a pipe holds. When its input is
closed it leaves. Where there are no processes, the work is done here.
"""

import contextlib
import marshal
import os
import select
import struct
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from queue import SimpleQueue
from types import TracebackType
from typing import BinaryIO, Self, cast

from reader.library.files import Files, Source
from reader.library.parsing import Outcome, Task, Told, Work, done, named, told
from reader.library.scan import Found

_LENGTH = struct.Struct(">I")
_MOST_PARSED = 16
_MOST_LOOKED_AT = 128
_MOST_BYTES = 1 << 18
"""In a batch: what is wanted first must not wait for long, and a process must not be asked too often."""
_AHEAD = 2
"""Batches that a process has before it, so that it need not wait for the next."""

Next = Callable[[], Task | None]


class Crew:
    """As many processes as are wanted, which end with the context."""

    def __init__(self, source: Source, size: int) -> None:
        self._source = source
        self._members: list[_Member] = []
        with contextlib.suppress(OSError):  # as many as can be had
            for _ in range(size):
                self._members.append(_Member())

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Let all go, whatever they are at."""
        for member in self._members:
            member.stop()

    def outcomes(self, work: Work, following: Next) -> Iterator[Outcome]:
        """What comes of every task that `following` gives until it gives None; those asked for first come first."""
        while self._members:
            for member in self._members:
                while len(member.batches) < _AHEAD and (batch := _batch(work, following)):
                    member.ask(work, batch)
            busy = [member for member in self._members if member.batches]
            if not busy:
                return
            ready, _, _ = select.select(busy, [], [])
            for member in ready:
                answer = member.answer()
                if answer is None:
                    self._members.remove(member)
                    member.stop()
                    for batch in member.batches:
                        yield from done(self._source, work, batch)
                else:
                    yield from answer
        while task := following():
            yield from done(self._source, work, [task])


def _batch(work: Work, following: Next) -> list[Task]:
    batch: list[Task] = []
    size = 0
    most = _MOST_PARSED if work == "parsed" else _MOST_LOOKED_AT
    while len(batch) < most and size < _MOST_BYTES and (task := following()):
        batch.append(task)
        size += task.found.size if work == "parsed" else 0
    return batch


class _Member:
    """One process."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "reader.library.crew"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._input = cast(BinaryIO, self._process.stdin)
        self._output = cast(BinaryIO, self._process.stdout)
        self.batches: deque[list[Task]] = deque()
        """What it has not answered yet."""

    def fileno(self) -> int:
        """What can be waited for."""
        return self._output.fileno()

    def ask(self, work: Work, batch: list[Task]) -> None:
        """Give it something to do."""
        self.batches.append(batch)
        with contextlib.suppress(OSError):  # where it is gone, no answer comes
            _write(self._input, (work, list(zip(*(task.found for task in batch), strict=True))))

    def answer(self) -> list[Outcome] | None:
        """What came of the first batch; None where it is gone."""
        answers = _read(self._output)
        return named(self.batches.popleft(), answers) if isinstance(answers, list) else None

    def stop(self) -> None:
        """Let it go."""
        self._process.kill()
        with contextlib.suppress(OSError):
            self._input.close()
        self._output.close()
        self._process.wait()


def _write(pipe: BinaryIO, content: list[Told] | tuple[str, list[tuple[object, ...]]]) -> None:
    packed = marshal.dumps(content)
    pipe.write(_LENGTH.pack(len(packed)) + packed)
    pipe.flush()


def _read(pipe: BinaryIO) -> object:
    """What the other end says; None where it is gone.

    Read past the buffer of the pipe: what waits there for the next call would not be seen to be ready.
    """
    head = _exactly(pipe.fileno(), _LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    packed = _exactly(pipe.fileno(), length)
    return marshal.loads(packed) if len(packed) == length else None  # noqa: S302 - written by this very program


def _exactly(descriptor: int, size: int) -> bytes:
    """So many bytes, or fewer where there are no more."""
    chunks = []
    while size and (chunk := os.read(descriptor, size)):
        chunks.append(chunk)
        size -= len(chunk)
    return b"".join(chunks)


def main() -> None:
    """One of the processes."""
    asked: SimpleQueue[object] = SimpleQueue()

    def listen() -> None:
        while request := _read(sys.stdin.buffer):
            asked.put(request)
        asked.put(None)

    threading.Thread(target=listen, daemon=True).start()
    source = Files(())
    # Whoever asks hears of each word once: what is told is in order, and no answer is passed over.
    words: set[str] = set()
    while isinstance(request := asked.get(), tuple):
        work, columns = request
        files = list(map(Found._make, zip(*columns, strict=True)))
        _write(sys.stdout.buffer, told(source, work, files, words))


if __name__ == "__main__":
    with contextlib.suppress(OSError):
        main()
    os._exit(0)
