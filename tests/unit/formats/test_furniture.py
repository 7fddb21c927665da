from unittest.mock import Mock

import pytest

from reader.formats import comments, wording
from reader.formats.notices import ends_in_credit, is_licence, is_notice
from reader.formats.plain import page_and_head
from reader.formats.registry import read
from reader.formats.wording import Marker
from reader.model.article import ArticleId, FurnitureKind

BODY = "The morning began as mornings do, with a kettle and a question that nobody had thought to ask before. " * 3
HEAD = f"The Kettle Asks\n\n{BODY}\n\n{BODY}\n\n"


def folded(text, *, is_markdown=False):
    page, _ = page_and_head(text, is_markdown=is_markdown)
    return {page.bare[index] or page.lines[index].text: kind for index, kind in sorted(page.furniture.items())}


@pytest.mark.parametrize(
    ("tail", "kinds"),
    [
        ("Leave a Comment\nView Comments 1\n", {"Leave a Comment": "COMMENTS", "View Comments 1": "COMMENTS"}),
        (
            "In Other News\nSpoon found in attic\nFork still missing\nMore News",
            dict.fromkeys(["In Other News", "Spoon found in attic", "Fork still missing", "More News"], "RELATED"),
        ),
        ("Related:\n\n    Spoon found in attic", {"Related:": "RELATED", "Spoon found in attic": "RELATED"}),
        ("Share this article\nFacebook | Twitter | Email", dict.fromkeys(["Share this article",
            "Facebook | Twitter | Email"], "SHARE")),
        ("Tags: tea, steam", {"Tags: tea, steam": "TAGS"}),
        ("© 2020 Spoon Press. All rights reserved.", {"© 2020 Spoon Press. All rights reserved.": "LICENCE"}),
        ("This story was provided by Spoon Press.", {"This story was provided by Spoon Press.": "LICENCE"}),
        ("To find out more about kettles, go HERE", {"To find out more about kettles, go HERE": "PROMOTION"}),
        ("Subscribe to our newsletter", {"Subscribe to our newsletter": "PROMOTION"}),
        ("|=[ EOF ]=---=|", {"|=[ EOF ]=---=|": "TRAILER"}),
        ("Das könnte Sie auch interessieren\n\nLöffel gefunden", {"Das könnte Sie auch interessieren": "RELATED",
            "Löffel gefunden": "RELATED"}),
        ("8 Kommentare\n\nAnna sagt:\n\nSchön!", {"8 Kommentare": "COMMENTS", "Anna sagt:": "COMMENTS",
            "Schön!": "COMMENTS"}),
        ("À lire aussi\n\nUne cuillère au grenier", {"À lire aussi": "RELATED", "Une cuillère au grenier": "RELATED"}),
        ("関連記事\nスプーン発見", {"関連記事": "RELATED", "スプーン発見": "RELATED"}),
    ],
)  # fmt: skip
def test_what_follows_the_article_is_set_apart_by_kind(tail, kinds):
    assert folded(HEAD + tail) == {line: FurnitureKind[kind] for line, kind in kinds.items()}


@pytest.mark.parametrize(
    "middle",
    [
        "Photo: Ann Smith",
        "A kettle on its stove. Photo: Ann Smith",
        "A kettle, 2012. © A. Smith / Spoon Press",
        "(Photo by Ann Smith/Getty Images)",
        "Read more: Spoon found in attic",
        "Advertisement",
        "Sign up for our newsletter here.",
    ],
)
def test_credits_and_promotion_between_paragraphs_are_set_apart(middle):
    assert list(folded(f"{HEAD}{middle}\n\n{BODY}")) == [middle]


def test_who_speaks_of_pictures_at_the_end_of_a_line_gives_no_credit_for_one():
    assert list(folded(f"{HEAD}壶里没有水。我每天画图,画完就没有了。\n\n一把壶。图:新壶社\n\n{BODY}")) == [
        "一把壶。图:新壶社"
    ]


