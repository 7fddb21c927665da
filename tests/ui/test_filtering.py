import pytest

from reader.commands import Place
from reader.library.archive import Archive
from reader.library.load import Progress
from reader.ui.widgets.key_footer import KeyFooter
from reader.ui.widgets.sparkline import Sparkline


async def test_an_archive_opens_with_the_filter_bar_focused_and_the_first_article_shown(run, two_articles):
    async with run(two_articles) as screen:
        assert screen.bar.input.has_focus
        await screen.shown("a.txt")
        assert screen.has("Lighthouses: the keeper speaks")
        assert screen.has("2 articles · 3 answers")
        assert screen.has("type to filter")


async def test_a_file_opens_with_the_reading_pane_focused(run, two_articles):
    async with run(two_articles / "a.txt", is_single=True) as screen:
        await screen.shown("a.txt")
        assert screen.view.has_focus


async def test_each_letter_ranks_the_list_anew_and_misspelt_words_find_too(run, two_articles):
    async with run(two_articles) as screen:
        await screen.type("dangrous")
        await screen.until(lambda: screen.has("1/2"), "one of two articles")
        assert list(screen.list.ids) == ["a.txt"]
        await screen.until(lambda: screen.has("Q2 Is it dangerous on the rock?"), "the question found")


async def test_below_a_headline_that_alone_matches_stands_the_first_question(run, two_articles):
    async with run(two_articles) as screen:
        await screen.type("lighthouses")
        await screen.until(lambda: screen.has("▌Q1 How did you become a keeper?"), "the line below the headline")


async def test_a_letter_that_finds_the_same_article_lays_nothing_out_anew(run, two_articles):
    async with run(two_articles) as screen:
        await screen.type("fer")
        await screen.shown("b.txt")
        layouts: list[object] = []
        screen.app.screen.screen_layout_refresh_signal.subscribe(screen.list, layouts.append)
        await screen.type("ry")
        await screen.until(lambda: screen.bar.matching == 1 and screen.has("ferry"))
        assert not layouts


async def test_a_scrollbar_that_is_needed_no_longer_lays_nothing_out_anew(run, archive):
    async with run(archive(**{f"{number}_txt": f"Lamp {number}\n\nOil.\n" for number in range(40)})) as screen:
        await screen.until(lambda: screen.bar.total == 40 and screen.list.max_scroll_y, "a list to be scrolled")
        layouts: list[object] = []
        await screen.type("lamp 1")
        await screen.until(lambda: screen.has("/40"), "the filter applied")
        screen.app.screen.screen_layout_refresh_signal.subscribe(screen.list, layouts.append)
        await screen.type("7")
        await screen.until(lambda: screen.bar.matching == 1 and not screen.list.max_scroll_y, "one article found")
        assert not layouts


async def test_the_prompt_is_lit_for_as_long_as_one_types_there(run, two_articles):
    async with run(two_articles) as screen:
        prompt = screen.bar.query_one("#filter-prompt")
        lit = prompt.rich_style
        await screen.press("escape")
        await screen.until(lambda: screen.list.has_focus and prompt.rich_style != lit, "the prompt dim")
        await screen.press("/")
        await screen.until(lambda: screen.bar.input.has_focus and prompt.rich_style == lit, "the prompt lit again")


async def test_a_long_query_is_seen_whole_where_the_count_of_all_articles_leaves_no_room_for_it(run, two_articles):
    async with run(two_articles) as screen:
        count = screen.bar.query_one("#filter-count")
        room = screen.bar.input.content_size.width + count.outer_size.width
        await screen.type("rock ".ljust(room - 5, "x"))
        await screen.until(lambda: screen.has("0/2"), "the count beside the total")
        await screen.type("xx")
        await screen.until(lambda: count.outer_size.width == 2, "the count alone")
        await screen.until(lambda: not screen.bar.input.scroll_offset.x and screen.has("rock xx"), "the query whole")
        assert not screen.has("0/2")
        await screen.press("backspace", "backspace")
        await screen.until(lambda: screen.has("0/2"), "the total again")


