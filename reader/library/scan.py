"""The files of an archive: which of them are articles, and why the others are not.

Nothing here trusts a name or a type: pipes, devices and loops of links cost a line, never a hang. Sizes are in bytes,
times in nanoseconds.

    roots ─► folders, each listed once ─► Found | Skipped, as they are come upon
               ▲                 │
               └── links to folders wait until all real folders have been read
"""

# Paths are strings here: a Path for each of 100,000 files costs more than finding them.
# ruff: noqa: PTH100, PTH116, PTH120

import os
import re
import stat
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.errors import UnreadableError
from reader.formats.decode import refusal
from reader.formats.suffixes import TEXT_SUFFIXES
from reader.library.one_file import read_found_head, reason_of, special
from reader.model.corpus import Skipped, natural_key
from reader.model.identity import ArticleId

_SUFFIX = re.compile(r"\.(?=[0-9]*[a-z])[a-z0-9]{1,10}~?")
"""What makes a type, in small letters: `.pdf`, `.7z`; not the tail of `Interview, 3.5.2021` or of `Dr. Strange`."""


class Found(NamedTuple):
    """A file to be read as an article."""

    id: ArticleId
    file: str
    """As the operating system takes it; bytes that are no text stand as surrogates."""
    size: int
    mtime_ns: int

    @property
    def path(self) -> Path:
        """The file; made when asked for, as it costs more than finding it."""
        return Path(self.file)

    @property
    def name(self) -> str:
        """The file's name in its folder."""
        return self.file.rpartition("/")[2]

    @property
    def suffix(self) -> str:
        """What its format is known by, in small letters; "" for none."""
        stem, dot, suffix = self.name.rpartition(".")
        return dot + suffix.lower() if stem and suffix else ""


def scan(paths: Sequence[Path]) -> Iterator[Found | Skipped]:
    """Every file under `paths`, as it is come upon: each folder in natural order, links to folders after it.

    Hidden entries are passed over. What is named in `paths` itself is read whatever its name or suffix.
    """
    seen: set[tuple[int, int]] = set()
    roots: dict[str, str] = {}
    for path in paths:
        roots.setdefault(os.path.abspath(path), os.fspath(path))
    for name, root in zip(unique_names(tuple(roots)), roots.values(), strict=True):
        try:
            status = os.stat(root)
        except OSError as error:
            yield Skipped(Path(root), reason_of(error), is_unreadable=True)
            continue
        if stat.S_ISDIR(status.st_mode):
            yield from _walk(root, f"{name}/" if len(roots) > 1 else "", seen)
        elif kind := special(status.st_mode):
            yield Skipped(Path(root), kind)
        else:
            yield Found(ArticleId(name), root, status.st_size, status.st_mtime_ns)


def has_articles(paths: Sequence[Path]) -> bool:
    """Whether `scan` would find anything: told at the first name that looks like a text, in whatever order."""
    folders = [os.fspath(path) for path in paths]
    while folders:
        try:
            with os.scandir(folders.pop()) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
                    elif _suffix(entry.name) in TEXT_SUFFIXES and entry.is_file():
                        return True
        except OSError:
            # A file, or a folder that can't be listed: for the thorough look below.
            continue
    return any(isinstance(one, Found) for one in scan(paths))


def unique_names(roots: Sequence[str]) -> tuple[str, ...]:
    """For each absolute path its last part, with as many before it as tell it from the others.

    No name is a folder of another, so that what is put behind them stays unique too.
    """
    parts = [[part for part in root.split("/") if part] or ["root"] for root in roots]
    taken = [1] * len(parts)
    while True:
        names = ["/".join(one[-count:]) for one, count in zip(parts, taken, strict=True)]
        times = Counter(names)
        above = {name: {head for head in _folders(name) if head in times} for name in names}
        clashing = {name for name in names if times[name] > 1 or above[name]}.union(*above.values())
        growing = [place for place, name in enumerate(names) if name in clashing and taken[place] < len(parts[place])]
        if not growing:
            return tuple(names)
        for place in growing:
            taken[place] += 1


