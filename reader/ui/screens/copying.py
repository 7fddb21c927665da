"""What is taken away: an answer, a selection or an article, with its source, in the clipboard."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.layout.displayable import displayable
from reader.model.text import Span
from reader.ui.render import plural
from reader.ui.screens.keeping import KeepingScreen
from reader.ui.screens.opening import LEADING
from reader.ui.screens.picker import Picker
from reader.ui.widgets.choice_list import Choice, Choices

if TYPE_CHECKING:
    from reader.export.citation import CitationForm
    from reader.model.article import Article

LONGEST_COPY = 1_000_000
"""Code points; terminals refuse more."""


class CopyingScreen(KeepingScreen):
    """Quotes and references for the clipboard."""

    def action_copy_answer(self) -> None:
        """Copy the selection, else the current answer, else the paragraph, with its source."""
        self._copy_passage(self._usual_form())

    def action_copy_article(self) -> None:
        """Copy the whole article with its source."""
        article = self.reading.view.article
        if article is not None:
            if len(article.text) > LONGEST_COPY:
                beginning = Span(0, LONGEST_COPY)
                self._copy(article, beginning, "the beginning of the article", self._usual_form())
            else:
                self._copy(article, None, "the article", self._usual_form())

    def action_copy_as(self) -> None:
        """Copy the selection or the answer in a form that is chosen."""
        from reader.export.citation import CitationForm  # noqa: PLC0415 - not before the first paint

        passage = self._citable()
        if passage is None:
            return
        forms = list(CitationForm)
        usual = self._usual_form()

        def copy(place: int | None) -> None:
            if place is not None:
                self._copy(*passage, forms[place])

        choices = Choices.of(Choice(form.shown, note="the usual one" if form is usual else "") for form in forms)
        title = f"Copy {passage[2]} as"
        self.lay_over(Picker(title, choices, cursor=forms.index(usual), hint="Enter copies"), copy)

    def _usual_form(self) -> "CitationForm":
        from reader.export.citation import CitationForm  # noqa: PLC0415 - not before the first paint
        from reader.store.settings import COPY_FORMAT  # noqa: PLC0415 - as above

        return CitationForm(self._preferences.config[COPY_FORMAT])

    def _citable(self) -> "tuple[Article, Span, str] | None":
        """What is copied, and how it is called."""
        view = self.reading.view
        article, exchange = view.article, view.current_exchange
        if article is None:
            return None
        if view.selection is not None:
            return article, view.selection, "the selection"
        if exchange is not None:
            return article, exchange.span, f"answer {exchange.number}"
        return None if view.current_span is None else (article, view.current_span, "this paragraph")

    def _copy_passage(self, form: "CitationForm") -> None:
        passage = self._citable()
        if passage is not None:
            self._copy(*passage, form)

    def _copy(self, article: "Article", span: Span | None, what: str, form: "CitationForm") -> None:
        within = span and Span(span.start, min(span.end, span.start + LONGEST_COPY))
        work = partial(self._cite_in_thread, article, within, self._path(article), what, form)
        self.run_worker(work, thread=True, group=LEADING)

    def _cite_in_thread(
        self, article: "Article", within: Span | None, path: Path, what: str, form: "CitationForm"
    ) -> None:
        from reader.export.citation import citation  # noqa: PLC0415 - not before the first paint

        text = _safe(citation(article, within, path, form))
        words = plural(len(text.split()), "word")
        self.call_later(self._put, text, f"copied {what} as {form.shown}, with its source: {words}")

    def _put(self, text: str, told: str) -> None:
        self.app.copy_to_clipboard(text)
        self.reading.status.tell(told)


def _safe(lines: Iterable[str]) -> str:
    """Lines as one text in which nothing is acted on, wherever it is pasted."""
    return "\n".join(displayable(part) for line in lines for part in line.split("\n"))[:LONGEST_COPY]
