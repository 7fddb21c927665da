"""Changes to one SQLite file that survive what can happen to it, and questions to it.

```
change ─► the file ─────────────── acknowledged: on the disk, whatever happens to this process
            │ full, locked, read-only, newer than us …
            ▼ told once
          a copy in memory ─► pending ─► the file, with the next change or at the end, when it can be had again
```

Nothing here raises for what happens to the file. A change waits for other programs for `WAIT_SECONDS` at most and for
the disk as long as that takes: it belongs in a thread. Questions don't wait for changes.
"""

import os
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import NamedTuple, TypeAlias

from reader.errors import StateError
from reader.store.opening import WAIT_SECONDS, NewerFileError, connected, identity, is_damage, open_state
from reader.store.schema import TABLES, Verdict, migrate, verdict

Value: TypeAlias = str | bytes | int | None
Row: TypeAlias = tuple[Value, ...]

_BRIEFLY = 0.05
"""Seconds for which a question waits, and a file that could not be had when it is tried again."""


class Statement(NamedTuple):
    """A piece of SQL and what its names stand for. Doing it twice must do no more than doing it once."""

    sql: str
    values: Mapping[str, Value]


Change: TypeAlias = tuple[Statement, ...]
"""What happens whole or not at all."""


class Database:
    """The state file, or a copy of it in memory for as long as it can't be had. For use from any thread."""

    def __init__(
        self,
        path: Path | None,
        now: Callable[[], datetime],
        tell: Callable[[StateError], None],
        wait_seconds: float = WAIT_SECONDS,
    ) -> None:
        """Open the file, or with None begin something that lasts for the session only."""
        self._path = path
        self._wait_seconds = wait_seconds
        self._now = now
        self._tell = tell
        self._turn = RLock()
        self._connection: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self._is_for_writing = False
        self._memory: _Memory | None = None
        self._pending: list[Change] = []
        self._is_given_up = path is None
        self._told: set[str] = set()
        self.trouble: StateError | None = None
        if path is None:
            self._memory = _Memory(None)
        else:
            with self._turn:
                self._save(())

    def change(self, *statements: Statement) -> None:
        """Make a change: on the disk when this returns, or in memory when there is `trouble`."""
        with self._turn:
            self._save(statements)

    def rows(self, sql: str, values: Mapping[str, Value] | None = None) -> list[Row]:
        """The answer to a question; no rows where the file can't be read just now."""
        asked = values or {}
        if self._memory is not None and not self._is_given_up and self._turn.acquire(blocking=False):
            try:
                self._save(())
            finally:
                self._turn.release()
        if (memory := self._memory) is not None:
            return memory.rows(sql, asked)
        try:
            return self._rows_of_file(sql, asked)
        except sqlite3.Error as error:
            with self._turn:
                self._look_into(error)
        if (memory := self._memory) is not None:
            return memory.rows(sql, asked)
        with suppress(sqlite3.Error):
            return self._rows_of_file(sql, asked)
        return []

    def close(self) -> None:
        """Try once more to save what could not be saved, and let go of the file."""
        with self._turn:
            if self._pending:
                self._save((), is_last=True)
            self._disconnect()

    def _rows_of_file(self, sql: str, values: Mapping[str, Value]) -> list[Row]:
        # A connection of its own, so that nothing waits for a change that is being made; it costs a fraction of a
        # millisecond.
        if self._path is None:
            return []
        with closing(connected(self._path, _BRIEFLY, is_read_only=True)) as connection:
            return connection.execute(sql, values).fetchall()

    def _look_into(self, error: sqlite3.Error) -> None:
        """Find out whether the file can be had, after it could not be read, and tell if it can't."""
        if is_damage(error):
            # Opened anew it is looked at as a whole, and put aside.
            self._disconnect()
        try:
            self._write([()], _BRIEFLY, is_for_writing=True)
        except (sqlite3.Error, OSError, StateError) as trouble:
            self._go_on_in_memory(trouble)

    def _save(self, statements: Change, *, is_last: bool = False) -> None:
        """Bring what is pending and this change into the file, else into memory."""
        if not self._is_given_up:
            wait_seconds = self._wait_seconds if self._memory is None or is_last else _BRIEFLY
            try:
                changes = [*self._pending, statements]
                self._write(changes, wait_seconds, is_for_writing=any(changes) or self._memory is not None)
            except (sqlite3.Error, OSError, StateError) as error:
                self._go_on_in_memory(error)
            else:
                self._pending.clear()
                self._memory = None
                self.trouble = None
                return
        if statements and self._memory is not None:
            self._memory.change(statements)
            if not self._is_given_up:
                self._pending.append(statements)

    def _write(self, changes: Sequence[Change], wait_seconds: float, *, is_for_writing: bool) -> None:
        """Make changes in the file; for writing, an empty one finds out whether it could be done."""
        for attempt in (1, 2):
            try:
                connection = self._connected(wait_seconds, is_for_writing=is_for_writing)
                connection.execute(f"PRAGMA busy_timeout = {round(wait_seconds * 1000)}")
                # Even an empty transaction may write: SQLite mends what it finds in the header.
                if is_for_writing:
                    _apply(connection, changes)
            except sqlite3.DatabaseError as error:
                self._disconnect()
                # Opened anew, a damaged file is put aside and a fresh one begun.
                if attempt == 2 or not is_damage(error):
                    raise
            except BaseException:
                self._disconnect()
                raise
            else:
                return

    def _connected(self, wait_seconds: float, *, is_for_writing: bool) -> sqlite3.Connection:
        """The connection to the file that has the name now: another program may have put it aside, or taken it away."""
        path = self._path
        if path is None:
            raise StateError("kept for this session only")
        is_ready = self._is_for_writing or not is_for_writing
        if self._connection is not None and is_ready and identity(path) == self._identity:
            return self._connection
        self._disconnect()
        opened = open_state(path, self._now, wait_seconds, is_for_writing=is_for_writing)
        self._connection, self._identity = opened.connection, opened.identity
        self._is_for_writing = is_for_writing
        if opened.aside is not None:
            self._tell(
                StateError(f"{path} was damaged or not ours: it is kept as {opened.aside.name}, a fresh one is begun")
            )
        return self._connection

    def _disconnect(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def _go_on_in_memory(self, error: Exception) -> None:
        if isinstance(error, NewerFileError):
            self._is_given_up = True
        if self._memory is not None:
            return
        self._memory = _Memory(None if self._is_given_up else self._path)
        self.trouble = StateError(f"{_reason(error, self._path)}: marks and places are kept for this session only")
        self.trouble.__cause__ = error
        if str(self.trouble) not in self._told:
            self._told.add(str(self.trouble))
            self._tell(self.trouble)


class _Memory:
    """A copy of a state file, as far as it can be read."""

    def __init__(self, path: Path | None) -> None:
        self._turn = RLock()
        self._connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        migrate(self._connection)
        if path is not None:
            self._copy(path)

    def change(self, statements: Change) -> None:
        with self._turn:
            _apply(self._connection, (statements,))

    def rows(self, sql: str, values: Mapping[str, Value]) -> list[Row]:
        with self._turn, suppress(sqlite3.DatabaseError):
            return self._connection.execute(sql, values).fetchall()
        return []

    def _copy(self, path: Path) -> None:
        # In a folder that can't be written to, SQLite reads only what it is promised nobody writes.
        for is_immutable in (False, True):
            try:
                with closing(connected(path, _BRIEFLY, is_read_only=True, is_immutable=is_immutable)) as source:
                    if verdict(source) is Verdict.CURRENT:
                        self._fill(source)
            except (sqlite3.DatabaseError, OSError):
                continue
            else:
                return

    def _fill(self, source: sqlite3.Connection) -> None:
        source.execute("BEGIN")
        self._connection.execute("BEGIN")
        try:
            for table in TABLES:
                cursor = source.execute(f"SELECT * FROM {table}")  # noqa: S608 - one of our own names
                places = ", ".join("?" * len(cursor.description))
                self._connection.executemany(f"INSERT INTO {table} VALUES ({places})", cursor)  # noqa: S608 - the same
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")


def _apply(connection: sqlite3.Connection, changes: Sequence[Change]) -> None:
    """Make changes in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for change in changes:
            for sql, values in change:
                connection.execute(sql, values)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _reason(error: Exception, path: Path | None) -> str:
    """Why the file can't be had, in a few words."""
    match error:
        case StateError():
            return str(error)
        case OSError():
            return f"{error.filename or path}: {os.strerror(error.errno or 0).lower()}"
        case sqlite3.Error() if getattr(error, "sqlite_errorcode", 0) & 0xFF in {
            sqlite3.SQLITE_BUSY,
            sqlite3.SQLITE_LOCKED,
        }:
            return f"{path} is locked by another program"
        case _:
            return f"{path} can't be written: {error}"
