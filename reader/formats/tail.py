"""What a site put below an article's last sentence, from the end upwards.

Trailers, licence, cards of links, lines to act on, and above them what only says where to get something: a paragraph
of prose ends it. Lines are counted from 0.
"""

import re
from collections.abc import Sequence
from typing import Final

from reader.formats import interface, wording
from reader.formats.comments import is_labelled
from reader.formats.expression import Expression
from reader.formats.glance import Run
from reader.formats.headline import Head
from reader.formats.notable import LONGEST_LINE
from reader.formats.notices import is_licence, is_notice
from reader.formats.page import Page
from reader.formats.runs import ENDS, ends_in_sentence, is_linked
from reader.formats.strokes import has_words, is_image
from reader.formats.wording import Marker
from reader.model.article import FurnitureKind

_FARTHEST: Final = 40
"""Runs from the end above which there is no tail."""
_MOST_BELOW: Final = 40
"""Lines that may stand below what leads away from the text."""
_LONGEST_BELOW: Final = 90
_SHARE_BELOW: Final = 0.34
_ITEMS: Final = '-*•–—#>|"“„«'
_LEADING: Final = frozenset(
    {FurnitureKind.SHARE, FurnitureKind.RELATED, FurnitureKind.COMMENTS, FurnitureKind.PROMOTION, FurnitureKind.LICENCE}
)
"""What of the site's stands above nothing but more of it."""
_END_OF_FILE: Final = Expression(
    r"(?:\W*+(?:eof|end of (?:transmission|message|document))|(?=\W*-)\W*+end\s*+-)\W*+$", re.IGNORECASE
)
_LICENCE_SIGNS: Final = ("©", "opyright", "icence", "icense", "ermission", "eserved", "eproduc", "izenz", "icencia")
"""Parts of words without which a long paragraph at the end is no licence, and no more of it need be asked."""
_TRAILER: Final = Expression(r"\s*(?:\* Origin:|SEEN-BY:|\x01?PATH:|--- \S+ v?\d|-----(?:BEGIN|END) PGP)")


