"""A list in which each row shows what matched in a text: the text is looked at when the row comes on the screen."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from textual.worker import get_current_worker

from reader.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from reader.search.query import Query
    from reader.ui.finding import RowSnippet

Key = TypeVar("Key", bound=Hashable)

Snippets: TypeAlias = Callable[["Query", Sequence[Key], int, Callable[[], bool]], Mapping[Key, "RowSnippet"]]
"""What matched in some rows, on so many cells each, until it is too late. Asked in a thread."""


class SnippetList(RowList, Generic[Key]):
    """Rows found by a query, each known by a key."""

    BESIDE_TEXT = 2
    """Cells of a row that are not its text's."""

    def __init__(self, snippets: Snippets[Key], *, id: str | None = None, row_height: int = 1) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id, row_height=row_height)
        self._find_snippets = snippets
        self._query: Query | None = None
        self._snippets: dict[Key, RowSnippet] = {}

    @property
    def query_shown(self) -> Query | None:
        """What the rows were found by; None where they were not searched for."""
        return self._query

    @property
    def text_width(self) -> int:
        """Cells of a row for its text."""
        return max(1, self.scrollable_content_region.width - self.BESIDE_TEXT)

    def row_key(self, row: int) -> Key | None:
        """What a row is known by; None where it has no snippet."""
        raise NotImplementedError

    def snippet_of(self, key: Key) -> RowSnippet | None:
        """What matched; None while it is not known yet."""
        return self._snippets.get(key)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Look at the rows that came on the screen."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.rows_shown()

    def rows_shown(self) -> None:
        """Look at the rows on the screen that have not been looked at yet."""
        if self._query is None:
            return
        keys = map(self.row_key, self.rows_on_screen())
        missing = [key for key in keys if key is not None and key not in self._snippets]
        if missing:
            work = partial(self._look_in_thread, self._query, missing, self.text_width)
            self.run_worker(work, thread=True, exclusive=True, group="rows")

    def _look_in_thread(self, query: Query, missing: Sequence[Key], width: int) -> None:
        worker = get_current_worker()
        snippets = self._find_snippets(query, missing, width, lambda: worker.is_cancelled)
        if snippets:
            self.call_later(self._add, query, snippets)

    def _add(self, query: Query, snippets: Mapping[Key, RowSnippet]) -> None:
        if query == self._query:
            self._snippets |= snippets
            self.refresh()
