"""What the line breaks of plain text mean: a wrap, a new paragraph, or a line that is to stay a line.

A typist or program that fills lines breaks before the first word that does not fit. So a break is a wrap if the next
line's first word would have gone beyond the measure, and somebody's own break if there was room for it:

    Whose woods these are I think I know.        ← room for "His": verse, the lines are kept
    His house is in the village though;

    It was the best of times, it was the         ← no room for "worst": wrapped, the lines are joined
    worst of times, it was the age of wisdom.

The measure is that of the run of lines itself, or of the whole text where the run is too short to show it.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter
from string import ascii_letters, digits
from typing import Final, Literal, TypeAlias

Layout: TypeAlias = Literal["wrapped", "kept", "separate", "drawn", "table"]
"""Of a run of lines: one paragraph, lines to be kept, a paragraph a line, a drawing or code, rows and columns."""

LONGEST_MEASURE: Final = 110
"""Characters; lines are hardly ever wrapped to more than this, and paragraphs on one line are longer."""

GAPS: Final = ("\t", "|", "   ")
"""What parts columns; a text without them has none."""

_NARROWEST: Final = 40
_FEWEST_WRAPPED: Final = 3
"""Lines that show a measure."""
_GAP: Final = re.compile(r"\S(?: {3,}|\t+)\S")
_RAGGED: Final = 14
"""How much shorter than the measure a filled line may be: one long word."""
_EVEN: Final = 0.8
"""The share of the longest line that one must have for no sentence to have ended there with room to spare."""
_WHITE: Final = frozenset(" \t\r\f\v\xa0")
_ALPHANUMERIC: Final = (ascii_letters + digits).encode()
_OPENING: Final = " \t'\"“‘«(—-"
_first: Final = itemgetter(0)
_SLACK: Final = 6
"""How much room a ragged line may leave that a following short word would have taken."""


def measure(lengths: Sequence[int]) -> int:
    """The width to which the lines of a text are wrapped, in characters; 0 if they are not.

    `lengths` are those of the lines that another line of the same run follows.
    """
    if len(lengths) < _FEWEST_WRAPPED:
        return 0
    ordered = sorted(lengths)
    likely = ordered[bisect_left(ordered, _NARROWEST) : bisect_right(ordered, LONGEST_MEASURE)]
    if len(likely) < max(_FEWEST_WRAPPED, len(lengths) * 0.4):
        return 0
    return likely[int(len(likely) * 0.95)]


def wraps(above: str, below: str, width: int) -> bool:
    """Whether the break between two lines is a wrap to `width`."""
    room = width - len(above.rstrip())
    if room <= _SLACK:
        return True
    following = below.lstrip()
    word = following.split(None, 1)[0]
    if room - _SLACK <= len(word):
        return True
    return following[0].islower() and room <= width * 0.4 and above.rstrip()[-1] not in ".!?:;"


def of_run(lines: Sequence[str], width: int, *, has_gaps: bool = True) -> Layout:
    """What the breaks of a run of lines mean, in a text whose measure is `width` and that `has_gaps` or hasn't."""
    if len(lines) == 1 or _is_filled(lines, width, has_gaps=has_gaps):
        return "wrapped"
    if special := _drawn(lines, has_gaps=has_gaps):
        return special
    longest = max(map(len, map(str.rstrip, lines)))
    if longest > max(width, LONGEST_MEASURE) + 10:
        return "separate"
    own = longest if len(lines) >= 4 else max(longest, width)
    if own < 40 or _begin_high(lines):
        return "kept"
    soft = sum(wraps(above, below, own) for above, below in pairwise(lines))
    return "wrapped" if soft >= (len(lines) - 1) * 0.6 else "kept"


