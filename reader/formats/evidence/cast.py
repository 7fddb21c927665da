"""What a text says in so many words about who asks and who answers.

    Interviewer: Peter Doe        I = interviewer        Hosts: Bea Doe (BD), Tom Roe (TR)
    interviewed by Peter Doe      (TR - Moderator)       EXAMINATION BY MS. DOE

And, more weakly, whom the introduction is about: it names the guest, and the interviewer hardly at all.
"""

import re
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from reader.formats.expression import Expression
from reader.formats.page import Page

_ASKS: Final = (
    r"interviewers?|interviewed by|(?:an )?interview by|(?:co-)?hosts?|hosted by|moderators?|moderated by"
    r"|questioners?|"
    r"questions by|presenters?|presented by|interviewerin(?:nen)?|moderation|moderatorin|das gespräch führten?|"
    r"entrevistadora?|entrevista de|intervista di|propos recueillis par|ведущий|ведущая|интервьюер"
)
_ANSWERS: Final = (
    r"interviewees?|guests?|respondents?|panell?ists?|witness(?:es)?|narrators?|participants?|gast|gäste|invitée?s?|"
    r"invitad[oa]s?|convidad[oa]s?|ospiti?|gość|гост[ьи]|гостья"
)
_LISTED: Final = Expression(
    rf"[\W_]*+(?:(?P<asks>{_ASKS})|(?P<answers>{_ANSWERS}))\s*[:：=–—-]\s*(?P<names>\S.*)$", re.IGNORECASE
)
_ROLE: Final = Expression(
    rf"(?:[=:–—(-]|\bist?\b)\s*+(?:the |an? |der |die )?(?:(?P<asks>{_ASKS})|(?P<answers>{_ANSWERS}))\b", re.IGNORECASE
)
_NAME_STOPS: Final = re.compile(r"[,;:=]")
_NAME_LENGTH: Final = 40
_CONDUCTED: Final = Expression(
    r"\b(?:interview(?:ed)?(?:\s\w+){0,2}|conducted|(?:cross-|direct |redirect |re-)?examination|questioned"
    r"|questions|"
    r"propos recueillis|entrevistado|gespräch führte) (?:by|par|por|von) (?P<name>[^\W\d_][^,;:()]{1,60})",
    re.IGNORECASE,
)
_MODERATED: Final = Expression(
    r"\bmoderated (?:conversation|discussion|chat|q ?& ?a) (?:with|by) (?P<name>[^\W\d_][^,;:()]{1,60})", re.IGNORECASE
)
_WITH: Final = Expression(
    r"(?<!moderated )\b(?:interview|conversation|gespräch|entretien|entrevista|intervista|rozmowa|интервью|беседа)"
    r" (?:with|mit|avec|con|com|z|с) (?P<name>[^\W\d_][^,;:()]{1,60})",
    re.IGNORECASE,
)
_QUESTIONED: Final = Expression(
    r"\b(?:remarks|answers|statements?) by (?P<name>[^\W\d_][^,;:()]{1,60}?) (?:in|during|at) an? (?:\w+ )?"
    r"(?:moderated )?(?:conversation|discussion|interview|q ?& ?a|town hall)\b",
    re.IGNORECASE,
)
"""Who is asked by somebody whom the line may not name."""
_ESCAPE: Final = "\\"
"""How a value of front matter ends where it goes on on the next line, and begins there if a blank comes first."""
_STEMS: Final = (
    "interv", "host", "moderat", "question", "present", "gespräch", "entrevista", "entretien", "recueillis",
    "guest", "responde", "panel", "witness", "narrator", "participa", "gast", "gäste", "invit", "convidad",
    "ospit", "conversation", "conducted", "examin", "rozmow", "gość", "ведущ", "интервью", "беседа", "гост",
)  # fmt: skip
"""Pieces of which one stands in anything that the patterns above match."""
_BY: Final = Expression(r"[\W_]*+(?:words |text )?(?:by|von|por|par|di|od|от)\b[:\s]", re.IGNORECASE)
_WORD: Final = re.compile(r"[\w$@][\w'’$-]*")
_LONE: Final = re.compile(r"\b\w\b")
"""A letter by itself, as one is that is said to stand for somebody."""
_REACH: Final = 300
"""Lines of introduction."""
_SENTENCE: Final = 7
"""Blanks in the shortest line that tells something about somebody."""


