"""What stands above the body: title, byline, date, standfirst, and what the site put before them.

    We use cookies. Accept            notice
    The Evening Clock                 the site's name, if another title-like line follows before the body
    Why time is short                 ◀ title: the last title-like line before byline, date or body,
    By A. Smith | 3 March 2021          a heading by its markup before any other
    A sentence that tells more.       ◀ standfirst
    Body …

Front matter is asked first. A text whose first lines are already prose, turns or verse has no title: none is made up.
Lines are counted from 0.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from reader.formats import dates, wording
from reader.formats.front_matter import FrontMatter
from reader.formats.page import BOLD_LEVEL, Page
from reader.formats.wording import Marker
from reader.model.article import FurnitureKind
from reader.model.text import Span

LOOKED_AT: Final = 120
"""Lines after which a head has long ended."""

_BYLINE: Final = re.compile(
    r"""
    (?:(?:(?:written|posted|published|reported|story|words|text|interview|interviewed|transcribed|article|review|report|
           translated|edited|compiled|photographs|photos)\ )?by(?::|\s)
     | (?:words|author|authors|writer|reporter|text|interview|posted\ by|published\ by|date|published|posted|updated|
          last\ (?:updated|modified)|first\ published|created)\s*:\s*(?=\S)
     | von\s(?=[A-ZÄÖÜ]) | (?:texte?|propos\ recueillis|recueilli|entretien|publié)\ par\s | par\s(?=[A-ZÉÈÀ])
     | (?:texto|entrevista|escrito|publicado)\s(?:por|de)\s | por\s(?=[A-ZÁÉÍÓÚÑ]) | di\s(?=[A-Z][\w’']+\s[A-Z])
     | (?:autor|autorin|auteur|autora|autore|datum|fecha|data|stand|veröffentlicht|publié\ le|publicado\ el|автор|дата)
       \b\s*:?\s*(?=\S)
     | door\s(?=[A-Z]) | av\s(?=[A-ZÅÄÖ]) | af\s(?=[A-ZÆØÅ]) | (?:文|作者|記者|记者|取材・文|글|기자)\s?[:：/／・]\s?
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NAME_START: Final = re.compile(r"(?i:by|von|par|por|di|door|av|af)\s+(?![A-ZÀ-ÞŁŠŽА-Я@“\"'(])")
"""`by` that goes on in lower case is prose: "by the time we met"."""
_CREDITED: Final = re.compile(
    r"(?i:^(?:.*?\b(?:by|author|authors|autor|autorin|auteur|par|por|von|door|автор)\b\s*:?\s*))"
    r"([^\d|•·,–—(]{2,60}?)(?=\s*(?:$|[|•·,–—(\t]|\b(?:on|at|in|am|le|el|den|for|posted|published|updated|date)\b|\d))"
)
_MASTHEAD: Final = re.compile(
    r"\b(?:volume|vol\.?|issue|number|file|phile|no\.|nr\.|edition)\s*[#:]?\s*(?:0x)?\w+", re.IGNORECASE
)
_SITE: Final = re.compile(
    r"\b(?:blog|weblog|news|magazine|journal|times|post|daily|weekly|monthly|herald|gazette|tribune|review|newsletter|"
    r"podcast|radio|press|website|homepage|zeitung|zeitschrift|magazin|observer|guardian|chronicle|bulletin|digest|"
    r"archives?|online|network|media|wire|report|diario|periódico|jornal|revista|giornale|\w+\.(?:com|org|net|co\.uk|de|fr))\W*$",
    re.IGNORECASE,
)
_KICKERS: Final = """
    opinion|interview|interviews|news|feature|features|analysis|politics|culture|business|sport|
    sports|technology|tech|science|health|exclusive|comment|editorial|q&a|q & a|world|local|
    national|arts|books|music|film|review|reviews|lifestyle|travel|food|education|environment|
    press release|for immediate release|blog|article|articles|transcript|full transcript|
    interview transcript|politik|kultur|wirtschaft|wissen|gesellschaft|meinung|société|économie|
    entretien|entrevista|entrevistas|opinión|cultura|sociedad|política|intervista|column|profile|faq|
    podcast|people|perspectives|essay|essays|in depth|special report|spotlight|conversation
"""
_KICKER: Final = frozenset(kicker.strip() for kicker in _KICKERS.split("|"))
"""Names of sections that stand above titles."""
_TURN: Final = re.compile(r"([^:：]{1,40})[:：](?:\s|$)")
_LIST_MARK: Final = re.compile(r"(?:[-*•>+|]\s|\d{1,3}[.)]\s|[A-Z]?\d{1,2}[.)]\s|https?://|www\.)")
_DECORATED: Final = re.compile(r"^[\s|=\-*~_#+<>:.\[\]/\\]{2,}|[\s|=\-*~_#+<>:\[\]/\\]{2,}$")
_SPACED: Final = re.compile(r"\S(?: \S){2,}(?:\s{2,}\S(?: \S)*)*$")
_ABBREVIATED: Final = re.compile(
    r"(?:\b(?:inc|jr|sr|ltd|co|corp|etc|vs|dr|mr|ms|mrs|st|vol|no|pt)|\b[A-Z]|\.\.)\.$", re.IGNORECASE
)
_IMAGE: Final = re.compile(
    r"(?:\s*(?:\[?!\[[^\]]*\]\([^)]*\)(?:\]\([^)]*\))?"
    r"|<img\b[^>]*>|</?(?:figure|picture|source)\b[^>]*>))+\s*$"
)
_OPEN_END: Final = re.compile(
    r"(?:[,:–—-]|\b(?:of|the|and|for|in|to|a|an|on|with|by|from|at|or|is|der|die|das|und|de|la|le|et|y))$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Head:
    """What was found above the body."""

    title: str | None = None
    title_lines: tuple[int, ...] = ()
    title_span: Span | None = None
    standfirst_lines: tuple[int, ...] = ()
    byline: str | None = None
    byline_lines: tuple[int, ...] = ()
    date: str | None = None
    site: str | None = None
    furniture: dict[int, FurnitureKind] = field(default_factory=dict)
    body: int = 0
    """The first line behind it all."""


def is_image(raw_line: str) -> bool:
    """Whether a line holds pictures and nothing else."""
    return ("![" in raw_line or "<" in raw_line) and _IMAGE.match(raw_line) is not None


def has_words(text: str) -> bool:
    """Whether there is a letter or a digit in it."""
    return text[:1].isalnum() or text[-1:].isalnum() or any(map(str.isalnum, text))


def is_byline(bare: str) -> bool:
    """Whether a line says who wrote the article, or when."""
    if len(bare) > 120 or not bare:
        return False
    if dates.is_alone(bare):
        return True
    if _BYLINE.match(bare) and not _NAME_START.match(bare):
        return bare[-1] not in ".?!" or bare.endswith(("Jr.", "Sr.", "m."))
    if len(bare) <= 100 and (found := dates.find(bare)) and found:
        return len(_title_words(bare)) <= 8 and (
            "|" in bare or "·" in bare or "•" in bare or bare[:4].casefold() == "date"
        )
    return False


def _title_words(text: str) -> list[str]:
    return [word for word in text.split() if any(map(str.isalpha, word))]


class _Walk:
    """Goes down the first lines of a page and says what each is."""

    def __init__(self, page: Page, first: int) -> None:
        self.page = page
        self.at = first
        self.end = min(len(page.lines), first + LOOKED_AT)
        self.furniture: dict[int, FurnitureKind] = {}
        self.candidates: list[int] = []
        self.bylines: list[int] = []
        self.heading: int | None = None

    def paragraphs(self) -> list[range]:
        found: list[range] = []
        index = self.at
        bare = self.page.bare
        while index < self.end:
            if not bare[index]:
                index += 1
                continue
            first = index
            while index < len(bare) and bare[index] and index < self.end + 40:
                index += 1
            found.append(range(first, index))
        return found

    def recurs(self, start: str, *, whole: bool) -> bool:
        """Whether at least three lines begin with (or are) the same words: who speaks, not what it is about."""
        count = 0
        for line in self.page.bare:
            if line == start if whole else line.startswith(start):
                count += 1
                if count >= 3:
                    return True
        return False

    def is_turn(self, bare: str) -> bool:
        turn = _TURN.match(bare)
        return turn is not None and self.recurs(turn[0].rstrip(), whole=False)

    def could_be_title(self, index: int) -> bool:
        if _LIST_MARK.match(self.page.bare[index]):
            return False
        bare = undecorated(self.page.bare[index])
        if not 1 < len(bare) <= 200 or len(bare.split()) > 30 or not any(map(str.isalpha, bare)):
            return False
        if 0 < self.page.levels[index] < BOLD_LEVEL:
            return True
        if bare[-1] in ".,;:；：。、" and not _ABBREVIATED.search(bare):
            return False
        if self.is_turn(bare):
            return False
        if len(bare) > 120 and re.search(r"[.!?][”’\"]? [“‘\"]?[A-ZÀ-Þ]", bare):
            return False
        return not (len(bare) < 40 and self.recurs(bare, whole=True))


def undecorated(bare: str) -> str:
    """A line without the drawn frame around it, and with its letters together where they were spaced out."""
    if bare and not (bare[0].isalnum() and bare[-1].isalnum()):
        bare = _DECORATED.sub("", bare).strip() or bare
    if len(bare) > 8 and bare[1:2] == " " and _SPACED.match(bare):
        return " ".join("".join(word.split(" ")) for word in re.split(r"\s{2,}", bare))
    return bare


def head(page: Page, front: FrontMatter | None) -> Head:
    """What stands above the body of a page."""
    walk = _Walk(page, front.last + 1 if front else 0)
    past = _down(walk)
    furniture = dict(walk.furniture)
    title_lines, site_line = _title(walk)
    site = None
    if site_line is not None:
        site = page.bare[site_line]
        furniture[site_line] = FurnitureKind.NOTICE
    title = " ".join(undecorated(page.bare[index]) for index in title_lines) or None
    title_span = _span(page, title_lines)
    byline_lines = list(walk.bylines)
    byline, date = _credited(page, byline_lines)
    if front:
        entry = next(
            (
                one
                for key in ("title", "titel", "título", "titulo", "titre", "subject")
                if (one := front.entries.get(key)) and one.value
            ),
            None,
        )
        if entry:
            title, title_span, title_lines = entry.value, entry.span, tuple(range(entry.first, entry.last + 1))
        byline = front.get("author", "authors", "by", "byline", "autor", "auteur") or byline
        written = front.get("date", "published", "datum", "fecha", "published_time", "pubdate", "created")
        date = (dates.find(written) if written else None) or date
        source = front.get("site", "source", "publication", "website")
        if source and "/" not in source:
            site = source
    standfirst = _standfirst(page, walk, past, title_lines, byline_lines)
    body = max([past, *(index + 1 for index in (*standfirst, *byline_lines))])
    if date is None and title:
        date = dates.find(title) if re.search(r"\d{4}", title) and re.search(r"\d{1,2}.+\d{4}", title) else None
    return Head(
        title, title_lines, title_span, standfirst, _unquoted(byline), tuple(byline_lines), date, site, furniture, body
    )


def _unquoted(value: str | None) -> str | None:
    return value.strip("[]'\" ") or None if value else None


def _span(page: Page, indexes: tuple[int, ...]) -> Span | None:
    """From the first to the last bare character of some lines."""
    if not indexes:
        return None
    return Span(page.offset(indexes[0], 0), page.offset(indexes[-1], len(page.bare[indexes[-1]])))


def _down(walk: _Walk) -> int:
    """Walks until the body begins, and gives its first line."""
    page = walk.page
    for paragraph in walk.paragraphs():
        if _is_apart(walk, paragraph):
            continue
        for index in paragraph:
            bare = page.bare[index]
            if not has_words(bare) or is_image(page.lines[index].text):
                continue
            if kind := _furniture_kind(bare):
                walk.furniture[index] = kind
            elif len(_MASTHEAD.findall(bare)) >= 2 and len(bare) < 100:
                for above in (*walk.candidates, index):
                    walk.furniture[above] = FurnitureKind.TRAILER
                walk.candidates.clear()
                walk.heading = None
            elif 0 < page.levels[index] < BOLD_LEVEL and not walk.bylines:
                if walk.heading is not None:
                    return index
                walk.candidates.append(index)
                walk.heading = index
            elif is_byline(bare) and not walk.is_turn(bare):
                walk.bylines.append(index)
            elif walk.heading is None and _stands_apart(walk, paragraph, index) and walk.could_be_title(index):
                walk.candidates.append(index)
                if len(walk.candidates) > 4:
                    return index
            else:
                return index
    return walk.end


def _stands_apart(walk: _Walk, paragraph: range, index: int) -> bool:
    """Whether a line may be a title by its place: alone, or followed by a byline, or in a short block of such lines."""
    page = walk.page
    if len(walk.bylines) and walk.candidates:
        return False
    if len(paragraph) == 1:
        return True
    if len(paragraph) > 6:
        return index + 1 in paragraph and is_byline(page.bare[index + 1])
    rest = [page.bare[other] for other in paragraph if other > index and has_words(page.bare[other])]
    if not rest or is_byline(rest[0]) or wording.marker(rest[0]) is Marker.CREDIT:
        return True
    first = page.bare[index]
    if len(rest[0]) > 140 and len(first) < 100:
        return True
    return all(len(line) <= 75 and line[-1] not in ".,;" and not line[0].islower() for line in (first, *rest)) and (
        len(paragraph) <= 3
    )


def _is_apart(walk: _Walk, paragraph: range) -> bool:
    """Whether a whole paragraph is the site's, not the article's; then it is set apart."""
    page = walk.page
    said = " ".join(page.bare[index] for index in paragraph[:8])
    if len(said) > 700:
        return False
    kind = None
    if wording.is_notice(said):
        kind = FurnitureKind.NOTICE
    elif wording.is_licence(said) and any(page.bare[index] for index in range(paragraph.stop, walk.end)):
        kind = FurnitureKind.LICENCE
    if kind is None or page.levels[paragraph[0]]:
        return False
    for index in paragraph:
        walk.furniture[index] = kind
    return True


def _furniture_kind(bare: str) -> FurnitureKind | None:
    if len(bare) > 120:
        return None
    match wording.marker(bare):
        case Marker.SHARE | Marker.COMMENTS:
            return FurnitureKind.SHARE
        case Marker.TAGS:
            return FurnitureKind.TAGS
        case Marker.PROMOTION:
            return FurnitureKind.PROMOTION
        case Marker.CONTENTS:
            return None
        case _:
            pass
    if (bare.count(" > ") or bare.count(" » ") or bare.count(" › ")) and len(bare.split()) < 16:
        return FurnitureKind.NOTICE
    if bare.count(" | ") >= 2 and dates.find(bare) is None and len(bare.split()) < 30:
        return FurnitureKind.NOTICE
    return None


def _title(walk: _Walk) -> tuple[tuple[int, ...], int | None]:
    """The lines of the title among the candidates, and that of the site's name before it."""
    page = walk.page
    found = walk.candidates
    if not found:
        return (), None
    if walk.heading is not None:
        before = [index for index in found if index < walk.heading]
        if page.levels[walk.heading] > 1 and _is_section(walk, walk.heading):
            if not before:
                return (), None
            found = before
        else:
            return (walk.heading,), before[-1] if before and _is_site(page.bare[before[-1]]) else None
    site = None
    first = 0
    while first + 1 < len(found) and _is_above_title(page, found[first], found[first + 1], walk):
        if site is None and _is_site(page.bare[found[first]]):
            site = found[first]
        first += 1
    chosen = found[first]
    if not any(page.bare[index] for index in range(chosen + 1, len(page.lines))):
        return (), None
    lines = [chosen]
    for index in found[first + 1 :]:
        above = lines[-1]
        goes_on = page.bare[above].isupper() and page.bare[index].isupper()
        goes_on = goes_on or _OPEN_END.search(page.bare[above]) is not None
        goes_on = goes_on or (_indent(page, above) >= 12 and _indent(page, index) >= 12)
        if index != above + 1 or not goes_on:
            break
        lines.append(index)
    return tuple(lines), site


def _indent(page: Page, index: int) -> int:
    content = page.lines[index].text
    return len(content) - len(content.lstrip())


def _is_section(walk: _Walk, heading: int) -> bool:
    """Whether a first heading is one of several of its kind, and nothing but a section's."""
    page = walk.page
    level = page.levels[heading]
    return sum(other == level for other in page.levels[heading + 1 :]) >= 2 and not walk.bylines


def _is_site(bare: str) -> bool:
    return len(bare.split()) <= 6 and _SITE.search(bare) is not None


def _is_above_title(page: Page, index: int, following: int, walk: _Walk) -> bool:
    """Whether a title-like line is the site's or the section's name, because the title comes below it."""
    bare = page.bare[index]
    if bare.casefold().strip(" :.") in _KICKER:
        return True
    below = page.bare[following]
    if _is_site(bare) and not _is_site(below) and (bool(walk.bylines) or len(below.split()) > len(bare.split())):
        return True
    return len(bare.split()) <= 2 and bare.isupper() and not below.isupper() and len(below.split()) >= 4


def _credited(page: Page, indexes: list[int]) -> tuple[str | None, str | None]:
    """Who wrote it and when, as the byline's lines say."""
    byline = date = None
    for index in indexes:
        bare = page.bare[index]
        date = date or dates.find(bare)
        if byline is None and not dates.is_alone(bare) and (credited := _CREDITED.match(bare)):
            byline = credited[1].strip(" .,;:") or None
    return byline, date


def _standfirst(
    page: Page, walk: _Walk, body: int, title_lines: tuple[int, ...], byline_lines: list[int]
) -> tuple[int, ...]:
    """The short paragraph between title and body; bylines below it are added to those that are known."""
    if not title_lines or body >= len(page.lines) or body >= walk.end or not page.bare[body]:
        return ()
    rest = [index for index in walk.candidates if index > title_lines[-1] and index not in title_lines]
    last = body
    while last < len(page.bare) and page.bare[last] and last - body < 6:
        last += 1
    said = " ".join(page.bare[body:last])
    following = next((index for index in range(last, min(len(page.bare), last + 12)) if page.bare[index]), None)
    if rest and not page.levels[rest[0]] and len(page.bare[rest[0]].split()) >= 5:
        return (rest[0],)
    if following is None or page.levels[body] or walk.is_turn(page.bare[body]) or _LIST_MARK.match(page.bare[body]):
        return ()
    most = 320 if page.emphasised[body] else 160 if byline_lines else 260
    if body in page.verbatim or len(said) > most or len(said.split()) < 5:
        return ()
    if said[-1] not in ".!?…”\"'’)。！？" and not page.emphasised[body]:
        return ()
    after = page.bare[following]
    if is_byline(after):
        near = range(following, min(len(page.bare), following + 3))
        byline_lines.extend(index for index in near if page.bare[index] and is_byline(page.bare[index]))
        return tuple(range(body, last))
    is_longer = len(after) > len(said) or (following + 1 < len(page.bare) and bool(page.bare[following + 1]))
    if page.emphasised[body] or (is_longer and not page.levels[following] and not walk.is_turn(after)):
        return tuple(range(body, last))
    return ()
