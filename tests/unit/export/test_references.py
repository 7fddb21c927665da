import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export.references import bibtex, citation_key, csl, reference
from reader.formats.registry import read
from reader.model.article import Article, ArticleId, Kind, Metadata, Paragraph, Turn
from reader.model.interview import Exchange, Passage, Role, Speaker
from reader.model.text import Span

TEXT = "Q: Is it deep?\n\nA: Very."
ANSWER = TEXT.index("A:")
METADATA = Metadata(title="The Deep Sea", byline="By Cy Pher", date="2021-03-04", site="Harbour News")

CSL_FIELDS = {
    *("id", "type", "title", "author", "interviewer", "container-title", "issued", "URL", "note", "accessed", "genre"),
    *("publisher", "section", "page", "language", "abstract", "medium", "citation-key", "archive", "event-title"),
}
CSL_TYPES = {"interview", "article-newspaper", "article-magazine", "article", "webpage", "document", "post-weblog"}
CSL_NAME = {"family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle"}


def article(metadata=METADATA, *, name="Ada Byte", asker=None, kind=Kind.INTERVIEW, text=TEXT):
    exchange = Exchange(
        7,
        Passage(Span(0, ANSWER - 2), Span(3, ANSWER - 2), "Q", 0),
        Passage(Span(ANSWER, len(TEXT)), Span(ANSWER + 3, len(TEXT)), "A", 1),
    )
    return Article(
        ArticleId("talks/sea_1.txt"),
        text,
        (Turn(Span(0, ANSWER - 2), Role.ASKER, Span(0, 2), 0), Paragraph(Span(ANSWER, len(TEXT)))),
        metadata,
        kind,
        (exchange,),
        (Speaker("Q", Role.ASKER, asker), Speaker("A", Role.ANSWERER, name)),
    )


def test_an_answer_is_an_interview_with_whoever_answers():
    one = article(asker="Bea von Tree")
    assert csl(one, one.exchanges[0].span) == {
        "id": "byte2021deep-q7",
        "type": "interview",
        "title": "The Deep Sea",
        "author": [{"family": "Byte", "given": "Ada"}],
        "interviewer": [{"family": "Tree", "given": "Bea", "non-dropping-particle": "von"}],
        "container-title": "Harbour News",
        "issued": {"date-parts": [[2021, 3, 4]]},
        "abstract": "Is it deep? Very.",
        "note": "By Cy Pher, question 7, lines 1–3, talks/sea_1.txt",
    }


def test_the_same_in_bibtex():
    one = article(asker="Bea von Tree")
    assert list(bibtex(one, one.exchanges[0].span)) == [
        "@misc{byte2021deep-q7,",
        "  author = {Byte, Ada},",
        "  title = {{The Deep Sea}},",
        "  howpublished = {Harbour News},",
        "  year = {2021},",
        "  month = mar,",
        "  day = {4},",
        r"  note = {Interview by Bea von Tree; By Cy Pher, question 7, lines 1–3, talks/sea\_1.txt},",
        "  annote = {Is it deep? Very.},",
        "}",
    ]


def test_an_article_of_a_site_is_of_whoever_wrote_it():
    found = csl(article(kind=Kind.ARTICLE))
    assert found["type"] == "article-newspaper"
    assert found["author"] == [{"family": "Pher", "given": "Cy"}]
    assert found["note"] == "talks/sea_1.txt"
    assert next(bibtex(article(kind=Kind.ARTICLE))) == "@article{pher2021deep,"


def test_what_was_taken_from_the_web_is_a_page_of_it():
    text = "---\nurl: https://sea.example/a_b%20c\n---\n"
    one = replace(article(Metadata(title="Sea"), kind=Kind.FAQ), text=text + TEXT)
    assert (csl(one)["type"], csl(one)["URL"]) == ("webpage", "https://sea.example/a_b%20c")
    assert "  url = {https://sea.example/a_b%20c}," in list(bibtex(one))


