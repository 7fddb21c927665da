"""The order in which the loop hears of stopping and going on."""

import asyncio
import os
import signal

from reader.ui.stopping import Stopping


class Late(Stopping):
    """Hears of a stop when it has already been continued, and only notes whether it would stop."""

    def __init__(self):
        super().__init__(lambda: None, lambda: None, lambda: None)
        self.stops = []
        self.was_done = asyncio.Event()

    def _stop_asked(self):
        os.kill(os.getpid(), signal.SIGCONT)
        super()._stop_asked()

    def _stop(self):
        self.stops.append(self._is_wanted)
        self.was_done.set()


async def test_what_was_continued_before_it_heard_of_the_stop_does_not_stop():
    stopping = Late()
    stopping.listen(asyncio.get_running_loop())
    os.kill(os.getpid(), signal.SIGTSTP)
    async with asyncio.timeout(30):
        await stopping.was_done.wait()
    stopping.end()
    assert not any(stopping.stops)
