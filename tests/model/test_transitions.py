"""Where an item stands and what may be done: one case a rule, with the words that refuse."""

import datetime as dt

import pytest

from review_tui.model.acts import (
    Approval,
    Correction,
    Disposition,
    DispositionOutcome,
    Flag,
    Objection,
    Receipt,
    Reopening,
    SignedItem,
    SignOff,
)
from review_tui.model.people import Reviewer
from review_tui.model.policy import Member, Need, Policy
from review_tui.model.quotes import Quote
from review_tui.model.transitions import (
    TABLE,
    Move,
    Status,
    StatusTerms,
    fold_acts,
    latest_disposition_ids,
    sign_off_blocks,
    why_not,
    why_not_settle,
)

DAWN = Reviewer("Dawn", "dawn@example.org")
ALEX = Reviewer("Alex", "alex@example.org")
NOW, BEFORE = "v1:now", "v1:before"
START = dt.datetime(2022, 3, 20, tzinfo=dt.UTC)
QUOTE = Quote("2022", "in ", ".", NOW)


def flag(act_id: str, by: Reviewer = DAWN, at: int = 0) -> Flag:
    return Flag(id=act_id, by=by, at=START + dt.timedelta(at), quote=QUOTE, kind="date", comment="?")


def approval(act_id: str, text: str = NOW, by: Reviewer = DAWN, lifts: tuple[str, ...] = ()) -> Approval:
    return Approval(id=act_id, by=by, at=START, text_digest=text, lifts=lifts)


def settled(
    act_id: str, of: str, outcome: str, by: Reviewer = DAWN, at: int = 1, after: tuple[str, ...] = ()
) -> Disposition:
    when = START + dt.timedelta(at)
    return Disposition(id=act_id, by=by, at=when, of=of, outcome=outcome, reason="so", after=after)


def objection(act_id: str, by: Reviewer = DAWN) -> Objection:
    return Objection(id=act_id, by=by, at=START, text_digest=NOW, comment="no")


def test_an_item_without_acts_is_a_draft() -> None:
    assert fold_acts(NOW, []).status is Status.DRAFT


def test_any_act_puts_it_in_review() -> None:
    assert fold_acts(NOW, [flag("f1")]).status is Status.IN_REVIEW


def test_an_approval_counts_only_for_its_text() -> None:
    assert fold_acts(NOW, [approval("a1")]).status is Status.APPROVED
    assert fold_acts(BEFORE, [approval("a1")]).status is Status.STALE


def test_the_text_going_back_to_what_was_approved_makes_it_approved_again() -> None:
    acts = [approval("a1"), approval("a2", BEFORE)]
    assert fold_acts(BEFORE, acts).status is Status.APPROVED


def test_a_held_flag_is_not_open_but_not_settled_either() -> None:
    state = fold_acts(NOW, [flag("f1"), settled("d1", "f1", DispositionOutcome.HELD)])
    assert state.open_flags == ()
    assert [f.id for f in state.unsettled_flags] == ["f1"]


def test_an_outcome_that_is_not_known_settles_nothing() -> None:
    assert fold_acts(NOW, [flag("f1"), settled("d1", "f1", "vanished")]).open_flags != ()


def test_a_sign_off_counts_until_it_is_reopened() -> None:
    sign_off = SignOff(id="s1", by=DAWN, at=START)
    reopening = Reopening(id="r1", by=DAWN, at=START, of="s1", reason="late correction")
    assert fold_acts(NOW, [], [sign_off]).status is Status.SIGNED_OFF
    assert fold_acts(NOW, [], [sign_off, reopening]).status is Status.DRAFT


def test_the_table_answers_every_move_from_every_standing() -> None:
    assert set(TABLE) == {(move, status) for move in Move for status in Status}


