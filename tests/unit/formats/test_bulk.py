from hypothesis import given
from hypothesis import strategies as st

from reader.formats.bulk import bulk
from reader.formats.laying_out import laid_out

PROSE = "The kettle had been asked before, but never so early, and never by a spoon that had not slept at all."
ENTRIES = ["Home", "Spoons", "Sign in"]


def found(lines):
    page = laid_out("\n".join(lines), is_markdown=False)
    return bulk(page, range(len(page.bare)))


def test_the_bulk_of_prose_begins_and_ends_with_paragraphs():
    assert found([*ENTRIES, PROSE, "Advertisement", PROSE, PROSE, *ENTRIES])[:2] == (3, 6)


def test_a_teaser_among_entries_is_not_the_bulk():
    assert found([*ENTRIES, PROSE, *ENTRIES * 2, PROSE, PROSE, PROSE])[:2] == (10, 12)


def test_an_article_stands_before_its_longer_comments():
    assert found([*[PROSE] * 5, *ENTRIES * 4, *[PROSE] * 8])[:2] == (0, 4)


def test_wrapped_lines_are_prose_though_they_end_in_no_stop():
    wrapped = [
        "The kettle had been asked before, but never so early, and never",
        "by a spoon that had not slept at all, nor by any cup of the six",
        "that stood on the shelf, nor by the lid, and so it said nothing",
        "of what it knew.",
    ]

    assert found([*ENTRIES, *wrapped, *wrapped])[:2] == (3, 9)


def test_there_is_no_bulk_where_nothing_is_long():
    assert found(ENTRIES * 20) is None


@given(st.lists(st.sampled_from([*ENTRIES, PROSE, PROSE[:70], "x" * 300, "", "?"]), max_size=60))
def test_the_bulk_lies_within_the_lines(lines):
    part = found(lines)

    assert part is None or (0 <= part.first <= part.last < len(lines) and part.size >= 200)
