"""From the paths that were typed to those that are there."""

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

from reader.errors import NothingFoundError, UsageError, system_reason
from reader.model.corpus import Skipped

_MOST_NAMES = 20_000
"""Entries of a folder among which the nearest name is looked for: a second's work at most."""

_NEAR = 60
"""Least likeness of a name worth offering, of 100 (rapidfuzz's ratio)."""


def present(path: Path) -> Path:
    """`path` from the root, where something is; raises UsageError with the nearest name where nothing is."""
    try:
        path.lstat()
    except FileNotFoundError:
        near = nearest(path)
        raise UsageError(f"no such file or folder: {path}" + (f" (is it {near}?)" if near else "")) from None
    except NotADirectoryError:
        raise UsageError(f"no such file: {path}, as a part of it is no folder") from None
    except OSError as error:
        raise UsageError(f"{path}: {system_reason(error)}") from error
    return absolute(path)


def absolute(path: Path) -> Path:
    """`path` from the root; links keep the names that were given, unless `..` leads out of one."""
    return path.resolve() if ".." in path.parts else path.absolute()


def shown(path: Path) -> str:
    """`path` as a person here would name it: from the working folder where it lies in it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) and here.name else path)


def nearest(path: Path) -> Path | None:
    """The path most like `path` that is there: its first missing part replaced, and what follows where it fits.

    A hidden name is meant by nobody who types one that isn't.
    """
    # Slow to import, and only wanted when something is wrong.
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415

    missing = path
    following: list[str] = []
    while not os.path.lexists(missing.parent):
        following.insert(0, missing.name)
        missing = missing.parent
    try:
        with os.scandir(missing.parent) as entries:
            is_hidden = missing.name.startswith(".")
            some = islice(entries, _MOST_NAMES)
            names = [entry.name for entry in some if entry.name.startswith(".") == is_hidden]
    except OSError:
        return None
    alike = process.extractOne(
        missing.name, names, scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=_NEAR
    )
    if alike is None:
        return None
    near = missing.with_name(alike[0])
    whole = near.joinpath(*following)
    return whole if os.path.lexists(whole) else near


def nothing_in(paths: Sequence[Path], skipped: Iterable[Skipped]) -> NothingFoundError:
    """That there is no article, where it was looked, for what, and what was there instead."""
    gone = [path for path in paths if not path.exists()]
    if gone:
        return NothingFoundError(f"gone while it was read: {', '.join(map(shown, gone))}")
    places = ", ".join(map(shown, paths))
    return NothingFoundError(
        f"no articles in {places}: looked for .txt .text .md .markdown and text files without a suffix, "
        f"found {_summary(skipped) or 'nothing'}"
    )


def _summary(skipped: Iterable[Skipped]) -> str:
    """`12 .pdf, 3 .jpg and 2 others`: what is there most, first."""
    types = Counter(one.path.suffix.lower() or one.reason for one in skipped)
    named = [f"{count:,} {kind}" for kind, count in types.most_common(4)]
    others = types.total() - sum(count for _, count in types.most_common(4))
    return ", ".join(named) + (f" and {others:,} others" if others else "")
