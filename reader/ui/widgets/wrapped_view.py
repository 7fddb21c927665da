"""An article drawn as a centred column of wrapped rows, of which only those on the screen are made.

Rows belong to the layout and change with the width; places are offsets into the article's text and stay. The view keeps
the offset of its top row, so that the same sentence stays on top when the pane, the column or the folding changes, and
while rows are still being counted.
"""

from __future__ import annotations

from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual import events, on
from textual.geometry import Size
from textual.scrollbar import ScrollDown, ScrollTo, ScrollUp
from textual.strip import Strip

from reader.layout.rows import Measure
from reader.layout.rows import Style as TextStyle
from reader.ui.article_row import PARTS, Emphasis, Palette, article_row, palette
from reader.ui.coalesced import Coalesced
from reader.ui.later import later
from reader.ui.render import line, marked
from reader.ui.type_ahead import A_MOMENT_SECONDS, TypeAheadApp
from reader.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from reader.layout.wrap import Place, WrappedArticle
    from reader.model.article import Article
    from reader.ui.chart import Chart

NARROWEST_COLUMN, WIDEST_COLUMN = 32, 120
"""Cells."""
WHEEL_ROWS = 3
IDLE_SLICE_SECONDS = 0.003
"""So long rows are counted before keys are looked at again."""
EMPTY = "Nothing to read: the file is empty."
"""Said in place of a text without a character other than blanks."""


