"""What each of the first lines of a page is, down to where the body begins.

A walk from line to line: the site's own lines are set apart, bylines and dates kept, and what could be a title is a
candidate. The first line that is none of these begins the body. Which candidate is the title is asked in `headline`.
Lines are counted from 0.
"""

import re
from collections.abc import Iterator
from typing import Final

from reader.formats import dates
from reader.formats.apart import Apart
from reader.formats.bylines import is_byline, is_name, is_secondary_byline
from reader.formats.dense import is_dense_below
from reader.formats.expression import Expression
from reader.formats.menus import headline_below_menu, is_entry, rows_of_entries
from reader.formats.page import BOLD_LEVEL, Page
from reader.formats.sites import (
    is_address,
    is_issue,
    is_kicker,
    is_masthead,
    is_site,
    is_ticker,
    kind_of_line,
    recurrence,
)
from reader.formats.strokes import has_words, is_image
from reader.formats.title_lines import could_be_title, is_followed_by_title, is_turn, recurs, stands_apart
from reader.formats.unknown_notices import is_unknown_notice
from reader.model.article import FurnitureKind

LOOKED_AT: Final = 120
"""Lines after which a head has long ended."""

_CONTACT: Final = Expression(
    r"(?:contacts?|media contacts?|press contacts?|phone|telephone|tel|mobile|fax|e-?mail|web|website|twitter|embargo"
    r"(?:ed until)?|kontakt|telefon|contacto|teléfono|téléphone)\s*:\s*\S",
    re.IGNORECASE,
)
_COMMENT: Final = ".. "
"""What reStructuredText begins one with."""
_MARGIN: Final = 48
_MARGINAL: Final = 24
_SIGNED_BRIEFLY: Final = Expression(r"(?:by|door|von|par|por|av|af) \w+$", re.IGNORECASE)
"""Who goes by one word, which needs no capital, or an agency."""
_LONGEST_ENTRY: Final = 60
_PROSE: Final = 100
_FOREIGN: Final = 0.34
"""The share of the words of a journal's name that may come again below by chance."""
_TOLD_OF: Final = 0.5
"""How much more of a title's words must."""
_SAID_AGAIN: Final = 0.6
"""The share of a line's words that are those of the title it repeats."""


