"""Whether a passage speaks to somebody or of oneself: one who asks says "you", one who answers says "I".

Only words that can't well be mistaken for others of another language are listed.
"""

import re
from functools import lru_cache
from typing import Final

_YOU: Final = frozenset({
    "you", "your", "yours", "you're", "you've", "you'll", "you'd", "sie", "ihr", "ihre", "ihrer", "ihren", "ihrem",
    "ihnen", "du", "dein", "deine", "dich", "dir", "euch", "vous", "votre", "vos", "tu", "ton", "usted", "ustedes",
    "tú", "ti", "tus", "você", "vocês", "seu", "sua", "lei", "suo", "voi", "vostro", "jij", "jouw", "uw", "ditt", "вы",
    "вас", "вам", "ваш", "ваша", "ваше", "ваши", "вами", "ты", "тебе", "твой", "pan", "pani", "pana", "tuo", "tua",
    "tuoi", "tue", "jste", "vás", "vám", "váš", "vaše", "vaši", "tvůj", "din", "dine", "deg", "dig", "dere",
    "jullie", "jou", "eres", "tienes", "crees", "piensas", "quieres", "puedes", "cuéntanos", "háblanos", "hai",
    "pensi", "credi", "fai", "puoi", "tens", "achas", "masz", "jesteś", "sizi", "sizin",
    "אתה", "אתם", "שלך", "שלכם", "לך", "לכם", "אותך", "אליך", "أنت", "أنتم", "لك", "لديك", "εσείς", "εσύ", "σας", "önt",
    "önnek", "önök", "ви", "ти", "teidän", "sinun", "dumneavoastră", "anda", "bạn", "आप", "आपके", "आपको",
})  # fmt: skip
_I: Final = frozenset({
    "i", "i'm", "i've", "i'd", "i'll", "my", "me", "mine", "myself", "we", "we're", "we've", "our", "us", "ich", "mein",
    "meine", "meiner", "meinen", "mich", "mir", "wir", "unser", "unsere", "uns", "je", "mon", "mes", "moi", "nous",
    "notre", "nos", "yo", "mi", "mis", "nosotros", "nuestro", "nuestra", "eu", "meu", "minha", "nós", "nosso", "nossa",
    "io", "mio", "mia", "noi", "nostro", "ik", "mijn", "wij", "ons", "onze", "jag", "mitt", "vår", "jeg", "я", "мне",
    "меня", "мой", "моя", "мы", "нас", "нам", "наш", "ja", "mnie", "mój", "moja", "nas", "miei", "mie", "jsem", "jsme",
    "mě", "můj", "náš", "nám", "meg", "eg", "mig", "oss", "jestem", "moje", "soy", "estoy", "sou", "estou", "suis",
    "creo", "tengo", "quiero", "puedo", "ho", "credo", "penso", "faccio", "sto", "abbiamo", "tenho", "acho", "temos",
    "mam", "myślę", "mogę", "mamy", "benim", "bana", "bizim",
    "אני", "אנחנו", "שלי", "שלנו", "לי", "אותי", "אליי", "أنا", "نحن", "لي", "εγώ", "εμείς", "μου", "μας", "nekem",
    "engem", "мені", "мене", "ми", "minä", "minun", "minulle", "saya", "kami", "tôi", "मैं", "मेरा", "मेरे", "मुझे",
})  # fmt: skip
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][a-z]{1,2})?")
_TYPOGRAPHY: Final = (("’", "'"), ("“", " "), ("”", " "), ("—", " "), ("–", " "), ("…", " "), (" ", " "))
_WORDS: Final = bytes(code if chr(code).isalpha() or chr(code) == "'" else 0x20 for code in range(128)).ljust(256)
"""Letters and apostrophes of ASCII, and a blank for all else."""
_YOU_SIGNS: Final = ("你", "您", "貴", "あなた", "당신")
_I_SIGNS: Final = ("我", "私", "僕", "俺", "나는", "저는", "우리")
_REACH: Final = 1000
"""Code points of a passage that are looked at."""


_DUTCH: Final = frozenset({"het", "een", "van", "wat", "hoe", "waar", "waarom", "welke", "niet", "naar", "jaar"})
"""Words among which "je" speaks to somebody; in French it speaks of oneself."""


@lru_cache(maxsize=64)
def _words(text: str) -> frozenset[str]:
    said = text[:_REACH].lower()
    for mark, plain in _TYPOGRAPHY:
        said = said.replace(mark, plain)
    if said.isascii():
        # A fifth of the time; quotation marks around words are none of theirs.
        bare = said.encode().translate(_WORDS).replace(b" '", b" ").replace(b"' ", b" ")
        words = frozenset(bare.decode().strip("'").split())
    else:
        words = frozenset(_WORD.findall(said))
    if "je" in words and not _DUTCH.isdisjoint(words):
        return words - {"je"} | {"jij"}
    return words


def speaks_to(text: str) -> bool:
    """Whether somebody is spoken to."""
    return not _YOU.isdisjoint(_words(text)) or (not text.isascii() and any(sign in text for sign in _YOU_SIGNS))


def speaks_of_self(text: str) -> bool:
    """Whether the speaker is spoken of."""
    words = _words(text)
    if not _I.isdisjoint(words) or any(word[:2] in {"j'", "m'"} for word in words):
        return True
    return not text.isascii() and any(sign in text for sign in _I_SIGNS)


def is_spoken_to(text: str) -> bool:
    """Whether a passage speaks to somebody and not of the speaker."""
    return speaks_to(text) and not speaks_of_self(text)
