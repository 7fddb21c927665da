"""Where a line may end. Offsets are in code points of the text given, widths in cells.

After the Unicode Line Breaking Algorithm (UAX #14), as far as a reader needs it:

    at blanks               but not before a mark that French sets apart (`mot !`, `« mot »`)
    after a hyphen or dash  between letters: `well-` `known`, `1914–` `18`, `word—` `word`
    between ideographs      and kana and emoji, with the basic rules of kinsoku: no closing mark, small kana or
                            iteration mark at the start of a line, no opening mark at its end
    anywhere, never inside  in a word wider than the line, after `/` and the like where it has them
    a cluster

Korean, which is written with blanks, breaks at them; so do scripts that need a dictionary (Thai, Lao, Khmer).
"""

from reader.layout.cells import boundary_after, cell_width, is_extender, is_flag_letter
from reader.layout.characters import is_plain

BLANKS = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
"""At which a line may end; there they are not drawn."""

MOST_KINDS = 16_384
"""Characters remembered: more than any text in earnest has."""

_DASHES = "-–—"
_URL_JOINTS = "/?&=#-_.,;:+%@~|\\"
_SET_APART = frozenset("»!?:;%…")
"""What French, and those who write like it, set apart by a blank that must not become a line's end."""

_BLANK, _IDEOGRAPH, _CLOSING, _OPENING, _DASH, _GLUE, _EXTENDER, _FLAG = 1, 2, 4, 8, 16, 32, 64, 128
_CLOSING_MARKS = frozenset(
    ")]},.!?:;%…’”»›"
    "、。〉》」』】〕〗〙〛〞〟）］｝｠，．：；！？％・｡｣､･‥"
    "々〻ゝゞヽヾーｰ〜～゛゜ﾞﾟ"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ"
)
_OPENING_MARKS = frozenset("([{‘“«‹¿¡〈《「『【〔〖〘〚〝（［｛｟｢")
_NO_BREAK = frozenset("\u00a0\u2007\u202f\u2011")


class _Kinds(dict[str, tuple[int, int]]):
    """What breaking must know of a character: its kind, a set of bits, and its width in cells."""

    def __missing__(self, character: str) -> tuple[int, int]:
        if len(self) == MOST_KINDS:
            self.clear()
        width = cell_width(character)
        kind = 0
        if character in _NO_BREAK:
            kind |= _GLUE
        elif character in BLANKS:
            kind |= _BLANK
        elif character in _DASHES:
            kind |= _DASH
        elif (width > 1 and not "\uac00" <= character <= "\ud7ff") or "\uff66" <= character <= "\uff9d":
            kind |= _IDEOGRAPH
        if is_extender(character):
            kind |= _EXTENDER
        elif is_flag_letter(character):
            kind |= _FLAG
        if character in _CLOSING_MARKS:
            kind |= _CLOSING
        if character in _OPENING_MARKS:
            kind |= _OPENING
        self[character] = kind, width
        return kind, width


_KINDS = _Kinds()


def line_starts(text: str, width: int, first_width: int | None = None) -> list[int]:
    """Where the lines of a text begin when none is wider than `width`; the first is at 0.

    Blanks at which a line ends stay at its end, uncounted: cut them off before drawing. A line is wider than asked for
    only where a single cluster is.

    Args:
        text: Displayable, without blanks at either end.
        width: At least 1.
        first_width: That of the first line, where it differs.
    """
    if is_plain(text):
        return plain_line_starts(text, width, first_width)
    return _line_starts(text, max(width, 1), max(width if first_width is None else first_width, 1))


def chopped_starts(text: str, width: int, first_width: int | None = None) -> list[int]:
    """Where lines begin that are broken at the width, wherever that is: for code."""
    width, room = max(width, 1), max(width if first_width is None else first_width, 1)
    if is_plain(text):
        return [0, *range(room, len(text), width)]
    starts = [0]
    at = x = 0
    while at < len(text):
        following = boundary_after(text, at)
        cells = cell_width(text[at:following])
        if x + cells > room and at > starts[-1]:
            starts.append(at)
            x, room = 0, width
        x += cells
        at = following
    return starts


