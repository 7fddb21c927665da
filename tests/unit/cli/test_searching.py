import pytest

from reader.formats.registry import read
from reader.library.archive import Archive
from reader.library.roots import id_roots
from reader.model.identity import ArticleId
from reader.store.paths import state_file
from reader.store.state import State

pytestmark = pytest.mark.usefixtures("archive")

INTERVIEW = ArticleId("interview 2.txt")
FIELDS = ["article", "path", "title", "exchange", "question", "snippet", "marks", "line", "score"]


def test_json_has_the_fields_of_the_contract_best_first(reader, archive):
    ended = reader("search", "dangrous famly", archive, "--json")
    assert ended.status == 0
    assert all(list(record) == FIELDS for record in ended.records)
    best = ended.records[0]
    assert best["article"] == "interview 2.txt"
    assert best["path"] == str(archive / "interview 2.txt")
    assert (best["exchange"], best["line"]) == (2, 9)
    assert best["question"] == "Is it dangerous? What do you tell the family?"
    assert [best["snippet"][start:end] for start, end in best["marks"]] == ["dangerous", "family"]
    scores = [record["score"] for record in ended.records]
    assert scores == sorted(scores, reverse=True)


def test_people_get_the_headline_the_place_the_question_and_the_answer_even_if_only_the_question_matches(reader):
    ended = reader("search", "dangrous famly", "archive")
    assert ended.out == (
        "The lamp at night  archive/interview 2.txt:9\n"
        "  2. Is it dangerous? What do you tell the family?\n"
        "  That I sleep in the daytime. And that the stairs are worse.\n"
    )


def test_a_long_question_is_cut_to_what_matches(reader, archive):
    asked = f"{'Before that, if I may ask, ' * 20}is the zither yours?"
    (archive / "long.txt").write_text(
        f"Instruments\n\nQ: Why?\n\nA: So.\n\nQ: {asked}\n\nA: It is.\n", encoding="utf-8"
    )
    _, question, answer = reader("search", "zither", "archive").out.splitlines()
    assert question.startswith("  2. …")
    assert question.endswith("is the zither yours?")
    assert len(question) < 220
    assert answer == "  It is."


def test_a_passage_is_quoted_below_its_question(reader):
    ended = reader("search", "stairs", "archive")
    _, question, passage = ended.out.splitlines()
    assert question == "  2. Is it dangerous? What do you tell the family?"
    assert "the stairs are worse" in passage


def test_nothing_found_is_status_1(reader, archive):
    ended = reader("search", "xylophone", archive)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err == "reader: nothing found for xylophone\n"


@pytest.mark.parametrize("query", ["", "|", "-", '"', "\ud8ff"])
def test_where_there_is_no_word_to_look_for_that_is_said(reader, archive, query):
    ended = reader("search", "--", query, archive)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith("reader: no word to look for in ")


def test_a_cache_that_cannot_be_written_is_told_beside_what_is_found(reader, archive, tmp_path, monkeypatch):
    (tmp_path / "cache").write_text("a file where a folder should be", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(Archive, "_is_small", lambda _: False)  # else there would be nothing to keep
    ended = reader("search", "lamp", archive)
    assert ended.status == 0
    assert "lamp" in ended.out
    assert "nothing is kept for the next start: the search index can't be opened: not a directory" in ended.err


def test_no_more_than_the_limit(reader, archive):
    for number in range(5):
        (archive / f"{number}.txt").write_text(f"Lamps, part {number}\n\nA lamp is a lamp.\n\nIt is so.\n")
    assert len(reader("search", "lamp", archive, "--json", "--limit", "3").records) == 3


def test_options_may_stand_between_query_and_path(reader, archive):
    assert reader("search", "rain", "--json", archive).records == reader("search", "--json", "rain", archive).records


def test_a_query_that_begins_with_a_dash_goes_behind_two(reader, archive):
    ended = reader("search", "--json", "--", "-rain lamp", archive)
    assert {record["article"] for record in ended.records} == {"interview 2.txt"}
    wrong = reader("search", "-rain", archive)
    assert wrong.status == 2
    assert "behind --" in wrong.err


def test_a_query_is_quoted_back_safely(reader, archive):
    ended = reader("search", "\x1b[31mxylophone", archive)
    assert "\x1b" not in ended.err


def test_any_query_is_understood(reader, archive):
    for query in ("", " ", '"', "'", "-", "title:", "after:never", "|||", "((((", "\0", "x" * 10_000, "is:is:is:"):
        ended = reader("search", "--", query, archive)
        assert ended.status in (0, 1)


def test_states_are_those_that_the_app_keeps(reader, archive):
    with State.open(state_file()) as state:
        state.archive(id_roots([archive])).finish(read(archive.joinpath("interview 2.txt").read_bytes(), INTERVIEW))
    assert {one["article"] for one in reader("search", "lamp is:read", archive, "--json").records} == {INTERVIEW}
    assert reader("search", "stairs is:unread", archive).status == 1
    assert reader("list", archive, "--filter", "is:unread", "--json").records[0]["path"].endswith("article 10.txt")
    assert len(reader("list", archive, "--filter", "is:unread").out.splitlines()) == 1


def test_where_nothing_was_ever_read_everything_is_unread(reader, archive):
    assert len(reader("list", archive, "--filter", "is:unread").out.splitlines()) == 2
    assert reader("list", archive, "--filter", "is:marked").err == "reader: nothing found for is:marked\n"
    assert not state_file().exists()
