from hypothesis import given
from hypothesis import strategies as st

from reader.search.words import folded, forms, spoken


def compounds(text):
    return set(forms(text)[1].split())


def test_case_and_accents_are_folded():
    assert folded("ÉCOLE Łódź Straße smörgåsbord Æsop") == "ecole lodz strasse smorgasbord aesop"


def test_an_accent_may_be_a_character_of_its_own():
    assert folded("cafe\u0301") == folded("café") == "cafe"


def test_an_apostrophe_parts_words_and_leaves_a_compound():
    assert forms("don’t") == ("don t", "dont")
    assert forms("don't") == forms("don’t")


def test_a_hyphen_parts_words_and_leaves_a_compound():
    assert forms("counter-terrorism") == ("counter terrorism", "counterterrorism")
    assert compounds("re‐opening U.S. 1,000 Q&A") == {"reopening", "us", "1000", "qa"}


def test_punctuation_at_the_ends_of_a_word_makes_no_compound():
    assert compounds("'quoted' (yes), no. -dash- end.") == set()


def test_a_dash_between_words_parts_them():
    assert folded("yes—no … maybe") == "yes no maybe"


def test_what_cannot_be_seen_is_left_out():
    assert folded("pre\xadvent zero\u200bwidth \u202eoverride\u202c") == "prevent zerowidth override"


def test_scripts_without_blanks_are_cut_into_pairs_and_a_last_character():
    assert folded("東京都 2023年") == "東京 京都 都 2023 年"


def test_vowel_signs_stay_in_their_word():
    assert folded("हिन्दी में") == "हिन्दी में"


def test_a_word_knows_where_it_stands():
    text = "The ﬁne café’s"
    assert [text[word.start : word.end] for word in spoken(text).words] == ["The", "ﬁne", "café", "s"]
    assert [text[word.start : word.end] for word in spoken(text).compounds] == ["café’s"]


def test_a_mark_belongs_to_the_letter_before_it():
    word = spoken("cafe\u0301 au lait").words[0]
    assert (word.text, word.start, word.end) == ("cafe", 0, 5)


@given(st.text())
def test_words_with_places_are_the_words_without(text):
    said = spoken(text)
    assert " ".join(word.text for word in said.words) == folded(text)
    assert {word.text for word in said.compounds} == compounds(text)


@given(st.text(alphabet="aé’'-., \u0301東ß\u200bÅ&ﬁ\n½"))
def test_words_with_places_are_the_words_without_in_crowded_texts(text):
    said = spoken(text)
    assert " ".join(word.text for word in said.words) == folded(text)
    assert {word.text for word in said.compounds} == compounds(text)


@given(st.text())
def test_places_are_in_order_and_inside_the_text(text):
    places = [(word.start, word.end) for word in spoken(text).words]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)


@given(st.text(alphabet=st.characters(exclude_categories=["Lo"])))
def test_folding_twice_changes_nothing(text):
    assert folded(folded(text)) == folded(text)
