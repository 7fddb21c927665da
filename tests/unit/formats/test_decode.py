import pytest

from reader.formats.decode import beginning, decode, refusal


@pytest.mark.parametrize(
    ("raw", "text", "encoding"),
    [
        ("naïve — “yes”".encode(), "naïve — “yes”", "utf-8"),
        ("\ufeffé".encode(), "é", "utf-8-sig"),
        ("é\r\nb".encode("utf-16"), "é\r\nb", "utf-16"),
        (b"\xfe\xff" + "é".encode("utf-16-be"), "é", "utf-16"),
        ("é".encode("utf-32"), "é", "utf-32"),
        ("plain words without a mark".encode("utf-16-le"), "plain words without a mark", "utf-16-le"),
        ("plain words without a mark".encode("utf-16-be"), "plain words without a mark", "utf-16-be"),
        ("“curly” and £5".encode("cp1252"), "“curly” and £5", "cp1252"),
        (b"caf\xe9 \x81", "café \x81", "latin-1"),
        (b"", "", "utf-8"),
    ],
)
def test_an_encoding_is_told_from_the_bytes(raw, text, encoding):
    decoded = decode(raw)
    assert (decoded.text, decoded.encoding) == (text, encoding)


def test_a_few_bad_bytes_in_good_utf8_are_read_singly_with_a_warning():
    decoded = decode("naïve façade, déjà vu".encode() + b" it\x92s")
    assert decoded.text == "naïve façade, déjà vu it’s"
    assert decoded.encoding == "utf-8"
    assert decoded.warnings == ("1 byte that is not UTF-8, read as cp1252",)


def test_a_fallback_is_told():
    assert decode(b"caf\xe9").warnings == ("not UTF-8: read as cp1252",)


def test_a_broken_utf16_keeps_what_can_be_read():
    decoded = decode(b"\xff\xfea\x00b")
    assert decoded.text == "a\ufffd"
    assert decoded.warnings


def test_surrogates_never_get_into_a_text():
    assert "\ud800" not in decode(b"\xed\xa0\x80 \xff").text
    assert "\ud800" not in decode(b"\xff\xfe\x00\xd8").text


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\x00", "PNG image"),
        (b"%PDF-1.7\n", "PDF document"),
        (b"\x1f\x8b\x08", "gzip archive"),
        (b"PK\x03\x04\x14", "zip archive"),
        (b"abc\x00def", "NUL bytes"),
        (b"BZh is how the band is called", None),
        (b"plain", None),
        (b"", None),
        ("wide words".encode("utf-16"), None),
        ("wide words".encode("utf-16-le"), None),
        (b"\x1b[31mred", None),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(head, reason):
    assert refusal(head) == reason


def test_a_beginning_may_end_within_a_character():
    assert beginning("é€".encode()[:-1]) == "é"
    assert beginning("é€".encode("utf-16")[:-1]) == "é"
