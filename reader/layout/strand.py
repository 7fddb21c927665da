r"""What a part of an article shows, in one line of any length, ready to be broken. Offsets as said, cells across.

    source   **MJ:** Well,\n  \n yes&nbsp;…      Article.text, with its inlines
    strand   Matt Jukes  Well, yes …             what is read: markup gone, white space folded, displayable
    rows     Matt Jukes  Well,                   broken at a width (breaks.py)
             yes …

A strand knows which code point of the source each of its own is, and in which style it is drawn.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from reader.layout.breaks import chopped_starts, line_starts
from reader.layout.cells import boundary_before, cell_width
from reader.layout.characters import is_plain
from reader.layout.displayable import Displayed, display, displayable
from reader.layout.rows import Face, Piece, Style
from reader.model.article import Inline, InlineStyle
from reader.model.text import Span

TAB_STOP = 4
"""In cells. Eight would push code out of a column made for prose."""

_FACES: dict[InlineStyle, Face] = {
    "strong": Face.STRONG,
    "emphasis": Face.EMPHASIS,
    "code": Face.CODE,
    "strike": Face.STRIKE,
    "link": Face.LINK,
}
_WHITE = re.compile(r"[ \t]*\r?\n[ \t\r\n]*|[ \t]{2,}|\t")
_WHITE_CR = re.compile(r"[ \t]*\r[ \t\r]*|[ \t]{2,}|\t")
"""White space that isn't one blank; the second where `\\r` is what ends a line."""
_GOES_ON = re.compile(r"(?!(?:and|or|to|und|oder|et|ou|y|o|e|en|of)\b)[^\W\d_]", re.IGNORECASE)
"""What follows a hyphen at a line's end when the word goes on: "well-⏎known", but not "pre-⏎and post-war"."""


class Run(NamedTuple):
    """A run of the source in one style."""

    start: int
    end: int
    style: Style
    face: Face = Face.PLAIN
    target: str = ""
    shown: str | None = None
    """What is shown in its place, if not itself."""


class Paint(NamedTuple):
    """How a strand is drawn from an offset of its text on."""

    at: int
    run: Run


@dataclass(frozen=True, slots=True)
class Strand:
    """One line of any length, and where it is to stand."""

    shown: Displayed
    """What is shown; its raw offsets are those of the article."""
    paints: tuple[Paint, ...]
    span: Span
    indent: int = 0
    """Of its first row, from the column's left edge."""
    hang: int = 0
    """Of the rows after it."""
    lead: tuple[Piece, ...] = ()
    """What stands before the text on the first row."""
    bar: tuple[Piece, ...] = ()
    """What stands before the text on every row."""
    is_chopped: bool = False
    """Whether rows end at the width, wherever that is."""
    is_wide: bool = False
    """Whether it may go on beyond the column, to the pane's edge."""

    @property
    def is_seen(self) -> bool:
        """Whether it shows anything."""
        return bool(self.shown.text) or any(piece.text for piece in self.lead)

    def starts(self, width: int) -> list[int]:
        """Where the rows begin, in code points of what is shown, in a column of so many cells."""
        taken = _width(self.bar)
        broken = chopped_starts if self.is_chopped else line_starts
        room = max(1, width - taken - self.hang)
        return broken(self.shown.text, room, max(1, width - taken - self.indent - _width(self.lead)))

    def pieces(self, start: int, end: int) -> tuple[Piece, ...]:
        """What is drawn of the text between two offsets, without blanks at the end, and what stands before it."""
        text = self.shown.text
        end = start + len(text[start:end].rstrip(" ")) if not self.is_chopped else end
        before = self.bar if start else self.bar + self.lead
        cuts = {start, end}
        cuts.update(paint.at for paint in self.paints[bisect_right(self.paints, start, key=_at) :] if paint.at < end)
        stitches = self.shown.shown_stitches
        cuts.update(stitches[bisect_right(stitches, start) : bisect_left(stitches, end)])
        if len(cuts) > 2 and not is_plain(text[start:end]):
            cuts = {start + boundary_before(text[start:end], cut - start) for cut in cuts}
        return before + tuple(self._piece(at, following) for at, following in pairwise(sorted(cuts)))

    def _piece(self, start: int, end: int) -> Piece:
        """A run of the text in which nothing changes."""
        run = self.paints[bisect_right(self.paints, start, key=_at) - 1].run
        stitch = bisect_right(self.shown.shown_stitches, start) - 1
        first, last = self.shown.raw(start), self.shown.raw(end - 1) + 1
        if stitch + 1 < len(self.shown.shown_stitches):
            (at, following), (raw, raw_following) = (
                stitches[stitch : stitch + 2] for stitches in (self.shown.shown_stitches, self.shown.raw_stitches)
            )
            if end <= following and (run.shown is not None or following - at > raw_following - raw):
                # It stands for what it replaces as a whole, on the row where it begins.
                first, last = (raw if start == at else raw_following), raw_following
        return Piece(self.shown.text[start:end], first, last, run.style, run.face, run.target)


