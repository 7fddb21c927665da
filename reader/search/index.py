"""The index on disk or in memory; `schema` tells what it holds."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import tantivy

from reader.errors import system_reason
from reader.search.index_files import is_sound
from reader.search.schema import LONGEST_WORD, MANIFEST, SCHEMA, TOKENIZER, IndexBusyError, IndexDamagedError, reason_of

if TYPE_CHECKING:
    from pathlib import Path

    from reader.search.index_writer import Writer

_HEAP = 300_000_000
"""Bytes."""
_THREADS = 2 if (os.cpu_count() or 1) > 2 else 1
"""Each leaves a piece of the index with each commit: fewer are searched faster, and parsing takes two cores anyway."""


class Index:
    """Articles that can be searched, as of the last `reload`."""

    def __init__(self, index: tantivy.Index, folder: Path | None = None) -> None:
        # Whoever fills the index says when to look again; a thread that watches for it would wake twice a second.
        index.config_reader("manual")
        words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
        index.register_tokenizer(TOKENIZER, words.filter(tantivy.Filter.remove_long(LONGEST_WORD + 1)).build())
        self._index = index
        self._folder = folder
        self.generation = 0
        """Another number after each `reload`."""

    @classmethod
    def in_memory(cls) -> Index:
        """An empty index that lasts as long as it is used."""
        return cls(tantivy.Index(SCHEMA))

    @classmethod
    def at(cls, folder: Path) -> Index:
        """The index in a folder, made empty where there is none; IndexDamagedError where it can't be opened."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not is_sound(folder):
                raise IndexDamagedError(f"the search index in {folder} is damaged")
            return cls(tantivy.Index(SCHEMA, path=str(folder)), folder)
        except OSError as error:
            raise IndexDamagedError(f"the search index can't be opened: {system_reason(error)} ({folder})") from error
        except ValueError as error:
            raise IndexDamagedError(f"the search index in {folder} can't be opened: {reason_of(error)}") from error

    def writer(self) -> Writer:
        """What changes the index; IndexBusyError while another has it, IndexDamagedError where it can't be written."""
        # Searching what is there needs neither what articles are made of nor threads.
        from reader.search.heaps import share_heaps  # noqa: PLC0415
        from reader.search.index_writer import Writer  # noqa: PLC0415

        share_heaps()
        try:
            return Writer(self._index.writer(heap_size=_HEAP, num_threads=_THREADS), self.searcher(), self._folder)
        except ValueError as error:
            if "LockBusy" in str(error):
                raise IndexBusyError("another program is changing the search index") from error
            raise IndexDamagedError(f"the search index can't be changed: {reason_of(error)}") from error

    def reload(self) -> None:
        """Let searches see what was committed last, whoever did."""
        try:
            self._index.reload()
            self.generation += 1
        except ValueError as error:
            raise IndexDamagedError(f"the search index can't be read: {reason_of(error)}") from error

    def searcher(self) -> tantivy.Searcher:
        """The index as it is now; it stays so while it is held."""
        return self._index.searcher()

    def manifest(self) -> bytes | None:
        """What the last commit said of itself; None where there was none. Raises IndexDamagedError."""
        searcher = self.searcher()
        try:
            found = searcher.search(tantivy.Query.term_query(SCHEMA, "mark", MANIFEST), 1).hits
            stored = searcher.doc(found[0][1]).get_first("manifest") if found else None
        except ValueError as error:
            raise IndexDamagedError(f"the search index can't be read: {reason_of(error)}") from error
        return bytes(stored) if isinstance(stored, bytes | list) else None
