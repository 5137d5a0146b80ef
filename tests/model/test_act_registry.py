import datetime as dt
from typing import Any

import pytest

from review_tui.model.act_codec import decode_act, encode_act
from review_tui.model.act_registry import (
    FORMS,
    KINDS,
    REDONE,
    UNDONE,
    UNKNOWN,
    ActForm,
    ActKind,
    dependents,
    form_of_subject,
    kind_named,
    kind_of,
    word_of,
)
from review_tui.model.acts import (
    Act,
    Approval,
    Disposition,
    Evidence,
    OtherAct,
    Receipt,
    Reopening,
    Reply,
    SignedItem,
    SignOff,
)
from review_tui.model.people import Reviewer
from review_tui.model.quotes import Quote
from tests.model.act_examples import class_fields, example

MADE: Any = {"id": "act0001", "by": Reviewer("D", "d@x"), "at": dt.datetime(2022, 3, 20, tzinfo=dt.UTC)}
QUOTE = Quote("2022", "", "", "v1:x")


@pytest.mark.parametrize(
    ("act", "on"),
    [
        (Reply(**MADE, to="f1", comment="!"), {"f1"}),
        (Reply(**MADE, to="f1", comment="", quote=QUOTE, replaces=("r1",)), {"f1", "r1"}),
        (Disposition(**MADE, of="f1", outcome="held", reason="so", after=("d1",)), {"f1", "d1"}),
        (Approval(**MADE, text_digest="v1:x", lifts=("o1",)), {"o1"}),
        (Evidence(**MADE, quote=QUOTE, sources=(), replaces=("e1",)), {"e1"}),
        (Reopening(**MADE, of="s1", reason="late"), {"s1"}),
        (SignOff(**MADE, items=(SignedItem("05", "v1:x", ("a1", "a2")),)), {"a1", "a2"}),
        (Receipt(**MADE, text_digest="v1:x"), set()),
    ],
)
def test_an_act_rests_on_those_it_speaks_of(act: Act, on: set[str]) -> None:
    assert set(kind_of(act).depends_on(act)) == on
    assert dependents(on, [act]) == ((act,) if on else ())
    assert dependents({*on, act.id}, [act]) == (), "what goes with it does not keep it"
    assert kind_of(act).form(act).since


def test_every_class_of_act_has_one_row_and_every_field_of_it_a_place_in_the_file() -> None:
    assert sorted(kind.made.__name__ for kind in (*KINDS, UNKNOWN)) == sorted(
        each.__name__ for each in Act.__subclasses__()
    )
    for kind in KINDS:
        assert {field.name for field in kind.fields} == class_fields(kind.made), kind.word


def test_no_two_kinds_share_a_word_and_no_two_counts_a_rank() -> None:
    assert len({kind.word for kind in KINDS}) == len(KINDS)
    tallies = {form.tally for form in FORMS} | {UNDONE, REDONE, UNKNOWN.forms[0].tally}
    assert len({tally.rank for tally in tallies}) == len(tallies)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.word)
def test_the_row_of_an_act_is_found_by_the_act_and_by_its_word(kind: ActKind) -> None:
    act = example(kind, "7f3a91c2", MADE["by"], MADE["at"])
    assert kind_of(act) is kind is kind_named(word_of(act))
    assert kind.form(act) in kind.forms
    assert decode_act(encode_act(act)) == act


def test_an_act_that_is_not_known_has_the_row_of_the_unknown_and_its_own_word() -> None:
    act = OtherAct(**MADE, act="nod")
    assert kind_of(act) is UNKNOWN is kind_named("nod")
    assert (word_of(act), kind_of(act).form(act).summary(act, "")) == ("nod", "nod")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.subject} {form.begins}")
def test_how_something_was_made_is_found_by_the_subject_of_its_commit(form: ActForm) -> None:
    what = f"{form.begins}this"
    subject = f"{form.subject} item 5: {what}" if form.names_item else f"{form.subject} {what}"
    assert form_of_subject(subject) == (form, what)


@pytest.mark.parametrize("subject", ["Read the docs", "Correct a typo", "Take in item 5: Title", "WIP", ""])
def test_a_commit_that_none_of_our_acts_made_is_of_no_form(subject: str) -> None:
    assert form_of_subject(subject) is None


def test_every_count_reads_well_once_and_twice() -> None:
    for tally in {form.tally for form in FORMS} | {UNDONE, REDONE, UNKNOWN.forms[0].tally}:
        assert tally.counted(1).startswith("1 ")
        assert tally.counted(2).startswith("2 ")
        assert tally.counted(1)[1:] != tally.counted(2)[1:]
        assert "{" not in tally.counted(1)
