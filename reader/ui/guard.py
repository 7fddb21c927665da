"""The last wall: whatever a widget forgot, no control character goes out to the terminal.

Strips pass through here on their way to become bytes.
"""

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_FORBIDDEN = "[\x00-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2028\u2029\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
"""A regular expression, compiled when there is something to be looked at."""


class ControlCharacterGuard(LineFilter):
    """Replaces every control character and bidi control in what is about to be written by U+FFFD."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments with nothing in them that a terminal would act on."""
        del background
        # Nothing forbidden is printable, and what isn't is rare: joiners, blanks other than the usual one.
        if all(segment.text.isprintable() or not re.search(_FORBIDDEN, segment.text) for segment in segments):
            return segments
        return [
            Segment(re.sub(_FORBIDDEN, "\N{REPLACEMENT CHARACTER}", segment.text), segment.style)
            for segment in segments
            if segment.control is None
        ]
