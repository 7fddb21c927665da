"""Where the articles of an archive come from: files, or one text that is none."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from reader.errors import NotTextError, UnreadableError
from reader.formats.decode import HEAD_SIZE, refusal
from reader.formats.suffixes import TEXT_SUFFIXES
from reader.library.one_file import read_file, read_found_head
from reader.library.scan import Found, scan, unique_names
from reader.model.corpus import Skipped
from reader.model.identity import ArticleId


class Source(Protocol):
    """Where articles come from."""

    def scan(self) -> Iterator[Found | Skipped]:
        """What there is, as it is come upon."""

    def read(self, found: Found) -> bytes:
        """All bytes of a file; raises UnreadableError."""

    def head(self, found: Found) -> bytes:
        """Its first few thousand bytes; none where they can't be read."""

    def look(self, files: Sequence[Path]) -> Iterator[tuple[Path, ArticleId, Found | Skipped]]:
        """Some files under the ids they have or would have, as they are now."""

    def folders(self) -> dict[str, int]:
        """Every folder that is looked into, and when it was changed (ns)."""


class Files:
    """What lies under some paths, all of them absolute."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = tuple(dict.fromkeys(paths))
        names = unique_names(tuple(map(str, self._paths)))
        self._names = dict(zip(self._paths, names, strict=True))

    def scan(self) -> Iterator[Found | Skipped]:
        """What there is, as it is come upon."""
        return scan(self._paths)

    def read(self, found: Found) -> bytes:
        """All bytes of a file; raises UnreadableError."""
        return text_of(found.path)

    def head(self, found: Found) -> bytes:
        """Its first few thousand bytes; none where they can't be read."""
        try:
            return read_found_head(found.file)
        except UnreadableError:
            return b""

    def look(self, files: Sequence[Path]) -> Iterator[tuple[Path, ArticleId, Found | Skipped]]:
        """Some files under the ids they have or would have, as they are now."""
        for path in files:
            article = self.id(path)
            if article is not None:
                for one in scan([path]):
                    yield path, article, one._replace(id=article) if isinstance(one, Found) else one

    def id(self, path: Path) -> ArticleId | None:
        """The id of a file that is an article by its name; None where only a scan can tell."""
        for root, name in self._names.items():
            if path == root:
                return ArticleId(name)
            if path.is_relative_to(root):
                parts = path.relative_to(root).parts
                if path.suffix.lower() not in TEXT_SUFFIXES or any(part.startswith(".") for part in parts):
                    return None
                return ArticleId("/".join((name, *parts) if len(self._names) > 1 else parts))
        return None

    def folders(self) -> dict[str, int]:
        """Every folder that is looked into, and when it was changed (ns)."""
        found = {}
        for root in self._paths:
            for folder, inner, _ in os.walk(root):
                inner[:] = [name for name in inner if not name.startswith(".")]
                try:
                    found[folder] = Path(folder).stat().st_mtime_ns
                except OSError:
                    continue  # gone meanwhile: the scan will tell
        return found


class Given:
    """One text that is no file, as the source of an archive."""

    def __init__(self, raw: bytes, name: str) -> None:
        self.raw = raw
        self.name = name

    def scan(self) -> Iterator[Found | Skipped]:
        """The text, under its name."""
        yield Found(ArticleId(self.name), self.name, len(self.raw), 0)

    def read(self, found: Found) -> bytes:
        """Its bytes."""
        del found
        return self.raw

    def head(self, found: Found) -> bytes:
        """Its bytes."""
        return self.read(found)

    def look(self, files: Sequence[Path]) -> Iterator[tuple[Path, ArticleId, Found | Skipped]]:
        """Nothing: it does not change."""
        del files
        return iter(())

    def folders(self) -> dict[str, int]:
        """None."""
        return {}


def text_of(path: Path) -> bytes:
    """All bytes of a file that is text; raises UnreadableError with the reason, NotTextError where it is none."""
    raw = read_file(path)
    refused = refusal(raw[:HEAD_SIZE])
    if refused:
        raise NotTextError(f"not text: {refused}")
    return raw