@pytest.mark.parametrize(
    "line",
    ["Back to top", "Voltar ao topo", "Zum Interview", "Retour au sommaire", "Source link", "Teilen Merken Drucken"],
)
def test_what_leads_about_the_page_or_hands_it_on_is_no_body(line):
    assert list(folded(f"{HEAD}{line}\n\n{BODY}")) == [line]
    assert list(folded(f"{HEAD}{BODY}\n{line}\n{BODY}")) == [line]


def test_the_caption_above_a_credit_goes_with_it():
    assert list(folded(f"{HEAD}A kettle on its stove.\n\nCredit: Ann Smith\n\n{BODY}")) == [
        "A kettle on its stove.",
        "Credit: Ann Smith",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Comments on the plan were mixed, he said, and the kettle was not asked at all about any of it.",
        "Share prices fell on Monday.",
        "More in hope than in fear they waited.",
        "Next question, to Ann from Reuters.",
        "I do photo/graphic editing.",
        "Related problems were found in the lid.",
        "For more information on steam he read a book, which was not about steam.",
    ],
)
def test_prose_that_begins_like_furniture_stays(line):
    assert folded(f"{HEAD}{line}\n\n{BODY}\n\n{BODY}") == {}


@pytest.mark.parametrize(
    "last",
    [
        "I use whatever lamp is available to get the work done.",
        "One day I shall have a lens of glass, when it is available in the future.",
    ],
)
def test_a_last_sentence_that_says_what_can_be_had_sells_nothing(last):
    assert folded(f"{HEAD}{BODY}\n\n{last}\n") == {}


def test_what_else_is_on_a_desk_is_no_list_of_other_headlines():
    text = f"{HEAD}I have two of them.\n\nAlso on my desk:\n\nA logbook\nA brass bell\n\n{BODY}\n"
    assert folded(text) == {}


def test_a_marker_at_the_end_of_a_wrapped_paragraph_is_prose():
    text = f"{HEAD}There is a man who has written to us, and would you have any\ncomments on that?\n\n{BODY}"
    assert folded(text) == {}


def test_lines_that_go_on_with_an_entry_of_the_contents_may_say_what_another_said():
    text = (
        "Kettle FAQ\n\nContents:\n\n1.1 Why does the kettle\n\thum in winter?\n1.2 Why does the pot\n\thum in winter?\n"
        "1.3 Is it hot?\n\n1.1 Why does the kettle\n\thum in winter?\n\n" + BODY
    )
    assert list(folded(text))[-1] == "1.3 Is it hot?"


@pytest.mark.parametrize("head", ["Table of contents", "目次"])
def test_a_table_of_contents_in_a_box_ends_with_it(head):
    box = f"  +------+\n  |{head} |\n  |------|\n  |  * Tea    |\n  |  * Steam  |\n  +------+\n"
    page, _ = page_and_head(f"Kettle FAQ\n\n{box}\nTea\n\n  It is hot\n     {BODY}\n", is_markdown=False)
    assert page.furniture.keys() == set(range(3, 8))


def test_a_table_of_contents_ends_at_the_first_question_that_is_asked_again():
    text = (
        "Kettle FAQ\n\nContents:\n\n1. What is it?\n2. Is it hot?\n\n1. What is it?\n\n"
        + BODY
        + "\n\n2. Is it hot?\n\nYes.\n"
    )
    assert list(folded(text)) == ["Contents:", "1. What is it?", "2. Is it hot?"]
    page, _ = page_and_head(text, is_markdown=False)
    assert max(page.furniture) == 5


def test_a_line_that_counts_thoughts_on_the_title_leads_comments_to_the_end():
    text = f"The Kettle Asks\n\nIt is early.\n\n12 thoughts on “The Kettle Asks”\n\n  1. {BODY}"
    page, _ = page_and_head(text, is_markdown=False)
    assert page.furniture[len(page.lines) - 1] is FurnitureKind.COMMENTS


def test_a_marker_far_above_the_thread_leaves_the_article_between_them():
    thread = "Comments\n\nAnna, May 3, 2012 at 8:15 pm\n\nIs it hot?\n\nBob, May 4, 2012 at 9:15 am\n\nVery."
    page, _ = page_and_head(f"The Kettle Asks\n\nComments 15\n\n{BODY}\n\n{BODY * 8}\n\n{thread}", is_markdown=False)

    assert page.furniture[len(page.lines) - 1] is FurnitureKind.COMMENTS
    assert not {4, 6} & page.furniture.keys()


