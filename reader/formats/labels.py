"""Who is said to speak: every label at the beginning of a line, and which of them name one person.

A label is only a candidate here. `candidates` is generous; `reader.formats.exchanges` decides by the company it keeps.
Lines are counted from 0; columns are of the line without its markup.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import zip_longest
from typing import Final, NamedTuple

from reader.formats.evidence import vocabulary
from reader.formats.evidence.forms import FORMS, MAXIMUM, Form, Label, lead
from reader.formats.page import BOLD_LEVEL, Page
from reader.model.article import FurnitureKind
from reader.model.text import Line


class Candidate(NamedTuple):
    """A line that may begin somebody's turn."""

    line: int
    label: str
    key: str
    """The same for every spelling of a label: case, number, what stands in brackets behind it."""
    form: Form
    body: int
    """Column at which what is said begins."""
    is_fresh: bool
    """Whether it begins a paragraph."""
    hint: vocabulary.Hint | None = None
    """What the label says of its speaker by itself."""
    likeness: float = 1.0
    """How much it looks like a name, an office or a role."""
    at: int = 0
    """Column at which the label begins, where it doesn't begin the line."""


_QUALIFIER: Final = re.compile(r"\s*[(\[（][^()\[\]（）]{0,60}[)\]）]\s*$")
_NUMBER: Final = re.compile(r"^([^\W\d_]{1,12})\s?#?\d{1,3}$")
_INITIAL: Final = re.compile(r"\b[^\W\d_]\.$")
_PARTICLES: Final = frozenset({
    "of", "the", "and", "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "les", "el", "al",
    "van", "von", "der", "den", "ter", "ten", "zu", "zum", "und", "y", "e", "i", "et", "bin", "ibn", "for", "to",
    "in", "at", "on", "from", "with", "a", "an",
})  # fmt: skip
_SENTENCE_STARTS: Final = frozenset({
    "and", "but", "or", "if", "it", "this", "that", "these", "because", "when", "for", "as", "in", "on", "at", "my",
    "our", "your", "we", "you", "they", "he", "she", "there", "here", "not", "also", "then",
})  # fmt: skip
"""Words that begin a sentence, not a name."""
_FORBIDDEN: Final = re.compile(r"[?!;{}<>=\\|\"“”«»…~^`]|https?|www\.|\.\.|\.\s+[a-z]")
_ANSWER_INSIDE: Final = re.compile(r"[.?!؟？\"”’)]\s+[*_]{0,3}([^\W\d_]{1,9})(?:[:：]|\.(?=\s))[*_]{0,3}\s*(?=\S)")
_REACH: Final = 96
"""Code points of a line in which a label ends, if it has one."""
_DASH_REACH: Final = 40
_TITLE_INITIALS: Final = frozenset("MTDSRCGPL")
"""First letters of the titles that may stand before a name in capitals: `Mr. DOE. Thank you`."""
_EMPTY: Final = 4
"""Lines after a label that are looked at for words."""
_DOUBTFUL: Final = frozenset({None, FurnitureKind.CAPTION, FurnitureKind.PROMOTION})
"""Kinds of furniture that are told by wording alone: a label of a question or an answer says otherwise."""
_ALONE_LIMIT: Final = 40
_MIN_ALONE: Final = 3
"""How often a line must recur to be taken for a label that has neither colon nor stamp."""


def key_of(label: str) -> str:
    """The form in which the spellings of one label are the same."""
    key = _QUALIFIER.sub("", label).strip().strip(".").casefold()
    numbered = _NUMBER.match(key)
    if numbered and vocabulary.hint(numbered[1]) in {"asks", "answers"}:
        key = numbered[1]
    return " ".join(key.split())


def likeness(label: str) -> float:
    """How much a label looks like a name, an office or a role: 0 not at all, 1 fully."""
    return _likeness(label, vocabulary.hint(key_of(label)))


