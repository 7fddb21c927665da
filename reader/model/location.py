"""A place in an article, and how to find it again."""

from dataclasses import dataclass

from reader.model.article import ArticleId


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in an article, for as long as its text stays as it is."""

    article: ArticleId
    offset: int = 0
    """Code points into `Article.text`."""
