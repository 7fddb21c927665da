"""What the terminal sends that is no UTF-8: pasted in another encoding, or cut off on the way.

Textual's drivers decode strictly, in a thread of their own, and an error there ends the program with a traceback
(github.com/Textualize/textual/issues/6456). Here each bad byte is U+FFFD instead, as it is in a file.
"""

import codecs
import sys
from functools import partial

from textual.driver import Driver

_LOOKED_UP = "getincrementaldecoder"
"""What a driver's module calls for its decoder, by this name, whenever it begins to read."""


def read_any_bytes(driver: type[Driver]) -> None:
    """Have a driver read whatever comes; one that looks for no decoder is left alone."""
    module = sys.modules[driver.__module__]
    if hasattr(module, _LOOKED_UP):
        setattr(module, _LOOKED_UP, _replacing)


def _replacing(encoding: str) -> "partial[codecs.IncrementalDecoder]":
    return partial(codecs.getincrementaldecoder(encoding), errors="replace")
