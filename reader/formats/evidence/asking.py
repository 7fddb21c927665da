"""How far a passage asks, from 0 (it tells) to 1 (it asks), in any of the languages known here.

A question mark counts most at the end of a passage: an interviewer stops there, while one who answers goes on after a
rhetorical question. Requests ("Tell us about…") ask without a mark; so do question words at the beginning.
"""

import re
from typing import Final

MARKS: Final = "?？؟՞፧⁇⁈⁉‽⸮"
"""Question marks. The Greek one is a semicolon and the Japanese one often a full stop: see `_ends_asking`."""

_HAS_MARK: Final = re.compile(f"[{MARKS}]")
_TAIL: Final = re.compile(r"[\s\"'“”‘’«»„‹›「」『』*_)\]…]+$")
_BRACKETED_TAIL: Final = re.compile(r"\s*[(\[][^()\[\]]{0,60}[)\]]\s*$")
_CJK_END: Final = re.compile(r"(?:か|かね|かな|ですか|ますか|吗|嗎|呢|么|까요|나요|습니까|ㅂ니까|니까)[。.．]?$")
_GREEK_END: Final = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff][\s»”\"]*[;\u037e][\s»”\"]*$")

_REQUESTS: Final = (
    # English
    "tell us|tell me|talk to us|talk to me|talk about|talk a|describe|explain|walk us|walk me|take us|take me|"
    "give us|give me|share with us|share your|share a|say more|say something|introduce yourself|elaborate|expand on|"
    "define|compare|name|remind us|remind me|let's talk|let’s talk|let's start|let’s start|let's turn|let’s turn|"
    "start by|please|i'd like to ask|i’d like to ask|i would like to ask|i want to ask|i wonder|i'm curious|"
    "i’m curious|i was wondering|i'm wondering|any thoughts|any advice|what about|how about|"
    # German
    "erzählen sie|erzähl|beschreiben sie|beschreib|erklären sie|erklär|nennen sie|schildern sie|sagen sie|"
    # French
    "parlez|racontez|raconte|décrivez|décris|expliquez|explique|dites|présentez|"
    # Spanish, Portuguese
    "cuéntenos|cuéntanos|cuénteme|cuéntame|háblenos|háblanos|hábleme|háblame|descríbanos|describa|explique|"
    "explíquenos|explícanos|díganos|dinos|conte-nos|conte|fale|fala|descreva|"
    # Italian
    "ci parli|mi parli|ci racconti|mi racconti|raccontaci|parlaci|descriva|spieghi|"
    # Dutch, Scandinavian
    "vertel|beschrijf|leg uit|berätta|beskriv|fortell|fortæl|"
    # Slavic
    "расскажите|расскажи|опишите|объясните|opowiedz|proszę|řekněte|popište"
)  # fmt: skip
_REQUEST: Final = re.compile(
    rf"(?:and |but |so |okay,? |ok,? |well,? |now,? |first,? |und |et |y |e |и )?(?:{_REQUESTS})\b", re.IGNORECASE
)

_WORDS: Final = (
    "who|what|when|where|why|how|which|whose|whom|is|are|was|were|do|does|did|can|could|would|will|should|have|has|"
    "had|may|isn't|aren't|don't|doesn't|didn't|won't|can't|couldn't|"
    "wer|was|wann|wo|warum|wieso|weshalb|wie|welche|welcher|welches|wohin|woher|haben|hat|ist|sind|kann|können|"
    "qui|que|quoi|quand|où|pourquoi|comment|quel|quelle|quels|quelles|combien|est-ce|"
    "quién|qué|cuándo|dónde|cómo|cuál|cuáles|cuánto|quem|onde|quando|como|qual|quais|quanto|porque|"
    "chi|che|cosa|dove|perché|come|quale|quali|quanto|"
    "wie|wat|wanneer|waar|waarom|hoe|welk|welke|vad|när|var|varför|hur|vilken|vilka|"
    "кто|что|когда|где|почему|зачем|как|какой|какая|какие|сколько|kto|co|kiedy|gdzie|dlaczego|jak|jaki|czy"
)  # fmt: skip
_QUESTION_WORD: Final = re.compile(
    rf"[\"'“‘«„¿(\[*_-]*\s?(?:and |but |so |und |et |y |e |а |и )?(?:{_WORDS})\b", re.IGNORECASE
)


def has_mark(text: str) -> bool:
    """Whether there is a question mark anywhere."""
    return "?" in text or _HAS_MARK.search(text) is not None


def ends_asking(text: str) -> bool:
    """Whether the last sentence is a question by its mark."""
    end = _TAIL.sub("", text[-200:])
    if not end:
        return False
    if end[-1] in MARKS:
        return True
    if end[-1] in "。.．ーかねなを吗嗎呢么까요" and _CJK_END.search(end):
        return True
    return end[-1] in ";\u037e" and _GREEK_END.search(end) is not None


def requests(text: str) -> bool:
    """Whether the passage begins by asking for an answer without a question ("Tell us…")."""
    return _REQUEST.match(text) is not None


def begins_asking(text: str) -> bool:
    """Whether the passage begins with a word that questions begin with."""
    return text[:1] == "¿" or _QUESTION_WORD.match(text) is not None


def asking(text: str) -> float:
    """How far a passage asks."""
    if ends_asking(text):
        return 1.0
    trimmed = _BRACKETED_TAIL.sub("", text[-260:])
    if len(trimmed) < min(len(text), 260) and ends_asking(trimmed):
        return 1.0
    if requests(text):
        return 0.9
    if has_mark(text):
        return 0.7 if len(text) < 200 else 0.5 if has_mark(text[-120:]) else 0.3
    return 0.1 if len(text) < 200 and begins_asking(text) else 0.0
