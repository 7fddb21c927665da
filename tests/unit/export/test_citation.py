import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reader.export.citation import CitationForm, citation
from reader.formats.registry import read
from reader.model.article import Article, ArticleId, Metadata, Paragraph, Turn
from reader.model.interview import Exchange, Passage, Role, Speaker
from reader.model.text import Span
from reader.store.settings import COPY_FORMATS

TEXT = "Q: Is it *deep*?\n\nA: Very.\n\nYou would not\nbelieve it."
NOTHING_SAID = Metadata()
ANSWER = TEXT.index("A:")
SEA = Metadata(title="The sea", byline="By Cy Pher", date="2021-03", site="Harbour News")
TALK = b"""The lamp

Q: What is it?

Lamp: Light.

Q: And then?

Lamp: Dark.

Q: Always?

Lamp: Always.
"""
FORMS = list(CitationForm)


def article(metadata=NOTHING_SAID, *, name="Ada Byte"):
    blocks = (
        Turn(Span(0, ANSWER - 2), Role.ASKER, Span(0, 2), 0),
        Turn(Span(ANSWER, ANSWER + 8), Role.ANSWERER, Span(ANSWER, ANSWER + 2), 1),
        Paragraph(Span(ANSWER + 10, len(TEXT))),
    )
    exchange = Exchange(
        1,
        Passage(Span(0, ANSWER - 2), Span(3, ANSWER - 2), "Q", 0),
        Passage(Span(ANSWER, len(TEXT)), Span(ANSWER + 3, len(TEXT)), "A", 1),
    )
    speakers = (Speaker("Q", Role.ASKER), Speaker("A", Role.ANSWERER, name))
    return Article(ArticleId("sea.txt"), TEXT, blocks, metadata, exchanges=(exchange,), speakers=speakers)


def cited(article, form=CitationForm.MARKDOWN):
    return citation(article, article.exchanges[0].span, Path("notes/sea.txt"), form)


def talk():
    return read(TALK, ArticleId("talk.txt"), ".txt")


def selected(text, form=CitationForm.PLAIN):
    one = talk()
    start = one.text.index(text)
    return citation(one, Span(start, start + len(text)), Path("talk.txt"), form)


def test_question_and_answer_are_quoted_and_the_source_follows():
    assert cited(article(SEA)) == (
        r"> **Is it \*deep\*?**",
        ">",
        "> Very.",
        ">",
        "> You would not believe it.",
        "",
        "— Ada Byte, “The sea”, By Cy Pher, Harbour News, 2021-03, question 1, notes/sea.txt, lines 1–6",
    )


def test_plain_text_has_nothing_but_words():
    assert cited(article(SEA), CitationForm.PLAIN) == (
        "Is it *deep*?",
        "",
        "Very.",
        "",
        "You would not believe it.",
        "",
        "— Ada Byte, “The sea”, By Cy Pher, Harbour News, 2021-03, question 1, notes/sea.txt, lines 1–6",
    )


def test_reference_managers_get_the_words_with_the_source():
    (item,) = json.loads("\n".join(cited(article(SEA), CitationForm.CSL_JSON)))
    assert item["abstract"] == "Is it *deep*? Very. You would not believe it."
    assert item["note"] == "question 1, lines 1–6, sea.txt"
    found = "\n".join(cited(article(SEA), CitationForm.BIBTEX))
    assert "  annote = {Is it *deep*? Very. You would not believe it.},\n" in found
    assert "  note = {question 1, lines 1–6, sea.txt},\n" in found


def test_what_the_text_does_not_say_is_left_out():
    assert cited(article(name=None))[-1] == "— A, question 1, notes/sea.txt, lines 1–6"


def test_a_date_that_the_byline_gives_is_not_told_twice():
    metadata = Metadata(byline="Cy Pher, 2021-03", date="2021-03")
    assert cited(article(metadata))[-1] == "— Ada Byte, Cy Pher, 2021-03, question 1, notes/sea.txt, lines 1–6"


def test_a_selection_is_told_by_the_answer_that_holds_it():
    assert selected("Dark.") == ("Dark.", "", "— Lamp, “The lamp”, question 2, talk.txt, line 9")


def test_a_selected_question_is_of_whoever_asks():
    assert selected("And then?")[-1] == "— Q, “The lamp”, question 2, talk.txt, line 7"


def test_over_several_answers_everybody_is_named_where_they_speak():
    assert selected("Q: What is it?\n\nLamp: Light.\n\nQ: And then?\n\nLamp: Dark.", CitationForm.MARKDOWN) == (
        "> **1. What is it?**",
        ">",
        "> **Lamp:** Light.",
        ">",
        "> **2. And then?**",
        ">",
        "> **Lamp:** Dark.",
        "",
        "— Lamp, “The lamp”, questions 1–2, talk.txt, lines 3–9",
    )


def test_a_selection_s_blanks_are_not_counted():
    assert selected("\n\nLamp: Dark.\n\n")[-1].endswith("talk.txt, line 9")


def test_a_whole_article_is_no_block_quote_and_has_no_lines():
    one = talk()
    found = citation(one, None, Path("talk.txt"))
    assert found[:3] == ("# The lamp", "", "**1. What is it?**")
    assert found[-1] == "— Lamp, “The lamp”, talk.txt"


def test_the_address_it_was_taken_from_is_told():
    raw = b"---\ntitle: Tides\nurl: https://sea.example/t_1\n---\n\nThey come.\n\nThey go.\n"
    one = read(raw, ArticleId("t.md"), ".md")
    start = one.text.index("They go")
    for form in (CitationForm.MARKDOWN, CitationForm.PLAIN):
        found = citation(one, Span(start, len(one.text)), Path("t.md"), form)
        assert found[-1] == "— “Tides”, https://sea.example/t_1, t.md, line 8"


def test_every_form_can_be_set_for_copying():
    assert tuple(form.value for form in CitationForm) == COPY_FORMATS


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("QA:?\n")), st.sampled_from(FORMS), st.data())
def test_any_passage_of_any_text_can_be_cited(text, form, data):
    one = read(text.encode(), ArticleId("a.txt"), ".txt")
    start = data.draw(st.integers(0, len(one.text)))
    end = data.draw(st.integers(start, len(one.text)))
    assert citation(one, Span(start, end), Path("a.txt"), form)
