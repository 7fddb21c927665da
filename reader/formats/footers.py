"""The map of a site below an article: short lines that are no sentences, and among them the words of sites.

    … and nobody has seen the spoon since.      the last sentence                        -
    MOST READ                                   a name                                   +
    Spoon found in attic                        another headline                         +
    The Clock is a paper of good standing.      a sentence of the site's, for once       -
    Contact us                                  what is written below every site         ++
    © 2020 The Clock                                                                     ++

Each line speaks for the map or against it; the map begins where, counted from the end of the text, most speaks for it.
Lines are counted from 0.
"""

import re
from collections.abc import Collection
from typing import Final

from reader.formats.page import Page

_FARTHEST: Final = 400
"""Lines from the end above which no map of a site begins."""
_FEWEST_LINES: Final = 8
_FEWEST_WORDS: Final = 4
"""Lines with a site's words, no two alike, without which short lines are a list, verse or talk."""
_FEWEST_ALONE: Final = 2
"""How many of them are no part of a row; one will do where there are several rows."""
_FEWEST_ROWS: Final = 3
_GIVEN_UP: Final = 30
"""How much must speak against more of the map for it to be looked for no further."""
_BARS: Final = "|•·"
_PARTED: Final = re.compile(f"[{_BARS}]")
_LONGEST_NAME: Final = 130
_LONGEST_WORDS: Final = 32
_PROSE: Final = 60
"""Characters from which a line that ends as sentences do ends an article's body."""
_STOPS: Final = frozenset(".!。！")
_CLOSERS: Final = "\"'”’»)]"
_ITEMS: Final = "-•*–"
_STRIPPED: Final = " \t.:!»›>→«‹<|•·-–—*+()[]"
_WORDS: Final = """
    about|about us|about me|who we are|our team|staff|the team|masthead|contact|contact us|contacts|contact me|
    careers|jobs|work with us|advertise|advertise with us|advertising|advertisement|media kit|press|press room|
    press releases|privacy|privacy policy|privacy notice|privacy & cookies|cookie policy|cookies|
    cookie settings|terms|terms of use|terms of service|terms and conditions|terms & conditions|
    conditions of use|legal|legal notice|disclaimer|accessibility|accessibility statement|copyright|site map|
    sitemap|help|help & support|support|faq|faqs|feedback|corrections|ethics statement|reprints & permissions|
    reprints|permissions|licensing|syndication|subscribe|subscribe now|subscriptions|subscription|unsubscribe|
    newsletter|newsletters|sign up|sign in|log in|login|log out|register|my account|my profile|forgot password|
    rss|rss feed|rss feeds|feeds|podcasts|email|e-mail|email alerts|alerts|mobile|mobile apps|apps|twitter|
    facebook|instagram|youtube|linkedin|google+|pinterest|tumblr|whatsapp|telegram|reddit|digg|stumbleupon|
    delicious|tweet|share|print|save|like|pin it|follow us|connect|stay connected|search|home|homepage|
    back to top|top of page|menu|skip to content|archive|archives|back issues|browse by author|most popular|
    most read|most viewed|most shared|most commented|most e-mailed|most emailed|trending|trending now|popular|
    popular posts|popular today|top stories|latest news|latest stories|latest|recent posts|recent articles|
    recently|recent comments|more news|related|related stories|related articles|related posts|related items|
    recommended|suggested reads|you may also like|editor's picks|sponsored links|sponsored ads|sponsored|
    our partners|partners|see all|view all|learn more|more…|more...|read more|load more|next|previous|prev|
    categories|tags|topics|sections|leave a reply|leave a comment|post a comment|comments|comment|donate|shop|
    store|events|calendar|submission guidelines|impressum|datenschutz|datenschutzerklärung|kontakt|über uns|agb|
    nutzungsbedingungen|startseite|anmelden|abonnieren|mediadaten|suche|teilen|drucken|mehr|meistgelesen|
    cookie-einstellungen|hilfe|karriere|stellenangebote|mentions légales|confidentialité|
    politique de confidentialité|contactez-nous|nous contacter|plan du site|accueil|abonnez-vous|s'abonner|
    partager|imprimer|qui sommes-nous|publicité|les plus lus|commentaires|aviso legal|política de privacidad|
    política de cookies|contacto|quiénes somos|mapa del sitio|mapa web|publicidad|inicio|suscríbete|compartir|
    imprimir|lo más leído|comentarios|ayuda|hemeroteca|sobre nosotros|contato|quem somos|
    política de privacidade|termos de uso|início|assine|compartilhar|fale conosco|anuncie|expediente|chi siamo|
    contatti|privacy e cookie|note legali|abbonati|condividi|stampa|i più letti|pubblicità|mappa del sito|
    over ons|privacybeleid|adverteren|abonneren|delen|regulamin|polityka prywatności|reklama|o nas|контакты|
    о нас|реклама|подписка|политика конфиденциальности|карта сайта|поделиться
"""
_SITE: Final = frozenset(word.strip() for word in _WORDS.split("|"))
"""What is written below every site, as whole lines."""
_RIGHTS: Final = ("©", "all rights reserved", "(c) 19", "(c) 20", "copyright 19", "copyright 20", "copyright ©")


