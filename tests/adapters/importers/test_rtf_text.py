"""Rich text."""

import pytest

from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.adapters.importers.rtf_text import rtf_text

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\froman Times;}{\f1\fcharset204 Arial;}}{\colortbl;\red0;}"
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0\b heading 1;}{\s9 Title;}}{\info{\title Not this}}"
    r"{\header Nor this}{\*\pgdsctbl{\footer{\field{\*\fldinst PAGE}{\fldrslt 2}}}}"
)


def read(body: str, *, is_markdown: bool = False) -> str:
    return rtf_text(f"{HEAD}{body}}}".encode("latin-1"), is_markdown=is_markdown)[0]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\pard One\par Two\line Three", "One\nTwo\nThree\n"),
        (r"caf\'e9 \u8211? x\~y\emdash z \{a\}", "caf\u00e9 \u2013 x y\u2014z {a}\n"),
        (r"{\f1 \'cf\'e0} \u-10179?\u-8702?", "\u041f\u0430 \U0001f602\n"),
        (r"{\*\unknown gone}kept{\pict 0102}{\bin4 }}\\ }", "kept\n"),
        (r"a{\deleted b}{\v c}{\field{\*\fldinst HYPERLINK x}{\fldrslt d}}", "ad\n"),
        (r"{\shp{\*\shpinst\x1{\shptxt Beside.\par}}}Text", "Beside.\nText\n"),
        (
            r"Was it 4?{\*\atnauthor Ann}{\*\annotation \pard Ask her.} So.",
            "Was it 4? So.\n[Comment by Ann: Ask her.]\n",
        ),
    ],
    ids=["lines", "signs", "fonts", "groups", "left out", "shapes", "margin"],
)
def test_words_are_read_as_they_are_shown(body: str, text: str) -> None:
    assert read(body) == text


def test_in_markdown_headings_bold_lists_and_tables_are_told() -> None:
    body = (
        r"\pard\s9 The Board\par\pard\s1 Roads\par\pard\plain A {\b bold} word\par"
        r"{\listtext\'b7\tab}\pard one\par{\listtext 2.\tab}\pard\ilvl1 two\par"
        r"\trowd\pard\intbl a\cell\pard\intbl b|\cell\row\trowd\intbl c\cell\cell\row\pard End"
    )
    expected = "# The Board\n# Roads\nA **bold** word\n- one\n  2. two\n| a | b\\| |\n| c |  |\nEnd\n"
    assert read(body, is_markdown=True) == expected


def test_in_markdown_italics_quotations_and_typed_bullets_are_told() -> None:
    body = (
        r"{\stylesheet{\s5\i Quote;}}\pard A {\i b} {\b\i c}\par\pard\s5\i As said.\par"
        r"\pard\plain \bullet \tab one\par"
    )
    assert read(body, is_markdown=True) == "A *b* ***c***\n> As said.\n- one\n"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"hello", "no rich text"),
        (b"", "no rich text"),
        (b"{\\rtf1 " + b"{" * 5_000, "broken"),
        (b"{\\rtf1{\\pict 00}}", "There are no words"),
        (b"{\\rtf1 a\\", "broken"),
        (b"{\\rtf1 " + b"a\\par " * 100_001 + b"}", "There is too much in this"),
    ],
    ids=["other", "empty", "deep", "pictures", "cut", "long"],
)
def test_bad_files_are_refused_in_a_sentence(raw: bytes, said: str) -> None:
    with pytest.raises(UnreadableDocument, match=said):
        rtf_text(raw)
