"""Which lines are read for what the site put around an article."""

import pytest

from reader.formats.furniture import known
from reader.formats.headline import head
from reader.formats.laying_out import laid_out
from reader.formats.notable import is_notable
from reader.formats.wording import announces_events, marker


@pytest.mark.parametrize(
    "line",
    [
        "Share this article",
        "print Email Save",
        "3 comments",
        "12:04 Share this article",
        "• Related stories",
        "↓ Upcoming events",
        "Spring meetings and tours:",
        "More from the kettle",
        "Copyright notice",
        "Photo: A. Smith",
        "Read on: https://kettle.example",
        "Home | Spoons | Forks",
        "分享到：朋友",
    ],
)
def test_what_wording_knows_is_notable(line):
    assert is_notable(line, is_last=True)


@pytest.mark.parametrize(
    "line",
    [
        "The kettle sang, and nobody listened.",
        "Q: Why does it sing?",
        "“It sings when it boils,” she said.",
    ],
)
def test_what_people_say_is_not(line):
    assert not is_notable(line, is_last=True)
    assert marker(line) is None
    assert not announces_events(line)


def test_a_credit_is_notable_where_it_ends_a_few_lines_only():
    assert is_notable("The kettle at rest. Photo: A. Smith", is_last=True)
    assert not is_notable("The kettle at rest. Photo: A. Smith", is_last=False)


def test_a_row_of_calls_between_paragraphs_is_set_apart():
    page = laid_out(
        "On Kettles\n\nBy Ann Smith\n\nIt sings when it boils, as it has always done, and it will go on doing so for as"
        " long as there is water.\n\nTweet Print Save\n\nNobody knows why it sings, though many have asked it, and one"
        " of them wrote a book about that, which nobody has read.\n",
        is_markdown=False,
    )
    assert [*known(page, None, head(page, None))] == [6]
