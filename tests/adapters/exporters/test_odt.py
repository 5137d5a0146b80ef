"""Minutes as an OpenDocument text."""

import io
import zipfile

from lxml import etree

from review_tui.adapters.exporters.odt import to_odt
from review_tui.adapters.importers.odt_text import odt_text
from review_tui.application.ports import ExportedItem, MeetingMinutes
from tests.adapters.exporters.sample_minutes import MINUTES


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
    assert "DRAFT" in _part(to_odt(MINUTES), "styles.xml")
    assert "DRAFT" not in _part(to_odt(signed), "styles.xml")
