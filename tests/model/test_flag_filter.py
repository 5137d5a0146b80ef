import datetime as dt

import pytest

from review_tui.model.acts import Disposition, Flag, Reply
from review_tui.model.flag_filter import FlagFilter
from review_tui.model.flag_threads import FlagThread
from review_tui.model.people import Reviewer
from review_tui.model.quotes import Quote

DAWN, ALEX = (Reviewer(f"{n} Example", f"{n.lower()}@example.org") for n in ("Dawn", "Alex"))
AT = dt.datetime(2022, 3, 20, tzinfo=dt.UTC)
FLAG = Flag(id="f1", by=DAWN, at=AT, quote=Quote("2022", "", "", "v1:x"), kind="date", comment="?")
REPLY = Reply(id="r1", by=ALEX, at=AT, to="f1", comment="!")
OPEN = FlagThread(FLAG)
HELD = FlagThread(
    FLAG, (REPLY,), (Disposition(id="d1", by=DAWN, at=AT, of="f1", outcome="held", reason="so"),)
)
DONE = FlagThread(FLAG, (), (Disposition(id="d1", by=DAWN, at=AT, of="f1", outcome="accepted", reason="so"),))
APART = FlagThread(
    FLAG,
    (),
    (*HELD.dispositions, *(Disposition(id="d2", by=ALEX, at=AT, of="f1", outcome="amended", reason="so"),)),
)


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        (FlagFilter(), [OPEN, HELD, DONE, APART]),
        (FlagFilter(kinds=("Date", "name")), [OPEN, HELD, DONE, APART]),
        (FlagFilter(kinds=("name",)), []),
        (FlagFilter(states=("open",)), [OPEN]),
        (FlagFilter(states=("open", "held")), [OPEN, HELD, APART]),
        (FlagFilter(states=("settled",)), [DONE]),
        (FlagFilter(states=("accepted",)), [DONE]),
        (FlagFilter(states=("disputed",)), [APART]),
        (FlagFilter(people=("alex",)), [HELD, APART]),
        (FlagFilter(people=("DAWN@example.org",)), [OPEN, HELD, DONE, APART]),
        (FlagFilter(people=("dawn@example",)), []),
        (FlagFilter(people=("",)), []),
        (FlagFilter(kinds=("date",), people=("Alex",), states=("disputed",)), [APART]),
    ],
)
def test_flags_are_chosen_by_kind_person_and_state(asked: FlagFilter, kept: list[FlagThread]) -> None:
    assert [thread for thread in (OPEN, HELD, DONE, APART) if asked.keeps(thread)] == kept