def test_comments_go_on_to_the_end():
    thread = (
        "3 Comments\n\nAnna, May 3, 2012 at 8:15 pm\n\nIs it hot?\n\nBob, May 4, 2012 at 9:15 am\n\nVery. " + BODY * 3
    )
    page, _ = page_and_head(HEAD + thread, is_markdown=False)
    assert page.furniture[len(page.lines) - 1] is FurnitureKind.COMMENTS


def test_front_matter_is_furniture_but_for_its_title():
    page, _ = page_and_head(f"---\ntitle: Kettle\ntags: [a]\n---\n\n{BODY}", is_markdown=True)
    assert sorted(page.furniture) == [0, 2, 3]


def test_lines_of_nothing_but_html_are_set_apart():
    assert list(folded(f"# Kettle\n\n<figure>\n<img src='a'>\n</figure>\n\n{BODY}", is_markdown=True)) == [
        "<figure>",
        "<img src='a'>",
        "</figure>",
    ]


def test_other_headlines_are_kept_one_by_one():
    article = read(
        (HEAD + "In Other News\nSpoon found in attic\nFork still missing\nMore News").encode(), ArticleId("a")
    )
    assert [span.of(article.text) for span in article.related] == ["Spoon found in attic", "Fork still missing"]


@pytest.mark.parametrize(
    ("line", "marker"),
    [
        ("Tweet this · Share · Save for later", Marker.SHARE),
        ("!@#$ COMMENTS", Marker.COMMENTS),
        ("12 responses to The Kettle", Marker.COMMENTS),
        ("No hay comentarios:", Marker.COMMENTS),
        ("Publicar un comentario", Marker.COMMENTS),
        ("Нет комментариев", Marker.COMMENTS),
        ("No comment.", None),
        ("StumbleUpon", Marker.SHARE),
        ("Pin It on Pinterest", Marker.SHARE),
        ("Don’t miss a pot. Sign up for free.", Marker.PROMOTION),
        ("分享到：微信　微博", Marker.SHARE),
        ("The kettle is hot", None),
        ("", None),
        ("…", None),
    ],
)
def test_a_marker_is_known_by_how_a_line_begins(line, marker):
    assert wording.marker(line) is marker


def test_a_notice_and_a_licence_are_known_by_what_they_say():
    assert is_notice("We are currently experiencing technical difficulties.")
    assert not is_notice("She was experiencing the sea for the first time.")
    assert is_licence("No part of this text may be reproduced without permission.")
    assert not is_licence("He was licensed to drive a kettle.")


@pytest.mark.parametrize(
    "said",
    [
        "To view the rest of this article, you must log in.",
        "La tua email non sarà pubblicata.",
        "Deine E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit * markiert",
        "Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *",
        "Los campos obligatorios están marcados con *",
        "We may earn a small commission when you buy through our links.",
        "This is an unofficial transcript meant for reference. Accuracy is not guaranteed.",
    ],
)
def test_what_such_programs_write_everywhere_is_a_notice(said):
    assert is_notice(said)


def test_a_credit_at_the_end_makes_a_caption():
    assert ends_in_credit("A kettle. Foto: A. Schmidt")
    assert not ends_in_credit("He takes photos by the dozen")


