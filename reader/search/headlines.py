"""The other headlines that a site put around an article, where the archive holds the articles that bear them."""

from dataclasses import dataclass

from reader.model.article import Article, ArticleId
from reader.model.corpus import Corpus
from reader.model.text import Span
from reader.search.words import folded


@dataclass(frozen=True, slots=True)
class Related:
    """A headline in the site text of one article that is the headline of another."""

    headline: str
    span: Span
    """Where it stands."""
    article: ArticleId
    """Whose it is; of several, the first of the archive."""


def related_in(article: Article, corpus: Corpus) -> tuple[Related, ...]:
    """The other headlines of an article that lead somewhere, in order: the same words, in whatever case.

    Looks at every headline of the archive.
    """
    wanted: dict[str, Span] = {}
    for span in article.related:
        wanted.setdefault(folded(article.prose(span)), span)
    wanted.pop("", None)
    found: dict[str, Related] = {}
    for entry in corpus.entries if wanted else ():
        words = folded(entry.title)
        if words in wanted and words not in found and entry.id != article.id:
            found[words] = Related(entry.title, wanted[words], entry.id)
    return tuple(sorted(found.values(), key=lambda one: one.span))
