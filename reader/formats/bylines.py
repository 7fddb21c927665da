"""Lines that say who wrote an article, and when."""

import re
from collections.abc import Iterable
from typing import Final

from reader.formats import dates
from reader.formats.expression import Expression

_BYLINE: Final = Expression(
    r"""
    (?:(?:written|posted|published|reported|story|words|text|interview|interviewed|transcribed|article|review|report
        |translated|edited|compiled|photographs|photos|typed\ in)\ )?by(?::|\s|(?-i:(?=[A-ZÀ-Þ])))
    | (?:words|authors?|writer|reporter|text|interview|posted\ by|published\ by|date|published|posted|updated
        |last\ (?:updated|modified)|first\ published|created|hosts?|guests?|speakers?|interviewers?|interviewees?)
      \s*:\s*(?=\S)
    | (?:text|interview|fotos?)?\s?von(?:\s|:\s?(?=\S))
    | (?:texte?|propos\ recueillis|recueilli|entretien|publié)\ par\s | par(?:\s|\s?:\s?(?=\S))
    | (?:texto|entrevista|escrito|publicado)\s(?:por|de)\s | por(?:\s|:\s?(?=\S)) | di\s(?=\w[\w’']+\s\w)
    | (?:erstellt|erschienen|aktualisiert|mis\ à\ jour|rédigé|actualizad[oa]|atualizad[oa]|pubblicato|aggiornato
        |gepubliceerd|geplaatst|bijgewerkt|geschreven|opublikowano|aktualizacja|publikováno|publicerad|uppdaterad
        |publisert|oppdatert|udgivet|yayınlanma|güncelleme|опубликовано|обновлено)
      (?=\W+(?:(?:am|um|von|vom|le|par|el|por|em|às|a\ las|il|di|da|op|om|door|dnia|den|kl)\b|\d|[A-ZÀ-Þ]))
    | [•*-]?\s?writer[’']s\ picture(?=[A-ZÀ-Þ])
    | (?:autor|autorin|auteur|autora|autore|datum|fecha|data|stand|veröffentlicht|publié\ le|publicado\ el|автор|дата
        |текст|беседовала?)\b\s*:?\s*(?=\S)
    | door\s | av\s | af\s
    | (?:文|作者|記者|记者|取材・文|글|기자|حاوره|حاورته|حاورها|كتب|כתב|כתבה|מאת)\s?[:：/／・＝=]\s?
    """,
    re.IGNORECASE | re.VERBOSE,
)
FIRST_WORDS: Final = frozenset({
    "written", "posted", "published", "reported", "story", "words", "text", "interview", "interviewed", "transcribed",
    "article", "review", "report", "translated", "edited", "compiled", "photographs", "photos", "typed", "by", "author",
    "authors", "writer", "reporter", "date", "updated", "last", "first", "created", "host", "hosts", "guest", "guests",
    "speaker", "speakers", "interviewer", "interviewers", "interviewee", "interviewees", "von", "foto", "fotos",
    "texte", "propos", "recueilli", "entretien", "par", "texto", "entrevista", "escrito", "publicado", "por", "di",
    "autor", "autorin", "auteur", "autora", "autore", "datum", "fecha", "data", "stand", "door", "av", "af", "erstellt",
    "erschienen", "aktualisiert", "mis", "actualizado", "actualizada", "atualizado", "atualizada", "pubblicato",
    "aggiornato", "gepubliceerd", "geplaatst", "bijgewerkt", "geschreven", "opublikowano", "aktualizacja", "publicerad",
    "uppdaterad", "publisert", "oppdatert", "udgivet", "writer's",
})  # fmt: skip
"""What bylines in ASCII begin with."""
_GLUED: Final = re.compile(r"(?:By|[•*-]?\s?Writer[’']s picture)(?=[A-ZÀ-Þ][\w’'.-]+ [A-ZÀ-Þ])")
"""What a page has parted from the name by its style alone: `ByAda Brass`."""
_LOWER: Final = Expression(r"(?i:\w+\s)?(?i:by|von|par|por|di|door|av|af)\s+(?![A-ZÀ-ÞŁŠŽА-Я@“\"'(])")
"""`by` that goes on in lower case is prose: "by the time we met"."""
_RANGE: Final = Expression(r"von\s\S+(?:\s\S+){0,2}\s(?:bis|nach|zu)\b", re.IGNORECASE)
"""`von` that leads from one thing to another names nobody."""
_BY_AT_END: Final = Expression(r"[^.!?]{0,30}\bby\s+(?:[A-Z][\w.’'-]*+\s?+){1,4}+$")
_CREDITED: Final = Expression(
    r"(?i:^(?:.{0,40}?\b(?:by|authors?|autor|autorin|auteur|par|por|von|door|di|автор)\b\s*:?\s*))"
    r"([^\d|•·,–—(\t]{2,60}?)"
    r"(?=\s*(?:$|[|•·,–—(\t]|\b(?:on|at|in|am|le|el|den|for|posted|published|updated|date)\b|\d))"
)
_NAME: Final = Expression(r"(?:[A-ZÀ-ÞŁŠŽ][\w’'.-]*\s){1,3}[A-ZÀ-ÞŁŠŽ][\w’'.-]+$")
_MAILED: Final = Expression(r"[A-ZÀ-ÞŁŠŽ][^<>@]{2,40} <[^<>@\s]{1,60}@[^<>@\s]{1,60}>$")
_CLOCK: Final = re.compile(r"(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])")
_MOST_WORDS: Final = 10
_DAY_AND_MONTH: Final = Expression(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:day)?,? )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b",
    re.IGNORECASE,
)
"""A day without its year; it dates an article where a time of day stands beside it."""
_READING_TIME: Final = Expression(r"(?:\b|·\s?)\d{1,3}[ -]?min(?:ute)?s?(?:\sread|\sde lecture)\s?", re.IGNORECASE)
"""How long the reading takes, as some sites write beside the name."""
_AGO: Final = Expression(
    r"(?:(?:published|updated|posted)\W+)?(?:(?:today|yesterday|heute|gestern|aujourd[’']hui|hier|hoy|ayer|oggi|ieri"
    r"|hoje|ontem|vandaag|gisteren|dziś|wczoraj|сегодня|вчера|bugün|dün),?\W+(?:\w{1,3}\s)?\d{1,2}[:.h]\d{2}\b.{0,12}"
    r"|\d{1,3} (?:min(?:ute)?|hour|day|week|month|year)s? ago|vor \d{1,3} (?:minuten|stunden|tagen)"
    r"|il y a \d{1,3} \w+|hace \d{1,3} \w+|há \d{1,3} \w+|\d{1,3} (?:ore|giorni|minuti) fa"
    r"|\d{1,3} (?:uur|dagen|minuten) geleden)$",
    re.IGNORECASE,
)
"""When it was published, counted from when the page was saved."""
_DAYS_AGO: Final = (
    "today", "yesterday", "heute", "gestern", "aujourd'hui", "aujourd’hui", "hier", "hoy", "ayer", "oggi", "ieri",
    "hoje", "ontem", "vandaag", "gisteren", "dziś", "wczoraj", "сегодня", "вчера", "bugün", "dün",
)  # fmt: skip
_AGO_WORDS: Final = frozenset(
    {"published", "updated", "posted", "vor", "il", "hace", "há", *_DAYS_AGO, *(f"{day}," for day in _DAYS_AGO)}
)
_SIGNED_DATE: Final = Expression(r"\b(?i:by|par|von|por|di|door|av|af|autor|автор)\s:?\s?[A-ZÀ-ÞŁŠŽА-Я][\w’'.-]+")
_SEPARATORS: Final = Expression(r"(?:(?<!\s)\s++)?[|•·]\s*")


