"""Whether a first line that could be a title is the first of several questions, in a text without a title.

    What do you do all day?           ◀ asks, and so do others below that stand as it does
    I keep a lamp alight …
    Who pays you?

Headlines ask too, but a question that nobody answers at once, or one of which there is only one, may be a headline.
Lines are counted from 0.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from reader.formats.evidence.asking import asking
from reader.formats.expression import Expression
from reader.formats.page import Page
from reader.formats.strokes import has_words
from reader.formats.title_lines import is_turn

_TO_SOMEBODY: Final = Expression(
    r"\b(?:I|my|me|you|your|yourself|Sie|Ihr|Ihre[nrm]?|Ihnen|ich|mein\w*|[Dd](?:u|ir|ich|ein\w*)|[Ee]uch|vous|votre|vos|je|mon|usted|su|tú|tu"
    r"|você|seu|sua|lei|u|uw|jij|je|вы|вам|вас|ваш\w*|мой|мне)\b"
)
_LONGEST_QUESTION: Final = 200
_ASKED_WITHIN: Final = 60
"""Lines in which other questions are looked for."""
_LISTED: Final = 2
"""Questions right below another that make a list of them."""
_FEWEST_ALIKE: Final = 3
"""Questions in step with their answers from the first line on, each of one line: none of them is a title."""


def is_asked(page: Page, index: int, end: int, *, is_first: bool) -> bool:
    """Whether a line is such a question; `end` is where the head has ended, and only furniture is above the first."""
    bare = page.bare
    if page.levels[index] or asking(bare[index]) < 1.0:
        return False
    if _is_one_of_many(bare, index):
        return True
    if not is_first or bare[index][-1] not in "?)":
        return False
    if _is_answered_by_label(page, index, end):
        return True
    if not _TO_SOMEBODY.search(bare[index]):
        return False
    alike = [
        at
        for at in range(index + 1, len(bare))
        if bare[at] and len(bare[at]) < _LONGEST_QUESTION and asking(bare[at]) == 1.0 and _TO_SOMEBODY.search(bare[at])
    ]
    return len(alike) >= (2 if all(_is_answered_below(bare, at) for at in (index, *alike)) else 3)


def _is_one_of_many(bare: Sequence[str], index: int) -> bool:
    """Whether two more questions, or a reply behind a dash, are the next lines; or every other line from it on asks."""
    filled = [at for at in range(index, min(len(bare), index + _ASKED_WITHIN)) if has_words(bare[at])]
    following = [bare[at] for at in filled[1:3]]
    if following and (
        following[0][0] in "–—―" or (len(following) == _LISTED and all(asking(line) == 1.0 for line in following))
    ):
        return True
    in_step = 0
    for asked, told in zip(filled[::2], filled[1::2], strict=False):
        if asking(bare[asked]) < 1.0 or asking(bare[told]) == 1.0:
            break
        in_step += 1
    return in_step >= _FEWEST_ALIKE


def _is_answered_by_label(page: Page, index: int, end: int) -> bool:
    """Whether whoever a label names below a first line answers other lines that ask, too."""
    bare = page.bare
    below = next((at for at in range(index + 1, end) if bare[at]), None)
    if below is None or not is_turn(page, bare[below]):
        return False
    label = bare[below].partition(":")[0] + ":"
    filled = [line for line in bare[below:] if line]
    return (
        sum(line.startswith(label) and above[-1] == "?" and ":" not in above for above, line in pairwise(filled)) >= 2
    )


def _is_answered_below(bare: Sequence[str], index: int) -> bool:
    """Whether a line is the first of its paragraph, and a longer one follows it at once."""
    is_first = index == 0 or not bare[index - 1]
    return is_first and index + 1 < len(bare) and len(bare[index + 1]) > len(bare[index])
