"""What stands behind the ids of an archive's articles, when the archive is some paths."""

from collections.abc import Sequence
from pathlib import Path

from reader.library.scan import unique_names


def id_roots(paths: Sequence[Path]) -> dict[str, Path]:
    """What ids begin with, and where that is: nothing before those of one folder, else each path by its name."""
    if len(paths) == 1 and paths[0].is_dir():
        return {"": paths[0]}
    names = unique_names(tuple(map(str, paths)))
    return {f"{name}/" if path.is_dir() else name: path for name, path in zip(names, paths, strict=True)}
