"""Reading archives of 1,000 to 100,000 invented articles for the first time, beside its yardsticks.

These are measured in the same run: ripgrep over the same files for the headlines, and for the index tantivy's own build
of the same texts with two threads, and parsing them on one core. Where ripgrep is not installed, that is said.
"""

import gc
import os
import shutil
import statistics
import subprocess
import tempfile
import threading
from collections.abc import Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import tantivy

from reader.formats import registry
from reader.library.archive import Archive
from reader.library.crew import Crew
from reader.library.files import Files
from reader.library.parsing import Task, Titled
from reader.library.scan import Found
from reader.model.article import ArticleId
from tests.benchmarks.queries import QUERIES, is_alone, items, type_all
from tests.benchmarks.table import Row, Table, time_shown

YARDSTICK = 5_000
"""Articles of which the yardsticks are measured; it grows with them, as parsing and indexing do."""
MANY = 100_000
"""Articles from which a build is judged: of fewer, the processes' start is most of it."""
TYPED = 6
"""Queries that are typed while an index is built: enough to tell, too few to slow it much."""
KEY_SECONDS = 0.1
"""Between two keys of somebody who types fast; also when nothing else goes on, as a core that rested is slower."""
TIMES = 5
"""For what takes little."""


def headlines(table: Table, folder: Path, count: int) -> None:
    """The headlines of all files, from the beginning of each, as a build finds them: its processes, two looks."""
    what, rg = "headlines from the first 4 KB", shutil.which("rg")
    size = f"{count:,}"
    seconds, passed = [], []
    at_first = 0
    source = Files([folder])
    found = [one for one in source.scan() if isinstance(one, Found)]
    for _ in range(TIMES):
        begun = perf_counter()
        at_first = titles(source, found)
        seconds.append(perf_counter() - begun)
        if rg:
            begun = perf_counter()
            subprocess.run([rg, "-c", "e", str(folder)], stdout=subprocess.DEVNULL, check=False)
            passed.append(perf_counter() - begun)
    if rg:
        most = 3 if count >= MANY else None
        yardstick = statistics.median(passed)
        table.beside(what, size, statistics.median(seconds), name="rg -c", yardstick=yardstick, most=most)
    else:
        table.missing(what, size, "ripgrep is not installed")
    table.add(Row("headlines that take more than a look", size, f"{count - at_first:,}"))


def titles(source: Files, found: Sequence[Found]) -> int:
    """Find the headline of each file, once the files are found; gives how many take no more than a look."""
    left = {place: Task(place, one) for place, one in enumerate(found)}
    at_first = 0
    with Crew(source, os.cpu_count() or 1) as crew:
        for work in ("glanced", "titled"):
            line = iter(tuple(left.values()))
            for outcome in crew.outcomes(work, partial(next, line, None)):
                if isinstance(outcome, Titled) and outcome.record:
                    del left[outcome.number]
            at_first = at_first or len(found) - len(left)
    return at_first


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


class Loaded(NamedTuple):
    """An archive that has been read, and what was typed meanwhile."""

    archive: Archive
    typed: Sequence[str]
    """Words of articles that could be found by then: beside the same typing later, which finds the same."""
    seconds: Sequence[float]
    """How long the search took after each key."""


def loading(table: Table, folder: Path, cache: Path, count: int) -> Loaded:
    """Read an archive with nothing kept, typing meanwhile."""
    # As the app does: a look for garbage among all that is imported takes longer than a search.
    gc.freeze()
    archive = Archive.open([folder], cache=cache)
    first: list[float] = []
    begun = perf_counter()
    thread = threading.Thread(
        target=archive.load,
        args=(lambda: first.append(perf_counter() - begun) if len(archive.corpus) and not first else None,),
    )
    thread.start()
    while thread.is_alive() and archive.progress.parsed < count // 2:
        thread.join(KEY_SECONDS)
    typed = [item.typed(1) for item in islice(items(count), QUERIES) if is_alone(archive, item)][:TYPED]
    times = type_all(archive, typed, pause_seconds=KEY_SECONDS, is_over=lambda: not thread.is_alive())
    thread.join()
    seconds = perf_counter() - begun
    table.add(Row("first names in the list, nothing kept", f"{count:,}", time_shown(first[0] if first else seconds)))
    # The yardstick grows with the texts; of the largest archive it is taken of a part.
    share = min(1.0, YARDSTICK / count)
    index, parsing = yardstick_of_index(folder, round(count * share))
    table.beside(
        "full index, nothing kept",
        f"{count:,}",
        seconds,
        name="tantivy + parsing",
        yardstick=(index + parsing) / share,
        most=1.3 if count >= MANY else None,
    )
    return Loaded(archive, typed, times)
