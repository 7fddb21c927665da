"""A list laid over the screen, to skim, to fuzzy-filter, and to choose from.

The questions of an article, the keys, and what was skipped are all shown by it.
"""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.strip import Strip
from textual.widgets import Label

from reader.layout.cells import cell_width, fit
from reader.layout.displayable import displayable
from reader.ui.render import line, marked, plural
from reader.ui.screens.frame import LOW
from reader.ui.screens.overlay import Overlay
from reader.ui.widgets.row_list import RowList
from reader.ui.widgets.text_bar import TextBar

_ALIKE = 60.0
"""Least similarity (0 to 100, rapidfuzz's partial ratio of the words) of a row that a filter keeps."""

HEADLINE_SIGN = "¶"
"""Hangs before the headline of an article."""
_FRAME_ROWS = 7
"""Border, title, bar and hint, with what lies between."""


class Choice(NamedTuple):
    """One row: what it says, what hangs before it, what stands at its right end. Any text is safe."""

    text: str
    lead: str = ""
    note: str = ""
    is_note_extra: bool = False
    """Whether the note is told only where there is room for all of it."""
    below: str | None = None
    """Where not None, there is a second line, with the note and this."""


def alike(query: str, texts: Sequence[str]) -> list[int]:
    """The places of the texts that hold the query, misspelt or not, best first; all of them for an empty query."""
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 - not before somebody filters

    wanted = utils.default_process(query)
    if not wanted:
        return list(range(len(texts)))
    words = wanted.split()

    def score(text: str) -> float:
        if wanted in text:
            return 100.0 + 1 / (1 + len(text))
        return min(fuzz.partial_ratio(word, text, score_cutoff=_ALIKE + 15) for word in words)

    processed = [utils.default_process(text) for text in texts]
    if len(processed) > 2000:
        return [
            found[2]
            for found in process.extract(wanted, processed, scorer=fuzz.partial_ratio, limit=None, score_cutoff=_ALIKE)
        ]
    scores = [(score(text), -place) for place, text in enumerate(processed)]
    return [-place for value, place in sorted(scores, reverse=True) if value >= _ALIKE]


