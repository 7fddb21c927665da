"""Paragraphs that are the site's by what they say anywhere in them, not by how they begin.

Each question is asked in two steps: are any of its words in the paragraph at all, and do they stand as they must?
"""

import re
from typing import Final

from reader.formats.expression import Expression
from reader.formats.phrases import Phrases

_CREDIT_AT_END: Final = Expression(
    r"""
    (?:\b(?:photo(?:s|graph|graphs|graphy|graphie|grafia)?|pictures?|images?|illustrations?|credit|fotos?|bilder?
      |abbildung|(?<=[.!?]\ )source
         |fotografía|imagen|immagine|beeld|zdjęcie|фото|صورة|צילום)(?:\ (?:credits?|courtesy(?:\ of)?
           |by))?\s?(?::|/\ |©|by\b(?=\ (?-i:[A-ZÀ-Þ])))
       \s*(?:[^.!?:]|(?<=\b\w)\.){2,60}
     | (?<!\w)©\s*.{2,60}
     | (?:撮影|写真|摄影|图|사진)(?:提供|来源)?(?:\s|\s?[:：／/＝=]\s?)\S{1,20})
    [.)\]\s]*$
    """,
    re.IGNORECASE | re.VERBOSE,
)

_AGENCY_AT_END: Final = re.compile(
    r"[.!?)]\s?(?:[Ff]oto|[Pp]hoto|[Bb]ild|[Pp]icture|[Ii]mage)s? [A-Z]{2,}(?:[/-][A-Z]{2,})?$"
)
_CREDIT_SIGNS: Final = (
    "©", "oto", "imag", "icture", "ource", "llustration", "redit", "bild", "mmagine", "beeld", "zdjęcie", "фото",
    "صورة", "צילום", "撮影", "写真", "摄影", "图", "사진",
)  # fmt: skip
"""Parts of words without which no line ends in a credit."""
_ASCII_CREDIT_SIGNS: Final = tuple(filter(str.isascii, _CREDIT_SIGNS))
_AGENCIES: Final = (
    "getty", "getty images", "gettyimages", "ap", "ap photo", "associated press", "afp", "reuters", "shutterstock",
    "unsplash", "pexels", "wikimedia commons", "flickr", "istock", "istockphoto", "alamy", "pa wire", "epa", "dpa",
    "efe", "lusa", "ansa", "apa", "keystone", "imago", "picture alliance", "tass", "xinhua", "kyodo", "zuma press",
)  # fmt: skip
_AGENCY: Final = Expression(
    r"(?:[/©(]|\b(?:via|photo|photos|image|images|credit|courtesy of):?)\s?(?:[\w .]{0,30}[/ ])?"
    rf"(?:{'|'.join(reversed(_AGENCIES))})[)\]\s]*$",
    re.IGNORECASE,
)

