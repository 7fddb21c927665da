"""Rows to choose from: what each says, what hangs before it, what stands at its right end or below."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple, Self

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.layout.cells import cell_width, fit
from reader.layout.displayable import displayable
from reader.ui.render import line, marked
from reader.ui.widgets.row_list import RowList


class Choice(NamedTuple):
    """One row: what it says, what hangs before it, what stands at its right end. Any text is safe."""

    text: str
    lead: str = ""
    note: str = ""
    is_note_extra: bool = False
    """Whether the note is told only where there is room for all of it."""
    below: str | None = None
    """Where not None, there is a second line, with the note and this."""

    def said(self) -> str:
        """All that stands there."""
        return f"{self.lead} {self.text} {self.note} {self.below or ''}"


class Choices(NamedTuple):
    """All that can be chosen, and what is known of all of it. There may be 100,000: then it is made in a thread."""

    rows: Sequence[Choice]
    lead: int
    """Cells of the widest lead."""
    row_height: int

    @classmethod
    def of(cls, choices: Iterable[Choice]) -> Self:
        """Some choices."""
        rows = tuple(choices)
        lead = max((cell_width(displayable(choice.lead)) for choice in rows), default=0)
        return cls(rows, lead, 2 if any(choice.below is not None for choice in rows) else 1)


class ChoiceList(RowList):
    """The rows of a picker."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "choice-list--cursor",
        "choice-list--bar",
        "choice-list--lead",
        "choice-list--note",
        "choice-list--hint",
    }

    def __init__(self, choices: Choices) -> None:
        super().__init__(id="choices", row_height=choices.row_height)
        self._own = choices.rows
        self._others: Sequence[Choice] = ()
        self._kept: Sequence[int] = range(len(self._own))
        self._lead = min(28, choices.lead)

    def show(self, places: Sequence[int], cursor: int = 0) -> None:
        """Show only these choices, in this order, and behind them those that were appended."""
        self._kept = places
        self.set_rows(len(places) + len(self._others), cursor=cursor)

    def append(self, choices: Sequence[Choice]) -> None:
        """Show other choices behind all else, in place of those appended before; the cursor stays."""
        self._others = choices
        self.set_rows(len(self._kept) + len(choices), cursor=self.cursor)

    def place(self, row: int) -> int | None:
        """Which choice stands on a row; None where the row has gone since it was asked for."""
        if row >= self.count:
            return None
        return self._kept[row] if row < len(self._kept) else len(self._own) + row - len(self._kept)

    def _choice(self, row: int) -> Choice:
        return self._own[self._kept[row]] if row < len(self._kept) else self._others[row - len(self._kept)]

    def row_strips(self, row: int, width: int) -> Sequence[Strip]:
        """Bar, lead, text, note; on a second line the note and what stands below."""
        choice = self._choice(row)
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
