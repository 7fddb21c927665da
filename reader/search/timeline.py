"""When articles were written: counts of days, drawn together into as many periods as there is room for.

A day is the number YYYYMMDD. Periods are months where all lie within three years, else years, else runs of years.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_MOST_MONTHS = 36
_LONGER_NAMES = 6
"""Cells that the names of the first and the last month take more than those of years."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Periods of one length, one after the other."""

    first: int
    """Month, counted from the year 0, with which the first period begins."""
    months: int
    """Of each period."""
    periods: int
    last: int
    """The last month in which there is anything."""

    @classmethod
    def of(cls, days: Iterable[int], most: int) -> "Timeline | None":
        """The finest that covers all days with at most so many periods; None where it would say nothing."""
        months = sorted({_month(day) for day in days if day})
        if most < 2 or len(months) < 2:
            return None
        first, last = months[0], months[-1]
        if last - first < min(most - _LONGER_NAMES, _MOST_MONTHS):
            return cls(first, 1, last - first + 1, last)
        years = last // 12 - first // 12 + 1
        length = -(-years // most)
        timeline = cls(first - first % 12, 12 * length, -(-years // length), last)
        return timeline if timeline.periods > 1 else None

    def counts(self, days: Mapping[int, int]) -> tuple[int, ...]:
        """How many lie in each period."""
        counts = [0] * self.periods
        for day, count in days.items():
            place = (_month(day) - self.first) // self.months if day else -1
            if 0 <= place < self.periods:
                counts[place] += count
        return tuple(counts)

    def name(self, period: int) -> str:
        """What a period is called: `2021`, `2021-03`, `1980–1984`."""
        start, _ = self.bounds(period)
        last_year = min((self.first + (period + 1) * self.months) // 12 - 1, self.last // 12)
        return start if self.months <= 12 or f"{last_year:04}" == start else f"{start}–{last_year:04}"

    @property
    def ends(self) -> tuple[str, str]:
        """What the first and the last time are called in which there is anything."""
        return self._date(self.first), self._date(self.last)

    def bounds(self, period: int) -> tuple[str, str]:
        """The dates between which a period lies, as a filter takes them: `after:` the one, `before:` the other."""
        start = self.first + period * self.months
        return self._date(start), self._date(start + self.months)

    def _date(self, month: int) -> str:
        year = f"{month // 12:04}"
        return year if self.months >= 12 else f"{year}-{month % 12 + 1:02}"


def _month(day: int) -> int:
    return day // 10_000 * 12 + max(0, day // 100 % 100 - 1)
