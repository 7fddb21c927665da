"""`reader list` and `reader check`: every file of an archive, and what it was taken for."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, TypeAlias, assert_never, get_args

from reader.cli.archives import loaded
from reader.cli.output import Output, Part, Style, Styled
from reader.cli.places import shown
from reader.cli.standing import informed
from reader.cli.streams import tell
from reader.cli.usage import Options, Parser
from reader.errors import NothingFoundError, UnreadableError
from reader.export.record import Json
from reader.library.archive import Archive
from reader.model.corpus import Corpus, Entry, Skipped, natural_key
from reader.search.language import parse

Sort: TypeAlias = Literal["name", "title", "date", "length", "questions"]


class ListOptions(Options):
    """What `reader list` takes."""

    paths: list[Path]
    sort: Sort
    filter: str
    is_json: bool


class CheckOptions(Options):
    """What `reader check` takes."""

    paths: list[Path]
    is_explained: bool
    is_json: bool


def list_parser() -> Parser:
    """What may be typed after `reader list`."""
    parser = Parser("list", "The articles of an archive.", "reader list ~/interviews --sort questions")
    parser.add_paths()
    parser.add_argument(
        "--sort",
        choices=get_args(Sort),
        default="name",
        help="by file name (2 before 10), title, date (newest first), length or number of questions (most first)",
    )
    parser.add_argument("--filter", default="", metavar="QUERY", help="only what this finds, such as is:unread vetting")
    parser.add_json()
    parser.add_colour()
    return parser


def list_articles(arguments: Sequence[str]) -> int:
    """Print the articles of an archive."""
    options = list_parser().parsed(arguments, ListOptions())
    output = Output(options.colour)
    with loaded(options.paths) as archive:
        skipped = () if options.filter else archive.corpus.skipped
        entries = in_order(_wanted(archive, options.filter), options.sort)
    for entry in entries:
        if options.is_json:
            output.record(file_record(entry))
        elif output.is_terminal:
            output.line(*_row(entry))
        else:
            output.columns(shown(entry.path), entry.title, str(len(entry.questions)), str(entry.minutes))
    for one in skipped if options.is_json else ():
        output.record(file_record(one))
    if skipped and not options.is_json:
        tell(f"{counted(len(skipped), 'file')} skipped; reader check tells why")
    return 0


def _wanted(archive: Archive, typed: str) -> Sequence[Entry]:
    """The articles that a filter finds, in the order of their names; raises NothingFoundError where it finds none."""
    corpus = archive.corpus
    query = parse(typed)
    if not query:
        return corpus.entries
    found = frozenset(archive.engine.articles(informed(query, archive)).ids)
    if not found:
        raise NothingFoundError(f"nothing found for {typed}")
    return [entry for entry in corpus.entries if entry.id in found]


def check_parser() -> Parser:
    """What may be typed after `reader check`."""
    parser = Parser("check", "What each file was taken for, what was skipped, and why.", "reader check talks --explain")
    parser.add_paths()
    parser.add_argument("--explain", action="store_true", dest="is_explained", help="all the evidence, line by line")
    parser.add_json()
    parser.add_colour()
    return parser


def check(arguments: Sequence[str]) -> int:
    """Print what each file was taken for, and why; 1 when something could not be read."""
    options = check_parser().parsed(arguments, CheckOptions())
    output = Output(options.colour)
    with loaded(options.paths) as archive:
        corpus = archive.corpus
        files: list[Entry | Skipped] = [*corpus.entries, *corpus.skipped]
        for one in sorted(files, key=lambda one: natural_key(str(one.path))):
            evidence = _evidence(archive, one, is_whole=options.is_explained)
            if options.is_json:
                output.record(file_record(one) | ({"evidence": list(evidence)} if options.is_explained else {}))
            else:
                for line in _verdict(one, evidence, is_explained=options.is_explained):
                    output.line(*line)
    unreadable = sum(one.is_unreadable for one in corpus.skipped)
    if not options.is_json:
        tell(_totals(corpus, unreadable))
    return 1 if unreadable else 0


def in_order(entries: Sequence[Entry], sort: Sort) -> Sequence[Entry]:
    """Entries sorted; those alike stay in the order of their names."""
    match sort:
        case "name":
            return entries
        case "title":
            return sorted(entries, key=lambda entry: natural_key(entry.title))
        case "date":
            return sorted(entries, key=lambda entry: entry.date or "", reverse=True)
        case "length":
            return sorted(entries, key=lambda entry: -entry.words)
        case "questions":
            return sorted(entries, key=lambda entry: -len(entry.questions))
        case _:
            assert_never(sort)


def file_record(one: Entry | Skipped) -> dict[str, Json]:
    """What is known of a file: the contract of `list --json` and `check --json`."""
    if isinstance(one, Skipped):
        return {
            "path": str(one.path),
            "status": "unreadable" if one.is_unreadable else "skipped",
            "reason": one.reason,
            "encoding": None,
            "kind": None,
            "title": None,
            "words": None,
            "exchanges": None,
        }
    return {
        "path": str(one.path),
        "status": "ok",
        "reason": None,
        "encoding": one.encoding,
        "kind": one.kind.value,
        "title": one.title,
        "words": one.words,
        "exchanges": len(one.questions),
    }


def counted(number: int, noun: str) -> str:
    """`1 file`, `1,234 files`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _row(entry: Entry) -> tuple[Part, ...]:
    """For people: numbers, which align, then the headline, then where it is."""
    questions = counted(len(entry.questions), "question") if entry.questions else ""
    return (
        f"{questions:>14} {entry.minutes:>5,} min  ",
        Styled(entry.title, Style.TITLE),
        Styled(f"  {shown(entry.path)}", Style.ASIDE),
    )


def _evidence(archive: Archive, one: Entry | Skipped, *, is_whole: bool) -> tuple[str, ...]:
    if isinstance(one, Skipped):
        return ()
    if not is_whole:
        return one.evidence
    try:
        return archive.article(one.id).evidence
    except UnreadableError as error:
        return (f"no longer readable: {error}",)


def _verdict(one: Entry | Skipped, evidence: Sequence[str], *, is_explained: bool) -> Iterator[tuple[Part, ...]]:
    """`talk.txt: interview, 7 questions: 'Q' asks 7 times`, then what was odd."""
    if isinstance(one, Skipped):
        status = "unreadable" if one.is_unreadable else "skipped"
        yield f"{shown(one.path)}: ", Styled(status, Style.PROBLEM), f": {one.reason}"
        return
    questions = f", {counted(len(one.questions), 'question')}" if one.questions else ""
    why = f": {evidence[0].removeprefix(f'{one.kind.value}: ')}" if evidence and not is_explained else ""
    yield f"{shown(one.path)}: ", Styled(one.kind.value, Style.NAME), f"{questions}{why}"
    for line in evidence if is_explained else ():
        yield (f"    {line}",)
    for warning in one.warnings:
        yield "    ", Styled("warning", Style.PROBLEM), f": {warning}"


def _totals(corpus: Corpus, unreadable: int) -> str:
    return (
        f"{counted(len(corpus), 'article')}, {counted(corpus.answers, 'answer')}, "
        f"{len(corpus.skipped) - unreadable:,} skipped, {unreadable:,} unreadable"
    )
