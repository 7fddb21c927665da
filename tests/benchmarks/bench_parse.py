"""How fast bytes become articles, and that the time grows with the size and nothing else.

    python tests/benchmarks/bench_parse.py [--large]

MB/s on one core, the best of several runs, so that what else the machine does counts little; and the time for four
times the size, 4 being linear: of ordinary texts up to 1 MB, with `--large` up to 100 MB, which takes minutes, and of
inputs made to be awkward, of which the slowest is read at 1 MB too.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.formats.registry import read
from reader.model.article import ArticleId
from tests.benchmarks.table import Row, Table

RUNS = 5
FILES = 60
KILOBYTE, MEGABYTE = 1_000, 1_000_000
LARGE = 100 * MEGABYTE
GROWING_RUNS = 3
LEAST = {".txt": 10.0, ".md": 4.0}
"""MB/s wanted."""
SHORTEST = 0.001
"""Seconds; less can't be told from nothing."""
NAME = ArticleId("bench")

Raw = tuple[bytes, str]
"""Bytes and the suffix of their file."""


def reading(files: Sequence[Raw]) -> Callable[[], object]:
    """The work of reading some files."""
    return lambda: [read(raw, NAME, suffix) for raw, suffix in files]


def parting(files: Sequence[Raw]) -> Callable[[], object]:
    """The yardstick: the same bytes decoded and parted into words."""
    return lambda: [len(raw.decode(errors="replace").split()) for raw, _ in files]


def seconds(*works: Callable[[], object], runs: int = RUNS) -> list[float]:
    """The best of several runs of each work, in turn."""
    best = [float("inf")] * len(works)
    for _ in range(runs):
        for index, work in enumerate(works):
            began = time.process_time()
            work()
            best[index] = min(best[index], time.process_time() - began)
    return best


def words(rng: random.Random, count: int) -> str:
    """Words of the lengths that English has, in sentences."""
    said = ["".join(rng.choices("etaoinshrdlu", k=rng.choice((2, 3, 3, 4, 4, 5, 6, 7, 9)))) for _ in range(count)]
    for index in range(0, count, 17):
        said[index] = said[index].capitalize()
        said[index - 1] += "."
    return " ".join(said)


def report(rng: random.Random, size: int) -> str:
    """Prose with a title."""
    parts = ["A Report on Nothing", "By Ann Smith"]
    while sum(map(len, parts)) < size:
        parts.append(words(rng, 80))
    return "\n\n".join(parts)


def interview(rng: random.Random, size: int) -> str:
    """Questions and answers."""
    parts = ["An Interview with Nobody"]
    while sum(map(len, parts)) < size:
        parts += [f"Q: {words(rng, 12)}?", f"A: {words(rng, 90)}", words(rng, 60)]
    return "\n\n".join(parts)


def markdown(rng: random.Random, size: int) -> str:
    """Headings, emphasis, links and a list now and then."""
    parts = ["# Notes on Nothing"]
    while sum(map(len, parts)) < size:
        parts += [
            f"## {words(rng, 4)}",
            f"{words(rng, 60)} **{words(rng, 3)}** and [{words(rng, 2)}](https://example.org/{rng.random()})",
            words(rng, 80),
            "\n".join(f"- {words(rng, 9)}" for _ in range(3)),
        ]
    return "\n\n".join(parts)


def wrapped(text: str, width: int = 72) -> str:
    """The same text, its lines filled."""
    lines: list[str] = []
    for paragraph in text.split("\n\n"):
        line = ""
        for word in paragraph.split():
            if len(line) + len(word) >= width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        lines += [line, ""]
    return "\n".join(lines)


