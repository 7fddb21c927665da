import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.text import LineNumbers, Lines, Span

TEXTS = st.text(st.sampled_from("ab\n\r\f\v\x85\u2028 "), max_size=40)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [""]),
        ("one", ["one"]),
        ("one\n", ["one"]),
        ("one\ntwo", ["one", "two"]),
        ("one\r\ntwo\r\n", ["one", "two"]),
        ("one\rtwo\r", ["one", "two"]),
        ("one\rtwo\nthree", ["one\rtwo", "three"]),
        ("\n\n", ["", ""]),
        ("a\fb\vc\x85d\u2028e", ["a\fb\vc\x85d\u2028e"]),
    ],
)
def test_a_line_ends_at_a_newline_and_at_a_carriage_return_only_where_no_newline_is(text, expected):
    assert [line.text for line in Lines(text)] == expected


@given(TEXTS)
def test_lines_and_the_breaks_between_them_give_back_the_text(text):
    end = 0
    for line in Lines(text):
        assert text[line.start : line.end] == line.text
        assert text[end : line.start].strip("\r\n") == ""
        end = line.end
    assert text[end:].strip("\r\n") == ""


@given(TEXTS)
def test_the_line_of_an_offset_is_the_line_that_holds_it(text):
    numbers = LineNumbers(text)
    found = Lines(text)
    assert len(numbers) == len(found)
    for line in found:
        assert numbers.start(line.number) == line.start
        for offset in range(line.start, line.end + 1):
            assert numbers.at(offset) == line.number


def test_a_span_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match="before it starts"):
        Span(3, 2)


def test_an_empty_span_is_true_for_it_says_where():
    assert Span(4, 4)
