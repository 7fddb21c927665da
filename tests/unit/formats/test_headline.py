import pytest

from reader.formats.bylines import credited, is_byline
from reader.formats.plain import page_and_head
from reader.formats.registry import read
from reader.formats.strokes import undecorated
from reader.model.article import ArticleId, FurnitureKind

BODY = "The morning began as mornings do, with a kettle and a question that nobody had thought to ask before. " * 3
TOLD = "It stood in a canteen for forty years and nobody had thought to ask it"

VERSE = """Shall I compare thee to a cup of tea,
Whose steam is gone before the clock strikes three,
And whose sweet leaf the morning cannot keep,
But leaves it lying, dark and very deep?
"""


def head(text, *, is_markdown=False):
    return page_and_head(text, is_markdown=is_markdown)[1]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"The Kettle Asks\n\n{BODY}", "The Kettle Asks"),
        (f"\n\n      The Kettle Asks\n\n{BODY}", "The Kettle Asks"),
        (f"Kettles: drawing on talents of steam\n\n{BODY}", "Kettles: drawing on talents of steam"),
        (f"We use cookies to improve this website.\n\nThe Kettle Asks\n\n{BODY}", "The Kettle Asks"),
        (f"3 May 2021\nThe Kettle Asks\n\n{BODY}", "The Kettle Asks"),
        (f"Feature\n3 May 2021\n\nThe Kettle Asks\n\nKettle staff\n\n{BODY}", "The Kettle Asks"),
        (
            "Four questions to a kettle\nI put them to the one in the canteen, and here are all its answers.\nWhy?",
            "Four questions to a kettle",
        ),
        (f'Home News Culture Contact\n\n"The Kettle Asks"\n\n{BODY}', '"The Kettle Asks"'),
        (f"Von Tasse bis Kanne mit Anna Schmidt\n\n{BODY}", "Von Tasse bis Kanne mit Anna Schmidt"),
        (f"The Kettle Asks\nBy Ann Smith\n{BODY}", "The Kettle Asks"),
        (f"Case Study August 12, 2010, 5:00PM EST\n\nThe Kettle Asks\n\nBy Ann Smith\n\n{BODY}", "The Kettle Asks"),
        (
            f"Pouring Out\n\nThe Kettle, My Oldest Friend\n\nFri Mar 30, 2:00 AM ET\n\n{BODY}",
            "The Kettle, My Oldest Friend",
        ),
        (f"Previous: 12 - Cups\nNext: 14 - Pots\n\nThe Kettle Asks\n\n{BODY}", "The Kettle Asks"),
        (f"1. spoon-press\n2. Region\n3. Region News\n\nThe Kettle Asks\n\n{BODY}", "The Kettle Asks"),
        (f"SpoonBlog\nLog in Register\nspoonblog.example.com\n\nThe Kettle Asks\n\n{BODY}", "The Kettle Asks"),
        (f"Weather\nMarketplace\nMeet the Spoon Team!\nAdvertisement\n\nThe Kettle Asks\n\n{BODY}", "The Kettle Asks"),
        (f"spoon.example.org\nThe Kettle Asks\nAnn Smith · 14 min read · June 3, 2018\n\n{BODY}", "The Kettle Asks"),
        (f"Saved from https://spoon.example.org/kettle\n\nThe Kettle Asks\n\n{BODY}", "The Kettle Asks"),
        (f"SpoonPress\n\nWhy every kettle asks a question\n\n{BODY}", "Why every kettle asks a question"),
        (
            f"Working Paper No. 12\nKettles and Questions\nAnn Smith and Tom Reed\nOctober 2016\n\n{BODY}",
            "Kettles and Questions",
        ),
        (
            f"FOR IMMEDIATE RELEASE\n\nMedia Contact:\nAnn Smith\nann@spoon.example\n\nThe Kettle Asks\n\n{BODY}",
            "The Kettle Asks",
        ),
        (f"The Daily Spoon\n\n3 May 2021\n\nHome\nContact us\n\nThe Kettle Asks\n\n{BODY}", "The Kettle Asks"),
        (
            f"3 May 2021\n\nKettle Press Tour\n\nHere is what was said of the kettle there\n\n{BODY}",
            "Kettle Press Tour",
        ),
        (
            f"Something from Everything\n\nThe art of junk\n\nSunday, March 4, 2018\n\nA morning, a kettle\n\n{BODY}",
            "A morning, a kettle",
        ),
        (f"The Ann Smith Show\n\n055: A morning with the kettle\n\n{BODY}", "055: A morning with the kettle"),
        (f"Hens on the bridge of Oudezwaag.\nPhoto / Ann Smith\n\nThe Kettle Asks\n\n{BODY}", "The Kettle Asks"),
        (f"19.03.13\n\nProtokoll\n\nDer Kessel fragt\n\n{BODY}", "Der Kessel fragt"),
        (
            f"In the hills of Oud\n\nThe kettle that asked a question is sold\n\n{TOLD}\n\n{BODY}",
            "The kettle that asked a question is sold",
        ),
        (
            "\n\n".join(["MAYOR: NOBODY MAY SELL THE KETTLE OF THE TOWN"] * 3) + f"\n\n{BODY}",
            "MAYOR: NOBODY MAY SELL THE KETTLE OF THE TOWN",
        ),
        ("\n".join(["The kettle asks", *[BODY] * 7]), "The kettle asks"),
        (f"the kettle\n\n____________\n\na play\n\nby Ann Smith\n\n{BODY}", "the kettle"),
        (f"The Kettle Asks\n\nThe Kettle Asks\n\nThe Kettle Asks\n\n{BODY}", "The Kettle Asks"),
        (f"KETTLE FAQ SHEET\n\nHow do I boil it?\n\n{BODY}\n\nHow do I pour it?\n\n{BODY}", "KETTLE FAQ SHEET"),
        (f"Page 1 of 3\n\nThe Kettle Asks\n\n{BODY}", "The Kettle Asks"),
        (f"FAQ\n\nHow do I boil it?\n\n{BODY}\n\nHow do I pour it?\n\n{BODY}", "FAQ"),
        ("\n".join(["The Kettle Asks", "By Ann Smith", *[BODY] * 24]), "The Kettle Asks"),
        (f"The Daily Spoon\n\nWhy the kettle asks\n\nby Ann Smith\n\n{BODY}", "Why the kettle asks"),
        (f"INTERVIEW\n\nWhy the kettle asks\n\n{BODY}", "Why the kettle asks"),
        (f"Spoon Blog\nHome   About   Contact\n\nWhy the kettle asks\n\n{BODY}", "Why the kettle asks"),
        (f"THE KETTLE ASKS\nAND THE SPOON ANSWERS\n\n{BODY}", "THE KETTLE ASKS AND THE SPOON ANSWERS"),
        (f"|=---=[ T H E   K E T T L E ]=---=|\n\n{BODY}", "THE KETTLE"),
        (f"==Spoon Inc.==\n\nVolume 3, Issue 12, File 4 of 9\n\n[ The Kettle ]\n\n{BODY}", "The Kettle"),
        (f"From: a@example.org\nSubject: kettles\n\nThe Kettle Asks\n\n{BODY}", "The Kettle Asks"),
        (f"Title: The Kettle\nDate: 2021\n\n{BODY}", "The Kettle"),
        (
            f"Breaking: spoon lost\nThe Daily Spoon\n\nWhy the kettle asks\nby Ann Smith\n\n{BODY}",
            "Why the kettle asks",
        ),
        (f"Spoon Monthly\nIssue 44 | Steam\n\nThe Kettle, Asked\nWords: Ann Smith\n\n{BODY}", "The Kettle, Asked"),
        (f"Daily Press Briefing\n\nAnn Smith\n\n{BODY}", "Daily Press Briefing"),
        (f"Press Talk by the Kettle and Mr. Spoon\n\nKitchen\n\n{BODY}", "Press Talk by the Kettle and Mr. Spoon"),
        (
            f"            Kettles\n     version 2 Hot Questions\n\n   Copyright 2002 by A. Smith\n\n{BODY}",
            "Kettles version 2 Hot Questions",
        ),
        (
            f"\t\t\t  KETTLES\n\t\t\t   and\n\t\t\tother pots\n\n{BODY}",
            "KETTLES and other pots",
        ),
        (f"{' ' * 60}as  21.10.93\n\n   Kettles: what goes wrong\n=-=-=-=-=-=-=\n\n{BODY}", "Kettles: what goes wrong"),
        (
            f"KNOT(1)     Manual     KNOT(1)\n\nNAME\n       knot, unknot - tie ropes\n\nABOUT\n       {BODY}",
            "knot, unknot - tie ropes",
        ),
        (
            f"  The Kettle FAQ\n  Ann Smith <ann@spoon.example>\n  Bob Roe <bob@spoon.example>\n\n{BODY}",
            "The Kettle FAQ",
        ),
        (
            f"Article 12 of rec.kettles:\nFrom: a@spoon.example\nSubject: Pot\nNf-To: b\n\n   POTS 11/22/63\n\n{BODY}",
            "POTS 11/22/63",
        ),
        (f"retour\n\nInterview with a kettle:\n\n{BODY}", "Interview with a kettle:"),
        (
            "Interview with the old kettle.\n1.Is it on?\nYes.\n2.And cups?\nCold.\n3.Who is it?\nI do.\n4.Why?\nT.\n",
            "Interview with the old kettle.",
        ),
        (f"A | B | C | D | E | F | G | H | I | J | K | L | M | N\n\nThe Kettle Asks\n\n{BODY}", "The Kettle Asks"),
        (f"all about pots\n\nTHE KETTLE ASKS\n\n{BODY}", "THE KETTLE ASKS"),
        (f"Kitchen matters\n\nHow the Kettle Learned to Ask\n\n{BODY}", "How the Kettle Learned to Ask"),
        (f"Kettle of the Month\n\nThe one that asks\n\n{BODY}", "The one that asks"),
        (f"Spoons and How to Lose Them\n\nWhy the Kettle Asks\n\nWhy The Kettle Asks\n\n{BODY}", "Why the Kettle Asks"),
        (f"Showing posts with label kettles. Show all posts\n\nWhy the kettle asks\n\n{BODY}", "Why the kettle asks"),
        (f"our pots\nFollow us on Twitter\nall spoons\nLogin\n\nKETTLES ON SUNDAY\n\n{BODY}", "KETTLES ON SUNDAY"),
        (f"Spoonford\n+44 20 5550 1234\ntea@spoon.example\n\nWhy the kettle asks\n\n{BODY}", "Why the kettle asks"),
        (
            "The kettle answers us\nHow are you?\nWarm.\nAnd the cups?\nCold.\nWhy so?\nNobody pours.\nTea?\nYes.",
            "The kettle answers us",
        ),
        (
            f"One to nought: the number one meets the number zero\n\n{BODY}",
            "One to nought: the number one meets the number zero",
        ),
    ],
)
def test_the_title_is_found_below_what_a_site_puts_above_it(text, title):
    assert head(text).title == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"---\ntitle: The Kettle\n---\n\n# Another\n\n{BODY}", "The Kettle"),
        (f"# The *Kettle* Asks\n\n{BODY}", "The Kettle Asks"),
        (f".. Licence-Identifier: MIT\n\n.. include:: ../note.txt\n\nThe Kettle\n\n{BODY}", "The Kettle"),
        (f"The Kettle\n==========\n\n{BODY}", "The Kettle"),
        (f"*This has been edited for length.*\n\n# The Kettle\n\n{BODY}", "The Kettle"),
        (f"## One\n\n{BODY}\n\n## Two\n\n{BODY}\n\n## Three\n\n{BODY}", None),
    ],
)
def test_headings_and_front_matter_come_first_in_markdown(text, title):
    assert head(text, is_markdown=True).title == title


