"""Finding, loading and following archives of 1,000 to 100,000 invented articles, each beside its yardstick.

    python tests/benchmarks/bench_search.py [SIZE…]

The yardsticks are measured in the same run: `fzf --filter` over headline and text, ripgrep over the same files,
tantivy's own build of the same texts with two threads, `python -c pass`. Where fzf or ripgrep are not installed, that
is said. Everything is made in a temporary folder.
"""

import os
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

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.formats import registry
from reader.library.archive import Archive
from reader.library.scan import read_head
from reader.model.article import ArticleId
from reader.search.query import parse
from tests.benchmarks.invented import COMMON, Writer, path_of, write

SIZES = (1_000, 10_000, 100_000)
QUERIES = 60
FZF_QUERIES = 3
LARGEST_FOR_FZF = 10_000


def say(line: str) -> None:
    """A line on standard output, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def tell(what: str, figure: str, yardstick: str = "", to_reach: str = "") -> None:
    """One line of the table."""
    say(f"  {what:<44} {figure:>22}  {yardstick:<42} {to_reach}")


def milliseconds(seconds: float) -> str:
    """A time."""
    return f"{1000 * seconds:,.1f} ms"


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share of them lies."""
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


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
            typed = f"{slip(first, rng) if slips else first} {second}"
            found.append((typed, path_of(Path(), number).as_posix()))
    return found


def searches(archive: Archive, count: int, folder: Path) -> None:
    """Typing, quality, and fzf."""
    typed = [query if place % 2 else clean for place, ((query, _), (clean, _)) in enumerate(
        zip(known_items(count, 1), known_items(count, 0), strict=True)
    )]  # fmt: skip
    times = type_all(archive, typed)
    p50, p95 = statistics.median(times), percentile(times, 0.95)
    fzf = fzf_seconds(folder, typed[:FZF_QUERIES]) if count <= LARGEST_FOR_FZF else None
    beside = "fzf is not installed" if not shutil.which("fzf") else "fzf: 40 s a query, left out"
    if fzf:
        beside = f"fzf {milliseconds(fzf)}: 1/{fzf / p50:,.0f}"
    tell("typed, each prefix, half misspelt: p50", milliseconds(p50), beside, "≤ 1/500")
    tell("                                   p95", milliseconds(p95), "", "≤ 20 ms")
    for slips in (0, 1):
        ranks = []
        for query, wanted in known_items(count, slips):
            ids = list(dict.fromkeys(hit.article for hit in archive.engine.answers(parse(query), 10)))
            ranks.append(ids.index(ArticleId(wanted)) + 1 if wanted in ids else 0)
        recall, first = statistics.mean(rank > 0 for rank in ranks), statistics.mean(rank == 1 for rank in ranks)
        mrr = statistics.mean(1 / rank if rank else 0 for rank in ranks)
        figure = f"{first:.2f} {recall:.2f} {mrr:.2f}"
        tell(f"known item, {slips} slips: recall@1 @10 MRR", figure, "", "≥ .97 @10, ≥ .92 MRR")


def type_all(archive: Archive, typed: Sequence[str]) -> list[float]:
    """How long the search takes after each key, in seconds."""
    return [search_seconds(archive, query[:end]) for query in typed for end in range(1, len(query) + 1)]


def search_seconds(archive: Archive, typed: str) -> float:
    """How long one search takes."""
    begun = perf_counter()
    archive.engine.articles(parse(typed))
    return perf_counter() - begun


def fzf_seconds(folder: Path, queries: Sequence[str]) -> float | None:
    """How long fzf takes for a query over one line an article."""
    fzf = shutil.which("fzf")
    if not fzf:
        return None
    lines = folder.parent / "lines"
    with lines.open("w", encoding="utf-8") as file:
        file.writelines(
            " ".join(path.read_text(encoding="utf-8").split()) + "\n" for path in sorted(folder.rglob("*.txt"))
        )
    times = []
    for query in queries:
        begun = perf_counter()
        with lines.open("rb") as file:
            subprocess.run([fzf, "--filter", query], stdin=file, stdout=subprocess.DEVNULL, check=False)
        times.append(perf_counter() - begun)
    return statistics.median(times)


def headlines(folder: Path) -> None:
    """The headlines of all files, from the beginning of each."""
    paths = sorted(folder.rglob("*.txt"))
    begun = perf_counter()
    for path in paths:
        registry.headline(read_head(path), ".txt")
    seconds = perf_counter() - begun
    beside, rg = "ripgrep is not installed", shutil.which("rg")
    if rg:
        begun = perf_counter()
        subprocess.run([rg, "-c", "e", str(folder)], stdout=subprocess.DEVNULL, check=False)
        yardstick = perf_counter() - begun
        beside = f"rg -c {milliseconds(yardstick)}: {seconds / yardstick:.1f}×"
    tell("headlines from the first 4 KB", milliseconds(seconds), beside, "≤ 3×")


