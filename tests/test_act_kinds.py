"""Every kind of act is known to every face: what a new row still lacks, one of these tests says."""

import argparse
import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest

from review_tui.application.act_service import Recorded
from review_tui.application.ports import HistoryEntry
from review_tui.application.session_summary import summarise_session
from review_tui.cli import json_shapes, parser
from review_tui.cli.main import COMMANDS
from review_tui.cli.reading_commands import act_lines
from review_tui.model import act_registry
from review_tui.model.act_registry import (
    FORMS,
    KINDS,
    MOVES_ON_TEXT,
    UNKNOWN,
    ActForm,
    ActKind,
    Scope,
    Target,
    word_of,
)
from review_tui.model.acts import Act, OtherAct
from review_tui.model.moves import Move
from review_tui.model.transitions import TABLE, Status
from review_tui.tui.features.outside_changes.presenter import acts_that_came
from review_tui.tui.features.undo.presenter import act_words
from review_tui.tui.keys import KEYS
from tests.model.act_examples import example
from tests.tui.facts import ANN, NOON, meeting_of

BOOK = (Path(__file__).parents[1] / "docs" / "book.md").read_text(encoding="utf-8")
OF_ITEMS, _, AFTER = BOOK.partition("And in the `acts/` of the meeting:")
OF_MEETINGS, _, IN_GIT = AFTER.partition("## In git")

kinds = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.word)
forms = pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.subject} {form.begins}")


def act_of(kind: ActKind) -> Act:
    return example(kind, "7f3a91c2", ANN, NOON)


def row_of(table: str, word: str) -> str:
    return next((line for line in table.splitlines() if line.startswith(f"| `{word}` |")), "")


def test_every_row_and_every_class_of_an_act_is_among_the_kinds() -> None:
    rows = [row for row in vars(act_registry).values() if isinstance(row, ActKind)]
    assert [row.word for row in rows if row not in (*KINDS, UNKNOWN)] == []
    assert {row.made for row in rows} == set(Act.__subclasses__())


def test_every_move_has_a_row_in_the_table_of_moves() -> None:
    assert {(move, status) for move in Move for status in Status} == TABLE.keys()


@kinds
def test_the_documentation_names_every_kind_with_its_fields(kind: ActKind) -> None:
    row = row_of(OF_ITEMS if kind.scope is Scope.ITEM else OF_MEETINGS, kind.word)
    assert row, f"docs/book.md has no row for `{kind.word}`"
    fields = "".join(row.split("|")[3:])
    assert [field.key for field in kind.fields if f"`{field.key}`" not in fields] == []


@forms
def test_the_documentation_names_every_subject(form: ActForm) -> None:
    assert f"`{form.subject} item 5: " in IN_GIT or f"`{form.subject} …`" in IN_GIT


@kinds
def test_an_act_that_holds_a_texts_digest_takes_that_text_into_the_history_first(kind: ActKind) -> None:
    if kind.target is Target.TEXT:
        assert all(form.is_on_text for form in kind.forms)
        assert kind.move in MOVES_ON_TEXT


@forms
def test_every_form_has_a_command_that_there_is(form: ActForm) -> None:
    action = next(a for a in parser.build()._actions if isinstance(a, argparse._SubParsersAction))
    assert form.command in action.choices
    assert form.command in COMMANDS


@forms
def test_every_form_has_a_key_that_there_is(form: ActForm) -> None:
    assert form.key in {key.id for key in KEYS}


@forms
def test_every_form_has_its_words(form: ActForm) -> None:
    what = f"{form.begins}this"
    subject = f"{form.subject} item 5: {what}" if form.names_item else f"{form.subject} {what}"
    told = form.timeline.format(what=what, What="This", rest="this")
    mine = act_words(subject, "5")
    for phrase in (told, mine, form.since):
        assert phrase.strip()
        assert "{" not in phrase
    assert mine != f"“{subject}”" or not form.names_item


@kinds
def test_news_of_every_kind_say_who_did_what_where(kind: ActKind) -> None:
    was = meeting_of([])
    act = act_of(kind)
    if kind.item_of(act):
        act = example(kind, act.id, act.by, act.at, item="01")
    view = was.items[0]
    kept = kind.scope is Scope.ITEM
    item = replace(view, draft=replace(view.draft, acts=(act,) if kept else ()))
    now = replace(was, items=(item,), acts=() if kept else (act,))
    place = "item 1" if kept or kind.item_of(act) else "the meeting"
    assert acts_that_came(was, now, None) == (f"Ann Lee {kind.news} {place}.",)
    assert kind.news not in {"", UNKNOWN.news}


@kinds
def test_every_kind_is_counted_and_told_when_one_leaves(kind: ActKind) -> None:
    act = act_of(kind)
    form = kind.form(act)
    subject = f"{form.subject} item 1: {form.begins}this" if form.names_item else f"{form.subject} this"
    entry = HistoryEntry("c1", ANN, dt.datetime(2022, 3, 20, tzinfo=dt.UTC), subject, "")
    summary = summarise_session([Recorded("Done.", entry, "", act)])
    assert summary.headline == form.tally.counted(1)
    assert summary.lines[0].partition(": ")[2]


def test_show_lists_every_act_of_an_item_that_nothing_else_of_it_tells() -> None:
    acts = [act_of(kind) for kind in KINDS if kind.scope is Scope.ITEM]
    other = OtherAct(id="0ther001", by=ANN, at=NOON, act="nod", extra=(("why", "so"),))
    view = meeting_of([*acts, other]).items[0]
    listed = [act for act in acts if next(k for k in KINDS if k.made is type(act)).listing] + [other]
    lines = act_lines(view)
    assert len(lines) == len(listed)
    assert lines[-1] == "? 0ther001  nod by Ann Lee (not known to this version) why: so"
    shapes = json_shapes.item(view, (), (), (), {})["other_acts"]
    assert [(shape["id"], shape["act"]) for shape in shapes] == [(act.id, word_of(act)) for act in listed]
    assert shapes[-1]["fields"] == {"why": "so"}
    assert json.dumps(shapes)
