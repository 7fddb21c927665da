"""Lines that close an exchange because something else begins: headings of sections, and marks of the end."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import compress
from typing import Final

from reader.formats.evidence.reading import Move
from reader.formats.expression import Expression
from reader.formats.page import BOLD_LEVEL, Page

_DECORATED: Final = re.compile(r"[|+]?[=\-*~#_+]{2,}[\s\[(|]+(\S.{0,90})$")
_NUMBERED: Final = Expression(
    r"(?:section|part|chapter|act|scene|capítulo|parte|kapitel|teil|chapitre|partie|capitolo|глава|часть)"
    r"\s+(?:[A-Z]|\d{1,3}|[IVXL]{1,6})\b[.:)]?",
    re.IGNORECASE,
)
_NUMBERED_STARTS: Final = frozenset({"se", "pa", "ch", "ac", "sc", "ca", "ka", "te", "гл", "ча"})
"""What they begin with."""
_END: Final = re.compile(
    r"[\W_]*(?:the\s+)?(?:end|ends|fin|ende|fine|fim|конец|eof"
    r"|end of (?:interview|transcript|file|recording|tape|article)"
    r"|interview ends|transcript ends|recording ends|-\s*30\s*-|###)[\W_]*$",
    re.IGNORECASE,
)
_FIELD: Final = Expression(
    r"(?:[a-zA-Z\d][.)]\s+)?(?:[-*•]\s+)?(?:\[[ _]*\](?!\()|\([ _]*\)|[☐☑□○◯❏❑]\s|_{4,})|.{0,60}_{5,}\W*$"
)
_STAMP: Final = re.compile(r"[\[(]\d{1,2}:\d\d(?::\d\d)?[\])]\s+(?=\S)")
_OPTION: Final = re.compile(r"(?:[-*•]\s+)?\(?(?P<letter>[a-bA-B])(?P<mark>[.)])\s")
_ARROW: Final = "-->"
_CUE: Final = re.compile(r"\d{1,2}:\d\d[\d:.,]*\s*-->\s*\d{1,2}:\d\d")
_PAUSE: Final = re.compile(r"[A-Z]\w{2,15}: [\[(]\d{1,2}:\d\d(?::\d\d)?[\])]$")
_PAUSE_REACH: Final = 19
"""Code points in which the bracket of a pause opens."""
_CODE: Final = re.compile(r"[=$@{}<>\\^~`]")
_SENTENCE_ENDS: Final = frozenset('.,;:!?…”"»)]')
_DECORATION: Final = re.compile(r"[|+=\-*~#_]")
_STROKES: Final = "-=_*#~+.·•%— \t|"
_STROKE: Final = re.compile(f"[{re.escape(_STROKES.strip())}]")
_BULLETS: Final = frozenset("*-+•")
_DRAWN: Final = frozenset("|+=-*~#_")
_LIMIT: Final = 90
_FEWEST_RULES: Final = 2
_LEAD: Final = 6
"""Lines from a rule to the question below it, a headline among them."""
_OPENERS: Final = frozenset("[(（【")
_OPENER: Final = re.compile(r"[\[(（【]")
_LONGEST_END: Final = 45
_END_STARTS: Final = frozenset("TEFITRКtefitrк")
"""The first letters of what says so, or of the article before it."""
_CENTRED: Final = 12
"""Blanks before a line that stands in the middle."""


def is_end(line: str) -> bool:
    """Whether a line says that the text is over: END, ** FIN **, -30-."""
    if len(line) > _LONGEST_END or (line[:1].isalpha() and line[0] not in _END_STARTS):
        return False
    return _END.match(line) is not None


def is_direction(line: str) -> bool:
    """Whether a line is only a direction, a time before it or not: [laughter], [01:12] [music], Break: [04:55]."""
    if line[-1] in "])" and line[0] not in _OPENERS:
        return _PAUSE.match(line) is not None
    if line[1:2].isdigit() and line[0] in _OPENERS and (stamp := _STAMP.match(line)):
        line = line[stamp.end() :]
    return (
        line[0] in _OPENERS
        and len(line) <= _LIMIT
        and (line[0], line[-1]) in {("[", "]"), ("(", ")"), ("（", "）"), ("【", "】")}
        and not any(mark in line[1:-1] for mark in "[]()（）")
    )


def directions(page: Page) -> frozenset[int]:
    """The lines of a page that are only directions."""
    bare, glance = page.bare, page.glance
    opened = glance.beginning(_OPENER)
    paused = [
        index for bracket in "[(" if bracket in page.text for index in glance.holding(f": {bracket}", _PAUSE_REACH)
    ]
    return frozenset([index for index in (*opened, *paused) if is_direction(bare[index])])


def ends(page: Page) -> list[int]:
    """The lines of a page that say that the text is over, in order."""
    return [index for index in page.glance.brief(_LONGEST_END) if is_end(page.bare[index])]


def silent(page: Page) -> frozenset[int]:
    """The lines of a page that only part what is said, or say that it is over."""
    rules = [index for index in page.glance.wordless if is_rule(page.bare[index])]
    return frozenset([*ends(page), *rules, *cues(page)])


def cues(page: Page) -> Iterator[int]:
    """The lines of subtitles that say when something is shown, and their numbers."""
    if _ARROW not in page.text:
        return
    bare = page.bare
    for index in page.filled:
        if _ARROW in bare[index] and _CUE.match(bare[index]):
            yield index
            if index and bare[index - 1].isdecimal():
                yield index - 1


def is_field(line: str) -> bool:
    """Whether a line is to be filled in by who reads it: a box to tick, a blank to write on."""
    may_be = "_" in line or "[" in line or "(" in line or not line.isascii()
    return may_be and _FIELD.match(line) is not None


def offers_choice(page: Page, index: int) -> bool:
    """Whether a line and the next are options to choose from: `a) One`, `b) Two`."""
    first = _OPTION.match(page.bare[index])
    if first is None or first["letter"] not in "aA":
        return False
    second = _OPTION.match("".join(page.bare[index + 1 : index + 2]) or "".join(page.bare[index + 2 : index + 3]))
    return second is not None and second["letter"] in "bB" and second["mark"] == first["mark"]


def is_rule(line: str) -> bool:
    """Whether a line is only drawn."""
    return not line.strip(_STROKES)


def separators(page: Page, moves: Sequence[Move]) -> frozenset[int]:
    """The rules of a page where they part one exchange, or a few, from the next: most have a question right below."""
    rules = [index for index in page.glance.beginning(_STROKE) if _parts(page, index)]
    if len(rules) < _FEWEST_RULES:
        return frozenset()
    starts = [move.line for move in moves]
    counted = leading = 0
    for rule in rules:
        at = bisect_right(starts, rule)
        if at == len(starts):
            break
        if at or starts[at] - rule < _LEAD:
            counted += 1
            filled = sum(map(bool, page.bare[rule + 1 : min(starts[at], rule + _LEAD)]))
            leading += moves[at].side == "asks" and starts[at] - rule < _LEAD and filled <= 1
    return frozenset(rules) if counted >= _FEWEST_RULES and leading >= 0.5 * counted else frozenset()


def _parts(page: Page, index: int) -> bool:
    """Whether a line is only drawn, and more than the mark of a list's item that was left empty."""
    return is_rule(page.bare[index]) and (page.bare[index] not in _BULLETS or _is_centred(page, index))


