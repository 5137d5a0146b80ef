"""What happened, and what would be undone, in words."""

import datetime as dt

import pytest

from review_tui.domain.people import Reviewer
from review_tui.services.ports import Entry
from review_tui.services.telling import Told
from review_tui.services.undoing import Step
from review_tui.tui.presenters.telling import told_line, told_page
from review_tui.tui.presenters.turning import act_words, turning_question, turning_words
from tests.services.fakes import Table

DAWN = Reviewer("Dawn Example", "dawn@example.org")
AT = dt.datetime(2022, 3, 22, 10, 15, tzinfo=dt.UTC)


def entry(subject: str = "Flag item 5: date", reason: str = "") -> Entry:
    return Entry("0" * 40, DAWN, AT, subject, reason)


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("Flag item 5: date", "your flag on item 5"),
        ("Reply on item 5: the date flag", "your reply to the date flag on item 5"),
        ("Place item 5: the date flag", "your word on where the date flag of item 5 stands"),
        ("Settle item 5: the date flag, held", "your word on the date flag (held) of item 5"),
        ("Settle item 5: the objection, withdrawn", "your word on the objection (withdrawn) of item 5"),
        ("Dismiss in item 5: period finding", "your dismissing a period finding in item 5"),
        ("Approve item 5: Annual Report, again", "your approval of item 5"),
        ("Read item 5: no comment", "your “read, no comment” on item 5"),
        ("Object to item 5: Annual Report", "your objection to item 5"),
        ("Confirm evidence in item 5: “It”", "your word on what a passage of item 5 rests on"),
        ("Amend item 5: “2022” to “2021”", "your amendment of item 5"),
        ("Correct item 5: “2022” to “2021”", "your correction of item 5"),
        ("Something else altogether", "“Something else altogether”"),
    ],
)
def test_ones_own_act_is_told_as_one_would_say_it(subject: str, words: str) -> None:
    assert act_words(subject, "5") == words


def test_the_question_says_what_and_when() -> None:
    step = Step(entry(), "Flag item 5: date", "2022-03-16-board", "05-report")
    today = turning_question(step, "5", AT.date(), is_redo=False)
    later = turning_question(step, "5", dt.date(2022, 3, 24), is_redo=True)
    assert today.plain == "Undo your flag on item 5, made today, 10:15?"
    said = "Do again your flag on item 5, which you took back on Tuesday 22 March, 10:15?"
    assert later.plain == said


def test_an_act_that_no_history_tells_of_is_told_by_its_subject_and_reason() -> None:
    step = Step(entry(reason="It ended in 2021.\x1b"), "Flag item 5: date", "2022-03-16-board", "05-report")
    assert turning_words(None, step, None).plain == "Flag item 5: date: It ended in 2021.␛"


def test_a_line_of_the_list_has_its_head_in_bold_and_is_never_endless() -> None:
    sentence = "Amendment 3, by Dawn Example, Tuesday 22 March, 10:15: [b]why[/b] " + "why " * 200
    line = told_line(Told(entry(), sentence))
    assert line.plain.startswith("Amendment 3, by Dawn Example, Tuesday 22 March, 10:15: [b]why[/b] why")
    assert line.plain.endswith("why …")
    assert len(line.plain) < 410
    bold = [span for span in line.spans if span.style == "bold"]
    assert [line.plain[span.start : span.end] for span in bold] == ["Amendment 3"]


def test_the_page_of_a_draft_that_came_says_what_whoever_recorded_it_called_it(table: Table) -> None:
    came = Told(entry("Draft minutes of 16 March", "From the clerk."), "The draft as it was received, by D.")
    page = told_page(table.item, came, None).plain
    assert page == "The draft as it was received, by D.\n\nDraft minutes of 16 March\n\nFrom the clerk."
    own = Entry("0" * 40, DAWN, AT, "Flag item 5: date", "Why?", (("Meeting", "2022-03-16-board"),))
    assert told_page(table.item, Told(own, "A flag"), None).plain == "A flag\n\nWhy?"


def test_what_counts_no_more_is_quiet() -> None:
    line = told_line(Told(entry(), "Flag (date), by Dawn Example, today (taken back since)", is_undone=True))
    assert {str(span.style) for span in line.spans} == {"dim"}