def _likeness(label: str, hint: vocabulary.Hint | None) -> float:
    match hint:
        case "asks" | "answers":
            return 1.0
        case "not a speaker":
            return 0.0
        case None:
            pass
    bare = _QUALIFIER.sub("", label)
    if not bare or len(bare) > MAXIMUM or _FORBIDDEN.search(bare):
        return 0.0
    if not (bare[0].isalpha() or bare[0] in "$@#'’") or not any(letter.isalpha() for letter in bare):
        return 0.0
    words = bare.replace("/", " ").replace(",", " , ").split()
    if words[0].casefold() in _SENTENCE_STARTS and not words[0].isupper():
        return 0.0
    if len(words) > 7 or bare.count(",") > 1:
        return 0.0
    if ". " in bare and not all(_initial_or_title(word) for word in bare.split() if word.endswith(".")):
        return 0.0
    lower = sum(1 for word in words if word[0].islower() and word not in _PARTICLES)
    if bare[0].islower():
        return 0.4 if len(words) == 1 else 0.0
    if not bare[0].isupper() and bare[0].isalpha() and len(bare) > 12 and " " in bare:
        return 0.3  # a script without capitals: only length tells a name from a sentence
    if lower:
        return 0.3 if lower == 1 and len(words) <= 4 else 0.0
    return 1.0 if len(words) <= 5 else 0.6


def _initial_or_title(word: str) -> bool:
    return len(word) <= 3 or word.rstrip(".").casefold() in vocabulary.TITLES or word.isupper()


class _Known(NamedTuple):
    """What is known of a label that was seen before: labels recur, so most are looked up."""

    label: Label
    key: str
    hint: vocabulary.Hint | None
    likeness: float


def candidates(page: Page) -> tuple[Candidate, ...]:
    """Every line that may begin somebody's turn, in order."""
    found: list[Candidate] = []
    memory: dict[str, _Known | None] = {}
    furniture, verbatim, levels, bare = page.furniture, page.verbatim, page.levels, page.bare
    alone: list[int] = []
    for index, line in enumerate(bare):
        if not line:
            continue
        head = line[:_REACH]
        if ":" not in head and "：" not in head and not _may_be_label(line):
            if len(line) <= _ALONE_LIMIT:
                alone.append(index)
            continue
        if index in verbatim:
            continue
        known = memory[head] if head in memory else memory.setdefault(head, _label(head))
        if known is None:
            if len(line) <= _ALONE_LIMIT:
                alone.append(index)
            continue
        label, key, hint, likeness = known
        if hint is None and (index in furniture or index == page.title_line or 0 < levels[index] < BOLD_LEVEL):
            continue
        if hint is not None and furniture.get(index) not in _DOUBTFUL:
            continue
        end = len(line) if len(line) <= _REACH and label.end >= len(line) else label.end
        is_fresh = index == 0 or not bare[index - 1]
        found.append(Candidate(index, label.text, key, label.form, end, is_fresh, hint, likeness))
        if hint == "asks" and end < len(line) and (inside := _inside(line, end)):
            key = key_of(inside[1])
            at = inside.start(1)
            found.append(Candidate(index, inside[1], key, Form.COLON, inside.end(), is_fresh, "answers", 1.0, at))
    found += _alone(page, alone)
    found += _bold(page, {candidate.line for candidate in found})
    found.sort(key=lambda candidate: (candidate.line, candidate.at))
    return tuple(_with_words(page, found))


def _with_words(page: Page, found: list[Candidate]) -> Iterator[Candidate]:
    """The candidates behind which something is said before the next."""
    for candidate, following in zip_longest(found, found[1:]):
        stop = following.line if following else len(page.bare)
        if (
            candidate.body < len(page.bare[candidate.line])
            or stop - candidate.line > _EMPTY
            or any(page.bare[candidate.line + 1 : stop])
        ):
            yield candidate


def _may_be_label(line: str) -> bool:
    """Whether a line without a colon may begin with a label; most lines are told at a glance."""
    first, second = line[0], line[1:2]
    if first in "([>":
        return True
    if not second.isalpha():
        return first.isalpha() and (second != " " or first == "Q" or line[2:3] in " -–—\t.)")
    near = line[:_DASH_REACH]
    if "—" in near or "–" in near or " - " in near:
        return True
    return first.isupper() and ". " in near and (second.isupper() or first in _TITLE_INITIALS)


