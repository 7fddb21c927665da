"""Where an article is cut into stretches. Offsets are code points of `Article.text`, blocks are told by their index.

    text       ├ block ┤├ block ┤├ block ┤├───────── huge block ─────────┤├ block ┤
    stretches  ├─────────────────┤├───────────────┤├──────────────┤├──────────────┤

A stretch begins where a block does, some thousand code points after the last one; only blocks of twice that length are
cut, where a line, a sentence or a word ends. What a stretch shows depends on no other, so it can be laid out alone. The
cut is the same at every width.
"""

from bisect import bisect_right
from itertools import pairwise

from reader.model.article import Article, Block, Furniture, Table
from reader.model.text import Span

LENGTH = 8_192
"""Code points of a stretch: some pages, laid out within a frame."""
MOST_TABLE = 262_144
"""Code points up to which a table is never cut: its columns depend on all its rows."""
_LOOK_BACK = 2_048
"""Code points within which a good place to cut is looked for."""
_LOOK_AHEAD = 64


class Cut:
    """The stretches of an article; there is at least one."""

    def __init__(self, article: Article, length: int = LENGTH) -> None:
        self._blocks = article.blocks
        self._edges, self._firsts = _edges(article.text, article.blocks, length)
        self._folded_bulk = self._bulk_of_body()

    def __len__(self) -> int:
        return len(self._edges) - 1

    def of(self, offset: int) -> int:
        """The stretch in which an offset lies; the nearest one for those beyond the ends."""
        return min(max(0, bisect_right(self._edges, offset) - 1), len(self) - 1)

    def span(self, stretch: int) -> Span:
        """Where a stretch stands."""
        return Span(self._edges[stretch], self._edges[stretch + 1])

    def blocks(self, stretch: int) -> range:
        """The blocks of which a part lies in a stretch."""
        first = self._firsts[stretch]
        is_begun = first > 0 and self._blocks[first - 1].span.end > self._edges[stretch]
        return range(first - is_begun, self._firsts[stretch + 1])

    def bulk(self, *, is_folded: bool) -> tuple[list[int], list[int]]:
        """Code points and blocks before each stretch, and in all; without stretches of furniture where it is folded."""
        return self._folded_bulk if is_folded else (self._edges, self._firsts)

    def _bulk_of_body(self) -> tuple[list[int], list[int]]:
        lengths, counts = [0], [0]
        for (first, last), (start, end) in zip(pairwise(self._firsts), pairwise(self._edges), strict=True):
            is_seen = first == last or any(not isinstance(block, Furniture) for block in self._blocks[first:last])
            lengths.append(lengths[-1] + (end - start) * is_seen)
            counts.append(counts[-1] + (last - first) * is_seen)
        return lengths, counts


def _edges(text: str, blocks: tuple[Block, ...], length: int) -> tuple[list[int], list[int]]:
    """Where stretches begin, and the text's end; and how many blocks begin before each of these."""
    edges, firsts = [0], [0]
    for target in range(length, len(text), length):
        at = _first_after(blocks, target, firsts[-1])
        edge = _start(blocks[at]) if at < len(blocks) else len(text)
        if at and blocks[at - 1].span.end > target and _may_be_cut(blocks[at - 1], length):
            edge = _good_cut(text, target, blocks[at - 1].span)
        if edges[-1] < edge < len(text):
            edges.append(edge)
            firsts.append(at)
    return [*edges, len(text)], [*firsts, len(blocks)]


def _first_after(blocks: tuple[Block, ...], offset: int, low: int) -> int:
    """The first block from `low` on that begins behind an offset: found in steps, for it is seldom far."""
    step = 16
    while low + step < len(blocks) and _start(blocks[low + step]) <= offset:
        low += step
        step *= 2
    return bisect_right(blocks, offset, low, min(low + step, len(blocks)), key=_start)


def _start(block: Block) -> int:
    return block.span.start


def _may_be_cut(block: Block, length: int) -> bool:
    """Whether a block is too long to be laid out as a whole."""
    return len(block.span) > (MOST_TABLE if isinstance(block, Table) else 2 * length)


def _good_cut(text: str, target: int, block: Span) -> int:
    """Where to cut a huge block near an offset: after a line, a sentence, a word, else between letters."""
    for joint in ("\n", ". ", " "):
        found = text.rfind(joint, max(block.start, target - _LOOK_BACK), target)
        if found >= 0:
            return found + len(joint)
    ahead = range(target, min(target + _LOOK_AHEAD, block.end))
    return next((at for at in ahead if text[at].isalnum() and text[at - 1].isalnum()), target)
