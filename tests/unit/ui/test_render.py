import pytest

from reader.ui.render import duration, reading_time


@pytest.mark.parametrize(("seconds", "told"), [(40, "40 s"), (99.4, "99 s"), (180, "3 min"), (7200, "2 h")])
def test_a_time_is_told_as_exactly_as_one_wants_to_know_it(seconds, told):
    assert duration(seconds) == told


@pytest.mark.parametrize(("minutes", "told"), [(1, "1 min"), (99, "99 min"), (150, "2 h"), (600_000, "10,000 h")])
def test_a_text_that_takes_days_to_read_is_told_in_hours(minutes, told):
    assert reading_time(minutes) == told
