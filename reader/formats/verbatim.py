"""Which lines are code, fences included: nobody speaks there, and no mark is one. Lines are counted from 0."""

import re
from collections.abc import Sequence
from typing import Final

_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})([^`]*)$")
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
    """Whether tildes are drawn under a line alone, from end to end of it, rather than opening a fence."""
    content = rows[index].strip()
    above = rows[index - 1].strip() if index else ""
    is_alone = index < 2 or not rows[index - 2].strip()
    return is_alone and bool(above) and not content.strip("~") and abs(len(content) - len(above)) <= 2
