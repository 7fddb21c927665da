"""How each kind of block is set: blocks -> strands, and how many blank rows stand above. Pure; knows no width.

Headline, Byline, Standfirst, Heading, Paragraph, Aside     prose, re-flowed
Turn            the speaker's name, set apart, then prose; a bare `Q` or `A` is left to the number in the margin
Quote           prose behind a bar
Listing         its marker, then prose that hangs beside it
Code, Furniture, and paragraphs whose lines are kept        line by line
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from reader.layout.cells import cell_width
from reader.layout.displayable import displayable, one_line
from reader.layout.rows import Piece, Style
from reader.layout.strand import TAB_STOP, Run, Strand, Weaver, plain_strand, runs
from reader.model.article import (
    Article,
    Aside,
    Block,
    Byline,
    Code,
    Furniture,
    Heading,
    Headline,
    Inline,
    Listing,
    Paragraph,
    Quote,
    Standfirst,
    Table,
    Turn,
)
from reader.model.interview import Exchange
from reader.model.text import Span, line_breaks

BULLET = "•"
BAR = "│ "
LIST_STEP = 2
"""Cells by which a list inside a list is indented."""
VERSE_HANG = 4
"""Cells by which the rest of a kept line is indented."""
LONG_LINE = 160
"""Code points from which on a kept line is a paragraph of its own, whose rest isn't."""
MOST_INDENT = 16
"""Cells by which a kept line is indented at most."""

_BULLETS = frozenset("-*+•·‣◦–—")
_BARE_LABELS = frozenset(
    (
        *("q", "question", "a", "answer"),
        *("f", "frage", "antwort"),
        *("p", "pregunta", "pergunta", "r", "respuesta", "resposta", "réponse"),
        *("d", "domanda", "risposta"),
        *("v", "vraag", "antwoord"),
        *("в", "вопрос", "о", "ответ"),
        *("问", "問", "答"),
    )
)
"""Labels that only say which side speaks: a bold question with its number, and what follows it, say that already."""

_STYLES: dict[type[Block], Style] = {
    Headline: Style.HEADLINE,
    Byline: Style.BYLINE,
    Standfirst: Style.STANDFIRST,
    Heading: Style.HEADING,
    Paragraph: Style.TEXT,
    Turn: Style.TEXT,
    Quote: Style.QUOTE,
    Listing: Style.TEXT,
    Code: Style.CODE,
    Table: Style.TABLE,
    Furniture: Style.FURNITURE,
    Aside: Style.ASIDE,
}
_LABEL_END = re.compile(r"[\s:：.)\]*_–—-]+\Z")
_OWN_NUMBER = re.compile(r"\(?([0-9]{1,4})[.):](?=\s)")