async def test_a_list_that_becomes_shorter_than_the_screen_shows_its_first_row(run, archive):
    async with run(archive(**{f"{number}_txt": f"Lamp {number}\n\nOil.\n" for number in range(40)})) as screen:
        await screen.press("tab", "tab", "G")
        await screen.until(lambda: screen.list.scroll_offset.y > 0, "the list scrolled")
        await screen.press("/")
        await screen.type("lamp 17")
        await screen.until(lambda: screen.bar.matching == 1, "one article found")
        assert screen.list.scroll_offset.y == 0
        assert screen.has("Lamp 17")


async def test_what_is_found_is_previewed_at_its_question(run, two_articles):
    async with run(two_articles) as screen:
        await screen.type("almanacs")
        await screen.until(lambda: screen.view.current_exchange and screen.view.current_exchange.number == 3)
        assert screen.bar.input.has_focus


async def test_enter_keeps_the_filter_and_reads_the_first_hit(run, two_articles):
    async with run(two_articles) as screen:
        await screen.type("ferry")
        await screen.until(lambda: screen.bar.matching == 1, "one article found")
        await screen.press("enter")
        await screen.shown("b.txt")
        assert screen.view.has_focus
        assert screen.bar.input.value == "ferry"


async def test_where_nothing_is_found_the_text_stays_and_the_list_says_what_to_try(run, two_articles, monkeypatch):
    async with run(two_articles) as screen:
        await screen.shown("a.txt")
        await screen.type("xylophonist")
        await screen.until(lambda: screen.has("0/2"))
        assert screen.has("Nothing found.")
        assert screen.view.article.id == "a.txt"
        monkeypatch.setattr(Archive, "progress", Progress(found=2, parsed=1, total=2))
        await screen.type("s")
        await screen.until(lambda: screen.has("Nothing found yet."))


async def test_escape_clears_the_filter_and_then_leaves_the_bar(run, two_articles):
    async with run(two_articles) as screen:
        await screen.type("ferry")
        await screen.until(lambda: screen.bar.matching == 1)
        await screen.shown("b.txt")
        await screen.press("escape")
        assert screen.bar.input.value == ""
        await screen.until(lambda: screen.bar.matching is None)
        assert screen.list.selected == "b.txt", "clearing a filter keeps the place"
        assert screen.bar.input.has_focus
        await screen.press("escape")
        assert screen.list.has_focus


async def test_up_and_down_move_in_the_list_while_one_types(run, two_articles):
    async with run(two_articles) as screen:
        await screen.press("down")
        await screen.shown("b.txt")
        await screen.press("up")
        await screen.shown("a.txt")
        await screen.press("ctrl+j")
        await screen.shown("b.txt")
        await screen.press("ctrl+k")
        await screen.shown("a.txt")
        assert screen.bar.input.has_focus


async def test_a_slash_typed_into_the_empty_bar_is_swallowed(run, two_articles):
    async with run(two_articles) as screen:
        await screen.press("slash")
        assert screen.bar.input.value == ""
        await screen.type("a/b")
        assert screen.bar.input.value == "a/b"


async def test_what_is_pasted_is_made_safe_and_capped(run, two_articles):
    async with run(two_articles) as screen:
        screen.bar.input.post_message(_paste("ferry\x1b[31m\n" + "x" * 5000))
        await screen.until(lambda: screen.bar.input.value)
        assert screen.bar.input.value.startswith("ferry\N{SYMBOL FOR ESCAPE}[31m x")
        assert len(screen.bar.input.value) == 200


def _paste(text):
    from textual.events import Paste  # noqa: PLC0415 - used by this test alone

    return Paste(text)


