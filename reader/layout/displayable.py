r"""Any `str` -> a `str` that a terminal may be given. Offsets are in code points.

The one function through which every untrusted string goes: texts, headlines, file names, error messages, queries that
are quoted back. Textual and Rich pass most control characters on, so what isn't made safe here reaches the terminal.

    what                                                    becomes
    ------------------------------------------------------  ------------------------------------------------------
    C0 controls, line breaks included; DEL                  their pictures: ␛ ␊ ␡
    TAB, U+2028, U+2029                                     one blank
    C1, bidi controls, tag characters, annotation marks,    � (U+FFFD)
    deprecated format characters, surrogates,
    non-characters, letters that look like nothing
    soft hyphen, zero-width space, LRM, RLM, ALM,           left out
    word joiner, BOM, other signs without a shape
    combining marks after the eighth on one base            left out
    zero-width joiner                                       stays where it joins: in emoji, and in scripts that join
    zero-width non-joiner                                   stays

A joiner between letters that don't join is left out too, and so is the fourth in a row (no emoji has more than three):
there it does nothing but make Rich count a cell less than the terminal draws.

What is left out shifts offsets, so `display` gives the map that leads from the one text to the other.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from reader.layout.characters import PLAIN, is_plain

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
MOST_MARKS = 8
"""Combining marks that stay on one base."""
MOST_JOINERS = 3
"""Joiners that stay in one emoji or conjunct: a family of four, a kiss."""

_ZWNJ, _ZWJ = "\u200c", "\u200d"


_REPLACED = (
    (0x80, 0x9F),  # C1
    (0x115F, 0x1160),  # Hangul fillers
    (0x202A, 0x202E),  # bidi embeddings and overrides
    (0x2066, 0x206F),  # bidi isolates, deprecated format characters
    (0x3164, 0x3164),  # Hangul filler
    (0xD800, 0xDFFF),  # surrogates
    (0xFDD0, 0xFDEF),  # non-characters
    (0xFFA0, 0xFFA0),  # halfwidth Hangul filler
    (0xFFF0, 0xFFFB),  # unassigned and ignorable, annotation marks
    (0xE0000, 0xE00FF),  # tag characters
    (0xE01F0, 0xE0FFF),  # unassigned and ignorable
    *((plane + 0xFFFE, plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000)),
)
_LEFT_OUT = (
    (0xAD, 0xAD),  # soft hyphen
    (0x34F, 0x34F),  # combining grapheme joiner
    (0x61C, 0x61C),  # Arabic letter mark
    (0x17B4, 0x17B5),  # Khmer inherent vowels
    (0x180E, 0x180E),  # Mongolian vowel separator
    (0x200B, 0x200B),  # zero-width space
    (0x200E, 0x200F),  # left-to-right, right-to-left mark
    (0x2060, 0x2065),  # word joiner, invisible operators
    (0xFEFF, 0xFEFF),  # byte order mark
    (0x1BCA0, 0x1BCA3),  # shorthand format controls
    (0x1D173, 0x1D17A),  # musical format controls
    (0xE0100, 0xE01EF),  # variation selectors of ideographs
)


@cache
def _stand_ins() -> dict[str, str]:
    """What is shown in place of a character; "" where it is left out. Seldom wanted, and large."""
    table = {chr(code): chr(0x2400 + code) for code in range(0x20)}
    table |= {"\x7f": "\N{SYMBOL FOR DELETE}", "\t": " ", "\u2028": " ", "\u2029": " "}
    for ranges, shown in ((_REPLACED, REPLACEMENT), (_LEFT_OUT, "")):
        for first, last in ranges:
            table |= dict.fromkeys(map(chr, range(first, last + 1)), shown)
    return table


def _class(ranges: Iterable[tuple[int, int]]) -> str:
    """A regular expression's class of the characters in some ranges, without its brackets."""
    return "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in ranges)


@cache
def _suspect() -> re.Pattern[str]:
    """What has to be looked at closely. Compiled for the first text that is not plain: most never are."""
    return re.compile(rf"[\x00-\x1f\x7f\u2028\u2029{_ZWJ}{_class((*_REPLACED, *_LEFT_OUT))}]")


@cache
def _unplain() -> re.Pattern[str]:
    """Marks and joiners of one base are in one such run: a plain character is always a base, and joins nothing."""
    return re.compile(f"[^{PLAIN}]+")


_PILE = re.compile(rf"[^\w\s\x00-\x7f]{{{MOST_MARKS + 1}}}")
"""Where marks may pile up. No mark is a word character, so that letters, whatever their script, cost nothing more."""


