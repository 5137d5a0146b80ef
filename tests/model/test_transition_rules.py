"""Ten thousand books of acts: the standing that is computed is the one that the plain rules give."""

import datetime as dt
import random
from dataclasses import dataclass
from typing import Any

import pytest

from review_tui.model.acts import (
    Act,
    Approval,
    Disposition,
    DispositionOutcome,
    Flag,
    Objection,
    Receipt,
    Reopening,
    Reply,
    SignOff,
)
from review_tui.model.people import Reviewer
from review_tui.model.policy import Member, Need, Policy
from review_tui.model.quotes import Quote
from review_tui.model.transitions import Move, StatusTerms, fold_acts, why_not, why_not_settle
from tests.model import plain_rules

NOW, BEFORE, ALIKE = "v1:now", "v1:before", "v1:alike"
PEOPLE = tuple(
    Reviewer(f"{name} Example", f"{name.lower()}@example.org") for name in ("Ann", "Ben", "Cy", "Di")
)
START = dt.datetime(2022, 3, 20, tzinfo=dt.UTC)
QUOTE = Quote("2022", "in ", ".", NOW)
OUTCOMES = ("amended", "accepted", "held", "withdrawn", "withdrawn", "vanished")
NEEDS: tuple[list[str], ...] = (
    ["chair"],
    ["officer"],
    ["presenter"],
    ["presenter", "officer"],
    ["clerk", "chair"],
    [],
)


@dataclass
class Case:
    acts: list[Act]
    meeting: list[Act]
    terms: StatusTerms
    backend: plain_rules.House


def some_acts(dice: random.Random) -> list[Act]:
    acts: list[Act] = []
    for n in range(dice.choice([0, 1, 2, 4, 6, 9, 12])):
        kind = dice.choice("ffdddddaaaoorRx")
        when = START + dt.timedelta(hours=dice.randint(0, 20))  # clocks that say nothing of the order
        made: Any = {"id": f"act{n:03}", "by": dice.choice(PEOPLE), "at": when}
        flags = [a.id for a in acts if isinstance(a, Flag)] or ["nothing"]
        objections = [a.id for a in acts if isinstance(a, Objection)]
        if kind == "f":
            acts.append(Flag(**made, quote=QUOTE, kind="date", comment="?"))
        elif kind == "d":
            of = dice.choice(flags + objections)
            after = tuple(
                a.id for a in acts if isinstance(a, Disposition) and a.of == of and dice.random() < 0.6
            )
            if dice.random() < 0.05:
                after = (*after, f"act{dice.randint(0, 12):03}")
            acts.append(Disposition(**made, of=of, outcome=dice.choice(OUTCOMES), reason="so", after=after))
        elif kind == "a":
            lifts = tuple(o for o in objections if dice.random() < 0.5)
            acts.append(Approval(**made, text_digest=dice.choice([NOW, NOW, BEFORE, ALIKE]), lifts=lifts))
        elif kind == "o":
            acts.append(Objection(**made, text_digest=NOW, comment="no"))
        elif kind == "r":
            acts.append(Reply(**made, to=dice.choice(flags), comment="!"))
        elif kind == "R":
            acts.append(Receipt(**made, text_digest=NOW))
    return acts


def some_meeting(dice: random.Random) -> list[Act]:
    acts: list[Act] = []
    for n in range(dice.choice([0, 0, 0, 0, 1, 2])):
        made: Any = {"by": dice.choice(PEOPLE), "at": START}
        acts.append(SignOff(**made, id=f"sign{n:02}"))
        if dice.random() < 0.7:
            acts.append(Reopening(**made, id=f"open{n:02}", of=f"sign{n:02}", reason="late"))
    return acts


