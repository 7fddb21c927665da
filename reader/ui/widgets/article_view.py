"""The reading pane's text: from answer to answer, and to its links and folds.

The current answer is the one jumped to, for as long as nothing else has moved the text, else the one at the upper third
of the pane; at the very top, the first if it is as far up.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.geometry import Offset
from textual.message import Message

from reader.commands import Place
from reader.model.article import Block
from reader.model.interview import Exchange
from reader.model.text import Span
from reader.ui.bindings import bindings
from reader.ui.memory import MARKED, NOTED, Kept
from reader.ui.ticks import Ticks
from reader.ui.widgets.matched_view import MatchedView
from reader.ui.widgets.status_line import Progress
from reader.ui.widgets.typed_number import TypedNumber

if TYPE_CHECKING:
    from reader.layout.wrap import WrappedArticle
    from reader.ui.chart import Chart


class ArticleView(MatchedView):
    """An article with a current answer, matches and a selection."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.READING)]

    @dataclass
    class BeforeFirst(Message):
        """The previous answer was asked for where there is none."""

    @dataclass
    class Stepped(Message):
        """Somebody went from answer to answer."""

    @dataclass
    class LinksAsked(Message):
        """The links of the article are to be shown."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._jumped: int | None = None
        self._number = TypedNumber()
        self._ticked: tuple[WrappedArticle | None, bool, Ticks | None] = (None, False, None)
        """The layout in which the ticks were told, whether all its rows were counted, and the ticks."""

    def show(self, chart: "Chart") -> None:
        """Show an article from its top; one that was read anew, where it was."""
        if chart.article is not self.article:
            self._jumped = None
        super().show(chart)

    def show_notice(self, name: str, reason: str) -> None:
        """Say in place of a text why it can't be read."""
        self._jumped = None
        super().show_notice(name, reason)

    @property
    def _stops(self) -> tuple[int, ...]:
        """Where `next answer` goes."""
        return self.chart.stops if self.chart is not None else ()

    def set_kept(self, kept: Kept) -> None:
        """Show what was marked and noted."""
        article = self.article
        exchanges: dict[int, str] = {}
        others: list[tuple[int, str]] = []
        for one in reversed(kept.marks):
            if article is None or one.span is None:
                continue
            sign = MARKED if one.mark.is_marked else NOTED
            exchange = article.exchange_at(one.span.start)
            if exchange is not None:
                exchanges[exchange.number] = sign
            else:
                others.append((one.span.start, sign))
        self.emphasise(replace(self.emphasis, exchange_signs=exchanges, signs=tuple(sorted(others))))

    @property
    def answers_on_screen(self) -> tuple[int, ...]:
        """The numbers of the answers whose end is on the screen."""
        article = self.article
        if article is None:
            return ()
        first = bisect_left(article.exchanges, self.top_offset, key=_end)
        last = bisect_right(article.exchanges, self.bottom_offset(), first, key=_end)
        return tuple(one.number for one in article.exchanges[first:last])

    @property
    def is_at_end(self) -> bool:
        """Whether the last line of the body is on the screen."""
        end = self.chart.end if self.chart is not None else None
        return end is not None and end <= self.bottom_offset()

    def moved(self) -> None:
        """Draw what is on the screen now, with the mark of the current answer where it is now."""
        self._place_terminal_cursor()
        current = self.current_exchange
        span = current.span if current is not None else None
        if span != self.emphasis.current:
            self.emphasise(replace(self.emphasis, current=span))
        else:
            super().moved()

    def put_on_top(self, row: int) -> None:
        """Put a row on top; whatever moves the text lets the place decide which answer is the current one."""
        self._jumped = None
        super().put_on_top(row)

    @on(events.Focus)
    def _place_terminal_cursor(self) -> None:
        """Put the terminal's own cursor on the current answer, where screen readers and magnifiers look."""
        if self.has_focus:
            current = self.current_exchange
            row = self.row_of(current.span.start) - self.top_row if current is not None else 0
            self.app.cursor_position = self.content_region.offset + Offset(0, max(0, min(row, self.page - 1)))

    @property
    def current_exchange(self) -> Exchange | None:
        """The current answer with its question."""
        article = self.article
        if article is None or not article.exchanges:
            return None
        if self.jumped is not None:
            return self.jumped
        if self.top_row == 0:
            first = article.exchanges[0]
            return first if first.span.start <= self._third else None
        return article.exchange_at(self._third)

    @property
    def jumped(self) -> Exchange | None:
        """The answer that was jumped to, where nothing else has moved the text since."""
        exchanges = self.article.exchanges if self.article is not None else ()
        return exchanges[self._jumped - 1] if self._jumped is not None and self._jumped <= len(exchanges) else None

    @property
    def _third(self) -> int:
        """The place at the upper third of the pane."""
        return self.offset_of(self.top_row + self.page // 3)

    @property
    def current_span(self) -> Span | None:
        """What is read now: the selection, else the current answer with its question, else a paragraph."""
        article = self.article
        if article is None:
            return None
        exchange = self.current_exchange
        if exchange is not None:
            return exchange.span
        first = bisect_right(article.blocks, self._third, key=_end)
        return article.blocks[first].span if first < len(article.blocks) else None

    @property
    def progress(self) -> Progress:
        """How far one has read."""
        article, wrapped = self.article, self._wrapped
        if article is None or wrapped is None:
            return Progress()
        height = max(1, self.virtual_size.height)
        fraction = min(1.0, (self.top_row + self.page) / height)
        current, match = self.current_exchange, self.emphasis.match
        return Progress(
            fraction=fraction,
            ticks=self._ticks(wrapped),
            current=current.number if current is not None else None,
            exchanges=len(article.exchanges),
            minutes_left=round((1 - fraction) * article.minutes),
            match=match + 1 if match is not None else None,
            matches=len(self.emphasis.matches),
        )

    def _ticks(self, wrapped: "WrappedArticle") -> Ticks | None:
        """Where the questions stand: as well as can be told at first, and exactly once all rows are counted."""
        if self._ticked[:2] != (wrapped, wrapped.is_complete):
            ticks = Ticks(wrapped, self._stops) if wrapped.article.exchanges else None
            self._ticked = wrapped, wrapped.is_complete, ticks
        return self._ticked[2]

    def go_to_exchange(self, number: int) -> None:
        """Put a question on top, a row above it; it becomes the current one even where the end is on the screen."""
        if self.article is not None and self.article.exchanges:
            self._go_to_stop(max(1, min(number, len(self.article.exchanges))) - 1)

    def _go_to_stop(self, index: int) -> None:
        self.go_to(self._stops[index], above=1)
        self._jumped = index + 1
        self.moved()

    def take_for_current(self, offset: int) -> None:
        """Have the answer at an offset be the one jumped to, wherever the text stands."""
        exchange = self.article.exchange_at(offset) if self.article is not None else None
        if exchange is not None:
            self._jumped = exchange.number
            self.moved()

    def go_to_hit(self, offset: int) -> None:
        """Go to what a search found: to the question that holds it, and to the match itself if that is farther down."""
        article = self.article
        exchange = article.exchange_at(offset) if article is not None else None
        start = exchange.span.start if exchange is not None else offset
        if exchange is not None:
            self.go_to_exchange(exchange.number)
        else:
            self.go_to(offset, above=self.page // 3)
        first = bisect_left(self.emphasis.matches, start, key=lambda span: span.start)
        end = exchange.span.end if exchange is not None else None
        if first < len(self.emphasis.matches) and (end is None or self.emphasis.matches[first].start < end):
            self.go_to_match(first)

    @property
    def _stop(self) -> int:
        """Which stop one has come to, from 0; -1 before the first, and at the very top."""
        if self._jumped is not None:
            return self._jumped - 1
        if self.top_row == 0:
            return -1
        current = self.current_exchange
        if current is not None:
            return current.number - 1
        has_questions = self.article is not None and self.article.exchanges
        return bisect_right(self._stops, self._third if has_questions else self.offset_of(self.top_row + 1)) - 1

    def action_next_answer(self) -> None:
        """The next answer, else the next section."""
        if self._stop + 1 < len(self._stops):
            self._go_to_stop(self._stop + 1)
            self.post_message(self.Stepped())

    def action_previous_answer(self) -> None:
        """The answer before, else the section before; before the first, the top, and then out of the text."""
        if self._stop > 0:
            self._go_to_stop(self._stop - 1)
        elif self.top_row > 0:
            self.go_to(0)
        else:
            self.post_message(self.BeforeFirst())

    def action_top(self) -> None:
        """The top."""
        self._number.take()
        self.go_to(0)

    def action_end(self) -> None:
        """The end; with a number typed before, that question."""
        number = self._number.take()
        if number is not None and self.article is not None and self.article.exchanges:
            self.go_to_exchange(number)
        elif self.article is not None:
            self.go_to(len(self.article.text))

    def action_unfold(self) -> None:
        """Show or fold the site text that is on the screen; where there is none, ask for the links."""
        if self._wrapped is None or self.chart is None:
            return
        rows = range(self.top_row, min(self.top_row + self.page, self._wrapped.height))
        folds = [row.block for row in map(self._wrapped.row, rows) if row.is_fold]
        if folds:
            self.toggle_fold(folds[0])
        elif self.chart.links:
            self.post_message(self.LinksAsked())

    @on(events.Key)
    def _key_pressed(self, event: events.Key) -> None:
        if event.character not in {"G", "g"}:
            self._number.feed(event.key)


def _end(part: Block | Exchange) -> int:
    return part.span.end
