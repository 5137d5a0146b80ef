"""Files that are named on the command line: ``check --draft FILE --notes FILE``."""

from pathlib import Path

import pytest

from review_tui.composition import Composition
from review_tui.model.errors import Refusal
from tests.adapters.importers.documents import cues, docx, paragraph, pdf, stream


def test_each_kind_of_notes_is_read(tmp_path: Path) -> None:
    files = {
        "draft.docx": docx(paragraph("The draft.")),
        "clerk.log": b"\xef\xbb\xbfas it stands\r\n",
        "talk.vtt": cues(("1", "<v Ann>Hi</v>")).encode(),
        "page.htm": b"<p>A page",
    }
    for name, raw in files.items():
        (tmp_path / name).write_bytes(raw)
    draft, *notes = [tmp_path / name for name in files]
    assert Composition().plain_texts(draft, notes) == (
        (draft.as_posix(), "The draft.\n"),
        [
            (notes[0].as_posix(), "\ufeffas it stands\r\n"),
            (notes[1].as_posix(), "Ann (0:00:01): Hi\n"),
            (notes[2].as_posix(), "A page\n"),
        ],
    )


def test_a_guess_is_told_beside_the_answer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_bytes(b"caf\xe9")
    assert Composition().plain_texts(tmp_path / "a.txt", [])[0][1] == "caf\u00e9"
    said = capsys.readouterr()
    assert said.out == ""
    assert "a.txt: This is not UTF-8 (first on line 1), so it was read as Windows-1252." in said.err


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("scan.pdf", pdf(stream(b"0 0 9 9 re f")), "scan.pdf: There are no words in this PDF"),
        ("old.doc", b"x", "old.doc: This is Word's old format; save it as .docx."),
        ("bad.docx", b"x", "bad.docx: This is no Word document"),
        ("long.txt", b"x" * 8_000_001, "long.txt is larger than 8 MB"),
    ],
    ids=["scan", "doc", "docx", "long"],
)
def test_what_can_not_be_read_is_refused(name: str, raw: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_bytes(b"d")
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(Refusal, match=said):
        Composition().plain_texts(tmp_path / "draft.md", [tmp_path / name])


def test_plain_bytes_stay_as_they_are_where_a_text_is_to_be_written(tmp_path: Path) -> None:
    (tmp_path / "new.md").write_bytes("cafe\u0301\r\n".encode())
    assert Composition().file_text(tmp_path / "new.md") == "cafe\u0301\r\n"
