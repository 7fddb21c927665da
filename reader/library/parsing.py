"""What becomes of a file: its title at a first look, or all that the list and the index are given of it.

In plain tuples, strings, bytes and numbers, so that it is the same whether this process asks or another one answers.
"""

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple, TypeAlias

from reader.errors import NotTextError, UnreadableError
from reader.library.files import Source
from reader.library.records import encoded, encoded_name
from reader.library.scan import Found
from reader.model.corpus import Entry
from reader.search.documents import Documents, PassageWords, documents


class Task(NamedTuple):
    """A file to be looked at."""

    number: int
    found: Found


class Titled(NamedTuple):
    """A file of which the beginning was looked at."""

    number: int
    record: bytes
    """Its entry with the title; empty where there is none, or where more than a look is needed."""


class Parsed(NamedTuple):
    """A file that was read."""

    number: int
    record: bytes
    """Its entry; empty where it could not be read."""
    answers: int
    documents: Documents | None
    reason: str
    """Why it could not be read."""
    is_unreadable: bool
    """Whether it should have been."""


Outcome: TypeAlias = Titled | Parsed


def glanced(source: Source, task: Task, told: set[str]) -> Titled:
    """The title that the first line of a file gives, where a look at it is enough."""
    from reader.formats import registry  # noqa: PLC0415 - names are told before it is imported

    del told
    return _titled(source, task, registry.first_look)


def titled(source: Source, task: Task, told: set[str]) -> Titled:
    """The title that the beginning of a file gives."""
    from reader.formats import registry  # noqa: PLC0415 - as above

    del told
    return _titled(source, task, registry.headline)


def _titled(source: Source, task: Task, title: Callable[[bytes, str], str | None]) -> Titled:
    try:
        told = title(source.head(task.found), task.found.suffix)
    except UnreadableError:
        told = None
    return Titled(task.number, encoded_name(task.found.file, told) if told else b"")


def parsed(source: Source, task: Task, told: set[str]) -> Parsed:
    """Everything that is in a file; its words are put to those that were told before, which are not told again."""
    from reader.formats import registry  # noqa: PLC0415 - as above

    number, found = task
    try:
        raw = source.read(found)
    except UnreadableError as error:
        return Parsed(number, b"", 0, None, str(error), not isinstance(error, NotTextError))
    article = registry.read(raw, found.id, found.suffix)
    entry = Entry.of(article, found.path)
    found_words = documents(article, entry.title, told)
    told.update(found_words.words)
    return Parsed(number, encoded(entry), len(entry.questions), found_words, "", is_unreadable=False)


WORK: Final = {work.__name__: work for work in (glanced, titled, parsed)}
"""What can be done with a file, by name."""


def done(source: Source, name: str, tasks: Iterable[Task], told: set[str] | None = None) -> list[Outcome]:
    """What comes of some files.

    Args:
        source: where they are.
        name: what is to be done with them.
        tasks: the files.
        told: the words that were told before by whoever asks this; grows.
    """
    work = WORK[name]
    words = set() if told is None else told
    return [work(source, task, words) for task in tasks]


def plain(outcome: Outcome) -> tuple[object, ...]:
    """An outcome without its names, as marshal takes it."""
    if isinstance(outcome, Titled) or outcome.documents is None:
        return tuple(outcome)
    *fields, passages = outcome.documents
    documents_of_it = (*fields, tuple(map(tuple, passages)))
    return tuple(documents_of_it if one is outcome.documents else one for one in outcome)


def named_again(told: tuple[object, ...]) -> Outcome:
    """The outcome of which `plain` took the names."""
    match told:
        case (int(number), bytes(record)):
            return Titled(number, record)
        case (int(number), bytes(record), int(answers), documents_of_it, str(reason), bool(is_unreadable)):
            found = None
            if isinstance(documents_of_it, tuple):
                *fields, passages = documents_of_it
                found = Documents._make((*fields, tuple(map(PassageWords._make, passages))))
            return Parsed(number, record, answers, found, reason, is_unreadable)
        case _:
            raise ValueError("nothing that was said here")
