"""How many heaps the threads of this process take their memory from.

glibc gives threads heaps of their own, up to eight for each core, and what is freed in one is of no use to another
(mallopt(3), M_ARENA_MAX). None is given up again: whoever begins threads shares heaps first. An index is written by
threads that come and go with each change: an app that followed a folder where five files changed every second held
260 MB after twenty seconds, and 115 MB with two heaps.
"""

import contextlib
import ctypes

MOST = 2
"""As many as the threads that write an index."""
_M_ARENA_MAX = -8
"""Its number in glibc's malloc.h."""


def share_heaps() -> None:
    """Let threads begun from now on share `MOST` heaps; without effect where the C library is another."""
    with contextlib.suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, MOST)
