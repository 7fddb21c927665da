"""What the benchmarks look for: words of invented articles, some misspelt, and where the article then stands."""

import statistics
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random
from time import perf_counter

from reader.library.archive import Archive
from reader.search.query import parse
from tests.benchmarks.invented import COMMON, Writer, path_of

QUERIES = 60


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


@cache
def known_items(count: int, slips: int) -> Sequence[tuple[str, str]]:
    """Queries of two words of an article, some of them misspelt, and the id of that article."""
    writer = _writer()
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


@cache
def _writer() -> Writer:
    return Writer()


def rank_of(wanted: str, found: Sequence[str]) -> int:
    """Where something stands among what was found, from 1; 0 where it does not."""
    return found.index(wanted) + 1 if wanted in found else 0


def recall(ranks: Sequence[int]) -> float:
    """The share of what is among the first ten."""
    return statistics.mean(0 < rank <= 10 for rank in ranks)


def reciprocal(ranks: Sequence[int]) -> float:
    """The mean of one by the rank (MRR)."""
    return statistics.mean(1 / rank if rank else 0.0 for rank in ranks)


def type_all(archive: Archive, typed: Sequence[str]) -> list[float]:
    """How long the search takes after each key, in seconds."""
    return [search_seconds(archive, query[:end]) for query in typed for end in range(1, len(query) + 1)]


def search_seconds(archive: Archive, typed: str) -> float:
    """How long one search takes."""
    begun = perf_counter()
    archive.engine.articles(parse(typed))
    return perf_counter() - begun