def footer(page: Page, body: int, found: Collection[int]) -> range:
    """The lines of the site's map at the end of a page whose body begins at `body`; none where there is no map."""
    bare, first = page.bare, max(body + 1, len(page.bare) - _FARTHEST)
    named = {
        index: word for index in page.glance.brief(_LONGEST_WORDS) if index >= first and (word := _word(bare[index]))
    }
    if not named:
        return range(0)
    rows = {first + at: word for at, said in enumerate(bare[first:]) if (word := _word_of_row(said))}
    if len(set(named.values())) < _FEWEST_ALONE and len(rows) < _FEWEST_ROWS:
        return range(0)
    named |= rows
    if len(set(named.values())) < _FEWEST_WORDS:
        return range(0)
    total = most = 0
    begin = end = len(bare)
    for index in range(end - 1, first - 1, -1):
        if not bare[index]:
            continue
        total += 2 if index in named or index in found else _weight(page, index)
        if total > most:
            most, begin = total, index
        elif total < most - _GIVEN_UP:
            break
    inside = [index for index in range(begin, end) if bare[index]]
    if len(inside) < _FEWEST_LINES or len({word for index, word in named.items() if index >= begin}) < _FEWEST_WORDS:
        return range(0)
    if not _ends_prose(page, begin):
        begin = next(index for index in inside if index in named or index in found)
    return range(begin, end)


def _word(bare: str) -> str:
    """The words of a site that a short line consists of."""
    whole = bare.strip(_STRIPPED).casefold().replace("’", "'")
    return whole if whole in _SITE else ""


def _word_of_row(bare: str) -> str:
    """The first words of a site in a row; all claims of rights are one."""
    if len(bare) > _LONGEST_NAME:
        return ""
    folded = bare.casefold()
    if any(map(folded.__contains__, _RIGHTS)):
        return "©"
    if not any(map(bare.__contains__, _BARS)):
        return ""
    return next((word for part in _PARTED.split(bare) if (word := _word(part))), "")


def _weight(page: Page, index: int) -> int:
    """How far a line speaks for the map of a site, or against it."""
    said = page.bare[index]
    if index in page.verbatim:
        return -12
    if len(said) > _LONGEST_NAME:
        return -8 if len(said) <= 2 * _LONGEST_NAME else -12
    if _is_sentence(said):
        return -2 if len(said) <= _PROSE else -4
    return 0 if said[-1] in "?？" or said[0] in _ITEMS else 1


def _is_sentence(said: str) -> bool:
    """Whether a line of several words ends as sentences do that tell."""
    end = said.rstrip(_CLOSERS)[-2:]
    return end[-1:] in _STOPS and end != ".." and " " in said


def _ends_prose(page: Page, line: int) -> bool:
    """Whether the last line above is a sentence of the body."""
    above = next((index for index in range(line - 1, -1, -1) if page.bare[index]), None)
    return above is not None and len(page.bare[above]) >= _PROSE and _is_sentence(page.bare[above])