@pytest.mark.parametrize("move", sorted(set(Move) - {Move.REOPEN, Move.CORRECT}))
def test_nothing_moves_after_sign_off(move: Move) -> None:
    state = fold_acts(NOW, [flag("f1")], [SignOff(id="s1", by=DAWN, at=START)])
    assert "signed off" in why_not(move, state, DAWN)


@pytest.mark.parametrize("move", [Move.REOPEN, Move.CORRECT])
def test_signed_minutes_are_reopened_or_corrected_and_only_those(move: Move) -> None:
    assert why_not(move, fold_acts(NOW, [], [SignOff(id="s1", by=DAWN, at=START)]), DAWN) == ""
    assert "not signed off" in why_not(move, fold_acts(NOW, [approval("a1")]), DAWN)


def test_approving_twice_is_refused_but_another_reviewer_may() -> None:
    state = fold_acts(NOW, [approval("a1")])
    assert "already" in why_not(Move.APPROVE, state, DAWN)
    assert why_not(Move.APPROVE, state, ALEX) == ""


def test_settling_needs_something_to_settle() -> None:
    assert "closed already" in why_not(Move.SETTLE, fold_acts(NOW, [approval("a1")]), DAWN)
    assert why_not(Move.SETTLE, fold_acts(NOW, [objection("o1")]), DAWN) == ""
    assert "no open flag" in why_not_settle(fold_acts(NOW, [flag("f1")]), "zz", DispositionOutcome.HELD, DAWN)
    done = fold_acts(NOW, [flag("f1"), settled("d1", "f1", DispositionOutcome.ACCEPTED)])
    assert "closed already" in why_not_settle(done, "f1", DispositionOutcome.HELD, DAWN)


def test_an_objection_is_only_ever_withdrawn() -> None:
    state = fold_acts(NOW, [objection("o1")])
    assert "only be withdrawn" in why_not_settle(state, "o1", DispositionOutcome.ACCEPTED, DAWN)


def test_a_disposition_that_follows_another_takes_its_place_whatever_the_clocks_say() -> None:
    held = settled("d1", "f1", DispositionOutcome.HELD, at=9)
    state = fold_acts(
        NOW, [flag("f1"), held, settled("d2", "f1", DispositionOutcome.ACCEPTED, ALEX, at=2, after=("d1",))]
    )
    assert [thread.outcome for thread in state.flags] == [DispositionOutcome.ACCEPTED]
    assert latest_disposition_ids(state, "f1") == ("d2",)


def test_dispositions_made_apart_are_disputed_and_the_safest_holds() -> None:
    acts = [
        flag("f1"),
        settled("d1", "f1", DispositionOutcome.ACCEPTED),
        settled("d2", "f1", DispositionOutcome.HELD, ALEX),
    ]
    (thread,) = fold_acts(NOW, acts).flags
    assert (thread.outcome, thread.is_disputed) == (DispositionOutcome.HELD, True)
    decided = [*acts, settled("d3", "f1", DispositionOutcome.ACCEPTED, ALEX, after=("d1", "d2"))]
    (thread,) = fold_acts(NOW, decided).flags
    assert (thread.outcome, thread.is_disputed) == (DispositionOutcome.ACCEPTED, False)


def test_the_same_outcome_twice_is_no_dispute() -> None:
    acts = [
        flag("f1"),
        settled("d1", "f1", DispositionOutcome.ACCEPTED),
        settled("d2", "f1", DispositionOutcome.ACCEPTED, ALEX),
    ]
    assert not fold_acts(NOW, acts).flags[0].is_disputed


def test_a_disputed_flag_can_be_settled_again() -> None:
    acts = [
        flag("f1"),
        settled("d1", "f1", DispositionOutcome.ACCEPTED),
        settled("d2", "f1", DispositionOutcome.AMENDED, ALEX),
    ]
    state = fold_acts(NOW, acts)
    assert why_not(Move.SETTLE, state, ALEX) == ""
    assert why_not_settle(state, "f1", DispositionOutcome.ACCEPTED, ALEX) == ""


