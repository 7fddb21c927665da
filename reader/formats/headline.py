"""What stands above the body: title, byline, date, standfirst, and the site's name.

    The Evening Clock                 the site's name, if the line below is more likely the title
    Why time is short                 ◀ title
    By A. Smith | 3 March 2021        byline and date
    A sentence that tells more.       ◀ standfirst
    Body …

Front matter is asked first, then headings by markup, then the first lines that read like a title. A text whose first
lines are already prose, turns or verse has no title: none is made up. Of two title-like lines, the first is the site's
name if enough speaks for it: a newspaper's word in it, a menu below it, a byline below the other one, capitals, and
that the other's words come again in the body. Lines are counted from 0.
"""

import re
from collections.abc import Mapping
from itertools import islice, pairwise
from typing import Final, NamedTuple

from reader.formats import dates
from reader.formats.asked_first import is_asked
from reader.formats.bylines import credited
from reader.formats.credits import credits_of, read_value
from reader.formats.evidence.announced import names_questions
from reader.formats.expression import Expression
from reader.formats.front_matter import TITLE_KEYS, FrontMatter
from reader.formats.opening import Opening
from reader.formats.page import Page
from reader.formats.sites import is_high, is_kicker, is_name_like, is_site, recurrence
from reader.formats.standfirst import standfirst
from reader.formats.strokes import undecorated
from reader.formats.title_lines import is_centred
from reader.model.article import FurnitureKind
from reader.model.text import Span

_OPEN_ENDS: Final = frozenset(
    {
        "of", "the", "and", "for", "in", "to", "a", "an", "on", "with", "by", "from", "at", "or", "is", "der", "die",
        "das", "und", "de", "la", "le", "et", "y",
    }
)  # fmt: skip
"""Words at which no title ends."""
_SECTION_WORDS: Final = 3
"""Words of the longest name of a section that isn't capitalised throughout, and how many more a headline has."""
_SOLE: Final = 1.0
"""What speaks for a name: a single word that never comes again."""
_STEP: Final = 2.25
_EPISODE: Final = re.compile(r"(?:(?:Episode|Ep\.|Folge|Épisode|Episodio|Episódio) )?#?\d{1,4}(?::| [–—|-]) ?\S")
"""What one of many is counted by; above it stands what they are all called."""
_MOST_LEADING: Final = 6
_FEWEST_TELLING: Final = 12
"""Words of what leads to a headline, and of what tells more of it."""
_BLOCK: Final = 4
_MANUAL: Final = frozenset({"NAME", "NOM", "NOMBRE", "NOME", "BEZEICHNUNG", "ИМЯ", "НАЗВАНИЕ", "NAZWA", "名前", "名称"})
"""Above what a page of a manual is about."""
_SUMMED_UP: Final = Expression(r"[\w.:+-]+(?:,\s[\w.:+-]+){0,9}\s+(?:-{1,2}|–|—)\s+\S")
_EXACT: Final = Expression(r"\d{1,2}\D.{0,80}(?:1[5-9]|20)\d\d|(?:1[5-9]|20)\d\d\D{1,80}\d{1,2}\b")


class Head(NamedTuple):
    """What was found above the body."""

    title: str | None
    title_lines: tuple[int, ...]
    title_span: Span | None
    standfirst_lines: tuple[int, ...]
    byline: str | None
    byline_lines: tuple[int, ...]
    date: str | None
    site: str | None
    furniture: Mapping[int, FurnitureKind]
    body: int
    """The first line behind it all."""


