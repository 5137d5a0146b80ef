"""The summary of a session: nothing that was recorded in it is left out."""

import inspect
from collections.abc import Callable

import pytest

from review_tui.application.act_service import ActService, Recorded
from review_tui.application.revert import Revert
from review_tui.application.review import Review
from review_tui.application.session_summary import summarise_session
from review_tui.application.sign_off import SignOffService
from review_tui.application.undo import UndoService
from review_tui.model.acts import DispositionOutcome
from review_tui.model.findings import Finding, Location, Severity
from review_tui.model.meeting import Source
from review_tui.model.passages import passages
from review_tui.model.quotes import Quote, occurrences, quote_at
from review_tui.model.text import Span, encode
from tests.application.fakes import MEETING, OTHER, PATH, Table

SERVICES = (Review, Revert, SignOffService, UndoService)


def quoted(table: Table, words: str) -> Quote:
    text = table.item.draft.text
    return quote_at(text, occurrences(text, words)[0])


def flag(table: Table, words: str = "2020-22") -> Recorded:
    return table.review.flag(table.item, quoted(table, words), "date", "Right?")


def flagged(table: Table) -> str:
    act = flag(table).act
    assert act is not None
    return act.id


def amend(table: Table, old: str = "noted", new: str = "received") -> Recorded:
    return table.review.amend(table.item, table.item.draft.text.replace(old, new), "As said.")


def recorded(table: Table) -> Recorded:
    edited = table.item.draft.text.replace("noted", "received")
    table.book.texts[PATH] = edited
    assert table.history.tip[PATH] != encode(edited)
    return table.review.record_outside_edit(table.item, "As said.")


def dismiss(table: Table) -> Recorded:
    place = Location("minutes.md", Span(0, 3), 1, "The", "The report")
    return table.review.dismiss(
        table.item, Finding("period", Severity.ERROR, "Odd.", (place,)), "It is right."
    )


def picked(table: Table) -> Recorded:
    return table.another(Review).pick(table.item, flagged(table), Span(0, 3))


def linked(table: Table) -> Recorded:
    table.book.notes = (Source("notes/clerk.md", "- rpt 20-21\n"),)
    return table.another(Review).confirm(table.item, passages(table.item.draft.text)[0], ())


def put_back(table: Table) -> Recorded:
    amend(table)
    return table.another(Revert).put_back(table.item, "1", "It was noted.")


def signed(table: Table) -> Recorded:
    for item in MEETING.items:
        table.review.approve(table.reading.item(MEETING, item))
    signing = table.sign_off
    return signing.sign(signing.gate(MEETING))


def reopened(table: Table) -> Recorded:
    signed(table)
    return table.sign_off.reopen(MEETING, "A slip.")


def corrected(table: Table) -> Recorded:
    signed(table)
    quote = quoted(table, "2020-22")
    return table.sign_off.correct(table.item, quote, "2020-21", "A slip.", "Next meeting")


def undone(table: Table) -> Recorded:
    flag(table)
    return table.another(UndoService).undo()


def redone(table: Table) -> Recorded:
    undone(table)
    return table.another(UndoService).redo()


JOBS: dict[str, tuple[Callable[[Table], Recorded], str, str]] = {
    "flag": (flag, "1 flag raised", "Item 5: date flag on “2020-22”: Right?"),
    "reply": (lambda t: t.review.reply(t.item, flagged(t), "Yes."), "1 reply given", "Item 5: reply: Yes."),
    "pick": (picked, "1 flag given its place", "Item 5: said where a flag stands: …"),
    "settle": (
        lambda t: t.review.settle(t.item, flagged(t), DispositionOutcome.WITHDRAWN, "I was wrong."),
        "1 flag closed",
        "Item 5: withdrawn: I was wrong.",
    ),
    "dismiss": (dismiss, "1 finding dismissed", "Item 5: dismissed “Odd.”: It is right."),
    "approve": (lambda t: t.review.approve(t.item), "1 item approved", "Item 5: approved"),
    "object": (lambda t: t.review.object(t.item, "No."), "1 objection made", "Item 5: objection: No."),
    "amend": (amend, "1 amendment made", "Item 5: amended, “noted” to “received”: As said."),
    "record_outside_edit": (
        recorded,
        "1 amendment made",
        "Item 5: amended, “noted” to “received”: As said.",
    ),
    "receipt": (
        lambda t: t.another(Review).receipt(t.item),
        "1 item read without comment",
        "Item 5: read, no comment",
    ),
    "confirm": (
        linked,
        "1 passage linked to the notes",
        "Item 5: said where “The report covers 2020-21.” comes from",
    ),
    "put_back": (
        put_back,
        "1 time earlier wording restored",
        "Item 5: restored the wording from before amendment 1, by Dawn Example: It was noted.",
    ),
    "sign": (signed, "1 meeting signed off", "The meeting: signed off"),
    "reopen": (reopened, "1 meeting reopened", "The meeting: reopened: A slip."),
    "correct": (corrected, "1 correction recorded", "Item 5: corrected: for “2020-22” read “2020-21”"),
    "identify_item": (
        lambda t: t.review.identify_item(MEETING, "loneliness", t.item),
        "1 item found again",
        (
            "Item 5: found again, it was loneliness: "
            "Dawn Example says that it is the item that was called “loneliness”."
        ),
    ),
    "describe": (
        lambda t: t.review.describe(MEETING, {"date": "2022-03-17"}),
        "1 thing said of a meeting",
        "The meeting: said of it, date 2022-03-17: Dawn Example says so. So it is put right.",
    ),
    "record_details": (
        lambda t: t.review.record_details(MEETING),
        "1 thing said of a meeting",
        "The meeting: said of it, as it was received: Dawn Example says so. It is kept so.",
    ),
    "undo": (undone, "1 act taken back", "Item 5: took back “Flag item 5: date”"),
    "redo": (redone, "1 act done again", "Item 5: did again “Flag item 5: date”"),
}
"""For each job that records something: how it is done, counted and told."""


