"""How many words an article has to read, by which its length is told."""

from typing import Final

from reader.formats.expression import Expression
from reader.model.article import Block, Furniture

_CJK: Final = Expression("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_CJK_PER_WORD: Final = 1.7
"""Chinese and Japanese characters that are read in the time of an English word (Brysbaert 2019, table 3)."""
_SAMPLE: Final = 16
"""Every how many characters a text is probed for such characters; who writes in them does so all along."""
_SHAPES: Final = bytes(0x20 if chr(code).isspace() else 0x78 for code in range(256))
"""A blank for each blank of Latin-1, an x for all else."""
_WIDE_BLANKS: Final = "".join(filter(str.isspace, map(chr, range(0x100, 0x3001))))
"""The blanks beyond Latin-1."""


def words(text: str, parts: tuple[Block, ...]) -> int:
    """How many words the body has; where words are not parted by blanks, what reads as long."""
    has_cjk = not text.isascii() and _CJK.search(text[::_SAMPLE]) is not None
    count = start = 0
    for part in parts:
        if isinstance(part, Furniture):
            count += _count(text[start : part.span.start], has_cjk=has_cjk)
            start = part.span.end
    return count + _count(text[start:], has_cjk=has_cjk)


def _count(said: str, *, has_cjk: bool) -> int:
    if said.isascii() or not any(map(said.__contains__, _WIDE_BLANKS)):
        # To count where words begin takes a third of the time that it takes to make them.
        shape = said.encode("latin-1", "replace").translate(_SHAPES)
        count = shape.count(b" x") + shape.startswith(b"x")
    else:
        count = len(said.split())
    return count + round(len(_CJK.findall(said)) / _CJK_PER_WORD) if has_cjk else count
