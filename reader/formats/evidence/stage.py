"""Signs that people talk on a stage, in a meeting or in a chat, where all may ask and nobody is interviewed."""

import re
from collections import Counter
from itertools import pairwise
from typing import Final

from reader.formats.expression import Expression
from reader.formats.page import Page

_SIGNS: Final = Expression(
    r"\n[ \t*_#>]*+(?=[A-ZДЗ\d.()\[])(?:"
    r"(?P<scene>(?:A(?:CT[EO]?|KT|TTO|ct[eo]?|kt|tto)|S(?:CEN[EA]|ZENE|c[eè]n[ea]|zene)|E(?:SCENA|scena)|ДЕЙСТВИЕ)"
    r"(?:\s+(?:[IVXL]{1,5}|\d{1,3}|ONE|TWO|THREE)\b|:))"
    r"|(?P<slug>(?:INT|EXT)\.|(?:INT|EXT)/|FADE (?:IN|OUT)|CUT TO|SMASH CUT|DISSOLVE)"
    r"|(?P<curtain>CURTAIN|Curtain|BLACKOUT|Blackout|VORHANG|TELÓN|RIDEAU|Rideau\.|SIPARIO|Sipario\.|ЗАНАВЕС|Занавес\.)"
    r"|(?P<cast>CHARACTERS|Characters|DRAMATIS PERSON|Dramatis person"
    r"|P(?:ERSON(?:S OF THE PLAY|EN|AJES|NAGES|AGGI)|erson(?:en|ajes|nages|aggi)(?=:?[ \t]*+$))"
    r"|THE PLAYERS|Cast of characters|CAST OF CHARACTERS)"
    r"|(?P<enter>[\[(]?(?:Exit|Exeunt|Enter|Re-enter|EXIT|EXEUNT|ENTER)\b(?! (?:the|your|a) \w+:))"
    r"|(?P<set>(?:Lights? (?:up|down|rise|fade|come)\b|LIGHTS? (?:UP|DOWN|RISE|FADE)|At rise\b|AT RISE\b"
    r"|(?:The|A|A bare|An empty) stage\b|[(\[][^()\[\]\n]{0,120}?\b(?:on(?: the)? ?stage|stage (?:left|right))\b))"
    r"|(?P<deed>\((?:They|He|She|Both) [^()\n]{3,20}\)[ \t]*+$)"
    r"|(?P<direction>\([^()\n]{24,400}\)[ \t]*+$)"
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
_PLACES: Final = ("scene", "slug", "curtain", "cast", "enter", "set")
"""Signs of a stage; two kinds of them, or one and what is done there, leave little doubt."""
_TITLE: Final = Expression(
    r"\bmeeting notes\b|\bminutes of\b|\bminutes\b.{0,20}\bmeeting\b|\b(?:a|one-act) play\b|: minutes\b"
    r"|\bscreenplay\b|\bobra de teatro\b|\bpièce de théâtre\b|\btheaterstück\b|\bopera teatrale\b"
    r"|\bin (?:one|two|three|four|five) acts?\b"
    r"|\b(?:en|in) (?:un|una|deux|dos|due|trois|tres|tre|cinq|cinco) act[eos]s?\b"
    r"|\b(?:in einem akt|in (?:zwei|drei|vier|fünf) akten)\b|\bв (?:одном|двух|тр[её]х) действи",
    re.IGNORECASE,
)
_TITLE_STEMS: Final = (
    "minutes", "meeting notes", "play", "teatro", "teatrale", "théâtre", "theaterstück", " act",
    " akt", " att", "действи",
)  # fmt: skip
"""Pieces of which one stands in any such title."""
_ASIDE: Final = Expression(r"\((?:(?:aside|turning) )?to (?:the )?[A-Z][a-z]++|\((?:a )?beat\)")
"""What a writer tells an actor inside a turn: whom to speak to, when to wait."""
_ASIDES: Final = 2.5
"""What several of them weigh."""
_CROWD: Final = Expression(
    r"[(\[](?:applause|laughter|cheers|cheering|beifall|aplausos|applaudissements|applausi|аплодисменты)\b",
    re.IGNORECASE,
)
_CROWDED: Final = 3
_STANZAS: Final = 11
"""Lines below others of which there must be more in verse."""
_VERSE_LENGTH: Final = 60
_MOST_ASKING: Final = 0.3
"""Where more of the lines ask, it is a questionnaire rather than verse."""
_CHAT: Final = Expression(r"\n(?:[\[(]?\d\d?:\d\d(?::\d\d)?[\])]?[^\S\n]*+)?<[@+%~&]?[\w|`^\[\]{}-]{1,24}>(?=\s)")


def staged(page: Page) -> float:
    """How much speaks for a play, minutes or a chat: what is taken off the weight of undeclared questions."""
    text = f"\n{page.text}"
    counts = Counter(sign.lastgroup for sign in _SIGNS.finditer(text))
    weight = sum(min(1.5, 0.75 * count) for count in counts.values())
    if counts["cast"] and counts["direction"] > 1:
        weight += 2.0
    places = sum(counts[sign] > 0 for sign in _PLACES)
    if places > 1 or (places and counts["direction"] + counts["deed"]):
        weight += 2.0
    head = "\n".join(line[:200] for line in page.bare[:12])
    if any(map(head.lower().__contains__, _TITLE_STEMS)) and any(map(_TITLE.search, head.split("\n"))):
        weight += 1.5
    if _is_verse(page):
        weight += 3.0
    if "(" in text and sum(1 for _ in _ASIDE.finditer(text)) > 1:
        weight += _ASIDES
    if "<" in text and sum(1 for _ in _CHAT.finditer(text)) > 2:
        weight += 3.0
    return weight if weight > 1.0 else 0.0


def spoken_to_crowd(page: Page) -> float:
    """How much speaks for a speech before a crowd, whose questions nobody answers."""
    return 2.0 if sum(1 for _ in _CROWD.finditer(page.text)) > _CROWDED else 0.0


def _is_verse(page: Page) -> bool:
    """Whether most lines are short, stand in groups and begin with a capital, as those of wrapped prose seldom do."""
    filled, runs = len(page.glance.filled), len(page.glance.runs)
    if filled - runs <= max(_STANZAS, 0.6 * (filled - len(page.furniture))):
        return False
    rows = [("" if index in page.furniture else line) for index, line in enumerate(page.bare)]
    inner = [(before, line) for before, line in pairwise(rows) if before and line and line[0] not in "-*•|0123456789"]
    if len(inner) <= max(_STANZAS, 0.6 * sum(map(bool, rows))):
        return False
    if sum(len(before) for before, _ in inner) >= _VERSE_LENGTH * len(inner):
        return False
    if sum(line[-1] == "?" for _, line in inner) > _MOST_ASKING * len(inner):
        return False
    return sum(line[0].isupper() or not line[0].isalpha() for _, line in inner) > 0.75 * len(inner)
