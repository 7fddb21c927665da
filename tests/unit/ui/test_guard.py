from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from reader.ui.guard import ControlCharacterGuard

GROUND = Color.parse("black")


@given(st.lists(st.text(), max_size=4))
def test_nothing_that_a_terminal_acts_on_passes_the_guard(texts):
    segments = ControlCharacterGuard().apply([Segment(text, Style(bold=True)) for text in texts], GROUND)
    written = "".join(segment.text for segment in segments)
    assert not any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in written)
    assert not set(written) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert len(written) == len("".join(texts))


def test_what_is_harmless_is_not_touched():
    segments = [Segment("Is it “dangerous”? 問 👩\u200d🚀", Style(bold=True))]
    assert ControlCharacterGuard().apply(segments, GROUND) is segments
