"""An article as a page of its own, to be read in a browser or printed: no script, no picture, nothing from elsewhere.

    pieces ─► header | section of an exchange | prose ─► lines of HTML

Each exchange is a section with an id, so that `page.html#q7` leads to question 7. Every text of the article goes
through `displayable` and is escaped; links are those that `web_url` lets through.
"""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from typing import assert_never
from urllib.parse import quote

from reader.export.links import source_url, web_url
from reader.export.pieces import Form, Piece, Run, pieces
from reader.layout.displayable import displayable
from reader.model.article import Article
from reader.model.text import Span

_STYLE = """\
:root { color-scheme: light dark; }
:root { --text: #2a2925; --ground: #fbf8f1; --dim: #5d574c; --rule: #cdc3ae; --link: #1d4f85; }
@media (prefers-color-scheme: dark) {
  :root { --text: #dcd8ce; --ground: #15171b; --dim: #a0a5b0; --rule: #343944; --link: #8ab4e8; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 1.125rem/1.6 Charter, Georgia, serif; }
main { max-width: 36rem; margin: 0 auto; padding: 3rem 1.25rem 4rem; overflow-wrap: break-word; }
h1 { margin: 0 0 .75rem; font-size: 2rem; line-height: 1.2; }
h2, h3, h4, h5, h6 { margin: 2.25rem 0 .5rem; line-height: 1.3; }
h2 { font-size: 1.3rem; } h3 { font-size: 1.15rem; } h4, h5, h6 { font-size: 1rem; }
p, ul, ol, blockquote, pre { margin: 0 0 1rem; }
a { color: var(--link); }
.standfirst { font-size: 1.2rem; }
.byline, .aside, footer { color: var(--dim); font-size: .95rem; }
.exchange { position: relative; margin-top: 2.25rem; }
.exchange .question { margin: 0 0 .75rem; font-size: 1.125rem; font-weight: bold; }
.number { position: absolute; right: calc(100% + .75rem); }
.number { color: var(--dim); font-weight: normal; text-decoration: none; }
.speaker { font-variant-caps: small-caps; font-weight: bold; margin-right: .35em; }
.exchange:target .question { text-decoration: underline; text-underline-offset: .2em; }
blockquote { padding-left: 1rem; border-left: .2rem solid var(--rule); margin-left: 0; }
pre { overflow-x: auto; padding: .75rem; border: 1px solid var(--rule); font: .85rem/1.45 ui-monospace, monospace; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--rule); }
.contents { list-style: none; padding: 0; } .contents li { margin: 0 0 1rem; } .contents .byline { display: block; }
@media screen and (max-width: 44rem) { .number { position: static; margin-right: .5em; } }
@media print {
  @page { margin: 2cm; }
  :root { --text: #000; --ground: #fff; --dim: #444; --rule: #999; --link: #000; }
  body { font-size: 11pt; } main { max-width: none; padding: 0 0 0 2rem; }
  h1, h2, h3, h4, h5, h6, .question { break-after: avoid; } p { orphans: 3; widows: 3; }
  pre { white-space: pre-wrap; }
}"""


def html(article: Article, span: Span | None = None) -> Iterator[str]:
    """The lines of the page of an article, or of what lies in `span`; where it comes from stands at the end.

    Furniture is left out.
    """
    title = article.title or article.id.rsplit("/", 1)[-1]
    yield from _head(title)
    yield "<article>"
    if article.title is None or span is not None:
        yield f'<h1 dir="auto">{_text(title)}</h1>'
    for exchange, held in groupby(pieces(article, span), key=lambda piece: piece.exchange):
        if exchange is None:
            yield from _blocks(held)
        else:
            yield f'<section class="exchange" id="q{exchange}">'
            yield from _blocks(held)
            yield "</section>"
    yield from _footer(article)
    yield "</article>"
    yield from _FOOT


def index_page(title: str, entries: Iterable[str]) -> Iterator[str]:
    """The lines of a page that leads to others."""
    yield from _head(title)
    yield f'<h1 dir="auto">{_text(title)}</h1>'
    yield '<ul class="contents">'
    yield from entries
    yield "</ul>"
    yield from _FOOT


