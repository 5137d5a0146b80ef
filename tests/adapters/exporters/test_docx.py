"""Minutes as a Word document, read again by our own reader."""

import datetime as dt
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from review_tui.adapters.exporters.docx import to_docx
from review_tui.adapters.exporters.odt import to_odt
from review_tui.anchoring.tracked_text import tracked
from review_tui.application.ports import ExportedChange, ExportedFlag, ExportedItem, MeetingMinutes, Remark
from review_tui.model.text import Span
from tests.adapters.exporters.sample_minutes import MINUTES
from tests.adapters.exporters.word_files import accepted, part, rejected

AT = dt.datetime(2022, 3, 22, 10, 15, tzinfo=dt.UTC)
FIRST = """# Noted

The **annual** report for 2022.

- one
- two

| Name | Sum |
|---|---|
| Ann | £5 |
| Bob | £7 |

Resolved:- That it be noted.
"""
SECOND = FIRST.replace("2022", "2021").replace("- two\n", "")
THIRD = SECOND.replace("be noted", "be noted and welcomed").replace(
    "| Bob | £7 |", "| Bob | £7 |\n| Cy | £9 |"
)


def minutes_of(*versions: str, flags: tuple[ExportedFlag, ...] = ()) -> MeetingMinutes:
    texts = [version.strip("\n") for version in versions]
    changes = {n: ExportedChange(f"Author {n}", AT, f"Reason {n}.") for n in range(1, len(texts))}
    pieces = tracked(texts) if len(texts) > 1 else ()
    item = ExportedItem("5. Report", texts[-1], tracked=pieces, changes=changes, flags=flags)
    return MeetingMinutes("The Board", ("Wednesday 16 March 2022",), "Draft.", (), (item,))


def test_a_document_holds_everything_in_order_and_as_it_is_set() -> None:
    text = accepted(to_docx(replace(MINUTES, certificate=("5. Report. Approved by: A. Lee.",))))
    assert text.startswith(
        "# The Board\nWednesday 16 March 2022\nHall\nDraft minutes, not signed off.\n"
        "Chair: A. Lee\nPresent: B. Fox, Mayor\n# 5. Report\n## Noted\nThe annual report.\n- one\n"
        "- two_three_four\n"
    )
    assert text.endswith("Chair Date\n# Certificate\n5. Report. Approved by: A. Lee.\n")
    assert "Corrected at the April meeting" in text


def test_what_is_bold_is_bold_and_tables_are_tables() -> None:
    raw = to_docx(minutes_of(FIRST))
    document = part(raw, "word/document.xml")
    assert '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">annual</w:t>' in document
    assert document.count("<w:tr>") == 3
    assert "Name | Sum\nAnn | £5\nBob | £7\n" in accepted(raw)
    assert "*" not in accepted(raw)
    assert "---" not in accepted(raw)


@pytest.mark.parametrize(("is_draft", "said"), [(True, True), (False, False)])
def test_a_draft_says_so_on_every_page_beside_page_numbers_and_room_for_initials(
    is_draft: bool, said: bool
) -> None:
    raw = to_docx(replace(MINUTES, is_draft=is_draft))
    assert ("DRAFT" in part(raw, "word/header.xml")) is said
    long_ = replace(MINUTES, body="The Committee of the Whole Council " * 3, is_draft=is_draft)
    assert part(to_docx(long_), "word/header.xml").count("<w:p>") == 1 + is_draft
    footer = part(raw, "word/footer.xml")
    assert [word for word in (" PAGE ", " NUMPAGES ", "Initials") if word not in footer] == []


def test_accepted_it_is_the_text_now_and_rejected_the_first_to_the_letter() -> None:
    raw = to_docx(minutes_of(FIRST, SECOND, THIRD))
    assert accepted(raw) == accepted(to_docx(minutes_of(THIRD)))
    assert rejected(raw) == accepted(to_docx(minutes_of(FIRST)))


def test_each_change_has_its_author_and_its_reason_once_in_the_margin() -> None:
    raw = to_docx(minutes_of(FIRST, SECOND, THIRD))
    document = part(raw, "word/document.xml")
    authors = re.findall(
        r"<w:(ins|del) w:id=\"\d+\" w:author=\"(Author \d)\" w:date=\"2022-03-22T10:15:00Z\"", document
    )
    assert {("del", "Author 1"), ("ins", "Author 1"), ("ins", "Author 2")} <= set(authors)
    comments = part(raw, "word/comments.xml")
    assert re.findall(r"Reason \d\.", comments) == ["Reason 1.", "Reason 2."]
    ids = re.findall(r"<w:(?:ins|del) w:id=\"(\d+)\"", document)
    assert len(ids) == len(set(ids))


def test_a_flag_is_a_comment_on_its_words_with_replies_below() -> None:
    said = (Remark("A. Lee", AT, "Is it?"), Remark("B. Fox", AT, "It is."))
    start = FIRST.index("annual")
    flags = (ExportedFlag(Span(start, start + 6), said, is_settled=True), ExportedFlag(None, said[:1]))
    raw = to_docx(minutes_of(FIRST, flags=flags))
    document = part(raw, "word/document.xml")
    marked = re.search(r'<w:commentRangeStart w:id="1"/>(.*?)<w:commentRangeEnd w:id="1"/>', document)
    assert marked is not None
    assert "annual" in marked[1]
    threads = part(raw, "word/commentsExtended.xml")
    assert 'w15:paraId="00000003" w15:paraIdParent="00000002" w15:done="1"' in threads
    assert part(raw, "word/comments.xml").count("<w:comment ") == 3


def test_the_same_minutes_are_the_same_bytes_and_every_part_is_sound() -> None:
    raw = to_docx(minutes_of(FIRST, SECOND, THIRD))
    assert raw == to_docx(minutes_of(FIRST, SECOND, THIRD))
    for name in ("document", "styles", "numbering", "settings", "header", "footer", "comments"):
        assert etree.fromstring(part(raw, f"word/{name}.xml").encode()) is not None


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_libreoffice_keeps_every_change(tmp_path: Path) -> None:
    written = {"word.docx": to_docx, "open.odt": to_odt}
    for name, write in written.items():
        (tmp_path / name).write_bytes(write(minutes_of(FIRST, SECOND, THIRD)))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    asked = [
        "soffice",
        home,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(tmp_path / "out"),
        *(str(tmp_path / name) for name in written),
    ]
    subprocess.run(asked, check=True, capture_output=True, timeout=120)
    for name in ("word", "open"):
        raw = (tmp_path / "out" / f"{name}.docx").read_bytes()
        assert _filled(accepted(raw)) == _filled(accepted(to_docx(minutes_of(THIRD))))
        assert _filled(rejected(raw)) == _filled(accepted(to_docx(minutes_of(FIRST))))


def _filled(text: str) -> list[str]:
    """The lines with words: a row of a table whose words went stays in an OpenDocument text, empty."""
    return [line for line in text.split("\n") if line.strip(" |")]


def test_a_table_that_went_or_came_at_the_end_is_a_table() -> None:
    with_table, without = "Only.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", "Only.\n"
    went, came = to_docx(minutes_of(with_table, without)), to_docx(minutes_of(without, with_table))
    assert rejected(went) == accepted(came) == accepted(to_docx(minutes_of(with_table)))
    assert accepted(went) == rejected(came) == accepted(to_docx(minutes_of(without)))
