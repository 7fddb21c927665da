"""An article in which the mouse selects, over paragraphs and beyond the edges of the screen.

A selection is a span of the article's text: it stays on its words whatever becomes of the rows.
"""

import re
from dataclasses import dataclass, replace

from textual import events, on
from textual.message import Message

from reader.model.article import Article
from reader.model.text import Span
from reader.ui.later import later
from reader.ui.places import block_at, holds
from reader.ui.widgets.paged_view import PagedView

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_RUN = re.compile(r"\S+")
_NEARBY = 200
"""Code points on both sides in which a word or a link is looked for."""
DRAG_SCROLL_SECONDS = 0.05
"""Between two rows, while a selection is dragged beyond the edge."""


class SelectableView(PagedView):
    """Drag selects, a double click a word, a triple one a paragraph; a click folds site text or asks for a link."""

    @dataclass
    class LinkPressed(Message):
        """There was a click on what may be a link, or another headline."""

        article: Article
        offset: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._drag_origin: int | None = None
        self._drag_at = (0, 0)
        self._will_scroll = False

    @property
    def selection(self) -> Span | None:
        """What is selected."""
        return self.emphasis.selection

    def toggle_fold(self, block: int) -> None:
        """Show or fold the site text that begins at a block."""
        self.remeasure(self._measure._replace(unfolded=self._measure.unfolded ^ {block}))

    def _offset_under(self, x: int, y: int) -> int | None:
        if self._wrapped is None:
            return None
        row = max(0, min(self.top_row + y, self._wrapped.height - 1))
        found = self._wrapped.row(row).offset_at(x)
        return self.offset_of(row) if found is None else found

    @on(events.MouseDown)
    def _pressed(self, event: events.MouseDown) -> None:
        if event.button != 1:
            return
        self._drag_origin = self._offset_under(event.x, event.y)
        self.emphasise(replace(self.emphasis, selection=None))
        self.capture_mouse()

    @on(events.MouseMove)
    def _dragged(self, event: events.MouseMove) -> None:
        if self._drag_origin is None:
            return
        self._drag_at = (event.x, event.y)
        self._select_to(event.x, event.y)
        if not 0 <= event.y < self.page and not self._will_scroll:
            self._scroll_soon()

    def _select_to(self, x: int, y: int) -> None:
        offset = self._offset_under(x, max(0, min(y, self.page - 1)))
        if self._drag_origin is None or offset is None:
            return
        start, end = sorted((self._drag_origin, offset))
        selection = Span(start, end) if start < end else None
        self.emphasise(replace(self.emphasis, selection=selection))

    def _scroll_soon(self) -> None:
        self._will_scroll = True
        later(DRAG_SCROLL_SECONDS, self, self._scroll_while_dragging)

    def _scroll_while_dragging(self) -> None:
        self._will_scroll = False
        x, y = self._drag_at
        if self._drag_origin is None or 0 <= y < self.page:
            return
        before = self.top_row
        self.scroll_rows(1 if y > 0 else -1)
        self._select_to(x, y)
        if self.top_row != before:
            self._scroll_soon()

    @on(events.MouseUp)
    def _released(self) -> None:
        self.release_mouse()
        self._drag_origin = None

    @on(events.Click)
    def _clicked(self, event: events.Click) -> None:
        offset = self._offset_under(event.x, event.y)
        if self._wrapped is None or self.article is None or offset is None:
            return
        if event.chain > 1:
            self._select(self._word_at(offset) if event.chain == 2 else self._paragraph_at(offset))
            return
        row = self.top_row + event.y
        if self.selection is not None or row >= self._wrapped.height:
            return
        if self._wrapped.row(row).is_fold:
            self.toggle_fold(self._wrapped.row(row).block)
        elif self._may_be_link(offset):
            self.post_message(self.LinkPressed(self.article, offset))

    def _select(self, span: Span | None) -> None:
        self.emphasise(replace(self.emphasis, selection=span))

    def _word_at(self, offset: int) -> Span | None:
        return self._run_at(offset, _WORD)

    def _paragraph_at(self, offset: int) -> Span | None:
        block = block_at(self.article, offset) if self.article is not None else None
        return block.span if block is not None and offset in block.span else None

    def _may_be_link(self, offset: int) -> bool:
        """Whether a click there is on a link of markup, an address, or the headline of another article."""
        if self.chart is None:
            return False
        if holds(self.chart.links, offset):
            return True
        run = self._run_at(offset, _RUN)
        return run is not None and "://" in run.of(self.chart.article.text)

    def _run_at(self, offset: int, pattern: re.Pattern[str]) -> Span | None:
        """The run of characters of a kind that holds an offset."""
        text = self.article.text if self.article is not None else ""
        for found in pattern.finditer(text, max(0, offset - _NEARBY), offset + _NEARBY):
            if found.start() <= offset < found.end():
                return Span(*found.span())
        return None
