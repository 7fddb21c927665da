"""What a site put around and between an article's paragraphs, line by line.

`known` looks at wording, markup and place, before anyone asks who speaks:

    head                 notices, masthead, share line          (told by `headline`)
    contents             lines that name what comes, up to the first that repeats one of them
    between paragraphs   credits and the captions above them, "Read more: …", subscriptions, bare HTML
    tail                 comments to the end, other headlines, tags; what stands below the last sentence: see `tail`

What is body is never folded away for want of a better idea: a paragraph of prose ends every run. Lines are counted
from 0.
"""

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from typing import Final

from reader.formats import captions, interface, wording
from reader.formats.contents import contents
from reader.formats.doubled import doubled, doubled_paragraphs, said_again
from reader.formats.footers import footer
from reader.formats.front_matter import FrontMatter
from reader.formats.glance import Run
from reader.formats.gutenberg import first_below
from reader.formats.headline import Head
from reader.formats.html_classes import kind_of_element
from reader.formats.led import FAR, Led, is_near_end
from reader.formats.notable import (
    LICENCE_HEADING,
    LONGEST_CAPTION,
    LONGEST_HEADING,
    LONGEST_LINE,
    MORE,
    is_notable,
    marked_lines,
)
from reader.formats.notices import ends_in_credit, is_licence
from reader.formats.other_headlines import is_headline
from reader.formats.page import Page
from reader.formats.runs import ENDS
from reader.formats.strokes import is_image
from reader.formats.tail import Tail
from reader.formats.wording import Marker
from reader.model.article import FurnitureKind

_MARKER_LENGTH: Final = 160
_BRIEF: Final = 3

