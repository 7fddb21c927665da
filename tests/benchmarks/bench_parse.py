"""How fast bytes become articles, and that the time grows with the size and nothing else.

usage: bench_parse.py [FOLDER]

FOLDER is an archive to be parsed besides; anything else, such as the number of articles that the other benchmarks take,
is passed over. Prints MB/s on one core (best of several
runs, so that what else the machine does counts little) and for inputs made to be awkward the time for four times the
size: 4 is linear.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from reader.formats.registry import SUFFIXES, read
from reader.model.article import ArticleId

RUNS = 5
KILOBYTE, MEGABYTE = 1_000, 1_000_000
NAME = ArticleId("bench")


def tell(line: str) -> None:
    """Prints a line of the table."""
    sys.stdout.write(f"{line}\n")


def reading(raw: bytes, suffix: str) -> Callable[[], object]:
    """The work of reading some bytes."""
    return lambda: read(raw, NAME, suffix)


def seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """The best of several runs."""
    best = float("inf")
    for _ in range(runs):
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
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


def awkward() -> Iterator[tuple[str, str]]:
    """What a parser could be slow on: a name, and a unit to be repeated."""
    yield from {
        "question lines": "Q: why?\n",
        "pairs": "Q: why?\nA: so.\n\n",
        "open brackets": "(((",
        "link openers": "[a](",
        "stars": "*a ",
        "ticks": "`a",
        "one word": "a",
        "blank lines": "\n",
        "list items": "- a\n",
        "quotes": "> a\n",
        "table rows": "| a | b |\n",
        "headings": "## Is it?\n\nIt is.\n\n",
        "numbers": "1. Is it?\n\nIt is.\n\n",
        "tags": "<p>\n",
        "references": "&amp",
    }.items()


def main(arguments: list[str]) -> None:
    """Prints the table."""
    rng = random.Random(1)  # noqa: S311 - the same texts each time
    texts = {
        "report, 5 KB": (report(rng, 5 * KILOBYTE), ".txt"),
        "report, 500 KB": (report(rng, 500 * KILOBYTE), ".txt"),
        "report, 500 KB, wrapped": (wrapped(report(rng, 500 * KILOBYTE)), ".txt"),
        "interview, 5 KB": (interview(rng, 5 * KILOBYTE), ".txt"),
        "interview, 500 KB": (interview(rng, 500 * KILOBYTE), ".txt"),
        "Markdown, 5 KB": (markdown(rng, 5 * KILOBYTE), ".md"),
        "Markdown, 500 KB": (markdown(rng, 500 * KILOBYTE), ".md"),
    }
    tell(f"{'':28}{'MB/s':>8}")
    for name, (text, suffix) in texts.items():
        raw = text.encode()
        tell(f"{name:28}{len(raw) / MEGABYTE / seconds(reading(raw, suffix)):8.1f}")
    if arguments and Path(arguments[0]).is_dir():
        paths = sorted(path for path in Path(arguments[0]).rglob("*") if path.suffix in SUFFIXES and path.is_file())
        files = [(path.read_bytes(), path.suffix) for path in paths]
        took = seconds(lambda: [read(raw, NAME, suffix) for raw, suffix in files], runs=3)
        tell(f"{f'{len(files):,} files':28}{sum(len(raw) for raw, _ in files) / MEGABYTE / took:8.1f}")
    tell(f"\n{'':28}{'MB/s':>8}{'time for 4x the size':>24}")
    for name, unit in awkward():
        for suffix in (".txt", ".md"):
            small, big = ((unit * (size // len(unit))).encode() for size in (50 * KILOBYTE, 200 * KILOBYTE))
            once = seconds(reading(small, suffix), runs=2)
            fourfold = seconds(reading(big, suffix), runs=2)
            tell(f"{name + ' ' + suffix:28}{len(big) / MEGABYTE / fourfold:8.2f}{fourfold / once:24.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])
