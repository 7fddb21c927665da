import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.model.article import Article, ArticleId, Metadata
from reader.model.location import Anchor
from reader.model.text import Span
from reader.store.addresses import Addresses
from reader.store.remembered import Missing, Place, mark_on, placed
from reader.store.state import MOST_ARCHIVES, State

TEXT = (
    "The lighthouse\n\nQ: What do you see at night?\n\nLamp: Mostly water, and now and then a ship.\n\n"
    "Q: Do you ever sleep?\n\nLamp: In the daytime, when nobody needs me.\n"
)
WATER = Span(TEXT.index("Mostly"), TEXT.index("\n\nQ: Do"))
SLEEP = Span(TEXT.index("In the"), len(TEXT) - 1)


def article(name="keeper.txt", text=TEXT):
    return Article(ArticleId(name), text, (), Metadata(title="The lighthouse"))


class Clock:
    def __init__(self):
        self.time = datetime(2026, 3, 1, 12, tzinfo=UTC)

    def __call__(self):
        self.time += timedelta(seconds=1)
        return self.time


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "state.sqlite"


@pytest.fixture
def reopened(path):
    """Opens the state once more, as the next start of the program does."""
    clock = Clock()
    opened = []

    def reopen():
        opened.append(State.open(path, now=clock))
        return opened[-1]

    yield reopen
    for state in opened:
        assert state.trouble is None
        state.close()


@pytest.fixture
def state(reopened):
    return reopened()


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "archive").mkdir()
    return tmp_path / "archive"


@pytest.fixture
def archive(state, folder):
    return state.archive({"": folder})


def test_a_mark_is_kept_with_its_quote_and_source(archive, reopened, folder):
    mark = archive.toggle_mark(article(), WATER, exchange=1)
    assert reopened().archive({"": folder}).marks() == (mark,)
    assert (mark.quote, mark.title, mark.exchange) == (WATER.of(TEXT), "The lighthouse", 1)
    assert mark.is_marked
    assert mark.created_at == datetime(2026, 3, 1, 12, 0, 1, tzinfo=UTC)


def test_marking_twice_takes_the_mark_away(archive):
    archive.toggle_mark(article(), WATER)
    assert archive.toggle_mark(article(), WATER) is None
    assert archive.marks() == ()


def test_marking_twice_takes_the_mark_away_when_the_file_was_edited_between(archive):
    archive.toggle_mark(article(), WATER)
    edited = "A new beginning.\n\n" + TEXT.replace("a ship", "a ferry")
    again = Span(edited.index("Mostly"), edited.index("\n\nQ: Do"))
    assert archive.toggle_mark(article(text=edited), again) is None


def test_marks_of_other_passages_stay(archive):
    water = archive.toggle_mark(article(), WATER)
    sleep = archive.toggle_mark(article(), SLEEP)
    archive.toggle_mark(article(), WATER)
    assert archive.marks() == (sleep,)
    assert water != sleep


def test_marks_come_newest_first_and_in_their_article_where_they_stand(archive):
    sleep = archive.toggle_mark(article(), SLEEP)
    water = archive.toggle_mark(article(), WATER)
    other = archive.toggle_mark(article("other.txt"), WATER)
    assert archive.marks() == (other, water, sleep)
    assert archive.marks_of(ArticleId("keeper.txt")) == (water, sleep)
    assert [one.span for one in placed((sleep, water), TEXT)] == [WATER, SLEEP]


def test_marks_made_at_the_same_time_come_newest_first(path, folder):
    at_once = State.open(path, now=lambda: datetime(2026, 3, 1, tzinfo=UTC))
    archive = at_once.archive({"": folder})
    first, second = archive.toggle_mark(article(), WATER), archive.toggle_mark(article(), SLEEP)
    assert archive.marks() == (second, first)
    at_once.close()


def test_a_mark_whose_passage_is_gone_is_listed_last_and_without_place(archive):
    water, sleep = archive.toggle_mark(article(), WATER), archive.toggle_mark(article(), SLEEP)
    gone, there = TEXT.replace(WATER.of(TEXT), ""), placed((water, sleep), TEXT.replace(WATER.of(TEXT), ""))
    assert [one.mark for one in there] == [sleep, water]
    assert there[0].span is not None
    assert there[0].span.of(gone) == SLEEP.of(TEXT)
    assert there[1].span is None


