"""Questions at the head of their paragraphs: the answer begins on the next line, without a blank one between.

    How do I light it?              ◀ the first line asks, and there was room on it for more
    Turn the wick up, then …
                                    ◀ the blank line parts one pair from the next
    Must I trim it
    Every week …                    ◀ nearly all paragraphs begin so: these do too, without a mark

In wrapped prose a question fills its first line seldom, and hardly ever in one paragraph after another.
"""

from itertools import pairwise
from math import log2
from typing import Final

from reader.formats import layout
from reader.formats.evidence.announced import is_announced
from reader.formats.evidence.asking import asks_at_an_end, ends_like_title, has_mark
from reader.formats.evidence.paragraphs import Outline, Paragraph
from reader.formats.evidence.parts import FEWEST
from reader.formats.evidence.reading import Move, Reading
from reader.formats.evidence.stage import spoken_to_crowd, staged
from reader.formats.page import BOLD_LEVEL

_LONGEST: Final = 240
_RATE: Final = 0.7
"""How many of the heads are to ask."""
_ANNOUNCED: Final = 1.0
_SIGNS: Final = frozenset("-–—*•+|<>#=")
_DRAWN: Final = frozenset("|<>#=")
"""What a head may not begin with: those of lists it may, where the lines below begin otherwise."""


def heads(outline: Outline) -> Reading | None:
    """The reading that takes the first lines of paragraphs for questions, and what follows in them for answers."""
    page = outline.page
    if not has_mark(page.text):
        return None
    parts = outline.paragraphs
    longest = max(map(len, page.bare))
    width = longest if longest <= layout.LONGEST_MEASURE else None
    headed = [place for place, part in enumerate(parts) if _has_head(outline, part, width)]
    asks = [place for place in headed if asks_at_an_end(page.bare[parts[place].first])]
    if len(asks) < FEWEST:
        return None
    within = [place for place in headed if asks[0] <= place <= asks[-1] + 1]
    rate = len(asks) / len(within)
    if rate < _RATE:
        return None
    asked = set(asks)
    questions = [place for place in within if place in asked or ends_like_title(page.bare[parts[place].first])]
    moves = [
        move
        for place in questions
        for move in (Move(parts[place].first, "asks"), Move(parts[place].first + 1, "answers"))
    ]
    replies = sum(asks_at_an_end(page.bare[parts[place].first + 1]) for place in questions) / len(questions)
    between = sum(after - before - 1 for before, after in pairwise(questions)) / len(questions)
    weight = (
        4.0 * (rate - _RATE)
        - 4.0 * replies
        + 0.5 * log2(len(asks) / FEWEST)
        - 0.5 * max(0.0, between - 1.0)
        + 4.0 * min(0.0, outline.share_below(parts[asks[0]].first) - 0.5)
        + _ANNOUNCED * is_announced(page, moves[0].line)
        - staged(page)
        - spoken_to_crowd(page)
    )
    breaks = frozenset(
        parts[place - 1].first for place in questions if place and _is_section(outline, parts[place - 1])
    )
    because = f"{len(asks)} paragraphs begin with a line that asks"
    return Reading(moves, breaks, weight, because, is_marked=False)


def _has_head(outline: Outline, part: Paragraph, width: int | None) -> bool:
    """Whether a paragraph begins with a line that its writer ended: there was room for the next one's first word.

    `width` is what the lines are wrapped to at most, if they are.
    """
    page = outline.page
    first, last = part
    if first == last or 0 < page.levels[first] < BOLD_LEVEL or first in page.verbatim or first == page.title_line:
        return False
    head, below = page.bare[first], page.bare[first + 1]
    if len(head) > _LONGEST or head[0] in _DRAWN or below[0] in _SIGNS or below[0].islower():
        return False
    return width is None or not layout.wraps(head, below, width)


def _is_section(outline: Outline, part: Paragraph) -> bool:
    """Whether a line alone ends like a heading."""
    return (
        part.first == part.last
        and len(outline.page.bare[part.first]) <= _LONGEST // 4
        and ends_like_title(outline.page.bare[part.first])
    )
