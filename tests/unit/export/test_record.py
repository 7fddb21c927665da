import json
from pathlib import Path

import pytest

from reader.export.record import article_record
from reader.formats.registry import read
from reader.model.article import ArticleId

INTERVIEW = """\
The site is being mended today.

The lamp at night

An old lamp talks about the sea.

Q: What do you see?

Lamp: Mostly water.

And now and then a ship.

Q: Do you sleep?

Lamp: In the daytime.

Q: What would you rather be?

Lamp: A star.
"""


@pytest.fixture(scope="module")
def record():
    return article_record(read(INTERVIEW.encode(), ArticleId("a/lamp.txt"), ".txt"), Path("archive/a/lamp.txt"))


def test_the_fields_are_those_of_the_contract(record):
    assert list(record) == [
        "id",
        "path",
        "title",
        "title_line",
        "standfirst",
        "byline",
        "date",
        "kind",
        "encoding",
        "words",
        "minutes",
        "speakers",
        "exchanges",
        "furniture",
        "warnings",
    ]
    assert list(record["exchanges"][0]) == [
        "number",
        "question",
        "question_line",
        "question_end",
        "questioner",
        "answer",
        "answer_start",
        "answer_end",
        "answerer",
    ]


def test_lines_count_from_1(record):
    first = record["exchanges"][0]
    assert (first["question_line"], first["question_end"]) == (7, 7)
    assert (first["answer_start"], first["answer_end"]) == (9, 11)


def test_questions_and_answers_are_as_written_without_their_labels(record):
    first = record["exchanges"][0]
    assert (first["questioner"], first["answerer"]) == ("Q", "Lamp")
    assert first["question"] == "What do you see?"
    assert first["answer"] == "Mostly water.\n\nAnd now and then a ship."


def test_speakers_have_their_roles(record):
    assert {(speaker["label"], speaker["role"]) for speaker in record["speakers"]} >= {
        ("Q", "asker"),
        ("Lamp", "answerer"),
    }


def test_exchanges_can_be_chosen():
    article = read(INTERVIEW.encode(), ArticleId("lamp.txt"), ".txt")
    record = article_record(article, Path("lamp.txt"), article.exchanges[1:2])
    assert '"exchanges": [{"number": 2,' in json.dumps(record)
    assert '"number": 1' not in json.dumps(record)


def test_what_is_not_there_is_null():
    record = article_record(read(b"", ArticleId("empty"), ""), Path("empty"))
    assert record["title"] is record["title_line"] is record["standfirst"] is record["byline"] is record["date"] is None
    assert record["exchanges"] == record["furniture"] == []


def test_a_record_is_json_whatever_the_name_and_the_text():
    record = article_record(read(b"\xff\x1b[31m \xed\xb2\x9b", ArticleId("caf\udce9"), ""), Path("caf\udce9"))
    assert json.loads(json.dumps(record))["id"] == "caf\udce9"
