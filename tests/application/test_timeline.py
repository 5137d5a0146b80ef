import pytest

from review_tui.application.ports import FileChange
from review_tui.application.revert import Revert
from review_tui.application.review import Review
from review_tui.application.timeline import Timeline
from review_tui.application.undo import UndoService
from review_tui.model.acts import DispositionOutcome, Flag
from review_tui.model.quotes import occurrences, quote_at
from review_tui.model.text import Span
from tests.application.fakes import ALEX, DAWN, MEETING, OTHER, PATH, TEXT, Table

FIXED = TEXT.replace("2020-22", "2020-21")


@pytest.fixture
def telling(table: Table) -> Timeline:
    return Timeline(table.history)


AMENDED = (
    "Amendment 1, by Dawn Example, Sunday 20 March, 12:05: The year was a slip; "
    "closed the date flag by Alex Example."
)


def flag(table: Table) -> str:
    view = table.item
    span = occurrences(view.draft.text, "2020-22")[0]
    act = table.review.flag(view, quote_at(view.draft.text, span), "date", "Not the period above.").act
    assert isinstance(act, Flag)
    return act.id


def sentences(table: Table, telling: Timeline) -> list[str]:
    return [told.sentence for told in telling.of_item(table.item)]


def test_a_timeline_tells_what_happened_in_plain_words(table: Table, telling: Timeline) -> None:
    table.history.who = ALEX
    act = flag(table)
    table.history.who = DAWN
    table.review.reply(table.item, act, "The notes agree.")
    table.review.amend(table.item, FIXED, "The year was a slip.\n\nSee the notes.", [act])
    table.another(Review).receipt(table.item)
    table.review.approve(table.item)
    assert sentences(table, telling) == [
        "The draft as it was received, recorded by Clerk Example, Sunday 20 March, 12:01",
        "Date flag on “2020-22”, by Alex Example, Sunday 20 March, 12:03: Not the period above.",
        "Reply on the date flag, by Dawn Example, Sunday 20 March, 12:04: The notes agree.",
        AMENDED,
        "Read, no comment, by Dawn Example, Sunday 20 March, 12:06",
        "Approved, by Dawn Example, Sunday 20 March, 12:07",
    ]


def test_what_was_taken_back_is_told_as_such_and_amendments_keep_their_numbers(
    table: Table, telling: Timeline
) -> None:
    table.review.amend(table.item, FIXED, "A slip.")
    undoing = table.another(UndoService)
    undoing.undo()
    table.review.amend(table.item, TEXT.replace("noted", "received"), "As moved.")
    told = telling.of_item(table.item)
    assert [t.sentence.partition(", ")[0] for t in told[1:]] == [
        "Amendment 1",
        "Took back amendment 1",
        "Amendment 2",
    ]
    assert told[1].is_undone
    assert told[1].sentence.endswith("(taken back since)")
    assert [t.amendment.number for t in told if t.amendment] == [1, 2]


def test_an_act_done_again_counts_again(table: Table, telling: Timeline) -> None:
    flag(table)
    undoing = table.another(UndoService)
    undoing.undo()
    undoing.redo()
    told = telling.of_item(table.item)
    assert [t.is_undone for t in told] == [False, False, True, False]
    assert told[2].sentence.startswith("Took back “Date flag”, by Dawn")
    assert told[2].sentence.endswith("(done again since)")
    assert told[3].sentence.startswith("Did again “Date flag”, by Dawn")


def test_an_edit_recorded_by_plain_git_is_an_amendment_too(table: Table, telling: Timeline) -> None:
    change = FileChange(PATH, new=FIXED.encode(), old=TEXT.encode())
    table.history.commit([change], "Correct a year\n")
    told = telling.of_item(table.item)[-1]
    assert told.sentence == "Amendment 1, by Dawn Example, Sunday 20 March, 12:03: Correct a year"


def test_settling_putting_back_and_a_subject_of_no_known_form_are_told(
    table: Table, telling: Timeline
) -> None:
    act = flag(table)
    table.review.settle(table.item, act, DispositionOutcome.ACCEPTED, "As read out.")
    table.review.amend(table.item, FIXED, "A slip.")
    table.another(Revert).put_back(table.item, "1", "No slip.")
    table.history.commit(
        [FileChange(f"{table.item.name}/notes/more.md", new=b"x")], "Add the clerk's notes\n"
    )
    lines = sentences(table, telling)
    assert lines[2].startswith("Closed the date flag, accepted, by Dawn Example")
    assert lines[4] == (
        "Amendment 2, which restores the wording from before amendment 1, by Dawn Example, "
        "Sunday 20 March, 12:06: No slip."
    )
    assert lines[5].startswith("Add the clerk's notes, by Dawn Example")


def test_signing_and_reopening_are_told_without_the_list_of_what_was_signed(
    table: Table, telling: Timeline
) -> None:
    signing = table.sign_off
    for item in MEETING.items:
        table.review.approve(table.reading.item(MEETING, item))
    signing.sign(signing.gate(MEETING))
    signing.reopen(MEETING, "A late correction.")
    signed, reopened = sentences(table, telling)[-2:]
    assert signed == (
        "Sign off the minutes of The Board, Wednesday 16 March 2022, by Dawn Example, Sunday 20 March, 12:05"
    )
    assert reopened.endswith("by Dawn Example, Sunday 20 March, 12:06: A late correction.")


def test_the_book_tells_of_all_items_newest_first(table: Table, telling: Timeline) -> None:
    act = flag(table)
    table.review.amend(table.item, FIXED, "A slip.", [act])
    table.another(Revert).put_back(table.item, "1", "It was right.")
    table.another(UndoService).undo()
    told = telling.of_book(4)
    assert [t.sentence.split(", Sunday")[0] for t in told] == [
        "Item 5: Took back “Restored the wording from before amendment 1, by Dawn Example”, by Dawn Example",
        "Item 5: Restored the wording from before amendment 1, by Dawn Example, by Dawn Example",
        "Item 5: Amended “2020-22” to “2020-21”, by Dawn Example",
        "Item 5: Date flag, by Dawn Example",
    ]
    assert told[1].is_undone
    assert told[1].sentence.endswith(": It was right. (taken back since)")
    assert len(telling.of_book()) == 6


def test_where_there_are_several_meetings_each_act_names_its_own(table: Table, telling: Timeline) -> None:
    flag(table)
    table.history.keep(
        (FileChange("other/01-x/minutes.md", new=b"x"),), "Amend item 1: x\n\nMeeting: other\n"
    )
    starts = [t.sentence.split(": ")[0] for t in telling.of_book(2)]
    assert starts == ["Other, item 1", f"{MEETING.id}, item 5"]


def test_a_correction_is_told_of_the_item_that_it_is_of_and_of_no_other(
    table: Table, telling: Timeline
) -> None:
    signing = table.sign_off
    for item in MEETING.items:
        table.review.approve(table.reading.item(MEETING, item))
    signing.sign(signing.gate(MEETING))
    view = table.item
    quote = quote_at(view.draft.text, Span(0, 3))
    signing.correct(view, quote, "A", "As read out.", "the April meeting")
    assert sentences(table, telling)[-1].startswith("Corrected at a later meeting")
    other = telling.of_item(table.reading.item(MEETING, OTHER))
    assert not any("Corrected" in event.sentence for event in other)
