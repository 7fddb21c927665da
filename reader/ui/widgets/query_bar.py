"""A bar for the filter language: what is more than plain words looks like more, as it is typed."""

from typing import ClassVar

from rich.highlighter import Highlighter
from rich.text import Text

from reader.ui.widgets.text_bar import TextBar


class QueryBar(TextBar):
    """A bar whose operators, fields, phrases and excluded words are set apart, in shape as well as in colour."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "query-bar--operator",
        "query-bar--field",
        "query-bar--value",
        "query-bar--phrase",
        "query-bar--exact",
        "query-bar--excluded",
    }

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(placeholder, id=id)
        self.highlighter = _Pieces(self)


class _Pieces(Highlighter):
    """Sets apart what the filter language takes for more than plain words."""

    def __init__(self, bar: QueryBar) -> None:
        self._bar = bar

    def highlight(self, text: Text) -> None:
        """Style each piece of a query by what it means."""
        from reader.search.language import pieces  # noqa: PLC0415 - not before somebody types

        for piece in pieces(text.plain):
            style = self._bar.get_component_rich_style(f"query-bar--{piece.meaning.value}", partial=True)
            text.stylize(style, piece.span.start, piece.span.end)
