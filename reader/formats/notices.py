"""Paragraphs that are the site's by what they say anywhere in them, not by how they begin.

Each question is asked in two steps, because its regular expression is long: are any of its words in the paragraph at
all, and do they stand as they must?
"""

import re
from functools import lru_cache
from typing import Final

_POINTS: Final = str.maketrans(dict.fromkeys(".,;:!?()[]{}<>\"'“”‘’«»„–—-/|*_#&©", " "))

_CREDIT_AT_END: Final = re.compile(
    r"""
    (?:\b(?:photo(?:s|graph|graphs|graphy|graphie|grafia)?|pictures?|images?|illustrations?|credit|fotos?|bilder?
      |abbildung
         |fotografía|imagen|immagine|beeld|zdjęcie|фото|صورة|צילום)(?:\ (?:credits?|courtesy(?:\ of)?
           |by))?\s?(?::|/\ |©|by\b(?=\ (?-i:[A-ZÀ-Þ])))
       \s*(?:[^.!?:]|(?<=\b\w)\.){2,60}
     | (?<!\w)©\s*.{2,60}
     | (?:撮影|写真|摄影|图|사진)\s?[:：／/＝=]?\s?\S{1,20})
    [.)\]\s]*$
    """,
    re.IGNORECASE | re.VERBOSE,
)

_AGENCY: Final = re.compile(
    r"(?:[/©(]|\b(?:via|photo|photos|image|images|credit|courtesy of):?)\s?(?:[\w .]{0,30}[/ ])?"
    r"(?:getty(?: images)?|ap(?: photo)?|associated press|afp|reuters|shutterstock|unsplash|pexels|wikimedia commons"
    r"|flickr|istock(?:photo)?|alamy|pa wire|epa|dpa)[)\]\s]*$",
    re.IGNORECASE,
)

