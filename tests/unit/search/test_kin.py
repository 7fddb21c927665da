from pathlib import Path

import pytest

from reader.model.article import ArticleId
from reader.model.corpus import Corpus, Entry
from reader.search.kin import (
    articles_of_speaker,
    asked_at,
    is_full_name,
    likeness,
    said_by,
    same_question,
)
from tests.unit.search.articles import article, engine_of

KEEPER = ("How did you become a keeper?", "I answered a notice.")
ARCHIVE = (
    article("a.txt", "On the rock", KEEPER, ("Is it dangerous?", "Only the stairs."), speakers=("Ada Brass",)),
    article("b.txt", "On the river", ("And how did you become a ferryman?", "By water."), speakers=("Tom Reed",)),
    article(
        "c.txt", "On the hill", ("Is this at all dangerus, then?", "For sheep."), date="2021", speakers=("ADA BRASS",)
    ),
    article("d.txt", "Words", ("What is it?", "A word."), ("Did it rain?", "It did."), speakers=("AB",)),
)


@pytest.fixture(scope="module")
def engine():
    return engine_of(*ARCHIVE)


@pytest.fixture(scope="module")
def corpus():
    return Corpus.of(Entry.of(one, Path(one.id)) for one in ARCHIVE)


def never():
    return False


def asked_elsewhere(engine, corpus, name, number):
    place = ArticleId(name), number
    question = corpus[place[0]].questions[number - 1]
    return [asked_at(corpus, hit) for hit in same_question(engine, corpus, question, place, never)]


def test_the_same_question_is_found_where_it_was_asked_in_other_words(engine, corpus):
    assert asked_elsewhere(engine, corpus, "a.txt", 1) == ["And how did you become a ferryman?"]


def test_a_misspelt_question_is_the_same_question(engine, corpus):
    assert asked_elsewhere(engine, corpus, "a.txt", 2) == ["Is this at all dangerus, then?"]


def test_a_question_is_not_its_own_kin(engine, corpus):
    assert asked_elsewhere(engine, corpus, "d.txt", 1) == []


def test_a_question_is_found_again_in_a_longer_one():
    assert likeness("Is it dangerous?", "Is it dangerous? What do I tell the family?") > likeness(
        "Is it dangerous?", "Is it late? What do I tell the family?"
    )


def test_questions_that_share_but_little_words_are_not_alike():
    assert likeness("Did it rain?", "Did you find that it was worth the trouble of the journey?") < 0.5


def test_a_text_without_words_is_like_nothing():
    assert likeness("?!", "?!") == 0


def test_a_speaker_is_found_under_the_full_name_in_whichever_case_newest_first(engine, corpus):
    assert articles_of_speaker(engine, corpus, "Ada Brass", never) == ["c.txt", "a.txt"]


@pytest.mark.parametrize("name", ["Matt Jukes", "Socrates", "THE PRESIDENT", "J. K. Stone", "Żaneta", "王小明"])
def test_a_name_stands_for_one_person(name):
    assert is_full_name(name)


@pytest.mark.parametrize("name", ["MJ", "Q", "A", "M. J.", "Speaker 2", "Interviewer", "GUARD #1", "Ana", ""])
def test_initials_offices_and_numbers_may_be_anybody(name):
    assert not is_full_name(name)


def test_a_speaker_says_nothing_in_an_article_of_others():
    assert list(said_by(ARCHIVE[1], "Ada Brass")) == []
