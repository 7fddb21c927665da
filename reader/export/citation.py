"""A passage of an article with its source, to be pasted somewhere else: an answer, a selection, a whole article.

span ─► Source ─┬─► the words, quoted, and a line on where they come from (Markdown, plain text)
                └─► an entry for a reference manager, the words in it (CSL-JSON, BibTeX)
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import assert_never

from reader.export.markdown import escaped, piece_lines
from reader.export.pieces import Form, Piece, pieces
from reader.export.references import bibtex, csl
from reader.export.source import Source, source, source_line
from reader.export.text import text_lines
from reader.model.article import Article
from reader.model.text import Span


class CitationForm(Enum):
    """What a citation is written in. The value is how it is asked for."""

    MARKDOWN = "markdown"
    PLAIN = "plain"
    CSL_JSON = "csl-json"
    BIBTEX = "bibtex"

    @property
    def shown(self) -> str:
        """What people call it."""
        return {"markdown": "Markdown", "plain": "plain text", "csl-json": "CSL-JSON", "bibtex": "BibTeX"}[self.value]


def citation(
    article: Article, span: Span | None, path: Path, form: CitationForm = CitationForm.MARKDOWN
) -> tuple[str, ...]:
    """The lines of a passage, or of a whole article, and of where it comes from, as they are pasted."""
    match form:
        case CitationForm.MARKDOWN:
            return tuple(_markdown(article, span, path))
        case CitationForm.PLAIN:
            return tuple(_plain(article, span, path))
        case CitationForm.CSL_JSON:
            # What reference managers read is a list, even of one.
            return tuple(json.dumps([csl(article, span)], indent=2).replace("\x7f", "\\u007f").split("\n"))
        case CitationForm.BIBTEX:
            return tuple(bibtex(article, span))
        case _:
            assert_never(form)


def _markdown(article: Article, span: Span | None, path: Path) -> Iterator[str]:
    is_whole = span is None
    before: Form | None = None
    for piece in _quoted(article, span):
        if before and not (before is piece.form is Form.ITEM):
            yield "" if is_whole else ">"
        for line in piece_lines(piece):
            yield line if is_whole else f"> {line}".rstrip()
        before = piece.form
    yield from ("", f"— {escaped(source_line(article, span, path))}")


def _plain(article: Article, span: Span | None, path: Path) -> Iterator[str]:
    is_first = True
    for line in text_lines(_quoted(article, span)):
        if line.is_apart and not is_first:
            yield ""
        yield f"{line.lead}{line.text}"
        is_first = False
    yield from ("", f"— {source_line(article, span, path)}")


def _quoted(article: Article, span: Span | None) -> tuple[Piece, ...]:
    """What is quoted: without what the line on its source tells anyway, and without asides."""
    found = source(article, span)
    every = tuple(pieces(article, span))
    kept = tuple(piece for piece in every if piece.form is not Form.ASIDE) or every
    return tuple(_bare(piece, found) for piece in kept)


def _bare(piece: Piece, found: Source) -> Piece:
    if found.exchange is None or found.lines is None:
        return piece
    return replace(piece, number=None, speaker="" if piece.speaker == found.speaker else piece.speaker)
