"""What each of the first lines of a page is, down to where the body begins.

A walk from line to line: the site's own lines are set apart, bylines and dates kept, and what could be a title is a
candidate. The first line that is none of these begins the body. Which candidate is the title is asked in `headline`.
Lines are counted from 0.
"""

import re
from collections.abc import Iterator
from itertools import islice, repeat
from operator import eq
from typing import Final

from reader.formats import wording
from reader.formats.bylines import is_byline, is_name, is_secondary_byline
from reader.formats.expression import Expression
from reader.formats.notices import is_licence, is_notice
from reader.formats.page import BOLD_LEVEL, Page
from reader.formats.sites import is_high, is_issue, is_masthead, is_menu, is_name_like, is_ticker, recurrence
from reader.formats.strokes import has_words, is_image, undecorated
from reader.formats.wording import Marker
from reader.model.article import FurnitureKind

LOOKED_AT: Final = 120
"""Lines after which a head has long ended."""

LIST_MARK: Final = re.compile(r"(?:[-*•>+|]\s|[A-Z]?\d{1,3}[.)]\s|https?://|www\.)")
_TURN: Final = re.compile(r"([^:：]{1,40})[:：](?:\s|$)")
_STAMPED: Final = re.compile(r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s")
_ABBREVIATED: Final = Expression(
    r"(?:\b(?:inc|jr|sr|ltd|co|corp|etc|vs|dr|mr|ms|mrs|st|vol|no|pt)|\b[A-Z]|\.\.)\.$", re.IGNORECASE
)
_LONGEST_ABBREVIATION: Final = 8
_SENTENCES: Final = Expression(r"[.!?][”’\"]? [“‘\"]?[A-ZÀ-Þ]")
_CONTACT: Final = Expression(
    r"(?:contacts?|media contacts?|press contacts?|phone|telephone|tel|mobile|fax|e-?mail|web|website|twitter|embargo"
    r"(?:ed until)?|kontakt|telefon|contacto|teléfono|téléphone)\s*:\s*\S",
    re.IGNORECASE,
)

_RIGHTS: Final = Expression(r"\b[Cc]opyright\b\W*(?:\([Cc]\)|©|\d{4})|©\W*\d{4}")
_IN_THE_MIDDLE: Final = 4
_OFF_CENTRE: Final = 3
"""Columns by which the middles of centred lines may differ."""
_MARGIN: Final = 48
_MARGINAL: Final = 24

_RECURS: Final = 3
_LOUDEST_QUOTE: Final = 120
_LONGEST_NOTICE: Final = 300
_FOREIGN: Final = 0.35
"""The share of a notice's words that may come again below by chance."""
_SITE_VOICE: Final = Expression(
    r"\b(?:we|us|our|you|your|this (?:site|page|website|paper|edition|archive|server)|wir|uns|unsere\w?|ihre?[nr]?"
    r"|diese (?:seite|website)|nous|notre|nos|vous|votre|vos|ce site|nosotros|nuestr[oa]s?|usted(?:es)?|este sitio"
    r"|nós|nosso|nossa|você|noi|nostr[oa]|questo sito|wij|ons|onze|deze site|vi|vår[at]?|my|nasz\w*"
    r"|мы|наш\w*|вы|ваш\w*)\b",
    re.IGNORECASE,
)
"""What only who runs a site says of itself and to its readers."""


class Opening:
    """The first lines of a page, from `first` on, and what was found of each."""

    def __init__(self, page: Page, first: int) -> None:
        self.page = page
        self.first = first
        self.end = min(len(page.lines), first + LOOKED_AT)
        self.furniture: dict[int, FurnitureKind] = {}
        self.candidates: list[int] = []
        """Lines that could be the title, in order."""
        self.paragraph_of: dict[int, int] = {}
        """For each line that was looked at, the first line of its paragraph."""
        self.bylines: list[int] = []
        self.contacts: list[int] = []
        self.heading: int | None = None
        """The candidate that is a heading by its markup."""
        self.body = self._walk()

    def _paragraphs(self) -> Iterator[range]:
        bare = self.page.bare
        index = self.first
        while index < self.end:
            if not bare[index]:
                index += 1
                continue
            first = index
            while index < len(bare) and bare[index] and index < self.end + 40:
                index += 1
            yield range(first, index)

    def _walk(self) -> int:
        """Goes down until the body begins, and gives its first line."""
        if (heading := self._early_heading()) is not None:
            self.candidates.append(heading)
            self.heading = heading
        for paragraph in self._paragraphs():
            if self.heading is not None and paragraph.stop <= self.heading:
                self._above_heading(paragraph)
                continue
            if self._is_apart(paragraph):
                continue
            if not self.candidates and not self.bylines and self._is_unknown_notice(paragraph):
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
                return paragraph.start
            if above >= 3 or sum(len(self.page.bare[index]) for index in paragraph) > 300:
                return None
        return None

    def _above_heading(self, paragraph: range) -> None:
        """Looks at what stands above the heading that is the title: only furniture and dates matter there."""
        if self._is_apart(paragraph):
            return
        for index in paragraph:
            bare = self.page.bare[index]
            if kind := self._furniture_kind(index):
                self.furniture[index] = kind
            elif is_byline(bare):
                self.bylines.append(index)

    def _take(self, index: int, paragraph: range) -> bool:
        """Says what a line is; False where the body begins."""
        page, bare = self.page, self.page.bare[index]
        if (
            index == self.heading
            or not has_words(bare)
            or is_image(page.lines.texts[index])
            or self._is_marginal(index)
        ):
            return True
        if kind := self._furniture_kind(index):
            self.furniture[index] = kind
        elif len(bare) < 100 and is_masthead(bare):
            for above in (*self.candidates, index):
                self.furniture[above] = FurnitureKind.TRAILER
            self.candidates.clear()
            self.heading = None
        elif (is_ticker(bare) and self._is_followed_by_title(index)) or (is_issue(bare) and self.candidates):
            self.furniture[index] = FurnitureKind.NOTICE
        elif 0 < page.levels[index] < BOLD_LEVEL and not self.bylines:
            if self.heading is not None:
                return False
            self.candidates.append(index)
            self.heading = index
        elif ":" in bare and _CONTACT.match(bare):
            self.contacts.append(index)
        elif (is_byline(bare) and not self.is_turn(bare)) or (self.candidates and self._is_signature(index, paragraph)):
            self.bylines.append(index)
        elif self.heading is None and self._stands_apart(index, paragraph) and self.could_be_title(index):
            self.candidates.append(index)
            return len(self.candidates) <= 4
        else:
            return False
        return True

    def _is_signature(self, index: int, paragraph: range) -> bool:
        """Whether a line right below a title names its author without a word before the name."""
        bare = self.page.bare[index]
        if index == paragraph.start or index - 1 not in self.candidates:
            return False
        if is_secondary_byline(bare):
            return True
        is_last = index == paragraph.stop - 1 and not bare.isupper()
        return is_last and is_name(bare) and bare not in self.page.bare[index - 1] and not self.recurs(bare, whole=True)

    def recurs(self, start: str, *, whole: bool) -> bool:
        """Whether at least three lines begin with (or are) the same words: who speaks, not what it is about."""
        begin = map(eq if whole else str.startswith, self.page.bare, repeat(start))
        return len([*islice(filter(None, begin), _RECURS)]) == _RECURS

    def is_turn(self, bare: str) -> bool:
        """Whether a line is somebody's words behind a label that comes again, or behind a time."""
        if _STAMPED.match(bare):
            return True
        turn = _TURN.match(bare) if ":" in bare or "：" in bare else None
        return turn is not None and self.recurs(turn[0].rstrip(), whole=False)

    def could_be_title(self, index: int) -> bool:
        """Whether a line reads like a title."""
        if LIST_MARK.match(self.page.bare[index]):
            return False
        bare = undecorated(self.page.bare[index])
        if not 1 < len(bare) <= 200 or len(bare.split()) > 30 or not any(map(str.isalpha, bare)):
            return False
        if 0 < self.page.levels[index] < BOLD_LEVEL:
            return True
        if (
            bare[-1] in ".,;:；：。、"
            and not _ABBREVIATED.search(bare[-_LONGEST_ABBREVIATION:])
            and not self._is_stopped_title(index)
        ):
            return False
        if len(bare) > 120 and _SENTENCES.search(bare):
            return False
        if ("opyright" in bare or "©" in bare) and _RIGHTS.search(bare):
            return False
        if self.is_turn(bare) and not self._is_quoted_title(index):
            return False
        return not (len(bare) < 40 and self.recurs(bare, whole=True))

    def _stands_apart(self, index: int, paragraph: range) -> bool:
        """Whether a line may be a title by its place: alone, or above a byline, or in a short block of such lines."""
        page = self.page
        if self.bylines and self.candidates:
            return False
        if len(paragraph) == 1 or self.is_centred(paragraph):
            return True
        rest = [page.bare[other] for other in paragraph if other > index and has_words(page.bare[other])]
        if not rest or is_byline(rest[0]) or is_secondary_byline(rest[0]):
            return True
        first = page.bare[index]
        if self._furniture_kind(index + 1) or wording.marker(rest[0]) is Marker.CREDIT:
            return True
        if len(rest[0]) > 140 and len(first) < 100:
            return True
        if len(paragraph) > 6 or any(len(line) > 75 for line in (first, *rest[:-1])) or rest[0][0].islower():
            return False
        if any(map(is_byline, rest)):
            return True
        is_sentence = rest[-1][-1] in ".…"
        if (
            len(rest) == 1
            and is_sentence
            and rest[0][0].isupper()
            and first[-1] not in ".,;"
            and len(first) < len(rest[0]) + 30
        ):
            return True
        return len(paragraph) <= 3 and all(line[-1] not in ".,;" and not line[0].islower() for line in (first, *rest))

    def is_centred(self, paragraph: range) -> bool:
        """Whether two or three lines stand in the middle of the page, one below the other, as only headlines do."""
        if not 2 <= len(paragraph) <= 3 or self.page.is_markdown:
            return False
        rows = [self.page.lines.texts[index].expandtabs().rstrip() for index in paragraph]
        indents = [len(row) - len(row.lstrip()) for row in rows]
        middles = [(indent + len(row)) / 2 for indent, row in zip(indents, rows, strict=True)]
        return (
            min(indents) >= _IN_THE_MIDDLE
            and max(indents) - min(indents) > 1
            and max(middles) - min(middles) <= _OFF_CENTRE
            and all(row[-1] not in ".,;:" for row in rows)
        )

    def _is_marginal(self, index: int) -> bool:
        """Whether a line is a mark and a date at the right margin: of who wrote it down, and when."""
        bare = self.page.bare[index]
        if len(bare) > _MARGINAL or self.candidates or not any(map(str.isdigit, bare)):
            return False
        row = self.page.lines.texts[index][: 2 * _MARGIN].expandtabs()
        return len(row) - len(row.lstrip()) >= _MARGIN

    def _is_apart(self, paragraph: range) -> bool:
        """Whether a whole paragraph is the site's, not the article's; then it is set apart."""
        bare = self.page.bare
        said = " ".join(bare[paragraph.start : min(paragraph.stop, paragraph.start + 8)])
        if len(said) > 450 or self.page.levels[paragraph.start] or self.is_turn(said):
            return False
        if is_notice(said):
            kind = FurnitureKind.NOTICE
        elif self._is_licence(said, paragraph) and any(bare[paragraph.stop : self.end]):
            kind = FurnitureKind.LICENCE
        else:
            return False
        self.furniture.update(dict.fromkeys(paragraph, kind))
        return True

    def _is_licence(self, said: str, paragraph: range) -> bool:
        """Whether a paragraph is a licence, or stands between two that are."""
        if is_licence(said):
            return True
        if FurnitureKind.LICENCE not in self.furniture.values() or self.candidates:
            return False
        bare = self.page.bare
        above = next((index for index in range(paragraph.start - 1, -1, -1) if has_words(bare[index])), None)
        below = next((index for index in range(paragraph.stop, self.end) if has_words(bare[index])), None)
        if below is None or above is None or self.furniture.get(above) is not FurnitureKind.LICENCE:
            return False
        past = next((index for index in range(below, self.end) if not bare[index]), self.end)
        return is_licence(" ".join(bare[below : min(past, below + 8)]))

    def _is_unknown_notice(self, paragraph: range) -> bool:
        """Whether sentences above a headline are a notice of which no word is known.

        They speak of "us" and "you", or stand above a headline with a byline; and of what they say nothing comes again.
        """
        bare = self.page.bare
        said = " ".join(bare[index] for index in paragraph)
        if len(said) > _LONGEST_NOTICE or said[-1] not in ".!?" or not said[0].isupper() or LIST_MARK.match(said):
            return False
        if self.page.levels[paragraph.start] or self.is_turn(said):
            return False
        if len(paragraph) > 1 and bare[paragraph.start][-1] == "?":
            return False
        title = next((index for index in range(paragraph.stop, self.end) if has_words(bare[index])), None)
        if title is None or len(bare[title].split()) < 2 or not self._reads_like_headline(title):
            return False
        last = title
        while last + 1 < len(bare) and bare[last + 1]:
            last += 1
        below = next((index for index in range(last + 1, min(last + 6, len(bare))) if has_words(bare[index])), None)
        if below is None:
            return False
        is_signed = any(is_byline(bare[index]) for index in (*range(title + 1, last + 1), below))
        if not is_signed and not _SITE_VOICE.search(said):
            return False
        again = recurrence(self.page, title, said)
        return again <= _FOREIGN and again <= recurrence(self.page, title, bare[title])

    def _reads_like_headline(self, index: int) -> bool:
        """Whether a line below a paragraph reads like a headline: no sentence, and above it all or above a byline."""
        bare = self.page.bare
        if bare[index][-1] in ".!…" or is_byline(bare[index]) or not self.could_be_title(index):
            return False
        following = bare[index + 1] if index + 1 < len(bare) else ""
        return not following or is_byline(following) or following[-1] in ".!?…"

    def _is_followed_by_title(self, index: int) -> bool:
        """Whether another line further down could be the title."""
        return any(
            self.page.bare[other] and self.could_be_title(other) and not is_byline(self.page.bare[other])
            for other in range(index + 1, min(index + 8, self.end))
        )

    def _is_stopped_title(self, index: int) -> bool:
        """Whether a few capitalised words alone above everything else are a title in spite of the full stop."""
        bare = self.page.bare
        if bare[index][-1] != "." or "." in bare[index][:-1] or not 2 <= len(bare[index].split()) <= 8:
            return False
        is_first = not any(bare[:index]) and index + 1 < len(bare) and not bare[index + 1]
        return is_first and is_high(bare[index]) and is_name_like(bare[index])

    def _is_quoted_title(self, index: int) -> bool:
        """Whether what looks like a turn quotes who speaks below, as headlines do: nobody answers right after it."""
        bare = self.page.bare
        if self.candidates and index - 1 in self.candidates:
            return False
        if _STAMPED.match(bare[index]):
            return False
        below = next((other for other in range(index + 1, min(index + 6, len(bare))) if has_words(bare[other])), None)
        if below is None:
            return False
        if is_byline(bare[below]):
            return True
        if below == index + 1 or bare[index][-1] in ".!?…:" or len(bare[index]) > _LOUDEST_QUOTE:
            return False
        if bare[index][-1] in '"”’»“':
            return not self.is_turn(bare[below])
        if _SENTENCES.search(bare[index]):
            return False
        label = bare[index].partition(":")[0] + ":"
        others = [line for line in bare[index + 1 :] if line.startswith(label)]
        return sum(line[-1] in '.!?…"”’»)' for line in others) >= max(3, len(others) * 0.8)

    def _furniture_kind(self, index: int) -> FurnitureKind | None:
        """What makes a single line the site's."""
        bare = self.page.bare[index]
        if not bare or len(bare) > 160:
            return None
        match wording.marker(bare):
            case Marker.SHARE | Marker.COMMENTS:
                return FurnitureKind.SHARE
            case Marker.TAGS:
                return FurnitureKind.TAGS
            case Marker.PROMOTION:
                return FurnitureKind.PROMOTION
            case _:
                pass
        return FurnitureKind.NOTICE if is_menu(bare) else None