@pytest.mark.parametrize(
    ("tail", "kinds"),
    [
        ("Print | Download as PDF", {"Print | Download as PDF": "NOTICE"}),
        ("← Back to all kettles", {"← Back to all kettles": "NOTICE"}),
        ("Tea Time is a monthly series. See all pots >", {"Tea Time is a monthly series. See all pots >": "NOTICE"}),
        ("Was this page helpful? Yes / No", {"Was this page helpful? Yes / No": "NOTICE"}),
        ("12 people like this", {"12 people like this": "SHARE"}),
        ("Leave a comment (https://spoon.example/1?c=true)",
            {"Leave a comment (https://spoon.example/1?c=true)": "COMMENTS"}),
        ("Upgrade today (https://spoon.example/up)", {"Upgrade today (https://spoon.example/up)": "NOTICE"}),
        ("You are reading a plain text version.\nhttps://spoon.example/1",
            dict.fromkeys(["You are reading a plain text version.", "https://spoon.example/1"], "NOTICE")),
        ("Read the  full interview here:\nThe Kettle, asked", dict.fromkeys(["Read the  full interview here:",
            "The Kettle, asked"], "PROMOTION")),
        ("🏷️ Tags\n#tea #steam_and_water #kettles_of_the_world #spoons #pots_and_pans",
            dict.fromkeys(["🏷️ Tags", "#tea #steam_and_water #kettles_of_the_world #spoons #pots_and_pans"], "TAGS")),
        ("#tea #steam", {"#tea #steam": "TAGS"}),
        ("Sign the guest book", {"Sign the guest book": "NOTICE"}),
        ("Follow Daily Spoon on Chirp", {"Follow Daily Spoon on Chirp": "SHARE"}),
        ("More kettles\nSpoon found in attic", dict.fromkeys(["More kettles", "Spoon found in attic"], "RELATED")),
        ("Got a story? Email desk@spoon.example", {"Got a story? Email desk@spoon.example": "PROMOTION"}),
        (
            "Fond of Ann Smith? Her advice, in one volume, is out now from Spoon Press.",
            {"Fond of Ann Smith? Her advice, in one volume, is out now from Spoon Press.": "PROMOTION"},
        ),
        ("Licence: CC0 1.0", {"Licence: CC0 1.0": "LICENCE"}),
    ],
)  # fmt: skip
def test_what_a_reader_is_to_act_on_is_known_by_its_shape(tail, kinds):
    assert folded(HEAD + tail) == {line: FurnitureKind[kind] for line, kind in kinds.items()}


def test_a_row_of_links_is_furniture_anywhere():
    row = "Jump to: [1921](#a) · [1976](#b)"
    assert list(folded(f"{HEAD}{row}\n\n{BODY}", is_markdown=True)) == ["Jump to: 1921 · 1976"]


def test_the_last_paragraph_that_speaks_of_the_site_is_set_apart():
    text = (
        f"Spoon Monthly\n\nWhy the kettle asks\n\nBy Ann Smith\n\n{BODY}\n\nSpoon Monthly is free in all good kitchens."
    )
    assert "Spoon Monthly is free in all good kitchens." in folded(text)


@pytest.mark.parametrize(
    "caption",
    ["Ann Smith with the long ladle, which she made herself", "Ann Smith in her box in 1974. Archive photo"],
)
def test_a_name_and_a_place_without_a_verb_between_paragraphs_is_a_caption(caption):
    text = f"{HEAD}{caption}\n\nSmith was not asked. {BODY}"
    assert folded(text) == {caption: FurnitureKind.CAPTION}


def test_headlines_below_a_thread_of_comments_are_other_articles():
    text = f"{HEAD}2 Comments\n\nGus says:\nFine.\n\nMay says:\nNo.\n\nIn Other News\nSpoon found in attic"
    kinds = folded(text)
    assert kinds["Fine."] is FurnitureKind.COMMENTS
    assert kinds["Spoon found in attic"] is FurnitureKind.RELATED


@pytest.mark.parametrize(
    "line",
    [
        "Follow the river to the sea.",
        "12 people came, and none of them stayed",
        "The kettle is > 3 years old, and < 5",
        "« Non, dit-elle, jamais »",
        "### Why do I see Ã© here?",
        "name | age | town",
        "A second winter in the north of Ireland",
        "The software is in the public domain.",
        "Add this line to your kettle: >",
        "A: Write to us at desk@spoon.example for more information.",
    ],
)
def test_the_end_of_a_text_is_not_taken_for_a_call(line):
    assert folded(f"{HEAD}{line}\n\n{BODY}") == {}
    assert folded(f"{HEAD}{line}") == {}


def test_who_asks_for_thoughts_at_the_end_of_a_paragraph_opens_no_comments():
    assert folded(f"{HEAD}We meet on Monday.\nPlease come.\nTell us your thoughts.\n\n{BODY}") == {}


