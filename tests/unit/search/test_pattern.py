import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.text import Span
from reader.search.pattern import PatternError, found_by_pattern


def test_a_pattern_is_found_wherever_it_matches():
    assert found_by_pattern("one 1 two 22", r"\d+") == (Span(4, 5), Span(10, 12))


def test_case_counts_only_where_the_pattern_has_a_capital():
    assert len(found_by_pattern("Ferry ferry", "ferry")) == 2
    assert len(found_by_pattern("Ferry ferry", "Ferry")) == 1


def test_a_circumflex_is_the_start_of_any_line():
    assert found_by_pattern("Q: a\nQ: b", "^Q:") == (Span(0, 2), Span(5, 7))


@pytest.mark.parametrize("pattern", ["(", "[a", "*", "(?P<x", "\\"])
def test_what_is_no_pattern_is_told_in_a_few_words(pattern):
    with pytest.raises(PatternError, match="not a pattern"):
        found_by_pattern("text", pattern)


def test_a_pattern_that_would_take_for_ever_is_given_up():
    with pytest.raises(PatternError, match="too long"):
        found_by_pattern("a" * 5000 + "!", r"(?:a|aa|a*)*$(?<=b)", timeout_seconds=0.05)


@given(st.text(max_size=30), st.text(max_size=12))
def test_any_pattern_gives_spans_of_the_text_or_says_why_not(text, pattern):
    try:
        spans = found_by_pattern(text, pattern)
    except PatternError:
        return
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
