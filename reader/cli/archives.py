"""An archive for a command: opened, loaded, and closed again."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from reader.cli.loading import LoadingBar
from reader.cli.places import nothing_in, present
from reader.cli.streams import tell
from reader.errors import ReaderError, UsageError
from reader.library.archive import Archive
from reader.store.paths import cache_folder, config_file, sample_archive, state_file


def roots(paths: Sequence[Path]) -> tuple[Path, ...]:
    """What was named, each part of it there; where nothing was, the archive that `reader` alone opens."""
    if paths:
        return tuple(present(path) for path in paths)
    if libraries := _libraries():
        return libraries
    if last := _opened_last():
        return last
    sample = sample_archive()
    if sample is None:
        raise ReaderError("the articles that come with the program are missing; name a folder or a file")
    return (sample,)


def _libraries() -> tuple[Path, ...]:
    """The archive that the config names, if any."""
    file = config_file()
    if not file.exists():
        return ()
    # Most people never write a config; the others wait for this.
    from reader.store.config import read_config  # noqa: PLC0415
    from reader.store.settings import LIBRARIES  # noqa: PLC0415

    config = read_config(file, os.environ)
    for problem in config.problems:
        tell(str(problem))
    for folder in config[LIBRARIES]:
        if not folder.exists():
            raise UsageError(f"{config.origin(LIBRARIES.id)}: no such folder: {folder}")
    return config[LIBRARIES]


def _opened_last() -> tuple[Path, ...]:
    """The archive opened last, if it is still there."""
    file = state_file()
    if not file.exists():
        return ()
    # A new user has no state; the others wait for SQLite.
    from reader.store.state import State  # noqa: PLC0415

    with State.open(file) as state:
        recent = state.recent()
    return recent[0].paths if recent and all(path.exists() for path in recent[0].paths) else ()


@contextmanager
def loaded(paths: Sequence[Path]) -> Iterator[Archive]:
    """The archive of some paths, read and searchable; raises NothingFoundError where no file is an article."""
    named = roots(paths)
    archive = Archive.open(named, cache=cache_folder())
    try:
        with LoadingBar(lambda: archive.progress) as bar:
            archive.load(bar)
        for warning in archive.warnings:
            tell(warning)
        yield archive
        if not archive.corpus.entries:
            raise nothing_in(named, archive.corpus.skipped)
    finally:
        archive.close()
