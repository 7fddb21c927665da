"""Who speaks in the notations that other programs have for it: subtitles, wikis, courts, folds of a page."""

import pytest

from reader.formats.decode import decode
from reader.formats.plain import article
from reader.model.article import ArticleId

TALK = (
    ("How did the ferry begin?", "With a door. I took it off the barn, one night in March."),
    ("And did it float?", "For an hour, which was further than anybody had thought."),
    ("What will you add?", "A window, so that one sees where one is not going."),
)


def written(pair):
    return "\n".join(pair.format(number, number + 1, *said) for number, said in enumerate(TALK, start=1))


def pairs(text, *, is_markdown=False):
    found = article(decode(text.encode()), ArticleId("ferry"), is_markdown=is_markdown)
    return [(one.question, one.answer, found.text) for one in found.exchanges]


@pytest.mark.parametrize(
    ("notation", "labels"),
    [
        pytest.param(
            "{0}\n00:00:0{0},000 --> 00:00:0{0},900\nHOST: {2}\n\n{1}\n00:00:0{1},000 --> 00:00:0{1},900\nJANE: {3}\n",
            ("HOST", "JANE"),
            id="SubRip",
        ),
        pytest.param(
            "00:0{0}.000 --> 00:0{0}.900\n<v Ann Roe>{2}\n\n00:0{1}.000 --> 00:0{1}.900\n<v.loud Jane Doe>{3}\n",
            ("Ann Roe", "Jane Doe"),
            id="WebVTT",
        ),
        pytest.param("'''Harbour News''': {2}\n\n'''Jane Doe:''' {3}\n", ("Harbour News", "Jane Doe"), id="wiki"),
        pytest.param("[Ann Roe] {2}\n\n[Jane Doe] {3}\n", ("Ann Roe", "Jane Doe"), id="brackets"),
        pytest.param("ANN ROE   {2}\n\nJANE DOE   {3}\n", ("ANN ROE", "JANE DOE"), id="columns"),
        pytest.param("{0}       Q.   {2}\n{1}       A.   {3}", ("Q", "A"), id="numbered lines"),
    ],
)
def test_labels_are_read_in_many_notations_and_answers_end_with_what_is_said(notation, labels):
    found = pairs(written(notation))

    assert [(asked.label, answered.label) for asked, answered, _ in found] == [labels] * 3
    assert [(asked.body.of(text), answered.body.of(text)) for asked, answered, text in found] == list(TALK)


@pytest.mark.parametrize(
    "notation",
    ["<details>\n<summary>{2}</summary>\n\n{3}\n\n</details>\n", "<dt>{2}</dt>\n<dd>{3}</dd>\n"],
)
def test_what_a_fold_or_a_definition_is_named_by_asks(notation):
    found = pairs(f"# The ferry\n\n{written(notation)}", is_markdown=True)

    assert [asked.body.of(text) for asked, _, text in found] == [asked for asked, _ in TALK]


def test_the_marks_around_a_label_alone_on_its_line_belong_to_it():
    text = written("**Harbour News**\n\n{2}\n\n**Jane Doe**\n\n{3}\n")
    found = pairs(text, is_markdown=True)

    assert [answered.body.of(said).strip() for _, answered, said in found] == [told for _, told in TALK]
