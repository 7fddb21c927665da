"""What a text calls itself at its head: a list of questions, or a conversation."""

import re
from collections.abc import Iterator
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
_INTERVIEW: Final = re.compile(
    r"\binterview|\b(?:in (?:a )?conversation with|conversation between|(?:we|i) (?:talked|spoke|chatted"
    r"|sat down|caught up) (?:to|with)|"
    r"(?:talks|spoke|speaks|talked|chats|chatted|sat down) (?:to|with) (?:us|me|the|our)|we asked|(?:tells"
    r"|told) (?:us|me)\b|answered our|answers our|"
    r"took some questions|five questions|ten questions|\d+ questions)|"
    r"\bgespräch\b|\bentretien\b|\bentrevista|\bintervista|\bhablamos con|\bconversamos|\bwywiad|\brozmow"
    r"|интервью|беседа|"
    r"インタビュー|聞きました|採訪|采访|专访|專訪|인터뷰|حوار|ראיון",
    re.IGNORECASE,
)
_HEAD: Final = 12
"""Lines that can hold a title."""
_INTRODUCTION: Final = 40
_TITLE_LENGTH: Final = 140


def is_faq(page: Page) -> bool:
    """Whether the first lines call the text a list of questions and answers."""
    return any(len(line) < _TITLE_LENGTH and _FAQ.search(line) for line in _head(page, _HEAD))


def is_interview(page: Page, until: int) -> bool:
    """Whether the lines before `until` say that somebody is going to be asked."""
    return any(_INTERVIEW.search(line[:1000]) for line in _head(page, min(until, _INTRODUCTION)))


def _head(page: Page, count: int) -> Iterator[str]:
    """The first lines with words, as many as `count`; furniture is given too, but not counted."""
    seen = 0
    for index, line in enumerate(page.bare):
        if line:
            yield line
            seen += index not in page.furniture
        if seen >= count:
            return
