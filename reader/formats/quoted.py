"""Values in quotes, as YAML and JSON write them: what they say, and what of them is not read as it is written.

Offsets are code points of the text.
"""

import re
from typing import Final

from reader.model.article import Inline
from reader.model.text import Span

_ESCAPE: Final = re.compile(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n[ \t]*|.)")
_TWICE: Final = re.compile("'(')")
"""How a quotation mark is written between such marks."""
_BLANKS: Final = frozenset("_ ntrLPN")


def unquoted(value: str) -> str:
    """What a value stands for that is between quotes, on one line."""
    quoted = value[1:-1]
    if value[0] == "'":
        return quoted.replace("''", "'")
    return " ".join(_ESCAPE.sub(_meant, quoted).split()) if "\\" in quoted else quoted


def escapes(text: str, value: Span) -> list[Inline]:
    """What each escape in a value stands for; none where no quotes stand around it."""
    match text[value.start - 1 : value.start]:
        case '"':
            found = _ESCAPE.finditer(text, value.start, value.end)
        case "'":
            found = _TWICE.finditer(text, value.start, value.end)
        case _:
            return []
    return [
        Inline(Span(*one.span()), "character", meant) if (meant := _meant(one)) else Inline(Span(*one.span()), "hidden")
        for one in found
    ]


def _meant(escape: re.Match[str]) -> str:
    code = escape[1]
    if code[0] in "\r\n":
        return ""
    if code[0] in "xuU" and len(code) > 1:
        number = int(code[1:], 16)
        return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
    return " " if code in _BLANKS else code
