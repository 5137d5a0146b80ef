"""The text of e-mails."""

import base64

import pytest

from review_tui.adapters.importers.eml_text import prepare, prepare_markdown
from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.adapters.importers.sandbox import read_in_subprocess
from tests.adapters.importers.documents import docx, paragraph

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


def attached(*documents: tuple[str, bytes]) -> bytes:
    parts = b"".join(
        b"--x\nContent-Disposition: attachment; filename=%s\nContent-Transfer-Encoding: base64\n\n%s\n"
        % (name.encode(), base64.b64encode(raw))
        for name, raw in documents
    )
    words = b"--x\nContent-Type: text/plain\n\nSee attached.\n"
    return HEAD + b"Content-Type: multipart/mixed; boundary=x\n\n" + words + parts + b"--x--\n"


def test_of_an_e_mail_with_one_document_that_is_taken_as_the_minutes_and_the_rest_is_named() -> None:
    raw = attached(("minutes.docx", docx(paragraph("The Board met."))), ("logo.png", b"x"))
    text, problems = prepare_markdown(raw)()
    assert text == "The Board met.\n"
    assert "minutes.docx" in problems[0]
    assert problems[0].endswith("Subject: Café; See attached.")


def test_of_an_e_mail_without_a_document_the_words_are_taken_and_its_head_is_named() -> None:
    assert prepare_markdown(PAGE)() == (
        "It is **closed**.\n",
        ("Left out, as it is of the e-mail: " + "; ".join(SAID.strip().split("\n")),),
    )


def test_which_of_several_documents_is_meant_is_asked() -> None:
    with pytest.raises(UnreadableDocument, match=r"2 documents are attached to this: a\.docx, b\.pdf"):
        prepare_markdown(attached(("a.docx", b"x"), ("b.pdf", b"y")))
