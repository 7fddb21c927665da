"""An article as an index is given it: its words folded, in plain strings and numbers that any process can make.

What takes the time is done here; `index_writer` only fills in fields.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from reader.model.article import Article
from reader.model.text import Span
from reader.search.passages import Passage, passages
from reader.search.schema import LONGEST_WORD, SHORTEST_BEGINNING, days
from reader.search.words import forms

_LONGEST_SAID = 1 << 14
"""Code points of a question or an answer that are stored: more is read by nobody in one line."""


class PassageWords(NamedTuple):
    """A passage; the words are parted by blanks."""

    question: str
    body: str
    aside: str
    begins: str
    """The short beginnings of the question's words."""
    exchange: int
    """Its number; 0 for none."""
    start: int
    end: int
    line: int
    said: bytes


class Documents(NamedTuple):
    """An article and its passages; the words are parted by blanks."""

    kind: str
    first_day: int
    last_day: int
    headline: str
    headline_begins: str
    question: str
    question_begins: str
    speaker: str
    body: str
    aside: str
    words: tuple[str, ...]
    """Those that may be misspelt and were not told before, each once."""
    passages: tuple[PassageWords, ...]


def documents(article: Article, title: str, known: AbstractSet[str] = frozenset()) -> Documents:
    """What an index is given of an article.

    Args:
        article: as it was read.
        title: what it is listed under.
        known: words that the index was given before, which need not be told again.
    """
    headline = _both(title)
    speakers = _both(_speakers(article))
    questions: list[str] = []
    asked_begins: set[str] = set()
    bodies: list[str] = [headline, speakers]
    asides: list[str] = []
    found = []
    for passage in passages(article):
        question, body = _said(article, passage)
        begins = _beginnings(question)
        if passage.exchange is not None:
            questions.append(question)
            asked_begins |= begins
        told = _told(article, passage)
        is_read = any(told)
        aside = ""
        if passage.is_furniture or not is_read:
            body, aside = "", body
        bodies += (question, body)
        asides.append(aside)
        start, end = passage.span.start, passage.span.end
        line = article.line_numbers.at(start)
        words = (question, body, aside, " ".join(begins), passage.exchange or 0, start, end, line)
        lines = told if is_read else (_written(article, passage.span),)
        found.append(PassageWords(*words, "\n".join(lines).encode(errors="surrogatepass")))
    asked, everything, besides = " ".join(questions), " ".join(bodies), " ".join(asides)
    unknown = set(f"{everything} {besides}".split()) - known
    distinct = sorted(word for word in unknown if SHORTEST_BEGINNING <= len(word) <= LONGEST_WORD)
    return Documents(
        article.kind.value,
        *days(article.metadata.date),
        headline,
        " ".join(_beginnings(headline)),
        asked,
        " ".join(asked_begins),
        speakers,
        everything,
        besides,
        tuple(distinct),
        tuple(found),
    )


def _told(article: Article, passage: Passage) -> tuple[str, ...]:
    """What a passage says, as it is read: of an exchange who answers, the question, the answer; else one line."""
    if passage.exchange is not None and passage.question and passage.body:
        asked, answered = article.prose(_kept(passage.question)), article.prose(_kept(passage.body))
        return _speaker(article, passage.exchange), asked, answered
    return (article.prose(_kept(passage.span)),)


def _written(article: Article, span: Span) -> str:
    """What nobody reads, such as where links lead to, on one line."""
    return " ".join(_kept(span).of(article.text).split())


def _kept(span: Span) -> Span:
    """As much of it as is stored."""
    return Span(span.start, min(span.end, span.start + _LONGEST_SAID))


def _speaker(article: Article, exchange: int) -> str:
    """Who answers, on one line."""
    number = article.exchanges[exchange - 1].answer.speaker
    return "" if number is None else " ".join(article.speakers[number].shown.split())


def _both(text: str) -> str:
    """The words of a text, then its compounds."""
    return " ".join(forms(text))


def _beginnings(words: str) -> set[str]:
    """The short beginnings of words."""
    beginnings: set[str] = set()
    longer: Iterable[str] = words.split()
    for length in range(SHORTEST_BEGINNING - 1, 0, -1):
        longer = {word[:length] for word in longer}
        beginnings |= longer
    return beginnings


def _said(article: Article, passage: Passage) -> tuple[str, str]:
    """The words of a passage: of what is asked, of what is said."""
    question = _both(passage.question.of(article.text)) if passage.question else ""
    return question, _both(passage.body.of(article.text)) if passage.body else ""


def _speakers(article: Article) -> str:
    """Every name and label of those who speak."""
    names = {name for one in article.speakers for name in (one.name, one.label, *one.aliases) if name}
    return "\n".join(sorted(names))
