"""What can go wrong where the outside world is touched, each told in one line.

A message says what, where, and what to do; it is shown as it stands, after `displayable`.
"""


def system_reason(error: OSError) -> str:
    """What the system says went wrong, as it stands within a sentence."""
    return (error.strerror or str(error)).lower()


class ReaderError(Exception):
    """Anything a person should be told in one line."""


class UsageError(ReaderError):
    """The command line, a path or a setting was not understood: exit status 2."""


class NothingFoundError(ReaderError):
    """What was asked for is not there: exit status 1."""


class UnreadableError(ReaderError):
    """A file that can't be read as an article; its message is the reason, without the path."""


class NotTextError(UnreadableError):
    """A file of another type, whatever its name: nothing is wrong with it, it is only no article."""


class StateError(ReaderError):
    """What the user made can't be read or kept; its message says what goes on instead."""
