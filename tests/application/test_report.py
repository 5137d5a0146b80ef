"""The report on a meeting, and its correction sheet."""

import pytest

from review_tui.adapters.exporters.report_formats import formats
from review_tui.application.checking import Checking
from review_tui.application.item_versions import ItemVersions
from review_tui.application.report import MeetingReport, report, report_lines, sheet_lines
from review_tui.model.acts import DispositionOutcome
from review_tui.model.quotes import occurrences, quote_at
from tests.application.fakes import ALEX, MEETING, OTHER, TEXT, Table

MOTION = (
    f"That the minutes of the meeting of {MEETING.body} held on Wednesday 16 March 2022 be approved "
    "as a correct record, with the corrections read out."
)


def told(table: Table) -> MeetingReport:
    view = table.reading.meeting_with_history(table.reading.meeting(MEETING))
    return report(view, ItemVersions(table.history))


@pytest.fixture
def reviewed(table: Table) -> Table:
    view = table.item
    quote = quote_at(view.draft.text, occurrences(view.draft.text, "2020-22")[0])
    flag = table.review.flag(view, quote, "date", "Right?").act
    assert flag is not None
    table.review.reply(table.item, flag.id, "The notes say <2021>.")
    table.review.amend(table.item, TEXT.replace("2020-22", "2020-21"), "A slip.", [flag.id])
    table.history.who = ALEX
    table.review.approve(table.item)
    return table


def test_the_sheet_is_read_aloud_and_ends_with_the_motion(reviewed: Table) -> None:
    lines = [line.words for line in sheet_lines(told(reviewed))]
    assert lines[1:] == [
        "Item 5, resolution: for “for 2020-22 be” read “for 2020-21 be”.",
        MOTION,
    ]


def test_without_amendments_there_is_only_the_motion(table: Table) -> None:
    lines = [line.words for line in sheet_lines(told(table))]
    assert lines[1] == "Nothing was amended since circulation."
    assert lines[2].endswith("be approved as a correct record.")


def test_the_report_tells_flags_amendments_approvals_and_what_is_open(reviewed: Table) -> None:
    text = " ".join(line.words for line in report_lines(told(reviewed)))
    for words in (
        "Date flag on “2020-22”, by Dawn Example",
        "Dawn Example: The notes say <2021>.",
        "amended. A slip.",
        "Amendment 1, by Dawn Example",
        "Approved by: Alex Example",
        "6. Loneliness Open: Nobody has approved it yet.",
    ):
        assert words in text


def test_an_open_flag_is_told(table: Table) -> None:
    view = table.reading.item(MEETING, OTHER)
    quote = quote_at(view.draft.text, occurrences(view.draft.text, "discussed")[0])
    flag = table.review.flag(view, quote, "wording", "How?").act
    assert "Not closed yet." in [line.words for line in report_lines(told(table))]
    assert flag is not None
    table.review.settle(table.reading.item(MEETING, OTHER), flag.id, DispositionOutcome.ACCEPTED, "Fine.")
    assert "Not closed yet." not in [line.words for line in report_lines(told(table))]


@pytest.mark.parametrize(("to", "words"), [("txt", "<2021>"), ("html", "&lt;2021&gt;"), ("md", "\\<2021\\>")])
def test_words_of_people_are_words_in_every_format(reviewed: Table, to: str, words: str) -> None:
    written = formats()[to](tuple(report_lines(told(reviewed)))).decode()
    assert f"The notes say {words}." in written
    assert "2020-21" in written
    if to == "html":
        assert written.count("<ul>") == written.count("</ul>")


def test_a_finding_that_was_dismissed_is_told_with_the_reason(table: Table) -> None:
    finding = Checking().of_item(table.item).findings[0]
    table.review.dismiss(table.item, finding, "It was read out so.")
    lines = [line.words for line in report_lines(told(table))]
    at = lines.index("It was read out so.")
    assert lines[at - 1].startswith(f"Finding dismissed ({finding.check}), by Dawn Example, ")
    assert lines[at - 1].endswith(finding.message)
