"""The tables of the state file, and how older files become newer ones. Times are in microseconds since 1970, UTC.

An article is known by the path of its file, as bytes, because names need not be text. Text is TEXT where it is valid
Unicode and a BLOB where it isn't; anchors are JSON in ASCII.
"""

import sqlite3
from enum import Enum

APPLICATION_ID = 0x52445231
"""`RDR1` in the file's header: tells our files from other people's."""

_MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE article (
            number INTEGER PRIMARY KEY,
            path BLOB NOT NULL UNIQUE,
            hash TEXT NOT NULL,
            title NOT NULL,
            read_at INTEGER
        )""",
        "CREATE INDEX article_by_hash ON article (hash)",
        """CREATE TABLE mark (
            key TEXT PRIMARY KEY,
            article INTEGER NOT NULL REFERENCES article (number),
            anchor TEXT NOT NULL,
            exchange INTEGER,
            quote NOT NULL,
            note NOT NULL,
            is_marked INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            changed_at INTEGER NOT NULL
        )""",
        "CREATE INDEX mark_by_article ON mark (article)",
        """CREATE TABLE place (
            article INTEGER PRIMARY KEY REFERENCES article (number),
            hash TEXT NOT NULL,
            anchor TEXT NOT NULL,
            is_folded INTEGER NOT NULL,
            unfolded TEXT NOT NULL,
            width INTEGER,
            left_at INTEGER NOT NULL
        )""",
        "CREATE INDEX place_by_time ON place (left_at)",
        """CREATE TABLE seen (
            article INTEGER NOT NULL REFERENCES article (number),
            exchange INTEGER NOT NULL,
            PRIMARY KEY (article, exchange)
        ) WITHOUT ROWID""",
        "CREATE TABLE archive (paths BLOB PRIMARY KEY, opened_at INTEGER NOT NULL)",
        "CREATE TABLE setting (name TEXT PRIMARY KEY, value NOT NULL)",
    ),
)
"""What leads from each version to the next: only ever added to."""

VERSION = len(_MIGRATIONS)

TABLES = ("article", "mark", "place", "seen", "archive", "setting")
"""In an order in which they can be filled."""


class Verdict(Enum):
    """What a database file is to us."""

    CURRENT = "current"
    OLDER = "older"
    """Or empty: to be migrated."""
    NEWER = "newer"
    FOREIGN = "foreign"


def verdict(connection: sqlite3.Connection) -> Verdict:
    """What the file behind a connection is; raises sqlite3.DatabaseError where it is no database or damaged."""
    ((identity,),) = connection.execute("PRAGMA application_id")
    ((version,),) = connection.execute("PRAGMA user_version")
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not names and not identity and not version:
        return Verdict.OLDER
    if identity != APPLICATION_ID:
        return Verdict.FOREIGN
    if version > VERSION:
        return Verdict.NEWER
    if version == VERSION:
        return Verdict.CURRENT if names.issuperset(TABLES) else Verdict.FOREIGN
    return Verdict.OLDER


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a file to the current version, all at once or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Looked at again: another instance may have done it while this one waited.
        ((version,),) = connection.execute("PRAGMA user_version")
        for step in _MIGRATIONS[version:]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