def test_the_mark_on_a_passage_is_told_from_its_neighbours(archive):
    there = placed((archive.toggle_mark(article(), WATER),), TEXT)
    assert mark_on(there, WATER) == there[0].mark
    assert mark_on(there, Span(WATER.start, WATER.end - 3)) == there[0].mark
    assert mark_on(there, Span(WATER.start, WATER.start + 3)) is None
    assert mark_on(there, SLEEP) is None


def test_a_note_has_any_number_of_lines(archive, reopened, folder):
    written = archive.note(article(), WATER, "First line\n\n  third, with blanks  \n", exchange=1)
    assert reopened().archive({"": folder}).marks() == (written,)
    assert written.note == "First line\n\n  third, with blanks  \n"
    assert not written.is_marked


def test_a_note_is_written_anew(archive):
    archive.note(article(), WATER, "One")
    assert archive.note(article(), WATER, "Two").note == "Two"
    assert [mark.note for mark in archive.marks()] == ["Two"]


@pytest.mark.parametrize("nothing", ["", "  \n "])
def test_an_empty_note_is_removed(archive, nothing):
    assert archive.note(article(), WATER, nothing) is None
    archive.note(article(), WATER, "One")
    assert archive.note(article(), WATER, nothing) is None
    assert archive.marks() == ()


def test_a_mark_stays_when_its_note_is_removed(archive):
    mark = archive.toggle_mark(article(), WATER)
    noted = archive.set_note(mark, "One")
    assert (noted.is_marked, noted.note) == (True, "One")
    assert archive.set_note(noted, "").is_marked
    assert len(archive.marks()) == 1


def test_a_note_stays_when_its_mark_is_taken_away(archive):
    archive.set_note(archive.toggle_mark(article(), WATER), "One")
    left = archive.toggle_mark(article(), WATER)
    assert (left.is_marked, left.note) == (False, "One")
    assert archive.toggle_mark(article(), WATER).is_marked


def test_a_removed_mark_comes_back_with_its_note(archive):
    noted = archive.set_note(archive.toggle_mark(article(), WATER, 1), "One")
    archive.remove(noted)
    assert archive.marks() == ()
    archive.restore(noted)
    (again,) = archive.marks()
    assert (again.key, again.note, again.exchange, again.created_at) == (noted.key, "One", 1, noted.created_at)


def test_notes_that_two_instances_write_on_one_mark_are_both_kept(archive, reopened, folder):
    mark = archive.toggle_mark(article(), WATER)
    other = reopened().archive({"": folder})
    archive.set_note(mark, "Mine")
    assert other.set_note(mark, "Theirs").note == "Mine\n\nTheirs"


def test_removing_a_note_leaves_what_another_instance_wrote_meanwhile(archive, reopened, folder):
    noted = archive.note(article(), WATER, "Old")
    reopened().archive({"": folder}).set_note(noted, "New")
    assert archive.set_note(noted, "").note == "New"


def test_a_note_survives_that_another_instance_removed_its_mark(archive, reopened, folder):
    mark = archive.toggle_mark(article(), WATER)
    reopened().archive({"": folder}).remove(mark)
    assert archive.set_note(mark, "Mine").note == "Mine"


def test_a_mark_made_by_two_instances_goes_at_once(archive, reopened, folder):
    mark = archive.toggle_mark(article(), WATER)
    archive.remove(mark)
    reopened().archive({"": folder}).toggle_mark(article(), WATER)
    archive.restore(mark)
    assert len(archive.marks()) == 2
    assert archive.toggle_mark(article(), WATER) is None
    assert archive.marks() == ()


def test_a_long_quote_is_cut(archive):
    long = article(text="word " * 2_000)
    mark = archive.toggle_mark(long, Span(0, len(long.text)))
    assert len(mark.quote) == 4_000
    assert mark.quote.endswith("…")


def test_a_place_comes_back_with_how_the_article_was_shown(archive, reopened, folder):
    place = Place(Anchor.of(TEXT, WATER), is_folded=False, unfolded=frozenset({3, 7}), width=64)
    archive.remember(article(), Place(Anchor.of(TEXT, SLEEP)))
    archive.remember(article(), place)
    assert reopened().archive({"": folder}).place(article()) == place


