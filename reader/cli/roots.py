"""Which folders and files a command is about: those that were named, else those that `reader` alone opens."""

import os
from collections.abc import Sequence
from pathlib import Path

from reader.cli.places import present
from reader.cli.streams import tell
from reader.errors import ReaderError, UsageError
from reader.store.paths import config_file, sample_archive, state_file


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
