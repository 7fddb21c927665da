"""The index on disk or in memory: articles and their passages as documents of tantivy.

Two kinds of document share one index, under different field names, so that neither weighs on the other:

```
article   headline question speaker body   headline_begins question_begins
passage   p_headline p_question p_speaker p_body   p_begins   exchange start end line   said, stored
both      mark number kind first_day last_day
word      word        one for each distinct word of four letters or more, written once and never removed
```

The fields that end in `begins` hold the first one, two and three letters of each word: a beginning as short as that
stands for so many words that looking for them one by one takes tens of milliseconds, and this takes none.
`body` holds every word of the article, and once more what other fields add to it. A passage carries its article's
headline and speakers. `number` names the article; it is given by whoever fills the index, and never used twice.
Offsets are in code points of `Article.text`. What a passage says is stored with it, as it is read (`said`): so that a
line of it can be shown without its file being read.
"""

import contextlib
import os
from pathlib import Path

import tantivy

from reader.errors import ReaderError
from reader.model.article import Article
from reader.model.text import Span
from reader.search.index_files import is_sound, seal
from reader.search.passages import Passage, passages
from reader.search.words import forms

VERSION = 3
"""Raised whenever documents are made differently: an index of another version is of no use."""

_TEXTS = ("headline", "question", "speaker", "body", "p_headline", "p_question", "p_speaker", "p_body")
_BEGINNINGS = ("headline_begins", "question_begins", "p_begins")
SHORTEST_BEGINNING = 4
"""Letters from which a word still being typed is looked for as a beginning in bodies too."""
_HEAP = 300_000_000
LONGEST_WORD = 60
"""Bytes; longer runs of letters are no words that anyone types but encoded images and keys."""
_LONGEST_SAID = 1 << 14
"""Code points of a question or an answer that are stored: more is read by nobody in one line."""
_TOKENIZER = "words"
_THREADS = min(2, os.cpu_count() or 1)
_MANIFEST = "manifest"
_NEVER = 0


class IndexDamagedError(ReaderError):
    """The index can't be used; it can be made anew from the articles."""


class IndexBusyError(IndexDamagedError):
    """Another program is changing the index just now."""


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in _TEXTS:
        builder.add_text_field(name, tokenizer_name=_TOKENIZER, index_option="position")
    for name in _BEGINNINGS:
        builder.add_text_field(name, tokenizer_name=_TOKENIZER, index_option="basic")
    builder.add_text_field("word", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("kind", tokenizer_name="raw", index_option="basic")
    builder.add_bytes_field("manifest", stored=True)
    builder.add_bytes_field("said", stored=True)
    builder.add_text_field("mark", tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("number", fast=True, indexed=True)
    builder.add_integer_field("first_day", fast=True, indexed=True)
    builder.add_integer_field("last_day", fast=True, indexed=True)
    for name in ("exchange", "start", "end", "line"):
        builder.add_integer_field(name, fast=True)
    return builder.build()


SCHEMA = _schema()


class Index:
    """Articles that can be searched, as of the last `reload`."""

    def __init__(self, index: tantivy.Index, folder: Path | None = None) -> None:
        # Whoever fills the index says when to look again; a thread that watches for it would wake twice a second.
        index.config_reader("manual")
        words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
        index.register_tokenizer(_TOKENIZER, words.filter(tantivy.Filter.remove_long(LONGEST_WORD + 1)).build())
        self._index = index
        self._folder = folder
        self.generation = 0
        """Another number after each `reload`."""

    @classmethod
    def in_memory(cls) -> "Index":
        """An empty index that lasts as long as it is used."""
        return cls(tantivy.Index(SCHEMA))

    @classmethod
    def at(cls, folder: Path) -> "Index":
        """The index in a folder, made empty where there is none; IndexDamagedError where it can't be opened."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not is_sound(folder):
                raise IndexDamagedError(f"the search index in {folder} is damaged")
            return cls(tantivy.Index(SCHEMA, path=str(folder)), folder)
        except (OSError, ValueError) as error:
            raise IndexDamagedError(f"the search index in {folder} can't be opened: {error}") from error

    def writer(self) -> "Writer":
        """What changes the index; IndexBusyError while another has it, IndexDamagedError where it can't be written."""
        try:
            return Writer(self._index.writer(heap_size=_HEAP, num_threads=_THREADS), self.searcher(), self._folder)
        except ValueError as error:
            if "LockBusy" in str(error):
                raise IndexBusyError("another program is changing the search index") from error
            raise IndexDamagedError(f"the search index can't be changed: {error}") from error

    def reload(self) -> None:
        """Let searches see what was committed last, whoever did."""
        try:
            self._index.reload()
            self.generation += 1
        except ValueError as error:
            raise IndexDamagedError(f"the search index can't be read: {error}") from error

    def searcher(self) -> tantivy.Searcher:
        """The index as it is now; it stays so while it is held."""
        return self._index.searcher()

    def manifest(self) -> bytes | None:
        """What the last commit said of itself; None where there was none."""
        searcher = self.searcher()
        found = searcher.search(tantivy.Query.term_query(SCHEMA, "mark", _MANIFEST), 1).hits
        if not found:
            return None
        stored = searcher.doc(found[0][1]).get_first("manifest")
        return bytes(stored) if isinstance(stored, bytes | list) else None


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
            self._writer.delete_documents_by_term("mark", _MANIFEST)
            document = tantivy.Document()
            document.add_text("mark", _MANIFEST)
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


def days(date: str | None) -> tuple[int, int]:
    """The first and the last day that a date may mean, each as the number YYYYMMDD; 0 for no date.

    `2021-03` may be any day from 20210301 to 20210331.
    """
    if not date:
        return _NEVER, _NEVER
    year, month, day, *_ = (*date.split("-"), "", "")
    return int(f"{year}{month or '01'}{day or '01'}"), int(f"{year}{month or '12'}{day or '31'}")
