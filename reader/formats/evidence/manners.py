"""What only hosts say, and what only guests say: "welcome back", "thanks for having me"."""

from typing import Final

from reader.formats.phrases import Phrases

_HOST: Final = Phrases({
    "welcome": r"welcome (?:back|to the|to our|everyone)|welcome, ",
    "joining": r"for joining|joining us",
    "joins joined": r"joins us|i'm joined by",
    "time": r"for your time|for taking the time",
    "being": r"for being (?:here|with us|on)",
    "coming": r"for coming (?:on|in)",
    "listening": r"for listening",
    "talking speaking": r"for (?:talking|speaking) (?:with|to)",
    "guest guests": r"(?:my(?: next)?|our|today's) guest",
    "question questions questioner": r"my (?:first|last|next) question|my question is"
    r"|(?:next|last|final|one more|another|follow-up) question",
    "back": r"we'll be (?:right )?back|let's go back to",
    "break": r"we have to take a break",
    "leave": r"we have to leave it",
    "turn move talk start": r"let's (?:turn to|move on|talk about|start with)",
    "moving": r"moving on to",
    "episode": r"today's episode",
    "listeners": r"to our listeners",
    "willkommen": r"herzlich willkommen|willkommen (?:zu|bei)",
    "danke dank": r"dank(?:e)? für das gespräch",
    "zeit": r"für ihre zeit",
    "frage": r"(?:nächste|letzte) frage",
    "bienvenido bienvenida bienvenidos bienvenidas": r"bienvenid[oa]",
    "gracias": r"gracias por (?:venir|acompañarnos|su tiempo)",
    "bienvenue": r"bienvenue",
    "merci": r"merci d'avoir accepté",
    "benvenuto benvenuta benvenuti benvenute": r"benvenut",
    "bem": r"bem-vind",
    "obrigado obrigada": r"obrigad[oa] por aceitar",
    "добро": r"добро пожаловать",
    "спасибо": r"спасибо за (?:беседу|интервью)",
})  # fmt: skip
_GUEST: Final = Phrases({
    "having": r"for having (?:me|us)",
    "inviting": r"for inviting (?:me|us)",
    "invitation": r"for the invitation",
    "question questions": r"for the question|an? (?:good|great|excellent|interesting|fair|tough|hard) question"
    r"|(?:good|great) question\.",
    "here": r"(?:happy|glad|pleasure|great) to be here",
    "frage": r"gute frage",
    "danke": r"danke für die einladung",
    "gracias": r"gracias por (?:invitarme|la invitación)",
    "pregunta": r"buena pregunta",
    "question domanda pergunta": r"bonne question|b(?:ell|uon)a domanda|boa pergunta",
    "merci": r"merci de m'avoir",
    "grazie": r"grazie per l'invito",
    "convite": r"pelo convite",
    "хороший": r"хороший вопрос",
    "спасибо": r"спасибо за (?:приглашение|вопрос)",
})  # fmt: skip


def manners(text: str) -> int:
    """1 for what hosts say, -1 for what guests say, 0 for neither or both."""
    said = text.replace("’", "'")
    return _HOST(said) - _GUEST(said)
