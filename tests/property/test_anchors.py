"""An anchor finds its passage whatever else became of the text."""

from hypothesis import example, given
from hypothesis import strategies as st

from reader.model.location import Anchor
from reader.model.text import Span

CHARACTERS = st.sampled_from("ab .\n\r\té質\ud800")
WORDS = st.lists(
    st.sampled_from(["the ", "ship ", "sea.", "\n\n", "Q: ", "Lamp: ", "lost ", "way, ", "No. "]), max_size=150
)
TEXTS = st.one_of(st.text(CHARACTERS, max_size=300), WORDS.map("".join))
LONG_TEXTS = st.builds(
    lambda text, times: text * times, st.text(CHARACTERS, min_size=1, max_size=40), st.integers(1, 80)
)


@st.composite
def texts_and_spans(draw, texts):
    text = draw(texts)
    start = draw(st.integers(0, len(text)))
    return text, Span(start, draw(st.integers(start, len(text))))


@given(texts_and_spans(st.one_of(TEXTS, LONG_TEXTS)))
def test_in_the_same_text_an_anchor_gives_its_own_span(place):
    text, span = place
    assert Anchor.of(text, span).find(text) == span
    assert Anchor.of(text, span).nearest(text) == span.start


@given(texts_and_spans(TEXTS), TEXTS, TEXTS)
@example(("a", Span(0, 1)), "", "")
def test_a_short_passage_is_found_as_it_was_when_all_around_it_is_exchanged(place, before, after):
    text, span = place
    if 0 < len(span) <= 240:
        edited = before + span.of(text) + after
        found = Anchor.of(text, span).find(edited)
        assert found is not None
        assert found.of(edited) == span.of(text)


@given(st.text(CHARACTERS, max_size=200), st.text(CHARACTERS, max_size=400), TEXTS, TEXTS)
def test_a_long_passage_that_begins_like_no_other_is_found_as_it_was(before, words, new_before, new_after):
    passage = "[the one beginning]" + words + "[the one end]"
    text = before + passage
    edited = new_before + passage + new_after
    found = Anchor.of(text, Span(len(before), len(text))).find(edited)
    assert found == Span(len(new_before), len(new_before) + len(passage))


@given(texts_and_spans(st.one_of(TEXTS, LONG_TEXTS)), st.one_of(TEXTS, LONG_TEXTS))
def test_in_any_text_an_anchor_gives_a_place_inside_or_none(place, other):
    anchor = Anchor.of(*place)
    found = anchor.find(other)
    assert found is None or found.end <= len(other)
    assert 0 <= anchor.nearest(other) <= len(other)


@given(st.integers(0, 11), st.lists(st.tuples(st.integers(0, 60), st.sampled_from("xyz ")), max_size=3))
@example(0, [(2, "x")])
@example(0, [(2, "x"), (22, "x"), (26, "x")])
def test_a_sentence_with_some_letters_exchanged_is_still_found(number, slips):
    sentences = [
        f"Keeper {one} of the lamp says that ship {one * 37 % 101} went by at {one * 17 % 24}." for one in range(12)
    ]
    text = "\n".join(sentences)
    start = text.index(sentences[number])
    letters = list(text)
    for at, letter in slips:
        if start + at < len(text) and text[start + at].isalpha():
            letters[start + at] = letter
    found = Anchor.of(text, Span(start, start + len(sentences[number]))).find("New: " + "".join(letters))
    assert found is not None
    assert abs(found.start - start - 5) <= 3