class WrappedView(LineView, can_focus=True):
    """One article, or a notice why there is none."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {*PARTS}

    class Moved(Coalesced):
        """Another part of the text is on the screen, or another part of it is set off."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._chart: Chart | None = None
        self._notice: tuple[str, str] | None = None
        self._measure = Measure(width=72)
        self._wrapped: WrappedArticle | None = None
        self._anchor: Place | None = None
        """What stands on top; None for the very top."""
        self._emphasis = Emphasis()
        self._palette: Palette | None = None

    @property
    def chart(self) -> Chart | None:
        """What is shown, and where in it one goes."""
        return self._chart

    @property
    def article(self) -> Article | None:
        """What is shown."""
        return self._chart.article if self._chart is not None else None

    @property
    def top_offset(self) -> int:
        """Where in the text the first row on the screen begins."""
        return self._anchor.offset if self._anchor is not None else 0

    @property
    def emphasis(self) -> Emphasis:
        """What is set off."""
        return self._emphasis

    @property
    def measure(self) -> Measure:
        """How the article is laid out."""
        return self._measure

    @property
    def page(self) -> int:
        """Rows of the viewport."""
        return max(1, self.scrollable_content_region.height)

    @property
    def top_row(self) -> int:
        """The first row on the screen."""
        return self.scroll_offset.y

    @property
    def lowest_row(self) -> int:
        """The top row when the end of the text is at the bottom of the screen."""
        return max(0, self.virtual_size.height - self.page)

    def show(self, chart: Chart) -> None:
        """Show an article from its top; one that was read anew, where it was."""
        article, shown = chart.article, self.article
        if article is shown:
            return
        is_reread = shown is not None and shown.id == article.id
        self._chart, self._notice = chart, None if article.blocks else ("", EMPTY)
        self._measure = self._measure._replace(unfolded=frozenset())
        self._emphasis = Emphasis()
        self._wrap(self._anchor if is_reread else None)

    def show_notice(self, name: str, reason: str) -> None:
        """Say in place of a text why it can't be read."""
        self._chart, self._wrapped, self._notice = None, None, (f"✗ {name}", reason)
        self._anchor, self._emphasis = None, Emphasis()
        self.virtual_size = Size(self.scrollable_content_region.width, 1)
        self.refresh()
        self.post_message(self.Moved())

    def remeasure(self, measure: Measure) -> None:
        """Lay the article out in another way; the same sentence stays on top."""
        if measure != self._measure:
            self._measure = measure
            self._wrap(self._anchor)

    def emphasise(self, emphasis: Emphasis) -> None:
        """Set something else off."""
        self._emphasis = emphasis
        self.refresh()
        self.post_message(self.Moved())

    def offset_of(self, row: int) -> int:
        """Where in the text a row begins; rows beyond the ends give the nearest one's."""
        return self._wrapped.offset_of(row) if self._wrapped is not None else 0

    def bottom_offset(self) -> int:
        """Where the last row on the screen ends in the text."""
        if self._wrapped is None or not self._wrapped.height:
            return 0
        return self._wrapped.row(max(0, min(self.top_row + self.page, self._wrapped.height) - 1)).span.end

    def row_of(self, offset: int) -> int:
        """The row on which an offset is shown."""
        return self._wrapped.row_of(offset) if self._wrapped is not None else 0

    def go_to(self, offset: int, *, above: int = 0) -> None:
        """Put the row of an offset on top, or `above` rows below the top; offset 0 is the very top."""
        if self._wrapped is None:
            return
        row = max(0, self.row_of(offset) - above) if offset else 0
        self.put_on_top(self._wrapped.settle(row, 0, self.page))

    def scroll_rows(self, rows: int) -> None:
        """Move the text by so many rows."""
        if self._wrapped is None or not self._wrapped.height:
            return
        reach = abs(rows) + self.page
        top = self._wrapped.settle(min(self.top_row, self._wrapped.height - 1), reach, reach + self.page)
        self.put_on_top(top + rows)

    def put_on_top(self, row: int) -> None:
        """Put a row on top, as far as there is text to fill the screen below it."""
        if self._wrapped is None:
            return
        self._take_height(self._wrapped)
        row = max(0, min(row, self.lowest_row))
        self._anchor = self._wrapped.place(row) if row else None
        self._set_top(row)

    def _wrap(self, anchor: Place | None) -> None:
        """Lay the article out anew, with the same place on top."""
        chart, started = self._chart, perf_counter()
        if chart is None:
            return
        # Behind the list it is as wide as it was.
        self._measure = self._measure._replace(width=self.scrollable_content_region.width or self._measure.width)
        from reader.layout.wrap import WrappedArticle  # noqa: PLC0415 - not before the first paint

        self._wrapped = WrappedArticle(chart.article, self._measure, chart.cut)
        self._anchor = anchor
        self._keep_place()
        self._count_rows(self._wrapped, until=started + IDLE_SLICE_SECONDS)

    def _keep_place(self) -> None:
        """Put the anchor's row on top again after rows were counted anew."""
        if self._wrapped is None:
            return
        row = self._wrapped.row_at(self._anchor) if self._anchor is not None else 0
        self._take_height(self._wrapped)
        self._set_top(max(0, min(row, self.lowest_row)))

    def _count_rows(self, wrapped: WrappedArticle, *, until: float) -> None:
        """Count rows a slice at a time, for as long as this layout is shown; this slice up to a moment."""
        if wrapped is not self._wrapped or wrapped.is_complete:
            return
        height = wrapped.height
        wrapped.advance(until - perf_counter())
        if wrapped.height != height or wrapped.is_complete:
            self._keep_place()
        self._count_later(wrapped)

    def _count_later(self, wrapped: WrappedArticle) -> None:
        """Go on counting once no key waits and what the last slice led to is done: keys wait for all that is not."""

        def go_on() -> None:
            if isinstance(self.app, TypeAheadApp) and not self.app.is_at_rest:
                self._count_later(wrapped)
            else:
                self._count_rows(wrapped, until=perf_counter() + IDLE_SLICE_SECONDS)

        later(A_MOMENT_SECONDS, self, go_on)

    def _take_height(self, wrapped: WrappedArticle) -> None:
        self.virtual_size = Size(self._measure.width, max(1, wrapped.height))

    def _set_top(self, row: int) -> None:
        self.set_reactive(WrappedView.scroll_y, float(row))
        self.set_reactive(WrappedView.scroll_target_y, float(row))
        self.vertical_scrollbar.position = row
        self.moved()

    def moved(self) -> None:
        """Draw what is on the screen now, and tell of it."""
        self.refresh()
        self.post_message(self.Moved())

    @on(events.MouseScrollDown)
    def _wheeled_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        event.prevent_default()
        self.scroll_rows(WHEEL_ROWS)

    @on(events.MouseScrollUp)
    def _wheeled_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        event.prevent_default()
        self.scroll_rows(-WHEEL_ROWS)

    @on(ScrollTo)
    def _dragged_to(self, event: ScrollTo) -> None:
        event.stop()
        event.prevent_default()
        if event.y is not None:
            self.put_on_top(round(event.y))

    @on(ScrollUp)
    def _paged_up(self, event: ScrollUp) -> None:
        event.stop()
        event.prevent_default()
        self.scroll_rows(-self.page)

    @on(ScrollDown)
    def _paged_down(self, event: ScrollDown) -> None:
        event.stop()
        event.prevent_default()
        self.scroll_rows(self.page)

    @on(events.Resize)
    def _resized(self) -> None:
        # Textual may have moved the text to fit the new size meanwhile: the anchor knows better.
        if self._measure.width != self.scrollable_content_region.width:
            self._wrap(self._anchor)
        else:
            self._keep_place()

    def prepare(self) -> None:
        """Look whether the text is as wide as its pane: Textual doesn't always tell of a pane that comes back."""
        if self._wrapped is not None and self._measure.width != self.scrollable_content_region.width:
            self.call_later(self._resized)

    def notify_style_update(self) -> None:
        """The theme changed: look at the styles anew."""
        super().notify_style_update()
        self._palette = None

    @property
    def palette(self) -> Palette:
        """How the parts of an article look in this theme."""
        if self._palette is None:
            self._palette = palette(self.rich_style, partial(self.get_component_rich_style, partial=True))
        return self._palette

    def render_line(self, y: int) -> Strip:
        """One line of the viewport."""
        width = self.scrollable_content_region.width
        row = self.scroll_offset.y + y
        if self._notice is not None:
            return self._notice_line(y, width)
        if self._wrapped is None or row >= self._wrapped.height:
            return Strip.blank(width, self.palette.base)
        return article_row(self._wrapped.row(row), width, self.palette, self._emphasis)

    def _notice_line(self, y: int, width: int) -> Strip:
        name, reason = self._notice or ("", "")
        base, dim = self.rich_style, self.palette.styles[TextStyle.ASIDE]
        parts = {
            1: marked(name, (), base, base, width - 4),
            3: marked(reason, (), base + dim, base, width - 4),
        }
        return line([Segment("  ", base), *parts.get(y, ())], width, base)
