"""An archive for a command: opened, loaded, and closed again."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from reader.cli.loading import LoadingBar
from reader.cli.places import nothing_in
from reader.cli.roots import roots
from reader.cli.streams import tell
from reader.library.archive import Archive
from reader.store.paths import cache_folder


@contextmanager
def loaded(paths: Sequence[Path]) -> Iterator[Archive]:
    """The archive of some paths, read and searchable; raises NothingFoundError where no file is an article."""
    named = roots(paths)
    archive = Archive.open(named, cache=cache_folder())
    try:
        with LoadingBar(lambda: archive.progress) as bar:
            archive.load(bar, is_awaited=True)
        for warning in archive.warnings:
            tell(warning)
        yield archive
        if not archive.corpus.entries:
            raise nothing_in(named, archive.corpus.skipped)
    finally:
        archive.close()
