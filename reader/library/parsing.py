"""What becomes of a file: its title at a first look, or all that the list and the index are given of it.

It is told in plain tuples, strings, bytes and numbers, so that it is the same whether this process asks or another one
answers; whoever asked puts names and numbers to it.
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
"""An outcome as marshal takes it, without names and number: of a title only the record, as there are so many."""


def told(source: Source, work: Work, files: Sequence[Found], words: set[str]) -> list[Told]:
    """What comes of some files.

    Args:
        source: where they are.
        work: what is to be done with them.
        files: what was found.
        words: those that were told before to whoever asks this; grows.
    """
    if work == "glanced":
        from reader.formats.first_look import first_look  # noqa: PLC0415 - a process has no use for it at its start

        return _titled(source, files, first_look)
    from reader.formats import registry  # noqa: PLC0415 - names are told before it is imported

    if work == "titled":
        return _titled(source, files, registry.headline)
    return [_parsed(source, found, words) for found in files]


def done(source: Source, work: Work, tasks: Sequence[Task], words: set[str] | None = None) -> list[Outcome]:
    """What comes of some tasks, done here; as for `told`."""
    files = [task.found for task in tasks]
    return named(tasks, told(source, work, files, set() if words is None else words))


def named(tasks: Sequence[Task], answers: Sequence[Told]) -> list[Outcome]:
    """The outcomes of tasks, of which these things were told."""
    return [
        Titled(number, answer) if isinstance(answer, bytes) else _read(number, answer)
        for (number, _), answer in zip(tasks, answers, strict=True)
    ]


def _titled(source: Source, files: Sequence[Found], title: Callable[[bytes, str], str | None]) -> list[Told]:
    """The records of files with the titles that their beginnings give, by whatever tells them."""
    # In three rounds: to go from file to file with each step takes a third longer, as nothing stays in the processor.
    heads = [source.head(found) for found in files]
    titles = [title(head, found.suffix) for head, found in zip(heads, files, strict=True)]
    return [encoded_name(found.file, one) if one else b"" for found, one in zip(files, titles, strict=True)]


def _parsed(source: Source, found: Found, words: set[str]) -> Told:
    """Everything that is in a file; its words are put to those that were told before, which are not told again."""
    from reader.formats import registry  # noqa: PLC0415 - names are told before it is imported

    try:
        raw = source.read(found)
    except UnreadableError as error:
        return b"", 0, None, str(error), not isinstance(error, NotTextError)
    article = registry.read(raw, found.id, found.suffix)
    entry = Entry.of(article, found.path)
    made = documents(article, entry.title, words)
    words.update(made.words)
    *fields, passages = made
    return encoded(entry), len(entry.questions), (*fields, tuple(map(tuple, passages))), "", False


def _read(number: int, answer: tuple[object, ...]) -> Parsed:
    match answer:
        case (bytes(record), int(answers), made, str(reason), bool(is_unreadable)):
            found = None
            if isinstance(made, tuple):
                *fields, passages = made
                found = Documents._make((*fields, tuple(map(PassageWords._make, passages))))
            return Parsed(number, record, answers, found, reason, is_unreadable)
        case _:
            raise ValueError("nothing that was said here")
