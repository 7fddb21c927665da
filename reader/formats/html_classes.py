"""What the class or id of an HTML element says of the line that it stands on."""

import re
from typing import Final

from reader.formats.expression import Expression
from reader.model.article import FurnitureKind

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


def kind_of_element(raw_line: str) -> FurnitureKind | None:
    """What the first element of a line that says so is to the page."""
    found = _CLASSES.search(raw_line) if "<" in raw_line else None
    return _CLASS_KINDS.get(found["kind"].lower(), FurnitureKind.NOTICE) if found else None
