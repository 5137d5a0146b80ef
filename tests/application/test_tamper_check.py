"""Acts that were changed or taken away in the history by plain git."""

from dataclasses import replace

import pytest

from review_tui.application.ports import FileChange
from review_tui.application.sign_off import SignOffService
from review_tui.model.acts import Act, Approval
from tests.application.fakes import ALEX, ITEM, MEETING, TEXT, Table


def by_hand(table: Table, act: Act, new: Act | None) -> None:
    """Somebody changes the file of ``act``, or takes it away, and records that with git."""
    path = next(path for path, each in table.book.written.items() if each == act)
    old = table.history.tip.pop(path, None)
    acts = table.book.acts[ITEM.id]
    if act in acts:
        acts.remove(act)
    content = None
    if new is not None:
        content = act.id.encode() if new is act else b"other words"
        acts.append(new)
        table.history.tip[path] = content
    table.history.keep((FileChange(path, new=content, old=old),), "Tidy up\n")


def approved(table: Table) -> Act:
    for item in MEETING.items:
        act = table.review.approve(table.reading.item(MEETING, item)).act
        if item == ITEM:
            first = act
    assert isinstance(first, Approval)
    return first


@pytest.fixture
def signing(table: Table) -> SignOffService:
    return table.sign_off


def test_an_approval_that_was_changed_to_another_text_blocks(table: Table, signing: SignOffService) -> None:
    act = approved(table)
    table.history.who = ALEX
    table.review.amend(table.item, TEXT.replace("2020-22", "2020-21"), "A slip.")
    assert isinstance(act, Approval)
    by_hand(table, act, replace(act, text_digest=table.item.draft.digest))
    (block,) = signing.gate(MEETING).blocks
    assert block.item == ITEM
    assert block.sentence.startswith("Alex Example changed the approval that Dawn Example recorded")


def test_anothers_objection_that_was_taken_away_blocks_until_it_is_put_back(
    table: Table, signing: SignOffService
) -> None:
    approved(table)
    act = table.review.object(table.item, "Not what was said.").act
    assert act is not None
    table.history.who = ALEX
    by_hand(table, act, None)
    assert [b.sentence.partition(" (")[0] for b in signing.gate(MEETING).blocks] == [
        "Alex Example took away the objection that Dawn Example recorded"
    ]
    by_hand(table, act, act)
    assert [b.act for b in signing.gate(MEETING).blocks] == [act.id]


def test_ones_own_act_may_be_taken_away_and_so_may_what_only_makes_it_harder(
    table: Table, signing: SignOffService
) -> None:
    act = approved(table)
    objection = table.review.object(table.item, "Not what was said.").act
    assert objection is not None
    by_hand(table, objection, None)
    assert signing.gate(MEETING).is_open
    table.history.who = ALEX
    by_hand(table, act, None)
    assert [str(b) for b in signing.gate(MEETING).blocks] == ["Item 5: Nobody has approved it yet."]
