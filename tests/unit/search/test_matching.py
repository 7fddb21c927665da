from hypothesis import given
from hypothesis import strategies as st

from reader.search.language import parse
from reader.search.matching import at_a_glance, matches, word_by_word
from reader.search.words import Plain, spoken


def shown(text, typed):
    return [one.span.of(text) for one in matches(text, parse(typed))]


def test_what_is_as_typed_matches_whatever_its_case_and_accents():
    assert shown("The Café is near the cafe.", "cafe ") == ["Café", "cafe"]


def test_the_last_word_matches_beginnings():
    assert shown("vetting takes vet and vetter", "vett") == ["vetting", "vetter"]


def test_a_slip_is_forgiven_where_nothing_is_as_typed():
    assert shown("Is it dangerous for the family?", "dangrous famly") == ["dangerous", "family"]
    assert shown("families and family and famly", "famly ") == ["famly"]


def test_a_slip_in_a_word_still_being_typed_is_forgiven():
    assert shown("secondments are rare", "secodmen") == ["secondments"]


def test_swapped_letters_are_one_slip():
    match = matches("recieve", parse("receive "))[0]
    assert match.distance == 1


def test_short_words_are_not_guessed_at():
    assert shown("the cat sat", "cot ") == []


def test_a_phrase_matches_across_a_line_wrap():
    assert shown("on a need\n  to know basis", '"need to know"') == ["need\n  to know"]


def test_a_compound_matches_together_and_apart():
    assert shown("counter-terrorism, counterterrorism, counter terrorism", "counter-terrorism ") == [
        "counter-terrorism",
        "counterterrorism",
        "counter terrorism",
    ]


def test_what_is_excluded_does_not_match():
    assert shown("yes and no", "yes -no") == ["yes"]


def test_pairs_of_characters_match_as_one():
    assert shown("東京都に行く", "東京都") == ["東京都"]


def test_offsets_hold_behind_characters_that_fold_to_more_or_less():
    assert shown("ﬁve ½ zero\u200bwidth İstanbul", "istanbul") == ["İstanbul"]


@given(st.text(alphabet="abcdé -’東\n"), st.text(alphabet='abcdé -’東"|'))
def test_matches_lie_in_the_text_in_order_and_apart(text, typed):
    end = 0
    for one in matches(text, parse(typed)):
        assert end <= one.span.start < one.span.end <= len(text)
        end = one.span.end


@given(
    st.text(alphabet="abcdé -’.½\n"),
    st.text(alphabet='abcdé -’"|.', min_size=1),
)
def test_a_glance_finds_what_a_walk_over_all_words_finds(text, typed):
    plain, said = Plain(text), spoken(text)
    for clause in parse(typed).clauses:
        for atom in clause.atoms:
            assert sorted({(one.span, one.distance) for one in at_a_glance(plain, atom)}) == sorted(
                {(one.span, one.distance) for one in word_by_word(said, atom)}
            )


@given(st.lists(st.sampled_from(["alpha", "beta", "gamma"]), min_size=1))
def test_every_word_as_typed_is_found(words):
    text = " ".join(words)
    assert len(matches(text, parse("alpha "))) == words.count("alpha")
