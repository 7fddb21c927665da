"""What a text calls itself at its head: a list of questions, or a conversation."""

import re
from collections.abc import Iterator, Sequence
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
_FAQ_STEMS: Final = (
    "faq", "question", "q&", "q &", "q+", "q +", "qand", "q and",
    "fragen", "preguntas", "perguntas", "domande", "veelgestelde", "vanliga", "ofte stilte", "вопрос", "często",
    "よくある", "常见", "常見", "자주", "الأسئلة", "שאלות",
)  # fmt: skip
_INTERVIEW_STEMS: Final = (
    "interview", "conversation", "talked ", "spoke ", "chatted ", "sat down ", "caught up ", "talks ", "speaks ",
    "chats ", "we asked", "tells us", "tells me", "told us", "told me", "answered our", "answers our", "questions",
    "gespräch", "entretien", "entrevista", "intervista", "hablamos con", "conversamos", "wywiad", "rozmow",
    "интервью", "беседа", "インタビュー", "聞きました", "採訪", "采访", "专访", "專訪", "인터뷰", "حوار", "ראיון",
)  # fmt: skip
"""Pieces of which one stands in anything that the patterns match: to look for them takes a hundredth of the time."""
_HEAD: Final = 12
"""Lines that can hold a title."""
_INTRODUCTION: Final = 40
_TITLE_LENGTH: Final = 140


def is_faq(page: Page) -> bool:
    """Whether the first lines call the text a list of questions and answers."""
    lines = [line for line in _head(page, _HEAD) if len(line) < _TITLE_LENGTH]
    return _says(lines, _FAQ, _FAQ_STEMS)


def is_interview(page: Page, until: int) -> bool:
    """Whether the lines before `until` say that somebody is going to be asked."""
    return _says([line[:1000] for line in _head(page, min(until, _INTRODUCTION))], _INTERVIEW, _INTERVIEW_STEMS)


def _says(lines: Sequence[str], pattern: re.Pattern[str], stems: Sequence[str]) -> bool:
    """Whether a pattern stands in one of the lines; it is looked for only in those that hold one of its stems."""
    folded = "\n".join(lines).lower()
    present = [stem for stem in stems if stem in folded]
    return bool(present) and any(
        any(map(line.lower().__contains__, present)) and pattern.search(line) is not None for line in lines
    )


def _head(page: Page, count: int) -> Iterator[str]:
    """The first lines with words, as many as `count`; furniture is given too, but not counted."""
    seen = 0
    for index, line in enumerate(page.bare):
        if line:
            yield line
            seen += index not in page.furniture
        if seen >= count:
            return
