"""What is left to read of a line without its marks, and where in the text each character of it stands.

Offsets are code points of the whole text. Marks are the inlines that overlap the line, in order.
"""

from collections.abc import Iterator, Sequence

from reader.model.article import Inline


def unmarked(line: str, start: int, marks: Sequence[Inline]) -> tuple[str, list[int]]:
    """What is left to read of a line that begins at `start`, and for each of its characters its offset in the text."""
    left: list[str] = []
    offsets: list[int] = []
    for part, at in _parts(line, start, marks):
        left.append(part)
        is_shown_as_it_is = line.startswith(part, at - start)
        offsets.extend(range(at, at + len(part)) if is_shown_as_it_is else [at] * len(part))
    return "".join(left), offsets


def offset_of(column: int, line: str, start: int, marks: Sequence[Inline]) -> int:
    """Where the character at `column` of what is left to read of a line stands in the text; blanks before it aside."""
    is_begun = False
    for part, at in _parts(line, start, marks):
        if not is_begun:
            said = part.lstrip()
            column += len(part) - len(said)
            is_begun = bool(said)
        if is_begun and column < len(part):
            return at + column if line.startswith(part, at - start) else at
        column -= len(part)
    return start + len(line)


def without_marks(line: str, start: int, marks: Sequence[Inline]) -> str:
    """What is left to read of a line that begins at `start`."""
    return "".join([part for part, _ in _parts(line, start, marks)])


def _parts(line: str, start: int, marks: Sequence[Inline]) -> Iterator[tuple[str, int]]:
    """What is left of a line piece by piece, each with its offset in the text."""
    at, end = start, start + len(line)
    for inline in marks:
        span, style = inline.span, inline.style
        if (style != "hidden" and style != "character") or span.end <= at:  # noqa: PLR1714 - a set costs twice as much
            continue
        upto = min(max(span.start, at), end)
        yield line[at - start : upto - start], at
        if style == "character" and span.start >= start:
            yield inline.target, span.start
        at = min(span.end, end)
    yield line[at - start :], at
