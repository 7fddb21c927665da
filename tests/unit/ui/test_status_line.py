from hypothesis import given
from hypothesis import strategies as st

from reader.ui.ticks import Ticks
from reader.ui.widgets.status_line import Progress, tick_line

FRACTIONS = st.floats(0, 1)


class Lines:
    """As many rows as there are offsets."""

    def __init__(self, height):
        self.height, self.asked = height, 0

    def row_near(self, offset):
        self.asked += 1
        return offset

    def offset_near(self, y):
        self.asked += 1
        return y


def test_each_question_has_a_tick_and_what_is_behind_the_reader_is_drawn_heavy():
    assert tick_line(Progress(fraction=0.5, ticks=Ticks(Lines(100), (0, 25, 75))), 8) == ("╋━╋━──┼─", 4)


@given(FRACTIONS, st.lists(st.integers(0, 99), max_size=5), st.integers(0, 50))
def test_the_tick_line_is_as_wide_as_asked_for(fraction, starts, width):
    drawn, passed = tick_line(Progress(fraction=fraction, ticks=Ticks(Lines(100), sorted(starts))), width)
    assert len(drawn) == width
    assert 0 <= passed <= width


@given(st.sets(st.integers(0, 999)), st.integers(1, 200))
def test_a_cell_has_a_tick_where_a_question_stands_and_tells_the_first_of_them(starts, width):
    starts = sorted(starts)
    expected = {start * width // 1000: index for index, start in reversed([*enumerate(starts)])}
    assert Ticks(Lines(1000), starts).in_cells(width) == expected


def test_ticks_are_looked_for_by_the_cell_however_many_questions_there_are():
    lines = Lines(1_000_000)
    assert len(Ticks(lines, range(1_000_000)).in_cells(80)) == 80
    assert lines.asked <= 160