def recording_jobs() -> set[str]:
    """The public methods of the services that answer ``Recorded``."""
    found = set()
    for service in ActService.__subclasses__():
        for name, method in inspect.getmembers(service, inspect.isfunction):
            answers = inspect.signature(method).return_annotation
            if not name.startswith("_") and answers in {Recorded, "Recorded"}:
                found.add(name)
    return found


def test_every_job_that_records_something_is_among_those_tried_here() -> None:
    assert set(ActService.__subclasses__()) == set(SERVICES)
    assert recording_jobs() == set(JOBS)


@pytest.mark.parametrize("job", sorted(JOBS))
def test_whatever_is_recorded_is_counted_and_told(table: Table, job: str) -> None:
    does, headline, line = JOBS[job]
    told = summarise_session([does(table)])
    assert (told.headline, told.lines) == (headline, (line,))
    assert not told.is_empty


def test_lifting_an_objection_settles_no_flag(table: Table) -> None:
    made = table.review.object(table.item, "No.")
    assert made.act is not None
    lifted = table.review.settle(table.item, made.act.id, DispositionOutcome.WITHDRAWN, "I misread it.")
    told = summarise_session([made, lifted])
    assert told.headline == "1 objection made, 1 objection lifted"
    assert told.lines == ("Item 5: objection: No.", "Item 5: objection lifted: I misread it.")


def test_approving_over_ones_own_objection_lifts_it(table: Table) -> None:
    table.review.object(table.item, "No.")
    assert (
        summarise_session([table.review.approve(table.item)]).headline
        == "1 objection lifted, 1 item approved"
    )


def test_an_item_approved_twice_is_one_item(table: Table) -> None:
    first = table.review.approve(table.item)
    changed = amend(table)
    again = table.review.approve(table.item)
    other = table.review.approve(table.reading.item(MEETING, OTHER))
    told = summarise_session([first, changed, again, other])
    assert told.headline == "1 amendment made, 2 items approved"
    assert len(told.lines) == 4


def test_an_amendment_that_settles_a_flag_says_so(table: Table) -> None:
    flag_id = flagged(table)
    text = table.item.draft.text.replace("2020-22", "2020-21")
    told = summarise_session([table.review.amend(table.item, text, "A slip.", [flag_id])])
    assert told.headline == "1 flag closed, 1 amendment made"
    assert told.lines[0].endswith("A slip.; closed 1 flag")


def test_what_was_taken_back_is_told_and_not_counted(table: Table) -> None:
    undoing = table.another(UndoService)
    told = summarise_session([flag(table), undoing.undo()])
    assert told.headline == "1 act taken back"
    assert told.lines == (
        "Item 5: date flag on “2020-22”: Right? (taken back since)",
        "Item 5: took back “Flag item 5: date”",
    )


def test_what_was_done_again_counts_again(table: Table) -> None:
    undoing = table.another(UndoService)
    told = summarise_session([flag(table), undoing.undo(), undoing.redo()])
    assert told.headline == "1 flag raised, 1 act done again"
    assert told.lines[1] == "Item 5: took back “Flag item 5: date” (done again since)"


def test_a_session_without_acts_has_nothing_to_tell() -> None:
    told = summarise_session([])
    assert (told.is_empty, told.headline, told.lines) == (True, "", ())
