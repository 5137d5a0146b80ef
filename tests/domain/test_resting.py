import datetime as dt
from typing import Any

import pytest

from review_tui.domain.acts import (
    Act,
    Approval,
    Disposition,
    Evidence,
    Receipt,
    Reopening,
    Reply,
    SignedItem,
    SignOff,
)
from review_tui.domain.people import Reviewer
from review_tui.domain.quotes import Quote
from review_tui.domain.resting import resting, rests_on, said_of

MADE: Any = {"id": "act0001", "by": Reviewer("D", "d@x"), "at": dt.datetime(2022, 3, 20, tzinfo=dt.UTC)}
QUOTE = Quote("2022", "", "", "v1:x")


@pytest.mark.parametrize(
    ("act", "on"),
    [
        (Reply(**MADE, to="f1", comment="!"), {"f1"}),
        (Reply(**MADE, to="f1", comment="", quote=QUOTE, replaces=("r1",)), {"f1", "r1"}),
        (Disposition(**MADE, of="f1", outcome="held", reason="so", after=("d1",)), {"f1", "d1"}),
        (Approval(**MADE, text="v1:x", lifts=("o1",)), {"o1"}),
        (Evidence(**MADE, quote=QUOTE, sources=(), replaces=("e1",)), {"e1"}),
        (Reopening(**MADE, of="s1", reason="late"), {"s1"}),
        (SignOff(**MADE, items=(SignedItem("05", "v1:x", ("a1", "a2")),)), {"a1", "a2"}),
        (Receipt(**MADE, text="v1:x"), set()),
    ],
)
def test_an_act_rests_on_those_it_speaks_of(act: Act, on: set[str]) -> None:
    assert rests_on(act) == on
    assert resting(on, [act]) == ((act,) if on else ())
    assert resting({*on, act.id}, [act]) == (), "what goes with it does not keep it"
    assert said_of(act)
