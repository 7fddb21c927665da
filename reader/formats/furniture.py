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
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import Final

from reader.formats import interface, wording
from reader.formats.captions import LONGEST_CAPTION, has_shape_of_caption, is_spoken_of
from reader.formats.contents import contents
from reader.formats.expression import Expression
from reader.formats.footers import footer
from reader.formats.front_matter import FrontMatter
from reader.formats.glance import Run
from reader.formats.headline import Head
from reader.formats.notices import ends_in_credit, is_licence
from reader.formats.opening import is_image
from reader.formats.page import Page
from reader.formats.runs import is_linked, is_prose
from reader.formats.tail import ENDS, LONGEST_LINE, Tail, ends_in_sentence, is_labelled, is_tagged
from reader.formats.wording import Marker
from reader.model.article import FurnitureKind
from reader.model.text import Span

_MARKER_LENGTH: Final = 160
_LICENCE_HEADING: Final = Expression(
    r"(?:copyright|licen[cs]e|licen[cs]ing|rights and permissions|permissions|reprints?|terms of use)"
    r"(?: (?:statement|notice|information|and reuse))?\W*$",
    re.IGNORECASE,
)
_COMMENT_SIGN: Final = Expression(
    r"(?:\bsays?:?$|^reply$|\breply\b.{0,10}$|^(?:antworten|répondre|responder|rispondi)\b|"
    r"\b\d{1,2}:\d{2}\b|\b(?:19|20)\d\d\b|\b(?:hours?|days?|weeks?|months?|years?) ago\b|^(?:posted by|by|from) )",
    re.IGNORECASE,
)
_COMMENT_SIGNS: Final = ("say", "reply", " ago", "19", "20", ":")
_COMMENT_STARTS: Final = ("antworten", "répondre", "responder", "rispondi", "posted by ", "by ", "from ")
"""Without one of these no line bears a sign of comments, and the pattern need not be asked."""
_CLASSES: Final = Expression(
    r"""<\w+[^<>]*\b(?:class|id)\s*=\s*["']?[^"'<>]*\b"""
    r"""(?P<kind>share|social|sharing|abo|newsletter|promo|subscribe|advert\w*|banner|related|comments?|nav|navigation"""
    r"""|menu|footer|sidebar|breadcrumbs?|tags?|caption|credit|cookie\w*)\b""",
    re.IGNORECASE,
)
_CLASS_KINDS: Final = {
    "share": FurnitureKind.SHARE,
    "social": FurnitureKind.SHARE,
    "sharing": FurnitureKind.SHARE,
    "related": FurnitureKind.RELATED,
    "comment": FurnitureKind.COMMENTS,
    "comments": FurnitureKind.COMMENTS,
    "tag": FurnitureKind.TAGS,
    "tags": FurnitureKind.TAGS,
    "caption": FurnitureKind.CAPTION,
    "credit": FurnitureKind.CAPTION,
    "abo": FurnitureKind.PROMOTION,
    "newsletter": FurnitureKind.PROMOTION,
    "promo": FurnitureKind.PROMOTION,
    "subscribe": FurnitureKind.PROMOTION,
}
"""What the class of an HTML element says that a line is; any other class of the list is a notice."""
_DAY: Final = Expression(
    r"\b\d{1,2}(?:st|nd|rd|th|\.)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|juni|juli|okt|dez)"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b",
    re.IGNORECASE,
)
_STAMP: Final = re.compile(r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s+")
_TAG_ONLY: Final = re.compile(r"\s*(?:<[^<>]*>\s*)+$")

_MORE: Final = Expression(
    r"(?:more|other|weitere|mehr|más|otr[ao]s|plus de|d'autres|altr[ie]|meer|andere|mais|outr[ao]s"
    r"|fler|flere|więcej|другие)"
    r"\s[\w’'-]+(?:\s[\w’'-]+){0,2}$",
    re.IGNORECASE,
)
_MOST_CAPTIONS: Final = 4
_TOP: Final = 3
"""Runs within which a picture may stand above the body."""
_FAR: Final = 200
"""Lines from the end above which no heading of other headlines leads to it."""
_PROSE_WIDTH: Final = 40
_WRAPPED: Final = 60

_KINDS: Final = {
    Marker.COMMENTS: FurnitureKind.COMMENTS,
    Marker.RELATED: FurnitureKind.RELATED,
    Marker.INLINE_RELATED: FurnitureKind.RELATED,
    Marker.SHARE: FurnitureKind.SHARE,
    Marker.TAGS: FurnitureKind.TAGS,
    Marker.CREDIT: FurnitureKind.CAPTION,
    Marker.PROMOTION: FurnitureKind.PROMOTION,
    Marker.POINTER: FurnitureKind.PROMOTION,
    Marker.CONTENTS: FurnitureKind.CONTENTS,
}


def known(page: Page, front: FrontMatter | None, head: Head) -> dict[int, FurnitureKind]:
    """The furniture of a page as far as it shows without knowing who speaks."""
    found = dict(head.furniture)
    start = 0
    if front:
        start = front.last + 1
        if front.form != "header":
            kind = FurnitureKind.FRONT_MATTER if front.form == "fenced" else FurnitureKind.TRAILER
            found.update(dict.fromkeys(range(front.first, start), kind))
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


def _last(run: Run) -> int:
    return run.last


class _Sweep:
    """Goes over the runs of a page and gathers what is furniture."""

    def __init__(self, page: Page, found_runs: Sequence[Run], found: dict[int, FurnitureKind], head: Head) -> None:
        self.page = page
        self.bare = page.bare
        self.runs = found_runs
        self.found = found
        self.head = head
        self._lower: _Lower | None = None

    def all(self) -> None:
        for line in contents(self.page, self.runs, self.found):
            if self.bare[line] or self.page.lines.texts[line].strip():
                self.found[line] = FurnitureKind.CONTENTS
        past = 0
        for at, (first, last) in enumerate(self.runs):
            # A long line alone is a paragraph.
            if at >= past and not (first == last and len(self.bare[first]) > LONGEST_LINE):
                past = self._look(at)
        self._captions()
        for line in footer(self.page, self.head.body, self.found):
            if self.bare[line]:
                self.found.setdefault(line, FurnitureKind.NOTICE)
        Tail(self.page, self.runs, self.found, self.head).set_apart()

    def put(self, first: int, last: int, kind: FurnitureKind) -> None:
        for index in range(first, last + 1):
            if not self.page.lines.texts[index].isspace() and self.page.lines.texts[index]:
                self.found[index] = kind

    def _look(self, at: int) -> int:
        """Looks at one run, and gives the number of the next to be looked at."""
        page, bare = self.page, self.bare
        run = self.runs[at]
        if run.first != run.last and page.lines.texts[run.first][0] == "[" and _is_card(page, run):
            self.put(run.first, run.last, FurnitureKind.PROMOTION)
            return at + 1
        if run.last - run.first > 1 and len(bare[run.first]) > 50 and len(bare[run.first + 1]) > 50:
            return at + 1
        for index in range(run.first, run.last + 1):
            line = bare[index]
            if index in self.found or index in page.verbatim or len(line) > _MARKER_LENGTH * 2:
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
        if len(line) < 60:
            if page.levels[index] and _LICENCE_HEADING.match(line):
                return self._section(at, index, FurnitureKind.LICENCE)
            is_loud = run.first == run.last and line.isupper()
            if is_loud and _LICENCE_HEADING.match(line) and at + 1 < len(self.runs):
                self.put(run.first, self.runs[at + 1].last, FurnitureKind.LICENCE)
                return at + 2
            if index > self.head.body and wording.announces_events(line) and self._events(at, index):
                return at + 1
        if "<" in page.lines.texts[index] and (html := _CLASSES.search(page.lines.texts[index])):
            kind = _CLASS_KINDS.get(html["kind"].lower(), FurnitureKind.NOTICE)
            if kind is FurnitureKind.COMMENTS and (past := self._comments(at, index)) is not None:
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
        if not self._goes_on(run, index) and (marker := wording.marker(said)):
            return self._marked(at, index, marker, said)
        if len(line) < 60 and line[0].isupper() and _MORE.match(line) and self._leads_to_end(at, index):
            return self._headlines(at, index)[0]
        if ("|" in line or "·" in line or "•" in line) and self._is_link_row(run, index):
            self.found[index] = FurnitureKind.NOTICE
        elif len(line) <= 220 and self._ends_in_credit(run, index):
            is_final = self._is_near_end(at) and is_licence(line)
            self.found[index] = FurnitureKind.LICENCE if is_final else FurnitureKind.CAPTION
        return None

    def _goes_on(self, run: Run, index: int) -> bool:
        """Whether a line goes on with the one above it: that is long, or this begins with a small letter."""
        if index == run.first or index - 1 in self.found:
            return False
        return len(self.bare[index - 1]) > _WRAPPED or self.bare[index][0].islower()

    def _is_link_row(self, run: Run, index: int) -> bool:
        """Whether a line alone is a row of links, and not one of a table's."""
        is_alone = all("|" not in self.bare[line] for line in range(run.first, run.last + 1) if line != index)
        return is_alone and index not in self.head.byline_lines and interface.is_link_row(self.page, index)

    def _leads_to_end(self, at: int, index: int) -> bool:
        """Whether nothing but headlines and furniture follows, and at least one of them."""
        if not self._is_near_end(at) or self.page.levels[index] or len(self.bare) - index > _FAR:
            return False
        rest = [line for line in range(index + 1, len(self.bare)) if self.bare[line]]
        return 0 < len(rest) <= 30 and all(line in self.found or self._is_headline(line) for line in rest)

    def _ends_in_credit(self, run: Run, index: int) -> bool:
        """Whether a line alone, or below a picture, is a caption by the credit at its end."""
        is_alone = run.first == run.last or (index and is_image(self.page.lines.texts[index - 1]))
        if not is_alone or index in self.head.byline_lines or index in self.head.title_lines:
            return False
        if self.page.levels[index] and not self.page.emphasised[index]:
            return False
        return ends_in_credit(self.bare[index])

    def _marked(self, at: int, index: int, marker: Marker, line: str) -> int | None:
        """Sets apart what a marker leads; gives the number of the next run where that takes more than a line."""
        run = self.runs[at]
        is_whole = len(line) <= _MARKER_LENGTH
        is_single = run.first == run.last
        match marker:
            case Marker.COMMENTS if is_whole and index > self.head.body and (len(line) < 60 or line[-1] not in ".!"):
                return None if self._is_said(run, index) else self._comments(at, index)
            case Marker.RELATED if is_whole and line[-1] not in ".!":
                return self._related(at, index)
            case Marker.INLINE_RELATED if len(line) <= 250 and (is_single or self._is_near_end(at)):
                self.found[index] = FurnitureKind.RELATED
            case Marker.SHARE if is_whole and line[-1] not in ".!?" and not self._heads_prose(run, index):
                self.found[index] = FurnitureKind.SHARE
            case Marker.TAGS if is_whole and (self._is_near_end(at) or self.page.levels[index]):
                self._tags(at, index)
            case Marker.CREDIT if self._is_credit(run, index):
                self._caption(at, index)
            case Marker.PROMOTION if is_single and len(line) <= 320 and line.count(". ") <= 3:
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

    def _is_near_end(self, at: int) -> bool:
        return at >= len(self.runs) * 0.7 or at >= len(self.runs) - 12

    def _section(self, at: int, index: int, kind: FurnitureKind) -> int:
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

    def _comments(self, at: int, index: int) -> int | None:
        """From a marker of comments to the end, if what follows looks like a thread or is short."""
        bare, run = self.bare, self.runs[at]
        if self._lower is None:
            self._lower = _Lower(bare, index)
        rest, signs, labelled = self._lower.below(index)
        before = self._lower.size_of(self.head.body, index)
        is_answered = signs < 2 and labelled > 1
        if is_answered or (rest and rest > before * 0.5 and signs < 2):
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
                    self._headlines(number, line)
                elif is_first and len(bare) - line <= _FAR and all(map(self._is_headline, range(line, len(bare)))):
                    self.put(line, len(bare) - 1, FurnitureKind.RELATED)
                    return len(self.runs)
        return len(self.runs)

    def _related(self, at: int, index: int) -> int | None:
        """A marker of other headlines with those that follow it."""
        run = self.runs[at]
        if run.first != index and len(self.bare[index - 1]) > 110:
            return None
        past, last = self._headlines(at, index)
        if last == index and not self._is_near_end(at) and not self.page.levels[index]:
            self.found.pop(index, None)
            return None
        return past

    def _headlines(self, at: int, index: int) -> tuple[int, int]:
        """Sets apart a marker and the headlines below it; gives the number of the next run, and the last line."""
        bare, page = self.bare, self.page
        self.found[index] = FurnitureKind.RELATED
        last = index
        for line in range(index + 1, self.runs[at].last + 1):
            if not self._is_headline(line):
                return at + 1, last
            self.found[line] = FurnitureKind.RELATED
            last = line
        past = at + 1
        level = page.levels[index]
        while past < len(self.runs):
            run = self.runs[past]
            is_heading = 0 < page.levels[run.first] <= level
            if (is_heading and level < 7) or not all(
                self._is_headline(line) for line in range(run.first, run.last + 1)
            ):
                break
            ahead = self.runs[past + 1] if past + 1 < len(self.runs) else None
            if (
                ahead
                and last > index
                and is_prose(self.page, ahead)
                and len(bare[run.first]) < 60
                and not is_linked(self.page, run.first)
            ):
                break
            self.put(run.first, run.last, FurnitureKind.RELATED)
            last, past = run.last, past + 1
        return past, last

    def _is_headline(self, line: int) -> bool:
        """Whether a line could be another article's headline: short, and no sentence."""
        said = self.bare[line]
        if not said or is_image(self.page.lines.texts[line]):
            return True
        if len(said) > 160 or len(said.split()) > 28:
            return False
        return said[-1] not in ".;" or said.endswith(("...", "…")) or is_linked(self.page, line)

    def _events(self, at: int, index: int) -> bool:
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

    def _captions(self) -> None:
        """Captions without a credit: so few that they are no headings."""
        shaped = [
            at
            for at, run in enumerate(self.runs[1:-1], 1)
            if run.first == run.last
            and len(self.bare[run.first]) <= LONGEST_CAPTION
            and has_shape_of_caption(self.bare[run.first])
        ]
        if len(shaped) > _MOST_CAPTIONS:
            return
        for at in shaped:
            line = self.runs[at].first
            is_free = line not in self.found and line not in self.page.verbatim and not self.page.levels[line]
            if (
                is_free
                and self.head.body <= line
                and (at <= _TOP or ends_in_sentence(self.page, self.runs[at - 1], self.found))
                and self.bare[self.runs[at + 1].last][-1:] in ENDS
                and is_spoken_of(self.bare[line], self.page.text)
            ):
                self.found[line] = FurnitureKind.CAPTION

    def _tags(self, at: int, index: int) -> None:
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

    def _is_credit(self, run: Run, index: int) -> bool:
        line = self.bare[index]
        return len(line) <= 250 and run.last - run.first < 4 and len(line.split()) < 45

    def _caption(self, at: int, index: int) -> None:
        """A credit, and the caption right above it."""
        self.found[index] = FurnitureKind.CAPTION
        run = self.runs[at]
        if wording.marker(self.bare[index]) is None:
            return
        above = None
        if index > run.first:
            above = index - 1
        elif at and self.runs[at - 1].first == self.runs[at - 1].last:
            above = self.runs[at - 1].first
        if above is None or above in self.found or above in self.head.title_lines or self.page.levels[above]:
            return
        said = self.bare[above]
        is_short = len(said) <= 140 and len(said.split()) <= 20 and said[-1:] not in {"?", ":", "!"}
        is_one = ". " not in said and said[0] not in "\"“„«»‘'-–—"
        is_source = self.bare[index].casefold().startswith(("source", "quelle", "fuente", "fonte", "bron", "источник"))
        if (
            is_short
            and is_one
            and not is_source
            and above not in self.head.byline_lines
            and above not in self.head.standfirst_lines
        ):
            self.found[above] = FurnitureKind.CAPTION


class _Lower:
    """What stands below each line from a first one on: counted once, for each line may be a marker of comments."""

    def __init__(self, bare: Sequence[str], first: int) -> None:
        sizes = [*map(len, bare)]
        signs = [size <= 120 and _bears_sign(line) for line, size in zip(bare[first:], sizes[first:], strict=True)]
        labelled = [*map(is_labelled, bare[first:])]
        self._first = first
        self._sizes = [0, *accumulate(sizes)]
        self._signs = [0, *accumulate(signs)]
        self._labelled = [0, *accumulate(labelled)]

    def size_of(self, first: int, past: int) -> int:
        """How many characters some lines have."""
        return max(0, self._sizes[past] - self._sizes[first])

    def below(self, index: int) -> tuple[int, int, int]:
        """The characters below a line, the lines that bear a sign of comments, and those with a label."""
        at = index + 1 - self._first
        return (
            self._sizes[-1] - self._sizes[index + 1],
            self._signs[-1] - self._signs[at],
            self._labelled[-1] - self._labelled[at],
        )


def _is_card(page: Page, run: Run) -> bool:
    """Whether a paragraph of several lines is one link: a card that sells something."""
    past = page.lines.starts[run.last]
    return any(mark.style == "link" and mark.span.end > past for mark in page.marks(run.first)[:3])


def _bears_sign(line: str) -> bool:
    """Whether a line is what stands above or below a comment: who said it, when, and where to reply."""
    lowered = line.lower()
    return (
        any(map(lowered.__contains__, _COMMENT_SIGNS)) or lowered.startswith(_COMMENT_STARTS)
    ) and _COMMENT_SIGN.search(line) is not None


def related(page: Page, furniture: Mapping[int, FurnitureKind]) -> tuple[Span, ...]:
    """The other articles' headlines among the furniture, one by one, without the lines that lead them."""
    return tuple(_other_headlines(page, furniture))


def _other_headlines(page: Page, furniture: Mapping[int, FurnitureKind]) -> Iterator[Span]:
    for index, kind in furniture.items():
        bare = page.bare[index]
        if kind is FurnitureKind.RELATED and len(bare) > 8 and wording.marker(bare) is not Marker.RELATED:
            start = page.offset(index, 0)
            yield Span(start, max(start, page.offset(index, len(bare))))
