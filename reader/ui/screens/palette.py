"""The palette: every command by name, and behind them the headlines that hold what is typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.search.language import parse
from reader.search.query import Field
from reader.ui.screens.picker import HEADLINE_SIGN, Picker
from reader.ui.widgets.choice_list import Choice, ChoiceList, Choices
from reader.ui.widgets.latest import IsCancelled, Latest
from reader.ui.widgets.text_bar import is_editing

if TYPE_CHECKING:
    from textual import events

    from reader.library.archive import Archive
    from reader.model.article import ArticleId
    from reader.model.corpus import Entry
    from reader.search.query import Query

MOST_HEADLINES = 20


class Palette(Picker):
    """Gives the place of a command, or behind the commands that of an article in `headlines`."""

    AUTO_FOCUS = "#picker-bar"

    def __init__(self, title: str, choices: Choices, archive: Archive, *, hint: str) -> None:
        super().__init__(title, choices, hint=hint)
        self._archive = archive
        self._searches = Latest(self, self._show_headlines)
        self.headlines: tuple[ArticleId, ...] = ()
        """The articles that are listed behind the commands."""

    def is_ready_for(self, key: events.Key) -> bool:
        """Whether the rows are those of what is typed, for a key that goes to them."""
        return super().is_ready_for(key) and (is_editing(key) or not self._searches.is_waiting)

    def filtered(self, text: str) -> None:
        """Look for headlines too."""
        self._show_headlines(())
        query = _in_headlines(text)
        if query:
            self._searches.ask(partial(self._find_in_thread, query))
        else:
            self._searches.forget()

    def _find_in_thread(self, query: Query, is_cancelled: IsCancelled) -> tuple[Entry, ...]:
        corpus = self._archive.corpus
        found = self._archive.engine.articles(query, is_cancelled).ids[:MOST_HEADLINES]
        return tuple(corpus[article] for article in found if article in corpus)

    def _show_headlines(self, found: tuple[Entry, ...]) -> None:
        self.headlines = tuple(entry.id for entry in found)
        choices = [Choice(entry.title, lead=HEADLINE_SIGN, note=entry.date or "") for entry in found]
        self.query_one(ChoiceList).append(choices)
        self.tell_count()


def _in_headlines(text: str) -> Query:
    """What is typed, looked for in headlines alone."""
    query = parse(text)
    clauses = (
        clause._replace(atoms=tuple(atom._replace(field=Field.TITLE) for atom in clause.atoms))
        for clause in query.clauses
        if not clause.is_excluded
    )
    return query._replace(clauses=tuple(clauses), filters=())
