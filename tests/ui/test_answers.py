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
        assert screen.has("Ferry to run on Sundays")
        await screen.press("enter")
        await screen.shown("b.txt")