def test_a_question_with_its_answer_on_the_next_line_is_no_title_where_others_are_like_it():
    rest = "".join(
        f"{asked}\nI was asked that before, and I never knew.\n\n" for asked in ("Are you sure?", "Why you?")
    )
    assert head(f"What do you do all day?\nI keep a lamp alight, and I sleep when it is out.\n\n{rest}").title is None
    assert head(f"What do you do all day?\n\nBy Ann Smith\n\n{rest}").title == "What do you do all day?"


@pytest.mark.parametrize(
    "text",
    [
        "“Kettle on?”\n– Yes, and I have been here since noon.\n\n“Cups out?”\n– Not one of them, I am afraid.\n",
        "KETTLE QUESTIONS\n\nHow much is it?\n\nIs it heavy?\n\nHow do I pour?\n\nWhere is the lid?\n",
        "Is it on?\n\nSince noon, I think.\n\nWho lit it?\n\nThe spoon.\n\nIs it hot?\n\nHotter than that.\n",
        "Did you sing? (Or hum?)\nI did.\nWho heard you?\nThe cups.\nDo you sing still?\nNo.\nWould you?\nYes.\n",
        "– So, is it on?\n\n– It has been on since noon.\n",
        "",
        "\n\n",
        "alone",
        BODY,
        f"The picture shows a kettle.\n\nCredit: Spoon Press\n\n{BODY}",
        "KETTLE: Who is there?\nSPOON: It is I.\nKETTLE: Come in.\nSPOON: I am in.\nKETTLE: So you are.\nSPOON: Yes.\n",
        VERSE,
        f"Kettle is Copyright (C) 1989 Spoon Press, Inc.\n\n{BODY}",
    ],
)
def test_a_text_without_a_title_gets_none(text):
    assert head(text).title is None


