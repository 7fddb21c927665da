"""Captions of pictures: above a credit, or where none gives them away.

Without one they name somebody of whom the text speaks, where he stands, and no verb. Lines are counted from 0.
"""

import re
from collections.abc import Container, Iterator, Sequence
from typing import Final

from reader.formats.expression import Expression
from reader.formats.glance import Run
from reader.formats.headline import Head
from reader.formats.page import Page
from reader.formats.runs import ENDS, ends_in_sentence

_LONGEST: Final = 160
_MOST: Final = 4
"""Lines in the shape of captions; more of them are headings."""
_TOP: Final = 3
"""Runs within which a picture may stand above the body."""
_SOURCES: Final = ("source", "quelle", "fuente", "fonte", "bron", "источник")
"""What a credit begins with that is none of a picture."""
_NAME: Final = r"[A-ZÀ-ÞŁŠŽ][\w’'.-]*(?:\s(?:(?:de|del|la|van|von|der|du|af|di)\s)*[A-ZÀ-ÞŁŠŽ][\w’'.-]+){1,3}"
_CAPTION: Final = Expression(
    rf"(?P<name>{_NAME})(?:,?\s(?:and|und|y|et|e|en|och|i|with)\s{_NAME})?,?\s"
    r"(?:\(?(?:left|right|centre|center|above|below|pictured|links|rechts|à gauche|à droite)\)?,?\s?)?"
    r"(?:in|at|on|with|from|outside|inside|near|beside|during|before|behind|under|holding|wearing|speaking|posing|addressing"
    r"|im|am|auf|bei|mit|vor|à|au|aux|dans|avec|devant|lors|en|con|durante|ante|nel|nella|op|bij|met|på|med|w|na|z)\s"
    r"(?=\S*[^\W\d_])(?:[\w’',.()-]++\s?+){1,25}+$"
)
_SENTENCE: Final = frozenset(".?!:;,…")
_ARCHIVE_ENDS: Final = frozenset(")oehdsv.")
_ARCHIVE_TAIL: Final = 48
_ARCHIVE_SIGNS: Final = ("photo", "picture", "image", "archiv", "archief", "/")
_ARCHIVE: Final = Expression(
    r"(?:\b(?:archive|file|stock|undated|press|handout|family) (?:photo(?:graph)?|picture|image)|archiv(?:bild|foto)"
    r"|photo d[’']archives?|foto de archivo|foto d[’']archivio|archieffoto"
    r"|\((?-i:[A-ZÀ-Þ])[^()/]{2,40}/\s?[^()/]{2,40}\))\W*$",
    re.IGNORECASE,
)


def _is_from_archive(bare: str) -> bool:
    """Whether a line ends by saying that its picture comes from an archive."""
    if bare[-1] not in _ARCHIVE_ENDS:
        return False
    tail = bare[-_ARCHIVE_TAIL:].lower()
    return any(map(tail.__contains__, _ARCHIVE_SIGNS)) and _ARCHIVE.search(bare) is not None


def has_shape_of_caption(bare: str) -> bool:
    """Whether a line alone between paragraphs could stand below a picture."""
    if not 24 <= len(bare) <= _LONGEST or not bare[0].isupper():
        return False
    if _is_from_archive(bare):
        return True
    return bare[-1] not in _SENTENCE and len(bare.split()) >= 7 and _CAPTION.match(bare) is not None


def is_spoken_of(bare: str, text: str) -> bool:
    """Whether a text speaks elsewhere of the person whom a caption names first; an archive's are believed anyway."""
    named = _CAPTION.match(bare)
    if named is None or bare[-1] in _SENTENCE or _is_from_archive(bare):
        return True
    return text.count(named["name"].rsplit(None, 1)[-1]) > 1


def without_credit(page: Page, runs: Sequence[Run], furniture: Container[int], head: Head) -> Iterator[int]:
    """Captions without a credit: so few that they are no headings."""
    bare = page.bare
    shaped = [
        at
        for at, (first, last) in enumerate(runs[1:-1], 1)
        if first == last and len(bare[first]) <= _LONGEST and has_shape_of_caption(bare[first])
    ]
    if len(shaped) > _MOST:
        return
    for at in shaped:
        line = runs[at].first
        is_free = line not in furniture and line not in page.verbatim and not page.levels[line]
        if (
            is_free
            and head.body <= line
            and (at <= _TOP or bare[runs[at - 1].last][-1:] in ENDS or ends_in_sentence(page, runs[at - 1], furniture))
            and bare[runs[at + 1].last][-1:] in ENDS
            and is_spoken_of(bare[line], page.text)
        ):
            yield line


def stands_above_credit(page: Page, line: int, credit: int, head: Head) -> bool:
    """Whether a line right above a credit is the caption of its picture."""
    if line in head.title_lines or line in head.byline_lines or line in head.standfirst_lines or page.levels[line]:
        return False
    said = page.bare[line]
    is_short = len(said) <= 140 and len(said.split()) <= 20 and said[-1:] not in {"?", ":", "!"}
    is_one = ". " not in said and said[:1] not in "\"“„«»‘'-–—"
    return is_short and is_one and not page.bare[credit].casefold().startswith(_SOURCES)
