"""Where an answer ends though no question follows.

Up to the next question an answer has everything that isn't a heading. Four things say that it was over before:

    the talk goes on      Q - …?  A - Vim.  | Now I run it, and …      sections between the questions begin with prose
    the page goes on          Q: …?             the pair stands in from the margin,
                              A: Yes.       | Meanwhile the council …  what follows does not
    the report goes on    A: Yes.           | “Well,” said Mr Doe …    after the last answer only
    the article closes    A: Yes.           | Jane Doe's book is …     after the last answer only
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from reader.formats.evidence.afterword import LONGEST, is_afterword
from reader.formats.evidence.paragraphs import Outline, Paragraph
from reader.formats.evidence.persons import speaks_of_self
from reader.formats.evidence.reading import Move, Reading
from reader.formats.evidence.sections import is_rule
from reader.formats.evidence.vocabulary import hint
from reader.formats.expression import Expression
from reader.formats.page import BOLD_LEVEL, Page


class Pair(NamedTuple):
    """A question, its answer, and the line before which the answer ends."""

    asked: Move
    answered: Move
    stop: int


_QUOTED: Final = Expression(r"[“\"«„][^”\"»“«„]{0,2000}+[”\"»“]")
_REPORTS: Final = Expression(
    r"\b(?:said|says|told|added|asked|explained|sagte|erklärte|berichtete|a déclaré|a dit|dijo|declaró|explicó"
    r"|disse|afirmou|"
    r"ha detto|сказал|сказала|отметил)\b"
)
_CLOSES: Final = Expression(
    r"[\W_]*+(?:(?:this|the) (?:interview|conversation|transcript|q ?& ?a|discussion)\b.{0,60}\b(?:edited"
    r"|condensed|conducted|"
    r"recorded|first (?:appeared|published)|originally|was held|took place|appeared)\b"
    r"|(?:interview(?:ed)?|questions|words|text|reporting|as told to|edited and condensed|edited) (?:conducted )?by\b"
    r"|as told to\b|(?:any )?(?:further|more|other) questions\b|(?:do )?(?:you )?(?:still )?have (?:more|other"
    r"|any|a) (?:other |further )?questions?\b"
    r"|if you have (?:any |more |further |other )*questions\b|for (?:more|further) (?:information|details)\b"
    r"|(?:to )?(?:find out|learn|read) more\b"
    r"|transcri(?:bed|pts?|ption) (?:provided )?by\b"
    r"|thank(?:s| you)\b[^.!?]{0,40} for (?:talking|speaking|chatting|sitting down)(?: (?:to|with) (?:us|me))\b"
    r"|(?:[A-ZÀ-Þ]\.\s?){2,3}\Z"
    r"|das (?:gespräch|interview) (?:führte|führten|wurde)\b|(?:die )?fragen stellten?\b|interview: "
    r"|propos recueillis par\b|entretien réalisé par\b|(?:la )?entrevista (?:fue )?(?:realizada )?por\b"
    r"|intervista (?:a cura )?di\b"
    r"|беседовал|интервью (?:взял|вела)"
    r"|(?:about (?:the|our) (?:authors?|writer|speakers?|interviewe[re]s?|guests?|artist)|zur person"
    r"|über (?:den|die) (?:autor(?:in)?|person|gesprächspartner(?:in)?)"
    r"|à propos (?:de l['’]|du |de la )(?:auteure?|invitée?|intervenante?)"
    r"|(?:sobre|acerca de) (?:el|la|o|a) (?:autora?|entrevistad[oa]|invitad[oa]|convidad[oa]|ponente)"
    r"|(?:sull['’]|l['’])aut(?:ore|rice)|over de (?:auteur|spreker|gast)|om (?:författaren|forfatteren)"
    r"|o autor(?:ze|ce)|об авторе|о спикере"
    r"|(?:主讲人|主講人|讲者|講者|嘉宾|嘉賓|作者|受访者|受訪者)(?:介绍|介紹|简介|簡介)|(?:著者|登壇者|ゲスト|講師)?プロフィール)\W*+$)",
    re.IGNORECASE,
)
_REFERENCE: Final = Expression(r"\^?\[\d{1,3}\]:?\s+\S")
_REFERENCES: Final = Expression(
    r"\W*+(?:references|links|visible links|sources|notes|footnotes|quellen|verweise|références|sources|referencias"
    r"|referências|riferimenti|ссылки|примечания)\W*+$",
    re.IGNORECASE,
)
_LEADS: Final = frozenset(":：")
_TITLE_LENGTH: Final = 60
_INDENTED: Final = 3
_REPORT: Final = 3
"""The fewest paragraphs that are told to go on as a report."""
_PROSE: Final = 150
"""Code points of a talk that goes on before it is interrupted."""
_LITTLE_PROSE: Final = 40
"""So many will do where listeners have no names: none of them is a host, who would lead on without a label."""


def trimmed(outline: Outline, reading: Reading, pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs, each answer without what follows it and belongs to something else."""
    is_flush = outline.page.is_flush
    resumes = _talk_resumes(outline, reading, pairs)
    found: list[Pair] = []
    for place, pair in enumerate(pairs):
        is_last = place == len(pairs) - 1
        is_indented = (
            not is_flush and pair.answered.label is not None and outline.indent(pair.answered.line) >= _INDENTED
        )
        if not (resumes or is_last or is_indented):
            found.append(pair)
            continue
        parts = outline.between(pair.answered.line, pair.stop)
        keep = len(parts)
        if resumes and len(parts) > 1 and not _opens_section(outline, reading, pairs, place):
            keep = _first_block(outline.page, parts)
        elif is_indented:
            keep = _indented_parts(outline, parts)
        if is_last and keep > 1 and not reading.is_nested:
            keep = min(keep, _before_the_rest(outline, parts[:keep], pairs, reading))
        stop = parts[keep].first if 0 < keep < len(parts) else pair.stop
        if is_last:
            stop = _before_figure(outline.page, pair, _before_references(outline.page, pair, stop))
            stop = _before_goodbye(reading, pair, stop)
        found.append(Pair(pair.asked, pair.answered, stop))
    return found