@pytest.mark.parametrize(
    "first",
    [
        "A kettle that sings, they say, is never far from a cup that listens, and that",
        "“Not before tea”",
        "TEA POT: Who is there",
        "three cups and a saucer",
    ],
)
def test_a_first_line_that_its_paragraph_goes_on_from_is_no_title(first):
    lines = "\nhas been so since the first of them was lit, in a kitchen that had neither of the two.\nSo they say."
    assert head(first + lines).title is None


def test_the_title_stands_where_it_is_said_to():
    text = f"---\ntitle: 'The Kettle'\n---\n\n{BODY}"
    found = head(text, is_markdown=True)
    assert found.title_span.of(text) == "The Kettle"


def test_byline_and_date_are_read_from_their_lines():
    found = head(f"The Kettle Asks\n\nby Ann Smith on July 17, 2012\n\n{BODY}")
    assert (found.byline, found.date) == ("Ann Smith", "2012-07-17")


@pytest.mark.parametrize(
    "notice",
    [
        "This site is down for repairs. We hope to be back soon.",
        "The Spoon is having a little trouble with its roof. We hope to be dry again by Monday.",
        "Unser Dach ist undicht. Wir sind am Montag wieder trocken.",
    ],
)
def test_sentences_of_a_site_above_a_headline_are_a_notice_whatever_their_words(notice):
    page, found = page_and_head(f"{notice}\n\nThe Kettle Asks\n\n{BODY}", is_markdown=False)
    assert found.title == "The Kettle Asks"
    assert page.furniture[0] is FurnitureKind.NOTICE


