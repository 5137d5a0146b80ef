import pytest

from review_tui.anchoring.placement import PlacementKind
from review_tui.model.errors import Refusal, WrongUsage
from review_tui.model.quotes import occurrences, quote_at
from tests.application.fakes import ITEM, MEETING, OTHER, Table


@pytest.mark.parametrize(
    "asked",
    [
        "2022-03-16-board/05-annual-report",
        "drafts/2022-03-16-board/05-annual-report/",
        "05-annual-report",
        "5",
        "board/5",
        "board/annual",
        "annual",
        "Annual Rep",
    ],
)
def test_an_item_is_found_by_any_part_of_its_name_that_fits_only_one(table: Table, asked: str) -> None:
    assert table.reading.find(asked).item is ITEM


def test_a_name_that_fits_two_items_lists_them(table: Table) -> None:
    with pytest.raises(WrongUsage, match=r"05-annual-report.*06-loneliness"):
        table.reading.find("board")


@pytest.mark.parametrize("asked", ["nothing of the kind", "", "/"])
def test_a_name_that_fits_no_item_is_refused(table: Table, asked: str) -> None:
    with pytest.raises(Refusal, match="status"):
        table.reading.find(asked)


def test_a_flag_is_placed_through_the_history_after_the_text_changed(table: Table) -> None:
    view = table.item
    (span,) = occurrences(view.draft.text, "2020-22")
    table.review.flag(view, quote_at(view.draft.text, span), "date", "Wrong?")
    table.review.amend(table.item, f"A new opening.\n\n{view.draft.text}", "Opening.")
    (placed,) = table.reading.flags(table.item)
    assert placed.placement.fate is PlacementKind.PLACED
    assert placed.placement.span is not None
    assert placed.placement.span.start == span.start + len("A new opening.\n\n")


def test_a_meeting_counts_its_approved_items_and_open_flags(table: Table) -> None:
    table.review.approve(table.reading.item(MEETING, OTHER))
    text = table.item.draft.text
    table.review.flag(table.item, quote_at(text, occurrences(text, "noted")[0]), "wording", "Hm.")
    meeting = table.reading.meeting(MEETING)
    assert (meeting.approved, meeting.open_flags, len(meeting.items)) == (1, 1, 2)


def test_a_flag_is_found_by_the_beginning_of_its_id(table: Table) -> None:
    view = table.item
    span = occurrences(view.draft.text, "noted")[0]
    act = table.review.flag(view, quote_at(view.draft.text, span), "wording", "Hm.").act
    assert act is not None
    assert table.reading.find_flag(act.id[:8])[1] == act.id
    with pytest.raises(Refusal, match="ffff"):
        table.reading.find_flag("ffff")
