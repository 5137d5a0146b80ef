from review_tui.domain.acts import Outcome
from review_tui.domain.quotes import occurrences, quote_at
from review_tui.services.answering import Answering
from review_tui.services.session import Summary, summary
from review_tui.services.undoing import Undoing
from tests.services.fakes import ALEX, DAWN, MEETING, OTHER, Table


def flag(table: Table, words: str) -> str:
    text = table.item.draft.text
    act = table.review.flag(table.item, quote_at(text, occurrences(text, words)[0]), "date", "Right?").act
    assert act is not None
    return act.id


def test_what_was_raised_in_this_session_is_summed_up(table: Table) -> None:
    flag(table, "report")
    since = table.review._clock.now()
    table.history.who = ALEX
    flag(table, "covers")
    table.history.who = DAWN
    mine = flag(table, "2020-22")
    table.review.settle(table.item, mine, Outcome.WITHDRAWN, "I was wrong.")
    table.review.object(table.item, "No.")
    table.another(Answering).receipt(table.item)
    table.review.approve(table.reading.item(MEETING, OTHER))
    found = summary([table.reading.meeting(MEETING)], DAWN, since)
    assert found.headline == (
        "1 flag raised, 1 objection made, 1 flag settled, 1 item approved, 1 item read without comment"
    )
    assert found.lines == (
        "Item 5: date flag on “2020-22”: Right?",
        "Item 5: objection: No.",
        "Item 5: withdrawn: I was wrong.",
        "Item 6: approved",
        "Item 5: read, no comment",
    )


def test_what_was_taken_back_was_not_raised(table: Table) -> None:
    since = table.review._clock.now()
    flag(table, "report")
    table.another(Undoing).undo()
    found = summary([table.reading.meeting(MEETING)], DAWN, since)
    assert (found, found.is_empty, found.headline) == (Summary(), True, "")
