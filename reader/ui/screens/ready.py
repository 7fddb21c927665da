"""A screen that is whole when it comes up."""

from typing import TypeVar

from textual import events, on
from textual.screen import Screen

Given = TypeVar("Given")


class ReadyScreen(Screen[Given]):
    """Each of its parts was styled as it was made: none is once more as the screen comes up."""

    @on(events.ScreenResume)
    def _come_up(self, event: events.ScreenResume) -> None:
        event.refresh_styles = False
