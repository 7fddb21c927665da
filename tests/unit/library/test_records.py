from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.pack import Contents, Pack, PackDamagedError, Stamp, write
from reader.library.records import Stock, Store, decoded, encoded
from reader.model.article import ArticleId, Kind
from reader.model.corpus import Corpus, CorpusChange, Entry

names = st.text(alphabet="aAb12/é\udc80", min_size=1, max_size=6).map(ArticleId)
texts = st.text(max_size=8)


@st.composite
def entries(draw):
    article = draw(names)
    return Entry(
        article,
        Path("/archive") / article.strip("/"),
        draw(texts),
        draw(st.sampled_from(Kind)),
        draw(st.integers(0, 10**6)),
        tuple(draw(st.lists(texts, max_size=3))),
        tuple(draw(st.lists(texts, max_size=2))),
        draw(st.none() | texts),
        is_parsed=draw(st.booleans()),
    )


changes = st.builds(
    CorpusChange,
    st.lists(entries(), max_size=6, unique_by=lambda entry: entry.id).map(tuple),
    st.frozensets(names, max_size=4),
    st.just(()),
)


@given(entries())
def test_an_entry_comes_back_from_its_record(entry):
    assert decoded(entry.id, encoded(entry)) == entry


def test_what_is_no_record_says_so():
    for record in (b"", b"{}", b"[1,2]", b"\0" * 20, b"\xff"):
        with pytest.raises(ValueError):
            decoded(ArticleId("a"), record)


def test_a_damaged_record_leaves_an_article_of_which_little_is_known():
    store = Store()
    number = store.add("a.txt", b"\0\0")
    entry = store.entry(number)
    assert (entry.id, entry.title, entry.is_parsed) == ("a.txt", "a.txt", False)


@given(st.lists(changes, max_size=4))
def test_a_shelf_of_entries_changes_as_a_tuple_of_them_does(steps):
    plain, dense = Corpus(), Corpus(Stock(Store(), array("I")))
    for change in steps:
        # One article is either changed or removed.
        apart = CorpusChange(change.changed, change.removed - {entry.id for entry in change.changed})
        plain, dense = plain.apply(apart), dense.apply(apart)
        assert list(dense.entries) == list(plain.entries)
        assert dense.answers == plain.answers
        for place, entry in enumerate(plain.entries):
            assert dense.place(entry.id) == place
            assert dense[entry.id] == entry
        assert ArticleId("nowhere") not in dense


def packed(folder, found):
    stock = Stock(Store(), array("I")).changed(CorpusChange(tuple(found)))
    numbers = range(len(stock.store))
    path = folder / "one.pack"
    write(
        path,
        Contents(
            stock,
            {number: Stamp(number, 2 * number) for number in numbers},
            {number: f"/archive/{number}\udc80" for number in numbers},
            (("/archive/x.pdf", "another type", False),),
            {"/archive": 7},
            is_complete=True,
        ),
    )
    return path, stock


@given(found=st.lists(entries(), max_size=5, unique_by=lambda entry: entry.id))
def test_a_pack_gives_back_what_was_packed(tmp_path_factory, found):
    path, stock = packed(tmp_path_factory.mktemp("pack"), found)
    pack = Pack(path)
    again = Stock(Store(pack), pack.order, pack.answers)
    assert list(again) == list(stock)
    assert (again.answers, pack.is_complete, pack.is_sound()) == (stock.answers, True, True)
    assert [pack.files()[number] for number in pack.order] == [b"/archive/%d\x80" % number for number in pack.order]
    assert [pack.times[number] for number in pack.order] == [2 * number for number in pack.order]


@given(data=st.data())
def test_a_damaged_pack_is_noticed(tmp_path_factory, data):
    path, _ = packed(tmp_path_factory.mktemp("pack"), [Entry(ArticleId(name), Path(name), name) for name in "abc"])
    content = bytearray(path.read_bytes())
    start = data.draw(st.integers(0, len(content) - 1))
    if data.draw(st.booleans()):
        content = content[:start]
    else:
        content[start] ^= data.draw(st.integers(1, 255))
    path.write_bytes(content)
    try:
        pack = Pack(path)
    except PackDamagedError:
        return
    # Nothing but what only fills up to a multiple of 8 may change unnoticed.
    assert not pack.is_sound() or [pack.id(number) for number in pack.order] == ["a", "b", "c"]