def test_questions_and_answers_below_a_call_for_comments_stay():
    pairs = "Q: Is it hot?\n\nA: Very.\n\nQ: And then?\n\nA: Tea."
    assert list(folded(f"{HEAD}{BODY}\n\nTell us your thoughts\n\n{pairs}")) in ([], ["Tell us your thoughts"])


def test_a_link_without_words_is_set_apart():
    page, _ = page_and_head(f"# Kettle\n\n{BODY}\n\n[](https://spoon.example)\n\n{BODY}", is_markdown=True)
    assert page.furniture == {4: FurnitureKind.NOTICE}


def test_what_stands_below_is_looked_at_once_however_many_lines_call_for_comments(monkeypatch):
    asked = Mock(return_value=False)
    monkeypatch.setattr(comments, "_bears_sign", asked)
    text = HEAD + "Comments\n\n" * 50 + BODY
    page_and_head(text, is_markdown=False)
    assert 0 < asked.call_count <= text.count("\n") + 1


MAP = [
    "Most read", "Spoon found in attic", "Is your fork safe?", "Cup lost at sea", "Newsletter", "Lid | Facebook | RSS",
    "The Kettle is a paper of good standing.", "Contact us", "Privacy policy", "© 2020 Kettle Press",
]  # fmt: skip


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_map_of_the_site_below_the_last_sentence_is_set_apart_whole(between):
    assert list(folded(HEAD + between.join(MAP))) == MAP


@pytest.mark.parametrize("words", [["Contact us", "Privacy policy", "Help"], ["Help", "Help", "Help", "Help", "Help"]])
def test_short_lines_with_few_words_of_a_site_are_no_map_of_it(words):
    verse = ["Spoon found in attic", "Cup lost at sea", "Fork alone at noon", "Lid upon the lea"] * 2
    assert not set(verse) & folded(HEAD + "\n\n".join([*verse, *words])).keys()


def test_a_map_of_the_site_ends_where_paragraphs_tell_and_leaves_a_list_above_it():
    listed = ["- two spoons", "- a cup"]
    assert list(folded(HEAD + "\n\n".join([*listed, *MAP]))) == MAP
    assert "two spoons" not in folded("\n\n".join([*MAP, BODY, BODY, *MAP]))


@pytest.mark.parametrize(
    "line",
    [
        "Een reactie posten", "Legg inn en kommentar", "Skicka en kommentar", "Prześlij komentarz",
        "Deja una respuesta",
        "Você também pode gostar", "Potrebbe interessarti anche", "Se også", "Labels: kettles, spoons", "Reblog",
        "This post is also available in: Spanish", "Este artículo también está disponible en: Inglés",
        "Newer Post Older Post Home", "Teilen auf Facebook", "Foto von Ann Smith", "Enter to win",
        "Your email address will not be published. Required fields are marked *", "Powered by Blogger.",
        "Check out more from the kettles below:", "Leggete le altre interviste del mese!",
    ],
)  # fmt: skip
def test_what_the_programs_behind_sites_write_below_every_article_is_set_apart(line):
    assert line in folded(f"{HEAD}{line}\n")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("No hay comentarios:", FurnitureKind.COMMENTS),
        ("Share this article", FurnitureKind.SHARE),
        ("Newer Post Older Post Home", FurnitureKind.NOTICE),
    ],
)
def test_a_line_right_below_a_long_one_is_looked_at_alone_for_no_line_of_that_length_is_wrapped(line, kind):
    assert folded(f"The Kettle Asks\n\nWho is there?\n{BODY}\nWho else?\n{BODY}\n{line}\n") == {line: kind}


def test_who_asks_for_thoughts_between_two_sentences_line_by_line_opens_no_comments():
    asked = f"Ann:\n{BODY}\nSo I put the lid on.\nWhat do you think?"
    spoken = f"The Kettle Asks\n\n{asked}\n\nBob:\n{BODY}\nI like it.\nI do.\n"

    assert folded(spoken) == {}


