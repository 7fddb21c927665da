"""Whether a line among the first of a page could be its title: by what it says, and by how it stands there.

Lines are counted from 0.
"""

import re
from collections.abc import Sequence
from typing import Final

from reader.formats import wording
from reader.formats.bylines import is_byline, is_secondary_byline
from reader.formats.expression import Expression
from reader.formats.layout import wraps
from reader.formats.page import BOLD_LEVEL, Page
from reader.formats.sites import is_high, is_name_like, kind_of_line
from reader.formats.strokes import has_words, undecorated
from reader.formats.wording import Marker

LIST_MARK: Final = re.compile(r"(?:[-–—―*•>+|]\s|[A-Z]?\d{1,3}[.)]\s|Q[.:)]\s|https?://|www\.)")
_TURN: Final = re.compile(r"([^:：]{1,40})[:：](?:\s|$)")
_STAMPED: Final = re.compile(r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s")
_COUNTED: Final = re.compile(r"[^:]{2,30}:\s?[\d.,:/ -]+$")
"""What a site counts: `Views: 1,204`."""
_NAMED: Final = Expression(
    r"\b(?:interview|entretien|intervista|entrevista|gespräch|wywiad|rozmowa|rozhovor)\b|интервью|беседа", re.IGNORECASE
)
"""What names an interview, in the first line of one."""
_MOST_STOPPED: Final = 12
_PAGED: Final = Expression(r"(?:page|p\.|seite|página|pagina|strona|страница|стр\.) ?\d{1,4}$", re.IGNORECASE)
"""What stands at the head of a page of many."""
_LETTERED: Final = re.compile(r"\(?[^\W\d_][.)]$")
"""A letter that numbers what follows."""
_ABBREVIATED: Final = Expression(
    r"(?:\b(?:inc|jr|sr|ltd|co|corp|etc|vs|dr|mr|ms|mrs|st|vol|no|pt)|\b[A-Z]|\.\.)\.$", re.IGNORECASE
)
_LONGEST_ABBREVIATION: Final = 8
_SENTENCES: Final = Expression(r"[.!?][”’\"]? [“‘\"]?[A-ZÀ-Þ]")
_RIGHTS: Final = Expression(r"\b[Cc]opyright\b\W*(?:\([Cc]\)|©|\d{4})|©\W*\d{4}")
_IN_THE_MIDDLE: Final = 4
_OFF_CENTRE: Final = 3
"""Columns by which the middles of centred lines may differ."""
_PROSE: Final = 60
"""Characters of the longest line of a paragraph whose first may be a title."""
_LOOKED_AT: Final = 40
_TWICE: Final = 2.0
_MOST_APART: Final = 6
"""Lines of a paragraph that is no prose."""
_FILLED: Final = 0.8
"""How much of the measure a line of wrapped prose takes at least."""
_FEWEST_WORDS: Final = 3
_SENTENCE_ENDS: Final = frozenset('.!?…”"»。')
_RECURS: Final = 3
_SAID_AGAIN: Final = 4
_FEWEST_SAID: Final = 40
"""Characters of a line that nobody says twice in a row."""
_LOUDEST_QUOTE: Final = 120


def recurs(page: Page, start: str, *, whole: bool) -> bool:
    """Whether at least three lines begin with (or are) the same words: who speaks, not what it is about."""
    if whole:
        return page.bare.count(start) >= _RECURS
    count = 0
    for line in filter(None, page.bare):
        if line.startswith(start):
            count += 1
            if count == _RECURS:
                return True
    return False


def is_turn(page: Page, bare: str) -> bool:
    """Whether a line is somebody's words behind a label that comes again, or behind a time."""
    if _STAMPED.match(bare):
        return True
    turn = _TURN.match(bare) if ":" in bare or "：" in bare else None
    return turn is not None and recurs(page, turn[0].rstrip(), whole=False)


def could_be_title(page: Page, index: int, *, is_below: bool = False) -> bool:
    """Whether a line reads like a title; a line right below another that does is no quotation."""
    if LIST_MARK.match(page.bare[index]):
        return False
    bare = undecorated(page.bare[index])
    if not 1 < len(bare) <= 200 or len(bare.split()) > 30 or not any(map(str.isalpha, bare)):
        return False
    if _LETTERED.match(bare) or _COUNTED.match(bare) or (bare[-1].isdigit() and _PAGED.match(bare)):
        return False
    if bare[0] == "(" and bare.endswith((".)", "!)")):
        return False
    if 0 < page.levels[index] < BOLD_LEVEL:
        return True
    if (
        bare[-1] in ".,;:；：。、"
        and not _ABBREVIATED.search(bare[-_LONGEST_ABBREVIATION:])
        and not _is_stopped_title(page, index)
    ):
        return False
    if len(bare) > (100 if bare[-1] == "!" else 120) and _SENTENCES.search(bare):
        return False
    if ("opyright" in bare or "©" in bare) and _RIGHTS.search(bare):
        return False
    if (
        is_turn(page, bare)
        and not _is_quoted_title(page, index, is_below=is_below)
        and not (len(bare) >= _FEWEST_SAID and _is_said_again(page, index))
    ):
        return False
    return not (len(bare) < 40 and recurs(page, bare, whole=True) and not _is_said_again(page, index))


def _is_said_again(page: Page, index: int) -> bool:
    """Whether a line is repeated at once, as saved pages do with a title: nobody takes turns with oneself."""
    below = (line for line in page.bare[index + 1 :] if line)
    return next(below, None) == page.bare[index] and page.bare.count(page.bare[index]) <= _SAID_AGAIN


def stands_apart(page: Page, index: int, paragraph: range) -> bool:
    """Whether a line may be a title by its place: alone, or above a byline, or in a short block of such lines."""
    if len(paragraph) == 1 or is_centred(page, paragraph):
        return True
    if len(paragraph) > _MOST_APART and _flows(page.bare[index : min(paragraph.stop, index + _LOOKED_AT)]):
        return False
    rest = [page.bare[other] for other in paragraph if other > index and has_words(page.bare[other])]
    if not rest or is_byline(rest[0]) or is_secondary_byline(rest[0]):
        return True
    first = page.bare[index]
    if kind_of_line(page.bare[index + 1]) or wording.marker(rest[0]) is Marker.CREDIT:
        return True
    if (len(rest[0]) > 140 and len(first) < 100) or is_broken_off(page, index, paragraph):
        return True
    if len(paragraph) > _MOST_APART or any(len(line) > 75 for line in (first, *rest[:-1])) or rest[0][0].islower():
        return False
    if any(map(is_byline, rest)):
        return True
    is_sentence = rest[-1][-1] in ".…"
    if (
        len(rest) == 1
        and is_sentence
        and rest[0][0].isupper()
        and first[-1] not in ".,;"
        and len(first) < len(rest[0]) + 30
    ):
        return True
    return len(paragraph) <= 3 and all(line[-1] not in ".,;" and not line[0].islower() for line in (first, *rest))


def _flows(lines: Sequence[str]) -> bool:
    """Whether lines are wrapped prose from the first on: that and the next are filled to the measure of the others."""
    measure = max(map(len, lines))
    return measure > _PROSE and min(map(len, lines[:2])) > _FILLED * measure


def is_broken_off(page: Page, index: int, paragraph: range) -> bool:
    """Whether a line above all but the site's ended before its measure did: no wrapped line does, nor one of verse.

    There was room for the first word below it; that begins like a sentence; and another line is more than twice as long
    and ends as sentences do, where those of verse are much alike.
    """
    lines = page.bare[index : min(paragraph.stop, index + _LOOKED_AT)]
    if len(lines) < 2:
        return False
    first, below, *_ = lines
    longest = max(lines, key=len)
    return (
        all(kind_of_line(above) for above in page.bare[paragraph.start : index])
        and "|" not in first
        and first[0].isupper()
        and first[-1].isalnum()
        and len(first.split()) >= _FEWEST_WORDS
        and len(longest) >= max(_PROSE, _TWICE * len(first))
        and any(line[-1] in _SENTENCE_ENDS for line in lines if len(line) >= _TWICE * len(first))
        and not below[0].islower()
        and not wraps(first, below, len(longest))
    )


def is_centred(page: Page, paragraph: range) -> bool:
    """Whether two or three lines stand in the middle of the page, one below the other, as only headlines do."""
    if not 2 <= len(paragraph) <= 3 or page.is_markdown:
        return False
    rows = [page.lines.texts[index].expandtabs().rstrip() for index in paragraph]
    indents = [len(row) - len(row.lstrip()) for row in rows]
    middles = [(indent + len(row)) / 2 for indent, row in zip(indents, rows, strict=True)]
    return (
        min(indents) >= _IN_THE_MIDDLE
        and max(indents) - min(indents) > 1
        and max(middles) - min(middles) <= _OFF_CENTRE
        and all(row[-1] not in ".,;:" for row in rows)
    )


def is_followed_by_title(page: Page, index: int, end: int) -> bool:
    """Whether another line further down could be the title."""
    return any(
        page.bare[other] and could_be_title(page, other) and not is_byline(page.bare[other])
        for other in range(index + 1, min(index + 8, end))
    )


def _is_stopped_title(page: Page, index: int) -> bool:
    """Whether a few words above everything else are a title in spite of the stop behind them.

    They have capitals, and stand alone; or they name an interview, and a question may follow at once.
    """
    bare, line = page.bare, page.bare[index]
    if line[-1] not in ".:" or "." in line[:-1] or not 2 <= len(line.split()) <= _MOST_STOPPED:
        return False
    if index + 1 >= len(bare) or any(above and not kind_of_line(above) for above in bare[:index]):
        return False
    if _NAMED.search(line):
        return not bare[index + 1] or (line[-1] == "." and bare[index + 1][-1] == "?")
    return line[-1] == "." and not bare[index + 1] and is_high(line) and is_name_like(line)


def _is_quoted_title(page: Page, index: int, *, is_below: bool) -> bool:
    """Whether what looks like a turn quotes who speaks below, as headlines do: nobody answers right after it."""
    bare = page.bare
    if is_below or _STAMPED.match(bare[index]):
        return False
    below = next((other for other in range(index + 1, min(index + 6, len(bare))) if has_words(bare[other])), None)
    if below is None:
        return False
    if is_byline(bare[below]):
        return True
    if below == index + 1 or bare[index][-1] in ".!?…:" or len(bare[index]) > _LOUDEST_QUOTE:
        return False
    if bare[index][-1] in '"”’»“':
        return not is_turn(page, bare[below])
    if _SENTENCES.search(bare[index]):
        return False
    label = bare[index].partition(":")[0] + ":"
    others = [line for line in bare[index + 1 :] if line.startswith(label)]
    return sum(line[-1] in '.!?…"”’»)' for line in others) >= max(3, len(others) * 0.8)
