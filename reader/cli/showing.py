"""`reader show` and `reader cite`: one article, or one of its answers."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from reader.cli.output import Output, Part, Style, Styled
from reader.cli.places import absolute, present
from reader.cli.usage import Options, Parser, positive
from reader.errors import NothingFoundError, UnreadableError, UsageError
from reader.export.citation import CitationForm, citation
from reader.export.markdown import markdown
from reader.export.pieces import Form, pieces
from reader.export.record import article_record
from reader.export.text import TextLine, text_lines
from reader.formats.decode import HEAD_SIZE, refusal
from reader.formats.registry import read
from reader.library.one_file import read_file
from reader.model.article import Article, ArticleId
from reader.model.interview import Exchange

STANDARD_INPUT = Path("-")

_STYLES = {
    Form.TITLE: Style.TITLE,
    Form.HEADING: Style.TITLE,
    Form.QUESTION: Style.TITLE,
    Form.BYLINE: Style.ASIDE,
    Form.ASIDE: Style.ASIDE,
}


class ShowOptions(Options):
    """What `reader show` takes."""

    file: Path
    question: int | None
    form: Literal["text", "markdown", "json", "raw"]


class CiteOptions(Options):
    """What `reader cite` takes."""

    file: Path
    question: int
    form: str


def show_parser() -> Parser:
    """What may be typed after `reader show`."""
    parser = Parser(
        "show", "An article, or one of its answers, on standard output.", "reader show talk.txt --question 3"
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="read whatever its suffix; - is standard input")
    parser.add_argument("--question", type=positive, metavar="N", help="only this question and its answer")
    parser.add_argument(
        "--format",
        choices=("text", "markdown", "json", "raw"),
        default="text",
        dest="form",
        help="text to read (furniture left out), Markdown, JSON with lines and speakers, or the bytes of the file",
    )
    parser.add_colour()
    return parser


def show(arguments: Sequence[str]) -> int:
    """Print an article, or one of its answers."""
    options = show_parser().parsed(arguments, ShowOptions())
    output = Output(options.colour)
    if options.form == "raw":
        if options.question:
            raise UsageError("--question does not go with --format raw: raw is the whole file")
        output.raw(_bytes(options.file))
    else:
        _show(options, output)
    return 0


def cite_parser() -> Parser:
    """What may be typed after `reader cite`."""
    parser = Parser(
        "cite",
        "An answer with its question and its source, to quote.",
        "reader cite talk.txt --question 3 --format bibtex >> references.bib",
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="read whatever its suffix; - is standard input")
    parser.add_argument("--question", type=positive, metavar="N", required=True, help="the number of the question")
    parser.add_argument(
        "--format",
        choices=tuple(form.value for form in CitationForm),
        default=CitationForm.MARKDOWN.value,
        dest="form",
        help="Markdown to quote, plain text, or an entry for a reference manager: CSL-JSON or BibTeX",
    )
    return parser


def cite(arguments: Sequence[str]) -> int:
    """Print an answer with its source."""
    options = cite_parser().parsed(arguments, CiteOptions())
    article = article_of(options.file)
    output = Output()
    span = exchange_of(article, options.question).span
    for line in citation(article, span, options.file, CitationForm(options.form)):
        output.line(line)
    return 0


def _show(options: ShowOptions, output: Output) -> None:
    article = article_of(options.file)
    exchange = exchange_of(article, options.question) if options.question else None
    span = exchange.span if exchange else None
    match options.form:
        case "json":
            output.record(article_record(article, _place(options.file), [exchange] if exchange else None))
        case "markdown":
            for line in markdown(article, span):
                output.line(line)
        case _:
            _print_text(text_lines(pieces(article, span)), output)


def _print_text(lines: Iterable[TextLine], output: Output) -> None:
    is_first = True
    for line in lines:
        if line.is_apart and not is_first:
            output.line()
        is_first = False
        style = _STYLES.get(line.form)
        lead: Part = Styled(line.lead, style or Style.NAME)
        output.line(lead, Styled(line.text, style) if style else line.text)


def article_of(file: Path) -> Article:
    """The article in a file, or on standard input; raises UnreadableError with the file's name and the reason."""
    raw = _bytes(file)
    if reason := refusal(raw[:HEAD_SIZE]):
        raise UnreadableError(f"{file} is not text: {reason}")
    return read(raw, ArticleId("standard input" if file == STANDARD_INPUT else file.name), file.suffix)


def exchange_of(article: Article, number: int) -> Exchange:
    """A question by its number; raises NothingFoundError."""
    for exchange in article.exchanges:
        if exchange.number == number:
            return exchange
    count = len(article.exchanges)
    has = f"it has {count} question{'s' if count != 1 else ''}" if count else "it has no questions and answers"
    raise NothingFoundError(f"no question {number} in {article.id}: {has}")


def _place(file: Path) -> Path:
    return file if file == STANDARD_INPUT else absolute(file)


def _bytes(file: Path) -> bytes:
    if file == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    try:
        return read_file(present(file))
    except UnreadableError as error:
        raise UnreadableError(f"{file} can't be read: {error}") from error
