"""Files that were moved inside an archive: found again by their content."""

from collections.abc import Mapping
from contextlib import suppress

from reader.errors import UnreadableError
from reader.library.archive import Archive
from reader.model.article import ArticleId
from reader.store.remembered import Missing

MOST_READ = 500
"""Files that are read to see whether they are missing ones."""


def candidates(archive: Archive, missing: Mapping[ArticleId, Missing]) -> dict[ArticleId, str]:
    """The content hashes of the articles that may be missing ones: those with the same headline."""
    titles = {one.title for one in missing.values()}
    alike = [entry.id for entry in archive.corpus.entries if entry.title in titles] if titles else []
    hashes: dict[ArticleId, str] = {}
    for article in alike[:MOST_READ]:
        with suppress(UnreadableError):
            hashes[article] = archive.article(article).content_hash
    return hashes
