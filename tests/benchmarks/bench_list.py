"""The article list, filled anew and painted, beside Textual's OptionList of the same rows."""

import asyncio
import statistics
from pathlib import Path
from time import perf_counter

from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import OptionList

from reader.model.article import ArticleId
from reader.model.corpus import Corpus, Entry
from reader.ui.theme import variable_defaults
from reader.ui.widgets.article_list import ArticleList
from tests.benchmarks.table import Table

ROWS = 100_000
TIMES = 9


class Lists(App[None]):
    """Both lists, side by side."""

    CSS_PATH = Path("../../reader/ui/reader.tcss")
    CSS = "Lists { layout: horizontal; } ArticleList, OptionList { width: 1fr; }"

    def get_css_variables(self) -> dict[str, str]:
        """Ours too."""
        return variable_defaults(super().get_css_variables()) | super().get_css_variables()

    def compose(self) -> ComposeResult:
        """Ours and Textual's."""
        yield ArticleList(lambda *_: {})
        yield OptionList()


def bench(table: Table) -> None:
    """The one row."""
    ours, theirs = asyncio.run(_measured())
    table.beside(
        "list of rows, refilled and painted", f"{ROWS:,}", ours, name="OptionList", yardstick=theirs, most=1 / 100
    )


async def _measured() -> tuple[float, float]:
    titles = [f"Article {number} on keys and other things" for number in range(ROWS)]
    corpus = Corpus.of(
        Entry(ArticleId(f"{number:06}.txt"), Path(f"{number:06}.txt"), title) for number, title in enumerate(titles)
    )
    app = Lists()
    ours, theirs = [], []
    async with app.run_test(size=(120, 40)):
        articles, options = app.query_one(ArticleList), app.query_one(OptionList)
        for _ in range(TIMES):
            begun = perf_counter()
            articles.show_corpus(corpus, corpus.ids)
            _paint(articles)
            ours.append(perf_counter() - begun)
            options.clear_options()
            begun = perf_counter()
            options.add_options(titles)
            _paint(options)
            theirs.append(perf_counter() - begun)
        return statistics.median(ours), statistics.median(theirs)


def _paint(widget: Widget) -> None:
    widget.render_lines(Region(0, 0, widget.size.width, widget.size.height))
