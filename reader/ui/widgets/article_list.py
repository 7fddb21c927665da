"""The article list: a headline, the best matching question or passage, and how long it takes to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.strip import Strip

from reader.layout.cells import cell_width
from reader.layout.displayable import displayable
from reader.model.article import ArticleId, Kind
from reader.model.corpus import Corpus, Entry, Skipped
from reader.store.standing import Standing
from reader.ui.memory import MARKED, NOTED, READ
from reader.ui.render import line, marked, plural, reading_time
from reader.ui.widgets.snippet_list import SnippetList, Snippets

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.model.text import Span
    from reader.search.query import Query
    from reader.ui.finding import RowSnippet


class ArticleList(SnippetList[ArticleId]):
    """Articles in the order given, each on two lines, on three while a filter is typed.

    Unreadable files stand at the end of the unfiltered list.
    """

    class RowsShown(Message):
        """Other rows came on the screen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article-list--title",
        "article-list--read",
        "article-list--snippet",
        "article-list--meta",
        "article-list--match",
        "article-list--cursor",
        "article-list--bar",
        "article-list--unreadable",
        "article-list--hint",
    }

    def __init__(self, snippets: Snippets[ArticleId], *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(snippets, id=id, row_height=2)
        self._corpus = Corpus()
        self._ids: Sequence[ArticleId] = ()
        self._unreadable: tuple[Skipped, ...] = ()
        self._hint: tuple[str, ...] = ()
        self._standing = Standing()

    def set_standing(self, standing: Standing) -> None:
        """Tell apart what was read, marked and noted."""
        self._standing = standing
        self.refresh()

    def show_corpus(self, corpus: Corpus, ids: Sequence[ArticleId], hint: tuple[str, ...] = ()) -> None:
        """Show every article of a corpus, unreadable files behind them; the cursor stays on its article.

        Args:
            corpus: What to show.
            ids: Its articles, in the order wanted.
            hint: Lines shown where it is empty.
        """
        selected = self.at(self.cursor)
        self._corpus, self._ids, self._query = corpus, ids, None
        self._unreadable = tuple(one for one in corpus.skipped if one.is_unreadable)
        self._snippets, self._hint = {}, hint
        if isinstance(selected, Skipped):
            place = len(self._ids) + self._unreadable.index(selected) if selected in self._unreadable else None
        else:
            place = _place(ids, selected, self.cursor) if selected is not None else None
        self.set_rows(len(self._ids) + len(self._unreadable), row_height=2, cursor=place or 0)

    def show_ranking(
        self,
        corpus: Corpus,
        ids: Sequence[ArticleId],
        query: Query,
        snippets: Mapping[ArticleId, RowSnippet],
        *,
        cursor: int = 0,
        hint: tuple[str, ...] = (),
    ) -> None:
        """Show the articles that a query found, best first."""
        self._corpus, self._ids, self._query, self._unreadable = corpus, ids, query, ()
        self._snippets, self._hint = dict(snippets), hint
        self.set_rows(len(ids), row_height=3, cursor=cursor)

    def row_key(self, row: int) -> ArticleId | None:
        """The article on a row."""
        return self._ids[row] if row < len(self._ids) else None

    @property
    def ids(self) -> Sequence[ArticleId]:
        """The articles in the list's order."""
        return self._ids

    @property
    def selected(self) -> ArticleId | None:
        """The article under the cursor."""
        return self._ids[self.cursor] if self.cursor < len(self._ids) else None

    def at(self, row: int) -> ArticleId | Skipped | None:
        """What stands on a row."""
        if row < len(self._ids):
            return self._ids[row]
        place = row - len(self._ids)
        return self._unreadable[place] if place < len(self._unreadable) else None

    def select(self, article: ArticleId) -> bool:
        """Put the cursor on an article, without a message; whether it is in the list."""
        row = _place(self._ids, article, self.cursor)
        if row is None:
            return False
        with self.prevent(self.Highlighted):
            self.cursor = row
        return True

    def row_strips(self, row: int, width: int) -> Sequence[Strip]:
        """Headline, second line where a filter is typed, and counts."""
        is_cursor = row == self.cursor
        ground = self.component_style("article-list--cursor") if is_cursor else Style()
        base = self.ground + ground
        bar = Segment("▌" if is_cursor else " ", base + self.component_style("article-list--bar"))
        room = width - 2
        if row >= len(self._ids):
            lines = self._unreadable_lines(self._unreadable[row - len(self._ids)], base, room)
        else:
            try:
                entry = self._corpus[self._ids[row]]
            except KeyError:
                return (Strip.blank(width, base),) * self.row_height
            lines = [self._title(entry, base, room)]
            if self._query is not None:
                lines.append(self._snippet(entry, base, room))
            lines.append(self._counts(entry, base, room))
        return [line([bar, *segments], width, base) for segments in lines]

    def rows_shown(self) -> None:
        """Look at the rows on the screen, and tell which they are."""
        super().rows_shown()
        self.post_message(self.RowsShown())

    def _emphasis(self) -> Style:
        return self.component_style("article-list--match")

    def _title(self, entry: Entry, base: Style, room: int) -> list[Segment]:
        spans = _matched(entry.title, self._query) if self._query is not None else []
        is_read = entry.id in self._standing.read
        style = base + self.component_style("article-list--read" if is_read else "article-list--title")
        return marked(entry.title, spans, style, self._emphasis(), room)

    def _snippet(self, entry: Entry, base: Style, room: int) -> list[Segment]:
        snippet = self.snippet_of(entry.id)
        if snippet is None:
            return []
        if not snippet.marks and entry.questions:
            # Its headline alone matches, or it does as a whole.
            snippet = snippet._replace(text=entry.questions[0], exchange=1)
        style = base + self.component_style("article-list--snippet")
        number = f"Q{snippet.exchange} " if snippet.exchange is not None else ""
        lead = [Segment(number, base + self.component_style("article-list--bar"))] if number else []
        return [*lead, *marked(snippet.text, snippet.marks, style, self._emphasis(), room - len(number))]

    def _counts(self, entry: Entry, base: Style, room: int) -> list[Segment]:
        standing = self._standing
        told = "  " + " ".join(
            sign
            for sign, articles in ((MARKED, standing.marked), (NOTED, standing.noted), (READ, standing.read))
            if entry.id in articles
        )
        counts = _counts(entry, room - cell_width(told.rstrip()))
        return [
            Segment(counts, base + self.component_style("article-list--meta")),
            Segment(told.rstrip(), base + self.component_style("article-list--bar")),
        ]

    def _unreadable_lines(self, skipped: Skipped, base: Style, room: int) -> list[list[Segment]]:
        style = base + self.component_style("article-list--unreadable")
        dim = base + self.component_style("article-list--meta")
        return [
            marked(f"✗ {skipped.path.name}", (), style, style, room),
            marked(f"  {skipped.reason}", (), dim, dim, room),
        ]

    def empty_strips(self, width: int) -> Sequence[Strip]:
        """The hint of an empty list."""
        style = self.ground + self.component_style("article-list--hint")
        blank = Strip.blank(width, self.ground)
        return [blank, *(line([Segment(f" {displayable(text)}", style)], width, style) for text in self._hint)]


def _matched(text: str, query: Query) -> list[Span]:
    from reader.search.matching import matches  # noqa: PLC0415 - not before the first paint

    return [match.span for match in matches(text, query)]


def _place(ids: Sequence[ArticleId], article: ArticleId, guess: int) -> int | None:
    """Where an article stands; looked for first where it stood."""
    if guess < len(ids) and ids[guess] == article:
        return guess
    try:
        return ids.index(article)
    except ValueError:
        return None


def _counts(entry: Entry, room: int) -> str:
    """Questions, minutes, and the date as exact as there is room for."""
    if not entry.is_parsed:
        return "…"
    if not entry.words:
        return "no words"
    parts = [reading_time(entry.minutes)]
    if entry.questions:
        noun = "answer" if entry.kind is Kind.FAQ else "question"
        parts.insert(0, plural(len(entry.questions), noun))
    counts = " · ".join(parts)
    date = entry.date or ""
    dates = (f" · {date[:length]}" for length in (len(date), 7, 4) if length and length <= len(date))
    return counts + next((one for one in dates if cell_width(counts) + cell_width(one) <= room), "")
