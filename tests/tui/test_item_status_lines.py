from review_tui.application.reading import MeetingView
from review_tui.model.findings import Finding, Location, Severity
from review_tui.model.text import Span
from review_tui.tui.open_item import OpenItem
from review_tui.tui.presenters.item_state import agenda_rows, approval_warnings, progress, standing_words
from tests.tui.facts import ANN, BO, RULES, TEXT, approval, edited, meeting_of, objection

STALE = [approval(ANN, "They met before.\n")]


def signs(view: MeetingView) -> list[str]:
    return [row.sign for row in agenda_rows(view.items, "01", {})]


def stands(view: MeetingView) -> str:
    return standing_words(OpenItem(view.items[0])).plain


def test_the_title_line_counts_objections_stale_and_waiting_items() -> None:
    view = meeting_of([approval(ANN)], [objection(BO)], STALE, [], policy=RULES)
    assert progress(view, {}).plain == "0 of 4 approved · 1 objection · 1 changed since approval · 1 waits"


def test_the_title_line_of_signed_minutes_says_so_and_keeps_quiet_about_findings() -> None:
    assert progress(meeting_of([approval(ANN)], signed=True), {"01": 3}).plain == "■ signed off"


def test_the_agenda_has_a_sign_for_each_standing() -> None:
    view = meeting_of(
        [approval(ANN)], [objection(BO)], STALE, [], [approval(ANN), approval(BO)], policy=RULES
    )
    assert signs(view) == ["◐", "✗", "~", " ", "✓"]
    assert signs(meeting_of([approval(ANN)], signed=True)) == ["■"]


def test_an_item_says_first_whom_it_waits_for() -> None:
    assert stands(meeting_of([approval(ANN)], policy=RULES)) == "waits for the officer · ✓ by Ann Lee"


def test_an_item_that_nobody_approved_does_not_say_that_it_waits() -> None:
    assert stands(meeting_of([], policy=RULES)) == "draft"


def test_an_objection_is_said_before_the_approvals() -> None:
    assert stands(meeting_of([approval(ANN), objection(BO)])) == "in review · 1 objection · ✓ by Ann Lee"


def test_signed_minutes_that_were_edited_since_say_so() -> None:
    view = meeting_of([approval(ANN)], signed=True).items[0]
    assert standing_words(OpenItem(view)).plain == "■ signed off"
    changed = edited(view, TEXT + "And more.\n")
    assert standing_words(OpenItem(changed)).plain == "■ signed off, and edited since"
    assert agenda_rows([changed], "", {})[0].detail == "edited since"


def test_whoever_approves_reads_each_open_finding_in_words() -> None:
    places = (Location("minutes.md", Span(0, 4), 1, "They", "They met."),)
    found = (
        Finding("period", Severity.ERROR, "The years differ.", places),
        Finding("names", Severity.WARNING, "“Lee\x1b” is also “Lea”", places),
    )
    assert approval_warnings(OpenItem(meeting_of([]).items[0], findings=found)) == (
        "! Still open. Error of the period check: The years differ.",
        "! Still open. Warning of the names check: “Lee␛” is also “Lea”",
    )
