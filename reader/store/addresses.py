"""Which file an ArticleId stands for, and back, for an archive of some roots.

What is remembered of an article is filed under the absolute path of its file, so that it is there in whatever archive
the file is opened: a folder, a folder above, alone.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reader.model.article import ArticleId


@dataclass(frozen=True)
class Root:
    """A folder or file that was opened."""

    prefix: str
    """What the ids of its articles begin with: "" or `name/` for a folder; the whole id for a file."""
    path: str
    """Absolute; a folder's links resolved, so that the way by which it was reached doesn't matter."""

    @property
    def is_folder(self) -> bool:
        """Whether it holds articles; else it is one."""
        return not self.prefix or self.prefix.endswith("/")

    @cached_property
    def range(self) -> tuple[bytes, bytes]:
        """All filed under it lie from the first up to, not including, the second."""
        own = os.fsencode(self.path)
        if not self.is_folder:
            return own, own + b"\0"
        # A slash is followed by a zero in the table of characters.
        own = own.rstrip(b"/")
        return own + b"/", own + b"0"

    def article(self, file: bytes) -> ArticleId:
        """The id of a file that lies in its range."""
        if not self.is_folder:
            return ArticleId(self.prefix)
        return ArticleId(self.prefix + os.fsdecode(file[len(self.range[0]) :]))


@dataclass(frozen=True, slots=True)
class Addresses:
    """The roots of an archive, in order."""

    roots: tuple[Root, ...]

    @classmethod
    def of(cls, roots: Mapping[str, Path]) -> "Addresses":
        """From what ids begin with, to where that is."""
        return cls(tuple(Root(prefix, _resolved(path, prefix)) for prefix, path in roots.items()))

    def file(self, article: ArticleId) -> bytes:
        """The path of an article's file; the id itself where no root has it."""
        for root in sorted(self.roots, key=lambda root: -len(root.prefix)):
            if not root.is_folder:
                if article == root.prefix:
                    return os.fsencode(root.path)
            elif article.startswith(root.prefix):
                return root.range[0] + os.fsencode(article[len(root.prefix) :])
        return os.fsencode(article)

    def article(self, file: bytes) -> ArticleId | None:
        """The id of a file; None where it lies under no root."""
        for root in self.roots:
            first, end = root.range
            if first <= file < end:
                return root.article(file)
        return None


def _resolved(path: Path, prefix: str) -> str:
    if not prefix or prefix.endswith("/"):
        return os.path.realpath(path)
    # A file keeps its own name, even where it is a link: so it is called in its folder, too.
    return str(Path(os.path.realpath(path.parent)) / path.name)