@pytest.mark.parametrize("number", ["1. ", ""])
def test_three_entries_are_a_table_of_contents_where_the_first_comes_again_right_below(number):
    asked = [f"{number}Is the kettle on?", f"{number}Where are the cups?", f"{number}Who pours the tea?"]
    told = "\n\n".join(f"{question}\n\n{BODY}" for question in asked)

    assert folded("The Kettle FAQ\n\n" + "\n".join(asked) + f"\n\n{told}\n") == dict.fromkeys(
        asked, FurnitureKind.CONTENTS
    )
    assert folded("The Kettle FAQ\n\n" + "\n".join(asked) + f"\n\n{BODY}\n\n{told}\n") == {}


PICTURE = "Two hens on the wooden bridge of Oudezwaag in spring"


@pytest.mark.parametrize(
    "lines",
    [
        [PICTURE, PICTURE],
        [PICTURE, f"{PICTURE}. Picture: Ann Smith"],
        ["Oudezwaag - the bridge", "Two hens stand on it and look at the town. © Ann Smith"],
        ["Two hens stand on it and look at the town. Foto ANP"],
        ["Fonte Ansa"] * 4,
        [f"{PICTURE} with a...", f"{PICTURE} with a basket and a lamp."],
        ["Two hens stand on it and look at the town. Source: Ann Smith"],
    ],
)
def test_a_picture_is_shown_by_what_is_said_twice_or_of_its_maker(lines):
    found = folded(HEAD + "\n".join(lines) + f"\n\n{BODY}")
    assert found == dict.fromkeys(lines, FurnitureKind.CAPTION)


def test_paragraphs_without_a_blank_line_between_them_are_said_twice_by_pictures_only():
    shown = f"{PICTURE}, with a basket of eggs, a lamp that is out and a boat that goes by"
    lines = [BODY.strip(), shown, shown, BODY.strip(), "By Ann", BODY.strip()]
    assert folded(HEAD + "\n".join(lines)) == {shown: FurnitureKind.CAPTION}


def test_verse_may_say_a_line_twice():
    verse = [
        "Row on, row on, you silver oars of ours",
        "Row on, row on, you silver oars of ours",
        "and home",
        "and home",
    ]
    assert not folded(HEAD + "\n".join(verse) + f"\n\n{BODY}")


def test_the_title_is_said_once_more_above_the_body():
    title = "The kettle asks a question"
    page, _ = page_and_head(f"{title}\n\nAnd nobody knows why.\n\n{title}\n\n{BODY}\n\n{BODY}", is_markdown=False)
    assert {page.bare[index]: kind.name for index, kind in page.furniture.items()} == {title: "NOTICE"}
    assert page.title_line == 0


def test_advertisements_are_told_in_a_row_as_well():
    assert folded(HEAD + f"Advertisement\nAdvertisement\n\n{BODY}") == {"Advertisement": FurnitureKind.PROMOTION}


def test_below_what_leads_away_nothing_but_the_sites_lines_follows():
    tail = "Autres vidéos\nTous publics\nUne cuillère au grenier\n25 novembre 2024 - le courrier\n\nChargement"
    assert set(folded(HEAD + tail)) == set(filter(None, tail.split("\n")))


def test_a_list_below_a_share_line_stays_where_it_is_most_of_the_text():
    recipe = "Share this page\n\n" + "\n".join(
        f"{count} spoons of tea from the tin on the shelf" for count in range(2, 30)
    )
    assert len(folded(HEAD + recipe)) == 1


def test_a_table_of_numbered_contents_ends_at_the_heading_it_names():
    text = f"{HEAD}Contents\n1 Origin\n2 Form\n2.1 Lid\n\nOrigin\n{BODY}\n\nForm\n{BODY}"
    assert set(folded(text)) == {"Contents", "1 Origin", "2 Form", "2.1 Lid"}


def test_what_a_site_says_between_its_own_lines_is_its_own():
    tail = (
        "Share this article\nAdvertisement\n\nSign up now for our letters.\n\nWait a moment...\n\n"
        "You are on the list now! Look at your mail.\n\n© 2024 Spoon Press. All rights reserved."
    )
    assert set(folded(HEAD + tail)) == set(filter(None, tail.split("\n")))


def test_several_names_of_sections_above_a_title_are_a_menu():
    assert set(folded(f"News\n\nSport\n\nThe Kettle Asks\n\n{BODY}")) == {"News", "Sport"}
    assert not folded(f"News\n\nThe Kettle Asks\n\n{BODY}")