class Setting:
    """An article's blocks as strands."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._text = article.text
        self._line_break = line_breaks(article.text)

    def strands(self, index: int, part: Span) -> Iterator[Strand]:
        """The strands of the part of a block that lies in `part`."""
        block = self._article.blocks[index]
        start, end = max(block.span.start, part.start), min(block.span.end, part.end)
        style = _STYLES[type(block)]
        asked = [one.question.body for one in self._exchanges(start, end)]
        match block:
            case Code():
                yield from self._code(start, end)
            case Furniture() | Table() | Paragraph(keeps_lines=True):
                yield from self._lines(start, end, style, asked)
            case Turn() if block.label is not None and start <= block.label.start:
                yield from self._turn(block, end, asked)
            case Quote():
                strand = self._prose(start, end, style, asked)
                yield _placed(strand, bar=(Piece(BAR, start, start, Style.RULE),))
            case Listing():
                yield self._listing(block, start, end, asked)
            case _:
                yield self._prose(start, end, style, asked)

    def is_seen(self, index: int) -> bool:
        """Whether anything of a block is shown when nothing is folded."""
        span = self._article.blocks[index].span
        if not self._article.inlines:
            return span.start < span.end
        return any(strand.shown.text or strand.lead for strand in self.strands(index, span))

    def gap(self, index: int, before: int) -> int:
        """Blank rows between two blocks of which nothing but unseen blocks lies between."""
        block, above = self._article.blocks[index], self._article.blocks[before]
        is_loose = self._text.count(self._line_break, above.span.end, block.span.start) > 1
        match above, block:
            case (Headline(), Byline()) | (Byline(), Byline()):
                return 0
            case (Listing(), Listing()) | (Furniture(), Furniture()) | (Aside(), Aside()) | (Code(), Code()):
                return int(is_loose)
            case (Turn(label=Span() as label), _) if label.end >= above.span.end:
                return 0
        if self.number(block.span) is not None or isinstance(block, Heading):
            return 1 if isinstance(above, Heading | Headline) else 2
        return 1

    def number(self, span: Span) -> int | None:
        """That of the first exchange whose question begins in a span."""
        exchanges = self._article.exchanges
        first = bisect_left(exchanges, span.start, key=_question_start)
        if first < len(exchanges) and _question_start(exchanges[first]) < span.end:
            return exchanges[first].number
        return None

    def _prose(self, start: int, end: int, style: Style, asked: Sequence[Span]) -> Strand:
        """A run of prose as one strand."""
        inlines = self._inlines(start, end)
        if not inlines and not asked and (plain := plain_strand(self._text, start, end, style)):
            return plain
        weaver = Weaver(self._text, self._line_break)
        weaver.prose(runs(start, end, style, inlines, asked))
        return weaver.strand(Span(start, end))

    def _lines(self, start: int, end: int, style: Style, asked: Sequence[Span] = ()) -> Iterator[Strand]:
        """Each line as a strand, indented as it is in the source."""
        for line in self._spans_of_lines(start, end):
            begun = line.start
            while begun < line.end and self._text[begun] in " \t":
                begun += 1
            strand = self._prose(begun, line.end, style, asked)
            indent = min(MOST_INDENT, cell_width(self._text[line.start : begun].expandtabs(TAB_STOP)))
            yield _placed(strand, indent=indent, hang=indent + VERSE_HANG * (len(line) < LONG_LINE))

    def _code(self, start: int, end: int) -> Iterator[Strand]:
        """Each line as a strand that is shown as it stands."""
        for line in self._spans_of_lines(start, end):
            weaver = Weaver(self._text, self._line_break)
            weaver.kept(runs(line.start, line.end, Style.CODE, self._inlines(line.start, line.end)))
            yield _placed(weaver.strand(line), is_chopped=True)

    def _spans_of_lines(self, start: int, end: int) -> Iterator[Span]:
        """The lines between two offsets, without their breaks."""
        while start < end:
            found = self._text.find(self._line_break, start, end)
            line_end = end if found < 0 else found
            yield Span(start, line_end - (found >= 0 and self._text.endswith("\r", start, line_end)))
            start = line_end + 1

    def _turn(self, turn: Turn, end: int, asked: Sequence[Span]) -> Iterator[Strand]:
        """Who speaks, and what is said."""
        label = turn.label or Span(turn.span.start, turn.span.start)
        begun = label.end
        while begun < end and self._text[begun].isspace():
            begun += 1
        name = self._speaker(turn, label)
        is_alone = self._line_break in self._text[label.end : begun] or begun == end
        own = Run(label.start, label.end, Style.SPEAKER, shown=name)
        if not name:
            strand = self._prose(begun, end, Style.TEXT, asked)
            yield _placed(strand, lead=(Piece("", label.start, label.end, Style.SPEAKER),))
            return
        weaver = Weaver(self._text, self._line_break)
        weaver.replaced(own)
        if is_alone:
            yield weaver.strand(label)
            if begun < end:
                yield self._prose(begun, end, Style.TEXT, asked)
            return
        weaver.replaced(Run(label.end, begun, Style.TEXT, shown="  "))
        weaver.prose(runs(begun, end, Style.TEXT, self._inlines(begun, end), asked))
        yield weaver.strand(Span(label.start, end))

    def _speaker(self, turn: Turn, label: Span) -> str:
        """The name by which a turn's speaker is shown; "" where the label says no more than which side speaks."""
        if turn.speaker is not None:
            speaker = self._article.speakers[turn.speaker]
            if speaker.name is None and _is_bare(speaker.label):
                return ""
            return one_line(speaker.shown)
        shown = _LABEL_END.sub("", self._article.prose(label))
        return "" if _is_bare(shown) else one_line(shown)

    def _listing(self, listing: Listing, start: int, end: int, asked: Sequence[Span]) -> Strand:
        """One item of a list."""
        indent = listing.level * LIST_STEP
        if start > listing.marker.start:
            return _placed(self._prose(start, end, Style.TEXT, asked), indent=indent + LIST_STEP)
        begun = listing.marker.end
        while begun < end and self._text[begun].isspace():
            begun += 1
        marker = listing.marker.of(self._text)
        shown = BULLET if marker in _BULLETS else displayable(marker)
        lead = (
            Piece(shown, listing.marker.start, listing.marker.end, Style.MARKER),
            Piece(" ", begun, begun, Style.TEXT),
        )
        strand = self._prose(begun, end, Style.TEXT, asked)
        return _placed(strand, indent=indent, hang=indent + cell_width(shown) + 1, lead=lead)

    def _exchanges(self, start: int, end: int) -> list[Exchange]:
        """The exchanges whose question overlaps a span."""
        exchanges = self._article.exchanges
        first = max(0, bisect_right(exchanges, start, key=_question_start) - 1)
        last = bisect_left(exchanges, end, key=_question_start)
        return [one for one in exchanges[first:last] if one.question.body.end > start]

    def _inlines(self, start: int, end: int) -> Sequence[Inline]:
        """The inlines that may overlap a span."""
        if not self._article.inlines:
            return ()
        last = bisect_left(self._article.inlines, end, key=_inline_start)
        return self._article.inlines[bisect_right(self._reach, start) : last]

    @cached_property
    def _reach(self) -> list[int]:
        """For each inline, the furthest end of it and those before it: ascending, to be bisected."""
        return list(accumulate((inline.span.end for inline in self._article.inlines), max))


def _placed(
    strand: Strand,
    *,
    indent: int = 0,
    hang: int | None = None,
    lead: tuple[Piece, ...] = (),
    bar: tuple[Piece, ...] = (),
    is_chopped: bool = False,
) -> Strand:
    """A strand in its place."""
    hanging = indent if hang is None else hang
    return Strand(strand.shown, strand.paints, strand.span, indent, hanging, lead, bar, is_chopped)


def _is_bare(label: str) -> bool:
    """Whether a label only says which side speaks."""
    return label.casefold().strip(" 0123456789.:)(") in _BARE_LABELS


def _question_start(exchange: Exchange) -> int:
    return exchange.question.span.start


def _inline_start(inline: Inline) -> int:
    return inline.span.start
