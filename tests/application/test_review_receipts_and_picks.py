from collections.abc import Callable

import pytest

from review_tui.anchoring.placement import PlacementKind
from review_tui.application.reading import PlacedFlag
from review_tui.application.review import Review
from review_tui.model.act_registry import MOVES_ON_TEXT
from review_tui.model.acts import Receipt
from review_tui.model.errors import Refusal, StaleDraft
from review_tui.model.moves import Move
from review_tui.model.passages import passages
from review_tui.model.quotes import occurrences, quote_at
from review_tui.model.text import Span
from review_tui.model.transitions import Status
from tests.application.fakes import ALEX, DAWN, ITEM, MEETING, PATH, Table

TWINS = "The report for 2020-21 was noted.\nThe report for 2020-22 was noted.\n"


@pytest.fixture
def review(table: Table) -> Review:
    return table.another(Review)


def flagged(table: Table, words: str) -> str:
    text = table.item.draft.text
    span = occurrences(text, words)[0]
    act = table.review.flag(table.item, quote_at(text, span), "date", "Right?").act
    assert act is not None
    return act.id


def the_flag(table: Table) -> PlacedFlag:
    (placed,) = table.reading.flags(table.item)
    return placed


def test_a_receipt_is_bound_to_the_text_and_is_no_approval(table: Table, review: Review) -> None:
    done = review.receipt(table.item)
    assert isinstance(done.act, Receipt)
    assert done.act.text_digest == table.item.draft.digest
    assert table.history.commits[-1][1].startswith("Read item 5: no comment\n\nMeeting: ")
    assert table.stands(Status.IN_REVIEW)
    with pytest.raises(Refusal, match="already"):
        review.receipt(table.item)


def test_a_text_that_moved_on_is_not_marked_as_read(table: Table, review: Review) -> None:
    seen = table.item
    table.review.amend(seen, "New.\n", "Because.")
    with pytest.raises(StaleDraft):
        review.receipt(seen)


def test_a_person_picks_where_the_words_of_an_ambiguous_flag_stand(table: Table, review: Review) -> None:
    flag = flagged(table, "2020-22")
    table.review.amend(table.item, TWINS, "Rewritten.")
    assert the_flag(table).placement.fate is not PlacementKind.PLACED
    span = occurrences(table.item.draft.text, "2020-22")[0]
    table.history.who = ALEX
    review.pick(table.item, flag, span, "The second.")
    placed = the_flag(table)
    assert (placed.placement.fate, placed.placement.span) == (PlacementKind.PLACED, span)
    assert "The second." in table.history.commits[-1][1]


def test_picked_words_that_read_otherwise_are_told_with_the_words_flagged(
    table: Table, review: Review
) -> None:
    flag = flagged(table, "2020-22")
    table.review.amend(table.item, TWINS, "Rewritten.")
    span = occurrences(table.item.draft.text, "2020-21")[0]
    review.pick(table.item, flag, span)
    placement = the_flag(table).placement
    assert placement.fate is PlacementKind.CHANGED
    assert placement.sentence == "Dawn Example said that “2020-22” now reads “2020-21”."
    assert placement.quote.quote == "2020-22"


def test_a_pick_is_followed_through_later_amendments(table: Table, review: Review) -> None:
    flag = flagged(table, "2020-22")
    table.review.amend(table.item, TWINS, "Rewritten.")
    span = occurrences(table.item.draft.text, "2020-22")[0]
    review.pick(table.item, flag, span)
    table.review.amend(table.item, f"An opening.\n{TWINS}", "Opening.")
    placement = the_flag(table).placement
    assert placement.span == span.moved(len("An opening.\n"))


def test_a_later_pick_takes_the_place_of_an_earlier_one(table: Table, review: Review) -> None:
    flag = flagged(table, "2020-22")
    table.review.amend(table.item, TWINS, "Rewritten.")
    first, second = (occurrences(table.item.draft.text, words)[0] for words in ("2020-21", "2020-22"))
    review.pick(table.item, flag, first)
    review.pick(table.item, flag, second)
    assert the_flag(table).placement.span == second


def test_picks_made_apart_at_different_places_have_to_be_picked_again(table: Table, review: Review) -> None:
    flag = flagged(table, "2020-22")
    table.review.amend(table.item, TWINS, "Rewritten.")
    first, second = (occurrences(table.item.draft.text, words)[0] for words in ("2020-21", "2020-22"))
    review.pick(table.item, flag, first)
    acts = table.book.acts[table.item.item.id]
    apart = acts.pop()
    table.history.who = ALEX
    review.pick(table.item, flag, second)
    acts.append(apart)
    placement = the_flag(table).placement
    assert (placement.fate, placement.candidates) == (PlacementKind.AMBIGUOUS, (first, second))
    assert "picked places that lie apart" in placement.sentence
    table.history.who = DAWN
    review.pick(table.item, flag, second)
    assert the_flag(table).placement.span == second


def test_a_pick_of_no_flag_or_no_place_is_refused(table: Table, review: Review) -> None:
    flag = flagged(table, "2020-22")
    with pytest.raises(Refusal, match="no flag ffff"):
        review.pick(table.item, "ffff", Span(0, 3))
    with pytest.raises(Refusal, match="not in these minutes"):
        review.pick(table.item, flag, Span(0, 3_000))


@pytest.mark.parametrize("move", sorted(MOVES_ON_TEXT - {Move.REVERT}))
def test_what_is_about_an_exact_text_waits_until_an_edit_outside_is_recorded(
    table: Table, review: Review, move: Move
) -> None:
    picked = flagged(table, "noted") if move is Move.PICK else ""
    table.book.texts[PATH] += "An edit outside.\n"
    seen = table.reading.item(MEETING, ITEM)
    words = quote_at(seen.draft.text, occurrences(seen.draft.text, "noted")[0])
    jobs: dict[Move, Callable[[], object]] = {
        Move.FLAG: lambda: review.flag(seen, words, "fact", "Was it?"),
        Move.PICK: lambda: review.pick(seen, picked, Span(0, 3)),
        Move.LINK: lambda: review.confirm(seen, passages(seen.draft.text)[0], ()),
        Move.APPROVE: lambda: review.approve(seen),
        Move.RECEIPT: lambda: review.receipt(seen),
        Move.OBJECT: lambda: review.object(seen, "No."),
    }
    said = review.why_not_each(seen, None, is_unrecorded=True)[move]
    assert "edited in another program" in said
    with pytest.raises(Refusal) as refused:
        jobs[move]()
    assert str(refused.value) == said
