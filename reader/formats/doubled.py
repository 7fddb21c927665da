"""Lines that a saved page says twice: what a picture shows, once for those who can't see it and once below it.

    Two hens on the bridge of Oudezwaag.                      the words in the picture's place
    Two hens on the bridge of Oudezwaag. Picture: Ann Smith   ◀ the caption: the same, or with a credit behind it

Verse repeats itself as well: so a paragraph of prose must stand beside them. Lines are counted from 0.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from reader.formats.glance import Run
from reader.formats.page import Page
from reader.formats.runs import is_prose

_ALIKE: Final = 24
"""Characters in which two lines are alike before they are compared."""
_CUT_OFF: Final = ".… "
_SHORTEST: Final = 30
_FEWEST_WORDS: Final = 5
_LINES_NEAR: Final = 30
_TITLE_WORDS: Final = 4
"""Words of a title that nobody says by chance."""
_MUCH: Final = 60
_MOST: Final = 320
"""Characters of a caption that nobody says twice in a row."""
_LONGEST: Final = 3
"""Lines of a run that only shows a picture."""


def doubled(page: Page, runs: Sequence[Run], found: Collection[int]) -> Iterator[int]:
    """The lines of short runs that begin with the same line twice, or say nothing else, and stand beside prose."""
    bare = page.bare
    alike = [
        at
        for at, (first, last) in enumerate(runs)
        if first != last
        and (
            bare[first] == bare[first + 1]
            or (last - first < _LONGEST and bare[first][:_ALIKE] == bare[first + 1][:_ALIKE])
        )
    ]
    for at in alike:
        first, last = runs[at]
        line = bare[first]
        if not line or not bare[first + 1].startswith(line.rstrip(_CUT_OFF)):
            continue
        is_shown = _is_shown(line) if last - first < _LONGEST else set(bare[first : last + 1]) == {line}
        if not is_shown or page.levels[first] or first in page.verbatim:
            continue
        beside = [*runs[max(0, at - 1) : at], *runs[at + 1 : at + 2]]
        if any(is_prose(page, run) or run.first in found for run in beside):
            yield from range(first, last + 1)


def _is_shown(line: str) -> bool:
    """Whether a line says enough to be what a picture shows."""
    return len(line) >= _SHORTEST and len(line.split()) >= _FEWEST_WORDS


def doubled_paragraphs(page: Page, lines: Collection[int]) -> Iterator[int]:
    """Of lines that are paragraphs of their own, those that say as much as a caption does, twice in a row."""
    for line in lines:
        said = page.bare[line]
        if not _MUCH <= len(said) <= _MOST or line + 1 not in lines or page.bare[line + 1] != said:
            continue
        if said not in {page.bare[line - 1], *page.bare[line + 2 : line + 3]}:
            yield from (line, line + 1)


def said_again(page: Page, title: int) -> Iterator[int]:
    """The lines near the title that say it once more, as the words in a picture's place do."""
    said = page.bare[title]
    near = page.bare[title + 1 : title + 1 + _LINES_NEAR]
    if said in near and said.count(" ") >= _TITLE_WORDS - 1:
        yield from (title + 1 + at for at, line in enumerate(near) if line == said)
