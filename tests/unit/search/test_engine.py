import pytest

from reader.model.article import ArticleId
from reader.search.language import parse
from tests.unit.search.articles import article, engine_of

ARCHIVE = (
    article(
        "talk.txt",
        "A talk on keys",
        "An opening about doors.",
        ("Which key is oldest?", "The oldest opened a granary."),
        ("Is it dangerous?", "I tell my family that rust is the only danger."),
        date="2021-03",
        speakers=("Ines Okafor",),
    ),
    article(
        "granary.txt",
        "Granaries of the valley",
        "Nothing about keys, but a need\nto know of O’Hara’s re-opening.",
        date="2023",
    ),
    article("plain.txt", "Weather", "It rained in the valley. The family stayed in.", furniture=("More: submarines",)),
)


@pytest.fixture(scope="module")
def engine():
    return engine_of(*ARCHIVE)


@pytest.fixture(scope="module")
def found(engine):
    return lambda typed: set(engine.articles(parse(typed)).ids)


def test_all_words_are_required_anywhere_in_the_article(found):
    assert found("doors granary ") == {"talk.txt"}


def test_slips_are_forgiven(found):
    assert found("dangrous famly") == {"talk.txt"}
    assert found("grannary ") == {"talk.txt"}


def test_two_slips_are_forgiven_in_long_words_when_one_finds_nothing(found):
    assert found("dngrous ") == set()
    assert found("danggerus ") == {"talk.txt"}


def test_the_last_word_may_still_be_going_on(found):
    assert found("grana") == {"talk.txt", "granary.txt"}
    assert found("ke") == {"talk.txt"}
    assert found("submarin") == {"plain.txt"}


def test_a_word_still_being_typed_may_have_a_slip(found):
    assert found("dnagero") == {"talk.txt"}


def test_the_words_of_a_headline_and_of_speakers_find_the_article(found):
    assert found("okafor weather") == set()
    assert found("okafor rust ") == {"talk.txt"}


def test_a_phrase_is_found_across_a_line_wrap(found):
    assert found('"need to know"') == {"granary.txt"}
    assert found('"to need know"') == set()
    assert found('"need to kn') == {"granary.txt"}


def test_an_exact_word_has_no_other_spellings(found):
    assert found("'granaries") == {"granary.txt"}
    assert found("'granaris") == set()
    assert found("'grana") == set()


def test_apostrophes_and_hyphens_may_be_left_out(found):
    for typed in ("o'hara ", "ohara ", "re-opening ", "reopening ", "re opening ", '"o hara"'):
        assert found(typed) == {"granary.txt"}, typed


def test_words_are_excluded(found):
    assert found("valley -rained") == {"granary.txt"}
    assert found("-valley") == {"talk.txt"}


def test_alternatives_find_either(found):
    assert found("rust | rained") == {"talk.txt", "plain.txt"}
    assert found("valley rust | rained") == {"plain.txt"}


def test_fields_restrict_where_a_word_stands(found):
    assert found("title:valley") == {"granary.txt"}
    assert found("q:dangerous") == {"talk.txt"}
    assert found("q:rust") == set()
    assert found("a:rust") == {"talk.txt"}
    assert found("a:dangerous ") == set()
    assert found("speaker:okafor") == {"talk.txt"}
    assert found('a:"rust is the"') == {"talk.txt"}


def test_kinds_and_dates_filter(found):
    assert found("is:interview") == {"talk.txt"}
    assert found("-is:interview valley") == {"granary.txt", "plain.txt"}
    assert found("after:2022") == {"granary.txt"}
    assert found("before:2022") == {"talk.txt"}
    assert found("after:2021-03-20 before:2021-04") == {"talk.txt"}


def test_states_come_as_sets_of_articles(engine):
    unread = {"is:unread": {ArticleId("talk.txt"), ArticleId("plain.txt")}}
    assert list(engine.articles(parse("is:unread").given(unread)).ids) == ["talk.txt", "plain.txt"]
    assert set(engine.articles(parse("family -is:unread").given(unread)).ids) == set()
    assert [hit.article for hit in engine.answers(parse("rained is:unread").given(unread), 5)] == ["plain.txt"]
    assert engine.articles(parse("is:unread")).total == 0


def test_nothing_asked_for_is_everything_in_its_usual_order(engine):
    ranking = engine.articles(parse(""))
    assert (ranking.total, list(ranking.ids)) == (3, ["talk.txt", "granary.txt", "plain.txt"])


def test_an_answer_is_found_with_its_exchange_and_place(engine):
    hit = engine.answers(parse("dangrous famly"), 5)[0]
    assert (hit.article, hit.exchange) == ("talk.txt", 2)
    assert hit.span.of(ARCHIVE[0].text).startswith("Is it dangerous?")


