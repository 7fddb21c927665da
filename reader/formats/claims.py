"""What each line of a page has been found to be before its paragraphs are: the claims that blocks are made of.

Where several claim a line, the first of this order has it: headline, furniture, byline, standfirst, turn, what the
Markdown parser says, code, what only a program reads, strokes, headings, rules. A line without a claim is body. Lines
are counted from 0.
"""

import re
from collections.abc import Collection, Mapping
from typing import Final, Literal, NamedTuple, TypeAlias

from reader.formats import markdown
from reader.formats.evidence.sections import is_end
from reader.formats.headline import Head
from reader.formats.page import BOLD_LEVEL, Page
from reader.formats.strokes import is_image
from reader.model.article import FurnitureKind


class HeadingLine(NamedTuple):
    """A line that is a heading by itself: two of them never join."""

    line: int


NamedClaim: TypeAlias = Literal["headline", "byline", "standfirst", "code", "marks", "aside"]
Claim: TypeAlias = FurnitureKind | markdown.Part | HeadingLine | NamedClaim | Literal["turn"]
"""Lines that follow each other with an equal claim belong together. `marks` are hidden as a whole."""

_FENCE: Final = re.compile(r" {0,3}(?:`{3,}|~{3,})")
_UNDERLINE: Final = re.compile(r" {0,3}(?:=+|-+|~{3,})\s*$")
_DRAWN: Final = re.compile(r"\s*([^\w\s])\1{2,}\s*$")
"""A stroke above or below a title."""


def claims(page: Page, head: Head, turns: Collection[int], sections: Collection[int]) -> Mapping[int, Claim]:
    """The claims of those lines that have one.

    On the lines `turns` somebody begins to speak; `sections` are the headings that the evidence of speakers found.
    """
    found: dict[int, Claim] = {}
    raw, bare, levels = page.lines.texts, page.bare, page.levels
    emptied = [index for index in page.filled if not bare[index]] if page.inlines else []
    for index in (*emptied, *page.glance.wordless):
        if _is_rule(page, index):
            found[index] = "aside"
    for index in sections:
        if not is_end(bare[index]):
            found[index] = HeadingLine(index)
    for index in page.filled if any(levels) else ():
        if 0 < levels[index] < BOLD_LEVEL:
            found[index] = HeadingLine(index)
            if index + 1 < len(raw) and _UNDERLINE.match(raw[index + 1]):
                found[index + 1] = "marks"
                if index and raw[index - 1] == raw[index + 1]:
                    found[index - 1] = "marks"
    for index in page.unread:
        found[index] = "marks"
    for index in page.verbatim:
        found[index] = "marks" if _FENCE.match(raw[index]) else "code"
    if page.is_markdown:
        taken = frozenset(page.furniture).union(turns) | page.unread | set(head.title_lines)
        for part in markdown.parts(page, taken):
            found.update(dict.fromkeys(range(part.first, part.last + 1), part))
    for index in (head.title_lines[0] - 1, head.title_lines[-1] + 1) if head.title_lines else ():
        if 0 <= index < len(raw) and _DRAWN.match(raw[index]):
            found[index] = "marks"
    found.update(dict.fromkeys(turns, "turn"))
    found.update(dict.fromkeys(head.standfirst_lines, "standfirst"))
    found.update(dict.fromkeys(head.byline_lines, "byline"))
    found.update(page.furniture)
    found.update(dict.fromkeys(head.title_lines, "headline"))
    return found


def _is_rule(page: Page, index: int) -> bool:
    """Whether a line without words stands alone or under a heading: a rule, not a stroke of a drawing."""
    content = page.lines.texts[index]
    above = index == 0 or not page.bare[index - 1]
    below = index + 1 >= len(page.bare) or not page.bare[index + 1]
    return (above and below) or is_image(content) or (index > 0 and page.levels[index - 1] > 0)
