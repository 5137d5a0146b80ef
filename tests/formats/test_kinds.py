"""Kinds of notes by their names."""

import pytest

from review_tui.formats.kinds import is_known, kind_of, why_not


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("a.MD", "text"),
        ("b.txt", "text"),
        ("c.vtt", "captions"),
        ("d.SRT", "captions"),
        ("e.docx", "docx"),
        ("f.html", "html"),
        ("g.h.pdf", "pdf"),
    ],
)
def test_usual_kinds_are_read(name: str, how: str) -> None:
    kind = kind_of(name)
    assert kind is not None
    assert kind.how == how
    assert why_not(name) == ""


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("scan.doc", "This is Word's old format; save it as .docx."),
        ("a.ODT", "OpenDocument text; save it as .docx or .pdf."),
        ("photo.jpeg", "This is a picture; have the words in it recognised"),
        ("talk.mp3", "This is a recording; put its transcript here"),
        ("what.xyz", "Notes of this kind can't be read. Save it as .txt"),
        ("nothing", "Notes of this kind can't be read."),
        (".pdf", "Notes of this kind can't be read."),
    ],
)
def test_others_say_what_to_do(name: str, said: str) -> None:
    assert kind_of(name) is None
    assert said in why_not(name)


def test_a_name_of_no_known_kind_is_not_known() -> None:
    assert [is_known(name) for name in ("a.pdf", "a.doc", "a.log", "a")] == [True, True, False, False]