def _folders(name: str) -> Iterator[str]:
    """`a/b` and `a` for `a/b/c`."""
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name


class _Pending(NamedTuple):
    """A folder to be listed, or an entry of one to be looked at."""

    id: str
    file: str
    entry: os.DirEntry[str] | None
    """None for a folder."""


def _walk(top: str, prefix: str, seen: set[tuple[int, int]]) -> Iterator[Found | Skipped]:
    """The files under one folder, whose ids begin with `prefix`; `seen` holds the folders listed so far."""
    linked = deque([_Pending(prefix, top, None)])
    while linked:
        pending = [linked.popleft()]
        while pending:
            identity, file, entry = pending.pop()
            if entry is None:
                match _listing(identity, file, seen):
                    case Skipped() as skipped:
                        yield skipped
                    case entries:
                        pending += entries
            elif entry.is_symlink() and _is_folder(file):
                if _leads_back(file):
                    yield Skipped(Path(file), "a loop of links")
                else:
                    linked.append(_Pending(f"{identity}/", file, None))
            else:
                yield _candidate(identity, file, entry)


def _listing(prefix: str, folder: str, seen: set[tuple[int, int]]) -> list[_Pending] | Skipped:
    """What lies in a folder, last first, or why it is not listed."""
    try:
        status = os.stat(folder)
        this = (status.st_dev, status.st_ino)
        if this in seen:
            return Skipped(Path(folder), "a folder that is read already")
        seen.add(this)
        with os.scandir(folder) as entries:
            listed = [_pending(prefix, entry) for entry in entries if not entry.name.startswith(".")]
    except OSError as error:
        return Skipped(Path(folder), reason_of(error), is_unreadable=True)
    # With its slash, so that folders stand where the ids behind them will stand.
    listed.sort(key=lambda one: natural_key(one.id[len(prefix) :]), reverse=True)
    return listed


def _pending(prefix: str, entry: os.DirEntry[str]) -> _Pending:
    if entry.is_dir(follow_symlinks=False):
        return _Pending(f"{prefix}{entry.name}/", entry.path, None)
    return _Pending(prefix + entry.name, entry.path, entry)


def _candidate(identity: str, file: str, entry: os.DirEntry[str]) -> Found | Skipped:
    """What a file that lies in a folder is for the archive."""
    suffix = _suffix(entry.name)
    try:
        status = entry.stat()
        if kind := special(status.st_mode):
            return Skipped(Path(file), kind)
        if suffix and suffix not in TEXT_SUFFIXES:
            return Skipped(Path(file), f"another type ({suffix})")
        if not suffix and (refused := refusal(read_found_head(file))):
            return Skipped(Path(file), f"not text: {refused}")
    except FileNotFoundError:
        return Skipped(Path(file), "a link to nothing" if entry.is_symlink() else "no longer there", is_unreadable=True)
    except OSError as error:
        return Skipped(Path(file), reason_of(error), is_unreadable=True)
    except UnreadableError as error:
        return Skipped(Path(file), str(error), is_unreadable=True)
    return Found(ArticleId(identity), file, status.st_size, status.st_mtime_ns)


def _suffix(name: str) -> str:
    """What tells a file's type, in small letters; "" where nothing does."""
    suffix = name[max(name.rfind("."), 0) :].lower()
    return suffix if suffix in TEXT_SUFFIXES or _SUFFIX.fullmatch(suffix) else ""


def _is_folder(link: str) -> bool:
    try:
        return stat.S_ISDIR(os.stat(link).st_mode)
    except OSError:
        return False


def _leads_back(link: str) -> bool:
    """Whether a link goes to a folder that holds it: `..`, the whole archive, or the root of the file system."""
    target = os.path.realpath(link).rstrip("/")
    return f"{os.path.realpath(os.path.dirname(link))}/".startswith(f"{target}/")
