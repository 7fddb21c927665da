from hypothesis import given
from hypothesis import strategies as st

from reader.model.article import ArticleId
from reader.search.language import parse
from reader.search.timeline import Timeline
from reader.ui.widgets.sparkline import bars
from tests.unit.search.articles import article, engine_of

DAYS = st.dictionaries(
    st.builds(
        lambda year, month, day: year * 10_000 + month * 100 + day,
        st.integers(1500, 2100),
        st.integers(1, 12),
        st.integers(1, 31),
    )
    | st.just(0),
    st.integers(1, 50),
)


@given(DAYS, st.integers(0, 60))
def test_every_dated_article_lies_in_one_period_and_periods_fit(days, most):
    timeline = Timeline.of(days, most)
    if timeline is not None:
        assert 2 <= timeline.periods <= most
        assert sum(timeline.counts(days)) == sum(count for day, count in days.items() if day)
        assert timeline.counts(days)[0] > 0
        assert timeline.counts(days)[-1] > 0


def covering(days, most):
    timeline = Timeline.of(days, most)
    assert timeline is not None
    return timeline


def test_a_short_time_is_told_by_months():
    timeline = covering((20210315, 20210701), 20)
    assert [timeline.name(0), timeline.name(4)] == ["2021-03", "2021-07"]
    assert timeline.counts({20210315: 2, 20210701: 1}) == (2, 0, 0, 0, 1)
    assert timeline.bounds(4) == ("2021-07", "2021-08")


def test_a_long_time_is_told_by_years_and_a_longer_one_by_runs_of_years():
    assert covering((20010101, 20100101), 10).periods == 10
    timeline = covering((19000101, 20231231), 30)
    assert timeline.name(0) == "1900–1904"
    assert timeline.bounds(0) == ("1900", "1905")


def test_one_time_and_no_room_say_nothing():
    assert Timeline.of((20210315, 0), 20) is None
    assert Timeline.of((20210315, 20230101), 1) is None


def test_bars_are_as_high_as_what_they_stand_for_and_nothing_is_a_dot():
    assert bars((1, 0, 8, 4)) == "▂·█▅"
    assert bars((0, 0)) == "··"


def test_the_days_of_what_is_found_are_counted():
    engine = engine_of(
        article("a", "One lamp", "Oil.", date="2021-03-05"),
        article("b", "Two lamps", "Oil.", date="2022"),
        article("c", "A boat", "Oil."),
    )
    assert engine.days(parse("")) == {20210305: 1, 20220101: 1, 0: 1}
    assert engine.days(parse("lamp")) == {20210305: 1, 20220101: 1}
    assert engine.days(parse("oil is:read").given({"is:read": {ArticleId("b")}})) == {20220101: 1}
