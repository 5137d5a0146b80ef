from review_tui.application.receipts import ReadStatus, who_has_read
from review_tui.application.review import Review
from tests.application.fakes import ALEX, ITEM, MEETING, Table


def told(table: Table) -> dict[str, str]:
    view = table.reading.meeting(MEETING)
    return {seen.reviewer.name: seen.has.value for seen in who_has_read(view) if seen.item.item is ITEM}


def test_who_has_read_what_since_it_last_changed(table: Table) -> None:
    table.book.policy = {"reviewers": [{"name": "Alex Example", "email": ALEX.email}]}
    review = table.another(Review)
    assert told(table) == {"Alex Example": ReadStatus.NOT_YET}
    review.receipt(table.item)
    assert told(table) == {"Alex Example": ReadStatus.NOT_YET, "Dawn Example": ReadStatus.READ}
    table.history.who = ALEX
    table.review.approve(table.item)
    assert told(table)["Alex Example"] == ReadStatus.APPROVED
    table.review.amend(table.item, "New.\n", "Because.")
    assert told(table) == {"Alex Example": ReadStatus.READ_BEFORE, "Dawn Example": ReadStatus.READ_BEFORE}
    table.review.object(table.item, "No.")
    assert told(table)["Alex Example"] == ReadStatus.OBJECTED


def test_a_receipt_after_an_approval_of_an_older_text_counts(table: Table) -> None:
    table.review.approve(table.item)
    table.review.amend(table.item, "New.\n", "Because.")
    table.another(Review).receipt(table.item)
    (seen,) = [s for s in who_has_read(table.reading.meeting(MEETING)) if s.item.item is ITEM]
    assert (seen.has, seen.is_read) == (ReadStatus.READ, True)
    assert seen.act == table.item.state.receipts[0]
