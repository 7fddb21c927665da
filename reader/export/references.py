r"""An article, or a passage of it, as reference managers take it: CSL-JSON and BibTeX.

    article ─► Reference ─► {"type": "interview", "author": [{"family": …}], …}
                       └──► @misc{byte2021sea-q7, author = {Byte, Ada}, …}

Only what the text says of itself is told. Names are parted into given and family names where they plainly are those of
a person; all others are kept whole (`literal`, or in braces). CSL: citationstyles.org, the data model of version 1.0.2.
In BibTeX braces must balance whatever is before them, so a brace of the text is `\textbraceleft{}`.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from reader.export.links import source_url
from reader.export.pieces import Form, pieces
from reader.export.record import Json
from reader.export.source import Source, source
from reader.layout.displayable import one_line
from reader.model.article import Article, Kind
from reader.model.interview import Exchange, Role, Speaker
from reader.model.text import Span

ReferenceType: TypeAlias = Literal["interview", "article-newspaper", "webpage", "document"]

_GENERIC: Final = frozenset(
    {
        *("question", "answer", "interviewer", "interviewee", "host", "guest", "moderator", "reporter", "speaker"),
        *("frage", "antwort", "pregunta", "respuesta", "domanda", "risposta", "réponse", "unknown", "voice", "press"),
    }
)
"""Labels that say what somebody does, and not who it is."""
_OFFICES: Final = frozenset(
    {
        *("dr", "prof", "professor", "sir", "dame", "lord", "lady", "mr", "mrs", "ms", "miss", "rev", "president"),
        *("minister", "secretary", "senator", "judge", "captain", "general", "chief", "director", "chair", "the"),
        *("committee", "department", "office", "police", "university", "news", "association", "team", "staff"),
        *("editor", "editors", "council", "ministry", "agency", "press", "group", "company", "museum", "institute"),
    }
)
"""Words that a person's given and family names don't have."""
_PARTICLES: Final = frozenset(
    {"van", "von", "de", "der", "den", "del", "della", "di", "da", "du", "la", "le", "ten", "ter"}
)
_NAME_WORD: Final = re.compile(r"[^\W\d_][^\W\d_.’'-]*(?:[.’'-]+[^\W\d_]*)*")
_BY: Final = re.compile(
    r"(?:(?:words|text|interview|story|written|reported)\s+)?(?:by|von|par|por)\b:?\s+", re.IGNORECASE
)
_BETWEEN: Final = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b)\s+", re.IGNORECASE)
_LONGEST_QUOTE: Final = 4_000
"""Code points of a passage in an entry."""
_SMALL: Final = frozenset({"the", "and", "what", "how", "why", "for", "with", "from", "who", "when", "where", "that"})
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TEX: Final = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "&%$#_"},
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


@dataclass(frozen=True, slots=True)
class Name:
    """A person, or whoever has no given and family name."""

    family: str
    given: str = ""
    particle: str = ""
    """`van`, `de la`: belongs to the family name, but isn't sorted by."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What is known of a source."""

    key: str
    type: ReferenceType
    title: str
    authors: tuple[Name, ...]
    """Of an interview, who was interviewed, where the text says who it was."""
    interviewers: tuple[Name, ...]
    site: str | None
    date: tuple[int, ...]
    """Year, month, day, as far as known."""
    url: str | None
    note: str
    """Question and lines, file, and who wrote it where the authors are others."""
    quote: str
    """The words of the passage; "" for a whole article."""


def reference(article: Article, span: Span | None = None) -> Reference:
    """The source that an article is, or a passage of it."""
    metadata = article.metadata
    where = source(article, span)
    exchange = where.exchange if where.lines else None
    url = source_url(article)
    writers = _writers(metadata.byline)
    answering, asking = _names(article, exchange, Role.ANSWERER), _names(article, exchange, Role.ASKER)
    is_interview = article.kind is Kind.INTERVIEW
    authors = (answering if is_interview else ()) or writers
    date = _date(metadata.date)
    title = one_line(article.title or article.id)
    return Reference(
        key=_key(article, where, authors, date),
        type=_type(article, url),
        title=title,
        authors=authors,
        interviewers=asking if is_interview else (),
        site=one_line(metadata.site) if metadata.site else None,
        date=date,
        url=url,
        note=_note(article, where, one_line(metadata.byline or "") if writers and authors != writers else ""),
        quote=_quote(article, span) if span and where.lines else "",
    )


def csl(article: Article, span: Span | None = None) -> dict[str, Json]:
    """The same as an item of CSL-JSON."""
    found = reference(article, span)
    item: dict[str, Json] = {"id": found.key, "type": found.type, "title": found.title}
    if found.authors:
        item["author"] = [_csl_name(name) for name in found.authors]
    if found.interviewers:
        item["interviewer"] = [_csl_name(name) for name in found.interviewers]
    if found.site:
        item["container-title"] = found.site
    if found.date:
        item["issued"] = {"date-parts": [list(found.date)]}
    if found.url:
        item["URL"] = found.url
    if found.quote:
        item["abstract"] = found.quote
    item["note"] = found.note
    return item


def bibtex(article: Article, span: Span | None = None) -> Iterator[str]:
    """The same as the lines of a BibTeX entry."""
    found = reference(article, span)
    is_newspaper = found.type == "article-newspaper"
    yield f"@{'article' if is_newspaper else 'misc'}{{{found.key},"
    for field, value in _fields(found, is_newspaper=is_newspaper):
        yield f"  {field} = {value},"
    yield "}"


