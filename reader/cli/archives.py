"""An archive for a command: opened, loaded, and closed again."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from reader.cli.places import nothing_in, present
from reader.errors import ReaderError
from reader.library.archive import Archive
from reader.store.paths import cache_folder, sample_archive


def roots(paths: Sequence[Path]) -> tuple[Path, ...]:
    """What was named, each part of it there; where nothing was, the archive that `reader` alone opens."""
    if paths:
        return tuple(present(path) for path in paths)
    sample = sample_archive()
    if sample is None:
        raise ReaderError("the articles that come with the program are missing; name a folder or a file")
    return (sample,)


@contextmanager
def loaded(paths: Sequence[Path]) -> Iterator[Archive]:
    """The archive of some paths, read and searchable; raises NothingFoundError where no file is an article."""
    named = roots(paths)
    archive = Archive.open(named, cache=cache_folder())
    try:
        archive.load()
        yield archive
        if not archive.corpus.entries:
            raise nothing_in(named, archive.corpus.skipped)
    finally:
        archive.close()
