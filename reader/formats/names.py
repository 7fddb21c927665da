"""The full name behind a label, where the text itself gives it before the first question.

    label     said before              the name
    MJ        "… , Matt Jukes, …"      initials that fit one name only
    TK        "Ted Koppel (TK …)"      said in so many words
    Umansky   "Mauricio Umansky is"    a surname, or a first name, of one person only
    Q, A, THE PRESIDENT                nobody: these are roles

A name that could be another's is left out: what is shown as a fact is none by guess.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

from reader.formats.evidence import vocabulary
from reader.formats.expression import Expression
from reader.formats.page import Page
from reader.formats.spellings import key_of, unqualified

_REACH: Final = 12_000
"""Code points of introduction that are searched."""
_TOKEN: Final = Expression(r"[$@]?[^\W\d_][\w'’.\-]*|[^\w\s]|\d+")
_SHORT: Final = Expression(r"(?:\(|\[|=\s*)([^\W\d_]{1,5})\s*(?:[)\],;]|[-–—:]\s)")
"""What may stand for the name before it."""
_BEFORE: Final = Expression(r"[^\W\d_][\w'’.\- ]{2,48}\Z")
_LONGEST_BEFORE: Final = 49
_PARTICLES: Final = frozenset({
    "de", "da", "do", "dos", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ter", "ten",
    "zu", "bin", "ibn", "al", "el",
})  # fmt: skip
_OFFICES: Final = frozenset({
    "the", "president", "vice", "chairman", "chairwoman", "chair", "secretary", "senator", "minister",
    "chancellor", "prime", "director", "ambassador", "administrator", "governor", "mayor", "judge", "justice",
    "officer", "official", "moderator", "speaker", "host", "guest", "audience", "member",
})  # fmt: skip
_LONGEST_NAME: Final = 4


def full_names(page: Page, labels: Mapping[str, tuple[str, ...]], until: int) -> dict[str, str]:
    """The names of speakers, by their keys, for those whose name is beyond doubt.

    `labels` holds every label of each speaker as written; `until` is the line of the first question, from 0.
    """
    if not labels:
        return {}
    text = _Introduction(page, until)
    found: dict[str, str] = {}
    for who, spellings in labels.items():
        name = _name(spellings, text)
        if name:
            found[who] = name
    taken = [name.casefold() for name in found.values()]
    return {who: name for who, name in found.items() if taken.count(name.casefold()) == 1}


class _Introduction:
    """The lines before the first question, read only as far as a label needs it."""

    def __init__(self, page: Page, until: int) -> None:
        self._page = page
        self._until = until
        self._runs: dict[int, list[list[str]]] = {}

    @cached_property
    def lines(self) -> list[str]:
        """The lines, up to a limit."""
        lines: list[str] = []
        size = 0
        for line in self._page.bare[: max(self._until, 0)]:
            size += len(line) + 1
            if size > _REACH:
                break
            lines.append(line)
        return lines

    @cached_property
    def _folded(self) -> list[str]:
        return [line.casefold() for line in self.lines]

    def runs(self, word: str = "") -> Iterator[list[str]]:
        """Words in a row that may be a name, from the lines in which a folded word stands."""
        for index, folded in enumerate(self._folded):
            if word in folded:
                found = self._runs.get(index)
                if found is None:
                    found = self._runs[index] = list(_runs(self.lines[index]))
                yield from found

    @cached_property
    def defined(self) -> dict[str, set[str]]:
        """Short forms that the text explains."""
        return _definitions(self.lines)


def _definitions(lines: Sequence[str]) -> dict[str, set[str]]:
    """Short forms that the text explains: `Ted Koppel (TK - Moderator)`."""
    found: dict[str, set[str]] = {}
    for line in lines:
        if "(" in line or "[" in line or "=" in line:
            past = 0
            for one in _SHORT.finditer(line[:2000]):
                name = _BEFORE.search(line[past : one.start()].rstrip()[-_LONGEST_BEFORE:])
                if name is None:
                    continue
                past = one.end()
                short, words = one[1].casefold(), name[0].split()
                for size in range(min(_LONGEST_NAME, len(words)), 1, -1):
                    tail = words[-size:]
                    if _initials(tail) == short and all(word[0].isupper() for word in tail):
                        found.setdefault(short, set()).add(" ".join(tail))
                        break
    return found


def _runs(line: str) -> Iterator[list[str]]:
    """Words in a row that begin with a capital, with the particles between them."""
    words = _TOKEN.findall(line)
    capitals = sum([word[0].isupper() for word in words])
    is_headline = len(words) > 5 and capitals > 0.6 * len(words)
    run: list[str] = []
    for word in [*words, "."]:
        if word[0].isupper() or (run and word.casefold() in _PARTICLES):
            ends = word[-1] == "." and len(word) > 3 and word.rstrip(".").casefold() not in vocabulary.TITLES
            run.append(word.rstrip(".") if ends else word)
            if not ends:
                continue
        if len(run) > 1 and not (is_headline and len(run) > _LONGEST_NAME):
            yield run
        if run:
            run = []


def _name(spellings: Sequence[str], text: _Introduction) -> str | None:
    for label in sorted(map(unqualified, spellings), key=len, reverse=True):
        if vocabulary.hint(key_of(label)):
            continue
        words = [word for word in label.split() if word.rstrip(".").casefold() not in vocabulary.TITLES]
        if not words or any(word.casefold() in _OFFICES for word in words):
            continue
        if len(words) > 1 and not label.isupper() and all(word[0].isupper() or word in _PARTICLES for word in words):
            return " ".join(words)
        fitting = _fitting(words, text)
        if len(fitting) == 1:
            return next(iter(fitting.values()))
    return None


def _fitting(words: Sequence[str], text: _Introduction) -> dict[str, str]:
    """The names in the introduction that a label can stand for, by their folded form."""
    short = "".join(words).replace(".", "")
    if len(words) == 1 and short.isupper() and 2 <= len(short) <= _LONGEST_NAME:
        if short.casefold() in text.defined:
            return {name.casefold(): name for name in text.defined[short.casefold()]}
        initials = {name.casefold(): name for run in text.runs() for name in _with_initials(run, short.casefold())}
        if initials:
            return initials
    if len(short) < 3:
        return {}
    wanted = [word.casefold() for word in words]
    return {name.casefold(): name for run in text.runs(wanted[0]) for name in _with_part(run, wanted)}


def _with_initials(run: Sequence[str], wanted: str) -> Iterator[str]:
    for start, word in enumerate(run):
        if word[0].casefold() != wanted[0] and word.casefold() not in _PARTICLES:
            continue
        for stop in range(start + 2, min(len(run), start + _LONGEST_NAME) + 1):
            part = run[start:stop]
            if part[0][0].isupper() and _initials(part) == wanted and not any(word.isupper() for word in part):
                yield " ".join(part)


def _with_part(run: Sequence[str], wanted: Sequence[str]) -> Iterator[str]:
    """Names in a run that end, or begin, with the words of a label."""
    folded = [word.casefold() for word in run]
    size = len(wanted)
    if size > 1:
        for at in range(len(run) - size + 1):
            if folded[at : at + size] == list(wanted) and not any(word.isupper() for word in run[at : at + size]):
                yield " ".join(run[at : at + size])
        return
    for at, word in enumerate(folded):
        if word != wanted[0] or run[at].isupper():
            continue
        first = at - 1
        while first > 0 and run[first].casefold() in _PARTICLES:
            first -= 1
        if first >= 0 and folded[first] not in vocabulary.TITLES and folded[first] not in _OFFICES:
            if len(run[first].rstrip(".")) == 1 and first > 0:
                first -= 1
            yield " ".join(run[first : at + 1])
        elif at == 0 and len(run) == 2:
            yield " ".join(run)


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word.casefold() not in _PARTICLES).casefold()