def head(page: Page, front: FrontMatter | None) -> Head:
    """What stands above the body of a page."""
    known = front.get(*TITLE_KEYS) if front and front.form in {"fenced", "header"} else None
    opening = Opening(page, front.last + 1 if front else 0, known)
    furniture = dict(opening.furniture)
    lines, site_lines = _title(opening)
    site = None
    if site_lines and not (front and front.get(*TITLE_KEYS)):
        site = next((page.bare[index] for index in site_lines if is_site(page.bare[index])), page.bare[site_lines[-1]])
        furniture.update(dict.fromkeys(site_lines, FurnitureKind.NOTICE))
    title = " ".join(undecorated(page.bare[index]) for index in lines) or None
    span = Span(page.offset(lines[0], 0), page.offset(lines[-1], len(page.bare[lines[-1]]))) if lines else None
    bylines = list(opening.bylines)
    entry = None
    if front:
        keys = TITLE_KEYS if title and front.form == "letter" else (*TITLE_KEYS, "subject")
        entry = front.entry(*keys)
        if entry:
            if title is None or title.casefold() != entry.value.casefold():
                span, lines = entry.span, tuple(range(entry.first, entry.last + 1))
            title = read_value(page, entry.value)
    told = standfirst(opening, lines, bylines)
    byline, date = credited(page.bare[index] for index in bylines)
    if front:
        told_by, told_on, told_in = credits_of(page, front)
        byline, date, site = told_by or byline, told_on or date, told_in or site
    if date is None and title and ("1" in title or "2" in title) and _EXACT.search(title):
        date = dates.find(title)
    return Head(
        title=title,
        title_lines=lines,
        title_span=span,
        standfirst_lines=told,
        byline=byline,
        byline_lines=(*bylines, *opening.contacts),
        date=date,
        site=site,
        furniture=furniture,
        body=max([opening.body, *(index + 1 for index in (*told, *bylines))]),
    )


def _title(opening: Opening) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The lines of the title among the candidates, and those of the site's name before it."""
    page, found = opening.page, opening.candidates
    if (named := _in_manual(opening)) is not None:
        return (named,), ()
    if opening.below_menu is not None:
        return (opening.below_menu,), ()
    if opening.heading is not None:
        before = [index for index in found if index < opening.heading]
        if page.levels[opening.heading] == 1 or not _is_section(opening, opening.heading):
            return (opening.heading,), tuple(index for index in before[-1:] if is_site(page.bare[index]))
        found = before
    if not found:
        return (), ()
    if opening.repeated is not None:
        return (opening.repeated,), tuple(index for index in found if index < opening.repeated)
    if opening.told_of in found:
        return (opening.told_of,), tuple(index for index in found if index < opening.told_of)
    sites: list[int] = []
    first = 0
    while first + 1 < len(found) and _is_above_title(opening, *found[first : first + 3]):
        if page.bare[found[first + 1]][-1] in "?？" and names_questions(page.bare[found[first]]):
            break
        sites.append(found[first])
        first += 1
    if sum(is_kicker(page.bare[index]) for index in sites) == 1:
        sites = [index for index in sites if not is_kicker(page.bare[index])]
    if not any(page.bare[found[first] + 1 :]):
        return (), ()
    if not opening.bylines and is_asked(opening.page, found[first], opening.end, is_first=first == 0):
        return (), tuple(sites)
    lines = [found[first]]
    centred = _centred(opening, found[first])
    for index in found[first + 1 :]:
        if index != lines[-1] + 1 or not (index in centred or _goes_on(page, lines[-1], index)):
            break
        lines.append(index)
    return tuple(lines), tuple(sites)


def _centred(opening: Opening, first: int) -> range:
    """The lines of the centred block that a line begins; of any other none."""
    last = first
    while last - first < _BLOCK and last + 1 < len(opening.page.bare) and opening.page.bare[last + 1]:
        last += 1
    block = range(first, last + 1)
    is_whole = opening.paragraph_of.get(first) == first
    return block if is_whole and is_centred(opening.page, block) else range(0)


def _in_manual(opening: Opening) -> int | None:
    """The line that sums up a page of a manual: `knot - tie ropes`, below NAME."""
    bare = opening.page.bare
    filled = islice((index for index in range(opening.first, opening.end) if bare[index]), 4)
    for above, below in pairwise(filled):
        if bare[above] in _MANUAL and _SUMMED_UP.match(bare[below]):
            return below
    return None


