"""What changes among the files of an archive, in bursts.

The system tells where it can (watchfiles: inotify, FSEvents); where it can't, as on most network folders, the files are
looked at every few seconds. Changes that follow one another closely are one.
"""

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from reader.formats.suffixes import TEXT_SUFFIXES

_LONGEST_MS = 600
"""That a burst may last; then what there is of it is told."""
_BEGUN_MS = 500
"""Without any change, after which it is certain that watching has begun."""
_STEP_MS = 50
"""Without a further change, before a burst is told."""
LOOK_SECONDS = 3.0
"""Between looks at files of which the system tells nothing."""
_NETWORKS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "vboxsf"})
_MOUNTS = Path("/proc/self/mounts")


def changes(
    paths: Sequence[Path], stopped: threading.Event, begun: Callable[[], object]
) -> Iterator[tuple[Path, ...] | None]:
    """The files that have changed, burst by burst, until `stopped`.

    None stands for anything: then all files are to be looked at.

    Args:
        paths: the folders and files that are followed.
        stopped: set when they no longer are.
        begun: called once no change is missed any more: those before it were not heard of.
    """
    # What it brings along takes longer to import than a small archive to read.
    from watchfiles import watch  # noqa: PLC0415

    watched = [path for path in paths if path.exists()]
    try:
        if not watched or any(map(is_far, watched)):
            yield from _at_intervals(stopped)
        has_begun = False
        for burst in watch(
            *watched,
            watch_filter=None,
            debounce=_LONGEST_MS,
            step=_STEP_MS,
            stop_event=stopped,
            rust_timeout=_BEGUN_MS,
            yield_on_timeout=True,
            raise_interrupt=False,
            ignore_permission_denied=True,
        ):
            if not has_begun:
                has_begun = True
                begun()
            files = files_of(paths, (Path(name) for _, name in burst))
            if files != ():
                yield files
    except (OSError, RuntimeError):
        # As where there are more folders than may be watched.
        yield from _at_intervals(stopped)


def files_of(roots: Sequence[Path], changed: Iterable[Path]) -> tuple[Path, ...] | None:
    """The articles among what has changed, going by their names; None where it may be more than their names tell.

    What is hidden and what is of another type is left out: editors leave such things behind.
    """
    files = set()
    for path in changed:
        if _is_hidden(path, roots):
            continue
        if path.suffix.lower() in TEXT_SUFFIXES and not path.is_dir():
            files.add(path)
        elif path.is_dir() or not path.suffix:
            return None
    return tuple(sorted(files))


def is_far(path: Path) -> bool:
    """Whether a path lies on a file system that tells only of what is changed on this machine."""
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace")
        here = path.resolve()
    except OSError:
        return False
    kinds = {point: kind for _, point, kind, *_ in (line.split() for line in mounts.split("\n") if line)}
    nearest = next((str(one) for one in (here, *here.parents) if str(one) in kinds), "")
    return kinds.get(nearest) in _NETWORKS or kinds.get(nearest, "").startswith("fuse.")


def _is_hidden(path: Path, roots: Sequence[Path]) -> bool:
    """Whether a path is hidden below the root it belongs to; the root itself may lie in a hidden folder."""
    root = next((root for root in roots if path.is_relative_to(root)), None)
    return root is not None and any(part.startswith(".") for part in path.relative_to(root).parts)


def _at_intervals(stopped: threading.Event) -> Iterator[None]:
    while not stopped.wait(LOOK_SECONDS):
        yield None
