"""Which lines are code, fences included: nobody speaks there, and no mark is one. Lines are counted from 0."""

import re
from collections.abc import Sequence
from typing import Final

_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})([^`]*)$")
_HEADING_LINES: Final = 3
"""Lines of a heading under which tildes are drawn."""
_OFF: Final = 2
"""Characters by which they may be longer or shorter."""
_LIST_ITEM: Final = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s")


def verbatim(rows: Sequence[str], *, is_markdown: bool) -> set[int]:
    """The lines of fenced code and, in Markdown, of indented code that is not part of a list."""
    found: set[int] = set()
    opened: tuple[int, str] | None = None
    is_after_blank, is_in_list = True, False
    for index, content in enumerate(rows):
        fence = _FENCE.match(content) if "```" in content or "~~~" in content else None
        if opened is not None:
            if fence and fence[1].startswith(opened[1]) and not fence[2].strip():
                found.update(range(opened[0], index + 1))
                opened = None
            continue
        if fence and (is_markdown or not _is_underline(rows, index)):
            opened = (index, fence[1])
            continue
        if not is_markdown:
            continue
        if not content or content.isspace():
            is_after_blank = True
            continue
        is_indented = content[0] == "\t" or content.startswith("    ")
        if is_indented and not is_in_list and (is_after_blank or index - 1 in found):
            found.add(index)
        elif not is_indented and is_after_blank:
            is_in_list = _LIST_ITEM.match(content) is not None or (is_in_list and content[0] == " ")
        elif not is_in_list and _LIST_ITEM.match(content):
            is_in_list = True
        is_after_blank = False
    if opened is not None and is_markdown:
        found.update(range(opened[0], len(rows)))
    return found


def _is_underline(rows: Sequence[str], index: int) -> bool:
    """Whether tildes are drawn under a paragraph of few lines, as long as its longest, rather than opening a fence."""
    content = rows[index].strip()
    if content.strip("~"):
        return False
    above = index
    while above and index - above <= _HEADING_LINES and rows[above - 1].strip():
        above -= 1
    lengths = [len(rows[line].strip()) for line in range(above, index)]
    return 0 < len(lengths) <= _HEADING_LINES and abs(len(content) - max(lengths)) <= _OFF
