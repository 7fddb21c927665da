"""How a text is set: the width to which its lines are wrapped, and how far they are indented.

Widths and indents are in characters, lines are counted from 0.
"""

from collections import Counter
from functools import cached_property
from itertools import chain
from typing import Final

from reader.formats import layout
from reader.formats.page import Page
from reader.model.text import Span, span_of

_WHITE: Final = frozenset(" \t\r\f\v\xa0")
_INDENTED_WORDS: Final = 40
"""Characters above which a line is prose whose indent counts."""
_DEEP: Final = 4
"""Blanks by which a run must be indented beyond the usual to be set apart as somebody else's words."""
_CENTRED: Final = 12
"""Blanks from which a line is centred rather than indented."""
_QUOTED_RUNS: Final = 4
"""Runs in a row that may be one quotation; more are a part of the text that is typed further in."""


class Margins:
    """The lines of a page as they are set."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.starts, self.texts = page.lines.starts, page.lines.texts
        self.lengths = [*map(len, self.texts)]
        self.widths = self.lengths if page.is_flush else [*map(len, map(str.rstrip, self.texts))]
        """The lengths of the lines without the blanks behind them."""
        self.width = layout.measure(
            [*chain.from_iterable([self.widths[first:last] for first, last in page.runs if first < last])]
        )
        """The width to which lines are wrapped."""
        self.indent = 0 if page.is_flush else self._usual_indent()
        """How far they are usually indented."""
        is_indented = not page.is_flush and ("    " in page.text or "\t" in page.text)
        self.deep = self._deep_runs() if is_indented else frozenset[int]()
        """The lines of runs that are indented beyond the usual, between runs that are not: words quoted."""

    @cached_property
    def has_gaps(self) -> bool:
        """Whether anything stands in the text that parts columns."""
        return any(map(self.page.text.__contains__, layout.GAPS))

    def _has_gaps(self, first: int, last: int) -> bool:
        said = self.page.text[self.starts[first] : self.starts[last]]
        return any(map(said.__contains__, layout.GAPS))

    def is_blank(self, index: int) -> bool:
        """Whether nothing stands on a line."""
        return not self.widths[index]

    def is_one_paragraph(self, first: int, last: int) -> bool:
        """Whether the lengths of several lines show that they are one paragraph; the words know in all other cases."""
        return (
            self.page.is_flush
            and layout.is_one_paragraph(self.lengths[first : last + 1], self.width)
            and not (self.has_gaps and self._has_gaps(first, last))
        )

    def _usual_indent(self) -> int:
        prose = [content for content, width in zip(self.texts, self.widths, strict=True) if width > _INDENTED_WORDS]
        indented = [content for content in prose if content[0] in _WHITE]
        indents = Counter(map(indent, indented))
        if len(indented) < len(prose):
            indents[0] += len(prose) - len(indented)
        return layout.usual_indent(indents)

    def _deep_runs(self) -> frozenset[int]:
        found: set[int] = set()
        group: list[int] = []
        runs = 0
        opening = self._opening_indents()
        for index in self.page.filled:
            content = self.texts[index]
            blanks = indent(content) if content[0].isspace() else 0
            if self.indent + _DEEP <= blanks < self.indent + _CENTRED and blanks not in opening:
                runs += not index or self.is_blank(index - 1)
                group.append(index)
                continue
            if runs <= _QUOTED_RUNS:
                found.update(group)
            group, runs = [], 0
        return frozenset(found if runs > _QUOTED_RUNS else found | set(group))

    def _opening_indents(self) -> set[int]:
        """How far the first lines of paragraphs are indented that go on with less."""
        found: Counter[int] = Counter()
        for first, last in self.page.runs:
            if first < last and self.texts[first][0].isspace():
                blanks = indent(self.texts[first])
                found[blanks] += blanks > indent(self.texts[first + 1])
        return {blanks for blanks, count in found.items() if count > 2}

    def span(self, first: int, last: int, *, with_indent: bool = False) -> Span:
        """From the first to the last character of some lines that isn't blank."""
        start = self.starts[first]
        if not with_indent and not self.page.is_flush:
            start += indent(self.texts[first])
        return span_of(start, self.starts[last] + self.widths[last])

    def end(self, index: int) -> int:
        """Where what stands on a line ends."""
        return self.starts[index] + self.widths[index]


def indent(content: str) -> int:
    """How many blanks a line begins with."""
    return len(content) - len(content.lstrip())
