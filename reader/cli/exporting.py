"""`reader export`: articles as files in a folder."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.cli.archives import loaded
from reader.cli.places import shown
from reader.cli.streams import tell
from reader.cli.usage import Options, Parser
from reader.errors import UnreadableError
from reader.export.folder import EXPORT_FORMS, ExportForm, export_folder
from reader.library.archive import Archive
from reader.model.article import Article


class ExportOptions(Options):
    """What `reader export` takes."""

    paths: list[Path]
    form: ExportForm
    folder: Path
    is_replacing: bool


def export_parser() -> Parser:
    """What may be typed after `reader export`."""
    parser = Parser(
        "export", "Articles as files in a folder.", "reader export ~/interviews --format html --output site"
    )
    parser.add_paths()
    parser.add_argument(
        "--format", choices=EXPORT_FORMS, required=True, dest="form", help="what is made of each article"
    )
    parser.add_argument(
        "--output", metavar="FOLDER", type=Path, required=True, dest="folder", help="where the files go; it is made"
    )
    parser.add_argument(
        "--replace", action="store_true", dest="is_replacing", help="replace files that are there already"
    )
    return parser


def export(arguments: Sequence[str]) -> int:
    """Write the articles of an archive; 1 when one of them could not be read."""
    options = export_parser().parsed(arguments, ExportOptions())
    with loaded(options.paths) as archive:
        articles = _Articles(archive)
        count = export_folder(articles, options.folder, options.form, is_replacing=options.is_replacing)
        if archive.corpus.entries:
            tell(f"{count:,} of {len(archive.corpus):,} articles written to {shown(options.folder.absolute())}")
    return 1 if articles.is_incomplete else 0


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
