import threading
from dataclasses import replace
from typing import TypeVar

import pytest

from reader.commands import COMMANDS, Place
from reader.library.archive import Archive
from reader.store.config import read_config
from reader.ui.screens.picker import Picker
from tests.ui.conftest import INTERVIEW

T = TypeVar("T")


async def opened(screen, name="a.txt"):
    await screen.shown(name)
    await screen.press("tab")
    assert screen.view.has_focus


def top_text(screen):
    return screen.view.article.text[screen.view.top_offset :][:20]


async def test_the_arrows_walk_from_answer_to_answer(run, two_articles):
    async with run(two_articles, size=(120, 20)) as screen:
        await opened(screen)
        for key, number in (("right", 1), ("l", 2), ("]", 3), ("right", 3), ("h", 2), ("[", 1)):
            await screen.press(key)
            assert screen.view.current_exchange.number == number, key
        assert screen.has("1/3")


async def test_the_current_answer_is_right_where_the_end_cannot_scroll_to_the_top(run, two_articles):
    async with run(two_articles, size=(120, 60)) as screen:
        await opened(screen)
        for number in (1, 2, 3):
            await screen.press("l")
            assert screen.view.current_exchange.number == number


async def test_at_the_very_top_the_first_answer_is_the_current_one_however_tall_the_pane(run, two_articles):
    async with run(two_articles, size=(120, 60)) as screen:
        await opened(screen)
        assert screen.view.offset_of(screen.view.page // 3) > screen.view.article.exchanges[1].span.start
        assert screen.view.current_exchange.number == 1


async def test_before_the_first_answer_left_goes_to_the_top_and_then_to_the_list(run, two_articles):
    async with run(two_articles, size=(120, 20)) as screen:
        await opened(screen)
        await screen.press("right", "left")
        assert screen.view.top_row == 0
        await screen.press("left")
        assert screen.list.has_focus


async def test_a_number_before_g_goes_to_that_question(run, two_articles):
    async with run(two_articles, size=(120, 20)) as screen:
        await opened(screen)
        await screen.press("3", "G")
        assert screen.view.current_exchange.number == 3
        await screen.press("1", "j", "G")
        assert screen.view.top_row == screen.view.lowest_row


async def test_lines_halves_pages_top_and_end(run, two_articles):
    async with run(two_articles, size=(120, 20)) as screen:
        await opened(screen)
        page = screen.view.page
        for key, row in (
            ("j", 1),
            ("down", 2),
            ("k", 1),
            ("up", 0),
            ("space", page - 2),
            ("b", 0),
            ("d", page // 2),
            ("u", 0),
            ("pagedown", page - 2),
            ("pageup", 0),
            ("f", page - 2),
            ("g", 0),
        ):
            await screen.press(key)
            assert screen.view.top_row == min(row, screen.view.lowest_row), key
        await screen.press("G")
        assert screen.view.top_row == screen.view.lowest_row
        await screen.press("home")
        assert screen.view.top_row == 0
        await screen.press("end")
        assert screen.view.top_row == screen.view.lowest_row


async def test_braces_go_by_paragraph(run, two_articles):
    async with run(two_articles, size=(120, 14)) as screen:
        await opened(screen)
        await screen.press("}")
        first = screen.view.top_offset
        await screen.press("}")
        assert screen.view.top_offset > first
        await screen.press("{")
        assert screen.view.top_offset == first


async def test_an_article_without_questions_goes_by_section(run, archive):
    sections = "\n\n".join(f"## Part {number}\n\n" + "Words and words. " * 90 for number in range(1, 5))
    root = archive(a_md=f"# Whole\n\n{sections}\n")
    async with run(root, size=(120, 20)) as screen:
        await opened(screen, "a.md")
        await screen.press("l", "l")
        assert screen.has("Part 2")
        assert not screen.has("Part 3")
        await screen.press("h")
        assert screen.has("Part 1")


async def test_the_next_article_keeps_the_focus(run, two_articles):
    async with run(two_articles) as screen:
        await opened(screen)
        await screen.press("J")
        await screen.shown("b.txt")
        assert screen.view.has_focus
        await screen.press("J")
        assert screen.has("last article")
        await screen.press("K")
        await screen.shown("a.txt")


async def test_back_and_forward_lead_to_where_one_was(run, two_articles):
    async with run(two_articles, size=(120, 20)) as screen:
        await opened(screen)
        await screen.press("2", "G")
        place = screen.view.top_offset
        await screen.press("J")
        await screen.shown("b.txt")
        await screen.press("<")
        await screen.shown("a.txt")
        assert screen.view.top_offset == place
        await screen.press(">")
        await screen.shown("b.txt")
        await screen.press("backspace")
        await screen.shown("a.txt")


async def test_site_furniture_is_folded_where_it_stood_and_can_be_shown(run, two_articles):
    async with run(two_articles) as screen:
        await opened(screen)
        assert screen.has("▸ 1 line of site text folded")
        assert not screen.has("down for repairs")
        await screen.press("enter")
        assert screen.has("down for repairs")
        await screen.press("enter")
        assert not screen.has("down for repairs")
        await screen.press("v")
        assert screen.has("down for repairs")
        await screen.press("v")
        assert not screen.has("down for repairs")


async def test_the_same_sentence_stays_on_top_whatever_the_width(run, two_articles):
    async with run(two_articles, size=(120, 20)) as screen:
        await opened(screen)
        await screen.press("2", "G", "j", "j", "j", "j", "j")
        sentence = screen.view.top_offset
        for columns in (200, 80, 100, 60, 120):
            await screen.pilot.resize_terminal(columns, 20)
            await screen.pilot.pause()
            assert screen.view.top_offset <= sentence
            assert screen.view.row_of(sentence) == screen.view.top_row
        for key in ("+", "+", "-", "-", "z", "z", "v", "v"):
            await screen.press(key)
            assert screen.view.row_of(sentence) == screen.view.top_row, key


async def test_zen_shows_the_text_alone_and_escape_ends_it(run, two_articles):
    async with run(two_articles) as screen:
        await opened(screen)
        await screen.press("z")
        assert not screen.has("reader ·")
        assert not screen.list.display or not screen.list.parent.display
        await screen.press("escape")
        assert screen.has("reader ·")


async def test_a_column_is_never_wider_or_narrower_than_can_be_read(run, two_articles):
    async with run(two_articles, size=(200, 30)) as screen:
        await opened(screen)
        for key in ("+", "-"):
            for _ in range(40):
                await screen.press(key)
            assert screen.view.article is not None


async def test_finding_goes_to_the_match_and_enter_keeps_it(run, two_articles):
    async with run(two_articles, size=(120, 20)) as screen:
        await opened(screen)
        await screen.press("slash")
        await screen.type("labels")
        await screen.until(lambda: screen.view.emphasis.match == 0, "the match")
        assert screen.has("labels on tins")
        await screen.press("enter")
        assert screen.view.has_focus
        assert screen.view.emphasis.matches
        await screen.press("escape")
        assert screen.view.emphasis.matches == ()
        assert screen.view.has_focus


async def test_n_goes_through_the_matches_and_on_into_the_next_article(run, archive):
    root = archive(a_txt="One\n\nA ferry here.\n\nAnd a ferry there.\n", b_txt="Two\n\nOne more ferry comes.\n")
    async with run(root) as screen:
        await screen.type("ferry")
        await screen.until(lambda: screen.bar.matching == 2)
        await screen.press("enter")
        await screen.until(lambda: screen.view.has_focus and screen.view.emphasis.match is not None)
        first = screen.view.article.id
        count = len(screen.view.emphasis.matches)
        for _ in range(count):
            await screen.press("n")
        await screen.until(lambda: screen.view.article.id != first and screen.view.emphasis.match == 0)
        await screen.press("N")
        await screen.until(lambda: screen.view.article.id == first)
        await screen.until(lambda: screen.view.emphasis.match == count - 1)


async def test_the_answer_is_copied_with_its_source(run, two_articles):
    async with run(two_articles) as screen:
        await opened(screen)
        await screen.press("2", "G", "y")
        await screen.until(lambda: "Is it dangerous on the rock?" in screen.app.clipboard)
        copied = screen.app.clipboard
        assert "Only the stairs are." in copied
        assert "Lighthouses: the keeper speaks" in copied
        assert "a.txt" in copied
        assert screen.has("copied answer 2 as Markdown, with its source")
        await screen.press("Y")
        await screen.until(lambda: "How did you become a keeper?" in screen.app.clipboard)


async def test_the_form_of_a_copy_is_set_or_chosen_at_the_moment(run, two_articles, tmp_path_factory):
    file = tmp_path_factory.mktemp("config") / "config.toml"
    file.write_text('[copy]\nformat = "plain"\n')
    async with run(two_articles, config=read_config(file, {})) as screen:
        await opened(screen)
        await screen.press("2", "G", "y")
        answer = "Is it dangerous on the rock?\n\nOnly the stairs are."
        await screen.until(lambda: screen.app.clipboard.startswith(answer))
        assert "\n\n— Ada Brass, “Lighthouses: the keeper speaks”, question 2, " in screen.app.clipboard
        await screen.press("c")
        await screen.until(lambda: isinstance(screen.app.screen, Picker))
        assert screen.has("the usual one")
        await screen.press("j", "j", "enter")
        await screen.until(lambda: screen.app.clipboard.startswith("@misc{"))
        assert screen.has("copied answer 2 as BibTeX, with its source")


async def test_what_is_copied_holds_no_control_character(run, archive):
    root = archive(a_txt="Q: Is \x1b[31mred\x1b[0m safe?\n\nA: No\x07, \x9b31m it is not.\n\nQ: Why?\n\nA: Because.\n")
    async with run(root) as screen:
        await opened(screen)
        await screen.press("Y")
        await screen.until(lambda: "safe?" in screen.app.clipboard)
        copied = screen.app.clipboard
        assert not any((ord(one) < 32 and one != "\n") or 0x7F <= ord(one) < 0xA0 for one in copied)


async def test_dragging_selects_and_copying_takes_the_selection(run, two_articles):
    async with run(two_articles, size=(120, 30)) as screen:
        await opened(screen)
        await screen.pilot.mouse_down(screen.view, offset=(10, 5))
        await screen.pilot.hover(screen.view, offset=(40, 7))
        await screen.pilot.mouse_up(screen.view, offset=(40, 7))
        assert screen.view.selection is not None
        selected = screen.view.selection.of(screen.view.article.text)
        await screen.press("ctrl+c")
        await screen.until(lambda: selected.split()[-2] in screen.app.clipboard)
        assert "a.txt" in screen.app.clipboard
        assert screen.app.is_running


@pytest.mark.parametrize("key", ["q", "ctrl+q", "ctrl+c"])
async def test_one_can_leave(run, two_articles, key):
    async with run(two_articles) as screen:
        await opened(screen)
        await screen.press(key)
        await screen.until(lambda: not screen.app.is_running)
        assert screen.app.return_code in (0, None)


async def test_escape_never_leaves(run, two_articles):
    async with run(two_articles) as screen:
        for _ in range(8):
            await screen.press("escape")
        assert screen.app.is_running


async def test_a_regular_expression_can_be_found_and_a_bad_one_says_so(run, two_articles):
    async with run(two_articles, size=(120, 20)) as screen:
        await opened(screen)
        await screen.press("slash", "ctrl+r")
        assert screen.has("regex")
        await screen.type("step [12]\\b")
        await screen.until(lambda: len(screen.view.emphasis.matches) == 2)
        await screen.type("(")
        await screen.until(lambda: screen.has("not a pattern"))
        await screen.press("backspace", "enter")
        await screen.until(lambda: len(screen.view.emphasis.matches) == 2)
        assert screen.view.has_focus


async def test_a_file_that_changes_while_it_is_read_shows_its_new_text_at_the_same_place(run, two_articles):
    async with run(two_articles, size=(120, 20)) as screen:
        await opened(screen)
        await screen.press("2", "G", "j", "j")
        place = screen.view.article.text[screen.view.top_offset :][:30]
        file = two_articles / "a.txt"
        file.write_text("A notice was added.\n\n" + file.read_text().replace("Almanacs", "Novels"))
        await screen.until(lambda: screen.view.article and "Novels" in screen.view.article.text, "the new text")
        assert screen.view.article.text[screen.view.top_offset :][:30] == place
        assert screen.view.has_focus


async def test_a_file_that_changes_keeps_the_answer_jumped_to_though_all_of_it_fits_on_the_screen(run, two_articles):
    async with run(two_articles, size=(120, 60)) as screen:
        await opened(screen)
        await screen.press("l", "l")
        file = two_articles / "a.txt"
        file.write_text(file.read_text().replace("Q: How did", "Q: Who are you?\n\nAB: Myself.\n\nQ: How did"))
        await screen.until(lambda: len(screen.view.article.exchanges) == 4, "the new text")
        assert screen.has("3/4")
        assert screen.view.top_row == 0


async def test_every_key_is_harmless_where_a_file_that_cannot_be_read_follows_an_answer_jumped_to(run, two_articles):
    (two_articles / "b.txt").unlink()
    (two_articles / "b.txt").symlink_to("nowhere")
    async with run(two_articles) as screen:
        await opened(screen)
        await screen.press("3", "G", "tab", "j", "enter")
        await screen.until(lambda: screen.has("a link to nothing") and screen.view.has_focus, "the reason")
        heard = (one for one in COMMANDS if Place.READING in one.places)
        own = {key for one in heard if hasattr(screen.view, f"action_{one.action}") for key in one.keys}
        assert {"h", "l", "G", "enter"} <= own
        for key in sorted(own):
            screen.view.focus()
            await screen.press(key)
        assert screen.app.is_running
        assert screen.view.jumped is None


async def test_a_file_that_goes_keeps_its_last_text_on_the_screen(run, two_articles):
    async with run(two_articles) as screen:
        await opened(screen)
        (two_articles / "a.txt").unlink()
        await screen.until(lambda: list(screen.list.ids) == ["b.txt"], "one article")
        assert screen.has("How did you become a keeper?")
        await screen.press("y")
        await screen.until(lambda: "a.txt" in screen.app.clipboard)


async def test_a_new_file_appears_without_the_place_being_lost(run, two_articles):
    async with run(two_articles) as screen:
        await opened(screen)
        await screen.press("J")
        await screen.shown("b.txt")
        (two_articles / "aa.txt").write_text("A newcomer\n\nIt has just been put here.\n")
        await screen.until(lambda: "aa.txt" in list(screen.list.ids), "the new file")
        assert screen.list.selected == "b.txt"
        assert screen.view.article.id == "b.txt"


async def test_a_big_text_is_there_as_lines_at_once_and_its_structure_follows_at_the_same_place(run, archive):
    interview = INTERVIEW.format(filler="Only that. " * 120_000)
    root = archive(a_txt=interview)
    async with run(root, size=(120, 20)) as screen:
        await opened(screen)
        await screen.until(lambda: screen.view.article.exchanges, "its questions")
        await screen.press("3", "G")
        assert screen.view.current_exchange.number == 3


async def test_each_question_of_a_long_text_has_its_tick_where_it_stands(run, archive):
    root = archive(a_txt=INTERVIEW.format(filler=" ".join(f"Step {number} is worn." for number in range(3000))))
    async with run(root) as screen:
        await screen.shown("a.txt")
        view = screen.view
        await screen.until(lambda: view._wrapped.is_complete, "all rows counted")
        starts = [exchange.span.start for exchange in view.article.exchanges]
        assert len(starts) == 3
        expected = {view.row_of(start) * 500 // view.virtual_size.height: at for at, start in enumerate(starts)}
        await screen.until(lambda: screen.status.progress.ticks.in_cells(500) == expected, "the ticks")


class Walked(tuple[T, ...]):
    """Parts of an article that only threads other than the screen's may go through from end to end."""

    __slots__ = ()

    def __iter__(self):
        assert threading.current_thread() is not threading.main_thread(), "all of it was looked at"
        return super().__iter__()


async def test_no_key_has_the_screen_look_at_all_of_an_article(run, two_articles, monkeypatch):
    read = Archive.article

    def article(archive, identity):
        made = read(archive, identity)
        return replace(
            made,
            blocks=Walked(made.blocks),
            exchanges=Walked(made.exchanges),
            inlines=Walked(made.inlines),
            related=Walked(made.related),
        )

    monkeypatch.setattr(Archive, "article", article)
    async with run(two_articles, size=(120, 20)) as screen:
        await screen.type("the")
        await opened(screen)
        await screen.press(*"llhGbg2G}{nNdkvv+-zzmy", "enter", "t", "escape", "slash", *"worn", "enter", "n", "escape")
        await screen.press("w", "escape", "x", "escape", "J")
        await screen.shown("b.txt")
        await screen.press(*"l}Gym", "K")
        await screen.pilot.resize_terminal(90, 24)
        await screen.shown("a.txt")
        assert screen.view.emphasis.matches
