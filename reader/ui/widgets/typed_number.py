"""The number typed before a key, as in `12G`."""

_MOST_DIGITS = 6


class TypedNumber:
    """Digits, until something takes them or another key is pressed."""

    def __init__(self) -> None:
        self._digits = ""

    def feed(self, key: str) -> None:
        """Take a key: a digit is added, anything else forgets."""
        if len(key) == 1 and key.isdecimal() and key.isascii():
            self._digits = (self._digits + key)[-_MOST_DIGITS:]
        else:
            self._digits = ""

    def take(self) -> int | None:
        """The number, which is forgotten by this; None where none was typed."""
        digits, self._digits = self._digits, ""
        return int(digits) if digits else None
