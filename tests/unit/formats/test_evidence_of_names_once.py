"""Names on the first question and the first answer only."""

import pytest

from reader.formats.decode import decode
from reader.formats.plain import article
from reader.model.article import ArticleId
from reader.model.interview import Role

BELOW = (
    ("And what did you do about the goat?", "I gave it my hat, and it gave me back the road."),
    ("Would you go there again?", "I would, but with two hats. My wife has one to spare."),
    ("What do you tell people who want to follow you?", "That I walk slowly, and that the goat is still there."),
)


def read(text):
    return article(decode(text.encode()), ArticleId("walk"), is_markdown=False)


def labels(text):
    return [(one.question.label, one.answer.label) for one in read(text).exchanges]


def talk(first, between="\n\n", mark="{}"):
    said = [first, *(f"{mark.format(asked)}{between}{told}" for asked, told in BELOW)]
    return "A walk in the hills\n\nAnn Roe met the walker at the ford.\n\n" + "\n\n".join(said) + "\n"


@pytest.mark.parametrize("mark", ["{}", "**{}**", "<b>{}</b>"])
def test_names_on_the_first_exchange_only_are_told_there_and_nowhere_else(mark):
    first = f"{mark.format('Ann Roe: How long did you walk?')}\n\nTom Tarn: Nine days, and I slept in barns."

    assert labels(talk(first, mark=mark)) == [("Ann Roe", "Tom Tarn"), (None, None), (None, None), (None, None)]


def test_the_first_remark_need_not_ask_where_both_are_named():
    text = talk(
        "ANN ROE: They say that you walked here, all nine days of it.\n\nTOM TARN: I did, and I slept in barns."
    )

    assert labels(text)[0] == ("ANN ROE", "TOM TARN")
    assert [one.role for one in read(text).speakers] == [Role.ASKER, Role.ANSWERER]


def test_one_line_may_follow_the_other():
    text = talk("Ann Roe: How long did you walk?\nTom Tarn: Nine days, and I slept in barns.", between="\n")

    assert labels(text)[0] == ("Ann Roe", "Tom Tarn")


@pytest.mark.parametrize(
    "lines",
    [
        "Walk: nine days\n\nBarns: four of them",
        "Where: the hills\n\nWhen: in June",
        "Ann Roe: a writer.\n\nShe lives by the sea.\n\nTom Tarn: a walker.",
    ],
)
def test_what_only_looks_like_two_names_above_the_first_question_says_nothing(lines):
    assert labels(talk(lines)) == [(None, None)] * 3
