"""Positions in a text. Every offset is in code points of `Article.text`; every span is half-open."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple, Self, overload


class _Bounds(NamedTuple):
    start: int
    end: int


class Span(_Bounds):
    """The code points from `start` up to, not including, `end`."""

    __slots__ = ()

    def __new__(cls, start: int, end: int) -> Self:
        """A span; ValueError where there can be none."""
        if not 0 <= start <= end:
            raise ValueError(f"a span must not end before it starts: {start}..{end}")
        return tuple.__new__(cls, (start, end))

    def __len__(self) -> int:
        """How many code points it holds."""
        return self.end - self.start

    def __bool__(self) -> bool:
        """A span is true even when it is empty: it still says where."""
        return True

    def __contains__(self, offset: object) -> bool:
        """Whether an offset lies in it."""
        return isinstance(offset, int) and self.start <= offset < self.end

    def of(self, text: str) -> str:
        """The part of `text` that lies in this span."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


def span_of(start: int, end: int) -> Span:
    """A span of which is known that it can be one: made in half the time, for a text has thousands."""
    return tuple.__new__(Span, (start, end))


def content_hash(text: str) -> str:
    """The same for the same text, and for no other: 32 hexadecimal digits."""
    # Takes longer to import than all of the model.
    from hashlib import blake2b  # noqa: PLC0415

    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


class Line(NamedTuple):
    """One line of a text, without its break."""

    number: int
    """1-based."""
    start: int
    end: int
    """Offset of its break, or of the end of the text."""
    text: str

    @property
    def span(self) -> Span:
        """Where the line stands."""
        return Span(self.start, self.end)


def line_breaks(text: str) -> str:
    r"""The one break that ends lines in this text: `\n` (a `\r` before it belongs to it), or `\r` where no `\n` is."""
    return "\n" if "\n" in text or "\r" not in text else "\r"


class Lines(Sequence[Line]):
    r"""The lines of a text, kept as columns: a `Line` is made when it is asked for, for most never are.

    A line ends at `\n` or `\r\n`, at `\r` only in a text with no `\n`, and at nothing else (`str.splitlines` splits
    at eleven things). A break at the very end of the text ends its last line and begins none.
    """

    __slots__ = ("starts", "texts")

    texts: Final[tuple[str, ...]]
    """Each line without its break."""
    starts: Final[tuple[int, ...]]
    """Where each line begins."""

    def __init__(self, text: str) -> None:
        separator = line_breaks(text)
        texts = text.split(separator)
        starts = [0, *accumulate([len(content) + 1 for content in texts])]
        starts.pop()
        if not texts[-1] and len(texts) > 1:
            texts.pop()
            starts.pop()
        if separator == "\n" and "\r" in text:
            # The last line keeps its `\r` if no `\n` follows it.
            ended = len(texts) - (not text.endswith("\n"))
            texts[:ended] = [content.removesuffix("\r") for content in texts[:ended]]
        self.texts = tuple(texts)
        self.starts = tuple(starts)

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Line]: ...
    def __getitem__(self, index: int | slice) -> Line | Sequence[Line]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self.texts)))]
        text, start = self.texts[index], self.starts[index]
        return Line(index % len(self.texts) + 1, start, start + len(text), text)

    def __iter__(self) -> Iterator[Line]:
        return map(self.__getitem__, range(len(self.texts)))


class LineNumbers:
    """The line of any offset of a text, by bisection."""

    def __init__(self, text: str) -> None:
        separator = line_breaks(text)
        starts = [0]
        find = text.find
        at = find(separator)
        while at >= 0:
            starts.append(at + 1)
            at = find(separator, at + 1)
        if len(starts) > 1 and starts[-1] == len(text):
            starts.pop()
        self._starts = starts

    def __len__(self) -> int:
        """How many lines there are; an empty text has one."""
        return len(self._starts)

    def at(self, offset: int) -> int:
        """The 1-based number of the line that holds `offset`."""
        return bisect_right(self._starts, offset)

    def start(self, number: int) -> int:
        """The offset at which line `number` begins; numbers outside the text give the nearest line."""
        return self._starts[min(max(number, 1), len(self._starts)) - 1]
