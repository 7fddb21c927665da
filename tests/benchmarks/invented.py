"""An archive of invented articles: Zipfian words, nested folders, curly quotes, a third of it questions and answers.

The same number of articles gives the same archive everywhere, so that figures can be compared from one run to the next.
"""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from itertools import accumulate
from multiprocessing import get_context
from pathlib import Path
from random import Random

ONSETS = tuple("b br c ch d dr f fl g gr h j k l m n p pl qu r s sh st t th tr v w".split())  # noqa: SIM905 - easier to read so
NUCLEI = ["a", "e", "i", "o", "u", "ai", "ea", "oa", "ou"]
CODAS = ["", "", "", "n", "r", "s", "l", "ck", "nd", "st"]
ENDINGS = ["", "", "ing", "ed", "er", "tion", "ly", "ment"]
VOCABULARY = 60_000
COMMON = 300
_AT_ONCE = 500
"""Articles that a process writes before it is given others."""


def vocabulary() -> list[str]:
    """Words that can be said, short ones first."""
    rng = Random("vocabulary")  # noqa: S311 - the same words every time, no secrets
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        syllables = 1 + (len(words) > COMMON) + (rng.random() < 0.3)
        parts = (rng.choice(ONSETS) + rng.choice(NUCLEI) + rng.choice(CODAS) for _ in range(syllables))
        words["".join(parts) + rng.choice(ENDINGS)] = None
    return list(words)


class Writer:
    """Writes articles."""

    def __init__(self) -> None:
        self.words = vocabulary()
        self._topics = self.words[COMMON:]
        self._shares = list(accumulate(1 / (rank + 8) for rank in range(len(self.words))))

    def article(self, number: int) -> str:
        """The text of an article."""
        rng = Random(f"article {number}")  # noqa: S311 - the same articles every time
        topic = rng.choices(self._topics, k=25)
        size = min(max(rng.lognormvariate(8.3, 0.6), 600), 60_000)
        parts = [self._sentence(rng, topic, 5, 10, 0.5).rstrip("."), f"By {topic[0].title()} {topic[1].title()}"]
        while sum(map(len, parts)) < size:
            if number % 3 == 0:
                parts.append("Q: " + self._sentence(rng, topic, 5, 16, 0.3).replace(".", "?"))
            said = " ".join(self._sentence(rng, topic, 6, 24, 0.1) for _ in range(rng.randint(2, 5)))
            parts.append(f"A: “{said}”" if number % 3 == 0 else said)
        return "\n\n".join(parts) + "\n"

    def _sentence(self, rng: Random, topic: Sequence[str], least: int, most: int, share: float) -> str:
        words = rng.choices(self.words, cum_weights=self._shares, k=rng.randint(least, most))
        for place in range(len(words)):
            if rng.random() < share:
                words[place] = rng.choice(topic)
        return " ".join(words).capitalize() + "."


def path_of(folder: Path, number: int) -> Path:
    """Where article `number` lies."""
    return folder / str(2010 + number % 15) / f"{number % 12 + 1:02}" / f"article-{number:06}.txt"


def write(folder: Path, count: int) -> int:
    """Write an archive, where it is not there yet, on all cores; gives its size in bytes."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as processes:
        starts = range(0, count, _AT_ONCE)
        written = processes.map(partial(_write, folder), starts, (min(one + _AT_ONCE, count) for one in starts))
        return sum(written)


def _write(folder: Path, start: int, end: int) -> int:
    writer = _writer()
    size = 0
    for number in range(start, end):
        path = path_of(folder, number)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(writer.article(number), encoding="utf-8")
        size += path.stat().st_size
    return size


@cache
def _writer() -> Writer:
    return Writer()