def index_entry(name: str, article: Article) -> str:
    """The line in which an index tells of one page, by its file's name."""
    metadata = article.metadata
    count = len(article.exchanges)
    questions = f"{count} question{'s' if count > 1 else ''}" if count else None
    told = [part for part in (metadata.byline, metadata.site, metadata.date, questions) if part]
    about = f'<span class="byline">{_text(" · ".join(told))}</span>' if told else ""
    return f'<li dir="auto"><a href="./{quote(name)}">{_text(article.title or article.id)}</a>{about}</li>'


_FOOT = ("</main>", "</body>", "</html>")


def _head(title: str) -> Iterator[str]:
    yield "<!doctype html>"
    yield "<html>"
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    # Whatever slipped through, a browser fetches and runs nothing.
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{_text(title)}</title>"
    yield "<style>"
    yield from _STYLE.split("\n")
    yield "</style>"
    yield "</head>"
    yield "<body>"
    yield "<main>"


def _blocks(held: Iterable[Piece]) -> Iterator[str]:
    for is_listing, run in groupby(held, key=lambda piece: piece.form is Form.ITEM):
        if is_listing:
            yield from _listing(list(run))
        else:
            for piece in run:
                yield from _block(piece)


def _block(piece: Piece) -> Iterator[str]:
    words = _runs(piece.runs)
    speaker = f'<span class="speaker">{_text(piece.speaker)}</span> ' if piece.speaker else ""
    match piece.form:
        case Form.TITLE:
            yield f'<h1 dir="auto">{words}</h1>'
        case Form.STANDFIRST:
            yield f'<p class="standfirst" dir="auto">{words}</p>'
        case Form.BYLINE:
            yield f'<p class="byline" dir="auto">{words}</p>'
        case Form.ASIDE:
            yield f'<p class="aside" dir="auto">{words}</p>'
        case Form.HEADING:
            level = min(max(piece.level, 2), 6)
            yield f'<h{level} dir="auto">{words}</h{level}>'
        case Form.QUESTION:
            number = f'<a class="number" href="#q{piece.number}">{piece.number}</a>' if piece.number else ""
            yield f'<p class="question" dir="auto">{number}{words}</p>'
        case Form.PARAGRAPH:
            yield f'<p dir="auto">{speaker}{words}</p>'
        case Form.QUOTE:
            yield f'<blockquote dir="auto"><p>{words}</p></blockquote>'
        case Form.VERBATIM:
            # Tabs stand for columns here; elsewhere they are blanks.
            text = "\n".join(_text(line.rstrip("\r").expandtabs()) for line in piece.text.split("\n"))
            yield f"<pre>{text}</pre>"
        case Form.ITEM:
            yield from _listing([piece])
        case _:
            assert_never(piece.form)


def _listing(items: list[Piece]) -> Iterator[str]:
    """Items, one list inside the other as deep as they are nested."""
    opened: list[tuple[int, str]] = []
    for item in items:
        number = item.marker.rstrip(".)")
        is_numbered = number.isascii() and number.isdecimal() and len(number) < 10
        tag = "ol" if is_numbered else "ul"
        while opened and (opened[-1][0] > item.level or (opened[-1][0] == item.level and opened[-1][1] != tag)):
            yield f"</li></{opened.pop()[1]}>"
        if opened and opened[-1][0] == item.level:
            yield "</li>"
        else:
            opened.append((item.level, tag))
            yield f"<{tag}>"
        value = f' value="{int(number)}"' if is_numbered else ""
        yield f'<li{value} dir="auto">{_runs(item.runs)}'
    while opened:
        yield f"</li></{opened.pop()[1]}>"


def _footer(article: Article) -> Iterator[str]:
    metadata = article.metadata
    told = [_text(part) for part in (metadata.byline, metadata.site, metadata.date) if part]
    if url := source_url(article):
        told.append(f'<a href="{escape(url)}">{_text(url)}</a>')
    told.append(_text(article.id))
    yield f'<footer dir="auto">Source: {", ".join(told)}</footer>'


_TAGS = (("strong", "strong"), ("emphasis", "em"), ("strike", "s"), ("code", "code"))


def _runs(held: Iterable[Run]) -> str:
    return "".join(map(_run, held))


def _run(run: Run) -> str:
    shown = _text(run.text)
    for style, tag in _TAGS:
        if style in run.styles:
            shown = f"<{tag}>{shown}</{tag}>"
    url = web_url(run.target) if run.target else None
    return f'<a href="{escape(url)}">{shown}</a>' if url else shown


def _text(text: str) -> str:
    return escape(displayable(text))
