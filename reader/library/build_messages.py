"""What a build tells while it goes on, and how it crosses a pipe.

A message is a named tuple; on the pipe it is `length, marshal(name, fields)`, length in 4 bytes. Both ends are the same
program in the same version of Python, which is what marshal asks for.
"""

import marshal
import struct
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple, TypeAlias

_LENGTH = struct.Struct(">I")


class Began(NamedTuple):
    """A build begins with what was kept, or with nothing; what was told before is void."""

    pack: str
    """Name of the pack; "" for nothing."""


class Names(NamedTuple):
    """Files were found or have changed; their articles bear the numbers from `first` on."""

    first: int
    ids: tuple[str, ...]
    records: tuple[bytes, ...]
    answers: tuple[int, ...]
    """How many each has, as far as is known."""


class Known(NamedTuple):
    """More is known of articles: number, record, and how many answers they have more than was known."""

    entries: tuple[tuple[int, bytes, int], ...]


class Removed(NamedTuple):
    """Articles are no longer there."""

    ids: tuple[str, ...]


class Passed(NamedTuple):
    """Files are no articles: path, reason, whether they should have been."""

    skipped: tuple[tuple[str, str, bool], ...]
    is_all: bool = False
    """Whether these are all of them; else they come to those told before."""


class Progressed(NamedTuple):
    """How far the build is."""

    found: int
    parsed: int
    is_counted: bool
    """Whether all files have been found."""


class Committed(NamedTuple):
    """Searches find what was told up to here."""


class Warned(NamedTuple):
    """Something went wrong that only costs time or space; a sentence."""

    text: str


class Ready(NamedTuple):
    """All that is there can be searched."""


Message: TypeAlias = Began | Names | Known | Removed | Passed | Progressed | Committed | Warned | Ready

_KINDS = {kind.__name__: kind for kind in (Began, Names, Known, Removed, Passed, Progressed, Committed, Warned, Ready)}


def send(message: Message, pipe: BinaryIO) -> None:
    """Write a message to a pipe."""
    content = marshal.dumps((type(message).__name__, tuple(message)))
    pipe.write(_LENGTH.pack(len(content)) + content)
    pipe.flush()


def received(pipe: BinaryIO) -> Iterator[Message]:
    """The messages that come over a pipe, until its other end is closed, in whatever way."""
    while len(head := pipe.read(_LENGTH.size)) == _LENGTH.size:
        (length,) = _LENGTH.unpack(head)
        content = pipe.read(length)
        if len(content) < length:
            return
        name, fields = marshal.loads(content)  # noqa: S302 - written by this very program
        yield _KINDS[name](*fields)
