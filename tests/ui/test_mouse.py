from reader.ui.screens.picker import Picker
from reader.ui.widgets.divider import Divider

LINKED = """# On a boat

The harbour has a [page of its own](https://harbour.example/boats) for boats.

Another paragraph, about nothing.
"""


def place_of(screen, text):
    """Where a text stands on the screen: x, y."""
    for y, row in enumerate(screen.text().split("\n")):
        if text in row:
            return row.index(text) + 1, y
    raise AssertionError(f"{text!r} is not on the screen")


async def test_a_double_click_selects_a_word_and_a_triple_one_the_paragraph(run, archive):
    async with run(archive(a_md=LINKED)) as screen:
        await screen.until(lambda: screen.has("Another paragraph"))
        where = place_of(screen, "paragraph, about")
        await screen.pilot.click(offset=where, times=2)
        await screen.until(lambda: screen.view.selection is not None)
        assert screen.view.selection.of(screen.view.article.text) == "paragraph"
        await screen.pilot.click(offset=where, times=3)
        await screen.until(lambda: screen.view.selection.of(screen.view.article.text).startswith("Another"))
        assert screen.view.selection.of(screen.view.article.text) == "Another paragraph, about nothing."


async def test_a_click_on_a_link_shows_where_it_goes(run, archive):
    async with run(archive(a_md=LINKED)) as screen:
        await screen.until(lambda: screen.has("page of its own"))
        await screen.pilot.click(offset=place_of(screen, "page of its own"))
        await screen.until(lambda: isinstance(screen.app.screen, Picker))
        await screen.until(lambda: screen.has("https://harbour.example/boats"))


async def test_the_list_is_as_wide_as_the_divider_is_drawn(run, two_articles):
    async with run(two_articles) as screen:
        await screen.shown("a.txt")
        divider = screen.app.screen.query_one(Divider)
        before = divider.region.x
        await screen.pilot.mouse_down(divider, offset=(0, 5))
        await screen.pilot.hover(offset=(60, 5))
        await screen.pilot.mouse_up(offset=(60, 5))
        await screen.until(lambda: divider.region.x == 60, "the divider drawn")
        await screen.press("tab", "ctrl+left")
        await screen.until(lambda: divider.region.x < 58, "a narrower list")
        await screen.pilot.click(divider, times=2)
        await screen.until(lambda: divider.region.x == before, "the usual width")
