"""How far a passage asks, from 0 (it tells) to 1 (it asks), in any of the languages known here.

A question mark counts most at the end of a passage: an interviewer stops there, while one who answers goes on after a
rhetorical question. Requests ("Tell us about…") ask without a mark.
"""

import re
from collections import defaultdict
from typing import Final

from reader.formats.expression import Expression

MARKS: Final = "?？؟՞፧⁇⁈⁉‽⸮"
"""Question marks. The Greek one is a semicolon and the Japanese one often a full stop: `ends_asking` knows both."""

_OTHER_MARKS: Final = MARKS[1:]
_CLOSERS: Final = " \t\u3000\u00a0\"'“”‘’«»„‹›「」『』*_)]…"
"""What may stand behind the mark that ends a sentence."""
_ASIDE: Final = Expression(r"[(\[][^()\[\]]{0,60}[)\]]$")
_CJK_LAST: Final = frozenset("かはねな吗嗎呢么까요")
_CJK_END: Final = Expression(r"(?:か|かね|かな|(?<!に)(?<!にち)(?<!ばん)は|吗|嗎|呢|么|까요|나요|니까)$")
_CJK_STOPS: Final = f"{_CLOSERS}。．.！!"
_CJK_REQUEST: Final = Expression(
    r"(?:ください|下さい|(?:お願い|おねがい)(?:いた)?します|教えて|聞かせて|请谈谈|請談談"
    r"|말씀해 ?주세요|주십시오|들려 ?주세요)$"
)
_CJK_REQUEST_LAST: Final = frozenset("いすて谈談요오")
_GREEK_END: Final = Expression(r"[\u0370-\u03ff\u1f00-\u1fff][;\u037e]$")

_REQUESTS: Final = (
    # English
    "tell us|tell me|talk to us|talk to me|talk about|talk a|describe|explain|walk us|walk me|take us|take me|"
    "give us|give me|share with us|share your|share a|say more|say something|elaborate|expand on|"
    "introduce (?:us|yourself|yourselves|the)|"
    "define|compare|name (?:a|an|one|two|three|your|the)|remind us|remind me|let['’]s talk|let['’]s start|"
    "let['’]s turn|start by|please (?:tell|describe|explain|give|share|introduce|talk|name)|i['’]d like to ask|"
    "i would like to ask|i want to ask|i wonder|i['’]m curious|i was wondering|i['’]m wondering|any thoughts|"
    "any advice|what about|how about|"
    # German
    "erzählen sie|erzähl|beschreiben sie|beschreib|erklären sie|erklär|nennen sie|schildern sie|sagen sie|"
    # French
    "parlez|racontez|raconte|décrivez|décris|expliquez|explique|dites|présentez|"
    # Spanish, Portuguese
    "cuéntenos|cuéntanos|cuénteme|cuéntame|háblenos|háblanos|hábleme|háblame|descríbanos|describa|explique|"
    "explíquenos|explícanos|díganos|dinos|conte-nos|conte|fale|descreva|"
    # Italian
    "ci parli|mi parli|ci racconti|mi racconti|raccontaci|parlaci|descriva|spieghi|"
    # Dutch, Scandinavian
    "vertel|beschrijf|leg uit|berätta|beskriv|fortell|fortæl|"
    # Slavic
    "расскажите|расскажи|опишите|объясните|opowiedz|proszę|řekněte|popište"
)  # fmt: skip
_WORD: Final = re.compile(r"[^\W\d_]+")


def _by_first_word(listed: str) -> dict[str, Expression]:
    filed: dict[str, list[str]] = defaultdict(list)
    for request in re.split(r"\|(?![^(]*\))", listed):
        if word := _WORD.match(request):
            filed[word[0]].append(request)
    return {word: Expression(rf"(?:{'|'.join(requests)})\b", re.IGNORECASE) for word, requests in filed.items()}


