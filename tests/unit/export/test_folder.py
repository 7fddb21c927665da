import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ReaderError, UsageError
from reader.export.folder import EXPORT_FORMS, FileNames, export_folder, safe_stem
from reader.formats.registry import read
from reader.model.article import ArticleId


def articles(*ids):
    for one in ids:
        yield read(b"The sea\n\nIt is \x1b[31mwet.\n", ArticleId(one), ".txt"), Path("/archive") / one


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_each_article_is_a_file_and_html_has_an_index(tmp_path):
    out = tmp_path / "new" / "out"
    assert export_folder(articles("a/sea.txt", "b/sea.md"), out, "html", title="Talks") == 2
    assert names(out) == ["a-sea.html", "b-sea.html", "index.html"]
    index = (out / "index.html").read_text("utf-8")
    assert 'href="./a-sea.html"' in index
    assert '<h1 dir="auto">Talks</h1>' in index


def test_an_article_called_index_does_not_take_its_place(tmp_path):
    export_folder(articles("Index.txt"), tmp_path, "html")
    assert names(tmp_path) == ["Index-2.html", "index.html"]


def test_markdown_and_json_hold_what_show_prints_and_nothing_raw(tmp_path):
    export_folder(articles("sea.txt"), tmp_path / "m", "markdown")
    assert (tmp_path / "m" / "sea.md").read_text("utf-8").startswith("# The sea\n\nIt is ␛\\[31mwet.")
    export_folder(articles("sea.txt"), tmp_path / "j", "json")
    record = json.loads((tmp_path / "j" / "sea.json").read_text("ascii"))
    assert (record["id"], record["path"]) == ("sea.txt", "/archive/sea.txt")


@pytest.mark.parametrize("form", EXPORT_FORMS)
def test_nothing_that_is_there_is_overwritten_unless_asked(tmp_path, form):
    export_folder(articles("sea.txt"), tmp_path, form)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(UsageError, match="is there already"):
        export_folder(articles("sea.txt"), tmp_path, form)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert export_folder(articles("sea.txt"), tmp_path, form, is_replacing=True) == 1


def test_a_link_in_the_place_of_a_file_is_replaced_not_followed(tmp_path):
    other = tmp_path / "other"
    other.write_text("mine")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "sea.md").symlink_to(other)
    with pytest.raises(UsageError):
        export_folder(articles("sea.txt"), tmp_path / "out", "markdown")
    export_folder(articles("sea.txt"), tmp_path / "out", "markdown", is_replacing=True)
    assert other.read_text() == "mine"
    assert not (tmp_path / "out" / "sea.md").is_symlink()


def test_an_article_that_fails_leaves_nothing_half_written(tmp_path):
    def broken():
        yield from articles("a.txt")
        raise OSError(28, "No space left on device")

    with pytest.raises(ReaderError, match="no space left"):
        export_folder(broken(), tmp_path / "out", "html")
    assert names(tmp_path / "out") == ["a.html"]


def test_a_file_system_without_hard_links_does_too(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    export_folder(articles("a.txt"), tmp_path, "json")
    assert names(tmp_path) == ["a.json"]
    with pytest.raises(UsageError):
        export_folder(articles("a.txt"), tmp_path, "json")


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "out").write_text("")
    for place in (tmp_path / "out", tmp_path / "out" / "in"):
        with pytest.raises(UsageError):
            export_folder(articles("a.txt"), place, "json")


def test_rights_are_those_that_the_user_gives_to_new_files(tmp_path):
    before = os.umask(0o027)
    try:
        export_folder(articles("a.txt"), tmp_path, "json")
    finally:
        os.umask(before)
    assert (tmp_path / "a.json").stat().st_mode & 0o777 == 0o640


def test_whoever_asks_is_told_of_each_file(tmp_path):
    told: list[Path] = []
    export_folder(articles("a.txt", "b.txt"), tmp_path, "json", on_written=told.append)
    assert [path.name for path in told] == ["a.json", "b.json"]


@pytest.mark.parametrize(
    ("article", "stem"),
    [
        ("talks/2021/The sea, again.txt", "talks-2021-The-sea-again"),
        ("../../etc/passwd", "etc-passwd"),
        ("-rf.txt", "rf"),
        (".hidden.md", "hidden"),
        ("a.b.MARKDOWN", "a.b"),
        ("2021.03.04", "2021.03.04"),
        ("caf\u0065\u0301.txt", "caf\u00e9"),
        ("हिन्दी.txt", "हिन्दी"),
        ("a\udcff\n\x1b\u202eb.txt", "a-b"),
        ("???.txt", "article"),
        (".txt", "article"),
        ("", "article"),
    ],
)
def test_names_say_what_they_can(article, stem):
    assert safe_stem(article) == stem


def test_names_alike_are_told_apart():
    of = FileNames(".md").of
    assert [of(ArticleId(one)) for one in ("a/b.txt", "A-b.md", "a-b", "a-b-2")] == [
        "a-b.md",
        "A-b-2.md",
        "a-b-3.md",
        "a-b-2-2.md",
    ]


@given(st.lists(st.text(max_size=300), max_size=6))
def test_any_names_are_safe_and_none_comes_twice(ids):
    of = FileNames(".html").of
    found = [of(ArticleId(one)) for one in ids]
    assert len({name.casefold() for name in found}) == len(found)
    for name in found:
        assert len(name.encode("utf-8")) < 200
        assert name.isprintable()
        assert not name.startswith((".", "-"))
        assert "/" not in name
