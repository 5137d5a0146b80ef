"""Minutes as an OpenDocument text."""

import io
import json
import zipfile
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from review_tui.adapters.exporters.odt import to_odt
from review_tui.adapters.importers.odt_text import odt_text
from review_tui.adapters.importers.odt_tracked_text import odt_tracked_text
from review_tui.application.ports import ExportedFlag, ExportedItem, MeetingMinutes, Remark
from review_tui.model.text import Span
from tests.adapters.exporters.sample_minutes import MINUTES
from tests.adapters.exporters.test_docx import AT, FIRST, SECOND, THIRD, minutes_of
from tests.adapters.test_import_of_export import BLOCKS


def _part(raw: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return archive.read(name).decode()


def test_every_word_stands_in_it_in_order() -> None:
    text = odt_text(to_odt(MINUTES))[0]
    words = (
        "The Board",
        "16 March",
        "Draft",
        "A. Lee",
        "Mayor",
        "5. Report",
        "Noted",
        "annual",
        "two_three_four",
    )
    places = [text.find(word) for word in (*words, "Corrected at", "6. Loneliness [AB] *moved*", "Signed as")]
    assert -1 not in places
    assert places == sorted(places)


def test_what_it_is_stands_first_and_not_packed() -> None:
    raw = to_odt(MINUTES)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_every_part_is_well_formed_and_every_style_that_is_used_is_there() -> None:
    text = "- a\n  - b\n- c\n\n| x | 1 |\n|---|---|\n| y | 2 |\n\n(a) *so*\n\n> said\n\n#### Deep"
    raw = to_odt(MeetingMinutes("B", (), "Draft.", (), (ExportedItem("1. A", text),)))
    content, styles = _part(raw, "content.xml"), _part(raw, "styles.xml")
    trees = [etree.fromstring(part.encode()) for part in (content, styles, _part(raw, "meta.xml"))]
    used, made = set(), set()
    for element in (each for tree in trees for each in tree.iter()):
        for name, said in element.attrib.items():
            local = etree.QName(name).localname
            if local == "style-name":
                used.add(said)
            elif local == "name" and etree.QName(element).localname in {"style", "list-style"}:
                made.add(said)
    assert used <= made


def test_draft_stands_on_every_page_until_it_is_signed() -> None:
    signed = MeetingMinutes("B", (), "Signed.", (), (), is_draft=False)
    assert "16 March<text:tab/><text:span" in _part(to_odt(MINUTES), "styles.xml").replace(" 2022", "")
    long_ = replace(MINUTES, body="The Committee of the Whole Council " * 3)
    assert '"Header"><text:tab/><text:span text:style-name="HB">DRAFT' in _part(to_odt(long_), "styles.xml")
    assert "DRAFT" not in _part(to_odt(signed), "styles.xml")


def _words(raw: bytes, *, is_rejected: bool = False) -> list[str]:
    """The lines of a document, without the signs of how they are set."""
    lines = (line.strip(" |-#>") for line in odt_text(raw, is_rejected=is_rejected)[0].split("\n"))
    return [line for line in lines if line]


def _without_reasons(*versions: str) -> MeetingMinutes:
    minutes = minutes_of(*versions)
    (item,) = minutes.items
    changes = {number: replace(made, reason="") for number, made in item.changes.items()}
    return replace(minutes, items=(replace(item, changes=changes),))


@settings(max_examples=12, deadline=None)
@given(versions=st.lists(BLOCKS, min_size=2, max_size=3))
def test_accepted_it_is_the_text_now_and_rejected_the_first(versions: list[list[str]]) -> None:
    # A full stop that two versions share on either side of a new table can't be told in one paragraph then.
    texts = ["\n\n".join(each for each in blocks if "|" not in each) for blocks in versions]
    raw = to_odt(_without_reasons(*texts))
    assert _words(raw) == _words(to_odt(minutes_of(texts[-1])))
    assert _words(raw, is_rejected=True) == _words(to_odt(minutes_of(texts[0])))


def test_a_change_has_its_author_and_reason_and_a_flag_its_words_and_replies() -> None:
    said = (Remark("A. Lee", AT, "Is it?"), Remark("B. Fox", AT, "It is."))
    start = FIRST.strip().index("annual")
    flags = (ExportedFlag(Span(start, start + 6), said, is_settled=True), ExportedFlag(None, said[:1]))
    raw = to_odt(minutes_of(FIRST, SECOND, THIRD, flags=flags))
    told = json.loads(odt_tracked_text(raw)[0])
    assert told["changes"] == [[f"Author {n}", "2022-03-22T10:15:00"] for n in (1, 2)]
    comments = {each["words"]: each for each in told["comments"]}
    assert sorted(each["words"] for each in told["comments"]) == [
        "Is it?",
        "Is it?",
        "It is.",
        "Reason 1.",
        "Reason 2.",
    ]
    reply = comments["It is."]
    (asked,) = (each for each in told["comments"] if each["id"] == reply["answers"])
    (line, at), (_, end) = asked["start"], asked["end"]
    shown = "".join(piece[0] for piece in told["paragraphs"][line]["pieces"])
    assert (asked["words"], asked["done"], shown[at:end]) == ("Is it?", True, "annual")


def test_the_end_of_a_paragraph_is_not_lost_between_two_changes() -> None:
    # LibreOffice takes changes on either side of it for one.
    content = _part(
        to_odt(minutes_of("1. One\n2. Two\n\nEnd.", "1. One\n2. Six\n3. Four\n\nEnd.")), "content.xml"
    )
    assert "<text:change-end" not in content.partition("Six")[2].partition("3.")[0]
