"""Paragraphs: runs of lines that hold words, between blank lines, rules and furniture."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import TypeAlias

from reader.formats.evidence.sections import directions, silent
from reader.formats.glance import Run, runs
from reader.formats.page import Page

Paragraph: TypeAlias = Run
"""Lines from 0."""


class Outline:
    """A page with its paragraphs, which every kind of evidence looks at."""

    def __init__(self, page: Page) -> None:
        self.page = page
        wordless = page.glance.wordless
        self.paragraphs = page.glance.runs
        if wordless or page.furniture:
            told = bytearray(page.glance.mask)
            for index in (*wordless, *page.furniture):
                told[index] = False
            self.paragraphs = tuple(runs(told))
        self._firsts = [paragraph.first for paragraph in self.paragraphs]
        self._lasts = [paragraph.last for paragraph in self.paragraphs]

    @cached_property
    def directions(self) -> frozenset[int]:
        """The lines that are only directions."""
        return directions(self.page)

    @cached_property
    def spoken(self) -> Sequence[int]:
        """The lines on which something is said, in order: all but furniture, definitions, rules, directions, ends."""
        page = self.page
        unsaid = silent(page) | self.directions | page.definitions | page.furniture.keys()
        return [line for line in page.glance.filled if line not in unsaid] if unsaid else page.glance.filled

    def between(self, start: int, stop: int) -> list[Paragraph]:
        """The paragraphs, or what lies of them, from line `start` to before line `stop`."""
        found = [*self.paragraphs[bisect_left(self._lasts, start) : bisect_left(self._firsts, stop)]]
        if found and found[0].first < start:
            found[0] = Paragraph(start, found[0].last)
        if found and found[-1].last >= stop:
            found[-1] = Paragraph(found[-1].first, stop - 1)
        return found

    def count(self, start: int, stop: int) -> int:
        """How many they are."""
        return bisect_left(self._firsts, stop) - bisect_left(self._lasts, start)

    def words(self, paragraph: Paragraph, column: int = 0) -> str:
        """What a paragraph says, from a column of its first line, on one line."""
        bare = self.page.bare
        first, last = paragraph
        if first == last:
            return bare[first][column:]
        return " ".join((bare[first][column:], *bare[first + 1 : last + 1]))

    def length(self, paragraph: Paragraph) -> int:
        """How many characters a paragraph says, on one line."""
        bare = self.page.bare
        first, last = paragraph
        if first == last:
            return len(bare[first])
        return sum(map(len, bare[first : last + 1])) + last - first

    def indent(self, line: int) -> int:
        """How many blanks stand before a line."""
        raw = self.page.lines.texts[line]
        return len(raw) - len(raw.lstrip())

    def size(self, paragraph: Paragraph) -> int:
        """Its length in code points, markup and breaks included."""
        first, last = paragraph
        starts, texts = self.page.lines.starts, self.page.lines.texts
        return starts[last] + len(texts[last]) - starts[first]
