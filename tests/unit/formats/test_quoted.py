import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.quoted import unquoted
from reader.formats.registry import read
from reader.model.article import ArticleId, Headline


def headline(title_as_written, suffix=".md"):
    """What is read of the headline of a text whose front matter has this title, and the title."""
    text = f"---\ntitle: {title_as_written}\ndate: 2021-03-04\n---\n\nThe lamp was lit.\n"
    article = read(text.encode(), ArticleId("a"), suffix)
    shown = next(block for block in article.blocks if isinstance(block, Headline))
    return article.prose(shown.span), article.title


@pytest.mark.parametrize("suffix", [".md", ".txt"])
@pytest.mark.parametrize(
    ("written", "said"),
    [
        (r'"Remarks on\_Lamps and \"Locks\" \u2013 again"', 'Remarks on Lamps and "Locks" – again'),
        ('"Remarks on the Lamps of\\\n  \\ the Harbour"', "Remarks on the Lamps of the Harbour"),
        ('"Remarks on the Lamps\n  of the Harbour"', "Remarks on the Lamps of the Harbour"),
        ("'The keeper''s lamp'", "The keeper's lamp"),
    ],
)
def test_a_headline_in_quotes_is_read_as_it_is_meant(written, said, suffix):
    assert headline(written, suffix) == (said, said)


def test_what_stands_in_no_quotes_has_no_escapes():
    assert headline(r"A path: C:\new\table", ".txt")[0] == r"A path: C:\new\table"


words = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="*_`<>&[]~"), min_size=1, max_size=12)


@given(st.lists(words, min_size=1, max_size=8).map(" ".join).filter(lambda said: "://" not in said))
def test_any_string_of_json_is_told_and_shown_as_what_it_stands_for(said):
    written = json.dumps(said, ensure_ascii=True)
    if r"\ud" not in written.lower():
        assert unquoted(written) == " ".join(said.split())
        shown, title = headline(written)
        assert title == shown
