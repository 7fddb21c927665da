"""The one screen on which everything is read: two panes, and the way from one article to the next.

State flows down; what happened comes up as messages:

    LibraryPane ──Wanted──▶ request ──thread──▶ Arrived ──▶ ReadingPane
                                                                │
          ▲ step ◀── n, N, J, K beyond the article's ends ◀─────┘

An arrival carries the number of its request: when another article has been asked for meanwhile, it is dropped.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Label

from reader.commands import Command, Place
from reader.errors import UnreadableError
from reader.export.citation import citation
from reader.export.quotation import quotation
from reader.layout.displayable import displayable
from reader.library.archive import Archive
from reader.model.article import ArticleId
from reader.model.corpus import Skipped
from reader.model.location import Location
from reader.model.text import Span
from reader.search.query import Query
from reader.ui.arrival import Arrival, AtBestHit, AtFirstMatch, AtHit, AtLastMatch, AtOffset
from reader.ui.bindings import bindings
from reader.ui.finding import Opened, open_article
from reader.ui.history import History
from reader.ui.ordering import Order
from reader.ui.render import plural
from reader.ui.screens.answers import AnswerChosen, AnswersPlace, AnswersScreen
from reader.ui.screens.overlays import LISTED_COMMANDS, command_choices, question_choices, skipped_choices
from reader.ui.screens.picker import Choice, Picker
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.filter_bar import FilterInput
from reader.ui.widgets.key_footer import KeyFooter
from reader.ui.widgets.library_pane import LibraryPane
from reader.ui.widgets.reading_pane import ReadingPane
from reader.ui.widgets.row_list import RowList
from reader.ui.widgets.title_line import TitleLine, archive_name

if TYPE_CHECKING:
    from textual.widget import Widget

LONGEST_COPY = 1_000_000
"""Code points; terminals refuse more."""
NARROW = 80
"""Columns; below, one pane is shown at a time."""
FEWEST_COLUMNS, FEWEST_ROWS = 40, 10
"""Below, a notice is shown instead of an unusable screen."""


class ReadingScreen(Screen[None]):
    """List and filter at the left, the article at the right."""

    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.ANYWHERE, Place.ALWAYS)]

    @dataclass
    class ArchiveChanged(Message):
        """There is a new corpus, or loading went on. Posted from the loading thread."""

    @dataclass
    class Arrived(Message):
        """An article that was asked for is there, or the reason why not. Posted from an opening thread."""

        request: int
        article: ArticleId
        opened: Opened | str
        arrival: Arrival

    def __init__(self, archive: Archive, *, is_single: bool) -> None:
        super().__init__()
        self._archive = archive
        self._is_single = is_single
        self._request = 0
        self._history: History[Location | AnswersPlace] = History()

    def compose(self) -> ComposeResult:
        """Title, panes, footer."""
        yield TitleLine(id="title")
        with Horizontal(id="panes"):
            yield LibraryPane(self._archive, id="left")
            yield ReadingPane(id="right")
        yield KeyFooter(id="footer")
        yield Label("", id="too-small", markup=False)

    @property
    def library(self) -> LibraryPane:
        """The left pane."""
        return self.query_one(LibraryPane)

    @property
    def reading(self) -> ReadingPane:
        """The right pane."""
        return self.query_one(ReadingPane)

    def on_mount(self) -> None:
        """Begin to load; the focus goes to where one types, or reads, first."""
        self.query_one(TitleLine).archive = archive_name(self._archive.paths)
        self.library.archive_changed()
        (self.reading.view if self._is_single else self.library.bar.input).focus()
        self.run_worker(self._load_in_thread, thread=True, group="load")

    def _load_in_thread(self) -> None:
        self._archive.load(self._tell_of_change)
        self._tell_of_change()

    def _tell_of_change(self) -> None:
        self.post_message(self.ArchiveChanged())

    @on(ArchiveChanged)
    def _archive_changed(self) -> None:
        self.query_one(TitleLine).told = self._counts()
        self.library.archive_changed()
        entries = self._archive.corpus.entries
        if self.reading.view.article is None and self._request == 0 and entries:
            self._want(entries[0].id, AtBestHit())

    def _counts(self) -> str:
        corpus, progress = self._archive.corpus, self._archive.progress
        if not progress.is_complete:
            return f"reading {progress.parsed:,} of {progress.found:,}"
        parts = [plural(len(corpus), "article"), plural(corpus.answers, "answer")]
        if corpus.skipped:
            parts.append(f"{len(corpus.skipped):,} skipped (! why)")
        return " · ".join(parts)

    def _want(self, article: ArticleId, arrival: Arrival, query: Query | None = None) -> None:
        self._request += 1
        work = partial(self._open_in_thread, self._request, article, arrival, query)
        self.run_worker(work, thread=True, exclusive=True, group="open")

    def _open_in_thread(self, request: int, article: ArticleId, arrival: Arrival, query: Query | None) -> None:
        opened: Opened | str
        try:
            opened = open_article(self._archive, article, query)
        except UnreadableError as error:
            opened = str(error)
        self.post_message(self.Arrived(request, article, opened, arrival))

    @on(Arrived)
    def _arrived(self, event: Arrived) -> None:
        if event.request != self._request:
            return
        if isinstance(event.opened, str):
            self.reading.show_reason(event.article, event.opened)
        else:
            self.reading.show(event.opened, event.arrival)

    @on(LibraryPane.Wanted)
    def _wanted(self, event: LibraryPane.Wanted) -> None:
        shown = self.reading.view.article
        if isinstance(event.article, Skipped):
            self._request += 1
            self.reading.show_reason(event.article.path.name, event.article.reason)
        elif not event.is_chosen or shown is None or shown.id != event.article:
            self._want(event.article, AtBestHit(), event.query)
        if event.is_chosen:
            self._remember()
            self.reading.view.focus()

    @on(LibraryPane.Cleared)
    def _cleared(self) -> None:
        self.reading.view.set_matches(())

    @on(ArticleView.BeforeFirst)
    def _before_first(self) -> None:
        self.library.articles.focus()

    def _remember(self) -> None:
        here = self.reading.location
        if here is not None:
            self._history.leave(here)

    def _step(self, rows: int, arrival: Arrival) -> bool:
        """Go to another article of the list, and arrive there where one wants to."""
        self._remember()
        with self.prevent(LibraryPane.Wanted, RowList.Highlighted):
            moved = self.library.step(rows)
        article = self.library.articles.selected
        if moved and article is not None:
            self._want(article, arrival, self.library.filter)
        return moved

    def action_next_article(self) -> None:
        """The next article of the list."""
        if not self._step(1, AtBestHit()):
            self.reading.status.tell("that was the last article of the list")

    def action_previous_article(self) -> None:
        """The article before."""
        if not self._step(-1, AtBestHit()):
            self.reading.status.tell("that was the first article of the list")

    def action_next_match(self) -> None:
        """The next match, here or in the next article of the filter."""
        if self.reading.view.step_match(1) or (self.library.filter is not None and self._step(1, AtFirstMatch())):
            return
        self.reading.status.tell("no further match")

    def action_previous_match(self) -> None:
        """The match before, here or in the article before."""
        if self.reading.view.step_match(-1) or (self.library.filter is not None and self._step(-1, AtLastMatch())):
            return
        self.reading.status.tell("no match before this one")

    def action_back(self) -> None:
        """Where one was before."""
        self._revisit(self._history.back(self.reading.location), "nowhere to go back to")

    def action_forward(self) -> None:
        """Where one came back from."""
        self._revisit(self._history.forward(self.reading.location), "nowhere to go forward to")

    def _revisit(self, place: Location | AnswersPlace | None, otherwise: str) -> None:
        if isinstance(place, AnswersPlace):
            self._open_answers(place)
            return
        if place is None or place.article not in self._archive.corpus:
            self.reading.status.tell(otherwise)
            return
        self.library.articles.select(place.article)
        self._want(place.article, AtOffset(place.offset), self.library.filter)
        self.reading.view.focus()

    def action_answers(self) -> None:
        """Search the answers of the whole archive."""
        self._open_answers(AnswersPlace())

    def _open_answers(self, place: AnswersPlace) -> None:
        def go(chosen: AnswerChosen | None) -> None:
            if chosen is None:
                return
            self._remember()
            self._history.leave(chosen.place)
            self.library.articles.select(chosen.hit.article)
            self._want(chosen.hit.article, AtHit(chosen.hit.span.start), chosen.query)
            self.reading.view.focus()

        self.app.push_screen(AnswersScreen(self._archive, place), go)

    def action_questions(self) -> None:
        """The questions of this article, to choose from."""
        article, view = self.reading.view.article, self.reading.view
        if article is None or not article.exchanges:
            self.reading.status.tell("no questions and answers here")
            return

        def go(place: int | None) -> None:
            if place is not None:
                self._remember()
                view.go_to_exchange(place + 1)
                view.focus()

        current = view.current_exchange
        cursor = current.number - 1 if current is not None else 0
        title = f"{plural(len(article.exchanges), 'question')} · {article.title or article.id}"
        self.app.push_screen(Picker(title, question_choices(article), cursor=cursor), go)

    def action_sort(self) -> None:
        """What the list is to be sorted by."""
        orders = list(Order)

        def sort(place: int | None) -> None:
            if place is not None:
                self.library.set_order(orders[place])

        cursor = orders.index(self.library.order)
        choices = [Choice(order.value) for order in orders]
        self.app.push_screen(Picker("Sort the list by", choices, cursor=cursor, hint="Enter sorts"), sort)

    def action_help(self) -> None:
        """Every key."""
        self._pick_command("Keys")

    def action_palette(self) -> None:
        """Every command by name."""
        self._pick_command("Commands")

    def _pick_command(self, title: str) -> None:
        def run(place: int | None) -> None:
            if place is not None:
                self.call_later(self.run_command, LISTED_COMMANDS[place])

        self.app.push_screen(Picker(title, command_choices(), hint="Enter does it"), run)

    async def run_command(self, command: Command) -> None:
        """Do what a command does, wherever the focus is."""
        place = self.place if self.place in command.places else command.places[0]
        node: Widget | Screen[None] = {
            Place.READING: self.reading.view,
            Place.LIST: self.library.articles,
            Place.FILTER: self.library.bar.input,
        }.get(place, self)
        await self.run_action_in(command.action, node)

    async def run_action_in(self, action: str, node: "Widget | Screen[None]") -> None:
        """Run an action as if its key had been pressed in a widget."""
        await self.app.run_action(action, default_namespace=node)

    @on(KeyFooter.Asked)
    async def _asked(self, event: KeyFooter.Asked) -> None:
        await self.run_command(event.command)

    def action_skipped(self) -> None:
        """What was skipped, and why."""
        choices = skipped_choices(self._archive.corpus, self._archive.paths)
        if choices:
            self.app.push_screen(Picker("Skipped, or read with a warning", choices, hint="Enter closes"))
        else:
            self.reading.status.tell("nothing was skipped")

    def action_filter(self) -> None:
        """To the filter bar."""
        self.remove_class("-zen")
        self.library.bar.input.focus()

    def action_find(self) -> None:
        """To the find bar."""
        self.reading.open_find()

    def action_list_down(self) -> None:
        """A row down in the list while one types."""
        self.library.articles.action_line_down()

    def action_list_up(self) -> None:
        """A row up in the list while one types."""
        self.library.articles.action_line_up()

    def action_list_page_down(self) -> None:
        """A page down in the list while one types."""
        self.library.articles.action_page_down()

    def action_list_page_up(self) -> None:
        """A page up in the list while one types."""
        self.library.articles.action_page_up()

    def action_read(self) -> None:
        """Read the hit under the cursor."""
        self.library.choose()

    def action_zen(self) -> None:
        """The reading pane alone, or both again."""
        self.toggle_class("-zen")
        self.reading.view.focus()

    def action_other_pane(self) -> None:
        """From the text to the list, from list or bar to the text."""
        if self.place is Place.READING:
            self.remove_class("-zen")
            self.library.articles.focus()
        else:
            self.reading.view.focus()

    def action_escape(self) -> None:
        """One step back: find, zen, pane, filter."""
        focused = self.focused
        if isinstance(focused, FilterInput):
            if focused.value:
                self.library.clear()
            else:
                self.library.articles.focus()
        elif self.reading.close_find():
            self.reading.view.focus()
        elif self.has_class("-zen"):
            self.remove_class("-zen")
        elif self.place is Place.READING and not self._is_single:
            self.library.articles.focus()
        else:
            self.library.clear()

    def action_copy_answer(self) -> None:
        """Copy the selection, else the current answer, else the paragraph, with its source."""
        view = self.reading.view
        article, exchange = view.article, view.current_exchange
        if article is None:
            return
        path = self._archive.path(article.id)
        if view.selection is not None:
            self._copy(quotation(article, view.selection, path), "the selection")
        elif exchange is not None:
            self._copy(citation(article, exchange, path), f"answer {exchange.number}")
        elif view.current_span is not None:
            self._copy(quotation(article, view.current_span, path), "this paragraph")

    def action_copy_article(self) -> None:
        """Copy the whole article with its source."""
        article = self.reading.view.article
        if article is not None:
            whole = Span(0, len(article.text))
            self._copy(quotation(article, whole, self._archive.path(article.id)), "the article")

    def _copy(self, lines: Iterable[str], what: str) -> None:
        safe = [displayable(part) for line in lines for part in line.split("\n")]
        text = "\n".join(safe)[:LONGEST_COPY]
        self.app.copy_to_clipboard(text)
        self.reading.status.tell(f"copied {what} with its source: {plural(len(text.split()), 'word')}")

    def action_copy_or_quit(self) -> None:
        """Copy what is selected, else leave."""
        if self.reading.view.selection is not None:
            self.action_copy_answer()
        else:
            self.app.exit()

    @property
    def place(self) -> Place:
        """Where the focus is."""
        focused = self.focused
        if isinstance(focused, FilterInput):
            return Place.FILTER
        return Place.LIST if isinstance(focused, RowList) else Place.READING

    @on(events.DescendantFocus)
    def _focus_moved(self) -> None:
        self.query_one(KeyFooter).place = self.place
        self.set_class(self.place is Place.READING, "-reading")

    @on(events.Resize)
    def _resized(self, event: events.Resize) -> None:
        width, height = event.size
        self.set_class(width < NARROW, "-narrow")
        is_too_small = width < FEWEST_COLUMNS or height < FEWEST_ROWS
        self.set_class(is_too_small, "-too-small")
        self.query_one("#too-small", Label).update(
            f"{width}×{height} is too small:\n{FEWEST_COLUMNS}×{FEWEST_ROWS} is needed"
        )
