r"""An article as Markdown (CommonMark with strikethrough).

What is written is text: every character that Markdown would act on is escaped (`\*`, `\[`), but for the styles that
the article itself was found to have.
"""

import re
from collections.abc import Iterator
from typing import assert_never

from reader.export.pieces import Form, Piece, Run, pieces
from reader.model.article import Article
from reader.model.text import Span

_ACTED_ON = re.compile(r"[\\`*\[\]<>~|&]|(?<![^\W_])_|_(?![^\W_])")
"""A `_` between letters is acted on by nobody."""
_BEGINS = re.compile(r"\d{1,9}(?=[.)](?:\s|$))|(?=[#+=-])")
"""What stands before the character that would make a list, a heading or a rule of a line."""

_MARKS = {"strong": "**", "emphasis": "*", "strike": "~~"}
_LINKED = re.compile(r"https?://[^\s<>]*", re.IGNORECASE)


def markdown(article: Article, span: Span | None = None) -> Iterator[str]:
    """The lines of an article as Markdown, or of what lies in `span`."""
    before: Form | None = None
    for piece in pieces(article, span):
        if before and not (before is piece.form is Form.ITEM):
            yield ""
        yield from piece_lines(piece)
        before = piece.form


def piece_lines(piece: Piece) -> Iterator[str]:
    """The lines of one piece."""
    text = "".join(map(_run, piece.runs))
    match piece.form:
        case Form.TITLE:
            yield f"# {text}"
        case Form.STANDFIRST | Form.BYLINE | Form.ASIDE:
            yield f"*{escaped(piece.text)}*"
        case Form.HEADING:
            yield "#" * min(max(piece.level, 2), 6) + f" {text}"
        case Form.QUESTION:
            number = f"{piece.number}. " if piece.number else ""
            yield f"**{number}{escaped(piece.text)}**"
        case Form.PARAGRAPH:
            yield f"**{escaped(piece.speaker)}:** {text}" if piece.speaker else _plain_start(text)
        case Form.QUOTE:
            yield f"> {_plain_start(text)}"
        case Form.ITEM:
            marker = piece.marker if re.fullmatch(r"\d{1,9}[.)]", piece.marker) else "-"
            yield "    " * piece.level + f"{marker} {_plain_start(text)}"
        case Form.VERBATIM:
            fence = "`" * max(3, 1 + max(map(len, re.findall("`+", piece.text)), default=0))
            yield fence
            yield from piece.text.split("\n")
            yield fence
        case _:
            assert_never(piece.form)


def _run(run: Run) -> str:
    text = run.text.strip(" ")
    if not text:
        return run.text
    before, after = run.text.split(text, 1)
    if "code" in run.styles:
        fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
        shown = f"{fence} {text} {fence}" if "`" in text else f"{fence}{text}{fence}"
    else:
        shown = escaped(text)
        for style, mark in _MARKS.items():
            if style in run.styles:
                shown = f"{mark}{shown}{mark}"
    if _LINKED.fullmatch(run.target):
        shown = f"[{shown}](<{run.target}>)"
    return before + shown + after


def escaped(text: str) -> str:
    """Text of which nothing is acted on inside a line."""
    return _ACTED_ON.sub(r"\\\g<0>", text)


def _plain_start(text: str) -> str:
    """A line that begins nothing: no heading, list or rule."""
    found = _BEGINS.match(text)
    return f"{found[0]}\\{text[found.end() :]}" if found else text
