"""Lines above a text that name its site, its section or its issue, or lead elsewhere: not what it is about."""

import re
from typing import Final

from reader.formats import dates, site_words, wording
from reader.formats.expression import Expression
from reader.formats.page import Page
from reader.formats.wording import Marker
from reader.model.article import FurnitureKind

_SITES: Final = """
    blog weblog news magazine journal times post daily weekly monthly herald gazette tribune review newsletter podcast
    radio press website homepage courier examiner observer guardian chronicle bulletin digest standard mirror telegraph
    inquirer sentinel ledger archive archives online network media wire report library guides transcripts magazin
    anzeiger kurier nachrichten tagblatt tageblatt rundschau bote merkur diario periódico revista noticias jornal
    notícias folha correio giornale gazzetta corriere notizie rivista courrier dépêche nouvelles écho phare nieuws krant
    dagblad courant nyheter tidning dagbladet avisen gazeta wiadomości вести новости газета известия вестник haber
    gazetesi جريدة صحيفة مجلة עיתון
"""
SITE_WORDS: Final = frozenset(_SITES.split())
"""Words of which the names of newspapers, magazines and sites are made."""
_OCCASIONS: Final = frozenset(
    {"briefing", "briefings", "gaggle", "conference", "statement", "remarks", "hearing", "testimony"}
)
"""What press and radio are there for: "Daily Press Briefing" names no newspaper."""
_SITE_ENDS: Final = (
    "zeitung", "zeitschrift", ".com", ".org", ".net", ".co.uk", ".de", ".fr", ".es", ".it", ".nl", ".ru",
)  # fmt: skip
_SITE_PARTS: Final = ("新聞", "日報", "新闻", "日报", "晚报", "周刊", "オンライン", "ニュース", "신문", "일보", "뉴스")
_KICKERS: Final = """
    opinion|interview|interviews|news|feature|features|analysis|politics|culture|business|sport|
    sports|technology|tech|science|health|exclusive|comment|editorial|q&a|q & a|world|local|
    national|arts|books|music|film|review|reviews|lifestyle|travel|food|education|environment|
    press release|for immediate release|blog|article|articles|transcript|full transcript|
    interview transcript|politik|kultur|wirtschaft|wissen|gesellschaft|meinung|société|économie|
    entretien|entrevista|entrevistas|opinión|cultura|sociedad|política|intervista|column|profile|faq|
    podcast|people|perspectives|essay|essays|in depth|special report|spotlight|conversation|
    live|latest news|latest stories|top stories|breaking news|society|media|explainer|investigation|
    long read|the long read|first person|guest post|letters|
    obituary|obituaries|announcements|newsletter|stories|research|events|nachrichten|panorama|ausland|
    inland|lokales|vermischtes|wissenschaft|feuilleton|protokoll|minutenprotokoll|kommentar|actualités|
    actualité|faits divers|politique|monde|tribune|chronique|grand entretien|noticias|internacional|
    nacional|sucesos|deportes|economía|mundo|ciencia|tecnología|tribuna|notícias|esportes|economia|cidades|
    ciência|sociedade|entrevistas|cronaca|politica|esteri|notizie|attualità|l'intervista|binnenland|
    buitenland|samenleving|economie|wetenschap|cultuur|verkeer|nieuws|nyheter|inrikes|utrikes|kultura|
    wiadomości|kraj|świat|gospodarka|wywiad|общество|политика|культура|экономика|спорт|новости|в мире|
    интервью|gündem|siyaset|spor|ekonomi|kültür|dünya|röportaj
"""
_KICKER: Final = frozenset(kicker.strip() for kicker in _KICKERS.split("|"))
"""Names of sections that stand above titles."""
_COLUMNS: Final = (
    " of the day", " of the week", " of the month", " des tages", " der woche", " des monats", " du jour",
    " de la semaine", " du mois", " del día", " de la semana", " del mes", " da semana", " do mês", " del mese",
)  # fmt: skip
"""What the name of a column ends in that comes again and again."""
_AUTHORED: Final = Expression(r"\b(?:by|par|von|por)\b", re.IGNORECASE)
"""A name goes on with such a word if it is an article's: "Press briefing by the minister"."""
_TICKER: Final = Expression(
    r"(?:breaking(?: news)?|just in|live(?: updates?| blog)?|developing|news ?flash|trending|latest|top story|alert"
    r"|eilmeldung|liveticker|última hora|en vivo|en direct|dernière minute|alerte|ultim'ora|laatste nieuws)"
    r"\s*(?::|\||[–—-]\s)\s*\S",
    re.IGNORECASE,
)
_ISSUE: Final = Expression(
    r"(?:issue|vol(?:ume|\.)?|no\.|nr\.?|number|edition|ausgabe|heft|numéro|número|numero|n°|nº|№"
    r"|(?:working|discussion|research|occasional|staff|policy|technical) (?:paper|report|memo(?:randum)?|brief|note)s?"
    r"(?: (?:no\.?|nr\.?|number|series))?)\s*#?\d+"
    r"(?:\s*(?:[|·•,;–—-]|no\.|issue)\s*.{0,60})?$",
    re.IGNORECASE,
)
_NUMERAL: Final = r"(?:0x)?(?:\d+|[ivxlc]+\b)"
_MASTHEAD: Final = Expression(
    rf"\b(?:(?:number|no\.|nr\.|edition)\s*(?:[#:]\s*)?{_NUMERAL}"
    rf"|(?:volume|vol\.?|issue|file|phile)\s*(?:[#:]\s*)?(?:{_NUMERAL}|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b))"
)
_DOMAIN: Final = re.compile(r"(?:[a-z0-9-]+\.)+([a-z]{2,12})(?:/\S*)?$")
_SUFFIXES: Final = frozenset(
    {"txt", "md", "py", "js", "html", "pdf", "doc", "docx", "epub", "zip", "exe", "csv", "json"}
)
"""What ends the names of files."""
_LONGEST_ADDRESS: Final = 200
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_MENU: Final = Expression(r"\S+(?: \S+){0,2}(?:\s{2,}\S+(?: \S+){0,2}){2,}$")
_BESIDES: Final = Expression(
    r"(?:previous|next|prev|newer|older|vorherige[rs]?|nächste[rs]?|zurück|weiter|précédente?|suivante?|anterior"
    r"|siguiente|próxim[oa]|precedente|successiv[oa])(?: (?:post|article|episode|page|entry|story|beitrag|artikel"
    r"|article|artículo|artigo|articolo))?\s?:\s+\S",
    re.IGNORECASE,
)
"""What leads to the text before or after this one."""
_LONGEST_ROW: Final = 120
_LONGEST_KICKER: Final = 40
_FEWEST_SECTIONS: Final = 3
_MENU_SIGN: Final = re.compile(r"[>»›→|/·]")
_KINDS: Final = {
    Marker.SHARE: FurnitureKind.SHARE,
    Marker.COMMENTS: FurnitureKind.SHARE,
    Marker.TAGS: FurnitureKind.TAGS,
    Marker.PROMOTION: FurnitureKind.PROMOTION,
    Marker.NAVIGATION: FurnitureKind.NOTICE,
}
"""What of the site's a line above a text is that its wording gives away."""
_CALLS: Final = frozenset(
    {"download", "listen", "watch", "subscribe", "sign", "log", "login", "join", "follow", "share", "print", "read"}
)
"""Words that begin what a menu offers."""