def _talk_resumes(outline: Outline, reading: Reading, pairs: Sequence[Pair]) -> bool:
    """Whether questions interrupt a talk: both sides are labelled, and several sections begin with neither."""
    if len(pairs) < 3 or not reading.breaks or any(pair.answered.label is None for pair in pairs):
        return False
    bare = outline.page.bare
    nameless = all(hint(pair.asked.who or "") == "asks" and hint(pair.answered.who or "") for pair in pairs)
    least = _LITTLE_PROSE if nameless else _PROSE
    starts = {move.line for move in reading.moves}
    asking = sorted(pair.asked.line for pair in pairs)
    resumed = 0
    marks = sorted(line for line in reading.breaks if line < asking[-1])
    for place, mark in enumerate(marks):
        stop = marks[place + 1] if place + 1 < len(marks) else len(bare)
        first = next((part for part in outline.between(mark + 1, stop) if part.first not in reading.breaks), None)
        if first is None or first.first in starts:
            continue
        asked = bisect_right(asking, mark)
        if asked < len(asking) and asking[asked] < stop:
            resumed += sum(len(bare[line]) for line in range(first.first, asking[asked])) > least
    return resumed >= 2


def _opens_section(outline: Outline, reading: Reading, pairs: Sequence[Pair], place: int) -> bool:
    """Whether the section of a pair begins with a question: the talk is over there, and answers are as long as ever."""
    above = max((line for line in reading.breaks if line < pairs[place].asked.line), default=-1)
    first = next((pair.asked.line for pair in pairs[: place + 1] if pair.asked.line > above), -1)
    return above >= 0 and not outline.between(above + 1, first)


def _first_block(page: Page, parts: Sequence[Paragraph]) -> int:
    """The first paragraph, with the list or code that it leads to."""
    keep = 1
    while keep < len(parts) and (
        parts[keep].first in page.verbatim
        or page.bare[parts[keep].first][:2] in {"- ", "* ", "• "}
        or page.bare[parts[keep - 1].last].endswith(":")
    ):
        keep += 1
    return keep


def _indented_parts(outline: Outline, parts: Sequence[Paragraph]) -> int:
    """The paragraphs up to the first at the margin, where the answer's first stands in from it with all its lines."""
    if not parts or any(outline.indent(line) < _INDENTED for line in range(parts[0].first, parts[0].last + 1)):
        return len(parts)
    for keep, part in enumerate(parts):
        if not outline.indent(part.first) and not outline.indent(part.last):
            return keep
    return len(parts)


