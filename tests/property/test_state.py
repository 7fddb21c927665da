"""Whatever the state file holds, and whatever is done to marks: nothing is lost, nothing raises."""

import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import StateError
from reader.model.article import Article, ArticleId
from reader.model.location import Anchor
from reader.model.text import Span
from reader.store.remembered import Place
from reader.store.state import State

TEXT = "".join(f"Q: Question {number}?\n\nA: The answer to it is {number * 7}.\n\n" for number in range(4))
SPANS = [
    Span(TEXT.index(f"The answer to it is {n}"), TEXT.index(f"The answer to it is {n}") + 21) for n in (0, 7, 14, 21)
]
ROOTS = {"": Path("/nowhere/archive")}
EVERY_NAME = ("a.txt", "b/c.txt", "\udcff.txt")
NAMES = st.sampled_from(EVERY_NAME)


def article(name):
    return Article(ArticleId(name), TEXT, ())


@cache
def sound_file():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "state.sqlite"
        with State.open(path) as state:
            archive = state.archive(ROOTS)
            for number, span in enumerate(SPANS):
                archive.note(article(f"{number}.txt"), span, "note " * 300, number)
                archive.remember(article(f"{number}.txt"), Place(Anchor.of(TEXT, span)))
                archive.see(article("a.txt"), [number])
            state.opened([Path("/nowhere/archive")])
            state.set_setting("width", 80)
        return path.read_bytes()


PLACES = st.one_of(st.integers(0, 120), st.integers(0, 200_000))
DAMAGES = st.lists(st.tuples(PLACES, st.binary(min_size=1, max_size=40)), max_size=3)


def spoilt(damages, size):
    content = bytearray(sound_file())
    for place, what in damages:
        at = place % len(content)
        content[at : at + len(what)] = what
    return bytes(content if size is None else content[: size % len(content)])


@given(DAMAGES, st.one_of(st.none(), PLACES))
@settings(max_examples=30)
def test_a_spoilt_file_is_used_or_kept_and_never_in_the_way(damages, size):
    content = spoilt(damages, size)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "state.sqlite"
        path.write_bytes(content)
        told = list[StateError]()
        with State.open(path, tell=told.append) as state:
            archive = state.archive(ROOTS)
            archive.marks(), archive.read(), archive.seen(ArticleId("a.txt")), archive.last_article()
            state.recent(), state.setting("width"), archive.missing(())
            made = archive.toggle_mark(article("new.txt"), SPANS[0])
            assert made in archive.marks()
            archive.place(article("0.txt"))
            is_saved = state.trouble is None
        aside = list(Path(folder).glob("state.damaged-*.sqlite"))
        if aside:
            assert [one.read_bytes() for one in aside] == [content]
            assert told
        if is_saved:
            with State.open(path) as state:
                assert made in state.archive(ROOTS).marks()
        else:
            assert told
            assert aside or path.read_bytes() == content


CHANGES = st.one_of(
    st.tuples(st.just("mark"), NAMES, st.integers(0, 3)),
    st.tuples(st.just("note"), NAMES, st.integers(0, 3), st.sampled_from(["", "one", "two\n\nlines", "\ud800\x00"])),
    st.tuples(st.just("finish"), NAMES),
    st.tuples(st.just("unread"), NAMES),
    st.tuples(st.just("see"), NAMES, st.integers(0, 3)),
)


@given(st.lists(CHANGES, max_size=25))
def test_marks_and_notes_are_those_that_were_made_and_not_taken_away(changes):
    marks, seen = set[tuple[str, int]](), set[tuple[str, int]]()
    notes, read = dict[tuple[str, int], str](), set[str]()
    with State.for_session(now=lambda: datetime(2026, 3, 1, tzinfo=UTC)) as state:
        archive = state.archive(ROOTS)
        for kind, name, *rest in changes:
            match kind, rest:
                case "mark", [number]:
                    marks ^= {(name, number)}
                    archive.toggle_mark(article(name), SPANS[number])
                case "note", [number, text]:
                    notes[name, number] = text
                    archive.note(article(name), SPANS[number], text)
                case "see", [number]:
                    seen |= {(name, number)}
                    archive.see(article(name), [number])
                case "finish", []:
                    read |= {name}
                    archive.finish(article(name))
                case _:
                    read -= {name}
                    seen = {one for one in seen if one[0] != name}
                    archive.unread(ArticleId(name))
        kept = archive.marks()
        where = {
            mark.key: (mark.article, SPANS.index(Span(mark.anchor.offset, mark.anchor.offset + 21))) for mark in kept
        }
        assert {where[mark.key] for mark in kept if mark.is_marked} == marks
        assert {where[mark.key]: mark.note for mark in kept if mark.note} == {
            at: note for at, note in notes.items() if note
        }
        assert len(set(where.values())) == len(kept)
        assert archive.marked() == {name for name, _ in marks}
        assert archive.noted() == {name for (name, _), note in notes.items() if note}
        assert archive.read() == read
        assert {(name, number) for name in EVERY_NAME for number in archive.seen(ArticleId(name))} == seen
