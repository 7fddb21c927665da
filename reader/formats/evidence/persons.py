"""Whether a passage speaks to somebody or of oneself: one who asks says "you", one who answers says "I".

The words are those that mean nothing else in their language; CJK and Semitic pronouns are matched as written.
"""

import re
from typing import Final

_TO: Final = re.compile(
    r"\b(?:you|your|yours|you're|you've|you’re|you’ve|sie|ihr|ihre|ihrer|ihren|ihnen|du|dein|deine|dich|dir|"
    r"vous|votre|vos|tu|ton|ta|usted|ustedes|tú|te|ti|tus|você|vocês|seu|sua|lei|suo|voi|vostro|"
    r"jij|jouw|je|uw|ni|er|din|ditt|вы|вас|вам|ваш|ваша|ваше|ваши|вами|ты|тебе|твой|pan|pani|pana)\b|[你您貴]|あなた|당신",
    re.IGNORECASE,
)
_SELF: Final = re.compile(
    r"\b(?:I|I'm|I've|I’m|I’ve|I'd|I’d|my|me|mine|myself|we|we're|we’re|our|us|ich|mein|meine|mich|mir|wir|unser"
    r"|unsere|uns|"
    r"je|j'|j’|mon|ma|mes|moi|nous|notre|nos|yo|mi|mis|me|nosotros|nuestro|nuestra|eu|meu|minha|nós|nosso|nossa"
    r"|io|mio|mia|noi|nostro|"
    r"ik|mijn|wij|ons|onze|jag|min|mitt|vi|vår|jeg|я|мне|меня|мой|моя|мы|нас|нам|наш|ja|mnie|mój|moja|my|nas)\b"
    r"|[我私僕俺]|나는|저는|우리",
    re.IGNORECASE,
)


def speaks_to(text: str) -> bool:
    """Whether somebody is spoken to."""
    return _TO.search(text) is not None


def speaks_of_self(text: str) -> bool:
    """Whether the speaker is spoken of."""
    return _SELF.search(text) is not None
