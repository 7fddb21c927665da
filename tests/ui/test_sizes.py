import pytest
from textual import events
from textual.css.stylesheet import Stylesheet
from textual.geometry import Offset
from textual.scrollbar import ScrollBar


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60), (300, 90)])
async def test_both_panes_are_shown_from_80_columns_on(run, two_articles, size):
    async with run(two_articles, size=size) as screen:
        await screen.shown("a.txt")
        assert screen.list.size.width > 0
        assert screen.view.size.width > 0
        assert all(len(line) <= size[0] for line in screen.text().split("\n"))


async def test_below_80_columns_tab_switches_between_the_panes(run, two_articles):
    async with run(two_articles, size=(60, 20)) as screen:
        await screen.shown("a.txt")
        assert screen.view.size.width == 0
        await screen.press("tab")
        await screen.until(lambda: screen.view.size.width >= 59)
        assert screen.list.size.width == 0
        await screen.press("tab")
        await screen.until(lambda: screen.list.size.width >= 59)


async def test_only_what_stands_otherwise_on_a_narrower_screen_is_styled_anew(run, two_articles, monkeypatch):
    async with run(two_articles, size=(120, 40)) as screen:
        await screen.shown("a.txt")
        styled: set[str] = set()
        update = Stylesheet.update_nodes

        def note(styles, nodes, **options):
            kept = [*nodes]
            styled.update(node.id for node in kept if node.id)
            update(styles, kept, **options)

        monkeypatch.setattr(Stylesheet, "update_nodes", note)
        await screen.pilot.resize_terminal(60, 40)
        await screen.until(lambda: screen.view.size.width == 0)
        assert styled == {"left", "divider", "right"}
        await screen.pilot.resize_terminal(120, 40)
        await screen.until(lambda: screen.view.size.width > 0)


async def test_an_article_that_is_opened_behind_the_list_is_as_wide_as_it_will_be_shown(run, two_articles):
    async with run(two_articles, size=(60, 20)) as screen:
        await screen.press("tab")
        await screen.until(lambda: screen.view.size.width >= 59, "the text")
        await screen.press("tab", "j")
        await screen.shown("b.txt")
        assert screen.list.has_focus
        assert screen.view.measure.width >= 58


async def test_a_pane_that_came_back_unnoticed_is_laid_out_when_it_is_painted(run, two_articles):
    async with run(two_articles) as screen:
        await screen.shown("a.txt")
        width = screen.view.measure.width
        screen.view._measure = screen.view.measure._replace(width=20)
        screen.view.refresh()
        await screen.until(lambda: screen.view.measure.width == width, "the text as wide as its pane")


async def test_40_by_10_can_be_used(run, two_articles):
    async with run(two_articles, size=(40, 10)) as screen:
        await screen.type("dangerous")
        await screen.until(lambda: screen.bar.matching == 1)
        assert screen.has("F1 keys")
        await screen.press("enter")
        await screen.until(lambda: screen.has("Is it"))
        assert screen.has("? keys")
        await screen.press("t")
        await screen.until(lambda: screen.has("Enter goes there") or screen.has("rock?"))


async def test_at_40_by_10_a_long_key_takes_no_room_from_what_the_others_do(run, two_articles):
    async with run(two_articles, size=(40, 10)) as screen:
        await screen.shown("a.txt")
        await screen.press("tab", "question_mark")
        await screen.until(lambda: screen.has("next answer; next sec"))
        assert screen.has("Enter does it · / filters · Esc…")


@pytest.mark.parametrize("size", [(39, 10), (40, 9), (10, 3), (1, 1)])
async def test_below_40_by_10_it_says_so(run, two_articles, size):
    async with run(two_articles, size=size) as screen:
        await screen.press("j", "pagedown", "tab", "pageup", "l", "t", "escape")
        if size[0] > 20:
            assert screen.has("is too small")
        await screen.pilot.resize_terminal(100, 30)
        await screen.until(lambda: screen.has("Lighthouses"))


async def test_a_storm_of_sizes_ends_where_one_was(run, two_articles):
    async with run(two_articles, size=(100, 30)) as screen:
        await screen.shown("a.txt")
        await screen.press("tab", "2", "G")
        place, top = screen.view.top_offset, screen.view.top_row
        for size in [(1, 1), (400, 120), (40, 10), (79, 5), (200, 60), (100, 30)]:
            await screen.pilot.resize_terminal(*size)
            await screen.pilot.pause()
        assert screen.view.top_offset == place
        assert screen.view.top_row == top


async def test_the_terminals_own_cursor_stands_where_one_is(run, two_articles):
    async with run(two_articles, size=(120, 20)) as screen:
        await screen.shown("a.txt")
        await screen.press("escape", "j")
        await screen.until(lambda: screen.app.cursor_position == screen.list.content_region.offset + Offset(0, 2))
        await screen.press("k", "tab", "2", "G")
        await screen.until(lambda: screen.app.cursor_position == screen.view.content_region.offset + Offset(0, 1))


async def test_a_scrollbar_looks_as_textual_draws_it(run, archive):
    def look(cell):
        style = cell.style
        ink, ground = (style.bgcolor, style.color) if style.reverse else (style.color, style.bgcolor)
        return cell.text, ground, ink if cell.text.strip() else None

    def seen(strips):
        return [list(map(look, strip)) for strip in strips]

    async with run(archive(**{f"{number}_txt": f"Lamp {number}\n\nOil.\n" for number in range(40)})) as screen:
        await screen.until(lambda: screen.bar.total == 40 and screen.list.max_scroll_y, "a list to be scrolled")
        bar = screen.list.vertical_scrollbar
        for top in (0, 7, screen.list.max_scroll_y):
            screen.list.scroll_to(y=top, animate=False, immediate=True)
            await screen.until(lambda top=top: bar.position == top, "the list scrolled")
            lines = bar.outer_size.region
            assert seen(bar.render_lines(lines)) == seen(ScrollBar.render_lines(bar, lines))


def looks(screen):
    """The styles of all that is on a screen, and of whatever its lines are made of."""
    return {
        widget: (widget.styles.get_rules(), {name: look.get_rules() for name, look in widget._component_styles.items()})
        for widget in screen.walk_children(with_self=True)
    }


async def test_what_is_styled_as_the_focus_moves_and_sizes_change_is_all_that_looks_otherwise_then(run, two_articles):
    async with run(two_articles) as screen:
        screen.app.post_message(events.AppBlur())
        classes = ("-narrow", "-low", "-zen", "-too-small")
        steps = [(name, wanted) for wanted in (True, False) for name in classes]
        for key, (name, wanted) in zip(("tab", "tab", "F", "escape") * 2, steps, strict=True):
            await screen.press(key)
            screen.reading.set_class(wanted, name)
            styled = looks(screen.reading)
            screen.app.stylesheet.update(screen.reading)
            assert looks(screen.reading) == styled, (key, name, wanted)


@pytest.mark.parametrize("key", ["s", "t", "a", "question_mark", "ctrl+p"])
async def test_an_overlay_comes_up_styled(run, two_articles, key):
    async with run(two_articles) as screen:
        await screen.press("tab", "l", key)
        styled = looks(screen.app.screen)
        assert len(styled) > 4
        screen.app.stylesheet.update(screen.app.screen)
        assert looks(screen.app.screen) == styled
