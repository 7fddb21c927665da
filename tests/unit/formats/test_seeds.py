"""The two texts that everything began with, read exactly as they are labelled."""

import json
from pathlib import Path

import pytest

from reader.formats.registry import read
from reader.model.article import ArticleId, Furniture

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"
LABELS = sorted((CORPUS / "gold" / "seeds").glob("*.json"))

pytestmark = pytest.mark.skipif(
    not LABELS, reason=f"THE SEEDS ARE NOT THERE: nothing was compared (looked in {CORPUS})"
)


@pytest.fixture(params=LABELS, ids=lambda label: label.name)
def labelled(request):
    gold = json.loads(request.param.read_text("utf-8"))
    path = CORPUS / "seeds" / gold["file"]
    return gold, read(path.read_bytes(), ArticleId(gold["file"]), path.suffix)


def last_line(article, span):
    return article.line_numbers.at(max(span.start, span.end - 1))


def test_the_title_stands_on_its_line(labelled):
    gold, article = labelled
    assert article.title == gold["title"]
    assert article.line_numbers.at(article.metadata.title_span.start) == gold["title_line"]


def test_the_standfirst_is_that_of_its_lines(labelled):
    gold, article = labelled
    lines = article.text.split("\n")
    assert article.metadata.standfirst == " ".join(lines[number - 1].strip() for number in gold["standfirst_lines"])


def test_every_exchange_has_its_lines_and_labels(labelled):
    gold, article = labelled
    at = article.line_numbers.at
    found = [
        {
            "question_line": at(one.question.span.start),
            "question_end": last_line(article, one.question.span),
            "answer_start": at(one.answer.span.start),
            "answer_end": last_line(article, one.answer.span),
            "questioner": one.question.label,
            "answerer": one.answer.label,
        }
        for one in article.exchanges
    ]
    assert found == gold["exchanges"]


def test_question_and_answer_are_without_their_labels(labelled):
    _, article = labelled
    for one in article.exchanges:
        assert not one.question.body.of(article.text).startswith("Q")
        assert not one.answer.body.of(article.text).startswith("MJ")


def test_furniture_is_set_apart_line_by_line(labelled):
    gold, article = labelled
    wanted = {number for first, last in gold["furniture_lines"] for number in range(first, last + 1)}
    found: set[int] = set()
    for block in article.blocks:
        if isinstance(block, Furniture):
            found.update(range(article.line_numbers.at(block.span.start), last_line(article, block.span) + 1))
    lines = article.text.split("\n")
    assert {number for number in found if lines[number - 1].strip()} == {
        number for number in wanted if lines[number - 1].strip()
    }


def test_speakers_are_those_who_speak_and_mj_is_known_by_name(labelled):
    gold, article = labelled
    assert [speaker.label for speaker in article.speakers] == gold.get("speakers", [])
    names = {speaker.label: speaker.name for speaker in article.speakers}
    assert names.get("MJ", "Matt Jukes") == "Matt Jukes"
    assert names.get("Q") is None


def test_other_headlines_are_kept_one_by_one(labelled):
    _, article = labelled
    assert article.related
    assert all("\n" not in span.of(article.text) for span in article.related)
