"""Finding, loading and following archives of 1,000 to 100,000 invented articles, each beside its yardstick.

The yardsticks are measured in the same run: `fzf --filter` over headline and text, ripgrep over the same files,
tantivy's own build of the same texts with two threads, `python -c pass`. Where fzf or ripgrep are not installed, that
is said.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from random import Random
from time import perf_counter

import tantivy

from reader.formats import registry
from reader.library.archive import Archive
from reader.library.scan import read_head
from reader.model.article import ArticleId
from reader.search.query import parse
from reader.store.paths import APPLICATION
from tests.benchmarks.bench_app import environment
from tests.benchmarks.invented import COMMON, Writer, path_of
from tests.benchmarks.table import Row, Table, percentile, time_shown

QUERIES = 60
FZF_QUERIES = 3
LARGEST_FOR_FZF = 10_000


def slip(word: str, rng: Random) -> str:
    """A word with one letter replaced, dropped, added, or swapped with the next; never the first."""
    at = rng.randrange(1, len(word))
    letter = rng.choice("aeionrst")
    return rng.choice(
        (
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
        )
    )


def known_items(count: int, slips: int) -> list[tuple[str, str]]:
    """Queries of two words of an article, some of them misspelt, and the id of that article."""
    writer = Writer()
    common = set(writer.words[: 10 * COMMON])
    rng = Random(f"items {count} {slips}")  # noqa: S311 - the same queries every time, no secrets
    found: list[tuple[str, str]] = []
    while len(found) < QUERIES:
        number = rng.randrange(count)
        text = writer.article(number).lower()
        words = {word.strip(".?”“:") for word in text.split()} - common
        words = {word for word in words if len(word) > 5 and word.isalpha()}
        if len(words) >= 2:
            first, second = rng.sample(sorted(words), 2)
            typed = f"{slip(first, rng) if slips else first} {slip(second, rng) if slips > 1 else second}"
            found.append((typed, path_of(Path(), number).as_posix()))
    return found


def searches(table: Table, archive: Archive, count: int, folder: Path) -> float:
    """Typing, quality, and fzf; gives the 95th percentile of typing."""
    size = f"{count:,}"
    items = [known_items(count, slips) for slips in (0, 1)]
    typed = [pair[place % 2][0] for place, pair in enumerate(zip(*items, strict=True))]
    times = type_all(archive, typed)
    p50, p95 = statistics.median(times), percentile(times, 0.95)
    if not shutil.which("fzf"):
        table.missing("search of each prefix, half misspelt: p50", size, "fzf is not installed")
    elif count > LARGEST_FOR_FZF:
        table.add(
            Row("search of each prefix, half misspelt: p50", size, time_shown(p50), "fzf: 35 s a query, left out")
        )
    else:
        fzf = fzf_seconds(folder, typed[:FZF_QUERIES])
        table.beside(
            "search of each prefix, half misspelt: p50", size, p50, name="fzf --filter", yardstick=fzf, most=1 / 500
        )
    table.at_most("search of each prefix, half misspelt: p95", size, p95, 0.020)
    for slips in (0, 1, 2):
        queries = known_items(count, slips)
        ranks = [rank_of(wanted, found_by(archive, query)) for query, wanted in queries]
        table.at_least(f"known item, {slips} slips: recall@10", size, recall(ranks), least=0.97)
        table.at_least(f"known item, {slips} slips: MRR", size, reciprocal(ranks), least=0.92)
    if shutil.which("fzf") and count <= LARGEST_FOR_FZF:
        ranks = [rank_of(wanted, fzf_found(folder, query)) for query, wanted in known_items(count, 1)[:FZF_QUERIES]]
        shown = f"recall@10 {recall(ranks):.2f}, MRR {reciprocal(ranks):.2f}"
        table.add(Row(f"known item, 1 slip: fzf, {FZF_QUERIES} queries", size, "", shown))
    return p95


def rank_of(wanted: str, found: Sequence[str]) -> int:
    """Where something stands among what was found, from 1; 0 where it does not."""
    return found.index(wanted) + 1 if wanted in found else 0


def recall(ranks: Sequence[int]) -> float:
    """The share of what is among the first ten."""
    return statistics.mean(0 < rank <= 10 for rank in ranks)


def reciprocal(ranks: Sequence[int]) -> float:
    """The mean of one by the rank (MRR)."""
    return statistics.mean(1 / rank if rank else 0.0 for rank in ranks)


def found_by(archive: Archive, query: str) -> list[str]:
    """The articles of the first answers."""
    return list(dict.fromkeys(hit.article for hit in archive.engine.answers(parse(query), 10)))


def type_all(archive: Archive, typed: Sequence[str]) -> list[float]:
    """How long the search takes after each key, in seconds."""
    return [search_seconds(archive, query[:end]) for query in typed for end in range(1, len(query) + 1)]


def search_seconds(archive: Archive, typed: str) -> float:
    """How long one search takes."""
    begun = perf_counter()
    archive.engine.articles(parse(typed))
    return perf_counter() - begun


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


def fzf_seconds(folder: Path, queries: Sequence[str]) -> float:
    """How long fzf takes for a query over one line an article."""
    fzf_lines(folder)
    times = []
    for query in queries:
        begun = perf_counter()
        fzf_found(folder, query)
        times.append(perf_counter() - begun)
    return statistics.median(times)


def headlines(table: Table, folder: Path, count: int) -> None:
    """The headlines of all files, from the beginning of each."""
    what, rg = "headlines from the first 4 KB", shutil.which("rg")
    paths = sorted(folder.rglob("*.txt"))
    begun = perf_counter()
    for path in paths:
        registry.headline(read_head(path), ".txt")
    seconds = perf_counter() - begun
    if not rg:
        table.missing(what, f"{count:,}", "ripgrep is not installed")
        return
    begun = perf_counter()
    subprocess.run([rg, "-c", "e", str(folder)], stdout=subprocess.DEVNULL, check=False)
    table.beside(what, f"{count:,}", seconds, name="rg -c", yardstick=perf_counter() - begun, most=3)


def yardstick_of_index(folder: Path, count: int) -> tuple[float, float]:
    """Seconds that tantivy takes for some texts alone with two threads, and that parsing them alone takes."""
    texts = [path.read_bytes() for path in sorted(folder.rglob("*.txt"))[:count]]
    begun = perf_counter()
    for raw in texts:
        registry.read(raw, ArticleId("a"), ".txt")
    parsing = perf_counter() - begun
    builder = tantivy.SchemaBuilder()
    for name in ("body", "passage"):
        builder.add_text_field(name)
    schema = builder.build()
    with tempfile.TemporaryDirectory() as place:
        begun = perf_counter()
        writer = tantivy.Index(schema, path=place).writer(heap_size=240_000_000, num_threads=2)
        for raw in texts:
            text = raw.decode()
            document = tantivy.Document()
            document.add_text("body", text)
            writer.add_document(document)
            for start in range(0, len(text), 800):
                document = tantivy.Document()
                document.add_text("passage", text[start : start + 800])
                writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        return perf_counter() - begun, parsing


def loading(table: Table, folder: Path, cache: Path, count: int) -> tuple[Archive, Sequence[float]]:
    """Read an archive with nothing kept, typing meanwhile; gives it, and the times of typing."""
    archive = Archive.open([folder], cache=cache)
    first: list[float] = []
    begun = perf_counter()
    thread = threading.Thread(
        target=archive.load,
        args=(lambda: first.append(perf_counter() - begun) if len(archive.corpus) and not first else None,),
    )
    thread.start()
    typed = [query for query, _ in known_items(count, 1)]
    times: list[float] = []
    query = ""
    while thread.is_alive():
        if archive.progress.parsed > count // 2:
            for key in typed[0]:
                query += key
                times.append(search_seconds(archive, query))
                # Nobody types faster; without a pause it would be the typing that slows the build.
                thread.join(0.05)
            typed, query = typed[1:] + typed[:1], ""
        else:
            thread.join(0.05)
    seconds = perf_counter() - begun
    table.add(Row("first names in the list, nothing kept", f"{count:,}", time_shown(first[0] if first else seconds)))
    # The yardstick grows with the texts; of the largest archive it is taken of a part.
    share = min(1.0, LARGEST_FOR_FZF / count)
    index, parsing = yardstick_of_index(folder, round(count * share))
    table.beside(
        "full index, nothing kept",
        f"{count:,}",
        seconds,
        name="tantivy + parsing",
        yardstick=(index + parsing) / share,
        most=1.3,
    )
    return archive, times


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
    table.beside("reader search, warm", f"{count:,}", seconds, name="python -c pass", yardstick=nothing, most=8)


def timed(call: Sequence[str], home: Path) -> float:
    """How long a command takes, in seconds."""
    begun = perf_counter()
    subprocess.run(call, capture_output=True, check=False, env=environment(home))
    return perf_counter() - begun


def bench(table: Table, count: int, place: Path, home: Path) -> float:
    """All rows for one archive; gives the 95th percentile of the search. The cache is left in `home`."""
    folder = place / "articles"
    headlines(table, folder, count)
    archive, busy = loading(table, folder, home / "cache" / APPLICATION, count)
    p95 = searches(table, archive, count, folder)
    if busy:
        idle = type_all(archive, [query for query, _ in known_items(count, 1)][: QUERIES // 4])
        table.beside(
            "typing while the index is built: p95",
            f"{count:,}",
            percentile(busy, 0.95),
            name="idle",
            yardstick=percentile(idle, 0.95),
            most=1.25,
        )
    following(table, archive, folder, count)
    on_the_command_line(table, folder, home, count)
    return p95
