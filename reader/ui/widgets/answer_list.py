"""Answers of the whole archive: the question, where its answer matched, and the article it stands in."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.layout.displayable import displayable
from reader.model.corpus import Corpus, Entry
from reader.model.text import Span
from reader.search.kin import is_full_name
from reader.search.matching import matches
from reader.search.query import Query
from reader.search.results import Hit
from reader.ui.finding import RowSnippet
from reader.ui.render import line, marked
from reader.ui.widgets.snippet_list import SnippetList, Snippets


class AnswerList(SnippetList[Hit]):
    """Hits, best first, four lines each, the last one blank."""

    BESIDE_TEXT = 4
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "answer-list--question",
        "answer-list--snippet",
        "answer-list--source",
        "answer-list--match",
        "answer-list--cursor",
        "answer-list--bar",
        "answer-list--hint",
    }

    def __init__(self, snippets: Snippets[Hit], *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(snippets, id=id, row_height=4)
        self._corpus = Corpus()
        self._hits: Sequence[Hit] = ()
        self._hint = ""

    def show_hint(self, hint: str) -> None:
        """Show no answers but a line that says why; any text is safe."""
        self._query, self._hits, self._hint = None, (), hint
        self.set_rows(0)

    def show_hits(
        self,
        corpus: Corpus,
        query: Query,
        hits: Sequence[Hit],
        snippets: Mapping[Hit, RowSnippet],
        *,
        cursor: int = 0,
        hint: str = "",
    ) -> None:
        """Show what was found; the hint where that is nothing."""
        self._corpus, self._query, self._hits, self._snippets = corpus, query, hits, dict(snippets)
        self._hint = hint
        self.set_rows(len(hits), cursor=cursor)
        self.rows_shown()

    def row_key(self, row: int) -> Hit | None:
        """The hit on a row; None where there is none any more."""
        return self._hits[row] if row < len(self._hits) else None

    def row_strips(self, row: int, width: int) -> Sequence[Strip]:
        """Question or headline, snippet, source."""
        hit, is_cursor = self._hits[row], row == self.cursor
        base = self.ground + (self.component_style("answer-list--cursor") if is_cursor else Style())
        bar = Segment("▌ " if is_cursor else "  ", base + self.component_style("answer-list--bar"))
        if hit.article not in self._corpus:
            return (Strip.blank(width, self.ground),) * self.row_height
        entry = self._corpus[hit.article]
        lines = (self._question(entry, hit, base), self._snippet(hit, base), self._source(entry, hit, base))
        strips = [line([bar, *segments], width, base) for segments in lines]
        return (*strips, Strip.blank(width, self.ground))

    def _marked(self, text: str, marks: Sequence[Span], look: str, base: Style) -> list[Segment]:
        emphasis = self.component_style("answer-list--match")
        return marked(text, marks, base + self.component_style(look), emphasis, self.text_width)

    def _question(self, entry: Entry, hit: Hit, base: Style) -> list[Segment]:
        number = hit.exchange
        text = entry.title if number is None or number > len(entry.questions) else entry.questions[number - 1]
        found = matches(text, self._query) if self._query is not None else ()
        return self._marked(text, [match.span for match in found], "answer-list--question", base)

    def _snippet(self, hit: Hit, base: Style) -> list[Segment]:
        snippet = self.snippet_of(hit)
        return self._marked(snippet.text, snippet.marks, "answer-list--snippet", base) if snippet is not None else []

    def _source(self, entry: Entry, hit: Hit, base: Style) -> list[Segment]:
        speaker = hit.said.speaker if hit.said is not None and is_full_name(hit.said.speaker) else None
        # Where nothing is asked, the headline stands in the question's place already.
        article = entry.title if hit.exchange is not None else entry.byline
        source = " · ".join(part for part in (speaker, article, entry.date) if part)
        return self._marked(source, (), "answer-list--source", base)

    def empty_strips(self, width: int) -> Sequence[Strip]:
        """What can be done here."""
        style = self.ground + self.component_style("answer-list--hint")
        return [line([Segment(f"  {displayable(self._hint)}", style)], width, style)]
