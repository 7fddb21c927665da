"""One answers many, who ask under names of their own."""

import pytest

from reader.formats.registry import read
from reader.model.article import ArticleId

PAIRS = (
    ("Mira", "My roses have black spots. What can I do?", "Cut them hard, and burn what you cut."),
    ("Tomas", "Can I plant garlic in spring?", "You can, but it will sulk until the next."),
    ("Ina", "How do I keep the snails off?", "Ducks. They want paying, but they are thorough."),
    ("Pim", "What grows under a walnut tree?", "Nothing that you would want. Put a bench there."),
)


def exchanges(text):
    article = read(text.encode(), ArticleId("garden.txt"), ".txt")
    return [(one.question.label, one.answer.label) for one in article.exchanges]


@pytest.mark.parametrize("between", [": ", " — ", " / "])
def test_whoever_speaks_again_and_again_answers_those_who_ask_once(between):
    turns = "\n\n".join(f"{who}{between}{asked}\n\nOdo Reed{between}{told}" for who, asked, told in PAIRS)

    assert exchanges(f"An hour for the garden\n\n{turns}\n") == [(who, "Odo Reed") for who, _, _ in PAIRS]


def test_in_a_chat_names_stand_above_what_they_say_with_how_long_ago_it_was():
    turns = "\n\n".join(
        f"[–]{who.lower()}_{place} 12{place} points 5 hours ago\n\n{asked}\n\n"
        f"[–]odo_reed [S] 98 points 4 hours ago\n\n{told}\n\npermalink embed save report reply"
        for place, (who, asked, told) in enumerate(PAIRS)
    )

    assert exchanges(f"I keep a garden on a roof. Ask me anything!\n\n{turns}\n") == [
        (f"{who.lower()}_{place}", "odo_reed") for place, (who, _, _) in enumerate(PAIRS)
    ]


def test_nobody_is_asked_where_those_who_speak_once_tell_something():
    turns = "\n\n".join(f"{who}: {told}\n\nOdo Reed: I would not say so." for who, _, told in PAIRS)

    assert exchanges(f"An hour for the garden\n\n{turns}\n") == []


def test_listeners_with_names_ask_among_those_without():
    turns = "\n\n".join(
        f"{'Q' if place % 2 else f'{who} from Stell'}: {asked}\n\nA: {told}"
        for place, (who, asked, told) in enumerate(PAIRS)
    )
    turns = f"Q: Is it on?\n\nA: It is.\n\n{turns}\n\nQ: Is it over?\n\nA: It is.\n"

    assert [asker for asker, _ in exchanges(turns)] == ["Q", "Mira from Stell", "Q", "Ina from Stell", "Q", "Q"]
