"""What can be said at a glance of runs of lines. Lines are counted from 0."""

import re
from collections.abc import Container
from typing import Final

from reader.formats.glance import Run
from reader.formats.page import Page

ENDS: Final = frozenset(".!?…”\"’')»。！？")
"""What sentences end in."""
_READING_TIME: Final = re.compile(r"\b\d{1,3} ?(?:min(?:ute)?s?\.?|mins?) read\b", re.IGNORECASE)


def is_prose(page: Page, run: Run) -> bool:
    """Whether a run of lines is a paragraph of somebody's words, not a list of the site's."""
    if run.first == run.last:
        bare = page.bare[run.first]
        return len(bare) > 200 or (len(bare) > 110 and bare[-1] in '.!?”"')
    lengths = [len(page.bare[index]) for index in range(run.first, run.last + 1)]
    if max(lengths) > 200:
        return True
    return len(lengths) > 2 and sum(lengths) / len(lengths) > 55 and page.bare[run.last][-1:] in {".", "!", "?", "”"}


def is_linked(page: Page, line: int) -> bool:
    """Whether nearly all that can be read of a line is a link, or says how long the reading takes."""
    said = page.bare[line]
    linked = sum(len(mark.span) for mark in page.marks(line) if mark.style == "link")
    if not linked:
        return False
    if "min" in said.lower():
        said = _READING_TIME.sub("", said).strip()
    return linked >= len(said) * 0.8 > 0


def ends_in_sentence(page: Page, run: Run, furniture: Container[int]) -> bool:
    """Whether a run is prose, or the site's."""
    said = " ".join(page.bare[run.first : run.last + 1])
    return (len(said) > 80 and said[-1] in ENDS) or all(
        line in furniture for line in range(run.first, run.last + 1) if page.bare[line]
    )
