"""Every format there is writes everything of the minutes, the same each time, and no control characters."""

import pytest

from review_tui.adapters.export_mark import is_written_here
from review_tui.adapters.exporters import report_formats
from review_tui.adapters.exporters.exporter_table import ExporterTable
from review_tui.application.ports import ExportedItem, MeetingMinutes
from review_tui.application.report import ReportLine, ReportPart
from review_tui.model.export_formats import FORMATS
from review_tui.model.note_formats import note_format_of
from review_tui.model.people import Attendee
from tests.adapters.exporters.sample_minutes import MINUTES


@pytest.mark.parametrize("to", FORMATS)
def test_a_format_leaves_nothing_out_and_keeps_the_order(to: str) -> None:
    _needs(to)
    written = ExporterTable().write(to, MINUTES)
    assert written == ExporterTable().write(to, MINUTES)
    if FORMATS[to].is_text and FORMATS[to].is_whole:
        text = " ".join(written.decode("utf-8").rpartition("</meta>")[2].split())
        words = (
            "The Board",
            "16 March",
            "Hall",
            "Draft",
            "A. Lee",
            "Mayor",
            "Report",
            "Noted",
            "Corrected at",
        )
        places = [text.find(word) for word in words]
        assert -1 not in places
        assert places == sorted(places)


@pytest.mark.parametrize("to", [to for to, each in FORMATS.items() if each.is_text])
def test_no_text_format_lets_through_what_would_steer_a_terminal(to: str) -> None:
    bad = "\x1b]0;x\x07\u202e\udce9"
    people = (("Present", (Attendee(bad, bad),)),)
    minutes = MeetingMinutes(bad, (bad,), bad, people, (ExportedItem(bad, bad, (bad,)),))
    written = ExporterTable().write(to, minutes).decode("utf-8")
    assert not set(bad) - set("]0;x") & set(written)


@pytest.mark.parametrize("to", FORMATS)
def test_a_meeting_without_items_or_roll_is_written_too(to: str) -> None:
    _needs(to)
    assert ExporterTable().write(to, MeetingMinutes("The Board", (), "Draft.", (), ()))


def _needs(to: str) -> None:
    if to == "pdf":
        pytest.importorskip("typst")


@pytest.mark.parametrize("to", [to for to in FORMATS if note_format_of(f"x.{to}")])
def test_what_is_exported_is_known_again_whatever_it_is_called(to: str) -> None:
    _needs(to)
    assert is_written_here(f"clerk-notes.{to}", ExporterTable().write(to, MINUTES))


@pytest.mark.parametrize("to", report_formats.formats())
def test_a_report_is_known_again(to: str) -> None:
    lines = [ReportLine(ReportPart.TITLE, "Report"), ReportLine(ReportPart.LINE, "Nothing is open.")]
    assert is_written_here(f"x.{to}", report_formats.formats()[to](lines))


@pytest.mark.parametrize("name", ["x.docx", "x.odt", "x.pdf", "x.html", "x.md", "x.txt", "x.vtt", "x"])
def test_what_others_wrote_is_not_taken_for_an_export(name: str) -> None:
    for raw in (b"", b"Written by Ann Lee.\n", b"PK\x03\x04 broken", b"review-tui was shown to us.\n"):
        assert not is_written_here(name, raw)
