"""What the policy asks of the history: whose words a text holds, and which old texts count as the same."""

from dataclasses import replace

import pytest

from review_tui.application.ports import Version
from review_tui.model.errors import Refusal
from review_tui.model.meeting import Problem
from review_tui.model.people import Reviewer
from review_tui.model.policy import Policy
from review_tui.model.text import encode
from review_tui.model.transitions import Status
from tests.application.fakes import ALEX, CLERK, DAWN, MEETING, PATH, TEXT, Table

STRICT = {"approval": {"own_words": "no"}}
ALL = {
    "reviewers": [
        {"name": "Dawn Example", "email": DAWN.email, "roles": ["chair"]},
        {"name": "Alex Example", "email": ALEX.email},
    ],
    "approval": {"needs": ["chair", "presenter"], "own_words": "no", "white_space": "ignored"},
}


def stands(table: Table) -> Status:
    return table.reading.with_history(table.item).state.status


def test_own_words_can_not_be_approved_where_the_book_says_so(table: Table) -> None:
    table.book.policy = STRICT
    table.review.amend(table.item, TEXT.replace("2020-22", "2020-21"), "A slip.")
    with pytest.raises(Refusal, match="nobody approves their own words"):
        table.review.approve(table.item)
    table.history.who = ALEX
    table.review.approve(table.item)
    assert stands(table) is Status.APPROVED


def test_the_draft_as_received_is_no_reviewers_own_words(table: Table) -> None:
    table.book.policy = STRICT
    table.history.who = CLERK
    table.review.approve(table.item)
    assert stands(table) is Status.APPROVED


def test_after_an_approval_only_later_words_are_own_words(table: Table) -> None:
    table.book.policy = STRICT
    table.review.amend(table.item, TEXT.replace("2020-22", "2020-21"), "A slip.")
    table.history.who = ALEX
    table.review.approve(table.item)
    table.review.amend(table.item, table.item.draft.text.replace("noted", "received"), "As moved.")
    assert stands(table) is Status.STALE
    with pytest.raises(Refusal, match="own words"):
        table.review.approve(table.item)
    table.history.who = DAWN
    table.review.approve(table.item)
    assert stands(table) is Status.APPROVED


def test_an_amendment_under_ones_own_approval_does_not_pass_as_anothers(table: Table) -> None:
    table.book.policy = STRICT
    table.review.approve(table.item)
    table.review.amend(table.item, TEXT.replace("2020-22", "2020-21"), "A slip.")
    table.review.amend(table.item, TEXT, "No slip.")
    assert stands(table) is Status.APPROVED, "the text is again what was approved before it was amended"


def test_a_text_that_differs_only_in_what_is_ignored_stays_approved(table: Table) -> None:
    table.book.policy = {"approval": {"white_space": "ignored"}}
    table.review.approve(table.item)
    table.review.amend(table.item, TEXT.replace("\n\n", "\n\n\n"), "Spacing.")
    assert table.item.state.status is Status.STALE, "the history was not asked yet"
    assert stands(table) is Status.APPROVED
    table.review.amend(table.item, TEXT.replace("2020-22", "2020-21"), "A slip.")
    assert stands(table) is Status.STALE


def test_all_that_the_book_asks_for_together(table: Table) -> None:
    table.book.policy = ALL
    table.review.approve(table.item)
    waiting = table.reading.with_history(table.item).state
    assert waiting.waits_for == ("the presenter (Alex Example, Officer)",)
    table.history.who = ALEX
    table.review.approve(table.item)
    assert stands(table) is Status.APPROVED


def test_reading_for_the_first_paint_never_asks_the_history(table: Table) -> None:
    table.book.policy = ALL
    table.history.asked.clear()
    view = table.reading.meeting(MEETING)
    assert table.history.asked == []
    assert table.reading.meeting_with_history(view).items[0].state.terms.includes_history


def test_the_history_is_not_asked_where_the_policy_does_not_depend_on_it(table: Table) -> None:
    table.book.policy = {"approval": {"needs": ["chair"]}}
    table.history.asked.clear()
    view = table.item
    assert table.reading.with_history(view) is view
    assert table.history.asked == []


def test_what_makes_no_sense_in_the_policy_is_told_with_the_meetings(table: Table) -> None:
    table.book.policy = {"approval": {"needs": [[]]}}
    assert [p.file for p in table.reading.meetings()[1]] == ["book.yaml"]


def test_nothing_is_approved_while_the_book_file_can_not_be_read(table: Table) -> None:
    table.book.problems = (Problem("book.yaml", "Line 3 is no YAML."),)
    table.review.approve(table.item)
    state = table.reading.with_history(table.item).state
    assert state.status is Status.IN_REVIEW
    assert "can't be understood" in state.waits_for[0]


def test_a_book_file_that_breaks_while_the_book_is_open_makes_nothing_easier(table: Table) -> None:
    table.book.policy = {"approval": {"needs": ["chair"]}}
    table.review.approve(table.item)
    table.book.policy = {}
    table.book.problems = (Problem("book.yaml", "Line 3 is no YAML."),)
    assert table.item.state.status is Status.IN_REVIEW


def test_without_a_policy_the_meetings_are_read_once_to_know_it(table: Table) -> None:
    table.reading.meetings()
    table.book.problems = (Problem("book.yaml", "Only read again with the meetings."),)
    assert table.reading.policy() == (Policy(), ())
    table.reading.meetings()
    assert table.reading.policy()[0].needs != ()


def put_together(table: Table, merger: Reviewer) -> None:
    """Two amendments made apart, the later one approved by Alex, put together by ``merger``."""
    first = table.history.versions(PATH)[0]
    texts = [TEXT.replace("2020-21", "2021"), TEXT.replace("noted", "received")]
    texts.append(texts[0].replace("noted", "received"))
    makers = zip(
        (DAWN, CLERK, merger), texts, ((first.entry.id,), (first.entry.id,), ("0", "1")), strict=True
    )
    made = [
        Version(replace(first.entry, id=str(n), by=who), encode(text), parents)
        for n, (who, text, parents) in enumerate(makers)
    ]
    table.history.versions = lambda path: (*made[::-1], first)  # type: ignore[method-assign]
    table.history.who = ALEX
    for text in texts[1:]:
        table.book.texts[PATH], table.history.tip[PATH] = text, encode(text)
        if text == texts[1]:
            table.review.approve(table.item)


def test_an_approval_of_one_side_does_not_make_the_other_sides_words_anybodys(table: Table) -> None:
    table.book.policy = STRICT
    put_together(table, ALEX)
    table.history.who = DAWN
    with pytest.raises(Refusal, match="own words"):
        table.review.approve(table.item)


def test_who_only_puts_together_what_others_wrote_may_approve_it(table: Table) -> None:
    table.book.policy = STRICT
    put_together(table, ALEX)
    assert table.reading.with_history(table.item).state.terms.contributors == frozenset({DAWN.email})
    table.review.approve(table.item)
    assert stands(table) is Status.APPROVED
