"""The lines at the head of a text that are written for a program: `key: value` between two fences, or without them.

    ---                         Title: On Locks             .. title: On Locks
    title: On Locks             Author: A. Smith            .. slug: on-locks
    tags: [a, b]                Date: 2021-03-04            .. date: 2021-03-04
    ---

Between braces, on lines of their own, keys and values are those of JSON. The two points before a key, a comment's in
reStructuredText, may stand in one of HTML too. All of it is read by a small reader of our own
that takes what simple YAML and TOML have in common, refuses nothing and follows nothing. Lines are counted from 0;
spans are code points of the text.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from reader.formats.gutenberg import last_above
from reader.formats.quoted import unquoted
from reader.model.text import Lines, Span

LONGEST: Final = 500
"""Lines after which an opened fence is taken for a rule."""

_KEY: Final = re.compile(r"(?:\.\. )?([^\W\d_][\w .#-]{0,40}?)[ \t]*[:=](?:[ \t]+|$)(.*)$")
_TIGHT_KEY: Final = re.compile(r"(?:\.\. )?([^\W\d_][\w-]{0,40})[:=](\S.*)$")
_ITEM: Final = re.compile(r"[ \t]*-(?:[ \t]|$)")
_TABLE: Final = re.compile(r"\[{1,2}[\w.\"' -]{1,60}\]{1,2}$")
"""What parts the keys of TOML."""
_JSON: Final = re.compile(r"""[ \t]*(?:["{}\[\]]|-?\d|(?:true|false|null)\b)""")
"""How a line between braces can begin."""
_JSON_KEY: Final = re.compile(
    r"""[ \t]*"(?P<key>[^"\\]{1,40})"[ \t]*:[ \t]*(?P<quoted>"(?P<value>(?:[^"\\]|\\.)*+)")[ \t]*,?[ \t]*$"""
)
_POSTED: Final = re.compile(r"(?:Article:? \d+ of \S+$|From \S+@\S+ .*\d{4}$)")
"""The line that stands above the header of a message in a file of them."""
_FIELD: Final = re.compile(r"[a-z]+(?:-[a-z]+){0,4}$")
_OF_A_MESSAGE: Final = frozenset({"from", "subject"})
_LONGEST_HEADER: Final = 80
_COMMENT: Final = ("-->",)
_FENCES: Final = {"<!--": _COMMENT, "---": ("---", "..."), "+++": ("+++",), ";;;": (";;;",)}

TITLE_KEYS: Final = ("title", "titel", "título", "titulo", "titre")
"""Behind which the title stands."""

HEADER_KEYS: Final = frozenset(
    {
        "title", "subtitle", "author", "authors", "by", "date", "published", "tags", "category", "categories", "slug",
        "summary", "description", "source", "url", "link", "language", "lang", "modified", "status", "site", "keywords",
        "publication", "section", "titel", "autor", "datum", "título", "titulo", "fecha", "auteur", "titre", "quelle",
    }
)  # fmt: skip
"""Keys that make lines without fences a header."""


LETTER_KEYS: Final = frozenset(
    {
        "from", "to", "subject", "newsgroups", "message-id", "message #", "message", "msg", "organization",
        "archive-name",
        "last-modified", "posting-frequency", "path", "lines", "area", "references", "reply-to", "sender", "approved",
        "followup-to", "xref", "distribution", "version", "date", "summary", "keywords", "cc", "maintainer", "url",
        "return-path", "received", "content-type", "mime-version", "x-mailer", "nntp-posting-host", "in-reply-to",
    }
)  # fmt: skip
"""Keys of messages in mail, news and mailboxes."""

Form: TypeAlias = Literal["fenced", "header", "letter", "book"]
"""Between fences, without them, the head of a message, or what a library wrote above a book."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands behind a key, without quotes and folded to one line, and the lines it takes."""

    value: str
    first: int
    last: int
    span: Span
    """Where the value stands, its quotes left out."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The head of a text."""

    first: int
    last: int
    entries: Mapping[str, Entry]
    """By key, in lower case."""
    form: Form

    def entry(self, *keys: str) -> Entry | None:
        """The entry of the first of these keys that has a value."""
        return next((entry for key in keys if (entry := self.entries.get(key)) and entry.value), None)

    def get(self, *keys: str) -> str | None:
        """The value of the first of these keys that has one."""
        entry = self.entry(*keys)
        return entry.value if entry else None


def front_matter(lines: Lines) -> FrontMatter | None:
    """The front matter of a text; None where it has none."""
    first = next((index for index, content in enumerate(lines.texts[:20]) if content.strip()), None)
    if first is None:
        return None
    if (above := last_above(lines, first)) is not None:
        return FrontMatter(first, above, _entries(lines, first + 1, above), form="book")
    closers = _FENCES.get(lines.texts[first].rstrip())
    if closers is None:
        match lines.texts[first].rstrip():
            case "{":
                return _braced(lines, first)
            case opening if opening.startswith(".. "):
                return _pointed(lines, first)
            case _:
                return _header(lines, first)
    blank = None
    for last in range(first + 1, min(len(lines), first + LONGEST)):
        content = lines.texts[last].rstrip()
        if content in closers:
            found = _fenced(lines, first, last, past=last)
            return found if found and (closers != _COMMENT or "title" in found.entries) else None
        if not content:
            blank = blank or last
        elif (blank and content[0] == "#") or not (
            content[0] in " \t#-]})"
            or _KEY.match(content)
            or _TIGHT_KEY.match(content)
            or (closers == ("+++",) and _TABLE.match(content))
        ):
            break
    # A fence that was never closed ends at the first blank line, if the title stands before it.
    found = _fenced(lines, first, blank - 1, past=blank) if blank else None
    return found if found and "title" in found.entries else None


def _fenced(lines: Lines, first: int, last: int, past: int) -> FrontMatter | None:
    entries = _entries(lines, first + 1, past)
    return FrontMatter(first, last, entries, form="fenced") if entries else None


def _pointed(lines: Lines, first: int) -> FrontMatter | None:
    """Comments of reStructuredText, each with a key and a value, if one is the title."""
    past = first
    while past < len(lines) and lines.texts[past].startswith(".. ") and _KEY.match(lines.texts[past]):
        past += 1
    entries = _entries(lines, first, past)
    return FrontMatter(first, past - 1, entries, form="fenced") if "title" in entries else None


def _braced(lines: Lines, first: int) -> FrontMatter | None:
    """What stands between braces on lines of their own, if it is JSON that names the title."""
    entries: dict[str, Entry] = {}
    for index in range(first + 1, min(len(lines), first + LONGEST)):
        line = lines[index]
        if line.text.rstrip() == "}":
            if "title" not in entries:
                return None
            is_fenced = index + 1 < len(lines) and lines.texts[index + 1].rstrip() == "---"
            return FrontMatter(first, index + is_fenced, entries, form="fenced")
        if not _JSON.match(line.text):
            return None
        if found := _JSON_KEY.match(line.text):
            value = _told(found)
            span = Span(line.start + found.start("value"), line.start + found.end("value"))
            entries.setdefault(found["key"].casefold(), Entry(value, index, index, span))
    return None


def _told(found: re.Match[str]) -> str:
    """What a string of JSON stands for; as it is written where it is none."""
    try:
        return " ".join(str(json.loads(found["quoted"])).split())
    except ValueError:
        return found["value"]


def _header(lines: Lines, first: int) -> FrontMatter | None:
    """At least two known keys, one a line, up to the first blank line; in a message others stand among them."""
    posted = _POSTED.match(lines.texts[first]) is not None
    last = first + posted
    keys: list[str] = []
    while last < min(len(lines), first + _LONGEST_HEADER) and lines.texts[last].strip():
        content = lines.texts[last]
        key = _KEY.match(content) if ":" in content or "=" in content else None
        if key:
            keys.append(key[1].casefold())
            if keys[-1] not in HEADER_KEYS and keys[-1] not in LETTER_KEYS and not _FIELD.match(keys[-1]):
                return None
        elif not keys or content[0] not in " \t":
            return None
        last += 1
    if len(keys) < 2:
        return None
    if not HEADER_KEYS.union(LETTER_KEYS).issuperset(keys) and not _OF_A_MESSAGE.issubset(keys):
        return None
    is_letter = not HEADER_KEYS.issuperset(keys) and not LETTER_KEYS.isdisjoint(keys)
    if is_letter:
        last = _second_header(lines, last)
    return FrontMatter(first, last - 1, _entries(lines, first + posted, last), "letter" if is_letter else "header")


def _second_header(lines: Lines, blank: int) -> int:
    """Behind the header of a message: where its archive's own keys end, if they stand below it."""
    last = blank + 1
    keys = 0
    while last < min(len(lines), blank + 20) and lines.texts[last].strip():
        key = _KEY.match(lines.texts[last])
        if key is None or key[1].casefold() not in LETTER_KEYS:
            return blank
        keys += 1
        last += 1
    return last if keys > 1 else blank


def _entries(lines: Lines, first: int, past: int) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    index = first
    while index < past:
        line = lines[index]
        found = _KEY.match(line.text) or _TIGHT_KEY.match(line.text)
        following = index + 1
        if found:
            while following < past and _goes_on(lines.texts[following]):
                following += 1
            entries.setdefault(found[1].casefold(), _entry(lines, index, following, found))
        index = following
    return entries


def _goes_on(content: str) -> bool:
    """Whether a line belongs to the key above it."""
    return not content.strip() or content[0] in " \t" or _ITEM.match(content) is not None


def _entry(lines: Lines, first: int, past: int, found: re.Match[str]) -> Entry:
    while past > first + 1 and not lines.texts[past - 1].strip():
        past -= 1
    opening = found[2].strip()
    start = lines.starts[first] + found.start(2)
    start += len(found[2]) - len(found[2].lstrip())
    parts = [opening]
    if opening in {"|", ">", "|-", ">-", "|+", ">+"} and past > first + 1:
        parts = []
        start = lines.starts[first + 1] + len(lines.texts[first + 1]) - len(lines.texts[first + 1].lstrip())
    parts += [content.strip() for content in lines.texts[first + 1 : past]]
    end = lines.starts[past - 1] + len(lines.texts[past - 1].rstrip())
    value = _folded(parts)
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        value = unquoted(value)
        start, end = start + 1, end - 1
    return Entry(value, first, past - 1, Span(min(start, end), end))


def _folded(parts: Sequence[str]) -> str:
    """Lines as one; a backslash at the end of one in double quotes joins it to the next without a blank."""
    is_quoted = bool(parts) and parts[0].startswith('"')
    value = ""
    for part in filter(None, parts):
        if is_quoted and value.endswith("\\") and not value.endswith("\\\\"):
            value = value[:-1] + part
        else:
            value += f" {part}" if value else part
    return value
