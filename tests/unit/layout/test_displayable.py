import sys
import unicodedata

import pytest

from reader.layout.displayable import display, displayable, one_line


def test_ordinary_text_is_itself():
    for text in ("", "plain", "“Curly” – and dashes… café", "日本語、です", "Ελληνικά русский", "שלום سلام हिन्दी"):
        assert displayable(text) is text


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\x00b\x07", "a␀b␇"),
        ("a\x7fb", "a␡b"),
        ("one\ntwo\r\n", "one␊two␍␊"),
        ("\x9b5m", "�5m"),
        ("a\tb", "a b"),
        ("a\u2028b\u2029c", "a b c"),
        ("invoice\u202efdp.exe", "invoice�fdp.exe"),
        ("\u2066a\u2069", "�a�"),
        ("hi\U000e0069\U000e007f!", "hi��!"),
        ("a\ud800b\udfff", "a�b�"),
        ("\ufdd0\ufffe\U0010ffff", "���"),
        ("\ufff9a\ufffab\ufffb", "�a�b�"),
        ("pay\u115f\u1160\u3164\uffa0pal", "pay����pal"),
    ],
)
def test_what_a_terminal_would_act_on_is_shown_as_a_stand_in(raw, shown):
    assert displayable(raw) == shown


@pytest.mark.parametrize(
    "invisible", list("\u00ad\u200b\u200e\u200f\u061c\u2060\u2061\u2064\ufeff\u180e\u034f\U000e0100")
)
def test_what_has_no_shape_is_left_out(invisible):
    assert displayable(f"pay{invisible}pal{invisible}") == "paypal"


def test_nine_marks_on_a_base_are_one_too_many():
    assert displayable("e" + "\u0301" * 400 + "o") == "e" + "\u0301" * 8 + "o"


def test_what_is_left_out_between_marks_does_not_begin_their_count_anew():
    assert displayable("e" + "\u0301" * 5 + "\u200b" + "\u0301" * 5) == "e" + "\u0301" * 8
    assert displayable("e" + "\u0301" * 5 + "\u200c" + "\u0301" * 5) == "e" + "\u0301" * 5 + "\u200c" + "\u0301" * 2


def test_joiners_stay_where_emoji_and_scripts_need_them():
    for text in ("👨‍👩‍👧‍👦", "👩🏽‍🚀", "🏳️‍🌈", "👩‍❤️‍💋‍👨", "ක්‍රම", "می‌خواهم"):
        assert displayable(text) == text


def test_a_joiner_that_joins_nothing_is_left_out_for_it_would_hide_a_letter_from_the_measure():
    assert displayable("pay\u200dpal \u200d👩 👩\u200d 👩\u200d\u200d👩") == "paypal 👩 👩 👩\u200d👩"


def test_an_emoji_of_more_than_four_is_none():
    assert displayable("\u200d".join("👨" * 6)) == "\u200d".join("👨" * 4) + "\u200d".join("👨" * 2)


def test_the_map_leads_from_either_text_to_the_other():
    shown = display("so\u00adft\u200b\x1b!")
    assert shown.text == "soft␛!"
    assert [shown.raw(at) for at in range(7)] == [0, 1, 3, 4, 6, 7, 8]
    assert [shown.shown(at) for at in range(9)] == [0, 1, 2, 2, 3, 4, 4, 5, 6]


def test_what_is_left_out_at_the_end_is_shown_at_the_end():
    shown = display("end\u200b\u200b")
    assert (shown.text, shown.shown(3), shown.shown(5), shown.raw(3)) == ("end", 3, 3, 5)


def test_prose_on_one_line_has_single_blanks_and_none_at_its_ends():
    assert one_line("  A headline\n over\t two \u200b lines\x1b ") == "A headline over two lines␛"


def test_no_character_of_unicode_gets_through_that_is_a_control_or_lies_about_its_place():
    forbidden = {"Cc", "Cs", "Zl", "Zp"}
    visible_formats = {
        chr(code) for code in (*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x200C, 0x110BD, 0x110CD)
    }
    for code in range(sys.maxunicode + 1):
        for character in displayable(chr(code)):
            category = unicodedata.category(character)
            assert category not in forbidden, hex(code)
            is_hieroglyph_format = "\U00013430" <= character <= "\U0001345f"
            assert category != "Cf" or character in visible_formats or is_hieroglyph_format, hex(code)
