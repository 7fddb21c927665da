"""The last wall: whatever a widget forgot, no control character goes out to the terminal.

Strips pass through here on their way to become bytes. It costs one regular expression a segment.
"""

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2028\u2029\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


class ControlCharacterGuard(LineFilter):
    """Replaces every control character and bidi control in what is about to be written by U+FFFD."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments with nothing in them that a terminal would act on."""
        del background
        if not any(_FORBIDDEN.search(segment.text) for segment in segments):
            return segments
        return [
            Segment(_FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", segment.text), segment.style)
            for segment in segments
            if segment.control is None
        ]