def is_byline(bare: str) -> bool:
    """Whether a line says who wrote the article, or when, and nothing of what it is about."""
    if not bare or len(bare) > 120:
        return False
    word = bare.split(None, 1)[0].partition(":")[0].lower()
    if (word in FIRST_WORDS or not word.isascii() or (bare[:2] == "By" and _GLUED.match(bare))) and _BYLINE.match(bare):
        return not (_LOWER.match(bare) or _RANGE.match(bare)) and (
            bare[-1] not in ".?!" or bare.endswith((" Jr.", " Sr.", ".m."))
        )
    if dates.is_alone(bare) or (bare[-1] == ">" and _MAILED.match(bare)):
        return True
    words = len(bare.split())
    if words > _MOST_WORDS:
        return dates.leads(bare) and _SIGNED_DATE.search(bare) is not None
    if (word in _AGO_WORDS or word[:1].isdigit()) and _AGO.match(bare):
        return True
    if "min" in bare and bare[-1] not in ".?!" and _READING_TIME.search(bare):
        return True
    is_timed = ":" in bare and _CLOCK.search(bare) is not None
    if dates.find(bare) is not None:
        if dates.leads(bare) and _SIGNED_DATE.search(bare):
            return bare[-1] not in ".?!"
        return is_timed or "|" in bare or "·" in bare or "•" in bare or bare[:4].casefold() == "date"
    return is_timed and _DAY_AND_MONTH.match(bare) is not None


def _is_styled(bare: str) -> bool:
    """Whether a byline may hold more than words: what stands close to the name, or how long the reading takes."""
    return "min" in bare or "picture" in bare or (bare[:2] == "By" and bare[2:3].isupper())


def is_secondary_byline(bare: str) -> bool:
    """Whether a line below a title names its author at the end: "Second draft, by A. Smith"."""
    return len(bare.split()) <= 8 and _BY_AT_END.match(bare) is not None


def is_name(bare: str) -> bool:
    """Whether a line is a person's name and nothing else."""
    return len(bare) <= 40 and _NAME.match(bare) is not None


def credited(lines: Iterable[str]) -> tuple[str | None, str | None]:
    """Who wrote it, and when in ISO 8601, as bylines say."""
    byline = date = None
    for line in lines:
        bare = _READING_TIME.sub(" ", _GLUED.sub("By ", line)).strip() if _is_styled(line) else line
        date = date or dates.find(bare)
        if byline is None and not dates.is_alone(bare):
            named = _CREDITED.match(bare)
            name = named[1] if named else next(filter(is_name, _SEPARATORS.split(bare)), "")
            byline = name.strip(" .,;:-•") or None
    return byline, date
