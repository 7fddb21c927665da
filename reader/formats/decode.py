"""Bytes as text: which encoding they are in, and what of them is no text at all.

A byte order mark is believed (UTF-8, UTF-16, UTF-32); without one, UTF-16 is told by its zero bytes. Else the bytes are
UTF-8; a few bad bytes in otherwise good UTF-8 are read singly as cp1252, with a warning; text that is not UTF-8 is
cp1252, else latin-1. Every byte string is decoded; none raises. The text never holds a surrogate, so that it can be
written as UTF-8 anywhere.
"""

import codecs
import re
from typing import Final, NamedTuple

HEAD_SIZE: Final = 4096
"""How many first bytes are enough to tell text from what is none."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16-be"),
)
"""Mark, name of the encoding with its mark, codec without. UTF-32's little-endian mark begins with UTF-16's."""

_SIGNATURES: Final = (
    (b"\x89PNG\r\n\x1a\n", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF87a", "GIF image"),
    (b"GIF89a", "GIF image"),
    (b"%PDF-", "PDF document"),
    (b"{\\rtf", "RTF document"),
    (b"PK\x03\x04", "zip archive"),
    (b"\x1f\x8b", "gzip archive"),
    (b"BZh", "bzip2 archive"),
    (b"\xfd7zXZ\x00", "xz archive"),
    (b"\x28\xb5\x2f\xfd", "zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "7z archive"),
    (b"Rar!\x1a\x07", "rar archive"),
    (b"\x7fELF", "program"),
    (b"MZ\x90\x00", "program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office document"),
    (b"SQLite format 3\x00", "SQLite database"),
    (b"OggS", "Ogg audio"),
    (b"ID3", "MP3 audio"),
    (b"fLaC", "FLAC audio"),
    (b"RIFF", "audio or video"),
)
_BZIP2: Final = re.compile(rb"BZh[1-9]1AY&SY")

_BAD: Final = re.compile("[\udc80-\udcff]")
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]")
_SINGLY: Final = {0xDC00 + byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0x100)}
"""What a bad byte is read as, by the surrogate that Python's `surrogateescape` puts in its place."""


class Decoded(NamedTuple):
    """A text, and how it was read."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(raw: bytes) -> Decoded:
    """The text of any bytes."""
    for mark, encoding, codec in _MARKS:
        if raw.startswith(mark):
            return _wide(raw[len(mark) :], encoding, codec)
    if codec_without_mark := _utf16(raw[:HEAD_SIZE]):
        return _wide(raw, codec_without_mark, codec_without_mark)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _not_quite_utf8(raw, "utf-8")


def beginning(head: bytes) -> str:
    """The text of the first bytes of a file, which may end within a character."""
    for cut in range(min(4, len(head))):
        decoded = decode(head[: len(head) - cut])
        if not decoded.warnings:
            return decoded.text
    return decode(head).text


def refusal(head: bytes) -> str | None:
    """Why a file that begins with these bytes is no text; None where it may be one."""
    for signature, reason in _SIGNATURES:
        if head.startswith(signature) and (signature != b"BZh" or _BZIP2.match(head)):
            return reason
    if any(head.startswith(mark) for mark, _, _ in _MARKS) or b"\x00" not in head:
        return None
    return None if _utf16(head[:HEAD_SIZE]) else "NUL bytes"


def _utf16(head: bytes) -> str | None:
    """The codec of UTF-16 without a mark: every other byte zero, as in any text in Latin letters."""
    if len(head) < 4 or b"\x00" not in head:
        return None
    pairs = len(head) // 2
    first, second = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    if first == 0 and second > pairs * 0.7:
        return "utf-16-le"
    if second == 0 and first > pairs * 0.7:
        return "utf-16-be"
    return None


def _wide(body: bytes, encoding: str, codec: str) -> Decoded:
    """Text in a known encoding; what is malformed in it becomes U+FFFD."""
    try:
        return Decoded(body.decode(codec), encoding)
    except UnicodeDecodeError:
        if codec == "utf-8":
            return _not_quite_utf8(body, encoding)
        text = body.decode(codec, "replace")
        count = text.count("\ufffd")
        return Decoded(text, encoding, (f"{count} malformed {_plural('character', count)} in {codec.upper()}",))


def _not_quite_utf8(body: bytes, encoding: str) -> Decoded:
    """UTF-8 with a few bad bytes, or an older encoding of one byte a character."""
    escaped = body.decode("utf-8", "surrogateescape")
    bad = len(_BAD.findall(escaped))
    good = len(_NOT_ASCII.findall(escaped)) - bad
    if good >= 2 * bad or encoding != "utf-8":
        warning = f"{bad} {_plural('byte', bad)} that {'is' if bad == 1 else 'are'} not UTF-8, read as cp1252"
        return Decoded(escaped.translate(_SINGLY), encoding, (warning,))
    try:
        return Decoded(body.decode("cp1252"), "cp1252", ("not UTF-8: read as cp1252",))
    except UnicodeDecodeError:
        return Decoded(body.decode("latin-1"), "latin-1", ("not UTF-8: read as latin-1",))


def _plural(noun: str, count: int) -> str:
    return noun if count == 1 else f"{noun}s"