class Cast(NamedTuple):
    """The keys of speakers, by what the text says of them."""

    ask: frozenset[str] = frozenset()
    answer: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    """Those whom the introduction names otherwise than as its writer."""


def cast(page: Page, keys: Collection[str], until: int) -> Cast:
    """What the lines before the first turn, and the headings of examinations, say of the speakers with these keys."""
    ask: set[str] = set()
    answer: set[str] = set()
    subjects: set[str] = set()
    lines = _unfolded(page, min(until, _REACH))
    said = "\n".join(lines).casefold()
    lone = _LONE.findall(said) if 1 in map(len, keys) else ()
    named = {key for key in keys if (_surname(key) in said if len(key) > 1 else key in lone)}
    spelt = {key for key in named if len(key) > 1}
    stems = [stem for stem in _STEMS if stem in said] if named else []
    for index, line in enumerate(lines) if named else ():
        if not line:
            continue
        head = line[:400]
        if stems:
            folded = head.casefold()
            if any(map(folded.__contains__, stems)):
                if listed := _LISTED.match(head):
                    (ask if listed["asks"] else answer).update(_named(listed["names"], spelt))
                    continue
                for name, asks in _roles(head):
                    (ask if asks else answer).update(_named(name, named, single_letters=True))
                for side, said_of in ((ask, _CONDUCTED), (ask, _MODERATED), (answer, _WITH)) if spelt else ():
                    for found in said_of.finditer(head):
                        side.update(_named(found["name"], spelt))
                for found in _QUESTIONED.finditer(head):
                    answer.update(_named(found["name"], spelt) or _in_office(found["name"], spelt))
        if spelt and (head.count(" ") >= _SENTENCE or index == page.title_line) and not _BY.match(head):
            subjects.update(_named(line[:2000], spelt))
    if "XAMINATION" in page.text:
        for line in page.bare:
            if "XAMINATION" in line and (examined := _CONDUCTED.search(line[:400])):
                ask.update(_named(examined["name"], keys))
    return Cast(frozenset(ask - answer), frozenset(answer - ask), frozenset(subjects - ask))


def _roles(line: str) -> Iterator[tuple[str, bool]]:
    """What may be names before what they do, and whether that is asking."""
    begin = 0
    for role in _ROLE.finditer(line):
        before = line[begin : role.start()].rstrip()
        name = _NAME_STOPS.split(before[-_NAME_LENGTH:])[-1]
        if name:
            yield name, role["asks"] is not None
        begin = role.end()


def _named(text: str, keys: Collection[str], *, single_letters: bool = False) -> set[str]:
    """The speakers whose label, or its surname, stands in a text."""
    folded = text.casefold()
    if not any(_surname(key) in folded for key in keys):
        return set()
    words = set(_WORD.findall(folded))
    found = set()
    for key in keys:
        if len(key) == 1:
            if single_letters and folded.strip() == key:
                found.add(key)
        elif key in words or (" " in key and (key in folded or (key[0] != "t" and _surname(key) in words))):
            found.add(key)
    return found


def _unfolded(page: Page, until: int) -> list[str]:
    """The lines above `until`, those of front matter with what goes on on the next one, and "" in its place."""
    raw = page.lines.texts
    found = list(page.bare[:until])
    for index in range(len(found) - 1, 0, -1):
        if raw[index - 1].endswith("\\"):
            found[index - 1] = f"{found[index - 1].rstrip(_ESCAPE)} {found[index].removeprefix(_ESCAPE).lstrip()}"
            found[index] = ""
    return found


def _in_office(name: str, keys: Collection[str]) -> set[str]:
    """The speakers whose label is the office before a name: `THE VICE PRESIDENT` for "Vice President Doe"."""
    office = f"the {name.casefold().rpartition(' ')[0]}"
    return {office} & set(keys)


def _surname(key: str) -> str:
    return key.rpartition(" ")[2]
