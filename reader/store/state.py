"""What the user made and where they were: marks, notes, places, what was read, settings that follow them.

`State` owns the state file and knows what holds for all archives; `State.archive` gives what is remembered of one.
Every change is on the disk when its method returns, or in memory for this session while `State.trouble` says why;
nothing raises. Changes wait for the disk, and for another program up to a second and a half: they belong in one thread
of their own, where they keep their order. Questions are quick.

    state = State.open(state_file(), tell=notify)
    archive = state.archive({"": folder})
    scribe = ThreadPoolExecutor(max_workers=1)
    scribe.submit(archive.toggle_mark, article, exchange.answer.span, exchange.number)
"""

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Self, TypeAlias

from reader.errors import StateError
from reader.store.addresses import Addresses
from reader.store.archive_state import ArchiveState
from reader.store.columns import microseconds, moment, restored, stored
from reader.store.database import Database, Statement
from reader.store.opening import WAIT_SECONDS
from reader.store.remembered import OpenedArchive

Setting: TypeAlias = str | int

MOST_ARCHIVES = 50
"""Archives opened longest ago are forgotten beyond that; what is remembered of their articles is not."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


def _tell_nobody(_: StateError) -> None:
    """For those who look at `State.trouble` instead."""


class State:
    """Everything that is remembered, across archives."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        now: Callable[[], datetime] = _utc_now,
        tell: Callable[[StateError], None] = _tell_nobody,
        wait_seconds: float = WAIT_SECONDS,
    ) -> Self:
        """The state in a file, begun where there is none.

        `tell` is given what goes wrong with the file, each thing once, in whichever thread it happens: it must not
        wait. `wait_seconds` is how long a change waits for another program. A file that is damaged or not ours is moved
        aside; one of a later version is left as it is.
        """
        return cls(Database(path, now, tell, wait_seconds), now)

    @classmethod
    def for_session(cls, *, now: Callable[[], datetime] = _utc_now) -> Self:
        """State that is forgotten at the end: for what has no file, such as standard input."""
        return cls(Database(None, now, _tell_nobody), now)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Try once more to save what could not be saved, and let go of the file."""
        self._database.close()

    @property
    def trouble(self) -> StateError | None:
        """Why what is changed now is kept for this session only; None where it is on the disk."""
        return self._database.trouble

    def archive(self, roots: Mapping[str, Path]) -> ArchiveState:
        """What is remembered of an archive.

        `roots` says what stands behind the beginnings of its ArticleIds: `{"": folder}` for a single folder,
        `{"name/": folder, …}` for several, `{"article.txt": file}` for a file.
        """
        return ArchiveState(self._database, Addresses.of(roots), self._now)

    def opened(self, paths: Sequence[Path]) -> None:
        """Keep that these paths were opened together."""
        named = b"\0".join(os.fsencode(path.absolute()) for path in paths)
        self._database.change(
            Statement(
                "INSERT INTO archive (paths, opened_at) VALUES (:paths, :opened_at)"
                " ON CONFLICT (paths) DO UPDATE SET opened_at = excluded.opened_at",
                {"paths": named, "opened_at": microseconds(self._now())},
            ),
            Statement(
                "DELETE FROM archive WHERE paths NOT IN"
                " (SELECT paths FROM archive ORDER BY opened_at DESC, rowid DESC LIMIT :most)",
                {"most": MOST_ARCHIVES},
            ),
        )

    def recent(self) -> tuple[OpenedArchive, ...]:
        """The archives that were opened, the last one first."""
        recent = []
        for paths, opened_at in self._database.rows(
            "SELECT paths, opened_at FROM archive ORDER BY opened_at DESC, rowid DESC"
        ):
            with suppress(ValueError, OverflowError):
                if isinstance(paths, bytes) and paths:
                    named = tuple(Path(os.fsdecode(path)) for path in paths.split(b"\0"))
                    recent.append(OpenedArchive(named, moment(opened_at)))
        return tuple(recent)

    def setting(self, name: str) -> Setting | None:
        """What was chosen last for something: the column's width, the order of the list, the theme."""
        for (value,) in self._database.rows("SELECT value FROM setting WHERE name = :name", {"name": name}):
            with suppress(ValueError):
                return value if isinstance(value, int) else restored(value)
        return None

    def set_setting(self, name: str, value: Setting | None) -> None:
        """Keep what was chosen; None forgets it."""
        if value is None:
            self._database.change(Statement("DELETE FROM setting WHERE name = :name", {"name": name}))
            return
        self._database.change(
            Statement(
                "INSERT INTO setting (name, value) VALUES (:name, :value)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                {"name": name, "value": value if isinstance(value, int) else stored(value)},
            )
        )
