"""Whether the files of an index are those that were written.

tantivy trusts its files: a damaged one may end the whole search in the middle. So before an index is opened, each file
that it names is looked at: its last bytes, where tantivy noted a checksum (CRC-32), against what was noted in
`seal.json` when the index was last closed. A file that is not in the seal, as after a kill, is read and compared with
its own note.
"""

import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

_META = "meta.json"
_SEAL = "seal.json"
_KINDS = ("term", "idx", "pos", "store", "fast", "fieldnorm")
_FOOTER = re.compile(rb'\{"version":[^{}]*\{[^{}]*\},"crc":(\d+)\}(....)\x39\x05\0\0\Z', re.DOTALL)
_LONGEST_FOOTER = 256
_CHUNK = 1 << 20


def is_sound(folder: Path) -> bool:
    """Whether an index can be opened without fear; also where there is none."""
    while True:
        meta = _content(folder / _META)
        if _is_as_written(folder):
            return True
        # Another program may have exchanged files between two looks; then they are looked at once more.
        if _content(folder / _META) == meta:
            return False


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _is_as_written(folder: Path) -> bool:
    if not (folder / _META).exists():
        return not any(folder.glob("*.idx"))
    try:
        sealed = json.loads((folder / _SEAL).read_bytes()) if (folder / _SEAL).exists() else {}
        return all(
            sealed.get(name) == noted or (name not in sealed and _checksum(folder / name, noted[0]) == noted[1])
            for name, noted in _notes(folder)
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


def seal(folder: Path) -> None:
    """Note what the files of an index are. Raises OSError where that can't be written."""
    try:
        notes = dict(_notes(folder))
    except (ValueError, KeyError, TypeError):
        return  # whatever this is, it is no index to be vouched for
    temporary = folder / f"{_SEAL}.new"
    temporary.write_text(json.dumps(notes), encoding="ascii")
    temporary.replace(folder / _SEAL)


def _notes(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """Each file that an index needs, with the length of its content and the checksum noted at its end."""
    for segment in json.loads((folder / _META).read_bytes())["segments"]:
        name = segment["segment_id"].replace("-", "")
        kinds = (*_KINDS, f"{segment['deletes']['opstamp']}.del") if segment["deletes"] else _KINDS
        for kind in kinds:
            file = f"{name}.{kind}"
            yield file, list(_note(folder / file))


def _note(path: Path) -> tuple[int, int]:
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(0, size - _LONGEST_FOOTER))
        end = file.read()
    found = _FOOTER.search(end)
    if not found:
        raise ValueError(f"{path} has no end")
    return size - len(end) + found.start(), int(found[1])


def _checksum(path: Path, length: int) -> int:
    checksum = 0
    with path.open("rb") as file:
        while length and (chunk := file.read(min(length, _CHUNK))):
            checksum = zlib.crc32(chunk, checksum)
            length -= len(chunk)
    return checksum
