import sys

import pytest
from rich.cells import cell_len

from reader.layout.cells import (
    boundary_before,
    cell_width,
    cells_before,
    clusters,
    fit,
    is_boundary,
    offset_at,
    split_at,
)
from reader.layout.characters import is_plain
from reader.layout.displayable import displayable

FAMILY = "👨‍👩‍👧"


def parts(text):
    return [text[start:end] for start, end, _ in clusters(text)]


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("日本", 4),
        ("e\u0301", 1),
        (FAMILY, 2),
        ("☺\ufe0f", 2),
        ("👍🏿", 2),
        ("🇬🇧", 2),
        ("한글", 4),
    ],
)
def test_width_is_what_rich_will_draw(text, width):
    assert cell_width(text) == width == cell_len(text)


@pytest.mark.parametrize(
    "whole", ["e\u0301\u0316", FAMILY, "☺\ufe0f", "👍🏿", "🇬🇧", "กำ", "कि", "ᄒ\u1161\u11ab", "ﾊﾟ", "#\ufe0f\u20e3"]
)
def test_what_is_drawn_as_one_is_one_cluster(whole):
    assert parts(f"a{whole}b{whole}") == ["a", whole, "b", whole]


def test_a_plain_character_is_shown_as_it_is_on_one_cell():
    plain = [character for character in map(chr, range(sys.maxunicode + 1)) if is_plain(character)]
    assert len(plain) > 1000
    assert all(cell_len(character) == 1 for character in plain)
    assert displayable("".join(plain)) == "".join(plain)


def test_flags_are_pairs_of_letters_from_the_left():
    assert parts("🇦🇧🇨🇩🇪") == ["🇦🇧", "🇨🇩", "🇪"]
    assert [boundary_before("x🇦🇧🇨🇩🇪", at) for at in range(7)] == [0, 1, 1, 3, 3, 5, 6]


def test_marks_without_a_base_are_a_cluster_of_their_own():
    assert parts("\u0301\u0300a") == ["\u0301\u0300", "a"]


@pytest.mark.parametrize(
    ("text", "width", "fitted"),
    [
        ("short", 5, "short"),
        ("longer", 5, "long…"),
        ("longer", 1, "…"),
        ("longer", 0, ""),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"),
        ("日本語", 6, "日本語"),
        (f"{FAMILY}{FAMILY}", 3, f"{FAMILY}…"),
        (f"{FAMILY}{FAMILY}", 2, "…"),
        ("cafe\u0301s", 4, "caf…"),
        ("cafe\u0301", 4, "cafe\u0301"),
    ],
)
def test_what_does_not_fit_ends_with_an_ellipsis(text, width, fitted):
    assert fit(text, width) == fitted


def test_fitting_looks_no_further_than_it_has_to():
    assert fit("日" * 1_000_000, 5) == "日日…"


def test_an_offset_inside_a_cluster_is_drawn_where_the_cluster_is():
    text = f"日{FAMILY}e\u0301x"
    assert [cells_before(text, at) for at in range(len(text) + 1)] == [0, 2, 2, 2, 2, 2, 4, 4, 5, 6]


def test_both_cells_of_a_wide_character_are_its_own():
    assert [offset_at("a日b", cell) for cell in range(-1, 6)] == [0, 0, 1, 1, 2, 3, 3]


def test_a_cut_leaves_out_a_wide_character_that_it_would_halve():
    assert split_at("a日b", 2) == ("a", "日b")
    assert split_at("a日b", 3) == ("a日", "b")
    assert split_at("abc", -1) == ("", "abc")


def test_boundaries_lie_between_clusters():
    text = f"e\u0301{FAMILY}"
    assert [at for at in range(len(text) + 1) if is_boundary(text, at)] == [0, 2, len(text)]
