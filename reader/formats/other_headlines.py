"""Other articles' headlines: those that stand below a marker, and those that a reader is told of one by one.

Lines are counted from 0.
"""

from collections.abc import Iterator, Mapping, Sequence

from reader.formats import wording
from reader.formats.glance import Run
from reader.formats.page import BOLD_LEVEL, Page
from reader.formats.runs import is_linked, is_prose
from reader.formats.strokes import is_image
from reader.formats.wording import Marker
from reader.model.article import FurnitureKind
from reader.model.text import Span


def is_headline(page: Page, line: int) -> bool:
    """Whether a line could be another article's headline: short, and no sentence."""
    said = page.bare[line]
    if not said or is_image(page.lines.texts[line]):
        return True
    if len(said) > 160 or len(said.split()) > 28:
        return False
    return said[-1] not in ".;" or said.endswith(("...", "…")) or is_linked(page, line)


def headlines_below(page: Page, runs: Sequence[Run], at: int, marker: int) -> tuple[list[int], int]:
    """A marker in run number `at` with the headlines below it, and the number of the run behind them."""
    bare = page.bare
    found = [marker]
    for line in range(marker + 1, runs[at].last + 1):
        if not is_headline(page, line):
            return found, at + 1
        found.append(line)
    past = at + 1
    level = page.levels[marker]
    while past < len(runs):
        run = runs[past]
        is_heading = 0 < page.levels[run.first] <= level
        if (is_heading and level < BOLD_LEVEL) or not all(
            is_headline(page, line) for line in range(run.first, run.last + 1)
        ):
            break
        ahead = runs[past + 1] if past + 1 < len(runs) else None
        if (
            ahead
            and len(found) > 1
            and is_prose(page, ahead)
            and len(bare[run.first]) < 60
            and not is_linked(page, run.first)
        ):
            break
        found += range(run.first, run.last + 1)
        past += 1
    return found, past


def related(page: Page, furniture: Mapping[int, FurnitureKind]) -> tuple[Span, ...]:
    """The other articles' headlines among the furniture, one by one, without the lines that lead them."""
    return tuple(_other_headlines(page, furniture))


def _other_headlines(page: Page, furniture: Mapping[int, FurnitureKind]) -> Iterator[Span]:
    for index, kind in furniture.items():
        bare = page.bare[index]
        if kind is FurnitureKind.RELATED and len(bare) > 8 and wording.marker(bare) is not Marker.RELATED:
            start = page.offset(index, 0)
            yield Span(start, max(start, page.offset(index, len(bare))))