def test_a_beginning_of_a_few_letters_finds_questions(engine):
    assert [(hit.article, hit.exchange) for hit in engine.answers(parse("da"), 5)] == [("talk.txt", 2)]


def test_words_that_only_the_article_as_a_whole_holds_give_its_best_passage(engine):
    hits = engine.answers(parse("doors granary rust "), 5)
    assert [hit.article for hit in hits] == ["talk.txt"]


def test_answers_come_best_first_and_no_more_than_asked_for(engine):
    hits = engine.answers(parse("valley | family | rust"), 2)
    assert len(hits) == 2
    assert hits[0].score >= hits[1].score
    assert engine.answers(parse("valley"), 0) == ()


def test_the_headline_counts_more_than_the_body(engine):
    assert list(engine.articles(parse("valley ")).ids) == ["granary.txt", "plain.txt"]


def test_a_question_counts_more_than_an_answer():
    asked = article("asked", "One", ("What of the comet?", "It came and went, as such things do."))
    said = article("said", "Two", ("What came and went?", "The comet, as such things do."))
    assert list(engine_of(said, asked).articles(parse("comet ")).ids) == ["asked", "said"]


def test_what_is_the_sites_is_found_behind_everything_else():
    told = article("told", "One", f"A comet {'came and went as such things do ' * 40}.")
    linked = article("linked", "Two", "It rained.", furniture=["Comet", "Comet, comet"])
    search = engine_of(linked, told)
    assert list(search.articles(parse("comet ")).ids) == ["told", "linked"]
    assert [hit.article for hit in search.answers(parse("comet "), 5)] == ["told", "linked"]


def test_what_nobody_reads_is_found_behind_what_is_read_and_told_as_it_is_written():
    told = article("told", "One", "A comet came and went, as such things do, over a meadow.")
    linked = article(
        "linked", "Two", ("Whose is it?", "A meadow."), unread=["[comet]: comet.example\n[meadow]: a meadow"]
    )
    search = engine_of(linked, told)
    query = parse("comet meadow ")
    assert list(search.articles(query).ids) == ["told", "linked"]
    assert [hit.article for hit in search.answers(query, 5)] == ["told", "linked"]
    assert search.answers(query, 5)[1].said.text == "[comet]: comet.example [meadow]: a meadow"
    assert search.best(query, ["linked"])["linked"].exchange == 1


def test_words_close_together_count_more_than_words_apart():
    filler = "of this and that and more of the same in between them all for as long as it takes "
    apart = article("apart", "One", f"The silver {filler} moon.")
    close = article("close", "Two", f"The moon was silver. {filler}")
    assert list(engine_of(apart, close).articles(parse("silver moon ")).ids) == ["close", "apart"]


def test_what_needed_no_correction_comes_first():
    near = article("near", "Stadium stadium", "stadium stadium")
    exact = article("exact", "Other", f"{'many other words ' * 50} stadius")
    assert list(engine_of(near, exact).articles(parse("stadius ")).ids) == ["exact", "near"]


def test_scripts_without_blanks_are_found_by_any_run(found):
    engine = engine_of(article("j", "記事", "東京都に行く"), article("k", "別", "京都に行く"))
    assert set(engine.articles(parse("東京都")).ids) == {"j"}
    assert set(engine.articles(parse("京都")).ids) == {"j", "k"}
    assert set(engine.articles(parse("東")).ids) == {"j"}
    assert found("東京") == set()


def test_a_search_that_is_no_longer_wanted_gives_up(engine):
    assert engine.articles(parse("zzzzzzzzzz"), lambda: True).total == 0


@pytest.mark.parametrize(
    "typed", ["x" * 10_000, "\x00\x1b[31m", '"' * 50, "| - ' \" :", "a" * 39 + "|" * 300, "\ud800"]
)
def test_any_query_is_answered(engine, typed):
    engine.articles(parse(typed))
    engine.answers(parse(typed), 3)


def test_the_best_passage_of_an_article_is_known_with_what_it_says(engine):
    query = parse("dangrous famly")
    hit = engine.best(query, engine.articles(query).ids)["talk.txt"]
    assert hit.exchange == 2
    assert hit.said.question == "Is it dangerous?"
    assert hit.said.text == "I tell my family that rust is the only danger."
    assert hit.said.line == 9


def test_an_answer_says_what_a_person_reads_there(engine):
    (hit,) = engine.answers(parse('"need to know"'), 5)
    assert (hit.said.question, hit.said.line) == ("", 3)
    assert "but a need to know of O’Hara’s re-opening." in hit.said.text


def test_no_passage_is_best_where_no_word_is_asked_for(engine):
    assert engine.best(parse("is:interview"), ["talk.txt"]) == {}
    assert engine.best(parse("keys"), ["gone.txt"]) == {}
