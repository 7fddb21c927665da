"""Keys that are typed faster than they are handled: each goes where the one before it led.

Textual hands a key to whatever has the focus when it comes, while the key before may still be on its way up the tree
to the action that moves the focus. Here a key waits until nothing of the one before is under way:

    key ──▶ ahead ──▶ is a message queued anywhere? ──▶ is the screen ready for it? ──▶ the focused widget
                            │ yes: look again when all tasks      │ no: look again in a moment,
                            └─ have had their turn                └─ for PATIENCE_SECONDS at the longest

A screen that is led somewhere by a thread (an article that is opened, a search) says when it is there. A key that comes
when all is quiet is handed on at once, and so is a letter that follows a letter into a line.
"""

import asyncio
from collections import deque
from typing import Protocol, runtime_checkable

from textual import events
from textual.app import App
from textual.widgets import Input

from reader.ui.later import later

PATIENCE_SECONDS = 2.0
"""No key waits longer than that for a thread."""
A_MOMENT_SECONDS = 0.002
"""After which is looked again whether something is there by now."""
_MOST_TURNS = 40
"""Keys that come while a widget never comes to rest are held up no longer. Opening a screen takes a dozen turns."""


@runtime_checkable
class Leading(Protocol):
    """A screen that knows when it has come to where a key led."""

    def is_ready_for(self, key: events.Key) -> bool:
        """Whether what was asked for by the keys before is there, as far as this key is concerned."""


class TypeAheadApp(App[None], inherit_bindings=False):
    """An app in which keys, pastes and clicks are handled one after the other, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self._ahead: deque[events.Event] = deque()
        self._last: events.Event | None = None
        self._is_waiting = False
        self._is_held = False
        self._is_leaving = False
        self._turns = 0
        self._waits_until: float | None = None

    async def on_event(self, event: events.Event) -> None:
        """Let input wait its turn; everything else goes its way."""
        is_input = isinstance(event, (events.InputEvent, events.Paste)) and not event.is_forwarded
        if is_input and self._is_leaving:
            return
        if not is_input or (isinstance(event, events.MouseEvent) and not self._ahead):
            await super().on_event(event)
            return
        self._ahead.append(event)
        if not (self._is_waiting or self._is_held):
            await self._hand_on()

    def hold_keys(self) -> None:
        """Let keys wait, however long: there is nothing yet that they could go to."""
        self._is_held = True

    def hand_on_keys(self) -> None:
        """Let what waited go where it leads."""
        self._is_held = False
        self.call_later(self._hand_on)

    def hear_no_more(self) -> None:
        """Let what is still typed lead nowhere: there is no screen any more that could be opened."""
        self._is_leaving = True
        self._ahead.clear()

    @property
    def is_at_rest(self) -> bool:
        """Whether no key waits and nothing that a key led to is under way."""
        return not (self._is_held or self._ahead or self._is_under_way())

    async def _hand_on(self) -> None:
        """Hand on what waits, until something has to be waited for."""
        self._is_waiting = False
        while self._ahead:
            event = self._ahead[0]
            is_key = not isinstance(event, events.MouseEvent)
            if self._goes_on(event) or not self._is_under_way():
                self._turns = 0
            elif is_key and self._turns < _MOST_TURNS:
                self._turns += 1
                self._is_waiting = self.call_later(self._take_turn)
                return
            if not self._is_ready_for(event):
                self._is_waiting = True
                later(A_MOMENT_SECONDS, self, self._hand_on)
                return
            self._last = self._ahead.popleft()
            self._waits_until = None
            await super().on_event(event)

    async def _take_turn(self) -> None:
        # Without it this callback would be followed by the next before any other task runs.
        await asyncio.sleep(0)
        await self._hand_on()

    def _goes_on(self, event: events.Event) -> bool:
        """Whether a letter follows a letter into a line: it need not wait until the one before is shown."""
        return _is_letter(event) and (self._last is None or _is_letter(self._last)) and isinstance(self.focused, Input)

    def _is_under_way(self) -> bool:
        """Whether a message waits for the app or for anything on the screen.

        What is handled runs to its end before anything else does, so that what waits in no queue has been handled.
        """
        widgets = (widget for screen in self.screen_stack[-1:] for widget in screen.walk_children(with_self=True))
        return any(pump.message_queue_size for pump in (self, *widgets))

    def _is_ready_for(self, event: events.Event) -> bool:
        screen = self.screen
        if not isinstance(event, events.Key) or not isinstance(screen, Leading) or screen.is_ready_for(event):
            return True
        now = asyncio.get_running_loop().time()
        if self._waits_until is None:
            self._waits_until = now + PATIENCE_SECONDS
        return now > self._waits_until


def _is_letter(event: events.Event) -> bool:
    return isinstance(event, events.Key) and event.is_printable
