import pytest

from reader.model.article import ArticleId
from reader.model.location import CONTEXT, EDGE, Anchor, Location
from reader.model.text import Span

TEXT = (
    "The lighthouse\n\nAn old lamp talks about the sea.\n\n"
    "Q: What do you see at night?\n\nLamp: Mostly water, and now and then a ship that has lost its way.\n\n"
    "Q: Do you ever sleep?\n\nLamp: In the daytime, when nobody needs me. It is a dangerous time for ships.\n\n"
    "Q: Is it lonely?\n\nLamp: No.\n\nQ: Would you leave?\n\nLamp: No.\n\n"
    "Q: What would you rather be?\n\nLamp: A star, of course. They need no keeper, and nobody climbs up to them.\n"
)
WATER = "Mostly water, and now and then a ship that has lost its way."
SLEEP = "In the daytime, when nobody needs me. It is a dangerous time for ships."


def anchor(words, text=TEXT):
    return Anchor.of(text, Span(text.index(words), text.index(words) + len(words)))


def found(one, text):
    span = one.find(text)
    return None if span is None else span.of(text)


def test_a_location_is_ordered_by_article_and_offset():
    assert Location(ArticleId("a"), 2) < Location(ArticleId("a"), 10) < Location(ArticleId("b"), 1)


def test_an_unchanged_text_gives_back_the_span():
    span = Span(20, 60)
    assert Anchor.of(TEXT, span).find(TEXT) == span


def test_an_anchor_keeps_no_more_than_edges_and_context():
    text = "word " * 10_000
    one = Anchor.of(text, Span(100, 40_000))
    assert (len(one.head), len(one.tail), len(one.before), len(one.after)) == (EDGE, EDGE, CONTEXT, CONTEXT)


@pytest.mark.parametrize("span", [Span(0, 0), Span(0, len(TEXT)), Span(len(TEXT), len(TEXT)), Span(100, 100)])
def test_spans_at_the_edges_are_found_again(span):
    assert Anchor.of(TEXT, span).find(TEXT) == span


def test_what_lies_outside_the_text_is_left_out():
    assert Anchor.of("short", Span(2, 900)).find("short") == Span(2, 5)


def test_text_put_in_before_moves_the_passage():
    assert found(anchor(WATER), "A new first line.\n\n" * 40 + TEXT) == WATER


def test_text_taken_out_before_moves_the_passage():
    assert found(anchor(SLEEP), TEXT[60:]) == SLEEP


def test_of_repeated_words_those_with_the_same_neighbours_are_meant():
    second = Anchor.of(TEXT, Span(TEXT.rindex("No."), TEXT.rindex("No.") + 3))
    edited = "No. No. No.\n" + TEXT
    span = second.find(edited)
    assert span is not None
    assert span.start == edited.rindex("No.")


def test_of_words_repeated_in_the_same_surroundings_the_nearest_are_meant():
    text = "again and again\n" * 100
    one = Anchor.of(text, Span(1600 - 160, 1600 - 155))
    assert one.find("x" + text) == Span(1441, 1446)


def test_a_passage_with_a_word_exchanged_is_found_whole():
    edited = TEXT.replace("a dangerous time", "the worst time").replace("lighthouse", "house of light")
    assert found(anchor(SLEEP), edited) == SLEEP.replace("a dangerous time", "the worst time")


def test_a_passage_whose_first_and_last_words_changed_is_found_whole():
    edited = TEXT.replace("In the daytime", "By day").replace("for ships.", "for those at sea.")
    assert found(anchor(SLEEP), edited) == "By day, when nobody needs me. It is a dangerous time for those at sea."


def test_a_passage_is_found_when_the_lines_are_broken_elsewhere():
    wrapped = TEXT.replace(", ", ",\n").replace("It is", "It\r\nis")
    assert found(anchor(SLEEP), wrapped) == SLEEP.replace(", ", ",\n").replace("It is", "It\r\nis")


def test_a_long_passage_is_found_with_edits_in_its_middle():
    middle = "".join(f"Sentence number {number} of the middle.\n" for number in range(60))
    text = f"Before.\n\n{WATER}\n{middle}{SLEEP}\n\nAfter."
    one = anchor(f"{WATER}\n{middle}{SLEEP}", text)
    edited = "More before.\n" + text.replace("number 7 ", "number seven ").replace("number 30 of the middle.\n", "")
    span = one.find(edited)
    assert span is not None
    assert span.of(edited).startswith(WATER)
    assert span.of(edited).endswith(SLEEP)


def test_a_long_passage_is_found_with_edits_at_both_its_ends():
    middle = "".join(f"Sentence number {number} of the middle.\n" for number in range(60))
    text = f"Before.\n\n{WATER} {SLEEP}\n{middle}{SLEEP} {WATER}\n\nAfter."
    one = anchor(f"{WATER} {SLEEP}\n{middle}{SLEEP} {WATER}", text)
    edited = "More before.\n" + text.replace("lost its way", "gone astray").replace("Sentence number 30", "Sentence")
    span = one.find(edited)
    assert span is not None
    assert span.of(edited).startswith("Mostly water")
    assert span.of(edited).endswith("gone astray.")


def test_a_passage_taken_out_is_not_found():
    assert anchor(SLEEP).find(TEXT.replace(SLEEP, "")) is None


def test_a_passage_taken_out_leaves_its_place_to_go_on_from():
    edited = "A preface. " * 30 + TEXT.replace(SLEEP, "Never, as far as I can remember, and I remember much.")
    assert anchor(SLEEP).nearest(edited) == edited.index("Never")


def test_another_text_gives_no_passage_and_the_same_distance():
    one = anchor(SLEEP)
    assert one.find("Something else entirely. " * 50) is None
    assert one.nearest("Something else entirely. " * 50) == one.offset
    assert one.nearest("Short.") == len("Short.")
    assert one.nearest("") == 0


def test_scripts_without_blanks_are_found_too():
    text = (
        "灯台守の話。" * 3
        + "夜は何が見えますか。ほとんど水ばかりですが、ときどき道に迷った船が見えます。昼間は眠ります。"
        + "終わり。" * 5
    )
    words = "ほとんど水ばかりですが、ときどき道に迷った船が見えます。"
    assert found(anchor(words, text), "序文。" * 9 + text.replace("ときどき", "たまに")) == words.replace(
        "ときどき", "たまに"
    )


def test_a_place_far_down_a_text_of_which_little_is_left_is_its_end():
    text = "".join(f"Step {number} of the stairs is worn. " for number in range(3000))
    assert Anchor.of(text, Span(90_000, 90_200)).nearest("A title.") == len("A title.")