def awkward() -> Iterator[tuple[str, Callable[[int], str]]]:
    """What a parser could be slow on: a name, and the text of about so many bytes."""

    def repeated(unit: str) -> Callable[[int], str]:
        return lambda size: unit * (size // len(unit))

    def numbered(form: str) -> Callable[[int], str]:
        return lambda size: "".join(form.format(name(number)) for number in range(size // len(form)))

    def name(number: int) -> str:
        return "".join("abcdefghij"[int(digit)] for digit in str(number)).capitalize()

    yield from {
        "question lines": repeated("Q: why?\n"),
        "pairs": repeated("Q: why?\nA: so.\n\n"),
        "labels that never recur": numbered("{} Smith: so it is.\n\n"),
        "bold lines": repeated("**Is it so?**\n"),
        "open brackets": repeated("((("),
        "link openers": repeated("[a]("),
        "stars": repeated("*a "),
        "ticks": repeated("`a"),
        "one word": repeated("a"),
        "words": repeated("Aa "),
        "points": repeated("1."),
        "blanks": repeated(" "),
        "blanks before points": repeated(" " * 5_000 + ".\n"),
        "blank lines": repeated("\n"),
        "list items": repeated("- a\n"),
        "quotes": repeated("> a\n"),
        "table rows": repeated("| a | b |\n"),
        "headings": repeated("## Is it?\n\nIt is.\n\n"),
        "numbers": repeated("1. Is it?\n\nIt is.\n\n"),
        "tags": repeated("<p>\n"),
        "references": repeated("&amp"),
    }.items()


TEXTS: Sequence[tuple[str, str, Callable[[random.Random, int], str]]] = (
    ("report", ".txt", report),
    ("report of wrapped lines", ".txt", lambda rng, size: wrapped(report(rng, size))),
    ("interview", ".txt", interview),
    ("Markdown", ".md", markdown),
)
"""What archives are made of: a name, the suffix, and a text of about so many bytes."""


def ordinary() -> Iterator[tuple[str, float, list[Raw]]]:
    """What archives are made of: a name, the MB/s wanted of it, and some files."""
    rng = random.Random(1)  # noqa: S311 - the same texts each time
    for name, suffix, written in TEXTS:
        least = LEAST[suffix]
        yield f"{name}, 5 KB each", least, [(written(rng, 5 * KILOBYTE).encode(), suffix) for _ in range(FILES)]
        yield f"{name}, 500 KB", least, [(written(rng, 500 * KILOBYTE).encode(), suffix)]


def bench(table: Table) -> None:
    """All rows."""
    for name, least, files in ordinary():
        took, yardstick = seconds(reading(files), parting(files))
        size = sum(len(raw) for raw, _ in files) / MEGABYTE
        beside = f"decoded and split {size / yardstick:,.0f} MB/s"
        table.at_least(f"parse: {name}", f"{size:.1f} MB", size / took, least=least, unit="MB/s", beside=beside)
    _grow(table)
    _stumble(table)


def _grow(table: Table) -> None:
    """The time for four times the size of ordinary texts: 4 is linear."""
    size = (LARGE if "--large" in sys.argv else MEGABYTE) // 4
    for name, suffix, written in TEXTS:
        small, big = ([(written(random.Random(1), size).encode(), suffix)] for size in (size, 4 * size))  # noqa: S311 - the same texts each time
        once, fourfold = seconds(reading(small), reading(big), runs=GROWING_RUNS)
        table.add(_growth(f"{name}: time for 4 times the size", 4 * size, fourfold / max(once, SHORTEST), ""))


def _stumble(table: Table) -> None:
    """The same for what a parser could be slow on, the slowest of it at a megabyte too."""
    steepest, where = 0.0, ""
    slowest, worst = 0.0, ("", "", b"")
    for name, made in awkward():
        for suffix in (".txt", ".md"):
            small, big = ([(made(size).encode(), suffix)] for size in (50 * KILOBYTE, 200 * KILOBYTE))
            (once,), (fourfold,) = seconds(reading(small), runs=2), seconds(reading(big), runs=2)
            steepest, where = max((steepest, where), (fourfold / max(once, SHORTEST), f"{name} {suffix}"))
            if fourfold > slowest:
                slowest, worst = fourfold, (name, suffix, made(MEGABYTE).encode())
    table.add(_growth("awkward: time for 4 times the size, at worst", 200 * KILOBYTE, steepest, where))
    name, suffix, raw = worst
    (took,) = seconds(reading([(raw, suffix)]), runs=1)
    of_size = len(raw) / MEGABYTE
    beside = f"{name} {suffix}; 5 times the size in {took / slowest:.1f}×"
    table.add(Row("parse: awkward, the slowest", "1.0 MB", f"{took / of_size:.1f} s/MB", beside))


def _growth(what: str, size: int, ratio: float, where: str) -> Row:
    return Row(f"parse: {what}", f"{size / MEGABYTE:.1f} MB", f"{ratio:.1f}×", where, target="≤ 6×", is_met=ratio <= 6)


if __name__ == "__main__":
    bench(Table())
