"""Every figure of speed beside its yardstick, measured in the same run; one table at the end.

    python tests/benchmarks/run.py [SIZE…]

SIZE is a number of articles; without one, archives of 1,000, 10,000 and 100,000 are made, measured and thrown away.
"""

import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks import bench_app, bench_layout, bench_list, bench_parse, bench_search
from tests.benchmarks.invented import write
from tests.benchmarks.queries import misspelt
from tests.benchmarks.table import Row, Table, percentile, say

SIZES = (1_000, 10_000, 100_000)
LARGE = 100_000
"""Articles from which memory, by the texts, and a whole start are judged."""
LONGEST_TYPED = 6
"""Queries."""


def main(arguments: Sequence[str]) -> None:
    """Measure and tell."""
    table, begun = Table(), perf_counter()
    bench_parse.bench(table)
    bench_layout.bench(table)
    bench_list.bench(table)
    say(f"after {perf_counter() - begun:,.0f} s")
    first: float | None = None
    for count in [int(one) for one in arguments] or SIZES:
        with tempfile.TemporaryDirectory(prefix="bench-") as place:
            painted = archive(table, count, Path(place))
        say(f"after {perf_counter() - begun:,.0f} s")
        if first:
            what = "key to painted list: p95, by its own at first"
            table.beside(what, f"{count:,}", painted, name="first", yardstick=first, most=2)
        first = first or painted
    table.tell()


def archive(table: Table, count: int, place: Path) -> float:
    """All rows for one archive; gives the 95th percentile of the painted list, in seconds."""
    size = f"{count:,}"
    written = write(place / "articles", count)
    say(f"\n{size} articles, {written / 1e6:,.1f} MB")
    home = place / "home"
    bench_search.bench(table, count, place, home)
    starts = bench_app.starts(place / "articles", home, size)
    bare = starts["bare"]
    table.beside("first paint, cache warm", size, starts["warm"], name="bare Textual app", yardstick=bare, most=1.1)
    table.beside("first paint, no cache", size, starts["cold"], name="bare Textual app", yardstick=bare, most=1.25)
    # Of a start that is as short either way, what the program imports is most.
    most = 1.9 if count >= LARGE else None
    table.beside(
        "all searchable, cache warm", size, starts["searchable"], name="bare Textual app", yardstick=bare, most=most
    )
    times, memory = bench_app.typed(place / "articles", home, misspelt(count)[:LONGEST_TYPED])
    painted = percentile(times, 0.95)
    table.at_most("key to painted list: p50", size, statistics.median(times), 0.035)
    table.at_most("key to painted list: p95", size, painted, 0.035)
    if memory and count >= LARGE:
        table.bytes_beside("memory at rest, cache warm", size, memory, name="the texts", yardstick=written, most=0.75)
    elif memory:
        # What the program and its libraries take by themselves is more than a small archive.
        table.add(Row("memory at rest, cache warm", size, f"{memory / 1e6:,.0f} MB"))
    return painted


if __name__ == "__main__":
    main(sys.argv[1:])