_STAMP: Final = re.compile(r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s+")
_TAG_ONLY: Final = re.compile(r"\s*(?:<[^<>]*>\s*)+$")

_PROSE_WIDTH: Final = 40
_WRAPPED: Final = 60
_WIDEST: Final = 120
"""Characters to which hardly any line is wrapped."""
_UNWRAPPED: Final = 160
"""Characters to which none is."""


def known(page: Page, front: FrontMatter | None, head: Head) -> dict[int, FurnitureKind]:
    """The furniture of a page as far as it shows without knowing who speaks."""
    found = dict(head.furniture)
    start = 0
    if front:
        start = front.last + 1
        if front.form != "header":
            kind = FurnitureKind.TRAILER if front.form == "letter" else FurnitureKind.FRONT_MATTER
            found.update(dict.fromkeys(range(front.first, start), kind))
        if front.form == "book":
            found.update(dict.fromkeys(range(first_below(page.lines), len(page.lines)), FurnitureKind.LICENCE))
    _Sweep(page, _runs_from(page, start), found, head).all()
    for index in head.title_lines:
        found.pop(index, None)
    return found


def _runs_from(page: Page, start: int) -> Sequence[Run]:
    """The runs of a page, or what lies of them, from line `start`."""
    if not start:
        return page.runs
    later = page.runs[bisect_left(page.runs, start, key=_last) :]
    return (Run(max(start, later[0].first), later[0].last), *later[1:]) if later else ()


def _loose(page: Page, found_runs: Sequence[Run]) -> list[Run]:
    """The runs of several lines with one far longer than any wrapped one: there each line is a paragraph."""
    bare = page.bare
    if max(map(len, bare)) <= _UNWRAPPED:
        return []  # as in most texts of several lines a paragraph
    return [
        run
        for run in found_runs
        if run.last - run.first > 1 and max(map(len, bare[run.first : run.last + 1])) > _UNWRAPPED
    ]


def _single_lines(found_runs: Sequence[Run], apart: Container[int]) -> Iterator[Run]:
    """The runs of a page; those whose lines stand apart, line by line."""
    for run in found_runs:
        if run.first in apart:
            yield from (Run(line, line) for line in range(run.first, run.last + 1))
        else:
            yield run


def _last(run: Run) -> int:
    return run.last


class _Sweep:
    """Goes over the runs of a page and gathers what is furniture."""

    def __init__(self, page: Page, found_runs: Sequence[Run], found: dict[int, FurnitureKind], head: Head) -> None:
        self.page = page
        self.bare = page.bare
        self.paragraphs = found_runs
        self._apart = frozenset(line for run in _loose(page, found_runs) for line in range(run.first, run.last + 1))
        """Lines that are runs of their own, though others follow at once."""
        self.runs = [*_single_lines(found_runs, self._apart)] if self._apart else found_runs
        self.found = found
        self.head = head
        self._led = Led(page, self.runs, found, head)

    def all(self) -> None:
        for line in contents(self.page, self.paragraphs, self.found):
            if self.bare[line] or self.page.lines.texts[line].strip():
                self.found[line] = FurnitureKind.CONTENTS
        for line in (*doubled(self.page, self.runs, self.found), *doubled_paragraphs(self.page, self._apart)):
            if line not in self.head.title_lines:
                self.found.setdefault(line, FurnitureKind.CAPTION)
        if len(self.head.title_lines) == 1:
            again = said_again(self.page, self.head.title_lines[0])
            self.found.update(dict.fromkeys(again, FurnitureKind.NOTICE))
        past = 0
        marked = marked_lines(self.page)
        for at, (first, last) in enumerate(self.runs):
            # A long line alone is a paragraph.
            if at >= past and not (first == last and len(self.bare[first]) > LONGEST_LINE):
                past = self._look(at, marked)
        for line in captions.without_credit(self.page, self.paragraphs, self.found, self.head):
            self.found[line] = FurnitureKind.CAPTION
        for line in footer(self.page, self.head.body, self.found):
            if self.bare[line]:
                self.found.setdefault(line, FurnitureKind.NOTICE)
        tail = Tail(self.page, self.runs, self.found, self.head)
        tail.set_apart()
        tail.set_rest_apart()

    def _look(self, at: int, marked: Container[int]) -> int:
        """Looks at one run, and gives the number of the next to be looked at."""
        page, bare = self.page, self.bare
        run = self.runs[at]
        if run.first != run.last and page.lines.texts[run.first][0] == "[" and _is_card(page, run):
            self._led.put(run.first, run.last, FurnitureKind.PROMOTION)
            return at + 1
        if run.last - run.first > 1 and len(bare[run.first]) > 50 and len(bare[run.first + 1]) > 50:
            return at + 1
        for index in range(run.first, run.last + 1):
            line = bare[index]
            if index in self.found or index in page.verbatim or len(line) > LONGEST_LINE:
                continue
            if index not in marked and not is_notable(line, is_last=index == run.last and _is_brief(run)):
                continue
            if not line:
                if _TAG_ONLY.match(page.lines.texts[index]) or page.lines.texts[index].lstrip().startswith(
                    ("<!--", "[](")
                ):
                    is_picture = is_image(page.lines.texts[index])
                    self.found[index] = FurnitureKind.CAPTION if is_picture else FurnitureKind.NOTICE
                continue
            past = self._look_at_line(at, index)
            if past is not None:
                return past
        return at + 1

    def _look_at_line(self, at: int, index: int) -> int | None:
        """Looks at one line; gives the number of the next run where what it leads takes more than the line."""
        page, run, line = self.page, self.runs[at], self.bare[index]
        if len(line) < LONGEST_HEADING:
            if page.levels[index] and LICENCE_HEADING.match(line):
                return self._led.section(at, index, FurnitureKind.LICENCE)
            is_loud = run.first == run.last and line.isupper()
            if is_loud and LICENCE_HEADING.match(line) and at + 1 < len(self.runs):
                self._led.put(run.first, self.runs[at + 1].last, FurnitureKind.LICENCE)
                return at + 2
            if index > self.head.body and wording.announces_events(line) and self._led.events(at, index):
                return at + 1
        if kind := kind_of_element(page.lines.texts[index]):
            if kind is FurnitureKind.COMMENTS and (past := self._led.comments(at, index)) is not None:
                return past
            self.found[index] = kind
            return None
        said = line
        if line[0] in "[(0123456789" and (stamp := _STAMP.match(line)):
            said = line[stamp.end() :]
        if "://" in said and (called := interface.without_address(said)) is not said and called:
            said = called
            if run.first == run.last and index > self.head.body and (call := interface.kind_of_call(said)):
                self.found[index] = call
                return None
        is_said = index in self._apart and line[-1] in ".?"
        if not is_said and not self._goes_on(run, index) and (marker := wording.marker(said)):
            return self._marked(at, index, marker, said)
        if len(line) < LONGEST_HEADING and line[0].isupper() and MORE.match(line) and self._leads_to_end(at, index):
            return self._led.headlines(at, index)
        if ("|" in line or "·" in line or "•" in line) and self._is_link_row(run, index):
            self.found[index] = FurnitureKind.NOTICE
        elif len(line) <= LONGEST_CAPTION and self._ends_in_credit(run, index):
            is_final = is_near_end(self.runs, at) and is_licence(line)
            if is_final:
                self.found[index] = FurnitureKind.LICENCE
            else:
                self._led.put(run.first if _is_brief(run) else index, index, FurnitureKind.CAPTION)
                above = self.runs[at - 1] if at else run
                if above.first == above.last < index and line.startswith(self.bare[above.first]):
                    self.found.setdefault(above.first, FurnitureKind.CAPTION)
        return None

    def _goes_on(self, run: Run, index: int) -> bool:
        """Whether a line goes on with the one above it: that is as long as wrapped ones, or this begins small."""
        if index == run.first or index - 1 in self.found:
            return False
        return _WRAPPED < len(self.bare[index - 1]) <= _WIDEST or self.bare[index][0].islower()

    def _is_link_row(self, run: Run, index: int) -> bool:
        """Whether a line alone is a row of links, and not one of a table's."""
        is_alone = all("|" not in self.bare[line] for line in range(run.first, run.last + 1) if line != index)
        return is_alone and index not in self.head.byline_lines and interface.is_link_row(self.page, index)

    def _leads_to_end(self, at: int, index: int) -> bool:
        """Whether nothing but headlines and furniture follows, and at least one of them."""
        if not is_near_end(self.runs, at) or self.page.levels[index] or len(self.bare) - index > FAR:
            return False
        rest = [line for line in range(index + 1, len(self.bare)) if self.bare[line]]
        return 0 < len(rest) <= 30 and all(line in self.found or is_headline(self.page, line) for line in rest)

    def _ends_in_credit(self, run: Run, index: int) -> bool:
        """Whether a line alone, or below a picture, is a caption by the credit at its end."""
        is_alone = (index == run.last and _is_brief(run) and index not in self._apart and self._is_shown(run)) or (
            index and is_image(self.page.lines.texts[index - 1])
        )
        if not is_alone or index in self.head.byline_lines or index in self.head.title_lines:
            return False
        if self.page.levels[index] and not self.page.emphasised[index]:
            return False
        return ends_in_credit(self.bare[index])

    def _is_shown(self, run: Run) -> bool:
        """Whether what stands above the last line of a few tells of a picture, and is no title nor a sentence."""
        return all(
            line in self.found
            or (
                captions.stands_above_credit(self.page, line, run.last, self.head)
                and (self.bare[line][-1:] not in ENDS or self.bare[run.last].startswith(self.bare[line]))
            )
            for line in range(run.first, run.last)
        )

    def _marked(self, at: int, index: int, marker: Marker, line: str) -> int | None:
        """Sets apart what a marker leads; gives the number of the next run where that takes more than a line."""
        run = self.runs[at]
        is_whole = len(line) <= _MARKER_LENGTH
        is_single = run.first == run.last
        match marker:
            case Marker.COMMENTS if (
                is_whole and index > self.head.body and (len(line) < LONGEST_HEADING or line[-1] not in ".!")
            ):
                return None if self._is_said(run, index) else self._led.comments(at, index)
            case Marker.RELATED if is_whole and line[-1] not in ".!":
                return self._led.related(at, index)
            case Marker.INLINE_RELATED if len(line) <= 250 and (is_single or is_near_end(self.runs, at)):
                self.found[index] = FurnitureKind.RELATED
            case Marker.SHARE if is_whole and line[-1] not in ".!?" and not self._heads_prose(run, index):
                self.found[index] = FurnitureKind.SHARE
            case Marker.NAVIGATION if line[-1] not in ".!?:":
                self.found[index] = FurnitureKind.NOTICE
            case Marker.TAGS if is_whole and (is_near_end(self.runs, at) or self.page.levels[index]):
                self._led.tags(at, index)
            case Marker.CREDIT if self._is_credit(run, index):
                self._led.credit(at, index)
            case Marker.PROMOTION if (
                (is_single or wording.names_advertisement(line)) and len(line) <= 320 and line.count(". ") <= 3
            ):
                self.found[index] = FurnitureKind.PROMOTION
            case _:
                pass
        return None

    def _is_said(self, run: Run, index: int) -> bool:
        """Whether a sentence follows another in its paragraph: somebody asks for what others think."""
        above = self.bare[index - 1]
        is_first = index == run.first or index - 1 in self.found
        return not is_first and self.bare[index][-1] in ".!?" and above[-1:] in ENDS

    def _heads_prose(self, run: Run, index: int) -> bool:
        """Whether a line of one word stands right above a longer one, as the name of what that tells of."""
        return index < run.last and " " not in self.bare[index] and len(self.bare[index + 1]) > _PROSE_WIDTH

    def _is_credit(self, run: Run, index: int) -> bool:
        line = self.bare[index]
        lines = run.last - (index if index in self._apart else run.first)
        return len(line) <= 250 and lines < 4 and len(line.split()) < 45


def _is_brief(run: Run) -> bool:
    """Whether a run may be a caption with the words for those who see no pictures, and a credit."""
    return run.last - run.first < _BRIEF


def _is_card(page: Page, run: Run) -> bool:
    """Whether a paragraph of several lines is one link: a card that sells something."""
    past = page.lines.starts[run.last]
    return any(mark.style == "link" and mark.span.end > past for mark in page.marks(run.first)[:3])
