"""What a text calls itself at its head: a list of questions, or a conversation."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from reader.formats.expression import Expression
from reader.formats.page import Page

_FAQ: Final = Expression(
    r"(?<![\w./@])FAQs?\b(?!/|\.(?:org|com|net)\b)"
    r"|frequently[ -]asked|common questions|questions (?:and|&) answers|Q ?(?:&|and|\+) ?As?\b"
    r"|your questions,? answered|"
    r"(?:häufig|oft) gestellte fragen|häufige fragen|fragen und antworten"
    r"|foire aux questions|questions (?:les plus )?(?:fréquentes|fréquemment posées|courantes)|questions-réponses"
    r"|questions et réponses|"
    r"preguntas (?:más )?(?:frecuentes|comunes|habituales)|preguntas y respuestas"
    r"|perguntas (?:mais )?(?:frequentes|comuns)|perguntas e respostas"
    r"|domande (?:più )?(?:frequenti|comuni)|domande e risposte|preguntes (?:més )?freqüents|întrebări frecvente|"
    r"veel ?gestelde vragen|vragen en antwoorden|vanliga frågor|frågor och svar|ofte (?:stilte|stillede) spør[gs]s?mål"
    r"|spørsmål og svar|usein kysyt\w+|gyakran ismételt|gyakori kérdések|sık(?:ça)? sorulan|"
    r"часто задаваемые вопросы|частые вопросы|вопросы и ответы|часті (?:за)?питання|"
    r"(?:często|najczęściej) zadawane pytania|pytania i odpowiedzi|často kladené|časté (?:dotazy|otázky)"
    r"|συχνές ερωτήσεις|"
    r"よくある(?:ご)?質問|よくあるお問い合わせ|質問と回答|常[见見用][问問][题題答]|[问問]答集"
    r"|자주 (?:묻는|하는) 질문|질문과 (?:답변|대답)"
    r"|الأسئلة (?:الشائعة|المتكررة)|שאלות נפוצות|שאלות ותשובות",
    re.IGNORECASE,
)
_INTERVIEW: Final = Expression(
    r"\binterview|\b(?:in (?:a )?conversation with|conversation between|(?:we|i) (?:talked|spoke|chatted"
    r"|sat down|caught up) (?:to|with)|"
    r"(?:talks|spoke|speaks|talked|chats|chatted|sat down) (?:to|with) (?:us|me|the|our)|we asked|(?:tells"
    r"|told) (?:us|me)\b|answered our|answers our|"
    r"took some questions|five questions|ten questions|\d+ questions)|"
    r"\bgespräch\b|\bentretien\b|\bentrevista|\bintervista|\bhablamos con|\bconversamos|\bwywiad|\brozmow"
    r"|интервью|беседа|"
    r"\bintervj|\binterviu|\binterj[úu]|\brozhovor|\bröportaj|\bsöyleşi|συνέντευξη|інтерв|phỏng vấn|"
    r"インタビュー|聞きました|採訪|采访|专访|專訪|인터뷰|حوار|مقابلة مع|لقاء مع|ראיון|שיחה עם|साक्षात्कार|wawancara",
    re.IGNORECASE,
)
_CO_HOSTS: Final = Expression(r"\bco-?hosts?\b|\bour hosts\b|\bco-?présenta|\bcopresenta", re.IGNORECASE)
_FAQ_STEMS: Final = (
    "faq", "question", "q&", "q &", "q+", "q +", "qand", "q and",
    "fragen", "pregunt", "perguntas", "domande", "întrebări", "vragen", "frågor", "ofte ", "spørsmål", "kysyt",
    "gyakor", "gyakran", "sorulan", "вопрос", "питання", "pytania", "často", "časté", "ερωτήσεις",
    "よくある", "質問と", "常见", "常見", "常用", "答集", "자주", "질문과", "الأسئلة", "שאלות",
)  # fmt: skip
_INTERVIEW_STEMS: Final = (
    "interv", "conversation", "talked ", "spoke ", "chatted ", "sat down ", "caught up ", "talks ", "speaks ",
    "chats ", "we asked", "tells us", "tells me", "told us", "told me", "answered our", "answers our", "questions",
    "gespräch", "entretien", "entrevista", "hablamos con", "conversamos", "wywiad", "rozmow",
    "interj", "rozhovor", "röportaj", "söyleşi", "συνέντευξη", "інтерв", "phỏng vấn",
    "интервью", "беседа", "インタビュー", "聞きました", "採訪", "采访", "专访", "專訪", "인터뷰", "حوار", "مقابلة",
    "لقاء", "ראיון", "שיחה", "साक्षात्कार", "wawancara",
)  # fmt: skip
"""Pieces of which one stands in anything that the patterns match: to look for them takes a hundredth of the time."""
_SENTENCE_ENDS: Final = frozenset(".!?;,…。！")
_NAME_WORDS: Final = 10
"""Words of the longest line that is a name rather than a sentence."""
_HEAD: Final = 12
"""Lines that can hold a title."""
_INTRODUCTION: Final = 40
_TITLE_LENGTH: Final = 140


def is_faq(page: Page) -> bool:
    """Whether the first lines call the text a list of questions and answers."""
    lines = [page.bare[index] for index in _head(page, _HEAD)]
    return _says([line for line in lines if len(line) < _TITLE_LENGTH], _FAQ, _FAQ_STEMS)


def is_named_faq(page: Page) -> bool:
    """Whether a line of its head is, like a name, that of a list of questions and answers, rather than tells of one."""
    lines = [page.bare[index] for index in _head(page, _HEAD) if _is_like_name(page, index)]
    return _says(lines, _FAQ, _FAQ_STEMS)


def _is_like_name(page: Page, index: int) -> bool:
    """Whether a line could be a name: short, without the end of a sentence, and not in the middle of one."""
    line = page.bare[index]
    below = "".join(page.bare[index + 1 : index + 2])
    return (
        len(line) < _TITLE_LENGTH
        and line.count(" ") < _NAME_WORDS
        and line[-1] not in _SENTENCE_ENDS
        and not below[:1].islower()
    )


def is_interview(page: Page, until: int) -> bool:
    """Whether the lines before `until` say that somebody is going to be asked."""
    return _says(
        [page.bare[index][:1000] for index in _head(page, min(until, _INTRODUCTION))], _INTERVIEW, _INTERVIEW_STEMS
    )


def is_announced(page: Page, until: int) -> bool:
    """Whether a text calls itself a list of questions, or says before line `until` that somebody is asked."""
    return is_faq(page) or is_interview(page, until)


def _says(lines: Sequence[str], pattern: Expression, stems: Sequence[str]) -> bool:
    """Whether a pattern stands in one of the lines; it is looked for only in those that hold one of its stems."""
    folded = "\n".join(lines).lower()
    present = [stem for stem in stems if stem in folded]
    return bool(present) and any(
        any(map(line.lower().__contains__, present)) and pattern.search(line) is not None for line in lines
    )


def _head(page: Page, count: int) -> Iterator[int]:
    """The first lines with words, as many as `count`; furniture is given too, but not counted."""
    seen = 0
    for index, line in enumerate(page.bare):
        if line:
            yield index
            seen += index not in page.furniture
        if seen >= count:
            return


def has_co_hosts(page: Page) -> bool:
    """Whether a text says at its head that several hosts talk: neither asks the other for answers."""
    return any(_CO_HOSTS.search(line[: _TITLE_LENGTH * 2]) for line in page.bare[: 2 * _HEAD])


def names_questions(line: str) -> bool:
    """Whether a short line names a list of questions."""
    return len(line) <= _TITLE_LENGTH and _says([line], _FAQ, _FAQ_STEMS)
