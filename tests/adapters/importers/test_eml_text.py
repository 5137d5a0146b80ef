"""The text of e-mails."""

import pytest

from review_tui.adapters.importers.eml_text import prepare
from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.adapters.importers.sandbox import read_in_subprocess

HEAD = (
    b"From: Ann Lee <ann@example.org>\nTo: clerk@example.org\n"
    b"Subject: =?utf-8?q?Caf=C3=A9?=\nMIME-Version: 1.0\n"
)
PLAIN = HEAD + b"Content-Type: text/plain; charset=iso-8859-1\n\nThe caf\xe9 is\n closed.\n"
PAGE = HEAD + b"Content-Type: text/html; charset=utf-8\n\n<p>It is <b>closed</b>.</p>\n"
MIXED = (
    HEAD + b"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nSee below.\n"
    b"--x\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\n\nPDF\n--x--\n"
)
SAID = "From: Ann Lee <ann@example.org>\nTo: clerk@example.org\nSubject: Café\n\n"


@pytest.mark.parametrize(
    ("raw", "words", "told"),
    [
        (PLAIN, "The café is\n closed.\n", ()),
        (PAGE, "It is closed.\n", ()),
        (MIXED, "See below.\n", ("“a.pdf” is attached to this and is not read. Save it beside it.",)),
    ],
    ids=["plain", "page", "mixed"],
)
def test_heads_and_words_are_read_and_what_is_attached_is_named(
    raw: bytes, words: str, told: tuple[str, ...]
) -> None:
    assert prepare(raw)() == (SAID + words, told)


def test_it_is_read_with_all_doors_shut() -> None:
    assert read_in_subprocess("eml", PLAIN)[0] == f"{SAID}The café is\n closed.\n"


def test_what_is_no_mail_or_has_parts_without_end_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="This is no e-mail"):
        prepare(b"Some words.\n")
    parts = b"".join(b"--x\nContent-Type: text/plain\n\na\n" for _ in range(600))
    with pytest.raises(UnreadableDocument, match="more than 500 parts"):
        prepare(HEAD + b"Content-Type: multipart/mixed; boundary=x\n\n" + parts + b"--x--\n")
