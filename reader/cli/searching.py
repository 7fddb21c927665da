"""`reader search`: answers and passages, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.archives import loaded
from reader.cli.output import Output, Part, Style, Styled
from reader.cli.places import shown
from reader.cli.standing import informed
from reader.cli.usage import Options, Parser, positive
from reader.errors import NothingFoundError
from reader.search.language import parse
from reader.search.results import Said
from reader.search.snippet import excerpt, snippet_said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from reader.export.record import Json
    from reader.model.corpus import Entry
    from reader.search.query import Query
    from reader.search.results import Hit, Snippet

SNIPPET_LENGTH = 200
"""Code points: two to three lines of a terminal."""

_LONGEST_TOLD = 60
"""Code points of a query that is told back."""


class SearchOptions(Options):
    """What `reader search` takes."""

    query: str
    paths: list[Path]
    limit: int
    is_json: bool


def search_parser() -> Parser:
    """What may be typed after `reader search`."""
    parser = Parser(
        "search", "Answers and passages, best first; slips are forgiven.", "reader search 'dangrous famly' ~/interviews"
    )
    parser.add_argument("query", metavar="QUERY", help="words; one that begins with - goes behind --")
    parser.add_paths()
    parser.add_argument("--limit", type=positive, default=20, metavar="N", help="the best N (20)")
    parser.add_json()
    parser.add_colour()
    return parser


def search(arguments: Sequence[str]) -> int:
    """Print what a query finds."""
    options = search_parser().parsed(arguments, SearchOptions())
    output = Output(options.colour)
    query = parse(options.query)
    if not query:
        raise NothingFoundError(f"no word to look for in {_cut(options.query)!r}")
    with loaded(options.paths) as archive:
        query = informed(query, archive)
        count = 0
        for count, hit in enumerate(archive.engine.answers(query, options.limit), start=1):
            _print(hit, query, archive.corpus[hit.article], output, is_json=options.is_json, is_first=count == 1)
        if not count and len(archive.corpus):
            raise NothingFoundError(f"nothing found for {_cut(options.query)}")
    return 0


def _cut(asked: str) -> str:
    """What was asked for, as far as one line has room for it."""
    return asked if len(asked) <= _LONGEST_TOLD else f"{asked[:_LONGEST_TOLD]}…"


def _print(hit: Hit, query: Query, entry: Entry, output: Output, *, is_json: bool, is_first: bool) -> None:
    said = hit.said or Said("", "", "", 1)
    if is_json:
        output.record(_record(hit, entry, snippet_said(said, query, SNIPPET_LENGTH), said.line))
        return
    if not is_first:
        output.line()
    output.line(Styled(entry.title, Style.TITLE), Styled(f"  {shown(entry.path)}:{said.line}", Style.ASIDE))
    if question := _question(hit, entry):
        output.line("  ", Styled(f"{hit.exchange}. ", Style.NAME), *_marked(excerpt(question, query, SNIPPET_LENGTH)))
    output.line("  ", *_marked(snippet_said(said, query, SNIPPET_LENGTH, has_question=False)))


def _record(hit: Hit, entry: Entry, found: Snippet, line: int) -> dict[str, Json]:
    return {
        "article": hit.article,
        "path": str(entry.path),
        "title": entry.title,
        "exchange": hit.exchange,
        "question": _question(hit, entry),
        "snippet": found.text,
        "marks": [[mark.start, mark.end] for mark in found.marks],
        "line": line,
        "score": hit.score,
    }


def _question(hit: Hit, entry: Entry) -> str | None:
    return entry.questions[hit.exchange - 1] if hit.exchange and hit.exchange <= len(entry.questions) else None


def _marked(found: Snippet) -> Iterator[Part]:
    at = 0
    for mark in found.marks:
        yield found.text[at : mark.start]
        yield Styled(mark.of(found.text), Style.MATCH)
        at = mark.end
    yield found.text[at:]