class Opening:
    """The first lines of a page, from `first` on, and what was found of each.

    Where a front matter has told the `title`, no other line can be it, and nothing need stand above it.
    """

    def __init__(self, page: Page, first: int, title: str | None = None) -> None:
        self.page = page
        self._title_words = frozenset(_words(title)) if title else None
        below = headline_below_menu(page, first)
        self.below_menu = below.headline if below else None
        """The headline, where it stands below a menu."""
        self._prose = below.body if below else 0
        """Where the bulk of the prose begins that stands below such a headline."""
        self.first = first if self.below_menu is None else self.below_menu
        self.end = min(len(page.lines), self.first + LOOKED_AT)
        self._is_headed = first > 0
        self.furniture: dict[int, FurnitureKind] = {
            index: FurnitureKind.NOTICE for index in range(first, self.first) if page.bare[index]
        }
        self.candidates: list[int] = []
        """Lines that could be the title, in order."""
        self._named: list[int] = []
        """Those of them that are no section's name."""
        self._apart = Apart(page, self.end, self.candidates, self._named, self.furniture, is_headed=self._is_headed)
        self.paragraph_of: dict[int, int] = {}
        """For each line that was looked at, the first line of its paragraph."""
        self.bylines: list[int] = []
        self.contacts: list[int] = []
        self.repeated: int | None = None
        """The candidate that stands twice, as saved pages have their titles."""
        self.told_of: int | None = None
        """The candidate that the text speaks of, where the others stand above a date."""
        self.heading: int | None = None
        """The candidate that is a heading by its markup."""
        self.body = self._walk()
        if below:
            for index in rows_of_entries(page, below):
                if index not in self.bylines:
                    self.furniture.setdefault(index, FurnitureKind.NOTICE)

    def _paragraphs(self) -> Iterator[range]:
        bare = self.page.bare
        index = self.first
        is_dense = is_dense_below(bare, self.first)
        while index < self.end:
            if not bare[index]:
                index += 1
                continue
            first = index
            if is_dense:
                index += 1
                yield range(first, index)
                continue
            while index < len(bare) and bare[index] and index < self.end + 40:
                index += 1
            yield range(first, index)

    def _walk(self) -> int:
        """Goes down until the body begins, and gives its first line."""
        if self.below_menu is not None:
            self.candidates.append(self.below_menu)
        elif (heading := self._early_heading()) is not None:
            self.candidates.append(heading)
            self.heading = heading
        for paragraph in self._paragraphs():
            if self.heading is not None and paragraph.stop <= self.heading:
                self._above_heading(paragraph)
                continue
            if self._set_apart(paragraph):
                continue
            if not (self._title_words or self.candidates or self.bylines) and is_unknown_notice(
                self.page, paragraph, self.end
            ):
                self.furniture.update(dict.fromkeys(paragraph, FurnitureKind.NOTICE))
                continue
            for index in paragraph:
                self.paragraph_of[index] = paragraph.start
                if not self._take(index, paragraph):
                    return index
        return self.end

    def _early_heading(self) -> int | None:
        """The first heading of the first level, if at most three short paragraphs stand above it."""
        if not self.page.is_markdown:
            return None
        for above, paragraph in enumerate(self._paragraphs()):
            if self.page.levels[paragraph.start] == 1:
                return paragraph.start if self._agrees(paragraph.start) else None
            if above >= 3 or sum(len(self.page.bare[index]) for index in paragraph) > 300:
                return None
        return None

    def _above_heading(self, paragraph: range) -> None:
        """Looks at what stands above the heading that is the title: only furniture and dates matter there."""
        if self._set_apart(paragraph):
            return
        for index in paragraph:
            bare = self.page.bare[index]
            if kind := kind_of_line(self.page.bare[index]):
                self.furniture[index] = kind
            elif is_byline(bare):
                self.bylines.append(index)

    def _set_apart(self, paragraph: range) -> bool:
        """Sets a paragraph apart if all of it is the site's."""
        kind = self._apart.kind_of(paragraph)
        if kind is None:
            return False
        self.furniture.update(dict.fromkeys(paragraph, kind))
        return True

    def _take(self, index: int, paragraph: range) -> bool:
        """Says what a line is; False where the body begins."""
        page, bare = self.page, self.page.bare[index]
        if (
            index in {self.heading, self.below_menu}
            or not has_words(bare)
            or is_image(page.lines.texts[index])
            or index in page.unread
            or bare[:3] == _COMMENT
            or self._is_marginal(index)
        ):
            return True
        if kind := kind_of_line(self.page.bare[index]):
            self.furniture[index] = kind
        elif self.candidates and bare.casefold() == page.bare[self.candidates[-1]].casefold():
            self.furniture[index] = FurnitureKind.NOTICE
            self.repeated = self.candidates[-1]
        elif len(bare) < 100 and is_masthead(bare):
            for above in (*self.candidates, index):
                self.furniture[above] = FurnitureKind.TRAILER
            self.candidates.clear()
            self.heading = None
        elif self._is_of_site(index):
            self.furniture[index] = FurnitureKind.NOTICE
        elif 0 < page.levels[index] < BOLD_LEVEL and not self.bylines:
            if self.heading is not None or not self._agrees(index):
                return False
            self.candidates.append(index)
            self.heading = index
        elif ":" in bare and _CONTACT.match(bare):
            self.contacts.append(index)
        elif (is_byline(bare) and not is_turn(self.page, bare)) or (
            self.candidates and self._is_signature(index, paragraph)
        ):
            self.bylines.append(index)
        elif index < self._prose and is_entry(bare):
            self.furniture[index] = FurnitureKind.NOTICE
        elif self.heading is None and self._could_be_title(index, paragraph):
            self.candidates.append(index)
            if not is_kicker(bare):
                self._named.append(index)
            return len(self.candidates) <= 4
        else:
            return False
        return True

    def _is_of_site(self, index: int) -> bool:
        """Whether a line tells other news, counts issues, or is where the page stood, above what it is called."""
        bare = self.page.bare[index]
        if is_issue(bare):
            return bool(self.candidates) or is_followed_by_title(self.page, index, self.end)
        is_where = is_address(bare) if not (self.candidates or self._is_headed) else False
        return (is_where or is_ticker(bare)) and is_followed_by_title(self.page, index, self.end)

    def _could_be_title(self, index: int, paragraph: range) -> bool:
        """Whether a line may be the title, by itself and by what is known of the lines above it."""
        if not self._agrees(index):
            return False
        is_late = bool(self.bylines and self.candidates) and not self._is_above_all()
        if is_late and not self._is_below_date(index):
            return False
        is_below = bool(self.candidates) and index - 1 in self.candidates
        if not (stands_apart(self.page, index, paragraph) and could_be_title(self.page, index, is_below=is_below)):
            return False
        if is_late:
            if not self._is_told_of(index):
                return False
            self.told_of = index
        return True

    def _agrees(self, index: int) -> bool:
        """Whether a line says what a title that is known says, or none is."""
        if self._title_words is None:
            return True
        words = _words(self.page.bare[index])
        return sum(map(self._title_words.__contains__, words)) >= _SAID_AGAIN * len(words)

    def _is_below_date(self, index: int) -> bool:
        """Whether a line stands alone between a date and prose: below the name of a journal, its motto and the day."""
        bare = self.page.bare
        last = self.bylines[-1]
        if last < self.candidates[-1] or len(self.bylines) > 1 or " " not in bare[index]:
            return False
        body = next((line for line in range(index + 1, self.end) if bare[line]), None)
        return body is not None and not bare[body - 1] and len(bare[body]) >= _PROSE and dates.is_alone(bare[last])

    def _is_told_of(self, index: int) -> bool:
        """Whether a line is what the text below it speaks of, and none of the candidates above it is."""
        page, bare = self.page, self.page.bare
        above = max(recurrence(page, index, bare[other]) for other in self.candidates)
        return above <= _FOREIGN and recurrence(page, index, bare[index]) >= above + _TOLD_OF

    def _is_above_all(self) -> bool:
        """Whether the candidates so far only name a site and its sections: a date below them is not the title's."""
        if not self._named:
            return True
        bare = self.page.bare
        is_dated = all(index > self._named[-1] and dates.is_alone(bare[index]) for index in self.bylines)
        return is_dated and (self._apart.is_above_menu or all(is_site(bare[index]) for index in self._named))

    def _is_signature(self, index: int, paragraph: range) -> bool:
        """Whether a line right below a title names its author without a word before the name."""
        bare = self.page.bare[index]
        following = self.page.bare[index + 1] if index + 1 < paragraph.stop else ""
        if len(bare) > _LONGEST_ENTRY:
            return False
        if _SIGNED_BRIEFLY.match(bare) or (
            following and is_name(bare) and is_byline(following) and not self._is_above_all()
        ):
            return True
        if index == paragraph.start or index - 1 not in self.candidates:
            return False
        if is_secondary_byline(bare):
            return True
        is_last = (not following or is_byline(following)) and not bare.isupper()
        return (
            is_last
            and is_name(bare)
            and bare not in self.page.bare[index - 1]
            and not recurs(self.page, bare, whole=True)
        )

    def _is_marginal(self, index: int) -> bool:
        """Whether a line is a mark and a date at the right margin: of who wrote it down, and when."""
        bare = self.page.bare[index]
        if len(bare) > _MARGINAL or self.candidates or not any(map(str.isdigit, bare)):
            return False
        row = self.page.lines.texts[index][: 2 * _MARGIN].expandtabs()
        return len(row) - len(row.lstrip()) >= _MARGIN


def _words(said: str) -> list[str]:
    return said.casefold().split()
