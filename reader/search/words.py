"""Words as they are compared: without case, accents, and what people leave out when they type.

```
text        The Café’s re-opening
plain       the cafe's re-opening       one table, character by character; only letters, joiners and blanks are left
words       the cafe s re opening       what phrases run over
compounds   cafes reopening             what stood together around a joiner
```

Folding is NFKD (UAX #15) without the marks of Latin, Greek, Cyrillic, Hebrew, Arabic and kana, casefolded. What can't
be seen (zero-width characters, soft hyphens, bidi controls) is left out. Scripts written without blanks are cut into
overlapping pairs of characters, and the last character of a run stands alone too, so any run of one or more is found.

`forms` and `spoken` give the same words; `spoken` adds where they stand, in code points of the text as it was given:
folding changes lengths, so offsets into folded text are never handed out.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, cached_property
from typing import NamedTuple

_JOINERS = "'-.,&"
_GAPS = f" {_JOINERS}"
_APOSTROPHES = "’‘ʼʹ＇`´′‛"
_HYPHENS = "‐‑‒–−﹣－"  # the en dash is typed for a hyphen; the em dash parts words
_QUOTES = "“”„‟«»‹›—―…•\xa0"
_INVISIBLE = "\xad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\u3099\u309a\ufe20-\ufe2f"
)
# Vowel signs belong to the words of Indic and South-East Asian scripts but are not alphanumeric to Python.
_SIGNS = (
    "\u0900-\u0963\u0966-\u0df3\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u0f71-\u0f84"
    "\u102b-\u103e\u1056-\u1059\u17b4-\u17d3"
)
# Letters with a stroke have no decomposition, but are typed without it.
_BARE = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_HANGUL = range(0xAC00, 0xD7A4)
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
    "\uf900-\ufaff\U00020000-\U000323af"
)
_WORD = re.compile(rf"[^ {re.escape(_JOINERS)}]+")


class Word(NamedTuple):
    """A folded word and where it stands, in code points of the text as given."""

    text: str
    start: int
    end: int


@cache
def _runs() -> re.Pattern[str]:
    """What is written without blanks.

    Like the two below it takes longer to be compiled than all else here, and a text of ASCII has no use for it.
    """
    return re.compile(f"[{_UNSPACED}]+")


@cache
def _left_out() -> re.Pattern[str]:
    return re.compile(f"[{_INVISIBLE}{_MARKS}]+")


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(f"[{_SIGNS}]")


def _plain_character(character: str) -> str:
    """What one character becomes, whatever stands beside it."""
    if character.isascii():
        return character.lower() if character.isalnum() or character in _JOINERS else " "
    if character in _APOSTROPHES:
        return "'"
    if character in _HYPHENS:
        return "-"
    if ord(character) in _HANGUL:
        return character
    folded_character = _left_out().sub("", unicodedata.normalize("NFKD", character).casefold())
    return "".join(
        one if one.isalnum() or one in _JOINERS or _sign().match(one) else " " for one in folded_character
    ).translate(_BARE)


class _Table(dict[int, str]):
    """Folds a character when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _plain_character(chr(code))
        return folded


_TABLE = _Table((code, _plain_character(chr(code))) for code in range(128))
_ASCII = "".join(_TABLE[code] for code in range(128)).encode().ljust(256)
# A text is mostly ASCII but for its typography, and ASCII is folded twenty times faster.
_TWINS = (
    (("’", "'"), ("“", " "), ("”", " "), ("‘", "'"), ("–", "-"), ("—", " "), ("…", " "), ("\xa0", " ")),
    tuple((one, twin) for group, twin in ((_APOSTROPHES, "'"), (_HYPHENS, "-"), (_QUOTES, " ")) for one in group),
)
"""The usual ones, then all."""
_JOINERS_TO_BLANKS = str.maketrans(dict.fromkeys(_JOINERS, " "))
_ASCII_JOINERS_TO_BLANKS = bytes.maketrans(_JOINERS.encode(), b" " * len(_JOINERS))


def _typed(text: str) -> str:
    """The text with curly quotes and the like replaced, one character for one."""
    for twins in _TWINS:
        if text.isascii():
            break
        for one, twin in twins:
            text = text.replace(one, twin)
    return text


def _exchanged(ascii_text: str, table: bytes) -> str:
    """A text of ASCII with each character as a table has it: bytes take a third of the time that a str does."""
    return ascii_text.encode("ascii").translate(table).decode("ascii")


def _without_joiners(letters: str) -> str:
    """A folded word as one; `translate` takes far longer for what stands in no table."""
    for joiner in _JOINERS:
        letters = letters.replace(joiner, "")
    return letters


def _pairs(run: str) -> Iterator[str]:
    """The overlapping pairs of a run of characters, then its last character."""
    return (run[at : at + 2] for at in range(len(run)))


def forms(text: str) -> tuple[str, str]:
    """The words of a text, and its compounds in no particular order, both parted by blanks: what an index is given."""
    folded_text = Plain(text)
    compounds = folded_text.joined()
    stream = folded_text.stream
    if not stream.isascii():
        stream = _runs().sub(lambda run: f" {' '.join(_pairs(run[0]))} ", stream)
        compounds = {compound for compound in compounds if not _runs().search(compound)}
    return stream, " ".join(compounds)


