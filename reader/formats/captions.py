"""Captions that no credit gives away: they name somebody of whom the text speaks, where he stands, and no verb."""

import re
from typing import Final

from reader.formats.expression import Expression

LONGEST_CAPTION: Final = 160
_NAME: Final = r"[A-ZÀ-ÞŁŠŽ][\w’'.-]*(?:\s(?:(?:de|del|la|van|von|der|du|af|di)\s)*[A-ZÀ-ÞŁŠŽ][\w’'.-]+){1,3}"
_CAPTION: Final = Expression(
    rf"(?P<name>{_NAME})(?:,?\s(?:and|und|y|et|e|en|och|i|with)\s{_NAME})?,?\s"
    r"(?:\(?(?:left|right|centre|center|above|below|pictured|links|rechts|à gauche|à droite)\)?,?\s?)?"
    r"(?:in|at|on|with|outside|inside|near|beside|during|before|behind|under|holding|wearing|speaking|posing|addressing"
    r"|im|am|auf|bei|mit|vor|à|au|aux|dans|avec|devant|lors|con|durante|ante|nel|nella|op|bij|met|på|med|w|na|z)\s"
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
    if not 24 <= len(bare) <= LONGEST_CAPTION or not bare[0].isupper():
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
