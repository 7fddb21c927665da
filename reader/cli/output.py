"""Results as lines: safe text, with colours where a person looks at it, or JSON Lines.

This is where untrusted text leaves the program: every string but a JSON record or raw bytes goes through `displayable`.
"""

import json
import os
from enum import Enum
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from reader.cli import streams
from reader.errors import UsageError
from reader.layout.displayable import displayable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.export.record import Json

When: TypeAlias = Literal["auto", "always", "never"]


class Style(Enum):
    """How a part of a line is set apart. The value is what selects it in a terminal (ECMA-48, SGR)."""

    TITLE = "1"
    NAME = "36"
    MATCH = "1;33"
    PROBLEM = "33"
    ASIDE = "2"


class Styled(NamedTuple):
    """A part of a line that is set apart, where there is colour."""

    text: str
    style: Style


Part: TypeAlias = str | Styled


class Output:
    """Standard output, for results alone."""

    def __init__(self, colour: When = "auto") -> None:
        self.is_terminal = streams.is_terminal()
        self._is_coloured = is_coloured(colour, is_terminal=self.is_terminal)

    def line(self, *parts: Part) -> None:
        """One line, whatever breaks and controls its parts hold."""
        streams.write("".join(map(self._rendered, parts)) + "\n")

    def columns(self, *cells: str) -> None:
        """One line for other programs to cut: tabs between, none inside."""
        streams.write("\t".join(map(displayable, cells)) + "\n")

    def record(self, record: "Mapping[str, Json]") -> None:
        """One JSON object on a line of its own, in printable ASCII."""
        streams.write(json.dumps(record, ensure_ascii=True).replace("\x7f", "\\u007f") + "\n")

    def raw(self, content: bytes) -> None:
        """Bytes as they are; refused where a terminal would act on them."""
        if self.is_terminal:
            raise UsageError("raw bytes are not written to a terminal; send them to a file: > FILE")
        streams.write_bytes(content)

    def _rendered(self, part: Part) -> str:
        if isinstance(part, str):
            return displayable(part)
        text = displayable(part.text)
        return f"\x1b[{part.style.value}m{text}\x1b[0m" if self._is_coloured and text else text


def is_coloured(colour: When, *, is_terminal: bool) -> bool:
    """Whether to write colours: as asked for, else for a terminal that has them and a person who wants them."""
    if colour != "auto":
        return colour == "always"
    return is_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
