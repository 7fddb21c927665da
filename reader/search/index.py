"""The index on disk or in memory: articles and their passages as documents of tantivy.

Two kinds of document share one index, under different field names, so that neither weighs on the other:

```
article   headline question speaker body aside   headline_begins question_begins
passage   p_headline p_question p_speaker p_body p_aside   p_begins   exchange start end line   said, stored
both      mark number kind first_day last_day
word      word        one for each distinct word of four letters or more, written once and never removed
```

The fields that end in `begins` hold the first one, two and three letters of each word: a beginning as short as that
stands for so many words that looking for them one by one takes tens of milliseconds, and this takes none.
`body` holds every word of the article, and once more what other fields add to it; only what is the site's, such as
comments and related headlines, is in `aside` instead. A passage carries its article's
headline and speakers. `number` names the article; it is given by whoever fills the index, and never used twice.
Offsets are in code points of `Article.text`. What a passage says is stored with it, as it is read (`said`): so that a
line of it can be shown without its file being read.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import tantivy

from reader.errors import ReaderError
from reader.search.index_files import is_sound

if TYPE_CHECKING:
    from pathlib import Path

    from reader.search.index_writer import Writer

VERSION = 4
"""Raised whenever documents are made differently: an index of another version is of no use."""

_TEXTS = (
    "headline", "question", "speaker", "body", "aside", "p_headline", "p_question", "p_speaker", "p_body", "p_aside"
)  # fmt: skip
_BEGINNINGS = ("headline_begins", "question_begins", "p_begins")
SHORTEST_BEGINNING = 4
"""Letters from which a word still being typed is looked for as a beginning in bodies too."""
_HEAP = 300_000_000
LONGEST_WORD = 60
"""Bytes; longer runs of letters are no words that anyone types but encoded images and keys."""
_TOKENIZER = "words"
_THREADS = min(2, os.cpu_count() or 1)
MANIFEST = "manifest"
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
    def in_memory(cls) -> Index:
        """An empty index that lasts as long as it is used."""
        return cls(tantivy.Index(SCHEMA))

    @classmethod
    def at(cls, folder: Path) -> Index:
        """The index in a folder, made empty where there is none; IndexDamagedError where it can't be opened."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not is_sound(folder):
                raise IndexDamagedError(f"the search index in {folder} is damaged")
            return cls(tantivy.Index(SCHEMA, path=str(folder)), folder)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise IndexDamagedError(f"the search index can't be opened: {reason} ({folder})") from error
        except ValueError as error:
            raise IndexDamagedError(f"the search index in {folder} can't be opened: {error}") from error

    def writer(self) -> Writer:
        """What changes the index; IndexBusyError while another has it, IndexDamagedError where it can't be written."""
        # Searching what is there needs nothing of what articles are made of.
        from reader.search.index_writer import Writer  # noqa: PLC0415

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
        """What the last commit said of itself; None where there was none. Raises IndexDamagedError."""
        searcher = self.searcher()
        try:
            found = searcher.search(tantivy.Query.term_query(SCHEMA, "mark", MANIFEST), 1).hits
            stored = searcher.doc(found[0][1]).get_first("manifest") if found else None
        except ValueError as error:
            raise IndexDamagedError(f"the search index can't be read: {error}") from error
        return bytes(stored) if isinstance(stored, bytes | list) else None


def days(date: str | None) -> tuple[int, int]:
    """The first and the last day that a date may mean, each as the number YYYYMMDD; 0 for no date.

    `2021-03` may be any day from 20210301 to 20210331.
    """
    if not date:
        return _NEVER, _NEVER
    year, month, day, *_ = (*date.split("-"), "", "")
    return int(f"{year}{month or '01'}{day or '01'}"), int(f"{year}{month or '12'}{day or '31'}")
