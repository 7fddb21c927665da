"""Who wrote a text, when and where, as its front matter tells.

    author: Ann Smith        authors: [Ann Smith, Bob Jones]        authors:
    date: 2021-03-04         publishDate: 2021-03-04                  - name: Ann Smith
    source: The Lamp                                                    title: Editor
                                                                      - Bob Jones

Of several who wrote it each line names one, or each part between brackets; nothing is nested deeper.
"""

import re
from typing import Final, NamedTuple

from reader.formats import dates
from reader.formats.front_matter import FrontMatter
from reader.formats.markup import inlines
from reader.formats.page import Page
from reader.formats.unmarked import without_marks

_AUTHOR_KEYS: Final = ("author", "authors", "by", "byline", "autor", "auteur")
_DATE_KEYS: Final = (
    "date", "published", "datum", "fecha", "published_time", "pubdate", "publishdate", "publisheddate", "publishedat",
    "published_at", "datepublished", "date_published", "publish_date", "posted", "created", "createdat", "created_at",
)  # fmt: skip
_SITE_KEYS: Final = ("site", "source", "publication", "website")

_PARTS: Final = re.compile(r'(?:"[^"\n]*+"|[^,"{}\n]++)++')
_KEY: Final = re.compile(r"""["']?([A-Za-z][\w-]*+)["']?[ \t]*+[:=](?:[ \t]++|(?=["'])|$)""")
_ADDRESS: Final = re.compile(r"[ \t]*<[^<>]*@[^<>]*>$")
_BRACKETS: Final = {"[": "]", "{": "}"}


class Credits(NamedTuple):
    """What a front matter tells of a text's origin."""

    byline: str | None
    date: str | None
    """In ISO 8601."""
    site: str | None


def credits_of(page: Page, front: FrontMatter) -> Credits:
    """What the front matter of a page tells."""
    written = map(front.get, _DATE_KEYS)
    source = front.get(*_SITE_KEYS)
    return Credits(
        _author(page, front),
        next((date for value in written if value and (date := dates.find(value))), None),
        source if source and "/" not in source else None,
    )


def read_value(page: Page, value: str) -> str:
    """What is left to read of a value without the marks in it."""
    return without_marks(value, 0, inlines(value, 0, len(value), "markdown" if page.is_markdown else "plain"))


def _author(page: Page, front: FrontMatter) -> str | None:
    entry = front.entry(*_AUTHOR_KEYS)
    if entry is None:
        return None
    named = _names(entry.span.of(page.text)) or _ADDRESS.sub("", entry.value)
    return read_value(page, named).strip("[]'\" ") or None


def _names(written: str) -> str | None:
    """The names in what is written behind a key, one behind the other; None where it names one without more ado."""
    said = written.strip()
    is_flow = said[:1] in _BRACKETS and said[-1:] == _BRACKETS[said[0]]
    if not is_flow and not said.startswith("- ") and "\n" not in said:
        return None
    parts = _PARTS.findall(said[1:-1]) if is_flow else said.split("\n")
    return ", ".join(name for part in parts if (name := _name(part.strip()))) or None


def _name(part: str) -> str:
    """The name in a line or a part of one; nothing where it is about something else."""
    item = part.removeprefix("- ").strip()
    key = _KEY.match(item)
    if key and key[1].casefold() != "name":
        return ""
    return item[key.end() if key else 0 :].strip(" \t\"'")
