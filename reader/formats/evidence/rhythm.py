"""Paragraphs that ask and answer in turn, where no label says who speaks: the best reading of three kinds.

    marked    emphasis, or a sign, sets the questions off
    shape     nothing does: short ones ask, longer ones tell

What the text says of itself weighs for it (an interview, a list of questions), what shows a stage or a crowd against.
"""

from collections.abc import Collection
from functools import partial
from itertools import islice
from typing import Final

from reader.formats.evidence.announced import is_faq, is_interview
from reader.formats.evidence.asking import ASKS, MARKS, asking, has_mark
from reader.formats.evidence.marked import by_emphasis, by_mark
from reader.formats.evidence.paragraphs import Outline
from reader.formats.evidence.parts import parts_of
from reader.formats.evidence.reading import Reading
from reader.formats.evidence.shape import by_shape
from reader.formats.evidence.stage import spoken_to_crowd, staged
from reader.formats.page import Page

_ANNOUNCED: Final = 0.6
"""What it weighs that the text says before the first question that somebody is asked."""
_LABELS: Final = 1.0
"""What it weighs against unlabelled turns that others have a label."""
_UNMARKED: Final = ("か", "は。", "ください", "下さい", "お願い")
"""What questions and requests without a mark end in."""


def rhythm(
    outline: Outline, sections: frozenset[int], labelled: Collection[int] = (), *, is_labelled: bool = False
) -> Reading | None:
    """The best reading by emphasis, by a sign, or (unless labels tell who speaks) by shape alone.

    What begins at the `labelled` lines is somebody's turn: shape says nothing of it.
    """
    if _asking_lines(outline.page) < 2:
        return None
    parts = parts_of(outline, labelled)
    asked = [part.where.first for part in parts if part.asks >= ASKS]
    if len(asked) < 2:
        return None
    listed = is_faq(outline.page)
    interviewed = partial(is_interview, outline.page, asked[0])
    made = (
        by_emphasis(parts, sections),
        by_mark(parts, sections),
        None if is_labelled else by_shape(parts, sections, announced=listed, interviewed=interviewed),
    )
    readings = [read for read in made if read]
    best = max(readings, key=lambda read: read.weight, default=None)
    if best is None:
        return None
    said = _ANNOUNCED * max(interviewed(), 2 * listed)
    against = staged(outline.page) + spoken_to_crowd(outline.page) + _LABELS * (len(labelled) > 1)
    return best._replace(weight=best.weight + said - against)


def _asking_lines(page: Page) -> int:
    """How many lines ask, as far as it matters whether two do: a text without them is told at a glance."""
    if not has_mark(page.text) and not any(sign in page.text for sign in _UNMARKED):
        return 0
    marks = [mark for mark in MARKS if mark in page.text]
    marked = {index for mark in marks for index, line in enumerate(page.bare) if mark in line}
    count = sum(1 for _ in islice((index for index in marked if asking(page.bare[index]) >= ASKS), 2))
    if count < 2:
        count += sum(asking(line) >= ASKS for index, line in enumerate(page.bare) if line and index not in marked)
    return count
