"""The sample archive: what each of its texts is meant to be taken for, and what all of them keep to."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from reader.commands import BY_ID
from reader.formats.registry import read
from reader.model.article import ArticleId, Furniture, Heading, Kind
from reader.model.corpus import natural_key

ROOT = Path(__file__).parents[2]
ARCHIVE = ROOT / "articles"
SEEDS = ROOT.parent / "shared" / "corpus" / "seeds"

RUN = 8
"""Words in a row that no text of ours may share with the seeds."""


class Expected(NamedTuple):
    """How a text is to be read."""

    title: str
    kind: Kind = Kind.ARTICLE
    exchanges: int = 0
    askers: frozenset[str | None] = frozenset()
    answerers: frozenset[str | None] = frozenset()


def interview(title, exchanges, askers, answerers):
    return Expected(title, Kind.INTERVIEW, exchanges, frozenset(askers), frozenset(answerers))


def faq(title, exchanges, asker=None, answerer=None):
    return Expected(title, Kind.FAQ, exchanges, frozenset({asker}), frozenset({answerer}))


TOUR = "01 Start here.txt"
ESSAY = "12 The end of the line.txt"
GERMAN = "13 Das Eszett.txt"

TEXTS = {
    TOUR: faq("Start here: the program in sixteen answers", 16, "Q", "A"),
    "02 The Escape key.txt": interview(
        "The Escape key: nobody presses me when things are going well", 9, {"Q"}, {"EK"}
    ),
    "03 Counter-terrorism policing.txt": faq("How counter-terrorism policing recruits, and what for", 8, "Q", "A"),
    "04 Specialists for the Met.txt": Expected(
        "London’s police are short of specialists, and a committee says where to look"
    ),
    "05 The number zero.txt": interview(
        "One to nought: the number one interviews the number zero", 19, {"One"}, {"Zero"}
    ),
    "06 The lamp at Hollow Ness.txt": interview(
        "The lamp at Hollow Ness: an oral history", 10, {"Interviewer"}, {"The Lamp"}
    ),
    "07 Briefing by the Tide.txt": interview(
        "Press Briefing by the Tide and Ms. Moon", 12, {"Q"}, {"THE TIDE", "MS. MOON"}
    ),
    "08 Keeping paper books.txt": faq("Keeping paper books: questions usually asked too late", 12),
    "09 UTF-8 in seven questions.md": faq("UTF-8 in seven questions", 7),
    "10 The last leap second.txt": Expected("The last leap second"),
    "11 Out of ten.txt": Expected("Out of ten"),
    ESSAY: Expected("The end of the line"),
    GERMAN: interview("Das Eszett: »Ich bin kein B«", 9, {"Frage"}, {"Antwort"}),
    "14 The Equator.txt": interview("The Equator does not take sides", 13, {None}, {None}),
    "15 The Shift Row.md": interview(
        "The Shift Row, episode 7: the Interrobang", 9, {"Ampersand", "Octothorpe"}, {"Interrobang"}
    ),
    "16 Minutes of the punctuation marks.txt": Expected(
        "Minutes of the annual general meeting of the punctuation marks"
    ),
}

WITH_SITE_NOTICE = {name for name in TEXTS if name[:2] in {"02", "04", "05", "06", "10", "11", "12", "13", "14"}}
"""The texts whose first line is the made-up site's."""

TAUGHT = {
    "answer.next": "l",
    "answer.previous": "h",
    "end": "G",
    "page.down": "Space",
    "page.up": "b",
    "half.down": "d",
    "paragraph.next": "}",
    "top": "g",
    "find": "/",
    "filter.anywhere": "F",
    "match.next": "n",
    "match.previous": "N",
    "answer.questions": "t",
    "answer.copy": "y",
    "article.copy": "Y",
    "back": "<",
    "forward": ">",
    "article.next": "J",
    "article.previous": "K",
    "pane.other": "Tab",
    "fold": "v",
    "column.wider": "+",
    "column.narrower": "-",
    "zen": "z",
    "help": "?",
    "palette": ":",
    "quit": "q",
}
"""The commands of the tour, by the key under which it teaches them."""


def text_of(name):
    return (ARCHIVE / name).read_bytes().decode("utf-8")


def article_of(name):
    return read((ARCHIVE / name).read_bytes(), ArticleId(name), Path(name).suffix)