_LICENCE: Final = re.compile(
    r"""
    \ball\ rights\ reserved\b | \balle\ rechte\ vorbehalten\b | \btous\ droits\ réservés\b
    | \btodos\ los\ derechos\ reservados\b | \btodos\ os\ direitos\ reservados\b | \btutti\ i\ diritti\ riservati\b
    | \balle\ rechten\ voorbehouden\b | \bвсе\ права\ защищены\b
    | ^\W*(?:copyright|copr\.)(?:\s|\W*(?:©|\(c\)|\d{4}))
    | ^\W*(?:©|\(c\))\s*\W*(?:\d{4}|copyright|[A-Z])
    | \b(?:re)?printed\ with\ (?:the\ )?(?:kind\ )?permission\b | \breproduced\ (?:here\ )?(?:with
        |by)\ (?:the\ )?(?:kind\ )?permission\b
    | \bfor\ reprint\ (?:permission|rights)\b | \bpermission\ is\ (?:hereby\ )?granted\b
    | ^(?:this|the)\ (?:article|story|post|piece|interview|essay|text|transcript|content|material|report|column
        |review|work)\b.{0,60}\b
      (?:(?:was|is|has\ been)\ (?:originally|first|previously)\ (?:published|posted|appeared|printed)
       | (?:originally|first)\ appeared | (?:was|is)\ (?:provided|produced|republished|reproduced|syndicated
           |reprinted|distributed|licen[sc]ed)
       | (?:may|can)\ (?:not\ )?be\ (?:reproduced|republished|reprinted|copied|freely|quoted|used|redistributed))
    | ^\W*(?:licen[cs]e|licencia|licença|licenza|lizenz)\s?:\s*\S | \bcc0\b | \bcc[ -]by\b
    | ^(?:originally|first)\ (?:published|posted|appeared|printed)\ (?:in|on|at|by)\b
    | \b(?:is|are)\ licen[sc]ed\ under\b | \bcreative\ commons\b.{0,60}\blicen[sc]e\b
        | \bunder\ a\ creative\ commons\b
    | ^republish(?:ed)?\b.{0,60}\b(?:from|with|under|article|free)\b
    | ^retrieved\ from\b | ^reprints?\ (?:and|&)\ permissions?\b
    | \b(?:re)?printed\ from\b | \bmay\ be\ (?:freely\ )?(?:copied|shared|reproduced|republished|reprinted
      |distributed|quoted)\b
    | \b(?:published|distributed|released|shared|available|shared)\ under\ (?:a|an|the)\b.{0,60}\b(?:licen[cs]e|terms)\b
    | \bshared\ under\ the\ terms\b | \bnachdruck\b.{0,60}\b(?:nur|verboten|genehmigung|gestattet)\b
    | \breproduction\ (?:interdite|autorisée|prohibited)\b | \bprohibida\ (?:la\ )?reproducción\b
    | \b(?:sob|bajo|sous|con)\ (?:a\ |la\ |una\ |une\ |uma\ )?(?:licença|licencia|licence|licenza)\b | \bперепечатка\b
    | \briproduzione\ riservata\b | \bunter\ (?:einer|der)\ .{0,40}lizenz\b
    | \bmay\ not\ be\ (?:published|broadcast|reproduced|rewritten|redistributed|copied)\b
    | \bno\ part\ of\ this\ \w+\ may\ be\ reproduced\b
    | \b(?:dieser|der)\ (?:artikel|beitrag|text)\ (?:erschien|ist\ zuerst|wurde\ zuerst)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LICENCE_WORDS: Final = frozenset(
    {
        "rights", "rechte", "droits", "derechos", "direitos", "diritti", "rechten", "права", "copyright", "copr", "c",
        "printed", "reprinted", "reproduced", "reprint", "reprints", "permission", "permissions", "appeared",
        "published",
        "posted", "provided", "produced", "syndicated", "distributed", "licensed", "licenced", "commons", "republish",
        "republished", "retrieved", "broadcast", "rewritten", "redistributed", "copied", "shared", "quoted", "used",
        "freely", "released", "license", "licence", "lizenz", "terms", "nachdruck", "reproduction", "reproducción",
        "cc0", "cc", "licença", "licencia", "licenza", "перепечатка", "riproduzione", "erschien", "zuerst",
    }
)  # fmt: skip

_NOTICE: Final = re.compile(
    r"""
    \bcookies?\b.{0,120}\b(?:accept|agree|consent|use|using|policy|preferences|settings|experience|website|site
        |browser)\b
    | \b(?:we|website|site)\ uses?\ cookies\b | \baccept\ (?:all\ )?cookies\b
    | \b(?:enable|requires?|turn\ on|activate|disabled)\b.{0,20}\bjavascript\b
        | \bjavascript\ (?:is\ )?(?:must\ be|disabled|required|enabled)\b
    | \byour\ browser\b.{0,60}\b(?:support|supported|outdated|update|out\ of\ date|javascript)\b
    | ^(?:skip|jump)\ to\ (?:main\ |the\ )?(?:content|navigation|main|article|text)\b
    | \bexperiencing\b.{0,40}\b(?:problems?|difficulties|issues?)\b.{0,80}\b(?:site|website|version|network|page
        |service|app|desktop)\b
    | \bexperiencing\b.{0,30}\b(?:network|technical|server)\ (?:problems?|difficulties|issues?)\b
    | \b(?:free|complimentary)\ articles?\b.{0,60}\b(?:month|left|remaining|read|week)\b
    | \bthis\ (?:article|story|page|post)\ is\ (?:more\ than|over|about|nearly)\ \w+\ (?:years?|months?|days?)\ old\b
    | \bthis\ (?:article|story|page|post|content)\ (?:has\ been|is|was)\ (?:archived|no\ longer\ (?:updated
        |maintained)|only\ available\ to|for\ subscribers|exclusive\ to|machine\ translated)\b
    | \b(?:sign\ in|log\ in|register|subscribe)\b.{0,40}\bto\ (?:continue|read|access|unlock|view)\b
    | \b(?:subscribers?|members?)[\ -]only\ (?:article|content|story|post|feature)\b | \bfor\ subscribers\ only\b
    | \bwe\ (?:use|value|care\ about)\b.{0,30}\byour\ privacy\b | \b(?:scheduled|essential|planned)\ maintenance\b
    | \b(?:diese|unsere|die)\ (?:web)?(?:site|seite|webseite)\ (?:verwendet|nutzt|benutzt)\ cookies\b
        | \bcookies\ (?:zu|und|um|helfen)\b
    | \b(?:ce\ site|nous)\ utilis(?:e|ons)\ des\ cookies\b | \b(?:este\ sitio|esta\ web|utilizamos
        |este\ site)\b.{0,30}\bcookies\b
    | \bquesto\ sito\ (?:utilizza|usa)\b.{0,20}\bcookie\b | \bdeze\ (?:web)?site\ (?:gebruikt
        |maakt)\b.{0,20}\bcookies\b
    | \bесли\ вы\ .{0,40}cookie | \bwebsite\ is\ (?:currently\ )?(?:down|undergoing|under\ (?:construction
        |maintenance))\b
    | ^(?:sections?|menu|rubriken|rubriques|secciones|sezioni|more\ sections)\s*:
    | ^you\ are\ here\b | ^(?:back|return)\ to\ (?:top|home|index|all|the)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NOTICE_WORDS: Final = frozenset(
    {
        "cookie", "cookies", "javascript", "browser", "skip", "jump", "experiencing", "articles", "article", "old",
        "archived", "updated", "maintained", "available", "subscribers", "exclusive", "translated",
        "continue", "access",
        "unlock", "view", "subscribe", "register", "log", "sign", "subscriber", "member", "members", "privacy",
        "maintenance", "website", "undergoing", "section", "sections", "menu", "rubriken", "rubriques", "secciones",
        "sezioni", "here", "back", "return",
    }
)  # fmt: skip
_MENU_LINES: Final = frozenset(
    {
        "home", "home page", "homepage", "menu", "search", "navigation", "toggle navigation", "main menu", "close",
        "sections", "breadcrumb", "breadcrumbs", "startseite", "suche", "accueil", "rechercher", "inicio", "buscar",
    }
)  # fmt: skip


def ends_in_credit(bare: str) -> bool:
    """Whether a line ends by saying who made a picture: it is a caption."""
    tail = bare[-90:]
    if not any(map(tail.__contains__, (":", "©", " by ", "/", "写", "撮", "摄"))) or len(bare.split()) > 35:
        return False
    return _CREDIT_AT_END.search(tail) is not None or _AGENCY.search(tail) is not None


def is_licence(said: str) -> bool:
    """Whether a paragraph tells what may be done with the text, or where else it stood."""
    if "©" not in said and _LICENCE_WORDS.isdisjoint(_words(said)):
        return False
    return _LICENCE.search(said) is not None


def is_notice(said: str) -> bool:
    """Whether a paragraph is what a site says of itself; worth asking at the head and the end of a page only."""
    if len(said) < 20 and said.casefold().strip() in _MENU_LINES:
        return True
    return not _NOTICE_WORDS.isdisjoint(_words(said)) and _NOTICE.search(said) is not None


@lru_cache(maxsize=64)
def _words(said: str) -> frozenset[str]:
    return frozenset(said.lower().translate(_POINTS).split())
