"""The left pane: the filter bar above the article list, and the searches that lead from one to the other.

    FilterInput ──value──▶ query ──thread──▶ Found ──▶ ArticleList ──Highlighted, Chosen──▶ Wanted

What comes after something else was typed is dropped.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import reactive

from reader.ui.ordering import Order, ordered
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.filter_bar import FilterBar
from reader.ui.widgets.ground import Ground
from reader.ui.widgets.latest import IsCancelled, Latest
from reader.ui.widgets.list_frame import LOADING
from reader.ui.widgets.row_list import RowList
from reader.ui.widgets.sparkline import Sparkline
from reader.ui.widgets.times import Times

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from reader.library.archive import Archive
    from reader.model.article import ArticleId
    from reader.model.corpus import Corpus, Skipped
    from reader.search.query import Query
    from reader.ui.finding import Found, RowSnippet
    from reader.ui.memory import Memory


NOTHING_FOUND = (
    "Nothing found.",
    "",
    "Fewer words, or others?",
    "Slips are forgiven already.",
    "Esc shows all.",
)
NOTHING_YET = (
    "Nothing found yet.",
    "",
    "The archive is still read:",
    "what matches will come up.",
)
EMPTY = ("No articles here.", "! tells what was skipped.")
LEAST_WIDTH = 18
"""Cells."""
_NATURAL = frozenset({Order.RELEVANCE, Order.NAME})
"""The orders in which a corpus comes by itself."""


class _Ordered(NamedTuple):
    corpus: Corpus
    ids: Sequence[ArticleId]
    order: Order


class LibraryPane(Vertical, Ground):
    """Filter and list of one archive."""

    share: reactive[int | None] = reactive[int | None](None)
    """Percentage of the screen's width that it takes; None for the usual one."""
    is_alone: reactive[bool] = reactive(default=False)
    """Whether one pane is shown at a time: then it takes all there is."""

    @dataclass
    class Wanted(Message):
        """An article should be shown: previewed, or read if it was chosen."""

        article: ArticleId | Skipped
        query: Query | None
        is_chosen: bool

    class Cleared(Message):
        """No filter is typed any more."""

    def __init__(self, archive: Archive, memory: Memory, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._archive = archive
        self._memory = memory
        self._text = ""
        self._query: Query | None = None
        self._order = Order.RELEVANCE
        self._wish: ArticleId | None = None
        self._preview_due: Query | None = None
        self._searches = Latest(self, self._show_found)
        self._orders = Latest(self, self._show_ordered)

    def compose(self) -> ComposeResult:
        """The bar above the list, and the timeline between them."""
        yield FilterBar(id="filter")
        yield Times(self._archive, id="timeline")
        yield ArticleList(self._snippets, id="list")

    @property
    def articles(self) -> ArticleList:
        """The list."""
        return self.query_one(ArticleList)

    @property
    def bar(self) -> FilterBar:
        """The filter bar."""
        return self.query_one(FilterBar)

    @property
    def is_current(self) -> bool:
        """Whether the list shows what is typed, not what was typed before, and the best of it is asked for."""
        return not (self._searches.is_waiting or self._orders.is_waiting or self._preview_due)

    @property
    def filter(self) -> Query | None:
        """What is filtered by; None where nothing is."""
        return self._query

    def archive_changed(self) -> None:
        """Show what the archive has become; filter and place stay."""
        corpus = self._archive.corpus
        self.bar.total = len(corpus)
        if self._query is not None:
            self._search()
            return
        self._show_all()

    def _show_all(self) -> None:
        """Show the whole archive in its order; it is sorted in a thread, for there may be 100,000 articles."""
        corpus = self._archive.corpus
        if self._order in _NATURAL:
            self._show_ordered(_Ordered(corpus, corpus.ids, self._order))
        else:
            order = self._order
            read = self._memory.standing.read
            self._orders.ask(lambda _: _Ordered(corpus, ordered(corpus, corpus.ids, order, read), order))

    def _show_ordered(self, found: _Ordered) -> None:
        if self._query is None and found.order is self._order:
            hint = EMPTY if self._archive.progress.is_complete else LOADING
            self.articles.show_corpus(found.corpus, found.ids, hint)
            if self._wish is not None and self.articles.select(self._wish):
                self._wish = None
            self.query_one(Times).look(self._query)

    @property
    def order(self) -> Order:
        """What the list is sorted by."""
        return self._order

    def set_order(self, order: Order) -> None:
        """Sort the list by something else."""
        self._order = order
        self.archive_changed()

    def select(self, article: ArticleId) -> None:
        """Put the cursor on an article, at once or when the list has it."""
        self._wish = None if self.articles.select(article) else article

    def _watch_share(self) -> None:
        self._take_width()

    def _watch_is_alone(self) -> None:
        self._take_width()

    def _take_width(self) -> None:
        has_share = self.share is not None and not self.is_alone
        self.styles.width = f"{self.share}%" if has_share else None
        self.styles.min_width = LEAST_WIDTH if has_share else None
        self.styles.max_width = "100%" if has_share else None

    def step(self, rows: int) -> bool:
        """Go so many rows on in the list; whether the cursor moved. `Wanted` follows."""
        before = self.articles.cursor
        self.articles.cursor = before + rows
        return self.articles.cursor != before

    def clear(self) -> None:
        """Empty the filter; the list keeps its place."""
        self.bar.input.value = ""

    def on_mount(self) -> None:
        """Hear of what is typed as it is typed: a message would be heard after what is typed is painted."""
        self.watch(self.bar.input, "value", self._typed, init=False)

    def _typed(self, value: str) -> None:
        text = value.strip()
        if text == self._text:
            return
        self._text = text
        if text:
            self._query = self._parsed(text)
            self._search()
        else:
            self._searches.forget()
            self._query, self.bar.matching = None, None
            self._show_all()
            self.post_message(self.Cleared())

    def _parsed(self, text: str) -> Query:
        from reader.search.language import parse  # noqa: PLC0415 - not before the first paint

        query = parse(text)
        return query.given(self._memory.standing.states(self._archive.corpus)) if query.needs else query

    def standing_changed(self) -> None:
        """Show which articles are read, marked, noted by now; a filter that asks for it is asked again."""
        self.articles.set_standing(self._memory.standing)
        if self._query is not None and self._query.needs:
            self._query = self._parsed(self._text)
            self._search()

    def _search(self) -> None:
        if self._query is not None:
            rows, width = self.articles.size.height // 3 + 1, self.articles.text_width
            self._searches.ask(partial(self._find_in_thread, self._query, self._order, rows, width))

    def _find_in_thread(
        self, query: Query, order: Order, rows: int, width: int, is_cancelled: IsCancelled
    ) -> Found | None:
        from reader.ui.finding import find  # noqa: PLC0415 - not before the first paint

        read = self._memory.standing.read
        return find(self._archive, query, order, read, first_rows=rows, row_width=width, is_cancelled=is_cancelled)

    def _show_found(self, found: Found) -> None:
        is_same = found.query == self.articles.query_shown
        selected = self.articles.selected
        self.bar.matching = found.total
        hint = NOTHING_FOUND if self._archive.progress.is_complete else NOTHING_YET
        self.articles.show_ranking(found.corpus, found.ids, found.query, found.snippets, hint=hint)
        if is_same and selected is not None:
            self.articles.select(selected)
        elif found.ids:
            # Reading an article takes turns with painting: the list comes first.
            self._preview_due = found.query
            self.call_after_refresh(self._preview, found.query)
        self.articles.rows_shown()
        self.query_one(Times).look(self._query)

    def _preview(self, query: Query) -> None:
        """Have the best article shown, where the list still shows what the query found."""
        if query is self._preview_due:
            self._preview_due = None
            if query is self.articles.query_shown:
                self._want(self.articles.cursor, is_chosen=False)

    @on(Sparkline.Chosen)
    def _period_chosen(self, event: Sparkline.Chosen) -> None:
        event.stop()
        words = [word for word in self._text.split() if not word.startswith(("after:", "before:"))]
        self.bar.input.value = " ".join([*words, f"after:{event.after}", f"before:{event.before}"])
        self.bar.input.action_end()

    def _snippets(
        self, query: Query, articles: Sequence[ArticleId], width: int, is_late: IsCancelled
    ) -> dict[ArticleId, RowSnippet]:
        from reader.ui.finding import row_snippets  # noqa: PLC0415 - not before the first paint

        return row_snippets(self._archive, query, articles, width, is_late)

    @on(ArticleList.RowsShown)
    def _rows_shown(self, event: ArticleList.RowsShown) -> None:
        event.stop()
        shown = self.articles.rows_on_screen()
        self._archive.prefer(self.articles.ids[shown.start : shown.stop])

    @on(RowList.Highlighted)
    def _highlighted(self, event: RowList.Highlighted) -> None:
        event.stop()
        self._want(event.row, is_chosen=False)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self._want(event.row, is_chosen=True)

    def choose(self) -> None:
        """Read what is under the cursor."""
        self.articles.action_open()

    def _want(self, row: int, *, is_chosen: bool) -> None:
        article = self.articles.at(row)
        if article is not None:
            self.post_message(self.Wanted(article, self._query, is_chosen))