def is_site(bare: str) -> bool:
    """Whether a short line has a newspaper's word in it, or the address of a site."""
    words = bare.lower().split()
    if not _OCCASIONS.isdisjoint(words):
        return False
    if len(words) > 8 or bare[0].upper() != bare[0] or _AUTHORED.search(bare):
        return len(words) > 8 and words[1] in {"-", "–", "—", "|", ":"} and words[0].endswith(_SITE_ENDS)
    if any(word.strip(".,:;|!'’\"()") in SITE_WORDS or word.endswith(_SITE_ENDS) for word in words):
        return True
    return not bare.isascii() and any(map(bare.__contains__, _SITE_PARTS))


def is_name_like(bare: str) -> bool:
    """Whether every longer word of a short line has a capital, as names of sites have."""
    words = [word for word in bare.split() if len(word) > 3 and word[0].isalpha()]
    return len(bare.split()) <= 6 and bool(words) and all(word[0].isupper() for word in words)


def recurrence(page: Page, index: int, bare: str) -> float:
    """The share of a line's longer words that come again in the lines of the body's beginning."""
    words = {word.casefold() for word in _WORD.findall(bare)}
    if not words:
        return 0.0
    text = page.text[page.lines[index].end : page.lines[index].end + 6000].casefold()
    return sum(word in text for word in words) / len(words)


