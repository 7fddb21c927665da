"""Changes to an index: the documents that `index` tells of are filled in here."""

import contextlib
from collections.abc import Iterable
from pathlib import Path

import tantivy

from reader.search.documents import Documents
from reader.search.index_files import seal
from reader.search.schema import MANIFEST, SCHEMA, IndexDamagedError, reason_of


class Writer:
    """Changes to an index; seen by nobody before `commit`, and lost with the process.

    Raises IndexDamagedError where it can't be written.
    """

    def __init__(self, writer: tantivy.IndexWriter, searcher: tantivy.Searcher, folder: Path | None) -> None:
        self._writer = writer
        self._before = searcher
        self._words: set[str] = set()
        self._folder = folder

    def add(self, number: int, article: Documents) -> None:
        """Add an article under a number that was never used before."""
        for passage in article.passages:
            document = _document("passage", number, article)
            document.add_text("p_headline", article.headline)
            document.add_text("p_speaker", article.speaker)
            document.add_text("p_question", passage.question)
            document.add_text("p_body", passage.body)
            document.add_text("p_aside", passage.aside)
            document.add_text("p_begins", passage.begins)
            document.add_integer("exchange", passage.exchange)
            document.add_integer("start", passage.start)
            document.add_integer("end", passage.end)
            document.add_integer("line", passage.line)
            document.add_bytes("said", passage.said)
            self._put(document)
        document = _document("article", number, article)
        document.add_text("headline", article.headline)
        document.add_text("question", article.question)
        document.add_text("headline_begins", article.headline_begins)
        document.add_text("question_begins", article.question_begins)
        document.add_text("speaker", article.speaker)
        document.add_text("body", article.body)
        document.add_text("aside", article.aside)
        self._put(document)
        self._add_words(article.words)

    def _add_words(self, words: Iterable[str]) -> None:
        """Add the words that are not known yet."""
        known = self._words
        new = [word for word in words if word not in known]
        known.update(new)
        for word in new:
            if not self._before.doc_freq("word", word):
                document = tantivy.Document()
                document.add_text("word", word)
                self._put(document)

    def _put(self, document: tantivy.Document) -> None:
        try:
            self._writer.add_document(document)
        except ValueError as error:
            # As where the disk is full: tantivy's threads have given up.
            raise IndexDamagedError(f"the search index can't be written: {reason_of(error)}") from error

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
            raise IndexDamagedError(f"the search index can't be written: {reason_of(error)}") from error

    def close(self) -> None:
        """Wait until tantivy has tidied up, and let others write."""
        # What was committed is there, whether or not it could be tidied up: it takes more room, and without a seal the
        # next start takes longer, no more.
        with contextlib.suppress(ValueError, OSError):
            self._writer.wait_merging_threads()
            if self._folder:
                seal(self._folder)


def _document(mark: str, number: int, article: Documents) -> tantivy.Document:
    """A document with what articles and passages have in common."""
    document = tantivy.Document()
    document.add_text("mark", mark)
    document.add_text("kind", article.kind)
    document.add_integer("number", number)
    document.add_integer("first_day", article.first_day)
    document.add_integer("last_day", article.last_day)
    return document
