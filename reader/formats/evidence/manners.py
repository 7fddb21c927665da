"""What only hosts say, and what only guests say: "welcome back", "thanks for having me"."""

from typing import Final

_HOST: Final = (
    "welcome back", "welcome to the", "welcome to our", "welcome, ", "welcome everyone", "for joining", "for your time",
    "for being here", "for being with us", "for being on", "for coming on", "for coming in", "for listening",
    "for talking with", "for talking to", "for speaking with", "for speaking to", "for taking the time", "my guest",
    "my next guest", "our guest", "my first question", "my last question", "my next question", "my question is",
    "next question", "last question", "final question", "one more question", "another question", "follow-up question",
    "we'll be right back", "we'll be back", "we have to take a break", "we have to leave it", "let's turn to",
    "let's move on", "let's talk about", "let's start with", "let's go back to", "moving on to", "i'm joined by",
    "joining us", "joins us", "today's guest", "today's episode", "to our listeners", "herzlich willkommen",
    "willkommen zu", "willkommen bei", "danke für das gespräch", "dank für das gespräch", "für ihre zeit",
    "nächste frage", "letzte frage", "bienvenido", "bienvenida", "gracias por venir", "gracias por acompañarnos",
    "gracias por su tiempo", "bienvenue", "merci d'avoir accepté", "benvenut", "bem-vind", "obrigado por aceitar",
    "obrigada por aceitar", "добро пожаловать", "спасибо за беседу", "спасибо за интервью",
)  # fmt: skip
_GUEST: Final = (
    "for having me", "for having us", "for inviting me", "for inviting us", "for the invitation", "for the question",
    "a good question", "a great question", "an excellent question", "an interesting question", "a fair question",
    "a tough question", "a hard question", "good question.", "great question.", "happy to be here", "glad to be here",
    "pleasure to be here", "great to be here", "gute frage", "danke für die einladung", "gracias por invitarme",
    "gracias por la invitación", "buena pregunta", "bonne question", "merci de m'avoir", "bella domanda",
    "buona domanda", "grazie per l'invito", "boa pergunta", "pelo convite", "хороший вопрос", "спасибо за приглашение",
    "спасибо за вопрос",
)  # fmt: skip


def manners(text: str) -> int:
    """1 for what hosts say, -1 for what guests say, 0 for neither or both."""
    folded = text.lower().replace("’", "'")
    return _has_one(_HOST, folded) - _has_one(_GUEST, folded)


def _has_one(phrases: tuple[str, ...], folded: str) -> bool:
    return any(map(folded.__contains__, phrases))
