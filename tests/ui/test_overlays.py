from reader.commands import COMMANDS, FILTERS
from reader.ui.screens.palette import Palette
from reader.ui.screens.picker import Picker
from reader.ui.widgets.choice_list import ChoiceList
from reader.ui.widgets.row_list import RowList


async def opened(screen):
    await screen.shown("a.txt")
    await screen.press("tab")


async def test_the_questions_can_be_skimmed_filtered_and_jumped_to(run, two_articles):
    async with run(two_articles) as screen:
        await opened(screen)
        await screen.press("t")
        await screen.until(lambda: isinstance(screen.app.screen, Picker))
        assert screen.has("What do you read at night?")
        assert screen.has("3 questions")
        await screen.press("slash")
        await screen.type("nigt")
        await screen.until(lambda: screen.app.screen.query_one(ChoiceList).count == 1)
        await screen.press("enter")
        await screen.until(lambda: not isinstance(screen.app.screen, Picker))
        assert screen.view.current_exchange.number == 3
        assert screen.view.has_focus


async def test_an_overlay_is_closed_by_q_and_by_escape(run, two_articles):
    async with run(two_articles) as screen:
        await opened(screen)
        for key in ("q", "escape"):
            await screen.press("t")
            await screen.until(lambda: isinstance(screen.app.screen, Picker))
            await screen.press(key)
            await screen.until(lambda: not isinstance(screen.app.screen, Picker))
        assert screen.app.is_running


async def test_an_overlay_closes_once_however_often_it_is_asked_to(run, two_articles):
    async with run(two_articles) as screen:
        await screen.shown("a.txt")
        await screen.press("escape", "S")
        overlay = screen.app.screen
        assert isinstance(overlay, Picker)
        overlay.dismiss(1)
        overlay.dismiss(0)
        await screen.until(lambda: screen.app.screen is screen.reading and not overlay.is_attached, "the overlay gone")
        await screen.press("?")
        await screen.until(lambda: isinstance(screen.app.screen, Picker), "the help")


async def test_help_lists_every_command_and_does_the_chosen_one(run, two_articles):
    async with run(two_articles, size=(120, 60)) as screen:
        await opened(screen)
        await screen.press("?")
        await screen.until(lambda: isinstance(screen.app.screen, Picker))
        assert screen.app.screen.query_one(ChoiceList).count == len(COMMANDS) + len(FILTERS)
        await screen.press("slash")
        await screen.type("reading pane alone")
        await screen.press("enter")
        await screen.until(lambda: screen.app.screen.has_class("-zen"))


async def test_f1_and_the_palette_open_from_the_filter_bar_too(run, two_articles):
    async with run(two_articles) as screen:
        for key in ("f1", "ctrl+p"):
            await screen.press(key)
            await screen.until(lambda: isinstance(screen.app.screen, Picker))
            await screen.press("escape")
            await screen.until(lambda: not isinstance(screen.app.screen, Picker))
        assert screen.bar.input.has_focus


async def test_what_was_skipped_is_told_with_its_reason(run, archive):
    root = archive(a_txt="One\n\nSome text.\n", b_txt=b"\x00\x01\x02" * 50)
    (root / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    async with run(root) as screen:
        await screen.shown("a.txt")
        await screen.press("tab", "!")
        await screen.until(lambda: isinstance(screen.app.screen, Picker))
        assert screen.has("b.txt")
        assert screen.has("picture.png") or screen.has(".png")


async def test_markup_in_a_text_or_a_name_is_shown_as_it_stands(run, archive):
    root = archive(
        **{"[bold]x[red]_txt": "Q: Is [@click=app.quit]this[/] safe?\n\nA: It is [red]not[/red] acted on.\n"}
    )
    async with run(root) as screen:
        await screen.until(lambda: screen.view.article is not None)
        assert screen.has("[@click=app.quit]this[/]")
        assert screen.has("[red]not[/red]")
        await screen.press("tab", "t")
        await screen.until(lambda: isinstance(screen.app.screen, Picker))
        assert screen.has("Is [@click=app.quit]this[/] safe?")


async def test_the_list_can_be_sorted_and_the_place_is_kept(run, two_articles):
    async with run(two_articles) as screen:
        await screen.shown("a.txt")
        await screen.press("escape", "S")
        await screen.until(lambda: isinstance(screen.app.screen, Picker))
        await screen.press("slash")
        await screen.type("shortest")
        await screen.press("enter")
        await screen.until(lambda: list(screen.list.ids) == ["b.txt", "a.txt"])
        assert screen.list.selected == "a.txt"


async def test_a_row_that_went_while_it_was_asked_for_chooses_nothing(run, two_articles):
    async with run(two_articles) as screen:
        await opened(screen)
        await screen.press("t")
        await screen.until(lambda: isinstance(screen.app.screen, Picker))
        rows = screen.app.screen.query_one(ChoiceList)
        rows.post_message(RowList.Chosen(rows, 2))
        rows.show([0])
        await screen.press("j")
        assert isinstance(screen.app.screen, Picker)
        assert screen.app.is_running


async def test_the_palette_finds_headlines_too(run, two_articles):
    async with run(two_articles) as screen:
        await opened(screen)
        await screen.press("colon")
        await screen.until(lambda: isinstance(screen.app.screen, Palette))
        await screen.press("slash")
        await screen.type("sundys")
        await screen.until(lambda: screen.has("Ferry to run on Sundays"), "the headline")
        rows = screen.app.screen.query_one(ChoiceList)
        await screen.press(*["down"] * (rows.count - 1), "enter")
        await screen.shown("b.txt")
        assert screen.view.has_focus


async def test_questions_whose_answers_were_read_have_a_tick(run, two_articles):
    async with run(two_articles, size=(100, 20)) as screen:
        await opened(screen)
        await screen.press("right", "t")
        await screen.until(lambda: isinstance(screen.app.screen, Picker))
        rows = [row for row in screen.text().split("\n") if "word" in row and "│" in row]
        assert [("✓" in row) for row in rows[:3]] == [True, False, False]


async def test_a_click_on_a_tick_goes_to_its_question(run, two_articles):
    async with run(two_articles, size=(100, 20)) as screen:
        await opened(screen)
        await screen.press("right")
        await screen.until(lambda: "┼" in screen.text())
        y, row = next((y, row) for y, row in enumerate(screen.text().split("\n")) if "┼" in row)
        await screen.pilot.click(offset=(row.rindex("┼"), y))
        await screen.until(lambda: screen.view.current_exchange and screen.view.current_exchange.number == 3)


async def test_the_footer_tells_what_can_be_done_with_matches(run, two_articles):
    async with run(two_articles) as screen:
        await screen.type("stairs")
        await screen.until(lambda: screen.view.emphasis.matches)
        await screen.press("enter")
        await screen.until(lambda: screen.has("n next match"))
        await screen.press("F", "escape", "tab", "/")
        await screen.until(lambda: screen.has("/ find"))
        await screen.type("stairs")
        await screen.press("enter")
        await screen.until(lambda: screen.has("n next match"))
