"""Changes to an index, one program at a time, each commit with the pack of entries that belongs to it.

```
resume ──► what was kept ──► writer: changes ──► commit ──► changes ──► commit ──► close
                                │
                                └── another program changed the index meanwhile: Overtaken, and resume again
```
"""

import threading
from collections.abc import Callable

from reader.library.cache import Cache, Saved
from reader.library.one_file import reason_of
from reader.library.pack import Contents
from reader.search.index import Index
from reader.search.index_writer import Writer
from reader.search.schema import IndexBusyError, IndexDamagedError

_BUSY_SECONDS = 0.2
"""Between attempts to write to an index that another program writes to: tantivy does not tell when it lets go."""


class Stopped(Exception):  # noqa: N818 - no error: somebody wants to leave
    """The build is to end here."""


class Overtaken(Exception):  # noqa: N818 - no error: somebody was faster
    """Another program has changed the index since this one looked at it."""


class Commits:
    """The changes that a build makes."""

    def __init__(self, index: Index, cache: Cache | None, stopped: threading.Event) -> None:
        """Nothing is changed, and nobody kept from changing, before `writer` is called.

        Args:
            index: what is changed.
            cache: where entries are kept beside the index.
            stopped: set when the build is to end.
        """
        self._index = index
        self._cache = cache
        self._stopped = stopped
        self._writer: Writer | None = None
        self._manifest: bytes | None = None
        self._is_blank = True
        self._is_changed = False

    def resume(self) -> Saved | None:
        """What the cache holds, from which changes go on; None for nothing, then the index is emptied first."""
        saved = None
        if self._cache:
            self._index.reload()
            self._manifest = self._index.manifest()
            saved = self._cache.saved(self._index)
            if saved and not saved.is_sound():
                saved = None
        self._is_blank = saved is None
        return saved

    def writer(self) -> Writer:
        """The writer, for something that searches are to find after the next commit; raises Overtaken or Stopped."""
        if self._writer is None:
            self._writer = self._acquired()
        self._is_changed = True
        return self._writer

    def commit(self, contents: Callable[[], Contents]) -> bool:
        """Let searches find what was changed, and keep the entries with it; false where nothing was changed."""
        if not self._is_changed or self._writer is None:
            return False
        manifest = b""
        try:
            if self._cache:
                manifest = self._cache.keep(contents())
            self._writer.commit(manifest)
            if self._cache:
                self._cache.tidy(manifest)
        except OSError as error:
            raise IndexDamagedError(f"the cache can't be written: {reason_of(error)}") from error
        self._manifest = manifest
        self._is_blank = self._is_changed = False
        return True

    def close(self) -> None:
        """Let others write to the index."""
        if self._writer:
            self._writer.close()
            self._writer = None

    def _acquired(self) -> Writer:
        """The writer, when no other program has it and none had it since this one began."""
        while True:
            try:
                writer = self._index.writer()
            except IndexBusyError:
                self._check_overtaken()
                if self._stopped.wait(_BUSY_SECONDS):
                    raise Stopped from None
                continue
            try:
                self._check_overtaken()
            except Overtaken:
                writer.close()
                raise
            if self._is_blank:
                writer.clear()
            return writer

    def _check_overtaken(self) -> None:
        if self._cache:
            self._index.reload()
            if self._index.manifest() != self._manifest:
                raise Overtaken
