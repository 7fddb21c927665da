import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.language import parse, pieces
from reader.search.query import MOST_ATOMS, Field, Phrase, Term


def words(text):
    return [
        [atom.text if isinstance(atom, Term) else atom.words for atom in clause.atoms] for clause in parse(text).clauses
    ]


def test_plain_words_are_all_required_and_folded():
    assert words("Dangrous  FAMLÝ") == [["dangrous"], ["famly"]]
    assert [term.slips for term in parse("dangrous famly").terms] == [1, 1]


def test_the_last_word_is_also_a_beginning_until_a_blank_follows():
    assert [term.is_prefix for term in parse("one two").terms] == [False, True]
    assert [term.is_prefix for term in parse("one two ").terms] == [False, False]


def test_slips_are_forgiven_by_length():
    lengths = {length: parse("x" * length).terms[0] for length in (3, 4, 7, 8)}
    assert {length: (term.slips, term.most_slips) for length, term in lengths.items()} == {
        3: (0, 0),
        4: (1, 1),
        7: (1, 1),
        8: (1, 2),
    }


def test_numbers_are_taken_as_typed():
    assert parse("2021 ").terms[0].slips == 0


def test_a_quoted_phrase_keeps_its_order():
    assert parse('"need to know"').phrases[0].words == ("need", "to", "know")


def test_a_phrase_that_is_not_closed_yet_ends_in_a_beginning():
    assert parse('"need to kn').phrases[0].is_prefix
    assert not parse('"need to kn"').phrases[0].is_prefix


def test_an_apostrophe_asks_for_exactly_this_word():
    term = parse("'secondment").terms[0]
    assert (term.is_exact, term.slips, term.is_prefix) == (True, 0, False)


def test_a_hyphen_before_a_word_excludes_it():
    (clause,) = parse("-prevent").clauses
    assert clause.is_excluded
    assert not parse("counter-terrorism").clauses[0].is_excluded


def test_a_compound_is_one_word_that_may_also_stand_apart():
    (term,) = parse("counter-terrorism").terms
    assert (term.text, term.parts) == ("counterterrorism", ("counter", "terrorism"))


def test_fields_say_where():
    fields = [term.field for term in parse("title:vetting q:dangerous a:secure speaker:jukes Question:why").terms]
    assert fields == [Field.TITLE, Field.QUESTION, Field.ANSWER, Field.SPEAKER, Field.QUESTION]


def test_a_bar_gives_alternatives():
    assert words("vetting | clearance police") == [["vetting", "clearance"], ["police"]]


def test_filters_are_states_and_dates():
    filters = parse("is:interview -is:unread has:note after:2021 before:2023-6").filters
    assert [(one.state, one.is_excluded) for one in filters] == [
        ("is:interview", False),
        ("is:unread", True),
        ("has:note", False),
        ("after:2021", False),
        ("before:2023-06", False),
    ]


def test_states_that_a_person_gave_are_asked_for():
    assert parse("is:interview is:unread has:note").needs == {"is:unread", "has:note"}


def test_what_is_malformed_is_plain_words():
    assert words("is:foo title: before:2023-13") == [["is"], ["foo"], ["title"], ["before"], ["202313"]]
    assert not parse("- | \" ' -- ||")


def test_words_of_scripts_without_blanks_are_phrases_of_pairs():
    assert isinstance(parse("東京都").clauses[0].atoms[0], Phrase)
    assert isinstance(parse("東京").clauses[0].atoms[0], Term)
    assert parse("京").terms[0].is_prefix


def test_a_query_is_capped():
    query = parse("word " * 10_000)
    assert sum(len(clause.atoms) for clause in query.clauses) <= 24


def test_each_part_knows_where_it_was_typed():
    typed = 'one title:"two three" -four is:faq'
    query = parse(typed)
    spans = [atom.span.of(typed) for clause in query.clauses for atom in clause.atoms]
    assert spans == ["one", 'title:"two three"', "-four"]
    assert query.filters[0].span.of(typed) == "is:faq"


@given(st.text())
def test_any_text_is_a_query(text):
    parse(text)


@given(st.text(alphabet="ab -|\"':.isqaftle0123東&"))
def test_any_text_of_operators_is_a_query_whose_parts_lie_inside_it(text):
    query = parse(text)
    for clause in query.clauses:
        assert clause.atoms
        for atom in clause.atoms:
            assert 0 <= atom.span.start < atom.span.end <= len(text)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("plain words", []),
        ("one | other", [("|", "operator")]),
        ("-not", [("-", "operator"), ("not", "excluded")]),
        ("'just so", [("'", "operator"), ("just", "exact")]),
        ('"need to know" x', [('"need to know"', "phrase")]),
        ('"still open', [('"still open', "phrase")]),
        ("title:vetting", [("title:", "field")]),
        ('-q:"who knows"', [("-", "operator"), ("q:", "field"), ('"who knows"', "excluded")]),
        ("speaker:'jukes", [("speaker:", "field"), ("'", "operator"), ("jukes", "exact")]),
        ("is:unread", [("is:", "field"), ("unread", "value")]),
        ("-is:faq", [("-", "operator"), ("is:", "field"), ("faq", "excluded")]),
        ("after:2021-06 x", [("after:", "field"), ("2021-06", "value")]),
    ],
)
def test_what_is_more_than_plain_words_is_told_with_its_place(typed, told):
    assert [(piece.span.of(typed), piece.meaning.value) for piece in pieces(typed)] == told


@pytest.mark.parametrize(
    "typed", ["| a", "a |", "a | is:faq", "is:nonsense", "after:whenever", '""', "-", "'", "- | '"]
)
def test_what_is_malformed_is_told_as_plain_words(typed):
    assert {piece.meaning.value for piece in pieces(typed)} <= {"field", "value"}


@pytest.mark.parametrize(
    "typed", ["-" * 10_000, '"' * 10_000, "| " * 5_000, "\x00\x1b[31m\x7f" * 2_000, "a:-|'\"" * 2_000]
)
def test_a_query_of_nothing_but_operators_and_controls_means_something_at_once(typed):
    found = [piece.span for piece in pieces(typed)]
    assert sum(map(len, found)) <= len(typed)
    assert len(parse(typed).clauses) <= MOST_ATOMS


@given(st.text(alphabet="ab 1-|'\":\u2019title", max_size=40))
def test_pieces_stand_in_order_and_none_overlaps_another(typed):
    ends = [0]
    for piece in pieces(typed):
        assert ends[-1] <= piece.span.start < piece.span.end <= len(typed)
        ends.append(piece.span.end)