def _inside(line: str, at: int) -> re.Match[str] | None:
    """A label for the answer that stands on the line of its question."""
    found = _ANSWER_INSIDE.search(line, at)
    return found if found and vocabulary.hint(key_of(found[1])) == "answers" else None


def _label(head: str) -> _Known | None:
    at = lead(head)
    for form in FORMS:
        label = form(head, at)
        if label is not None:
            key = key_of(label.text)
            hint = vocabulary.hint(key)
            likeness = _likeness(label.text, hint)
            if likeness:
                if hint is not None and (numbered := _NUMBER.match(label.text)):
                    label = label._replace(text=numbered[1])
                return _Known(label, key, hint, likeness)
    return None


def _bold(page: Page, taken: Collection[int]) -> Iterator[Candidate]:
    """Names that only their emphasis sets off from what is said: `**Jane** Well`."""
    bare = page.bare
    for inline in page.inlines:
        if inline.style != "strong" or inline.span.end - inline.span.start > _ALONE_LIMIT:
            continue
        index = bisect_right(page.lines, inline.span.start, key=_start) - 1
        label = inline.span.of(page.text).strip()
        line = bare[index]
        if index in taken or index in page.furniture or page.levels[index] or not line.startswith(label):
            continue
        if len(line) < len(label) + 2 or line[len(label)] != " " or likeness(label) < 1.0:
            continue
        key = key_of(label)
        body = len(line) - len(line[len(label) :].lstrip())
        is_fresh = index == 0 or not bare[index - 1]
        yield Candidate(index, label, key, Form.BOLD, body, is_fresh, vocabulary.hint(key), 1.0)


def _start(line: Line) -> int:
    return line.start


def _alone(page: Page, lines: list[int]) -> list[Candidate]:
    """Short lines that say nothing but a name, again and again."""
    counts = Counter(page.bare[index] for index in lines)
    found = []
    for index in lines:
        line = page.bare[index]
        if counts[line] < _MIN_ALONE or index in page.furniture or index in page.verbatim:
            continue
        if 0 < page.levels[index] < BOLD_LEVEL or line[-1] in ".,;!?…" or not likeness(line):
            continue
        following = page.bare[index + 1 : index + 3]
        if not any(following):
            continue
        is_fresh = index == 0 or not page.bare[index - 1]
        key = key_of(line)
        found.append(Candidate(index, line, key, Form.ALONE, len(line), is_fresh, vocabulary.hint(key), likeness(line)))
    return found


def same_person(keys: list[str]) -> dict[str, str]:
    """Which keys name the person of a longer one: a surname, a first name, initials, where only one fits."""
    longer = [key for key in keys if " " in key]
    by_part: dict[str, set[str]] = {}
    for key in longer:
        words = [word.strip(".") for word in key.split() if word.strip(".") not in _PARTICLES]
        names = [word for word in words if word not in vocabulary.TITLES]
        if len(names) < 1:
            continue
        parts = {names[-1], names[0]}
        if len(names) > 1:
            parts.add("".join(word[0] for word in names if word))
            parts.add(" ".join(names))
            parts.add(f"{names[0]} {names[-1]}")
        for part in parts - {key}:
            by_part.setdefault(part, set()).add(key)
    merged: dict[str, str] = {}
    for key in keys:
        owners = by_part.get(key.replace(".", "").strip()) or by_part.get(key)
        if owners and len(owners) == 1 and vocabulary.hint(key) is None:
            merged[key] = next(iter(owners))
    for key in longer:
        names = [word for word in (part.strip(".") for part in key.split()) if word not in vocabulary.TITLES]
        if names and names != key.split() and len(names) == 1:
            owners = {owner for owner in by_part.get(names[0], set()) if owner != key}
            if len(owners) == 1:
                merged.setdefault(key, next(iter(owners)))
    return {key: _root(key, merged) for key in keys}


def _root(key: str, merged: dict[str, str]) -> str:
    seen = {key}
    while key in merged and merged[key] not in seen:
        key = merged[key]
        seen.add(key)
    return key
