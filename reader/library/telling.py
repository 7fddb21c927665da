"""Telling whoever opened an archive that more is known of it, not oftener than can be seen."""

import time
from collections.abc import Callable

OnChange = Callable[[], None]

_EVERY_SECONDS = 0.3


class Told:
    """Calls back, not oftener than can be seen."""

    def __init__(self, on_change: OnChange) -> None:
        self._on_change = on_change
        self._at = 0.0

    def soon(self) -> None:
        """Something is another."""
        if time.monotonic() - self._at >= _EVERY_SECONDS:
            self.now()

    def now(self) -> None:
        """Tell what has not been told."""
        self._on_change()
        self._at = time.monotonic()
