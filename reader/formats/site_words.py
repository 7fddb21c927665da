"""What sites write around their articles, as whole lines: in the menu above one, and in their map below it.

Folded, with straight apostrophes.
"""

from typing import Final


def _words(listed: str) -> frozenset[str]:
    return frozenset(word.strip() for word in listed.split("|"))


EITHER: Final = _words("""
    about|about us|contact|contact us|jobs|privacy|site map|sitemap|help|faq|subscribe|newsletter|newsletters|
    sign up|sign in|log in|login|register|my account|rss|feeds|podcasts|twitter|facebook|instagram|youtube|search|
    home|homepage|menu|archive|archives|donate|shop|store|events|impressum|kontakt|über uns|startseite|anmelden|
    suche|mehr|accueil|s'abonner|contacto|quiénes somos|inicio|suscríbete|contato|início|chi siamo|contatti|
    over ons|контакты|о нас
""")
MENU: Final = EITHER | _words("""
    start|startpage|news|sport|sports|more|blog|blogs|videos|forum|forums|opinion|business|politics|culture|travel|
    weather|photos|tv|magazine|community|abo|politik|wirtschaft|kultur|reise|wetter|à propos|rechercher|connexion|
    actualités|économie|portada|buscar|noticias|deportes|economía|opinión|más|sobre|notícias|esportes|cerca|accedi|
    zoeken|inloggen|главная|поиск|войти|новости|спорт
""")
MAP: Final = EITHER | _words("""
    about me|who we are|our team|staff|the team|masthead|contacts|contact me|careers|work with us|advertise|
    advertise with us|advertising|advertisement|media kit|press|press room|press releases|privacy policy|
    privacy notice|privacy & cookies|cookie policy|cookies|cookie settings|terms|terms of use|terms of service|
    terms and conditions|terms & conditions|conditions of use|legal|legal notice|disclaimer|accessibility|
    accessibility statement|copyright|help & support|support|faqs|feedback|corrections|ethics statement|
    reprints & permissions|reprints|permissions|licensing|syndication|subscribe now|subscriptions|subscription|
    unsubscribe|log out|my profile|forgot password|rss feed|rss feeds|email|e-mail|email alerts|alerts|mobile|
    mobile apps|apps|linkedin|google+|pinterest|tumblr|whatsapp|telegram|reddit|digg|stumbleupon|delicious|tweet|
    share|print|save|like|pin it|follow us|connect|stay connected|back to top|top of page|skip to content|
    back issues|browse by author|most popular|most read|most viewed|most shared|most commented|most e-mailed|
    most emailed|trending|trending now|popular|popular posts|popular today|top stories|latest news|latest stories|
    latest|recent posts|recent articles|recently|recent comments|more news|related|related stories|related articles|
    related posts|related items|recommended|suggested reads|you may also like|editor's picks|sponsored links|
    sponsored ads|sponsored|our partners|partners|see all|view all|learn more|more…|more...|read more|load more|
    next|previous|prev|categories|tags|topics|sections|leave a reply|leave a comment|post a comment|comments|
    comment|calendar|submission guidelines|datenschutz|datenschutzerklärung|agb|nutzungsbedingungen|abonnieren|
    mediadaten|teilen|drucken|meistgelesen|cookie-einstellungen|hilfe|karriere|stellenangebote|mentions légales|
    confidentialité|politique de confidentialité|contactez-nous|nous contacter|plan du site|abonnez-vous|partager|
    imprimer|qui sommes-nous|publicité|les plus lus|commentaires|aviso legal|política de privacidad|
    política de cookies|mapa del sitio|mapa web|publicidad|compartir|imprimir|lo más leído|comentarios|ayuda|
    hemeroteca|sobre nosotros|quem somos|política de privacidade|termos de uso|assine|compartilhar|fale conosco|
    anuncie|expediente|privacy e cookie|note legali|abbonati|condividi|stampa|i più letti|pubblicità|mappa del sito|
    privacybeleid|adverteren|abonneren|delen|regulamin|polityka prywatności|reklama|o nas|реклама|подписка|
    политика конфиденциальности|карта сайта|поделиться
""")
PARTS: Final = MAP | MENU
_ADDRESSED: Final = frozenset({
    "facebook", "twitter", "instagram", "youtube", "linkedin", "rss", "newsletter", "newsletters", "subscribe",
    "subscriptions", "login", "sitemap", "podcasts", "homepage",
})  # fmt: skip
"""Words that a line about anything but a site has seldom."""


def names_part(line: str) -> bool:
    """Whether a short line names a part of a site, wholly or by a word that only sites have."""
    folded = line.casefold().replace("’", "'").strip(" :.|»›>•*")
    return folded in PARTS or not _ADDRESSED.isdisjoint(folded.split())
