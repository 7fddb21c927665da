"""What an article tells behind its last answer."""

import pytest

from reader.formats.decode import decode
from reader.formats.evidence.afterword import is_afterword
from reader.formats.plain import article
from reader.model.article import ArticleId

ABOVE = ["The Lamp That Waits", "Sculptor Dr. Ada van Moss builds lamps for people who are late."]


@pytest.mark.parametrize(
    "text",
    [
        "Ada van Moss’s lamps are on show until May.",
        "Ada van Moss, 61, lives above the harbour.",
        "Dr. Ada van Moss will read from her book on Friday.",
        "“The Lamp That Waits”, Quay Press, 212 pp., £18",
        "»Die Lampe«, Kai-Verlag, 212 Seiten, 22 Euro",
    ],
)
def test_who_tells_of_the_guest_or_of_the_price_of_a_book_is_no_guest(text):
    assert is_afterword(text, ABOVE)


@pytest.mark.parametrize(
    "text",
    [
        "Ada van Moss: I shall start again in March.",
        "Ada van Moss – 01:02:03",
        "Ada van Moss is what my mother calls me when she is angry.",
        "Tom Reed taught me everything else.",
        "There were 212 pages of it, and I burned them.",
    ],
)
def test_a_label_somebody_else_and_oneself_are_no_afterword(text):
    assert not is_afterword(text, ABOVE)


def test_the_last_answer_ends_above_what_is_told_of_the_guest():
    text = (
        "The Lamp That Waits\n\nAda Moss builds lamps for people who are late. We talked to her.\n\n"
        "Why lamps?\n\nBecause my father was late, every evening, and my mother needed a reason to stay up.\n\n"
        "Do you ever sell one?\n\nOnce I did, to a man with two watches. I have regretted it ever since.\n\n"
        "What will you build next?\n\nA very small one. I am told that there are people who are early.\n\n"
        "Ada Moss shows her lamps at the Quay Gallery.\n"
    )
    found = article(decode(text.encode()), ArticleId("lamp.txt"), is_markdown=False)

    assert found.exchanges[-1].answer.body.of(found.text).endswith("who are early.")


TALK = """# Lamps

## Oil

Nobody likes to trim a wick, and yet nothing else keeps a lamp from smoking up.

Q: Which oil is best?

A: The one you have.

Now let me show you the second slide, with the wicks on it.

## Glass

A glass that is washed in vinegar lasts, and so on, as you see in this picture.

Q: Always?

A: Nearly.

## Questions

Q: How did you begin?

A: In the dark.

It was a power cut, and it went on for a week.
"""


def test_a_talk_goes_on_below_an_answer_but_not_where_only_questions_are_left():
    found = article(decode(TALK.encode()), ArticleId("lamps.md"), is_markdown=True)

    assert [one.answer.body.of(found.text) for one in found.exchanges] == [
        "The one you have.",
        "Nearly.",
        "In the dark.\n\nIt was a power cut, and it went on for a week.",
    ]
