"""What is held of an archive while it is open: its corpus and its search, as they were kept, then as a build tells.

```
cache ──► Saved ──► Intake ──► corpus, progress: swapped whole, for any thread to look at
build ──messages──►    │
      ──commits──► Index ──► engine                    reloaded when the build says so
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.build_messages import Began, Committed, Message, Warned
from reader.library.load import Intake
from reader.search.engine import TantivyEngine
from reader.search.index import Index
from reader.search.schema import IndexDamagedError

if TYPE_CHECKING:
    from reader.library.cache import Cache, Saved


class OutpacedError(Exception):
    """What a build began with has been replaced before it could be looked at: it is to be begun again."""


class Holdings:
    """A corpus, and the index in which its articles are found. One thread changes them; any thread may look."""

    def __init__(self, cache: Cache | None) -> None:
        self.cache = cache
        """What is kept for the next time; None where nothing is."""
        self.intake = Intake()
        self._saved: Saved | None = None
        self._is_as_kept = False
        """Whether nothing was taken since."""
        self._index = Index.in_memory()
        self.engine = TantivyEngine(self._index, self.intake)
        """The search over what has been taken so far."""

    def begin(self, index: Index) -> None:
        """Begin anew with an index."""
        self._index = index
        self._index.reload()
        self.intake.begin()
        self.engine = TantivyEngine(index, self.intake)

    def begin_with_kept(self) -> bool:
        """Begin with what the cache holds, whether or not the files are still so; false where it holds nothing."""
        if not self.cache:
            return False
        try:
            self.begin(self.cache.opened())
        except IndexDamagedError as error:
            self.keep_nothing(str(error))
            return False
        return self._go_on_from(self.cache.saved(self._index))

    def is_current(self, most: int) -> bool:
        """Whether all files are as they were when they were kept; false as well where they are more than so many."""
        saved = self._saved
        return bool(saved and saved.is_complete and len(saved.stock) <= most and saved.is_current())

    def keep_nothing(self, reason: str = "") -> None:
        """Do without the cache from now on, for a reason that is told, if it was not told before."""
        if reason:
            self.warn(f"nothing is kept for the next start: {reason}")
        self.close()
        self.cache = None

    def warn(self, text: str) -> None:
        """Tell what went wrong without harm."""
        self.intake.take(Warned(text))

    def close(self) -> None:
        """Let go of what is kept."""
        if self.cache:
            self.cache.close()

    def take(self, message: Message) -> None:
        """Take in what a build tells; raises OutpacedError where it can't be followed."""
        match message:
            case Began(pack):
                self._begin_as(pack)
            case Committed():
                self._index.reload()
            case _:
                self._is_as_kept = False
                self.intake.take(message)

    def _begin_as(self, pack: str) -> None:
        """Begin with what a build begins with: what is held already, as a rule."""
        saved = self._saved
        if saved and saved.name == pack:
            # A build that ended early may have told more than it kept.
            if not self._is_as_kept:
                self._index.reload()
                self._go_on_from(saved.again())
            return
        self._index.reload()
        saved = self.cache.saved(self._index) if self.cache and pack else None
        if pack and (saved is None or saved.name != pack):
            raise OutpacedError
        self._go_on_from(saved)

    def _go_on_from(self, saved: Saved | None) -> bool:
        self._saved = saved
        self._is_as_kept = True
        if saved:
            self.intake.begin(saved.stock, saved.skipped)
        else:
            self.intake.begin()
        return saved is not None
