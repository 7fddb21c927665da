import pytest

from reader.library.cache import Cache
from reader.store.paths import cache_folder


@pytest.fixture
def kept(tmp_path):
    """Something that is kept of two archives, and a file of somebody else's."""
    for name, size in (("interviews", 2_500), ("talks", 10)):
        folder = Cache.of(cache_folder(), [tmp_path / name]).folder
        folder.mkdir(parents=True)
        (folder / "a.pack").write_bytes(bytes(size))
    (cache_folder() / "notes").write_text("mine")


@pytest.mark.usefixtures("kept")
def test_each_archive_is_told_with_where_it_is_kept_and_how_big_it_is(reader):
    ended = reader("cache")
    rows = [line.split("\t") for line in ended.out.splitlines()]
    assert [(name, size) for _, name, size in rows] == [("interviews", "2500"), ("talks", "10")]
    assert all(folder.startswith(str(cache_folder())) for folder, _, _ in rows)
    assert ended.err == f"reader: 2.5 kB kept in {cache_folder()}\n"
    assert ended.status == 0


@pytest.mark.usefixtures("kept")
def test_other_programs_are_told_in_json(reader):
    first, second = reader("cache", "--json").records
    assert (first["archive"], first["bytes"]) == ("interviews", 2_500)
    assert second["folder"].startswith(str(cache_folder()))


@pytest.mark.usefixtures("kept")
def test_clear_deletes_what_is_kept_and_nothing_else(reader):
    ended = reader("cache", "--clear")
    assert (ended.status, ended.err) == (0, f"reader: 2.5 kB deleted in {cache_folder()}\n")
    assert [one.name for one in cache_folder().iterdir()] == ["notes"]
    assert reader("cache").out == ""


def test_nothing_is_kept_at_first(reader):
    ended = reader("cache")
    assert (ended.status, ended.out) == (0, "")
    assert ended.err == f"reader: 0 B kept in {cache_folder()}\n"


@pytest.mark.usefixtures("kept")
def test_what_can_not_be_deleted_is_told(reader, monkeypatch):
    monkeypatch.setattr("shutil.rmtree", lambda *_, **__: None)
    ended = reader("cache", "--clear")
    assert ended.status == 1
    assert "could not be deleted" in ended.err