def _is_filled(lines: Sequence[str], width: int, *, has_gaps: bool) -> bool:
    """Whether every line but the last is about as long as the measure, as only wrapping makes them."""
    if not width:
        return False
    lengths = [*map(len, lines)]
    last = lengths.pop()
    if max(last, *lengths) > width + _SLACK or min(lengths) < width - _RAGGED:
        return False
    return not has_gaps or not _gaps(lines[:-1])


def _begin_high(lines: Sequence[str]) -> bool:
    """Whether nearly every line of several begins with a capital, as lines of verse do and wrapped ones don't."""
    letters = [letter for line in lines[1:] if (letter := line.lstrip(_OPENING)[:1]).isalpha()]
    return len(letters) >= 3 and sum(map(str.isupper, letters)) >= len(letters) * 0.8


def is_one_paragraph(lengths: Sequence[int], width: int) -> bool:
    """Whether lines of these lengths are filled to a measure, and none but the last so short that words end there."""
    longest, shortest = max(lengths), min(lengths[:-1])
    return 0 < longest - _SLACK <= width and shortest >= max(width - _RAGGED, longest * _EVEN)


def paragraphs(lines: Sequence[str], *, is_flush: bool = False) -> list[int]:
    """Where the paragraphs of wrapped lines end, each as the number of the line behind it.

    A new one begins at an indented line, or behind a sentence whose line had room to spare. In a text that `is_flush`
    no line is indented.
    """
    lengths = [*map(len, lines)]
    width = max(lengths)
    is_even = min(lengths[:-1], default=width) >= width * _EVEN
    if is_even and (is_flush or _WHITE.isdisjoint(map(_first, lines))):
        return [len(lines)]
    indents = [len(line) - len(line.lstrip()) for line in lines]
    least = min(indents)
    width = max(len(line.rstrip()) for line in lines)
    ends = [
        at
        for at in range(1, len(lines))
        if (indents[at] > least and indents[at - 1] <= least)
        or (
            len(lines[at - 1].rstrip()) < width * _EVEN
            and lines[at - 1].rstrip()[-1] in '.!?”"’)'
            and lines[at].lstrip()[0].isupper()
            and not wraps(lines[at - 1], lines[at], width)
        )
    ]
    return [*ends, len(lines)]


def _gaps(lines: Sequence[str]) -> list[str]:
    """What parts columns in lines: what isn't in all of them together needn't be looked for in each."""
    said = "\n".join(lines)
    return [gap for gap in GAPS if gap in said]


def _drawn(lines: Sequence[str], *, has_gaps: bool) -> Layout | None:
    """Whether lines are a table or a drawing in characters."""
    count = len(lines)
    gaps = _gaps([*map(str.strip, lines)]) if has_gaps else []
    if "|" in gaps:
        barred = sum(line.count("|") >= 2 for line in lines)
        if barred >= count * 0.6 and sum(any(map(str.isalnum, line)) for line in lines) >= count * 0.5:
            return "table"
    if ("\t" in gaps or "   " in gaps) and sum(map(_has_gap, map(str.strip, lines))) >= count * 0.6:
        return "drawn"
    # Once enough lines say something, the rest can't make a drawing of them.
    left = count - max(2, count * 0.5)
    for line in lines:
        left -= _says_something(line)
        if left < 0:
            return None
    return "drawn"


def _has_gap(said: str) -> bool:
    return ("   " in said or "\t" in said) and _GAP.search(said) is not None


def _says_something(line: str) -> bool:
    """Whether a line is words rather than strokes."""
    if len(line) < 4 or (line[:3].isalpha() and line[-3:-1].isalnum()):
        return True
    sample = line[:200]
    if sample.isascii():
        strokes = len(sample.encode().translate(None, _ALPHANUMERIC))
        return (len(sample) - strokes) * 2 >= len(sample) - sample.count(" ")
    return sum(map(str.isalnum, sample)) * 2 >= len(sample) - sample.count(" ")


def usual_indent(indents: Counter[int]) -> int:
    """How far most runs of prose are indented."""
    return indents.most_common(1)[0][0] if indents else 0
