"""What becomes of a file: its title at a first look, or all that the list and the index are given of it.

In plain tuples, strings, bytes and numbers, so that it is the same whether this process asks or another one answers.
"""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple, TypeAlias

from reader.errors import NotTextError, UnreadableError
from reader.library.files import Source
from reader.library.records import encoded, encoded_name
from reader.library.scan import Found
from reader.model.corpus import Entry
from reader.search.documents import Documents, PassageWords, documents

Work: TypeAlias = Literal["glanced", "titled", "parsed"]
"""What can be done with a file: find its title where a look is enough, or by all its beginning, or read all of it."""


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
Told: TypeAlias = bytes | tuple[object, ...]
"""An outcome without names and number: of a title only the record, as there are so many."""


def titled(source: Source, tasks: Sequence[Task], title: Callable[[bytes, str], str | None]) -> Sequence[Titled]:
    """The titles that the beginnings of files give, by whatever tells them."""
    # In three rounds: to go from file to file with each step takes a third longer, as nothing stays in the processor.
    heads = [_head(source, task.found) for task in tasks]
    titles = [title(head, task.found.suffix) for head, task in zip(heads, tasks, strict=True)]
    return [
        Titled(task.number, encoded_name(task.found.file, told) if told else b"")
        for task, told in zip(tasks, titles, strict=True)
    ]


def _head(source: Source, found: Found) -> bytes:
    """The beginning of a file; empty where it can't be read."""
    try:
        return source.head(found)
    except UnreadableError:
        return b""


def parsed(source: Source, task: Task, told: set[str]) -> Parsed:
    """Everything that is in a file; its words are put to those that were told before, which are not told again."""
    from reader.formats import registry  # noqa: PLC0415 - names are told before it is imported

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


def done(source: Source, work: Work, tasks: Sequence[Task], told: set[str] | None = None) -> Sequence[Outcome]:
    """What comes of some files.

    Args:
        source: where they are.
        work: what is to be done with them.
        tasks: the files.
        told: the words that were told before by whoever asks this; grows.
    """
    if work == "glanced":
        from reader.formats.first_look import first_look  # noqa: PLC0415 - a process has no use for it at its start

        return titled(source, tasks, first_look)
    from reader.formats import registry  # noqa: PLC0415 - names are told before it is imported

    if work == "titled":
        return titled(source, tasks, registry.headline)
    words = set() if told is None else told
    return [parsed(source, task, words) for task in tasks]


def plain(outcome: Outcome) -> Told:
    """An outcome as marshal takes it."""
    if isinstance(outcome, Titled):
        return outcome.record
    _, record, answers, found, reason, is_unreadable = outcome
    if found is None:
        return record, answers, None, reason, is_unreadable
    *fields, passages = found
    return record, answers, (*fields, tuple(map(tuple, passages))), reason, is_unreadable


def named_again(number: int, told: Told) -> Outcome:
    """The outcome of which `plain` took the names, for a number."""
    match told:
        case bytes():
            return Titled(number, told)
        case (bytes(record), int(answers), documents_of_it, str(reason), bool(is_unreadable)):
            found = None
            if isinstance(documents_of_it, tuple):
                *fields, passages = documents_of_it
                found = Documents._make((*fields, tuple(map(PassageWords._make, passages))))
            return Parsed(number, record, answers, found, reason, is_unreadable)
        case _:
            raise ValueError("nothing that was said here")
