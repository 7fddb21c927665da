"""Opening, paging and laying out articles of any size, each beside its yardstick of the same run.

    python tests/benchmarks/bench_layout.py

A yardstick is Textual's own way (a Static of the same text is wrapped whole before its first line is drawn), or the
same thing on 20 KB. Medians of five, interleaved.
"""

import random
import re
import statistics
import sys
from collections.abc import Callable
from time import perf_counter

from textual.content import Content

from reader.layout.rows import Measure
from reader.layout.wrap import WrappedArticle
from reader.model.article import Article, ArticleId, Paragraph
from reader.model.text import Span

WIDTH, PAGE = 90, 40
REPEATS = 5
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


def ended(subject: Article) -> Timed:
    """Time from the first page to the last."""

    def run() -> float:
        view = WrappedArticle(subject, Measure(WIDTH))
        begun = perf_counter()
        last = view.row_of(len(subject.text))
        for y in range(last - PAGE, last + 1):
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


def completed(subject: Article) -> Timed:
    """Time until every row is counted."""

    def run() -> float:
        view = WrappedArticle(subject, Measure(WIDTH))
        begun = perf_counter()
        while view.advance(1):
            pass
        return perf_counter() - begun

    return run


def static(text: str) -> Timed:
    """Time that Textual's Content, which Static draws, takes to wrap a text."""

    def run() -> float:
        begun = perf_counter()
        Content(text).wrap(WIDTH)
        return perf_counter() - begun

    return run


def tell(line: str) -> None:
    """Prints a line of the table."""
    sys.stdout.write(f"{line}\n")


def ratio(name: str, timed: Timed, yardstick: Timed, repeats: int = REPEATS) -> None:
    """Prints the median time of a thing, that of its yardstick, and how they compare."""
    pairs = [(timed(), yardstick()) for _ in range(repeats)]
    taken, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    tell(f"{name:<44}{taken * 1000:>10.1f} ms{other * 1000:>10.1f} ms{taken / other:>9.3f}×")


def main() -> int:
    """Prints the table."""
    small, large, huge = (article(prose(length)) for length in (20_000, 1_000_000, 50_000_000))
    line = article("so it is and so on " * 1_050_000)
    tell(f"{'layout':<44}{'taken':>13}{'yardstick':>13}{'ratio':>10}")
    ratio("1 MB opened / wrapped by Textual", opened(large), static(large.text), 3)
    ratio("1 MB opened / 20 KB opened", opened(large), opened(small))
    ratio("1 MB page down / 20 KB page down", paged(large), paged(small))
    ratio("50 MB opened / 20 KB opened", opened(huge), opened(small))
    ratio("50 MB page down / 20 KB page down", paged(huge), paged(small))
    ratio("50 MB end / 1 MB end", ended(huge), ended(large))
    ratio("20 MB in one line opened / 20 KB opened", opened(line), opened(small))
    taken = completed(large)()
    tell(f"1 MB laid out whole: {len(large.text) / taken / 1e6:.1f} million characters a second")
    return 0


if __name__ == "__main__":
    sys.exit(main())
