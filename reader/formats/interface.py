"""Lines that a page's reader is meant to act on, known by their shape: rows of links, arrows, counts, calls.

    Print | Download as PDF          a row: parts between bars or dots, one of which is a call, or all are links
    ← Back to all guides             an arrow that points out of the text
    12 people like this              a count
    Was this page helpful? Yes / No  a question about the page
    Sign the guest book              a call: what to do, with what, and no sentence

Rows of links are what they are anywhere; everything else is asked only behind the body's last sentence.
"""

import re
from typing import Final

from reader.formats import dates
from reader.formats.expression import Expression
from reader.formats.page import Page
from reader.model.article import FurnitureKind

_LONGEST: Final = 140
_PARTED: Final = Expression(r"(?<!\s)\s++[|·•/]\s+|(?:(?<!\s)\s++)?[|·•]\s*")
_LEAD: Final = Expression(r"[^\W\d_]+(?: [^\W\d_]+){0,2}:\s+")
_SHARED: Final = frozenset(
    {
        "print",
        "share",
        "save",
        "email",
        "e-mail",
        "tweet",
        "follow",
        "download",
        "like",
        "drucken",
        "teilen",
        "imprimir",
    }
)
_CALL: Final = Expression(
    r"""
    (?:print|download|share|save|e-?mail|follow|sign|subscribe|report|suggest|edit|improve|rate|view|see|show|load
      |listen|watch|join|donate|support|browse|explore|discover|go|back|return|log|register|skip|submit|send|bookmark
      |upgrade|comment|contact|advertise|buy|order|read|get|copy|cite|vote)
    (?=\s(?:this|the|a|an|all|our|your|us|me|as|to|in|up|out|for|on|via|by|with|more|full|it|now|today|here|page|article|pdf|link
      |[A-Z])|$)
    .{0,60}
    | (?:imprimer|partager|signaler|télécharger|envoyer|suivre|retour|voir|lire|s'inscrire|s'abonner|écrire
      |compartir|imprimir|descargar|enviar|seguir|volver|reportar|ver|leer|suscribirse
      |stampa|condividi|segnala|scarica|invia|segui|torna|leggi|vedi|iscriviti
      |partilhar|baixar|voltar|veja|siga|deel|meld|stuur|volg|bekijk|terug|bestel|zurück|jetzt|weiter)
    \b.{0,60}
    | [^\W\d_]+(?:\s\w+){0,3}\s(?:teilen|drucken|versenden|empfehlen|merken|abonnieren|melden|weiterleiten
      |herunterladen|kommentieren|bewerten|anzeigen|bestellen|speichern)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_COUNT: Final = Expression(
    r"\d[\d.,]*\s?[km]?\s(?:(?:other|more|reader)\s)?(?:people|others|readers|users|persons|members|personen|leser|leute"
    r"|personnes|personas|persone|pessoas|mensen|views?|likes?|shares?|claps?|reactions?|votes?|favou?rites?|bookmarks?"
    r"|followers?|subscribers?|reads|downloads?|aufrufe|vues|visitas|visualizzazioni|weergaven|просмотр\w*)\b"
    r"(?: (?:likes?d?|lov\w+|found|recommend\w*|follow\w*|are|have|reading|voted|gefällt|mögen|aiment|on|this|so)\b"
    r"[^.!?,;]{0,30})?$",
    re.IGNORECASE,
)
_HELPFUL: Final = Expression(
    r"(?:(?:was|is) this (?:\w+ )?(?:helpful|useful|interesting)|did (?:this|you find this)\b[^?]{0,40}"
    r"\b(?:help|helpful|useful|answer)\b[^?]{0,20}|war (?:diese[rs]?|der|die) \w+ (?:hilfreich|nützlich)"
    r"|(?:cet|cette|ce) \w+ vous a[^?]{0,20}utile|¿?te ha (?:sido|resultado) útil[^?]{0,30}"
    r"|è stato utile[^?]{0,30}|esta página foi útil|was deze \w+ nuttig)\s?\?",
    re.IGNORECASE,
)
_OPENERS: Final = {")": "(", "]": "[", ">": "<"}
_WRITTEN_OUT: Final = re.compile(r"https?://\S+[)\]>]$")
_POINTS_BACK: Final = "←‹⟵◀◄⇐"
_POINTS_ON: Final = "→›»>⟶▶►⇒"
_ADDRESS: Final = Expression(
    r"\S@[^\s@]+\.\w|\bwww\.|://|\b\d{3}[ -]\d{3,4}\b|\b(?:newsletter|tip ?line|inbox)\b", re.IGNORECASE
)
_ASKED_FIRST: Final = Expression(r"[^.?!]{4,70}\?\s+\S")
_ON_SALE: Final = Expression(
    r"\b(?:is|are) (?:out now|available (?:now|from|at|via|online|here"
    r"|in (?:(?:all |most )?(?:good )?(?:book)?(?:shop|store)s|print|paperback|hardback|hardcover)"
    r"|to (?:order|pre-?order|buy|download|stream|rent|watch))"
    r"|on sale (?:now|at|from|in)|published by|in (?:book)?shops now)\b[^.!?]{0,80}\W*$",
    re.IGNORECASE,
)


def is_link_row(page: Page, index: int) -> bool:
    """Whether a line is a row of at least two links, or of short parts of which one is a call."""
    bare = page.bare[index]
    if len(bare) > _LONGEST or not any(mark in bare for mark in "|·•"):
        return False
    lead = _LEAD.match(bare)
    parts = _PARTED.split(bare[lead.end() :] if lead else bare)
    if len(parts) < 2 or any(not part or len(part) > 40 or part[-1] in ".!?;:" for part in parts):
        return False
    if sum(mark.style == "link" for mark in page.marks(index)) >= len(parts):
        return True
    return len(parts) <= 3 and _CALL.fullmatch(parts[0].strip("←→»«<> ")) is not None and dates.find(bare) is None


def kind_at_end(page: Page, index: int) -> FurnitureKind | None:
    """What a line below the body is, where its shape alone says that it is the page's own."""
    bare = page.bare[index]
    if is_link_row(page, index):
        return FurnitureKind.NOTICE
    if _COUNT.match(bare):
        return FurnitureKind.SHARE
    if 0 < len(bare) <= _LONGEST and (_points_away(bare) or _HELPFUL.match(bare)):
        return FurnitureKind.NOTICE
    return None


def kind_of_call(bare: str) -> FurnitureKind | None:
    """What a line is that tells to do something and is no sentence; worth asking only behind the last sentence."""
    if len(bare) > 60 or len(bare.split()) > 8 or bare[-1:] in ".?!,;:" or ". " in bare or not bare[:1].isupper():
        return None
    if not _CALL.fullmatch(bare):
        return None
    return FurnitureKind.SHARE if bare.split(None, 1)[0].casefold() in _SHARED else FurnitureKind.NOTICE


def without_address(bare: str) -> str:
    """A line without the address that stands behind it in brackets, as where links were written out."""
    if bare[-1:] not in {")", "]", ">"} or "://" not in bare:
        return bare
    before, opened, address = bare.rpartition(_OPENERS[bare[-1]])
    return before.rstrip() if opened and _WRITTEN_OUT.match(address) else bare


def sells(said: str) -> bool:
    """Whether a last paragraph offers something: it is out now, or whoever has a story may write."""
    if len(said) > 300 or said[:1] in "\"“‘'«„":
        return False
    if _ON_SALE.search(said):
        return True
    return len(said) <= 200 and _ASKED_FIRST.match(said) is not None and _ADDRESS.search(said) is not None


def _points_away(bare: str) -> bool:
    """Whether an arrow leads out of the text, as no quotation mark and no sign of less or more does."""
    if bare[0] in _POINTS_BACK:
        return True
    return bare[-1] in _POINTS_ON and bare[-2:-1] == " " and not any(mark in bare for mark in "«‹<=:")
