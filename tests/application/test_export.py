"""What of a meeting goes into an exported file."""

from dataclasses import replace

import pytest

from review_tui.application.export import Look, export_minutes
from review_tui.application.export_leaks import leaks
from review_tui.application.export_past import ExportPast, _in_own_lines, own_lines
from review_tui.application.item_versions import ItemVersions
from review_tui.application.reading import MeetingView
from review_tui.model.errors import Refusal, WrongUsage
from review_tui.model.meeting import FilePlace, TextBase
from review_tui.model.people import Attendee
from review_tui.model.quotes import quote_at
from review_tui.model.text import Span
from tests.application.fakes import ITEM, MEETING, OTHER, TEXT, FakeExporters, Table


@pytest.fixture
def view(table: Table) -> MeetingView:
    return table.reading.meeting(MEETING)


def test_the_items_stand_in_order_with_heading_and_roll(view: MeetingView) -> None:
    meeting = replace(
        MEETING, start="9.00 a.m.", venue="Hall", chair="A. Lee", present=(Attendee("B. Fox", "Mayor"),)
    )
    exporters = FakeExporters()
    exported = export_minutes(replace(view, meeting=meeting), exporters, "words")
    assert (exported.data, exported.is_text, exported.left_out) == (b"words: The Board", True, ())
    (minutes,) = exporters.given
    assert minutes.held == ("Wednesday 16 March 2022, 9.00 a.m.", "Hall")
    assert minutes.standing == "Draft minutes, not signed off."
    assert minutes.attendance == (
        ("Chair", (Attendee("A. Lee"),)),
        ("Present", (Attendee("B. Fox", "Mayor"),)),
    )
    assert [item.heading for item in minutes.items] == ["5. Annual Report", "6. Loneliness"]
    assert minutes.items[0].text == TEXT.strip()


def test_for_the_public_exempt_items_are_left_out_and_named(view: MeetingView) -> None:
    meeting = replace(MEETING, items=(replace(ITEM, exempt=True), OTHER))
    exporters = FakeExporters()
    whole = export_minutes(replace(view, meeting=meeting), exporters, "words")
    public = export_minutes(replace(view, meeting=meeting), exporters, "words", is_public=True)
    assert [len(minutes.items) for minutes in exporters.given] == [2, 1]
    assert ([item.id for item in whole.left_out], [item.id for item in public.left_out]) == ([], [ITEM.id])
    assert "Annual" not in repr(exporters.given[1])


def test_minutes_that_would_not_be_whole_are_refused(table: Table, view: MeetingView) -> None:
    exporters = FakeExporters()
    with pytest.raises(Refusal, match="Item 6 can't be read"):
        export_minutes(replace(view, items=view.items[:1]), exporters, "words")
    table.book.texts[f"{MEETING.id}/{ITEM.id}/minutes.md"] = "<<<<<<< mine\nA\n=======\nB\n>>>>>>> theirs\n"
    with pytest.raises(Refusal, match="Item 5 holds two versions"):
        export_minutes(table.reading.meeting(MEETING), exporters, "words")
    assert exporters.given == []


def test_an_unknown_format_is_told_with_those_there_are(view: MeetingView) -> None:
    with pytest.raises(WrongUsage, match=r"can't be exported to “doc”. There is: words \(words\)\."):
        export_minutes(view, FakeExporters(), "doc")


def past_of(table: Table) -> ExportPast:
    return ExportPast(ItemVersions(table.history), table.reading)


def test_changes_come_with_author_and_reason_and_flags_with_what_was_said(table: Table) -> None:
    who = table.history.reviewer()
    old = table.item.draft.text
    table.review.flag(table.item, quote_at(old, Span(0, 3)), "wording", "Is it?")
    table.review.reply(table.item, table.item.state.flags[0].flag.id, "It is.")
    table.review.amend(table.item, f"{old.rstrip()} Added.\n", "It was missing.")
    exporters = FakeExporters(shows_changes=True)
    view = table.reading.meeting(MEETING)
    export_minutes(view, exporters, "words", past_of(table), look=Look.REDLINE)
    item = exporters.given[0].items[0]
    assert "".join(p.text for p in item.tracked if p.came == 0) == old.strip()
    assert "".join(p.text for p in item.tracked if p.went is None) == item.text
    ((change),) = item.changes.values()
    assert (change.author, change.reason) == (who.name, "It was missing.")
    assert [remark.words for remark in item.flags[0].remarks] == ["Wording: Is it?", "It is."]
    assert item.flags[0].span == Span(0, 3)
    export_minutes(view, exporters, "words", past_of(table), look=Look.FIRST)
    first = exporters.given[1]
    assert (first.items[0].text, first.standing) == (old.strip(), "The minutes as first drafted.")
    assert first.certificate == ()


def test_changes_are_refused_where_a_format_can_not_show_them(table: Table, view: MeetingView) -> None:
    with pytest.raises(WrongUsage, match=r"Words can't show changes\."):
        export_minutes(view, FakeExporters(), "words", past_of(table), look=Look.REDLINE)


def test_the_certificate_says_who_approved_which_text(table: Table) -> None:
    table.review.approve(table.item)
    exporters = FakeExporters()
    export_minutes(table.reading.meeting(MEETING), exporters, "words")
    told = exporters.given[0].certificate
    assert told[0].startswith("Each item, the mark of its exact text")
    assert "Approved by: " in told[1]
    assert table.history.reviewer().name in told[1]
    assert told[2].endswith("Approved by: nobody yet.")


def test_names_and_sums_of_an_item_left_out_are_warned_of_where_they_stand_elsewhere() -> None:
    meeting = replace(MEETING, present=(Attendee("Ann Lee"),))
    secret = [("item 6", "Mr Peter Quince was paid £4,500. Mrs Lee spoke. Mr Snug left.")]
    public = [("item 5", "Mrs Lee thanked Mr Quince. The budget is £4,500.00."), ("item 7", "Nothing.")]
    assert leaks(meeting, secret, public) == (
        "“Mr Peter Quince” stands in item 5 and in item 6, which is left out.",
        "“£4,500” stands in item 5 and in item 6, which is left out.",
    )


def test_an_item_of_one_file_has_its_heading_once_and_its_flags_on_their_words(table: Table) -> None:
    text = "## 5. Annual Report\n\nIt was noted.\n"
    table.book.texts[f"{MEETING.id}/{ITEM.id}/minutes.md"] = text
    view = table.item
    place = FilePlace("a.md", TextBase(0, 0), "a.md#report")
    view = replace(view, draft=replace(view.draft, place=place))
    words = Span(text.index("noted"), text.index("noted") + 5)
    assert own_lines(view, text) == "It was noted."
    assert _in_own_lines(words, view) == Span(7, 12)
    assert _in_own_lines(Span(3, 5), view) is None


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("**5. Annual Report.** It was noted.\n", "It was noted."),
        ("5. Annual Report\n\nIt was noted.\n", "It was noted."),
        ("The Old Schoolhouse\n\nIt was noted.\n", "The Old Schoolhouse\n\nIt was noted."),
        ("**Harbour Board**\n\nIt was noted.\n", "**Harbour Board**\n\nIt was noted."),
    ],
)
def test_a_first_line_that_the_item_is_not_called_by_is_of_its_words(
    table: Table, text: str, own: str
) -> None:
    table.book.texts[f"{MEETING.id}/{ITEM.id}/minutes.md"] = text
    view = table.item
    view = replace(view, draft=replace(view.draft, place=FilePlace("a.md", TextBase(0, 0), "a.md#report")))
    assert own_lines(view, text) == own
