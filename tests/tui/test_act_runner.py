"""Running an act: a refusal is said and costs nothing else; only what was done uses up what was typed."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from review_tui.adapters.typing_journal import TypingFiles
from review_tui.application.act_service import Recorded
from review_tui.model.errors import NameUnknown, Refusal
from review_tui.model.transitions import Move
from review_tui.tui.act_runner import ActRunner
from review_tui.tui.draft_saver import DraftSaver
from review_tui.tui.presenters.outside import CHANGED_OUTSIDE
from review_tui.tui.review_session import ReviewSession
from tests.application.fakes import PATH, TEXT, Table
from tests.tui.sessions import sit_down

EDITED = TEXT.replace("covers", "covered")


@dataclass
class Desk:
    """A runner, and all that it says and shows."""

    session: ReviewSession
    said: list[str] = field(default_factory=list)
    shown: list[tuple[Recorded, int]] = field(default_factory=list)
    """What was reloaded after, with how many acts were under way."""

    @property
    def acts(self) -> ActRunner:
        nothing = cast("Any", None)  # nobody is asked anything here
        return ActRunner(nothing, self.session, nothing, self.said.append, self.reload)

    async def reload(self, recorded: Recorded) -> bool:
        self.shown.append((recorded, self.session.acting))
        return True


def desk(table: Table) -> Desk:
    return Desk(sit_down(table).session)


async def test_what_was_done_is_said_and_then_shown_and_noted_for_the_summary(table: Table) -> None:
    at = desk(table)
    assert await at.acts.do(lambda: table.review.approve(table.item))
    assert at.said == ["Item 5 approved."]
    ((recorded, acting),) = at.shown
    assert at.session.recorded == [recorded]
    assert (acting, at.session.acting) == (1, 0)


async def test_a_refused_act_is_only_said_and_keeps_what_was_typed(table: Table, tmp_path: Path) -> None:
    at = desk(table)
    keeper = DraftSaver(TypingFiles(lambda: tmp_path), table.item, "object", 0, "")
    keeper.keep("Not what was")
    assert not await at.acts.do(lambda: table.review.object(table.item, " "), keeper)
    assert at.said == ["Say what you object to."]
    assert (at.shown, at.session.recorded, at.session.acting) == ([], [], 0)
    assert keeper.typed_before() is not None
    assert await at.acts.do(lambda: table.review.object(table.item, "Not what was said."), keeper)
    assert keeper.typed_before() is None


async def test_an_act_on_words_that_have_changed_says_so_and_that_the_screen_is_behind(table: Table) -> None:
    at = desk(table)
    seen = table.item
    table.book.texts[PATH] = EDITED
    assert not await at.acts.do(lambda: table.review.approve(seen))
    (said,) = at.said
    assert said.startswith("The minutes of item 5 have changed since you read them. Nothing was written.")
    assert (at.session.is_behind, at.session.warning) == (True, CHANGED_OUTSIDE)


async def test_a_fault_in_the_middle_ends_the_act_for_the_watch_too(table: Table) -> None:
    at = desk(table)
    try:
        await at.acts.do(lambda: cast("Recorded", 1 / 0))
    except ZeroDivisionError:
        at.said.append("a fault")
    assert (at.said, at.session.acting) == (["a fault"], 0)


async def test_whether_a_move_may_be_made_is_said_only_when_not(table: Table) -> None:
    at = desk(table)
    await at.session.look_over()
    assert at.acts.may(Move.FLAG)
    assert at.said == []
    assert not at.acts.may(Move.REPLY)
    assert at.said == ["There is no flag or objection here yet."]


async def test_what_carries_a_name_is_done_once_where_it_is_known(table: Table) -> None:
    at, done = desk(table), []

    async def job() -> str:
        done.append(1)
        return "done"

    assert await at.acts.by_name(job) == "done"
    assert done == [1]


async def test_a_refusal_that_is_not_about_the_name_is_passed_on(table: Table) -> None:
    at = desk(table)

    async def job() -> None:
        raise Refusal("No.")

    await at.acts.guard(at.acts.by_name(job))
    assert at.said == ["No."]
    assert not issubclass(Refusal, NameUnknown)