def test_labels_that_name_nobody_are_no_authors():
    one = article(name=None)
    assert csl(one, one.exchanges[0].span)["author"] == [{"family": "Pher", "given": "Cy"}]
    assert "interviewer" not in csl(one)


def test_what_the_text_does_not_say_is_left_out():
    found = csl(article(Metadata(), name=None))
    assert set(found) == {"id", "type", "title", "note"}
    assert found["title"] == "talks/sea_1.txt"


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Cy Pher and Ada Byte", [{"family": "Pher", "given": "Cy"}, {"family": "Byte", "given": "Ada"}]),
        ("A. B. O’Neil-Smith", [{"family": "O’Neil-Smith", "given": "A. B."}]),
        ("Harbour News Staff", [{"literal": "Harbour News Staff"}]),
        ("THE PRESIDENT", [{"literal": "THE PRESIDENT"}]),
        ("Cy", [{"literal": "Cy"}]),
        ("Cy de la Mer", [{"family": "Mer", "given": "Cy", "non-dropping-particle": "de la"}]),
    ],
)
def test_names_are_parted_only_where_they_plainly_are_a_person_s(byline, authors):
    assert csl(article(Metadata(byline=byline), kind=Kind.ARTICLE))["author"] == authors


@pytest.mark.parametrize(
    ("date", "parts"), [("2021", [2021]), ("2021-03", [2021, 3]), ("soon", None), ("2021-13", None)]
)
def test_dates_are_as_exact_as_the_text(date, parts):
    issued = csl(article(Metadata(date=date))).get("issued")
    assert issued == (parts and {"date-parts": [parts]})


def test_keys_are_the_same_for_the_same_and_plain_ascii():
    assert citation_key(article()) == citation_key(article()) == "byte2021deep"
    assert citation_key(article(Metadata(title="Über Öl"), name=None)) == "uber"
    assert re.fullmatch("text[0-9a-f]{8}", citation_key(article(Metadata(title="深い海"), name=None)))


def parsed(lines):
    """An entry as BibTeX reads it: braces are counted, whatever stands before them."""
    source = "\n".join(lines)
    depth = 0
    for character in source:
        depth += (character == "{") - (character == "}")
        assert depth >= 0
    assert depth == 0
    return dict(re.findall(r"^  (\w+) = \{?(.*?)\}?,$", source, re.MULTILINE))


def as_typeset(tex):
    named = {"backslash": "\\", "braceleft": "{", "braceright": "}", "asciitilde": "~", "asciicircum": "^"}
    return re.sub(r"\\(?:text(\w+)\{\}|([&%$#_]))", lambda found: named.get(found[1]) or found[2], tex)


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("{}\\%$&#_~^\"'@,=")))
def test_any_title_is_typeset_as_it_is(title):
    shown = reference(article(Metadata(title=title))).title
    assert as_typeset(parsed(bibtex(article(Metadata(title=title))))["title"][1:-1]) == shown


@given(st.text(), st.text(), st.text(), st.text(max_size=10))
def test_any_source_is_csl_json(title, byline, site, name):
    one = article(Metadata(title=title, byline=byline, site=site), name=name or None)
    for item in (csl(one), csl(one, one.exchanges[0].span), csl(replace(one, kind=Kind.ARTICLE))):
        found = json.loads(json.dumps(item))
        assert set(found) <= CSL_FIELDS
        assert found["type"] in CSL_TYPES
        assert all(set(person) <= CSL_NAME for role in ("author", "interviewer") for person in found.get(role, ()))
        assert re.fullmatch(r"[a-z0-9]+(-q7)?", found["id"])
        assert found == item
    parsed(bibtex(one))


def test_what_is_read_from_a_file_is_told():
    head = b"---\ntitle: Tides\nauthor: Cy Pher\ndate: 2020-05-06\nurl: https://sea.example/t\n---\n"
    raw = head + b"\nThey come.\n\nThey go.\n"
    found = csl(read(raw, ArticleId("t.md"), ".md"))
    assert (found["id"], found["issued"], found["URL"]) == (
        "pher2020tides",
        {"date-parts": [[2020, 5, 6]]},
        "https://sea.example/t",
    )
