"""What happened, and what would be undone, in words."""

import datetime as dt
from dataclasses import replace

import pytest

from review_tui.application.ports import HistoryEntry
from review_tui.application.timeline import TimelineEvent
from review_tui.application.undo import UndoStep
from review_tui.model.people import Reviewer
from review_tui.tui.features.history.presenter import day_heads, event_line, event_page, event_sentence
from review_tui.tui.features.undo.presenter import act_words, undo_question, undo_words
from tests.application.fakes import Table

DAWN = Reviewer("Dawn Example", "dawn@example.org")
AT = dt.datetime(2022, 3, 22, 10, 15, tzinfo=dt.UTC)


def entry(subject: str = "Flag item 5: date", reason: str = "") -> HistoryEntry:
    return HistoryEntry("0" * 40, DAWN, AT, subject, reason)


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
        ("Confirm evidence in item 5: “It”", "your word on where a passage of item 5 comes from"),
        ("Amend item 5: “2022” to “2021”", "your amendment of item 5"),
        ("Correct item 5: for “2022” read “2021”", "your correction of item 5"),
        ("Something else altogether", "“Something else altogether”"),
    ],
)
def test_ones_own_act_is_told_as_one_would_say_it(subject: str, words: str) -> None:
    assert act_words(subject, "5") == words


def test_the_question_says_what_and_when() -> None:
    step = UndoStep(entry(), "Flag item 5: date", "2022-03-16-board", "05-report")
    today = undo_question(step, "5", AT.date(), is_redo=False)
    later = undo_question(step, "5", dt.date(2022, 3, 24), is_redo=True)
    assert today.plain == "Undo your flag on item 5, made today, 10:15?"
    said = "Do again your flag on item 5, which you took back on Tuesday 22 March, 10:15?"
    assert later.plain == said


def test_an_act_that_no_history_tells_of_is_told_by_its_subject_and_reason() -> None:
    step = UndoStep(
        entry(reason="It ended in 2021.\x1b"), "Flag item 5: date", "2022-03-16-board", "05-report"
    )
    assert undo_words(None, step, None).plain == "Flag item 5: date: It ended in 2021.␛"


def test_a_line_of_the_list_is_when_who_and_what_with_the_reason_dimmed_below() -> None:
    what, why = "Amendment 3: “[b]2022” to “2021”", "A slip;\nclosed the date flag by Alex."
    line = event_line(TimelineEvent(entry(), "", what=what, why=why))
    assert line.plain == (f"10:15 · Dawn Example · {what}\nA slip; closed the date flag by Alex.")
    tones = {line.plain[span.start : span.end].strip(): str(span.style) for span in line.spans if span.style}
    assert tones == {what: "bold", "A slip; closed the date flag by Alex.": "dim"}
    endless = event_line(TimelineEvent(entry(), "", what="what " * 200, why="why " * 200)).plain
    assert endless.count(" …") == 2
    assert len(endless) < 900


def test_the_days_of_the_list_stand_above_the_first_thing_of_each() -> None:
    days = [AT, AT, AT - dt.timedelta(days=1), AT - dt.timedelta(days=2), AT - dt.timedelta(days=9)]
    heads = day_heads([TimelineEvent(replace(entry(), at=at), "") for at in days], AT.date())
    assert {place: head.plain for place, head in heads.items()} == {
        0: "Today",
        2: "Yesterday",
        3: "Sunday 20 March 2022",
        4: "Sunday 13 March 2022",
    }


def test_a_sentence_has_its_head_in_bold_and_is_never_endless() -> None:
    sentence = "Amendment 3, by Dawn Example, Tuesday 22 March, 10:15: [b]why[/b] " + "why " * 200
    line = event_sentence(TimelineEvent(entry(), sentence))
    assert line.plain.startswith("Amendment 3, by Dawn Example, Tuesday 22 March, 10:15: [b]why[/b] why")
    assert line.plain.endswith("why …")
    assert len(line.plain) < 410
    bold = [span for span in line.spans if span.style == "bold"]
    assert [line.plain[span.start : span.end] for span in bold] == ["Amendment 3"]


def test_the_page_of_a_draft_that_came_says_what_whoever_recorded_it_called_it(table: Table) -> None:
    came = TimelineEvent(
        entry("Draft minutes of 16 March", "From the clerk."), "The draft as it was received, by D."
    )
    page = event_page(table.item, came, None).plain
    assert page == "The draft as it was received, by D.\n\nDraft minutes of 16 March\n\nFrom the clerk."
    own = HistoryEntry("0" * 40, DAWN, AT, "Flag item 5: date", "Why?", (("Meeting", "2022-03-16-board"),))
    assert event_page(table.item, TimelineEvent(own, "A flag"), None).plain == "A flag\n\nWhy?"


def test_what_counts_no_more_is_quiet() -> None:
    told = TimelineEvent(
        entry(), "Flag (date), by Dawn Example (taken back since)", is_undone=True, what="Flag", why="So"
    )
    for line in (event_line(told), event_sentence(told)):
        assert {str(span.style) for span in line.spans} == {"dim"}
