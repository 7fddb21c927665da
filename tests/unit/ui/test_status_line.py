from hypothesis import given
from hypothesis import strategies as st

from reader.ui.widgets.status_line import Progress, tick_line

FRACTIONS = st.floats(0, 1)


def test_each_question_has_a_tick_and_what_is_behind_the_reader_is_drawn_heavy():
    assert tick_line(Progress(fraction=0.5, ticks=(0.0, 0.25, 0.75)), 8) == ("╋━╋━──┼─", 4)


@given(FRACTIONS, st.lists(FRACTIONS, max_size=5), st.integers(0, 50))
def test_the_tick_line_is_as_wide_as_asked_for(fraction, ticks, width):
    drawn, passed = tick_line(Progress(fraction=fraction, ticks=tuple(ticks)), width)
    assert len(drawn) == width
    assert 0 <= passed <= width
