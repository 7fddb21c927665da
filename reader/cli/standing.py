"""What a query asks of the user's own doing: which articles were read, marked, noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.streams import tell
from reader.store.paths import state_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.library.archive import Archive
    from reader.search.query import Query
    from reader.store.standing import Standing


def informed(query: Query, archive: Archive) -> Query:
    """The query with the articles that are in each state it asks for; one that asks for none is given none."""
    return query.given(_standing(archive.paths).states(archive.corpus)) if query.needs else query


def _standing(paths: Sequence[Path]) -> Standing:
    """What is remembered of an archive; where nothing ever was, everything is unread."""
    # Few queries ask for it, and SQLite isn't needed where nothing ever was.
    from reader.store.standing import Standing  # noqa: PLC0415

    file = state_file()
    if not file.exists():
        return Standing()
    from reader.library.roots import id_roots  # noqa: PLC0415
    from reader.store.state import State  # noqa: PLC0415

    with State.open(file, tell=lambda error: tell(str(error))) as state:
        return Standing.of(state.archive(id_roots(paths)))
