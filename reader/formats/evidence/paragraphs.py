"""Paragraphs: runs of lines that hold words, between blank lines, rules and furniture."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from operator import gt
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
        self._told = bytearray(page.glance.mask)
        self.paragraphs = page.glance.runs
        if wordless or page.furniture:
            for index in (*wordless, *page.furniture):
                self._told[index] = False
            self.paragraphs = tuple(runs(self._told))

    @cached_property
    def _begun(self) -> Sequence[int]:
        """How many paragraphs begin above each line, and above the end."""
        told = self._told
        return [0, *accumulate(map(gt, told, b"\0" + told))]

    @cached_property
    def _ended(self) -> Sequence[int]:
        """How many paragraphs end above each line, above the end and behind it."""
        told = self._told
        return [0, *accumulate(map(gt, told, told[1:] + b"\0")), len(self.paragraphs)]

    @cached_property
    def directions(self) -> frozenset[int]:
        """The lines that are only directions."""
        return directions(self.page)

    @cached_property
    def last_spoken(self) -> Sequence[int]:
        """For each line, and for the end, the last one above it on which something is said, or 0.

        Nobody says furniture, definitions, rules, directions or that the text is over.
        """
        page = self.page
        said = bytearray(page.glance.mask)
        for line in (*silent(page), *self.directions, *page.unread, *page.furniture):
            said[line] = False
        last, found = 0, [0]
        for line, is_said in enumerate(said):
            if is_said:
                last = line
            found.append(last)
        return found

    def between(self, start: int, stop: int) -> list[Paragraph]:
        """The paragraphs, or what lies of them, from line `start` to before line `stop`."""
        found = [*self.paragraphs[self._ended[start] : self._begun[stop]]]
        if found:
            if found[0].first < start:
                found[0] = Paragraph(start, found[0].last)
            if found[-1].last >= stop:
                found[-1] = Paragraph(found[-1].first, stop - 1)
        return found

    def count(self, start: int, stop: int) -> int:
        """How many they are."""
        return self._begun[stop] - self._ended[start]

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

    def share_below(self, line: int) -> float:
        """Which part of all that the paragraphs say stands at a line and below it."""
        sizes = [*map(self.size, self.paragraphs)]
        return sum(sizes[self._ended[line] :]) / max(1, sum(sizes))

    def size(self, paragraph: Paragraph) -> int:
        """Its length in code points, markup and breaks included."""
        first, last = paragraph
        starts, texts = self.page.lines.starts, self.page.lines.texts
        return starts[last] + len(texts[last]) - starts[first]


def line_by_line(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Every line of some paragraphs as a paragraph of its own."""
    return tuple([Paragraph(line, line) for one in paragraphs for line in range(one.first, one.last + 1)])


class LinedOutline(Outline):
    """A page of which every line is a paragraph of its own."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.paragraphs = line_by_line(self.paragraphs)

    @cached_property
    def _begun(self) -> Sequence[int]:
        return [0, *accumulate(self._told)]

    @cached_property
    def _ended(self) -> Sequence[int]:
        return [*self._begun, len(self.paragraphs)]
