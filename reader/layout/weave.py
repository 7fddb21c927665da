"""Weaves runs of the source into strands: markup left out, white space folded, everything made safe.

A line break is a blank, but for a hyphenated word, which goes on, and for scripts that write no blanks.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from reader.layout.cells import cell_width
from reader.layout.characters import is_plain
from reader.layout.displayable import Displayed, display, displayable
from reader.layout.rows import Face, Style
from reader.layout.strand import Paint, Run, Strand
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
_WHITE = re.compile(r"[ \t\xa0]*(\r?\n)[ \t\r\n\xa0]*|[ \t\xa0]{2,}|\t")
_WHITE_CR = re.compile(r"[ \t\xa0]*(\r)[ \t\r\xa0]*|[ \t\xa0]{2,}|\t")
"""White space that isn't one blank, line breaks as a group; the second where `\\r` is what ends a line."""
_GOES_ON = re.compile(r"(?!(?:and|or|to|und|oder|et|ou|y|o|e|en|of)\b)[^\W\d_]", re.IGNORECASE)
"""What follows a hyphen at a line's end when the word goes on: "well-⏎known", but not "pre-⏎and post-war"."""


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
            without_white = self._source[run.start : run.end].replace("\n", " ").replace("\t", " ").replace("\r", " ")
            put = self._put_safe if is_plain(without_white) else self._put
            at = run.start
            for white in self._white.finditer(self._source, run.start, run.end):
                start, end = white.span()
                if at < start:
                    at += self._source[at] == " " and self._ends_blank
                    put(self._source[at:start], at)
                if not self._ends_blank and not (white[1] and self._goes_on(start, end)):
                    self._put_safe(" ", start)
                at = end
            if at < run.end:
                at += self._source[at] == " " and self._ends_blank
                put(self._source[at : run.end], at)

    def kept(self, found: Iterable[Run]) -> None:
        """Adds runs as they stand, tabs as blanks up to the next stop."""
        cells = 0
        for run in found:
            if run.shown is not None:
                self.replaced(run)
                cells += cell_width(run.shown)
                continue
            self._paints.append(Paint(self._length, run))
            at = run.start
            while (tab := self._source.find("\t", at, run.end)) >= 0:
                self._put(self._source[at:tab], at)
                self._lag = None
                self._put_safe(" " * (TAB_STOP - (cells + cell_width(self._source[at:tab])) % TAB_STOP), tab)
                self._stitch(tab + 1)
                cells = 0
                at = tab + 1
            self._put(self._source[at : run.end], at)
            cells += cell_width(self._source[at : run.end])

    def replaced(self, run: Run) -> None:
        """Adds what is shown in place of a run."""
        if run.shown:
            self._paints.append(Paint(self._length, run))
            self._lag = None
            self._put_safe(run.shown, run.start)
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
        if is_plain(text):
            return Strand(shown, tuple(self._paints), span, is_plain=True)
        seamless = display(text)
        if seamless.text == text:
            return Strand(shown, tuple(self._paints), span)
        # Marks may pile up, and joiners meet, where markup between them is hidden.
        paints = tuple(Paint(seamless.shown(paint.at), paint.run) for paint in self._paints)
        return Strand(shown.then(seamless), paints, span)

    @property
    def _ends_blank(self) -> bool:
        return not self._length or self._parts[-1][-1] == " "

    def _goes_on(self, start: int, end: int) -> bool:
        """Whether what stands before a line's break at `start` goes on behind it, at `end`, without a blank."""
        before, after = self._parts[-1][-1], self._source[end : end + 8]
        if before == "-":
            return self._source[start - 2 : start - 1].isalpha() and _GOES_ON.match(after) is not None
        return not before.isascii() and cell_width(before) == 2 and cell_width(after[:1]) == 2

    def _stitch(self, raw: int) -> None:
        """Says that what is added next comes from an offset of the source."""
        self._shown_stitches.append(self._length)
        self._raw_stitches.append(raw)
        self._lag = raw - self._length

    def _put_safe(self, text: str, start: int) -> None:
        """Adds text that is displayable."""
        if text:
            if start - self._length != self._lag:
                self._stitch(start)
            self._parts.append(text)
            self._length += len(text)

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
    if "  " in text or "\xa0" in text or not is_plain(text) or text[:1] == " ":
        return None
    shown = Displayed(text, (0,), (start,))
    return Strand(shown, (Paint(0, Run(start, end, style)),), Span(start, end), is_plain=True)
