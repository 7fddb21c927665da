"""Questions that emphasis sets off, or a sign before them, where nobody is named.

**Where does it come from?**      bold, in italics, or both sides in one of them
Out of the well …
– And before that?                a dash before the questions, or before each turn
– Out of the rain.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final

from reader.formats.evidence.asking import ASKS, MARKS
from reader.formats.evidence.dashes import DASHES, in_turn
from reader.formats.evidence.parts import Part, reading_of
from reader.formats.evidence.persons import is_spoken_to
from reader.formats.evidence.reading import Reading

_LISTED: Final = 0.6
"""How many of the bold items of a list must ask for all of them to be questions."""
_NO_SIGNS: Final = frozenset(f"“\"'‘’(«„‹[¿¡「『_…<{MARKS}")
"""Signs that begin any sentence, quotation or markup, or are all that is asked."""
_BULLETS: Final = frozenset("*•+")
"""Signs of which a paragraph that has several is a list."""


def by_emphasis(parts: Sequence[Part], sections: frozenset[int]) -> Reading | None:
    """Paragraphs that are wholly bold or in italics ask; the others answer, perhaps in another emphasis."""
    kinds = {part.emphasis for part in parts if part.emphasis and part.asks >= ASKS}
    choices = [kinds - {"item"}, *({kind} for kind in kinds if len(kinds) > 1 or kind == "item")]
    readings = [read for chosen in choices if (read := _by_emphasis_of(parts, sections, chosen))]
    return max(readings, key=lambda read: read.weight, default=None)


def _by_emphasis_of(parts: Sequence[Part], sections: frozenset[int], kinds: Collection[str]) -> Reading | None:
    marked = [place for place, part in enumerate(parts) if part.emphasis in kinds]
    asked = [place for place in marked if parts[place].asks >= ASKS]
    if len(asked) < 2 or len(marked) > 0.7 * len(parts):
        return None
    inside = [place for place in marked if asked[0] <= place <= asked[-1]]
    rate = len(asked) / len(inside)
    is_listed = "item" in kinds and rate >= _LISTED
    questions = {
        place
        for place in marked
        if parts[place].asks >= ASKS
        or is_listed
        or (
            _is_sentence(parts[place].text)
            and (place > asked[0] or is_spoken_to(parts[place].text))
            and place + 1 < len(parts)
        )
    }
    return reading_of(parts, sections, questions, 4.0 * (rate - 0.5) + 2.0, "emphasised paragraphs ask")


def by_mark(parts: Sequence[Part], sections: frozenset[int]) -> Reading | None:
    """Turns that begin with a dash or another sign: only the questions do, or both sides in turn."""
    best: Reading | None = None
    signs = {part.text[0] for part in parts if part.asks >= ASKS}
    for sign in sorted(sign for sign in signs - _NO_SIGNS if sign in DASHES or not sign.isalnum()):
        marked = [place for place, part in enumerate(parts) if part.text[0] == sign]
        asked = [place for place in marked if parts[place].asks >= ASKS]
        if len(asked) < 2 or (sign in _BULLETS and any(f" {sign} " in parts[place].text for place in marked)):
            continue
        rate = len(asked) / len(marked)
        alternate = sum(after - before > 1 for before, after in pairwise(marked)) / len(marked)
        told = f"paragraphs behind '{sign}' ask"
        reads = [reading_of(parts, sections, set(marked), 3.0 * (rate - 0.5) + 1.0, told)] if rate >= 0.6 else []
        if sign in DASHES and alternate >= 0.75 and rate >= 0.3:
            reads.append(reading_of(parts, sections, set(marked), 2.0 * rate, told))
        if sign in DASHES:
            reads.append(in_turn(parts, sections, sign))
        for read in reads:
            if read and (best is None or read.weight > best.weight):
                best = read
    return best


def _is_sentence(text: str) -> bool:
    """Whether a paragraph ends as sentences do, where a heading or a name would not."""
    return text.rstrip("”’\"'»)")[-1:] in set(".!…。！")
