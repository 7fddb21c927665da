"""The articles that were opened of late: read and parsed when they are asked for, and kept for as long as their files
stay as they were.
"""

# Articles are opened long after an archive is: what reads them is imported then.
# ruff: noqa: PLC0415

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING

from reader.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.model.article import Article
    from reader.model.identity import ArticleId

_MOST = 64


class OpenedArticles:
    """Articles made of files. Any thread may ask."""

    def __init__(self, path_of: Callable[[ArticleId], Path]) -> None:
        """Nothing is looked at before it is asked for.

        Args:
            path_of: the file of an article; KeyError where there is none.
        """
        self._path_of = path_of
        self._lock = threading.Lock()
        self._kept: OrderedDict[ArticleId, tuple[tuple[int, int], Article]] = OrderedDict()

    def article(self, article: ArticleId) -> Article:
        """The article, read and parsed; raises UnreadableError with the reason."""
        from reader.formats import registry
        from reader.library.files import text_of

        try:
            path = self._path_of(article)
        except KeyError:
            raise UnreadableError("no longer in the archive") from None
        stamp = _stamp(path)
        if (kept := self._as_read(article, stamp)) is not None:
            return kept
        made = registry.read(text_of(path), article, path.suffix.lower())
        with self._lock:
            self._kept[article] = (stamp, made)
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return made

    def glance(self, article: ArticleId) -> Article | None:
        """A big article as plain lines, at once; None where it isn't big, or is read already, or can't be."""
        from reader.formats import registry
        from reader.library.files import text_of

        try:
            path = self._path_of(article)
            stamp = _stamp(path)
            if stamp[0] < registry.BIG or self._as_read(article, stamp) is not None:
                return None
            return registry.plain_lines(text_of(path), article)
        except (KeyError, UnreadableError):
            return None

    def _as_read(self, article: ArticleId, stamp: tuple[int, int]) -> Article | None:
        """The article as it was read last, if its file is as it was then."""
        with self._lock:
            kept = self._kept.get(article)
            if kept is None or kept[0] != stamp:
                return None
            self._kept.move_to_end(article)
            return kept[1]


def _stamp(path: Path) -> tuple[int, int]:
    """Size and time of a file, by which it is known to be as it was."""
    try:
        status = path.stat()
    except OSError:
        return -1, -1
    return status.st_size, status.st_mtime_ns
