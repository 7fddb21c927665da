"""An article as plain text: what `reader show` prints.

Each piece is a paragraph of one line; breaking lines is left to whoever knows how wide they may be.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.export.pieces import Form, Piece


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text, and what stands before it."""

    form: Form
    text: str
    lead: str = ""
    """The number of a question, the name of a speaker, the bullet of an item; with the blank after it."""
    is_apart: bool = True
    """Whether an empty line stands before it."""


def text_lines(pieces: Iterable[Piece]) -> Iterator[TextLine]:
    """The lines of an article's pieces."""
    before = None
    for piece in pieces:
        is_apart = not (before is piece.form is Form.ITEM)
        if piece.form is Form.VERBATIM:
            for line in piece.text.split("\n"):
                yield TextLine(piece.form, line.rstrip(), is_apart=is_apart)
                is_apart = False
        else:
            yield TextLine(piece.form, piece.text, _lead(piece), is_apart)
        before = piece.form


def _lead(piece: Piece) -> str:
    match piece.form:
        case Form.QUESTION if piece.number:
            return f"{piece.number}. "
        case Form.QUESTION:
            return ""
        case Form.QUOTE:
            return "> "
        case Form.ITEM:
            return "  " * piece.level + f"{piece.marker or ' '} "
        case _:
            return f"{piece.speaker}: " if piece.speaker else ""
