"""How each kind of block is set: blocks -> strands, and how many blank rows stand above.

Headline, Byline, Standfirst, Heading, Paragraph, Aside     prose, re-flowed
Turn            the speaker's name, set apart, then prose; a bare `Q` or `A` is left to the number in the margin
Quote           prose behind a bar
Listing         its marker, then prose that hangs beside it
Code, Furniture, and paragraphs whose lines are kept        line by line
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate

from reader.layout.cells import cell_width
from reader.layout.displayable import displayable, one_line
from reader.layout.rows import Piece, Style
from reader.layout.strand import Run, Strand
from reader.layout.tables import is_table, table
from reader.layout.weave import TAB_STOP, Weaver, plain_strand, runs
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
LONG_BLOCK = 4_096
"""Code points from which on a block is taken to show something, without a look."""
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


class Setting:
    """An article's blocks as strands. `room` is the width of what may go beyond the column."""

    def __init__(self, article: Article, room: int) -> None:
        self._article = article
        self._room = room
        self._text = article.text
        self._line_break = line_breaks(article.text)

    def strands(self, index: int, part: Span) -> Iterator[Strand]:
        """The strands of the part of a block that lies in `part`."""
        block = self._article.blocks[index]
        start, end = max(block.span.start, part.start), min(block.span.end, part.end)
        style = _STYLES[type(block)]
        asked = [one.question.span for one in self._exchanges(start, end)]
        match block:
            case Code():
                yield from self._kept(self._lines(start, end), style)
            case Table():
                yield from self._table(start, end)
            case Furniture() | Paragraph(keeps_lines=True):
                yield from self._verse(start, end, style, asked)
            case Turn(label=Span() as label) if start <= label.start:
                yield from self._turn(label, block, end, asked)
            case Quote():
                strand = self._prose(start, end, style, asked)
                yield replace(strand, bar=(Piece(BAR, start, start, Style.RULE),))
            case Listing():
                yield self._listing(block, start, end, asked)
            case _:
                number = self._own_number(block.span) if start == block.span.start else None
                strand = self._prose(number.end if number else start, end, style, asked)
                lead = (Piece("", number.start, number.end, Style.QUESTION),) if number else ()
                yield replace(strand, lead=lead) if lead else strand

    def is_seen(self, index: int) -> bool:
        """Whether anything of a block is shown when nothing is folded."""
        block = self._article.blocks[index]
        said = (
            block.span if not isinstance(block, Turn) or block.label is None else Span(block.label.end, block.span.end)
        )
        if len(said) > LONG_BLOCK:
            return True
        if not self._inlines(block.span.start, block.span.end) and self._text[said.start : said.end].strip():
            return True
        return any(strand.is_seen for strand in self.strands(index, block.span))

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
        if isinstance(block, Heading) or self.number(Span(above.span.end, block.span.end)) is not None:
            return 1 if isinstance(above, Heading | Headline) else 2
        return 1

    def number(self, span: Span) -> int | None:
        """That of the first exchange whose question begins in a span."""
        exchanges = self._article.exchanges
        first = bisect_left(exchanges, span.start, key=_question_start)
        if first < len(exchanges) and _question_start(exchanges[first]) < span.end:
            return exchanges[first].number
        return None

    def _own_number(self, block: Span) -> Span | None:
        """The number with which a block begins, if it is the one that its question has in the margin anyway."""
        exchanges = self._exchanges(block.start, block.end)
        if not exchanges or exchanges[0].question.label is not None:
            return None
        question = exchanges[0].question
        written = Span(question.span.start, question.body.start)
        if question.span.start < block.start or self._article.prose(Span(block.start, question.span.start)):
            return None
        is_same = self._article.prose(written).strip("().:-# ") == str(exchanges[0].number)
        return written if is_same and question.body.start < block.end else None

    def _prose(self, start: int, end: int, style: Style, asked: Sequence[Span]) -> Strand:
        """A run of prose as one strand."""
        inlines = self._inlines(start, end)
        if not inlines and not asked and (plain := plain_strand(self._text, start, end, style)):
            return plain
        weaver = self._weaver()
        weaver.prose(runs(start, end, style, inlines, asked))
        return weaver.strand(Span(start, end))

    def _verse(self, start: int, end: int, style: Style, asked: Sequence[Span]) -> Iterator[Strand]:
        """Each line as a strand, indented as it is in the source."""
        for line in self._lines(start, end):
            begun = line.start
            while begun < line.end and self._text[begun] in " \t":
                begun += 1
            strand = self._prose(begun, line.end, style, asked)
            indent = min(MOST_INDENT, cell_width(self._text[line.start : begun].expandtabs(TAB_STOP)))
            yield replace(strand, indent=indent, hang=indent + VERSE_HANG * (len(line) < LONG_LINE))

    def _kept(self, lines: Iterable[Span], style: Style) -> Iterator[Strand]:
        """Each line as a strand that is shown as it stands."""
        for line in lines:
            weaver = self._weaver()
            weaver.kept(self._runs(line, style))
            yield replace(weaver.strand(line), is_chopped=True, is_wide=True)

    def _table(self, start: int, end: int) -> Iterator[Strand]:
        """A table's rows, aligned where it says how; else they are taken to be already."""
        lines = list(self._lines(start, end))
        if is_table(self._text, lines):
            yield from table(self._text, lines, self._room, self._runs, self._weaver)
        else:
            yield from self._kept(lines, Style.TABLE)

    def _lines(self, start: int, end: int) -> Iterator[Span]:
        """The lines between two offsets, without their breaks."""
        while start < end:
            found = self._text.find(self._line_break, start, end)
            line_end = end if found < 0 else found
            yield Span(start, line_end - (found >= 0 and self._text.endswith("\r", start, line_end)))
            start = line_end + 1

    def _turn(self, label: Span, turn: Turn, end: int, asked: Sequence[Span]) -> Iterator[Strand]:
        """Who speaks, and what is said."""
        begun = label.end
        while begun < end and self._text[begun].isspace():
            begun += 1
        above = self._runs(Span(turn.span.start, label.start), Style.TEXT)
        name = self._speaker(turn, label) or (one_line(self._article.prose(label)) if above else "")
        if not name and not above:
            strand = self._prose(begun, end, Style.TEXT, asked)
            yield replace(strand, lead=(Piece("", label.start, label.end, Style.SPEAKER),))
            return
        weaver = self._weaver()
        weaver.prose(above)
        weaver.replaced(Run(label.start, label.end, Style.SPEAKER, shown=name))
        if begun == end or self._line_break in self._text[label.end : begun]:
            yield weaver.strand(Span(turn.span.start, label.end))
            if begun < end:
                yield self._prose(begun, end, Style.TEXT, asked)
            return
        weaver.replaced(Run(label.end, begun, Style.TEXT, shown="  "))
        weaver.prose(runs(begun, end, Style.TEXT, self._inlines(begun, end), asked))
        yield weaver.strand(Span(turn.span.start, end))

    def _speaker(self, turn: Turn, label: Span) -> str:
        """The name by which a turn's speaker is shown; "" where the label says no more than which side speaks."""
        speaker = None if turn.speaker is None else self._article.speakers[turn.speaker]
        shown = one_line(speaker.shown if speaker else _LABEL_END.sub("", self._article.prose(label)))
        is_named = speaker is not None and speaker.name is not None
        return "" if not is_named and _is_bare(shown) and self._is_exchanged(label) else shown

    def _is_exchanged(self, span: Span) -> bool:
        """Whether a span lies in an exchange."""
        exchanges = self._article.exchanges
        last = bisect_right(exchanges, span.start, key=_question_start) - 1
        return last >= 0 and span.start in exchanges[last].span

    def _listing(self, listing: Listing, start: int, end: int, asked: Sequence[Span]) -> Strand:
        """One item of a list."""
        indent = listing.level * LIST_STEP
        if start > listing.marker.start:
            return replace(
                self._prose(start, end, Style.TEXT, asked), indent=indent + LIST_STEP, hang=indent + LIST_STEP
            )
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
        return replace(strand, indent=indent, hang=indent + cell_width(shown) + 1, lead=lead)

    def _exchanges(self, start: int, end: int) -> list[Exchange]:
        """The exchanges whose question overlaps a span."""
        exchanges = self._article.exchanges
        first = max(0, bisect_right(exchanges, start, key=_question_start) - 1)
        last = bisect_left(exchanges, end, key=_question_start)
        return [one for one in exchanges[first:last] if one.question.body.end > start]

    def _weaver(self) -> Weaver:
        return Weaver(self._text, self._line_break)

    def _runs(self, span: Span, style: Style) -> list[Run]:
        """What a span shows where no question is asked."""
        return runs(span.start, span.end, style, self._inlines(span.start, span.end))

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


def _is_bare(label: str) -> bool:
    """Whether a label only says which side speaks."""
    return label.casefold().strip(" 0123456789.:)(") in _BARE_LABELS


def _question_start(exchange: Exchange) -> int:
    return exchange.question.span.start


def _inline_start(inline: Inline) -> int:
    return inline.span.start