def citation_key(article: Article, span: Span | None = None) -> str:
    """The key of a source: the same for as long as its author, date and title are."""
    return reference(article, span).key


def _fields(found: Reference, *, is_newspaper: bool) -> Iterator[tuple[str, str]]:
    if found.authors:
        yield "author", f"{{{' and '.join(map(_tex_name, found.authors))}}}"
    # The second braces keep the capitals of a title, whatever the style does to them.
    yield "title", f"{{{{{_tex(found.title)}}}}}"
    if found.site:
        yield ("journal" if is_newspaper else "howpublished"), f"{{{_tex(found.site)}}}"
    if found.date:
        yield "year", f"{{{found.date[0]}}}"
    if len(found.date) > 1:
        yield "month", _MONTHS[found.date[1] - 1]
    if len(found.date) > 2:
        yield "day", f"{{{found.date[2]}}}"
    if found.url:
        yield "url", f"{{{found.url}}}"
    interviewers = " and ".join(f"{name.given} {name.particle} {name.family}" for name in found.interviewers)
    by = f"Interview by {' '.join(interviewers.split())}; " if interviewers else ""
    yield "note", f"{{{_tex(by + found.note)}}}"
    if found.quote:
        yield "annote", f"{{{_tex(found.quote)}}}"


def _type(article: Article, url: str | None) -> ReferenceType:
    if article.kind is Kind.INTERVIEW:
        return "interview"
    if article.kind is Kind.ARTICLE and article.metadata.site:
        return "article-newspaper"
    return "webpage" if url else "document"


def _names(article: Article, exchange: Exchange | None, role: Role) -> tuple[Name, ...]:
    """Who asks or answers: in an exchange, else all over the article."""
    speakers: Sequence[Speaker]
    if exchange:
        index = (exchange.answer if role is Role.ANSWERER else exchange.question).speaker
        speakers = () if index is None else (article.speakers[index],)
    else:
        speakers = [speaker for speaker in article.speakers if speaker.role is role]
    return tuple(_name(speaker.shown) for speaker in speakers if _is_told(speaker))


def _is_told(speaker: Speaker) -> bool:
    """Whether it is known who somebody is: initials and `Interviewer` don't tell."""
    label = speaker.label
    return bool(speaker.name) or (len(label) > 3 and label.casefold() not in _GENERIC) or " " in label.strip()


def _writers(byline: str | None) -> tuple[Name, ...]:
    if not byline:
        return ()
    names = _BETWEEN.split(_BY.sub("", one_line(byline), count=1))
    return tuple(_name(name) for name in names if name and not any(character.isdigit() for character in name))


def _name(written: str) -> Name:
    """A name in its parts, where they are beyond doubt."""
    shown = one_line(written)
    words = shown.split()
    folded = [word.casefold().strip(".,") for word in words]
    is_person = (
        2 <= len(words) <= 5
        and not shown.isupper()
        and all(_NAME_WORD.fullmatch(word) for word in words)
        and all(word[0].isupper() or word in _PARTICLES for word in words)
        and _OFFICES.isdisjoint(folded)
        and len(words[-1].strip(".")) > 1
        and words[0] not in _PARTICLES
    )
    if not is_person:
        return Name(shown)
    first = len(words) - 1
    while first > 1 and words[first - 1] in _PARTICLES:
        first -= 1
    return Name(words[-1], " ".join(words[:first]), " ".join(words[first:-1]))


def _date(written: str | None) -> tuple[int, ...]:
    parts = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?", written or "", re.ASCII)
    return tuple(int(part) for part in parts.groups() if part) if parts else ()


def _note(article: Article, where: Source, byline: str) -> str:
    parts = (f"By {_BY.sub('', byline, count=1)}" if byline else "", where.place, one_line(article.id))
    return ", ".join(filter(None, parts))


def _quote(article: Article, span: Span) -> str:
    """What is said, as one line."""
    quote = one_line(" ".join(piece.text for piece in pieces(article, span) if piece.form is not Form.ASIDE))
    return quote if len(quote) <= _LONGEST_QUOTE else f"{quote[: _LONGEST_QUOTE - 1]}…"


def _key(article: Article, where: Source, authors: Sequence[Name], date: Sequence[int]) -> str:
    who = _plain(authors[0].family) if authors else _plain(article.metadata.site or "")
    words = (_plain(word) for word in re.split(r"\W+", article.title or ""))
    word = next((word for word in words if len(word) > 2 and word not in _SMALL), "")
    year = str(date[0]) if date else ""
    # A title in another script has no letters that BibTeX takes.
    name = f"{who[:24]}{year}{word[:24]}" if who or word else f"text{article.content_hash[:8]}"
    if where.lines is None:
        return name
    return f"{name}-q{where.exchanges[0].number}" if where.exchanges else f"{name}-l{where.lines[0]}"


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in folded if character.isascii() and character.isalnum())


def _csl_name(name: Name) -> dict[str, Json]:
    if not name.given:
        return {"literal": name.family}
    particle: dict[str, Json] = {"non-dropping-particle": name.particle} if name.particle else {}
    return {"family": name.family, "given": name.given} | particle


def _tex_name(name: Name) -> str:
    if not name.given:
        return f"{{{_tex(name.family)}}}"
    return f"{_tex(f'{name.particle} {name.family}'.strip())}, {_tex(name.given)}"


def _tex(text: str) -> str:
    return text.translate(_TEX)