_BY_WORD: Final = _by_first_word(_REQUESTS)
"""The requests by their first words: `i` begins many a passage, and few requests."""
_LAST: Final = Expression(
    r"[.!…] (?:(?:so|and|now|but),? )?(?:please |kindly )?"
    r"(?:tell|walk|take|talk|give|remind|introduce|share with) us\b[^.!?]*[.!…]*$"
    r"|[.!…] (?:please )?(?:tell|introduce|describe)\b[^.!?]{0,40}\byourself\b[^.!?]*[.!…]*$",
    re.IGNORECASE,
)
"""A request in the last sentence, behind a greeting or a remark."""
_LONGEST_LEAD: Final = 400
"""Code points of a passage that leads to a request."""
_LEADS: Final = frozenset({"and", "but", "so", "okay", "ok", "well", "now", "first", "und", "et", "y", "e", "и"})
"""What may stand before a request."""
_LEAD_END: Final = re.compile(r",? ")
_TAIL_SIZE: Final = 200
_SHORT: Final = 200
"""Code points of a passage in which a question may stand before its end."""
ASKS: Final = 0.7
"""How far a passage asks from which it is taken for a question."""
_ASKS_AT_AN_END: Final = 0.9
_TITLE_ENDS_NOT: Final = frozenset('.,;:!…。！："”»)')


def has_mark(text: str) -> bool:
    """Whether there is a question mark anywhere."""
    # To look for each of them takes a tenth of the time that it takes to look at each character.
    return "?" in text or (not text.isascii() and any(map(text.__contains__, _OTHER_MARKS)))


def ends_asking(text: str) -> bool:
    """Whether the last sentence is a question by its mark."""
    end = text[-_TAIL_SIZE:].rstrip(_CLOSERS)
    if not end:
        return False
    last = end[-1]
    if last in MARKS:
        return True
    if last.isascii():
        return last == ";" and _GREEK_END.search(end) is not None
    if last in "。．":
        end = end[:-1]
        last = end[-1:]
    if last in _CJK_LAST and _CJK_END.search(end) is not None:
        return True
    return last == "\u037e"


def requests(text: str) -> bool:
    """Whether the passage begins by asking for an answer without a question ("Tell us…")."""
    word = _WORD.match(text)
    if word is not None and word[0].lower() in _LEADS:
        lead = _LEAD_END.match(text, word.end())
        word = _WORD.match(text, lead.end()) if lead else None
    request = _BY_WORD.get(word[0].lower()) if word else None
    return request is not None and word is not None and request.match(text, word.start()) is not None


def _requests_at_last(text: str) -> bool:
    """Whether a short passage ends by asking for an answer without a question."""
    if len(text) > _LONGEST_LEAD or (" us " not in text and " yourself" not in text):
        return False
    return _LAST.search(text, max(0, len(text) - _TAIL_SIZE)) is not None


def _requests_in_cjk(text: str) -> bool:
    end = text[-_TAIL_SIZE:].rstrip(_CJK_STOPS)
    return end[-1:] in _CJK_REQUEST_LAST and _CJK_REQUEST.search(end) is not None


def asking(text: str) -> float:
    """How far a passage asks."""
    if text.isascii() and "?" not in text:
        return 0.9 if requests(text) or _requests_at_last(text) else 0.0
    if ends_asking(text):
        return 1.0
    if text[-1:] in {")", "]"}:
        before = _ASIDE.sub("", text[-_TAIL_SIZE:])
        if len(before) < min(len(text), _TAIL_SIZE) and ends_asking(before):
            return 1.0
    if not text.isascii() and _requests_in_cjk(text):
        return 1.0
    if requests(text) or _requests_at_last(text):
        return 0.9
    if has_mark(text):
        return 0.7 if len(text) < _SHORT else 0.5 if has_mark(text[-120:]) else 0.3
    return 0.0


def asks_at_an_end(text: str) -> bool:
    """Whether a passage asks by its end or by its beginning, not only somewhere within."""
    return asking(text) >= _ASKS_AT_AN_END


def ends_like_title(line: str) -> bool:
    """Whether a line with words ends as titles do, and not as sentences that tell; a question may be a title."""
    return line[-1] not in _TITLE_ENDS_NOT and not line[0].islower()
