"""The title of a text whose first lines tell it beyond doubt, at a thirtieth of the cost of laying the text out.

    This page is an archive.          a notice: passed over
                                      alone in its paragraph, no mark, no stop, nobody's label, no site's word
    Why time is short          ◀──────
                                      what follows can be no title: a sentence, or a byline
    A clock was stopped on Monday.

    ---                               # Why time is short  ◀── in Markdown
    title: Why time is short  ◀──
    ---

Most texts begin so. Of every other text nothing is said here: `plain.title` knows, or nobody does. Only the few lines
that matter are decoded.
"""

import codecs
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from reader.formats import wording
from reader.formats.bylines import FIRST_WORDS, is_byline
from reader.formats.decode import HEAD_SIZE
from reader.formats.front_matter import TITLE_KEYS, front_matter
from reader.formats.markup import MARKS
from reader.formats.notices import TELLING_WORDS, is_licence, is_notice
from reader.formats.phrases import LOWERED
from reader.formats.sites import SITE_WORDS, is_kicker, is_masthead, is_site, is_ticker
from reader.formats.strokes import undecorated
from reader.formats.suffixes import MARKDOWN
from reader.model.text import Lines

_PARAGRAPH: Final = re.compile(rb"\s*(\S[^\n]*)\n(?:[ \t\r]*\n)+(\S[^\n]*)")
"""A paragraph of one line, and the first line of the next."""
_FENCE: Final = re.compile(rb"\n---[ \t]*\r?\n")
_HEADING: Final = re.compile(rb"(?:[ \t\r]*\n)*#[ \t]+(\S[^\n]*)\n[ \t\r]*\n\s*(?:##|[^\n]{50})")
"""A heading of the first level, and below it another or a line that is too long for a menu's."""
_OPENING: Final = re.compile(r"[\"'“‘«„]?[^\W_]")
_MARKED: Final = re.compile("|".join(map(re.escape, MARKS)))
_ODD: Final = re.compile(f"{_MARKED.pattern}|[|=~#>»›→]| [/·—] ?")
"""What stands in a title seldom, and in menus, frames and code often."""
_PLAIN: Final = re.compile(
    rb"\s*([A-Z][A-Za-z :,'\xe2\x80\x98\x99\x9c\x9d-]{11,159}+)\r?\n(?:[ \t\r]*\n)+"
    rb"(?:([^]*_`<&[\\~/|=#>\n-][^]*_`<&[\\~/|=#>\n]+\.)|By [A-Z][^\n]{1,110}[a-z]|([^\n]+))[ \t\r]*\n"
)
"""A line of English alone in its paragraph, and below it a sentence, a byline or anything: the bytes of letters."""
_KNOWN_WORDS: Final = (
    TELLING_WORDS
    | {word.encode() for word in SITE_WORDS if word.isascii()}
    | {b"number", b"edition", b"volume", b"vol", b"issue", b"file", b"phile", b"immediate", b"zeitung"}
)
"""Without one of them such a line is no notice or licence, names neither a site nor a section, and counts no issues."""
_BYLINE_WORDS: Final = {word.encode() for word in FIRST_WORDS}
_MARKING_WORDS: Final = {
    word for first in wording.first_words() for word in first.encode("ascii", "replace").translate(LOWERED).split()[:1]
}
"""Without one of them at its beginning no such line is known for its wording."""
_is_notice: Final = lru_cache(maxsize=64)(is_notice)
"""A site has the same few above all its texts."""
_REPORTS: Final = re.compile(r"(?:[A-ZÀ-Þ][\w’'.-]* ){1,4}reports$")
"""A byline: `Ada Brass reports`."""
_ENDS_BYLINE: Final = re.compile(rb"[ \t\r]*(?:\Z|\n(?:[ \t\r]*(?:\n|\Z)|[^\n]*\d))")
"""Its paragraph ends with it, or goes on with a date."""
_ENDS_SENTENCE: Final = re.compile(rb"[ \t\r]*(?:\Z|\n(?:[ \t\r]*(?:\n|\Z)|[^\n]{50}))")
"""Its paragraph ends with it, or goes on with a line that is too long for a menu's."""
_NUL, _BLANK, _HASH, _COLON, _DOT = b"\0 #:\xb7"
"""Numbers, as `in` takes them: bytes in bytes cost an error each time, within, and half a microsecond."""
_STOPS: Final = ".,;:?!…：；。、？！"
_ASKED: Final = ("?”", '?"', "?’", "?»", ")")
"""What a question may end in that is the first of many."""
_LONGEST: Final = 160
_SHORTEST: Final = 12
_FEWEST_WORDS: Final = 3
_MOST_WORDS: Final = 20
_MOST_NOTICES: Final = 2
_SENTENCE_WORDS: Final = 5
"""A line that has so many and ends in a full stop ends no abbreviation."""