def _before_the_rest(outline: Outline, parts: Sequence[Paragraph], pairs: Sequence[Pair], reading: Reading) -> int:
    """How many paragraphs of the last answer come before the article goes on or closes."""
    is_longest = len(parts) > _REPORT and all(
        outline.count(pair.answered.line, pair.stop) < len(parts) for pair in pairs[:-1]
    )
    lead = _first_lead(outline.page, parts, pairs, reading)
    above = outline.page.bare[: pairs[0].asked.line]
    for keep in range(1, len(parts)):
        text = outline.words(parts[keep])
        if _CLOSES.match(text[:200]):
            return keep
        if len(parts) - keep <= LONGEST and is_afterword(text, above):
            return keep
        if parts[keep].first == lead:
            return keep
        if len(parts) - keep > 1 and _is_title(outline.page, parts[keep]) and len(pairs) > 2:
            return keep
        if is_longest and len(parts) - keep >= _REPORT and _is_report(outline, parts[keep:]):
            return keep
    return len(parts)


def _before_goodbye(reading: Reading, pair: Pair, stop: int) -> int:
    """Where the last answer ends before one whose label says that they ask, and who asks nothing, has the last word."""
    spoken = [move for move in reading.moves if pair.answered.line <= move.line < stop]
    last = next((place for place, move in reversed(list(enumerate(spoken))) if hint(move.who or "") != "asks"), None)
    if last is None or last + 1 == len(spoken) or spoken[last + 1].who is None:
        return stop
    return spoken[last + 1].line


def _before_references(page: Page, pair: Pair, stop: int) -> int:
    """Where the last answer ends before numbered links, with the line that says so, or before notes below a rule."""
    rule = None
    for line in range(pair.answered.line + 1, stop):
        text = page.bare[line]
        if text:
            if rule is not None and (_REFERENCE.match(text) or _REFERENCES.match(text)):
                return rule
            rule = line if is_rule(text) else None
    end = stop
    found = False
    for line in range(stop - 1, pair.answered.line, -1):
        text = page.bare[line]
        if _REFERENCE.match(text):
            found = True
            end = line
        elif text:
            return line if found and _REFERENCES.match(text) else end
    return end


def _is_title(page: Page, part: Paragraph) -> bool:
    """Whether a paragraph is a short line that ends as headings do."""
    line = page.bare[part.first]
    return (
        part.first == part.last
        and len(line) <= _TITLE_LENGTH
        and line[0].isupper()
        and line[-1].isalnum()
        and line.count(" ") < 8
    )


def _leads_on(page: Page, line: int) -> bool:
    """Whether a line is in bold and only leads to what follows: `**About Jane:**`."""
    return page.levels[line] == BOLD_LEVEL and page.bare[line][-1:] in _LEADS


def _first_lead(page: Page, parts: Sequence[Paragraph], pairs: Sequence[Pair], reading: Reading) -> int | None:
    """The first such line of the last answer, where no answer before has one of its own, and nobody is named by it."""
    found = [part.first for part in parts[1:] if _leads_on(page, part.first)]
    if not found:
        return None
    starts = {move.line for move in reading.moves}
    earlier = (index for index in range(pairs[0].answered.line, pairs[-1].asked.line) if index not in starts)
    if any(_leads_on(page, index) for index in earlier):
        return None
    return next((line for line in found if line not in starts), None)


def _before_figure(page: Page, pair: Pair, stop: int) -> int:
    """Where the last answer ends before a figure that is the last thing in it, with its caption and credit."""
    if "<figure" not in page.text:
        return stop
    last = next((line for line in range(stop - 1, pair.answered.line, -1) if page.bare[line]), stop)
    figure = None
    for line in range(pair.answered.line + 1, stop):
        raw = page.lines.texts[line].lstrip()
        if raw.startswith("<figure"):
            figure = line
        elif raw.startswith("</figure") and line < last:
            figure = None
    return stop if figure is None else figure


def _is_report(outline: Outline, parts: Sequence[Paragraph]) -> bool:
    """Whether paragraphs tell of others and what they said: nobody says "I" outside quotation marks."""
    first = _QUOTED.sub("", outline.words(parts[0]))
    if _REPORTS.search(first) is None or speaks_of_self(first):
        return False
    told = [_QUOTED.sub("", outline.words(part)) for part in parts]
    return sum(speaks_of_self(text) for text in told) <= 0.2 * len(told)
