"""The whole pipe, from a decoded text to an article.

text ─▶ page ─▶ front matter, head ─▶ furniture ─▶ dialogue ─▶ furniture behind it ─▶ blocks ─▶ Article
        lines,   title, byline,       what shows     who asks,    what only the end
        markup   date, standfirst     by itself      who answers  of the answers shows
"""

from collections.abc import Iterator
from typing import Final

from reader.formats import furniture
from reader.formats.blocks import blocks
from reader.formats.decode import Decoded
from reader.formats.evidence.sections import section_lines
from reader.formats.exchanges import dialogue
from reader.formats.front_matter import front_matter
from reader.formats.headline import Head, head
from reader.formats.laying_out import laid_out
from reader.formats.other_headlines import related
from reader.formats.page import Page
from reader.formats.word_count import words
from reader.model.article import Article, ArticleId, Metadata, Paragraph
from reader.model.text import Span

_FIRST_LOOK: Final = 1_500
"""Characters in which the title of most texts stands, with enough of the body to see that it is one."""


def page_and_head(text: str, *, is_markdown: bool) -> tuple[Page, Head]:
    """A page with its furniture and its title, before anyone asks who speaks."""
    page = laid_out(text, is_markdown=is_markdown)
    front = front_matter(page.lines)
    above = head(page, front)
    page.furniture = furniture.known(page, front, above)
    page.title_line = above.title_lines[0] if above.title_lines else None
    return page, above


def title(beginning: str, *, is_markdown: bool) -> str | None:
    """The title of a text of which the beginning is there; hardly ever is more than its first lines looked at."""
    for part in (beginning[:_FIRST_LOOK], beginning):
        laid = laid_out(part, is_markdown=is_markdown)
        found = head(laid, front_matter(laid.lines))
        if len(part) == len(beginning) or (found.title and found.body < len(laid.lines)):
            return found.title
    return None


def article(decoded: Decoded, article_id: ArticleId, *, is_markdown: bool) -> Article:
    """The article of a text."""
    page, above = page_and_head(decoded.text, is_markdown=is_markdown)
    sections = section_lines(page)
    spoken = dialogue(page, sections)
    parts, inlines = blocks(page, above, spoken, sections)
    return Article(
        id=article_id,
        text=decoded.text,
        blocks=parts,
        metadata=_metadata(page, above),
        kind=spoken.kind,
        exchanges=spoken.exchanges,
        speakers=spoken.speakers,
        inlines=inlines,
        related=related(page, page.furniture),
        words=words(decoded.text, parts),
        encoding=decoded.encoding,
        warnings=decoded.warnings,
        evidence=spoken.evidence,
    )


def plain_lines(decoded: Decoded, article_id: ArticleId) -> Article:
    """A quick reading of a huge text: what stands between empty lines, as it stands."""
    text = decoded.text
    parts = tuple(Paragraph(span, keeps_lines=True) for span in _pieces(text))
    return Article(
        id=article_id,
        text=text,
        blocks=parts,
        words=words(text, parts),
        encoding=decoded.encoding,
        warnings=decoded.warnings,
    )


def _pieces(text: str) -> Iterator[Span]:
    """What stands between empty lines, without the blanks around it."""
    start = 0
    for piece in text.split("\n\n"):
        content = piece.strip()
        if content:
            first = start + len(piece) - len(piece.lstrip())
            yield Span(first, first + len(content))
        start += len(piece) + 2


def _metadata(page: Page, above: Head) -> Metadata:
    lines = above.standfirst_lines
    standfirst = " ".join(page.bare[index] for index in lines) or None
    return Metadata(above.title, above.title_span, standfirst, above.byline, above.date, above.site)
