"""`reader cache`: what is kept of archives so that they open at once, where, and how big it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.output import Output, Style, Styled
from reader.cli.streams import tell
from reader.cli.usage import Options, Parser
from reader.library.cache import Kept, clear, kept
from reader.store.paths import cache_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.export.record import Json

_UNITS = ("B", "kB", "MB", "GB")


class CacheOptions(Options):
    """What `reader cache` takes."""

    is_clearing: bool
    is_json: bool


def cache_parser() -> Parser:
    """What may be typed after `reader cache`."""
    parser = Parser(
        "cache", "What is kept of archives so that they open at once: where, and how big.", "reader cache --clear"
    )
    parser.add_argument(
        "--clear", action="store_true", dest="is_clearing", help="delete it all; it is made again when it is wanted"
    )
    parser.add_json()
    parser.add_colour()
    return parser


def cache(arguments: Sequence[str]) -> int:
    """Print what is kept, or delete it; 1 when something of it could not be deleted."""
    options = cache_parser().parsed(arguments, CacheOptions())
    output = Output(options.colour)
    root = cache_folder()
    archives = kept(root)
    left: frozenset[Path] = frozenset()
    if options.is_clearing:
        clear(root)
        left = frozenset(one.folder for one in kept(root))
        archives = tuple(one for one in archives if one.folder not in left)
    for one in archives:
        if options.is_json:
            output.record(_record(one))
        elif output.is_terminal:
            output.line(
                f"{_size(one.size):>10}  ", Styled(one.name, Style.TITLE), Styled(f"  {one.folder}", Style.ASIDE)
            )
        else:
            output.columns(str(one.folder), one.name, str(one.size))
    size = _size(sum(one.size for one in archives))
    if left:
        tell(f"could not be deleted: {', '.join(map(str, sorted(left)))}")
        return 1
    if not options.is_json:
        tell(f"{size} {'deleted' if options.is_clearing else 'kept'} in {root}")
    return 0


def _record(one: Kept) -> dict[str, Json]:
    return {"archive": one.name, "folder": str(one.folder), "bytes": one.size}


def _size(count: int) -> str:
    """`512 B`, `98.1 MB`: bytes in the largest unit that leaves a whole part."""
    size, unit = float(count), 0
    while size >= 1000 and unit < len(_UNITS) - 1:
        size, unit = size / 1000, unit + 1
    return f"{size:,.{min(unit, 1)}f} {_UNITS[unit]}"