def folded(text: str) -> str:
    """The words of a text, parted by single blanks."""
    return " ".join(forms(text)[0].split())


class Spoken(NamedTuple):
    """The words of a text with their places, in order."""

    words: tuple[Word, ...]
    compounds: tuple[Word, ...]


class Plain:
    """A folded text and the way back: letters, joiners and single-character gaps."""

    def __init__(self, text: str) -> None:
        self._typed = _typed(text)
        self._is_same_length = self._typed.isascii()
        self.text = _exchanged(self._typed, _ASCII) if self._is_same_length else self._typed.translate(_TABLE)

    @cached_property
    def has_runs(self) -> bool:
        """Whether anything of it is written without blanks."""
        return not self.text.isascii() and bool(_runs().search(self.text))

    @cached_property
    def words(self) -> frozenset[str]:
        """The different words, as long as nothing is written without blanks."""
        return frozenset(self.stream.split())

    @cached_property
    def stream(self) -> str:
        """The text with blanks for the joiners."""
        if self.text.isascii():
            return _exchanged(self.text, _ASCII_JOINERS_TO_BLANKS)
        return self.text.translate(_JOINERS_TO_BLANKS)

    @property
    def _pieces(self) -> str:
        """What stands together around joiners, parted by blanks: a stop or a comma before a blank ends it."""
        return self.text.replace(". ", "  ").replace(", ", "  ")

    @cached_property
    def compounds(self) -> tuple[tuple[str, int, int], ...]:
        """The compounds, and where each stands in the folded text."""
        found = []
        text = self._pieces
        for start, end in _around_joiners(text):
            piece = text[start:end]
            if joined := _joined(piece):
                first = end - len(piece.lstrip(_JOINERS))
                found.append((joined, first, start + len(piece.rstrip(_JOINERS))))
        return tuple(found)

    def joined(self) -> set[str]:
        """The different compounds: what says again and again that it's or don't has few."""
        text = self._pieces
        if text == self.stream:
            return set()
        pieces = {text[start:end] for start, end in _around_joiners(text)}
        return {joined for piece in pieces if (joined := _joined(piece))}

    def word(self, start: int, end: int) -> Word:
        """The word between two offsets of the folded text, without the joiners in it."""
        return Word(_without_joiners(self.text[start:end]), *self.span(start, end))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the folded text stands in the text as given."""
        if self._is_same_length:
            return start, end
        # Marks after the last letter fold to nothing and belong to it: the word lasts until the next character.
        starts = self._starts
        return starts[start], max(starts[end], starts[end - 1] + 1)

    @cached_property
    def _starts(self) -> list[int]:
        starts = [place for place, character in enumerate(self._typed) for _ in _TABLE[ord(character)]]
        return [*starts, len(self._typed)]


def _joined(piece: str) -> str:
    """What stands around joiners as one word; "" where they stand at its edges only."""
    joined = _without_joiners(piece)
    return joined if joined != piece.strip(_JOINERS) else ""


def _around_joiners(text: str) -> Iterator[tuple[int, int]]:
    """Where what stands between blanks has a joiner: from one joiner to the next, as most words have none."""
    places = []
    for joiner in _JOINERS:  # one by one: to look for any of them takes three times as long
        place = text.find(joiner)
        while place >= 0:
            places.append(place)
            place = text.find(joiner, place + 1)
    end = 0
    for place in sorted(places):
        if place >= end:
            start = text.rfind(" ", 0, place) + 1
            end = text.find(" ", place)
            end = len(text) if end < 0 else end
            yield start, end


def is_letter(plain: str, at: int) -> bool:
    """Whether a letter or digit stands at an offset of a folded text; nothing stands outside it."""
    return 0 <= at < len(plain) and plain[at] not in _GAPS


def spoken(text: str) -> Spoken:
    """The words and compounds of a text, and where each stands."""
    plain = Plain(text)
    if plain.has_runs:
        words = [plain.word(*span) for found in _WORD.finditer(plain.text) for span in _cut(found[0], found.start())]
    else:
        words = [plain.word(*found.span()) for found in _WORD.finditer(plain.text)]
    compounds = [plain.word(start, end) for joined, start, end in plain.compounds if not _runs().search(joined)]
    return Spoken(tuple(words), tuple(compounds))


def _cut(letters: str, offset: int) -> Iterator[tuple[int, int]]:
    """Where the words of a run of letters stand, those of scripts without blanks in pairs."""
    end = 0
    for run in _runs().finditer(letters):
        if run.start() > end:
            yield offset + end, offset + run.start()
        end = run.end()
        for at in range(run.start(), end):
            yield offset + at, offset + min(at + 2, end)
    if end < len(letters):
        yield offset + end, offset + len(letters)


def is_unspaced(word: str) -> bool:
    """Whether a word is a piece of a script written without blanks."""
    return not word.isascii() and bool(_runs().match(word))
