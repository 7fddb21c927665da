"""Runs of adjacent furniture: what is folded into one row, and what that row says. Blocks by their index."""

from reader.model.article import Article, Furniture
from reader.model.text import Span, line_breaks


class Folds:
    """An article's runs of furniture, found when asked for."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._last = range(0)
        self._counts: dict[int, int] = {}

    def run(self, index: int) -> range:
        """The run of furniture in which a block of furniture stands."""
        if index not in self._last:
            blocks = self._article.blocks
            first, end = index, index + 1
            while first > 0 and isinstance(blocks[first - 1], Furniture):
                first -= 1
            while end < len(blocks) and isinstance(blocks[end], Furniture):
                end += 1
            self._last = range(first, end)
        return self._last

    def span(self, run: range) -> Span:
        """Where a run stands in the text."""
        blocks = self._article.blocks
        return Span(blocks[run.start].span.start, blocks[run.stop - 1].span.end)

    def summary(self, run: range, *, is_shown: bool) -> str:
        """What is said of a run on the row that folds it away, or that stands above it when it is shown."""
        counted = self._lines(run)
        told = f"{counted:,} line{'' if counted == 1 else 's'} of site text"
        return f"▾ {told}" if is_shown else f"▸ {told} folded"

    def _lines(self, run: range) -> int:
        """How many lines that aren't blank a run has."""
        if run.start not in self._counts:
            text = self._article.text
            lines = self.span(run).of(text).split(line_breaks(text))
            self._counts[run.start] = sum(1 for line in lines if line and not line.isspace())
        return self._counts[run.start]
