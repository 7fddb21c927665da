"""What is remembered of one archive: by ArticleId, in frozen values.

Methods that change something return when it is on the disk; the others are quick. No method raises for what the file
went through.
"""

import json
import os
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime

from reader.model.article import Article, ArticleId
from reader.model.location import Anchor
from reader.model.text import Span
from reader.store import statements as sql
from reader.store.addresses import Addresses, Root
from reader.store.columns import microseconds, moment, restored, restored_anchor, stored, stored_anchor, whole
from reader.store.database import Database, Row, Statement, Value
from reader.store.remembered import Mark, Missing, Place, is_same_passage, placed

LONGEST_QUOTE = 4_000
"""Code points of a passage that are kept in case its file goes."""


class ArchiveState:
    """Marks, notes, places and what was read, of the articles of one archive."""

    def __init__(self, database: Database, addresses: Addresses, now: Callable[[], datetime]) -> None:
        self._database = database
        self._addresses = addresses
        self._now = now

    def marks(self) -> tuple[Mark, ...]:
        """Every mark and note of the archive, newest first."""
        marks = {mark.key: mark for root in self._addresses.roots for mark in self._marks(sql.MARKS_OF_ROOT, _in(root))}
        return tuple(sorted(marks.values(), key=lambda mark: mark.created_at, reverse=True))

    def marks_of(self, article: ArticleId) -> tuple[Mark, ...]:
        """The marks and notes of one article, newest first. `placed` says where they stand."""
        return self._marks(sql.MARKS_OF_ARTICLE, {"path": self._addresses.file(article)})

    def toggle_mark(self, article: Article, span: Span, exchange: int | None = None) -> Mark | None:
        """Mark a passage, or take its mark away; a note on it stays. What is there afterwards."""
        there = self._marks_on(article, span)
        if not there:
            return self._make(article, span, exchange, note="", is_marked=True)
        is_marked = not any(mark.is_marked for mark in there)
        # Two instances may have marked the same passage.
        after = [self._put(mark, note=mark.note, is_marked=is_marked) for mark in there]
        return next((mark for mark in after if mark is not None), None)

    def note(self, article: Article, span: Span, text: str, exchange: int | None = None) -> Mark | None:
        """Write a note on a passage, or another one instead of that which is there; "" removes it.

        What is there afterwards.
        """
        there = self._marks_on(article, span)
        if there:
            return self.set_note(there[0], text)
        return self._make(article, span, exchange, note=text, is_marked=False) if text.strip() else None

    def set_note(self, mark: Mark, text: str) -> Mark | None:
        """Another note instead of that of a mark; "" removes it. What is there afterwards."""
        return self._put(mark, note=text if text.strip() else "", is_marked=mark.is_marked)

    def remove(self, mark: Mark) -> None:
        """Take away a mark and its note. `restore` brings them back."""
        self._database.change(Statement(sql.REMOVE_MARK, {"key": mark.key}))

    def restore(self, mark: Mark) -> None:
        """Put back a mark that was removed."""
        self._put(mark, note=mark.note, is_marked=mark.is_marked)

    def remember(self, article: Article, place: Place) -> None:
        """Keep where an article is being left."""
        values: dict[str, Value] = {
            "anchor": stored_anchor(place.anchor),
            "is_folded": place.is_folded,
            "unfolded": json.dumps(sorted(place.unfolded)),
            "width": place.width,
            "left_at": microseconds(self._now()),
        }
        known = self._known(article)
        self._database.change(Statement(sql.PUT_ARTICLE, known), Statement(sql.PUT_PLACE, known | values))

    def place(self, article: Article) -> Place | None:
        """Where an article was left; `Place.anchor.nearest(article.text)` is the offset."""
        rows = self._database.rows(sql.PLACE, {"path": self._addresses.file(article.id)})
        for same, anchor, is_folded, unfolded, width in rows:
            with suppress(ValueError, TypeError):
                blocks = frozenset(map(whole, json.loads(restored(unfolded))))
                return Place(
                    restored_anchor(anchor),
                    bool(is_folded),
                    blocks if same == article.content_hash else frozenset(),
                    None if width is None else whole(width),
                )
        return None

    def last_article(self) -> ArticleId | None:
        """The article that was left last."""
        found: list[tuple[int, ArticleId]] = []
        for root in self._addresses.roots:
            rows = self._database.rows(sql.LAST_PLACE, _in(root))
            for left_at, path in rows:
                if isinstance(left_at, int) and (article := self._article(path)) is not None:
                    found.append((left_at, article))
        return max(found)[1] if found else None

    def see(self, article: Article, exchanges: Iterable[int]) -> None:
        """Keep that these answers were read to their end."""
        known = self._known(article)
        self._database.change(
            Statement(sql.PUT_ARTICLE, known),
            *(Statement(sql.SEE, {"path": known["path"], "exchange": number}) for number in exchanges),
        )

    def seen(self, article: ArticleId) -> frozenset[int]:
        """The numbers of the answers that were read."""
        rows = self._database.rows(sql.SEEN, {"path": self._addresses.file(article)})
        return frozenset(number for (number,) in rows if isinstance(number, int))

    def finish(self, article: Article) -> None:
        """Keep that the last line of an article's body was shown."""
        known = self._known(article)
        self._database.change(
            Statement(sql.PUT_ARTICLE, known),
            Statement(sql.FINISH, {"path": known["path"], "read_at": microseconds(self._now())}),
        )

    def unread(self, article: ArticleId) -> None:
        """Take an article for unread again, and its answers."""
        path = {"path": self._addresses.file(article)}
        self._database.change(*(Statement(one, path) for one in sql.UNREAD))

    def read(self) -> frozenset[ArticleId]:
        """The articles that were read to their end."""
        return self._articles(sql.READ_ARTICLES)

    def marked(self) -> frozenset[ArticleId]:
        """The articles with a mark."""
        return self._articles(sql.MARKED_ARTICLES)

    def noted(self) -> frozenset[ArticleId]:
        """The articles with a note."""
        return self._articles(sql.NOTED_ARTICLES)

    def missing(self, present: Container[ArticleId]) -> dict[ArticleId, Missing]:
        """The articles of which something is remembered and that aren't `present` any more."""
        found: dict[ArticleId, Missing] = {}
        for article, (_, hash_, title) in self._files(sql.ARTICLES):
            if hash_ and article not in present:
                with suppress(ValueError):
                    found[article] = Missing(str(hash_), restored(title))
        return found

    def adopt(self, found: Mapping[ArticleId, str], present: Container[ArticleId]) -> dict[ArticleId, ArticleId]:
        """Give what is remembered of missing articles to those with the same content. From old ids to new ones.

        `found` holds the content hashes of articles that may be missing ones, moved: `Article.content_hash`.
        """
        by_hash: dict[str, ArticleId] = {}
        for article, hash_ in found.items():
            by_hash.setdefault(hash_, article)
        moved = {
            old: by_hash[one.content_hash] for old, one in self.missing(present).items() if one.content_hash in by_hash
        }
        for old, new in moved.items():
            paths = {"old": self._addresses.file(old), "new": self._addresses.file(new)}
            self._database.change(*(Statement(one, paths) for one in sql.ADOPT))
        return moved

    def _make(self, article: Article, span: Span, exchange: int | None, note: str, *, is_marked: bool) -> Mark:
        now = self._now()
        quote = article.prose(span)
        mark = Mark(
            key=os.urandom(12).hex(),
            article=article.id,
            title=_title(article),
            anchor=Anchor.of(article.text, span),
            exchange=exchange,
            quote=quote if len(quote) <= LONGEST_QUOTE else quote[: LONGEST_QUOTE - 1] + "…",
            note=note,
            is_marked=is_marked,
            created_at=now,
            changed_at=now,
        )
        known = self._known(article)
        self._database.change(Statement(sql.PUT_ARTICLE, known), Statement(sql.PUT_MARK, self._values(mark, seen=note)))
        return mark

    def _put(self, mark: Mark, note: str, *, is_marked: bool) -> Mark | None:
        """Keep a mark with another note or state."""
        changed = mark._replace(note=note, is_marked=is_marked, changed_at=self._now())
        values = self._values(changed, seen=mark.note)
        self._database.change(
            Statement(sql.KNOWN_ARTICLE, {"path": values["path"], "title": values["title"]}),
            Statement(sql.PUT_MARK, values),
            Statement(sql.DROP_EMPTY_MARK, {"key": mark.key}),
        )
        kept = self._marks(sql.MARK, {"key": mark.key})
        return kept[0] if kept else None

    def _values(self, mark: Mark, seen: str) -> dict[str, Value]:
        return {
            "path": self._addresses.file(mark.article),
            "title": stored(mark.title),
            "key": mark.key,
            "anchor": stored_anchor(mark.anchor),
            "exchange": mark.exchange,
            "quote": stored(mark.quote),
            "note": stored(mark.note),
            "seen": stored(seen),
            "is_marked": mark.is_marked,
            "created_at": microseconds(mark.created_at),
            "changed_at": microseconds(mark.changed_at),
        }

    def _known(self, article: Article) -> dict[str, Value]:
        return {
            "path": self._addresses.file(article.id),
            "hash": article.content_hash,
            "title": stored(_title(article)),
        }

    def _marks_on(self, article: Article, span: Span) -> list[Mark]:
        there = placed(self.marks_of(article.id), article.text)
        return [one.mark for one in there if one.span is not None and is_same_passage(one.span, span)]

    def _marks(self, question: str, values: Mapping[str, Value]) -> tuple[Mark, ...]:
        rows = self._database.rows(question, values)
        return tuple(mark for row in rows if (mark := self._mark(row)) is not None)

    def _mark(self, row: Row) -> Mark | None:
        key, path, title, anchor, exchange, quote, note, is_marked, created_at, changed_at = row
        article = self._article(path)
        if article is None:
            return None
        # What another hand wrote into the file costs no more than what it wrote.
        with suppress(ValueError, OverflowError):
            return Mark(
                restored(key),
                article,
                restored(title),
                restored_anchor(anchor),
                None if exchange is None else whole(exchange),
                restored(quote),
                restored(note),
                bool(is_marked),
                moment(created_at),
                moment(changed_at),
            )
        return None

    def _article(self, path: Value) -> ArticleId | None:
        return self._addresses.article(path) if isinstance(path, bytes) else None

    def _articles(self, question: str) -> frozenset[ArticleId]:
        return frozenset(article for article, _ in self._files(question))

    def _files(self, question: str) -> Iterator[tuple[ArticleId, Row]]:
        """The rows of a question whose first column is a path, by their articles."""
        roots = self._addresses.roots
        for root in roots:
            # Files that lie in two roots go by the id they have in the first.
            article_of = root.article if len(roots) == 1 else self._addresses.article
            for row in self._database.rows(question, _in(root)):
                path = row[0]
                if isinstance(path, bytes) and (article := article_of(path)) is not None:
                    yield article, row


def _in(root: Root) -> dict[str, Value]:
    first, end = root.range
    return {"first": first, "end": end}


def _title(article: Article) -> str:
    return article.title or os.path.basename(article.id)  # noqa: PTH119 - an id is no path of this system
