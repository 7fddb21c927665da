"""The timeline of what is in the list, counted in a thread: it is drawn once nobody types, for the list comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on

from reader.ui.later import later
from reader.ui.widgets.latest import Latest
from reader.ui.widgets.sparkline import Shown, Sparkline

if TYPE_CHECKING:
    from asyncio import TimerHandle

    from reader.library.archive import Archive
    from reader.search.query import Query

QUIET_SECONDS = 0.15
"""So long after the last key it is drawn anew."""


class Times(Sparkline):
    """When the articles are from that a query finds, beside all of them."""

    def __init__(self, archive: Archive, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._archive = archive
        self._query: Query | None = None
        self._counts = Latest(self, self._show)
        self._until_quiet: TimerHandle | None = None

    def look(self, query: Query | None) -> None:
        """Count anew what a query finds, None finding all."""
        self._query = query
        if self._until_quiet is not None:
            self._until_quiet.cancel()
        self._until_quiet = later(QUIET_SECONDS, self, self._ask)

    @on(events.Resize)
    def _look_again(self) -> None:
        self.look(self._query)

    def _ask(self) -> None:
        query, room = self._query, self.room
        self._counts.ask(lambda _: self._count_in_thread(query, room))

    def _count_in_thread(self, query: Query | None, room: int) -> tuple[Shown | None]:
        from reader.search.query import Query  # noqa: PLC0415 - not before the first paint
        from reader.search.timeline import Timeline  # noqa: PLC0415 - as above

        days = self._archive.engine.days
        timeline = Timeline.of(days(Query()), room)
        return (Shown(timeline, timeline.counts(days(query or Query()))) if timeline is not None else None,)

    def _show(self, counted: tuple[Shown | None]) -> None:
        (self.shown,) = counted