def test_a_paragraph_above_the_first_heading_is_no_notice_if_the_text_goes_on_from_it():
    text = f"We saw the kettle last week.\n\nThe kitchen\n\nThat week the kettle we saw was cold. {BODY}"
    assert head(text).title is None


def test_a_headline_may_begin_with_the_label_of_who_speaks_below():
    turns = "\n\n".join(f"Host: Why {n}?\n\nMayor Quill: I did not." for n in range(4))
    text = f'Mayor Quill: "I have not moved it"\nThursday 6 July 2006\n\n{BODY}\n\n{turns}'
    assert head(text).title == 'Mayor Quill: "I have not moved it"'
    assert head(turns.replace("Host", "Mayor Quill", 1)).title is None


@pytest.mark.parametrize("line", ["A.", "Views: 1,204", "(Two spoons on a table. One is asleep.)"])
def test_a_line_that_numbers_counts_or_directs_is_no_title(line):
    assert head(f"{line}\n\n{BODY}").title is None


def test_a_question_that_somebody_named_answers_is_no_title():
    turns = "\n\n".join(f"Is the kettle {state}?\n\nQuill: {BODY}" for state in ("warm", "old", "yours"))

    assert head(turns).title is None


def test_a_byline_below_the_standfirst_is_the_credit():
    assert head(f"The Kettle Asks\n\nShe went to see it, and stayed.\n\nBy Ann Smith\n\n{BODY}").byline == "Ann Smith"


