"""Lines that only a program reads: comments of Markdown with blank lines in them, directives of reStructuredText.

    <!--                              .. _lamps:
    To do: light it.                  .. image:: /lamp.png
                                         :align: right
    Then write on.                    .. code-block:: none
    -->                               __ https://example.org

What stands behind a directive in words, as in `.. note:: Mind the wick`, is to be read. Lines are counted from 0.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from reader.formats.glance import Glance
from reader.model.text import Lines

_TAG: Final = re.compile("<")
_POINTS: Final = re.compile("[._]")
_EXPLICIT: Final = re.compile(
    r"""
    [ \t]*+
    (?: \.\.\ (?: _[^:`\n]++: (?:[ \t]++\S++)?
                | \|[^|\n]++\|\ [\w-]++::.*
                | [\w-]++(?::[\w-]++)?:: (?:[ \t]++\S++)? )
      | __\ \S++ )
    [ \t]*+$
    """,
    re.VERBOSE,
)
"""Where a link leads, what stands for a picture, and a directive with one word at most."""
_OPTION: Final = re.compile(r"[ \t]+:[a-z][\w-]*:(?:[ \t]|$)")


def unread(text: str, lines: Lines, glance: Glance, code: Collection[int], *, is_markdown: bool) -> set[int]:
    """The lines of a text that only a program reads; lines of code are none."""
    begun = (index for index in glance.beginning(_TAG if is_markdown else _POINTS) if index not in code)
    return set(_comments(text, lines, begun) if is_markdown else _directives(lines, begun))


def _comments(text: str, lines: Lines, begun: Iterable[int]) -> Iterator[int]:
    """The lines of comments that go on behind a blank line, where no other mark finds its partner."""
    past = -1
    for index in begun:
        if index <= past or not lines.texts[index].startswith("<!--"):
            continue
        closed = text.find("-->", lines.starts[index])
        if closed < 0:
            return
        past = bisect_right(lines.starts, closed) - 1
        rows = lines.texts[index : past + 1]
        if not all(map(str.strip, rows)) and rows[-1].rstrip().endswith("-->"):
            yield from range(index, past + 1)


def _directives(lines: Lines, begun: Iterable[int]) -> Iterator[int]:
    """The lines of directives without words, and those of their options."""
    for index in begun:
        if _EXPLICIT.match(lines.texts[index]):
            yield index
            following = index + 1
            while following < len(lines) and _OPTION.match(lines.texts[following]):
                yield following
                following += 1
