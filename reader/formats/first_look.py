"""The title of a text whose first line is one beyond doubt, at a thirtieth of the cost of laying the text out.

    This page is an archive.          a notice: passed over
                                      alone in its paragraph, no mark, no stop, nobody's label, no site's word
    Why time is short          ◀──────
                                      what follows can be no title: a sentence, or a byline
    A clock was stopped on Monday.

Most texts begin so. Of every other text nothing is said here: `plain.title` knows, or nobody does.
"""

import re
from typing import Final

from reader.formats import wording
from reader.formats.bylines import is_byline
from reader.formats.markup import MARKS
from reader.formats.notices import is_licence, is_notice
from reader.formats.sites import is_kicker, is_masthead, is_site, is_ticker

_PARAGRAPH: Final = re.compile(r"\s*(\S[^\n]*)\n(?:[ \t]*\n)+(\S[^\n]*)")
"""A paragraph of one line, and the first line of the next."""
_OPENING: Final = re.compile(r"[\"'“‘«„]?[^\W_]")
_MARKED: Final = re.compile("|".join(map(re.escape, MARKS)))
_ODD: Final = re.compile(f"{_MARKED.pattern}|[|=~#>»›→]| [ /·—] ?")
"""What stands in a title seldom, and in menus, frames and code often."""
_REPORTS: Final = re.compile(r"(?:[A-ZÀ-Þ][\w’'.-]* ){1,4}reports$")
"""A byline: `Ada Brass reports`."""
_STOPS: Final = ".,;:?!…：；。、？！"
_LONGEST: Final = 160
_SHORTEST: Final = 12
_FEWEST_WORDS: Final = 3
_MOST_WORDS: Final = 20
_MOST_NOTICES: Final = 2
_SENTENCE_WORDS: Final = 5
"""A line that has so many and ends in a full stop ends no abbreviation."""


def title(beginning: str) -> str | None:
    """The title of a plain text; None where it takes more than a look to tell."""
    start = 0
    for _ in range(_MOST_NOTICES):
        found = _PARAGRAPH.match(beginning, start)
        if found is None:
            return None
        first, following = found[1].rstrip(), found[2].rstrip()
        if not first.endswith(".") or not is_notice(first):
            is_sure = _may_be_title(first) and _ends_the_head(following)
            is_alone = is_sure and beginning.count(first) == 1 and not _is_label(first, beginning[found.end(1) :])
            return first if is_alone else None
        start = found.start(2)
    return None


def _may_be_title(line: str) -> bool:
    return (
        _SHORTEST <= len(line) <= _LONGEST
        and line[-1] not in _STOPS
        and _OPENING.match(line) is not None
        and _ODD.search(line) is None
        and _FEWEST_WORDS <= len(line.split()) <= _MOST_WORDS
        and not line.isupper()
        and not is_site(line)
        and not is_kicker(line)
        and not is_ticker(line)
        and not is_masthead(line)
        and not is_byline(line)
        and wording.marker(line) is None
        and not is_notice(line)
        and not is_licence(line)
    )


def _ends_the_head(line: str) -> bool:
    """Whether a line can be no title, so that the one above it is."""
    if _MARKED.search(line) is not None or line[0] in "#=-~>|":
        return False
    if line[-1] == ".":
        return len(line.split()) >= _SENTENCE_WORDS and wording.marker(line) is None
    return is_byline(line) or _REPORTS.match(line) is not None


def _is_label(line: str, below: str) -> bool:
    """Whether a line may be somebody's words behind a label, or a key and its value."""
    label, colon, _ = line.partition(":")
    return bool(colon) and (" " not in label.strip() or f"\n{label}:" in below)