class Displayed(NamedTuple):
    """A text as it is shown, and which offset of the one is which of the other.

    The two lists hold the places from which on shown and raw offsets run in step again, each with its pair.
    """

    text: str
    shown_stitches: tuple[int, ...] = ()
    raw_stitches: tuple[int, ...] = ()

    def shown(self, raw_offset: int) -> int:
        """Where a raw offset is shown; what was left out is shown where the text goes on after it."""
        return _led(raw_offset, self.raw_stitches, self.shown_stitches)

    def raw(self, shown_offset: int) -> int:
        """Which raw offset is shown at an offset."""
        return _led(shown_offset, self.shown_stitches, self.raw_stitches)

    def then(self, further: "Displayed") -> "Displayed":
        """What is shown of a text of which `further` shows what this one shows."""
        pairs = {(shown, self.raw(between)) for shown, between in zip(*further.stitches, strict=True)}
        pairs |= {(further.shown(between), raw) for between, raw in zip(*self.stitches, strict=True)}
        ordered = sorted(pairs)
        return Displayed(further.text, tuple(shown for shown, _ in ordered), tuple(raw for _, raw in ordered))

    @property
    def stitches(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Both lists."""
        return self.shown_stitches, self.raw_stitches


def _led(offset: int, here: tuple[int, ...], there: tuple[int, ...]) -> int:
    """Where an offset of the one text is in the other: in step with the stitch before it, not beyond the next one."""
    stitch = bisect_right(here, offset)
    led = offset if not stitch else there[stitch - 1] + offset - here[stitch - 1]
    return min(led, there[stitch]) if stitch < len(there) else led


def displayable(text: str) -> str:
    """The text as a terminal may be given it: of one line, without anything that is acted on. Idempotent."""
    return text if _is_displayable(text) else "".join(shown for shown, _ in _parts(text))


def display(text: str) -> Displayed:
    """The text as a terminal may be given it, with the map between the offsets of both."""
    if _is_displayable(text):
        return Displayed(text)
    shown_text: list[str] = []
    shown_stitches: list[int] = []
    raw_stitches: list[int] = []
    shown_at = lag = 0
    for part, raw_at in _parts(text):
        if raw_at - shown_at != lag:
            lag = raw_at - shown_at
            shown_stitches.append(shown_at)
            raw_stitches.append(raw_at)
        shown_text.append(part)
        shown_at += len(part)
    if len(text) - shown_at != lag:
        shown_stitches.append(shown_at)
        raw_stitches.append(len(text))
    return Displayed("".join(shown_text), tuple(shown_stitches), tuple(raw_stitches))


def one_line(text: str) -> str:
    """Prose on one line: displayable, each run of white space one blank, none at the ends. For headlines, snippets."""
    return " ".join(displayable(" ".join(text.split())).split())


def _is_displayable(text: str) -> bool:
    """Whether nothing has to be done: the case of nearly every text, and cheap to tell."""
    return is_plain(text) or (_suspect().search(text) is None and _PILE.search(text) is None)


def _parts(text: str) -> Iterator[tuple[str, int]]:
    """What is shown, in order, each part with the offset it comes from; parts run in step with the text."""
    at = 0
    for run in _unplain().finditer(text):
        if at < run.start():
            yield text[at : run.start()], at
        yield from _tamed(run[0], run.start())
        at = run.end()
    if at < len(text):
        yield text[at:], at


def _tamed(run: str, offset: int) -> Iterator[tuple[str, int]]:
    """The characters that stay of a run without plain ones, each with its offset."""
    stand_ins = [(_stand_ins().get(character, character), at) for at, character in enumerate(run, offset)]
    kept = [pair for pair in stand_ins if pair[0]]
    before = " "
    marks = joiners = 0
    for place, (character, at) in enumerate(kept):
        if character == _ZWJ:
            after = kept[place + 1][0] if place + 1 < len(kept) else " "
            if joiners == MOST_JOINERS or not _joins(before) or not _joins(after) or _is_mark(after):
                continue
            joiners += 1
        elif _is_mark(character):
            marks += 1
            if marks > MOST_MARKS:
                continue
        else:
            marks = 0
            if before != _ZWJ:
                joiners = 0
        before = character
        yield character, at


def _joins(character: str) -> bool:
    """Whether a joiner beside this character has something to do."""
    return not (
        character <= "\u02ff"
        or "\u0370" <= character <= "\u052f"
        or "\u2e80" <= character <= "\ua4cf"
        or "\uac00" <= character <= "\ud7ff"
        or character == REPLACEMENT
    )


def _is_mark(character: str) -> bool:
    """Whether it sits on the character before it: a combining mark, a variation selector, a joiner."""
    return character in {_ZWNJ, _ZWJ} or unicodedata.category(character)[0] == "M"
