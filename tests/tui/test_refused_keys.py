"""The keys that are shown bright are those that do something: every status, every act."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from review_tui.application.act_service import Recorded
from review_tui.application.sign_off import SignOffService
from review_tui.model.errors import Refusal
from review_tui.model.findings import Finding, Location, Severity, Suggestion
from review_tui.model.quotes import quote_at
from review_tui.model.text import Span
from review_tui.model.transitions import Move, Status
from review_tui.tui.keys import KEY
from review_tui.tui.refused_keys import refused_keys
from tests.application.fakes import ALEX, DAWN, ITEM, MEETING, OTHER, PATH, TEXT, Table, lay_table
from tests.tui.sessions import Sitting, sit_down

QUOTE = quote_at(TEXT, Span(0, 10))
FINDING = Finding(
    "period",
    Severity.WARNING,
    "Two periods.",
    (Location("minutes.md", Span(22, 25), 1, "-21", "The report covers 2020-21."),),
    Suggestion(Span(22, 25), "-22"),
)


def a_new_draft(_: Table) -> None:
    """As it was received."""


def flagged(table: Table) -> None:
    table.review.flag(table.item, QUOTE, "wording", "Which?")


def approved(table: Table) -> None:
    table.review.approve(table.item)


def objected(table: Table) -> None:
    table.review.object(table.item, "No.")


def read(table: Table) -> None:
    table.review.receipt(table.item)


def stale(table: Table) -> None:
    approved(table)
    table.review.amend(table.item, TEXT.replace("covers", "covered"), "It did.")


def edited_outside(table: Table) -> None:
    flagged(table)
    table.book.texts[PATH] = TEXT.replace("covers", "covered")


def signed(table: Table) -> None:
    for item in (ITEM, OTHER):
        table.review.approve(table.reading.item(MEETING, item))
    signing: SignOffService = table.sign_off
    signing.sign(signing.gate(MEETING))


def signed_and_edited(table: Table) -> None:
    signed(table)
    table.book.texts[PATH] = TEXT.replace("covers", "covered")


def in_a_book_that_cannot_be_written(table: Table) -> None:
    table.history.read_only = "Somebody is in the middle of a merge."


def in_conflict(table: Table) -> None:
    table.book.locked = "These minutes hold merge markers."


def by_others(table: Table) -> None:
    table.history.who = ALEX
    flagged(table)
    table.history.who = DAWN


STATES: tuple[Callable[[Table], None], ...] = (
    a_new_draft,
    flagged,
    by_others,
    approved,
    objected,
    read,
    stale,
    edited_outside,
    signed,
    signed_and_edited,
    in_a_book_that_cannot_be_written,
    in_conflict,
)
MOVES = ("flag", "amend", "put-right", "approve", "object", "receipt", "reply", "pick", "link", "settle")


async def looked_over(table: Table) -> Sitting:
    sitting = sit_down(table)
    await sitting.session.look_over()
    # One suggestion to use, whatever the checks say of these words.
    sitting.session.item = replace(sitting.session.item, findings=(FINDING,))
    return sitting


def refusal_of(job: Callable[[], object]) -> str:
    try:
        job()
    except Refusal as refusal:
        return str(refusal)
    return ""


def do(key: str, sitting: Sitting) -> None:
    """What the key has done once everything is answered."""
    table, view = sitting.table, sitting.session.item.view
    review, amended = table.review, view.draft.text.replace("2020-21", "2020-22")
    passage = sitting.session.item.passages[0]
    flag = next((thread.flag.id for thread in view.state.flags), "none")
    if key == "amend" and view.state.signed_off:
        table.sign_off.correct(view, QUOTE, "A report", "It is one.", "May")
    elif key in {"amend", "put-right"} and review.unrecorded_edit(view) is not None:
        review.record_outside_edit(view, "As edited.")  # these keys come to that first
    else:
        {
            "flag": lambda: review.flag(view, QUOTE, "wording", "Which?"),
            "amend": lambda: review.amend(view, amended, "So the notes say."),
            "put-right": lambda: review.amend(view, amended, "So the notes say."),
            "approve": lambda: review.approve(view),
            "object": lambda: review.object(view, "No."),
            "receipt": lambda: review.receipt(view),
            "reply": lambda: review.reply(view, flag, "This one."),
            "pick": lambda: review.pick(view, flag, Span(0, 3)),
            "link": lambda: review.confirm(view, passage, ()),
            "settle": lambda: review.dismiss(view, FINDING, "It is right."),
        }[key]()


@pytest.mark.parametrize("key", MOVES)
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
async def test_a_key_is_refused_exactly_where_what_it_does_is(
    table: Table, state: Callable[[Table], None], key: str
) -> None:
    state(table)
    sitting = await looked_over(table)
    concern = next(t for t in sitting.session.item.concerns_at(0) if t.finding)
    is_refused = key in refused_keys(sitting.session, 0, concern)
    refusal = refusal_of(lambda: do(key, sitting))
    assert is_refused is bool(refusal), refusal
    if refusal and not table.history.read_only:  # which is said before all else
        assert refusal in {sitting.session.why_not(move) for move in KEY[key].moves or (Move.DISMISS,)}


def test_the_states_come_to_every_status() -> None:
    reached = set()
    for state in STATES:
        table = lay_table()
        state(table)
        reached.add(table.item.state.status)
    assert reached == set(Status)


async def test_approving_and_saying_that_one_has_read_wait_until_the_screen_has_caught_up(
    table: Table,
) -> None:
    sitting = await looked_over(table)
    assert not {"approve", "receipt"} & refused_keys(sitting.session, 0, None)
    sitting.session.fall_behind("The files of this meeting have changed.")
    assert {"approve", "receipt"} <= refused_keys(sitting.session, 0, None)
    assert "Press F5" in sitting.session.why_not(Move.APPROVE)


async def test_a_suggestion_can_be_used_where_there_is_one_and_it_is_plain_which(table: Table) -> None:
    sitting = await looked_over(table)
    item = sitting.session.item
    (concern,) = item.concerns
    assert "put-right" not in refused_keys(sitting.session, 0, None)
    assert "put-right" in refused_keys(sitting.session, 1, None)
    assert "put-right" not in refused_keys(sitting.session, 1, concern)
    another = replace(FINDING, message="Another.")
    sitting.session.item = replace(item, findings=(FINDING, another))
    assert "put-right" in refused_keys(sitting.session, 0, None)
    without = replace(another, suggestion=None)
    sitting.session.item = replace(item, findings=(FINDING, without))
    shown = next(each for each in sitting.session.item.concerns if each.finding == without)
    assert "put-right" in refused_keys(sitting.session, 0, shown)  # never another's wording


async def test_going_on_is_refused_only_at_the_end(table: Table) -> None:
    sitting = await looked_over(table)
    session = sitting.session
    (concern,) = session.item.concerns
    onward = {"next-thing", "next-item"}
    assert not onward & refused_keys(session, 0, concern)  # what the next item has is not counted yet
    session.findings = {OTHER.id: 0}
    assert onward & refused_keys(session, 0, concern) == {"next-thing"}
    assert not onward & refused_keys(session, 0, None)
    session.findings = {OTHER.id: 1}
    assert not onward & refused_keys(session, 0, concern)
    session.open_item(OTHER.id)
    await session.look_over()
    assert onward & refused_keys(session, 0, None) == {"next-item"}  # n goes round to the first again
    session.findings = dict.fromkeys((ITEM.id, OTHER.id), 0)
    assert onward <= refused_keys(session, 0, None)
    assert "things" in refused_keys(session, 0, None)


async def test_signing_off_is_refused_in_a_book_that_cannot_be_written_and_reading_it_once_signed_is_not(
    table: Table,
) -> None:
    in_a_book_that_cannot_be_written(table)
    assert "sign-off" in refused_keys((await looked_over(table)).session, 0, None)
    table = lay_table()
    signed(table)
    in_a_book_that_cannot_be_written(table)
    assert "sign-off" not in refused_keys((await looked_over(table)).session, 0, None)


async def test_undo_is_offered_for_what_was_done_in_this_session_as_long_as_nothing_came_after(
    table: Table,
) -> None:
    sitting = await looked_over(table)
    session, context = sitting.session, sitting.context
    assert (session.has_just_acted, bool(context.undo.why_not_undo())) == (False, True)
    session.recorded.append(table.review.flag(table.item, QUOTE, "wording", "Which?"))
    await session.reload(session.recorded[-1])
    assert (session.has_just_acted, context.undo.why_not_undo()) == (True, "")
    table.history.who = ALEX
    (flag,) = table.item.state.open_flags
    table.review.reply(table.item, flag.id, "This one.")
    table.history.who = DAWN
    await session.reload()
    assert (session.has_just_acted, bool(context.undo.why_not_undo())) == (False, True)


async def test_what_was_taken_back_is_not_offered_to_be_undone(table: Table) -> None:
    sitting = await looked_over(table)
    session = sitting.session
    jobs: tuple[Callable[[], Recorded], ...] = (
        lambda: table.review.flag(table.item, QUOTE, "wording", "?"),
        sitting.context.undo.undo,
    )
    for job in jobs:
        session.recorded.append(job())
        await session.reload(session.recorded[-1])
    assert not session.has_just_acted


async def test_where_git_knows_no_name_only_what_nobody_may_do_is_refused(table: Table) -> None:
    table.history.who = replace(DAWN, name="")
    sitting = await looked_over(table)
    assert not (set(MOVES) - {"reply", "pick", "settle"}) & refused_keys(sitting.session, 0, None)
    table = lay_table()
    signed(table)
    table.history.who = replace(DAWN, name="")
    sitting = await looked_over(table)
    assert {"flag", "approve", "put-right"} <= refused_keys(sitting.session, 0, None)
    assert "amend" not in refused_keys(sitting.session, 0, None)
