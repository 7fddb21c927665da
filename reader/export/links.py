"""The links of an article, and which of them may be opened. Spans are code points of the text."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, quote, urlsplit

from reader.formats.front_matter import front_matter
from reader.model.article import Article, Furniture
from reader.model.text import Lines, Span

LONGEST_URL: Final = 4_096
"""Code points; what is longer is no link that somebody meant."""

_BARE: Final = re.compile(
    r"(?<![A-Za-z0-9+.-])https?://[^\s\x00-\x20\x7f-\xa0<>\"“”„«»‹›`{}|\\^。、，！？；：（）「」『』【】《》]+",
    re.IGNORECASE,
)
_TRAILING: Final = ".,;:!?'’‘*_~…)]"
_BRACKETS: Final = {")": "(", "]": "["}
_UNSAFE: Final = re.compile(r"[\s\x00-\x20\x7f-\x9f\ud800-\udfff\u2028\u2029\\]")
_HOST: Final = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?\.?|\[[0-9a-f:.]+\]")
_KEPT: Final = "%!#$&'()*+,/:;=?@[]~-._"
"""Characters of a URL that are written as they are."""
_SOURCES: Final = ("url", "source_url", "original_url", "canonical", "canonical_url", "permalink", "link", "source")
"""Keys of a front matter that say where an article was taken from, most exact first."""


@dataclass(frozen=True, slots=True)
class Link:
    """A place on the web that an article points to."""

    url: str
    """As it is shown and as it is opened: printable ASCII, so that nothing looks like what it isn't."""
    text: str
    """The words that carry it; the URL where it stands bare."""
    span: Span
    """Where they stand, the first time."""
    is_furniture: bool = False
    """Whether it only stands in what the site put around the article."""


def links(article: Article) -> tuple[Link, ...]:
    """The links of an article, each once, where it first stands; one that stands in the body too is the body's."""
    found: dict[str, Link] = {}
    for link in sorted((*_marked(article), *_bare(article)), key=lambda link: (link.is_furniture, link.span.start)):
        found.setdefault(link.url, link)
    return tuple(sorted(found.values(), key=lambda link: link.span.start))


def link_at(article: Article, offset: int) -> Link | None:
    """The link that stands at an offset; None where there is none that may be opened."""
    return next((link for link in (*_marked(article), *_bare(article)) if offset in link.span), None)


def web_url(written: str) -> str | None:
    """A URL as it may be shown and opened; None for all that is not http or https, or could be read in two ways."""
    trimmed = written.strip(" \t\r\n")
    if len(trimmed) > LONGEST_URL or _UNSAFE.search(trimmed):
        return None
    try:
        parts = urlsplit(trimmed)
        place = _place(parts)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or place is None:
        return None
    rest = SplitResult("", "", parts.path, parts.query, parts.fragment).geturl()
    return f"{parts.scheme}://{place}{quote(rest, safe=_KEPT)}"


def source_url(article: Article) -> str | None:
    """Where the article was taken from, if its front matter says so."""
    head = front_matter(Lines(article.text[: 1 << 16]))
    values = (head.get(key) for key in _SOURCES) if head else ()
    return next((url for url in map(web_url, filter(None, values)) if url), None)


def _place(parts: SplitResult) -> str | None:
    """Who and where, in ASCII: letters of other scripts that look like Latin ones are told apart so."""
    host = parts.hostname
    if not host:
        return None
    ascii_host = host if host.isascii() else host.encode("idna").decode("ascii").lower()
    if not _HOST.fullmatch(f"[{ascii_host}]" if ":" in ascii_host else ascii_host):
        return None
    who, at, _ = parts.netloc.rpartition("@")
    port = f":{parts.port}" if parts.port is not None else ""
    shown = f"[{ascii_host}]" if ":" in ascii_host else ascii_host
    return f"{quote(who, safe='%!$&()*+,;=:-._~')}{at}{shown}{port}"


def _marked(article: Article) -> Iterator[Link]:
    """Links that markup makes."""
    for inline in article.inlines:
        if inline.style == "link" and (url := web_url(inline.target)):
            words = article.prose(inline.span)
            yield Link(url, words or url, inline.span, _is_furniture(article, inline.span.start))


def _bare(article: Article) -> Iterator[Link]:
    """URLs that stand in the text as they are."""
    taken = sorted(
        (inline.span for inline in article.inlines if inline.style in ("link", "hidden")), key=lambda span: span.start
    )
    following = 0
    reach = 0
    urls: dict[str, str | None] = {}
    for match in _BARE.finditer(article.text):
        written = _trimmed(match[0])
        if written not in urls:
            urls[written] = web_url(written)
        span = Span(match.start(), match.start() + len(written))
        while following < len(taken) and taken[following].start < span.end:
            reach = max(reach, taken[following].end)
            following += 1
        # What markup hides or makes a link of is told by the markup.
        if reach <= span.start and (url := urls[written]):
            yield Link(url, url, span, _is_furniture(article, span.start))


def _trimmed(written: str) -> str:
    """A URL without what belongs to the sentence around it; a bracket stays that was opened inside."""
    counts = Counter(written)
    end = len(written)
    while end and written[end - 1] in _TRAILING:
        last = written[end - 1]
        if last in _BRACKETS and counts[_BRACKETS[last]] >= counts[last]:
            break
        counts[last] -= 1
        end -= 1
    return written[:end]


def _is_furniture(article: Article, offset: int) -> bool:
    low, high = 0, len(article.blocks)
    while low < high:
        middle = (low + high) // 2
        if article.blocks[middle].span.end <= offset:
            low = middle + 1
        else:
            high = middle
    return low < len(article.blocks) and isinstance(article.blocks[low], Furniture)
