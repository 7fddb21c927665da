"""Which format a file is in, and how any bytes become an article.

A format is chosen by the file's suffix; a suffix that nobody claims is plain text. Every function here is total.
"""

from typing import Final, Protocol

from reader.formats import decode, plain
from reader.formats.decode import HEAD_SIZE, Decoded, refusal
from reader.formats.suffixes import MARKDOWN
from reader.model.article import Article, ArticleId

__all__ = ["BIG", "Format", "headline", "plain_lines", "read", "refusal"]

BIG: Final = 1 << 20
"""Bytes from which a text is first opened by `plain_lines`; its structure follows."""


class Format(Protocol):
    """A way of reading a text."""

    def article(self, decoded: Decoded, article_id: ArticleId) -> Article:
        """The article of a text."""
        ...

    def headline(self, beginning: str) -> str | None:
        """The title of a text of which only the beginning is there."""
        ...


class _Plain:
    """Plain text, also with stray Markdown and HTML in it."""

    def __init__(self, *, is_markdown: bool = False) -> None:
        self._is_markdown = is_markdown

    def article(self, decoded: Decoded, article_id: ArticleId) -> Article:
        return plain.article(decoded, article_id, is_markdown=self._is_markdown)

    def headline(self, beginning: str) -> str | None:
        return plain.title(beginning, is_markdown=self._is_markdown)


_PLAIN: Final[Format] = _Plain()
_MARKDOWN: Final[Format] = _Plain(is_markdown=True)


def read(raw: bytes, article: ArticleId, suffix: str = "") -> Article:
    """The article of any bytes."""
    return _format(suffix).article(decode.decode(raw), article)


def plain_lines(raw: bytes, article: ArticleId) -> Article:
    """A quick reading of any bytes: the text as it stands, without structure."""
    return plain.plain_lines(decode.decode(raw), article)


def headline(raw: bytes, suffix: str = "") -> str | None:
    """The title that the first bytes of a file give."""
    return _format(suffix).headline(decode.beginning(raw[:HEAD_SIZE]))


def _format(suffix: str) -> Format:
    return _MARKDOWN if suffix.lower() in MARKDOWN else _PLAIN