def test_a_short_paragraph_between_title_and_body_is_the_standfirst():
    text = f"The Kettle Asks\n\nAnn Smith went to see a kettle, and stayed.\n\n{BODY}"
    page, found = page_and_head(text, is_markdown=False)
    assert [page.bare[index] for index in found.standfirst_lines] == ["Ann Smith went to see a kettle, and stayed."]


@pytest.mark.parametrize(
    "text",
    [
        f"The Kettle Asks\n\n{BODY}\n\n{BODY}",
        f"The Kettle Asks\n\nQ: Who is it?\n\nA: {BODY}\n\nQ: Why?\n\nA: No.\n\nQ: So?",
        "The Kettle Asks\nWho is it that sings so late?\nI do.\nAnd why?\nI am hot.\nIs it late?\nYes.\nAgain?\nNo.\n",
    ],
)
def test_a_long_paragraph_or_a_question_is_no_standfirst(text):
    assert head(text).standfirst_lines == ()


@pytest.mark.parametrize(
    "line",
    ["By Ann Smith", "by Ann Smith on 3 May 2021", "Von Jasper Oden | 17.03.2016", "Text: Ann Smith", "文：山田太郎"],
)
def test_a_byline_is_known_in_several_languages(line):
    assert is_byline(line)


@pytest.mark.parametrize("line", ["by the time we met", "By noon it rained.", "The Kettle Asks", ""])
def test_prose_that_begins_with_by_is_no_byline(line):
    assert not is_byline(line)


def test_the_credited_name_is_without_its_date():
    assert credited(["Posted by Ann Smith on May 3, 2021"]) == ("Ann Smith", "2021-05-03")
    assert credited(["Ann Smith | 3 May 2021"]) == ("Ann Smith", "2021-05-03")


def test_a_drawn_frame_and_spaced_letters_are_taken_away():
    assert undecorated("|=--=[ T E A   T I M E ]=--=|") == "TEA TIME"
    assert undecorated("*** Tea ***") == "Tea"


def test_what_stands_between_two_paragraphs_of_a_licence_belongs_to_it():
    text = (
        "Kettle is Copyright (C) 1989 Spoon Press, Inc.\n\nMore of this stands in a file of its own.\n\n"
        f"Kettle comes WITHOUT ANY WARRANTY.\n\nThe Kettle Asks\n\n{BODY}"
    )
    found = head(text)
    assert found.title == "The Kettle Asks"
    assert sorted(found.furniture.items()) == [(line, FurnitureKind.LICENCE) for line in (0, 2, 4)]


@pytest.mark.parametrize(
    ("lines", "byline", "date"),
    [
        ("Erstellt von Anna Schmidt - 21.10.2023, 17.51 Uhr", "Anna Schmidt", "2023-10-21"),
        ("Von: Anna Schmidt, Uwe Rot", "Anna Schmidt", None),
        ("26 Septembre 2021 , Rédigé par Anne Dupont Publié dans #Thé", "Anne Dupont Publié dans #Thé", "2021-09-26"),
        ("ByAda Brass", "Ada Brass", None),
        ("• Writer's pictureAda Brass", "Ada Brass", None),
        ("Ada Brass\nTuesday 24 December 2013 12:10 GMT", "Ada Brass", "2013-12-24"),
        ("Ada Brass\n2 min readFeb 6, 2024", "Ada Brass", "2024-02-06"),
        ("door anp\n9 januari 2026 om 6:38", "anp", "2026-01-09"),
        ("22 ago 2025 . Actualizado a las 05:00 h.", None, "2025-08-22"),
        ("Vandaag, 12:29", None, None),
        ("44 minutes ago", None, None),
    ],
)
def test_bylines_are_read_as_pages_write_them(lines, byline, date):
    found = head(f"The Kettle Asks\n\n{lines}\n\n{BODY}")
    assert (found.title, found.byline, found.date) == ("The Kettle Asks", byline, date)
    assert found.body > 2