def test_a_withdrawal_by_another_neither_counts_nor_hides_what_it_follows() -> None:
    acts = [
        flag("f1"),
        settled("d1", "f1", DispositionOutcome.HELD),
        settled("d2", "f1", DispositionOutcome.WITHDRAWN, ALEX, after=("d1",)),
    ]
    assert fold_acts(NOW, acts).flags[0].outcome == DispositionOutcome.HELD


def test_dispositions_that_follow_each_other_in_a_ring_are_all_last_words() -> None:
    acts = [
        flag("f1"),
        settled("d1", "f1", DispositionOutcome.HELD, after=("d2",)),
        settled("d2", "f1", DispositionOutcome.ACCEPTED, after=("d1",)),
    ]
    assert fold_acts(NOW, acts).flags[0].outcome == DispositionOutcome.HELD


OFFICER = Reviewer("Olu", "olu@example.org")
TWO = Policy(
    (Member(DAWN, frozenset({"chair"})), Member(ALEX), Member(OFFICER, frozenset({"officer"}))),
    (Need(("chair",)), Need(("presenter", "officer"))),
)


def test_an_item_is_approved_only_when_all_that_the_book_asks_for_have_approved() -> None:
    terms = StatusTerms(TWO, presenter="Alex")
    state = fold_acts(NOW, [approval("a1")], terms=terms)
    assert state.status is Status.IN_REVIEW
    assert state.waits_for == ("the presenter (Alex) or the officer",)
    for other in (ALEX, OFFICER):
        state = fold_acts(NOW, [approval("a1"), approval("a2", by=other)], terms=terms)
        assert state.status is Status.APPROVED
    state = fold_acts(NOW, [approval("a2", by=ALEX)], terms=terms)
    assert sign_off_blocks(state) == (("It waits for the chair.", ""),)


def test_own_words_are_not_approved_where_the_book_says_so() -> None:
    mine = StatusTerms(Policy(own_words=False), contributors=frozenset({DAWN.email}))
    assert "Somebody else has to" in why_not(Move.APPROVE, fold_acts(NOW, [], terms=mine), DAWN)
    assert why_not(Move.APPROVE, fold_acts(NOW, [], terms=mine), ALEX) == ""
    state = fold_acts(NOW, [approval("a1")], terms=mine)
    assert state.status is Status.IN_REVIEW
    assert "whose own words" in sign_off_blocks(state)[0][0]
    assert fold_acts(NOW, [approval("a2", by=ALEX)], terms=mine).status is Status.APPROVED


def test_nothing_counts_as_approved_while_nobody_looked_whose_words_they_are() -> None:
    unknown = StatusTerms(Policy(own_words=False), contributors=None)
    state = fold_acts(NOW, [approval("a1")], terms=unknown)
    assert state.status is Status.IN_REVIEW
    assert "not looked up yet" in sign_off_blocks(state)[0][0]
    assert why_not(Move.APPROVE, state, ALEX) == ""


def test_an_approval_of_a_text_that_is_the_same_by_the_policy_is_not_stale() -> None:
    acts = [approval("a1", BEFORE)]
    terms = StatusTerms(Policy(white_space=False), same=frozenset({BEFORE}))
    assert fold_acts(NOW, acts).status is Status.STALE
    state = fold_acts(NOW, acts, terms=terms)
    assert state.status is Status.APPROVED
    assert why_not(Move.APPROVE, state, DAWN) == ""


def test_having_read_it_is_said_once_of_each_text() -> None:
    receipt = Receipt(id="r1", by=DAWN, at=START, text_digest=BEFORE)
    assert why_not(Move.RECEIPT, fold_acts(NOW, [receipt]), DAWN) == ""
    assert "already" in why_not(Move.RECEIPT, fold_acts(BEFORE, [receipt]), DAWN)
    assert why_not(Move.RECEIPT, fold_acts(BEFORE, [receipt]), ALEX) == ""
    assert "approved exactly this text" in why_not(Move.RECEIPT, fold_acts(NOW, [approval("a1")]), DAWN)