def yardstick_of_index(folder: Path) -> tuple[float, float]:
    """Seconds that tantivy takes for the texts alone with two threads, and that parsing them alone takes."""
    texts = [path.read_bytes() for path in sorted(folder.rglob("*.txt"))]
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


def loading(folder: Path, cache: Path, count: int) -> tuple[Archive, Sequence[float]]:
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
    tell("first names in the list, nothing kept", milliseconds(first[0] if first else seconds))
    if count <= LARGEST_FOR_FZF:
        index, parsing = yardstick_of_index(folder)
        beside = f"tantivy {index:.1f} s + parsing {parsing:.1f} s: {seconds / (index + parsing):.2f}×"
    else:
        beside = "yardstick at 10,000"
    tell("all searchable, nothing kept", f"{seconds:,.1f} s", beside, "≤ 1.3×")
    return archive, times


def following(archive: Archive, folder: Path) -> None:
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
    tell("a file's change to its being found", milliseconds(perf_counter() - begun), "", "≤ 1 s")
    archive.close()
    thread.join(5)
    probe.unlink()


def warm(folder: Path, cache: Path, size: int) -> None:
    """Opening what was kept: in this process, and on the command line."""
    measure = (
        "import re, resource, sys, time; from pathlib import Path; from reader.library.archive import Archive;"
        "from reader.search.query import parse; begun = time.perf_counter();"
        "archive = Archive.open([Path(sys.argv[1])], cache=Path(sys.argv[2])); archive._open_kept();"
        "archive.corpus.entries[0]; total = archive.engine.articles(parse('the')).total;"
        "used = time.perf_counter() - begun; status = Path('/proc/self/status');"
        "most = re.search(r'VmHWM:\\s+(\\d+) kB', status.read_text()) if status.exists() else None;"
        "print(used, 1024 * int(most[1]) if most else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    call = [sys.executable, "-c", measure, str(folder), str(cache)]
    told = subprocess.run(call, capture_output=True, text=True, check=True, env=environment).stdout.split()
    tell("list and search there, warm", milliseconds(float(told[0])))
    used = int(told[1])
    tell(
        "memory, warm, the whole process",
        f"{used / 1e6:,.0f} MB",
        f"{used / size:.2f}× the texts",
        "≤ 0.75×",
    )
    home = environment | {"XDG_CACHE_HOME": str(cache.parent / "home")}
    search = [sys.executable, "-m", "reader", "search", "the", str(folder)]
    subprocess.run(search, capture_output=True, check=False, env=home)
    seconds, nothing = timed(search, home), timed([sys.executable, "-c", "pass"], home)
    tell(
        "reader search, warm",
        milliseconds(seconds),
        f"python -c pass {milliseconds(nothing)}: {seconds / nothing:.1f}×",
        "≤ 8× at 10,000",
    )


def timed(call: Sequence[str], environment: dict[str, str]) -> float:
    """The median of five runs of a command, in seconds."""
    times = []
    for _ in range(5):
        begun = perf_counter()
        subprocess.run(call, capture_output=True, check=False, env=environment)
        times.append(perf_counter() - begun)
    return statistics.median(times)


def bench(count: int, place: Path) -> None:
    """All lines for one size."""
    folder, cache = place / "articles", place / "cache"
    size = write(folder, count)
    say(f"\n{count:,} articles, {size / 1e6:,.1f} MB, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    headlines(folder)
    archive, busy = loading(folder, cache, count)
    searches(archive, count, folder)
    if busy:
        idle = type_all(archive, [query for query, _ in known_items(count, 1)][: QUERIES // 4])
        slower = percentile(busy, 0.95) / percentile(idle, 0.95)
        tell(
            "typing while the index is built: p95",
            milliseconds(percentile(busy, 0.95)),
            f"idle: {slower:.2f}×",
            "≤ 1.25×",
        )
    following(archive, folder)
    warm(folder, cache, size)


def main(arguments: Sequence[str]) -> None:
    """Print the table for each size."""
    for count in [int(one) for one in arguments] or SIZES:
        with tempfile.TemporaryDirectory(prefix="bench-") as place:
            bench(count, Path(place))


if __name__ == "__main__":
    main(sys.argv[1:])
