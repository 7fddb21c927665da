"""What was chosen in the app, and for how long it goes before what the config file says.

A choice holds for as long as the file says what it said when the choice was made: what was said last holds, whichever
way it was said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from reader.store.settings import COLUMN, LIST_WIDTH, SORT, THEME, Setting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.store.config import Config

T = TypeVar("T", str, int)

CHOSEN: Final = "chosen in the app"
"""Where a setting comes from that was."""


def written(config: Config | None, setting: Setting[T]) -> T | None:
    """What the config file says; None where it says nothing."""
    return config[setting] if config is not None and config.origin(setting.id).source == "file" else None


def beside(setting: Setting[T]) -> str:
    """The name under which is kept what the file said when something was chosen."""
    return f"{setting.id} written"


def choice(remembered: Callable[[str], str | int | None], config: Config | None, setting: Setting[T]) -> T | None:
    """What was chosen and still holds; None where nothing does. `remembered` is `State.setting`, or asks it."""
    chosen = setting.kind.value(remembered(setting.id))
    return chosen if chosen is not None and remembered(beside(setting)) == written(config, setting) else None


def choices(remembered: Callable[[str], str | int | None], config: Config) -> Iterator[tuple[str, str | int]]:
    """Every choice that holds, by the id of its setting."""
    for name in (THEME, SORT):
        if (text := choice(remembered, config, name)) is not None:
            yield name.id, text
    for measure in (COLUMN, LIST_WIDTH):
        if (number := choice(remembered, config, measure)) is not None:
            yield measure.id, number
