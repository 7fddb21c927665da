from datetime import UTC, datetime
from pathlib import Path

from reader.export.marks import MarkedArticle, marks_markdown
from reader.formats.registry import read
from reader.model.article import ArticleId
from reader.model.location import Anchor
from reader.store.remembered import Mark

TALK = b"The lamp\n\nQ: What is it?\n\nLamp: Light.\n\nQ: And then?\n\nLamp: Dark.\n\nQ: Always?\n\nLamp: Always.\n"
NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
PATH = Path("/talks/lamp.txt")


def talk(raw=TALK):
    return read(raw, ArticleId("lamp.txt"), ".txt")


def mark(number, note="", created_at=NOON):
    article = talk()
    answer = article.exchanges[number - 1].answer
    return Mark(
        key=str(number),
        article=article.id,
        title="The lamp",
        anchor=Anchor.of(article.text, answer.span),
        exchange=number,
        quote=article.prose(answer.span),
        note=note,
        is_marked=not note,
        created_at=created_at,
        changed_at=created_at,
    )


def written(*marks, article=None):
    return "\n".join(marks_markdown([MarkedArticle(PATH, article, marks)], "Marks in talks"))


def test_marks_stand_in_the_order_of_the_text_with_question_answer_source_and_note():
    assert written(mark(3, "Never *say*\nalways."), mark(1), article=talk()) == (
        "# Marks in talks\n\n"
        "## The lamp\n\n"
        "> **What is it?**\n>\n> Light.\n\n"
        "— Lamp, “The lamp”, question 1, /talks/lamp.txt, lines 3–5\n\n"
        "> **Always?**\n>\n> Always.\n\n"
        "— Lamp, “The lamp”, question 3, /talks/lamp.txt, lines 11–13\n\n"
        "Note:\n\nNever *say*\nalways."
    )


def test_what_is_gone_from_the_text_is_quoted_as_it_was():
    found = written(mark(1), article=talk(b"The ferry\n\nIt leaves at nine.\n\nIt comes back at noon.\n"))
    assert found.endswith(
        "## The ferry\n\n> Lamp: Light.\n\n— “The lamp”, question 1, /talks/lamp.txt (not in the text any more)"
    )


def test_the_marks_of_a_file_that_is_gone_are_written_first_marked_first():
    later = mark(1)._replace(created_at=NOON.replace(hour=13))
    found = written(later, mark(3))
    assert found.startswith("# Marks in talks\n\n## The lamp\n\n> Lamp: Always.\n\n")
    assert "— “The lamp”, question 1, /talks/lamp.txt (the file is gone)" in found


def test_titles_are_text_to_markdown():
    odd = mark(1)._replace(title="# *The*\nlamp")
    found = "\n".join(marks_markdown([MarkedArticle(PATH, None, (odd,))], "a_b *c*"))
    assert found.startswith("# a_b \\*c\\*\n\n## # \\*The\\* lamp\n")
