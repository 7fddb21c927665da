"""What a marker leads: the lines around it that go with it, each kind with its own end.

    3 comments           to the end of the page, if a thread is there
    Related              headlines, up to prose
    Tags:                the short or linked lines below
    Licence (heading)    up to the next heading of its level
    Photo: A. Smith      the caption above it

Lines are counted from 0.
"""

import re
from collections.abc import Sequence
from itertools import chain
from typing import Final

from reader.formats import captions, wording
from reader.formats.comments import Lower
from reader.formats.expression import Expression
from reader.formats.glance import Run
from reader.formats.headline import Head
from reader.formats.other_headlines import headlines_below, is_headline
from reader.formats.page import Page
from reader.formats.tail import is_tagged
from reader.formats.wording import Marker
from reader.model.article import FurnitureKind

_DAY: Final = Expression(
    r"\b\d{1,2}(?:st|nd|rd|th|\.)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|juni|juli|okt|dez)"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b",
    re.IGNORECASE,
)
_BODY: Final = 1_500
"""Characters above the first comment from which on they are an article's body: the marker only led to the thread."""
FAR: Final = 200
"""Lines from the end above which no heading of other headlines leads to it."""


def is_near_end(runs: Sequence[Run], at: int) -> bool:
    """Whether a run is among the last of a page."""
    return at >= len(runs) * 0.7 or at >= len(runs) - 12


class Led:
    """Sets apart what the markers of a page lead; each answer is the number of the next run to be looked at."""

    def __init__(self, page: Page, found_runs: Sequence[Run], found: dict[int, FurnitureKind], head: Head) -> None:
        self.page = page
        self.bare = page.bare
        self.runs = found_runs
        self.found = found
        self.head = head
        self._lower: Lower | None = None

    def put(self, first: int, last: int, kind: FurnitureKind) -> None:
        """Sets apart what stands on some lines, the blank ones left out."""
        for index in range(first, last + 1):
            if not self.page.lines.texts[index].isspace() and self.page.lines.texts[index]:
                self.found[index] = kind

    def section(self, at: int, index: int, kind: FurnitureKind) -> int:
        """Sets apart a heading and what follows it up to the next heading of its level."""
        level = self.page.levels[index]
        last = index
        past = at + 1
        for number in range(at + 1, min(len(self.runs), at + 12)):
            if 0 < self.page.levels[self.runs[number].first] <= level:
                break
            last, past = self.runs[number].last, number + 1
        self.put(index, last, kind)
        return past

    def comments(self, at: int, index: int) -> int | None:
        """From a marker of comments to the end, if what follows looks like a thread or is short."""
        bare, run = self.bare, self.runs[at]
        if self._lower is None:
            self._lower = Lower(bare, index)
        rest, gap, signs, labelled = self._lower.below(index)
        before = self._lower.size_of(self.head.body, index)
        is_answered = signs < 2 and labelled > 1
        is_sure = signs > 1 or (self.head.title is not None and self.head.title in bare[index])
        if is_answered or (rest > before * 0.5 and not is_sure) or gap > max(before, _BODY):
            if run.first == run.last:
                self.found[index] = FurnitureKind.COMMENTS
            return None
        self.put(index, len(bare) - 1, FurnitureKind.COMMENTS)
        for number in range(at, len(self.runs)):
            for line in range(max(index + 1, self.runs[number].first), self.runs[number].last + 1):
                if len(bare[line]) > 80 or wording.marker(bare[line]) is not Marker.RELATED:
                    continue
                is_first = line == self.runs[number].first or line - 1 in self.found
                if signs < 2:
                    self.headlines(number, line)
                elif (
                    is_first
                    and len(bare) - line <= FAR
                    and all(is_headline(self.page, below) for below in range(line, len(bare)))
                ):
                    self.put(line, len(bare) - 1, FurnitureKind.RELATED)
                    return len(self.runs)
        return len(self.runs)

    def related(self, at: int, index: int) -> int | None:
        """A marker of other headlines with those that follow it."""
        run = self.runs[at]
        if run.first != index and len(self.bare[index - 1]) > 110:
            return None
        lines, past = headlines_below(self.page, self.runs, at, index)
        if len(lines) == 1 and not is_near_end(self.runs, at) and not self.page.levels[index]:
            return None
        self.found.update(dict.fromkeys(lines, FurnitureKind.RELATED))
        return past

    def headlines(self, at: int, index: int) -> int:
        """Sets apart a marker and the headlines below it; gives the number of the next run."""
        lines, past = headlines_below(self.page, self.runs, at, index)
        self.found.update(dict.fromkeys(lines, FurnitureKind.RELATED))
        return past

    def events(self, at: int, index: int) -> bool:
        """A heading of meetings or dates with the lines below it, if they name days."""
        last = self.runs[at].last
        if last == index:
            if at + 1 >= len(self.runs):
                return False
            last = self.runs[at + 1].last
        said = [self.bare[line] for line in range(index + 1, last + 1) if self.bare[line]]
        dated = sum(_DAY.search(line) is not None for line in said)
        if dated < max(2, len(said) * 0.3):
            return False
        self.put(index, last, FurnitureKind.PROMOTION)
        return True

    def tags(self, at: int, index: int) -> None:
        """A marker of tags, and where it stands alone the short or linked lines that follow it."""
        self.found[index] = FurnitureKind.TAGS
        if len(self.bare[index].split()) > 2:
            return
        following = chain(
            range(index + 1, self.runs[at].last + 1),
            *(range(run.first, run.last + 1) for run in self.runs[at + 1 : at + 2]),
        )
        for line in following:
            if (
                self.bare[line]
                and not is_tagged(self.bare[line])
                and (len(self.bare[line]) > 60 or self.bare[line][-1] in ".?!" or self.page.levels[line])
            ):
                return
            self.found[line] = FurnitureKind.TAGS

    def credit(self, at: int, index: int) -> None:
        """Sets apart a credit, and the caption right above it."""
        self.found[index] = FurnitureKind.CAPTION
        if wording.marker(self.bare[index]) is None:
            return
        if index > self.runs[at].first:
            above = index - 1
        elif at and self.runs[at - 1].first == self.runs[at - 1].last:
            above = self.runs[at - 1].first
        else:
            return
        if above not in self.found and captions.stands_above_credit(self.page, above, index, self.head):
            self.found[above] = FurnitureKind.CAPTION
