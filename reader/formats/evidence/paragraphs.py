"""Paragraphs: runs of lines that hold words, between blank lines, rules and furniture."""

from bisect import bisect_left
from typing import NamedTuple

from reader.formats.page import Page


class Paragraph(NamedTuple):
    """Lines `first` to `last`, both included, from 0."""

    first: int
    last: int


def has_words(line: str) -> bool:
    """Whether a line holds a letter or a digit."""
    return line[:1].isalnum() or line[-1:].isalnum() or any(map(str.isalnum, line))


class Outline:
    """A page with its paragraphs, which every kind of evidence looks at."""

    __slots__ = ("_lasts", "page", "paragraphs")

    def __init__(self, page: Page) -> None:
        self.page = page
        self.paragraphs = _paragraphs(page)
        self._lasts = [paragraph.last for paragraph in self.paragraphs]

    def between(self, start: int, stop: int) -> list[Paragraph]:
        """The paragraphs, or what lies of them, from line `start` to before line `stop`."""
        at = bisect_left(self._lasts, start)
        found = []
        while at < len(self.paragraphs) and self.paragraphs[at].first < stop:
            first, last = self.paragraphs[at]
            found.append(Paragraph(max(first, start), min(last, stop - 1)))
            at += 1
        return found

    def words(self, paragraph: Paragraph, column: int = 0) -> str:
        """What a paragraph says, from a column of its first line, on one line."""
        bare = self.page.bare
        first, last = paragraph
        if first == last:
            return bare[first][column:]
        return " ".join((bare[first][column:], *bare[first + 1 : last + 1]))

    def indent(self, line: int) -> int:
        """How many blanks stand before a line."""
        raw = self.page.lines[line].text
        return len(raw) - len(raw.lstrip())

    def size(self, paragraph: Paragraph) -> int:
        """Its length in code points, markup and breaks included."""
        lines = self.page.lines
        return lines[paragraph.last].end - lines[paragraph.first].start


def _paragraphs(page: Page) -> list[Paragraph]:
    found: list[Paragraph] = []
    furniture = page.furniture
    first = -1
    for index, line in enumerate(page.bare):
        if line and index not in furniture and (line[0].isalnum() or has_words(line)):
            if first < 0:
                first = index
        elif first >= 0:
            found.append(Paragraph(first, index - 1))
            first = -1
    if first >= 0:
        found.append(Paragraph(first, len(page.bare) - 1))
    return found