@pytest.fixture(scope="module")
def articles():
    return {name: article_of(name) for name in TEXTS}


def words_of(text):
    return re.findall(r"\w+", text.casefold())


def runs_of(text):
    words = words_of(text)
    return {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def test_the_archive_holds_these_texts_and_nothing_else():
    assert {path.name for path in ARCHIVE.iterdir()} == set(TEXTS)


def test_the_tour_comes_first():
    assert min(TEXTS, key=natural_key) == TOUR


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_utf_8_with_plain_line_ends(name):
    text = text_of(name)
    assert not text.startswith("\ufeff")
    assert text.endswith("\n")
    assert [line for line in text.split("\n") if line != line.rstrip()] == []


@pytest.mark.parametrize(("name", "expected"), TEXTS.items())
def test_a_text_is_taken_for_what_it_was_written_as(articles, name, expected):
    article = articles[name]
    assert (article.title, article.kind, len(article.exchanges)) == (expected.title, expected.kind, expected.exchanges)
    assert {one.question.label for one in article.exchanges} == expected.askers
    assert {one.answer.label for one in article.exchanges} == expected.answerers
    assert (article.encoding, article.warnings) == ("utf-8", ())


@pytest.mark.parametrize("name", sorted(WITH_SITE_NOTICE))
def test_a_site_notice_is_set_apart(articles, name):
    first = articles[name].blocks[0]
    assert isinstance(first, Furniture)
    assert "\n" not in first.span.of(articles[name].text)


@pytest.mark.parametrize("name", [name for name in TEXTS if "In Other News\n" in text_of(name)])
def test_what_a_site_put_below_a_text_is_set_apart(articles, name):
    article = articles[name]
    furniture = [block.span for block in article.blocks if isinstance(block, Furniture)]
    tail = article.text.index("In Other News\n")
    assert any(tail in span for span in furniture)
    assert furniture[-1].end >= len(article.text.rstrip())


def test_every_headline_listed_below_a_text_is_one_of_the_archive(articles):
    titles = {article.title for article in articles.values()}
    listed = {span.of(article.text) for article in articles.values() for span in article.related}
    assert len(listed) > 5
    assert listed <= titles


@pytest.mark.parametrize("name", ["04 Specialists for the Met.txt", "10 The last leap second.txt", ESSAY])
def test_reports_and_essays_have_headings_to_jump_to(articles, name):
    assert sum(isinstance(block, Heading) for block in articles[name].blocks) >= 5


def test_one_text_is_long(articles):
    assert articles[ESSAY].words >= 5_000


def test_one_text_is_not_english(articles):
    def common(article):
        words = words_of(article.text)
        return sum(words.count(word) for word in ("der", "die", "und", "ist", "nicht")) / len(words)

    assert [name for name, article in articles.items() if common(article) > 0.05] == [GERMAN]


def test_the_initials_of_a_guest_are_resolved_by_the_introduction(articles):
    names = {speaker.label: speaker.name for speaker in articles["02 The Escape key.txt"].speakers}
    assert names["EK"] == "Escape Key"


@pytest.mark.parametrize(("command", "key"), TAUGHT.items())
def test_the_tour_teaches_keys_that_the_program_has(command, key):
    assert key in BY_ID[command].keys or key.lower() in BY_ID[command].keys
    assert re.search(rf"(?<![\w<]){re.escape(key)}(?!\w)", text_of(TOUR))


def test_the_tour_gives_the_archive_to_the_public_domain(articles):
    tour = articles[TOUR]
    last = tour.blocks[-1]
    assert isinstance(last, Furniture)
    assert "CC0 1.0 Universal" in last.span.of(tour.text)


def test_the_digests_name_their_source_and_quote_nobody():
    for name in ("03 Counter-terrorism policing.txt", "04 Specialists for the Met.txt"):
        assert "\nSource: Police Oracle, " in text_of(name)
        assert not re.search('[“”"]', text_of(name))


@pytest.mark.skipif(not SEEDS.is_dir(), reason="NOT CHECKED: no seeds in ../shared/corpus to compare the texts with")
@pytest.mark.parametrize("name", TEXTS)
def test_no_sentence_of_the_seeds_is_in_a_text(name):
    seeds = [path.read_text("utf-8") for path in SEEDS.glob("*.txt")]
    assert seeds
    assert runs_of(text_of(name)) & set().union(*map(runs_of, seeds)) == set()
