"""Kinds of notes by their names."""

import pytest

from review_tui.model.note_formats import is_known, note_format_of, why_not_readable


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("a.MD", "text"),
        ("b.txt", "text"),
        ("c.vtt", "captions"),
        ("d.SRT", "captions"),
        ("d.sbv", "captions"),
        ("d.json", "json"),
        ("e.docx", "docx"),
        ("f.html", "html"),
        ("f.ODT", "odt"),
        ("a.OTT", "odt"),
        ("a.fodt", "odt"),
        ("a.dotm", "docx"),
        ("a.mhtml", "mht"),
        ("g.h.pdf", "pdf"),
    ],
)
def test_usual_kinds_are_read(name: str, how: str) -> None:
    kind = note_format_of(name)
    assert kind is not None
    assert kind.how == how
    assert why_not_readable(name) == ""


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("scan.doc", "This is Word's old format; save it as .docx."),
        ("photo.jpeg", "This is a picture; have the words in it recognised"),
        ("talk.mp3", "This is a recording; put its transcript here"),
        ("what.xyz", "Notes of this kind can't be read. Save it as .txt"),
        ("nothing", "Notes of this kind can't be read."),
        (".pdf", "Notes of this kind can't be read."),
    ],
)
def test_others_say_what_to_do(name: str, said: str) -> None:
    assert note_format_of(name) is None
    assert said in why_not_readable(name)


def test_a_name_of_no_known_kind_is_not_known() -> None:
    assert [is_known(name) for name in ("a.pdf", "a.doc", "a.log", "a")] == [True, True, False, False]
