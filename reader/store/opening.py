"""Opening the state file: whatever is in its place, nothing of it is overwritten.

```
nothing, or ours ──► opened, migrated if older
newer than us    ──► NewerFileError: left as it is
damaged, foreign ──► moved aside under a new name, with its log; a fresh one is begun
```

Instances that open one file at once take turns where more than looking is to be done.
"""

import fcntl
import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from reader.errors import StateError
from reader.store.schema import Verdict, migrate, verdict

WAIT_SECONDS = 1.5
"""How long another program's lock is waited for."""

_SMALLEST = 512
"""Bytes of the smallest page: SQLite takes shorter files for empty ones, and writes over them."""

_LOG_PAGES = 64
_PAGE = 4096
"""Bytes."""

_ASKED_EVERY_SECONDS = 0.01
_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


class NewerFileError(StateError):
    """The file was written by a later version of this program."""


class SpoiltSchemaError(sqlite3.DatabaseError):
    """What SQLite would say about the file is no text, because it quotes what it found there."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


class Opened(NamedTuple):
    """A connection to the state file."""

    connection: sqlite3.Connection
    identity: tuple[int, int] | None
    """Device and inode: another file may take its name."""
    aside: Path | None
    """Where what had been in its place is now."""


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error says that the file is not, or no longer, a database."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE


def identity(path: Path) -> tuple[int, int] | None:
    """Which file is there; None where none is."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def connected(
    path: Path, wait_seconds: float, *, is_read_only: bool = False, is_immutable: bool = False
) -> sqlite3.Connection:
    """A connection to a file that is there, as it is; `is_immutable` promises that nobody writes to it."""
    mode = "mode=ro&immutable=1" if is_immutable else "mode=ro" if is_read_only else "mode=rw"
    connection = sqlite3.connect(
        f"file:{quote(os.fsencode(path.absolute()))}?{mode}",
        uri=True,
        timeout=wait_seconds,
        # Each change begins and ends its own transaction, in words.
        isolation_level=None,
        check_same_thread=False,
    )
    # A letter that the disk spoilt must not hide all the others.
    connection.text_factory = _text
    try:
        # What was acknowledged is on the disk, not only with the system.
        connection.execute("PRAGMA synchronous = FULL")
        # The log is brought into the file before it is many times as large, and does not stay as large as it was once.
        connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
        connection.execute(f"PRAGMA journal_size_limit = {_LOG_PAGES * _PAGE}")
    except UnicodeDecodeError as error:
        connection.close()
        raise SpoiltSchemaError("its list of tables is damaged") from error
    except BaseException:
        connection.close()
        raise
    return connection


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def open_state(path: Path, now: Callable[[], datetime], wait_seconds: float, *, is_for_writing: bool) -> Opened:
    """The state file, ready for use; `wait_seconds` are spent on each lock that somebody else holds.

    For writing all of it is looked at first, as a write would make damage worse: 5 ms a megabyte.

    Raises sqlite3.Error or OSError where it can't be had, StateError where it must not be touched.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if (opened := _current(path, wait_seconds, is_for_writing=is_for_writing)) is not None:
        return opened
    with _turn(path.parent, wait_seconds):
        _require_file(path)
        aside = None
        if path.exists() and not _is_ours(path, wait_seconds):
            aside = _move_aside(path, now())
        _create(path)
        connection = connected(path, wait_seconds)
        try:
            _begin(connection)
        except BaseException:
            connection.close()
            raise
        return Opened(connection, identity(path), aside)


def _current(path: Path, wait_seconds: float, *, is_for_writing: bool) -> Opened | None:
    """The file, where there is nothing to do but to use it."""
    if not path.is_file():
        return None
    before = identity(path)
    try:
        connection = connected(path, wait_seconds)
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            return None
        raise
    is_ready = False
    try:
        is_ready = (
            verdict(connection) is Verdict.CURRENT
            and (not is_for_writing or _is_sound(connection))
            and identity(path) == before
        )
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
    finally:
        if not is_ready:
            connection.close()
    return Opened(connection, before, None) if is_ready else None


def _is_ours(path: Path, wait_seconds: float) -> bool:
    """Whether a file can be used or migrated; raises NewerFileError where it is too new for that."""
    if 0 < path.stat().st_size < _SMALLEST:
        return False
    try:
        with closing(connected(path, wait_seconds)) as connection:
            match verdict(connection):
                case Verdict.NEWER:
                    raise NewerFileError(f"{path} was written by a later version of reader")
                case Verdict.FOREIGN:
                    return False
                case Verdict.CURRENT | Verdict.OLDER:
                    return _is_sound(connection)
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            return False
        raise


def _is_sound(connection: sqlite3.Connection) -> bool:
    ((found,),) = connection.execute("PRAGMA quick_check(1)")
    return bool(found == "ok")


def _begin(connection: sqlite3.Connection) -> None:
    # Readers go on while somebody writes, and a kill leaves the file whole. Where the file system can't, SQLite says
    # which mode it stays in: slower, no less safe.
    connection.execute("PRAGMA journal_mode = WAL").fetchall()
    if verdict(connection) is not Verdict.CURRENT:
        migrate(connection)


def _require_file(path: Path) -> None:
    """Raise StateError where something else than a file was put in its place: perhaps on purpose."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        raise StateError(f"{path} is no file")


def _create(path: Path) -> None:
    """An empty file that nobody else may read, where none is: SQLite's own would be readable by all."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600))
    except FileExistsError:
        return


def _move_aside(path: Path, now: datetime) -> Path:
    stem = f"{path.stem}.damaged-{now.astimezone():%Y%m%d-%H%M%S}"
    aside = path.with_name(f"{stem}{path.suffix}")
    count = 1
    while any(os.path.lexists(f"{aside}{tail}") for tail in ("", "-wal", "-shm")):
        count += 1
        aside = path.with_name(f"{stem}-{count}{path.suffix}")
    # The log goes first: left behind, it would be taken for that of the fresh file.
    for tail in ("-wal", "-shm", ""):
        if os.path.lexists(f"{path}{tail}"):
            Path(f"{path}{tail}").rename(f"{aside}{tail}")
    return aside


@contextmanager
def _turn(folder: Path, wait_seconds: float) -> Iterator[None]:
    """Ours alone, among instances that open; raises StateError where another one doesn't let go."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        deadline = time.monotonic() + wait_seconds
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as error:
                if time.monotonic() > deadline:
                    raise StateError(f"another program keeps {folder} locked") from error
                # A lock can be waited for for ever, or not at all: for a while only by asking again.
                time.sleep(_ASKED_EVERY_SECONDS)
            except OSError:
                # A file system without locks: SQLite's own word on it is still to come.
                break
        yield
    finally:
        os.close(descriptor)