_is_licence: Final = Phrases({
    "rights": r"\ball rights reserved\b",
    "rechte": r"\balle rechte vorbehalten\b",
    "droits": r"\btous droits réservés\b",
    "derechos": r"\btodos los derechos reservados\b",
    "direitos": r"\btodos os direitos reservados\b",
    "diritti": r"\btutti i diritti riservati\b",
    "rechten": r"\balle rechten voorbehouden\b",
    "права": r"\bвсе права защищены\b",
    "copyright copr": r"^\W*(?:copyright|copr\.)(?:\s|\W*(?:©|\(c\)|\d{4}))|\bis copyright \(c\) \d{4}",
    "© c": r"^\W*(?:©|\(c\))\W*(?:\d{4}|copyright|[A-Z])",
    "permission": r"\b(?:re)?printed with (?:the )?(?:kind )?permission\b"
    r"|\breproduced (?:here )?(?:with|by) (?:the )?(?:kind )?permission\b|\bpermission is (?:hereby )?granted\b",
    "reprint": r"\bfor reprint (?:permission|rights)\b",
    "published posted appeared printed":
        r"^(?:originally|first) (?:published|posted|appeared|printed) (?:in|on|at|by)\b",
    "published posted appeared printed provided produced republished reproduced syndicated reprinted distributed"
    " licensed licenced copied freely quoted used redistributed":
        r"^(?:this|the) (?:article|story|post|piece|interview|essay|text|transcript|content|material|report|column"
        r"|review|work)\b.{0,60}\b"
        r"(?:(?:was|is|has been) (?:originally|first|previously) (?:published|posted|appeared|printed)"
        r"|(?:originally|first) appeared"
        r"|(?:was|is) (?:provided|produced|republished|reproduced|syndicated|reprinted|distributed|licen[sc]ed)"
        r"|(?:may|can) (?:not )?be (?:reproduced|republished|reprinted|copied|freely|quoted|used|redistributed))",
    "license licence licencia licença licenza lizenz": r"^\W*(?:licen[cs]e|licencia|licença|licenza|lizenz)\s?:\s*\S",
    "cc0 cc": r"\bcc0\b|\bcc[ -]by\b",
    "licensed licenced": r"\b(?:is|are) licen[sc]ed under\b",
    "commons": r"\bcreative commons\b.{0,60}\blicen[sc]e\b|\bunder a creative commons\b",
    "republish republished": r"^republish(?:ed)?\b.{0,60}\b(?:from|with|under|article|free)\b",
    "redistribute": r"\bfree software\b.{0,40}\byou (?:can|may) redistribute\b",
    "warranty": r"\b(?:without any|no) warranty\b",
    "retrieved": r"^retrieved from\b",
    "permissions": r"^reprints? (?:and|&) permissions?\b",
    "printed reprinted": r"\b(?:re)?printed from\b",
    "copied shared reproduced republished reprinted distributed quoted":
        r"\bmay be (?:freely )?(?:copied|shared|reproduced|republished|reprinted|distributed|quoted)\b",
    "published distributed released shared available":
        r"\b(?:published|distributed|released|shared|available) under (?:a|an|the)\b.{0,60}\b(?:licen[cs]e|terms)\b"
        r"|\bshared under the terms\b",
    "nachdruck": r"\bnachdruck\b.{0,60}\b(?:nur|verboten|genehmigung|gestattet)\b",
    "reproduction": r"\breproduction (?:interdite|autorisée|prohibited)\b",
    "reproducción": r"\bprohibida (?:la )?reproducción\b",
    "licença licencia licence licenza": r"\b(?:sob|bajo|sous|con) (?:a |la |una |une |uma )?"
    r"(?:licença|licencia|licence|licenza)\b",
    "перепечатка": r"\bперепечатка\b",
    "riproduzione": r"\briproduzione riservata\b",
    "unter": r"\bunter (?:einer|der) .{0,40}lizenz\b",
    "published broadcast reproduced rewritten redistributed copied":
        r"\bmay not be (?:published|broadcast|reproduced|rewritten|redistributed|copied)\b",
    "reproduced": r"\bno part of this \w+ may be reproduced\b",
    "erschien zuerst": r"\b(?:dieser|der) (?:artikel|beitrag|text) (?:erschien|ist zuerst|wurde zuerst)\b",
})  # fmt: skip