def test_a_place_comes_back_in_an_edited_text_without_the_blocks_that_were_unfolded(archive):
    archive.remember(article(), Place(Anchor.of(TEXT, SLEEP), unfolded=frozenset({3})))
    edited = "New: " + TEXT
    place = archive.place(article(text=edited))
    assert place.anchor.nearest(edited) == SLEEP.start + 5
    assert place.unfolded == frozenset()


def test_an_article_never_left_has_no_place(archive):
    assert archive.place(article()) is None
    assert archive.last_article() is None


def test_the_article_left_last_is_known_within_its_archive(archive, state, tmp_path):
    place = Place(Anchor.of(TEXT, SLEEP))
    archive.remember(article("a/b.txt"), place)
    archive.remember(article("c.txt"), place)
    archive.remember(article("a/b.txt"), place)
    state.archive({"": tmp_path / "elsewhere"}).remember(article(), place)
    assert archive.last_article() == "a/b.txt"


def test_read_marked_and_noted_articles_are_given_as_sets(archive):
    archive.finish(article("read.txt"))
    archive.toggle_mark(article("marked.txt"), WATER)
    archive.note(article("noted.txt"), WATER, "One")
    assert archive.read() == {"read.txt"}
    assert archive.marked() == {"marked.txt"}
    assert archive.noted() == {"noted.txt"}


def test_answers_are_seen_one_by_one_and_by_two_instances(archive, reopened, folder):
    archive.see(article(), [1, 2])
    other = reopened().archive({"": folder})
    other.see(article(), [2, 5])
    assert archive.seen(ArticleId("keeper.txt")) == other.seen(ArticleId("keeper.txt")) == {1, 2, 5}
    assert archive.seen(ArticleId("other.txt")) == frozenset()


def test_a_read_article_can_be_unread_again(archive):
    archive.see(article(), [1])
    archive.finish(article())
    archive.toggle_mark(article(), WATER)
    archive.unread(ArticleId("keeper.txt"))
    assert (archive.read(), archive.seen(ArticleId("keeper.txt"))) == (frozenset(), frozenset())
    assert archive.marked() == {"keeper.txt"}


def test_a_moved_file_takes_everything_along(archive):
    mark = archive.note(article("old.txt"), WATER, "One")
    archive.remember(article("old.txt"), Place(Anchor.of(TEXT, SLEEP)))
    archive.see(article("old.txt"), [1])
    archive.finish(article("old.txt"))
    moved = article("a/new.txt")
    present = {"a/new.txt", "other.txt"}
    assert archive.missing(present) == {"old.txt": Missing(moved.content_hash, moved.title)}
    assert archive.adopt({moved.id: moved.content_hash}, present) == {"old.txt": "a/new.txt"}
    assert archive.marks_of(moved.id)[0].key == mark.key
    assert archive.place(moved) is not None
    assert (archive.read(), archive.noted(), archive.seen(moved.id)) == ({"a/new.txt"}, {"a/new.txt"}, {1})
    assert archive.missing(present) == {}


def test_a_moved_file_that_was_opened_already_keeps_both(archive):
    old, new = article("old.txt"), article("new.txt")
    archive.toggle_mark(old, WATER)
    archive.finish(old)
    archive.remember(old, Place(Anchor.of(TEXT, WATER)))
    archive.remember(new, Place(Anchor.of(TEXT, SLEEP)))
    archive.toggle_mark(new, SLEEP)
    archive.see(new, [2])
    archive.see(old, [1, 2])
    archive.adopt({new.id: new.content_hash}, {new.id})
    assert len(archive.marks_of(new.id)) == 2
    assert archive.seen(new.id) == {1, 2}
    assert archive.read() == {"new.txt"}
    assert archive.place(new).anchor == Anchor.of(TEXT, SLEEP)


def test_a_copy_takes_nothing_away(archive):
    archive.toggle_mark(article("old.txt"), WATER)
    assert archive.adopt({"copy.txt": article().content_hash}, {"old.txt", "copy.txt"}) == {}
    assert archive.marked() == {"old.txt"}


