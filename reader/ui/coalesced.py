"""Messages of which only the last counts: those that wait are answered as one."""

from textual.message import Message


class Coalesced(Message):
    """One that another of its kind makes out of date."""

    def can_replace(self, message: Message) -> bool:
        """Whether one that waits is answered with this one."""
        return isinstance(message, type(self))
