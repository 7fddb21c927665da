"""Letters to somebody who gives advice: each reply takes up what the letter above it is signed with.

    Dear Bea: My cat sings. What can I do?     asks
    — Sleepless on the Quay                    the signature …
    Dear Sleepless: Sing along.                … comes again: answers

What stands behind "Dear" runs on into the letter, or stands on a line of its own: so do letters that friends write each
other, and only where several are written to one, and none by them, do they ask.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, zip_longest
from math import log2
from typing import Final, NamedTuple

from reader.formats.evidence.paragraphs import Outline
from reader.formats.evidence.reading import Move, Reading, Side

_GREETINGS: Final = ("Dear ", "DEAR ", "Lieber ", "Liebe ", "Cher ", "Chère ", "Querido ", "Querida ")
_LETTER: Final = re.compile(
    rf"(?P<label>(?:{'|'.join(_GREETINGS)})(?P<to>\w[^:,.!?]{{0,39}}?))\s?(?::\s(?=\S)|(?P<alone>[,:!]?)$)"
)
_INITIAL: Final = re.compile("[DLCQ]")
"""What they all begin with."""
_WORD: Final = re.compile(r"\w+")
_DASH: Final = re.compile(r"[—–]|-{2,}|\s-\s")
_SIGNATURE: Final = 80
"""Characters at the end of a letter among which its signature stands."""
_ABOVE: Final = 6
"""Lines above a reply in which the letter ends."""
_FEWEST_ALONE: Final = 2
"""Letters to one person that ask though their greetings stand alone."""
_WEIGHT: Final = 2.5


class _Letter(NamedTuple):
    """A letter, or a reply."""

    line: int
    label: str
    to: str
    column: int
    is_reply: bool
    is_alone: bool
    """Whether the greeting stands on a line of its own."""

    @classmethod
    def begun(cls, bare: Sequence[str], line: int, match: re.Match[str]) -> "_Letter":
        """The one that begins at a line as `_LETTER` says."""
        above = next((bare[at] for at in range(line - 1, max(-1, line - _ABOVE), -1) if bare[at]), "")
        if (letter := _LETTER.match(above)) and letter["to"] == match["to"]:
            above = ""
        signed = [word.casefold() for word in _WORD.findall(_DASH.split(above[-_SIGNATURE:])[-1])]
        names = [word.casefold() for word in _WORD.findall(match["to"])]
        is_reply = all(any(word.startswith(name) for word in signed) for name in names)
        is_alone = match["alone"] is not None
        return cls(line, match["label"], match["to"].casefold(), match.end(), is_reply, is_alone)

    def move(self) -> Move:
        """Its beginning; a greeting on a line of its own is no label."""
        side: Side = "answers" if self.is_reply else "asks"
        if self.is_alone:
            return Move(self.line, side)
        return Move(self.line, side, self.column, self.label, self.label.casefold())


def letters(outline: Outline) -> Reading | None:
    """The reading that takes letters and replies for questions and answers."""
    page = outline.page
    found = [
        _Letter.begun(page.bare, line, match)
        for line in page.glance.beginning(_INITIAL)
        if page.bare[line].startswith(_GREETINGS)
        and line != page.title_line
        and line not in page.furniture
        and (match := _LETTER.match(page.bare[line]))
    ]
    if not found:
        return None
    found = [letter for letter, below in zip_longest(found, found[1:]) if not _is_headline(page.bare, letter, below)]
    found = [letter._replace(is_reply=letter.is_reply and place > 0) for place, letter in enumerate(found)]
    asked_of = Counter(letter.to for letter in found if not letter.is_reply)
    if not asked_of.keys().isdisjoint(letter.to for letter in found if letter.is_reply):
        return None
    if any(letter.is_alone for letter in found) and max(asked_of.values(), default=0) < _FEWEST_ALONE:
        return None
    moves = [letter.move() for letter in found]
    answered = sum(a.side == "asks" and b.side == "answers" for a, b in pairwise(moves))
    if not answered or 2 * answered < len(moves) - 1:
        return None
    because = f"{answered} {'letters are' if answered > 1 else 'letter is'} answered under the name it is signed with"
    return Reading(moves, frozenset(), _WEIGHT + 0.4 * log2(answered), because)


def _is_headline(bare: Sequence[str], letter: _Letter, below: _Letter | None) -> bool:
    """Whether a line only says what a letter to the same person right below it is about."""
    return below is not None and below.to == letter.to and not any(bare[letter.line + 1 : below.line])