def some_case(seed: int) -> Case:
    dice = random.Random(seed)  # noqa: S311 -- a game, not a secret
    roles = {p.email: {r for r in ("chair", "officer", "clerk") if dice.random() < 0.3} for p in PEOPLE[:3]}
    needs = [dice.choice(NEEDS[: 5 + (dice.random() < 0.1)]) for _ in range(dice.choice([0, 0, 1, 1, 2]))]
    presenter = dice.choice([*PEOPLE, None])
    own_words = dice.random() < 0.5
    wrote = None if dice.random() < 0.1 else {p.email for p in PEOPLE if dice.random() < 0.3}
    same = {ALIKE} if dice.random() < 0.4 else set()
    members = tuple(Member(p, frozenset(roles[p.email])) for p in PEOPLE if p.email in roles)
    policy = Policy(members, tuple(Need(tuple(need)) for need in needs), own_words)
    terms = StatusTerms(
        policy=policy,
        presenter=f"{presenter.name}, Officer" if presenter else "",
        contributors=None if wrote is None else frozenset(wrote),
        same=frozenset(same),
    )
    backend = plain_rules.House(
        roles, needs, presenter.email if presenter else "", own_words, wrote, {NOW, *same}
    )
    acts = some_acts(dice)
    dice.shuffle(acts)
    return Case(acts, some_meeting(dice), terms, backend)


@pytest.mark.parametrize("start", range(0, 10_000, 2_500))
def test_standing_is_what_the_plain_rules_say(start: int) -> None:
    for seed in range(start, start + 2_500):
        case = some_case(seed)
        state = fold_acts(NOW, case.acts, case.meeting, case.terms)
        assert state.status.value == plain_rules.status(case.acts, case.meeting, case.backend), seed
        assert {thread.flag.id: thread.outcome for thread in state.flags} == plain_rules.flags(case.acts), (
            seed
        )
        assert {o.id for o in state.objections} == plain_rules.objections(case.acts), seed


def test_the_cases_are_of_every_kind() -> None:
    found = [fold_acts(NOW, c.acts, c.meeting, c.terms) for c in map(some_case, range(1_000))]
    for status in ("draft", "in review", "approved", "stale", "signed off"):
        assert sum(state.status.value == status for state in found) > 20, status
    assert sum(any(thread.is_disputed for thread in state.flags) for state in found) > 10
    assert sum(bool(state.waits_for) for state in found) > 100


@pytest.mark.parametrize("start", range(0, 2_000, 500))
def test_an_approval_that_is_not_refused_lifts_own_objections_and_makes_nothing_stale(start: int) -> None:
    for seed in range(start, start + 500):
        case = some_case(seed)
        state = fold_acts(NOW, case.acts, case.meeting, case.terms)
        who = PEOPLE[seed % 4]
        made: Any = {"id": "new001", "by": who, "at": START}
        if not why_not(Move.APPROVE, state, who):
            lifts = tuple(o.id for o in state.objections if o.by.is_same(who))
            after = fold_acts(
                NOW, [*case.acts, Approval(**made, text_digest=NOW, lifts=lifts)], case.meeting, case.terms
            )
            assert after.status.value in {"approved", "in review"}, seed
            assert not any(o.by.is_same(who) for o in after.objections), seed


@pytest.mark.parametrize("start", range(0, 2_000, 500))
def test_settling_that_is_not_refused_settles_the_flag_and_ends_its_dispute(start: int) -> None:
    for seed in range(start, start + 500):
        case = some_case(seed)
        state = fold_acts(NOW, case.acts, case.meeting, case.terms)
        who = PEOPLE[seed % 4]
        made: Any = {"id": "new001", "by": who, "at": START}
        for thread in state.flags:
            if not why_not(Move.SETTLE, state, who) and not why_not_settle(
                state, thread.flag.id, DispositionOutcome.ACCEPTED, who
            ):
                follows = tuple(d.id for d in thread.latest_dispositions)
                act = Disposition(**made, of=thread.flag.id, outcome="accepted", reason="so", after=follows)
                after = fold_acts(NOW, [*case.acts, act], case.meeting, case.terms)
                settled = next(each for each in after.flags if each.flag.id == thread.flag.id)
                assert (settled.outcome, settled.is_disputed) == ("accepted", False), seed
