"""What the benchmarks look for: words of invented articles, some misspelt, and where the article then stands."""

import statistics
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random
from time import perf_counter, sleep
from typing import NamedTuple

from reader.library.archive import Archive
from reader.search.language import parse
from tests.benchmarks.invented import COMMON, Writer, path_of

QUERIES = 60


class KnownItem(NamedTuple):
    """Two words of an article, each as written and with a slip, and the article's id."""

    words: tuple[str, str]
    misspelt: tuple[str, str]
    article: str

    def typed(self, slips: int) -> str:
        """What somebody types who makes so many slips."""
        return " ".join((*self.misspelt[:slips], *self.words[slips:]))


def slip(word: str, rng: Random) -> str:
    """A word with one letter replaced, dropped, added, or swapped with the next; never the first."""
    while True:
        at = rng.randrange(1, len(word))
        letter = rng.choice("aeionrst")
        typed = rng.choice(
            (
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
            )
        )
        if typed != word:
            return typed


def items(count: int) -> Iterator[KnownItem]:
    """Articles of an archive of so many, in an order without meaning, for as long as they are asked for."""
    writer = _writer()
    common = set(writer.words[: 10 * COMMON])
    rng = Random(f"items {count}")  # noqa: S311 - the same queries every time, no secrets
    while True:
        number = rng.randrange(count)
        text = writer.article(number).lower()
        words = {word.strip(".?”“:") for word in text.split()} - common
        words = {word for word in words if len(word) > 5 and word.isalpha()}
        if len(words) >= 2:
            first, second = rng.sample(sorted(words), 2)
            misspelt = (slip(first, rng), slip(second, rng))
            yield KnownItem((first, second), misspelt, path_of(Path(), number).as_posix())


@cache
def misspelt(count: int) -> Sequence[str]:
    """What is typed to see how long it takes: two words, the first of them with a slip."""
    return [item.typed(1) for item in islice(items(count), QUERIES)]


def known_items(archive: Archive, count: int) -> Sequence[KnownItem]:
    """Those whose two words are together in no other article, so that there is one right answer."""
    return list(islice((item for item in items(count) if is_alone(archive, item)), QUERIES))


def is_alone(archive: Archive, item: KnownItem) -> bool:
    """Whether its two words are found, together in one article."""
    exactly = " ".join(f"'{word}" for word in item.words)
    return archive.engine.articles(parse(exactly)).total == 1


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


def type_all(
    archive: Archive, typed: Sequence[str], *, pause_seconds: float = 0, is_over: Callable[[], bool] = lambda: False
) -> list[float]:
    """How long the search takes after each key, in seconds; with a pause between keys, until something is over."""
    times = []
    for query in typed:
        for end in range(1, len(query) + 1):
            if not is_over():
                times.append(search_seconds(archive, query[:end]))
                sleep(pause_seconds)
    return times


def search_seconds(archive: Archive, typed: str) -> float:
    """How long one search takes."""
    begun = perf_counter()
    archive.engine.articles(parse(typed))
    return perf_counter() - begun
