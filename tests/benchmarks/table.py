"""The table that the benchmarks end with: what was measured, beside what, and whether that is as wanted."""

import os
import sys
from collections.abc import Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """One line of the table, as text."""

    what: str
    size: str
    """Of the archive or the text."""
    measured: str
    yardstick: str = ""
    ratio: str = ""
    target: str = ""
    is_met: bool | None = None
    """None where nothing was aimed at, or where it could not be measured."""


class Table:
    """Rows, told as they come and once more together at the end."""

    def __init__(self) -> None:
        self._rows: list[Row] = []

    def add(self, row: Row) -> None:
        """Put in a row that is known in words only."""
        self._rows.append(row)
        say(_line(row))

    def beside(self, what: str, size: str, seconds: float, *, name: str, yardstick: float, most: float | None) -> None:
        """Put in a time beside that of a yardstick, which it may be so many times at most; None: nothing is wanted."""
        ratio = seconds / yardstick
        shown = f"{ratio:.2f}×" if ratio >= 0.1 else f"1/{1 / ratio:,.0f}"
        beside = f"{name} {time_shown(yardstick)}"
        if most is None:
            self.add(Row(what, size, time_shown(seconds), beside, shown))
            return
        target = f"≤ {most:g}×" if most >= 0.1 else f"≤ 1/{1 / most:,.0f}"
        self.add(Row(what, size, time_shown(seconds), beside, shown, target, ratio <= most))

    def bytes_beside(self, what: str, size: str, count: int, *, name: str, yardstick: int, most: float) -> None:
        """Put in a number of bytes, which may be so many times another."""
        ratio = count / yardstick
        beside = f"{name} {yardstick / 1e6:,.0f} MB"
        self.add(Row(what, size, f"{count / 1e6:,.0f} MB", beside, f"{ratio:.2f}×", f"≤ {most:g}×", ratio <= most))

    def at_most(self, what: str, size: str, seconds: float, most: float) -> None:
        """Put in a time that may be so long at most."""
        self.add(Row(what, size, time_shown(seconds), target=f"≤ {time_shown(most)}", is_met=seconds <= most))

    def at_least(self, what: str, size: str, value: float, *, least: float, unit: str = "", beside: str = "") -> None:
        """Put in a figure that should be so great at least."""
        shown, target = f"{value:.3g} {unit}".rstrip(), f"≥ {least:g} {unit}".rstrip()
        self.add(Row(what, size, shown, beside, target=target, is_met=value >= least))

    def missing(self, what: str, size: str, why: str) -> None:
        """Put in what could not be measured."""
        self.add(Row(what, size, "–", why))

    def tell(self) -> None:
        """Print all rows."""
        say("")
        say(_line(Row("what", "size", "measured", "yardstick", "ratio", "target"), "met"))
        say("-" * 150)
        for row in self._rows:
            say(_line(row))
        judged = [row for row in self._rows if row.is_met is not None]
        met = sum(bool(row.is_met) for row in judged)
        load = os.getloadavg()[0]
        say(f"\n{met} of {len(judged)} as wanted; {os.cpu_count()} cores, load {load:.1f} at the end")


def _line(row: Row, met: str = "") -> str:
    verdict = met or {True: "met", False: "MISSED", None: ""}[row.is_met]
    cells = (row.measured, row.yardstick, row.ratio, row.target, verdict)
    widths = (14, 34, 9, 10, 6)
    return f"{row.what:<50} {row.size:>9} " + " ".join(
        f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True)
    )


def time_shown(seconds: float) -> str:
    """A time, in the unit that suits it."""
    if seconds < 0.001:
        return f"{seconds * 1e6:,.0f} µs"
    return f"{seconds * 1000:,.1f} ms" if seconds < 10 else f"{seconds:,.1f} s"


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share of them lies."""
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


def say(line: str) -> None:
    """A line on standard output, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
