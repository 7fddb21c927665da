"""Opening, paging and laying out articles of any size, each beside its yardstick of the same run.

A yardstick is Textual's own way (a Static of the same text is wrapped whole before its first line is drawn), or the
same thing on 20 KB. Medians of five, interleaved.
"""

import random
import re
import shutil
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from textual.content import Content

from reader.formats import registry
from reader.layout.cut import Cut
from reader.layout.rows import Measure
from reader.layout.wrap import WrappedArticle
from reader.model.article import Article, ArticleId, Paragraph
from reader.model.text import Span
from tests.benchmarks.bench_app import started
from tests.benchmarks.table import Table

WIDTH, PAGE = 90, 40
_PARAGRAPH = re.compile(r"\S[^\n]*")

Timed = Callable[[], float]


def prose(length: int, seed: int = 8) -> str:
    """Paragraphs of made-up words, some quotes and dashes among them."""
    source = random.Random(seed)  # noqa: S311 - the same made-up words every time, no secrets
    letters = "eeeetttaaooiinnsshhrrdlucm"
    words = ["".join(source.choices(letters, k=source.randint(1, 11))) for _ in range(4000)]
    paragraphs: list[str] = []
    written = 0
    while written < length:
        paragraph = " ".join(source.choices(words, k=source.randint(20, 160))).capitalize() + " – “so it is”."
        paragraphs.append(paragraph)
        written += len(paragraph) + 2
    return "\n\n".join(paragraphs)[:length]


def article(text: str) -> Article:
    """A text as paragraphs, one a line."""
    found = tuple(Paragraph(Span(*paragraph.span())) for paragraph in _PARAGRAPH.finditer(text))
    return Article(ArticleId("bench.txt"), text, found)


def opened(subject: Article) -> Timed:
    """Time to the first page."""

    def run() -> float:
        begun = perf_counter()
        view = WrappedArticle(subject, Measure(WIDTH))
        for y in range(PAGE):
            view.row(y)
        return perf_counter() - begun

    return run


def paged(subject: Article, pages: int = 5) -> Timed:
    """Time for a page down, on average of the first few."""

    def run() -> float:
        view = WrappedArticle(subject, Measure(WIDTH))
        view.row(0)
        begun = perf_counter()
        for y in range(PAGE, PAGE * (pages + 1)):
            view.row(y)
        return (perf_counter() - begun) / pages

    return run


def static(text: str) -> Timed:
    """Time that Textual's Content, which Static draws, takes to wrap a text."""

    def run() -> float:
        begun = perf_counter()
        Content(text).wrap(WIDTH)
        return perf_counter() - begun

    return run


def beside(
    table: Table, what: str, timed: Timed, *, name: str, yardstick: Timed, most: float, repeats: int = 5
) -> None:
    """The median time of a thing, beside that of its yardstick."""
    size, _, what = what.partition(" article, ")
    pairs = [(timed(), yardstick()) for _ in range(repeats)]
    taken, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    table.beside(f"an article {what}", size, taken, name=name, yardstick=other, most=most)


def resized(subject: Article) -> Timed:
    """Time to the same page at another width."""

    def run() -> float:
        cut = Cut(subject)
        WrappedArticle(subject, Measure(WIDTH), cut).row(PAGE)
        begun = perf_counter()
        view = WrappedArticle(subject, Measure(WIDTH - 10), cut)
        for y in range(PAGE):
            view.row(y)
        return perf_counter() - begun

    return run


def bench(table: Table) -> None:
    """All rows."""
    small, large, huge = (article(prose(length)) for length in (20_000, 1_000_000, 50_000_000))
    beside(
        table,
        "1 MB article, opened",
        opened(large),
        name="Static",
        yardstick=static(large.text),
        most=1 / 50,
        repeats=3,
    )
    beside(table, "1 MB article, a page down", paged(large), name="of 20 KB", yardstick=paged(small), most=1.3)
    beside(table, "50 MB article, a page down", paged(huge), name="of 20 KB", yardstick=paged(small), most=1.3)
    beside(table, "50 MB article, resized", resized(huge), name="of 20 KB", yardstick=resized(small), most=1.3)
    if not shutil.which("less"):
        table.missing("an article opened", "50 MB", "less is not installed")
        return
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "huge.txt"
        file.write_text(huge.text, encoding="utf-8")
        home = Path(place)

        def with_reader() -> float:
            begun = perf_counter()
            made = registry.plain_lines(file.read_bytes(), ArticleId("huge.txt"))
            return opened(made)() + perf_counter() - begun

        def with_less() -> float:
            return started(["less", file], home, lambda screen: bool(screen.strip()))

        beside(table, "50 MB article, opened", with_reader, name="less", yardstick=with_less, most=30, repeats=1)
