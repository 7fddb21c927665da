"""Texts without blank lines, in which each line is a paragraph. Lines are counted from 0."""

from collections.abc import Sequence
from typing import Final

_DENSE: Final = 24
"""Lines without a blank one among them after which a page is taken to have none."""
_FEWEST_DENSE: Final = 6
_ENDED: Final = 0.75
"""How many of such lines end as sentences do where each is a paragraph."""
_ASKED: Final = 0.25
_LABELLED: Final = 0.34
_FARTHEST_COLON: Final = 40
_UNWRAPPED: Final = 160
_SENTENCE_ENDS: Final = frozenset('.!?…。！？”"»')


def is_dense_below(bare: Sequence[str], first: int) -> bool:
    """Whether the page has no blank lines where it begins, and each line is a paragraph.

    Some are longer than any wrapped one; or nearly all below a title end as sentences do, and several ask.
    """
    beginning = bare[first : first + _DENSE]
    if not all(beginning):
        return False
    is_whole = first + _DENSE >= len(bare) and len(beginning) >= _FEWEST_DENSE
    if (len(beginning) == _DENSE or is_whole) and sum(len(line) > _UNWRAPPED for line in beginning) >= 2:
        return True
    last = [line[-1] for line in beginning[2:]]
    return (
        len(last) >= _FEWEST_DENSE
        and sum(":" in line[:_FARTHEST_COLON] for line in beginning) <= _LABELLED * len(beginning)
        and last.count("?") >= _ASKED * len(last)
        and sum(map(_SENTENCE_ENDS.__contains__, last)) >= _ENDED * len(last)
    )
