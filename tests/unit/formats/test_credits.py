import pytest

from reader.formats.first_look import first_look
from reader.formats.registry import read
from reader.model.article import ArticleId, Headline

BODY = "The lamp was lit at six in the evening by whoever came first, and nobody had ever asked who it was that came.\n"


def article(front, suffix=".md"):
    return read(f"---\ntitle: On Lamps\n{front}\n---\n\n{BODY}".encode(), ArticleId("a"), suffix)


@pytest.mark.parametrize("suffix", [".md", ".txt"])
@pytest.mark.parametrize(
    ("front", "named"),
    [
        ("author: Ann Smith", "Ann Smith"),
        ("author: 'Ann O''Hara'", "Ann O'Hara"),
        ("authors:\n  - Ann Smith\n  - Bob Jones", "Ann Smith, Bob Jones"),
        ("authors:\n- Ann Smith\n- Bob Jones", "Ann Smith, Bob Jones"),
        ('authors: ["Ann Smith", Bob O\'Hara]', "Ann Smith, Bob O'Hara"),
        ("author:\n  name: Ann Smith\n  url: https://example.org", "Ann Smith"),
        ("authors:\n  - name: Ann Smith\n    title: Editor\n  - name: Bob Jones", "Ann Smith, Bob Jones"),
        ('author: {name: "Ann Smith", url: x}', "Ann Smith"),
        ('byline: "[Ann Smith](https://example.org), Editor"', "Ann Smith, Editor"),
        ("author: Ann Smith <ann@example.org>", "Ann Smith"),
        ("authors: []", None),
    ],
)
def test_whoever_wrote_it_is_named_however_the_front_matter_lists_them(front, named, suffix):
    assert article(front, suffix).metadata.byline == named


@pytest.mark.parametrize("key", ["date", "publishDate", "published_at", "datePublished", "createdAt", "posted"])
def test_the_day_is_told_by_many_keys(key):
    assert article(f"{key}: 2021-03-04T10:00:00Z\nupdated: 2022-01-01").metadata.date == "2021-03-04"


@pytest.mark.parametrize(("written", "said"), [("On **Lamps** &amp; Wicks", "On Lamps & Wicks"), ("`lamp`", "lamp")])
def test_a_title_is_told_as_it_is_shown(written, said):
    raw = f"---\ntitle: {written}\n---\n\n{BODY}".encode()
    found = read(raw, ArticleId("a"), ".md")

    assert found.title == said
    assert [found.prose(block.span) for block in found.blocks if isinstance(block, Headline)] == [said]
    assert first_look(raw, ".md") in {None, said}