def plain_line_starts(text: str, width: int, first_width: int | None = None) -> list[int]:
    """The same of a plain text: a few searches for each line, whatever its width."""
    width, room = max(width, 1), max(width if first_width is None else first_width, 1)
    starts = [0]
    at, end = 0, len(text)
    rfind = text.rfind
    dashes = [dash for dash in _DASHES if dash in text]
    while end - at > room:
        cut = rfind(" ", at + 1, at + room + 1)
        if cut > 0 and (text[cut + 1 : cut + 2] in _SET_APART or text[cut - 1] == "«") and _is_set_apart(text, cut + 1):
            earlier = rfind(" ", at + 1, cut)
            cut = earlier if earlier > 0 else cut
        for dash in dashes:
            found = rfind(dash, max(at, cut) + 1, at + room)
            while found >= 0 and not _may_end_at_dash(text, found):
                found = rfind(dash, max(at, cut) + 1, found)
            cut = max(cut, found)
        following = cut + 1 if cut > 0 else _inside_word(text, at, at + room)
        while following < end and text[following] == " ":
            following += 1
        if following == end:
            break
        starts.append(following)
        at, room = following, width
    return starts


def _line_starts(text: str, width: int, room: int) -> list[int]:
    """Lines of any text, cluster by cluster."""
    starts = [0]
    kinds = [_KINDS[character] for character in text]
    row = chance = x = before = at = 0
    end = len(text)
    while at < end:
        kind, cells = kinds[at]
        following = at + 1
        if following < end and (kinds[following][0] & _EXTENDER or kind & _FLAG):
            following = boundary_after(text, at)
            cells = cell_width(text[at:following])
            kind &= ~_BLANK
        if not kind & _BLANK:
            is_between = before == kind == _IDEOGRAPH
            if (before or kind) and at > row and (is_between or _is_chance(text, at, before, kind)):
                chance = at
            if x + cells > room and at > row:
                row = chance if chance > row else _inside(text, row, at)
                starts.append(row)
                at, x, room = row, 0, width
                continue
        x += cells
        before = kind
        at = following
    return starts


def _is_chance(text: str, at: int, before: int, kind: int) -> bool:
    """Whether a line may begin at the cluster at `at`; `before` and `kind` are the kinds on either side."""
    if before & _BLANK:
        return not _is_set_apart(text, at)
    if before & _DASH:
        return _may_end_at_dash(text, at - 1)
    return bool((before | kind) & _IDEOGRAPH) and not (
        kind & _CLOSING or before & _OPENING or (before | kind) & _GLUE or kind & _DASH
    )


def _is_set_apart(text: str, at: int) -> bool:
    """Whether the word that begins at `at` is a closing mark alone, or follows an opening one set apart."""
    if at >= 2 and text[at - 2] == "«":
        return True
    return text[at] in _SET_APART and (at + 1 == len(text) or not text[at + 1].isalnum())


def _may_end_at_dash(text: str, at: int) -> bool:
    """Whether a line may end after the dash at `at`: letters before, and something after that may begin a line."""
    if at + 1 >= len(text) or not at or not text[at - 1].isalnum():
        return False
    after = text[at + 1]
    return after.isalpha() if text[at] == "-" else after.isalnum() or after in _OPENING_MARKS


def _inside_word(text: str, start: int, end: int) -> int:
    """Where to break a plain word that fills a whole line: after the last joint of its second half, or at its end."""
    for at in range(end - 1, (start + end) // 2, -1):
        if text[at] in _URL_JOINTS and text[at + 1].isalnum():
            return at + 1
    return end


def _inside(text: str, start: int, end: int) -> int:
    """Where to break a word that fills a line from `start` to `end`."""
    return _inside_word(text, start, end) if is_plain(text[start : end + 1]) else end
