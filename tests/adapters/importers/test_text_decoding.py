"""Bytes as letters."""

import pytest

from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.adapters.importers.text_decoding import decoded


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"", ""),
        ("café – £5\r\n".encode(), "café – £5\r\n"),
        (b"\xef\xbb\xbfcaf\xc3\xa9", "\ufeffcafé"),
        ("café\n".encode("utf-16"), "café\n"),
        ("\ufeffcafé\r\n".encode("utf-16-be"), "café\r\n"),
        ("café".encode("utf-32"), "café"),
    ],
)
def test_what_says_its_letters_is_read_as_it_says(raw: bytes, text: str) -> None:
    assert decoded(raw) == (text, ())


def test_windows_letters_are_read_as_such_and_told() -> None:
    text, (problem,) = decoded(b"one\r\ncaf\xe9 \x96 \x9320\x94 \x80\x81\n")
    assert text == "one\r\ncafé – “20” €\x81\n"
    assert problem.startswith("This is not UTF-8 (first on line 2), so it was read as Windows-1252.")


def test_one_windows_letter_does_not_spoil_the_others() -> None:
    assert decoded("café – ".encode() + b"na\xefve")[0] == "café – naïve"


def test_broken_utf_16_is_read_as_far_as_it_goes_and_told() -> None:
    text, (problem,) = decoded("abc".encode("utf-16") + b"\x00")
    assert text == "abc\ufffd"
    assert problem.startswith("This is marked as UTF-16, but not all of it is")


@pytest.mark.parametrize(
    "raw", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 40, "no mark".encode("utf-16-le")]
)
def test_what_is_no_text_is_not_read(raw: bytes) -> None:
    with pytest.raises(UnreadableDocument, match="This is not text"):
        decoded(raw)
