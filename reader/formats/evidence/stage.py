"""Signs that people talk on a stage, in a meeting or in a chat, where all may ask and nobody is interviewed."""

import re
from typing import Final

from reader.formats.page import Page

_SIGNS: Final = re.compile(
    r"^[ \t*_#>]*(?:"
    r"(?P<scene>(?:ACT|SCENE|Act|Scene|ACTE|ACTO|AKT|SZENE|ATTO|SCENA|ESCENA|ДЕЙСТВИЕ)(?:\s+(?:[IVXL]{1,5}"
    r"|\d{1,3}|ONE|TWO|THREE)\b|:))"
    r"|(?P<slug>(?:INT|EXT)\.|(?:INT|EXT)/|FADE (?:IN|OUT)|CUT TO|SMASH CUT|DISSOLVE)"
    r"|(?P<curtain>CURTAIN|Curtain|BLACKOUT|Blackout|VORHANG|TELÓN|RIDEAU|SIPARIO|ЗАНАВЕС)"
    r"|(?P<cast>CHARACTERS|Characters|DRAMATIS PERSON|Dramatis person|PERSONS OF THE PLAY|PERSONEN|PERSONAJES"
    r"|PERSONNAGES|PERSONAGGI"
    r"|THE PLAYERS|Cast of characters|CAST OF CHARACTERS)"
    r"|(?P<enter>[\[(]?(?:Exit|Exeunt|Enter|Re-enter|EXIT|EXEUNT|ENTER)\b(?! (?:the|your|a) \w+:))"
    r"|(?P<direction>\([^()\n]{24,400}\)[ \t]*$)"
    r"|(?P<present>(?:Present|PRESENT|In attendance|Attendees|ATTENDEES|Members present|Attending|Apologies"
    r"|APOLOGIES|Absent|Regrets"
    r"|Anwesend|Entschuldigt|Présents|Absents|Presentes|Ausentes|Asistentes)\b[^\n.]{0,40}:)"
    r"|(?P<action>(?:ACTION|Action|ACTION ITEMS?|AI|MOTION|Motion|RESOLVED|Resolved|DECISION"
    r"|AGREED)\b[^\n.]{0,20}[:(])"
    r"|(?P<agenda>[\d.) ]{0,5}(?:Agenda\b|AGENDA\b|Any other business|Minutes of|MINUTES OF|Minutes approved"
    r"|Approval of minutes"
    r"|Matters arising|Adjourn|Protokoll der|Conclusion/Resolution|Meeting Notes)))",
    re.MULTILINE,
)
_TITLE: Final = re.compile(
    r"\bmeeting notes\b|\bminutes of\b|\bminutes\b.{0,20}\bmeeting\b|\b(?:a|one-act) play\b|: minutes\b"
    r"|\bscreenplay\b",
    re.IGNORECASE,
)
_CROWD: Final = re.compile(
    r"[(\[](?:applause|laughter|cheers|cheering|beifall|aplausos|applaudissements|applausi|аплодисменты)\b",
    re.IGNORECASE,
)
_CROWDED: Final = 3
_CHAT: Final = re.compile(r"^(?:[\[(]?\d\d?:\d\d(?::\d\d)?[\])]?\s*)?<[@+%~&]?[\w|`^\[\]{}-]{1,24}>\s", re.MULTILINE)


def staged(page: Page) -> float:
    """How much speaks for a play, minutes or a chat: what is taken off the weight of undeclared questions."""
    counts: dict[str, int] = {}
    for sign in _SIGNS.finditer(page.text):
        kind = sign.lastgroup or ""
        counts[kind] = counts.get(kind, 0) + 1
    weight = sum(min(1.5, 0.75 * count) for count in counts.values())
    if counts.get("cast") and counts.get("direction", 0) > 1:
        weight += 2.0
    if any(_TITLE.search(line[:200]) for line in page.bare[:12]):
        weight += 1.5
    if _is_verse(page):
        weight += 3.0
    if sum(1 for _ in _CHAT.finditer(page.text)) > 2:
        weight += 3.0
    return weight if weight > 1.0 else 0.0


def spoken_to_crowd(page: Page) -> float:
    """How much speaks for a speech before a crowd, whose questions nobody answers."""
    return 2.0 if sum(1 for _ in _CROWD.finditer(page.text)) > _CROWDED else 0.0


def _is_verse(page: Page) -> bool:
    """Whether most lines are short, stand in groups and begin with a capital, as those of wrapped prose seldom do."""
    capital = inner = size = filled = 0
    before = ""
    for index, line in enumerate(page.bare):
        if not line or index in page.furniture:
            before = ""
            continue
        filled += 1
        if before and line[0] not in "-*•|0123456789":
            inner += 1
            size += len(before)
            capital += line[0].isupper() or not line[0].isalpha()
        before = line
    return inner > max(11, 0.6 * filled) and size < 60 * inner and capital > 0.75 * inner
