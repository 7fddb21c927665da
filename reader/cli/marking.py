"""`reader export --marks`: what somebody marked in an archive, and the notes, as Markdown."""

import os
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from reader.cli.places import shown
from reader.cli.roots import roots
from reader.cli.streams import tell
from reader.errors import NothingFoundError, UnreadableError
from reader.export.marks import MarkedArticle, marks_markdown
from reader.formats.registry import read
from reader.layout.displayable import displayable
from reader.library.one_file import read_file
from reader.library.roots import id_roots
from reader.model.article import Article, ArticleId
from reader.model.corpus import natural_key
from reader.store.addresses import Addresses
from reader.store.paths import state_file
from reader.store.remembered import Mark
from reader.store.state import State


def marks_of(paths: Sequence[Path]) -> Iterator[str]:
    """The lines of what is marked in the archive of some paths; raises NothingFoundError where nothing is."""
    named = roots(paths)
    places = id_roots(named)
    marks = _marks(places)
    where = ", ".join(map(shown, named))
    if not marks:
        raise NothingFoundError(f"nothing is marked in {where}")
    addresses = Addresses.of(places)
    ordered = sorted(marks, key=lambda mark: natural_key(mark.article))
    by_article = groupby(ordered, key=lambda mark: mark.article)
    marked = (_marked(addresses, article, tuple(held)) for article, held in by_article)
    return (displayable(line) for line in marks_markdown(marked, f"Marks in {where}"))


def _marks(places: dict[str, Path]) -> tuple[Mark, ...]:
    file = state_file()
    if not file.exists():
        return ()
    with State.open(file) as state:
        return state.archive(places).marks()


def _marked(addresses: Addresses, article: ArticleId, marks: tuple[Mark, ...]) -> MarkedArticle:
    path = Path(os.fsdecode(addresses.file(article)))
    found: Article | None = None
    try:
        found = read(read_file(path), article, path.suffix)
    except UnreadableError as error:
        tell(f"{shown(path)} can't be read: {error}; what was kept of its marks is written")
    return MarkedArticle(path, found, marks)
