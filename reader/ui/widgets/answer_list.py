"""Answers of the whole archive: the question, where its answer matched, and the article it stands in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.strip import Strip

from reader.model.corpus import Corpus, Entry
from reader.model.text import Span
from reader.search.matching import matches
from reader.search.query import Query
from reader.search.results import Hit
from reader.ui.finding import RowSnippet
from reader.ui.render import line, marked
from reader.ui.widgets.row_list import RowList

_HINT = ("  Type to search every answer of the archive.",)
_NOTHING = ("  Nothing found. Fewer words, or others?",)


class AnswerList(RowList):
    """Hits, best first, four lines each, the last one blank."""

    @dataclass
    class RowsShown(Message):
        """Other rows came on the screen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "answer-list--question",
        "answer-list--snippet",
        "answer-list--source",
        "answer-list--match",
        "answer-list--cursor",
        "answer-list--bar",
        "answer-list--hint",
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id, row_height=4)
        self._corpus = Corpus()
        self._query: Query | None = None
        self._hits: Sequence[Hit] = ()
        self._snippets: dict[Hit, RowSnippet] = {}

    @property
    def text_width(self) -> int:
        """Cells of a row behind its bar."""
        return max(1, self.scrollable_content_region.width - 4)

    def show_hits(
        self, corpus: Corpus, query: Query | None, hits: Sequence[Hit], snippets: Mapping[Hit, RowSnippet], cursor: int
    ) -> None:
        """Show what was found."""
        self._corpus, self._query, self._hits, self._snippets = corpus, query, hits, dict(snippets)
        self.set_rows(len(hits), cursor=cursor)

    def add_snippets(self, query: Query, snippets: Mapping[Hit, RowSnippet]) -> None:
        """What matched in rows shown later, for as long as their query is still shown."""
        if query == self._query:
            self._snippets |= snippets
            self.refresh()

    def without_snippet(self) -> tuple[Hit, ...]:
        """The hits on the screen whose text has not been looked at yet."""
        return tuple(hit for hit in (self._hits[row] for row in self.rows_on_screen()) if hit not in self._snippets)

    def hit(self, row: int) -> Hit | None:
        """What stands on a row."""
        return self._hits[row] if row < len(self._hits) else None

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that other rows are shown."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.RowsShown())

    def row_strips(self, row: int, width: int) -> Sequence[Strip]:
        """Question, snippet, source."""
        hit, is_cursor = self._hits[row], row == self.cursor
        base = self.rich_style + (self.component_style("answer-list--cursor") if is_cursor else Style())
        bar = Segment("▌ " if is_cursor else "  ", base + self.component_style("answer-list--bar"))
        if hit.article not in self._corpus:
            return (Strip.blank(width, self.rich_style),) * self.row_height
        entry = self._corpus[hit.article]
        lines = (self._question(entry, hit, base), self._snippet(hit, base), self._source(entry, base))
        strips = [line([bar, *segments], width, base) for segments in lines]
        return (*strips, Strip.blank(width, self.rich_style))

    def _marked(self, text: str, marks: Sequence[Span], look: str, base: Style) -> list[Segment]:
        emphasis = self.component_style("answer-list--match")
        return marked(text, marks, base + self.component_style(look), emphasis, self.text_width)

    def _question(self, entry: Entry, hit: Hit, base: Style) -> list[Segment]:
        number = hit.exchange
        text = entry.title if number is None or number > len(entry.questions) else entry.questions[number - 1]
        found = matches(text, self._query) if self._query is not None else ()
        return self._marked(text, [match.span for match in found], "answer-list--question", base)

    def _snippet(self, hit: Hit, base: Style) -> list[Segment]:
        snippet = self._snippets.get(hit)
        return self._marked(snippet.text, snippet.marks, "answer-list--snippet", base) if snippet is not None else []

    def _source(self, entry: Entry, base: Style) -> list[Segment]:
        source = " · ".join(part for part in (", ".join(entry.speakers[:1]), entry.title, entry.date) if part)
        return self._marked(source, (), "answer-list--source", base)

    def empty_strips(self, width: int) -> Sequence[Strip]:
        """What can be done here."""
        style = self.rich_style + self.component_style("answer-list--hint")
        hint = _NOTHING if self._query is not None else _HINT
        return [line([Segment(text, style)], width, style) for text in hint]
