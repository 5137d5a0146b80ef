"""Items with very many flags and findings: each passage finds its own without looking through all."""

import datetime as dt
from dataclasses import replace

from review_tui.anchoring.placement import Placement, PlacementKind
from review_tui.application.reading import ItemView, PlacedFlag
from review_tui.model.acts import Act, Approval, Disposition, DispositionOutcome, Flag, Objection, Reply
from review_tui.model.findings import Finding, Location, Severity
from review_tui.model.meeting import DraftMinutes
from review_tui.model.quotes import quote_at
from review_tui.model.text import Span
from review_tui.model.transitions import fold_acts, sign_off_blocks
from review_tui.tui.open_item import ConcernKind, OpenItem
from review_tui.tui.presenters.draft_blocks import draft_blocks
from tests.counting import calls_in
from tests.tui.facts import ANN, BO, NOON, meeting_of

WORDS = "Item noted.\n"


def at(place: int) -> Span:
    """The second word of a passage."""
    return Span(place * len(WORDS) + 5, place * len(WORDS) + 10)


def draft_of(count: int) -> DraftMinutes:
    """Minutes of ``count`` passages, a flag on each; every second was answered, and is settled or held."""
    text = WORDS * count
    acts: list[Act] = []
    for n in range(count):
        when = NOON + dt.timedelta(seconds=n)
        quote = quote_at(text, at(n))
        acts.append(Flag(id=f"f{n}", by=ANN, at=when, quote=quote, kind="date", comment="?"))
        acts.append(Objection(id=f"o{n}", by=BO, at=when, text_digest="", comment="No."))
        acts.append(Approval(id=f"a{n}", by=BO, at=when, text_digest="v1:0", lifts=(f"o{n}",)))
        if n % 2:
            outcome = DispositionOutcome.HELD if n % 4 == 1 else DispositionOutcome.ACCEPTED
            acts.append(Reply(id=f"r{n}", by=BO, at=when, to=f"f{n}", comment="So?"))
            acts.append(Disposition(id=f"d{n}", by=BO, at=when, of=f"f{n}", outcome=outcome, reason="So."))
    return replace(meeting_of(()).items[0].draft, text=text, acts=tuple(acts))


def item_of(draft: DraftMinutes) -> OpenItem:
    """The item with all its flags placed, and a finding for every passage."""
    state = fold_acts(draft.digest, draft.acts)
    view = ItemView(meeting_of(()).meeting, draft.item, draft, state)
    placed = tuple(
        PlacedFlag(thread, Placement(PlacementKind.PLACED, at(n), (), thread.flag.quote, ""))
        for n, thread in enumerate(state.flags)
    )
    found = tuple(
        Finding("names", Severity.HINT, "Look.", (Location("minutes.md", at(n), n + 1, "noted", WORDS),))
        for n in range(len(placed))
    )
    return OpenItem(view, flags=placed, findings=found)


def everything(draft: DraftMinutes) -> None:
    """All that is worked out of an item's flags for the screen, the gate and the commands."""
    item = item_of(draft)
    draft_blocks(item)
    sign_off_blocks(item.view.state)


def test_twice_as_many_flags_are_twice_the_work() -> None:
    one, two = (draft_of(100), draft_of(200))
    for draft in (one, two):
        everything(draft)  # what is worked out only once is not counted
    assert calls_in(lambda: everything(two)) < 2.2 * calls_in(lambda: everything(one))


def test_each_passage_has_the_marks_and_concerns_of_its_own() -> None:
    item = item_of(draft_of(6))
    marks = [[mark.kind for mark in block.marks] for block in draft_blocks(item)]
    assert marks == [["finding", "flag"] if n in {0, 1, 2, 4, 5} else ["finding"] for n in range(6)]
    kinds = [{concern.kind for concern in item.concerns_at(n)} for n in range(6)]
    assert kinds[1] == {ConcernKind.FLAG, ConcernKind.FINDING}
    assert kinds[3] == {ConcernKind.FINDING}


def test_a_flag_over_two_passages_marks_both() -> None:
    draft = draft_of(3)
    item = item_of(draft)
    over = Span(at(0).start, at(1).end)
    placed = replace(item.flags[0], placement=replace(item.flags[0].placement, span=over))
    spread = replace(item, flags=(placed,), findings=())
    assert [spread.flag_spans(passage) for passage in spread.passages] == [(over,), (over,), ()]


def test_only_who_objected_lifts_an_objection_and_no_other_with_the_same_id() -> None:
    draft = draft_of(0)
    mine = Objection(id="o", by=BO, at=NOON, text_digest="", comment="No.")
    other = Objection(id="o", by=ANN, at=NOON, text_digest="", comment="No!")
    lifting = Approval(id="a", by=BO, at=NOON, text_digest="v1:0", lifts=("o",))
    stranger = replace(lifting, by=replace(BO, email="cy@example.org"))
    assert fold_acts(draft.digest, (mine, other, stranger)).objections == (mine, other)
    assert fold_acts(draft.digest, (mine, other, lifting)).objections == (other,)
