import pytest

from reader.formats.expression import Expression
from reader.formats.phrases import Phrases

is_about_tea = Phrases({"tea thé": r"\btea\b|\bthé\b", "чай": r"\bчай\b", "kettle kettles": r"^the kettles? of\b"})


@pytest.mark.parametrize("said", ["More tea?", "UN THÉ", "Это чай.", "ЧАЙ", "The kettle of all", "tea-time"])
def test_a_phrase_is_found_by_any_of_its_words_in_either_case(said):
    assert is_about_tea(said)


@pytest.mark.parametrize("said", ["", "A team", "théâtre", "случай", "On the kettle of all", "coffee"])
def test_a_word_alone_is_no_phrase(said):
    assert not is_about_tea(said)


def test_an_expression_is_compiled_when_it_is_first_asked():
    expression = Expression(r"\bkettles?\b")
    assert "compiled" not in vars(expression)
    assert expression.search("two kettles")
    assert "compiled" in vars(expression)