_is_notice: Final = Phrases({
    "cookie cookies": r"\bcookies?\b.{0,120}\b(?:accept|agree|consent|use|using|policy|preferences|settings|experience"
    r"|website|site|browser)\b|\b(?:we|website|site) uses? cookies\b|\baccept (?:all )?cookies\b"
    r"|\b(?:diese|unsere|die) (?:web)?(?:site|seite|webseite) (?:verwendet|nutzt|benutzt) cookies\b"
    r"|\bcookies (?:zu|und|um|helfen)\b|\b(?:ce site|nous) utilis(?:e|ons) des cookies\b"
    r"|\b(?:este sitio|esta web|utilizamos|este site)\b.{0,30}\bcookies\b"
    r"|\bquesto sito (?:utilizza|usa)\b.{0,20}\bcookie\b|\bdeze (?:web)?site (?:gebruikt|maakt)\b.{0,20}\bcookies\b"
    r"|\bесли вы .{0,40}cookie",
    "javascript": r"\b(?:enable|requires?|turn on|activate|disabled)\b.{0,20}\bjavascript\b"
    r"|\bjavascript (?:is )?(?:must be|disabled|required|enabled)\b",
    "browser": r"\byour browser\b.{0,60}\b(?:support|supported|outdated|update|out of date|javascript)\b",
    "version": r"\byou(?:'re|’re| are) (?:reading|viewing|seeing) (?:a|the) (?:plain|text|print|mobile|cached|html)\b"
    r".{0,20}\bversion\b",
    "view read": r"\b(?:view|read) (?:this|the) (?:e-?mail|message|newsletter|issue|post)\b.{0,30}"
    r"\b(?:in (?:your|a|the) (?:web )?browser|on the web|online)\b",
    "skip jump": r"^(?:skip|jump) to (?:main |the )?(?:content|navigation|main|article|text)\b",
    "experiencing": r"\bexperiencing\b.{0,40}\b(?:problems?|difficulties|issues?)\b.{0,80}\b(?:site|website|version"
    r"|network|page|service|app|desktop)\b"
    r"|\bexperiencing\b.{0,30}\b(?:network|technical|server) (?:problems?|difficulties|issues?)\b",
    "article articles": r"\b(?:free|complimentary) articles?\b.{0,60}\b(?:month|left|remaining|read|week)\b",
    "old": r"\bthis (?:article|story|page|post) is (?:more than|over|about|nearly) \w+ (?:years?|months?|days?) old\b",
    "archived updated maintained available subscribers exclusive translated":
        r"\bthis (?:article|story|page|post|content) (?:has been|is|was) (?:archived|no longer (?:updated|maintained)"
        r"|only available to|for subscribers|exclusive to|machine translated)\b",
    "continue read access unlock view":
        r"\b(?:sign in|log in|register|subscribe)\b.{0,40}\bto (?:continue|read|access|unlock|view)\b"
        r"|\bto (?:continue|read|access|view)\b.{0,50}"
        r"\byou (?:must|need to|have to) (?:sign in|log in|register|subscribe)\b",
    "subscriber subscribers member members":
        r"\b(?:subscribers?|members?)[ -]only (?:article|content|story|post|feature)\b|\bfor subscribers only\b",
    "mail email": r"\byour e-?mail address will not be published\b|\bsave my name,? (?:and )?e-?mail\b",
    "pubblicata pubblicato publicada publicado publiée veröffentlicht gepubliceerd publiceras opublikowany опубликован":
        r"\b(?:e-?mail|correo electrónico|e-?mail-?adresse?|e-?postadress)\b.{0,30}\b(?:non sarà pubblicat[ao]"
        r"|no será publicad[ao]|ne sera pas publiée|wird nicht veröffentlicht|não será publicado"
        r"|wordt niet gepubliceerd|kommer inte (?:att )?publiceras|nie zostanie opublikowany|не будет опубликован)",
    "obbligatori obligatorios obligatoires erforderliche obrigatórios vereiste wymagane обязательные":
        r"^(?:.{0,60}[.!] )?(?:i campi obbligatori sono|los campos obligatorios están|les champs obligatoires sont"
        r"|erforderliche felder sind|(?:os )?campos obrigatórios (?:são|estão)|vereiste velden zijn|wymagane pola są"
        r"|обязательные поля помечены)\b",
    "required": r"^required fields are marked\b",
    "akismet": r"\bakismet\b.{0,20}\bspam\b",
    "notify": r"^notify me of (?:new|follow-?up) (?:posts|comments)\b",
    "powered": r"^(?:proudly )?powered by (?:blogger|wordpress|tumblr|ghost|substack|squarespace|drupal|joomla)\b",
    "available disponible disponível disponibile verfügbar":
        r"^this (?:post|article|page|entry|interview) is also available in\b"
        r"|^est[ea] (?:artículo|entrada|página) también está disponible en\b"
        r"|^aquest article també està disponible en\b"
        r"|^este (?:artigo|post) também está disponível em\b"
        r"|^cet(?:te)? (?:article|page) est (?:également|aussi) disponible en\b"
        r"|^quest[oa] (?:articolo|pagina) è (?:anche )?disponibile\b"
        r"|^dieser (?:beitrag|artikel) ist auch verfügbar (?:auf|in)\b",
    "commission commissions affiliate":
        r"\bwe (?:may |might |could )?(?:earn|receive|get)\b.{0,40}\bcommissions?\b|\bcontains? affiliate links?\b",
    "transcript": r"\b(?:unofficial|rough|rush|automated|(?:auto|machine|automatically)[- ]generated) transcript\b"
    r".{0,80}\b(?:accuracy|errors?|mistakes|reference|final form)\b",
    "privacy": r"\bwe (?:use|value|care about)\b.{0,30}\byour privacy\b",
    "maintenance": r"\b(?:scheduled|essential|planned) maintenance\b",
    "website": r"\bwebsite is (?:currently )?(?:down|undergoing|under (?:construction|maintenance))\b",
    "section sections menu rubriken rubriques secciones sezioni":
        r"^(?:sections?|menu|rubriken|rubriques|secciones|sezioni|more sections)\s*:",
    "here": r"^you are here\b",
    "label": r"^(?:showing (?:all )?posts with (?:the )?label|posts mit dem label)\b",
    "etiqueta libellé marcador etichetta": r"^(?:mostrando entradas con la etiqueta"
    r"|affichage des articles dont le libellé est|mostrando postagens com marcador"
    r"|visualizzazione (?:dei )?post con etichetta)\b",
    "page página pagina seite": r"^.{0,25}\b(?:page|página|pagina|seite)\s\d+\s?(?:of|de|di|van|von|sur|/)\s?\d+$",
    "back return": r"^(?:back|return) to (?:top|home|index|all|the)\b",
})  # fmt: skip
TELLING_WORDS: Final = _is_licence.words | _is_notice.words
"""Without one of them in ASCII no longer line in ASCII is a notice or a licence."""
_MENU_LINES: Final = frozenset(
    {
        "home", "home page", "homepage", "menu", "search", "navigation", "toggle navigation", "main menu", "close",
        "sections", "breadcrumb", "breadcrumbs", "startseite", "suche", "accueil", "rechercher", "inicio", "buscar",
    }
)  # fmt: skip


