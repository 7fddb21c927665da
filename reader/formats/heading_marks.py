"""Headings by the marks of plain text and Markdown: `# …`, `== … ==`, `=head1 …`, and lines drawn under a line.

What is found is written into two columns of a page that is being laid out, `bare` and `levels`, one entry a line: the
levels of headings, and their words without the marks. Lines are counted from 0.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

MARK: Final = re.compile("[#=~-]")
"""What the line of such a heading, or the line below it, begins with."""
BLOCK_START: Final = re.compile(r"\s{0,3}(?:[-*+•]\s|>|#{1,6}\s|\||\d{1,9}[a-z]?[.)]\s)")
"""What a list, a quote, a heading or a table begins with."""

_ATX: Final = re.compile(r" {0,3}(#{1,6})[ \t]+(?=\S)")
_HEADING_MARKS: Final = re.compile(r"(?:#{1,6}|=head[1-6])[ \t]+")
_WIKI: Final = re.compile(r"(={2,6}) ?([^=\s](?:[^=]*[^=\s])?) ?\1$")
_POD: Final = re.compile(r"=head([1-6])[ \t]+(\S.*)$")
_UNDERLINE: Final = re.compile(r" {0,3}(=+|-+|~{3,})[ \t]*$")
_WRAPPED: Final = 50
"""Characters of the shortest line of a heading that goes on with another."""
_OFF: Final = 3
"""Characters by which an underline may be longer or shorter than such a line."""


def find_headings(
    raw: Sequence[str],
    bare: list[str],
    levels: list[int],
    marked: Iterable[int],
    verbatim: Collection[int],
    *,
    is_markdown: bool,
) -> None:
    """Sets the levels of headings, and takes their marks from the bare lines.

    `marked` are the lines that begin with a `MARK`, in order; `verbatim` lines are none.
    """
    for index in marked:
        if index in verbatim:
            continue
        content = bare[index]
        is_apart = index == 0 or not bare[index - 1]
        if (is_markdown or is_apart) and (heading := _atx_heading(raw[index])):
            levels[index], bare[index] = heading
        elif is_apart and (wiki := _WIKI.match(content)):
            levels[index] = len(wiki[1])
            bare[index] = wiki[2]
        elif is_apart and (pod := _POD.match(content)):
            levels[index] = int(pod[1])
            bare[index] = pod[2]
        elif not is_apart and _UNDERLINE.match(content) and index - 1 not in verbatim:
            _Columns(bare, levels).underline(index, content)


def without_heading_marks(bare: str) -> str:
    """The words of a heading; hashes behind it close it only if a blank stands before them."""
    marks = _HEADING_MARKS.match(bare)
    said = bare[marks.end() :] if marks else bare
    words = said.rstrip("#")
    return words.rstrip(" \t") if words != said and words[-1:] in {" ", "\t"} else said


def _atx_heading(content: str) -> tuple[int, str] | None:
    """Level and words of a heading that begins with `#`; those behind it are closing ones."""
    marks = _ATX.match(content)
    said = content[marks.end() :].rstrip(" \t").rstrip("#").rstrip(" \t") if marks else ""
    return (len(marks[1]), said) if marks and said else None


@dataclass(frozen=True, slots=True)
class _Columns:
    """The two columns, where a heading depends on the lines above it."""

    bare: Sequence[str]
    levels: list[int]

    def underline(self, index: int, content: str) -> None:
        """Makes the line above an underline a heading, where that line is alone and about as long.

        The same line may be drawn above it, another heading's underline stand there, or a line from which a word was
        wrapped.
        """
        above = self.bare[index - 1]
        before = self.bare[index - 2] if index > 1 else ""
        is_alone = not before or (
            _UNDERLINE.match(before) is not None and (before == content or (index > 2 and self.levels[index - 3] > 0))
        )
        if not is_alone and index > 1 and self._is_wrapped_heading(index, content):
            self.levels[index - 2] = self.levels[index - 1] = 1 if content[0] == "=" else 2
            return
        is_as_long = len(content) >= 3 and abs(len(content) - len(above)) <= max(3, len(above) // 2)
        if is_alone and is_as_long and any(map(str.isalnum, above)) and not BLOCK_START.match(above):
            self.levels[index - 1] = 1 if content[0] == "=" else 2

    def _is_wrapped_heading(self, index: int, content: str) -> bool:
        """Whether two lines alone stand above an underline as long as the first, in which the second had no room."""
        first, second = self.bare[index - 2 : index]
        return (
            (index == 2 or not self.bare[index - 3])
            and _WRAPPED <= len(first) <= len(content) + _OFF
            and len(content) <= len(first) + _OFF
            and len(second) < len(first)
            and len(first) + len(second.partition(" ")[0]) >= len(content)
            and any(map(str.isalnum, first))
            and not BLOCK_START.match(first)
        )