def test_a_short_question_below_the_head_opens_the_body():
    assert not head(f"The Kettle Asks\n\n3 May 2021\n\nWhat does it ask?\n\n{BODY}").standfirst_lines


def test_what_a_library_wrote_above_a_book_names_it():
    text = (
        "The Project Gutenberg EBook of A Kettle in Winter, by Ann Smith\n\nThis eBook is for everyone.\n\n"
        "Title: A Kettle in Winter\n\nAuthor: Ann Smith\n\n*** START OF THIS PROJECT GUTENBERG EBOOK A KETTLE ***\n\n"
        f"Produced by two\nvolunteers\n\nA KETTLE IN WINTER\n\n{BODY}\n\n"
        "*** END OF THIS PROJECT GUTENBERG EBOOK A KETTLE ***\n\nYou may copy it.\n"
    )
    page, found = page_and_head(text, is_markdown=False)
    assert (found.title, found.byline) == ("A Kettle in Winter", "Ann Smith")
    assert {page.bare[index]: kind.name for index, kind in page.furniture.items()}["volunteers"] == "FRONT_MATTER"
    assert {page.bare[index]: kind.name for index, kind in page.furniture.items()}["You may copy it."] == "LICENCE"


FRONT = "---\ntitle: The Lamp at Hollow Ness\n---\n\n"


def blocks_of(text, suffix=".md"):
    article = read(text.encode(), ArticleId("a"), suffix)
    return [
        (type(block).__name__, article.prose(block.span)) for block in article.blocks if block.span.start >= len(FRONT)
    ]


def test_below_a_title_of_the_front_matter_no_sentence_is_a_notice_for_speaking_of_us():
    first = "Today we light again the lamp that our fathers lit."
    text = f"{FRONT}{first}\n\nIt went out\n\nIn a storm it went out, and nobody saw it go.\n"
    assert blocks_of(text)[0] == ("Paragraph", first)


def test_below_a_title_of_the_front_matter_a_wrapped_line_that_looks_like_a_name_is_nobody():
    told = "On the Keeping of Certain Lamps by Hollow\nNess Station"
    text = f"{FRONT}{told}\n\nThe lamp was lit.\n"
    assert ("Byline", "Ness Station") not in blocks_of(text)
    assert read(text.encode(), ArticleId("a"), ".md").metadata.byline is None


def test_below_a_title_of_the_front_matter_the_first_answer_is_an_answer():
    entries = "".join(
        f"### {question}\n\n{answer}\n\n"
        for question, answer in (
            (
                "Who are you, and what do you do?",
                "I have kept this lamp for seven years now.\n\nAt night I write of the ships and of the wind.",
            ),
            ("What do you use?", "Oil, a wick and a pair of scissors, and the glass above all else."),
            ("What would you rather use?", "The same, with less wind. A taller ladder would be good, too."),
        )
    )
    assert blocks_of(FRONT + entries)[:2] == [
        ("Heading", "Who are you, and what do you do?"),
        ("Turn", "I have kept this lamp for seven years now."),
    ]


def test_a_title_of_the_front_matter_may_be_said_again_below_it():
    text = f"{FRONT}# The Lamp at Hollow Ness\n\nThe lamp was lit at four in the afternoon.\n"
    assert [kind for kind, _ in blocks_of(text)] == ["Headline", "Paragraph"]
