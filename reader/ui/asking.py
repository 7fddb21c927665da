"""What the answers of a list have in common: the archive that they stand in, who gave them, or what was asked.

Each subject gives its answers for what is typed, in a thread; with nothing typed, all of them but for the archive's.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from reader.errors import UnreadableError
from reader.library.archive import Archive
from reader.model.article import Article, ArticleId
from reader.model.corpus import Corpus
from reader.search.kin import articles_of_speaker, is_full_name, of_question, of_speaker, said_by, same_question
from reader.search.language import parse
from reader.search.query import Query
from reader.search.results import Hit
from reader.ui.render import plural

MOST_ANSWERS = 200
"""Of what is searched."""
MOST_SAID = 2_000
"""Of one speaker: longer lists are cut."""
_MOST_NARROWED = 5_000

IsCancelled = Callable[[], bool]


class Subject(Protocol):
    """What a list of answers is about. Any string is safe only when it is made so."""

    @property
    def name(self) -> str:
        """What the list is called."""

    @property
    def prompt(self) -> str:
        """What can be typed."""

    @property
    def nothing(self) -> str:
        """What is said where there is no answer."""

    @property
    def start(self) -> tuple[ArticleId, int] | None:
        """The article and the exchange on which the cursor stands at first."""

    def count(self, hits: Sequence[Hit]) -> str:
        """How many there are, in words."""

    def query(self, text: str) -> Query | None:
        """What a text asks for; None where there is nothing to be listed for it."""

    def hits(self, archive: Archive, text: str, is_cancelled: IsCancelled) -> tuple[Hit, ...]:
        """The answers, in the order of the list."""


class Everything:
    """The archive: nothing is listed before something is typed."""

    name = "Answers"
    prompt = "words of a question or an answer, misspelt is fine"
    nothing = "Nothing found. Fewer words, or others?"
    start = None

    def count(self, hits: Sequence[Hit]) -> str:
        """How many there are, in words."""
        counted = plural(len(hits), "answer")
        return f"the best {counted}" if len(hits) == MOST_ANSWERS else counted

    def query(self, text: str) -> Query | None:
        """What a text asks for."""
        return parse(text) if text else None

    def hits(self, archive: Archive, text: str, is_cancelled: IsCancelled) -> tuple[Hit, ...]:
        """The best answers."""
        return archive.engine.answers(parse(text), MOST_ANSWERS, is_cancelled)


@dataclass(slots=True)
class _Known:
    """The answers of a subject, for as long as the archive stays as it is."""

    corpus: Corpus | None = None
    hits: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What one person said: anywhere under the same full name, else in one article."""

    speaker: str
    article: Article
    exchange: int | None
    """From where one asks."""
    _known: _Known = field(default_factory=_Known, compare=False)

    @property
    def is_anywhere(self) -> bool:
        """Whether the name stands for the same person in other articles."""
        return is_full_name(self.speaker)

    @property
    def name(self) -> str:
        """What the list is called."""
        return f"What {self.speaker} said" + ("" if self.is_anywhere else " here (no full name is known)")

    prompt = "words to narrow it down"
    nothing = "Nothing with these words."

    @property
    def start(self) -> tuple[ArticleId, int] | None:
        """The answer from which one asks."""
        return None if self.exchange is None else (self.article.id, self.exchange)

    def count(self, hits: Sequence[Hit]) -> str:
        """How many there are, in words."""
        articles = len({hit.article for hit in hits})
        return plural(len(hits), "passage") + (f" in {articles:,} articles" if articles > 1 else "")

    def query(self, text: str) -> Query | None:
        """What a text asks for."""
        return parse(text)

    def hits(self, archive: Archive, text: str, is_cancelled: IsCancelled) -> tuple[Hit, ...]:
        """Everything, newest article first, or what of it holds the words."""
        corpus = archive.corpus
        if self._known.corpus is not corpus:
            said = self._said(archive, corpus, is_cancelled)
            if is_cancelled():
                return ()
            self._known.hits, self._known.corpus = said, corpus
        return _narrowed(archive, self._known.hits, of_speaker(self.speaker), text, is_cancelled)

    def _said(self, archive: Archive, corpus: Corpus, is_cancelled: IsCancelled) -> tuple[Hit, ...]:
        if not self.is_anywhere:
            return tuple(said_by(self.article, self.speaker))
        found: list[Hit] = []
        for article in articles_of_speaker(archive.engine, corpus, self.speaker, is_cancelled):
            if is_cancelled() or len(found) >= MOST_SAID:
                break
            try:
                found += said_by(archive.article(article), self.speaker)
            except UnreadableError:
                continue
        return tuple(found[:MOST_SAID])


@dataclass(frozen=True, slots=True)
class AskedElsewhere:
    """The answers of others to a question."""

    question: str
    article: ArticleId
    exchange: int
    _known: _Known = field(default_factory=_Known, compare=False)

    @property
    def name(self) -> str:
        """What the list is called."""
        return f"Asked elsewhere: {self.question}"

    prompt = "words to narrow it down"
    nothing = "Nobody else was asked this."
    start = None

    def count(self, hits: Sequence[Hit]) -> str:
        """How many there are, in words."""
        return plural(len(hits), "answer")

    def query(self, text: str) -> Query | None:
        """What a text asks for."""
        return parse(text)

    def hits(self, archive: Archive, text: str, is_cancelled: IsCancelled) -> tuple[Hit, ...]:
        """The most alike first, or what of it holds the words."""
        corpus = archive.corpus
        if self._known.corpus is not corpus:
            asked = self.article, self.exchange
            hits = same_question(archive.engine, corpus, self.question, asked, is_cancelled)
            if is_cancelled():
                return ()
            self._known.hits, self._known.corpus = hits, corpus
        return _narrowed(archive, self._known.hits, of_question(self.question), text, is_cancelled)


def _narrowed(
    archive: Archive, hits: tuple[Hit, ...], within: Query, text: str, is_cancelled: IsCancelled
) -> tuple[Hit, ...]:
    """Those of the hits that hold what is typed, best first; all of them where nothing is."""
    typed = parse(text)
    if not typed:
        return hits
    query = typed._replace(clauses=(*typed.clauses, *within.clauses))
    places: dict[ArticleId, list[Hit]] = {}
    for hit in hits:
        places.setdefault(hit.article, []).append(hit)
    found = (
        next((one for one in places.get(hit.article, ()) if one.span.overlaps(hit.span)), None)
        for hit in archive.engine.answers(query, _MOST_NARROWED, is_cancelled)
    )
    return tuple(dict.fromkeys(hit for hit in found if hit is not None))
