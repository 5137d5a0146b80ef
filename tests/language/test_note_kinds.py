"""Which notes are of what minutes must not leave out."""

import pytest

from review_tui.alignment.note_lines import lines_of
from review_tui.language.note_kinds import NoteKind, note_kind_of
from review_tui.model.material import Document


def kind(text: str) -> NoteKind | None:
    (line,) = lines_of((Document.read("notes/clerk.md", text + "\n"),), jotted=True)
    return note_kind_of(line.document.text, line.span)


@pytest.mark.parametrize(
    "text",
    [
        "agd adopt new standing orders",
        "ok'd not to pursue the bench",
        "6.7 agreed wood for planters from reserve",
        "Governors all agreed behaviour policy stays",
        "pay policy deferred -> 14/3",
        "BBQs roof terrace? voted down",
        "tender Jones Bros 8450 \u2713",
        "bees on plot 12? no",
        "goalposts 750 yes",
        "CT scanner case NOT approved - bring back Jan",
        "reserves policy ok subj to amendment para 4",
        "RES: 1) asset register",
    ],
)
def test_decisions_are_known_however_clerks_note_them(text: str) -> None:
    assert kind(text) is NoteKind.DECISION


@pytest.mark.parametrize(
    "text",
    [
        "ACTION RT visit nursery, rpt back",
        "clerk > county re bus stop",
        "path is only half surfaced and Chairman agreed to ring County Council",
        "Parish Clerk to chase the builder",
        "KL to ask county about drains",
    ],
)
def test_actions_are_known_however_clerks_note_them(text: str) -> None:
    assert kind(text) is NoteKind.ACTION


@pytest.mark.parametrize(
    "text",
    [
        "Work to area undertaken by developer",
        "flooding by the bridge again",
        "ref no 1145, plan no. 3",
        "apols - none",
    ],
)
def test_other_notes_are_of_no_kind(text: str) -> None:
    assert kind(text) is None
