import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.laying_out import laid_out
from reader.formats.menus import headline_below_menu, is_entry
from reader.formats.plain import page_and_head
from reader.model.article import FurnitureKind

BODY = "The kettle had been asked before, but never so early, and never by a spoon that had not slept at all. " * 3
MENU = "Home\nRecipes\nKettles & Pots\nSpoons\nSign in\nMore"
SIGNED = f"Why the kettle asks\nBy Ann Smith\n{BODY}"


def head(text, *, is_markdown=False):
    return page_and_head(text, is_markdown=is_markdown)[1]


@pytest.mark.parametrize(
    "text",
    [
        f"{MENU}\n{SIGNED}",
        f"{MENU}\n\n{SIGNED}",
        "\n\n".join(f"{MENU}\n{SIGNED}".split("\n")),
        f"Why the kettle asks - Spoon Online\n{MENU}\nWhy the kettle asks\n\n{BODY}",
        f"{MENU}\nOne spoon, one pot, no waste\n{SIGNED}",
    ],
)
def test_the_headline_below_a_menu_is_the_title(text):
    assert head(text).title == "Why the kettle asks"


OTHERS = "Ten ways to store a ladle\nThe cups of Oudezwaag\nWhat a lid is for, and what it is not for"


@pytest.mark.parametrize(
    "text",
    [
        # Other headlines stand above it, and their lines are longer than entries.
        f"{MENU}\n{OTHERS}\n{SIGNED}",
        # Below the menu of the site stands one of its readers.
        f"Skip to the kettles and the spoons of this page\n{MENU}\nYou are signed in as\nEdit profile\n{SIGNED}",
        # What tells more of it is spoken of as much.
        f"{MENU}\nWhy the kettle asks\nIt had been asked before, but never so early, by a spoon.\nBy Ann Smith\n{BODY}",
        # Longer comments stand below.
        f"{MENU}\n{SIGNED}\n{BODY}\n" + f"{MENU}\n" * 3 + "Yes, and a pan told me all about it last year. " * 12,
        # Few entries stand above it, but the page says of itself more than texts do.
        f"Kettles\nSpoons\n{SIGNED}\nAbout us\nContact\nPrivacy policy\nSite map\nNewsletters",
    ],
)
def test_the_headline_of_a_saved_page_is_the_line_that_its_prose_speaks_of(text):
    assert head(text).title == "Why the kettle asks"


def test_entries_between_a_headline_and_the_body_are_furniture():
    found = head(f"{MENU}\nWhy the kettle asks\nTopics\nKitchen tales\nNew spoons\n{BODY}")

    assert {7, 8, 9} <= set(found.furniture)


def test_rows_of_entries_below_a_standfirst_are_furniture_and_an_author_is_not():
    told = "It had been asked before, but never so early, by a spoon."
    found = head(f"{MENU}\nWhy the kettle asks\n\n{told}\n\nBy Ann Smith\n\nTopics so far:\nPots\nPans\nLids\n\n{BODY}")

    assert (found.title, found.byline) == ("Why the kettle asks", "Ann Smith")
    assert {13, 14, 15} <= set(found.furniture)
    assert not {8, 10} & set(found.furniture)


def test_where_headings_are_marked_no_other_line_is_the_headline():
    tools = "\n".join(f"- [{name}](/{name})" for name in ("Home", "Search", "Videos", "Photos", "The Spoon Orchestra"))
    text = f"### What do you boil water with?\n\nA kettle.\n\n### And what else?\n\n{tools}\n\n{BODY}"

    assert "Orchestra" not in str(head(text, is_markdown=True).title)


def test_a_table_of_contents_is_no_menu():
    names = ["Pots", "Pans", "More", "Lids", "Cups", "Spoons"]
    sections = "\n".join(f"{name}\n{BODY}" for name in names)

    assert (
        headline_below_menu(laid_out("\n".join([*names, f"All about the kettle\n{sections}"]), is_markdown=False), 0)
        is None
    )


def test_a_name_and_a_date_sign_a_headline_too():
    text = f"Spoon Online\n{MENU}\nWhy no kettle asks before breakfast\nAnn Smith\nAugust 13th, 2011\n{BODY}"

    assert head(text).title == "Why no kettle asks before breakfast"


def test_a_heading_of_the_first_level_below_a_menu_of_links_is_the_title():
    menu = "\n".join(f"- [{name}](/{name})" for name in ("Home", "Recipes", "Kettles", "Spoons", "Contact", "Sign in"))

    assert head(f"{menu}\n\n# Why the kettle asks\n\n{BODY}", is_markdown=True).title == "Why the kettle asks"


def test_the_menu_is_furniture():
    found = head(f"{MENU}\n\n{SIGNED}")

    assert found.furniture == dict.fromkeys(range(6), FurnitureKind.NOTICE)
    assert found.byline == "Ann Smith"


@pytest.mark.parametrize(
    "text",
    [
        # A cast: its names come again.
        "Kettle\nSpoon\nCup\nPot\nPan\nThe pot that would not boil\n\nKettle\nI ask.\n\nSpoon\nAsk.\n\nCup\nNo.",
        # A recipe: no line below the short ones is a headline.
        f"Two cups\nOne pot\nTea leaves\nCold water\nSome honey\nBoil the water and wait.\n{BODY}",
        # Verse.
        "The kettle\nthe spoon\nthe cup\nthe pot\nthe morning\nall of them waiting still for tea to come\nthe end",
        # The headline was there before the menu.
        f"Why the kettle asks\nBy Ann Smith\n{MENU}\nThe kettle had a question this morning\n{BODY}",
        # The article has begun.
        f"Kettle card\n\nWhat follows is all that a kettle of this kind may be\nasked to do.\n\n{MENU}\n{SIGNED}",
        # The title is underlined.
        f"Kettle card\n===========\n{MENU}\n{SIGNED}",
        f"Why the kettle asks\n\n{BODY}",
        MENU,
        "",
    ],
)
def test_short_lines_in_a_row_are_not_always_a_menu(text):
    assert headline_below_menu(laid_out(text, is_markdown=False), 0) is None


def test_no_headline_is_looked_for_below_the_first_wrapped_paragraph():
    wrapped = (
        "This pot keeps its water warm for as long as there is any in it (and\n"
        "so does the kettle). If all that you want is to have the two of them\n"
        "side by side on the shelf, neither of them is what you should buy.\n"
    )
    menu = "\n".join(f"  * {entry}" for entry in [*MENU.split("\n"), "Lids", "Cups", "Help", "News"])

    assert head(f"spoons/ pots and kettles\n\n{menu}\n\n{wrapped}\n{wrapped}").title == "spoons/ pots and kettles"


def test_an_entry_is_short_and_has_no_stop():
    assert is_entry("• Kettles & Pots")
    assert not is_entry("Ask.")
    assert not is_entry("All that a kettle asks of you")


@given(st.lists(st.sampled_from([*MENU.split("\n"), "", *SIGNED.split("\n"), "By", "?", "1", "---"]), max_size=40))
def test_a_headline_below_a_menu_is_a_line_with_words_below_entries(lines):
    page = laid_out("\n".join(lines), is_markdown=False)
    found = headline_below_menu(page, 0)

    assert found is None or (page.bare[found.headline] and sum(map(is_entry, page.bare[: found.headline])) >= 2)
    assert found is None or found.headline < found.body


@given(st.text(alphabet="(*-~.: \n", max_size=80))
def test_a_page_without_any_word_has_no_headline_below_a_menu(signs):
    assert headline_below_menu(laid_out(signs, is_markdown=False), 0) is None
