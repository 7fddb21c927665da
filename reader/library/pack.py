"""The entries of an archive in one file that is mapped, not read: there at once, however many they are.

```
magic  length and checksum of the header  header (JSON)  sections, each on a multiple of 8
                                     order    u32   numbers as they stand in the corpus
                                     sizes    u64   of the files, by number
                                     times    u64   when they were changed (ns), by number
                                     ids      u64 offsets, then text     by number
                                     files    names, a NUL behind each   by number, as the operating system has them
                                     records  u64 offsets, then JSON     by number
```

Numbers that are no longer used have empty places. The header tells the length and checksum (CRC-32) of each section:
those of the small ones are looked at when the file is opened, the others by `is_sound`. Native byte order: a pack does
not leave the machine.
"""

import json
import mmap
import os
import struct
import sys
import zlib
from array import array
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.errors import ReaderError
from reader.library.records import Stock

VERSION = 5
_MAGIC = b"reader pack\n"
_START = struct.Struct("=12sII")
_CHECKED_AT_ONCE = ("order", "sizes", "times")
_PATH_ERRORS = "surrogatepass"
"""Ids are made of file names, which are any bytes; what is no UTF-8 stands as surrogates."""


class PackDamagedError(ReaderError):
    """The file is no pack, or not the one it was."""


class Stamp(NamedTuple):
    """A file as it was when it was read."""

    size: int
    """Bytes."""
    mtime_ns: int


class Contents(NamedTuple):
    """What a pack is made of."""

    stock: Stock
    stamps: Mapping[int, Stamp]
    files: Mapping[int, str]
    """By number; only the articles that have a stamp are kept."""
    skipped: Sequence[tuple[str, str, bool]]
    folders: Mapping[str, int]
    """Each folder that was looked into, and when it was changed (ns)."""
    is_complete: bool
    """Whether everything that was found is in it."""


def write(path: Path, contents: Contents) -> None:
    """Write a pack: all of it, or none under that name."""
    store = contents.stock.store
    stamps = contents.stamps
    order = array("I", (number for number in contents.stock.numbers if number in stamps))
    count = max(order, default=-1) + 1
    kept = bytearray(count)
    for number in order:
        kept[number] = 1
    numbers = [number if kept[number] else None for number in range(count)]
    nothing = Stamp(0, 0)
    sections = {
        "order": order.tobytes(),
        "sizes": array("Q", (stamps.get(number, nothing).size for number in range(count))).tobytes(),
        "times": array("Q", (stamps.get(number, nothing).mtime_ns for number in range(count))).tobytes(),
        "ids": _packed(b"" if number is None else store.id(number).encode(errors=_PATH_ERRORS) for number in numbers),
        "files": b"".join(os.fsencode("" if one is None else contents.files[one]) + b"\0" for one in numbers),
        "records": _packed(b"" if number is None else bytes(store.record(number)) for number in numbers),
    }
    offset = 0
    table = {}
    for name, content in sections.items():
        table[name] = (offset, len(content), zlib.crc32(content))
        offset += _padded(len(content))
    header = json.dumps(
        {
            "version": VERSION,
            "byteorder": sys.byteorder,
            "count": count,
            "answers": contents.stock.answers,
            "skipped": list(contents.skipped),
            "folders": dict(contents.folders),
            "is_complete": contents.is_complete,
            "sections": table,
        }
    ).encode("ascii")
    start = _START.pack(_MAGIC, len(header), zlib.crc32(header)) + header
    temporary = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with temporary.open("wb") as file:
            file.write(start.ljust(_padded(len(start)), b" "))
            for content in sections.values():
                file.write(content.ljust(_padded(len(content)), b"\0"))
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


class Pack:
    """A pack, mapped into memory. It stays readable when its file is gone."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        try:
            with path.open("rb") as file:
                self._map = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
            self._open()
        except (OSError, ValueError, KeyError, TypeError, struct.error) as error:
            raise PackDamagedError(f"{path} is damaged: {error}") from error

    def _open(self) -> None:
        magic, length, checksum = _START.unpack_from(self._map)
        told = bytes(self._map[_START.size : _START.size + length])
        if magic != _MAGIC or zlib.crc32(told) != checksum:
            raise ValueError("no pack, or changed")
        header = json.loads(told)
        if header["version"] != VERSION or header["byteorder"] != sys.byteorder:
            raise ValueError("of another version")
        self._table = {name: tuple(map(int, one)) for name, one in header["sections"].items()}
        self._first = _padded(_START.size + length)
        self._count = int(header["count"])
        self.answers = int(header["answers"])
        self.is_complete = bool(header["is_complete"])
        self.skipped = tuple((str(path), str(reason), bool(was_meant)) for path, reason, was_meant in header["skipped"])
        self.folders = {str(folder): int(time) for folder, time in header["folders"].items()}
        end = max(self._first + offset + size for offset, size, _ in self._table.values())
        if end > len(self._map) or not all(map(self._is_sound, _CHECKED_AT_ONCE)):
            raise ValueError("cut off or changed")
        self.order = self._section("order").cast("I")
        self.sizes = self._section("sizes").cast("Q")
        self.times = self._section("times").cast("Q")
        self._ids = _Texts(self._section("ids"), self._count)
        self._records = _Texts(self._section("records"), self._count)

    def __len__(self) -> int:
        """How many numbers there are, unused ones included."""
        return self._count

    def id(self, number: int) -> str:
        """The id of an article."""
        return self._ids[number].decode(errors=_PATH_ERRORS)

    def files(self) -> list[bytes]:
        """The file of each number, as the operating system has it; empty for those that are no longer used."""
        return bytes(self._section("files")).split(b"\0")[:-1]

    def record(self, number: int) -> bytes:
        """Its entry."""
        return self._records[number]

    def is_sound(self) -> bool:
        """Whether every byte is what it was; reads all of it."""
        return all(map(self._is_sound, self._table))

    def _is_sound(self, name: str) -> bool:
        return zlib.crc32(self._section(name)) == self._table[name][2]

    def _section(self, name: str) -> "memoryview[int]":
        offset, size, _ = self._table[name]
        return self._map[self._first + offset : self._first + offset + size]


class _Texts:
    """Runs of bytes, one after the other."""

    def __init__(self, section: "memoryview[int]", count: int) -> None:
        self._offsets = section[: 8 * (count + 1)].cast("Q")
        self._content = section[8 * (count + 1) :]
        if len(self._offsets) != count + 1:
            raise ValueError("too short for what it holds")

    def __getitem__(self, number: int) -> bytes:
        return bytes(self._content[self._offsets[number] : self._offsets[number + 1]])


def _packed(texts: Iterable[bytes]) -> bytes:
    offsets = array("Q", [0])
    parts = []
    end = 0
    for text in texts:
        parts.append(text)
        end += len(text)
        offsets.append(end)
    return offsets.tobytes() + b"".join(parts)


def _padded(length: int) -> int:
    return -(-length // 8) * 8
