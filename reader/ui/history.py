"""Where one has been: back and forward, as in a browser."""

from reader.model.location import Location

_DEPTH = 200


class History:
    """Places left behind, and places come back from."""

    def __init__(self) -> None:
        self._back: list[Location] = []
        self._forward: list[Location] = []

    def leave(self, place: Location) -> None:
        """Remember a place that is being left for a new one."""
        if not self._back or self._back[-1] != place:
            self._back.append(place)
            del self._back[:-_DEPTH]
        self._forward.clear()

    def back(self, here: Location | None) -> Location | None:
        """The place left last, or None; `here` can be come back to with `forward`."""
        return self._step(self._back, self._forward, here)

    def forward(self, here: Location | None) -> Location | None:
        """The place that `back` was taken from, or None."""
        return self._step(self._forward, self._back, here)

    @staticmethod
    def _step(source: list[Location], target: list[Location], here: Location | None) -> Location | None:
        while source:
            place = source.pop()
            if place != here:
                if here is not None:
                    target.append(here)
                return place
        return None
