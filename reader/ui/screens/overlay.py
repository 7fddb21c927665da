"""A screen laid over the one on which one reads."""

from typing import TypeVar

from textual import events, on
from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

from reader.ui.screens.ready import ReadyScreen

Chosen = TypeVar("Chosen")


class Overlay(ReadyScreen[Chosen], ModalScreen[Chosen]):
    """Closes once, and lets go of what it drew: Textual keeps the drawings of a thousand widgets that are gone."""

    def dismiss(self, result: Chosen | None = None) -> AwaitComplete:
        """Close, and hand on what was chosen; what is chosen while it closes comes too late.

        Textual would close the screen below instead.
        """
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()

    @on(events.ScreenSuspend)
    def _let_go(self) -> None:
        for widget in self.walk_children(with_self=True):
            widget.refresh()
