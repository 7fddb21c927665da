from hypothesis import given
from hypothesis import strategies as st

from reader.search.best_hit import best_hit
from reader.search.language import parse
from reader.search.snippet import snippet
from tests.unit.search.articles import article

INTERVIEW = article(
    "interview.txt",
    "On keys",
    "An opening about doors and keys.",
    ("Which key is oldest?", "The oldest of them opened a granary in the valley."),
    ("Is it dangerous?", "What I tell my family is that rust is the only danger."),
)


def test_the_best_hit_holds_most_of_what_is_asked_for():
    hit = best_hit(INTERVIEW, parse("dangrous famly"))
    assert hit
    assert hit.exchange == 2
    assert [one.span.of(INTERVIEW.text) for one in hit.matches] == ["dangerous", "family"]


def test_there_is_no_hit_where_nothing_matches():
    assert best_hit(INTERVIEW, parse("submarine")) is None


def test_the_headline_can_be_the_best_hit():
    hit = best_hit(article("a", "A treaty on submarines", "Nothing more."), parse("submarines"))
    assert hit
    assert hit.exchange is None
    assert hit.span.start == 0


def test_a_snippet_of_an_exchange_is_the_answer_unless_only_the_question_matches():
    for typed, expected in (("granary", "The oldest of them"), ("which ", "Which key is oldest?")):
        hit = best_hit(INTERVIEW, parse(typed))
        assert hit
        assert snippet(INTERVIEW, hit, parse(typed), 200).text.startswith(expected)


def test_where_the_question_is_shown_anyway_the_snippet_is_the_answer():
    query = parse("which ")
    hit = best_hit(INTERVIEW, query)
    assert hit
    assert snippet(INTERVIEW, hit, query, 200, has_question=False).text.startswith("The oldest of them")


def test_a_headline_that_is_shown_anyway_is_left_out_of_the_snippet():
    one = article("a", "A treaty on submarines", "Nothing more.")
    hit = best_hit(one, parse("submarines"))
    assert hit
    assert snippet(one, hit, parse("submarines"), 200, headline="A treaty on submarines").text == ""


def test_a_snippet_shows_what_matches_and_folds_white_space():
    long = article("a", "T", "first words " * 30 + "the\n   needle in it " + "last words " * 30)
    hit = best_hit(long, parse("needle"))
    assert hit
    shown = snippet(long, hit, parse("needle"), 60)
    assert [mark.of(shown.text) for mark in shown.marks] == ["needle"]
    assert "the needle in it" in shown.text
    assert shown.text.startswith("…")
    assert shown.text.endswith("…")


def test_a_snippet_begins_with_the_text_where_the_match_is_then_in_sight():
    asked = article("a", "T", "Opening.", ("Is it dangerous? What do I tell the family?", "Little."))
    hit = best_hit(asked, parse("dangrous famly"))
    assert hit
    assert snippet(asked, hit, parse("dangrous famly"), 28).text.startswith("Is it dangerous?")


def test_a_snippet_begins_with_a_word_though_there_is_no_room_before_the_match():
    long = article("a", "T", "some words before something very longwinded and the needle in it")
    hit = best_hit(long, parse("longwinded needle"))
    assert hit
    assert snippet(long, hit, parse("longwinded needle"), 30).text == "…longwinded and the needle in…"


@given(
    st.lists(st.sampled_from(["one", "needle", "haystack", "x" * 30, "\n"]), min_size=1, max_size=80),
    st.integers(5, 90),
)
def test_a_snippet_is_not_longer_than_asked_for_and_its_marks_match(words, length):
    made = article("a", "T", " ".join(words) + " needle")
    query = parse("needle ")
    hit = best_hit(made, query)
    assert hit
    shown = snippet(made, hit, query, length)
    assert len(shown.text) <= length
    assert shown.marks
    assert all("needle".startswith(mark.of(shown.text)) for mark in shown.marks)