def first_look(raw: bytes, suffix: str = "") -> str | None:
    """The title that the first bytes of a text in UTF-8 give, where it takes no more than a look to be sure."""
    if _NUL in raw:
        return None
    # A line that is cut off tells nothing.
    whole = raw[: raw.rfind(b"\n") + 1] if len(raw) >= HEAD_SIZE else raw
    head = whole.removeprefix(codecs.BOM_UTF8)
    try:
        if head.startswith(b"---"):
            return _in_front_matter(head)
        return _in_heading(head) if suffix.lower() in MARKDOWN else _in_first_line(head)
    except UnicodeDecodeError:
        return None


def _in_front_matter(head: bytes) -> str | None:
    fence = _FENCE.search(head)
    front = front_matter(Lines(head[: fence.end()].decode())) if fence else None
    title = front.get(*TITLE_KEYS) if front and front.form == "fenced" else None
    return title if title and _MARKED.search(title) is None else None


def _in_heading(head: bytes) -> str | None:
    found = _HEADING.match(head)
    line = found[1].decode().rstrip() if found else ""
    is_sure = line[:1].isalnum() and _ODD.search(line) is None and not line.isupper()
    return undecorated(line) if is_sure else None


def _in_first_line(head: bytes) -> str | None:
    start = 0
    for _ in range(_MOST_NOTICES):
        if plain := _plain_line(head, start):
            return plain
        found = _PARAGRAPH.match(head, start)
        if found is None:
            return None
        first = found[1].decode().rstrip()
        if first[-1:] != "." or not _is_notice(first):
            is_sure = _may_be_title(first) and _ends_the_head(found[2].decode().rstrip(), head, found.end())
            return first if is_sure and _is_alone(first.encode(), head, found.end(1)) else None
        start = found.start(2)
    return None


def _plain_line(head: bytes, start: int) -> str | None:
    """What most titles are: told without all the questions that other lines are asked, which is most of the time."""
    if (found := _PLAIN.match(head, start)) is None:
        return None
    raw, sentence, other = found.groups()
    raw = raw.rstrip()
    words = raw.translate(LOWERED).split()
    if (
        not _FEWEST_WORDS - 1 <= raw.count(b" ") < _MOST_WORDS
        or not _KNOWN_WORDS.isdisjoint(words)
        or words[0] in _BYLINE_WORDS
        or raw.find(b"zeit") >= 0
        or raw.isupper()
        or not raw[-1:].isalpha()
    ):
        return None
    line = raw.decode()
    if ((_COLON in raw or raw.find(b"- ") >= 0) and is_ticker(line)) or _is_marked(raw, words):
        return None
    end = found.end() - 1
    if sentence and TELLING_WORDS.isdisjoint(said := sentence.translate(LOWERED).split()):
        is_long = sentence.count(b" ") >= _SENTENCE_WORDS - 1
        is_end = is_long and not _is_marked(sentence, said) and _ENDS_SENTENCE.match(head, end)
    else:
        below = sentence or other
        is_end = _ends_the_head(below.decode().rstrip(), head, end) if below else _ENDS_BYLINE.match(head, end)
    return line if is_end and _is_alone(raw, head, found.end(1)) else None


def _is_marked(line: bytes, words: Sequence[bytes]) -> bool:
    """Whether a line of these words is known for its wording, or a row of links between dots; seldom is it either."""
    if words[0] in _MARKING_WORDS or _DOT in line or not line[:1].isalpha():
        return wording.marker(line.decode()) is not None
    return False


def _may_be_title(line: str) -> bool:
    return (
        _SHORTEST <= len(line) <= _LONGEST
        and line[-1] not in _STOPS
        and not line.endswith(_ASKED)
        and _OPENING.match(line) is not None
        and _ODD.search(line) is None
        and _FEWEST_WORDS <= len(line.split()) <= _MOST_WORDS
        and not line.isupper()
        and not is_site(line)
        and not is_kicker(line)
        and not is_ticker(line)
        and not is_masthead(line)
        and not is_byline(line)
        and wording.marker(line) is None
        and not is_notice(line)
        and not is_licence(line)
    )


def _ends_the_head(line: str, head: bytes, end: int) -> bool:
    """Whether a line that ends there can be no title, so that the one above it is."""
    if _MARKED.search(line) is not None or line[0] in "#=-~>|":
        return False
    if line[-1] == ".":
        is_long = len(line.split()) >= _SENTENCE_WORDS and _ENDS_SENTENCE.match(head, end) is not None
        return is_long and wording.marker(line) is None and not is_notice(line) and not is_licence(line)
    return (is_byline(line) or _REPORTS.match(line) is not None) and _ENDS_BYLINE.match(head, end) is not None


def _is_alone(line: bytes, head: bytes, end: int) -> bool:
    """Whether no heading nor the line itself comes behind its end, and it is nothing behind a label or a key."""
    if head.find(line, end) >= 0 or (_HASH in head and head.find(b"\n# ", end) >= 0):
        return False
    if _COLON not in line:
        return True
    label, _, _ = line.partition(b":")
    return _BLANK in label.strip() and head.find(b"\n%b:" % label, end) < 0
