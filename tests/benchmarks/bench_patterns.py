"""No regular expression of the parser takes more than time in proportion to its text: which do, if any.

    python tests/benchmarks/bench_patterns.py

Each is asked of one thing again and again, up to where it can't match. Time is that of the processor: for the longest
text a pattern in proportion takes a few milliseconds, one that goes back over what it has read takes seconds.
"""

import importlib
import inspect
import pkgutil
import re
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import reader.formats
from reader.formats.beginnings import Beginnings
from reader.formats.expression import Expression
from reader.formats.phrases import Phrases

SHORT = (24, 100)
"""Steps so small that what is exponential is found out before it never ends."""
LONG, LONGER = 1_000, 8_000
SUSPICIOUS_SECONDS, SLOW_SECONDS = 0.002, 0.15

OF_LABELS = {"labels._QUALIFIER", "evidence.forms._DASH"}
"""Asked of what may be a label, which ends within a hundred characters, and of nothing longer."""

UNITS = [
    "a", "A", "é", "1", " ", "\t", ".", ",", "-", "—", "_", "*", "=", "#", ">", "|", "`", "(", "[", "<", '"', "’",
    ":", "/", "@", "中", "Aa ", "A. ", "1.", "a: ", "(a) ", "[x](", "<b>", "<a b=c ", "![x](y)", "- ", "a@a.",
]  # fmt: skip
UNITS_BEHIND_WORDS = [" ", "a", "1", ".", "-", "A ", "\t#"]
END = "\x00"

Ask = Callable[[str], object]


def found_in(value: object) -> Iterator[tuple[str, int, bool | None]]:
    """Every pattern that a value holds, each with whether it is looked for anywhere; None where only its use tells."""
    match value:
        case re.Pattern() | Expression() if isinstance(value.pattern, str):
            yield value.pattern, value.flags, None
        case Beginnings():
            yield from ((one, re.IGNORECASE, False) for listed in value.patterns() for one in listed)
        case Phrases():
            yield from ((one, re.IGNORECASE, True) for one in value.patterns())
        case tuple() | list():
            for one in value:
                yield from found_in(one)
        case dict():
            yield from found_in([*value.values()])
        case _:
            pass


def patterns() -> Iterator[tuple[str, str, int, bool]]:
    """Name, pattern, flags and whether it is looked for anywhere, of every pattern in the modules of the parser."""
    seen: set[tuple[str, int]] = set()
    for found in pkgutil.walk_packages(reader.formats.__path__, "reader.formats."):
        module = importlib.import_module(found.name)
        source = inspect.getsource(module)
        for name, value in vars(module).items():
            for pattern, flags, is_sought in found_in(value):
                if (pattern, flags) not in seen:
                    seen.add((pattern, flags))
                    is_matched = re.search(rf"\b{name}\.(?:full)?match\b", source)
                    is_searched = re.search(rf"\b{name}\.(?:search|find|sub|split)", source)
                    is_anywhere = bool(is_searched or not is_matched) if is_sought is None else is_sought
                    yield f"{found.name.removeprefix('reader.formats.')}.{name}", pattern, flags, is_anywhere


@cache
def pumped(head: str, unit: str, size: int) -> str:
    """A text of about so many characters."""
    return f"{head}{unit * (size // len(unit))}{END}"


def seconds(ask: Ask, text: str) -> float:
    """What one asking costs the processor."""
    began = time.process_time()
    ask(text)
    return time.process_time() - began


def too_slow(ask: Ask, head: str, unit: str) -> str | None:
    """The text for which a pattern takes too long, if there is one."""
    for size in SHORT:
        if seconds(ask, text := pumped(head, unit, size)) > SLOW_SECONDS:
            return text
    if seconds(ask, pumped(head, unit, LONG)) < SUSPICIOUS_SECONDS:
        return None
    text = pumped(head, unit, LONGER)
    return text if min(seconds(ask, text) for _ in range(3)) > SLOW_SECONDS else None


def questions() -> Iterator[tuple[str, Ask, tuple[tuple[str, str], ...]]]:
    """Each pattern's name, its asking, and what it is asked of: beginnings and what is repeated behind them."""
    for name, pattern, flags, is_anywhere in patterns():
        if name not in OF_LABELS:
            compiled = re.compile(pattern, flags)
            words = re.findall(r"(?<![\\\w])[^\W\d_]{3,}", pattern)[:4]
            alone = [("", unit) for unit in (*UNITS, *(f"{word} " for word in words))]
            behind = [(word, unit) for word in words for unit in UNITS_BEHIND_WORDS]
            yield f"{name} {pattern}", compiled.search if is_anywhere else compiled.match, (*alone, *behind)


def slow() -> Iterator[str]:
    """Each pattern that takes too long, with the text for which it does."""
    for name, ask, asked in questions():
        found = next((text for head, unit in asked if (text := too_slow(ask, head, unit))), None)
        if found is not None:
            yield f"{found[:30]!r} of {len(found)}: {name}"


def main() -> int:
    """1 where a pattern takes too long."""
    found = [*slow()]
    sys.stdout.write("\n".join(found or ["every pattern takes time in proportion"]) + "\n")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