def _is_centred(page: Page, index: int) -> bool:
    raw = page.lines.texts[index]
    return raw[:_CENTRED].isspace() and len(raw) > _CENTRED


def _stands_out(page: Page, index: int) -> bool:
    """Whether a line is in capitals, or in the middle of the page."""
    line = page.bare[index]
    if line.isupper() and " " in line and not _CODE.search(line):
        return True
    return (
        not page.is_flush
        and _is_centred(page, index)
        and (index + 1 == len(page.bare) or not page.bare[index + 1] or _is_centred(page, index + 1))
    )


def section_lines(page: Page, *, by_looks: bool = True) -> frozenset[int]:
    """The lines that are headings of sections by their marks or wording, and, `by_looks`, by capitals or place."""
    bare, levels = page.bare, page.levels
    found: set[int] = set()
    for index in compress(range(len(bare)), levels):
        line = bare[index]
        if levels[index] < BOLD_LEVEL or (line and len(line) <= _LIMIT and line[-1] not in _SENTENCE_ENDS):
            found.add(index)
    for index, _ in page.glance.runs:
        line = bare[index]
        if (
            len(line) <= _LIMIT
            and not levels[index]
            and line[0] not in _DRAWN
            and _is_section(page, index, by_looks=by_looks)
        ):
            found.add(index)
    for index in page.glance.beginning(_DECORATION):
        line = bare[index]
        above = bare[index - 1][:1] if index else ""
        if above and above not in _DRAWN and line[-1] not in _DRAWN:
            continue  # a dash between the words of a paragraph
        if len(line) <= _LIMIT and not levels[index] and _DECORATED.match(line) and any(map(str.isalpha, line)):
            found.add(index)
    return frozenset(found)


def _is_section(page: Page, index: int, *, by_looks: bool) -> bool:
    """Whether a line that begins a paragraph is a heading without marks, or the end."""
    line = page.bare[index]
    if line[:2].lower() in _NUMBERED_STARTS and line[-1] not in ".,;?" and _NUMBERED.match(line):
        return True
    if is_end(line):
        return True
    return by_looks and len(line) > 3 and line[-1] not in _SENTENCE_ENDS and _stands_out(page, index)
