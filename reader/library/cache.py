"""What is kept of an archive from one time to the next, in a folder of the user's cache.

```
<cache>/<name>-<hash of the roots>/<version of the format>/
    index/        tantivy's files; its last commit names the pack that belongs to it
    <time>.pack   entries, and the size and age of each file as it was read
```

A pack is written before the commit that names it, and removed after one that names another: whoever is killed at any
moment leaves the old state or the new one. Only one program writes at a time (tantivy's lock); all may read. Deleting
any of it at any time is safe. What another version of the format kept is cleared away, unless a program has it open:
that holds a shared lock on the folder.
"""

import fcntl
import json
import os
import re
import stat
import time
import zlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from reader.library import pack
from reader.library.pack import Contents, Pack, PackDamagedError, Stamp
from reader.library.records import Stock, Store
from reader.search.index import Index
from reader.search.schema import VERSION as INDEX_VERSION
from reader.search.schema import IndexDamagedError

VERSION = f"{INDEX_VERSION}.{pack.VERSION}"
_UNSAFE = re.compile(r"[^\w.-]+")
_NAME = re.compile(r".+-[0-9a-f]{12,16}")
_PACK = "*.pack"
_ATTEMPTS = 3
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC


class Saved:
    """What a cache held: a stock, and how its files were."""

    def __init__(self, kept: Pack) -> None:
        self._pack = kept
        self.name = kept.name
        self.stock = Stock(Store(kept), kept.order, kept.answers)
        self.skipped = kept.skipped
        self.folders = kept.folders
        self.is_complete = kept.is_complete

    def again(self) -> "Saved":
        """The same, without what was added to its stock since."""
        return Saved(self._pack)

    def stamps(self) -> dict[int, Stamp]:
        """How the file of each number was."""
        sizes, times = self._pack.sizes, self._pack.times
        return {number: Stamp(sizes[number], times[number]) for number in self._pack.order}

    def is_current(self) -> bool:
        """Whether every file is as it was, and no folder has another entry than it had."""
        look = os.stat  # a Path for each of 10,000 files costs more than looking
        try:
            if any(look(folder).st_mtime_ns != then for folder, then in self.folders.items()):
                return False
            sizes, times = self._pack.sizes.tolist(), self._pack.times.tolist()
            for file, size, then in zip(self._pack.files(), sizes, times, strict=True):
                if not file:
                    continue
                status = look(file)
                if status.st_mtime_ns != then or status.st_size != size:
                    return False
        except (OSError, ValueError):
            return False
        return True

    def is_sound(self) -> bool:
        """Whether every byte is as it was written."""
        return self._pack.is_sound()


class Cache:
    """The folder in which one archive is kept."""

    def __init__(self, folder: Path) -> None:
        self.folder: Final = folder
        self._lock: int | None = None

    @classmethod
    def of(cls, root: Path, paths: Sequence[Path]) -> "Cache":
        """The cache of the archive of some paths, below a folder for all caches."""
        whole = "\n".join(sorted(str(path) for path in paths)).encode(errors="surrogatepass")
        # Enough for the few archives of a person, all of them their own. `hashlib` brings all of OpenSSL along: a tenth
        # of what a search on the command line takes.
        digest = f"{zlib.crc32(whole):08x}{zlib.adler32(whole):08x}"
        name = _UNSAFE.sub("-", paths[0].name if paths else "")[:40] or "archive"
        return cls(root / f"{name}-{digest}" / VERSION)

    @property
    def index(self) -> Path:
        """Where its index lies."""
        return self.folder / "index"

    @property
    def exists(self) -> bool:
        """Whether anything was ever kept there."""
        return self.index.is_dir()

    def opened(self) -> Index:
        """Its index, an empty one where it was damaged; raises IndexDamagedError where there can be none.

        No other version of the program clears it away before `close`.
        """
        for _ in range(_ATTEMPTS):
            # What another program is about to remove looks damaged, and may be gone the moment it is made anew.
            with suppress(IndexDamagedError):
                return self._held()
            self.clear()
        return self._held()

    def _held(self) -> Index:
        self.close()
        with suppress(OSError):  # can't be made, as will be told; or a file system without locks
            self.folder.mkdir(parents=True, exist_ok=True)
            self._lock = os.open(self.folder, _FOLDER)
            fcntl.flock(self._lock, fcntl.LOCK_SH)
        return Index.at(self.index)

    def close(self) -> None:
        """Let it be cleared away."""
        lock, self._lock = self._lock, None
        if lock is not None:
            os.close(lock)

    def saved(self, index: Index) -> Saved | None:
        """What was kept with the index as it is now; None where that is nothing, or damaged."""
        try:
            manifest = index.manifest()
            name = json.loads(manifest)["pack"] if manifest else None
            return Saved(Pack(self.folder / Path(name).name)) if name else None
        except (ValueError, KeyError, TypeError, PackDamagedError, IndexDamagedError):
            return None

    def keep(self, contents: Contents) -> bytes:
        """Keep entries; gives the manifest with which the index is to be committed. Raises OSError."""
        name = f"{time.time_ns():x}.pack"
        pack.write(self.folder / name, contents)
        return json.dumps({"pack": name}).encode("ascii")

    def tidy(self, manifest: bytes) -> None:
        """Remove what an index committed with this manifest no longer needs."""
        name = json.loads(manifest)["pack"]
        for one in self.folder.glob(_PACK):
            if one.name != name:
                one.unlink(missing_ok=True)

    def clear(self) -> None:
        """Remove all of it."""
        _remove(self.folder)


class Kept(NamedTuple):
    """One archive's cache, as it is told to the user."""

    name: str
    folder: Path
    size: int
    """Bytes."""


def kept(root: Path) -> tuple[Kept, ...]:
    """Every archive that is kept below a folder for all caches."""
    return tuple(Kept(folder.name.rpartition("-")[0], folder, _size(folder)) for folder in _folders(root))


def clear(root: Path) -> int:
    """Remove everything that is kept; gives how many bytes that was. Other files that lie there stay."""
    size = 0
    for one in kept(root):
        size += one.size
        _remove(one.folder)
    return size


def clear_other_versions(root: Path) -> None:
    """Remove what other versions of the format kept below a folder for all caches, unless it is open."""
    for archive in _folders(root):
        with suppress(OSError):  # removed by another program; or, at the end, not empty
            for one in archive.iterdir():
                if one.name != VERSION:
                    _remove_unless_open(one)
            archive.rmdir()


def _remove_unless_open(path: Path) -> None:
    with suppress(OSError):  # open, or removed by another program
        lock = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            _remove(path)
        finally:
            os.close(lock)


def _remove(path: Path) -> None:
    """Remove a folder or a file, as far as that can be done."""
    # Brings along every way of packing files; seldom wanted.
    import shutil  # noqa: PLC0415

    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def _folders(root: Path) -> list[Path]:
    """The folders of all archives; whatever else lies there is not ours."""
    if not root.is_dir():
        return []
    return [one for one in sorted(root.iterdir()) if one.is_dir() and _NAME.fullmatch(one.name)]


def _size(folder: Path) -> int:
    """Bytes of all files, however deep."""
    total = 0
    for path in folder.rglob("*"):
        try:
            status = path.lstat()
        except OSError:
            continue  # removed meanwhile, by whoever writes there
        total += 0 if stat.S_ISDIR(status.st_mode) else status.st_size
    return total
