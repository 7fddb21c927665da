import pytest

from reader.ui.screens.answers import AnswersScreen
from reader.ui.widgets.answer_list import AnswerList


async def asked(screen, text):
    await screen.shown("a.txt")
    await screen.press("tab", "s")
    await screen.until(lambda: isinstance(screen.app.screen, AnswersScreen))
    await screen.type(text)
    await screen.until(lambda: screen.app.screen.query_one(AnswerList).count)


async def test_answers_of_the_whole_archive_are_found_as_one_types(run, two_articles):
    async with run(two_articles) as screen:
        await asked(screen, "almanac")
        assert screen.has("What do you read at night?")
        await screen.until(lambda: screen.has("Almanacs, and the labels"))
        assert screen.has("Lighthouses: the keeper speaks")


async def test_enter_reads_the_answer_in_its_article_and_back_returns_to_the_list_as_it_was(run, two_articles):
    async with run(two_articles) as screen:
        await asked(screen, "almanac")
        await screen.press("enter")
        await screen.until(lambda: not isinstance(screen.app.screen, AnswersScreen))
        await screen.until(lambda: screen.view.current_exchange and screen.view.current_exchange.number == 3)
        assert screen.view.has_focus
        await screen.press("<")
        await screen.until(lambda: isinstance(screen.app.screen, AnswersScreen))
        await screen.until(lambda: screen.has("What do you read at night?"))
        assert screen.app.screen.bar.value == "almanac"


async def test_escape_clears_what_was_typed_and_then_closes(run, two_articles):
    async with run(two_articles) as screen:
        await asked(screen, "almanac")
        await screen.press("escape")
        assert screen.app.screen.bar.value == ""
        await screen.press("escape")
        await screen.until(lambda: not isinstance(screen.app.screen, AnswersScreen))


async def test_a_passage_outside_questions_is_found_under_its_headline(run, two_articles):
    async with run(two_articles) as screen:
        await asked(screen, "dogs upper deck")
        headline, _, source, _ = screen.app.screen.query_one(AnswerList).row_strips(0, 60)
        assert "Ferry to run on Sundays" in headline.text
        assert "Ferry" not in source.text, "the headline is told once"
        await screen.press("enter")
        await screen.shown("b.txt")


KEEPER = """Light on the rock

Ada Brass keeps a light.

Q: How did you become a keeper?

Ada Brass: I answered a notice.

Q: Is it dangerous?

Ada Brass: Only the stairs are.
"""
FERRY = """Water under the boat

Tom Reed ferries people, Ada Brass among them.

Q: And how did you become a ferryman?

Tom Reed: By falling in.

Q: What does the keeper say?

Ada Brass: That he rows too slowly.
"""


@pytest.fixture
def two_interviews(archive):
    return archive(a_txt=KEEPER, b_txt=FERRY)


async def list_of(screen, key, *, of="2"):
    await screen.shown("a.txt")
    await screen.press("tab", of, "G", key)
    await screen.until(lambda: isinstance(screen.app.screen, AnswersScreen))
    await screen.until(lambda: screen.app.screen.query_one(AnswerList).query_shown is not None, "the list filled")


async def test_everything_that_a_speaker_said_is_listed_from_the_answer_one_reads(run, two_interviews):
    async with run(two_interviews) as screen:
        await list_of(screen, "w")
        rows = screen.app.screen.query_one(AnswerList)
        assert [(hit.article, hit.exchange) for hit in map(rows.row_key, range(rows.count))] == [
            ("a.txt", 1),
            ("a.txt", 2),
            ("b.txt", 2),
        ]
        assert rows.cursor == 1
        assert screen.has("What Ada Brass said · 3 passages in 2 articles")
        await screen.press("j", "enter")
        await screen.shown("b.txt")
        await screen.until(lambda: screen.view.current_exchange and screen.view.current_exchange.number == 2)
        await screen.press("<")
        await screen.until(lambda: isinstance(screen.app.screen, AnswersScreen))
        await screen.until(lambda: screen.app.screen.query_one(AnswerList).cursor == 2, "the row left")


async def test_what_a_speaker_said_can_be_narrowed_down(run, two_interviews):
    async with run(two_interviews) as screen:
        await list_of(screen, "w")
        await screen.press("tab")
        await screen.type("stairs")
        await screen.until(lambda: screen.app.screen.query_one(AnswerList).count == 1)
        assert screen.has("Is it dangerous?")


async def test_the_same_question_is_found_where_others_were_asked(run, two_interviews):
    async with run(two_interviews) as screen:
        await list_of(screen, "x", of="1")
        assert screen.has("And how did you become a ferryman?")
        await screen.press("enter")
        await screen.shown("b.txt")


async def test_a_question_that_nobody_else_was_asked_says_so(run, two_interviews):
    async with run(two_interviews) as screen:
        await list_of(screen, "x", of="2")
        assert screen.has("Nobody else was asked this.")
        await screen.press("q")
        await screen.until(lambda: not isinstance(screen.app.screen, AnswersScreen))


PANEL = """Two who keep lights

Ada Brass and Tom Reed keep one light each.

Q: How did you begin?

Ada Brass: I answered a notice in the harbour.

Q: And you?

Tom Reed: My uncle had a ladder, and no knees.

Q: What is the worst of it?

Ada Brass: The stairs, on a wet day.
"""


async def test_the_source_names_who_gives_the_answer(run, archive):
    async with run(archive(a_txt=PANEL)) as screen:
        await asked(screen, "ladder knees")
        await screen.until(lambda: screen.has("My uncle had a ladder"))
        assert screen.has("Tom Reed · Two who keep lights")
        assert not screen.has("Ada Brass ·")
