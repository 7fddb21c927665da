from itertools import pairwise

import pytest

from reader.layout.breaks import chopped_starts, line_starts


def lines(text, width, first=None, starts=line_starts):
    found = [*starts(text, width, first), len(text)]
    return [text[start:end].rstrip() for start, end in pairwise(found)]


def test_lines_end_at_blanks():
    assert lines("one two three four", 9) == ["one two", "three", "four"]


def test_a_line_may_be_filled_to_its_last_cell():
    assert lines("one two six", 7) == ["one two", "six"]


def test_the_first_line_may_be_narrower():
    assert lines("one two three", 9, 3) == ["one", "two three"]


def test_lines_end_after_a_hyphen_between_letters_but_not_before_a_number():
    assert lines("a well-known fact", 7) == ["a well-", "known", "fact"]
    assert lines("at -5 or x-5 degrees", 6) == ["at -5", "or x-5", "degree", "s"]


def test_lines_end_after_dashes_that_are_followed_by_a_word():
    assert lines("yes—but no", 5) == ["yes—", "but", "no"]
    assert lines("pages 1914–1918", 12) == ["pages 1914–", "1918"]
    assert lines("he said—” and", 8) == ["he", "said—”", "and"]


@pytest.mark.parametrize("mark", ["!", "?", ";", ":", "»"])
def test_a_mark_set_apart_does_not_begin_a_line(mark):
    assert lines(f"oui mot {mark} non", 7) == ["oui", f"mot {mark}", "non"]


def test_an_opening_quote_set_apart_does_not_end_a_line():
    assert lines("il dit « mot »", 8) == ["il dit", "« mot »"]


def test_a_blank_that_must_not_break_does_not():
    assert lines("100 km away", 6) == ["100 km", "away"]
    assert lines("page 100\u00a0km", 8) == ["page", "100\u00a0km"]


def test_a_long_address_ends_lines_at_its_joints_and_a_long_word_anywhere():
    assert lines("https://example.org/some/path", 22) == ["https://example.org/", "some/path"]
    assert lines("a" * 10, 4) == ["aaaa", "aaaa", "aa"]


def test_ideographs_part_anywhere_but_before_closing_and_after_opening_marks():
    assert lines("日本語です。", 10) == ["日本語で", "す。"]
    assert lines("日本「語」です", 6) == ["日本", "「語」", "です"]
    assert lines("カーット", 4) == ["カー", "ット"] or lines("カーット", 4) == ["カーッ", "ト"]


def test_a_wide_character_does_not_stick_out():
    assert lines("日本語", 5) == ["日本", "語"]


def test_latin_words_stay_whole_among_ideographs():
    assert lines("日本ABCD語", 6) == ["日本", "ABCD語"]


def test_korean_parts_at_blanks():
    assert lines("안녕하세요 여러분", 12) == ["안녕하세요", "여러분"]


def test_clusters_stay_whole_in_a_word_that_fills_the_line():
    assert lines("e\u0301" * 5, 2) == ["e\u0301e\u0301", "e\u0301e\u0301", "e\u0301"]
    family = "👨‍👩‍👧"
    assert lines(family * 3, 5) == [family * 2, family]
    assert lines("🇬🇧🇫🇷🇩🇪", 3) == ["🇬🇧", "🇫🇷", "🇩🇪"]


def test_words_of_scripts_from_right_to_left_stay_whole_and_in_order():
    assert lines("שלום עולם טוב", 10) == ["שלום עולם", "טוב"]


def test_a_cluster_wider_than_the_line_has_one_to_itself():
    assert lines("a日b", 1) == ["a", "日", "b"]


def test_code_is_cut_at_the_width_wherever_that_is():
    assert lines("if x: return", 5, starts=chopped_starts) == ["if x:", " retu", "rn"]
    assert lines("日本x", 3, starts=chopped_starts) == ["日", "本x"]


def test_no_text_is_one_empty_line():
    assert line_starts("", 10) == [0]
    assert chopped_starts("", 10) == [0]