def _goes_on(page: Page, above: int, below: int) -> bool:
    """Whether a title is broken over two lines."""
    if page.bare[above].isupper() and page.bare[below].isupper():
        return True
    if page.bare[above][-1] in ",:–—-" or page.bare[above].rsplit(None, 1)[-1].lower() in _OPEN_ENDS:
        return True
    return _indent(page, above) >= 12 and _indent(page, below) >= 12


def _indent(page: Page, index: int) -> int:
    content = page.lines.texts[index]
    return len(content) - len(content.lstrip())


def _is_section(opening: Opening, heading: int) -> bool:
    """Whether a first heading is one of several of its kind, and nothing but a section's."""
    levels = opening.page.levels
    return levels[heading + 1 :].count(levels[heading]) >= 2 and not opening.bylines


def _is_above_title(opening: Opening, upper: int, lower: int, third: int | None = None) -> bool:
    """Whether a title-like line is the site's or the section's name, because the title comes below it.

    A `third` may stand below that; each longer than the one above, they lead to an article step by step.
    """
    page = opening.page
    above, below = page.bare[upper], page.bare[lower]
    if is_kicker(above):
        return True
    if len(above.split()) > 8 and not is_site(above):
        return False
    score = 3.0 * (is_site(above) and not is_site(below))
    score += 2.0 * (" | " in above or " — " in above)
    score += 1.5 * (above.isupper() and not below.isupper())
    score += is_name_like(above) and not is_name_like(below)
    score -= 2.0 * (below[-1] in ".。" or len(below.split()) > 22)
    score -= 1.5 * below[0].islower()
    score -= len(below.split()) < len(above.split())
    score += 2.0 * (above[0].islower() and below[0].isupper())
    score += 2.0 * any(upper < index < lower for index in opening.furniture)
    score += 1.5 * any(upper < index < lower for index in opening.bylines)
    if opening.paragraph_of.get(upper) == opening.paragraph_of.get(lower):
        score -= 2.0
    else:
        score += 1.5 * _is_signed(opening, lower)
        again = recurrence(page, lower, above)
        score += recurrence(page, lower, below) - again
        score += _SOLE * (not again and " " not in above and len(below.split()) > _SECTION_WORDS)
        score += _STEP * (_EPISODE.match(below) is not None and not _EPISODE.match(above))
        score += _STEP * (third is not None and _leads_down(above, below, page.bare[third]))
        score += 1.5 * _opens_article(opening, upper, lower)
        score += 2.0 * _names_section(above, below)
    return score >= 2.0


def _leads_down(above: str, below: str, third: str) -> bool:
    """Whether three lines are a few words, a headline and what tells more of it."""
    first, second, last = len(above.split()), len(below.split()), len(third.split())
    return first <= _MOST_LEADING and first + 2 <= second and last >= _FEWEST_TELLING and third[-1] != "?"


def _opens_article(opening: Opening, upper: int, lower: int) -> bool:
    """Whether a name stands alone, and below it a line that another goes on from: a headline with its standfirst."""
    page = opening.page
    above, below = page.bare[upper], page.bare[lower]
    if not is_name_like(above) or len(above.split()) > 5 or not is_high(below) or page.bare[upper + 1]:
        return False
    goes_on = lower + 1 < len(page.bare) and len(page.bare[lower + 1]) > len(below)
    return goes_on or len(below.split()) >= len(above.split()) + 2


def _names_section(above: str, below: str) -> bool:
    """Whether a few words above a headline are no headline: only that one has capitals throughout, and is longer."""
    words = len(above.split())
    return (
        words <= _SECTION_WORDS
        and not is_high(above)
        and above[-1].isalnum()
        and is_high(below)
        and len(below.split()) >= words + _SECTION_WORDS
    )


def _is_signed(opening: Opening, index: int) -> bool:
    """Whether a byline follows a line at once."""
    following = next((line for line in range(index + 1, opening.end) if opening.page.bare[line]), None)
    return following is not None and following in opening.bylines and following - index <= 2
