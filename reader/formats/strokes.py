"""What of a line is drawn rather than said: frames around words, pictures, lines without a letter or digit."""

import re
from typing import Final

from reader.formats.expression import Expression

_STROKES: Final = " \t\r\f\v\x1c\x1d\x1e\x1f\x85\xa0\u3000|=-*~_#+<>:[]/\\"
"""Of which frames are drawn."""
_SPACED: Final = Expression(r"\S(?: \S){2,}(?:\s{2,}\S(?: \S)*)*$")
_IMAGE: Final = Expression(
    r"(?:\s*(?:\[?!\[[^\]]*\]\([^)]*\)(?:\]\([^)]*\))?"
    r"|<img\b[^>]*>|</?(?:figure|picture|source)\b[^>]*>))+\s*$"
)


def has_words(text: str) -> bool:
    """Whether there is a letter or a digit in it."""
    return text[:1].isalnum() or text[-1:].isalnum() or any(map(str.isalnum, text))


def is_image(raw_line: str) -> bool:
    """Whether a line holds pictures and nothing else."""
    return ("![" in raw_line or "<" in raw_line) and _IMAGE.match(raw_line) is not None


def undecorated(bare: str) -> str:
    """A line without the drawn frame around it, and with its letters together where they were spaced out."""
    if bare and not (bare[0].isalnum() and bare[-1].isalnum()):
        left = bare.lstrip(_STROKES + ".")
        left = left if len(left) + 1 < len(bare) else bare
        right = left.rstrip(_STROKES)
        bare = (right if len(right) + 1 < len(left) else left).strip() or bare
    if len(bare) > 8 and bare[1:2] == " " and _SPACED.match(bare):
        return " ".join("".join(word.split(" ")) for word in re.split(r"\s{2,}", bare))
    return bare
