from tests.ui.conftest import reading


async def test_the_filter_language_looks_like_more_than_plain_words_as_it_is_typed(two_articles):
    async with reading(two_articles) as screen:
        await screen.type('rock -ferry is:faq "only the')
        bar = screen.bar.input
        styles = {
            segment.text.strip(): segment.style
            for segment in bar.render_line(0)
            if segment.text.strip() and segment.style
        }
        assert styles["ferry"].strike
        assert not styles["rock"].strike
        assert styles["is:"].bold
        assert styles["faq"].bold
        assert styles['"only the'].italic
        assert not styles["rock"].bold
        assert not styles["rock"].italic
        bar.value = "is:nonsense | -"
        await screen.rest()
        assert not any(segment.style and segment.style.bold for segment in bar.render_line(0))


async def test_help_lists_the_filter_language_and_types_an_example(two_articles):
    async with reading(two_articles) as screen:
        await screen.press("f1", "tab")
        await screen.type("these words in this order")
        await screen.until(lambda: screen.has('"need to know"'), "the example listed")
        await screen.press("enter", "enter")
        await screen.until(lambda: screen.bar.input.value == '"need to know"', "the example typed")
        assert screen.bar.input.has_focus