def test_another_text_adopts_nothing(archive):
    archive.toggle_mark(article("old.txt"), WATER)
    assert archive.adopt({"new.txt": article(text="Else").content_hash}, {"new.txt"}) == {}


def test_the_hash_of_an_edited_article_is_that_of_its_last_text(archive):
    archive.toggle_mark(article(), WATER)
    archive.finish(article(text=TEXT + "More."))
    (missing,) = archive.missing(()).values()
    assert missing.content_hash == article(text=TEXT + "More.").content_hash


def test_one_file_is_the_same_article_in_whatever_archive(state, folder):
    state.archive({"": folder}).toggle_mark(article("a/keeper.txt"), WATER)
    for roots, name in [
        ({"": folder / "a"}, "keeper.txt"),
        ({"keeper.txt": folder / "a" / "keeper.txt"}, "keeper.txt"),
        ({"": folder.parent}, "archive/a/keeper.txt"),
        ({"one/": folder.parent / "one", "archive/": folder}, "archive/a/keeper.txt"),
        ({"": Path("/")}, f"{folder}/a/keeper.txt".lstrip("/")),
    ]:
        assert state.archive(roots).marked() == {name}
        assert state.archive(roots).marks_of(ArticleId(name))


def test_a_folder_reached_by_a_link_is_the_same_archive(archive, state, folder, tmp_path):
    archive.toggle_mark(article(), WATER)
    (tmp_path / "link").symlink_to(folder)
    assert state.archive({"": tmp_path / "link"}).marked() == {"keeper.txt"}


def test_a_folder_whose_name_goes_on_is_another_archive(archive, state, folder):
    archive.toggle_mark(article(), WATER)
    assert state.archive({"": folder.with_name("arch")}).marks() == ()
    assert state.archive({"": folder.with_name("archive2")}).marks() == ()
    assert state.archive({"keeper": folder / "keeper"}).marks() == ()


def test_names_and_texts_that_are_no_unicode_are_kept(archive, reopened, folder):
    name = os.fsdecode(b"caf\xe9 \xff/x\ny.txt")
    odd = Article(ArticleId(name), "a \udcff b \x00 c \ud800", (), Metadata(title="odd \udce9"))
    mark = archive.note(odd, Span(0, len(odd.text)), "why \udcff?\x1b[2J\x00 ok")
    again = reopened().archive({"": folder})
    assert again.marks() == (mark,)
    assert mark.title == "odd \udce9"
    assert again.noted() == {name}


def test_ids_that_belong_to_no_root_are_kept_apart(folder):
    addresses = Addresses.of({"a/": folder})
    assert addresses.article(addresses.file(ArticleId("standard input"))) is None
    assert addresses.article(addresses.file(ArticleId("a/x.txt"))) == "a/x.txt"


def test_settings_are_kept_as_text_or_number(state, reopened):
    state.set_setting("width", 80)
    state.set_setting("sort", "date")
    state.set_setting("sort", "title")
    state.set_setting("theme", "ink \udcff")
    state.set_setting("gone", 1)
    state.set_setting("gone", None)
    again = reopened()
    assert [again.setting(name) for name in ("width", "sort", "theme", "gone", "never")] == [
        80,
        "title",
        "ink \udcff",
        None,
        None,
    ]


def test_archives_come_back_the_last_opened_first(state, reopened):
    one, both = (Path("/x/one"),), (Path(os.fsdecode(b"/x/\xff")), Path("/x/two"))
    for paths in (one, both, one):
        state.opened(paths)
    assert [archive.paths for archive in reopened().recent()] == [one, both]


def test_archives_opened_long_ago_are_forgotten(state):
    for number in range(MOST_ARCHIVES + 5):
        state.opened([Path(f"/x/{number}")])
    assert len(state.recent()) == MOST_ARCHIVES
    assert state.recent()[0].paths == (Path(f"/x/{MOST_ARCHIVES + 4}"),)


def test_state_for_a_session_works_like_any_other():
    with State.for_session() as state:
        archive = state.archive({"standard input": Path("standard input")})
        mark = archive.toggle_mark(article("standard input"), WATER)
        assert archive.marks() == (mark,)
        assert state.trouble is None
