"""The names of HTML's tags, and the style that some of them give to what stands between a pair of them."""

from collections.abc import Mapping
from typing import Final

from reader.model.article import InlineStyle

TAG_STYLES: Final[Mapping[str, InlineStyle]] = {
    "strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis", "cite": "emphasis", "code": "code",
    "kbd": "code", "tt": "code", "samp": "code", "del": "strike", "s": "strike", "strike": "strike", "a": "link",
    "summary": "strong", "dt": "strong",
}  # fmt: skip
TAGS: Final = frozenset(TAG_STYLES) | {
    "abbr", "article", "aside", "audio", "big", "blockquote", "body", "br", "button", "caption", "center", "col",
    "colgroup", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "font", "footer", "h1", "h2", "h3", "h4",
    "h5", "h6", "head", "header", "hr", "html", "iframe", "img", "input", "ins", "label", "li", "link", "main",
    "mark", "meta", "nav", "noscript", "ol", "p", "picture", "pre", "q", "script", "section", "small", "source",
    "span", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "tfoot", "th", "thead", "time", "title",
    "tr", "u", "ul", "video",
}  # fmt: skip
"""Names that are HTML's; anything else in angle brackets is left as text."""