def _at(paint: Paint) -> int:
    return paint.at


def _width(pieces: Iterable[Piece]) -> int:
    return sum(cell_width(piece.text) for piece in pieces)


def runs(start: int, end: int, style: Style, inlines: Sequence[Inline], asked: Sequence[Span] = ()) -> list[Run]:
    """The source between two offsets in runs of one style each, markup left out.

    Args:
        start: Offset of the first code point.
        end: Offset behind the last one.
        style: Of all that is not asked.
        inlines: Those that overlap, and others; in order of their starts.
        asked: Where questions stand.
    """
    inside = [inline for inline in inlines if inline.span.start < end and inline.span.end > start]
    questions = [span for span in asked if span.start < end and span.end > start]
    if not inside and not questions:
        return [Run(start, end, style)] if start < end else []
    edges = {start, end}
    for span in (*(inline.span for inline in inside), *questions):
        edges.update((max(start, span.start), min(end, span.end)))
    found: list[Run] = []
    open_inlines: list[Inline] = []
    coming = 0
    for at, following in pairwise(sorted(edges)):
        open_inlines = [inline for inline in open_inlines if inline.span.end > at]
        while coming < len(inside) and inside[coming].span.start <= at:
            if inside[coming].span.end > at:
                open_inlines.append(inside[coming])
            coming += 1
        asks = any(span.start <= at < span.end for span in questions)
        run = _run(at, following, Style.QUESTION if asks else style, open_inlines)
        if run:
            found.append(run)
    return found


def _run(start: int, end: int, style: Style, inlines: Sequence[Inline]) -> Run | None:
    """The run on which all of these lie; none where one of them hides it."""
    face, target, shown = Face.PLAIN, "", None
    for inline in inlines:
        match inline.style:
            case "hidden":
                return None
            case "character":
                shown = displayable(inline.target.replace("\n", " ")) if inline.span.start == start else ""
            case _:
                face |= _FACES[inline.style]
                target = inline.target or target
    return Run(start, end, style, face, target, shown)