def test_who_objects_has_a_comment_until_the_objection_is_lifted() -> None:
    refused = why_not(Move.RECEIPT, fold_acts(NOW, [objection("o1", DAWN)]), DAWN)
    assert "“no”" in refused
    assert "Lift your objection first" in refused
    lifted = [objection("o1", DAWN), settled("d1", "o1", DispositionOutcome.WITHDRAWN)]
    assert why_not(Move.RECEIPT, fold_acts(NOW, [objection("o1", ALEX)]), DAWN) == ""
    assert why_not(Move.RECEIPT, fold_acts(NOW, lifted), DAWN) == ""


def test_what_blocks_sign_off_names_each_flag_and_objection() -> None:
    acts = [flag("f1"), settled("d1", "f1", DispositionOutcome.HELD), objection("o1", ALEX), approval("a1")]
    state = fold_acts(NOW, acts)
    assert sign_off_blocks(state) == (
        ("The date flag by Dawn on “2022” is held.", "f1"),
        ("Alex objects: no", "o1"),
    )
    assert why_not(Move.SIGN_OFF, state, DAWN) == "The date flag by Dawn on “2022” is held."
    assert why_not(Move.SIGN_OFF, fold_acts(NOW, [approval("a1")]), DAWN) == ""
    assert sign_off_blocks(fold_acts(NOW, [])) == (("Nobody has approved it yet.", ""),)


def test_minutes_edited_after_they_were_signed_are_told() -> None:
    sign_off = SignOff(id="s1", by=DAWN, at=START, items=(SignedItem("05", BEFORE), SignedItem("06", NOW)))
    assert fold_acts(NOW, [], [sign_off], StatusTerms(item="05")).differs_from_signed
    assert not fold_acts(NOW, [], [sign_off], StatusTerms(item="06")).differs_from_signed
    assert not fold_acts(
        NOW, [], [SignOff(id="s1", by=DAWN, at=START)], StatusTerms(item="06")
    ).differs_from_signed


def test_corrections_are_told_of_the_item_that_they_are_about() -> None:
    correction = Correction(
        id="c1", by=DAWN, at=START, item="05", quote=QUOTE, wording="2021", reason="slip", meeting="May"
    )
    assert fold_acts(NOW, [], [correction], StatusTerms(item="05")).corrections == (correction,)
    assert fold_acts(NOW, [], [correction], StatusTerms(item="06")).corrections == ()


def test_whoever_approved_and_then_objected_may_approve_the_same_text_again() -> None:
    approved = fold_acts(NOW, [approval("a1")])
    assert why_not(Move.APPROVE, approved, DAWN) == "You have approved exactly this text already."
    objected = fold_acts(NOW, [approval("a1"), objection("o1", DAWN)])
    assert why_not(Move.APPROVE, objected, DAWN) == ""
    assert why_not(Move.APPROVE, fold_acts(NOW, [approval("a1"), objection("o1", ALEX)]), DAWN) != ""


def test_of_sign_offs_made_apart_the_first_counts_unless_one_is_of_another_text() -> None:
    first = SignOff(id="s1", by=DAWN, at=START, items=(SignedItem("05", NOW),))
    last = SignOff(id="s2", by=ALEX, at=START + dt.timedelta(1), items=(SignedItem("05", NOW),))
    assert fold_acts(NOW, [], [last, first], StatusTerms(item="05")).sign_off == first
    assert fold_acts(NOW, [], [], StatusTerms(item="05")).sign_off is None
    other = SignOff(id="s0", by=DAWN, at=START, items=(SignedItem("05", BEFORE),))
    assert fold_acts(NOW, [], [other, last], StatusTerms(item="05")).sign_off == other
