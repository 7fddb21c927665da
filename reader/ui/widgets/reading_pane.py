"""The right pane: the article, the bar to find in it, and the line that tells how far one is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple, assert_never

from textual import on
from textual.containers import Vertical

from reader.model.location import Anchor, Location
from reader.store.remembered import Place
from reader.ui.arrival import AsLeft, AtFirstMatch, AtHit, AtLastMatch, AtOffset, Landing
from reader.ui.coalesced import Coalesced
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.find_bar import FindBar
from reader.ui.widgets.ground import Ground
from reader.ui.widgets.latest import IsCancelled, Latest
from reader.ui.widgets.status_line import StatusLine
from reader.ui.widgets.text_bar import TextBar

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from reader.model.article import Article
    from reader.ui.chart import Chart, Matches
    from reader.ui.finding import Opened, Sought


class _Matched(NamedTuple):
    chart: Chart
    found: Matches
    trouble: str = ""
    """Why it is a pattern that can't be used."""


class ReadingPane(Vertical, Ground):
    """One article, and what is looked for in it."""

    class Moved(Coalesced):
        """Another part of the text is on the screen, or another part of it is set off."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.is_usually_folded = True
        """Whether site text is folded in an article that nobody has left in another state."""
        self._usual_column: int | None = None
        self._own_column: int | None = None
        self._is_shaped = False
        self._sought: Sought | None = None
        self._origin = 0
        self._looks = Latest(self, self._show_matches)

    def compose(self) -> ComposeResult:
        """The text, the find bar below it while it is used, the status line."""
        yield ArticleView(id="article")
        yield FindBar(id="find")
        yield StatusLine(id="status")

    @property
    def view(self) -> ArticleView:
        """The text."""
        return self.query_one(ArticleView)

    @property
    def status(self) -> StatusLine:
        """The line below it."""
        return self.query_one(StatusLine)

    @property
    def is_looking(self) -> bool:
        """Whether what is sought is still looked for."""
        return self._looks.is_waiting

    @property
    def find_bar(self) -> FindBar:
        """The bar to find in the article."""
        return self.query_one(FindBar)

    @property
    def location(self) -> Location | None:
        """Where one is."""
        article = self.view.article
        return None if article is None else Location(article.id, self.view.top_offset)

    def show(self, opened: Opened, landing: Landing) -> None:
        """Show an article at the place where one wants to arrive."""
        view = self.view
        is_another = view.article is None or view.article.id != opened.article.id
        view.show(opened.chart)
        if is_another or not self._is_shaped:
            self._take_shape(opened.kept.place)
            self._is_shaped = not opened.is_glance
        view.set_matches(opened.matches)
        view.set_kept(opened.kept)
        if self._sought is not None:
            self._look_for(self._sought)
        match landing:
            case AtHit(offset):
                view.go_to_hit(offset)
            case AtOffset(offset, jumped):
                view.go_to(offset)
                if jumped is not None:
                    view.take_for_current(jumped)
            case AtFirstMatch():
                view.go_to_match(0)
            case AtLastMatch():
                view.go_to_match(-1)
            case _:
                assert_never(landing)
        if opened.article.warnings:
            self.status.tell(opened.article.warnings[0])

    def _take_shape(self, place: Place | None) -> None:
        """Lay the article out as it was left, else as is usual."""
        self._own_column = place.width if place is not None else None
        self.view.shape(
            column=self._own_column or self._usual_column,
            is_folded=self.is_usually_folded if place is None else place.is_folded,
            unfolded=frozenset() if place is None else place.unfolded,
        )

    def left(self, article: Article) -> AsLeft:
        """Where one is in an article that is shown, to come back to when it is read anew."""
        jumped = self.view.jumped
        question = Anchor.at(article.text, jumped.span.start) if jumped is not None else None
        return AsLeft(Anchor.at(article.text, self.view.top_offset), question)

    def left_at(self, offset: int) -> Place | None:
        """What is to be remembered of the article, where it is left with this offset on top."""
        article, measure = self.view.article, self.view.measure
        if article is None:
            return None
        return Place(Anchor.at(article.text, offset), measure.is_folded, measure.unfolded, self._own_column)

    def take_usual_column(self, column: int) -> None:
        """Lay out so wide whatever nobody has given a column of its own."""
        self._usual_column = column
        if self._own_column is None:
            self.view.shape(column=column)

    @on(ArticleView.ColumnChosen)
    def _column_chosen(self, event: ArticleView.ColumnChosen) -> None:
        self._usual_column = self._own_column = event.column

    def show_reason(self, name: str, reason: str) -> None:
        """Say why a file can't be read, in place of its text."""
        self._looks.forget()
        self.view.show_notice(name, reason)

    def open_find(self) -> None:
        """Begin to find in the article."""
        if self.view.article is None:
            return
        self._origin = self.view.top_offset
        self.find_bar.add_class("-open")
        self.screen.set_focus(self.find_bar.input)

    def close_find(self) -> bool:
        """Forget what was looked for; whether there was anything to forget."""
        was_open = self.find_bar.has_class("-open")
        self.find_bar.remove_class("-open")
        with self.find_bar.input.prevent(TextBar.Changed):
            self.find_bar.input.value = ""
        self._stop_looking()
        return was_open

    @on(TextBar.Edited)
    def _edited(self, event: TextBar.Edited) -> None:
        event.stop()
        self._look_for_typed(event.text)

    @on(FindBar.KindChanged)
    def _kind_changed(self, event: FindBar.KindChanged) -> None:
        event.stop()
        self._look_for_typed(self.find_bar.input.value)

    def _look_for_typed(self, text: str) -> None:
        if text.strip():
            is_pattern = self.find_bar.is_pattern
            from reader.ui.finding import Sought  # noqa: PLC0415 - not before the first paint

            self._look_for(Sought(text if is_pattern else text.strip(), is_pattern=is_pattern))
        else:
            self._stop_looking()
            self.view.go_to(self._origin)

    @on(TextBar.Submitted)
    def _submitted(self, event: TextBar.Submitted) -> None:
        event.stop()
        if not event.value.strip():
            self.close_find()
        self.screen.set_focus(self.view)

    def _look_for(self, sought: Sought) -> None:
        self._sought = sought
        chart = self.view.chart
        if chart is not None:
            self._looks.ask(partial(self._match_in_thread, chart, sought))

    def _stop_looking(self) -> None:
        self._sought = None
        self._looks.forget()
        self.find_bar.count = ""
        self.view.set_finds(None)

    def _match_in_thread(self, chart: Chart, sought: Sought, _is_cancelled: IsCancelled) -> _Matched:
        from reader.search.pattern import PatternError  # noqa: PLC0415 - not before the first paint
        from reader.ui.chart import Matches  # noqa: PLC0415 - as above

        try:
            return _Matched(chart, sought.found_on(chart))
        except PatternError as error:
            return _Matched(chart, Matches(), str(error))

    def _show_matches(self, matched: _Matched) -> None:
        if matched.chart is not self.view.chart:
            return
        self.view.set_finds(matched.found)
        self.find_bar.count = matched.trouble or ("" if matched.found.everywhere else "nothing")
        if self.find_bar.input.has_focus:
            self.view.go_to_match_after(self._origin)

    @on(StatusLine.PlaceAsked)
    def _place_asked(self, event: StatusLine.PlaceAsked) -> None:
        event.stop()
        if event.exchange is not None:
            self.view.go_to_exchange(event.exchange)
        else:
            self.view.put_on_top(round(event.fraction * self.view.virtual_size.height))

    @on(ArticleView.Moved)
    def _moved(self, event: ArticleView.Moved) -> None:
        # What this pane makes the text do bubbles no farther than to it: it passes on all of it.
        event.stop()
        self.post_message(self.Moved())
        progress = self.view.progress
        self.status.progress = progress
        if self._sought is not None and progress.matches:
            self.find_bar.count = f"{progress.match or '–'}/{progress.matches}"
