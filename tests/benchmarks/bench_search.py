"""Finding in and following archives of 1,000 to 100,000 invented articles, each beside its yardstick.

The yardsticks are measured in the same run: `fzf --filter` over headline and text, `python -c pass`. Where fzf is not
installed, that is said.
"""

import shutil
import statistics
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from reader.library.archive import Archive
from reader.search.language import parse
from reader.store.paths import APPLICATION
from tests.benchmarks import bench_build
from tests.benchmarks.bench_app import environment
from tests.benchmarks.queries import known_items, rank_of, recall, reciprocal, type_all
from tests.benchmarks.table import Row, Table, percentile, time_shown

FZF_QUERIES = 3
LARGEST_FOR_FZF = 10_000
MOST_CHECKED = 10_000
"""Files; of more, looking whether they are as they were is most of what a search on the command line takes."""


def searches(table: Table, archive: Archive, count: int, folder: Path) -> None:
    """Typing, quality, and fzf."""
    size = f"{count:,}"
    items = known_items(archive, count)
    typed = [item.typed(place % 2) for place, item in enumerate(items)]
    times = type_all(archive, typed)
    p50, p95 = statistics.median(times), percentile(times, 0.95)
    what = "search of each prefix, half misspelt: p50"
    if not shutil.which("fzf"):
        table.missing(what, size, "fzf is not installed")
    elif count > LARGEST_FOR_FZF:
        table.add(Row(what, size, time_shown(p50), "fzf: 35 s a query, left out"))
    else:
        asked = items[:FZF_QUERIES]
        fzf_lines(folder)
        begun = perf_counter()
        ranks = [rank_of(item.article, fzf_found(folder, item.typed(1))) for item in asked]
        each = (perf_counter() - begun) / len(asked)
        table.beside(what, size, p50, name="fzf --filter", yardstick=each, most=1 / 500)
        shown = f"recall@10 {recall(ranks):.2f}, MRR {reciprocal(ranks):.2f}"
        table.add(Row(f"known item, 1 slip: fzf, {FZF_QUERIES} queries", size, "", shown))
    table.at_most("search of each prefix, half misspelt: p95", size, p95, 0.020)
    for slips in (0, 1, 2):
        ranks = [rank_of(item.article, found_by(archive, item.typed(slips))) for item in items]
        table.at_least(f"known item, {slips} slips: recall@10", size, recall(ranks), least=0.97)
        table.at_least(f"known item, {slips} slips: MRR", size, reciprocal(ranks), least=0.92)


def found_by(archive: Archive, query: str) -> list[str]:
    """The articles of the first answers."""
    return list(dict.fromkeys(hit.article for hit in archive.engine.answers(parse(query), 10)))


def fzf_lines(folder: Path) -> Path:
    """A file with a line for each article: its id, a tab, its text."""
    lines = folder.parent / "lines"
    if not lines.exists():
        with lines.open("w", encoding="utf-8") as file:
            for path in sorted(folder.rglob("*.txt")):
                text = " ".join(path.read_text(encoding="utf-8").split())
                file.write(f"{path.relative_to(folder).as_posix()}\t{text}\n")
    return lines


def fzf_found(folder: Path, query: str) -> list[str]:
    """The ids of the first ten lines that fzf finds."""
    with fzf_lines(folder).open("rb") as file:
        call = ["fzf", "--delimiter", "\t", "--nth", "2", "--filter", query]
        told = subprocess.run(call, stdin=file, capture_output=True, check=False).stdout
    return [line.partition(b"\t")[0].decode() for line in told.split(b"\n")[:10] if line]


def following(table: Table, archive: Archive, folder: Path, count: int) -> None:
    """From a file's change to its being found."""
    found = threading.Event()
    word = "zzyzxquux"

    def look() -> None:
        if archive.engine.articles(parse(word)).total:
            found.set()

    thread = threading.Thread(target=archive.follow, args=(look,), daemon=True)
    thread.start()
    # The first changes show when watching has begun.
    probe = folder / "probe.txt"
    before = len(archive.corpus)
    while len(archive.corpus) == before:
        probe.write_text(f"Probe {perf_counter()}\n", encoding="utf-8")
        thread.join(0.3)
    begun = perf_counter()
    probe.write_text(f"Probe {word}\n", encoding="utf-8")
    found.wait(60)
    table.at_most("a file's change to its being found", f"{count:,}", perf_counter() - begun, 1.0)
    archive.close()
    thread.join(5)
    probe.unlink()


def on_the_command_line(table: Table, folder: Path, home: Path, count: int) -> None:
    """`reader search` with its cache, in turn with an interpreter that does nothing."""
    search = [sys.executable, "-m", "reader", "search", "the", str(folder)]
    subprocess.run(search, capture_output=True, check=False, env=environment(home))
    pairs = [(timed(search, home), timed([sys.executable, "-c", "pass"], home)) for _ in range(5)]
    seconds, nothing = (statistics.median(column) for column in zip(*pairs, strict=True))
    what, size, yardstick = "reader search, warm", f"{count:,}", "python -c pass"
    most = 8 if count <= MOST_CHECKED else None
    table.beside(what, size, seconds, name=yardstick, yardstick=nothing, most=most)


def timed(call: Sequence[str], home: Path) -> float:
    """How long a command takes, in seconds."""
    begun = perf_counter()
    subprocess.run(call, capture_output=True, check=False, env=environment(home))
    return perf_counter() - begun


def bench(table: Table, count: int, place: Path, home: Path) -> None:
    """All rows for one archive. The cache is left in `home`."""
    folder = place / "articles"
    bench_build.headlines(table, folder, count)
    archive, typed, busy = bench_build.loading(table, folder, home / "cache" / APPLICATION, count)
    searches(table, archive, count, folder)
    what = "typing while the index is built: p95"
    if not busy:
        table.missing(what, f"{count:,}", "all was read before anything could be found")
    else:
        idle = type_all(archive, typed, pause_seconds=bench_build.KEY_SECONDS)[: len(busy)]
        table.beside(
            what,
            f"{count:,}",
            percentile(busy, 0.95),
            name="idle",
            yardstick=percentile(idle, 0.95),
            most=1.25,
        )
    following(table, archive, folder, count)
    on_the_command_line(table, folder, home, count)
