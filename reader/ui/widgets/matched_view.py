"""An article in which matches are set off: those of the filter, or those of what is looked for in it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.ui.widgets.selectable_view import SelectableView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.text import Span
    from reader.ui.chart import Chart, Matches


class MatchedView(SelectableView):
    """Goes from match to match; folded ones are passed over."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._filtered: Matches | None = None
        self._finds: Matches | None = None

    def show(self, chart: Chart) -> None:
        """Show an article from its top; one that was read anew, where it was."""
        if chart.article is not self.article:
            self._finds = self._filtered = None
        super().show(chart)

    def set_matches(self, matches: Matches | None) -> None:
        """Set off what the filter matched."""
        self._filtered = matches
        self._show_matches()

    def set_finds(self, matches: Matches | None) -> None:
        """Set off what is looked for in the article, instead of what the filter matched; None ends that."""
        self._finds = matches
        self._show_matches()

    def _show_matches(self) -> None:
        found = self._filtered if self._finds is None else self._finds
        spans: Sequence[Span] = () if found is None else found.in_body if self._measure.is_folded else found.everywhere
        self.emphasise(replace(self.emphasis, matches=spans, match=None))

    def go_to_match(self, index: int) -> None:
        """Go to a match, counted from 0, or from -1 backwards; to the top where there is none."""
        matches = self.emphasis.matches
        if not matches:
            self.go_to(0)
            return
        index %= len(matches)
        row = self.row_of(matches[index].start)
        if not self.top_row <= row < self.top_row + self.page - 1:
            self.go_to(matches[index].start, above=self.page // 3)
        self.emphasise(replace(self.emphasis, match=index))

    def go_to_match_after(self, offset: int) -> None:
        """Go to the first match at or after an offset, else to the first of all; stay where there is none."""
        matches = self.emphasis.matches
        if matches:
            self.go_to_match(bisect_left(matches, offset, key=lambda span: span.start) % len(matches))

    def step_match(self, step: int) -> bool:
        """Go to the next match, or with -1 to the one before; whether there was one."""
        matches, match = self.emphasis.matches, self.emphasis.match
        if match is None:
            first = bisect_left(matches, self.top_offset, key=lambda span: span.start)
            index = first if step > 0 else first - 1
        else:
            index = match + step
        if not 0 <= index < len(matches):
            return False
        self.go_to_match(index)
        return True
