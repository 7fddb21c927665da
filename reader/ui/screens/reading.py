"""The one screen on which everything is read: its keys and its overlays.

What it is made of stands in the classes below it: `OpeningScreen` (what is asked for is read), `WalkingScreen` (from
article to article), `KeepingScreen` (what stays), `CopyingScreen` (what is taken away), `ElsewhereScreen` (other
programs) and `PanesScreen` (focus and sizes).
"""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType

from reader.commands import BY_ID, FILTERS, Command, Moment, Place
from reader.model.article import Article
from reader.model.interview import Exchange
from reader.ui.bindings import bindings
from reader.ui.ordering import ORDERS
from reader.ui.render import plural
from reader.ui.screens.keeping import USED, Settled
from reader.ui.screens.opening import LEADING
from reader.ui.screens.overlays import (
    LISTED_COMMANDS,
    command_choices,
    filter_choices,
    question_choices,
    skipped_choices,
)
from reader.ui.screens.panes import PanesScreen
from reader.ui.screens.picker import Picker
from reader.ui.theme import OWN_THEMES
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.choice_list import Choice, Choices
from reader.ui.widgets.key_footer import KeyFooter
from reader.ui.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import Widget

FIRST_HINTS = (
    "new here? → and ← go from answer to answer, ? tells all keys",
    "→ ← from answer to answer · ? all keys",
    "→ ← next answer · ? keys",
    "→ next answer",
)
"""Told until it is done for the first time; the longest that fits."""


