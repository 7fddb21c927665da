"""The bytes of one file, in whole or from its beginning.

Nothing here trusts a path: a file is opened without waiting for anybody and looked at once more before it is read, so
that a pipe or a device costs a line, never a hang. Sizes are in bytes.
"""

# Paths are strings here: a Path for each of 100,000 files costs more than finding them.
# ruff: noqa: PTH116

import errno
import os
import stat

from reader.errors import UnreadableError, system_reason
from reader.formats.decode import HEAD_SIZE

LARGEST = 1 << 29
"""Bytes: more than that is a disk image or a hole, and would not fit into memory as text."""

_HARMLESSLY = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY
"""A pipe would wait for a writer, a terminal would become ours."""
_CHUNK = 1 << 16
"""Greater buffers, read in several threads, fragment the heap."""


def read_file(path: str | os.PathLike[str]) -> bytes:
    """All bytes of a regular file; raises UnreadableError with the reason where they can't be had."""
    _refuse_unopened(path)
    return _read(path, None)


def read_head(path: str | os.PathLike[str]) -> bytes:
    """The first HEAD_SIZE bytes of a regular file, or fewer; raises UnreadableError."""
    _refuse_unopened(path)
    return _read(path, HEAD_SIZE)


def read_found_head(file: str) -> bytes:
    """The same of a file that was regular when it was found: to look at 100,000 once more takes as long as to read."""
    try:
        descriptor = os.open(file, _HARMLESSLY)
        try:
            # At a place: from a pipe or a terminal that is there by now, nothing is taken so.
            return os.pread(descriptor, HEAD_SIZE, 0)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise UnreadableError(reason_of(error)) from error


def reason_of(error: OSError) -> str:
    """Why a file or folder could not be read, in a few words."""
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return "no longer there"
        case errno.ELOOP:
            return "a loop of links"
        case errno.EACCES | errno.EPERM:
            return "permission denied"
        case errno.ESPIPE:
            return "a pipe"
        case errno.EISDIR:
            return "a folder"
        case _:
            return system_reason(error)


def special(mode: int) -> str | None:
    """What a file is that is neither regular nor a folder."""
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return None
    if stat.S_ISFIFO(mode):
        return "a pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"


def _refuse_unopened(path: str | os.PathLike[str]) -> None:
    """Raise why a file is not to be opened, if so: opening some devices does something."""
    try:
        _refuse_special(os.stat(path).st_mode)
    except OSError as error:
        raise UnreadableError(reason_of(error)) from error


def _read(path: str | os.PathLike[str], size: int | None) -> bytes:
    try:
        descriptor = os.open(path, _HARMLESSLY)
        try:
            # It may have been exchanged since it was looked at.
            status = os.fstat(descriptor)
            _refuse_special(status.st_mode)
            if size is not None:
                return os.read(descriptor, size)
            if status.st_size > LARGEST:
                raise UnreadableError(_too_large(status.st_size))
            return _read_all(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise UnreadableError(reason_of(error)) from error


def _read_all(descriptor: int) -> bytes:
    """All that is there, however much the file has grown since it was looked at."""
    chunks = []
    total = 0
    while chunk := os.read(descriptor, _CHUNK):
        chunks.append(chunk)
        total += len(chunk)
        if total > LARGEST:
            raise UnreadableError(_too_large(total))
    return b"".join(chunks)


def _too_large(size: int) -> str:
    return f"{size >> 20:,} MB, more than the {LARGEST >> 20} MB that can be read"


def _refuse_special(mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise UnreadableError(special(mode) or "a folder")
