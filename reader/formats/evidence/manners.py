"""What only hosts say, and what only guests say: "welcome back", "thanks for having me"."""

import re
from typing import Final

_HOST: Final = re.compile(
    r"\b(?:welcome(?: back)? (?:to|everyone|everybody|listeners)|welcome,|welcome back|(?:thank you"
    r"|thanks)(?: \w+){0,3} for (?:joining|your time|being (?:here|with|on)|coming|"
    r"listening|talking|speaking|taking)|my (?:next |first |last )?(?:guest|question)|our (?:next "
    r"|first )?guests?|next question|"
    r"(?:first|last|final|next|one more|another|follow-?up) question|we(?:'|’)ll be (?:right )?back"
    r"|we have to (?:take a break|leave it)|let(?:'|’)s (?:turn to|move on|talk about|"
    r"start with|go back to)|moving on(?:to)?|i(?:'|’)m joined|joining us|joins us|today(?:'|’)s (?:guest"
    r"|episode)|to our listeners|"
    r"herzlich willkommen|willkommen (?:zu|bei)|vielen dank für (?:das gespräch|ihre zeit)|nächste frage|"
    r"bienvenid[oa]s?|gracias por (?:acompañarnos|venir|su tiempo)|bienvenue|merci d(?:'|’)avoir accepté"
    r"|benvenut[oaie]|bem-vind[oa]s?|"
    r"obrigad[oa] por (?:aceitar|participar)|добро пожаловать|спасибо за (?:беседу|интервью))",
    re.IGNORECASE,
)  # fmt: skip
_GUEST: Final = re.compile(
    r"\b(?:(?:thank you|thanks)(?: \w+){0,4} for (?:having|inviting|the (?:invitation|question))|(?:that(?:'|’)s"
    r"|it(?:'|’)s|what) an? (?:very |really )?(?:good|great|excellent|"
    r"interesting|fair|tough|hard) question|(?:good|great|excellent|fair) question|happy to be here"
    r"|glad to be here|pleasure to be here|great to be here|"
    r"gute frage|gern(?:e)? geschehen|danke für die einladung|gracias por (?:invitarme|la invitación|tenerme)"
    r"|buena pregunta|"
    r"bonne question|merci de m(?:'|’)avoir|bella domanda|buona domanda|grazie per l(?:'|’)invito|boa pergunta"
    r"|obrigad[oa] pelo convite|"
    r"хороший вопрос|спасибо за (?:приглашение|вопрос))",
    re.IGNORECASE,
)  # fmt: skip


def hosts(text: str) -> bool:
    """Whether a turn says what hosts say."""
    return _HOST.search(text) is not None


def is_hosted(text: str) -> bool:
    """Whether a turn says what guests say."""
    return _GUEST.search(text) is not None
