"""What a text calls itself at its head: a list of questions, or a conversation."""

import re
from typing import Final

from reader.formats.page import Page

_FAQ: Final = re.compile(
    r"\bFAQs?\b|frequently[ -]asked|common questions|questions (?:and|&) answers|Q ?(?:&|and|\+) ?As?\b"
    r"|your questions,? answered|"
    r"häufig gestellte fragen|häufige fragen|fragen und antworten|foire aux questions|questions fréquentes"
    r"|questions-réponses|"
    r"preguntas frecuentes|preguntas y respuestas|perguntas frequentes|perguntas e respostas|domande frequenti"
    r"|domande e risposte|"
    r"veelgestelde vragen|vanliga frågor|ofte stilte spørsmål|часто задаваемые вопросы|вопросы и ответы"
    r"|często zadawane pytania|"
    r"よくある(?:ご)?質問|常见问题|常見問題|자주 묻는 질문|الأسئلة الشائعة|שאלות נפוצות",
    re.IGNORECASE,
)
_HEAD: Final = 12
"""Lines that can hold a title, not counting those without words."""


def is_faq(page: Page) -> bool:
    """Whether the first lines call the text a list of questions and answers."""
    seen = 0
    for index, line in enumerate(page.bare[:60]):
        if not line:
            continue
        if (len(line) < 140 or page.levels[index]) and _FAQ.search(line[:300]):
            return True
        seen += index not in page.furniture
        if seen >= _HEAD:
            return False
    return False
