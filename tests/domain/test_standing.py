"""The standing of an item against a plain re-statement of the rules, written apart from the code."""

import datetime as dt
from collections.abc import Sequence
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_tui.domain.acts import (
    Act,
    Approval,
    Disposition,
    Flag,
    Objection,
    Outcome,
    Reopening,
    Reply,
    SignOff,
)
from review_tui.domain.people import Reviewer
from review_tui.domain.quotes import Quote
from review_tui.domain.standing import TABLE, Move, Standing, fold, why_not, why_not_settle

DAWN = Reviewer("Dawn", "dawn@example.org")
ALEX = Reviewer("Alex", "alex@example.org")
NOW, BEFORE = "v1:now", "v1:before"
START = dt.datetime(2022, 3, 20, tzinfo=dt.UTC)
QUOTE = Quote("2022", "in ", ".", NOW)


def flag(act_id: str, by: Reviewer = DAWN, at: int = 0) -> Flag:
    return Flag(id=act_id, by=by, at=START + dt.timedelta(at), quote=QUOTE, kind="date", comment="?")


def approval(act_id: str, text: str = NOW, by: Reviewer = DAWN, lifts: tuple[str, ...] = ()) -> Approval:
    return Approval(id=act_id, by=by, at=START, text=text, lifts=lifts)


def settled(act_id: str, of: str, outcome: str, by: Reviewer = DAWN, at: int = 1) -> Disposition:
    return Disposition(id=act_id, by=by, at=START + dt.timedelta(at), of=of, outcome=outcome, reason="so")


def objection(act_id: str, by: Reviewer = DAWN) -> Objection:
    return Objection(id=act_id, by=by, at=START, text=NOW, comment="no")


def test_an_item_without_acts_is_a_draft() -> None:
    assert fold(NOW, []).standing is Standing.DRAFT


def test_any_act_puts_it_in_review() -> None:
    assert fold(NOW, [flag("f1")]).standing is Standing.IN_REVIEW


def test_an_approval_counts_only_for_its_text() -> None:
    assert fold(NOW, [approval("a1")]).standing is Standing.APPROVED
    assert fold(BEFORE, [approval("a1")]).standing is Standing.STALE


def test_the_text_going_back_to_what_was_approved_makes_it_approved_again() -> None:
    acts = [approval("a1"), approval("a2", BEFORE)]
    assert fold(BEFORE, acts).standing is Standing.APPROVED


def test_a_held_flag_is_not_open_but_not_settled_either() -> None:
    state = fold(NOW, [flag("f1"), settled("d1", "f1", Outcome.HELD)])
    assert state.open_flags == ()
    assert [f.id for f in state.unsettled_flags] == ["f1"]


def test_an_outcome_that_is_not_known_settles_nothing() -> None:
    assert fold(NOW, [flag("f1"), settled("d1", "f1", "vanished")]).open_flags != ()


def test_a_sign_off_counts_until_it_is_reopened() -> None:
    sign_off = SignOff(id="s1", by=DAWN, at=START)
    reopening = Reopening(id="r1", by=DAWN, at=START, of="s1", reason="late correction")
    assert fold(NOW, [], [sign_off]).standing is Standing.SIGNED_OFF
    assert fold(NOW, [], [sign_off, reopening]).standing is Standing.DRAFT


def test_the_table_answers_every_move_from_every_standing() -> None:
    assert set(TABLE) == {(move, standing) for move in Move for standing in Standing}


@pytest.mark.parametrize("move", list(Move))
def test_nothing_moves_after_sign_off(move: Move) -> None:
    state = fold(NOW, [flag("f1")], [SignOff(id="s1", by=DAWN, at=START)])
    assert "signed off" in why_not(move, state, DAWN)


def test_approving_twice_is_refused_but_another_reviewer_may() -> None:
    state = fold(NOW, [approval("a1")])
    assert "already" in why_not(Move.APPROVE, state, DAWN)
    assert why_not(Move.APPROVE, state, ALEX) == ""


def test_settling_needs_something_to_settle() -> None:
    assert "settled already" in why_not(Move.SETTLE, fold(NOW, [approval("a1")]), DAWN)
    assert why_not(Move.SETTLE, fold(NOW, [objection("o1")]), DAWN) == ""
    assert "no open flag" in why_not_settle(fold(NOW, [flag("f1")]), "zz", Outcome.HELD, DAWN)
    done = fold(NOW, [flag("f1"), settled("d1", "f1", Outcome.ACCEPTED)])
    assert "settled already" in why_not_settle(done, "f1", Outcome.HELD, DAWN)


def test_an_objection_is_only_ever_withdrawn() -> None:
    state = fold(NOW, [objection("o1")])
    assert "only be withdrawn" in why_not_settle(state, "o1", Outcome.ACCEPTED, DAWN)


@st.composite
def act_lists(draw: st.DrawFn) -> list[Act]:
    acts: list[Act] = []
    for n in range(draw(st.integers(0, 9))):
        by = draw(st.sampled_from([DAWN, ALEX]))
        when = START + dt.timedelta(hours=n)
        earlier = [a.id for a in acts] or ["none"]
        of = draw(st.sampled_from(earlier))
        made: Any = {"id": f"x{n}", "by": by, "at": when}
        acts.append(
            draw(
                st.sampled_from(
                    [
                        Flag(**made, quote=QUOTE, kind="date", comment="?"),
                        Reply(**made, to=of, comment="!"),
                        Disposition(**made, of=of, outcome=draw(st.sampled_from(list(Outcome))), reason="so"),
                        Approval(
                            **made,
                            text=draw(st.sampled_from([NOW, BEFORE])),
                            lifts=draw(st.sampled_from([(), (of,)])),
                        ),
                        Objection(**made, text=NOW, comment="no"),
                    ]
                )
            )
        )
    return acts


def restated(acts: Sequence[Act]) -> str:  # noqa: C901, PLR0912 -- a plain list of rules, on purpose
    """The rules again, one act after another, as a person would keep the book by hand."""
    outcome_of: dict[str, str] = {}
    objecting: dict[str, Reviewer] = {}
    raised_by: dict[str, Reviewer] = {}
    approved_texts: list[str] = []
    for act in acts:
        if isinstance(act, Flag):
            outcome_of[act.id] = "open"
            raised_by[act.id] = act.by
        elif isinstance(act, Disposition) and act.of in outcome_of:
            if act.outcome != "withdrawn" or act.by == raised_by[act.of]:
                outcome_of[act.of] = act.outcome
        elif isinstance(act, Disposition) and objecting.get(act.of) == act.by:
            if act.outcome == "withdrawn":
                del objecting[act.of]
        elif isinstance(act, Objection):
            objecting[act.id] = act.by
        elif isinstance(act, Approval):
            approved_texts.append(act.text)
            for lifted in act.lifts:
                if objecting.get(lifted) == act.by:
                    del objecting[lifted]
    if approved_texts and NOW not in approved_texts:
        return "stale"
    if objecting or "open" in outcome_of.values():
        return "in review"
    if approved_texts:
        return "approved"
    return "in review" if acts else "draft"


@given(act_lists(), st.randoms())
def test_standing_is_what_the_rules_say_in_whatever_order_the_files_come(
    acts: list[Act], shuffle: Random
) -> None:
    expected = restated(acts)
    mixed = list(acts)
    shuffle.shuffle(mixed)
    assert fold(NOW, mixed).standing.value == expected
