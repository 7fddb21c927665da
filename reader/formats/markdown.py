"""The structure of Markdown that lines alone don't show: lists within lists, quotes, tables.

markdown-it parses blocks; its tokens say which lines they take. It is given only the stretches of a text that begin
like a list, a quote or a table, line by line as they are, so that its line numbers are ours: paragraphs and headings,
most of any text, are told by `page` at a tenth of the cost. Lines are counted from 0.

    Prose, prose.            ── page
    > Quoted words.          ── page, where a quote or a list has but one level
    - one                    ─┐
      - two                   ├ markdown-it ─▶ Part("listing", 1, 1, level 0), Part("listing", 2, 3, level 1)
        goes on              ─┘
    More prose.              ── page
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from reader.formats.page import Page

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

PartKind: TypeAlias = Literal["listing", "quote", "code", "table", "paragraph", "heading", "rule"]

_BEGINS: Final = re.compile(r" {0,3}(?:[-*+][ \t]+\S|\d{1,9}[.)][ \t]+\S|>|\|)")
_FLAT_ITEM: Final = re.compile(r"(?:[-*+]|\d{1,9}[.)]) {1,3}[^\W\d_](?!.*\|)")
_FLAT_QUOTE: Final = re.compile(r"> ?[^\W\d_](?!.*\|)")
_TABLE_RULE: Final = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+$")
_LONGEST: Final = 5_000
"""Lines after which a stretch is left to be read as plain text."""
_DEEPEST: Final = 20
"""Marks of quotes on one line after which nobody meant them: the parser recurses for each."""


class Part(NamedTuple):
    """Some lines of a stretch, `first` to `last`, both included."""

    kind: PartKind
    first: int
    last: int
    level: int = 0
    """How deep a list is nested, or that of a heading."""


@cache
def _parser() -> "MarkdownIt":
    # Takes longer to import than all formats, and few texts need it.
    from markdown_it import MarkdownIt  # noqa: PLC0415

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    parser.core.ruler.enableOnly(["block"])
    return parser


def parts(page: Page, taken: frozenset[int]) -> Iterator[Part]:
    """The parts of every stretch of a page that needs parsing; lines that are `taken` belong to none."""
    past = 0
    has_bars = "|" in page.text
    for index, content in enumerate(page.lines.texts):
        if index < past or not content or index in taken or (content[0].isalpha() and not has_bars):
            continue
        if not _begins(page, index):
            continue
        past = _past(page, index, taken)
        texts = page.lines.texts[index:past]
        if (flat := _flat(texts, index)) is not None:
            yield from flat
        elif past - index <= _LONGEST:
            yield from _parsed(texts, index)


def _begins(page: Page, index: int) -> bool:
    content = page.lines.texts[index]
    if content.lstrip()[:1] in ">-*+|0123456789" and _BEGINS.match(content):
        return content.count(">", 0, 200) <= _DEEPEST
    following = page.lines.texts[index + 1] if index + 1 < len(page.lines) else ""
    return "|" in content and "-" in following and _TABLE_RULE.match(following) is not None


def _past(page: Page, first: int, taken: frozenset[int]) -> int:
    """The line behind a stretch: at what is taken, a heading, or prose behind a blank line."""
    index = first + 1
    while index < len(page.lines):
        content = page.lines.texts[index]
        if index in taken or (0 < page.levels[index] < 7 and content[:1] not in {" ", "\t"}):
            break
        is_blank = not content or content.isspace()
        if not is_blank and not page.bare[index - 1] and content[0] not in " \t" and not _BEGINS.match(content):
            break
        index += 1
    return index


def _flat(texts: Sequence[str], first: int) -> list[Part] | None:
    """The parts of a stretch of which every line is an item of one list, or of one quote, and begins with a word."""
    kind: PartKind = "listing" if _FLAT_ITEM.match(texts[0]) else "quote"
    pattern = _FLAT_ITEM if kind == "listing" else _FLAT_QUOTE
    found: list[Part] = []
    is_open = False
    for index, text in enumerate(texts, start=first):
        if not text or text.isspace():
            is_open = False
        elif not pattern.match(text):
            return None
        elif kind == "quote" and is_open:
            found[-1] = Part(kind, found[-1].first, index)
        else:
            found.append(Part(kind, index, index))
            is_open = True
    return found


def _parsed(texts: Sequence[str], first: int) -> Iterator[Part]:
    """The parts of one stretch that begins at line `first`."""
    # A lone carriage return is white space to us and a line's end to the parser.
    tokens = _parser().parse("\n".join(text.replace("\r", " ").replace("\x00", " ") for text in texts))
    lists = quotes = 0
    item: int | None = None
    for token in tokens:
        lists += token.nesting * token.type.endswith("_list_open") + token.nesting * token.type.endswith("_list_close")
        quotes += token.nesting * token.type.startswith("blockquote_")
        if token.map is None or token.nesting < 0:
            continue
        start, last = first + token.map[0], first + token.map[1] - 1
        match token.type:
            case "list_item_open":
                item = start
            case "paragraph_open":
                if item == start:
                    yield Part("listing", start, last, lists - 1)
                else:
                    yield Part("quote" if quotes else "paragraph", start, last)
                item = None
            case "fence" | "code_block":
                yield Part("code", start, last)
            case "table_open":
                yield Part("table", start, last)
            case "heading_open":
                yield Part("heading", start, last, _level(token))
            case "hr":
                yield Part("rule", start, last)
            case _:
                pass


def _level(token: "Token") -> int:
    return int(token.tag[1:])
