"""What the index holds of articles and their passages, as documents of tantivy.

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
comments and related headlines, and what nobody reads, such as where links lead to, is in `aside` instead. A passage
carries its article's headline and speakers. `number` names the article; it is given by whoever fills the index, and
never used twice. Offsets are in code points of `Article.text`. What a passage says is stored with it, as it is read
(`said`): so that a line of it can be shown without its file being read.
"""

from __future__ import annotations

import re

import tantivy

from reader.errors import ReaderError

VERSION = 7
"""Raised whenever documents are made differently, or made of articles that are read differently: an index of another
version is of no use."""

_TEXTS = (
    "headline", "question", "speaker", "body", "aside", "p_headline", "p_question", "p_speaker", "p_body", "p_aside"
)  # fmt: skip
_BEGINNINGS = ("headline_begins", "question_begins", "p_begins")
SHORTEST_BEGINNING = 4
"""Letters from which a word still being typed is looked for as a beginning in bodies too."""
LONGEST_WORD = 60
"""Bytes; longer runs of letters are no words that anyone types but encoded images and keys."""
TOKENIZER = "words"
MANIFEST = "manifest"
_NEVER = 0
_TOLD_BY_SYSTEM = r"(\w[^:'\"]*) \(os error \d+\)|message: \"([^\"]+)\""


class IndexDamagedError(ReaderError):
    """The index can't be used; it can be made anew from the articles."""


class IndexBusyError(IndexDamagedError):
    """Another program is changing the index just now."""


def reason_of(error: ValueError) -> str:
    """Why tantivy could not do something: what the system said, where that is in it."""
    told = re.search(_TOLD_BY_SYSTEM, str(error))
    if told:
        return (told[1] or told[2]).lower()
    # One of tantivy's threads could not go on, and took the reason with it.
    return "is the disk full?" if "Error most likely" in str(error) else str(error)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in _TEXTS:
        builder.add_text_field(name, tokenizer_name=TOKENIZER, index_option="position")
    for name in _BEGINNINGS:
        builder.add_text_field(name, tokenizer_name=TOKENIZER, index_option="basic")
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


def days(date: str | None) -> tuple[int, int]:
    """The first and the last day that a date may mean, each as the number YYYYMMDD; 0 for no date.

    `2021-03` may be any day from 20210301 to 20210331.
    """
    if not date:
        return _NEVER, _NEVER
    year, month, day, *_ = (*date.split("-"), "", "")
    return int(f"{year}{month or '01'}{day or '01'}"), int(f"{year}{month or '12'}{day or '31'}")
