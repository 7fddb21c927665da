"""When circles of what nobody uses are looked for: often, and never among what stays, so that no key waits long."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

OFTEN = 700, 10, 2
"""As `gc.set_threshold` takes it: usually all is looked through after 85,000 new objects, which takes 30 ms."""


def settle() -> None:
    """Look for them from now on, but not among what is there by now."""
    gc.freeze()
    gc.set_threshold(*OFTEN)
    gc.enable()


@contextmanager
def growing() -> Iterator[None]:
    """While very much is made that stays: a look through it would hold up all threads, and find nothing.

    Where they are not looked for yet, and meanwhile begin to be, what was made stays all the same.
    """
    is_looked_for = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_looked_for or gc.isenabled():
            settle()
