"""What somebody prefers: what was chosen in the app, unless the config file has said something else since.

    config.toml ─► written ─┐
                            ├─► held: the choice, for as long as the file says what it said when it was made
    state ──────► chosen ───┘

So what was said last holds, whichever way it was said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.store.config import Config
    from reader.store.settings import Setting
    from reader.ui.memory import Memory

T = TypeVar("T", str, int)


class Preferences:
    """The settings in force, and the choices that go before them."""

    def __init__(self, memory: Memory, written: Config | None, read: Callable[[], Config]) -> None:
        self._memory = memory
        self._written = written
        self._read = read
        self._config = written
        self._chosen: set[str] = set()

    @property
    def config(self) -> Config:
        """The settings; read when first asked for: most people have no config file, and reading takes a while."""
        if self._config is None:
            self._config = self._read()
        return self._config

    @property
    def written(self) -> Config | None:
        """What the config file says; None where there is none."""
        return self._written

    @property
    def keymap(self) -> Mapping[str, str]:
        """The keys that somebody gave to commands."""
        return self._written.keymap if self._written is not None else {}

    def choose(self, setting: Setting[T], value: T) -> None:
        """Keep what was chosen in the app."""
        from reader.store.choices import beside, written  # noqa: PLC0415 - not before the first paint

        self._chosen.add(setting.id)
        self._memory.choose(setting.id, value)
        self._memory.choose(beside(setting), written(self._written, setting))

    def is_open(self, setting: Setting[T]) -> bool:
        """Whether nobody has chosen anything since the start: what was held before may then be taken up."""
        return setting.id not in self._chosen

    def held(self, setting: Setting[T]) -> T:
        """What holds. Waits for the scribe: not for the screen's thread."""
        from reader.store.choices import choice, written  # noqa: PLC0415 - not before the first paint

        chosen = choice(self._memory.chosen, self._written, setting)
        said = written(self._written, setting)
        return next((value for value in (chosen, said) if value is not None), setting.default)