def is_high(bare: str) -> bool:
    """Whether every longer word of a line has a capital, as in headlines."""
    words = [word for word in bare.split() if len(word) > 4 and word[0].isalpha()]
    return bool(words) and all(word[0].isupper() for word in words)


def is_kicker(bare: str) -> bool:
    """Whether a line is the name of a section, or of a column that comes again."""
    named = bare.casefold().strip(" :.")
    return named in _KICKER or (len(named) <= _LONGEST_KICKER and named.endswith(_COLUMNS))


def is_address(bare: str) -> bool:
    """Whether a line is where a page stands on the web, with its reader's name for it before it at most."""
    if "://" in bare or "www." in bare:
        return len(bare) <= _LONGEST_ADDRESS
    found = _DOMAIN.match(bare) if "." in bare and " " not in bare else None
    return found is not None and found[1] not in _SUFFIXES


def is_ticker(bare: str) -> bool:
    """Whether a line tells another article's news, as a ticker above the site's name does."""
    is_parted = ":" in bare or "|" in bare or "- " in bare or not bare.isascii()
    return is_parted and len(bare) <= 120 and _TICKER.match(bare) is not None


def is_issue(bare: str) -> bool:
    """Whether a line says which issue this is."""
    return len(bare) <= 90 and _ISSUE.match(bare) is not None


def is_masthead(bare: str) -> bool:
    """Whether a line counts volumes, issues, files."""
    lowered = bare.lower()
    is_counted = (
        "vol" in lowered or "issue" in lowered or "file" in lowered or "phile" in lowered or "edition" in lowered
    )
    return is_counted and len(_MASTHEAD.findall(lowered)) >= 2


def is_menu(bare: str) -> bool:
    """Whether a line leads to other parts of a site."""
    if ":" in bare and _BESIDES.match(bare):
        return True
    if is_row_of_sections(bare):
        return True
    if "  " not in bare and not _MENU_SIGN.search(bare):
        return False
    words = [word for word in bare.split() if word not in "|/·"]
    if len(words) > 24:
        return False
    if any(bare.count(mark) for mark in (" > ", " » ", " › ", " → ")) and len(words) < 16:
        return True
    if (bare.count(" | ") >= 2 or bare.count(" / ") >= 2 or bare.count(" · ") >= 3) and dates.find(bare) is None:
        return True
    if " | " in bare and words[0].casefold() in _CALLS:
        return True
    return "  " in bare and bare[-1] not in ".!?" and _MENU.match(bare) is not None


def is_row_of_sections(bare: str) -> bool:
    """Whether a line only names parts of a site, one behind the other: `Home News Sport Contact`."""
    if len(bare) > _LONGEST_ROW or bare.count(" ") < _FEWEST_SECTIONS - 1:
        return False
    first = bare.split(None, 1)[0].casefold()
    if first not in site_words.MENU and first not in _KICKER:
        return False
    words = bare.casefold().split()
    return all(word in site_words.MENU or word in _KICKER for word in words) and not site_words.EITHER.isdisjoint(words)


def kind_of_line(bare: str) -> FurnitureKind | None:
    """What makes a single line the site's."""
    if not bare or len(bare) > 160:
        return None
    marker = wording.marker(bare)
    if marker is not None and (kind := _KINDS.get(marker)):
        return kind
    return FurnitureKind.NOTICE if is_menu(bare) else None
