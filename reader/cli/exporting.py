"""`reader export`: articles, or an answer of one, as files in a folder; or what was marked."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.cli.archives import loaded
from reader.cli.output import Output
from reader.cli.places import shown
from reader.cli.streams import tell
from reader.cli.usage import Options, Parser, positive
from reader.errors import NothingFoundError, ReaderError, UnreadableError, UsageError, system_reason
from reader.export.folder import EXPORT_FORMS, ExportForm, export_folder, write_file
from reader.library.archive import Archive
from reader.model.article import Article


class ExportOptions(Options):
    """What `reader export` takes."""

    paths: list[Path]
    is_marks: bool
    form: ExportForm | None
    target: Path | None
    question: int | None
    is_replacing: bool


def export_parser() -> Parser:
    """What may be typed after `reader export`."""
    parser = Parser(
        "export",
        "Articles as files in a folder; with --marks, what you marked in them, as one Markdown text.",
        "reader export ~/interviews --format html --output site",
    )
    parser.add_paths()
    parser.add_argument("--format", choices=EXPORT_FORMS, dest="form", help="what is made of each article")
    parser.add_argument(
        "--output",
        metavar="FOLDER",
        type=Path,
        dest="target",
        help="where the files go; it is made. For --marks a file, else they are printed",
    )
    parser.add_argument("--question", type=positive, metavar="N", help="only this question of a file and its answer")
    parser.add_argument("--marks", action="store_true", dest="is_marks", help="marks and notes, with their quotes")
    parser.add_argument(
        "--force", "--replace", action="store_true", dest="is_replacing", help="replace files that are there already"
    )
    return parser


def export(arguments: Sequence[str]) -> int:
    """Write the articles of an archive, or what was marked; 1 when one of the articles could not be read."""
    options = export_parser().parsed(arguments, ExportOptions())
    return _export_marks(options) if options.is_marks else _export_articles(options)


def _export_articles(options: ExportOptions) -> int:
    form, folder = options.form, options.target
    if form is None or folder is None:
        missing = " and ".join(name for name, value in (("--format", form), ("--output", folder)) if value is None)
        raise UsageError(f"{missing} must be given (see reader export --help)")
    with loaded(options.paths) as archive:
        if options.question is not None:
            _require_question(archive, options.question)
        articles = _Articles(archive)
        count = export_folder(articles, folder, form, question=options.question, is_replacing=options.is_replacing)
        if archive.corpus.entries:
            tell(f"{count:,} of {len(archive.corpus):,} articles written to {shown(folder.absolute())}")
    return 1 if articles.is_incomplete else 0


def _require_question(archive: Archive, number: int) -> None:
    if len(archive.corpus) > 1:
        raise UsageError("--question goes with one file")
    for entry in archive.corpus.entries:
        if number > len(entry.questions):
            raise NothingFoundError(f"no question {number} in {entry.id}: it has {len(entry.questions)}")


def _export_marks(options: ExportOptions) -> int:
    if options.form not in (None, "markdown") or options.question is not None:
        raise UsageError("--marks are written as Markdown, all of them")
    from reader.cli.marking import marks_of  # noqa: PLC0415 - SQLite is not wanted by the other exports

    lines = marks_of(options.paths)
    if options.target is None:
        output = Output()
        for line in lines:
            output.line(line)
        return 0
    target = options.target.absolute()
    try:
        write_file(target, lines, is_replacing=options.is_replacing)
    except FileExistsError as error:
        raise UsageError(f"{shown(target)} is there already, and is left as it is (--force replaces it)") from error
    except IsADirectoryError as error:
        raise UsageError(f"{shown(target)} is a folder; --marks are one file") from error
    except OSError as error:
        raise ReaderError(f"{shown(target)} can't be written: {system_reason(error)}") from error
    tell(f"marks written to {shown(target)}")
    return 0


class _Articles:
    """The articles of an archive one by one; what has vanished since is told and left out."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.is_incomplete = False

    def __iter__(self) -> Iterator[tuple[Article, Path]]:
        for entry in self._archive.corpus.entries:
            try:
                yield self._archive.article(entry.id), entry.path
            except UnreadableError as error:
                tell(f"{shown(entry.path)} can't be read: {error}")
                self.is_incomplete = True