def may_end_in_credit(bare: str) -> bool:
    """Whether a line holds what parts a picture from its maker: a look that most lines don't need more of."""
    return ":" in bare or "/" in bare or " by " in bare or not bare.isascii() or bare[-3:].isupper()


def ends_in_credit(bare: str) -> bool:
    """Whether a line ends by saying who made a picture: it is a caption."""
    tail = bare[-90:]
    is_ascii = tail.isascii()
    if not may_end_in_credit(tail) or (is_ascii and tail[-1:] in "?!"):
        return False
    if tail[-2:].isupper() and _AGENCY_AT_END.search(tail):
        return len(bare.split()) <= 35
    if not is_ascii and not any(map(tail.__contains__, (":", "©", " by ", "/", "写", "撮", "摄"))):
        return False
    lowered = tail.lower()
    signs = _ASCII_CREDIT_SIGNS if is_ascii else _CREDIT_SIGNS
    is_credit = any(map(lowered.__contains__, signs)) and _CREDIT_AT_END.search(tail) is not None
    if is_credit or (lowered.rstrip(")] \t\r\f\v\xa0").endswith(_AGENCIES) and _AGENCY.search(tail)):
        return len(bare.split()) <= 35
    return False


def is_licence(said: str) -> bool:
    """Whether a paragraph tells what may be done with the text, or where else it stood."""
    return _is_licence(said)


def is_notice(said: str) -> bool:
    """Whether a paragraph is what a site says of itself; worth asking at the head and the end of a page only."""
    return (len(said) < 20 and said.casefold().strip() in _MENU_LINES) or _is_notice(said)