class Tail:
    """Goes up from the end of a page and adds to the furniture that was found."""

    def __init__(self, page: Page, runs: Sequence[Run], found: dict[int, FurnitureKind], head: Head) -> None:
        self.page = page
        self.bare = page.bare
        self.runs = runs
        self.found = found
        self.head = head

    def set_apart(self) -> None:
        """Cards of links, licence, and above them what only points elsewhere."""
        pointers = 2
        for at in range(len(self.runs) - 1, max(-1, len(self.runs) - _FARTHEST), -1):
            run = self.runs[at]
            lines = [line for line in range(run.first, run.last + 1) if has_words(self.page.lines.texts[line])]
            if not lines or all(line in self.found or line in self.page.unread for line in lines):
                continue
            if run.first <= self.head.body and at < 3:
                return
            said = self.bare[lines[0]] if len(lines) == 1 else " ".join(self.bare[line] for line in lines[:12])
            if len(said) > LONGEST_LINE and not any(map(said.__contains__, _LICENCE_SIGNS)):
                return
            if any(is_labelled(self.bare[line]) for line in lines[:12]):
                return
            if _END_OF_FILE.match(said) or all(map(_TRAILER.match, (self.page.lines.texts[line] for line in lines))):
                self._put(run, FurnitureKind.TRAILER)
            elif is_tagged(said):
                self._put(run, FurnitureKind.TAGS)
            elif len(said) <= 900 and is_licence(said):
                self._put(run, FurnitureKind.LICENCE)
            elif len(said) <= 300 and is_notice(said):
                self._put(run, FurnitureKind.NOTICE)
            elif all(
                is_image(self.page.lines.texts[line]) or is_linked(self.page, line) for line in lines
            ) and self._is_card_below(at):
                self._put(run, FurnitureKind.RELATED)
            elif pointers and len(said) <= 400 and self._is_pointer(said):
                self._put(run, FurnitureKind.PROMOTION)
                pointers -= 1
            elif not self._interface(at, lines):
                return

    def set_rest_apart(self) -> None:
        """What stands below the first of the site's lines behind the last sentence, down to the end.

        Nothing there is a sentence, and nearly all of the text stands above.
        """
        filled = self.page.filled
        if not filled or not (filled[-1] in self.found or self._is_below(filled[-1])):
            return
        first: int | None = None
        sentences = 0
        for at in range(len(filled) - 1, max(-1, len(filled) - _MOST_BELOW), -1):
            line = filled[at]
            if line in self.found:
                first = at if self.found[line] in _LEADING else first
                sentences += 1
            elif not self._is_below(line):
                sentences -= 1
                if sentences < 0 or len(self.bare[line]) > _LONGEST_BELOW or not self._may_be_said(line):
                    break
        else:
            return
        if first is None or filled[first] <= self.head.body:
            return
        below = filled[first:]
        if sum(len(self.bare[line]) for line in below) > _SHARE_BELOW * len(self.page.text):
            return
        kind = FurnitureKind.NOTICE
        for line in below:
            if line in self.found:
                kind = FurnitureKind.RELATED if self.found[line] is FurnitureKind.RELATED else FurnitureKind.NOTICE
            elif has_words(self.bare[line]):
                self.found[line] = kind

    def _is_below(self, line: int) -> bool:
        """Whether a line is short and no sentence, nor somebody's words behind a label."""
        said = self.bare[line]
        if len(said) > _LONGEST_BELOW or self.page.levels[line] or line in self.page.verbatim:
            return False
        if not said:
            return True
        is_open = said[-1] not in ENDS or said.endswith(("...", "…"))
        return is_open and ":" not in said and "：" not in said and said[0] not in _ITEMS

    def _may_be_said(self, line: int) -> bool:
        """Whether a short sentence is one of those that a site says to its reader, among other lines of its own."""
        said = self.bare[line]
        return not (self.page.levels[line] or line in self.page.verbatim or ":" in said or said[0] in _ITEMS)

    def _is_pointer(self, said: str) -> bool:
        """Whether a last paragraph says where to get something, or speaks of the site by its name."""
        if _points(said) or interface.sells(said):
            return True
        site = self.head.site
        return site is not None and len(site.split()) > 1 and len(said) <= 250 and said.startswith(site)

    def _interface(self, at: int, lines: list[int]) -> bool:
        """Sets apart the lines at the end of a run that the page's reader is to act on; whether all are."""
        is_behind_prose = at > 0 and ends_in_sentence(self.page, self.runs[at - 1], self.found)
        for line in reversed(lines):
            if line in self.found:
                continue
            kind = interface.kind_at_end(self.page, line)
            if kind is None and (is_behind_prose or line + 1 in self.found) and not self.page.levels[line]:
                kind = interface.kind_of_call(self.bare[line])
            if kind is None and line > lines[0] and self._ends_before(line) and interface.sells(self.bare[line]):
                kind = FurnitureKind.PROMOTION
            if kind is None or (line > lines[0] and line - 1 not in self.found and not self._may_end_before(line)):
                return False
            self.found[line] = kind
        return True

    def _ends_before(self, line: int) -> bool:
        return self.bare[line - 1][-1:] in ENDS

    def _may_end_before(self, line: int) -> bool:
        """Whether a line need not go on with the one above: that ends in a sentence, or is no longer than it."""
        return self._ends_before(line) or len(self.bare[line - 1]) <= 60

    def _is_card_below(self, at: int) -> bool:
        """Whether links stand in company: furniture follows, or at the end two runs of links stand before them."""
        if at + 1 < len(self.runs):
            return self.runs[at + 1].first in self.found
        return at >= 3 and all(
            is_image(self.page.lines.texts[run.first]) or is_linked(self.page, run.first)
            for run in self.runs[at - 2 : at]
        )

    def _put(self, run: Run, kind: FurnitureKind) -> None:
        self.found.update(dict.fromkeys(range(run.first, run.last + 1), kind))


def is_tagged(said: str) -> bool:
    """Whether a line is nothing but hashtags, several of them."""
    if said[:1] != "#":
        return False
    words = said.split()
    return len(words) > 1 and all(word[0] == "#" and word[1:2].isalnum() for word in words)


def _points(said: str) -> bool:
    """Whether a paragraph says where to get something, in its first sentence or its last."""
    said = " ".join(said.split())
    if wording.marker(said) in {Marker.POINTER, Marker.PROMOTION}:
        return True
    last = said.rstrip(".!? ").rfind(". ")
    return 0 < last < 250 and wording.marker(said[last + 2 :]) in {Marker.POINTER, Marker.PROMOTION}
