"""The next thing to look at: further on, and after the last of the meeting from the top again."""

from review_tui.tui.features.navigation.actions import Onward, find_onward
from review_tui.tui.refused_keys import refused_keys
from tests.application.fakes import ITEM, MEETING, OTHER, Table
from tests.tui.sessions import sit_down


async def test_after_the_last_concern_of_the_meeting_comes_the_first_again(table: Table) -> None:
    session = sit_down(table).session
    await session.look_over()
    (finding,) = session.item.concerns
    assert await find_onward(session, finding.passage, finding, 1) is None  # there is no other
    session.findings = dict.fromkeys((item.id for item in MEETING.items), 0)
    assert {"next-thing", "previous-thing"} <= refused_keys(session, finding.passage, finding)
    session.findings[ITEM.id] = 1
    session.open_item(OTHER.id)
    await session.look_over()
    assert session.meeting.items[-1].item == OTHER
    assert await find_onward(session, 0, None, 1) == Onward(ITEM.id, 0, is_round=True)
    assert await find_onward(session, 0, None, -1) == Onward(ITEM.id, -1)
    assert not {"next-thing", "previous-thing"} & refused_keys(session, 0, None)
