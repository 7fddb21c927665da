"""Where one has been: back and forward, as in a browser."""

from typing import Generic, TypeVar

Place = TypeVar("Place")

_DEPTH = 200


class History(Generic[Place]):
    """Places left behind, and places come back from."""

    def __init__(self) -> None:
        self._back: list[Place] = []
        self._forward: list[Place] = []

    def leave(self, place: Place) -> None:
        """Remember a place that is being left for a new one."""
        if not self._back or self._back[-1] != place:
            self._back.append(place)
            del self._back[:-_DEPTH]
        self._forward.clear()

    def back(self, here: Place | None) -> Place | None:
        """The place left last, or None; `here` can be come back to with `forward`."""
        return self._step(self._back, self._forward, here)

    def forward(self, here: Place | None) -> Place | None:
        """The place that `back` was taken from, or None."""
        return self._step(self._forward, self._back, here)

    @staticmethod
    def _step(source: list[Place], target: list[Place], here: Place | None) -> Place | None:
        while source:
            place = source.pop()
            if place != here:
                if here is not None:
                    target.append(here)
                return place
        return None
