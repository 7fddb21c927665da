"""A screen laid over the one on which one reads."""

from typing import TypeVar

from textual import events, on
from textual.screen import ModalScreen

from reader.ui.screens.ready import ReadyScreen

Chosen = TypeVar("Chosen")


class Overlay(ReadyScreen[Chosen], ModalScreen[Chosen]):
    """Lets go of what it drew when it is closed: Textual keeps the drawings of a thousand widgets that are gone."""

    @on(events.ScreenSuspend)
    def _let_go(self) -> None:
        for widget in self.walk_children(with_self=True):
            widget.refresh()