class Weaver:
    """Makes a strand of runs, one after the other."""

    def __init__(self, source: str, line_break: str) -> None:
        self._source = source
        self._white = _WHITE if line_break == "\n" else _WHITE_CR
        self._parts: list[str] = []
        self._length = 0
        self._lag: int | None = None
        self._shown_stitches: list[int] = []
        self._raw_stitches: list[int] = []
        self._paints: list[Paint] = []

    def prose(self, found: Iterable[Run]) -> None:
        """Adds runs, each run of white space in them as one blank."""
        for run in found:
            if run.shown is not None:
                self.replaced(run)
                continue
            self._paints.append(Paint(self._length, run))
            at = run.start
            for white in self._white.finditer(self._source, run.start, run.end):
                self._copy(at, white.start())
                self._blank(white.start(), white.end())
                at = white.end()
            self._copy(at, run.end)

    def kept(self, found: Iterable[Run]) -> None:
        """Adds runs as they stand, tabs as blanks up to the next stop."""
        for run in found:
            if run.shown is not None:
                self.replaced(run)
                continue
            self._paints.append(Paint(self._length, run))
            at = run.start
            while (tab := self._source.find("\t", at, run.end)) >= 0:
                self._put(self._source[at:tab], at)
                self._lag = None
                blanks = TAB_STOP - cell_width("".join(self._parts)) % TAB_STOP
                self._put(" " * blanks, tab)
                self._stitch(tab + 1)
                at = tab + 1
            self._put(self._source[at : run.end], at)

    def replaced(self, run: Run) -> None:
        """Adds what is shown in place of a run."""
        if run.shown:
            self._paints.append(Paint(self._length, run))
            self._lag = None
            self._put(run.shown, run.start)
            self._stitch(run.end)

    def strand(self, span: Span) -> Strand:
        """All that was added, without blanks at the end."""
        text = "".join(self._parts).rstrip(" ")
        while self._shown_stitches and self._shown_stitches[-1] > len(text):
            self._shown_stitches.pop()
            self._raw_stitches.pop()
            self._lag = None
        self._length = len(text)
        if span.end - self._length != self._lag:
            self._stitch(span.end)
        shown = Displayed(text, tuple(self._shown_stitches), tuple(self._raw_stitches))
        seamless = display(text)
        if seamless.text == text:
            return Strand(shown, tuple(self._paints), span)
        # Marks may pile up, and joiners meet, where markup between them is hidden.
        paints = tuple(Paint(seamless.shown(paint.at), paint.run) for paint in self._paints)
        return Strand(shown.then(seamless), paints, span)

    @property
    def _ends_blank(self) -> bool:
        return not self._length or self._parts[-1][-1] == " "

    def _copy(self, start: int, end: int) -> None:
        if start < end and self._source[start] == " " and self._ends_blank:
            start += 1
        if start < end:
            self._put(self._source[start:end], start)

    def _blank(self, start: int, end: int) -> None:
        """Adds the blank for white space, where it is one between words."""
        if self._ends_blank:
            return
        is_break = "\n" in self._source[start:end] or "\r" in self._source[start:end]
        before, after = self._parts[-1][-1], self._source[end : end + 8]
        if is_break and cell_width(before) == 2 and after and cell_width(after[0]) == 2:
            return
        if is_break and before == "-" and self._source[start - 2 : start - 1].isalpha() and _GOES_ON.match(after):
            return
        self._put(" ", start)

    def _stitch(self, raw: int) -> None:
        """Says that what is added next comes from an offset of the source."""
        self._shown_stitches.append(self._length)
        self._raw_stitches.append(raw)
        self._lag = raw - self._length

    def _put(self, text: str, start: int) -> None:
        """Adds source text from `start` on, made safe."""
        shown = display(text)
        if not shown.text:
            return
        first = start + (shown.raw_stitches[0] if shown.raw_stitches and not shown.shown_stitches[0] else 0)
        if first - self._length != self._lag:
            self._stitch(first)
        for shown_at, raw_at in zip(shown.shown_stitches, shown.raw_stitches, strict=True):
            if 0 < shown_at < len(shown.text):
                self._shown_stitches.append(self._length + shown_at)
                self._raw_stitches.append(start + raw_at)
        self._parts.append(shown.text)
        self._length += len(shown.text)
        self._lag = self._raw_stitches[-1] - self._shown_stitches[-1]


def plain_strand(source: str, start: int, end: int, style: Style) -> Strand | None:
    """The strand of a run without inlines that shows itself: the case of most paragraphs. None where it doesn't."""
    text = source[start:end].rstrip(" ")
    if "\n" in text:
        if "-\n" in text:
            return None
        text = text.replace("\n", " ")
    if "  " in text or not is_plain(text) or text[:1] == " ":
        return None
    shown = Displayed(text, (0,), (start,))
    return Strand(shown, (Paint(0, Run(start, end, style)),), Span(start, end))
