"""Which articles of an archive are read, marked, noted: what the filters that ask for a state are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.model.corpus import Corpus
    from reader.model.identity import ArticleId
    from reader.store.archive_state import ArchiveState


class Standing(NamedTuple):
    """Which articles of the archive are in which state."""

    read: frozenset[ArticleId] = frozenset()
    marked: frozenset[ArticleId] = frozenset()
    noted: frozenset[ArticleId] = frozenset()

    @classmethod
    def of(cls, archive: ArchiveState) -> Standing:
        """What is remembered of an archive's articles."""
        return cls(archive.read(), archive.marked(), archive.noted())

    def states(self, corpus: Corpus) -> dict[str, frozenset[ArticleId]]:
        """The states that a filter may ask for."""
        everything = frozenset(corpus.ids)
        return {
            "is:read": self.read,
            "is:unread": everything - self.read,
            "is:marked": self.marked,
            "has:note": self.noted,
        }
