r"""Which characters are plain. Answers in classes for regular expressions.

A plain character is shown as it is, takes one cell, joins no other, and breaks lines as Latin does. Texts made of
nothing else, nearly all of those in European languages, take the short ways of `displayable`, `cells` and `breaks`.
"""

import re

PLAIN = (
    " -~"  # ASCII
    "\u00a0-\u00ac\u00ae-\u02ff"  # Latin, without the soft hyphen
    "\u0370-\u0482\u048a-\u052f"  # Greek, Cyrillic
    "\u1e00-\u1fff"  # Latin and Greek with marks
    "\u2010-\u2027\u2030-\u205e"  # dashes, quotes, bullets, ellipses
    "\u20a0-\u20b5"  # currencies
)
"""A regular expression's class, without its brackets."""

_UNPLAIN = re.compile(f"[^{PLAIN}]")


def is_plain(text: str) -> bool:
    """Whether all of a text's characters are plain: so many code points, so many cells."""
    return text.isprintable() if text.isascii() else _UNPLAIN.search(text) is None