async def test_slash_in_the_list_and_f_anywhere_lead_to_the_bar(run, two_articles):
    async with run(two_articles) as screen:
        await screen.press("escape", "slash")
        assert screen.bar.input.has_focus
        await screen.press("tab")
        assert screen.view.has_focus
        await screen.press("F")
        assert screen.bar.input.has_focus


async def test_the_footer_tells_the_keys_of_where_one_is(run, two_articles):
    async with run(two_articles) as screen:
        footer = screen.app.screen.query_one(KeyFooter)
        for place, told in ((Place.FILTER, "Enter read"), (Place.READING, "→ next answer"), (Place.LIST, "/ filter")):
            assert footer.place is place
            assert screen.has(told)
            await screen.press("tab")


async def test_an_unreadable_file_stands_in_the_list_with_its_reason_and_an_empty_one_says_so(run, archive):
    root = archive(a_txt="One\n\nText of the first.\n", blank_txt="\n \n")
    (root / "dangling.txt").symlink_to(root / "nowhere.txt")
    async with run(root) as screen:
        await screen.until(lambda: screen.has("✗ dangling.txt"))
        await screen.press("escape", "G")
        await screen.until(lambda: screen.view.article is None)
        assert screen.has("1 skipped (! why)")
        await screen.press("k")
        await screen.until(lambda: screen.has("the file is empty"))
        assert screen.has("▌no words")


async def test_a_timeline_tells_from_when_the_hits_are_and_a_click_filters_by_it(run, archive):
    dated = "# On lamps\n\n{}\n\nA lamp is {}.\n"
    root = archive(
        a_md=dated.format("3 March 2019", "lit"), b_md=dated.format("4 May 2021", "out"), c_md=dated.format("", "new")
    )
    async with run(root) as screen:
        timeline = screen.reading.query_one(Sparkline)
        await screen.until(lambda: screen.has("2019 █·█ 2021"), "the timeline")
        await screen.type("out")
        await screen.until(lambda: screen.has("2019 ··█ 2021"), "the hits' timeline")
        await screen.press("escape")
        await screen.until(lambda: screen.has("2019 █·█ 2021"), "the archive's timeline")
        timeline.post_message(Sparkline.Chosen("2019", "2020"))
        await screen.until(lambda: list(screen.list.ids) == ["a.md"], "the year's articles")


async def test_what_went_wrong_without_harm_is_said_once(run, two_articles, monkeypatch):
    monkeypatch.setattr(Archive, "warnings", ("nothing is kept for the next start",))
    async with run(two_articles) as screen:
        await screen.until(lambda: screen.has("nothing is kept for the next start"))
        screen.status.told = ""
        screen.app.screen.post_message(screen.app.screen.ArchiveChanged())
        await screen.rest()
        assert not screen.has("nothing is kept")


@pytest.mark.parametrize("theme", ["ink", "paper", "ansi-dark"])
async def test_what_matched_is_told_by_more_than_colour_in_every_theme(run, two_articles, theme):
    async with run(two_articles, size=(120, 20)) as screen:
        screen.app.theme = theme
        await screen.type("dangrous")
        await screen.until(lambda: screen.bar.matching == 1)
        assert screen.list.get_component_rich_style("article-list--match").underline
        assert screen.view.get_component_rich_style("article-view--match").underline
        assert screen.view.get_component_rich_style("article-view--current-match").underline


@pytest.mark.parametrize("theme", ["paper", "ansi-dark"])
async def test_rows_that_were_painted_take_the_colours_of_another_theme(run, two_articles, theme):
    async with run(two_articles) as screen:
        await screen.shown("a.txt")
        headline = screen.list.component_style("article-list--title")
        screen.app.theme = theme
        await screen.until(lambda: screen.list.component_style("article-list--title") != headline)
        (title, _) = screen.list.row_strips(0, 30)
        assert any(segment.style.color == screen.list.component_style("article-list--title").color for segment in title)