class ChoiceList(RowList):
    """The rows of a picker."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "choice-list--cursor",
        "choice-list--bar",
        "choice-list--lead",
        "choice-list--note",
        "choice-list--hint",
    }

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__(id="choices", row_height=2 if any(choice.below is not None for choice in choices) else 1)
        self._choices = list(choices)
        self._own = len(choices)
        self._shown: Sequence[int] = range(len(choices))
        self._lead = min(28, max((cell_width(displayable(choice.lead)) for choice in choices), default=0))

    def show(self, places: Sequence[int], cursor: int = 0) -> None:
        """Show only these choices, in this order."""
        self._shown = places
        self.set_rows(len(places), cursor=cursor)

    def append(self, choices: Sequence[Choice]) -> None:
        """Show other choices behind all else, in place of those appended before; the cursor stays."""
        self._choices[self._own :] = choices
        own = [place for place in self._shown if place < self._own]
        self._shown = [*own, *range(self._own, self._own + len(choices))]
        self.set_rows(len(self._shown), cursor=self.cursor)

    def place(self, row: int) -> int | None:
        """Which choice stands on a row; None where the row has gone since it was asked for."""
        return self._shown[row] if row < len(self._shown) else None

    def row_strips(self, row: int, width: int) -> Sequence[Strip]:
        """Bar, lead, text, note; on a second line the note and what stands below."""
        choice = self._choices[self._shown[row]]
        is_cursor = row == self.cursor
        base = self.ground + (self.component_style("choice-list--cursor") if is_cursor else Style())
        look = base + self.component_style("choice-list--lead")
        bar = Segment("▌ " if is_cursor else "  ", base + self.component_style("choice-list--bar"))
        lead = fit(displayable(choice.lead), self._lead)
        # Where there is little room, a long lead moves its own text aside, not that of all rows.
        column = max(min(self._lead, width // 4), cell_width(lead))
        indent = column + 2 if column else 0
        start = [bar, Segment(lead + " " * (indent - cell_width(lead)), look)]
        room = max(0, width - 2 - indent)
        if choice.below is None:
            return [line([*start, *self._text_and_note(choice, room, base)], width, base)]
        second = [bar, Segment(" " * indent, base), *self._note_and_more(choice, choice.below, room, base)]
        return [line([*start, *marked(choice.text, (), base, base, room)], width, base), line(second, width, base)]

    def _text_and_note(self, choice: Choice, room: int, base: Style) -> list[Segment]:
        """The text comes first; what hangs beside it has a third of the room at least, if it is needed."""
        spare = room - 3 - cell_width(displayable(choice.text))
        note = displayable(choice.note)
        if not choice.is_note_extra:
            note = fit(note, max(spare, room // 3))
        elif cell_width(note) > spare:
            note = ""
        room -= cell_width(note) + 3 if note else 0
        text = marked(choice.text, (), base, base, room)
        used = sum(cell_width(segment.text) for segment in text)
        look = base + self.component_style("choice-list--note")
        return [*text, Segment(" " * (room - used + 2), base), Segment(note, look)] if note else text

    def _note_and_more(self, choice: Choice, below: str, room: int, base: Style) -> list[Segment]:
        """The note has half of the room, all of it where there is no more."""
        more = displayable(below)
        note = fit(displayable(choice.note), max(room // 2, room - cell_width(more) - 2) if more else room)
        segments = [Segment(note, base + self.component_style("choice-list--note"))]
        if more:
            segments += [Segment("  ", base), Segment(fit(more, room - cell_width(note) - 2), base)]
        return segments

    def empty_strips(self, width: int) -> Sequence[Strip]:
        """What to do where nothing is alike."""
        style = self.ground + self.component_style("choice-list--hint")
        return [line([Segment("  nothing like that · Esc shows all", style)], width, style)]


class Picker(Overlay[int | None]):
    """Gives the place of the choice that was made, or None."""

    AUTO_FOCUS = "#choices"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "step_back", "close", show=False),
        Binding("q", "close", "close", show=False),
        Binding("ctrl+q,ctrl+c", "app.quit", "quit", show=False),
        Binding("tab,shift+tab,f1,question_mark", "filter", "filter", show=False),
    ]

    def __init__(
        self, title: str, choices: Sequence[Choice], *, cursor: int = 0, hint: str = "Enter goes there"
    ) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._start = cursor
        self._hints = (hint,) if hint else ()
        self._texts = [f"{choice.lead} {choice.text} {choice.note} {choice.below or ''}" for choice in choices]

    def compose(self) -> ComposeResult:
        """Title, bar, rows, hint."""
        with Vertical(id="picker"):
            yield Label(displayable(self._title), id="picker-title", markup=False)
            yield TextBar("type to filter", id="picker-bar")
            yield ChoiceList(self._choices)
            yield Label(" · ".join((*self._hints, "/ filters", "Esc closes")), id="picker-hint", markup=False)

    @on(events.Resize)
    def _resized(self, event: events.Resize) -> None:
        """As high as its rows need, a tenth of the screen free above and below; all of a low screen."""
        room = event.size.height if event.size.height < LOW else event.size.height * 4 // 5
        rows = len(self._choices) * self.query_one(ChoiceList).row_height
        self.query_one("#picker").styles.height = min(room, rows + _FRAME_ROWS)

    def on_mount(self) -> None:
        """Show everything, the cursor where it was asked for."""
        self.query_one(ChoiceList).show(range(len(self._choices)), cursor=self._start)

    @on(TextBar.Edited)
    def _filtered(self, event: TextBar.Edited) -> None:
        event.stop()
        rows = self.query_one(ChoiceList)
        if event.text:
            rows.show(alike(event.text, self._texts))
        else:
            rows.show(range(len(self._choices)), cursor=self._start)
        self.tell_count()
        self.filtered(event.text)

    def filtered(self, text: str) -> None:
        """What else is done for what is typed."""

    def tell_count(self) -> None:
        """Say how many rows there are, while something is typed."""
        count = plural(self.query_one(ChoiceList).count, "row")
        is_typed = bool(self.query_one(TextBar).value)
        title = f"{count} of {len(self._choices):,}" if is_typed else displayable(self._title)
        self.query_one("#picker-title", Label).update(title)

    @on(TextBar.Submitted)
    def _submitted(self, event: TextBar.Submitted) -> None:
        event.stop()
        self.query_one(ChoiceList).action_open()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        place = self.query_one(ChoiceList).place(event.row)
        if place is not None and self.is_current:
            self.dismiss(place)

    def on_key(self, event: events.Key) -> None:
        """Up and down move in the rows while the bar has the focus too."""
        rows = self.query_one(ChoiceList)
        if self.query_one(TextBar).has_focus:
            move = {
                "down": rows.action_line_down,
                "ctrl+j": rows.action_line_down,
                "up": rows.action_line_up,
                "ctrl+k": rows.action_line_up,
                "pagedown": rows.action_page_down,
                "pageup": rows.action_page_up,
            }.get(event.key)
            if move is not None:
                move()

    def action_read(self) -> None:
        """Choose the row under the cursor."""
        self.query_one(ChoiceList).action_open()

    def action_filter(self) -> None:
        """To the bar, or from it back to the rows."""
        bar = self.query_one(TextBar)
        self.set_focus(self.query_one(ChoiceList) if bar.has_focus else bar)

    def action_step_back(self) -> None:
        """Clear the filter, else close."""
        bar = self.query_one(TextBar)
        if bar.value:
            bar.value = ""
            self.set_focus(self.query_one(ChoiceList))
        elif self.is_current:
            self.dismiss(None)

    def action_close(self) -> None:
        """Close without choosing."""
        if self.is_current:
            self.dismiss(None)
