"""What a label says by its spelling: its key, how much it looks like a name, and which labels name one person."""

import re
from typing import Final

from reader.formats.evidence import vocabulary
from reader.formats.evidence.forms import MAXIMUM
from reader.formats.expression import Expression

_QUALIFIER: Final = Expression(r"\s*+[(\[（][^()\[\]（）]{0,60}[)\]）]$")
_INITIALS: Final = Expression(r"[(\[（]([^\W\d_a-z]{1,4})[)\]）]\Z")
_CLOSERS: Final = frozenset(")]）")
NUMBER: Final = re.compile(r"^([^\W\d_]{1,12})\s?#?\d{1,3}$")
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
_FORBIDDEN: Final = re.compile(r"[?!;{}<>=\\|\"“”«»…~^`]")
_FORBIDDEN_STOP: Final = re.compile(r"\.(?:\.|\s+[a-z])")
MOST_WORDS: Final = 7


def key_of(label: str) -> str:
    """The form in which the spellings of one label are the same."""
    key = unqualified(label).strip().strip(".").casefold()
    if key[-1:].isdigit() and (numbered := NUMBER.match(key)) and vocabulary.hint(numbered[1]) in {"asks", "answers"}:
        key = numbered[1]
    return " ".join(key.split())


def unqualified(label: str) -> str:
    """A label without what stands in brackets behind it."""
    label = label.rstrip()
    return _QUALIFIER.sub("", label) if label[-1:] in _CLOSERS else label


def introduced(label: str) -> str | None:
    """The key of the initials by which a label says that its speaker goes on: `Jane Doe (JD)`."""
    found = _INITIALS.search(label)
    return found[1].casefold() if found and found.start() > len(found[1]) else None


def likeness(label: str) -> float:
    """How much a label looks like a name, an office or a role: 0 not at all, 1 fully."""
    return likeness_of(label, vocabulary.hint(key_of(label)))


def likeness_of(label: str, hint: vocabulary.Hint | None) -> float:
    """The likeness of a label of which is known what its key says."""
    match hint:
        case "asks" | "answers":
            return 1.0
        case "not a speaker":
            return 0.0
        case None:
            pass
    bare = unqualified(label)
    if not bare or len(bare) > MAXIMUM or _FORBIDDEN.search(bare) or "http" in bare:
        return 0.0
    if "." in bare and ("www." in bare or _FORBIDDEN_STOP.search(bare)):
        return 0.0
    if not (bare[0].isalpha() or bare[0] in "$@#'’") or not any(letter.isalpha() for letter in bare):
        return 0.0
    words = bare.replace("/", " ").replace(",", " , ").split()
    if words[0].casefold() in _SENTENCE_STARTS and not words[0].isupper():
        return 0.0
    if len(words) > MOST_WORDS or bare.count(",") > 1:
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