class ReadingScreen(PanesScreen):
    """The screen as it is used: every key, and the overlays."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.ANYWHERE, Place.ALWAYS)]

    _has_stepped = False

    def settle(self, settled: Settled) -> None:
        """Take up what was set and chosen; a newcomer is told how to go on."""
        super().settle(settled)
        if settled.is_new and not self._has_stepped:
            self.reading.status.hint = FIRST_HINTS

    @on(ReadingPane.Moved)
    def _tell_keys(self) -> None:
        """Let the footer tell the keys for what is on the screen now."""
        emphasis = self.reading.view.emphasis
        self.query_one(KeyFooter).moment = (
            Moment.SELECTED if emphasis.selection else Moment.FOUND if emphasis.matches else Moment.READING
        )

    @on(ArticleView.Stepped)
    def _learned(self) -> None:
        """Whoever goes from answer to answer needs to be told no more."""
        if not self._has_stepped:
            self._has_stepped = True
            self.reading.status.hint = ()
            self._memory.choose(USED, 1)

    def action_questions(self) -> None:
        """The questions of this article, to choose from."""
        article, view = self.reading.view.article, self.reading.view
        if article is None or not article.exchanges:
            self.reading.status.tell("no questions and answers here")
            return
        current = view.current_exchange
        work = partial(self._questions_in_thread, article, frozenset(self._seen), current and current.number)
        self.run_worker(work, thread=True, exclusive=True, group=LEADING)

    def _questions_in_thread(self, article: Article, seen: frozenset[int], current: int | None) -> None:
        # The words of all answers are counted: in a long transcript that takes a while.
        self.call_later(self._show_questions, article, question_choices(article, seen), (current or 1) - 1)

    def _show_questions(self, article: Article, choices: Choices, cursor: int) -> None:
        def go(place: int | None) -> None:
            if place is not None:
                self._remember()
                self.reading.view.go_to_exchange(place + 1)
                self.set_focus(self.reading.view)

        title = f"{plural(len(choices.rows), 'question')} · {article.title or article.id}"
        self.lay_over(Picker(title, choices, cursor=cursor), go)

    def action_said(self) -> None:
        """Everything that the speaker of this answer said, across the archive."""
        view = self.reading.view
        article, exchange = view.article, view.current_exchange
        if article is None:
            return
        from reader.search.kin import speaker_of  # noqa: PLC0415 - not before the first paint
        from reader.ui.asking import Said  # noqa: PLC0415 - as above

        speaker = speaker_of(article, exchange, view.bottom_offset())
        if speaker is None:
            self.reading.status.tell("nobody is named here")
            return
        number = exchange.number if exchange is not None else None
        self.open_answers_about(Said(speaker.shown, article, number))

    def action_asked_elsewhere(self) -> None:
        """This question, asked to others."""
        article, exchange = self.reading.view.article, self.reading.view.current_exchange
        if article is None or exchange is None:
            self.reading.status.tell("no question here")
            return
        work = partial(self._asked_elsewhere_in_thread, article, exchange)
        self.run_worker(work, thread=True, exclusive=True, group=LEADING)

    def _asked_elsewhere_in_thread(self, article: Article, exchange: Exchange) -> None:
        from reader.ui.asking import AskedElsewhere  # noqa: PLC0415 - not before the first paint

        # What isn't read of an article is looked for in all of it, once.
        question = article.prose(exchange.question.body)
        self.call_later(self.open_answers_about, AskedElsewhere(question, article.id, exchange.number))

    def action_sort(self) -> None:
        """What the list is to be sorted by."""
        names = list(ORDERS)

        def sort(place: int | None) -> None:
            if place is not None:
                from reader.store.settings import SORT  # noqa: PLC0415 - not before the first paint

                self.library.set_order(ORDERS[names[place]])
                self._preferences.choose(SORT, names[place])

        cursor = list(ORDERS.values()).index(self.library.order)
        choices = Choices.of(Choice(order.value) for order in ORDERS.values())
        self.lay_over(Picker("Sort the list by", choices, cursor=cursor, hint="Enter sorts"), sort)

    def action_theme(self) -> None:
        """Which colours to read in."""
        names = sorted(self.app.available_themes, key=lambda name: (name not in OWN_THEMES, name))

        def choose(place: int | None) -> None:
            if place is not None:
                from reader.store.settings import THEME  # noqa: PLC0415 - not before the first paint

                self.app.theme = names[place]
                self._preferences.choose(THEME, names[place])

        themes = self.app.available_themes
        choices = Choices.of(Choice(name, note="dark" if themes[name].dark else "light") for name in names)
        self.lay_over(Picker("Colours", choices, cursor=names.index(self.app.theme), hint="Enter takes it"), choose)

    def action_help(self) -> None:
        """Every key, and the filter language."""
        self._pick_command("Keys and filters", filter_choices())

    def action_palette(self) -> None:
        """Every command by name, and every headline."""
        from reader.ui.screens.palette import Palette  # noqa: PLC0415 - not before the first paint

        def go(place: int | None) -> None:
            if place is None:
                return
            if place < len(LISTED_COMMANDS):
                self.call_later(self.run_command, LISTED_COMMANDS[place])
            else:
                self.visit(palette.headlines[place - len(LISTED_COMMANDS)])

        palette = Palette(
            "Commands and headlines",
            Choices.of(command_choices(self._preferences.keymap)),
            self._archive,
            hint="Enter does it, or reads it",
        )
        self.lay_over(palette, go)

    def _pick_command(self, title: str, filters: Sequence[Choice] = ()) -> None:
        def run(place: int | None) -> None:
            if place is None:
                return
            if place < len(LISTED_COMMANDS):
                self.call_later(self.run_command, LISTED_COMMANDS[place])
            else:
                self.call_later(self._try_filter, FILTERS[place - len(LISTED_COMMANDS)].typed)

        choices = Choices.of((*command_choices(self._preferences.keymap), *filters))
        self.lay_over(Picker(title, choices, hint="Enter does it"), run)

    async def _try_filter(self, typed: str) -> None:
        """Type an example into the filter bar."""
        await self.run_command(BY_ID["filter"])
        bar = self.library.bar.input
        bar.value = typed
        bar.cursor_position = len(typed)

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
        self.run_worker(self._skipped_in_thread, thread=True, exclusive=True, group=LEADING)

    def _skipped_in_thread(self) -> None:
        # All entries are looked at for warnings: of 100,000 that takes a while.
        choices = skipped_choices(self._archive.corpus, self._archive.paths)
        self.call_later(self._show_skipped, choices)

    def _show_skipped(self, choices: Choices) -> None:
        if choices.rows:
            self.lay_over(Picker("Skipped, or read with a warning", choices, hint=""))
        else:
            self.reading.status.tell("nothing was skipped")

    def action_copy_or_quit(self) -> None:
        """Copy what is selected, else leave."""
        if self.reading.view.selection is not None:
            self.action_copy_answer()
        else:
            self.app.exit()
