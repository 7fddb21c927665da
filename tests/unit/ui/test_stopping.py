"""The order in which the loop hears of stopping and going on."""

import asyncio
import os
import signal

import pytest

from reader.ui.stopping import Stopping


class Late(Stopping):
    """Hears of each stop when it has already been continued, and only notes whether it would stop."""

    def __init__(self, times):
        self.takes, self.stops, self._times = 0, 0, times
        self.was_taken = asyncio.Event()
        super().__init__(lambda: None, self._taken, lambda: None)

    def _taken(self):
        self.takes += 1
        self.was_taken.set()

    def _stop_asked(self):
        self._times -= 1
        for number in (signal.SIGCONT, signal.SIGTSTP)[: 2 if self._times else 1]:
            os.kill(os.getpid(), number)
        super()._stop_asked()

    def _stop(self):
        self.stops += self._is_wanted


@pytest.mark.parametrize("times", [1, 2, 5])
async def test_what_was_continued_before_it_heard_of_the_stop_does_not_stop(times, monkeypatch):
    # Whoever has no terminal is never in its background.
    monkeypatch.setattr("sys.__stdin__", None)
    stopping = Late(times)
    stopping.listen(asyncio.get_running_loop())
    os.kill(os.getpid(), signal.SIGTSTP)
    async with asyncio.timeout(30):
        await stopping.was_taken.wait()
    for _ in range(20):
        await asyncio.sleep(0)
    stopping.end()
    assert not stopping.stops
