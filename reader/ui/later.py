"""Something to be done after a while, whatever holds the process up meanwhile.

Textual's timer leaves out what it has missed: one that is to call once, but whose time is over before it begins to
wait (another process had the processor, or this one was stopped), never calls (textual/timer.py, `skip`). A key that
waits for such a call would wait for ever, and with it all keys after it. A call of the event loop comes late, but
comes.
"""

import asyncio
from collections.abc import Callable

from textual.message_pump import MessagePump


def later(seconds: float, pump: MessagePump, callback: Callable[[], object]) -> asyncio.TimerHandle:
    """Have a widget, a screen or the app call back in its turn, once, after so many seconds; may be cancelled."""
    return asyncio.get_running_loop().call_later(seconds, pump.call_later, callback)
