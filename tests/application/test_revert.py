import pytest

from review_tui.application.amendments import read_amendments
from review_tui.application.revert import Revert
from review_tui.application.undo import UndoService
from review_tui.model.acts import Flag
from review_tui.model.errors import Refusal, StaleDraft
from review_tui.model.quotes import occurrences, quote_at
from tests.application.fakes import ALEX, DAWN, TEXT, Table

YEAR = ("2020-22", "2020-21")


@pytest.fixture
def putting(table: Table) -> Revert:
    return table.another(Revert)


def amend(table: Table, old: str, new: str) -> None:
    table.review.amend(table.item, table.item.draft.text.replace(old, new), f"{new}, as said.")


def test_one_amendment_alone_is_put_back_and_later_ones_stay(table: Table, putting: Revert) -> None:
    amend(table, "noted", "received")
    amend(table, "covers", "is about")
    shown = putting.preview(table.item, "1")
    assert shown.text == TEXT.replace("covers", "is about")
    done = putting.put_back(table.item, "1", "It was noted.")
    assert table.item.draft.text == shown.text
    assert done.sentence == "The wording from before amendment 1 of item 5 is restored."
    first = read_amendments(table.history, table.item.draft.path).amendments[0]
    message = table.history.commits[-1][1]
    assert message.startswith("Amend item 5: put back amendment 1, by Dawn Example\n\nIt was noted.\n\n")
    assert message.endswith(f"Text: {done.text_digest}\nUndoes: {first.entry.id}\n")


def test_a_later_amendment_of_the_same_words_is_named(table: Table, putting: Revert) -> None:
    amend(table, "noted", "received")
    table.history.who = ALEX
    amend(table, "received", "welcomed")
    shown = putting.preview(table.item, "1")
    assert shown.text is None
    assert shown.why_not.startswith(
        "Amendment 2 by Alex Example, Sunday 20 March, 12:04, changed the same words"
    )
    assert "“received.”" in shown.why_not
    with pytest.raises(Refusal, match="Amendment 2 by Alex"):
        putting.put_back(table.item, "1", "Because.")


def test_what_is_put_back_already_is_said(table: Table, putting: Revert) -> None:
    amend(table, "noted", "received")
    table.another(UndoService).undo()
    assert "read as before amendment 1 already" in putting.preview(table.item, "1").why_not


def test_a_put_back_is_an_amendment_that_can_be_undone_and_put_back_itself(
    table: Table, putting: Revert
) -> None:
    amend(table, "noted", "received")
    putting.put_back(table.item, "1", "No.")
    assert table.item.draft.text == TEXT
    putting.put_back(table.item, "2", "Yes after all.")
    assert "received" in table.item.draft.text
    table.another(UndoService).undo()
    assert table.item.draft.text == TEXT


def test_an_amendment_is_found_by_its_number_or_its_commit(table: Table, putting: Revert) -> None:
    amend(table, "noted", "received")
    (made,) = read_amendments(table.history, table.item.draft.path).amendments
    assert putting.preview(table.item, made.entry.id).amendment == made
    for asked in ("2", "abcdef0", ""):
        with pytest.raises(Refusal, match="No amendment"):
            putting.preview(table.item, asked)


def test_flags_that_it_settled_stay_settled_and_that_is_said(table: Table, putting: Revert) -> None:
    view = table.item
    span = occurrences(view.draft.text, "noted")[0]
    act = table.review.flag(view, quote_at(view.draft.text, span), "wording", "Hm.").act
    assert isinstance(act, Flag)
    table.review.amend(table.item, TEXT.replace("noted", "received"), "As moved.", [act.id])
    assert putting.preview(table.item, "1").settled == (
        "The wording flag by Dawn Example, which it closed, stays closed.",
    )


def test_putting_back_wants_a_reason_and_the_text_as_seen(table: Table, putting: Revert) -> None:
    amend(table, "noted", "received")
    seen = table.item
    with pytest.raises(Refusal, match="Give a reason"):
        putting.put_back(seen, "1", " ")
    amend(table, "covers", "is about")
    with pytest.raises(StaleDraft):
        putting.put_back(seen, "1", "Because.")
    table.book.texts[seen.draft.path] = "Edited outside.\n"
    with pytest.raises(Refusal, match="edited in another program"):
        putting.put_back(table.item, "1", "Because.")


def test_undos_and_redos_are_no_amendments_of_their_own(table: Table) -> None:
    amend(table, *YEAR)
    undoing = table.another(UndoService)
    undoing.undo()
    (gone,) = read_amendments(table.history, table.item.draft.path).amendments
    assert gone.is_undone
    undoing.redo()
    amend(table, "noted", "received")
    found = read_amendments(table.history, table.item.draft.path).amendments
    assert [(a.number, a.is_undone, a.entry.by) for a in found] == [(1, False, DAWN), (2, False, DAWN)]
