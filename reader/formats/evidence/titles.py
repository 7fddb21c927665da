"""Questions that stand alone on a line like titles, in a text that is named a list of questions.

    How do I light it?                    ◀ asks, one line between paragraphs
    Turn the wick up, then …
    The glass is black                    ◀ ends like a title, not like a sentence: it asks too
    Somebody turned the wick too far …

Many of them have to ask, and the lines between hold paragraphs: elsewhere such lines are headings.
"""

from itertools import pairwise
from math import log2
from typing import Final

from reader.formats.evidence.announced import is_named_faq
from reader.formats.evidence.asking import asks_at_an_end, ends_like_title, has_mark
from reader.formats.evidence.paragraphs import Outline, Paragraph
from reader.formats.evidence.reading import Move, Reading

_LEADS: Final = frozenset(":：")
_FEWEST: Final = 5
_RATE: Final = 0.4
"""How many of the titles are to ask."""
_LONGEST: Final = 160
_SIGNS: Final = frozenset("-*•+|<>#=")


def titles(outline: Outline) -> Reading | None:
    """The reading that takes lines that stand alone like titles for questions, from the first that asks."""
    page = outline.page
    if not has_mark(page.text) or not is_named_faq(page):
        return None
    parts = outline.paragraphs
    alone = [
        _is_alone(outline, part) and not (place and page.bare[parts[place - 1].last][-1] in _LEADS)
        for place, part in enumerate(parts)
    ]
    asks = [is_alone and asks_at_an_end(page.bare[part.first]) for is_alone, part in zip(alone, parts, strict=True)]
    first = next((place for place, does in enumerate(asks) if does), len(parts))
    likely = [
        place
        for place in range(first, len(parts))
        if asks[place] or (alone[place] and ends_like_title(page.bare[parts[place].first]))
    ]
    entries = [place for place, below in pairwise([*likely, len(parts)]) if below > place + 1]
    if len(entries) < _FEWEST:
        return None
    rate = sum(asks[place] for place in entries) / len(entries)
    if rate < _RATE:
        return None
    told = [parts[place + 1] for place in entries]
    prose = sum(part.last > part.first or len(page.bare[part.first]) > _LONGEST for part in told) / len(told)
    moves = [
        move
        for place in entries
        for move in (Move(parts[place].first, "asks"), Move(parts[place + 1].first, "answers"))
    ]
    breaks = frozenset(parts[place].first for place in set(likely).difference(entries))
    weight = (
        4.0 * (rate - _RATE)
        + 4.0 * (len(entries) / len(likely) - 0.8)
        + 4.0 * (prose - 0.6)
        + 0.5 * log2(len(entries) / _FEWEST)
    )
    because = f"{len(entries)} lines stand alone like titles, and ask"
    return Reading(moves, breaks, weight, because, is_nested=True, is_marked=False)


def _is_alone(outline: Outline, part: Paragraph) -> bool:
    """Whether a paragraph is one line at the margin, not too long, without a sign before it."""
    line = outline.page.bare[part.first]
    return (
        part.first == part.last
        and len(line) <= _LONGEST
        and line[0] not in _SIGNS
        and part.first not in outline.page.verbatim
        and not outline.indent(part.first)
    )
