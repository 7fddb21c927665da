"""From articles to the documents of an index: what `index` tells of them is made here."""

import contextlib
from pathlib import Path

import tantivy

from reader.model.article import Article
from reader.model.text import Span
from reader.search.index import LONGEST_WORD, MANIFEST, SCHEMA, SHORTEST_BEGINNING, IndexDamagedError, days
from reader.search.index_files import seal
from reader.search.passages import Passage, passages
from reader.search.words import forms

_LONGEST_SAID = 1 << 14
"""Code points of a question or an answer that are stored: more is read by nobody in one line."""


class Writer:
    """Changes to an index; seen by nobody before `commit`, and lost with the process.

    Raises IndexDamagedError where it can't be written.
    """

    def __init__(self, writer: tantivy.IndexWriter, searcher: tantivy.Searcher, folder: Path | None) -> None:
        self._writer = writer
        self._before = searcher
        self._words: set[str] = set()
        self._folder = folder

    def add(self, number: int, article: Article, title: str) -> None:
        """Add an article under a number that was never used before. `title` is what it is listed under."""
        headline = _both(title)
        speakers = _both(_speakers(article))
        questions: list[str] = []
        bodies: list[str] = [headline, speakers]
        for passage in passages(article):
            question, body = _said(article, passage)
            if passage.exchange is not None:
                questions.append(question)
            bodies += (question, body)
            document = _document("passage", number, article)
            document.add_text("p_headline", headline)
            document.add_text("p_speaker", speakers)
            document.add_text("p_question", question)
            document.add_text("p_body", body)
            document.add_text("p_begins", _beginnings(question))
            document.add_integer("exchange", passage.exchange or 0)
            document.add_integer("start", passage.span.start)
            document.add_integer("end", passage.span.end)
            document.add_integer("line", article.line_numbers.at(passage.span.start))
            document.add_bytes("said", said(article, passage))
            self._put(document)
        document = _document("article", number, article)
        document.add_text("headline", headline)
        document.add_text("question", " ".join(questions))
        document.add_text("headline_begins", _beginnings(headline))
        document.add_text("question_begins", _beginnings(" ".join(questions)))
        document.add_text("speaker", speakers)
        body = " ".join(bodies)
        document.add_text("body", body)
        self._put(document)
        self._add_words(body)

    def _add_words(self, body: str) -> None:
        """Add the words that are not known yet."""
        new = set(body.split()) - self._words
        self._words |= new
        for word in new:
            if SHORTEST_BEGINNING <= len(word) <= LONGEST_WORD and not self._before.doc_freq("word", word):
                document = tantivy.Document()
                document.add_text("word", word)
                self._put(document)

    def _put(self, document: tantivy.Document) -> None:
        try:
            self._writer.add_document(document)
        except ValueError as error:
            # As where the disk is full: tantivy's threads have given up.
            raise IndexDamagedError(f"the search index can't be written: {error}") from error

    def clear(self) -> None:
        """Take everything out."""
        self._writer.delete_all_documents()
        self._before = tantivy.Index(SCHEMA).searcher()

    def remove(self, number: int) -> None:
        """Take an article out."""
        self._writer.delete_documents_by_term("number", number)

    def commit(self, manifest: bytes = b"") -> None:
        """Make all changes at once, and with them what `Index.manifest` gives; a kill leaves the old or the new."""
        try:
            self._writer.delete_documents_by_term("mark", MANIFEST)
            document = tantivy.Document()
            document.add_text("mark", MANIFEST)
            document.add_bytes("manifest", manifest)
            self._writer.add_document(document)
            self._writer.commit()
        except ValueError as error:
            raise IndexDamagedError(f"the search index can't be written: {error}") from error

    def close(self) -> None:
        """Wait until tantivy has tidied up, and let others write."""
        self._writer.wait_merging_threads()
        if self._folder:
            # Without a seal the next start takes longer, no more.
            with contextlib.suppress(OSError):
                seal(self._folder)


def said(article: Article, passage: Passage) -> bytes:
    """What a passage says, as it is read and stored; of an exchange the question, a line feed, and the answer."""
    parts = [passage.span]
    if passage.exchange is not None and passage.question and passage.body:
        parts = [passage.question, passage.body]
    proses = (article.prose(Span(one.start, min(one.end, one.start + _LONGEST_SAID))) for one in parts)
    return "\n".join(proses).encode(errors="surrogatepass")


def _document(mark: str, number: int, article: Article) -> tantivy.Document:
    """A document with what articles and passages have in common."""
    first_day, last_day = days(article.metadata.date)
    document = tantivy.Document()
    document.add_text("mark", mark)
    document.add_text("kind", article.kind.value)
    document.add_integer("number", number)
    document.add_integer("first_day", first_day)
    document.add_integer("last_day", last_day)
    return document


def _both(text: str) -> str:
    """The words of a text, then its compounds."""
    return " ".join(forms(text))


def _beginnings(words: str) -> str:
    """The short beginnings of words."""
    distinct = set(words.split())
    return " ".join({word[:length] for word in distinct for length in range(1, SHORTEST_BEGINNING)})


def _said(article: Article, passage: Passage) -> tuple[str, str]:
    """The words of a passage: of what is asked, of what is said."""
    question = _both(passage.question.of(article.text)) if passage.question else ""
    return question, _both(passage.body.of(article.text)) if passage.body else ""


def _speakers(article: Article) -> str:
    """Every name and label of those who speak."""
    names = {name for one in article.speakers for name in (one.name, one.label, *one.aliases) if name}
    return "\n".join(sorted(names))
