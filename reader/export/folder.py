"""Articles as files in a folder, one each, and for HTML a page that leads to them.

Each file is written aside and then given its name, so that whatever happens there is a whole one or none.
"""

import itertools
import json
import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from errno import EEXIST
from pathlib import Path
from secrets import token_hex
from typing import Final, Literal, TypeAlias, get_args

from reader.errors import ReaderError, UsageError, system_reason
from reader.export.html import html, index_entry, index_page
from reader.export.markdown import markdown
from reader.export.record import article_record
from reader.formats.suffixes import TEXT_SUFFIXES
from reader.layout.displayable import displayable
from reader.model.article import Article, ArticleId

ExportForm: TypeAlias = Literal["markdown", "html", "json"]
EXPORT_FORMS: Final[tuple[ExportForm, ...]] = get_args(ExportForm)

_SUFFIXES: Final = {"markdown": ".md", "html": ".html", "json": ".json"}
_INDEX: Final = "index"
_LONGEST: Final = 120
"""Bytes of a name: what every file system takes, a number and a suffix added."""
_RUNS: Final = re.compile(r"[._-]{2,}")


def export_folder(
    articles: Iterable[tuple[Article, Path]],
    folder: Path,
    form: ExportForm,
    *,
    title: str = "Articles",
    question: int | None = None,
    is_replacing: bool = False,
    on_written: Callable[[Path], None] | None = None,
) -> int:
    """Write each article, read from its path, into a folder, which is made; how many there were.

    With a `question`, only that one of each article and its answer is written. What stands in the folder is left alone
    unless `is_replacing`. Raises UsageError where a file of that name is there, or the folder is none, and ReaderError
    where it can't be written to.
    """
    names = FileNames(_SUFFIXES[form], taken=(_INDEX,) if form == "html" else ())
    entries: list[str] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        count = 0
        for article, path in articles:
            name = names.of(article.id, question)
            write_file(folder / name, _lines(article, path, form, question), is_replacing=is_replacing)
            if form == "html":
                entries.append(index_entry(name, article))
            count += 1
            if on_written:
                on_written(folder / name)
        if form == "html":
            write_file(folder / f"{_INDEX}.html", index_page(title, entries), is_replacing=is_replacing)
    except FileExistsError as error:
        raise UsageError(
            f"{error.filename or folder} is there already, and is left as it is (--force replaces it)"
        ) from error
    except NotADirectoryError as error:
        raise UsageError(f"{folder} is no folder") from error
    except OSError as error:
        raise ReaderError(f"{folder} can't be written to: {system_reason(error)}") from error
    return count


class FileNames:
    """Names for articles: of letters, digits and `.-_` only, none of them twice, whatever the case."""

    def __init__(self, suffix: str, taken: Iterable[str] = ()) -> None:
        self._suffix = suffix
        self._taken = set(taken)

    def of(self, article: ArticleId, question: int | None = None) -> str:
        """The next article's name: `talks/sea.txt` is `talks-sea.html`, an answer of it `talks-sea-q7.html`."""
        stem = safe_stem(article) + (f"-q{question}" if question else "")
        name = next(one for one in _numbered(stem) if _folded(one) not in self._taken)
        self._taken.add(_folded(name))
        return name + self._suffix


def safe_stem(article: str) -> str:
    """The part of a file's name that tells an article: never empty, no path, no option, not hidden."""
    known = next((suffix for suffix in TEXT_SUFFIXES if article.lower().endswith(suffix)), "")
    name = unicodedata.normalize("NFC", article.removesuffix(article[len(article) - len(known) :] if known else ""))
    return _shortened(_RUNS.sub(_joint, "".join(one if _is_plain(one) else "-" for one in name))) or "article"


def _is_plain(character: str) -> bool:
    return character in "._-" or unicodedata.category(character)[0] in "LNM"


def _joint(run: re.Match[str]) -> str:
    """What joins two words, where several joints meet."""
    return "-" if "-" in run[0] else run[0][0]


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    for number in itertools.count(2):
        yield f"{stem}-{number}"


def _folded(name: str) -> str:
    """The same for names that some file systems take for one."""
    return unicodedata.normalize("NFKC", name.casefold()).casefold()


def _shortened(name: str) -> str:
    # An end tells more than a beginning, which is a folder shared with others.
    return name.encode()[-_LONGEST:].decode("utf-8", "ignore").strip(".-")


def _lines(article: Article, path: Path, form: ExportForm, question: int | None) -> Iterable[str]:
    exchanges = [one for one in article.exchanges if one.number == question] if question else None
    span = exchanges[0].span if exchanges else None
    match form:
        case "html":
            return html(article, span)
        case "markdown":
            return (displayable(line.rstrip("\r").expandtabs(4)) for line in markdown(article, span))
        case "json":
            record = article_record(article, path, exchanges)
            return json.dumps(record, indent=1).replace("\x7f", "\\u007f").split("\n")


def write_file(path: Path, lines: Iterable[str], *, is_replacing: bool) -> None:
    """Write a file as a whole or not at all; raises FileExistsError where one is there, unless `is_replacing`."""
    aside = path.with_name(f".reader-{token_hex(6)}.part")
    try:
        with aside.open("x", encoding="utf-8", newline="\n") as stream:
            stream.writelines(f"{line}\n" for line in lines)
            stream.flush()
            os.fsync(stream.fileno())
        if is_replacing:
            aside.replace(path)
        else:
            _name_anew(aside, path)
    finally:
        with suppress(OSError):
            aside.unlink()


def _name_anew(aside: Path, path: Path) -> None:
    """Give a file a name that nobody has; raises FileExistsError."""
    try:
        path.hardlink_to(aside)
    except FileExistsError as error:
        raise FileExistsError(error.errno, error.strerror, str(path)) from error
    except OSError as error:
        # A file system without hard links: the name is looked for first, which leaves a moment in between.
        if os.path.lexists(path):
            raise FileExistsError(EEXIST, error.strerror, str(path)) from error
        aside.replace(path)
